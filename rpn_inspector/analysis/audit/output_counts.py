"""The outputs of a unit's pictures, one `inspect` each: losses, calibration of the score, ends of ground truths."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.lost import REACH, Ends, FoundBoxes, answers_of, ends_of, owners_of, proposals_of
from rpn_inspector.analysis.audit.output_units import OutputUnit
from rpn_inspector.analysis.layout.diagnosis import misfit_of
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.detections import Detections
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.given_classes import in_dataset
from rpn_inspector.core.inspection import Inspection, inspect
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text, UserName
from rpn_inspector.data.predictions import as_outputs
from rpn_inspector.data.predictions.results import DetectionResults

Array = npt.NDArray[Any]
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
BINS = 10  # of the score, from 0 to 1
COSTLIEST = 50  # anchors of the highest loss that are kept
NO_OUTPUTS, WITH_OUTPUTS, BAD, NO_BOXES, WAITING = range(5)
WARNED = ("given_classes", "class_columns", "not_a_number", "stage_not_a_number")  # of what `inspect` warns of
COLUMNS = {
    "end": np.int8, "fate": np.int8, "best": np.float64, "kept": np.float64, "score": np.float64, "by": np.int64,
    "by_row": np.int64, "by_iou": np.float64, "own": np.int64, "sampled": np.int64, "objectness": np.float64,
    "box": np.float64,
}  # fmt: skip
UNKNOWN = {np.int8: -1, np.int64: -1, np.float64: np.nan}
COST = np.dtype([("loss", "f8"), ("objectness", "f8"), ("box", "f8"), ("image", "i8"), ("anchor", "i8"), ("row", "i8")])


def unknown(count: int) -> dict[str, Array]:
    """Return the columns of ``count`` ground truths of which nothing is known."""
    return {name: np.full(count, UNKNOWN[kind], kind) for name, kind in COLUMNS.items()}


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PictureAnswers:
    """A picture's last boxes (n), for evaluation: ``boxes`` (n, 4) original px, ``scores`` (n,), ``kinds`` (n,)."""

    image: int
    boxes: Floats
    scores: Floats
    kinds: Ints | None


@dataclass(slots=True, eq=False, kw_only=True)
class OutputCounts:
    """What the outputs of a unit's pictures came to.

    Args:
        number: of the unit.
        image: (p,) the pictures.
        state: (p,) int8: `NO_OUTPUTS`, `WITH_OUTPUTS`, `BAD`, or `NO_BOXES` where a list of boxes has none.
        loss: (p, 3) objectness, box, total, as the trainer's; NaN where not known.
        by_level: (p, L, 2) objectness and box loss of the anchors of each level.
        row: (g,) the rows of the ground truths.
        gt: (g,) each, by the names of `COLUMNS`.
        calibration: (2, 3, `BINS`) of anchors and of kept boxes: number, sum of scores, number of hits.
        costly: the anchors of the highest loss, as `COST`.
        problems: why a picture's outputs could not be used, by picture.
        misfits: why a picture's outputs seem to be laid out otherwise, by picture.
        warned: what is remarkable in a picture's outputs, by kind of `WARNED` and picture.
        looked: the number of pictures whose outputs were compared with other layouts.
        unplaced: pictures whose frame is not known, so that no annotated ground truth can be judged.
        resized: pictures whose file has another size than annotated.
        classless: boxes of a class the dataset does not have.
        answers: last boxes; of a dataset of one class also proposals, which are boxes of that class.
        finals: whether some are a detector's last boxes.
        encoded_back: whether some outputs are decoded boxes put back on anchors, which have no loss.
    """

    number: int
    image: Ints
    state: npt.NDArray[np.int8]
    loss: Floats
    by_level: Floats
    row: Ints
    gt: dict[str, Array]
    calibration: Floats
    costly: Array
    problems: dict[int, str] = field(default_factory=dict)
    misfits: dict[int, str] = field(default_factory=dict)
    warned: dict[str, dict[int, str]] = field(default_factory=dict)
    looked: int = 0
    unplaced: list[int] = field(default_factory=list)
    resized: tuple[int, ...] = ()
    classless: int = 0
    answers: list[PictureAnswers] = field(default_factory=list)
    finals: bool = False
    encoded_back: bool = False


def count_outputs(unit: OutputUnit, recipe: Recipe) -> OutputCounts:
    """Return what the outputs of ``unit`` come to; a picture that cannot be used is a problem and ends nothing."""
    pictures, rows = len(unit.image), np.concatenate([*unit.row, np.zeros(0, np.int64)])
    made = OutputCounts(
        number=unit.number,
        image=np.array(unit.image, np.int64),
        state=np.full(pictures, NO_OUTPUTS, np.int8),
        loss=np.full((pictures, 3), np.nan),
        by_level=np.full((pictures, len(recipe.anchors.strides), 2), np.nan),
        row=rows,
        gt=unknown(len(rows)),
        calibration=np.zeros((2, 3, BINS)),
        costly=np.zeros(0, COST),
        resized=unit.resized,
    )
    first = np.cumsum([0, *map(len, unit.row)])
    for place in range(pictures):
        try:
            _take(made, unit, recipe, place, slice(first[place], first[place + 1]))
        except InspectorError as error:
            made.state[place] = BAD
            made.problems[unit.image[place]] = str(error)
    return made


def _take(made: OutputCounts, unit: OutputUnit, recipe: Recipe, place: int, rows: slice) -> None:
    sample, image = unit.samples[place], unit.image[place]
    if not isinstance(sample, Sample):
        raise InspectorError(sample)
    outputs = as_outputs(unit.outputs)
    given = outputs.detections(sample) if isinstance(outputs, DetectionResults) and unit.there[place] else None
    prediction = outputs.predict(sample, recipe) if unit.there[place] else None
    if isinstance(prediction, Detections):  # a caller's own outputs may be decoded boxes
        given = prediction
    if prediction is None and not unit.empty:
        return
    if prediction is None:
        given = Detections(boxes=np.zeros((0, 4)), scores=np.zeros(0))
    found = inspect(sample, recipe, prediction)
    made.state[place] = NO_BOXES if prediction is None else WITH_OUTPUTS
    for warning in found.warnings:
        if warning.kind in WARNED:
            made.warned.setdefault(warning.kind, {}).setdefault(image, warning.example)
    if unit.look[place] and prediction is not None:
        made.looked += 1
        if (wrong := misfit_of(found)) is not None:
            made.misfits[image] = wrong
    judged = len(found.gt) == len(unit.row[place]) and found.frame.placed
    if not judged:
        made.unplaced.append(image)
    decoded = found.prediction is not None and found.prediction.encoded_back
    made.encoded_back = made.encoded_back or decoded
    if found.loss is not None and not decoded:
        _take_loss(made, found, place, image, rows, unit.row[place] if judged else None)
    elif found.logits is not None and not decoded:
        made.problems[image] = Text.of(
            "{name}: no loss: the outputs have no column for a class of the ground truths", name=UserName(sample.name)
        )
    answers = answers_of(found, given, unit.places) if judged else None
    if judged:
        _take_ends(made, ends_of(found, answers), rows, unit.row[place])
        _calibrate_boxes(made.calibration[1], found, answers)
    if prediction is not None and found.prediction is not None and not decoded:
        _calibrate_anchors(made.calibration[0], found)
    made.finals = made.finals or answers is not None
    if answers is None and judged and len(sample.classes) == 1:
        answers = proposals_of(found)
    if answers is not None:
        kinds = answers.kinds
        if kinds is not None and found.sample.classes != sample.classes:  # columns, as a trainer numbered classes
            kinds = in_dataset(found.sample, sample.classes, kinds, 0)
        made.classless += 0 if kinds is None else int((kinds < 0).sum())
        made.answers.append(PictureAnswers(image=image, boxes=answers.boxes, scores=answers.scores, kinds=kinds))


def _take_ends(made: OutputCounts, ends: Ends, rows: slice, row: Ints) -> None:
    for name in ("end", "fate", "best", "kept", "score", "by", "by_iou", "own"):
        made.gt[name][rows] = getattr(ends, name)
    made.gt["by_row"][rows] = np.where(ends.by_gt >= 0, row[ends.by_gt], -1) if len(row) else -1


def _take_loss(made: OutputCounts, found: Inspection, place: int, image: int, rows: slice, row: Ints | None) -> None:
    """Add a picture's losses; to ground truths too, where ``row`` are those of the inspection."""
    loss = found.loss
    assert loss is not None
    made.loss[place] = loss.objectness, loss.box, loss.total
    positives = len(loss.box_per_coordinate)
    box = np.zeros(len(loss.rows))
    box[:positives] = loss.box_per_coordinate.sum(1)
    level, levels = found.grid.locate(loss.rows).level, made.by_level.shape[1]
    owner = found.assignment.gt[loss.rows[:positives]]
    for column, values in enumerate((loss.objectness_per_anchor, box)):
        made.by_level[place, :, column] = np.bincount(level, values, minlength=levels)
    costs = np.zeros(len(loss.rows), COST)
    costs["objectness"], costs["box"], costs["loss"] = loss.objectness_per_anchor, box, loss.objectness_per_anchor + box
    costs["image"], costs["anchor"], costs["row"] = image, loss.rows, -1
    if row is not None:
        sampled = np.bincount(owner, minlength=len(row))
        made.gt["sampled"][rows] = sampled
        for name, values in (("objectness", loss.objectness_per_anchor[:positives]), ("box", box[:positives])):
            # a ground truth without an anchor in the mini-batch has no loss, which is not a loss of 0
            sums = np.bincount(owner, values, minlength=len(row))
            made.gt[name][rows] = np.where(sampled > 0, sums, np.nan)
        costs["row"][:positives] = row[owner]
    made.costly = costliest(np.concatenate([made.costly, costs[np.isfinite(costs["loss"])]]))


def costliest(costs: Array) -> Array:
    """Return the `COSTLIEST` of ``costs``, highest first; of equals the first picture's first anchor."""
    return costs[np.lexsort((costs["anchor"], costs["image"], -costs["loss"]))[:COSTLIEST]]


def _calibrate_anchors(into: Floats, found: Inspection) -> None:
    """Add the anchors that are positive or negative: how many of each score are positive."""
    scores = found.objectness()
    assert scores is not None
    told = np.flatnonzero((found.assignment.label >= 0) & np.isfinite(scores))
    _add(into, scores[told], found.assignment.label[told] == 1)


def _calibrate_boxes(into: Floats, found: Inspection, answers: FoundBoxes | None) -> None:
    """Add the kept boxes: how many of each score reach a ground truth, of their class and no other box's."""
    used = np.flatnonzero(found.used)
    if answers is not None:
        gt, kind = found.sample.gt[used], found.sample.gt_class[used]
        owner = owners_of(answers.boxes, answers.scores, answers.kinds, gt, kind)
        _add(into, answers.scores, owner >= 0)
    elif found.proposals is not None:
        hit = np.zeros(len(found.proposals.boxes), bool)
        for number in used.tolist():
            hit |= iou_with(found.gt[number], found.proposals.boxes) >= REACH
        _add(into, found.proposals.scores, hit)


def _add(into: Floats, scores: Array, hit: Array) -> None:
    scores = scores.astype(np.float64)
    place = np.clip((scores * BINS).astype(np.int64), 0, BINS - 1)
    into[0] += np.bincount(place, minlength=BINS)
    into[1] += np.bincount(place, scores, minlength=BINS)
    into[2] += np.bincount(place, hit, minlength=BINS)
