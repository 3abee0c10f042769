"""What the Explain panel says, without a widget: sections of formulas, the numbers put in, and the results."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A formula: ``latex``, the ``numbers`` put in, the ``value``, and ``plain`` text of the formula."""

    latex: str
    plain: str
    numbers: str
    value: str
    exact: float | None = None

    @property
    def spoken(self) -> str:
        """Return the line for a screen reader and the clipboard."""
        parts = [self.plain, self.numbers, self.value]
        return " = ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Section:
    """A question with the answer: display formula (optional), lines, their total, a sentence."""

    title: str
    caption: str = ""
    formula: str = ""
    formula_plain: str = ""
    lines: tuple[Line, ...] = ()
    total: Line | None = None
    words: str = ""
