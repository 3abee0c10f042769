"""COCO's numbers and TIDE's errors of a detector's last boxes, by hotcoco, and the errors of each box and object."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.annotation_columns import AnnotationColumns
from rpn_inspector.analysis.audit.evaluation_input import ANY_CLASS, EvaluationInput, evaluation_input
from rpn_inspector.analysis.audit.predicted import Predicted
from rpn_inspector.analysis.audit.tide import HIT, NEAR, Error, Matches, errors_of
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.values import read_only

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
NAMES = MappingProxyType({"Cls": Error.CLASS, "Loc": Error.LOCALISATION, "Both": Error.BOTH, "Dupe": Error.DUPLICATE,
                          "Bkg": Error.BACKGROUND, "Miss": Error.MISSED})  # fmt: skip
"""What hotcoco calls each error."""
_OF_BOXES = ("dtIds", "dtMatched", "dtMatches", "dtIgnore")
_OF_TRUTHS = ("gtIds", "gtMatched", "gtIgnore")
_AT_HIT = frozenset({"dtMatched", "dtMatches", "dtIgnore", "gtMatched"})  # a row for each IoU asked for, here one


class NoEvaluation(InspectorError):
    """The outputs are such as cannot be evaluated."""


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


def evaluation_of(annotations: AnnotationColumns, outputs: Predicted) -> tuple[Evaluation | None, str]:
    """Return the evaluation, or None and why there is none."""
    try:
        return evaluated(annotations, outputs), ""
    except (NoEvaluation, MissingExtra) as error:
        return None, str(error)


def evaluated(annotations: AnnotationColumns, outputs: Predicted) -> Evaluation:
    """Return the evaluation of the last boxes in ``outputs``.

    Raises `NoEvaluation` where there is nothing to evaluate, and `MissingExtra` without the extra ``eval``.
    """
    if not outputs.answers:
        raise NoEvaluation("the outputs are proposals without classes, not a detector's last boxes")
    try:
        import hotcoco
    except ImportError as error:
        raise MissingExtra("hotcoco, which computes mAP and TIDE's errors,", "eval", error) from error
    case = evaluation_input(annotations, outputs)
    if not len(case.images):
        raise NoEvaluation("no picture has outputs that can be used")
    if case.left_out and not len(case.score):
        raise NoEvaluation("every box is of a class that the dataset does not have")
    truths, answers = _as_coco(hotcoco, case)
    whole = hotcoco.COCOeval(truths, answers, "bbox")
    whole.evaluate()
    whole.accumulate()
    whole.summary_lines()  # makes the numbers as summarize does, which prints too
    tide = whole.tide_errors(HIT, NEAR)
    matches = _matches(hotcoco, truths, answers, len(case.row), len(case.score))
    errors = errors_of(case.answers, case.truths, case.region, matches, hotcoco.mask.bbox_iou)
    precision = np.asarray((whole.eval or {})["precision"])[:, :, :, 0, -1]  # of all areas and 100 boxes

    def mask(kept: Bools) -> Bools:
        made = np.zeros(len(annotations.box), bool)
        made[case.row[kept]] = True
        return made

    return Evaluation(
        by=f"hotcoco {hotcoco.__version__}",
        proposals=not outputs.finals,
        numbers={name: _known(value) for name, value in zip(whole.metric_keys(), whole.stats, strict=True)},
        classes=case.classes,
        ap=_of_classes(precision),
        ap50=_of_classes(precision[:1]),
        by_class=np.bincount(case.truths.kind[~matches.left_out], minlength=len(case.classes)),
        images=len(case.images),
        areas=case.areas,
        points=_by_error(tide["delta_ap"], np.float64),
        counted=_by_error(tide["counts"], np.int64),
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


def _as_coco(hotcoco: Any, case: EvaluationInput) -> tuple[Any, Any]:
    """Return ground truths and detections as the library holds them: every number from 1, names that are numbers."""
    truths = hotcoco.COCO.from_arrays(
        [
            {"id": image + 1, "width": 1, "height": 1, "file_name": str(image)}  # of a box no size is asked for
            for image in case.images.tolist()
        ],
        [{"id": kind + 1, "name": str(kind)} for kind in range(len(case.classes))],
        case.truths.image + 1,
        case.truths.kind + 1,
        case.truths.xywh,
        area=case.area,
        iscrowd=case.region,
    )
    return truths, truths.load_res(case.results())


def _matches(hotcoco: Any, truths: Any, answers: Any, truth_count: int, answer_count: int) -> Matches:
    """Return the library's own matching at `HIT`."""
    at_hit = hotcoco.COCOeval(truths, answers, "bbox")
    at_hit.params.iou_thrs = [HIT]
    at_hit.params.max_dets = at_hit.params.max_dets[-1:]
    at_hit.params.area_rng, at_hit.params.area_rng_lbl = at_hit.params.area_rng[:1], at_hit.params.area_rng_lbl[:1]
    at_hit.evaluate()
    columns: dict[str, list[Any]] = {name: [] for name in _OF_BOXES + _OF_TRUTHS}
    for cell in at_hit.eval_imgs:  # a picture's boxes of a class, None where there is nothing
        if cell is not None:
            for name, column in columns.items():
                column += cell[name][0] if name in _AT_HIT else cell[name]
    boxes, *of_boxes = (np.array(columns[name], np.int64) for name in _OF_BOXES)
    objects, *of_truths = (np.array(columns[name], np.int64) for name in _OF_TRUTHS)
    counted, right = np.zeros(answer_count, bool), np.zeros(answer_count, bool)
    owner = np.full(answer_count, -1, np.int64)
    taken, left_out = np.zeros(truth_count, bool), np.ones(truth_count, bool)
    matched, owner[boxes - 1], ignored = of_boxes[0], of_boxes[1] - 1, of_boxes[2]
    counted[boxes - 1], right[boxes - 1] = ignored == 0, (ignored == 0) & (matched == 1)
    taken[objects - 1], left_out[objects - 1] = of_truths
    return Matches(counted=counted, right=right, taken=taken, left_out=left_out, owner=owner)


def _known(value: float) -> float:
    """Return a number of COCO's, NaN for -1, which stands for no ground truth."""
    return float(value) if value >= 0 else math.nan


def _of_classes(precision: Floats) -> Floats:
    """Return the mean precision (k,) of (t, r, k), NaN for a class without a ground truth."""
    means = [_known(float(one.mean())) for one in np.moveaxis(precision, 2, 0)]
    return np.array(means, np.float64)


def _by_error(values: Mapping[str, Any], dtype: type) -> Any:
    """Return the library's values (6,) in the order of `Error`."""
    made: Any = np.zeros(len(Error), dtype)
    for name, error in NAMES.items():
        made[error] = values[name]
    return made
