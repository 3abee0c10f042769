"""Two audits of one dataset, ground truth by ground truth: what another recipe moves, whatever the two grids are."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.suggest import row_of, worse_groups
from rpn_inspector.analysis.compare.gt_changes import GtComparison, GtState
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.words import GT_STATE_WORDS

EXAMPLES = 10


def compare_audits(a: Audit, b: Audit) -> GtComparison:
    """Return all ground truths (m) of a dataset under two recipes; one without width or height is left out in both.

    Raises `InspectorError` for audits of other ground truths.
    """
    if not np.array_equal(a.annotations.box, b.annotations.box, equal_nan=True):
        raise InspectorError(f"audits of other ground truths: {a.annotations.dataset} and {b.annotations.dataset}")
    return GtComparison(
        state=np.stack([_states(one) for one in (a, b)]),
        positives=np.stack([a.gt_positives, b.gt_positives]),
        low_quality=np.stack([a.gt_low_quality, b.gt_low_quality]),
        best_iou=np.stack([a.best_iou, b.best_iou]),
    )


def _states(audit: Audit) -> Any:
    matched = audit.gt_positives > audit.gt_low_quality
    state = np.where(matched, GtState.MATCHED, GtState.LOW_QUALITY_ONLY)
    state = np.where(audit.gt_positives == 0, GtState.UNMATCHED, state)
    return np.where(audit.used, state, GtState.LEFT_OUT).astype(np.int64)


def comparison_document(a: Audit, b: Audit) -> dict[str, Any]:
    """Return what moves from ``a`` to ``b`` as values JSON knows.

    ``matrix`` counts ground truths by state under a (rows) and b (columns), in the order of ``states``; ``moved`` are
    the ground truths with another state, those that lose most first.
    """
    found = compare_audits(a, b)
    moved = np.flatnonzero(found.state[0] != found.state[1])
    # a larger state is a worse one
    order = np.lexsort((moved, (found.state[0] - found.state[1])[moved]))
    image, first = a.annotations.image, a.annotations.first
    return {
        "recipe": b.recipe.name,
        "recipe_hash": b.recipe.hash,
        "states": list(GT_STATE_WORDS),
        "matrix": found.matrix.tolist(),
        "changed": int(found.changed.sum()),
        "moved": len(moved),
        "numbers": [{name: _number(value) for name, value in row_of(one).items()} for one in (a, b)],
        "worse": [
            {"by": by, "name": name, "now": before, "then": after} for by, name, before, after in worse_groups(a, b)
        ],
        "examples": [
            {
                "image": a.annotations.names[image[row]],
                "gt": int(row - first[image[row]]),
                "class": a.annotations.class_name(int(a.annotations.label[row])),
                "states": [GT_STATE_WORDS[found.state[side, row]] for side in (0, 1)],
                "best_iou": [_number(float(found.best_iou[side, row])) for side in (0, 1)],
                "positives": found.positives[:, row].tolist(),
            }
            for row in moved[order][:EXAMPLES].tolist()
        ],
    }


def _number(value: float) -> float | None:
    return value if math.isfinite(value) else None
