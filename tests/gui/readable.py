"""Everything that can be read in a window, to be compared with what another window shows of the same state."""

from collections import Counter

from PySide6.QtCore import QByteArray, QCryptographicHash, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QTabBar,
    QWidget,
)

from rpn_inspector.gui.canvas import Canvas
from rpn_inspector.gui.compare.pictures import ComparedSide
from rpn_inspector.gui.inspector.history import HistoryPlot
from rpn_inspector.gui.plots.titled_plot import PlotCell
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.gui.widgets.plot_paper import PlotPaper
from rpn_inspector.gui.widgets.table import RowTable
from rpn_inspector.session.layers import LAYERS

ROWS = 25  # of a table that are read
SETTLING = ("plots", "images", "quick_moves")  # parts whose single-shot timers end with a drawing


def at_rest(window):
    """Return whether nothing is on its way: no picture, no number, no list, no drawing."""
    state, images = window.workspace.state, window.images
    if state.busy or window.opening._job is not None or images.scanner.running or images.linter.running:
        return False
    if not (window.render_queue.idle and window.panel_queue.idle) or window.quick_moves.moving:
        return False
    if any(worker._ticket != worker._last for worker in window.main_window.findChildren(LatestWorker)):
        return False
    made = vars(window)  # of the pages that are made when first looked at
    if "compare" in made and window.compare.active and window.compare.other.state.busy:
        return False
    if "audit" in made and window.audit.auditor.work:
        return False
    timers = [timer for part in SETTLING for timer in getattr(window, part).findChildren(QTimer)]
    return not any(timer.isActive() for timer in timers if timer.isSingleShot())


def readable(window):
    """Return what can be read, as a count of (place, what): the title, and all that is visible of the main window."""
    window.say("")  # a message of the status bar hides labels, and goes by itself
    found = Counter([("title", window.main_window.windowTitle())])
    skipped = {window.status_line.labels["time"], window.top_bar.find}
    if "audit" in vars(window):
        skipped.add(window.audit.progress_words)  # how long the counting took
    for widget in window.main_window.findChildren(QWidget):
        if widget.isVisible() and widget not in skipped and not widget.objectName().startswith("qt_"):
            place = _place(widget)
            found.update((place, what) for what in _said(widget) if what not in ("", ()))
    return found


def _place(widget):
    """Return the names of a widget and those around it, from the inside."""
    names = []
    while widget is not None:
        name = widget.objectName() or type(widget).__name__
        if not name.startswith("qt_") and not isinstance(widget, QTabBar):
            names.append(name)
        widget = widget.parentWidget()
    return " < ".join(names[:4])


def _said(widget):
    """Yield what a reader, a screen reader or a tooltip says of ``widget``."""
    yield from (widget.accessibleDescription(), widget.toolTip())
    if not isinstance(widget, QAbstractItemView):
        yield widget.accessibleName()
    if isinstance(widget, QLabel) and widget.toolTip().startswith(widget.text().partition("…")[0]):
        return  # the tooltip has the whole text, of which there is room for a part
    if isinstance(widget, QLabel | QLineEdit | QAbstractSpinBox):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield widget.currentText().rpartition("/")[2]  # outputs of one name bear their folder too, once both were open
    elif isinstance(widget, QAbstractButton):
        yield widget.text(), widget.isChecked(), widget.isEnabled(), str(getattr(widget, "count", ""))
    elif isinstance(widget, QTabBar):
        yield tuple(widget.tabText(n) for n in range(widget.count()) if widget.isTabVisible(n))
    elif isinstance(widget, QProgressBar):
        yield widget.value(), widget.maximum()
    elif isinstance(widget, RowTable):
        yield _table(widget)
    elif isinstance(widget, QAbstractItemView):
        model = widget.model()
        rows = [model.index(n, 0) for n in range(model.rowCount())]
        yield (
            tuple(str(model.data(row, Qt.ItemDataRole.AccessibleTextRole)) for row in rows),
            widget.currentIndex().row(),
        )
    elif isinstance(widget, Canvas):
        yield _scene(widget), widget.ruler_words
        if not isinstance(widget.parentWidget(), ComparedSide):  # whose size depends on what was compared before
            yield _pixels(widget)
    elif isinstance(widget, HistoryPlot):
        yield str(widget.history is None), widget.step
    elif isinstance(widget, PlotCell):
        yield widget.key, widget.pages.currentWidget() is widget.plot
    elif isinstance(widget, PlotPaper):
        yield _drawn(widget)


def _table(table):
    """Return heads, the first rows by number whatever the order, the number of rows, and the one selected."""
    model = table.columns_model
    shown = sorted(model.order.tolist())
    rows = tuple(tuple(column.text(row) for column in model.columns) for row in shown[:ROWS])
    current = table.currentIndex()
    chosen = int(model.order[current.row()]) if current.isValid() else None
    return tuple(column.title for column in model.columns), rows, len(shown), chosen, "" if shown else table.empty_words


def _scene(canvas):
    """Return what is drawn on a canvas."""
    shown, scene = canvas._shown, canvas._scene
    if shown is None or scene is None:
        return shown, scene
    counts = tuple(str(scene.layers.count(layer)) for layer in LAYERS)
    drawn = sorted(scene.visible), scene.selection, scene.gt, scene.heat, scene.pointed
    return shown.dataset.root, shown.index, shown.recipe.name, *map(str, drawn), counts, canvas.hand.box


def _pixels(canvas):
    """Return a digest of the painted canvas."""
    image = canvas.grab().toImage()
    made = QCryptographicHash.hash(QByteArray(bytes(image.constBits())), QCryptographicHash.Algorithm.Md5)
    return bytes(made.data()).hex()[:12]


def _drawn(paper):
    """Return the numbers of what is drawn on a plot: curves, points, bars and lines, 4 digits each."""
    items = []
    for item in paper._items:
        if not item.isVisible():
            continue
        if hasattr(item, "getData"):
            columns = item.getData()
            items.append(
                tuple(tuple(round(float(v), 4) for v in column[:ROWS]) for column in columns if column is not None)
            )
        elif hasattr(item, "value"):
            items.append(round(float(item.value()), 4))
        elif hasattr(item, "toPlainText"):
            items.append(item.toPlainText())
    return str(sorted(map(str, items)))
