"""The program brought into a state, from which a test makes it leave: ``python leaver.py STATE`` says "ready"."""

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QTimer

from rpn_inspector.analysis.export_dataset import ExportCancelled
from rpn_inspector.core.resources import resource
from rpn_inspector.core.what_if import WhatIf
from rpn_inspector.gui import wiring as windows
from rpn_inspector.gui.commands import export_run
from rpn_inspector.gui.commands.save_view import SaveViewDialog
from rpn_inspector.gui.images import scan_thread
from rpn_inspector.gui.open import open_controller


def shown(window: windows.Wiring) -> bool:
    state = window.workspace.state
    return state.shown is not None and not state.busy


def begin_slowly(window: windows.Wiring) -> None:
    def read(wanted: object, progress: Callable[[int, int], bool], early: object) -> None:
        while not progress(1, 100):
            time.sleep(0.005)
        raise ExportCancelled("stopped")

    open_controller.open_or_ask = read
    window.opening.open_path(resource("demo"))


def scan_slowly(window: windows.Wiring) -> None:
    def scan(*words: object) -> object:
        stopped = words[-1]
        while not stopped():
            time.sleep(0.005)
        yield from ()

    scan_thread.scan = scan
    window.opening.open_demo()


def export_slowly(window: windows.Wiring) -> None:
    def export(*_: object, progress: Callable[[int, int], bool], **__: object) -> None:
        print("ready", flush=True)
        while not progress(1, 100):
            time.sleep(0.005)
        raise ExportCancelled("stopped")

    export_run.export_dataset = export
    state = window.workspace.state
    assert state.dataset is not None
    assert state.predictions is not None
    choice = export_run.ExportChoice(dataset=state.dataset, recipe=state.recipe, outputs=state.predictions)
    export_run.write_export(window, choice, resource("demo") / "never.json", "coco")


def try_out(window: windows.Wiring) -> None:
    window.workspace.focus_gt(0)
    anchor = window.workspace.state.selection
    window.workspace.try_out(WhatIf(index=anchor, t=(0.5, 0.5, 0.5, 0.5)))
    assert window.workspace.state.shown.what_if is not None


def float_panel(window: windows.Wiring) -> None:
    window.docks.unlock(True)
    window.docks.by_name["Images"].setFloating(True)


def save(window: windows.Wiring) -> None:
    QTimer.singleShot(300, lambda: print("ready", flush=True))
    window.menus.by_name["Save the view…"].trigger()
    dialog = window.navigate.dialog
    assert isinstance(dialog, SaveViewDialog)
    dialog.save_button.click()  # asks for the file, over the dialog that asks for the size


# what is done at once, when that has come about, what is done then; the last two say "ready" themselves
STATES = {
    "empty": (None, lambda window: window.inspect is not None, None),  # made: until then the loop hears nothing
    "loading": (begin_slowly, lambda window: window.opening.reading, None),
    "shown": (lambda window: window.opening.open_demo(), shown, None),
    "scanning": (scan_slowly, shown, None),
    "what-if": (lambda window: window.opening.open_demo(), shown, try_out),
    "floating": (lambda window: window.opening.open_demo(), shown, float_panel),
    "keys": (lambda window: window.opening.open_demo(), shown, lambda window: window.command_windows.open_keys()),
    "exporting": (lambda window: window.opening.open_demo(), shown, export_slowly),
    "dialog": (lambda window: window.opening.open_demo(), shown, save),
}


class Prepared(windows.Wiring):
    """A window that brings itself into the state."""

    def __init__(self, *words: object, **named: object) -> None:
        super().__init__(*words, **named)
        self.memory["tour_seen"] = True
        self.first, self.come_about, self.then = STATES[sys.argv[1]]
        self.timer = QTimer(self, interval=20)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> None:
        if self.first is not None:
            self.first(self)
            self.first = None
        if self.main_window.isActiveWindow() and self.come_about(self):
            self.timer.stop()
            if self.then is not None:
                self.then(self)
            if self.then not in (export_slowly, save):
                QTimer.singleShot(0, lambda: print("ready", flush=True))


if __name__ == "__main__":
    windows.Wiring = Prepared
    from rpn_inspector.cli.program import main

    sys.exit(main(["open"]))
