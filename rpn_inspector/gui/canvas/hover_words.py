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
    return [layers.noun(len(pointed)), *(line_of(scene, index) for index in pointed[:FEW])]


def selected_words(scene: CanvasScene) -> list[str]:
    """Return what is selected and the ground truth in focus, in words; empty without either."""
    found = [] if scene.selection is None else [line_of(scene, scene.selection)]
    if scene.gt is not None and 0 <= scene.gt < len(scene.inspection.gt):
        named = tr("ground truth {number}").format(number=scene.gt + 1)
        found.append(f"{named} {scene.inspection.sample.class_name(scene.gt)}")
    return found


def line_of(scene: CanvasScene, index: int) -> str:
    """Return an anchor, or a proposal while a stage is looked at, in a line: label, place, and what decides it."""
    layers, matcher = scene.layers, scene.inspection.recipe.matcher
    words = LABEL_WORDS if layers.staged is None else SIDE_WORDS
    word, place = tr(words[layers.label(index)]), said(layers.describe(index))
    if not scene.inspection.used.any():
        return tr("{word} · {describe}").format(word=word, describe=place)
    if layers.staged is None and not any(measure.name == "iou" for measure in matcher.measures()):
        why = said(matcher.row(index, scene.inspection.assignment))
        return tr("{word} · {describe} · {why}").format(word=word, describe=place, why=why)
    overlapping = tr("{word} · {describe} · IoU {overlap:.4f}")
    return overlapping.format(word=word, describe=place, overlap=layers.iou(index)) + layers.owners(index)
