"""What a recipe's loss measures of every anchor: residuals and their cost."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from rpn_inspector.core.box_losses import DECODED, Decoded
from rpn_inspector.core.boxes import relative_area
from rpn_inspector.core.losses import box_loss, sigmoid
from rpn_inspector.core.measure import Measure, MeasureSource, Need
from rpn_inspector.core.specs import LossSpec
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array

HEADS = {"smooth_l1": "Σ R(d)", "huber": "Σ β R(d)", "balanced_l1": "Σ R(d)"}  # others cost a whole box


def loss_measures(loss: LossSpec, names: Sequence[str], order: Sequence[int]) -> tuple[Measure[MeasureSource], ...]:
    """Return the residuals and the box loss of every anchor; of a loss over pairs, no anchor has one of its own.

    Args:
        loss: the recipe's loss.
        names: the coder's coordinates.
        order: their columns in the network's output.
    """
    residuals = tuple(_residual(loss, name, column) for name, column in zip(names, order, strict=True))
    return residuals if loss.normaliser == "level_mean" else (*residuals, _cost(loss))


def _residual(loss: LossSpec, name: str, column: int) -> Measure[MeasureSource]:
    def values(source: MeasureSource) -> Array:
        one = source.inspection
        assert one.t is not None
        t = one.t[:, column]
        # YOLO's t_x and t_y are logits, compared behind a sigmoid; they are the columns below 2 in either order
        answer = sigmoid(t) if loss.box == "yolo" and column < 2 else t
        return source.spread(one.positive, answer - one.t_star[:, column])

    meaning, tip = f"t_{name} − t*_{name}, its residual; positives only", Text("residual t − t*")
    return Measure(f"d{name}", values, meaning=meaning, tip=tip, signed=True, need=Need.NETWORK, extra=True)


def _cost(loss: LossSpec) -> Measure[MeasureSource]:
    def values(source: MeasureSource) -> Array:
        one = source.inspection
        assert one.t is not None
        pair = None
        if loss.box in DECODED:
            predicted = one.predicted(one.positive)
            assert predicted is not None
            pair = Decoded(predicted, one.gt[one.assignment.gt[one.positive]])
        parts = box_loss(one.t, one.t_star, loss, pair).sum(1)
        if loss.small_box_weight:
            owner = one.assignment.gt[one.positive]
            # Darknet weighs small boxes up to twice as much, by the share of the picture they leave free.
            parts = parts * (2 - relative_area(one.gt[owner], one.padded_size))
        # The recipe's weight is taken out: the measure is the sum of R(d) that the Explain panel derives.
        costs = parts / (loss.box_weight or 1)
        return source.spread(one.positive, np.where(np.isfinite(costs), costs, np.nan))

    return Measure(
        "r",
        values,
        meaning="box loss before weight and normaliser, Σ R(d) of smooth L1; positives only",
        head=HEADS.get(loss.box, Text("box loss")),
        tip=Text("box loss, before weight and normaliser; positives only"),
        need=Need.LOSS,
        ends=(0, math.inf),
    )
