"""The one door for every text the program says itself, so that a `QTranslator` can say it in another language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "rpn_inspector"


def tr(text: str) -> str:
    """Return ``text`` in the user's language, or as it is: a literal with ``{name}`` where `str.format` puts a value.

    Asked when the text is shown, never while a module is loaded: no translator is there yet. A text in a constant is
    translated where it is used.
    """
    return QCoreApplication.translate(CONTEXT, text)


def counted(number: int, one: str, many: str, **more: object) -> str:
    """Return how many there are: ``one`` for a single thing, else ``many``, with ``{n}`` where the number stands.

    Both are literals, and ``more`` what else they hold. A language with other plural forms gives them for ``many``.
    """
    text = QCoreApplication.translate(CONTEXT, many, None, number)
    if text == many and number == 1:
        text = tr(one)
    return text.format(n=f"{number:,}", **more)
