"""Text as it is written: a name out of a file is never markup, wherever Qt would guess."""

from __future__ import annotations

import re
from html import escape

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

BREAK = "\u200b"  # of no width: a line may end there
LONG = re.compile(r"[^\s<>&;=\"]{32,}")  # a word that alone would widen a panel
PART = re.compile(r".{1,11}[_/.,-]|.{12}")


def breakable(text: str) -> str:
    """Return ``text`` with places to break long words at; no tag of markup is broken."""
    return LONG.sub(lambda word: PART.sub(lambda part: part[0] + BREAK, word[0]), text)


class PlainLabel(QLabel):
    """A label that shows every letter of the text; without this Qt takes ``<b>`` for bold and ``<img>`` for a file."""

    def __init__(self, text: str | QWidget | None = "", parent: QWidget | None = None) -> None:
        super().__init__(text if parent is None and isinstance(text, QWidget) else parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if isinstance(text, str):
            self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(breakable(text))

    def text(self) -> str:
        return super().text().replace(BREAK, "")


class RichLabel(QLabel):
    """A label of markup made by the program; `html.escape` goes before every name put in."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(breakable(text))

    def text(self) -> str:
        return super().text().replace(BREAK, "")


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
