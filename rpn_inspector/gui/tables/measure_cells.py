"""The cells of a measure's column, by kind and unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from rpn_inspector.core.formulas.numbers import NOTHING, fitted, telling
from rpn_inspector.core.measure import GROUND_TRUTH, SIGNIFICANT, TELLING, Measure, MeasureKind
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.table_model import Array, Column

MOST_LETTERS = 7  # of a number; a longer number loses decimals
WIDTH = 66  # px, where no other is set


def measure_column(
    measure: Measure[Any],
    values: Callable[[], Array] | None,
    rows: int,
    names: Sequence[str],
    width: int,
) -> Column:
    """Return a measure's column of a table.

    Args:
        measure: the descriptor.
        values: makes the values (rows,), None where the result lacks them.
        rows: the number of rows.
        names: the classes of the ground truths (G,).
        width: the least width, px.
    """

    def keys() -> Array:
        if values is None:
            return np.full(rows, np.nan, np.float32)
        found = values()
        # half the digits sort twice as fast, and no cell shows more
        return found.astype(np.float32, copy=False) if found.dtype.kind == "f" else found

    writer = _nothing if values is None else _writer(measure, values, names)
    left = measure.kind is not MeasureKind.NUMBER or measure.unit == GROUND_TRUTH
    title, tip = said(measure.head or measure.name), said(measure.tip)
    return Column(title, width, keys, writer, tip, left=left, extra=measure.extra)


def _nothing(row: int) -> str:
    del row
    return NOTHING


def _writer(measure: Measure[Any], values: Callable[[], Array], names: Sequence[str]) -> Callable[[int], str]:
    def ground_truth(row: int) -> str:
        number = int(values()[row])
        return f"{number} {names[number - 1]}" if number > 0 else NOTHING

    def flag(row: int) -> str:
        return tr("yes") if values()[row] else NOTHING

    def word(row: int) -> str:
        code = int(values()[row])
        return next((word for word, known in measure.words.items() if known == code), NOTHING)

    def number(row: int) -> str:
        value = float(values()[row])
        if value != value:
            return NOTHING
        if measure.digits == SIGNIFICANT:
            return f"{value:.4g}"
        if measure.digits == TELLING:
            return telling(value)
        return fitted(value, measure.digits, MOST_LETTERS, measure.signed)

    if measure.unit == GROUND_TRUTH:
        return ground_truth
    return {MeasureKind.FLAG: flag, MeasureKind.WORD: word}.get(measure.kind, number)
