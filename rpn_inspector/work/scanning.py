"""``scan``: what every picture of a dataset comes to under one recipe, a row at a time, for the list of pictures.

Nothing here reads pixels or knows a screen: the order can be changed from outside while a scan runs, and a `Report`
gathers its rows as columns, so that a hundred thousand pictures sort and filter at once.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.errors import BadFile, BadPredictions, InspectorError
from rpn_inspector.core.inspection import Inspection, inspect
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.dataset import Dataset
from rpn_inspector.data.images import read_size
from rpn_inspector.data.predictions import prediction_for

Indices = npt.NDArray[np.int64]
KINDS = (
    "unreadable",
    "misfit",
    "not_finite",
    "degenerate",
    "untouched",
    "no_truth",
    "class_range",
    "robbed",
    "unmatched",
    "no_proposal",
    "smaller_than_stride",
    "rescued",
)
"""What is worth jumping to, the gravest first; in words in the window."""

OF_A_PICTURE = frozenset({"unreadable", "misfit", "not_finite", "no_truth", "class_range", "smaller_than_stride"})
"""Kinds that belong to a picture as a whole and to no single ground truth."""

COVERED = 0.7  # IoU of a kept proposal with a ground truth below which it counts as missed
NEAR = 24  # pictures on either side of the one on the screen that come right after it
Found = tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What one picture comes to.

    ``truths`` counts the ground truths, ``positives`` the positive anchors. Of the ground truths ``rescued`` have
    positives by the low-quality rule only, ``unmatched`` have none, ``robbed`` are those of them whose best anchors
    went to another one, ``degenerate`` have no width or no height. ``warnings`` are kinds and counts of the traps met;
    ``loss`` is the trainer's total, None without predictions; ``size`` (h, w) px, None where nothing tells it.
    ``found`` holds kinds of `KINDS` with their ground truths, none for a kind of `OF_A_PICTURE`. ``problem`` says in
    one line what went wrong; counts are 0 where it left nothing to count.
    """

    index: int
    name: str
    truths: int
    positives: int = 0
    rescued: int = 0
    robbed: int = 0
    unmatched: int = 0
    degenerate: int = 0
    warnings: tuple[tuple[str, int], ...] = ()
    loss: float | None = None
    size: tuple[int, int] | None = None
    found: Found = ()
    problem: str | None = None


class Order:
    """Which picture comes next: those preferred last, then from the first to the last; each once.

    ``prefer`` may be called from another thread than ``take``: both only touch a list that is replaced as a whole.
    """

    def __init__(self, count: int, done: npt.NDArray[np.bool_] | None = None) -> None:
        self._left = np.ones(count, bool) if done is None else ~done
        self._preferred: list[int] = []
        self._next = 0

    def prefer(self, indices: Sequence[int]) -> None:
        """Take these first, in this order."""
        self._preferred = [index for index in reversed(indices) if 0 <= index < len(self._left)]

    def prefer_around(self, index: int) -> None:
        """Take a picture first, then its neighbours outward."""
        steps = [step for near in range(1, NEAR + 1) for step in (near, -near)]
        self.prefer([index, *(index + step for step in steps)])

    def take(self) -> int | None:
        """Return the next picture, None when all were taken."""
        preferred = self._preferred
        while preferred:
            index = preferred.pop()
            if self._left[index]:
                self._left[index] = False
                return index
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
    predictions: Any = None,
    order: Order | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Row]:
    """Yield one row a picture, in ``order``, until ``cancelled()`` is true; a picture that fails is a row that says so.

    ``predictions`` are opened outputs, or None. A model that would have to run on every picture is left out.
    """
    order = order if order is not None else Order(len(dataset))
    outputs = None if getattr(predictions, "live", False) else predictions
    while not cancelled():
        index = order.take()
        if index is None:
            return
        yield row_of(dataset, index, recipe, outputs)


def row_of(dataset: Dataset, index: int, recipe: Recipe, predictions: Any = None) -> Row:
    """Return one picture's row; its pixels are not read, and every error becomes the row's ``problem``."""
    name, problem = dataset.names[index], None
    try:
        sample = dataset.read(index)
        problem = _picture_problem(sample)
        return _row(index, sample, recipe, predictions, problem)
    except InspectorError as error:
        return _failed(dataset, index, name, problem or str(error))
    except Exception as error:  # one odd picture must not end the scan of the others
        return _failed(dataset, index, name, f"{name}: unexpected {type(error).__name__}: {error}")


def _failed(dataset: Dataset, index: int, name: str, problem: str) -> Row:
    try:
        truths = dataset.count(index)
    except Exception:  # what stopped the reading is the problem already told
        truths = 0
    return Row(index, name, truths, found=(("unreadable", ()),), problem=problem)


def _picture_problem(sample: Sample) -> str | None:
    """Return why there is no picture to look at, though its annotation can be worked with."""
    if sample.path is None:
        return f"{sample.name}: the picture was not found"
    try:
        read_size(sample.path)
    except BadFile as error:
        return str(error)
    return None


def _row(index: int, sample: Sample, recipe: Recipe, predictions: Any, problem: str | None) -> Row:
    found: list[tuple[str, tuple[int, ...]]] = [("unreadable", ())] if problem is not None else []
    try:
        prediction = None if predictions is None else prediction_for(predictions, sample, recipe)
        inspection = inspect(sample, recipe, prediction)
    except BadPredictions as error:
        problem = problem or str(error)
        found.append(("misfit", ()))
        inspection = inspect(sample, recipe)
    loss = None if inspection.loss is None else float(inspection.loss.total)
    if loss is not None and not math.isfinite(loss):
        found.append(("not_finite", ()))
    found += findings_of(inspection)
    assignment = inspection.assignment
    counts = {kind: len(truths) for kind, truths in found}
    return Row(
        index=index,
        name=sample.name,
        truths=len(sample.gt),
        positives=int(inspection.positive.size),
        rescued=counts.get("rescued", 0),
        robbed=counts.get("robbed", 0),
        unmatched=int((inspection.used & (assignment.gt_positives == 0)).sum()),
        degenerate=counts.get("degenerate", 0),
        warnings=tuple((warning.kind, int(warning.count)) for warning in inspection.warnings),
        loss=loss,
        size=sample.size,
        found=tuple(found),
        problem=problem,
    )


def findings_of(inspection: Inspection) -> list[tuple[str, tuple[int, ...]]]:
    """Return the kinds of `KINDS` one inspection shows, with their ground truths.

    A ground truth stands under at most one of degenerate, untouched, robbed, unmatched and rescued; "no_proposal" is
    said of it besides, where the outputs were laid over the anchors.
    """
    assignment, gt = inspection.assignment, inspection.gt
    best, positives = assignment.gt_best_iou, assignment.gt_positives
    degenerate = (gt[:, 2:] - gt[:, :2]).min(1) <= 0 if len(gt) else np.zeros(0, bool)
    sound = inspection.used & ~degenerate
    lacking = sound & (best > 0) & (positives == 0)
    robbed = lacking & (assignment.gt_ties > 0) & (best >= _rescued_from(inspection.recipe))
    masks = {
        "degenerate": degenerate,
        "untouched": sound & (best == 0),
        "robbed": robbed,
        "unmatched": lacking & ~robbed,
        "no_proposal": _missed(inspection, sound),
        "rescued": sound & (best > 0) & (positives > 0) & (positives == assignment.gt_low_quality),
    }
    found = [(kind, tuple(np.flatnonzero(mask).tolist())) for kind, mask in masks.items() if mask.any()]
    told = {warning.kind for warning in inspection.warnings}
    return found + [(kind, ()) for kind in ("no_truth", "class_range", "smaller_than_stride") if kind in told]


def _rescued_from(recipe: Recipe) -> float:
    """Return the best IoU from which a ground truth would have an anchor if nobody else took it, as in core.traps."""
    return min(recipe.matcher.low_quality_from if recipe.matcher.low_quality else 1.0, recipe.matcher.positive)


def _missed(inspection: Inspection, sound: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return which ground truths (G,) no kept proposal covers at IoU `COVERED`; none without predictions."""
    missed = np.zeros(len(sound), bool)
    if inspection.proposals is None:
        return missed
    boxes = inspection.proposals.boxes
    for truth in np.flatnonzero(sound):
        missed[truth] = not len(boxes) or float(iou_with(inspection.gt[truth], boxes).max()) < COVERED
    return missed


_COUNTS = ("truths", "positives", "rescued", "robbed", "unmatched", "degenerate", "warnings")


class Report:
    """The rows of one scan as columns over all pictures (n,); what was not scanned yet is 0 and not ``done``.

    ``counts`` are int32 by the names of `Row`'s counts ("warnings": how many traps in all); ``loss`` float64, NaN
    where there is none, and where it is not finite besides; ``area`` float64 px²; ``flags`` uint32, a bit for each
    kind of `KINDS`, and ``each`` uint16 how many places of each; ``places`` and ``images`` their totals by kind.
    """

    def __init__(self, count: int) -> None:
        self.done = np.zeros(count, bool)
        self.counts = {name: np.zeros(count, np.int32) for name in _COUNTS}
        self.loss = np.full(count, np.nan)
        self.area = np.zeros(count)
        self.flags = np.zeros(count, np.uint32)
        self.each = {kind: np.zeros(count, np.uint16) for kind in KINDS}
        self.scanned = 0
        self.places = dict.fromkeys(KINDS, 0)
        self.images = dict.fromkeys(KINDS, 0)
        self._odd: dict[int, Row] = {}
        self._truths: dict[int, Found] = {}

    def __len__(self) -> int:
        """Return the number of pictures, scanned or not."""
        return len(self.done)

    @property
    def complete(self) -> bool:
        """Return whether every picture was scanned."""
        return self.scanned == len(self.done)

    @property
    def has_loss(self) -> bool:
        """Return whether any picture scanned so far has a loss."""
        return bool(np.isfinite(self.loss).any()) or self.places["not_finite"] > 0

    def add(self, row: Row) -> None:
        """Take one picture's row; a second one of the same picture is left out."""
        index = row.index
        if self.done[index]:
            return
        self.done[index] = True
        self.scanned += 1
        for name in _COUNTS[:-1]:
            self.counts[name][index] = getattr(row, name)
        self.counts["warnings"][index] = sum(count for _, count in row.warnings)
        if row.loss is not None:
            self.loss[index] = row.loss
        if row.size is not None:
            self.area[index] = row.size[0] * row.size[1]
        if row.found:
            self._truths[index] = row.found
        if row.problem is not None:
            self._odd[index] = row
        for kind, truths in row.found:
            self.flags[index] |= bit(kind)
            self.each[kind][index] = min(len(truths) or 1, 65535)
            self.places[kind] += len(truths) or 1
            self.images[kind] += 1

    def found(self, index: int) -> Found:
        """Return the findings of one picture."""
        return self._truths.get(index, ())

    def problem(self, index: int) -> str | None:
        """Return what went wrong at one picture, in one line."""
        row = self._odd.get(index)
        return None if row is None else row.problem

    def step(self, kind: str, after: tuple[int, int] | None, forward: bool = True) -> tuple[int, int] | None:
        """Return the (picture, ground truth) of ``kind`` that follows ``after``, round and round, None where none is.

        A place of a picture as a whole has ground truth -1. Backwards with ``forward`` False.
        """
        pictures = np.flatnonzero(self.flags & bit(kind))
        if not pictures.size:
            return None
        ways = 1 if forward else -1
        if after is not None:
            image, truth = after
            inside = [place for place in self._inside(kind, image) if (place - truth) * ways > 0]
            if inside:
                return image, inside[0 if forward else -1]
            at = int(pictures.searchsorted(image, "right" if forward else "left")) - (0 if forward else 1)
        else:
            at = 0 if forward else -1
        image = int(pictures[at % len(pictures)])
        return image, self._inside(kind, image)[0 if forward else -1]

    def number(self, kind: str, place: tuple[int, int]) -> int:
        """Return how many-th of its kind a place is, from 1, over what is scanned so far."""
        image, truth = place
        inside = [other for other in self._inside(kind, image) if other <= truth]
        return int(self.each[kind][:image].sum(dtype=np.int64)) + len(inside)

    def _inside(self, kind: str, image: int) -> tuple[int, ...]:
        for name, truths in self.found(image):
            if name == kind:
                return truths or (-1,)
        return ()


def bit(kind: str) -> np.uint32:
    """Return the flag of a kind of `KINDS`."""
    return np.uint32(1 << KINDS.index(kind))


class Reports:
    """The reports of the last few choices of dataset, recipe and predictions, so that going back shows them at once.

    At most ``most`` reports and ``pictures`` pictures in all are kept, the one in use always. Recipes count as the
    same where they mean the same. A report that was left before it had ``worth`` pictures is not kept.
    """

    def __init__(self, most: int = 8, pictures: int = 400_000, worth: int = 32) -> None:
        self._most, self._pictures, self._worth = most, pictures, worth
        self._kept: list[tuple[Dataset, str, Any, Report]] = []

    def __len__(self) -> int:
        """Return how many are kept."""
        return len(self._kept)

    def of(self, dataset: Dataset, recipe: Recipe, predictions: Any) -> Report:
        """Return the report of a choice, a new one where none is kept; it becomes the one in use."""
        meaning, entry = recipe.hash, None
        for known in self._kept:
            if known[0] is dataset and known[1] == meaning and known[2] is predictions:
                entry = known
        if entry is None:
            entry = (dataset, meaning, predictions, Report(len(dataset)))
        self._kept = [entry, *(other for other in self._kept if other is not entry)]
        self._trim()
        return entry[3]

    def clear(self) -> None:
        """Forget all of them."""
        self._kept.clear()

    def _trim(self) -> None:
        kept: list[tuple[Dataset, str, Any, Report]] = []
        held = 0
        for place, entry in enumerate(self._kept):
            report = entry[3]
            worth = report.complete or report.scanned >= self._worth
            if place == 0 or (worth and len(kept) < self._most and held + len(report) <= self._pictures):
                kept.append(entry)
                held += len(report)
        self._kept = kept
