"""What an evaluation compares: a dataset's ground truths and a detector's last boxes, as COCO's files hold them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.annotation_columns import AnnotationColumns
from rpn_inspector.analysis.audit.lost import NO_CLASS
from rpn_inspector.analysis.audit.predicted import Predicted
from rpn_inspector.analysis.audit.tide import Boxes
from rpn_inspector.core.sample import Kind
from rpn_inspector.core.values import quiet

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
ANY_CLASS = "any class"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class EvaluationInput:
    """g ground truths and d detections of the pictures evaluated, picture by picture.

    Args:
        images: (p,) int64, the pictures, ascending.
        classes: the classes' names; one alone where the boxes have no classes, `ANY_CLASS` unless the dataset has one.
        row: (g,) int64, the rows of the ground truths, a region's more than once where ignored for several classes.
        truths: the ground truths; a class is its place in ``classes``.
        region: (g,) whether a ground truth counts neither way: crowd, difficult or ignored.
        area: (g,) px² as annotated, else the box's.
        areas: the number of annotated areas.
        answers: the detections.
        box: (d, 4) x1 y1 x2 y2 original px.
        score: (d,) float64.
        left_out: boxes of a class that the dataset does not have.
    """

    images: Ints
    classes: tuple[str, ...]
    row: Ints
    truths: Boxes
    region: Bools
    area: Floats
    areas: int
    answers: Boxes
    box: Floats
    score: Floats
    left_out: int

    def results(self) -> Floats:
        """Return the detections (d, 7) as COCO's rows: image, x, y, w, h, score, class; ids from 1."""
        answers = self.answers
        return np.column_stack([answers.image + 1, answers.xywh, self.score, answers.kind + 1])


def evaluation_input(annotations: AnnotationColumns, outputs: Predicted) -> EvaluationInput:
    """Return what is evaluated: pictures with outputs, ground truths with a size, boxes of the dataset's classes."""
    there = outputs.with_outputs.copy()
    there[outputs.unplaced] = False
    given = [one for one in outputs.answers if there[one.image]]
    classed = any(one.kinds is not None for one in given) or not sum(len(one.boxes) for one in given)
    row = np.flatnonzero(~annotations.zero & there[annotations.image])
    label = annotations.label[row] if classed else np.zeros(len(row), np.int64)
    # a ground truth may have the number of no class
    numbers = np.union1d(np.arange(len(annotations.classes) if classed else 1), label)
    only = annotations.classes if len(annotations.classes) == 1 else (ANY_CLASS,)
    classes = tuple(map(annotations.class_name, numbers.tolist())) if classed else only
    box = np.concatenate([np.zeros((0, 4)), *(one.boxes for one in given)])
    score = np.concatenate([np.zeros(0), *(one.scores for one in given)])
    image = np.repeat([one.image for one in given], [len(one.boxes) for one in given]).astype(np.int64)
    # a picture without boxes tells no classes
    unknown = [np.full(len(one.boxes), NO_CLASS if classed else 0, np.int64) for one in given]
    kinds = [one.kinds if classed and one.kinds is not None else none for one, none in zip(given, unknown, strict=True)]
    kind = np.concatenate([np.zeros(0, np.int64), *kinds])
    kept = np.isin(kind, numbers) & (kind != NO_CLASS)
    label = np.searchsorted(numbers, label)
    answers = Boxes(image=image[kept], kind=np.searchsorted(numbers, kind[kept]), xywh=_xywh(box[kept]))
    row, label = _of_all_classes(annotations, row, label, answers)
    xywh, area = _xywh(annotations.box[row]), annotations.area[row]
    annotated = np.isfinite(area)
    return EvaluationInput(
        images=np.flatnonzero(there),
        classes=classes,
        row=row,
        truths=Boxes(image=annotations.image[row], kind=label, xywh=xywh),
        region=annotations.kind[row] != Kind.NORMAL,
        area=np.where(annotated, area, _area(xywh)),
        areas=int(np.isfinite(annotations.area[np.unique(row)]).sum()),
        answers=answers,
        box=box[kept],
        score=score[kept],
        left_out=int((~kept).sum()),
    )


def _of_all_classes(annotations: AnnotationColumns, row: Ints, label: Ints, answers: Boxes) -> tuple[Ints, Ints]:
    """Return rows and classes with each ignored region once more for every other class of a box in the picture.

    COCO's crowds are of one class; what is ignored, as KITTI's DontCare, is so for all.
    """
    again: list[tuple[int, int]] = []
    image = annotations.image[row]
    first, end = (np.searchsorted(answers.image, image, side).tolist() for side in ("left", "right"))
    for at in np.flatnonzero(annotations.kind[row] == Kind.IGNORED).tolist():
        kinds = np.unique(answers.kind[first[at] : end[at]])
        again += [(int(row[at]), kind) for kind in kinds.tolist() if kind != label[at]]
    more = np.array(again, np.int64).reshape(-1, 2)
    row, label = np.concatenate([row, more[:, 0]]), np.concatenate([label, more[:, 1]])
    order = np.argsort(row, kind="stable")
    return row[order], label[order]


@quiet
def _xywh(boxes: Floats) -> Floats:
    return np.concatenate([boxes[:, :2], boxes[:, 2:] - boxes[:, :2]], 1)


@quiet
def _area(xywh: Floats) -> Floats:
    return np.asarray(xywh[:, 2] * xywh[:, 3])
