"""The assignment over the checkpoints of a training: an object's positives by step, and what changes in a dataset."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.timeline import Timeline
from rpn_inspector.core.errors import BadFile, BadPredictions, BadRecipe, InspectorError
from rpn_inspector.core.labelled import Labelled, labelled
from rpn_inspector.core.plain_text import some_of
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.trained_picture import TrainedPicture, same_picture
from rpn_inspector.data.datasets.dataset import Cancelled, Dataset
from rpn_inspector.data.predictions.run_dataset import RunDataset

Counts = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Progress = Callable[[int, int], "bool | None"]
MOST_NAMED = 1_000_000  # ground truths without any positive, named one by one
MOVING = "Each step of a recorded training has other pictures: only checkpoints over the same pictures compare."
SUMS = (
    "pictures", "used", "positives", "compared", "compared_positives", "gained", "lost", "moved", "without"
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class GtHistory:
    """One ground truth over the S steps of a timeline.

    Args:
        steps: (S,) ascending.
        levels: the names of the L levels, the finest first as in the recipe.
        positives: (S, L) its positive anchors by level; 0 at a step that lacks the picture.
        missing: (S,) steps without outputs for the picture.
    """

    steps: Counts
    levels: tuple[str, ...]
    positives: Counts
    missing: npt.NDArray[np.bool_]

    @property
    def total(self) -> Counts:
        """Return its positive anchors (S,)."""
        return np.asarray(self.positives.sum(1))

    @property
    def first(self) -> int | None:
        """Return the first step at which it has a positive, None for never."""
        return next(iter(self.steps[self.total > 0].tolist()), None)

    @property
    def lost(self) -> tuple[int, ...]:
        """Return the steps at which it has none, after one at which it had some."""
        there = np.flatnonzero(~self.missing)
        had = self.total[there] > 0
        return tuple(self.steps[there[1:][had[:-1] & ~had[1:]]].tolist())

    @property
    def moved(self) -> tuple[tuple[int, str, str], ...]:
        """Return step, level before and level now where most of its positives move to another level."""
        found, before = [], -1
        for place in np.flatnonzero(~self.missing & (self.total > 0)).tolist():
            level = int(self.positives[place].argmax())
            if before >= 0 and level != before and self.positives[place, level] > self.positives[place, before]:
                found.append((int(self.steps[place]), self.levels[before], self.levels[level]))
                before = level
            elif before < 0:
                before = level
        return tuple(found)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class AssignmentSteps:
    """What changes in a dataset's assignment from step to step; the first step has nothing before.

    Args:
        steps: (S,) ascending.
        pictures: (S,) those with outputs.
        used: (S,) the ground truths in the assignment of those pictures.
        positives: (S,) positive anchors.
        compared: (S,) pictures that the step before has too, with as many anchors: only they gain, lose and move.
        compared_positives: (S,) positive anchors of those.
        gained: (S,) positives that were none at the step before.
        lost: (S,) the reverse.
        moved: (S,) positives of both that belong to another ground truth now.
        without: (S,) ground truths in the assignment without a positive.
        never: (image, ground truth) from 0, of each without a positive in any step, though in the assignment of one.
        judged: the number of ground truths in the assignment of a step whose boxes are as many as the annotated.
        problems: the pictures left out, with the reason.
    """

    steps: Counts
    pictures: Counts
    used: Counts
    positives: Counts
    compared: Counts
    compared_positives: Counts
    gained: Counts
    lost: Counts
    moved: Counts
    without: Counts
    never: tuple[tuple[int, int], ...]
    judged: int
    problems: Mapping[int, str]

    @property
    def churn(self) -> npt.NDArray[np.float64]:
        """Return the share (S,) of compared positives that are new or another ground truth's, NaN where none is."""
        share = (self.gained + self.moved) / np.maximum(self.compared_positives, 1)
        return np.where(self.compared_positives > 0, share, np.nan)


def gt_history(timeline: Timeline, sample: Sample, recipe: Recipe, gt: int) -> GtHistory:
    """Return the positives of ground truth ``gt``, from 0, at every step.

    Raises `InspectorError` for a number outside the picture, a picture unknown to every step, or another at a step.
    """
    if not 0 <= gt < len(sample.gt):
        raise InspectorError(f"ground truth {gt}: wanted 0 to {len(sample.gt) - 1}")
    found = list(_labels(timeline, sample, recipe))
    known = [one for one in found if one is not None]
    if not known:
        raise InspectorError(f"{sample.name}: no step of the timeline has outputs for it, wanted at least one")
    levels = tuple(level.name for level in known[0].grid.levels)
    positives = np.zeros((len(timeline), len(levels)), np.int64)
    for place, one in enumerate(found):
        if one is not None and gt < len(one.used):
            pairs = one.assignment.pairs
            mine = pairs.anchor[pairs.gt == gt]
            positives[place] = np.bincount(one.grid.locate(mine).level, minlength=len(levels))[: len(levels)]
    missing = np.array([one is None for one in found])
    return GtHistory(steps=np.array(timeline.steps, np.int64), levels=levels, positives=positives, missing=missing)


def assignment_steps(
    timeline: Timeline, dataset: Dataset, recipe: Recipe, progress: Progress | None = None
) -> AssignmentSteps:
    """Return what changes in the assignment of a dataset's pictures from step to step.

    Of a picture mirrored or moved at a step by its trainer only what is counted within a step tells something. A
    picture that cannot be read or whose outputs do not fit is left out. Raises its error where none is left, and
    `InspectorError` where no step has outputs of any, or one has another picture in the same place.

    Args:
        timeline: the checkpoints.
        dataset: the pictures; those without outputs at a step are left out there.
        recipe: the conventions.
        progress: called with the pictures done and their number; True stops, and `Cancelled` is raised.
    """
    if isinstance(dataset, RunDataset) and len(timeline) > 1:
        raise InspectorError(MOVING)
    sums = np.zeros((len(SUMS), len(timeline)), np.int64)
    never: list[tuple[int, int]] = []
    judged, problems = 0, dict[int, InspectorError]()
    for number in range(len(dataset)):
        if progress is not None and progress(number, len(dataset)):
            raise Cancelled("stopped while the steps were compared")
        try:
            counted, seen, had = _of_picture(timeline, dataset[number], recipe)
        except (BadFile, BadPredictions, BadRecipe) as error:
            problems[number] = error
            continue
        sums += counted
        judged += int(seen.sum())
        if len(never) < MOST_NAMED:
            never += [(number, gt) for gt in np.flatnonzero(seen & ~had).tolist()]
    if progress is not None:
        progress(len(dataset), len(dataset))
    by_name = dict(zip(SUMS, sums, strict=True))
    if not by_name["pictures"].any():
        raise next(iter(problems.values()), None) or _others(timeline, dataset)
    return AssignmentSteps(
        steps=np.array(timeline.steps, np.int64),
        never=tuple(never),
        judged=judged,
        problems={number: str(error) for number, error in problems.items()},
        **by_name,
    )


def _others(timeline: Timeline, dataset: Dataset) -> InspectorError:
    """Return the error that says which pictures the steps have instead."""
    newest = timeline.at(len(timeline) - 1)
    found, wanted = (some_of([repr(name) for name in names], longest=40) for names in (newest.names, dataset.names))
    return InspectorError(f"{newest.path}: found outputs of {found}, wanted of the dataset's {wanted}")


def _of_picture(timeline: Timeline, sample: Sample, recipe: Recipe) -> tuple[Counts, Mask, Mask]:
    """Return a picture's counts (`SUMS`, S), and its ground truths (G,) in an assignment, and with a positive."""
    sums = {name: np.zeros(len(timeline), np.int64) for name in SUMS}
    seen, had, before = np.zeros(len(sample.gt), bool), np.zeros(len(sample.gt), bool), None
    for place, one in enumerate(_labels(timeline, sample, recipe)):
        earlier, before = before, one
        if one is None:
            continue
        has = one.assignment.gt_positives > 0
        sums["pictures"][place] = 1
        sums["used"][place] = one.used.sum()
        sums["positives"][place] = (one.assignment.label == 1).sum()
        sums["without"][place] = (one.used & ~has).sum()
        if len(one.used) == len(seen):
            seen |= one.used
            had |= has
        if earlier is not None and len(earlier.assignment.label) == len(one.assignment.label):
            was, now = earlier.assignment.label == 1, one.assignment.label == 1
            sums["compared"][place] = 1
            sums["compared_positives"][place] = now.sum()
            sums["gained"][place] = (now & ~was).sum()
            sums["lost"][place] = (was & ~now).sum()
            sums["moved"][place] = (was & now & (earlier.assignment.gt != one.assignment.gt)).sum()
    return np.stack([sums[name] for name in SUMS]), seen, had


def _labels(timeline: Timeline, sample: Sample, recipe: Recipe) -> Iterator[Labelled | None]:
    """Yield a picture's labels at every step, None where the step lacks the picture."""
    first: tuple[int, TrainedPicture | None] | None = None
    for step, dump in zip(timeline.steps, timeline.dumps, strict=True):
        prediction = dump.get(sample.name)
        if prediction is None:
            yield None
            continue
        first = first or (step, prediction.trained)
        if not same_picture(first[1], prediction.trained):
            place = f"{sample.name}: step {step:,} has another picture than step {first[0]:,}"
            raise InspectorError(f"{place}, wanted the same picture at every step")
        yield labelled(sample, recipe, prediction)


def history_words(found: GtHistory) -> str:
    """Return when a ground truth first had a positive, when it lost them, and where they moved, in sentences."""
    if found.first is None:
        return "It has no positive at any step."
    parts = [f"It first has a positive at step {found.first:,}"]
    if found.lost:
        parts.append(f"has none at step {_listed([f'{step:,}' for step in found.lost])}")
    for step, before, now in found.moved:
        parts.append(f"most of them move from {before} to {now} at step {step:,}")
    return "; ".join(parts) + "."


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
