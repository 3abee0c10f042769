"""The layers of a picture in the order of their keys, 1 to 8, with their words."""

from __future__ import annotations

from typing import NamedTuple

from rpn_inspector.core.assignment import may_ignore
from rpn_inspector.core.recipe import Recipe


class LayerWords(NamedTuple):
    """A layer's ``name`` in the menu, ``short`` name in the strip, which is short of room, and its ``help``."""

    name: str
    short: str
    help: str


LAYERS = {
    "truth": LayerWords("Ground truths", "GT", "ground truths"),
    "positive": LayerWords("Positive", "Positive", "positive anchors"),
    "ignored": LayerWords("Ignored", "Ignored", "ignored anchors"),
    "negative": LayerWords("Negative", "Negative", "negative anchors"),
    "sampled": LayerWords("Sampled", "Sampled", "anchors in the loss"),
    "prediction": LayerWords("Predictions", "Prediction", "predicted box of the selected anchor, or of every positive"),
    "proposals": LayerWords("Proposals", "Proposals", "kept proposals, best scores first"),
    "heat": LayerWords(
        "Heat", "Heat", "the highest best IoU, score or loss of the anchors at each place; chosen in the View menu"
    ),
}
STAGE_LAYERS = {
    "positive": LayerWords("Foreground", "Foreground", "foreground proposals"),
    "ignored": LayerWords("Ignored", "Ignored", "ignored proposals"),
    "negative": LayerWords("Background", "Background", "background proposals"),
    "sampled": LayerWords("Sampled", "Sampled", "proposals in the loss"),
    "prediction": LayerWords("Answers", "Answer", "the head's box of the selected proposal, or of the foreground"),
    "proposals": LayerWords("Detections", "Detections", "final detections"),
}
"""Other words for layers while a stage over the proposals is looked at."""

RANKED_LAYERS = {
    "ignored": LayerWords("Undecided", "Undecided", "candidates that only a prediction could decide about"),
}
"""Other words for layers of a rule that ranks candidates: it ignores none."""

POINT_LAYERS = {
    "positive": LayerWords("Positive", "Positive", "positive points"),
    "negative": LayerWords("Negative", "Negative", "negative points"),
    "sampled": LayerWords("Sampled", "Sampled", "points in the loss"),
    "prediction": LayerWords("Predictions", "Prediction", "predicted box of the selected point, or of every positive"),
    "heat": LayerWords(
        "Heat", "Heat", "the highest metric, score or loss of the points at each place; chosen in the View menu"
    ),
}
"""Other words for layers where anchors are points."""


def layer_words(layer: str, recipe: Recipe | None, staged: bool = False) -> LayerWords:
    """Return the words of a layer of a recipe's anchors, or of the proposals of a stage."""
    other: dict[str, LayerWords] = STAGE_LAYERS if staged else {}
    if recipe is not None and not staged:
        other = (POINT_LAYERS if recipe.anchors.of_points else {}) | (RANKED_LAYERS if recipe.matcher.ranks else {})
    return other.get(layer, LAYERS[layer])


def known_layers(recipe: Recipe, decided: bool) -> frozenset[str]:
    """Return the layers of anchors a recipe knows: some rules ignore nothing, one that ranks draws no sample of all.

    Args:
        recipe: the conventions.
        decided: whether a prediction has decided about candidates.
    """
    matcher = recipe.matcher
    unknown = {"sampled"} if matcher.ranks and recipe.sampler.rule == "all" else set()
    if not may_ignore(matcher.causes) and (decided or not matcher.ranks):
        unknown.add("ignored")
    return frozenset(LAYERS) - unknown


ANCHOR_LAYERS = frozenset({"positive", "ignored", "negative", "sampled"})
FIRST_LAYERS = frozenset({"truth", "positive", "ignored", "prediction"})
