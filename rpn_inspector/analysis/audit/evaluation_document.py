"""The evaluation as values JSON knows; each error with the ends of the ground truths behind it."""

from __future__ import annotations

from typing import Any

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.end_names import ERROR_MEANINGS
from rpn_inspector.analysis.audit.evaluation import Evaluation
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.predicted import Predicted
from rpn_inspector.analysis.audit.predicted_document import number
from rpn_inspector.analysis.audit.tide import NOT_COUNTED, Error


def evaluation_document(audit: Audit) -> dict[str, Any]:
    """Return the keys ``evaluation``, None without one, and ``no_evaluation``, why there is none, else None."""
    evaluation, outputs = audit.evaluation, audit.predicted
    if evaluation is None or outputs is None:
        return {"evaluation": None, "no_evaluation": str(audit.no_evaluation) or None}
    order = sorted(Error, key=lambda error: (-evaluation.points[error], error))
    made = {
        "by": evaluation.by,
        "images": evaluation.images,
        "ground_truths": int(evaluation.evaluated.sum()),
        "regions": int(evaluation.region.sum()),
        "annotated_areas": evaluation.areas,
        "detections": int((evaluation.error != NOT_COUNTED).sum()),
        "not_counted": int((evaluation.error == NOT_COUNTED).sum()),
        "classes": evaluation.classed,
        "proposals": evaluation.proposals,
        "numbers": {name: number(value) for name, value in evaluation.numbers.items()},
        "by_class": [
            {"class": name, "boxes": int(boxes), "AP": number(ap), "AP50": number(ap50)}
            for name, boxes, ap, ap50 in zip(
                evaluation.classes, evaluation.by_class, evaluation.ap, evaluation.ap50, strict=True
            )
        ],
        "errors": [_error(evaluation, outputs, error) for error in order],
    }
    return {"evaluation": made, "no_evaluation": None}


def _error(evaluation: Evaluation, outputs: Predicted, error: Error) -> dict[str, Any]:
    ends = outputs.end[evaluation.behind(error)]
    return {
        "error": error.name.lower(),
        "means": ERROR_MEANINGS[error],
        "points": float(evaluation.points[error]),
        "count": int(evaluation.counted[error]),
        "labelled": int(evaluation.labelled[error]),
        "ground_truths": len(ends),
        "lost": int((ends > End.FOUND).sum()),
        "ends": {end.name.lower(): int((ends == end).sum()) for end in End},
        "not_judged": int((ends < 0).sum()),
    }


def evaluation_comparison(a: Audit, b: Audit) -> dict[str, Any] | None:
    """Return COCO's numbers and the errors of two audits side by side, None unless both are evaluated."""
    one, other = a.evaluation, b.evaluation
    if one is None or other is None:
        return None
    return {
        "numbers": {name: [number(each.numbers[name]) for each in (one, other)] for name in one.numbers},
        "errors": [
            {
                "error": error.name.lower(),
                "points": [float(each.points[error]) for each in (one, other)],
                "count": [int(each.counted[error]) for each in (one, other)],
            }
            for error in Error
        ],
    }
