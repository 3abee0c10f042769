"""What the tests of the window do again and again."""

from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.recipe import load_recipe

_BEGINNINGS = WeakKeyDictionary()  # states by what was opened, of each window that tests share


def begin(window):
    """Bring a window that tests share to where a new one begins: empty, on its page, tab and plots, of its size.

    A test that turns something else turns it back, or has a `new_window`.
    """
    begun = _BEGINNINGS.setdefault(window, {None: window.workspace.state})
    window.pages.look("inspect")
    window.tables.setCurrentIndex(0)
    window.main_window.resize(1440, 900)
    window.plots.choose([])
    window.main_window.activateWindow()
    window.workspace._become(begun[None])


def opened(qtbot, window, what, opens):
    """Do ``opens()`` and wait for it; a window that tests share takes the state that came of it before."""
    begun = _BEGINNINGS.get(window, {})
    if what in begun:
        window.workspace._become(begun[what])
        QApplication.processEvents()  # the docks are put back on the next turn
    else:
        opens()
        qtbot.waitUntil(lambda: window.workspace.state.dataset is not None)
    qtbot.waitUntil(lambda: settled(window))
    begun.setdefault(what, window.workspace.state)


def open_demo(qtbot, window):
    opened(qtbot, window, "demo", window.opening.open_demo)


def settled(window):
    state = window.workspace.state
    return not state.busy and not window.quick_moves.moving and (state.shown is not None or state.problem is not None)


def open_simulated(qtbot, window, recipe="torchvision-fpn"):
    """Open the demo's pictures under a recipe of full size, with simulated outputs."""

    def opens():
        open_demo(qtbot, window)
        window.workspace.use_predictions(SimulatedPredictions(), recipe=load_recipe(recipe))

    opened(qtbot, window, recipe, opens)


class Painted(QObject):
    """Counts by name how often widgets are painted, with ``whole`` only where that is all of one."""

    def __init__(self, *, whole=False, **widgets):
        super().__init__()
        self.names, self.counts = {id(widget): name for name, widget in widgets.items()}, dict.fromkeys(widgets, 0)
        self.whole = whole
        for widget in widgets.values():
            widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and (not self.whole or event.rect().size() == watched.size()):
            self.counts[self.names[id(watched)]] += 1
        return False
