"""How assigners that look at the prediction word their results: candidates, who asked for them, and who got them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

import numpy as np

from rpn_inspector.core.assigners.dynamic_measures import of_anchors, of_ground_truths
from rpn_inspector.core.assigners.protocol import Mask
from rpn_inspector.core.assigners.reasons import REASONS, Reason
from rpn_inspector.core.assigners.threshold_free_words import ThresholdFreeWords
from rpn_inspector.core.assignment import UNDECIDED, Assignment, Cause
from rpn_inspector.core.formulas.table import Head, Table, TableRow
from rpn_inspector.core.measure import Measure, MeasureSource
from rpn_inspector.core.phrases import NO_LOW_QUALITY, NONE_TAKEN
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array

MOST_RANKED = 20  # candidates listed
MOST_ASKED = 6  # ground truths listed


class DynamicWords(ThresholdFreeWords):
    """The words of assigners that look at the prediction; anchors and ground truths as in `Words`.

    A rule names what ranks candidates, the parts of that in order, and its positives' cause.
    """

    __slots__ = ()
    needs_outputs: ClassVar[bool] = True
    positives_need_outputs: ClassVar[bool] = True
    causes: ClassVar[tuple[Cause, ...]]
    place: ClassVar[str] = "point"
    ranked_by: ClassVar[str]
    """The array of `Ragged.measured` that ranks candidates."""
    highest_first: ClassVar[bool]
    won: ClassVar[Cause]
    """The cause of an anchor that its ground truth took by itself."""
    near: ClassVar[str]
    """Where candidates are, after "point" or "anchor"."""
    per_gt: ClassVar[tuple[str, ...]] = ("positives", "candidates", "contested", "chosen", "cut")
    dense: ClassVar[tuple[str, ...]] = ("target",)
    measure: ClassVar[str] = ""
    unmatched: ClassVar[str] = NONE_TAKEN
    low_quality_only: ClassVar[str] = NO_LOW_QUALITY
    topk: int

    @property
    def claimed(self) -> bool:
        """Return whether a ground truth may own an anchor that another one overlaps more: it may."""
        return True

    def measures(self) -> tuple[Measure[MeasureSource], ...]:
        """Return the soft target and what ranks candidates, of every anchor."""
        return of_anchors(self.ranked_by, self.highest_first)

    def gt_measures(self) -> tuple[Measure[MeasureSource], ...]:
        """Return how many candidates a ground truth has, shares and took."""
        return of_ground_truths(self.per_gt)

    def heads(self) -> tuple[Head, ...]:
        """Return the heads of a candidate's numbers."""
        raise NotImplementedError

    def cells(self, measured: Mapping[str, Array], row: int) -> tuple[float, ...]:
        """Return a candidate's numbers, under `heads`."""
        raise NotImplementedError

    # An anchor

    def finding(self, index: int, assignment: Assignment) -> str:
        """Return the panel's heading of anchor ``index``."""
        cause = Cause(int(assignment.cause[index]))
        if cause is Cause.BACKGROUND:
            return "Negative: background"
        owner = int(assignment.gt[index]) + 1
        if owner:
            how = "given to" if cause is Cause.TAKEN_OVER else "taken by"
            return f"Positive: {how} ground truth {owner}"
        first = self._asking(index, assignment)[:1].tolist()
        word = "Undecided" if cause is Cause.UNDECIDED else "Negative"
        return f"{word}: candidate of ground truth {first[0] + 1}" if first else f"{word}: may be taken"

    def short(self, cause: int) -> str:
        """Return a cause in the few words of a table cell."""
        return {
            Cause.BACKGROUND: "no candidate",
            self.won: "among the best" if self.highest_first else "among the cheapest",
            Cause.TAKEN_OVER: "given by contest",
            Cause.NOT_IN_TOP: "under the cut" if self.highest_first else "over the cut",
            Cause.NOT_KEPT: "not kept",
            Cause.UNDECIDED: "no prediction",
        }[Cause(cause)]

    def reasons(self) -> Mapping[Cause | None, Reason]:
        """Return the reasons of another label by cause, in listed order; None: another owner of a positive anchor."""
        return {cause: OWN.get(cause) or REASONS[cause] for cause in (*self.causes, None)}

    def why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return the cause of anchor ``index``'s label in words with numbers."""
        cause = Cause(int(assignment.cause[index]))
        if cause is Cause.BACKGROUND:
            if not len(assignment.gt_positives):
                return f"The picture has no ground truth in the assignment, so every {self.place} is negative."
            return f"It is no {self.place} {self.near}, so no prediction can make it positive."
        asking = self._asking(index, assignment)
        names = _listed([f"{gt + 1} ({sample.class_name(gt)})" for gt in asking[:MOST_ASKED].tolist()])
        of = f"It is a candidate of ground truth {names}" if names else "Ground truths short of candidates may take it"
        if cause is Cause.UNDECIDED:
            return f"{of}; which one takes it, if any, depends on a prediction that is not known."
        owner = int(assignment.gt[index])
        if owner < 0:
            return f"{of}, {self._lost(index, assignment, cause)}."
        name = f"ground truth {owner + 1} ({sample.class_name(owner)})"
        value = self._value(index, owner, assignment)
        if cause is Cause.TAKEN_OVER:
            return (
                f"Others took it too, and of all ground truths {self.contest} {name}, which had not taken it itself, "
                f"at a {self.ranked_by} of {value}."
            )
        rank, many = self._rank(index, owner, assignment)
        return (
            f"Of the candidates of {name} it is number {rank} of {many:,}, with a {self.ranked_by} of {value}; "
            f"{self._cut_words(owner, assignment)}.{self._rivals(index, owner, assignment)}"
        )

    contest: ClassVar[str]
    """Who wins a contested anchor, in words before its name."""

    def _lost(self, index: int, assignment: Assignment, cause: Cause) -> str:
        ragged = _measured(assignment)
        rows = np.flatnonzero(ragged.anchor == index)
        values = ragged.measured[self.ranked_by][rows]
        if not rows.size:
            return "but none did"
        best = int(rows[(values.argmax() if self.highest_first else values.argmin())])
        owner = int(ragged.gt[best])
        if cause is Cause.NOT_KEPT:
            value = self._value_at(best, assignment)
            return f"was taken by one, but is not among those that stay after contests: {self.ranked_by} {value}"
        rank, many = self._rank(index, owner, assignment)
        return (
            f"of ground truth {owner + 1} number {rank} of {many:,} with a {self.ranked_by} of "
            f"{self._value_at(best, assignment)}; {self._cut_words(owner, assignment)}"
        )

    def _cut_words(self, gt: int, assignment: Assignment) -> str:
        chosen, cut = int(assignment.per_gt["chosen"][gt]), float(assignment.per_gt["cut"][gt])
        if chosen < 2:
            return f"it took the {self.superlative} one, at {told(cut)}" if chosen else "it took none"
        return f"it took the {chosen:,} {self.superlative}, {self.towards} {told(cut)}"

    superlative: ClassVar[str] = "best"
    towards: ClassVar[str] = "down to"

    def _rivals(self, index: int, owner: int, assignment: Assignment) -> str:
        ragged = _measured(assignment)
        rows = np.flatnonzero((ragged.anchor == index) & (ragged.gt != owner) & ragged.measured["chosen"])
        if not rows.size:
            return ""
        others = _listed([str(gt + 1) for gt in np.unique(ragged.gt[rows]).tolist()])
        return f" Ground truth {others} took it too, and {self.contest} ground truth {owner + 1}."

    def _asking(self, index: int, assignment: Assignment) -> Array:
        """Return the ground truths anchor ``index`` is a candidate of, by number."""
        ragged = assignment.ragged
        assert ragged is not None
        return np.asarray(ragged.gt[ragged.anchor == index])

    def _rank(self, index: int, gt: int, assignment: Assignment) -> tuple[int, int]:
        """Return the place of anchor ``index`` among the candidates of a ground truth, from 1, and their number."""
        ragged = _measured(assignment)
        mine = ragged.gt == gt
        values, anchors = ragged.measured[self.ranked_by][mine], ragged.anchor[mine]
        order = np.lexsort((anchors, -values if self.highest_first else values))
        found = np.flatnonzero(anchors[order] == index)
        return int(found[0]) + 1 if found.size else len(order), len(order)

    def _value(self, index: int, gt: int, assignment: Assignment) -> str:
        ragged = _measured(assignment)
        rows = np.flatnonzero((ragged.anchor == index) & (ragged.gt == gt))
        return self._value_at(int(rows[0]), assignment) if rows.size else told(0.0)

    def _value_at(self, row: int, assignment: Assignment) -> str:
        return told(float(_measured(assignment).measured[self.ranked_by][row]))

    def compared(self, index: int, overlaps: Array, assignment: Assignment, best: Array, sample: Sample) -> Table:
        """Return the ground truths that anchor ``index`` is a candidate of, the best first."""
        ragged = assignment.ragged
        assert ragged is not None
        rows = np.flatnonzero(ragged.anchor == index)
        if not ragged.measured:
            made = [TableRow(f"{gt + 1} {sample.class_name(gt)}", ()) for gt in ragged.gt[rows[:MOST_ASKED]].tolist()]
            return Table((), tuple(made), note=Text("Candidate of these; there is no prediction to rank it by."))
        values = ragged.measured[self.ranked_by][rows]
        rows = rows[np.argsort(-values if self.highest_first else values, kind="stable")][:MOST_ASKED]
        made = [
            TableRow(
                f"{gt + 1} {sample.class_name(gt)}", (*self.cells(ragged.measured, row), self._outcome(row, assignment))
            )
            for row, gt in zip(rows.tolist(), ragged.gt[rows].tolist(), strict=True)
        ]
        return Table((*self.heads(), Head(Text("taken"))), tuple(made))

    def _outcome(self, row: int, assignment: Assignment) -> str:
        """Return what became of a candidate pair, in a word or two."""
        ragged = _measured(assignment)
        owner = int(assignment.gt[ragged.anchor[row]])
        if owner == int(ragged.gt[row]):
            return "yes"
        if not ragged.measured["chosen"][row]:
            return "no"
        return f"by {owner + 1}" if owner >= 0 else "not kept"

    # A ground truth

    def ranked(self, index: int, assignment: Assignment, place: Callable[[int], str]) -> Table:
        """Return the candidates of ground truth ``index``, the best first, each with the parts of what ranks it.

        Args:
            index: the ground truth, from 0.
            assignment: over all ground truths.
            place: words an anchor by its flat index.
        """
        ragged = assignment.ragged
        assert ragged is not None
        rows = np.flatnonzero(ragged.gt == index)
        unit = Text.of("the {shown} best of {every}", shown=min(MOST_RANKED, len(rows)), every=f"{len(rows):,}")
        if not ragged.measured:
            shown = [TableRow(place(anchor), ()) for anchor in ragged.anchor[rows[:MOST_RANKED]].tolist()]
            more = unit if len(rows) > MOST_RANKED else ""
            return Table((), tuple(shown), unit=more, note=Text("No prediction is known to rank them by."))
        values, anchors = ragged.measured[self.ranked_by][rows], ragged.anchor[rows]
        order = rows[np.lexsort((anchors, -values if self.highest_first else values))][:MOST_RANKED]
        made = [
            TableRow(
                place(int(ragged.anchor[row])), (*self.cells(ragged.measured, row), self._outcome(row, assignment))
            )
            for row in order.tolist()
        ]
        heads = (*self.heads(), Head(Text("taken")))
        return Table(heads, tuple(made), unit=unit if len(rows) > MOST_RANKED else "")

    def gt_why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return in words with numbers why ground truth ``index``, in the assignment, has so many anchors."""
        many, shared, taken, count = (
            int(assignment.per_gt[name][index]) for name in ("candidates", "contested", "chosen", "positives")
        )
        if not many:
            return f"There is no {self.place} {self.near_it}, so {self.hopeless}"
        own = f"It has {many:,} candidate {self.place}{'s' if many > 1 else ''}"
        own += f", {'all' if shared == many else f'{shared:,}'} of them shared with others" if shared else ""
        if many < self.topk:
            own += f": fewer than the {self.topk} it may take"
        if (assignment.label == UNDECIDED).any():
            return f"{own}. Which of them it takes depends on a prediction that is not known."
        if not taken:
            return f"{own}. It took none: none has a {self.ranked_by} above 0."
        cut = told(float(assignment.per_gt["cut"][index]))
        said = (
            f"{own}. It took {taken:,}, {self.how_many(index, assignment)}, {self.towards} a {self.ranked_by} of {cut}"
        )
        if count == taken:
            return f"{said}; {'all of them are' if count > 1 else 'it is'} its own."
        return f"{said}; after contests and cuts {count:,} {'is' if count == 1 else 'are'} its own."

    near_it: ClassVar[str]
    hopeless: ClassVar[str] = "no prediction can make one positive for it: it is never learned."

    def how_many(self, index: int, assignment: Assignment) -> str:
        """Return why it took so many, in words."""
        raise NotImplementedError

    def gt_finding(self, index: int, assignment: Assignment, used: Mask) -> Text | None:
        """Return the remark on ground truth ``index`` in a few words; ``used`` (G,) are in the assignment."""
        if not used[index]:
            return Text("takes no part")
        found = {kind for kind, mask in self.gt_findings(assignment).items() if mask[index]}
        for kind, words in REMARKS.items():
            if kind in found:
                return words
        return None

    def gt_findings(self, assignment: Assignment) -> Mapping[str, Mask]:
        """Return the masks (G,) of ground truths by kind of finding, at most one kind each."""
        found = dict(self.findings_from(assignment.per_gt, np.full(len(assignment.gt_positives), -1)))
        if (assignment.label == UNDECIDED).any():
            return found
        lacking = (assignment.gt_positives == 0) & ~found["no_candidate"]
        return {kind: mask & ~lacking for kind, mask in found.items()} | {"unmatched": lacking}

    def findings_from(self, per_gt: Mapping[str, Array], owner: Array) -> Mapping[str, Mask]:
        """Return what geometry alone says of many ground truths; ``owner`` (G,) is not used."""
        many, shared = per_gt["candidates"], per_gt["contested"]
        starved = (many > 0) & (many < self.topk)
        return {
            "no_candidate": many == 0,
            "starved": starved,
            "contested": (many > 0) & ~starved & (shared == many),
        }

    def warnings(self, assignment: Assignment, used: Mask) -> Iterator[tuple[str, Mask, str]]:
        """Yield kind, ground truths (G,) and words of each warning; in braces, n and name of the first."""
        found = self.gt_findings(assignment)
        text = f"ground truth {{n}} ({{name}}) has no candidate: no {self.place} {self.near_it}"
        yield "no_candidate", used & found["no_candidate"], text
        if "unmatched" in found:
            yield (
                "unmatched",
                used & found["unmatched"],
                "ground truth {n} ({name}) has no positive: it took none, or lost all",
            )
        text = f"ground truth {{n}} ({{name}}) has fewer candidates than the {self.topk} it may take"
        yield "starved", used & found["starved"], text


OWN: Mapping[Cause | None, Reason] = {
    Cause.BACKGROUND: Reason("no ground truth has it as a candidate", "no candidate", 0),
    Cause.TOP_METRIC: Reason("its metric crossed the cut", "crossed the cut", 1),
    Cause.LOWEST_COST: Reason("its cost crossed the cut", "crossed the cut", 1),
    Cause.NOT_IN_TOP: Reason("it fell behind the cut", "behind the cut", 1),
    Cause.TAKEN_OVER: Reason("another ground truth wins the contest", "won by another", 2),
    Cause.NOT_KEPT: Reason("it stays after contests in one of them", "not kept", 2),
    Cause.UNDECIDED: Reason("there is no prediction in one of them", "no prediction", 3),
}
REMARKS: Mapping[str, Text] = {
    "no_candidate": Text("no candidate"),
    "unmatched": Text("no positive anchor"),
    "starved": Text("few candidates"),
    "contested": Text("shares all candidates"),
}


def _measured(assignment: Assignment) -> Any:
    assert assignment.ragged is not None
    return assignment.ragged


def told(value: float) -> str:
    """Return a metric or cost in four significant digits: metrics may be tiny, as products of powers."""
    return f"{value:.4g}"


def _listed(names: list[str]) -> str:
    return ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + names[-1] if names else ""
