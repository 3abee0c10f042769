"""A menu that copies what stands under the mouse, or what that is a part of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from rpn_inspector.core.formulas.digits import MINUS
from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.gui.widgets.i18n import tr

LONGEST = 40  # letters of a text named in the menu
COPY_NOTE = "copy_note"  # the property of a place: a line before what is copied there, as a mark of a what-if
GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")


def pasteable(text: str) -> str:
    """Return a number as other programs read it, with the minus of a keyboard and no commas; words as they are."""
    plain = text.replace(MINUS, "-")
    return plain.replace(",", "") if GROUPED.fullmatch(plain) else plain


def copy_note(widget: QWidget) -> str:
    """Return the line before what is copied of a widget: that of the nearest place around it that has one."""
    place: QWidget | None = widget
    while place is not None and place.property(COPY_NOTE) is None:
        place = place.parentWidget()
    return "" if place is None else str(place.property(COPY_NOTE))


def copy_of(text: str) -> list[tuple[str, str]]:
    """Return the entry that copies ``text`` as a number or words, none where there is no value."""
    name = tr("Copy {text}").format(text=one_line(text, LONGEST).replace("&", "&&"))
    return [] if text in ("", NOTHING) else [(name, pasteable(text))]


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
