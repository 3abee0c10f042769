"""The ground truths of a finding or of an end: what they are chosen by, their pictures, and a row for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.findings import Found
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.gui.audit.crops import Crops
from rpn_inspector.gui.audit.strip import Strip
from rpn_inspector.gui.widgets.elided_label import ElidedLabel
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.gui.widgets.table import RowTable
from rpn_inspector.gui.widgets.table_model import Column
from rpn_inspector.gui.widgets.theme import Theme, ink, sized

MARGIN = 12
CHIP = 260  # px of a chip's words, which its tooltip has whole


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Listing:
    """What is listed.

    Args:
        title: in a few words.
        found: the places.
        columns: of the table.
        first: column and whether descending, by which the table is sorted at first.
        chips: what the places are chosen by, each with a name and words; a click on one is ``unchosen(name)``.
        empty: why nothing is listed, "" where only the choice leaves nothing.
    """

    title: str
    found: Found
    columns: Sequence[Column]
    first: tuple[int, bool]
    chips: tuple[tuple[str, str], ...] = ()
    empty: str = ""


class PlacesPanel(QWidget):
    """``place_wanted`` emits picture and row of the ground truth to look at, ``unchosen`` the name of a chip."""

    place_wanted = Signal(int, int)
    unchosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._found: Found | None = None
        self.listed = ElidedLabel()
        self.under = ElidedLabel(tr("√area in network px; double click or Enter: look at it"))
        self.crops = Crops(self)
        self.strip = Strip(theme, self.crops)
        self.objects = RowTable(tr("Ground truths"), 3)
        self.objects.enters = True  # Enter looks at the row
        self.objects.setToolTip(tr("double click or Enter: look at it"))
        self.chips: list[QPushButton] = []
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self.listed)
        self._head.addStretch(1)
        self._head.addWidget(self.under)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 6, MARGIN, 4)
        column.setSpacing(4)
        column.addLayout(self._head)
        column.addWidget(self.strip)
        column.addWidget(self.objects, 1)
        model = self.objects.columns_model
        for signal in (model.layoutChanged, model.modelReset):
            signal.connect(self._fill_strip)
        self.objects.chosen.connect(self.strip.mark)
        self.objects.activated.connect(lambda index: self._go(int(model.order[index.row()])))
        self.strip.chosen.connect(self.objects.show_row)
        self.strip.activated.connect(self._go_from_strip)
        self._audit: Audit | None = None
        self.show_places(None, None, None)

    def show_places(self, audit: Audit | None, dataset: Dataset | None, listing: Listing | None) -> None:
        """List the places of an audit; nothing without."""
        self._audit = audit
        self._found = None if listing is None else listing.found
        self.crops.use(audit, dataset)
        self._show_chips(() if listing is None else listing.chips)
        if audit is None or listing is None:
            self.listed.setText("")
            self.objects.empty_words = ""
            self.objects.fill([])
        else:
            self.listed.setText(f"{listing.title}   {listing.found.count:,}")
            self.objects.empty_words = listing.empty or tr("No such ground truth.")
            self.objects.sort_first_by(*listing.first)
            self.objects.fill(list(listing.columns))
        self._fill_strip()
        self.under.setVisible(self._found is not None)

    @property
    def current(self) -> tuple[int, int] | None:
        """Return picture and row of the ground truth chosen in the list, the first without a choice; None for none."""
        order, index = self.objects.columns_model.order, self.objects.currentIndex()
        if self._found is None or not len(order):
            return None
        place = int(order[index.row() if index.isValid() else 0])
        return int(self._found.image[place]), int(self._found.row[place])

    def _show_chips(self, chips: tuple[tuple[str, str], ...]) -> None:
        for chip in self.chips:
            self._head.removeWidget(chip)
            chip.deleteLater()
        self.chips = []
        for at, (name, words) in enumerate(chips):
            chip = QPushButton()
            chip.setObjectName("chip")
            chip.ensurePolished()
            shown = chip.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, CHIP)
            chip.setText(f"{shown} ✕".replace("&", "&&"))
            chip.setAccessibleName(tr("Leave out the choice {words}").format(words=words))
            chip.setToolTip(as_tip(tr("chosen by {words}; a click leaves the choice out").format(words=words)))
            chip.clicked.connect(lambda _=False, name=name: self.unchosen.emit(name))
            self._head.insertWidget(1 + at, chip)
            self.chips.append(chip)

    def _fill_strip(self) -> None:
        found = self._found
        if found is None or not len(self.objects.columns_model.columns):
            self.strip.fill(None, np.empty(0, np.int64), np.empty(0, np.int64))
            self.strip.hide()
            return
        places = self.objects.columns_model.order
        places = places[found.row[places] >= 0]
        self.strip.fill(self._audit, found.row[places], places)
        self.strip.setVisible(bool(len(places)))
        current = self.objects.currentIndex()
        if current.isValid():
            self.strip.mark(int(self.objects.columns_model.order[current.row()]))

    def _go_from_strip(self, index: QModelIndex) -> None:
        self._go(int(self.strip.pictures.places[index.row()]))

    def _go(self, place: int) -> None:
        if self._found is not None:
            self.objects.show_row(place)
            self.strip.mark(place)
            self.place_wanted.emit(int(self._found.image[place]), int(self._found.row[place]))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.listed.setFont(sized(self.font(), 12, bold=True))
        self.under.setFont(sized(self.font(), 11))
        ink(self.under, "text_second")
        self.objects.columns_model.theme = theme
        self.objects.viewport().update()
        self.strip.set_theme(theme)

    def close_down(self) -> None:
        """Stop making pictures."""
        self.crops.close()
