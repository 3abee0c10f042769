"""Why a box loss is 0, in one sentence for each cause."""

import cv2
import numpy as np

from rpn_inspector.analysis.summary import summarise
from rpn_inspector.cli.program import main
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Kind, Sample
from rpn_inspector.core.zero_box_loss import why_no_box_loss
from rpn_inspector.data.predictions import DumpWriter

RECIPE = load_recipe("torchvision-fpn").with_tables({"resize": {"short": 64, "long": 96}})
BOX = np.array([[8.0, 9, 50, 60]])


def said(recipe=RECIPE, sampled=None, deltas=0.5, classes=(), **sample):
    one = Sample("a", (64, 96), **sample)
    size = inspect(one, recipe).grid.size
    outputs = Prediction(
        objectness=np.zeros((size, *classes), np.float32), deltas=np.broadcast_to(np.float32(deltas), (size, 4)).copy()
    )
    words = why_no_box_loss(inspect(one, recipe, outputs, sampled=sampled))
    return None if words is None else words.translated(str)


def test_each_cause_has_its_sentence():
    off = {"matcher": {"positive": 0.99, "low_quality": {"rule": "off"}}}
    assert said(gt=BOX) is None
    assert "has no ground truth" in said()
    assert "none of the 1 ground truths takes part" in said(gt=BOX, gt_kind=np.array([Kind.CROWD]))
    assert "though ground truths take part: 1" in said(RECIPE.with_tables(off), gt=BOX)
    assert "no weight" in said(RECIPE.with_tables({"loss": {"box_weight": 0.0}}), gt=BOX)
    assert "none of the positive anchors, of which there are" in said(gt=BOX, sampled=([], [0, 1]))


def test_the_document_of_inspect_has_the_sentence():
    one = inspect(Sample("a", (64, 96)), RECIPE)
    deltas = np.zeros((one.grid.size, 4), np.float32)
    found = inspect(one.sample, RECIPE, Prediction(objectness=deltas[:, 0], deltas=deltas))
    assert "has no ground truth" in summarise(found)["no_box_loss"]
    assert summarise(one)["no_box_loss"] is None


def targets(recipe, **sample):
    """Return t* (N, 4) of the positives, 0 elsewhere."""
    one = inspect(Sample("a", (64, 96), **sample), recipe)
    t = np.zeros((one.grid.size, 4), np.float32)
    t[one.positive] = one.t_star
    return t


def test_exact_is_said_of_boxes_that_are_their_ground_truths_alone():
    exact = targets(RECIPE, gt=BOX)
    assert "predicts its ground truth exactly" in said(gt=BOX, deltas=exact)
    far = exact.copy()
    far[np.flatnonzero(exact.any(1))] = np.nan  # adds 0, so that the others can be read
    assert "no sampled positive has finite outputs" in said(gt=BOX, deltas=far)
    assert "of the recorded mini-batch is a positive here" in said(gt=BOX, sampled=([0], [1]))
    # at t = 0 a point's box has no extent, so its IoU is 0, by which rtmdet weighs it
    rtmdet = load_recipe("rtmdet").with_tables({"resize": {"size": [64, 96]}})
    words = said(rtmdet, gt=BOX, gt_class=np.array([0]), deltas=0.0, classes=(3,))
    assert words == "The box loss is 0: every sampled positive that misses its ground truth has the weight 0."
    anchor = inspect(Sample("a", (64, 96)), RECIPE).grid.boxes([5])
    skipping = RECIPE.with_tables({"loss": {"skip_zero_targets": True}})
    mine = np.argmax(inspect(Sample("a", (64, 96), gt=anchor), RECIPE).overlap.iou)
    assert "t* is exactly 0 are left out" in said(skipping, gt=anchor, sampled=([mine], [0]))


def test_without_outputs_nothing_is_said():
    assert why_no_box_loss(inspect(Sample("a", (64, 96)), RECIPE)) is None


def test_inspect_prints_it(tmp_path, capsys):
    cv2.imwrite(str(tmp_path / "a.png"), np.zeros((64, 96, 3), np.uint8))
    size = inspect(Sample("a.png", (64, 96)), RECIPE).grid.size
    with DumpWriter(tmp_path / "d.rpn", None, recipe_toml=RECIPE.to_toml()) as writer:
        zeros = Prediction(objectness=np.zeros(size, np.float32), deltas=np.zeros((size, 4), np.float32))
        writer.add("a.png", zeros)
    assert main(["inspect", str(tmp_path), "-i", "a", "-p", str(tmp_path / "d.rpn")]) == 0
    assert "The box loss is 0: the picture has no ground truth" in capsys.readouterr().out
