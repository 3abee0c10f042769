"""Boxes and box losses of darknet's YOLOv4, recorded by running its source (README.md beside the arrays)."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from rpn_inspector.core.assigners.best_shape import BestShape
from rpn_inspector.core.box_losses import Decoded, decoded_loss
from rpn_inspector.core.coders.cell import CellCoder
from rpn_inspector.core.coders.double_sigmoid import DoubleSigmoid
from rpn_inspector.core.losses import sigmoid
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.specs import LossSpec

REACH = ((8.0, 1.2), (16.0, 1.1), (32.0, 1.05))
CODERS = {0: CellCoder(reach=REACH, max_log_scale=np.inf), 1: DoubleSigmoid(max_log_scale=np.inf)}
NAMES = ("iou", "giou", "diou", "ciou")


@pytest.fixture(scope="module")
def found():
    with np.load(Path(__file__).parent / "darknet" / "v4" / "boxes.npz", allow_pickle=False) as recorded:
        return {name: recorded[name] for name in recorded.files}


def corners(boxes):
    return np.concatenate([boxes[:, :2] - boxes[:, 2:] / 2, boxes[:, :2] + boxes[:, 2:] / 2], 1)


def anchors_of(found):
    centre = (found["cell"] + 0.5) * found["stride"][:, None]
    return corners(np.concatenate([centre, found["anchor"]], 1)).astype(np.float32)


def network(found):
    return np.tile(found["net_hw"][::-1], 2).astype(np.float32)


@pytest.mark.parametrize("new", [0, 1], ids=["scale_x_y", "new_coords"])
def test_boxes_are_those_of_darknet_and_encoding_takes_them_back(found, new):
    rows, coder = found["new"] == new, CODERS[new]
    anchors, strides = anchors_of(found)[rows], found["stride"][rows]
    boxes = coder.decode(anchors, found["t"][rows], strides)
    np.testing.assert_allclose(boxes, (corners(found["pred"]) * network(found))[rows], atol=2e-3)
    back = coder.raw_of(coder.encode(anchors, boxes, strides).astype(np.float64))
    np.testing.assert_allclose(back, found["t"][rows], atol=2e-3)


@pytest.mark.parametrize("kind", NAMES)
def test_the_loss_is_one_less_darknets_own_measure(found, kind):
    spec = LossSpec(box=kind, iou_mode="linear", iou_form="torchvision", epsilon=1e-6)
    pair = Decoded(*((corners(found[name]) * network(found)).astype(np.float64) for name in ("pred", "truth")))
    value = decoded_loss(pair, spec).value[:, 0]
    wanted = found["ious"][:, NAMES.index(kind)]
    if kind == "diou":  # whose distance is to the power of 0.6 in the measure, and plain in the gradient
        wanted = found["ious"][:, 0] - (found["ious"][:, 0] - wanted) ** (1 / 0.6)
    np.testing.assert_allclose(1 - value, wanted, atol=2e-5)


@pytest.mark.parametrize("kind", NAMES)
def test_gradients_of_the_centre_are_those_of_darknet(found, kind):
    rows = (found["kind"] == kind) & (found["ious"][:, 0] > 0)
    assert rows.sum() > 5
    spec = LossSpec(box=kind, iou_mode="linear", iou_form="torchvision", epsilon=1e-6)
    pair = Decoded(*((corners(found[name]) * network(found)).astype(np.float64) for name in ("pred", "truth")))
    slope = decoded_loss(pair, spec).gradient[rows]
    centre = (slope[:, :2] + slope[:, 2:]) * network(found)[:2]  # by the centre as a fraction of the input
    if kind in ("diou", "ciou"):
        centre = centre + turned_sign(found["pred"][rows].astype(float), found["truth"][rows].astype(float))
    wanted = found["delta"][rows, :2]
    np.testing.assert_allclose(-centre * found["norm"][rows, None], wanted, rtol=2e-3, atol=2e-5)


def turned_sign(pred, truth):
    """Return what darknet's gradient (n, 2) has more: the enclosing box's part of S / C has the other sign there."""
    (p, t), apart = (corners(pred), corners(truth)), ((pred - truth)[:, :2] ** 2).sum(1, keepdims=True)
    sides = np.maximum(p[:, 2:], t[:, 2:]) - np.minimum(p[:, :2], t[:, :2])
    moved = (p[:, 2:] > t[:, 2:]).astype(float) - (p[:, :2] < t[:, :2])
    return 2 * apart * 2 * sides * moved / (sides**2).sum(1, keepdims=True) ** 2


def test_t_star_is_what_the_sigmoid_has_to_say():
    anchor, stride = np.array([[0.0, 0, 16, 16]], np.float32), np.array([8.0])
    coder = CODERS[0]
    t = np.array([[0.3, -0.7, 0.0, 0.0]], np.float32)
    t_star = coder.encode(anchor, coder.decode(anchor, t, stride), stride)
    np.testing.assert_allclose(t_star[0, :2], sigmoid(t[0, :2]), atol=1e-6)
    # its ends lie a tenth of a cell beyond the cell
    far = coder.decode(anchor, np.array([[99.0, -99, 0, 0]], np.float32), stride)[0]
    np.testing.assert_allclose([(far[0] + far[2]) / 2, (far[1] + far[3]) / 2], [8 + 4.8, 8 - 4.8], atol=1e-4)
    assert coder.reaches(anchor, np.array([0, 0, 25.6, 16], np.float32), np.array([[8.0, 8]])).tolist() == [True]
    assert coder.reaches(anchor, np.array([0, 0, 25.7, 16], np.float32), np.array([[8.0, 8]])).tolist() == [False]


def test_a_prediction_beyond_its_cell_may_be_ignored_too():
    recipe = load_recipe("yolov3-416-darknet").with_tables({"resize": {"size": [64, 64]}})
    grid, gt = recipe.grid((64, 64)), np.array([[10.0, 10, 30, 30]], np.float32)
    near = BestShape(ignore=0.9).assign(grid, gt, (64, 64))
    beyond = replace(BestShape(ignore=0.9), beyond=0.5).assign(grid, gt, (64, 64))
    assert set(np.flatnonzero(near.label == -2)) < set(np.flatnonzero(beyond.label == -2))
    centres = (grid.all_boxes()[:, :2] + grid.all_boxes()[:, 2:]) / 2
    strides = grid.strides(np.arange(grid.size))
    away = np.maximum(np.abs(centres - 20) - strides, 0)  # half a cell, and half beyond
    could = (20 / (20 + 2 * away)).prod(1) > 0.9
    np.testing.assert_array_equal(could, np.isin(beyond.label, (-2, 1)))
