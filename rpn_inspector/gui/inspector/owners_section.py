"""The ground truths that teach the selected anchor, where it has several pairs: a section of the inspector."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.owners import owners_of, owners_table
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import RichLabel
from rpn_inspector.gui.widgets.theme import Theme, ink


class OwnersSection(QWidget):
    """A row for each ground truth and the sums, under links; ``chosen`` emits a ground truth, from 0."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Ground truths of the anchor"))
        self.links, self.table = RichLabel(), FactTable(tr("Pairs of this anchor"), ("", "", "", ""))
        self.links.setWordWrap(True)
        self.links.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.links.linkActivated.connect(lambda number: self.chosen.emit(int(number)))
        self._ink = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table)
        column.addWidget(self.links)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.table.set_theme(theme)
        self._ink = theme.text
        ink(self.links, "text_second")

    def show_anchor(self, inspection: Inspection | None, anchor: int | None) -> bool:
        """Show an anchor's ground truths, and return whether it has several pairs."""
        if inspection is None or anchor is None or inspection.assignment.listed is None:
            self.table.fill([])
            self.links.setText("")
            return False
        found = owners_table(inspection, anchor)
        self.table.show_table(found)
        several = owners_of(inspection, anchor) if found.rows else ()
        names = [
            f'<a style="color: {self._ink}" href="{owner.gt}">{escape(str(owner.gt + 1))}</a>' for owner in several
        ]
        self.links.setText(tr("Show ground truth {numbers}").format(numbers=" · ".join(names)) if names else "")
        self.links.setVisible(bool(names))
        return bool(found.rows)
