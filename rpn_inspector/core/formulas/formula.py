"""A formula with numbers put in."""

from __future__ import annotations

from dataclasses import dataclass

from rpn_inspector.core.formulas.section import Line


@dataclass(frozen=True, slots=True)
class FormulaText:
    """A formula in ``latex`` and as ``plain`` text, and the right side with ``numbers`` put in, to be recomputed."""

    latex: str
    plain: str
    numbers: str

    def line(self, written: str, value: float) -> Line:
        """Return the line of this formula with the result, as ``written``."""
        return Line(self.latex, self.plain, self.numbers, written, value)


def index_of(name: str) -> str:
    """Return the coordinate's ``name`` as an index of LaTeX."""
    return name if len(name) == 1 else f"{{{name}}}"
