"""What an audit found, by kind, the gravest first: ground truths and pictures to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.predicted import NO_OUTPUTS, Predicted
from rpn_inspector.analysis.fail_on import parse_demand
from rpn_inspector.core.text import Text

Ints = npt.NDArray[np.int64]

KINDS: dict[str, str] = {
    "unknown_size": "pictures left out: no size is annotated, and no header tells one",
    "zero_size": "zero-size boxes, without width or height: no target can be computed, and they are in no other count",
    "untouched": "ground truths, each of which overlaps no anchor: every anchor ties at IoU 0",
    "positive_without_overlap": "pictures with positive anchors that overlap no ground truth, by a tie at IoU 0",
    "no_candidate": "ground truths without a candidate: no prediction can make an anchor positive for them",
    "unmatched": "unmatched ground truths, without a positive anchor: nothing learns them",
    "best_anchor_taken": "unmatched, anchor taken: ground truths whose best anchor is assigned to another ground truth",
    "best_anchor_of_another": "ground truths, matched or not, whose best anchor is assigned to another ground truth",
    "few_positives": "ground truths with one or two positive anchors: little to learn from",
    "low_quality_only": "low-quality only: positive by the low-quality rule alone, as no anchor reaches the threshold",
    "starved": "ground truths with few candidates, fewer than the rule may take",
    "contested": "ground truths that share every candidate with others, be they few or not",
    "in_ignored_region": "ground truths half or more inside an ignored region",
}
"""Kinds of findings in words. ``best_anchor_taken`` is a part of ``unmatched``; ``few_positives`` and
``low_quality_only`` overlap, as do ``starved`` and ``contested``. Under a rule that looks at the prediction
``unmatched`` is ``no_candidate``."""
OUTPUT_KINDS: dict[str, str] = {
    "no_proposal": "ground truths not found: no kept box reaches IoU 0.50, of their class where boxes have classes",
    "no_anchor": "not found, and without a positive anchor: nothing learns them",
    "never_reaches": "not found: no decoded box, of its class where boxes have classes, reaches IoU 0.50, at any score",
    "low_score": "not found: the furthest box that reaches IoU 0.50 scores too low",
    "cut_by_top_k": "not found: the furthest box that reaches IoU 0.50 is cut by a top-k, or removed as too small",
    "suppressed": "not found: the furthest box that reaches IoU 0.50 is suppressed, or the detection is another's",
    "no_outputs": "pictures without outputs: in no number that needs outputs",
    "bad_outputs": "pictures whose outputs cannot be used",
    "misfit": "pictures, of the few looked at, whose outputs seem to be laid out otherwise than the recipe says",
    "unplaced": "pictures recorded with ground truths that are not the annotated ones: none of theirs is judged",
}
"""Kinds of findings that need outputs. ``no_proposal`` is the sum of the five after it."""
ENDS = ("no_anchor", "never_reaches", "low_score", "cut_by_top_k", "suppressed")
OF_PICTURES = frozenset({"unknown_size", "positive_without_overlap", "no_outputs", "bad_outputs", "misfit", "unplaced"})


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Found:
    """The findings of one kind.

    Args:
        kind: one of `KINDS`.
        image: (k,) int64, pictures.
        row: (k,) int64, rows of ground truths, -1 for a picture or for a box left out by the reading.
        of: the number of ground truths, or of pictures, among which the kind is counted.
    """

    kind: str
    image: Ints
    row: Ints
    of: int

    @property
    def count(self) -> int:
        """Return the number of findings."""
        return len(self.image)

    @property
    def images(self) -> int:
        """Return the number of pictures with a finding."""
        return len(np.unique(self.image))

    @property
    def share(self) -> float:
        """Return the share of the ground truths or pictures counted, 0 where there are none."""
        return self.count / self.of if self.of else 0.0


def findings_of(audit: Audit) -> dict[str, Found]:
    """Return the findings of every kind of `KINDS`, in order, also of kinds without any.

    With outputs, those of `OUTPUT_KINDS` follow; without, nothing is known of these.
    """
    annotations, none = audit.annotations, np.zeros(len(audit.used), bool)
    of_row, used = annotations.image, int(audit.used.sum())
    made: dict[str, Found] = {}
    pictures = {
        "unknown_size": (np.array(sorted(audit.problems), np.int64), len(annotations.names)),
        "positive_without_overlap": (np.flatnonzero(audit.no_overlap), audit.images),
    }
    for kind in KINDS:
        if kind in pictures:
            image, of = pictures[kind]
            made[kind] = Found(kind=kind, image=image, row=np.full(len(image), -1), of=of)
            continue
        mask = _mask(audit, kind, none)
        row, image = np.flatnonzero(mask), of_row[mask]
        if kind == "zero_size":
            left = annotations.left_image
            row = np.concatenate([row, np.full(len(left), -1)])
            image = np.concatenate([image, left])
            order = np.argsort(image, kind="stable")
            made[kind] = Found(kind=kind, image=image[order], row=row[order], of=len(none) + len(left))
        else:
            made[kind] = Found(kind=kind, image=image, row=row, of=used)
    if audit.predicted is not None:
        made |= _of_outputs(audit, audit.predicted)
    return made


def picture_reasons(audit: Audit) -> dict[str, Mapping[int, str]]:
    """Return why pictures are findings, by kind and picture, of the kinds that need no outputs."""
    trapped = np.flatnonzero(audit.no_overlap).tolist()
    return {
        "unknown_size": audit.problems,
        "positive_without_overlap": {
            image: Text.of(
                "{none} of its {all} positive anchors overlap no ground truth",
                none=f"{audit.no_overlap[image]:,}",
                all=f"{audit.positives[image]:,}",
            )
            for image in trapped
        },
    }


def _of_outputs(audit: Audit, outputs: Predicted) -> dict[str, Found]:
    of_row, judged = audit.annotations.image, int(outputs.judged.sum())
    masks = {"no_proposal": outputs.lost} | {kind: outputs.end == End[kind.upper()] for kind in ENDS}
    there = np.ones(len(outputs.state), bool)
    there[list(audit.problems)] = False
    # a picture whose losses alone are unknown is a finding too, though its boxes are in the counts
    broken = sorted(outputs.problems)
    images = {
        "no_outputs": np.flatnonzero(there & (outputs.state == NO_OUTPUTS)),
        "bad_outputs": np.array(broken, np.int64),
        "misfit": np.array(sorted(outputs.misfits), np.int64),
        "unplaced": outputs.unplaced,
    }
    of = {"no_outputs": audit.images, "misfit": outputs.looked}
    asked = audit.images - len(images["no_outputs"])
    made = {}
    for kind in OUTPUT_KINDS:
        if kind in masks:
            row = np.flatnonzero(masks[kind])
            made[kind] = Found(kind=kind, image=of_row[row], row=row, of=judged)
        else:
            row = np.full(len(images[kind]), -1)
            made[kind] = Found(kind=kind, image=images[kind], row=row, of=of.get(kind, asked))
    return made


def _mask(audit: Audit, kind: str, none: npt.NDArray[np.bool_]) -> Any:
    own = {
        "zero_size": audit.annotations.zero,
        "unmatched": audit.unmatched,
        "best_anchor_of_another": audit.best_anchor_of_another,
        "few_positives": audit.few,
        "in_ignored_region": audit.inside,
    }
    return own[kind] if kind in own else audit.used & audit.found.get(kind, none)


@dataclass(frozen=True, slots=True)
class Demand:
    """A demand on a dataset under a recipe: no finding of ``kind``, or at most ``percent`` of the ground truths."""

    kind: str
    percent: float | None = None

    @classmethod
    def parse(cls, text: str) -> Demand:
        """Return the demand written as KIND or KIND:N%. Raises `InspectorError` with the list of kinds."""
        return cls(*parse_demand(text, KINDS | OUTPUT_KINDS, "boxes"))

    @property
    def needs_outputs(self) -> bool:
        """Return whether nothing is known of the kind without outputs."""
        return self.kind in OUTPUT_KINDS

    def failed(self, found: Found) -> str:
        """Return in one line how ``found`` misses the demand, "" where the demand is met."""
        what = "images" if self.kind in OF_PICTURES else "boxes"
        wanted = "none" if self.percent is None else f"at most {self.percent:g} %"
        if not found.of:
            return f"{self.kind}: nothing could be counted, as there are no {what} to judge; wanted {wanted}"
        share, limit = round(100 * found.share, 12), self.percent or 0.0  # 100 * 0.001234 is over 0.1234
        if share <= limit:
            return ""
        # as many digits as tell the share from the limit
        told = next(text for digits in range(1, 13) if float(text := f"{share:.{digits}f}") > limit)
        return f"{self.kind}: {found.count:,} of {found.of:,} {what} ({told}%), wanted {wanted}"
