"""The bare window, on the screen before NumPy is loaded: menu bar, start page, message line, status bar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenuBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rpn_inspector.gui.shell.progress_page import ProgressPage
from rpn_inspector.gui.shell.start_page import StartPage
from rpn_inspector.gui.widgets.focus_ring import in_sight
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.required import required
from rpn_inspector.gui.widgets.theme import Theme, px, text_scale

CAPTIONED = 1356  # px; the top row with captions is narrower, so that captions are hidden in time
SCREEN = 1280  # px of the narrowest screen: no language or size of letters asks for more
BORDER = QSize(16, 48)  # px a window manager may put around a window
MENUS = ("&File", "&Edit", "&View", "&Go", "&Recipe", "&Tools", "&Help")


class MainWindow(QMainWindow):
    """The empty window; needs Qt alone, so that the first paint is early. `Wiring` adds parts and connects signals."""

    dropped = Signal(QMimeData)
    closing = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.takes: Callable[[QMimeData], bool] | None = None  # whether a drag can be opened; None: not yet
        self.setWindowTitle("rpn_inspector")
        self.setAcceptDrops(True)
        self.tabbing = False
        self.resize(1440, 900)
        self._make_top_row()
        self._make_centre()
        self.statusBar().setSizeGripEnabled(False)
        self.start_page.set_theme(theme)
        self.progress_page.set_theme(theme)

    def announce(self, path: Path) -> None:
        """Say that ``path`` is being opened, before there is anything to open it with."""
        self.progress_page.begin(path.name, path)
        self.pages.setCurrentWidget(self.progress_page)

    def fit_screen(self) -> None:
        """Grow with the text, up to the screen's free area less the window's frame."""
        room = self.screen().availableGeometry().size() - BORDER
        self.resize((self.size() * text_scale()).boundedTo(room))

    def _make_top_row(self) -> None:
        row = QWidget()
        row.setObjectName("topRow")
        row.setFixedHeight(px(40))
        self.top_row = QHBoxLayout(row)
        self.top_row.setContentsMargins(8, 0, 12, 0)
        self.top_row.setSpacing(8)
        self.menus = QMenuBar()
        # Minimum: with a px less, Qt would move the last menu into an extension
        self.menus.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.by_name = {name: self.menus.addMenu(tr(name)) for name in MENUS}
        self.menus.setFixedHeight(max(24, self.menus.sizeHint().height()))  # letters of Japanese and Chinese are taller
        self.top_row.addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMenuWidget(row)
        row.installEventFilter(self)

    def _make_centre(self) -> None:
        self.problem = PlainLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.remedy = QPushButton(tr("What would fit?"))
        self.remedy.setObjectName("remedy")
        self.remedy.setToolTip(tr("try the plausible layouts of these outputs against the ground truth"))
        self.remedy.hide()
        self.locate = QPushButton(tr("Locate pictures…"))
        self.locate.setObjectName("locate")
        self.locate.setToolTip(tr("opens the same annotations with the pictures of another folder"))
        self.locate.hide()
        self.away = QToolButton()
        self.away.setToolTip(tr("Hide this line"))
        self.away.setAccessibleName(self.away.toolTip())
        self.problem_line = QWidget()
        self.problem_line.setObjectName("problemLine")
        self.problem_line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(self.problem_line)
        line.setContentsMargins(0, 0, 12, 0)
        line.setSpacing(8)
        line.addWidget(self.problem, 1)
        line.addWidget(self.remedy)
        line.addWidget(self.locate)
        line.addWidget(self.away)
        self.problem_line.hide()
        self.start_page, self.progress_page = StartPage(), ProgressPage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start_page)
        self.pages.addWidget(self.progress_page)
        centre = QWidget()
        self.centre = column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.problem_line)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(centre)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.takes is not None and self.takes(event.mimeData()):
            _as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        _as_copy(event)
        self.dropped.emit(event.mimeData())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_captions()

    def fit_captions(self) -> None:
        """Hide the top row's captions in a narrow window, or where the language's words leave no room for them.

        Called again after captions are added, and whenever something in the row takes another width.
        """
        captions = required(self.menuWidget()).findChildren(QLabel, "caption")
        widths = [label.sizeHint().width() + self.top_row.spacing() for label in captions]
        shown = [width for label, width in zip(captions, widths, strict=True) if not label.isHidden()]
        bare = self.top_row.minimumSize().width() - sum(shown)
        for label in captions:
            label.setVisible(self.width() >= max(px(CAPTIONED), bare + sum(widths)))
        # Qt keeps no room for a bar of the window's own: menus would be lost behind a sign
        self.setMinimumWidth(min(bare, SCREEN))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.menuWidget() and event.type() == QEvent.Type.LayoutRequest:
            self.fit_captions()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Move the focus by Tab, past widgets in a dock behind another dock's tab; ``tabbing`` is true meanwhile."""
        self.tabbing, start = True, QApplication.focusWidget()
        try:
            while super().focusNextPrevChild(next):
                now = QApplication.focusWidget()
                if now is None or now is start or in_sight(now):
                    return True
            return False
        finally:
            self.tabbing = False

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)


def _as_copy(event: QDropEvent) -> None:
    """Accept a drag as a copy: after a move, the source would delete the files."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
