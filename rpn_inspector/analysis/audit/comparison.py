"""Two audits compared: under two recipes, of two checkpoints, or of two datasets."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.anchor_changes import AnchorChanges, anchor_changes
from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.end_changes import EndChanges, end_changes, ends_comparison
from rpn_inspector.analysis.audit.findings import KINDS, Found, findings_of
from rpn_inspector.analysis.audit.predicted_document import number
from rpn_inspector.analysis.audit.suggest import row_of, worse_groups
from rpn_inspector.analysis.audit.tables import Groups, by_class, by_size
from rpn_inspector.analysis.compare.gt_changes import GtComparison, GtState
from rpn_inspector.analysis.compare.label_changes import ORDER
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.words import GT_STATE_WORDS, LABEL_WORDS

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Progress = Callable[[int, int], "bool | None"]
EXAMPLES = 10
WHYS = ("untouched", "best_anchor_taken", "unmatched", "low_quality_only", "left_out")
"""Why a ground truth has a worse state: a kind of finding, one for each ground truth, or outside the assignment."""


@dataclass(frozen=True, eq=False, kw_only=True)
class AuditComparison:
    """Two audits of one dataset; what follows of both is worked out once, when first asked for.

    Args:
        a: the one.
        b: the other.
        anchors: labels of the anchors that both grids have, None where no other recipe is compared.
    """

    a: Audit
    b: Audit
    anchors: AnchorChanges | None

    @cached_property
    def gts(self) -> GtComparison:
        """Return state, positives and best IoU of every ground truth (m)."""
        return gt_comparison(self.a, self.b)

    @cached_property
    def whys(self) -> Ints:
        """Return the places in `WHYS` (m,) of why ground truths have another state."""
        return whys_of(self.a, self.b, self.gts)

    @cached_property
    def ends(self) -> EndChanges | None:
        """Return where the ground truths (m) are lost, None unless both have outputs."""
        both = self.a.predicted is not None and self.b.predicted is not None
        return end_changes(self.a, self.b) if both else None

    @cached_property
    def findings(self) -> tuple[dict[str, Found], dict[str, Found]]:
        """Return the findings of either by kind, of the assignment alone."""
        a, b = (findings_of(dataclasses.replace(one, predicted=None, evaluation=None)) for one in (self.a, self.b))
        return a, b

    @cached_property
    def groups(self) -> tuple[tuple[Groups, Groups], ...]:
        """Return the ground truths by class and by size in either."""
        return (by_class(self.a), by_class(self.b)), (by_size(self.a), by_size(self.b))

    def kind(self, kind: str) -> tuple[Bools, Bools]:
        """Return the ground truths (m,) found as a kind in either."""
        rows = np.arange(len(self.a.used))
        a, b = (np.isin(rows, side[kind].row) for side in self.findings)
        return a, b

    @cached_property
    def recipes(self) -> dict[str, Any]:
        """Return what moves from one recipe to the other as values JSON knows."""
        return comparison_document(self)

    @cached_property
    def outputs(self) -> dict[str, Any] | None:
        """Return where the ground truths are lost as values JSON knows, None unless both have outputs."""
        return None if self.ends is None else ends_comparison(self.a, self.b)

    def document(self) -> dict[str, Any]:
        """Return the same as values JSON knows, by the keys of ``audit --json``."""
        made = {} if self.anchors is None else {"against": self.recipes}
        return made if self.outputs is None else made | {"against_predictions": self.outputs}


def compare_audits(
    a: Audit, b: Audit, *, workers: int | None = None, progress: Progress | None = None, most: int | None = None
) -> AuditComparison:
    """Return two audits of one dataset compared, ground truth by ground truth and anchor by anchor.

    Args:
        a: under one recipe, or of one checkpoint.
        b: under another.
        workers: as of `audit`.
        progress: called with the pictures whose anchors are compared and the total; True stops.
        most: the number of pictures whose anchors are compared, evenly taken; None for all.

    Raises:
        InspectorError: for audits of other ground truths.
        Cancelled: where ``progress`` returned True.
    """
    check_same(a, b)
    return AuditComparison(a=a, b=b, anchors=anchor_changes(a, b, workers=workers, progress=progress, most=most))


def check_same(a: Audit, b: Audit) -> None:
    """Raise `InspectorError` for audits of other ground truths."""
    if not np.array_equal(a.annotations.box, b.annotations.box, equal_nan=True):
        raise InspectorError(f"audits of other ground truths: {a.annotations.dataset} and {b.annotations.dataset}")


def gt_comparison(a: Audit, b: Audit) -> GtComparison:
    """Return all ground truths (m) of a dataset under two recipes; one without width or height is left out in both.

    Raises `InspectorError` for audits of other ground truths.
    """
    check_same(a, b)
    return GtComparison(
        state=np.stack([_states(one) for one in (a, b)]),
        positives=np.stack([a.gt_positives, b.gt_positives]),
        low_quality=np.stack([a.gt_low_quality, b.gt_low_quality]),
        best_iou=np.stack([a.best_iou, b.best_iou]),
        known=(a.decided, b.decided),
    )


def _states(audit: Audit) -> Any:
    matched = audit.gt_positives > audit.gt_low_quality
    state = np.where(matched, GtState.MATCHED, GtState.LOW_QUALITY_ONLY)
    state = np.where(audit.gt_positives == 0, GtState.UNMATCHED, state)
    return np.where(audit.used, state, GtState.LEFT_OUT).astype(np.int64)


def comparison_document(made: AuditComparison) -> dict[str, Any]:
    """Return what moves from one recipe to the other as values JSON knows.

    ``matrix`` counts ground truths by state under a (rows) and b (columns), in the order of ``states``; ``moved`` are
    the ground truths with another state, those that lose most first. Where outputs decide about positives under one of
    the recipes, which then stand in ``undecided``, no state is known, and ``matrix``, ``changed`` and ``moved`` are
    None.
    """
    a, b, found, why = made.a, made.b, made.gts, made.whys
    known = all(found.known)
    moved = np.flatnonzero((found.state[0] != found.state[1]) & known)
    # a larger state is a worse one
    order = np.lexsort((moved, (found.state[0] - found.state[1])[moved]))
    image, first = a.annotations.image, a.annotations.first
    return {
        "recipe": b.recipe.name,
        "recipe_hash": b.recipe.hash,
        "states": list(GT_STATE_WORDS),
        "undecided": [one.recipe.name for one in (a, b) if not one.decided],
        "matrix": found.matrix.tolist() if known else None,
        "changed": int(found.changed.sum()) if known else None,
        "moved": len(moved) if known else None,
        "whys": _counted(found, why, moved),
        "kinds": _kinds(made),
        "numbers": [{name: number(value) for name, value in row_of(one).items()} for one in (a, b)],
        "worse": [
            {"by": by, "name": name, "now": before, "then": after} for by, name, before, after in worse_groups(a, b)
        ],
        "anchors": None if made.anchors is None else anchors_document(made.anchors),
        "examples": [
            {
                "image": a.annotations.names[image[row]],
                "gt": int(row - first[image[row]]),
                "class": a.annotations.class_name(int(a.annotations.label[row])),
                "states": [GT_STATE_WORDS[found.state[side, row]] for side in (0, 1)],
                "why": WHYS[why[row]],
                "best_iou": [number(float(found.best_iou[side, row])) for side in (0, 1)],
                "positives": found.positives[:, row].tolist(),
            }
            for row in moved[order][:EXAMPLES].tolist()
        ],
    }


def whys_of(a: Audit, b: Audit, found: GtComparison) -> Ints:
    """Return the place in `WHYS` (m,) of what each ground truth is found as under the recipe of the worse state."""
    codes = []
    for audit in (a, b):
        code = np.full(len(audit.used), WHYS.index("unmatched"))
        for place, kind in enumerate(WHYS):
            code[audit.found.get(kind, np.zeros(len(code), bool))] = place
        codes.append(code)
    code = np.where(found.state[1] > found.state[0], codes[1], codes[0])
    return np.where((found.state == GtState.LEFT_OUT).any(0), WHYS.index("left_out"), code).astype(np.int64)


def _kinds(made: AuditComparison) -> list[dict[str, Any]]:
    """Return how many ground truths, or pictures, are found as each kind in either; kinds without any are left out."""
    rows = {kind: [side[kind].count for side in made.findings] for kind in KINDS}
    return [{"kind": kind, "found": found} for kind, found in rows.items() if any(found)]


def _counted(found: GtComparison, why: Any, moved: Any) -> list[dict[str, Any]]:
    """Return the moved ground truths counted by both states and the reason, most first."""
    kinds, count = np.unique(np.stack([*found.state, why])[:, moved], axis=1, return_counts=True)
    rows = [(-number, kind) for kind, number in zip(kinds.T.tolist(), count.tolist(), strict=True)]
    return [
        {"from": GT_STATE_WORDS[before], "to": GT_STATE_WORDS[after], "why": WHYS[code], "count": -number}
        for number, (before, after, code) in sorted(rows)
    ]


def anchors_document(found: AnchorChanges) -> dict[str, Any]:
    """Return the changes of labels as values JSON knows; None for the matrix where no anchor stands in both grids."""
    whys = sorted(zip(found.whys, found.by_why.tolist(), strict=True), key=lambda each: -each[1])
    return {
        "images": len(found.images),
        "of": found.of,
        "compared": found.compared,
        "only_a": found.only_a,
        "only_b": found.only_b,
        "differing": found.differing,
        "labels": [LABEL_WORDS[label] for label in ORDER[: len(found.matrix)]],
        "matrix": found.matrix.tolist() if found.compared else None,
        "reasons": [{"why": why.told(why.words), "count": count} for why, count in whys if count],
    }
