"""The second stage in the text and the JSON of ``inspect``."""

import dataclasses
import json

import numpy as np
import pytest

from rpn_inspector.cli.program import main
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.core.second_stage.outputs import RoiOutputs, StageOutputs
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import open_predictions, save_dump

DEMO, IMAGE = str(resource("demo")), "street_01_mixed"
LATE = open_predictions(resource("demo", "predictions", "late.rpn"))[f"{IMAGE}.jpg"]
RECIPE = dataclasses.replace(load_recipe("demo"), name="both", further=load_recipe("fasterrcnn-torchvision").further)
LOSSES = ["loss_objectness", "loss_rpn_box", "loss_classifier", "loss_roi_box", "total"]


OTHER = "street_03_overlapping.jpg"


def nine(head):
    return dataclasses.replace(head, logits=head.logits[:9], deltas=head.deltas[:9])


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """Return the arguments for a picture whose second stage is sure of all classes but those of ground truth 1."""
    folder = tmp_path_factory.mktemp("both")
    dataset = open_dataset(DEMO)
    sample = dataset[dataset.find(IMAGE)]
    one = inspect(sample, RECIPE, LATE)
    boxes, kinds = one.proposals.boxes, sample.gt_class
    overlaps = np.stack([iou_with(box.astype(np.float32), boxes) for box in one.gt])
    owner = np.where(overlaps.max(0) > 0.5, overlaps.argmax(0), -1)
    logits = np.zeros((len(boxes), len(sample.classes) + 1), np.float32)
    logits[np.arange(len(boxes)), np.where(owner > 0, kinds[owner] + 1, 0)] = 9
    head = StageOutputs(logits=logits, deltas=np.zeros((len(boxes), logits.shape[1] * 4), np.float32), loss_class=0.5)
    (folder / "both.toml").write_text(RECIPE.to_toml(), "utf-8")
    outputs = dataclasses.replace(LATE, rois=RoiOutputs(heads={"roi": head}), batch=(f"{IMAGE}.jpg", OTHER))
    # the recorded ground truths are those of the first picture
    other = dataclasses.replace(outputs, gt=None, rois=RoiOutputs(proposals=boxes[:9], heads={"roi": nine(head)}))
    dump = save_dump(folder / "d.rpn", {f"{IMAGE}.jpg": outputs, OTHER: other}, "both")
    return ["inspect", DEMO, "-i", IMAGE, "-r", str(folder / "both.toml"), "-p", str(dump)]


def test_json_holds_counts_losses_detections_and_ways(asked, no_progress, capsys):
    assert main([*asked, "--json"]) == 0
    stage = json.loads(capsys.readouterr().out)["second_stage"]
    assert stage["positive"] + stage["negative"] + stage["ignored"] == stage["candidates"]
    assert stage["candidates"] == stage["proposals"] + len(stage["ways"])
    assert sum(stage["levels"].values()) == stage["candidates"]
    assert list(stage["losses"]) == LOSSES
    assert stage["losses"]["total"] == pytest.approx(sum(stage["losses"][name] for name in LOSSES[:-1]))
    assert stage["trainer"]["loss_classifier"] == 0.5
    assert stage["trainer"]["loss_roi_box"] is None
    outputs, dataset = open_predictions(asked[-1]), open_dataset(DEMO)
    two = [inspect(dataset[dataset.find(name)], RECIPE, outputs[name]).second_stage.loss for name in (IMAGE, OTHER)]
    rows = [len(one.rows) for one in two]
    wanted = (two[0].objectness * rows[0] + two[1].objectness * rows[1]) / sum(rows)
    assert stage["trainer"]["here"]["loss_classifier"] == pytest.approx(wanted)
    assert stage["sample"] == "drawn"
    first, *others = stage["ways"]
    assert first["end"] in ("low_score", "no_proposal")
    assert first["detection"] is None
    assert "kept" in {way["end"] for way in others}
    for way in others:
        if way["end"] == "kept":
            assert stage["detections"][way["detection"]]["class"] == way["class"]
            assert stage["detections"][way["detection"]]["proposal"] == way["furthest"]


def test_the_text_has_a_short_section(asked, no_progress, capsys):
    assert main(asked) == 0
    text = capsys.readouterr().out
    assert "second stage, roi" in text
    assert "ground truths through both stages" in text
    assert "trainer's loss_classifier, batch of 2" in text
    assert "loss_classifier of that batch here" in text
    assert "detection 0, " in text


def test_a_recipe_without_a_second_stage_has_none(no_progress, capsys):
    assert main(["inspect", DEMO, "-i", IMAGE, "-r", "demo", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["second_stage"] is None
