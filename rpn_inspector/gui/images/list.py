"""The list as a table view of one column: quick with a hundred thousand rows, unlike `QListView`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from rpn_inspector.analysis.scan.list_order import Arrangement
from rpn_inspector.analysis.scan.report import ScanReport
from rpn_inspector.gui.images.model import ImagesModel
from rpn_inspector.gui.images.row import HEIGHT, RIGHT, RowDelegate
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.theme import Theme, px, sized
from rpn_inspector.session.state import State

BEYOND = 4  # rows above and below those in sight whose thumbnails are made too: they come in sight next
_OWN_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ImageList(QTableView):
    """Rows of pictures; ``chosen(picture)`` as the user moves, ``looked_at(pictures)`` for visible, unscanned pictures.

    The current row stays at the same height on the screen when the order changes.
    """

    chosen = Signal(int)
    looked_at = Signal(list)

    def __init__(self, model: ImagesModel, theme: Theme) -> None:
        super().__init__()
        self.images = model
        self.delegate = RowDelegate(theme, self)
        self._number: int | None = None
        self._telling = False
        self._closed = False
        self._asked: set[int] = set()
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(tr("Images"))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(px(HEIGHT))
        self.verticalHeader().setDefaultSectionSize(px(HEIGHT))
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().hide()
        self.verticalScrollBar().setSingleStep(px(HEIGHT) // 2)
        self.selectionModel().currentChanged.connect(self._tell)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.delegate.theme = theme
        self.setStyleSheet(f"QTableView {{ background: {theme.dock}; border: 0; }}")
        self.viewport().update()

    def show_state(self, state: State, report: ScanReport | None, number: int | None) -> None:
        """List the state's pictures, picture ``number`` the current row."""
        same = state.dataset is self.images.dataset
        self._keeping_place(lambda: self.images.show(state, report), same, same)
        self.mark(number, not same)

    def arrange(self, wanted: Arrangement, stay: bool = False) -> None:
        """List in another order or with other filters; from the top, unless the current row is in sight or ``stay``."""
        self._keeping_place(lambda: self.images.arrange(wanted), True, stay)

    def mark(self, number: int | None, bring: bool = True) -> None:
        """Make picture ``number`` the current row, and scroll there if ``bring``."""
        self._number = number
        row = self.images.row_of(number) if number is not None else None
        self._telling = True
        self._asked = set()
        if row is None:
            self.selectionModel().clear()
        else:
            index = self.images.index(row)
            self.setCurrentIndex(index)
            if bring:
                self._bring(index)
        self._telling = False

    def stands_on(self, state: State) -> bool:
        """Return whether the user went to the row of the picture chosen here: it stays, the picture follows."""
        return self.images.dataset is state.dataset and self._number == state.index

    def unscanned(self) -> bool:
        """Return whether a row in sight has no numbers yet."""
        return bool(self._missing())

    def close_down(self) -> None:
        """Ask for nothing any more."""
        self._closed = True

    def _keeping_place(self, change: Callable[[], None], keep: bool, stay: bool) -> None:
        """Call ``change`` and scroll to keep a visible current row at the same height, px.

        Args:
            change: changes the model's rows.
            keep: whether to hold a visible current row in place.
            stay: whether to keep the scroll position otherwise, rather than go to the top.
        """
        bar, number = self.verticalScrollBar(), self._number
        row = self.images.row_of(number) if number is not None else None
        top = None if row is None else row * px(HEIGHT) - bar.value()
        in_sight = top is not None and -px(HEIGHT) < top < self.viewport().height()
        before = bar.value()
        self._telling = True
        change()
        self._telling = False
        self.updateGeometries()
        # The reset cleared the current index; `mark` sets the index again without emitting ``chosen``.
        self.mark(number, bring=False)
        row = self.images.row_of(number) if number is not None else None
        if keep and in_sight and row is not None and top is not None:
            bar.setValue(row * px(HEIGHT) - top)
        else:
            bar.setValue(before if stay else 0)

    def _tell(self, current: QModelIndex) -> None:
        if not self._telling and current.isValid():
            self._number = int(self.images.rows[current.row()])
            self.chosen.emit(self._number)

    def event(self, event: QEvent) -> bool:
        """Keep the keys for moving through the rows from the window's shortcuts."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the window's shortcuts: Qt's search over every row would take long."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a visible current row in sight."""
        row = self.currentIndex().row()
        seen = row >= 0 and self._seen(row, event.oldSize().height())
        super().resizeEvent(event)
        width = self.viewport().width()
        self.delegate.margin = max(2, RIGHT - (self.width() - width))
        if seen and event.size().height() != event.oldSize().height():
            self._bring(self.currentIndex())

    def _bring(self, index: QModelIndex) -> None:
        """Scroll to the row by the least distance, or put a far row in the middle."""
        hints = QAbstractItemView.ScrollHint
        top = index.row() * px(HEIGHT) - self.verticalScrollBar().value()
        near = -2 * px(HEIGHT) < top < self.viewport().height() + px(HEIGHT)
        self.scrollTo(index, hints.EnsureVisible if near else hints.PositionAtCenter)

    def _seen(self, row: int, height: int) -> bool:
        top = row * px(HEIGHT) - self.verticalScrollBar().value()
        return -px(HEIGHT) < top < height

    def paintEvent(self, event: QPaintEvent) -> None:
        first, last = self._in_sight()
        for number in self.images.rows[max(first - BEYOND, 0) : first].tolist():
            self.images.thumbs.of(number)  # ordered before those painted, which are made first
        for number in self.images.rows[last : last + BEYOND].tolist():
            self.images.thumbs.of(number)
        super().paintEvent(event)
        if self.images.dataset is not None and not len(self.images.rows):
            self._paint_nothing()
        # Asked on painting, when the visible rows are known; a set asked for before is not asked for again.
        missing = self._missing()
        if not self._asked.issuperset(missing) and not self._closed:
            self._asked = set(missing)
            self.looked_at.emit(_from_the_current(missing, self._number))

    def _missing(self) -> list[int]:
        """Return the visible pictures not scanned yet, from the top."""
        seen = self.images.rows[slice(*self._in_sight())]
        return [number for number in seen.tolist() if not self.images.known(number)]

    def _in_sight(self) -> tuple[int, int]:
        """Return the first visible row, and the one after the last."""
        last = self.rowAt(self.viewport().height() - 1)
        return max(self.rowAt(0), 0), len(self.images.rows) if last < 0 else last + 1

    def _paint_nothing(self) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(sized(self.font(), 11))
        painter.setPen(QColor(self.delegate.theme.text_caption))
        area = self.viewport().rect().adjusted(12, 8, -12, -8)
        wanted = self.images.wanted
        words = tr("No image is like this.")
        if wanted.text:
            words += tr(" Esc clears what was typed.")
        if wanted.filters:
            words += tr(" The crosses above take the filters away.")
        painter.drawText(area, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.delegate.focused = True
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.delegate.focused = False
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.viewport().update()


def _from_the_current(pictures: Sequence[int], number: int | None) -> list[int]:
    """Return the pictures with the current picture first, if included."""
    return sorted(pictures, key=lambda picture: picture != number)
