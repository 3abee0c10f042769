"""How assigners that look at the prediction word their results: candidates, who asked for them, and who got them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar

import numpy as np

from rpn_inspector.core.assigners.dynamic_measures import of_anchors, of_ground_truths
from rpn_inspector.core.assigners.overlapped import named_truth
from rpn_inspector.core.assigners.protocol import Mask, TruthWords
from rpn_inspector.core.assigners.reasons import REASONS, Reason
from rpn_inspector.core.assigners.threshold_free_words import ThresholdFreeWords
from rpn_inspector.core.assignment import UNDECIDED, Assignment, Cause
from rpn_inspector.core.contests import (
    Plane,
    Ranking,
    measured_rows,
    owners_number,
    pairs_of,
    ranked_rows,
    wanted_by,
)
from rpn_inspector.core.finding_words import GT_FINDING_WORDS
from rpn_inspector.core.formulas.numbers import significant, telling
from rpn_inspector.core.formulas.section import Section
from rpn_inspector.core.formulas.table import Head, Table, TableRow
from rpn_inspector.core.measure import Measure, MeasureSource
from rpn_inspector.core.phrases import NO_LOW_QUALITY, NONE_TAKEN
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text, UserName
from rpn_inspector.core.values import Array

MOST_RANKED = 20  # candidates listed
MOST_ASKED = 6  # ground truths listed
MOST_SIDE_BY_SIDE = 3  # ground truths compared as columns


class DynamicWords(ThresholdFreeWords):
    """The words of assigners that look at the prediction; anchors and ground truths as in `Words`.

    A rule names what ranks candidates, the parts of that in order, and its positives' cause.
    """

    __slots__ = ()
    needs_outputs: ClassVar[bool] = True
    positives_need_outputs: ClassVar[bool] = True
    ranks: ClassVar[bool] = True
    causes: ClassVar[tuple[Cause, ...]]
    place: ClassVar[str] = "point"
    ranked_by: ClassVar[str]
    """The array of `Ragged.measured` that ranks candidates."""
    highest_first: ClassVar[bool]
    won: ClassVar[Cause]
    """The cause of an anchor that its ground truth took by itself."""
    near: ClassVar[Text]
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

    def parts(self, measured: Mapping[str, Array]) -> tuple[Array, ...]:
        """Return the numbers (n,) of candidates, under `heads`; ``measured`` are (n,) each, by name."""
        raise NotImplementedError

    def plane(self, measured: Mapping[str, Array]) -> Plane:
        """Return the two numbers that rank candidates; ``measured`` are (n,) each, by name."""
        raise NotImplementedError

    def contest_section(self, index: int, assignment: Assignment) -> Section | None:
        """Return in formulas how anchor ``index`` ranks for its owner, or where it ranks best; None without."""
        raise NotImplementedError

    # An anchor

    def finding(self, index: int, assignment: Assignment) -> str:
        """Return the panel's heading of anchor ``index``."""
        cause = Cause(int(assignment.cause[index]))
        if cause is Cause.BACKGROUND:
            return Text("Negative: background")
        owner = int(assignment.gt[index]) + 1
        if owner:
            if cause is Cause.TAKEN_OVER:
                return Text.of("Positive: given to ground truth {owner}", owner=owner)
            return Text.of("Positive: taken by ground truth {owner}", owner=owner)
        return self._candidate_of(self._wanting(index, assignment), cause is Cause.UNDECIDED)

    def _candidate_of(self, wanting: list[int], undecided: bool) -> Text:
        """Return the heading of an anchor without an owner; ``wanting`` the best first."""
        if not wanting:
            return Text("Undecided: may be taken") if undecided else Text("Negative: may be taken")
        first, others = wanting[0] + 1, len(wanting) - 1
        if undecided and others:
            return Text.counted(
                others,
                "Undecided: candidate of ground truth {value} and 1 other",
                "Undecided: candidate of ground truth {value} and {n} others",
                value=first,
            )
        if undecided:
            return Text.of("Undecided: candidate of ground truth {value}", value=first)
        if others:
            return Text.counted(
                others,
                "Negative: candidate of ground truth {value} and 1 other",
                "Negative: candidate of ground truth {value} and {n} others",
                value=first,
            )
        return Text.of("Negative: candidate of ground truth {value}", value=first)

    def short(self, cause: int) -> str:
        """Return a cause in the few words of a table cell."""
        return {
            Cause.BACKGROUND: Text("no candidate"),
            self.won: Text("among the best") if self.highest_first else Text("among the cheapest"),
            Cause.TAKEN_OVER: Text("given by contest"),
            Cause.NOT_IN_TOP: Text("under the cut") if self.highest_first else Text("over the cut"),
            Cause.NOT_KEPT: Text("not kept"),
            Cause.UNDECIDED: Text("no prediction"),
        }[Cause(cause)]

    def reasons(self) -> Mapping[Cause | None, Reason]:
        """Return the reasons of another label by cause, in listed order; None: another owner of a positive anchor."""
        return {cause: OWN.get(cause) or REASONS[cause] for cause in (*self.causes, None)}

    def why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return the cause of anchor ``index``'s label in words with numbers."""
        cause = Cause(int(assignment.cause[index]))
        if cause is Cause.BACKGROUND:
            if not len(assignment.gt_positives):
                return Text.of(
                    "The picture has no ground truth in the assignment, so every {place} is negative.",
                    place=Text(self.place),
                )
            return Text.of(
                "This {place} is not {near}, so no prediction can make it positive.",
                place=Text(self.place),
                near=self.near,
            )
        asking = self._wanting(index, assignment)
        named = [
            Text.of("{gt} ({gt_too})", gt=gt + 1, gt_too=UserName(sample.class_name(gt))) for gt in asking[:MOST_ASKED]
        ]
        left = len(asking) - len(named)
        names = _listed([*named, Text.counted(left, "1 other", "{n} others")] if left else named)
        of = (
            Text.of("It is a candidate of ground truth {names}", names=names)
            if names
            else Text("Ground truths short of candidates may take it")
        )
        if cause is Cause.UNDECIDED:
            return Text.of("{of}; which one takes it, if any, depends on a prediction that is not known.", of=of)
        owner = int(assignment.gt[index])
        if owner < 0:
            return Text.of("{of}, {lost}.", of=of, lost=self._lost(index, assignment, cause))
        name = named_truth(owner, sample)
        value = self._value(index, owner, assignment)
        if cause is Cause.TAKEN_OVER:
            return Text.of(
                "Others took it too, and of all ground truths {contest} {name}, which had not taken it "
                "itself, at a {ranked_by} of {value}.",
                contest=self.contest,
                name=name,
                ranked_by=Text(self.ranked_by),
                value=value,
            )
        rank, many = self._rank(index, owner, assignment)
        return Text.of(
            "Of the candidates of {name} it is number {rank} of {many:,}, with a {ranked_by} of "
            "{value}; {cut_words}.{rivals}",
            name=name,
            rank=rank,
            many=many,
            ranked_by=Text(self.ranked_by),
            value=value,
            cut_words=self._cut_words(owner, assignment),
            rivals=self._rivals(index, owner, assignment),
        )

    decided_by: ClassVar[str]
    """The array of `Ragged.measured` whose best wins a contest."""
    contest: ClassVar[Text]
    """Who wins a contested anchor, in words before its name."""

    def _lost(self, index: int, assignment: Assignment, cause: Cause) -> str:
        ragged = _measured(assignment)
        rows = np.flatnonzero(ragged.anchor == index)
        values = ragged.measured[self.ranked_by][rows]
        if not rows.size:
            return Text("but none did")
        best = int(rows[(values.argmax() if self.highest_first else values.argmin())])
        owner = int(ragged.gt[best])
        if cause is Cause.NOT_KEPT:
            value = self._value_at(best, assignment)
            return Text.of(
                "was taken by one, but is not among those that stay after contests: {ranked_by} {value}",
                ranked_by=Text(self.ranked_by),
                value=value,
            )
        rank, many = self._rank(index, owner, assignment)
        return Text.of(
            "of ground truth {owner} number {rank} of {many:,} with a {ranked_by} of {value_at}; {cut_words}",
            owner=owner + 1,
            rank=rank,
            many=many,
            ranked_by=Text(self.ranked_by),
            value_at=self._value_at(best, assignment),
            cut_words=self._cut_words(owner, assignment),
        )

    def _cut_words(self, gt: int, assignment: Assignment) -> str:
        chosen, cut = int(assignment.per_gt["chosen"][gt]), float(assignment.per_gt["cut"][gt])
        if chosen < 2:
            return (
                Text.of("it took the {superlative} one, at {cut}", superlative=self.superlative, cut=significant(cut))
                if chosen
                else Text("it took none")
            )
        return Text.of(
            "it took the {chosen:,} {superlative}, {towards} {cut}",
            chosen=chosen,
            superlative=self.superlative,
            towards=self.towards,
            cut=significant(cut),
        )

    superlative: ClassVar[Text] = Text("best")
    towards: ClassVar[Text] = Text("down to")

    def _rivals(self, index: int, owner: int, assignment: Assignment) -> str:
        ragged = _measured(assignment)
        rows = np.flatnonzero((ragged.anchor == index) & (ragged.gt != owner) & ragged.measured["chosen"])
        if not rows.size:
            return ""
        others = _listed([str(gt + 1) for gt in np.unique(ragged.gt[rows]).tolist()])
        mine = ragged.measured[self.decided_by][(ragged.anchor == index) & (ragged.gt == owner)]
        values = ragged.measured[self.decided_by][rows]
        if not mine.size:
            return Text.of(
                " Ground truth {others} took it too, and {contest} ground truth {owner}.",
                others=others,
                contest=self.contest,
                owner=owner + 1,
            )
        second = float(values.max() if self.highest_first else values.min())
        return Text.of(
            " Ground truth {others} took it too, and {contest} ground truth {owner}: {value} against {second}.",
            others=others,
            contest=self.contest,
            owner=owner + 1,
            value=significant(float(mine[0])),
            second=significant(second),
        )

    def _wanting(self, index: int, assignment: Assignment) -> list[int]:
        """Return the ground truths anchor ``index`` is a candidate of, the best first; by number without a ranking."""
        ragged, rows = assignment.ragged, pairs_of(assignment, index)
        assert ragged is not None
        ranks = self.ranked_by in ragged.measured
        found: list[int] = ragged.gt[self._best_first(rows, assignment) if ranks else rows].tolist()
        return found

    def _rank(self, index: int, gt: int, assignment: Assignment) -> tuple[int, int]:
        """Return the place of anchor ``index`` among the candidates of a ground truth, from 1, and their number."""
        anchors = _measured(assignment).anchor[ranked_rows(assignment, gt, self.ranked_by, self.highest_first)]
        found = np.flatnonzero(anchors == index)
        return int(found[0]) + 1 if found.size else len(anchors), len(anchors)

    def _value(self, index: int, gt: int, assignment: Assignment) -> str:
        ragged = _measured(assignment)
        rows = np.flatnonzero((ragged.anchor == index) & (ragged.gt == gt))
        return self._value_at(int(rows[0]), assignment) if rows.size else significant(0.0)

    def _value_at(self, row: int, assignment: Assignment) -> str:
        return significant(float(_measured(assignment).measured[self.ranked_by][row]))

    def best_row(self, index: int, assignment: Assignment) -> int:
        """Return the row of the pairs that says most of anchor ``index``: its owner's, else its best; -1 without."""
        ragged, rows = assignment.ragged, pairs_of(assignment, index)
        assert ragged is not None
        if not rows.size or self.ranked_by not in ragged.measured:
            return -1
        owned = rows[ragged.gt[rows] == assignment.gt[index]]
        return int(owned[0]) if owned.size else int(self._best_first(rows, assignment)[0])

    def _best_first(self, rows: Array, assignment: Assignment) -> Array:
        values = _measured(assignment).measured[self.ranked_by][rows]
        return np.asarray(rows[np.argsort(-values if self.highest_first else values, kind="stable")])

    def compared(self, index: int, overlaps: Array, assignment: Assignment, best: Array, sample: Sample) -> Table:
        """Return the ground truths that anchor ``index`` is a candidate of side by side, the best first."""
        ragged, rows = assignment.ragged, pairs_of(assignment, index)
        assert ragged is not None
        if not ragged.measured:
            made = [TableRow(f"{gt + 1} {sample.class_name(gt)}", ()) for gt in ragged.gt[rows[:MOST_ASKED]].tolist()]
            return Table((), tuple(made), note=Text("Candidate of these; there is no prediction to rank it by."))
        every, rows = len(rows), self._best_first(rows, assignment)[:MOST_SIDE_BY_SIDE]
        if not every:
            return Table(())
        gts = ragged.gt[rows].tolist()
        named = [Text.of("for {n}", n=gt + 1) for gt in gts]
        heads = tuple(Head(name, letters=7, tip=sample.class_name(gt)) for name, gt in zip(named, gts, strict=True))
        parts = self.parts(measured_rows(ragged.measured, rows))
        made = [
            TableRow(head.text, tuple(telling(float(value)) for value in values))
            for head, values in zip(self.heads(), parts, strict=True)
        ]
        ranks = (self._rank(index, gt, assignment) for gt in gts)
        made.append(TableRow(Text("rank"), tuple(f"{rank:,}/{many:,}" for rank, many in ranks)))
        outcomes = tuple(self._outcome(row, assignment) for row in rows.tolist())
        made.append(TableRow(Text("taken"), outcomes))
        unit = Text.of("the {shown} best of {every}", shown=len(rows), every=every) if every > len(rows) else ""
        return Table(heads, tuple(made), unit=unit)

    def _outcome(self, row: int, assignment: Assignment) -> str:
        """Return what became of a candidate pair, in a word or two."""
        ragged = _measured(assignment)
        owner = int(assignment.gt[ragged.anchor[row]])
        if owner == int(ragged.gt[row]):
            return Text("yes")
        if not ragged.measured["chosen"][row]:
            return Text("no")
        return Text.of("by {n}", n=owner + 1) if owner >= 0 else Text("not kept")

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
        cut, counts = len(rows) > MOST_RANKED, {"shown": MOST_RANKED, "every": f"{len(rows):,}"}
        if not ragged.measured:
            shown = [TableRow(place(anchor), ()) for anchor in ragged.anchor[rows[:MOST_RANKED]].tolist()]
            more = Text.of("the first {shown} of {every}", **counts) if cut else ""
            return Table((), tuple(shown), unit=more, note=Text("No prediction is known to rank them by."))
        order = ranked_rows(assignment, index, self.ranked_by, self.highest_first)[:MOST_RANKED]
        parts = self.parts(measured_rows(ragged.measured, order))
        made = [
            TableRow(
                place(int(ragged.anchor[row])), (*(float(part[n]) for part in parts), self._outcome(row, assignment))
            )
            for n, row in enumerate(order.tolist())
        ]
        heads = (*self.heads(), Head(Text("taken")))
        return Table(heads, tuple(made), unit=Text.of("the {shown} best of {every}", **counts) if cut else "")

    def ranking(self, index: int, assignment: Assignment) -> Ranking | None:
        """Return all candidates of ground truth ``index``, the best first, with who wanted and who got each."""
        ragged = assignment.ragged
        assert ragged is not None
        rows = ranked_rows(assignment, index, self.ranked_by, self.highest_first)
        anchor, measured = ragged.anchor[rows], measured_rows(ragged.measured, rows)
        known = self.ranked_by in measured
        nothing = np.full(len(rows), np.nan)
        return Ranking(
            anchor=anchor,
            heads=self.heads() if known else (),
            parts=self.parts(measured) if known else (),
            chosen=measured["chosen"] if known else np.zeros(len(rows), bool),
            owner=assignment.gt[anchor],
            decided=owners_number(assignment, anchor, self.decided_by) if known else nothing,
            target=assignment.dense["target"][anchor],
            wanted=wanted_by(assignment)[anchor] if known else np.zeros(len(rows), np.int64),
            cut=self._cut_text(index, len(rows), assignment) if known else Text(""),
            value=float(assignment.per_gt["cut"][index]) if known and assignment.per_gt["chosen"][index] else np.nan,
            plane=self.plane(measured) if known else None,
        )

    def closeness(self, assignment: Assignment, gt: int | None) -> Array | None:
        """Return what ranks each anchor (N,) for ground truth ``gt``, None for its best; a cost c as exp(-c)."""
        ragged, found = assignment.ragged, np.zeros(len(assignment.label), np.float32)
        if ragged is None or self.ranked_by not in ragged.measured:
            return None
        rows = np.arange(len(ragged.gt)) if gt is None else np.flatnonzero(ragged.gt == gt)
        values = ragged.measured[self.ranked_by][rows]
        np.maximum.at(found, ragged.anchor[rows], values if self.highest_first else np.exp(-values))
        return found

    def _cut_text(self, gt: int, candidates: int, assignment: Assignment) -> Text:
        taken = int(assignment.per_gt["chosen"][gt])
        if not taken:
            return Text.of("none of {every} is taken", every=f"{candidates:,}")
        return Text.of(
            "cut: {taken} of {every}, {why}, {how} a {what} of {value}",
            taken=f"{taken:,}",
            every=f"{candidates:,}",
            why=self.how_many(gt, assignment),
            how=self.towards,
            what=Text(self.ranked_by),
            value=significant(float(assignment.per_gt["cut"][gt])),
        )

    def gt_why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return in words with numbers why ground truth ``index``, in the assignment, has so many anchors."""
        many, shared, taken, count = (
            int(assignment.per_gt[name][index]) for name in ("candidates", "contested", "chosen", "positives")
        )
        if not many:
            return Text.of(
                "There is no {place} {near_it}, so {hopeless}",
                place=Text(self.place),
                near_it=self.near_it,
                hopeless=self.hopeless,
            )
        if self.place == "point":
            own = Text.counted(many, "It has 1 candidate point", "It has {n} candidate points")
        else:
            own = Text.counted(many, "It has 1 candidate anchor", "It has {n} candidate anchors")
        if shared == many:
            own = Text.of("{own}, all of them shared with others", own=own)
        elif shared:
            own = Text.of("{own}, {shared:,} of them shared with others", own=own, shared=shared)
        if many < self.topk:
            own = Text.of("{own}: fewer than the {topk} it may take", own=own, topk=self.topk)
        if (assignment.label == UNDECIDED).any():
            return Text.of("{own}. Which of them it takes depends on a prediction that is not known.", own=own)
        if not taken:
            return Text.of(
                "{own}. It took none: none has a {ranked_by} above 0.", own=own, ranked_by=Text(self.ranked_by)
            )
        cut = significant(float(assignment.per_gt["cut"][index]))
        said = Text.of(
            "{own}. It took {taken:,}, {how_many}, {towards} a {ranked_by} of {cut}",
            own=own,
            taken=taken,
            how_many=self.how_many(index, assignment),
            towards=self.towards,
            ranked_by=Text(self.ranked_by),
            cut=cut,
        )
        if count == taken:
            return (
                Text.of("{said}; all of them are its own.", said=said)
                if count > 1
                else Text.of("{said}; it is its own.", said=said)
            )
        return Text.counted(
            count,
            "{said}; after contests and cuts 1 is its own.",
            "{said}; after contests and cuts {n} are its own.",
            said=said,
        )

    near_it: ClassVar[Text]
    hopeless: ClassVar[Text] = Text("no prediction can make one positive for it: it is never learned.")

    def how_many(self, index: int, assignment: Assignment) -> Text:
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
        """Return the masks (G,) of ground truths by kind of finding; a starved one may be contested too."""
        found = dict(self.findings_from(assignment.per_gt, np.full(len(assignment.gt_positives), -1)))
        if (assignment.label == UNDECIDED).any():
            return found
        lacking = (assignment.gt_positives == 0) & ~found["no_candidate"]
        return {kind: mask & ~lacking for kind, mask in found.items()} | {"unmatched": lacking}

    def findings_from(self, per_gt: Mapping[str, Array], owner: Array) -> Mapping[str, Mask]:
        """Return what geometry alone says of many ground truths; ``owner`` (G,) is not used."""
        many, shared = per_gt["candidates"], per_gt["contested"]
        return {
            "no_candidate": many == 0,
            "starved": (many > 0) & (many < self.topk),
            "contested": (many > 0) & (shared == many),
        }

    def warnings(self, assignment: Assignment, used: Mask) -> Iterator[tuple[str, Mask, TruthWords]]:
        """Yield kind, ground truths (G,) and words of each warning, made of the first one's name."""
        found = self.gt_findings(assignment)
        what = {"place": Text(self.place), "near_it": self.near_it}
        yield (
            "no_candidate",
            used & found["no_candidate"],
            lambda gt: Text.of("{gt} has no candidate: no {place} {near_it}", gt=gt, **what),
        )
        if "unmatched" in found:
            yield (
                "unmatched",
                used & found["unmatched"],
                lambda gt: Text.of("{gt} has no positive: it took none, or lost all", gt=gt),
            )
        yield (
            "starved",
            used & found["starved"],
            lambda gt: Text.of("{gt} has fewer candidates than the {topk} it may take", gt=gt, topk=self.topk),
        )


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
    "contested": GT_FINDING_WORDS["contested"],
}


def _measured(assignment: Assignment) -> Any:
    assert assignment.ragged is not None
    return assignment.ragged


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return Text.of("{some} and {last}", some=", ".join(names[:-1]), last=names[-1])
