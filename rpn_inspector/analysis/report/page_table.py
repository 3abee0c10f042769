"""The tables of the report's page: cells with the value that sorts them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rpn_inspector.analysis.report.headlines import percent
from rpn_inspector.core.plain_text import one_line

LONGEST = 120  # letters of a name


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, and what it is sorted by, "" for an empty one."""

    text: str
    value: str | float


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table of the page; ``more`` says what is left out, ``words`` are the columns of words, no numbers."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    more: str = ""
    id: str = ""
    words: frozenset[int] = frozenset({0})


def name_of(text: str) -> str:
    """Return a name on one line of at most `LONGEST` letters."""
    return one_line(text, LONGEST)


def number_cell(value: float | None, form: str = ",.0f", sign: str = "") -> Cell:
    """Return a number's cell, an en dash for none."""
    if value is None or not math.isfinite(value):
        return Cell("–", "")
    return Cell(f"{value:{form}}{sign}".replace("-", "−"), value)


def share_cell(value: float | None) -> Cell:
    """Return a share's cell in percent, an en dash for none."""
    return Cell("–", "") if value is None else Cell(percent(value), value)
