"""The pass over a dataset's outputs: `Predicted`, columns beside those of the audit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.annotation_columns import AnnotationColumns
from rpn_inspector.analysis.audit.execution import Execution
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.output_counts import (
    BAD,
    BINS,
    COST,
    NO_BOXES,
    NO_OUTPUTS,
    WAITING,
    WITH_OUTPUTS,
    OutputCounts,
    PictureAnswers,
    costliest,
    unknown,
)
from rpn_inspector.analysis.audit.output_units import is_portable, output_units
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.values import read_only
from rpn_inspector.data.datasets.dataset import Cancelled, Dataset
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.data.remote.known import told

Array = npt.NDArray[Any]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Progress = Callable[[int, int], "bool | None"]
Partly = Callable[[Callable[[], "Predicted"]], None]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Predicted:
    """The outputs of a dataset's pictures (n) beside the ground truths (m), in the dataset's order.

    What is not known is NaN or -1: all of a picture without outputs, and of a ground truth outside the assignment.

    Args:
        path: the outputs' file or folder.
        step: the training step, None where not said.
        state: (n,) int8: 0 no outputs or left out, 1 outputs, 2 unusable outputs, 3 a picture that a list of boxes
            does not name, and that therefore has no boxes, 4 not looked at as yet, in a pass still under way.
        loss: (n, 3) objectness, box, total: the losses of `inspect`.
        by_level: (n, L, 2) objectness and box loss of the anchors of each level.
        end: (m,) int8, an `End`, -1 not judged.
        fate: (m,) int8, the `Fate` of the furthest box that reaches, -1 none.
        best: (m,) the highest IoU with any decoded box.
        kept: (m,) the highest IoU with a kept box, of the class where boxes have classes.
        score: (m,) the highest score of the boxes that reach.
        by: (m,) int64, of a suppressed one the suppressor's anchor, flat; for a file the box's place.
        by_row: (m,) int64, the row of the ground truth the suppressor belongs to or overlaps most.
        by_iou: (m,) the IoU at which NMS suppressed; NaN where the best box is kept, for another ground truth.
        own: (m,) int64, the anchor of the box suppressed or kept for another, -1 without.
        sampled: (m,) int64, anchors in the mini-batch.
        gt_objectness: (m,) the sum of their objectness losses.
        gt_box: (m,) the sum of their box losses.
        calibration: (2, 3, 10) of anchors and of kept boxes, by score from 0 to 1: number, sum of scores, hits.
        costly: the anchors of the highest loss: loss, objectness, box, image, anchor, row.
        problems: why outputs could not be used, by picture.
        misfits: why outputs seem to be laid out otherwise, by picture.
        warned: what is remarkable in the outputs, by kind of `InspectionWarning` and picture.
        looked: the number of pictures whose outputs were compared with other layouts.
        unplaced: (u,) pictures whose frame is not known, as after mosaic: their ground truths are not judged.
        resized: (r,) pictures whose file has another size than annotated: anchors are counted under the annotated
            size, and outputs looked at under the file's.
        classless: boxes of a class the dataset does not have.
        encoded_back: whether some outputs are decoded boxes put back on anchors: these have no losses.
        answers: the last boxes by picture, of a dataset of one class also proposals; else none for proposals.
        finals: whether the outputs are a detector's last boxes.
    """

    path: str
    step: int | None
    state: npt.NDArray[np.int8]
    loss: Floats
    by_level: Floats
    end: npt.NDArray[np.int8]
    fate: npt.NDArray[np.int8]
    best: Floats
    kept: Floats
    score: Floats
    by: Ints
    by_row: Ints
    by_iou: Floats
    own: Ints
    sampled: Ints
    gt_objectness: Floats
    gt_box: Floats
    calibration: Floats
    costly: Array
    problems: Mapping[int, str]
    misfits: Mapping[int, str]
    warned: Mapping[str, Mapping[int, str]]
    looked: int
    unplaced: Ints
    resized: Ints
    classless: int
    encoded_back: bool
    answers: tuple[PictureAnswers, ...]
    finals: bool

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    @property
    def judged(self) -> Bools:
        """Return the mask (m,) of ground truths with an end."""
        return np.asarray(self.end >= 0)

    @property
    def lost(self) -> Bools:
        """Return the mask (m,) of ground truths with an end that is not found."""
        return np.asarray(self.end > End.FOUND)

    @property
    def with_outputs(self) -> Bools:
        """Return the mask (n,) of pictures with usable outputs."""
        return np.asarray((self.state == WITH_OUTPUTS) | (self.state == NO_BOXES))

    @property
    def waiting(self) -> int:
        """Return the number of pictures not looked at as yet, of a pass that is still under way."""
        return int((self.state == WAITING).sum())

    @property
    def mean_loss(self) -> Floats:
        """Return the mean over the pictures of objectness, box and total loss (3,), NaN where no picture has one."""
        known = np.isfinite(self.loss).all(1)
        return np.asarray(self.loss[known].mean(0)) if known.any() else np.full(3, np.nan)


def predicted(
    dataset: Dataset,
    annotations: AnnotationColumns,
    left: Mapping[int, str],
    recipe: Recipe,
    outputs: Outputs,
    where: Execution,
    progress: Progress | None = None,
    partly: Partly | None = None,
) -> Predicted:
    """Return the pass over all pictures but those ``left`` out; the same ``where`` ever computed.

    ``partly`` is called as parts are counted, with a function that returns the pass so far.

    Outputs that are no files, as a model's or a caller's own, are computed here, whatever ``where`` says. Raises
    `Cancelled` where ``progress`` (pictures done, total) returns True.
    """
    pictures, total = len(annotations.names), len(annotations.names) - len(left)
    place = where if is_portable(outputs) else where.here()
    place.submit(output_units(dataset, annotations, left, outputs), recipe)
    counts: dict[int, OutputCounts] = {}
    done = 0

    def so_far() -> Predicted:
        known = [counts[number] for number in sorted(counts)]
        return _joined(pictures, len(annotations.box), recipe, outputs, known, left)

    for counted in place.completed():
        counts[counted.number] = counted
        done += len(counted.image)
        if progress is not None and progress(done, total):
            place.cancel()
            raise Cancelled(f"stopped after the outputs of {done:,} of {total:,} pictures")
        if partly is not None:
            partly(so_far)
    return so_far()


def _joined(
    pictures: int,
    rows: int,
    recipe: Recipe,
    outputs: Outputs,
    counts: list[OutputCounts],
    left: Mapping[int, str],
) -> Predicted:
    state = np.full(pictures, WAITING, np.int8)
    state[list(left)] = NO_OUTPUTS
    loss = np.full((pictures, 3), np.nan)
    by_level = np.full((pictures, len(recipe.anchors.strides), 2), np.nan)
    gt = unknown(rows)
    calibration, costly = np.zeros((2, 3, BINS)), np.zeros(0, COST)
    problems: dict[int, str] = {}
    misfits: dict[int, str] = {}
    warned: dict[str, dict[int, str]] = {}
    for one in counts:
        state[one.image], loss[one.image], by_level[one.image] = one.state, one.loss, one.by_level
        for name, values in one.gt.items():
            gt[name][one.row] = values
        calibration += one.calibration
        costly = costliest(np.concatenate([costly, one.costly]))
        problems |= one.problems
        misfits |= one.misfits
        for kind, words in one.warned.items():
            warned.setdefault(kind, {}).update(words)
    answers = tuple(answer for one in counts for answer in one.answers)
    return Predicted(
        path=told(outputs.path),
        step=outputs.step,
        state=state,
        loss=loss,
        by_level=by_level,
        gt_objectness=gt.pop("objectness"),
        gt_box=gt.pop("box"),
        calibration=calibration,
        costly=costly,
        problems=problems,
        misfits=misfits,
        warned=warned,
        looked=sum(one.looked for one in counts),
        unplaced=np.array([image for one in counts for image in one.unplaced], np.int64),
        resized=np.array([image for one in counts for image in one.resized], np.int64),
        classless=sum(one.classless for one in counts),
        encoded_back=outputs.encoded_back or any(one.encoded_back for one in counts),
        answers=answers,
        finals=any(one.finals for one in counts),
        **gt,
    )


__all__ = ["BAD", "NO_BOXES", "NO_OUTPUTS", "WAITING", "WITH_OUTPUTS", "Predicted", "predicted"]
