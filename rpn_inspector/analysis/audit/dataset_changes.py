"""Two datasets under one recipe, side by side: counts by class and size, and the shapes of pictures and boxes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.predicted_document import number
from rpn_inspector.analysis.audit.suggest import row_of
from rpn_inspector.analysis.audit.tables import Groups, by_aspect, by_class, by_side, by_size

GROUPS: tuple[Callable[[Audit], Groups], ...] = (by_class, by_size, by_aspect, by_side)
SHAPES = 5  # sizes of pictures named
QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


def datasets_comparison(a: Audit, b: Audit) -> dict[str, Any]:
    """Return two datasets side by side as values JSON knows; pairs are of A and of B, None where nothing is known.

    Classes are the same where their names are.
    """
    pair = (a, b)
    names = [set(by_class(each).name) for each in pair]
    return {
        "dataset": [each.annotations.dataset for each in pair],
        "format": [each.annotations.format for each in pair],
        "recipe": [each.recipe.name for each in pair],
        "images": [each.images for each in pair],
        "boxes": [each.boxes for each in pair],
        "used": [int(each.used.sum()) for each in pair],
        "boxes_per_image": [each.boxes / each.images if each.images else None for each in pair],
        "images_without_boxes": [_without_boxes(each) for each in pair],
        "classes_of_one": [sorted(names[0] - names[1]), sorted(names[1] - names[0])],
        "numbers": [{name: number(value) for name, value in row_of(each).items()} for each in pair],
        "targets": [_targets(each) for each in pair],
        "picture_sizes": [_sizes(each) for each in pair],
        "box_sides": [_sides(each) for each in pair],
        **{f"by_{groups(a).by}": _side_by_side(groups(a), groups(b)) for groups in GROUPS},
    }


def _without_boxes(audit: Audit) -> int:
    """Return the number of pictures counted without a ground truth of some size."""
    with_any = np.unique(audit.annotations.image[audit.counted])
    return audit.images - len(with_any)


def _targets(audit: Audit) -> dict[str, Any]:
    known = audit.targets.count > 0
    return {
        name: [number(value) for value in getattr(audit.targets, name).tolist()] if known else None
        for name in ("mean", "std")
    }


def _sizes(audit: Audit) -> dict[str, Any]:
    """Return how many sizes pictures have, and the commonest as (h, w) px."""
    size = np.delete(audit.annotations.size, list(audit.problems), axis=0)
    each, count = np.unique(size, axis=0, return_counts=True)
    most = np.argsort(-count, kind="stable")[:SHAPES]
    return {
        "different": len(each),
        "commonest": [{"size": each[at].tolist(), "images": int(count[at])} for at in most],
    }


def _sides(audit: Audit) -> dict[str, Any] | None:
    """Return the quartiles of the square root of the ground truths' areas, network px; None without any."""
    side = audit.side[audit.used]
    side = side[np.isfinite(side)]  # of a box beyond float32 nothing is known
    return None if not len(side) else {"network_px": np.quantile(side, QUARTERS).tolist(), "at": list(QUARTERS)}


def _side_by_side(a: Groups, b: Groups) -> list[dict[str, Any]]:
    """Return the groups of A, then those of B alone; of classes with one name those with one place are one group."""
    rows, total = [_keyed(each) for each in (a, b)], [int(each.boxes.sum()) for each in (a, b)]
    made = []
    for key in dict.fromkeys([*rows[0], *rows[1]]):
        at = [each.get(key) for each in rows]
        places = list(zip((a, b), at, total, strict=True))
        made.append(
            {
                a.by: key[0],
                "boxes": [0 if k is None else int(one.boxes[k]) for one, k, _ in places],
                "share": [None if k is None or not whole else float(one.boxes[k] / whole) for one, k, whole in places],
                **{
                    name: [None if k is None else number(float(getattr(one, name)[k])) for one, k, _ in places]
                    for name in ("recall", "mean_best_iou", "median_side")
                },
                **{
                    name: [
                        None if k is None or name in a.unknown else int(getattr(one, name)[k]) for one, k, _ in places
                    ]
                    for name in ("unmatched", "low_quality_only", "positives")
                },
            }
        )
    return made


def _keyed(groups: Groups) -> dict[tuple[str, int], int]:
    """Return the places of groups by name, and by how many of the name come before."""
    seen: dict[str, int] = {}
    made = {}
    for place, name in enumerate(groups.name):
        again = seen[name] = seen.get(name, -1) + 1
        made[name, again] = place
    return made
