"""The layout doctor for points: which reading puts the best scored boxes onto the ground truths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from rpn_inspector.analysis.layout.evidence import LayoutFit, beyond_chance, gt_of
from rpn_inspector.analysis.layout.layout_words import PROBABILITIES
from rpn_inspector.analysis.layout.point_readings import PointCase, PointReading, StoredPoints, meanings, places
from rpn_inspector.core.coder import encode
from rpn_inspector.core.errors import BadPredictions
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Kind, Sample
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array, quiet

OCCAM = 0.01  # of an IoU: what each deviation from the recipe costs
FITS, BETTER = 0.4, 0.15  # mean IoU of the best boxes from which a reading is right, and what one must have more
ALIKE = 0.03  # readings this near cannot be told apart
SHOWN = 8


@dataclass(frozen=True, slots=True, eq=False)
class PointFit:
    """A reading and, over all G ground truths, the mean IoU (G,) of its best boxes; NaN without a point inside."""

    reading: PointReading
    overlaps: Array

    @property
    def mean(self) -> float:
        """Return the mean IoU over the ground truths, 0 without any."""
        there = self.overlaps[np.isfinite(self.overlaps)]
        return float(there.mean()) if len(there) else 0.0

    @property
    def cost(self) -> float:
        """Return the sort key, lowest first: of readings that fit alike the one nearest to the recipe."""
        return OCCAM * len(self.reading.deviations) - self.mean


def case_of(sample: Sample, prediction: Prediction, recipe: Recipe) -> PointCase:
    """Return one picture to search with; raises `BadPredictions` for shapes no reading brings onto the points."""
    stored = StoredPoints.of(prediction, recipe, sample.size)
    if prediction.gt is not None:  # what the trainer saw, flipped or cropped
        gt, kinds = prediction.gt, prediction.gt_class
        sound = (gt[:, 2:] > gt[:, :2]).all(1)
        return PointCase(stored, gt[sound], np.zeros(len(gt), np.int64)[sound] if kinds is None else kinds[sound])
    frame = recipe.resize.of(sample.size)
    network = prediction.network_size
    if network is not None and network != frame.network_size:
        frame = replace(frame, scale=(network[1] / sample.size[1], network[0] / sample.size[0]))
    sides = sample.gt[:, 2:] - sample.gt[:, :2]
    used = (sample.gt_kind != Kind.CROWD) & (sides > 0).all(1)
    return PointCase(stored, frame.to_network(gt_of(sample)), sample.gt_class[used])


@quiet
def search(cases: Sequence[PointCase], given: PointReading) -> list[PointFit]:
    """Return every reading with its fit, the best first."""
    found = []
    for place in places(cases[0].stored, given):
        best = [case.best(place) for case in cases]
        for reading in meanings(cases[0].stored, place):
            overlaps = [case.overlaps(reading, each) for case, each in zip(cases, best, strict=True)]
            found.append(PointFit(reading, np.concatenate(overlaps)))
    return sorted(found, key=lambda fit: fit.cost)


def own_fit(cases: Sequence[PointCase], given: PointReading) -> PointFit | None:
    """Return the fit of the recipe's own reading, None where the shapes do not allow it."""
    stored, coder = cases[0].stored, given.recipe.coder
    fits = stored.numbers.shape[1] in (4, 4 * coder.bins)
    if not fits or stored.channels_last or stored.coarse_first:
        return None
    own = PointReading(given.recipe, probabilities=given.probabilities)
    return PointFit(own, np.concatenate([case.overlaps(own, case.best(own)) for case in cases]))


def given_of(cases: Sequence[PointCase], recipe: Recipe) -> PointReading:
    """Return what shapes and range alone say: the ends of axes, the levels' order, probabilities."""
    scores = [case.stored.scores for case in cases]
    low, high = min(float(each.min()) for each in scores), max(float(each.max()) for each in scores)
    return cases[0].stored.reading(recipe, probabilities=low >= 0 and high <= 1 and low < high)


def better(best: PointFit, own: PointFit | None) -> bool:
    """Return whether a reading leads the recipe's own by more than chance."""
    if best.mean < FITS:
        return False
    if own is None:
        return True
    gain = best.overlaps - own.overlaps
    gain = gain[np.isfinite(gain)]
    return best.mean >= own.mean + BETTER and beyond_chance(gain)


def rivals(fits: Sequence[PointFit]) -> list[PointFit]:
    """Return the readings that the first cannot be told from: alike in fit, other in what they say."""
    first = fits[0]
    return [fit for fit in fits[1:] if fit.mean >= first.mean - ALIKE and _says_other(first, fit)]


def _says_other(one: PointFit, other: PointFit) -> bool:
    return not np.allclose(np.nan_to_num(one.overlaps), np.nan_to_num(other.overlaps), atol=1e-6)


@quiet
def as_layout_fit(cases: Sequence[PointCase], fit: PointFit) -> LayoutFit[PointReading]:
    """Return the evidence for one reading over all pictures."""
    reading, inside, outside, apart, size, hit = fit.reading, [], [], 0.0, 0.0, []
    for case in cases:
        best, stored, grid = case.best(reading), case.stored, case.stored.grid
        rows = stored.rows(reading)
        logits = reading.logits(stored.scores[rows]).max(1).astype(np.float64)
        there = best[best >= 0]
        middle = grid.all_boxes()[:, :2]
        free = np.ones(grid.size, bool)
        for box in case.gt:
            free &= ~((middle > box[:2]) & (middle < box[2:])).all(1)
        inside.append(logits[there])
        outside.append(logits[free])
        if len(there):
            gts = np.repeat(np.arange(len(case.gt)), best.shape[1])[best.reshape(-1) >= 0]
            boxes = reading.boxes(stored.numbers[rows[there]], grid.boxes(there), grid.strides(there), stored.padded)
            t, t_star = (
                encode(grid.boxes(there), np.asarray(each), reading.recipe, grid.strides(there)).astype(np.float64)
                for each in (boxes, case.gt[gts])
            )
            finite = np.isfinite(t) & np.isfinite(t_star)
            apart += float(np.abs(t - t_star)[finite].sum())
            size += float(np.abs(t_star)[finite].sum())
        hit.append(case.overlaps(reading, best) >= 0.5)
    above, below = np.concatenate(inside), np.sort(np.concatenate(outside))
    ranking = float(np.searchsorted(below, above).mean() / max(len(below), 1)) if len(above) else 0.5
    agreement = max(-1.0, 1 - apart / size) if size else 0.0
    return LayoutFit(
        hypothesis=reading,
        words=reading.words,
        recall=float(np.concatenate(hit).mean()) if hit else 0.0,
        mean_iou=fit.mean,
        separation=float(above.mean() - below.mean()) if len(above) and len(below) else 0.0,
        ranking=ranking,
        agreement=agreement,
        score=fit.mean,
    )


def verdict_of(fits: Sequence[PointFit], own: PointFit | None) -> tuple[list[PointFit], bool, Text]:
    """Return the readings to be shown, whether the first is clear, and the verdict in words."""
    best = fits[0]
    shown = list(fits[:SHOWN])
    if own is not None and all(fit.reading != own.reading for fit in shown):
        shown.append(own)
    leads = better(best, own)
    if own is not None and not leads:  # no reason to doubt what was said
        shown.sort(key=lambda fit: fit.reading != own.reading)
    first, count = shown[0], len(best.overlaps)
    if first.mean < FITS:
        words = Text.of(
            "doubtful: the best scored boxes overlap the {count} ground truths by {mean} on the mean; "
            "an untrained network fits no reading",
            count=count,
            mean=f"{first.mean:.2f}",
        )
        return shown, False, words
    others = [] if first is not best else rivals(fits)
    if others and first.reading.deviations:
        words = Text.of(
            "doubtful: {words}, or {others}; more pictures tell more",
            words=first.reading.words,
            others=others[0].reading.words,
        )
        return shown, False, words
    said, mean = first.reading.words, f"{first.mean:.2f}"
    if own is None or first.reading == own.reading:
        return shown, True, Text.of("clear: {words}: the best scored boxes overlap {mean}", words=said, mean=mean)
    words = Text.of(
        "clear: {words}: the best scored boxes overlap {mean}, not {own}", words=said, mean=mean, own=f"{own.mean:.2f}"
    )
    return shown, True, words


def point_misfit(sample: Sample, prediction: Prediction, recipe: Recipe) -> Text | None:
    """Return why outputs seem not to be laid out as ``recipe`` says, None where they may well be.

    Raises `BadPredictions` for shapes that no reading brings onto the points.
    """
    case = case_of(sample, prediction, recipe)
    given = given_of([case], recipe)
    if given.probabilities:
        return PROBABILITIES
    own = own_fit([case], given)
    if own is None:
        raise BadPredictions(f"{prediction.source}: shapes of another layout than the recipe's")
    if own.mean >= FITS or not len(case.gt):
        return None
    best = search([case], given)[0]
    if not better(best, own) or best.reading == own.reading:
        return None
    return Text.of(
        "another layout fits the ground truth better ({words}): the best scored boxes overlap it by {mean} on the mean"
        ", not {own}",
        words=best.reading.words,
        mean=f"{best.mean:.2f}",
        own=f"{own.mean:.2f}",
    )
