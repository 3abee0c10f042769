"""What the Explain panel says, without a widget: sections of formulas, the numbers put in, and the results."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One formula: ``latex``, the same with ``numbers`` put in, its ``value``, and all of it in ``plain`` text."""

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
    """A question with its answer: a display formula or none, lines, a line that adds them up, a sentence."""

    title: str
    caption: str = ""
    formula: str = ""
    formula_plain: str = ""
    lines: tuple[Line, ...] = ()
    total: Line | None = None
    words: str = ""
