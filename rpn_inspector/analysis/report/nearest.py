"""The detection that is nearest to a ground truth, found or not."""

from __future__ import annotations

from rpn_inspector.analysis.audit.audit import Array, Audit
from rpn_inspector.analysis.audit.output_counts import PictureAnswers
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.plain_text import one_line

LONGEST = 40  # letters of a class's name


def detections_of(audit: Audit, image: int) -> PictureAnswers | None:
    """Return a picture's last boxes, None where none are known."""
    outputs = audit.predicted
    if outputs is None or not outputs.finals:
        return None
    return next((one for one in outputs.answers if one.image == image), None)


def nearest(answers: PictureAnswers, gt: Array) -> int | None:
    """Return the place of the box of the highest IoU with ``gt`` (4,) original px, None where none overlaps."""
    overlaps = iou_with(gt, answers.boxes)
    return int(overlaps.argmax()) if overlaps.size and overlaps.max() > 0 else None


def nearest_words(audit: Audit, row: int) -> str:
    """Return class, score and IoU of the detection nearest to a ground truth, an en dash for none."""
    annotations = audit.annotations
    answers = detections_of(audit, annotations.image_of(row))
    near = None if answers is None else nearest(answers, annotations.box[row])
    if answers is None or near is None:
        return "–"
    kind = None if answers.kinds is None else int(answers.kinds[near])
    name = "" if kind is None else one_line(annotations.class_name(kind), LONGEST) if kind >= 0 else "unknown class"
    overlap = float(iou_with(annotations.box[row], answers.boxes[near : near + 1])[0])
    return f"{name} {answers.scores[near]:.3f} at IoU {overlap:.2f}".strip()
