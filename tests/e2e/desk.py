"""A user at the real screen: a mouse and a keyboard of the X server, and eyes that read only what can be seen."""

import re
import subprocess
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QTimer,
)
from PySide6.QtGui import QAction, QTextDocumentFragment, QWindow
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QToolTip,
    QWidget,
)
from pytestqt.exceptions import TimeoutError

from rpn_inspector.gui.canvas.hover_words import hover_words
from rpn_inspector.gui.wiring import Wiring


def xdotool(*words: object) -> None:
    subprocess.run(["xdotool", *map(str, words)], check=True)


CAME_MS = 3_000  # however slow the machine, a press has come by then, or has met no widget at all
PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
AGAIN = 5  # times a user tries to click what moves away under the mouse


class Press(QObject):
    """Whether the next click comes to ``wanted``, a widget, one inside it or the one ``aimed`` at in its place."""

    def __init__(self, wanted: QWidget, aimed: QWidget | None) -> None:
        super().__init__()
        self._wanted, self._aimed, self._to = wanted, aimed, None
        self.missed = self.over = False

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:
        if self.over or not isinstance(receiver, QWidget):
            return False
        if event.type() in PRESSES and self._to is None:
            self._to = receiver
            popup = QApplication.activePopupWidget()  # a click beside a menu closes it
            meant = [self._wanted, *(each for each in (self._aimed, popup) if each is not None)]
            self.missed = not any(each is receiver or each.isAncestorOf(receiver) for each in meant)
        elif event.type() == QEvent.Type.MouseButtonRelease and self._to is not None:
            self.over = True
            self.missed |= receiver is self._to and not receiver.rect().contains(event.position().toPoint())
        return False


class Coming(QObject):
    """Whether a window has heard that the mouse moved."""

    came = False

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:
        self.came |= isinstance(receiver, QWindow) and event.type() == QEvent.Type.MouseMove
        return False


class Desk:
    """Mouse, keyboard and eyes at one window; every wait is for something shown."""

    def __init__(self, qtbot: Any, window: Wiring) -> None:
        self.qtbot, self.window = qtbot, window

    def until(self, shown: Callable[[], object]) -> None:
        """Wait until ``shown()`` is true."""
        self.qtbot.waitUntil(lambda: bool(shown()))

    # Mouse

    def place(self, widget: QWidget, at: QPoint | None = None) -> QPoint:
        """Return a point of ``widget`` on the screen, its middle by default; it must not be covered or clipped."""
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # what is about to move has moved
        point = at if at is not None else widget.rect().center()
        assert widget.visibleRegion().contains(point), f"{widget.accessibleName() or widget} cannot be seen at {point}"
        return widget.mapToGlobal(point)

    def move(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Move the mouse there, and let the window see it come."""
        point, app = self.place(widget, at), QApplication.instance()
        # Qt takes no notice of a mouse that stands where it stood for another window, and of two moves hears the last
        for x in (point.x() - 3, point.x()):
            coming = Coming()
            app.installEventFilter(coming)
            try:
                xdotool("mousemove", x, point.y())
                with suppress(TimeoutError):
                    self.qtbot.waitUntil(lambda coming=coming: coming.came, timeout=CAME_MS)
            finally:
                app.removeEventFilter(coming)
        QApplication.processEvents()

    def click(self, widget: QWidget, at: QPoint | None = None, button: int = 1, hold: str = "") -> None:
        """Click there; with ``hold``, while a key such as shift is held.

        Whoever sees the widget move away while they click, clicks it where it went.
        """
        keys = ("keydown", hold) if hold else ()
        ends = ("keyup", hold) if hold else ()
        for _ in range(AGAIN):
            point = self.place(widget, at)
            press, app = Press(widget, QApplication.widgetAt(point)), QApplication.instance()
            app.installEventFilter(press)
            try:
                xdotool("mousemove", point.x(), point.y(), *keys, "click", button, *ends)
                QApplication.processEvents()
                with suppress(TimeoutError):
                    self.qtbot.waitUntil(lambda press=press: press.over, timeout=CAME_MS)
            finally:
                app.removeEventFilter(press)
            if not press.missed:
                return

    def drag(self, widget: QWidget, start: QPoint, end: QPoint, steps: int = 6) -> None:
        """Press at ``start`` of ``widget``, go to ``end`` in steps, and let go there."""
        begin, stop = self.place(widget, start), widget.mapToGlobal(end)
        xdotool("mousemove", begin.x(), begin.y(), "mousedown", 1)
        for step in range(1, steps + 1):
            point = begin + (stop - begin) * (step / steps)
            xdotool("mousemove", point.x(), point.y())
            QApplication.processEvents()
        xdotool("mouseup", 1)
        QApplication.processEvents()

    def wheel(self, widget: QWidget, notches: int, at: QPoint | None = None) -> None:
        """Turn the wheel, away from the user for a positive number."""
        point = self.place(widget, at)
        button = 4 if notches > 0 else 5
        xdotool("mousemove", point.x(), point.y(), "click", "--delay", 5, "--repeat", abs(notches), button)
        QApplication.processEvents()

    # Keyboard

    def key(self, *names: str) -> None:
        """Press keys by their X names, such as ctrl+k."""
        xdotool("key", "--clearmodifiers", *names)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text."""
        xdotool("type", "--clearmodifiers", "--delay", 8, text)
        QApplication.processEvents()

    def write(self, field: QWidget, text: str) -> None:
        """Click into a field and type over what stands in it."""
        self.click(field, QPoint(min(40, field.width() // 2), field.height() // 2))
        self.until(lambda: field.hasFocus())
        self.key("ctrl+a")
        self.type(text)
        self.until(lambda: written(field) == text)

    def bring(self, dialog: QWidget) -> None:
        """Give a window of its own the keyboard, as a window manager would: under a bare X server there is none."""
        self.until(dialog.isVisible)
        dialog.activateWindow()
        self.until(dialog.isActiveWindow)

    # Menus and dialogs

    def choose(self, *path: str) -> None:
        """Choose a command of the menu bar with the mouse: its menu, then its entries."""
        bar = self.window.main_window.menus
        for _ in range(AGAIN):  # whoever sees no menu open clicks once more
            self.click(bar, bar.actionGeometry(action_of(bar, path[0])).center())
            with suppress(TimeoutError):
                self.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=CAME_MS)
                break
        for number, name in enumerate(path[1:], 2):
            menu = self.menu()
            entry = menu.actionGeometry(action_of(menu, name))
            self.click(menu, entry.center())
            if number < len(path):
                self.until(lambda menu=menu: QApplication.activePopupWidget() is not menu)

    def menu(self) -> QMenu:
        """Return the menu that is open."""
        self.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        return found

    def unfold(self, button: Any, name: str) -> None:
        """Click a button that has a menu, and an entry of the menu."""
        opened = lambda: button.menu() if button.menu().isVisible() else None  # noqa: E731
        self.during(lambda: self.click(button), opened, lambda _: self.pick(name))

    def pick(self, name: str) -> None:
        """Click an entry of the menu that is open."""
        menu = self.menu()
        self.click(menu, menu.actionGeometry(action_of(menu, name)).center())

    def select(self, box: QComboBox, text: str) -> None:
        """Choose an entry of a combo box with the mouse."""
        self.click(box)
        view = box.view()
        self.until(view.isVisible)
        index = box.model().index(box.findText(text), 0)
        assert index.isValid(), f"no {text!r} in {[box.itemText(n) for n in range(box.count())]}"
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())
        self.until(lambda: not view.isVisible())

    def during(self, begin: Callable[[], None], found: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Do ``begin``, which opens a menu or dialog that waits for its answer, and answer it with ``then``."""
        timer, errors, done = QTimer(), list[BaseException](), list[bool]()

        def look() -> None:
            what = found()
            if not what:
                return
            timer.stop()
            try:
                then(what)
            except BaseException as error:  # handed on below, outside of Qt
                errors.append(error)
                close_all()
            done.append(True)

        timer.timeout.connect(look)
        timer.start(20)
        try:
            begin()
            self.until(lambda: done)
        finally:
            timer.stop()
        if errors:
            raise errors[0]

    def dialog(self) -> QDialog | None:
        """Return the dialog that waits for an answer."""
        found = QApplication.activeModalWidget()
        return found if isinstance(found, QDialog) and found.isVisible() else None

    def answer(self, begin: Callable[[], None], text: str) -> None:
        """Do ``begin``, which opens a file dialog, perhaps over another dialog, and type a path into it."""
        before = self.dialog()

        def fill(dialog: QDialog) -> None:
            self.bring(dialog)
            field = next(line for line in dialog.findChildren(QLineEdit) if line.isVisible())
            self.until(field.hasFocus)
            self.key("ctrl+a")
            self.type(text)
            self.until(lambda: field.text() == text)
            self.key("Return")

        self.during(begin, lambda: found if (found := self.dialog()) is not before else None, fill)

    # Eyes

    def reads(self, widget: QWidget | None = None) -> str:
        """Return every text that stands on the screen inside ``widget``, the whole window by default."""
        root = widget if widget is not None else self.window.main_window
        return "\n".join(text for found in [root, *root.findChildren(QWidget)] if (text := seen(found)))

    def reads_soon(self, text: str, widget: QWidget | None = None) -> None:
        """Wait until ``text`` can be read."""
        try:
            self.until(lambda: text in self.reads(widget))
        except Exception as error:
            raise AssertionError(f"{text!r} never stood in:\n{self.reads(widget)}") from error

    def reads_image(self, number: int, of: int | None = None) -> None:
        """Wait until the status bar says which picture is shown, in short where the cursor needs its room."""
        count = r"[\d,]+" if of is None else f"{of:,}"
        words, bar = re.compile(rf"^(image {number} of|{number} /) {count}$", re.M), self.window.main_window.statusBar()
        self.until(lambda: words.search(self.reads(bar)))

    def tip(self) -> str:
        """Wait for a tooltip, and read it."""
        self.until(QToolTip.isVisible)
        return plain(QToolTip.text())

    def pointed_words(self) -> str:
        """Read what stands beside the cursor of the anchors under it, empty where none is pointed at."""
        scene = self.window.canvas._scene
        return "\n".join(hover_words(scene)) if scene is not None and scene.pointed else ""

    def cell(self, table: QAbstractItemView, row: int, title: str) -> str:
        """Read a cell of a table by its column's title; it must be in view."""
        model, index = table.model(), None
        for column in range(model.columnCount()):
            if is_head(model.headerData(column, _horizontal()), title):
                index = model.index(row, column)
        assert index is not None, f"no column {title!r}"
        assert in_view(table, index), f"row {row} of {title!r} is not in view"
        return str(index.data())

    def head(self, header: QHeaderView, title: str) -> QPoint:
        """Return where a column's head stands."""
        model: QAbstractItemModel = header.model()
        column = next(n for n in range(model.columnCount()) if is_head(model.headerData(n, _horizontal()), title))
        return QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) // 2, header.height() // 2)


def close_all() -> None:
    """Close every menu and dialog that is open, so that a failed test does not hold up the next one."""
    while (popup := QApplication.activePopupWidget() or QApplication.activeModalWidget()) is not None:
        popup.close()


def action_of(menu: Any, name: str) -> QAction:
    """Return a menu's entry by the words a user reads."""
    plain_ = {action.text().replace("&", "").split("\t")[0]: action for action in menu.actions()}
    assert name in plain_, f"no {name!r} among {list(plain_)}"
    return plain_[name]


def written(field: QWidget) -> str:
    """Return what stands in a field to write in, also one inside a widget of more parts."""
    line = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    return line.text()


def in_view(view: QAbstractItemView, index: QModelIndex) -> bool:
    """Return whether an item of a list or table stands in the part that is seen."""
    place = view.visualRect(index)
    return not place.isEmpty() and view.viewport().visibleRegion().intersects(place)


def seen(widget: QWidget) -> str:
    """Return what a widget says to one who looks, empty where none of it can be seen."""
    if not widget.isVisible() or widget.visibleRegion().isEmpty():
        return ""
    if isinstance(widget, QLabel | QAbstractButton):
        return plain(widget.text())
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        return "\n".join(rows_in_view(widget))
    return ""


def rows_in_view(view: QAbstractItemView) -> list[str]:
    """Return the rows of a list or table that are seen, their cells by tabs."""
    model, area = view.model(), view.viewport().rect()
    rows, columns = [], 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    first = max(view.indexAt(QPoint(area.left() + 2, area.top() + 2)).row(), 0)
    for row in range(first, min(first + 60, model.rowCount())):
        cells = [model.index(row, column) for column in range(columns)]
        found = [str(cell.data() or "") for cell in cells if in_view(view, cell)]
        if found:
            rows.append("\t".join(found))
    return rows


def plain(text: str) -> str:
    """Return rich text as it reads."""
    rich = text.startswith("<") or "</" in text or "<br" in text
    return QTextDocumentFragment.fromHtml(text).toPlainText() if rich else text


def box_on_screen(canvas: Any, box: Any) -> QRect:
    """Return a box (4,) of network px in the canvas' own px."""
    x1, y1, x2, y2 = (float(edge) for edge in box)
    return QRect(canvas.to_widget(x1, y1).toPoint(), canvas.to_widget(x2, y2).toPoint())


def is_head(text: Any, title: str) -> bool:
    """Return whether a head is that of column ``title``; the one sorted by bears an arrow."""
    return str(text).rstrip(" ↑↓") == title


def _horizontal() -> Any:
    from PySide6.QtCore import Qt

    return Qt.Orientation.Horizontal
