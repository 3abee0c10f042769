"""``scan``: the result of every picture of a dataset under one recipe, a row at a time, for the list of pictures.

Nothing here reads pixels or knows a screen; the order can be changed from outside while a scan runs.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.lost import REACH
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.errors import BadFile, BadPredictions, InspectorError
from rpn_inspector.core.inspection import Inspection, inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.pictures.images import read_size
from rpn_inspector.data.predictions import Outputs, Predictor, as_outputs

KINDS = (
    "unreadable",
    "misfit",
    "not_finite",
    "degenerate",
    "untouched",
    "no_candidate",
    "no_truth",
    "class_range",
    "best_anchor_taken",
    "unmatched",
    "starved",
    "contested",
    "no_proposal",
    "smaller_than_stride",
    "low_quality_only",
)
"""What is worth jumping to, the gravest first; in words in the window."""

OF_A_PICTURE = frozenset({"unreadable", "misfit", "not_finite", "no_truth", "class_range", "smaller_than_stride"})
"""Kinds that belong to a picture as a whole and to no single ground truth."""

OF_OUTPUTS = frozenset({"misfit", "not_finite", "class_range", "no_proposal"})
"""Kinds that only a picture with outputs can have."""

COVERED = REACH  # IoU of a kept proposal with a ground truth below which it counts as missed, as in the audit
NEAR = 24  # pictures on either side of the one on the screen that come right after it
Found = tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The result of one picture.

    Args:
        index: the picture's place in the dataset.
        name: the picture's name.
        gt_count: number of ground truths.
        positives: number of positive anchors.
        undecided: ground truths in the assignment whose positives only outputs could tell.
        low_quality_only: ground truths with positives by the low-quality rule only.
        best_anchor_taken: unmatched ground truths whose best anchors are assigned to another ground truth.
        unmatched: ground truths without a positive anchor.
        degenerate: ground truths without width or height.
        joined: of how many stored pictures a trained one is a mosaic, 0 for none.
        warnings: kinds and counts of the warnings given.
        outputs: whether there are outputs of the picture.
        loss: the trainer's total, None without predictions.
        size: (h, w) px, None where unknown.
        found: kinds of `KINDS` with their ground truths, none for a kind of `OF_A_PICTURE`.
        problem: one line on what went wrong, None where all went well; counts are 0 where nothing could be counted.
    """

    index: int
    name: str
    gt_count: int
    positives: int = 0
    undecided: int = 0
    low_quality_only: int = 0
    best_anchor_taken: int = 0
    unmatched: int = 0
    degenerate: int = 0
    joined: int = 0
    warnings: tuple[tuple[str, int], ...] = ()
    outputs: bool = False
    loss: float | None = None
    size: tuple[int, int] | None = None
    found: Found = ()
    problem: str | None = None


class Order:
    """The order of pictures: preferred pictures first, the last preferred leading, then the rest; each once.

    ``prefer`` may be called from another thread than ``take``: both only touch a list replaced as a whole.
    """

    def __init__(self, count: int, done: npt.NDArray[np.bool_] | None = None) -> None:
        self._left = np.ones(count, bool) if done is None else ~done
        self._preferred: list[int] = []
        self._next = 0

    def prefer(self, indices: Sequence[int]) -> None:
        """Take ``indices`` first, in order."""
        self._preferred = [index for index in reversed(indices) if 0 <= index < len(self._left)]

    def prefer_around(self, index: int) -> None:
        """Take a picture first, then the neighbours outward."""
        steps = [step for near in range(1, NEAR + 1) for step in (near, -near)]
        self.prefer([index, *(index + step for step in steps)])

    def take(self) -> int | None:
        """Return the next picture, None when all were taken."""
        # Taken once: `prefer` in another thread puts another list in its place, never changes this one.
        preferred = self._preferred
        while preferred:
            index = preferred.pop()
            if self._left[index]:
                self._left[index] = False
                return index
        # argmax finds the first True, and 0 where there is none: the next test tells the two apart.
        rest = self._left[self._next :]
        step = int(rest.argmax()) if rest.size else 0
        self._next += step
        if not rest.size or not rest[step]:
            return None
        self._left[self._next] = False
        return self._next


def scan(
    dataset: Dataset,
    recipe: Recipe,
    predictions: Predictor | Mapping[str, Prediction] | None = None,
    order: Order | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Row]:
    """Yield one row a picture, in ``order``, until ``cancelled()`` is true; a failing picture is a row with a problem.

    Args:
        dataset: the pictures.
        recipe: the conventions to assign and cost by.
        predictions: opened outputs, None for labels alone. A model that would run anew on every picture is left out.
        order: the pictures' order, changeable meanwhile; None for the dataset's own.
        cancelled: called before each picture; True ends the scan.
    """
    order = order if order is not None else Order(len(dataset))
    outputs = None if predictions is None else as_outputs(predictions)
    # Running a network on every picture takes minutes, which nobody asked for by opening a dataset.
    outputs = None if outputs is not None and outputs.live else outputs
    while not cancelled():
        index = order.take()
        if index is None:
            return
        yield row_of(dataset, index, recipe, outputs)


def row_of(dataset: Dataset, index: int, recipe: Recipe, outputs: Outputs | None = None) -> Row:
    """Return a picture's row without reading pixels; every error becomes the row's ``problem``."""
    name, problem = dataset.names[index], None
    try:
        sample = dataset.read(index)
        # A picture that is missing leaves the annotation worth counting, so the row goes on without it.
        problem = _picture_problem(sample, dataset.ambiguity(index))
        if problem is not None and dataset.record(index).declared is None:
            # its boxes alone tell a size: a guess, from which no number follows, as in an audit
            return _failed(dataset, index, name, f"{problem}, and no size is annotated: in no count")
        return _row(index, sample, recipe, outputs, problem)
    except InspectorError as error:
        return _failed(dataset, index, name, problem or str(error))
    except Exception as error:  # one odd picture must not end the scan of the others
        return _failed(dataset, index, name, f"{name}: unexpected {type(error).__name__}: {error}")


def _failed(dataset: Dataset, index: int, name: str, problem: str) -> Row:
    try:
        count = dataset.count(index)
    except Exception:  # what stopped the reading is the problem already reported
        count = 0
    return Row(index, name, count, found=(("unreadable", ()),), problem=problem)


def _picture_problem(sample: Sample, ambiguity: str) -> str | None:
    """Return why no picture can be shown, though the annotation is usable."""
    if sample.path is None:
        return ambiguity or f"{sample.name}: the picture was not found"
    try:
        read_size(sample.path)
    except BadFile as error:
        return str(error)
    return None


def _row(index: int, sample: Sample, recipe: Recipe, outputs: Outputs | None, problem: str | None) -> Row:
    found: list[tuple[str, tuple[int, ...]]] = [("unreadable", ())] if problem is not None else []
    predicted, prediction = False, None
    try:
        prediction = None if outputs is None else outputs.predict(sample, recipe)
        if prediction is not None and prediction.trained is not None:  # the picture came with the outputs
            found, problem = [], None
        predicted = prediction is not None
        inspection = inspect(sample, recipe, prediction)
    except BadPredictions as error:
        problem = problem or str(error)
        predicted = True
        found.append(("misfit", ()))
        # Labels do not depend on the outputs: the row still says what the assignment comes to.
        inspection = inspect(sample, recipe)
    trained = None if prediction is None else prediction.trained
    loss = None if inspection.loss is None else float(inspection.loss.total)
    if loss is not None and not math.isfinite(loss):
        found.append(("not_finite", ()))
    found += findings_of(inspection)
    counts = {kind: len(gt) for kind, gt in found}
    return Row(
        index=index,
        name=sample.name,
        gt_count=len(sample.gt if trained is None else inspection.gt),
        positives=int(inspection.positive.size),
        undecided=0 if inspection.positives_known else int(inspection.used.sum()),
        low_quality_only=counts.get("low_quality_only", 0),
        best_anchor_taken=counts.get("best_anchor_taken", 0),
        unmatched=int((inspection.used & inspection.assignment.unmatched).sum()),
        degenerate=counts.get("degenerate", 0),
        joined=0 if trained is None else trained.joined,
        warnings=tuple((warning.kind, int(warning.count)) for warning in inspection.warnings),
        outputs=predicted,
        loss=loss,
        size=sample.size,
        found=tuple(found),
        problem=problem,
    )


def findings_of(inspection: Inspection) -> list[tuple[str, tuple[int, ...]]]:
    """Return the kinds of `KINDS` found in an inspection, with the ground truths.

    A ground truth stands under at most one of degenerate, untouched, best_anchor_taken, unmatched and low_quality_only;
    a starved one, of few candidates, may be contested too. "no_proposal" is added, where the outputs were laid over the
    anchors.
    """
    assignment, gt = inspection.assignment, inspection.gt
    degenerate = (gt[:, 2:] <= gt[:, :2]).any(1)
    sound = inspection.used & ~degenerate
    masks = {"degenerate": degenerate, "no_proposal": missed(inspection, sound)}
    masks |= {kind: sound & mask for kind, mask in inspection.recipe.matcher.gt_findings(assignment).items()}
    some = [kind for kind in KINDS if kind in masks and masks[kind].any()]
    found = [(kind, tuple(np.flatnonzero(masks[kind]).tolist())) for kind in some]
    warned = {warning.kind for warning in inspection.warnings}
    return found + [(kind, ()) for kind in ("no_truth", "class_range", "smaller_than_stride") if kind in warned]


def missed(inspection: Inspection, sound: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return the ground truths (G,) without a kept proposal at IoU `COVERED`; none without predictions."""
    missed = np.zeros(len(sound), bool)
    if inspection.proposals is None:
        return missed
    boxes = inspection.proposals.boxes
    for gt in np.flatnonzero(sound):
        missed[gt] = not len(boxes) or float(iou_with(inspection.gt[gt], boxes).max()) < COVERED
    return missed
