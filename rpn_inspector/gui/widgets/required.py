"""What may be missing by Qt's types, and never is where it is asked for."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QApplication

T = TypeVar("T")


def required(thing: T | None) -> T:
    """Return ``thing``: the parent of a child, the layout of a widget that was given one."""
    assert thing is not None
    return thing


def application() -> QApplication:
    """Return the running application."""
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running
