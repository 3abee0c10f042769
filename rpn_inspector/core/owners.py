"""The ground truths that teach one anchor, where a rule lists several pairs, and each one's part of the losses."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rpn_inspector.core.assignment import Pairs
from rpn_inspector.core.box_losses import DECODED, decoded_loss
from rpn_inspector.core.formulas.table import Head, Table, TableRow
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.pair_losses import CLASS, relative_boxes
from rpn_inspector.core.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """A ground truth paired with an anchor.

    Args:
        gt: from 0.
        times: the number of its pairs with the anchor.
        last: whether its pair is listed last, so that objectness follows it.
        fit: the IoU of the box loss, 0 or more: what its pair would set as objectness target; None without outputs.
        box: the part of the picture's box loss, of all its pairs; None without.
        classes: the part of the picture's class loss; None without.
    """

    gt: int
    times: int
    last: bool
    fit: float | None = None
    box: float | None = None
    classes: float | None = None


def owners_of(inspection: Inspection, anchor: int) -> tuple[Owner, ...]:
    """Return the ground truths that teach ``anchor``, in the order of their first pairs; () for an anchor without."""
    pairs = inspection.assignment.pairs
    mine = np.flatnonzero(pairs.anchor == anchor)
    gts = pairs.gt[mine]
    fit, box, classes = _parts(inspection, anchor, Pairs(pairs.anchor[mine], gts))
    found = []
    for gt in dict.fromkeys(gts.tolist()):
        own = gts == gt
        found.append(
            Owner(
                gt=gt,
                times=int(own.sum()),
                last=bool(gts[-1] == gt),
                fit=None if fit is None else float(fit[own][-1]),
                box=None if box is None else float(box[own].sum()),
                classes=None if classes is None else float(classes[own].sum()),
            )
        )
    return tuple(found)


def _parts(
    inspection: Inspection, anchor: int, pairs: Pairs
) -> tuple[np.ndarray | None, np.ndarray | None, np.ndarray | None]:
    """Return fit, box and class part (n,) of each of an anchor's ``pairs``, None where no loss is over pairs."""
    loss, spec, deltas = inspection.loss, inspection.recipe.loss, inspection.deltas
    if loss is None or loss.by_level is None or deltas is None or spec.box not in DECODED or not len(pairs.gt):
        return None, None, None
    boxes = relative_boxes(inspection.grid, inspection.gt, pairs, deltas, inspection.recipe.coder)
    cost = decoded_loss(boxes, spec).value.sum(1)
    level = int(inspection.grid.locate([anchor]).level[0])
    term = loss.more.get(CLASS)
    classes = None if term is None else term.per_anchor[term.rows == anchor]
    if classes is not None and len(classes) != len(pairs.gt):
        classes = None
    return np.clip(1 - cost, 0, None), spec.box_weight * cost / loss.by_level[level][1], classes


def owners_table(inspection: Inspection, anchor: int) -> Table:
    """Return a row for each ground truth of an anchor with several pairs, and the sums; no row for one pair at most."""
    owners, sample = owners_of(inspection, anchor), inspection.sample
    heads = (
        Head(Text("pairs"), digits=0),
        Head(Text("fit"), tip=Text("the IoU of the box loss, the objectness target of the pair listed last")),
        Head(Text("box"), digits=6),
        Head(Text("class"), digits=6),
    )
    if sum(owner.times for owner in owners) < 2:
        return Table(heads)
    rows = [
        TableRow(
            f"{owner.gt + 1} {sample.class_name(owner.gt)}", (str(owner.times), owner.fit, owner.box, owner.classes)
        )
        for owner in owners
    ]
    sums = [_sum([owner.box for owner in owners]), _sum([owner.classes for owner in owners])]
    rows.append(TableRow(Text("in the sums"), (str(sum(owner.times for owner in owners)), "", *sums)))
    last = next(owner.gt for owner in owners if owner.last)
    note = Text.of("Its one objectness follows ground truth {n}, listed last.", n=last + 1)
    if len(owners) > 1:
        note = Text.of("These collide: its one objectness follows ground truth {n}, listed last.", n=last + 1)
    return Table(heads, tuple(rows), total=True, note=note)


def _sum(values: list[float | None]) -> float | None:
    return None if None in values else sum(value for value in values if value is not None)
