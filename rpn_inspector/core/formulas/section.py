"""An answer in formulas: lines with the numbers put in and the results, under a question; no font, no colour."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.core.text import Text


@dataclass(frozen=True, slots=True)
class Line:
    """A formula: ``latex``, the ``numbers`` put in, the ``value``, and ``plain`` text of the formula.

    Of a result that is no finite number ``value`` is a dash; the numbers put in say why.
    """

    latex: str
    plain: Text | str
    numbers: str
    value: str
    exact: float | None = None

    def __post_init__(self) -> None:
        """Put the dash."""
        if self.exact is not None and not math.isfinite(self.exact):
            object.__setattr__(self, "value", NOTHING)

    @property
    def spoken(self) -> str:
        """Return the line for a screen reader and the clipboard."""
        parts = [str(self.plain), self.numbers, self.value]
        return " = ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Section:
    """A question with the answer: display formula (optional), lines, their total, and words."""

    title: Text | str
    caption: Text | str = ""
    formula: str = ""
    formula_plain: str = ""
    lines: tuple[Line, ...] = ()
    total: Line | None = None
    words: Text | str = ""

    def translated(self, said: Callable[[Text | str], str]) -> Section:
        """Return the section with every text as ``said``."""

        def line(one: Line) -> Line:
            return replace(one, plain=said(one.plain))

        return replace(
            self,
            title=said(self.title),
            caption=said(self.caption),
            lines=tuple(map(line, self.lines)),
            total=None if self.total is None else line(self.total),
            words=said(self.words),
        )
