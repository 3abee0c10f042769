"""What every assigner answers in words, for whoever shows, counts or compares a result."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar, Protocol

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.assigners.reasons import Reason
from rpn_inspector.core.assignment import Assignment, Cause
from rpn_inspector.core.contests import Ranking
from rpn_inspector.core.formulas.section import Section
from rpn_inspector.core.formulas.table import Table
from rpn_inspector.core.measure import Measure, MeasureSource
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array

Mask = npt.NDArray[np.bool_]
TruthWords = Callable[[Text], Text]  # what is said of a ground truth, from its name


class Words(Protocol):
    """The words of an assigner. Anchors and ground truths count from 0 in arguments, ground truths from 1 in words."""

    causes: ClassVar[tuple[Cause, ...]]
    """Those the assigner may give."""
    ranks: ClassVar[bool]
    """Whether ground truths take the best of ranked candidates."""
    ranked_by: ClassVar[str]
    """What ranks candidates, metric or cost; empty for an assigner that ranks none."""
    place: ClassVar[str]
    """What anchors are called in sentences, in the singular."""
    per_gt: ClassVar[tuple[str, ...]]
    """The arrays of `Assignment.per_gt`."""
    dense: ClassVar[tuple[str, ...]]
    """The arrays of `Assignment.dense`."""
    measure: ClassVar[str]
    """The array of ``dense`` that says most of a positive anchor, empty for an assigner without."""
    unmatched: ClassVar[str]
    """The title of the finding on a ground truth without positive anchor; in braces, thresholds."""
    low_quality_only: ClassVar[str]
    """The meaning of the finding on a ground truth with low-quality matches alone, likewise."""

    @property
    def title(self) -> Text:
        """Return what the rule is, in a few words."""
        ...

    @property
    def inclusive(self) -> bool:
        """Return whether widths are x2 - x1 + 1 in the IoU compared or shown."""
        ...

    def framed(self, grid: Grid, gt: Array, regions: Array | None = None) -> tuple[Grid, Array, Array | None]:
        """Return anchors, ground truths and regions in the frame of the comparison, given those of network px."""
        ...

    @property
    def thresholds(self) -> dict[str, float]:
        """Return the thresholds of IoU that part the labels, by field, the lowest first; empty without IoU."""
        ...

    def finding(self, index: int, assignment: Assignment) -> str:
        """Return the panel's heading of anchor ``index``."""
        ...

    def why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return the cause of anchor ``index``'s label in words with numbers."""
        ...

    def row(self, index: int, assignment: Assignment) -> str:
        """Return the cause of anchor ``index``'s label in the few words of a table cell."""
        ...

    def short(self, cause: int) -> str:
        """Return a cause in the few words of a table cell."""
        ...

    def reasons(self) -> Mapping[Cause | None, Reason]:
        """Return the reasons of another label by cause, in listed order; None: another owner of a positive anchor."""
        ...

    def measures(self) -> tuple[Measure[MeasureSource], ...]:
        """Return the numbers known of every anchor, beside label, cause and ground truth."""
        ...

    def gt_measures(self) -> tuple[Measure[MeasureSource], ...]:
        """Return the numbers known of every ground truth, beside the number of positives."""
        ...

    def compared(self, index: int, overlaps: Array, assignment: Assignment, best: Array, sample: Sample) -> Table:
        """Return the ground truths compared with an anchor, the best first.

        Args:
            index: the anchor, flat.
            overlaps: (G,) the anchor's IoU with each ground truth.
            assignment: over all G ground truths.
            best: (G,) the ground truths' best IoU with any anchor.
            sample: the picture, for the class names.
        """
        ...

    def ranked(self, index: int, assignment: Assignment, place: Callable[[int], str]) -> Table:
        """Return the candidates of ground truth ``index``, the best first, each with the parts of what ranks it.

        No row for an assigner that ranks none. ``place`` words an anchor by its flat index.
        """
        ...

    def ranking(self, index: int, assignment: Assignment) -> Ranking | None:
        """Return all candidates of ground truth ``index``, the best first; None for an assigner that ranks none."""
        ...

    def closeness(self, assignment: Assignment, gt: int | None) -> Array | None:
        """Return what ranks each anchor (N,) float32 for ground truth ``gt``, None for its best; 0 is the worst.

        A cost c counts as exp(-c). None for an assigner that ranks none, or without a prediction.
        """
        ...

    def contest_section(self, index: int, assignment: Assignment) -> Section | None:
        """Return in formulas how anchor ``index`` ranks for its owner, or where it ranks best; None without."""
        ...

    def gt_why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return in words with numbers why ground truth ``index``, in the assignment, has so many anchors."""
        ...

    def gt_finding(self, index: int, assignment: Assignment, used: Mask) -> Text | None:
        """Return the remark on ground truth ``index`` in a few words; ``used`` (G,) are in the assignment."""
        ...

    def gt_findings(self, assignment: Assignment) -> Mapping[str, Mask]:
        """Return the masks (G,) of ground truths by kind of finding; all of the assignment.

        At most one kind each, but that few candidates (``starved``) may all be shared too (``contested``).
        """
        ...

    def findings_from(self, per_gt: Mapping[str, Array], owner: Array) -> Mapping[str, Mask]:
        """Return the masks of `gt_findings` for many pictures at once.

        Args:
            per_gt: (G,) each, the arrays of `Positives.per_gt` over ground truths of any number of pictures.
            owner: (G,) the row of the ground truth assigned to each one's best anchor, -1 none.
        """
        ...

    def warnings(self, assignment: Assignment, used: Mask) -> Iterator[tuple[str, Mask, TruthWords]]:
        """Yield kind, ground truths (G,) and words of each warning, made of the first one's name."""
        ...
