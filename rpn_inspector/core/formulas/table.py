"""A small table of facts: heads that say how numbers are written, and rows of cells; no font, no width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from rpn_inspector.core.formulas.numbers import finite, fitted, telling
from rpn_inspector.core.text import Text

Cell: TypeAlias = "float | str | None"
"""A number; a text as written, empty for room; None for nothing."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column.

    Args:
        text: the head; a plain text is a symbol, alike in every language.
        digits: decimals of the numbers.
        letters: the most letters of a number; a longer number loses decimals.
        signed: whether positive numbers have a sign too.
        unit: behind the numbers.
        tip: an explanation.
        tiny: whether numbers below 0.001 are written with significant digits.
    """

    text: Text | str
    digits: int = 4
    letters: int = 8
    signed: bool = False
    unit: str = ""
    tip: Text | str = ""
    tiny: bool = False

    def written(self, cell: Cell) -> str:
        """Return a cell as text, a dash for nothing and for what is no finite number."""
        if isinstance(cell, str):
            return cell
        cell = finite(cell)
        if self.tiny:
            return telling(cell, self.digits, self.letters)
        return fitted(cell, self.digits, self.letters, self.signed) + (self.unit if cell is not None else "")


class TableRow(NamedTuple):
    """A row: the name, and a cell under each head."""

    name: Text | str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; without rows nothing is to be shown.

    Args:
        heads: over the cells.
        rows: in order.
        total: whether the last row is the sum of the others.
        unit: of the cells, or how many rows of how many.
        note: a sentence under the rows.
    """

    heads: tuple[Head, ...]
    rows: tuple[TableRow, ...] = ()
    total: bool = False
    unit: Text | str = ""
    note: Text | str = ""
