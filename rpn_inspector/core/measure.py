"""The one descriptor of a measured quantity for tables, filter and plots, and what a rule's own measures read."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, Protocol, TypeVar

from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.best_overlaps import BestOverlaps
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array

GROUND_TRUTH = "ground truth"
SIGNIFICANT = -1  # digits: four significant ones instead of decimals
TELLING = -2  # four decimals, and of tiny numbers four significant digits
Source = TypeVar("Source", contravariant=True)


class MeasureKind(Enum):
    """The type of a measure's values, and so of the possible comparisons."""

    NUMBER = "a number"
    WORD = "a word"
    LEVEL = "a level"
    CLASS = "a class"
    FLAG = "true or false"


class Need(Enum):
    """The data a measure cannot be had without."""

    NOTHING = ""
    OUTPUTS = "needs raw outputs, and this picture has none"
    NETWORK = "needs the network's own outputs"
    LOSS = "needs a loss, and there is none without raw outputs that fit the classes"


class Measured(Protocol):
    """The parts of an `Inspection` for a rule's measures: rules do not know the recipe, nor the inspection."""

    @property
    def gt(self) -> Array:
        """The ground truths (G, 4), network px."""

    @property
    def used(self) -> Array:
        """The ground truths (G,) in the assignment, bool."""

    @property
    def positives_known(self) -> bool:
        """Whether the positives are all that are."""

    @property
    def assignment(self) -> Assignment:
        """The labels of the N anchors."""

    @property
    def overlap(self) -> BestOverlaps:
        """The best IoUs, the assignment's own or computed."""

    @property
    def positive(self) -> Array:
        """The positives (P,), flat."""

    @property
    def t_star(self) -> Array:
        """The targets (P, 4) of the positives, in the recipe's order."""

    @property
    def t(self) -> Array | None:
        """The predictions (P, 4) of the positives, in the recipe's order."""

    @property
    def deltas(self) -> Array | None:
        """The predictions (N, 4), in the recipe's order."""

    @property
    def padded_size(self) -> tuple[int, int]:
        """The network input's (h, w) px."""

    def predicted(self, indices: Array) -> Array | None:
        """Return the decoded boxes (n, 4) of flat ``indices`` (n,), network px, None without predictions."""


class MeasureSource(Protocol):
    """A result, and the columns already made of it."""

    @property
    def inspection(self) -> Measured:
        """The result."""

    def spread(self, rows: Array, values: Array) -> Array:
        """Return ``values`` (n,) of flat indices ``rows`` (n,) as a column (N,) float32, NaN elsewhere."""


@dataclass(frozen=True, slots=True, eq=False)
class Measure(Generic[Source]):
    """A quantity of every anchor, or of every ground truth, read from a `MeasureSource` or a fuller one.

    Args:
        name: the word in a filter.
        values: makes the column, (N,) or (G,), from a result.
        kind: the type of the values.
        meaning: in English, for the filter's list of names.
        head: of a table's column, the name where empty; a plain text is a symbol, alike in every language.
        tip: of the head.
        unit: ``px``, or `GROUND_TRUTH` for the number of a ground truth, counted from 1.
        digits: decimals in a table, `SIGNIFICANT` or `TELLING`.
        signed: whether a table shows the sign of positive numbers too.
        words: fixed words with codes.
        also: other words of the field for some of these, taken in a filter.
        ends: the least and the greatest possible value.
        need: the data needed.
        missing: the code for "none" in whole-number columns; other columns use NaN.
        extra: whether a table hides the column until asked.
    """

    name: str
    values: Callable[[Source], Array]
    kind: MeasureKind = MeasureKind.NUMBER
    meaning: str = ""
    head: Text | str = ""
    tip: Text | str = ""
    unit: str = ""
    digits: int = 4
    signed: bool = False
    words: Mapping[str, int] = field(default_factory=dict)
    also: Mapping[str, str] = field(default_factory=dict)
    ends: tuple[float, float] = (-math.inf, math.inf)
    need: Need = Need.NOTHING
    missing: int | None = None
    extra: bool = False
