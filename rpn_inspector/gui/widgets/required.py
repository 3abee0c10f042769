"""Qt objects optional by type, and present by construction."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QApplication

T = TypeVar("T")


def required(thing: T | None) -> T:
    """Return ``thing``, never None by construction: the parent of a child, the layout of a widget with a layout."""
    assert thing is not None
    return thing


def application() -> QApplication:
    """Return the running application."""
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running
