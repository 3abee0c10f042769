"""The common words of assigners that follow from geometry alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.contests import Ranking
from rpn_inspector.core.formulas.section import Section
from rpn_inspector.core.formulas.table import Table
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array


class UnrankedWords:
    """What assigners say that rank no candidates."""

    __slots__ = ()
    ranks: ClassVar[bool] = False
    ranked_by: ClassVar[str] = ""
    place: ClassVar[str] = "anchor"

    def ranked(self, index: int, assignment: Assignment, place: Callable[[int], str]) -> Table:
        """Return the ranked candidates of ground truth ``index``: none."""
        return Table(())

    def ranking(self, index: int, assignment: Assignment) -> Ranking | None:
        """Return the candidates of ground truth ``index`` by rank: none."""
        return None

    def closeness(self, assignment: Assignment, gt: int | None) -> Array | None:
        """Return how near each anchor is to being taken: nothing says."""
        return None

    def contest_section(self, index: int, assignment: Assignment) -> Section | None:
        """Return in formulas how anchor ``index`` ranks: it does not."""
        return None


class StaticWords(UnrankedWords):
    """What assigners say that no prediction changes."""

    __slots__ = ()
    needs_outputs: ClassVar[bool] = False
    positives_need_outputs: ClassVar[bool] = False

    @property
    def title(self) -> Text:
        """Return what the rule is, in a few words."""
        return Text("labels by geometry alone")
