"""What speaks against the best reading of raw arrays: chance, a rival, a background's column, strange factors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

import numpy as np

from rpn_inspector.analysis.layout.codings import CODING_WORDS, OTHERS, Coding, recipe_factors
from rpn_inspector.analysis.layout.evidence import SURELY, Case, LayoutFit, View, beyond_chance
from rpn_inspector.analysis.layout.factors import Factors, fit_factors, known, strange
from rpn_inspector.analysis.layout.hypothesis import Hypothesis
from rpn_inspector.core.anchors import Place
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array

RIVAL = 0.005  # by how much more of the variance another coding may explain, before the first reading is doubted
CLEAR = 0.05  # by how much a clear winner leads
PLAIN = 0.3  # agreement wanted of deltas whose anchors lie in another order than the recipe's
STRANGE = 10.0  # F of a system in the error from which a reading is doubted; half of that where it is no usual one
ORDERLY = 0.9  # ranking of scores in their place; of a lower one, as a weak network's, more is asked
HARDLY = 1.0  # standard errors by which scores elsewhere fit better, before those of a low ranking are doubted


def doubt_of(
    fits: Sequence[LayoutFit[Hypothesis]], chance: float, proof: float, looked_at: tuple[int, int], margin: float
) -> Text | None:
    """Return why the first fit proves nothing, None for a proof; ``looked_at`` are positives and pictures."""
    best, (positives, pictures) = fits[0], looked_at
    if not positives:
        return Text("no anchor is positive, so nothing can be compared")
    if best.ranking < chance:
        highest = max(fit.ranking for fit in fits)
        found = Text.of("no hypothesis ranks positives above more than {share} of negatives", share=f"{highest:.0%}")
        if highest >= chance:
            found = Text.of(
                "{words}, but positives score above {share} of negatives only",
                words=best.words,
                share=f"{best.ranking:.0%}",
            )
        return Text.of(
            "{found}; with the {positives} positive anchors of the {pictures} pictures looked at, anything below "
            "{chance} may be chance",
            found=found,
            positives=positives,
            pictures=pictures,
            chance=f"{chance:.0%}",
        )
    if best.agreement < proof:
        highest = max(fit.agreement for fit in fits)
        found = Text.of("under no hypothesis do deltas explain more than {share} of t*", share=f"{max(highest, 0):.0%}")
        if highest >= proof:
            found = Text.of(
                "{words}, but the deltas explain {share} of t* only",
                words=best.words,
                share=f"{max(best.agreement, 0):.0%}",
            )
        return Text.of("{found}, and {least} is wanted", found=found, least=f"{proof:.0%}")
    if best.hypothesis.cell != "recipe" and best.agreement < PLAIN:  # a third order would fit half as well
        return Text.of(
            "{words}, but the deltas explain {share} of t* only, and {least} is wanted for that",
            words=best.words,
            share=f"{best.agreement:.0%}",
            least=f"{PLAIN:.0%}",
        )
    if len(fits) > 1 and margin < CLEAR:
        other = next(fit.words for fit in fits[1:] if not likelier(best, fit))
        if margin <= 0:
            return Text.of("{words} fits no better than {other}", words=best.words, other=other)
        return Text.of(
            "{words} leads {other} by {margin} only, and {least} is wanted",
            words=best.words,
            other=other,
            margin=f"{margin:.3f}",
            least=CLEAR,
        )
    return None


def doubt_of_boxes(best: LayoutFit[Hypothesis], given: LayoutFit[Hypothesis] | None) -> Text | None:
    """Return that boxes fit worse than as the recipe reads them, None where they do not: then t* is met by chance."""
    if given is None or best.mean_iou >= given.mean_iou:
        return None
    return Text.of(
        "{words}, but so the best boxes have IoU {mean} with the ground truths on average, and {given} as the recipe "
        "reads them",
        words=best.words,
        mean=f"{best.mean_iou:.2f}",
        given=f"{given.mean_iou:.2f}",
    )


def likelier(best: LayoutFit[Hypothesis], other: LayoutFit[Hypothesis]) -> bool:
    """Return whether ``other`` is ``best`` but for another coding than the recipe's, and fits no better.

    A logarithm of a ratio near 1 is nearly the ratio less 1, so such a reading is never far behind. Nor is a reading
    whose sizes and strides are all the same times as large a rival, where anchors grow with the input, as SSD's. Two
    that differ in the place of the scores alone, one with an order of their own, were compared object by object.
    """
    apart = _but_for_scores(best) == _but_for_scores(other) and _is_apart(best) != _is_apart(other)
    if _is_rescaled(best, other) or (apart and other.score <= best.score):
        return True
    alike = replace(other.hypothesis, coding="recipe", weights=best.hypothesis.weights) == best.hypothesis
    return alike and other.hypothesis.coding != "recipe" and other.score <= best.score


def _but_for_scores(fit: LayoutFit[Hypothesis]) -> Hypothesis:
    return replace(fit.hypothesis, objectness="", scores_cell=None, scores_turned=False)


def _is_apart(fit: LayoutFit[Hypothesis]) -> bool:
    """Return whether the scores lie in another order than the deltas."""
    own, scores = fit.hypothesis, fit.hypothesis.objectness.replace("k", "")
    orders = (own.deltas.replace("c", ""),) if own.deltas else ("", "ayx", "yxa")
    return own.scores_cell is not None or own.scores_turned or scores not in orders


def _is_rescaled(best: LayoutFit[Hypothesis], other: LayoutFit[Hypothesis]) -> bool:
    """Return whether ``other`` is ``best`` in larger or smaller px, with the same evidence throughout."""
    alike = replace(other.hypothesis, sizes=best.hypothesis.sizes, strides=best.hypothesis.strides) == best.hypothesis
    deviates = len(other.hypothesis.deviations) > len(best.hypothesis.deviations)
    one, two = ((fit.ranking, fit.agreement, fit.recall) for fit in (best, other))
    return alike and deviates and bool(np.allclose(one, two))


def background_of(view: View) -> Text | None:
    """Return in words which column of classes seems to be the background's, where the recipe has it elsewhere."""
    hypothesis = view.reading.hypothesis
    logits = hypothesis.to_logits(view.reading.scores(view.scene.negative))
    loss = hypothesis.recipe.loss.objectness
    if logits.ndim == 1 or logits.shape[1] < 2 or not len(logits) or loss == "yolo":
        return None
    # the mean of the two in the middle is beyond float32 where they are at its end
    usual, last = np.median(logits.astype(np.float64), 0), logits.shape[1] - 1
    if loss == "cross_entropy":
        surest = int(usual.argmax())
        if not surest:
            return None
        if surest == last:
            return Text("the last column is the surest on the background: background last")
        return Text.of("column {surest} is the surest on the background: wanted in column 0", surest=surest)
    sure = np.flatnonzero(usual > 0)
    if len(sure) != 1 or sure[0] not in (0, last):
        return None
    if sure[0] == 0:
        return Text("the first column of classes is sure nearly everywhere, as a background's: background first")
    return Text("the last column of classes is sure nearly everywhere, as a background's: background last")


def doubt_of_numbers(cases: Sequence[Case], fit: LayoutFit[Hypothesis]) -> Text | None:
    """Return why the numbers are not what the reading says, though nothing fits better; None where they may be."""
    hypothesis = fit.hypothesis
    wrong = next(filter(None, (background_of(case.view(hypothesis)) for case in cases)), None)
    views = [case.view(hypothesis) for case in cases]
    weak = fit.ranking < ORDERLY
    wrong = wrong or _misplaced(views, HARDLY if weak else SURELY) or (_elsewhere(views) if weak else None)
    words = fit.words
    if wrong is not None:
        return Text.of("{words}, but {wrong}", words=words, wrong=wrong)
    if hypothesis.boxes != "deltas" or hypothesis.recipe.coder.needs_stride:
        return None
    said = hypothesis.ordered(np.concatenate([view.shifts() for view in views])).astype(np.float64)
    true = np.concatenate([view.scene.coded(hypothesis.coding) for view in views])
    weight = np.concatenate([view.scene.weight for view in views])
    anchors = np.concatenate([view.scene.anchors for view in views])
    own = recipe_factors(hypothesis.recipe)
    if hypothesis.weights is None:  # the recipe's numbers have its means taken off
        said = said + np.array(hypothesis.recipe.coder.means) / np.array(hypothesis.recipe.coder.stds)
    weights = own if hypothesis.weights is None else np.array(hypothesis.weights)
    factors = fit_factors(said, true, weight)
    if factors is not None and factors.hold(weights.tolist()) is None:
        found, own_ones = _ranges(factors), _listed(weights)
        return Text.of(
            "{words}, but the deltas are t* times {found}, not {own}", words=words, found=found, own=own_ones
        )
    rival = None if factors is None else _rival(views, hypothesis, said, factors.link)
    if rival is not None:
        return Text.of(
            "{words}, but {rival}, explains the deltas better; more pictures tell more",
            words=words,
            rival=CODING_WORDS[rival],
        )
    sure = hypothesis.weights is None or np.allclose(weights, own) or known(weights.tolist())
    others = [] if hypothesis.weights is None or factors is None else list(factors.candidates())
    if len(others) > 1:
        found = reduce(lambda some, more: Text.of("{some} or {more}", some=some, more=more), map(_listed, others))
        return Text.of("{words}, but the factors may be {found}; more pictures tell more", words=words, found=found)
    if factors is not None and not sure and not factors.narrow(weights.tolist()):
        found = _ranges(factors)
        return Text.of(
            "{words}, but the factors are known as {found} only; more pictures tell more", words=words, found=found
        )
    wrong = strange(
        said,
        true,
        anchors[:, 2:] - anchors[:, :2],
        weight,
        weights.tolist(),
        STRANGE if hypothesis == Hypothesis(hypothesis.recipe, batch=hypothesis.batch) else STRANGE / 2,
    )
    if wrong is None:
        return None
    return Text.of("{words}, but {wrong}: the deltas are coded in a way not tried here", words=words, wrong=wrong)


def _misplaced(views: Sequence[View], errors: float) -> Text | None:
    """Return in words whose numbers fit the positives better than their own, scores by so many standard errors."""
    own = np.concatenate([view.leads() for view in views])
    for beside in zip(*(view.neighbours() for view in views), strict=False):
        words = beside[0][0]
        gain = np.concatenate([view.leads(place) for view, (_, place) in zip(views, beside, strict=True)]) - own
        if beyond_chance(gain, errors):
            return Text.of(
                "the scores {of} fit better, on the whole: their order is not one of those tried here", of=words
            )
        if _fits_better(views, [place for _, place in beside]):
            return Text.of(
                "the deltas {of} fit better, on the whole: their order is not one of those tried here", of=words
            )
    return None


def _elsewhere(views: Sequence[View]) -> Text | None:
    """Return in words where scores that find few objects lie as well as in their own place, None for nowhere.

    Scores of another picture, or turned round, find many objects too: most pictures have theirs in the middle.
    """
    own = [view.rankings() for view in views]
    for beside in zip(*(view.reflections() for view in views), strict=True):
        other = [view.rankings(view, place) for view, (_, place) in zip(views, beside, strict=True)]
        if not beyond_chance(np.concatenate(own) - np.concatenate(other)):
            return _no_better(beside[0][0], own, other)
    pairs = [
        (mine, view.rankings(other))
        for view, mine in zip(views, own, strict=True)
        for other in views
        if other is not view and other.reading.grid.levels == view.reading.grid.levels
    ]
    if pairs:
        mine, others = zip(*pairs, strict=True)
        if not beyond_chance(np.concatenate(mine) - np.concatenate(others)):
            return _no_better(Text("of the other pictures"), mine, others)
    return None


def _no_better(words: Text, own: Sequence[Array], other: Sequence[Array]) -> Text:
    here, there = (float(np.concatenate(each).mean()) for each in (own, other))
    found = Text.of(
        "positives score above {here} of negatives, by the scores {of} above {there}",
        here=f"{here:.0%}",
        of=words,
        there=f"{there:.0%}",
    )
    return Text.of("{found}; more pictures tell more", found=found) if here > there else found


def _fits_better(views: Sequence[View], places: Sequence[Place]) -> bool:
    """Return whether the stored numbers of other anchors miss t* by less than the positives' own, beyond chance."""
    gain = []
    for view, place in zip(views, places, strict=True):
        reading = view.reading
        own, other = (view.error(reading.hypothesis, reading.shifts(each)) for each in (view.scene.positive, place))
        gain.append(view.by_object(own - other))
    return beyond_chance(np.concatenate(gain))


def _rival(views: Sequence[View], hypothesis: Hypothesis, said: Array, link: float) -> Coding | None:
    """Return the coding that explains stored numbers ``said`` (n, 4) better than the recipe's, which explains ``link``.

    None for a hypothesis of another coding: such a reading had to lead by itself.
    """
    if hypothesis.coding != "recipe":
        return None
    weight = np.concatenate([view.scene.weight for view in views])
    found: list[tuple[float, Coding]] = []
    for coding in OTHERS:
        true = np.concatenate([view.scene.coded(coding) for view in views])
        factors = fit_factors(said, true, weight)
        if factors is not None and factors.link > link + RIVAL:
            # two codings that differ by a constant explain alike: the one without a constant left over is meant
            off = np.abs(
                weight @ (said - true * np.sqrt(np.maximum(factors.low, 1e-9) * np.minimum(factors.high, 1e9)))
            )
            found.append((float(off.sum()), coding))
    return min(found)[1] if found else None


def _listed(numbers: Array | Sequence[float]) -> Text:
    return Text.of("{numbers}", numbers=", ".join(f"{number:.3g}" for number in numbers))


def _ranges(factors: Factors) -> Text:
    low, high = factors.widened(1.0)
    return Text.listed(
        Text.of("{low} to {high}", low=f"{a:.2g}", high=f"{b:.2g}") for a, b in zip(low, high, strict=True)
    )
