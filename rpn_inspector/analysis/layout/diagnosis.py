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

from rpn_inspector.analysis.layout.evidence import (
    Candidate,
    Case,
    LayoutFit,
    agreement,
    gt_of,
    like_probabilities,
    mean,
    measure,
)
from rpn_inspector.analysis.layout.hypothesis import Hypothesis, Stored
from rpn_inspector.analysis.layout.search import best_meanings, best_places
from rpn_inspector.core.errors import BadPredictions, InspectorError
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.warnings import maps_problem
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions.dump import Predictions
from rpn_inspector.data.predictions.raw_arrays import raw_prediction

__all__ = ["Diagnosis", "Hypothesis", "LayoutFit", "as_document", "diagnose", "diagnose_dump", "misfit"]

BEAM = 10  # places of numbers that are looked at closely
SHOWN = 8  # hypotheses with full evidence
SURE = 0.97  # a ranking that needs no second look
BETTER = 0.1  # by how much another layout must score more to be a reason to ask
TIE = 0.01  # scores this near are equal, and the recipe comes first
FOLLOWS = 0.15  # agreement from on which deltas of very many ground truths follow t*
CLEAR = 0.05  # by how much a clear winner leads
UNLIKELY = 0.1  # what reading scores as logits costs where all lie from 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """Hypotheses ordered by fit, best first, and the verdict.

    ``margin`` is the lead of the first over the others in score, below 0 where the recipe's own comes first though
    others score more, but by no more than chance. ``clear``: the margin is large enough, positives score above
    negatives, and their deltas follow t*. ``positives`` counts the anchors behind the verdict. ``as_recipe`` is the
    recipe's own fit, None where the arrays do not fit the recipe at all; ``problem`` then says why.
    """

    fits: tuple[LayoutFit, ...]
    clear: bool
    verdict: str
    margin: float
    positives: int
    as_recipe: LayoutFit | None
    problem: str | None

    @property
    def best(self) -> LayoutFit | None:
        """Return the first fit, None where nothing fits."""
        return self.fits[0] if self.fits else None


def diagnose(pairs: Sequence[tuple[Sample, Prediction]], recipe: Recipe, pictures: int = 4) -> Diagnosis:
    """Return how the raw arrays of ``pairs`` are most likely laid out, judged by the ground truths.

    The first ``pictures`` pairs with ground truth are looked at. Raises `InspectorError` where there is none, or where
    the recipe says more about an anchor than one score and four shifts.
    """
    if not _is_known(recipe):
        raise InspectorError(f"{recipe.name}: wanted a recipe with one objectness and shifts of anchors to try layouts")
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


def diagnose_dump(dataset: Dataset, predictions: Predictions, recipe: Recipe, pictures: int = 4) -> Diagnosis:
    """Return the diagnosis of a dump whose arrays need not have the shapes the recipe wants.

    The first ``pictures`` that have ground truth and outputs are looked at. Raises `InspectorError` where there is
    none, `BadPredictions` where a file is broken.
    """
    pairs: list[tuple[Sample, Prediction]] = []
    for index, name in enumerate(dataset.names):
        if name in predictions:
            sample = dataset[index]
            if len(gt_of(sample)):
                pairs.append((sample, raw_prediction(predictions, name)))
        if len(pairs) == pictures:
            break
    return diagnose(pairs, recipe, pictures)


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
    if not _is_known(recipe):
        return None
    own = Hypothesis(recipe)
    try:
        _flat_or_raise(sample, prediction, recipe)
        case = Case(sample, prediction, Stored.of(prediction, recipe))
        view = case.view(own)
    except BadPredictions as error:
        return str(error)
    if like_probabilities(case.stored):
        return "all scores lie from 0 to 1: probabilities, where the recipe wants logits"
    wrong = maps_problem(view.reading.grid, recipe.anchors, view.padded)
    if wrong is not None:
        return wrong
    weight = view.scene.weight
    if not len(weight):
        return None
    ranking, follows = mean(view.ranking(), weight), agreement([view], own, [view.shifts()])
    # A trained network under the right reading: the search, a hundred times slower, is spared.
    if ranking >= SURE and follows >= 2 * FOLLOWS:
        return None
    candidates = best_meanings([case], best_places([case], own)[:BEAM])
    if candidates[0].score < ranking + follows + BETTER:
        return None
    # An untrained network's numbers fit many layouts alike by chance: only one that leads them all is a reason.
    outcome = _conclude([case], candidates, Candidate(ranking, follows, own), None)
    if not outcome.clear or outcome.fits[0] is outcome.as_recipe:
        return None
    best = outcome.fits[0]
    return (
        f"another layout fits the ground truth better ({best.words}): positives score above "
        f"{best.ranking:.0%} of negatives, not {ranking:.0%}, and deltas explain {best.agreement:.0%} of t*, "
        f"not {max(follows, 0):.0%}"
    )


def _chance(positives: int) -> float:
    """Return the ranking from which so many positives prove something: four deviations above a random ranking."""
    # The rank of a random score is uniform, of variance 1/12: the mean over n positives deviates by 1/sqrt(12 n).
    return 0.5 + max(0.2, 4 / math.sqrt(12 * max(positives, 1)))


def _proof(count: float) -> float:
    """Return the agreement from which the deltas of so many ground truths follow t*: few may agree by chance."""
    return FOLLOWS * (1 + 2 / max(count, 1.0))


def _is_known(recipe: Recipe) -> bool:
    return recipe.loss.objectness in ("bce", "softmax") and not recipe.coder.needs_stride


def _flat_or_raise(sample: Sample, prediction: Prediction, recipe: Recipe) -> None:
    """Raise `BadPredictions` where the arrays' shapes differ from the recipe's; the numbers do not matter."""
    _, padded = Hypothesis(recipe).sizes_of(prediction, sample.size)
    features = None
    if all(level.ndim == 3 for level in prediction.levels_objectness):
        features = prediction.features()
    if features is not None and len(features) != len(recipe.anchors.strides):
        features = None
    prediction.flat(recipe.grid(padded, features))


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
    margin = fits[0].score - max((fit.score for fit in fits[1:]), default=0.0)
    doubt = _doubt(fits, chance, proof, (positives, len(cases)), margin)
    words = f"clear: {_against(fits[0], given)}" if doubt is None else f"doubtful: {doubt}"
    return Diagnosis(
        fits=tuple(fits),
        clear=doubt is None,
        verdict=words,
        margin=margin,
        positives=positives,
        as_recipe=given,
        problem=problem,
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
        return f"{best.words} leads {fits[1].words} by {margin:.3f} only, and {CLEAR} is wanted"
    return None


def _against(best: LayoutFit, own: LayoutFit | None) -> str:
    found = f"{best.words}, recall {best.recall:.0%}, mean IoU {best.mean_iou:.2f}, separation {best.separation:+.1f}"
    if own is None:
        return f"{found}; as the recipe says the arrays do not fit at all"
    if own is best:
        return found
    return f"{found}; as the recipe says {own.recall:.0%}, {own.mean_iou:.2f}, {own.separation:+.1f}"
