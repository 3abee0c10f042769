"""The evaluation by hotcoco: COCO's numbers, TIDE's counts and points, and the matching of boxes and ground truths."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.evaluation_input import EvaluationInput
from rpn_inspector.analysis.audit.tide import HIT, NEAR, Error, Matches, Overlaps
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.data.datasets.dataset import Cancelled

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
NAMES = MappingProxyType({"Cls": Error.CLASS, "Loc": Error.LOCALISATION, "Both": Error.BOTH, "Dupe": Error.DUPLICATE,
                          "Bkg": Error.BACKGROUND, "Miss": Error.MISSED})  # fmt: skip
"""What hotcoco calls each error."""
_OF_BOXES = ("dtIds", "dtMatched", "dtMatches", "dtIgnore")
_OF_TRUTHS = ("gtIds", "gtMatched", "gtIgnore")
_AT_HIT = frozenset({"dtMatched", "dtMatches", "dtIgnore", "gtMatched"})  # a row for each IoU asked for, here one


class NoEvaluation(InspectorError):
    """The outputs are such as cannot be evaluated."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Judged:
    """The library's answers.

    Args:
        by: the library, with its version.
        numbers: COCO's twelve by name, NaN where there is no such ground truth.
        precision: (t, r, k) by IoU, recall and class, of all areas and 100 boxes; -1 without a ground truth.
        points: (6,) by `Error`, AP.
        counted: (6,) int64, by `Error`.
        matches: at `HIT`.
        overlaps: IoU as the library computes it.
    """

    by: str
    numbers: Mapping[str, float]
    precision: Floats
    points: Floats
    counted: Ints
    matches: Matches
    overlaps: Overlaps


def judge(case: EvaluationInput, begin: Callable[[], None] = lambda: None) -> Judged:
    """Return the answers on ``case``; ``begin`` is called before each of four parts, and may raise `Cancelled`.

    Raises `MissingExtra`, and `NoEvaluation` where the library cannot.
    """
    try:
        import hotcoco
    except ImportError as error:
        raise MissingExtra("hotcoco, which computes mAP and TIDE's errors,", "eval", error) from error
    by = f"hotcoco {hotcoco.__version__}"
    try:
        return _judged(hotcoco, by, case, begin)
    except Cancelled:
        raise
    except Exception as error:  # of a version to come: an audit's other numbers do not depend on it
        raise NoEvaluation(f"{by} cannot evaluate: {type(error).__name__}: {error}") from error


def _judged(hotcoco: Any, by: str, case: EvaluationInput, begin: Callable[[], None]) -> Judged:
    begin()
    truths, answers = _as_coco(hotcoco, case)
    whole = hotcoco.COCOeval(truths, answers, "bbox")
    whole.evaluate()
    begin()
    whole.accumulate()
    whole.summary_lines()  # makes the numbers as summarize does, which prints too
    begin()
    tide = whole.tide_errors(HIT, NEAR)
    begin()
    return Judged(
        by=by,
        numbers={name: known(value) for name, value in zip(whole.metric_keys(), whole.stats, strict=True)},
        precision=np.asarray(whole.eval["precision"])[:, :, :, 0, -1],
        points=_by_error(tide["delta_ap"], np.float64),
        counted=_by_error(tide["counts"], np.int64),
        matches=_matches(hotcoco, truths, answers, len(case.row), len(case.score)),
        overlaps=hotcoco.mask.bbox_iou,
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


def known(value: float) -> float:
    """Return a number of COCO's, NaN for -1, which stands for no ground truth."""
    return float(value) if value >= 0 else math.nan


def _by_error(values: Mapping[str, Any], dtype: type) -> Any:
    """Return the library's values (6,) in the order of `Error`."""
    made: Any = np.zeros(len(Error), dtype)
    for name, error in NAMES.items():
        made[error] = values[name]
    return made
