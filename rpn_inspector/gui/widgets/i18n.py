"""The one door for every text of the program, so that a `QTranslator` can translate."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.core.text import Text

CONTEXT = "rpn_inspector"


def tr(text: str, number: int = -1) -> str:
    """Return ``text`` in the user's language, or unchanged: a literal with ``{name}`` for `str.format`.

    Called when the text is shown, never at import, before a translator is installed. A text in a constant is translated
    at the place of use. ``number`` chooses a plural form, -1 none.
    """
    return QCoreApplication.translate(CONTEXT, text, None, number)


def said(text: Text | str) -> str:
    """Return a text made below the window in the user's language; a plain ``text`` is a symbol or a name, and stays."""
    return text.translated(tr) if isinstance(text, Text) else text


def refused(error: Exception) -> str:
    """Return an error's line in the user's language."""
    return one_line(said(error.text) if isinstance(error, InspectorError) else str(error))


def titled(text: Text) -> str:
    """Return a text made below the window as a title or sentence begins."""
    words = said(text)
    return words[:1].upper() + words[1:]


def counted(number: int, one: str, many: str, **more: object) -> str:
    """Return a count in words: ``one`` for 1, else ``many``, with ``{n}`` replaced by the number.

    Both are literals; ``more`` are further values. A language translates ``many`` alone, into each of its plural forms.
    """
    text = QCoreApplication.translate(CONTEXT, many, None, number)
    if text == many and number == 1:
        text = one
    return text.format(n=f"{number:,}", **more)
