"""The layers of a picture in the order of their keys, 1 to 8, with their words."""

from __future__ import annotations

from typing import NamedTuple


class LayerWords(NamedTuple):
    """A layer's ``name`` in the menu, ``short`` name in the strip, which is short of room, and its ``help``."""

    name: str
    short: str
    help: str


LAYERS = {
    "truth": LayerWords("Ground truths", "Truth", "ground truths"),
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

ANCHOR_LAYERS = frozenset({"positive", "ignored", "negative", "sampled"})
FIRST_LAYERS = frozenset({"truth", "positive", "ignored", "prediction"})
