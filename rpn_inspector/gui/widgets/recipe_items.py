"""The shipped recipes in a list, each with a line that says what it is and when to choose it, and what follows them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QFileDialog, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rpn_inspector.core.recipe import list_recipes, shipped_words
from rpn_inspector.gui.widgets.fields import ListField
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.gui.widgets.theme import sized

NOTE = Qt.ItemDataRole.UserRole + 7
NAMES, NOTES, AFTER = 200, 560, 8  # px of the names, of the notes at the most, and after them
RECIPE_FILE, OUTPUTS_FILE, OUTPUTS_FOLDER = "Recipe file…", "Raw outputs, file…", "Raw outputs, folder…"
Index = QModelIndex | QPersistentModelIndex
AskOutputs = Callable[[QWidget, bool], Path | None]  # asks for a file of raw outputs, or a folder


def asked_recipe(parent: QWidget) -> Path | None:
    """Ask for a recipe's file; None where none was chosen."""
    path, _ = QFileDialog.getOpenFileName(parent, tr("Open a recipe"), "", tr("Recipes (*.toml);;All files (*)"))
    return Path(path) if path else None


def step_name(step: int) -> str:
    """Return the entry of a checkpoint."""
    return tr("step {step}").format(step=f"{step:,}")


class NotedItems(QStyledItemDelegate):
    """Paints an item's note behind its name, cut where there is no room."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        own = super().sizeHint(option, index)
        return QSize(NAMES + NOTES + AFTER, own.height()) if index.data(NOTE) else own

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        note = index.data(NOTE)
        if not note:
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.PlaceholderText
        place = option.rect.adjusted(NAMES, 0, -AFTER, 0)
        painter.save()
        painter.setFont(sized(option.font, 11))
        painter.setPen(option.palette.color(role))
        words = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()


class RecipeField(ListField):
    """A list of recipes, and of what else there is to choose."""

    def __init__(self) -> None:
        super().__init__()
        self._notes = NotedItems(self)
        self.setItemDelegate(self._notes)

    def add_shipped(self) -> None:
        """Append every shipped recipe, with its words behind the name and as its tooltip."""
        for name in list_recipes():
            self.addItem(name)
            self.setItemData(self.count() - 1, shipped_words(name), NOTE)
            self.setItemData(self.count() - 1, as_tip(shipped_words(name)), Qt.ItemDataRole.ToolTipRole)
