"""A formula with numbers put in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormulaText:
    """A formula in ``latex`` and as ``plain`` text, and the right side with ``numbers`` put in, to be recomputed."""

    latex: str
    plain: str
    numbers: str
