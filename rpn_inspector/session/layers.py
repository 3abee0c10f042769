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
ANCHOR_LAYERS = frozenset({"positive", "ignored", "negative", "sampled"})
FIRST_LAYERS = frozenset({"truth", "positive", "ignored", "prediction"})
