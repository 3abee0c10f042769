"""One anchor's facts as tables: the coded numbers by coordinate, and the losses."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from rpn_inspector.core.box_losses import DECODED
from rpn_inspector.core.formulas.numbers import number
from rpn_inspector.core.formulas.table import Cell, Head, Table, TableRow
from rpn_inspector.core.losses import Losses
from rpn_inspector.core.specs import LossSpec
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array
from rpn_inspector.core.words import LABEL_WORDS

DIFFERENCE = {"smooth_l1": ("d = t − t*", "R(d)"), "huber": ("d = t − t*", "β R(d)"), "yolo": ("σ(t) − t*", "loss")}
OTHERS = ("d = t − t*", "loss")


def coding_table(
    names: Sequence[str],
    loss: LossSpec,
    t_star: Array | None,
    t: Array | None,
    difference: Array | None,
    r: Array | None,
    sides: Array | None = None,
) -> Table:
    """Return target, prediction, difference and cost of each coordinate; without target and prediction no row.

    A loss of the decoded box is taken of no difference, and has a row of its own.

    Args:
        names: the coder's coordinates.
        loss: the recipe's loss, for the heads.
        t_star: the target (4,), in the order of ``names``.
        t: the prediction (4,).
        difference: (4,), what the loss is taken of.
        r: the cost (4,), or (1,) of the whole box.
        sides: the further cost (4,) of each side by its bins, None without; its mean is a row of its own.
    """
    if sides is not None:
        return _sides_table(names, t_star, t, sides, r)
    compared, cost = DIFFERENCE.get(loss.box, OTHERS)
    decoded = loss.box in DECODED
    coded = [Head(head, letters=7, signed=True) for head in (("t*", "t") if decoded else ("t*", "t", compared))]
    heads = (*coded, Head(Text("loss") if cost == "loss" else cost, digits=6))
    if t_star is None and t is None:
        return Table(heads)
    whole = r is not None and len(r) == 1  # a loss of the whole box
    columns = (t_star, t, None if whole else r) if decoded else (t_star, t, difference, r)
    rows = [
        TableRow(name, tuple(None if column is None else float(column[i]) for column in columns))
        for i, name in enumerate(names)
    ]
    if r is not None:
        total = Text("the whole box") if whole else Text("sum of the four")
        rows.append(TableRow(total, (*[""] * len(coded), float(r.sum()))))
    return Table(heads, tuple(rows), total=r is not None)


def _sides_table(names: Sequence[str], t_star: Array | None, t: Array | None, sides: Array, r: Array | None) -> Table:
    """Return target, expectation, difference and cost of each side's distribution."""
    heads = (
        *(Head(head, letters=7, signed=True) for head in ("t*", "t", "t − t*")),
        Head("DFL", tip=Text("distribution focal loss of the side")),
    )
    rows = []
    for i, name in enumerate(names):
        wanted, said = (None if column is None else float(column[i]) for column in (t_star, t))
        apart = None if wanted is None or said is None else said - wanted
        rows.append(TableRow(name, (wanted, said, apart, float(sides[i]))))
    rows.append(TableRow(Text("mean of the four"), ("", "", "", float(sides.mean()))))
    note = "" if r is None else Text.of("The whole box costs {v} besides.", v=number(float(r.sum())))
    return Table(heads, tuple(rows), total=True, note=note)


def terms_table(
    spec: LossSpec,
    score: float | None,
    parts: tuple[float | None, float | None],
    divisors: tuple[float, float],
    loss: Losses | None,
    in_sums_as: tuple[int, int] | None,
    membership: Text,
    further: Mapping[str, tuple[float, float]],
    point: bool = False,
) -> Table:
    """Return box and objectness loss of an anchor beside the picture's; without predictions no row.

    Args:
        spec: the recipe's losses.
        score: p, None without predictions.
        parts: box and objectness loss before division.
        divisors: what box and objectness loss are divided by.
        loss: the picture's losses.
        in_sums_as: the anchor's label and the label it was sampled as, None where not sampled.
        membership: whether the anchor is in the picture's sums.
        further: by name, each further loss before division, and the divisor.
        point: whether the anchor is a point.
    """
    text = f"÷ {divisors[1]:,.5g}" if divisors[0] == divisors[1] else "÷ N"
    heads = (
        Head(Text("point") if point else Text("anchor"), letters=6),
        Head(text, digits=6, tip=Text("divided by the normaliser of its sum")),
        Head(Text("image"), digits=5, letters=7),
        Head(Text("share"), digits=1, unit=" %"),
    )
    if score is None:
        return Table(heads)
    # a sample may have been recorded under another label: the sums then hold other numbers than the formulas
    alike = in_sums_as is not None and in_sums_as[0] == in_sums_as[1]
    wholes = (None, None) if loss is None else (loss.box, loss.objectness)
    rows = []
    names = Text("box"), Text(spec.called("objectness"))
    for name, value, divisor, whole in zip(names, parts, divisors, wholes, strict=True):
        part = value / divisor if value is not None else None
        cells: tuple[Cell, ...] = (value, part, whole, percent(part, whole) if alike else None)
        rows.append(TableRow(name, cells))
    if loss is not None:
        for key, (own, by) in further.items():
            part, whole = own / by, loss.more[key].value
            rows.append(TableRow(Text(key), (own, part, whole, percent(part, whole) if alike else None)))
    if in_sums_as is not None and not alike:
        label = Text(LABEL_WORDS[in_sums_as[1]])
        membership = Text.of("The trainer took it as {label}, so it is in the sums as that.", label=label)
    note = Text.of("Score p {score}. {words}", score=number(score), words=membership)
    return Table(heads, tuple(rows), note=note)


def percent(part: float | None, whole: float | None) -> float | None:
    """Return ``part`` of ``whole`` in percent, None unless both are finite and ``whole`` is positive."""
    if part is None or whole is None or not (math.isfinite(part) and math.isfinite(whole)) or whole <= 0:
        return None
    percent = 100 * (part / whole)
    return percent if math.isfinite(percent) else None
