"""The first sizes of panes divided by lines to drag, and layouts granted before a paint."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QSplitter, QWidget

from rpn_inspector.gui.widgets.required import required


def lay_out(panes: QSplitter, sizes: Sequence[int]) -> None:
    """Give the panes their first ``sizes``, px each, and the room beyond by their stretch, as a growing window does."""
    stretch = [required(panes.widget(place)).sizePolicy().horizontalStretch() for place in range(panes.count())]
    shares = stretch if any(stretch) else list(sizes)
    spare = max(sum(panes.sizes()) - sum(sizes), 0)
    panes.setSizes([size + spare * share // sum(shares) for size, share in zip(sizes, shares, strict=True)])


def grant_layouts(inside: QWidget | None = None) -> None:
    """Lay out what asks for it before it is painted: granted later, a label's wish paints its whole panel again.

    With ``inside`` only what is in that widget: the window must not grow for what is not yet laid out.
    """
    for widget in (None,) if inside is None else reversed(inside.findChildren(QWidget)):
        QCoreApplication.sendPostedEvents(widget, int(QEvent.Type.LayoutRequest))
