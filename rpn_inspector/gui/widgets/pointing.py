"""Whether the mouse is on a widget that paints itself lit."""

from __future__ import annotations

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget


def pointed_at(widget: QWidget) -> bool:
    """Return whether the mouse is on ``widget``; one moved from under a mouse at rest counts as under it in Qt."""
    return widget.underMouse() and widget.rect().contains(widget.mapFromGlobal(QCursor.pos()))
