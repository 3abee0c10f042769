"""Decoded boxes keep their classes apart, where the recipe's NMS does."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rpn_inspector.cli.program import main
from rpn_inspector.core.detections import Detections
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.losses import sigmoid
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample

BY_CLASS = (
    "retinanet-torchvision", "retinanet-detectron2", "retinanet-mmdet", "ssd300-torchvision", "efficientdet-d0",
    "yolov3-416",
)  # fmt: skip
TWO_STAGES = ("fasterrcnn-torchvision", "fasterrcnn-mmdet", "fasterrcnn-paper", "cascade-mmdet")
SAMPLE = Sample("a.jpg", (480, 640), gt=np.array([[100, 100, 300, 300.0]]))


def kept(boxes, scores, classes, recipe):
    """Return the kept boxes, to a tenth of a px, with their scores and classes."""
    result = inspect(SAMPLE, recipe, Detections(boxes, scores, tuple(classes)))
    said = result.prediction.classes
    assert result.prediction.left_out == 0
    rows = result.to_original(result.proposals.boxes).round(1).tolist()
    names = [said[anchor] for anchor in result.proposals.anchor.tolist()]
    return set(zip(map(tuple, rows), result.proposals.scores.astype(float).round(4).tolist(), names, strict=True))


@pytest.mark.parametrize("name", [*BY_CLASS, *TWO_STAGES])
def test_a_box_of_another_class_suppresses_nothing(name):
    boxes = np.array([[100, 100, 300, 300], [104, 102, 304, 302], [110, 110, 310, 310]], float)
    found = inspect(SAMPLE, load_recipe(name), Detections(boxes, np.array([0.9, 0.8, 0.6]), ("cat", "dog", "cat")))
    assert found.proposals.scores.astype(float).round(4).tolist() == [0.9, 0.8]
    assert found.proposals.classes.tolist() == [0, 1]
    assert [found.prediction.classes[anchor] for anchor in found.proposals.anchor.tolist()] == ["cat", "dog"]
    alone = inspect(SAMPLE, load_recipe(name), Detections(boxes, np.array([0.9, 0.8, 0.6])))
    assert alone.proposals.scores.astype(float).round(4).tolist() == [0.9]  # without classes all boxes are of one


def test_proposals_of_no_class_still_suppress_each_other():
    boxes = np.array([[100, 100, 300, 300], [104, 102, 304, 302]], float)
    found = inspect(SAMPLE, load_recipe("torchvision-fpn"), Detections(boxes, np.array([0.9, 0.8]), ("cat", "dog")))
    assert found.proposals.scores.astype(float).round(4).tolist() == [0.9]


@pytest.mark.parametrize("name", BY_CLASS)
@settings(max_examples=12)
@given(seed=st.integers(0, 1 << 20), count=st.integers(1, 9))
def test_the_kept_boxes_are_those_that_each_class_keeps_alone(name, seed, count):
    generator = np.random.default_rng(seed)
    recipe = load_recipe(name)
    centre, side = generator.uniform(150, 330, (count, 2)), generator.uniform(40, 120, (count, 2))
    boxes, scores = np.concatenate([centre - side, centre + side], 1), generator.permutation(count) / 10 + 0.08
    classes = [f"class {k}" for k in generator.integers(0, 3, count)]
    apart = set()
    for one in set(classes):
        rows = [row for row in range(count) if classes[row] == one]
        apart |= kept(boxes[rows], scores[rows], [one] * len(rows), recipe)
    assert kept(boxes, scores, classes, recipe) == apart


def test_the_first_top_k_counts_each_class_by_itself():
    recipe = load_recipe("ssd300-torchvision")
    recipe = replace(recipe, proposals=replace(recipe.proposals, pre_nms=1))
    boxes = np.array([[20, 20, 120, 120], [200, 20, 300, 120], [20, 300, 120, 400], [300, 300, 400, 400]], float)
    found = kept(boxes, np.array([0.9, 0.8, 0.7, 0.6]), ("cat", "cat", "dog", "dog"), recipe)
    assert {(score, name) for _, score, name in found} == {(0.9, "cat"), (0.7, "dog")}


def test_boxes_that_no_anchor_can_take_are_told():
    # at most nine anchors of YOLO, three on each level, can reach one centre
    boxes = np.tile([100.0, 100, 200, 200], (11, 1))
    given = Detections(boxes, np.linspace(0.9, 0.4, 11), tuple("abcdefghijk"))
    found = inspect(SAMPLE, load_recipe("yolov3-416"), given)
    (told,) = [warning for warning in found.warnings if warning.kind == "decoded_left_out"]
    assert told.count == found.prediction.left_out == 2
    assert len(found.proposals.boxes) == 9


def results_of(tmp_path, rows, name):
    """Return the words of a command line for COCO results of (class, x, y, score) over a cat 7 and a dog 9."""
    (tmp_path / "data").mkdir()
    images = [{"id": 1, "file_name": "a.jpg", "width": 640, "height": 480}]
    truth = [{"id": 1, "image_id": 1, "category_id": 7, "bbox": [100, 100, 200, 200], "area": 40000, "iscrowd": 0}]
    categories = [{"id": 7, "name": "cat"}, {"id": 9, "name": "dog"}]
    document = {"images": images, "annotations": truth, "categories": categories}
    (tmp_path / "data" / "instances.json").write_text(json.dumps(document), "utf-8")
    results = [{"image_id": 1, "category_id": c, "bbox": [x, y, 200, 200], "score": s} for c, x, y, s in rows]
    (tmp_path / "res.json").write_text(json.dumps(results), "utf-8")
    return [str(tmp_path / "data"), "-r", name, "-p", str(tmp_path / "res.json")]


@pytest.mark.parametrize("name", [*BY_CLASS, *TWO_STAGES])
def test_a_box_of_a_class_the_dataset_lacks_is_left_out_and_said(tmp_path, no_progress, capsys, name):
    rows = [(7, 100, 100, 0.9), (9, 104, 102, 0.8), (99, 103, 101, 0.7), (99, 30, 30, 0.5)]
    said = results_of(tmp_path, rows, name)
    assert main(["export", *said, "-f", "coco", "-o", str(tmp_path / "out.json")]) == 0
    written = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert [(box["category_id"], round(box["score"], 4)) for box in written] == [(7, 0.9), (9, 0.8)]
    assert "2 boxes left out: the dataset has no class 99" in capsys.readouterr().err
    assert main(["export", *said, "-f", "coco", "-o", str(tmp_path / "out.json"), "--overwrite", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["boxes_of_unknown_classes"] == {"99": 2}
    assert main(["inspect", *said, "-i", "a"]) == 0
    assert "class 99 is none of the dataset's\n" in capsys.readouterr().err


def test_proposals_are_of_any_class_and_none_is_left_out(tmp_path, no_progress, capsys):
    said = results_of(tmp_path, [(99, 100, 100, 0.9)], "torchvision-fpn")
    assert main(["export", *said, "-f", "coco", "-o", str(tmp_path / "out.json")]) == 0
    assert [box["category_id"] for box in json.loads((tmp_path / "out.json").read_text("utf-8"))] == [7]
    assert "left out" not in capsys.readouterr().err


def test_the_export_of_results_keeps_a_box_of_another_class(tmp_path, no_progress, capsys):
    said = results_of(tmp_path, [(7, 100, 100, 0.9), (9, 104, 102, 0.8), (7, 110, 110, 0.6)], "retinanet-torchvision")
    assert main(["export", *said, "-f", "coco", "-o", str(tmp_path / "out.json")]) == 0
    written = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert [(box["category_id"], round(box["score"], 4)) for box in written] == [(7, 0.9), (9, 0.8)]


def test_of_very_many_boxes_the_surest_are_put_back_and_the_rest_counted(monkeypatch):
    monkeypatch.setattr("rpn_inspector.core.detections.MOST_BOXES", 3)
    boxes = np.tile([[100, 100, 300, 300.0]], (5, 1))
    found = inspect(SAMPLE, load_recipe("demo"), Detections(boxes, np.array([0.1, 0.9, 0.3, 0.7, 0.2])))
    assert found.prediction.left_out == 2
    assert found.prediction.source.endswith(
        "2 left out: no width or height, or touching no free anchor, or scored below the first 3"
    )
    assert sigmoid(np.sort(found.logits[np.isfinite(found.logits)])).round(4).tolist() == pytest.approx([0.3, 0.7, 0.9])
