"""The assignment over checkpoints: equal to inspections one by one; when an object gets, loses and moves positives."""

import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

import rpn_inspector as ri
from rpn_inspector.analysis.assignment_steps import SUMS, GtHistory, assignment_steps, gt_history, history_words
from rpn_inspector.analysis.timeline import open_timeline
from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.labelled import labelled
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.trained_picture import TrainedPicture
from rpn_inspector.data.datasets.dataset import Notes, Record
from rpn_inspector.data.predictions import save_dump
from rpn_inspector.data.predictions.run_dataset import RunDataset

RECIPE = load_recipe("yolov8")
STEPS = (10, 20, 40)
# a picture of three boxes: one large, one that shares it, and one of no side, which no point is inside
BOXES = ("0 0.5 0.5 0.5 0.5", "1 0.45 0.5 0.4 0.5", "0 0.2 0.2 0.01 0.01")


@pytest.fixture
def run(tmp_path):
    """Two pictures in YOLO's format, and three dumps; the second dump lacks the second picture."""
    import cv2

    for folder in ("images", "labels"):
        (tmp_path / "data" / folder).mkdir(parents=True)
    for name in ("a", "b"):
        cv2.imwrite(str(tmp_path / "data" / "images" / f"{name}.png"), np.zeros((64, 96, 3), np.uint8))
        (tmp_path / "data" / "labels" / f"{name}.txt").write_text("\n".join(BOXES), encoding="utf-8")
    dataset = ri.open_dataset(tmp_path / "data")
    (tmp_path / "run").mkdir()
    for step in STEPS:
        said = {}
        for number in range(len(dataset)):
            if (step, number) == (20, 1):
                continue
            random = np.random.default_rng(step + number)
            size = inspect(dataset[number], RECIPE).grid.size
            said[dataset.names[number]] = Prediction(
                objectness=random.normal(-1, 2, (size, 2)).astype(np.float32),
                deltas=random.uniform(0, 12, (size, 4)).astype(np.float32),
            )
        save_dump(tmp_path / "run" / f"{step}.rpn", said, "yolov8", step=step)
    return dataset, open_timeline(tmp_path / "run"), tmp_path


def test_steps_over_other_pictures_are_refused_with_what_they_hold(run, tmp_path):
    dataset, timeline, _ = run
    size = inspect(dataset[0], RECIPE).grid.size
    blank = Prediction(objectness=np.zeros((size, 2), np.float32), deltas=np.ones((size, 4), np.float32))
    (tmp_path / "others").mkdir()
    for step in STEPS:
        save_dump(tmp_path / "others" / f"{step}.rpn", {"picture 1": blank}, "yolov8", step=step)
    others = open_timeline(tmp_path / "others")
    with pytest.raises(
        InspectorError, match=r"40\.rpn: found outputs of 'picture 1', wanted of the dataset's 'a.png', 'b"
    ):
        assignment_steps(others, dataset, RECIPE)
    assert assignment_steps(timeline, dataset, RECIPE).judged


def test_the_steps_take_the_recipe_recorded_whole_with_the_newest(run, capsys):
    _, timeline, place = run
    recipe = RECIPE.with_tables({"matcher": {"topk": 3}})
    for dump in timeline.dumps:
        meta = json.loads((dump.path / "meta.json").read_text(encoding="utf-8"))
        meta |= {"recipe": None, "recipe_toml": recipe.to_toml()}
        (dump.path / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    assert main(["steps", str(place / "data"), "-p", str(place / "run"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    dataset, anew = ri.open_dataset(place / "data"), open_timeline(place / "run")
    assert found["positives"] == assignment_steps(anew, dataset, recipe).positives.tolist()
    assert found["positives"] != assignment_steps(anew, dataset, RECIPE).positives.tolist()


def inspections(dataset, timeline, number):
    said = (dump.get(dataset.names[number]) for dump in timeline.dumps)
    return [None if one is None else inspect(dataset[number], RECIPE, one) for one in said]


def test_labels_alone_are_those_of_the_whole_inspection(run):
    dataset, timeline, _ = run
    for dump in timeline.dumps:
        prediction = dump.get(dataset.names[0])
        one, whole = labelled(dataset[0], RECIPE, prediction), inspect(dataset[0], RECIPE, prediction)
        np.testing.assert_array_equal(one.used, whole.used)
        for name in ("label", "gt", "cause"):
            np.testing.assert_array_equal(getattr(one.assignment, name), getattr(whole.assignment, name))


def test_a_ground_truth_is_followed_by_level_as_inspections_count_it(run):
    dataset, timeline, _ = run
    for number in range(2):
        wanted = inspections(dataset, timeline, number)
        for gt in range(3):
            found = gt_history(timeline, dataset[number], RECIPE, gt)
            assert found.missing.tolist() == [one is None for one in wanted]
            for row, one in zip(found.positives.tolist(), wanted, strict=True):
                mine = [] if one is None else one.positive[one.assignment.gt[one.positive] == gt]
                names = [] if one is None else [one.grid.levels[k].name for k in one.grid.locate(mine).level]
                assert row == [names.count(level) for level in found.levels]
    with pytest.raises(InspectorError, match="wanted 0 to 2"):
        gt_history(timeline, dataset[0], RECIPE, 3)


def test_what_changes_in_a_dataset_is_what_two_inspections_differ_in(run):
    dataset, timeline, _ = run
    found = assignment_steps(timeline, dataset, RECIPE)
    sums = {name: [0, 0, 0] for name in SUMS}
    never = []
    for number in range(2):
        before, had = None, set()
        for place, one in enumerate(inspections(dataset, timeline, number)):
            earlier, before = before, None
            if one is None:
                continue
            now = {int(a): int(one.assignment.gt[a]) for a in one.positive}
            had |= set(now.values())
            sums["pictures"][place] += 1
            sums["used"][place] += int(one.used.sum())
            sums["positives"][place] += len(now)
            sums["without"][place] += sum(one.used[g] and g not in now.values() for g in range(3))
            if earlier is not None:
                sums["compared"][place] += 1
                sums["compared_positives"][place] += len(now)
                sums["gained"][place] += len(now.keys() - earlier.keys())
                sums["lost"][place] += len(earlier.keys() - now.keys())
                sums["moved"][place] += sum(earlier[a] != now[a] for a in now.keys() & earlier.keys())
            before = now
        never += [(number, g) for g in range(3) if g not in had]
    for name, wanted in sums.items():
        assert getattr(found, name).tolist() == wanted, name
    assert found.never == tuple(never)
    assert np.isnan(found.churn[0])
    assert found.compared.tolist() == [0, 1, 1]
    assert found.churn[2] == pytest.approx((sums["gained"][2] + sums["moved"][2]) / sums["compared_positives"][2])


def stand_in(label, gt):
    """Labels (N,) and owners (N,) of a picture of three ground truths, None for a step that lacks it."""
    label, gt = np.array(label), np.array(gt)
    counts = np.bincount(gt[label == 1], minlength=3)
    return SimpleNamespace(
        used=np.ones(3, bool), assignment=SimpleNamespace(label=label, gt=gt, gt_positives=counts)
    )  # fmt: skip


def test_a_picture_is_compared_with_the_step_before_alone_not_with_one_further_back(run, monkeypatch):
    dataset, timeline, _ = run
    labels = {
        "a.png": [stand_in([1, 1, 0, 0], [0, 0, -1, -1]), stand_in([1, 0, 1, 0], [0, -1, 1, -1]),
                  stand_in([1, 1, 1, 0], [1, 0, 1, -1])],
        "b.png": [stand_in([1, 1, 1, 1], [0, 0, 0, 0]), None, stand_in([0, 0, 0, 1], [-1, -1, -1, 0])],
    }  # fmt: skip
    monkeypatch.setattr(
        "rpn_inspector.analysis.assignment_steps._labels", lambda _timeline, sample, _recipe: labels[sample.name]
    )
    found = assignment_steps(timeline, dataset, RECIPE)
    wanted = {
        "pictures": [2, 1, 2], "positives": [6, 2, 4], "compared": [0, 1, 1], "compared_positives": [0, 2, 3],
        "gained": [0, 1, 1], "lost": [0, 1, 0], "moved": [0, 0, 1],
    }  # fmt: skip
    assert {name: getattr(found, name).tolist() for name in wanted} == wanted
    np.testing.assert_allclose(found.churn, [np.nan, 1 / 2, 2 / 3])


def test_steps_without_a_picture_in_common_have_no_changes_and_no_churn(run, capsys):
    dataset, _, place = run
    (place / "apart").mkdir()
    for step, name in ((10, "a.png"), (20, "b.png")):
        size = inspect(dataset[name], RECIPE).grid.size
        said = Prediction(objectness=np.zeros((size, 2), np.float32), deltas=np.ones((size, 4), np.float32))
        save_dump(place / "apart" / f"{step}.rpn", {name: said}, "yolov8", step=step)
    asked = ["steps", str(place / "data"), "-p", str(place / "apart")]
    assert main([*asked, "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["pictures"], made["compared"], made["churn"]) == ([1, 1], [0, 0], [None, None])
    assert main(asked) == 0
    [row] = [line.split() for line in capsys.readouterr().out.splitlines() if line.split()[:1] == ["20"]]
    assert row[4:8] == ["-"] * 4


def test_first_lost_and_moved_are_said_of_the_steps_that_have_the_picture():
    rows = np.array([[0, 0], [3, 1], [0, 0], [0, 0], [1, 4], [0, 0]])
    one = GtHistory(
        steps=np.arange(6) * 10, levels=("P3", "P4"), positives=rows, missing=np.array([0, 0, 0, 1, 0, 0], bool)
    )
    assert (one.first, one.lost) == (10, (20, 50))
    assert one.moved == ((40, "P3", "P4"),)
    assert history_words(one) == (
        "It first has a positive at step 10; has none at step 20 and 50; most of them move from P3 to P4 at step 40."
    )
    none = GtHistory(steps=np.arange(2), levels=("P3",), positives=np.zeros((2, 1), int), missing=np.zeros(2, bool))
    assert (none.first, none.lost, none.moved) == (None, (), ())
    assert history_words(none) == "It has no positive at any step."


def test_the_command_tells_the_same_and_may_fail_on_what_never_had_any(run, capsys):
    dataset, timeline, place = run
    asked = ["steps", str(place / "data"), "-p", str(place / "run")]
    assert main([*asked, "--json"]) == 0
    made, found = json.loads(capsys.readouterr().out), assignment_steps(timeline, dataset, RECIPE)
    assert made["positives"] == found.positives.tolist()
    assert [(row["image"], row["ground_truth"]) for row in made["never"]] == [
        (dataset.names[number], gt) for number, gt in found.never
    ]
    assert main([*asked, "--fail-on-never"]) == int(bool(found.never))
    assert "churn" in capsys.readouterr().out
    assert main([*asked, "-i", "a", "--truth", "1"]) == 0
    assert history_words(gt_history(timeline, dataset[0], RECIPE, 0))[:20] in capsys.readouterr().out
    assert main([*asked, "-i", "a"]) == 2


def with_pictures(place, shades):
    """Dumps of picture a beside the dataset, each with pixels of a shade; None without."""
    (place / "shown").mkdir()
    one = inspect(ri.open_dataset(place / "data")[0], RECIPE)
    size, padded = one.grid.size, one.frame.padded_size
    for step, shade in zip(STEPS, shades, strict=False):
        pixels = None if shade is None else np.full((*padded, 3), shade, np.uint8)
        one = Prediction(
            objectness=np.zeros((size, 2), np.float32),
            deltas=np.ones((size, 4), np.float32),
            padded_size=padded,
            network_size=padded,
            gt=np.array([[8, 8, 88, 88]], np.float32),
            gt_class=np.array([0]),
            trained=None if pixels is None else TrainedPicture(pixels=pixels),
        )
        save_dump(place / "shown" / f"{step}.rpn", {"a.png": one}, "yolov8", step=step)
    return open_timeline(place / "shown")


@pytest.mark.parametrize("shades", [(3, 4), (None, 3), (3, None)])
def test_steps_with_other_pictures_in_one_place_are_refused_in_one_line(run, capsys, shades):
    dataset, _, place = run
    timeline, words = with_pictures(place, shades), "a.png: step 20 has another picture than step 10, wanted the same"
    with pytest.raises(InspectorError, match=words):
        assignment_steps(timeline, dataset, RECIPE)
    with pytest.raises(InspectorError, match=words):
        gt_history(timeline, dataset[0], RECIPE, 0)
    assert main(["steps", str(place / "data"), "-p", str(place / "shown")]) == 2
    out, said = capsys.readouterr()
    assert (out, words in said, "churn" in said) == ("", True, False)


def test_steps_with_the_same_pixels_are_compared_and_no_ground_truth_of_another_list_is_judged(run, capsys):
    dataset, _, place = run
    found = assignment_steps(with_pictures(place, (3, 3)), dataset, RECIPE)
    assert (found.pictures.tolist(), found.used.tolist(), found.judged, found.never) == ([1, 1], [1, 1], 0, ())
    assert main(["steps", str(place / "data"), "-p", str(place / "shown")]) == 0
    out = capsys.readouterr().out
    assert "no ground truth to judge" in out
    assert "has a positive" not in out


def test_places_of_a_batch_are_refused_even_without_pixels(run):
    _, timeline, _ = run
    places = RunDataset(Path("run"), "recorded training", [Record(name="a.png", declared=(64, 96))], ("c",), Notes())
    with pytest.raises(InspectorError, match="Each step of a recorded training has other pictures"):
        assignment_steps(timeline, places, RECIPE)


@pytest.mark.parametrize("broken", ["picture", "outputs"])
def test_one_picture_that_cannot_be_read_is_left_out_and_said(run, capsys, broken):
    _, _, place = run
    if broken == "picture":
        (place / "data" / "images" / "b.png").write_bytes(b"no picture")
    else:
        (place / "run" / "40.rpn" / "000001.npz").write_bytes(b"no arrays")
    dataset = ri.open_dataset(place / "data")
    found = assignment_steps(open_timeline(place / "run"), dataset, RECIPE)
    assert list(found.problems) == [1]
    assert found.pictures.tolist() == [1, 1, 1]
    assert main(["steps", str(place / "data"), "-p", str(place / "run"), "--json"]) == 0
    out, said = capsys.readouterr()
    made = json.loads(out)
    assert made["left_out"] == [{"image": dataset.names[1], "problem": found.problems[1]}]
    assert made["judged"] == found.judged
    assert f"images left out: 1, the first: {found.problems[1]}"[:60] in said
