"""Two checkpoints over one dataset: where each ground truth ends under either, and what the losses do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.evaluation_document import evaluation_comparison
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.predicted import Predicted
from rpn_inspector.analysis.audit.predicted_document import LOSSES, number
from rpn_inspector.analysis.audit.tables import SIZES, classes_of, size_class
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.values import read_only

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
EXAMPLES = 10


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class EndChanges:
    """The ground truths (m) of a dataset under the outputs A and B; arrays have a row for A and a row for B.

    Args:
        judged: (m,) whether both outputs give the ground truth an end.
        end: (2, m) int8, an `End`, -1 not judged.
        box_loss: (2, m) the sums of the box losses, NaN unless both are known.
        loss: (2, 3) the mean over pictures of the `LOSSES`, of pictures with both; NaN without any.
        images: the number of these pictures.
    """

    judged: Bools
    end: npt.NDArray[np.int8]
    box_loss: Floats
    loss: Floats
    images: int

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    @property
    def matrix(self) -> Ints:
        """Return the counts (6, 6) by end under A (rows) and under B (columns)."""
        count = len(End)
        a, b = self.end[:, self.judged].astype(np.int64)
        return np.bincount(a * count + b, minlength=count * count).reshape(count, count)


def end_changes(a: Audit, b: Audit) -> EndChanges:
    """Return the change between two audits of one dataset, each with outputs.

    Raises `InspectorError` for other ground truths, or without outputs.
    """
    if not np.array_equal(a.annotations.box, b.annotations.box, equal_nan=True):
        raise InspectorError(f"audits of other ground truths: {a.annotations.dataset} and {b.annotations.dataset}")
    one, other = _outputs(a), _outputs(b)
    loss = np.stack([one.loss, other.loss])
    known = np.isfinite(loss).all((0, 2))
    box = np.stack([one.gt_box, other.gt_box])
    return EndChanges(
        judged=one.judged & other.judged,
        end=np.stack([one.end, other.end]),
        box_loss=np.where(np.isfinite(box).all(0), box, np.nan),
        loss=loss[:, known].mean(1) if known.any() else np.full((2, 3), np.nan),
        images=int(known.sum()),
    )


def _outputs(audit: Audit) -> Predicted:
    if audit.predicted is None:
        raise InspectorError("an audit without outputs: no ground truth has an end to compare")
    return audit.predicted


def ends_comparison(a: Audit, b: Audit) -> dict[str, Any]:
    """Return the change from ``a`` to ``b`` as values JSON knows.

    ``matrix`` counts the ground truths judged in both by end under A (rows) and B (columns), in the order of ``ends``.
    """
    found, one, other = end_changes(a, b), _outputs(a), _outputs(b)
    matrix, names = found.matrix, [end.name.lower() for end in End]
    return {
        "path": [each.path for each in (one, other)],
        "step": [each.step for each in (one, other)],
        "recipe": [each.recipe.name for each in (a, b)],
        "judged": int(found.judged.sum()),
        "judged_in_one": [int((each.judged & ~found.judged).sum()) for each in (one, other)],
        "found": [int(matrix[End.FOUND].sum()), int(matrix[:, End.FOUND].sum())],
        "ends": names,
        "matrix": matrix.tolist(),
        "changed": int(matrix.sum() - np.trace(matrix)),
        "found_then_lost": dict(zip(names[1:], matrix[End.FOUND, 1:].tolist(), strict=True)),
        "lost_then_found": dict(zip(names[1:], matrix[1:, End.FOUND].tolist(), strict=True)),
        "loss_images": found.images,
        "objectness_is": [each.recipe.loss.called("objectness") for each in (a, b)],
        "loss": [dict(zip(LOSSES, map(number, row), strict=True)) for row in found.loss.tolist()],
        "evaluation": evaluation_comparison(a, b),
        "by_class": _groups("class", *classes_of(a, found.judged), found),
        "by_size": _groups("size", list(SIZES), size_class(a), found),
        "examples": _examples(a, b, found),
    }


def _groups(by: str, names: list[str], at: Any, found: EndChanges) -> list[dict[str, Any]]:
    """Return boxes, found ones and the mean box loss of each group under A and B."""
    rows, count = np.flatnonzero(found.judged), len(names)
    place = at[rows]
    lost_or_found = found.end[:, rows] == End.FOUND
    boxes = np.bincount(place, minlength=count).tolist()
    hits = [np.bincount(place[side], minlength=count).tolist() for side in lost_or_found]
    known = np.isfinite(found.box_loss[0, rows])
    with_loss = np.bincount(place[known], minlength=count).tolist()
    sums = [np.bincount(place[known], side[rows][known], minlength=count).tolist() for side in found.box_loss]
    moved = [np.bincount(place[a & ~b], minlength=count).tolist() for a, b in (lost_or_found, lost_or_found[::-1])]
    return [
        {
            by: name,
            "boxes": boxes[k],
            "found": [side[k] for side in hits],
            "found_then_lost": moved[0][k],
            "lost_then_found": moved[1][k],
            "with_loss": with_loss[k],
            "mean_box_loss": [side[k] / with_loss[k] if with_loss[k] else None for side in sums],
        }
        for k, name in enumerate(names)
    ]


def _examples(a: Audit, b: Audit, found: EndChanges) -> list[dict[str, Any]]:
    """Return the ground truths found under A and lost under B, those once found with the highest score first."""
    annotations, scores = a.annotations, [_outputs(each).score for each in (a, b)]
    rows = np.flatnonzero(found.judged & (found.end[0] == End.FOUND) & (found.end[1] != End.FOUND))
    rows = rows[np.argsort(-np.nan_to_num(scores[0][rows], nan=-np.inf), kind="stable")][:EXAMPLES]
    image, first = annotations.image, annotations.first
    return [
        {
            "image": annotations.names[image[row]],
            "gt": int(row - first[image[row]]),
            "class": annotations.class_name(int(annotations.label[row])),
            "ends": [End(int(side[row])).name.lower() for side in found.end],
            "score": [number(float(side[row])) for side in scores],
        }
        for row in rows.tolist()
    ]
