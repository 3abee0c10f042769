"""COCO's numbers and TIDE's errors of a detector's last boxes, by hotcoco, and the errors of each box and object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.annotation_columns import AnnotationColumns
from rpn_inspector.analysis.audit.by_hotcoco import NoEvaluation, judge, known
from rpn_inspector.analysis.audit.evaluation_input import ANY_CLASS, evaluation_input
from rpn_inspector.analysis.audit.predicted import Predicted
from rpn_inspector.analysis.audit.tide import Error, errors_of
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.text import NOTHING, Text
from rpn_inspector.core.values import read_only
from rpn_inspector.data.datasets.dataset import Cancelled, Progress

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
PARTS = 5  # of an evaluation: matching, AP, TIDE's numbers, its boxes, and their errors


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Evaluation:
    """The evaluation of d detections against the ground truths, columns of the audit (m,).

    Pictures without outputs, ground truths without width or height, and boxes of a class that the dataset does not have
    are left out; crowds, difficult and ignored ground truths are regions, as COCO's crowds: counted neither way,
    ignored ones for every class.

    Args:
        by: the library, with its version.
        proposals: whether the boxes are proposals, of a dataset of one class.
        numbers: COCO's twelve numbers by name, NaN where there is no such ground truth.
        classes: the names of the classes (k), or one name where the boxes have no classes.
        ap: (k,) AP of each class over IoU 0.50 to 0.95, NaN without a ground truth.
        ap50: (k,) AP of each class at IoU 0.50.
        by_class: (k,) int64, ground truths of each class.
        images: pictures evaluated.
        areas: ground truths whose area is annotated; that of the others is their box's.
        points: (6,) AP at IoU 0.50 that would be gained if only the `Error` were mended: they do not add up.
        counted: (6,) int64, boxes of each `Error`; of the last, ground truths. The library's.
        labelled: (6,) int64, the same as labelled here, box by box.
        evaluated: (m,) whether the ground truth is right to be found.
        region: (m,) whether it is a region.
        matched: (m,) whether a detection has it, at IoU 0.50.
        missed: (m,) whether it is `Error.MISSED`.
        image: (d,) int64, the picture of each detection.
        box: (d, 4) x1 y1 x2 y2 original px.
        score: (d,) float64.
        kind: (d,) int64, place in ``classes``.
        error: (d,) int8, an `Error`, `tide.RIGHT` or `tide.NOT_COUNTED`.
        row: (d,) int64, the ground truth the detection has or means, -1 none.
    """

    by: str
    proposals: bool
    numbers: Mapping[str, float]
    classes: tuple[str, ...]
    ap: Floats
    ap50: Floats
    by_class: Ints
    images: int
    areas: int
    points: Floats
    counted: Ints
    labelled: Ints
    evaluated: Bools
    region: Bools
    matched: Bools
    missed: Bools
    image: Ints
    box: Floats
    score: Floats
    kind: Ints
    error: npt.NDArray[np.int8]
    row: Ints

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    @property
    def classed(self) -> bool:
        """Return whether the boxes have classes."""
        return self.classes != (ANY_CLASS,)

    def behind(self, error: Error) -> Ints:
        """Return the rows, ascending, of the ground truths behind an error; one may be behind several errors."""
        if error == Error.MISSED:
            return np.flatnonzero(self.missed)
        rows = np.unique(self.row[(self.error == error) & (self.row >= 0)])
        return np.asarray(rows[self.evaluated[rows]])


def evaluation_of(
    annotations: AnnotationColumns, outputs: Predicted, progress: Progress | None = None
) -> tuple[Evaluation | None, Text]:
    """Return the evaluation, or None and why there is none; ``progress`` as of `evaluated`."""
    try:
        return evaluated(annotations, outputs, progress), NOTHING
    except (NoEvaluation, MissingExtra) as error:
        return None, error.text


def evaluated(annotations: AnnotationColumns, outputs: Predicted, progress: Progress | None = None) -> Evaluation:
    """Return the evaluation of the last boxes in ``outputs``.

    ``progress`` is called before each of `PARTS` parts with the parts done and `PARTS`; where it returns True,
    `Cancelled` is raised. Raises `NoEvaluation` where there is nothing to evaluate, or the library cannot, and
    `MissingExtra` without the extra ``eval``.
    """
    if not outputs.with_outputs.any():
        raise NoEvaluation(Text("no picture has outputs that can be used"))
    if not outputs.answers:
        raise NoEvaluation(Text("the outputs are proposals without classes, not a detector's last boxes"))
    case = evaluation_input(annotations, outputs)
    if not len(case.images):
        raise NoEvaluation(Text("no picture has outputs that can be used"))
    if case.left_out and not len(case.score):
        raise NoEvaluation(Text("every box is of a class that the dataset does not have"))
    done = 0

    def begin() -> None:
        nonlocal done
        if progress is not None and progress(done, PARTS):
            raise Cancelled(f"stopped after {done} of {PARTS} parts of the evaluation")
        done += 1

    judged = judge(case, begin)
    begin()
    matches = judged.matches
    errors = errors_of(case.answers, case.truths, case.region, matches, judged.overlaps)

    def mask(kept: Bools) -> Bools:
        made = np.zeros(len(annotations.box), bool)
        made[case.row[kept]] = True
        return made

    return Evaluation(
        by=judged.by,
        proposals=not outputs.finals,
        numbers=judged.numbers,
        classes=case.classes,
        ap=_of_classes(judged.precision),
        ap50=_of_classes(judged.precision[:1]),
        by_class=np.bincount(case.truths.kind[~matches.left_out], minlength=len(case.classes)),
        images=len(case.images),
        areas=case.areas,
        points=judged.points,
        counted=judged.counted,
        labelled=errors.count(),
        evaluated=mask(~matches.left_out),
        region=mask(matches.left_out),
        matched=mask(matches.taken & ~matches.left_out),
        missed=mask(errors.missed),
        image=case.answers.image,
        box=case.box,
        score=case.score,
        kind=case.answers.kind,
        error=errors.error,
        row=np.append(case.row, -1)[errors.target],
    )


def _of_classes(precision: Floats) -> Floats:
    """Return the mean precision (k,) of (t, r, k), NaN for a class without a ground truth."""
    return np.array([known(float(one.mean())) for one in np.moveaxis(precision, 2, 0)], np.float64)
