"""The common words of assigners that follow from geometry alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.formulas.table import Table
from rpn_inspector.core.text import Text


class StaticWords:
    """What assigners say that no prediction changes."""

    __slots__ = ()
    needs_outputs: ClassVar[bool] = False
    positives_need_outputs: ClassVar[bool] = False

    @property
    def title(self) -> Text:
        """Return what the rule is, in a few words."""
        return Text("labels by geometry alone")

    def ranked(self, index: int, assignment: Assignment, place: Callable[[int], str]) -> Table:
        """Return the ranked candidates of ground truth ``index``: none, labels follow from thresholds or places."""
        return Table(())
