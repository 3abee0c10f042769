"""Text as it is written: a name out of a file is never markup, wherever Qt would guess."""

from __future__ import annotations

from html import escape

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label that shows every letter of the text; without this Qt takes ``<b>`` for bold and ``<img>`` for a file."""

    def __init__(self, text: str | QWidget | None = "", parent: QWidget | None = None) -> None:
        super().__init__(text if parent is None and isinstance(text, QWidget) else parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if isinstance(text, str):
            self.setText(text)


class RichLabel(QLabel):
    """A label of markup made by the program; `html.escape` goes before every name put in."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(text)


def as_tip(text: str, heading: str = "") -> str:
    """Return the tooltip that shows every letter of ``text``: Qt guesses at markup there, and cannot be told.

    With a ``heading`` the lines of ``text`` are paragraphs and are wrapped.
    """
    if heading:
        return "".join(
            f"<p>{words}</p>"
            for words in (f"<b>{escape(heading, quote=False)}</b>", *escape(text, quote=False).split("\n"))
        )
    return (
        f'<p style="white-space: pre-wrap">{escape(text, quote=False)}</p>' if QtGui.Qt.mightBeRichText(text) else text
    )
