"""The words beside the cursor: the anchors under it, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rpn_inspector.core.words import LABEL_WORDS
from rpn_inspector.gui.widgets.i18n import counted, tr

if TYPE_CHECKING:
    from rpn_inspector.gui.canvas.painting import CanvasScene

FEW = 3  # anchors in the list; a stack under the cursor may hold hundreds


def hover_words(scene: CanvasScene) -> list[str]:
    """Return the anchors under the cursor in words: the count, and the best few, a line each."""
    one, pointed = scene.inspection, scene.pointed
    lines = [counted(len(pointed), "1 anchor under the cursor", "{n} anchors under the cursor")]
    for anchor in pointed[:FEW]:
        overlap = float(one.overlap.iou[anchor])
        word = tr(LABEL_WORDS[int(one.assignment.label[anchor])])
        if not one.used.any():
            lines.append(tr("{word} · {describe}").format(word=word, describe=one.grid.describe(anchor)))
            continue
        lines.append(
            tr("{word} · {describe} · IoU {overlap:.4f}").format(
                word=word, describe=one.grid.describe(anchor), overlap=overlap
            )
        )
    return lines
