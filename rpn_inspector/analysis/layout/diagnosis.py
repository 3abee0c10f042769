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
from typing import TypeAlias

import numpy as np

from rpn_inspector.analysis.layout.codings import recipe_factors
from rpn_inspector.analysis.layout.doubts import background_of, doubt_of, doubt_of_boxes, doubt_of_numbers, likelier
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
from rpn_inspector.analysis.layout.layout_words import PROBABILITIES
from rpn_inspector.analysis.layout.point_readings import PointReading
from rpn_inspector.analysis.layout.point_search import (
    as_layout_fit,
    better,
    case_of,
    given_of,
    own_fit,
    point_misfit,
    search,
    verdict_of,
)
from rpn_inspector.analysis.layout.search import best_meanings, best_places, scores_elsewhere
from rpn_inspector.core.errors import BadPredictions, InspectorError
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text, UserName
from rpn_inspector.core.warnings import maps_problem
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.data.predictions.dump import Predictions
from rpn_inspector.data.predictions.raw_arrays import raw_prediction

__all__ = ["Diagnosis", "Hypothesis", "LayoutFit", "as_document", "diagnose", "diagnose_outputs", "misfit", "misfit_of"]

BEAM = 10  # places of numbers that are looked at closely
SHOWN = 8  # hypotheses with full evidence
AnyFit: TypeAlias = LayoutFit[Hypothesis] | LayoutFit[PointReading]
APART = 3  # hypotheses whose scores are looked for in an order of their own
SURE = 0.97  # a ranking that needs no second look
BETTER = 0.1  # by how much another layout must score more to be a reason to ask
STRETCHED = 1.5  # how many times the factors of the recipe no error of a network makes of its deltas
TIE = 0.01  # scores this near are equal, and the recipe comes first
FOLLOWS = 0.15  # agreement from on which deltas of very many ground truths follow t*
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

    fits: tuple[AnyFit, ...]
    clear: bool
    verdict: Text
    margin: float
    positives: int
    as_recipe: AnyFit | None
    problem: Text | None
    leads: bool = False

    @property
    def best(self) -> AnyFit | None:
        """Return the first fit, None where nothing fits."""
        return self.fits[0] if self.fits else None


def diagnose(pairs: Sequence[tuple[Sample, Prediction]], recipe: Recipe, pictures: int = 4) -> Diagnosis:
    """Return how the raw arrays of ``pairs`` are most likely laid out, judged by the ground truths.

    The first ``pictures`` pairs with ground truth are looked at. Raises `InspectorError` where there is none.
    """
    useful = [pair for pair in pairs if len(gt_of(pair[0]))][:pictures]
    if not useful:
        raise InspectorError("layout: no picture with predictions and ground truth, wanted at least one")
    if recipe.anchors.of_points:
        return _of_points(useful, recipe)
    problem = None
    try:
        for sample, prediction in useful:
            _flat_or_raise(sample, prediction, recipe)
    except BadPredictions as error:
        problem = error.text
    try:
        cases = [Case(sample, prediction, Stored.of(prediction, recipe)) for sample, prediction in useful]
    except BadPredictions as error:
        return _nothing(error.text)
    cases = [case for case in cases if case.stored.kind == cases[0].stored.kind]
    given = Hypothesis(recipe, batch=cases[0].stored.batch)
    placed = best_places(cases, given)
    if not placed:
        source = UserName(cases[0].stored.source)
        return _nothing(problem or Text.of("{source}: no grid of the recipe has as many anchors", source=source))
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
        "verdict": str(diagnosis.verdict),
        "margin": diagnosis.margin,
        "positives": diagnosis.positives,
        "problem": None if diagnosis.problem is None else str(diagnosis.problem),
        "fits": [
            {field.name: _plain(getattr(fit, field.name)) for field in fields(fit) if field.name != "hypothesis"}
            | {"deviations": {name: getattr(fit.hypothesis, name) for name in fit.hypothesis.deviations}}
            for fit in diagnosis.fits
        ],
    }


def _plain(value: object) -> object:
    """Return a text as JSON's encoders take it."""
    return str(value) if isinstance(value, str) else value


def misfit_of(inspection: Inspection) -> Text | None:
    """Return `misfit` of an inspected picture's outputs, None without outputs of a network's own."""
    prediction = inspection.prediction
    if prediction is None or prediction.simulated or prediction.encoded_back:
        return None
    return misfit(prediction, inspection.sample, inspection.recipe)


def misfit(prediction: Prediction, sample: Sample, recipe: Recipe) -> Text | None:
    """Return why ``prediction`` seems not to be laid out as ``recipe`` says, None where the layout may well be right.

    One picture, a few milliseconds where all is well: shapes, range of the scores, positives above negatives, and
    fitting boxes. Only without these signs are other layouts tried, and only a better layout is a reason.
    """
    own = Hypothesis(recipe)
    try:
        _flat_or_raise(sample, prediction, recipe)
        if not _is_finite(prediction):  # told by itself, and no layout's fault
            return None
        if recipe.anchors.of_points:
            return point_misfit(sample, prediction, recipe)
        case = Case(sample, prediction, Stored.of(prediction, recipe))
        view = case.view(own)
    except BadPredictions as error:
        return error.text
    if like_probabilities(case.stored):
        return PROBABILITIES
    unfit = maps_problem(view.reading.grid, recipe.anchors, view.padded)
    if unfit is not None:
        return unfit
    weight, wrong = view.scene.weight, background_of(view)
    if wrong is not None or not len(weight):
        return wrong
    ranking, follows = mean(view.ranking(), weight), agreement([view], own, [view.shifts()])
    # A trained network under the right reading: the search, a hundred times slower, is spared.
    if ranking >= SURE and follows >= 2 * FOLLOWS:
        return None
    given = Candidate(ranking, follows, own)
    candidates = best_meanings([case], best_places([case], own)[:BEAM])
    apart = scores_elsewhere([case], given)
    if apart is not None and all(each.hypothesis != apart.hypothesis for each in candidates):
        candidates = sorted([apart, *candidates], key=lambda each: each.cost)
    if candidates[0].score < ranking + follows + BETTER:
        return None
    # An untrained network's numbers fit many layouts alike by chance: only one that leads them all is a reason.
    outcome = _conclude([case], candidates, given, None)
    best = outcome.fits[0]
    if best is outcome.as_recipe or not (outcome.clear or (outcome.leads and _is_stretched(best.hypothesis))):
        return None
    words = best.words if outcome.clear else Text.of("{words}, more or less", words=best.words)
    above, own_above = f"{best.ranking:.0%}", f"{ranking:.0%}"
    part, own_part = f"{best.agreement:.0%}", f"{max(follows, 0):.0%}"
    scores = Text.of("positives score above {found} of negatives, not {own}", found=above, own=own_above)
    deltas = Text.of("deltas explain {found} of t*, not {own}", found=part, own=own_part)
    reasons = scores if part == own_part else deltas
    if above != own_above and part != own_part:
        reasons = Text.of("{some} and {more}", some=scores, more=deltas)
    return Text.of("another layout fits the ground truth better ({words}): {reasons}", words=words, reasons=reasons)


def _is_stretched(hypothesis: Hypothesis | PointReading) -> bool:
    """Return whether the deltas bear larger factors than the recipe's: those of a half-trained network are smaller."""
    if isinstance(hypothesis, PointReading) or hypothesis.weights is None:
        return False
    return bool((np.array(hypothesis.weights) > STRETCHED * recipe_factors(hypothesis.recipe)).all())


def _chance(positives: int) -> float:
    """Return the ranking from which so many positives prove something: four deviations above a random ranking."""
    # The rank of a random score is uniform, of variance 1/12: the mean over n positives deviates by 1/sqrt(12 n).
    return 0.5 + max(0.2, 4 / math.sqrt(12 * max(positives, 1)))


def _proof(count: float) -> float:
    """Return the agreement from which the deltas of so many ground truths follow t*: few may agree by chance."""
    return FOLLOWS * (1 + 2 / max(count, 1.0))


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
    prediction.flat(recipe.grid(padded, features), recipe.loss.objectness, recipe.coder.bins)


def _of_points(pairs: Sequence[tuple[Sample, Prediction]], recipe: Recipe) -> Diagnosis:
    """Return the diagnosis of a recipe of points."""
    try:
        cases = [case_of(sample, prediction, recipe) for sample, prediction in pairs]
    except BadPredictions as error:
        return _nothing(error.text)
    problem = None
    try:
        for sample, prediction in pairs:
            _flat_or_raise(sample, prediction, recipe)
    except BadPredictions as error:
        problem = error.text
    given = given_of(cases, recipe)
    own = own_fit(cases, given) if problem is None else None
    fits = search(cases, given)
    shown, clear, verdict = verdict_of(fits, own)
    return Diagnosis(
        fits=tuple(as_layout_fit(cases, fit) for fit in shown),
        clear=clear,
        verdict=verdict,
        margin=shown[0].mean - max((fit.mean for fit in shown[1:]), default=0.0),
        positives=len(shown[0].overlaps),
        as_recipe=None if own is None else as_layout_fit(cases, own),
        problem=problem,
        leads=better(fits[0], own),
    )


def _nothing(problem: Text) -> Diagnosis:
    return Diagnosis(
        fits=(),
        clear=False,
        verdict=Text.of("no hypothesis fits: {problem}", problem=problem),
        margin=0.0,
        positives=0,
        as_recipe=None,
        problem=problem,
    )


def _conclude(
    cases: Sequence[Case], candidates: Sequence[Candidate], own: Candidate | None, problem: Text | None
) -> Diagnosis:
    """Return the diagnosis from all hypotheses, best first, and the recipe's own fit where the arrays allow one."""
    if all(like_probabilities(case.stored) for case in cases):
        # Scores within 0 and 1 are read as probabilities first; as logits too, at a cost, for the best few.
        candidates = [
            *(_as_probabilities(each) for each in candidates),
            *(_as_logits(each) for each in candidates[:SHOWN]),
        ]
        own = own and _as_logits(own)
    apart = _scores_elsewhere(cases, [*candidates, own] if own else candidates)
    chosen = sorted([*candidates, *apart], key=lambda each: each.cost)[:SHOWN]
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
    margin = fits[0].score - max((fit.score for fit in fits[1:] if not likelier(fits[0], fit)), default=0.0)
    unproven = doubt_of(fits, chance, proof, (positives, len(cases)), margin)
    doubt = unproven or doubt_of_numbers(cases, fits[0]) or doubt_of_boxes(fits[0], given)
    words = _against(fits[0], given) if doubt is None else Text.of("doubtful: {doubt}", doubt=doubt)
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


def _scores_elsewhere(cases: Sequence[Case], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the likeliest hypotheses, and those whose deltas fit best, with scores in a better place of their own."""
    by_score = sorted(candidates, key=lambda each: each.cost)[:APART]
    by_deltas = sorted(candidates, key=lambda each: each.cost + each.ranking)[:APART]
    found = [scores_elsewhere(cases, each) for each in dict.fromkeys([*by_score, *by_deltas])]
    known_already = {each.hypothesis for each in candidates}
    return [each for each in dict.fromkeys(found) if each is not None and each.hypothesis not in known_already]


def _as_probabilities(candidate: Candidate) -> Candidate:
    return candidate._replace(hypothesis=replace(candidate.hypothesis, probabilities=True))


def _as_logits(candidate: Candidate) -> Candidate:
    """Return the same at a cost: no network's logits all lie between 0 and 1."""
    return candidate._replace(penalty=UNLIKELY)


def _against(best: LayoutFit[Hypothesis], own: LayoutFit[Hypothesis] | None) -> Text:
    found = Text.of(
        "clear: {words}, recall {recall}, mean IoU {mean}, separation {apart}", words=best.words, **_numbers(best)
    )
    if own is None:
        return Text.of("{found}; as the recipe says the arrays do not fit at all", found=found)
    if own is best:
        return found
    return Text.of("{found}; as the recipe says {recall}, {mean}, {apart}", found=found, **_numbers(own))


def _numbers(fit: LayoutFit[Hypothesis]) -> dict[str, str]:
    return {"recall": f"{fit.recall:.0%}", "mean": f"{fit.mean_iou:.2f}", "apart": f"{fit.separation:+.1f}"}
