"""Evidence for or against a reading of raw arrays: a few anchors per ground truth, looked at closely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

import numpy as np

from rpn_inspector.analysis.layout.codings import Coding, coded, recipe_factors
from rpn_inspector.analysis.layout.hypothesis import Hypothesis, Reading, Size, Stored
from rpn_inspector.analysis.layout.point_readings import PointReading
from rpn_inspector.core.anchors import Grid, Place
from rpn_inspector.core.best_overlaps import best_overlaps
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.coder import decode, encode
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Kind, Sample
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array, quiet

Layout = TypeVar("Layout", Hypothesis, PointReading)
TOP = 1000  # boxes of the top-scoring anchors that recall is measured on
OCCAM = 0.002  # what each deviation from the recipe costs
SURELY = 4.0  # standard errors over the ground truths by which something must be better elsewhere
FARTHEST = 4.0  # |t - t*| counts no more than this, so that one wild number does not decide
PER_GT, NEGATIVES = 16, 800  # anchors looked at per ground truth, and per picture
MOST_GT = 256  # ground truths of a picture that are looked at, evenly taken: more prove no more, and take seconds


@dataclass(frozen=True, slots=True)
class LayoutFit(Generic[Layout]):
    """The fit of one hypothesis with the ground truth.

    Args:
        hypothesis: the reading.
        recall: share of ground truths covered at IoU 0.5 by a decoded box of the 1000 top-scoring anchors.
        mean_iou: mean over ground truths of the best IoU with the same boxes.
        separation: mean logit of positives minus the mean of negatives.
        ranking: share of pairs in which a positive scores above a negative; 0.5 is chance.
        agreement: the part of t* explained by the positives' deltas, 1 - mean |t - t*| / mean |t*|, at least -1: 1 is
            all of t*, 0 no more than zeros would explain.
        score: ranking + agreement, less where scores from 0 to 1 are read as logits; fits are ordered by the score.

    Of points the best scored ones inside each ground truth stand for its positives, and all others outside any for
    negatives; recall and mean IoU are of their boxes, and the mean IoU is the score.
    """

    hypothesis: Layout
    words: Text
    recall: float
    mean_iou: float
    separation: float
    ranking: float
    agreement: float
    score: float


class Candidate(NamedTuple):
    """A hypothesis and its evidence from a few anchors; numbers as in `LayoutFit`. ``penalty`` is subtracted."""

    ranking: float
    agreement: float
    hypothesis: Hypothesis
    penalty: float = 0.0

    @property
    def score(self) -> float:
        """Return ranking + agreement, less the penalty."""
        return self.ranking + self.agreement - self.penalty

    @property
    def cost(self) -> float:
        """Return the sort key of hypotheses, lowest first: of two equal fits the nearer to the recipe."""
        # Each deviation costs a little, so that of readings that fit alike the one nearest to the recipe wins.
        return OCCAM * len(self.hypothesis.deviations) - self.score


@dataclass(frozen=True, eq=False, kw_only=True)
class Scene:
    """One picture's ground truths among the anchors of one grid, and the few anchors looked at."""

    recipe: Recipe
    grid: Grid
    gt: Array
    positive: Place
    anchors: Array
    strides: Array
    owner: Array
    weight: Array
    target: Array
    negative: Place

    def coded(self, coding: Coding) -> Array:
        """Return what the four numbers of each anchor looked at should say, (P, 4), before any factor."""
        if coding not in self._codings:  # thousands of hypotheses ask for the same few
            four = coded(self.anchors, self.gt[self.owner], coding, self.recipe, self.strides)
            four.flags.writeable = False
            self._codings[coding] = four
        return self._codings[coding]

    @cached_property
    def _codings(self) -> dict[Coding, Array]:
        return {}

    @cached_property
    def length(self) -> Array:
        """Return the mean |t*| (P,) of each anchor looked at, without the recipe's factors."""
        return np.asarray(np.abs(self.target / recipe_factors(self.recipe)).mean(1))

    @cached_property
    def everywhere(self) -> Place:
        """Return where every anchor of the grid stands."""
        return self.grid.locate(np.arange(self.grid.size))


@dataclass(eq=False)
class Case:
    """One picture with the stored numbers, and the scenes worked out so far."""

    sample: Sample
    prediction: Prediction
    stored: Stored
    scenes: dict[object, Scene] = field(default_factory=dict)

    def view(self, hypothesis: Hypothesis) -> View:
        """Return the picture under ``hypothesis``; raises `BadPredictions` where the numbers do not fill the grid."""
        network, padded = hypothesis.sizes_of(self.prediction, self.sample.size)
        reading = Reading.of(self.stored, hypothesis, padded)
        # Hundreds of hypotheses differ only in how numbers are read: they share the assignment of one grid.
        key = (network, padded, tuple((level.shape, level.stride) for level in reading.grid.levels))
        if key not in self.scenes:
            recorded = self.prediction.gt if hypothesis.sizes == "stated" else None
            self.scenes[key] = _scene(self.sample, hypothesis.corrected, reading.grid, network, recorded)
        return View(reading=reading, scene=self.scenes[key], network=network, padded=padded)


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One picture under one hypothesis."""

    reading: Reading
    scene: Scene
    network: Size
    padded: Size

    def under(self, hypothesis: Hypothesis) -> View:
        """Return the same grid under a hypothesis with another order of numbers within a cell."""
        reading = Reading(self.reading.stored, hypothesis, self.reading.grid)  # `replace` takes several times as long
        return View(reading=reading, scene=self.scene, network=self.network, padded=self.padded)

    def shifts(self) -> Array:
        """Return the four stored numbers (P, 4) of the positives looked at."""
        return self.reading.shifts(self.scene.positive)

    def ranking(self, other: View | None = None, place: Place | None = None) -> Array:
        """Return for each positive looked at the share of negatives with a lower score (P,); ties count half.

        ``other`` is a picture with scores to be read in place of the own, of the same levels; ``place`` are other
        anchors, one in the place of each positive.
        """
        reading = (other or self).reading
        hypothesis = reading.hypothesis
        positive = hypothesis.certainty(reading.scores(place or self.scene.positive))
        negative = np.sort(hypothesis.certainty(reading.scores(self.scene.negative)))
        if not negative.size:
            return np.full(len(positive), 0.5)
        # The mean of both sides counts each tie half; where all scores are equal the ranking is 0.5, chance.
        below = negative.searchsorted(positive, "left") + negative.searchsorted(positive, "right")
        return np.asarray(below / (2 * len(negative)))

    def leads(self, place: Place | None = None) -> Array:
        """Return by how much the positives of each ground truth looked at score above the negatives' mean (G',).

        ``place`` are other anchors, one in the place of each positive.
        """
        hypothesis, scene = self.reading.hypothesis, self.scene
        negative = hypothesis.certainty(self.reading.scores(scene.negative))
        mean_below = float(negative.mean()) if len(negative) else 0.0
        return self.by_object(hypothesis.certainty(self.reading.scores(place or scene.positive)) - mean_below)

    def rankings(self, other: View | None = None, place: Place | None = None) -> Array:
        """Return the mean of `ranking` over each ground truth's positives (G',)."""
        return self.by_object(self.ranking(other, place))

    def by_object(self, values: Array) -> Array:
        """Return the mean over each ground truth's positives (G',) of ``values`` (P,)."""
        owners, place = np.unique(self.scene.owner, return_inverse=True)
        return np.bincount(place, values * self.scene.weight, minlength=len(owners))

    def neighbours(self) -> Iterator[tuple[Text, Place]]:
        """Yield in words and as places the anchors beside the positives: of the cell, and of the next cells."""
        place, levels = self.scene.positive, self.reading.grid.levels
        counts = np.array([len(level.base) for level in levels])[place.level]
        for step in range(1, int(counts.max(initial=1))):
            yield Text("of another anchor of the cell"), place._replace(base=(place.base + step) % counts)
        across = (Text("of the cell left"), Text("of the cell right"))
        down = (Text("of the cell above"), Text("of the cell below"))
        for name, axis, words in (("x", 1, across), ("y", 0, down)):
            ends = np.array([level.shape[axis] for level in levels])[place.level] - 1
            for step, word in zip((-1, 1), words, strict=True):
                yield word, place._replace(**{name: np.clip(getattr(place, name) + step, 0, ends)})

    def reflections(self) -> Iterator[tuple[Text, Place]]:
        """Yield in words and as places the anchors where the positives lie in the picture's mirror images."""
        place = self.scene.positive
        height, width = (
            np.array([level.shape[axis] for level in self.reading.grid.levels])[place.level] - 1 for axis in (0, 1)
        )
        yield Text("of the picture upside down"), place._replace(y=height - place.y)
        yield Text("of the picture mirrored"), place._replace(x=width - place.x)
        yield Text("of the picture turned round"), place._replace(y=height - place.y, x=width - place.x)

    @quiet
    def error(self, hypothesis: Hypothesis, shifts: Array) -> Array:
        """Return the mean |t - t*| (P,) of t read from stored ``shifts`` (P, 4), without the recipe's factors."""
        scene = self.scene
        deltas = hypothesis.to_deltas(shifts, scene.anchors, self.network, self.padded, scene.strides)
        difference = np.abs(hypothesis.answers(deltas) - scene.target) / recipe_factors(hypothesis.recipe)
        # Capped, since under a wrong reading a single number can be anything and would drown the others.
        return np.asarray(np.minimum(difference, FARTHEST).mean(1))


def agreement(views: Sequence[View], hypothesis: Hypothesis, shifts: Sequence[Array]) -> float:
    """Return how much of t* the stored ``shifts``, (P, 4) for each of ``views``, explain; see `LayoutFit`."""
    size = pooled(views, [view.scene.length for view in views])
    error = pooled(views, [view.error(hypothesis, part) for view, part in zip(views, shifts, strict=True)])
    return max(-1.0, 1 - error / size) if size else 0.0


@quiet
def gt_of(sample: Sample) -> Array:
    """Return the ground truths (G, 4), original px, with an area and no crowd."""
    sides = sample.gt[:, 2:] - sample.gt[:, :2]
    return np.asarray(sample.gt[(sample.gt_kind != Kind.CROWD) & (sides > 0).all(1)])


@quiet
def _scene(sample: Sample, recipe: Recipe, grid: Grid, network: Size, recorded: Array | None) -> Scene:
    frame = recipe.resize.of(sample.size)
    # A hypothesis of other sizes stretches the picture to them, where the recipe would resize by its own rule.
    scale = frame.scale if network == frame.network_size else (network[1] / sample.size[1], network[0] / sample.size[0])
    gt = replace(frame, scale=scale).to_network(gt_of(sample))
    if recorded is not None:  # what the trainer saw, flipped or cropped
        gt = np.asarray(recorded[(recorded[:, 2:] > recorded[:, :2]).all(1)], np.float32)
    found = recipe.matcher.assign(grid, gt, network)
    iou = best_overlaps(found, grid, gt, np.ones(len(gt), bool), network, recipe.matcher.inclusive).iou
    # A ground truth no anchor touches may make every anchor positive: those say nothing.
    rows = np.flatnonzero((found.label == 1) & (found.gt >= 0) & (iou > 0.1))
    rows = rows[np.lexsort((-iou[rows], found.gt[rows]))]
    owner = found.gt[rows]
    # Rows are sorted by ground truth, then by IoU: the rank within each is the distance to its first row.
    rank = np.arange(len(rows)) - np.searchsorted(owner, owner)
    kept = (rank < PER_GT) & np.isin(owner, _evenly(np.unique(owner)))
    rows, owner = rows[kept], owner[kept]
    # Each ground truth weighs the same, however many anchors it has: a large one would outvote all others.
    share = 1 / np.bincount(owner, minlength=len(gt))[owner]
    negative = np.flatnonzero(found.label == 0)
    # A fixed seed: the same dump gets the same verdict every time.
    generator = np.random.default_rng(0)
    negative = generator.choice(negative, min(NEGATIVES, len(negative)), replace=False)
    anchors = grid.boxes(rows).astype(np.float32)
    strides = grid.strides(rows)
    target = encode(anchors, gt[owner], recipe, strides)
    return Scene(
        recipe=recipe,
        grid=grid,
        gt=gt,
        positive=grid.locate(rows),
        anchors=anchors,
        strides=strides,
        owner=owner,
        weight=share,
        target=target,
        negative=grid.locate(negative),
    )


def _evenly(numbers: Array) -> Array:
    """Return at most `MOST_GT` of ``numbers``, evenly taken."""
    if len(numbers) <= MOST_GT:
        return numbers
    return np.asarray(numbers[np.linspace(0, len(numbers) - 1, MOST_GT).astype(np.int64)])


def mean(values: Array, weight: Array) -> float:
    """Return the weighted mean, 0 of nothing."""
    # no dot product: from 10,000 numbers on, BLAS would wait for threads of its own, long on a busy machine
    return float((values * weight).sum() / weight.sum()) if len(weight) else 0.0


def pooled(views: Sequence[View], values: Sequence[Array]) -> float:
    """Return the mean over the ground truths of all pictures of ``values``, (P,) for each of ``views``."""
    return mean(np.concatenate(values), np.concatenate([view.scene.weight for view in views]))


def beyond_chance(gain: Array, errors: float = SURELY) -> bool:
    """Return whether the mean of ``gain`` (n,), one for each ground truth, is above 0 by so many standard errors."""
    return len(gain) > 2 and bool(gain.mean() > errors * gain.std(ddof=1) / len(gain) ** 0.5)


def like_probabilities(stored: Stored) -> bool:
    """Return whether all scores lie from 0 to 1, unlike any network's logits."""
    scores = stored.scores
    return bool(scores.min() >= 0 and scores.max() <= 1 and scores.min() < scores.max())


def measure(cases: Sequence[Case], candidate: Candidate) -> LayoutFit[Hypothesis]:
    """Return the evidence for one hypothesis over all anchors of all pictures."""
    hypothesis = candidate.hypothesis
    best: list[Array] = []
    positive, negative = [], []
    for case in cases:
        view = case.view(hypothesis)
        scene, reading = view.scene, view.reading
        logits = hypothesis.certainty(reading.scores(scene.everywhere))
        top = np.argpartition(-logits, min(TOP, len(logits)) - 1)[:TOP]
        place, anchors = scene.grid.locate(top), scene.grid.boxes(top)
        strides = scene.grid.strides(top)
        deltas = hypothesis.to_deltas(reading.shifts(place), anchors, view.network, view.padded, strides)
        boxes = decode(anchors, deltas, hypothesis.recipe, strides)
        with np.errstate(invalid="ignore", over="ignore"):
            # Under a wrong reading decoded sides overflow to infinity; inf / inf is NaN, which counts as no overlap.
            best.append(np.array([np.nan_to_num(iou_with(box, boxes)).max() for box in scene.gt]))
        positive.append(hypothesis.certainty(reading.scores(scene.positive)))
        negative.append(hypothesis.certainty(reading.scores(scene.negative)))
    overlap, high, low = np.concatenate(best), np.concatenate(positive), np.concatenate(negative)
    separation = float(high.mean() - low.mean()) if len(high) and len(low) else 0.0
    found = overlap if len(overlap) else np.zeros(1)  # of pictures whose recorded boxes are none
    numbers = (
        float((found >= 0.5).mean()),
        float(found.mean()),
        separation,
        candidate.ranking,
        candidate.agreement,
        candidate.score,
    )
    return LayoutFit(hypothesis, hypothesis.words, *numbers)
