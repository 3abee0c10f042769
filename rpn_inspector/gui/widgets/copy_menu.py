"""A menu that copies what stands under the mouse, or what that is a part of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from rpn_inspector.core.formulas.digits import MINUS
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.gui.widgets.i18n import tr

LONGEST = 40  # letters of a text named in the menu


def pasteable(text: str) -> str:
    """Return a number as other programs read it, with the minus of a keyboard."""
    return text.replace(MINUS, "-")


def copy_of(text: str) -> list[tuple[str, str]]:
    """Return the entry that copies ``text`` as a number or words, none of an empty text."""
    name = tr("Copy {text}").format(text=one_line(text, LONGEST).replace("&", "&&"))
    return [(name, pasteable(text))] if text else []


def offer_copies(widget: QWidget, at: QPoint, texts: Sequence[tuple[str, str]]) -> None:
    """Show a menu at a place of the screen: names with the ``texts`` that they copy, then the widget's own actions."""
    if not texts and not widget.actions():
        return
    menu = QMenu(widget)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for name, text in texts:
        menu.addAction(name, partial(QGuiApplication.clipboard().setText, text))
    menu.addActions(widget.actions())
    menu.popup(at)
