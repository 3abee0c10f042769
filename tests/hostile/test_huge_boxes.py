"""Boxes of 1e19 px and more, whose areas no float32 holds: no warning of NumPy anywhere, and every result defined."""

import json

import cv2
import numpy as np
import pytest

from rpn_inspector.analysis.audit.audit import audit
from rpn_inspector.analysis.audit.suggest import suggest_anchors
from rpn_inspector.analysis.scan.scan import findings_of
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.cli import main
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.datasets.open_dataset import open_dataset

HUGE = (1e19, 1e38, 1e100, 1.7e308)
RECIPE = "torchvision-mobilenet-320"


def boxes_of(far):
    return [(1, 2, far, 22), (-far, 2, far, 22), (1, 1, far, far), (-far, -far, far, far), (far / 2, 1, far, 4)]


@pytest.fixture
def folder(tmp_path, request):
    """Return a table of a picture with one sound box and huge ones, and a detector's huge boxes."""
    far = request.param
    (tmp_path / "data").mkdir()
    cv2.imwrite(str(tmp_path / "data" / "a.png"), np.zeros((48, 64, 3), np.uint8))
    rows = [f"a.png,{','.join(map(repr, box))},cat\n" for box in [(1, 2, 33, 44), *boxes_of(far)]]
    (tmp_path / "data" / "a.csv").write_text("path,xmin,ymin,xmax,ymax,label\n" + "".join(rows))
    results = [
        {"image_id": "a", "category_id": 1, "bbox": [x1, y1, x2 - x1, y2 - y1], "score": 0.9}
        for x1, y1, x2, y2 in boxes_of(far / 4)
    ]
    (tmp_path / "results.json").write_text(json.dumps(results))
    return tmp_path


@pytest.mark.parametrize("folder", HUGE, indirect=True, ids="{:g}".format)
def test_every_command_takes_huge_boxes_without_a_warning(folder, capsys):
    data, outputs = str(folder / "data"), str(folder / "results.json")
    for words in (
        ["lint", data, "--json"],
        ["inspect", data, "-i", "a", "-r", RECIPE, "--json"],
        ["inspect", data, "-i", "a", "-r", RECIPE, "-p", outputs, "--json"],
        ["audit", data, "-r", RECIPE, "--json"],
        ["audit", data, "-r", RECIPE, "-p", outputs, "--json"],
        ["audit", data, "-r", RECIPE, "-o", str(folder / "audit")],
    ):
        assert main(words) == 0, words
        told = capsys.readouterr()
        assert "Warning" not in told.err
        assert "fault" not in told.err
        if "--json" in words:
            json.loads(told.out, parse_constant=pytest.fail)
    for format_ in ("coco", "csv", "npz"):
        words = ["export", data, "-r", RECIPE, "-p", outputs, "-f", format_, "-o", str(folder / f"out.{format_}")]
        assert main(words) == 0
        assert "Warning" not in capsys.readouterr().err


@pytest.mark.parametrize("far", HUGE, ids="{:g}".format)
@pytest.mark.parametrize("name", ["torchvision-fpn", "yolov3-416", "retinanet-mmdet", "efficientdet-d0", "mmdet-c4"])
def test_a_huge_box_changes_nothing_of_a_sound_one(name, far):
    recipe = load_recipe(name)
    sound = inspect(Sample("a.jpg", (48, 64), np.array([[1.0, 2, 33, 44]])), recipe)
    both = inspect(Sample("a.jpg", (48, 64), np.array([[1.0, 2, 33, 44], [-far, -far, far, far]])), recipe)
    assert both.overlap.gt_best_iou[0] == sound.overlap.gt_best_iou[0]
    assert 0 <= both.overlap.gt_best_iou[1] <= 1
    assert ((both.overlap.iou >= 0) & (both.overlap.iou <= 1)).all()
    findings_of(both)
    both.explain_truth(1)


def test_a_box_beyond_float32_has_no_side_and_is_no_cluster(tmp_path):
    cv2.imwrite(str(tmp_path / "a.png"), np.zeros((48, 64, 3), np.uint8))
    text = "path,xmin,ymin,xmax,ymax,label\na.png,1,2,33,44,cat\na.png,1e40,1,1e100,4,cat\na.png,-1e40,1,1e100,4,cat\n"
    (tmp_path / "a.csv").write_text(text)
    found = audit(open_dataset(tmp_path), RECIPE)
    assert np.isfinite(found.side[0])
    assert np.isnan(found.side[1])
    assert np.isinf(found.side[2])
    for proposal in suggest_anchors(found).proposals:
        assert np.isfinite(np.concatenate([level.base for level in proposal.recipe.grid((320, 320)).levels])).all()
    dataset = open_dataset(tmp_path)
    assert np.isfinite(SimulatedPredictions().predict(dataset[0], load_recipe(RECIPE)).deltas).all()
