"""Grids of boxes given one by one, and what the checks of priors share."""

import dataclasses

import numpy as np

from rpn_inspector.core.anchors import Grid, Level
from rpn_inspector.core.proposals import propose


def grid_of_boxes(boxes):
    """Return a grid of one cell with the ``boxes`` (n, 4) as base anchors."""
    columns = [np.ascontiguousarray(boxes[:, k : k + 1]) for k in (0, 2, 1, 3)]
    sizes = np.ones(len(boxes))
    level = Level(
        name="L", index=0, shape=(1, 1), stride=(1, 1), base=boxes, sizes=sizes, ratios=sizes, offset=0,
        x0=columns[0], x1=columns[1], y0=columns[2], y1=columns[3],
    )  # fmt: skip
    return Grid((level,), len(boxes), boxes.dtype)


def corners(priors):
    """Return centre form (n, 4) as corners, float32."""
    half = priors[:, 2:] / np.float32(2)
    return np.concatenate([priors[:, :2] - half, priors[:, :2] + half], 1)


def unit_grid(priors):
    """Return the grid of priors in centre form, an input of 1 x 1."""
    return grid_of_boxes(corners(priors))


def centre_form(spec, level, padded):
    """Return a level's priors (n, 4) in centre form, fractions of the input, float32."""
    (x, y), sides = spec.centre_form(level.index, level.shape, level.stride, padded)
    out = np.empty((*level.shape, len(sides), 4))
    out[..., 0], out[..., 1], out[..., 2:] = x[None, :, None], y[:, None, None], sides
    return out.reshape(-1, 4).astype("<f4")


def compared(got, wanted, share):
    """Hold boxes (n, 4) to a share of a row's largest number."""
    assert got.shape == wanted.shape
    reach = share * np.maximum(np.abs(wanted).max(1, keepdims=True, initial=0), 1e-3)
    assert (np.abs(got.astype(np.float64) - wanted) <= reach).all()


def ranked(recipe, grid, ranks, deltas):
    """Return the detections of ``ranks`` (N, K) in place of scores, -inf for no candidate."""
    loss = dataclasses.replace(recipe.loss, objectness="focal")
    spec = dataclasses.replace(recipe.proposals, top_by="logit", nms_by="logit", min_score=0.0)
    return propose(grid, ranks, deltas, dataclasses.replace(recipe, loss=loss, proposals=spec), (1, 1))
