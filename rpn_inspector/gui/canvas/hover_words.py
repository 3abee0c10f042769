"""The words beside the cursor: the anchors under it, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rpn_inspector.core.words import LABEL_WORDS, SIDE_WORDS
from rpn_inspector.gui.widgets.i18n import said, tr

if TYPE_CHECKING:
    from rpn_inspector.gui.canvas.painting import CanvasScene

FEW = 3  # anchors in the list; a stack under the cursor may hold hundreds


def hover_words(scene: CanvasScene) -> list[str]:
    """Return what is under the cursor in words: the count, and the best few, a line each."""
    layers, pointed = scene.layers, scene.pointed
    words = LABEL_WORDS if layers.staged is None else SIDE_WORDS
    lines, matcher = [layers.noun(len(pointed))], scene.inspection.recipe.matcher
    by_iou = any(measure.name == "iou" for measure in matcher.measures())
    for index in pointed[:FEW]:
        word, place = tr(words[layers.label(index)]), said(layers.describe(index))
        if not scene.inspection.used.any():
            lines.append(tr("{word} · {describe}").format(word=word, describe=place))
            continue
        if layers.staged is None and not by_iou:
            why = said(matcher.row(index, scene.inspection.assignment))
            lines.append(tr("{word} · {describe} · {why}").format(word=word, describe=place, why=why))
            continue
        overlapping = tr("{word} · {describe} · IoU {overlap:.4f}")
        words_ = overlapping.format(word=word, describe=place, overlap=layers.iou(index))
        lines.append(words_ + layers.owners(index))
    return lines
