"""Decoded boxes from files, and put back on anchors."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.coder import decode
from rpn_inspector.core.detections import Detections, as_prediction
from rpn_inspector.core.errors import BadFile, BadPredictions
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import NOTHING_THERE
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import open_predictions

RECIPE = load_recipe("torchvision-fpn")


def place(size=(480, 640)):
    frame = RECIPE.resize.of(size)
    return frame, RECIPE.grid(frame.padded_size)


# ---- encoding back -----------------------------------------------------------------------------------------------


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(0, 12))
def test_every_box_comes_back_from_the_anchor_it_was_put_on(seed, count):
    generator = np.random.default_rng(seed)
    corner = generator.uniform(0, 400, (count, 2))
    boxes = np.concatenate([corner, corner + generator.uniform(4, 80, (count, 2))], 1)
    scores = generator.uniform(0.01, 0.99, count)
    frame, grid = place()
    found = as_prediction(Detections(boxes, scores), frame, grid, RECIPE)
    used = np.flatnonzero(found.objectness > NOTHING_THERE)
    assert found.encoded_back
    assert len(used) == count
    decoded = frame.to_original(decode(grid.boxes(used), found.deltas[used], RECIPE))
    p = 1 / (1 + np.exp(-found.objectness[used].astype(float)))
    order, wanted = np.argsort(p), np.argsort(scores)
    np.testing.assert_allclose(p[order], scores[wanted], rtol=1e-5)
    np.testing.assert_allclose(decoded[order], boxes[wanted], atol=2e-3)


def test_a_box_takes_its_best_anchor_and_of_two_alike_the_higher_score_does():
    frame, grid = place()
    boxes = np.array([[100.0, 100, 150, 160], [100, 100, 150, 160], [300, 200, 420, 330]])
    found = as_prediction(Detections(boxes, [0.5, 0.9, 0.7], ("1", "2", "1")), frame, grid, RECIPE)
    every = grid.all_boxes()
    overlaps = [iou_with(frame.to_network(boxes)[row], every) for row in range(3)]
    best = [int(overlap.argmax()) for overlap in overlaps]
    logit = np.log([0.9 / 0.1, 0.7 / 0.3, 0.5 / 0.5])
    np.testing.assert_allclose(found.objectness[best[1]], logit[0], rtol=1e-6)
    np.testing.assert_allclose(found.objectness[best[2]], logit[1], rtol=1e-6)
    left = overlaps[0].copy()
    left[best[0]] = -1
    np.testing.assert_allclose(found.objectness[int(left.argmax())], logit[2], atol=1e-6)
    assert (found.objectness > NOTHING_THERE).sum() == 3


def test_a_box_without_area_or_off_every_anchor_is_left_out_and_counted():
    frame, grid = place()
    boxes = np.array([[10.0, 10, 10, 40], [1e6, 1e6, 1e6 + 5, 1e6 + 5], [10, 10, 60, 60], [-1e300, -1e30, 1e308, 1e38]])
    found = as_prediction(Detections(boxes, [0.0, 0.5, 1.0, 0.9], source="d"), frame, grid, RECIPE)
    assert found.source.startswith("d: 1 decoded boxes encoded back")
    assert "3 left out" in found.source
    assert np.isfinite(found.objectness).all()
    assert np.isfinite(found.deltas).all()


@pytest.mark.parametrize("name", list_recipes())
def test_under_every_recipe_the_boxes_come_back_through_its_own_decoding(name):
    recipe = load_recipe(name)
    sample = Sample("a", (480, 640), [[100.0, 100, 150, 160], [300, 200, 420, 330]])
    frame = recipe.resize.of(sample.size)
    found = as_prediction(Detections(sample.gt, [0.8, 0.6]), frame, recipe.grid(frame.padded_size), recipe)
    result = inspect(sample, recipe, found)
    assert len(result.proposals.boxes) == 2  # and no bare anchor beside them
    used = np.flatnonzero(result.objectness() > 1e-9)
    used = used[np.argsort(-result.objectness()[used])]
    np.testing.assert_allclose(result.objectness()[used], [0.8, 0.6], rtol=1e-5)
    np.testing.assert_allclose(result.to_original(result.predicted(used)), sample.gt, atol=0.1)


def test_what_was_encoded_back_can_be_inspected():
    sample = Sample("a", (480, 640), [[100.0, 100, 150, 160]])
    frame, grid = place()
    result = inspect(sample, RECIPE, as_prediction(Detections(sample.gt, [0.8]), frame, grid, RECIPE))
    np.testing.assert_allclose(result.to_original(result.proposals.boxes[:1]), sample.gt, atol=2e-3)
    np.testing.assert_allclose(result.proposals.scores, [0.8], rtol=1e-5)


@pytest.mark.parametrize("score", [0.0, 1e-13, 1.0])
def test_a_box_of_the_least_score_is_still_said_and_no_anchor_without_one(score):
    sample = Sample("a", (480, 640), [[100.0, 100, 150, 160]])
    frame, grid = place()
    result = inspect(sample, RECIPE, as_prediction(Detections(sample.gt, [score]), frame, grid, RECIPE))
    assert len(result.proposals.boxes) == 1


@pytest.mark.parametrize(
    ("boxes", "scores", "words"),
    [
        (np.zeros((2, 5)), [0, 0], r"boxes \(2, 5\), wanted \(n, 4\)"),
        (np.zeros((2, 4)), [0.5], "wanted one each"),
        ([[0, 0, np.nan, 1]], [0.5], r"boxes holds nan at \(0, 2\)"),
        ([[0, 0, 1, 1]], [1.5], "wanted 0 to 1"),
    ],
)
def test_detections_that_do_not_fit_are_refused(boxes, scores, words):
    with pytest.raises(BadPredictions, match=words):
        Detections(boxes, scores)


# ---- COCO results ------------------------------------------------------------------------------------------------


def write(path: Path, content) -> Path:
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_a_results_file_is_read_by_image_id_and_finds_the_annotations_picture(tmp_path):
    records = [
        {"image_id": 7, "category_id": 3, "bbox": [10, 20, 30, 40], "score": 0.25},
        {"image_id": 7.0, "category_id": 1, "bbox": [1, 2, 3, 4.5], "score": 1},
        {"image_id": "x/b.jpg", "category_id": 1, "bbox": [0, 0, 5, 5], "score": 0},
    ]
    read = open_predictions(write(tmp_path / "r.json", records))
    np.testing.assert_array_equal(read["7"].boxes, [[10, 20, 40, 60], [1, 2, 4, 6.5]])
    np.testing.assert_array_equal(read["7"].scores, [0.25, 1])
    assert read["7"].classes == ("3", "1")
    assert (read.names, read.skipped, read.get("a")) == (("7", "x/b.jpg"), 0, None)
    found = read.predict(Sample("a.jpg", (480, 640), image_id="7"), RECIPE)
    assert found.encoded_back
    assert (found.objectness > NOTHING_THERE).sum() == 2
    assert read.predict(Sample("b.jpg", (480, 640), image_id="8"), RECIPE) is not None
    assert read.predict(Sample("c.jpg", (480, 640), image_id="9"), RECIPE) is None


def test_bad_records_are_skipped_counted_and_named(tmp_path):
    good = {"image_id": 1, "category_id": 1, "bbox": [0, 0, 5, 5], "score": 0.5}
    odd = [
        good | {"score": 3},
        good | {"bbox": [0, 0, 0, 5]},
        good | {"bbox": [0, 0, 5]},
        good | {"bbox": [0, 0, 10**400, 5]},
        {"image_id": 1, "segmentation": {}, "score": 1},
        5,
    ]
    read = open_predictions(write(tmp_path / "r.json", [*odd, good]))
    assert (len(read["1"]), read.skipped, len(read.warnings)) == (1, 6, 5)
    assert read.warnings[0] == "record 0: score 3, wanted 0 to 1"
    assert read.warnings[4].startswith("record 4: has no bbox")
    with pytest.raises(BadFile, match="none of its 6 records can be used; record 0: score 3"):
        open_predictions(write(tmp_path / "s.json", odd))


WRONG = {
    "id": '{"image_id": BIG, "bbox": [1, 2, 3, 4], "score": 0.5}',
    "box": '{"image_id": 1, "bbox": [1, 2, BIG, 4], "score": 0.5}',
    "score": '{"image_id": 1, "bbox": [1, 2, 3, 4], "score": BIG}',
}


@pytest.mark.parametrize("digits", [20, 400, 5_000])
@pytest.mark.parametrize("place", WRONG)
def test_a_number_no_float_can_hold_costs_its_record_alone(tmp_path, place, digits):
    record = WRONG[place].replace("BIG", "9" * digits)
    good = '{"image_id": 7, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 0.5}'
    path = tmp_path / "r.json"
    path.write_text(f"[{record}, {good}]", encoding="utf-8")
    found = open_predictions(path)
    assert found["7"].boxes.tolist() == [[1, 2, 4, 6]]
    if digits > 20:  # a float holds 20 digits: as an id they are one, as a side of a box a large one
        assert (found.skipped, found.names) == (1, ("7",))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('[{"image_id": 1, "bbox": [0,0,1,1], "score": NaN}]', "none of its 1 records can be used"),
        ('[{"image_id": 1', "is not JSON"),
        ("", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ('[{"a": 1}]', "list without scores"),
        ('{"images": [], "annotations": [{"bbox": [0,0,1,1]}]}', "a dataset, not the results"),
        ('{"type": "FeatureCollection"}', "an object with type"),
        ("3", "no list"),
    ],
)
def test_json_of_another_kind_is_refused_in_one_line(tmp_path, content, words):
    with pytest.raises(BadFile, match=words) as caught:
        open_predictions(write(tmp_path / "r.json", content))
    assert "\n" not in str(caught.value)


# ---- plain text --------------------------------------------------------------------------------------------------


def test_a_folder_of_text_is_read_by_the_files_names(tmp_path):
    write(tmp_path / "a.txt", "car 0.5 1 2 30 40\n\n3 1.0 5 6 7.5 8\n0 0.5 nonsense\n")
    write(tmp_path / "b.txt", "")
    read = open_predictions(tmp_path)
    np.testing.assert_array_equal(read["x/a.jpg"].boxes, [[1, 2, 30, 40], [5, 6, 7.5, 8]])
    assert read["a"].classes == ("car", "3")
    assert len(read["b"]) == 0
    assert (read.skipped, read.warnings) == (1, ("a.txt:4: found '0 0.5 nonsense', wanted class score x1 y1 x2 y2",))


@pytest.mark.parametrize(
    "line", ["traffic light 0.5 1 2 30 40", "traffic light, 0.5, 1,2,30,40", "traffic  light\t0.5\t1 2 30 40"]
)
def test_a_class_of_two_words_and_commas_are_read(tmp_path, line):
    write(tmp_path / "a.txt", line)
    for place in (tmp_path, tmp_path / "a.txt"):
        found = open_predictions(place)["a"]
        assert found.classes == ("traffic light",)
        assert found.boxes.tolist() == [[1, 2, 30, 40]]
        assert found.scores.tolist() == [0.5]


def test_a_results_file_with_a_byte_order_mark_is_read(tmp_path):
    record = {"image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 0.5}
    (tmp_path / "r.json").write_text(json.dumps([record]), encoding="utf-8-sig")
    assert open_predictions(tmp_path / "r.json")["1"].boxes.tolist() == [[1, 2, 4, 6]]


@pytest.mark.parametrize(
    "first", ["car 1e999 1 2 30 40", "9" * 5000 + " 9 1 2 3 4", "hello", "", "# class score x1 y1 x2 y2"]
)
def test_a_slip_in_the_first_line_of_every_text_costs_its_line_alone(tmp_path, first):
    (tmp_path / "a.txt").write_text(f"{first}\ncar 0.9 10 20 30 40\n")
    found = open_predictions(tmp_path)
    assert found["a"].scores.tolist() == [0.9]
    assert found.skipped == bool(first)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("0 0.5 0.5 0.25 0.25 0.87", "fractions of the picture"),
        ("0 0.9 100 100 50 60", "no width or height"),
        ("0 90 1 2 3 4", "score 90, wanted 0 to 1"),
        ("0 0.9 1 2 inf 4", "finite"),
        ("cat 10 20 30 40 0.9", "seems to stand last"),
        ("0 7 0.9 1 2 30 40", "wanted class score"),
        ("1,3,794.2,247.5,71.2,174.8,1,-1,-1,-1", "wanted class score"),
    ],
)
def test_text_of_another_meaning_is_refused_with_its_line(tmp_path, line, words):
    with pytest.raises(BadFile, match=words) as caught:
        open_predictions(write(tmp_path / "a.txt", line))
    assert "a.txt:1" in str(caught.value)


@pytest.mark.shared_data
def test_the_same_real_detections_written_twice_agree(shared_data):
    folder = shared_data / "multiformat" / "dets"
    coco = open_predictions(next((folder / "coco_format").glob("*.json")))
    text = open_predictions(folder / "abs_xyx2y2")
    assert sum(len(text[name]) for name in text) == 452
    assert (coco.skipped, text.skipped) == (0, 0)
    for name in text:
        if not len(text[name]):
            continue
        order, other = np.lexsort(text[name].boxes.T), np.lexsort(coco[name].boxes.T)
        np.testing.assert_allclose(text[name].boxes[order], coco[name].boxes[other], atol=1e-6)
        np.testing.assert_allclose(text[name].scores[order], coco[name].scores[other], atol=1e-6)


@pytest.mark.shared_data
def test_real_detections_are_inspected_with_the_dataset_they_belong_to(shared_data):
    dataset = open_dataset(shared_data / "multiformat" / "images")
    outputs = open_predictions(shared_data / "multiformat" / "dets" / "abs_xyx2y2", dataset)
    sample = dataset[dataset.find("2007_000027.jpg")]
    proposals = inspect(sample, RECIPE, outputs.predict(sample, RECIPE)).proposals
    assert proposals.scores[0] == pytest.approx(0.431418)
