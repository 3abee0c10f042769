"""The layout doctor: the reading of doubtful raw arrays that fits the ground truth best, with evidence.

Two independent measures tell a right reading from a wrong one. Anchors on a ground truth should score above the others
(``ranking``), and their four numbers should follow t* (``agreement``). Both need only a few hundred anchors, so
hypotheses are tried on a few: first the places of an anchor's numbers, by the scores; then the meaning of the four
numbers, for the best places.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from rpn_inspector.analysis.layout.codings import CODING_WORDS, OTHERS, Coding, recipe_factors
from rpn_inspector.analysis.layout.evidence import (
    Candidate,
    Case,
    LayoutFit,
    View,
    agreement,
    gt_of,
    like_probabilities,
    mean,
    measure,
)
from rpn_inspector.analysis.layout.factors import Factors, fit_factors, known, strange
from rpn_inspector.analysis.layout.hypothesis import Hypothesis, Stored
from rpn_inspector.analysis.layout.search import best_meanings, best_places
from rpn_inspector.core.errors import BadPredictions, InspectorError
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.values import Array
from rpn_inspector.core.warnings import maps_problem
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.data.predictions.dump import Predictions
from rpn_inspector.data.predictions.raw_arrays import raw_prediction

__all__ = ["Diagnosis", "Hypothesis", "LayoutFit", "as_document", "diagnose", "diagnose_outputs", "misfit", "misfit_of"]

BEAM = 10  # places of numbers that are looked at closely
SHOWN = 8  # hypotheses with full evidence
SURE = 0.97  # a ranking that needs no second look
BETTER = 0.1  # by how much another layout must score more to be a reason to ask
STRETCHED = 1.5  # how many times the factors of the recipe no error of a network makes of its deltas
TIE = 0.01  # scores this near are equal, and the recipe comes first
FOLLOWS = 0.15  # agreement from on which deltas of very many ground truths follow t*
RIVAL = 0.005  # by how much more of the variance another coding may explain, before the first reading is doubted
CLEAR = 0.05  # by how much a clear winner leads
STRANGE = 10.0  # F of a system in the error from which a reading is doubted; half of that where it is no usual one
UNLIKELY = 0.1  # what reading scores as logits costs where all lie from 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """Hypotheses ordered by fit, best first, and the verdict.

    ``margin`` is the lead of the first over the others in score, below 0 where the recipe's own comes first though
    others score more, but by no more than chance. ``clear``: the margin is large enough, positives score above
    negatives, and their deltas follow t*. ``positives`` counts the anchors behind the verdict. ``as_recipe`` is the
    recipe's own fit, None where the arrays do not fit the recipe at all; ``problem`` then says why. ``leads``: the
    first leads beyond chance, though its factors may not be known.
    """

    fits: tuple[LayoutFit, ...]
    clear: bool
    verdict: str
    margin: float
    positives: int
    as_recipe: LayoutFit | None
    problem: str | None
    leads: bool = False

    @property
    def best(self) -> LayoutFit | None:
        """Return the first fit, None where nothing fits."""
        return self.fits[0] if self.fits else None


def diagnose(pairs: Sequence[tuple[Sample, Prediction]], recipe: Recipe, pictures: int = 4) -> Diagnosis:
    """Return how the raw arrays of ``pairs`` are most likely laid out, judged by the ground truths.

    The first ``pictures`` pairs with ground truth are looked at. Raises `InspectorError` where there is none.
    """
    useful = [pair for pair in pairs if len(gt_of(pair[0]))][:pictures]
    if not useful:
        raise InspectorError("layout: no picture with predictions and ground truth, wanted at least one")
    problem = None
    try:
        for sample, prediction in useful:
            _flat_or_raise(sample, prediction, recipe)
    except BadPredictions as error:
        problem = str(error)
    try:
        cases = [Case(sample, prediction, Stored.of(prediction, recipe)) for sample, prediction in useful]
    except BadPredictions as error:
        return _nothing(str(error))
    cases = [case for case in cases if case.stored.kind == cases[0].stored.kind]
    given = Hypothesis(recipe, batch=cases[0].stored.batch)
    placed = best_places(cases, given)
    if not placed:
        return _nothing(problem or f"{cases[0].stored.source}: no grid of the recipe has as many anchors")
    own = None
    if problem is None:
        own = next(candidate for candidate in best_meanings(cases, [given]) if candidate.hypothesis == given)
    return _conclude(cases, best_meanings(cases, placed[:BEAM]), own, problem)


def diagnose_outputs(dataset: Dataset, outputs: Outputs, recipe: Recipe, pictures: int = 4) -> Diagnosis:
    """Return the diagnosis of opened outputs; the arrays of a dump need not have the shapes the recipe wants.

    The first ``pictures`` that have ground truth and outputs are looked at; a model runs for these. Raises
    `InspectorError` where there is none or the outputs are decoded boxes, `BadPredictions` where a file is broken.
    """
    pairs: list[tuple[Sample, Prediction]] = []
    for index, (name, image_id) in enumerate(zip(dataset.names, dataset.image_ids, strict=True)):
        if len(pairs) == pictures:
            break
        if not outputs.names or outputs.has(name, image_id):
            sample = dataset[index]
            prediction = as_stored(outputs, sample, recipe) if len(gt_of(sample)) else None
            if prediction is not None:
                pairs.append((sample, prediction))
    return diagnose(pairs, recipe, pictures)


def as_stored(outputs: Outputs, sample: Sample, recipe: Recipe) -> Prediction | None:
    """Return one picture's outputs, of a dump in their stored shapes; None where there are none.

    Raises `InspectorError` for decoded boxes, which have no layout.
    """
    if isinstance(outputs, Predictions):
        name = outputs.match(sample.name)
        return None if name is None else raw_prediction(outputs, name)
    prediction = outputs.predict(sample, recipe)
    if prediction is not None and prediction.encoded_back:
        raise InspectorError(f"{outputs.path}: holds decoded boxes, wanted raw outputs to try layouts")
    return prediction


def as_document(diagnosis: Diagnosis) -> dict[str, object]:
    """Return a diagnosis as values JSON knows."""
    return {
        "clear": diagnosis.clear,
        "verdict": diagnosis.verdict,
        "margin": diagnosis.margin,
        "positives": diagnosis.positives,
        "problem": diagnosis.problem,
        "fits": [
            {field.name: getattr(fit, field.name) for field in fields(fit) if field.name != "hypothesis"}
            | {"deviations": {name: getattr(fit.hypothesis, name) for name in fit.hypothesis.deviations}}
            for fit in diagnosis.fits
        ],
    }


def misfit_of(inspection: Inspection) -> str | None:
    """Return `misfit` of an inspected picture's outputs, None without outputs of a network's own."""
    prediction = inspection.prediction
    if prediction is None or prediction.simulated or prediction.encoded_back:
        return None
    return misfit(prediction, inspection.sample, inspection.recipe)


def misfit(prediction: Prediction, sample: Sample, recipe: Recipe) -> str | None:
    """Return why ``prediction`` seems not to be laid out as ``recipe`` says, None where the layout may well be right.

    One picture, a few milliseconds where all is well: shapes, range of the scores, positives above negatives, and
    fitting boxes. Only without these signs are other layouts tried, and only a better layout is a reason.
    """
    own = Hypothesis(recipe)
    try:
        _flat_or_raise(sample, prediction, recipe)
        if not _is_finite(prediction):  # told by itself, and no layout's fault
            return None
        case = Case(sample, prediction, Stored.of(prediction, recipe))
        view = case.view(own)
    except BadPredictions as error:
        return str(error)
    if like_probabilities(case.stored):
        return "all scores lie from 0 to 1: probabilities, where the recipe wants logits"
    wrong = maps_problem(view.reading.grid, recipe.anchors, view.padded)
    if wrong is not None:
        return wrong
    weight, wrong = view.scene.weight, _background(view)
    if wrong is not None or not len(weight):
        return wrong
    ranking, follows = mean(view.ranking(), weight), agreement([view], own, [view.shifts()])
    # A trained network under the right reading: the search, a hundred times slower, is spared.
    if ranking >= SURE and follows >= 2 * FOLLOWS:
        return None
    candidates = best_meanings([case], best_places([case], own)[:BEAM])
    if candidates[0].score < ranking + follows + BETTER:
        return None
    # An untrained network's numbers fit many layouts alike by chance: only one that leads them all is a reason.
    outcome = _conclude([case], candidates, Candidate(ranking, follows, own), None)
    best = outcome.fits[0]
    if best is outcome.as_recipe or not (outcome.clear or (outcome.leads and _is_stretched(best.hypothesis))):
        return None
    words = best.words if outcome.clear else f"{best.words}, more or less"
    return (
        f"another layout fits the ground truth better ({words}): positives score above "
        f"{best.ranking:.0%} of negatives, not {ranking:.0%}, and deltas explain {best.agreement:.0%} of t*, "
        f"not {max(follows, 0):.0%}"
    )


def _is_stretched(hypothesis: Hypothesis) -> bool:
    """Return whether the deltas bear larger factors than the recipe's: those of a half-trained network are smaller."""
    if hypothesis.weights is None:
        return False
    return bool((np.array(hypothesis.weights) > STRETCHED * recipe_factors(hypothesis.recipe)).all())


def _chance(positives: int) -> float:
    """Return the ranking from which so many positives prove something: four deviations above a random ranking."""
    # The rank of a random score is uniform, of variance 1/12: the mean over n positives deviates by 1/sqrt(12 n).
    return 0.5 + max(0.2, 4 / math.sqrt(12 * max(positives, 1)))


def _proof(count: float) -> float:
    """Return the agreement from which the deltas of so many ground truths follow t*: few may agree by chance."""
    return FOLLOWS * (1 + 2 / max(count, 1.0))


def _background(view: View) -> str | None:
    """Return in words which column of classes seems to be the background's, where the recipe has it elsewhere."""
    hypothesis = view.reading.hypothesis
    logits = hypothesis.to_logits(view.reading.scores(view.scene.negative))
    loss = hypothesis.recipe.loss.objectness
    if logits.ndim == 1 or logits.shape[1] < 2 or not len(logits) or loss == "yolo":
        return None
    usual, last = np.median(logits, 0), logits.shape[1] - 1
    if loss == "cross_entropy":
        return None if usual.argmax() != last else "the last column is the surest on the background: background last"
    sure = np.flatnonzero(usual > 0)
    if len(sure) != 1 or sure[0] not in (0, last):
        return None
    place = "first" if sure[0] == 0 else "last"
    return f"the {place} column of classes is sure nearly everywhere, as a background's: background {place}"


def _is_finite(prediction: Prediction) -> bool:
    arrays = (prediction.objectness, prediction.deltas, *prediction.levels_objectness, *prediction.levels_deltas)
    return all(np.isfinite(array).all() for array in arrays if array is not None)


def _flat_or_raise(sample: Sample, prediction: Prediction, recipe: Recipe) -> None:
    """Raise `BadPredictions` where the arrays' shapes differ from the recipe's; the numbers do not matter."""
    _, padded = Hypothesis(recipe).sizes_of(prediction, sample.size)
    features = None
    if all(level.ndim == 3 for level in prediction.levels_objectness):
        features = prediction.features()
    if features is not None and len(features) != len(recipe.anchors.strides):
        features = None
    prediction.flat(recipe.grid(padded, features), recipe.loss.objectness)


def _nothing(problem: str) -> Diagnosis:
    return Diagnosis(
        fits=(),
        clear=False,
        verdict=f"no hypothesis fits: {problem}",
        margin=0.0,
        positives=0,
        as_recipe=None,
        problem=problem,
    )


def _conclude(
    cases: Sequence[Case], candidates: Sequence[Candidate], own: Candidate | None, problem: str | None
) -> Diagnosis:
    """Return the diagnosis from all hypotheses, best first, and the recipe's own fit where the arrays allow one."""
    if all(like_probabilities(case.stored) for case in cases):
        # Scores within 0 and 1 are read as probabilities first; as logits too, at a cost, for the best few.
        candidates = [
            *(_as_probabilities(each) for each in candidates),
            *(_as_logits(each) for each in candidates[:SHOWN]),
        ]
        own = own and _as_logits(own)
    chosen = sorted(candidates, key=lambda each: each.cost)[:SHOWN]
    if own is not None and own not in chosen:
        chosen.append(own)
    fits = [measure(cases, each) for each in chosen]
    given = next((fit for fit in fits if own is not None and fit.hypothesis == own.hypothesis), None)
    weights = [case.view(fits[0].hypothesis).scene.weight for case in cases]
    positives = sum(map(len, weights))
    chance, proof = _chance(positives), _proof(sum(float(weight.sum()) for weight in weights))
    # Within a tie the recipe's own reading stands first: no reason to doubt what was said.
    ties = given is not None and given.score >= fits[0].score - TIE
    if given is not None and not ties:  # what others score more proves nothing
        random = fits[0].ranking < chance
        ties = random or (fits[0].agreement < proof and given.ranking >= fits[0].ranking - TIE)
    if ties:
        fits.sort(key=lambda fit: fit is not given)
    margin = fits[0].score - max((fit.score for fit in fits[1:] if not _likelier(fits[0], fit)), default=0.0)
    unproven = _doubt(fits, chance, proof, (positives, len(cases)), margin)
    doubt = unproven or _doubt_of_factors(cases, fits[0])
    words = f"clear: {_against(fits[0], given)}" if doubt is None else f"doubtful: {doubt}"
    return Diagnosis(
        fits=tuple(fits),
        clear=doubt is None,
        verdict=words,
        margin=margin,
        positives=positives,
        as_recipe=given,
        problem=problem,
        leads=unproven is None,
    )


def _as_probabilities(candidate: Candidate) -> Candidate:
    return candidate._replace(hypothesis=replace(candidate.hypothesis, probabilities=True))


def _as_logits(candidate: Candidate) -> Candidate:
    """Return the same at a cost: no network's logits all lie between 0 and 1."""
    return candidate._replace(penalty=UNLIKELY)


def _doubt(
    fits: Sequence[LayoutFit], chance: float, proof: float, looked_at: tuple[int, int], margin: float
) -> str | None:
    """Return why the first fit proves nothing, None for a proof; ``looked_at`` are positives and pictures."""
    best, (positives, pictures) = fits[0], looked_at
    if not positives:
        return "no anchor is positive, so nothing can be compared"
    highest = max(fit.ranking for fit in fits)
    if highest < chance:
        return (
            f"no hypothesis ranks positives above more than {highest:.0%} of negatives; with the {positives} positive "
            f"anchors of the {pictures} pictures looked at, anything below {chance:.0%} may be chance"
        )
    highest = max(fit.agreement for fit in fits)
    if highest < proof:
        return f"under no hypothesis do deltas explain more than {max(highest, 0):.0%} of t*, and {proof:.0%} is wanted"
    if len(fits) > 1 and margin < CLEAR:
        other = next(fit.words for fit in fits[1:] if not _likelier(best, fit))
        if margin <= 0:
            return f"{best.words} fits no better than {other}"
        return f"{best.words} leads {other} by {margin:.3f} only, and {CLEAR} is wanted"
    return None


def _likelier(best: LayoutFit, other: LayoutFit) -> bool:
    """Return whether ``other`` is ``best`` but for another coding than the recipe's, and fits no better.

    A logarithm of a ratio near 1 is nearly the ratio less 1, so such a reading is never far behind. Nor is a reading
    whose sizes and strides are all the same times as large a rival, where anchors grow with the input, as SSD's.
    """
    if _is_rescaled(best, other):
        return True
    alike = replace(other.hypothesis, coding="recipe", weights=best.hypothesis.weights) == best.hypothesis
    return alike and other.hypothesis.coding != "recipe" and other.score <= best.score


def _is_rescaled(best: LayoutFit, other: LayoutFit) -> bool:
    """Return whether ``other`` is ``best`` in larger or smaller px, with the same evidence throughout."""
    alike = replace(other.hypothesis, sizes=best.hypothesis.sizes, strides=best.hypothesis.strides) == best.hypothesis
    deviates = len(other.hypothesis.deviations) > len(best.hypothesis.deviations)
    one, two = ((fit.ranking, fit.agreement, fit.recall) for fit in (best, other))
    return alike and deviates and bool(np.allclose(one, two))


def _doubt_of_factors(cases: Sequence[Case], fit: LayoutFit) -> str | None:
    """Return why the four numbers are not what the reading says, though nothing fits better; None where they may be."""
    hypothesis = fit.hypothesis
    if hypothesis.boxes != "deltas" or hypothesis.recipe.coder.needs_stride:
        return None
    views = [case.view(hypothesis) for case in cases]
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
        return f"{fit.words}, but the deltas are t* times {_ranges(factors)}, not {_listed(weights)}"
    rival = None if factors is None else _rival(views, hypothesis, said, factors.link)
    if rival is not None:
        return f"{fit.words}, but {CODING_WORDS[rival]}, explains the deltas better; more pictures tell more"
    sure = hypothesis.weights is None or np.allclose(weights, own) or known(weights.tolist())
    others = [] if hypothesis.weights is None or factors is None else list(factors.candidates())
    if len(others) > 1:
        return f"{fit.words}, but the factors may be {' or '.join(map(_listed, others))}; more pictures tell more"
    if factors is not None and not sure and not factors.narrow(weights.tolist()):
        return f"{fit.words}, but the factors are known as {_ranges(factors)} only; more pictures tell more"
    wrong = strange(
        said,
        true,
        anchors[:, 2:] - anchors[:, :2],
        weight,
        weights.tolist(),
        STRANGE if hypothesis == Hypothesis(hypothesis.recipe, batch=hypothesis.batch) else STRANGE / 2,
    )
    return None if wrong is None else f"{fit.words}, but {wrong}: the deltas are coded in a way not tried here"


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


def _listed(numbers: Array | Sequence[float]) -> str:
    return ", ".join(f"{number:.3g}" for number in numbers)


def _ranges(factors: Factors) -> str:
    low, high = factors.widened(1.0)
    return ", ".join(f"{a:.2g} to {b:.2g}" for a, b in zip(low, high, strict=True))


def _against(best: LayoutFit, own: LayoutFit | None) -> str:
    found = f"{best.words}, recall {best.recall:.0%}, mean IoU {best.mean_iou:.2f}, separation {best.separation:+.1f}"
    if own is None:
        return f"{found}; as the recipe says the arrays do not fit at all"
    if own is best:
        return found
    return f"{found}; as the recipe says {own.recall:.0%}, {own.mean_iou:.2f}, {own.separation:+.1f}"
