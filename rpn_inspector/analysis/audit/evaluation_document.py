"""The evaluation as values JSON knows, and its sentences; each error with the ends of the ground truths behind it."""

from __future__ import annotations

from typing import Any

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.evaluation import Evaluation
from rpn_inspector.analysis.audit.lost import REACH, End
from rpn_inspector.analysis.audit.predicted import Predicted
from rpn_inspector.analysis.audit.predicted_document import number
from rpn_inspector.analysis.audit.tide import NEAR, NOT_COUNTED, Error

MEANS = {
    Error.CLASS: f"boxes at IoU {REACH:.2f} with a ground truth of another class",
    Error.LOCALISATION: f"boxes of the right class at IoU {NEAR:.2f} to {REACH:.2f}",
    Error.BOTH: f"boxes at IoU {NEAR:.2f} to {REACH:.2f} with another class alone",
    Error.DUPLICATE: "one more box of a ground truth that has one",
    Error.BACKGROUND: f"boxes that overlap nothing by {NEAR:.2f}",
    Error.MISSED: "ground truths without a box, and behind no class or localisation error",
}
KINDS_OF_BOX = {
    Error.CLASS: "boxes of a wrong class",
    Error.LOCALISATION: "badly placed boxes",
    Error.BOTH: "badly placed boxes of a wrong class",
    Error.DUPLICATE: "duplicates",
    Error.BACKGROUND: "boxes on background",
}
HAD = {
    End.NO_ANCHOR: "no anchor",
    End.NEVER_REACHES: f"no box at IoU {REACH:.2f}",
    End.LOW_SCORE: "a low score",
    End.CUT_BY_TOP_K: "a box that a top-k cut",
    End.SUPPRESSED: "a suppressed box",
    End.FOUND: "a box beyond those counted",
}


def evaluation_document(audit: Audit) -> dict[str, Any]:
    """Return the keys ``evaluation``, None without one, and ``no_evaluation``, why there is none, else None."""
    evaluation, outputs = audit.evaluation, audit.predicted
    if evaluation is None or outputs is None:
        return {"evaluation": None, "no_evaluation": audit.no_evaluation or None}
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
        "means": MEANS[error],
        "points": float(evaluation.points[error]),
        "count": int(evaluation.counted[error]),
        "labelled": int(evaluation.labelled[error]),
        "ground_truths": len(ends),
        "lost": int((ends > End.FOUND).sum()),
        "ends": {end.name.lower(): int((ends == end).sum()) for end in End},
        "not_judged": int((ends < 0).sum()),
    }


def evaluation_sentences(made: dict[str, Any]) -> list[str]:
    """Return the sentences of the values of `evaluation_document`: mAP, the missed, and the costliest other error."""
    told = made["evaluation"]
    if told is None:
        return [f"No mAP: {made['no_evaluation']}."] if made["no_evaluation"] else []
    numbers, errors = told["numbers"], told["errors"]
    lines = []
    if numbers["AP"] is None:
        lines.append("No mAP: no ground truth is there to be found.")
    else:
        over = f"{told['images']:,} images" + ("" if told["classes"] else ", all classes as one")
        lines.append(f"mAP is {numbers['AP']:.4f}, at IoU 0.50 {numbers['AP50']:.4f}, over {over}.")
    [missed] = (each for each in errors if each["error"] == "missed")
    if missed["count"]:
        lines.append(f"{missed['count']:,} missed: {had_words(missed)}.")
    worst = next((each for each in errors if each["error"] != "missed" and each["points"] > 0), None)
    if worst is not None:
        kind, points = KINDS_OF_BOX[Error[worst["error"].upper()]], f"{100 * worst['points']:.1f} points of AP"
        lost = f"; {worst['lost']:,} lost ground truths behind them: {had_words(worst, found=False)}"
        lines.append(f"{worst['count']:,} {kind}: mended alone, {points}{lost if worst['lost'] else ''}.")
    return lines + [
        f"{told['by']} counts {each['count']:,} {each['error']} errors, and {each['labelled']:,} were labelled here: "
        "which ground truths are behind them is not certain."
        for each in errors
        if each["count"] != each["labelled"]
    ]


def had_words(error: dict[str, Any], found: bool = True) -> str:
    """Return where the ground truths behind an error end, the most first: "260 had no anchor, 12 a low score"."""
    parts = [(error["ends"][end.name.lower()], words) for end, words in HAD.items() if found or end != End.FOUND]
    if found:
        parts.append((error["not_judged"], "no part in the assignment"))
    there = sorted((part for part in parts if part[0]), key=lambda part: -part[0])
    return ", ".join(f"{count:,} {'had ' if not at else ''}{words}" for at, (count, words) in enumerate(there))
