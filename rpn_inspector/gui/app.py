"""Starting the window, or drawing the window to a file."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEventLoop, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon, QImageWriter
from PySide6.QtWidgets import QApplication

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.core.resources import resource
from rpn_inspector.data.output_file import check_output, write_whole
from rpn_inspector.gui.shell.application import application
from rpn_inspector.gui.shell.garbage import collected_here
from rpn_inspector.gui.shell.main_window import MainWindow
from rpn_inspector.gui.shell.quit_signals import closing_on_signals
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.languages import speak
from rpn_inspector.gui.widgets.theme import apply, theme_for
from rpn_inspector.session import settings
from rpn_inspector.session.ending import end_soon
from rpn_inspector.session.open_request import left_out
from rpn_inspector.session.problem import Problem, ProblemKind
from rpn_inspector.session.sources import DRAWN, SOFTWARE, sources_of

if TYPE_CHECKING:
    from rpn_inspector.data.datasets.open_dataset import Options
    from rpn_inspector.gui.wiring import Wiring
    from rpn_inspector.session.state import State
    from rpn_inspector.session.workspace import Workspace

PATIENCE_MS = 300_000  # the longest a screenshot waits for the picture
MAPPED_SECONDS = 0.5  # the longest the program waits for the screen to show the window
SWITCH_SECONDS = 0.0005  # the longest a thread may keep the window waiting; Python's default is ten times as long


def run(
    dataset: str | Path | None = None,
    predictions: str | Path | None = None,
    recipe: str | None = None,
    image: str | None = None,
    select: int | None = None,
    screenshot: str | Path | None = None,
    layout: str | Path | None = None,
    options: Options | None = None,
    step: int | None = None,
    say: Callable[[str], object] | None = None,
    follow: bool = False,
    image_path: str | None = None,
    language: str | None = None,
) -> int:
    """Open the window; with ``screenshot``, draw the window to a file once everything is painted, and return.

    Args:
        dataset: a path, None for the start page or the last session; raw outputs alone wait for what is opened next.
        predictions: raw outputs for the dataset.
        recipe: the name of a shipped recipe or a TOML file; wins over a recipe named by the outputs.
        image: the name of the first picture to show.
        select: the flat index of the anchor to select once the picture is shown.
        screenshot: a PNG file to write instead of waiting for the user.
        layout: a file saying the layout of ``predictions``.
        options: the manner of opening the dataset.
        step: the training step in a folder of checkpoints, None for the last.
        say: told in a line each which files beside ``dataset`` look like annotations, and which parts of the outputs,
            were not read.
        follow: whether ``dataset`` is a training recorded as it runs, to be followed.
        image_path: the first picture by the path another tool knows it under, in place of ``image``.
        language: one of `LANGUAGES`, ``system`` for the system's, None for the environment's or the remembered one.

    Returns:
        The exit code; 128 + the signal's number after a signal.

    Raises:
        InspectorError: for a failed opening with ``screenshot``, where else the window shows the message, and for an
            unknown language.
    """
    if screenshot is not None and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if "offscreen" in os.environ.get("QT_QPA_PLATFORM", ""):
        qInstallMessageHandler(_tell)
    made = QApplication.instance()
    app = made if isinstance(made, QApplication) else application(sys.argv[:1])
    app.setApplicationName("rpn-inspector")
    app.setApplicationDisplayName("rpn_inspector")
    app.setWindowIcon(QIcon(str(resource("app", "rpn-inspector.png"))))
    app.setDesktopFileName("rpn-inspector")
    sys.setswitchinterval(SWITCH_SECONDS)
    remembered = settings.load()
    speak(app, language, remembered.get("language"))
    theme = theme_for(app, remembered.get("colours"))
    apply(app, theme)
    main_window = MainWindow(theme)

    faults: list[BaseException] = []

    def leave() -> bool:
        """Close the modal dialogs, then the window, and end the loop of events; False if the window stays."""
        while (dialog := app.activeModalWidget()) is not None and dialog.close():
            pass
        if not main_window.close():
            return False
        app.quit()
        return True

    def fill() -> int:
        # Imported here: the empty window is on the screen before this slow import.
        from rpn_inspector.gui.wiring import Wiring
        from rpn_inspector.session.dropped import is_dump

        wiring = Wiring(theme, main_window, remembers=screenshot is None)
        app.styleHints().colorSchemeChanged.connect(lambda _: wiring.retheme())
        if recipe is not None:
            wiring.navigate.choose_recipe(recipe)
            wiring.opening.keep_recipe = True
        if screenshot is not None:
            wiring.opening.attended = False
            main_window.resize(1440, 900)
            main_window.show()
        if say is not None:
            say_unread(wiring.workspace, say, told=screenshot is not None)  # a drawing that fails is told by its end
        if dataset is not None and follow:
            wiring.training.follow(Path(dataset))
        elif dataset is not None and predictions is None and screenshot is None and is_dump(Path(dataset)):
            wiring.opening.wait_with(Path(dataset))
        elif dataset is not None:
            outputs = Path(predictions) if predictions is not None else None
            named = Path(layout) if layout is not None else None
            wiring.opening.open_path(Path(dataset), outputs, image, named, options, step, image_path)
        elif screenshot is None:
            wiring.opening.reopen()
        app.processEvents()
        if select is not None:
            _select_when_shown(wiring, select)
        if screenshot is not None:
            return _draw(app, wiring, Path(screenshot), dataset is not None, select, predictions is not None, faults)
        if not main_window.isVisible():
            return 0  # closed while loading: the loop would never end
        wiring.help_windows.greets = True
        QTimer.singleShot(0, wiring, wiring.build_canvas)
        return int(app.exec())

    with collected_here():
        try:
            if screenshot is not None:
                with _raised_in_qt(faults):
                    return fill()
            with closing_on_signals(leave, end_soon) as signals:
                announced = Path(dataset) if dataset is not None else settings.last_opened(settings.load())
                if announced is not None:
                    main_window.announce(announced)
                main_window.fit_screen()
                main_window.show()
                _painted(app, main_window)  # before NumPy and the rest are imported
                code = fill() if main_window.isVisible() else 0
            return 128 + signals[0] if signals else code  # the shell's convention
        finally:
            main_window.close()
            main_window.deleteLater()
            app.processEvents()


def _painted(app: QApplication, window: MainWindow) -> None:
    """Return once the window is on the screen and painted, after `MAPPED_SECONDS` at the latest."""
    end = time.monotonic() + MAPPED_SECONDS
    handle = window.windowHandle()
    while handle is not None and not handle.isExposed() and window.isVisible() and time.monotonic() < end:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
    app.processEvents()


def _tell(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Print Qt's own messages except the complaint on every off-screen window."""
    # The offscreen platform repeats this message for every window.
    if "propagateSizeHints" not in message:
        with contextlib.suppress(OSError, ValueError):
            print(one_line(message), file=sys.stderr)


def _select_when_shown(wiring: Wiring, anchor: int) -> None:
    pending = [anchor]

    def select(_: object, state: object) -> None:
        if pending and wiring.workspace.state.shown is not None:
            number = pending.pop()
            size = wiring.workspace.state.shown.inspection.grid.size
            if 0 <= number < size:
                wiring.workspace.select(number)
            else:
                words = tr("anchor {number}: wanted 0 to {last}").format(number=number, last=size - 1)
                wiring.fail(Problem.general(words))

    wiring.workspace.subscribe(select)


def say_unread(workspace: Workspace, say: Callable[[str], object], told: bool = False) -> None:
    """Call ``say`` with what was not read of the first dataset and of the first outputs, a line each.

    Those are files that look like annotations, checkpoints without a place in time, and records; and the reason where
    nothing could be opened at all, unless another has ``told`` it.
    """
    waiting = {"annotations", "outputs", *(() if told else ("nothing",))}

    def tell(_: object, state: State) -> None:
        if "nothing" in waiting and (state.problem is not None or state.dataset is not None):
            waiting.remove("nothing")
            if state.dataset is None and state.problem is not None:
                say(state.problem.text)
        if "annotations" in waiting and state.dataset is not None:
            waiting.remove("annotations")
            for words in state.dataset.unread_told:
                say(words)
        if "outputs" in waiting and state.predictions is not None:
            waiting.remove("outputs")
            for words in left_out(state.predictions, state.timeline):
                say(words)

    workspace.subscribe(tell)


@contextlib.contextmanager
def _raised_in_qt(faults: list[BaseException]) -> Iterator[None]:
    """Add to ``faults`` what is raised where Qt calls Python, which Qt prints and goes on from."""
    usual = sys.excepthook
    sys.excepthook = lambda _kind, error, _trace: faults.append(error)
    try:
        yield
    finally:
        sys.excepthook = usual


def _draw(
    app: QApplication,
    wiring: Wiring,
    file: Path,
    opening: bool,
    select: int | None,
    asked: bool,
    faults: list[BaseException],
) -> int:
    """Wait until the picture is shown, then save the window.

    Args:
        app: runs the event loop meanwhile.
        wiring: the window's parts.
        file: a PNG file to write.
        opening: whether a dataset is being opened, to wait for.
        select: the anchor selected by the user; None selects the first positive anchor.
        asked: whether the outputs were named; outputs found beside the dataset may fit another recipe than the asked.
        faults: what Qt's calls of Python have raised; grows meanwhile.

    Returns:
        The exit code 0.

    Raises:
        InspectorError: for a problem in the state, a picture that never came, or an unwritable ``file``.
    """
    loop = QEventLoop()

    def settled() -> bool:
        state = wiring.workspace.state
        return bool(faults or not opening or state.problem or (state.shown is not None and not state.busy))

    def check(*_: object) -> None:
        if settled():
            loop.quit()

    wiring.workspace.subscribe(check)
    again = QTimer(loop)  # a fault tells nobody
    again.timeout.connect(check)
    again.start(100)
    if not settled():
        QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
        loop.exec()
    again.stop()
    _raise(faults)
    state = wiring.workspace.state
    # said of the picture, or by the check of all newly opened outputs
    misfit = None if state.shown is None else state.shown.misfit
    about_layout = state.problem is not None and state.problem.kind is ProblemKind.LAYOUT
    found_only = not asked and misfit is not None and (about_layout or state.problem == misfit)
    if state.problem is not None and not found_only:
        raise InspectorError(state.problem.text)
    if not settled():
        raise InspectorError(f"{file}: not drawn, the picture was not there after {PATIENCE_MS // 1000} s")
    if opening and select is None and state.shown is not None and state.shown.inspection.positive.size:
        wiring.workspace.select(int(state.shown.inspection.positive[0]))
    # The pictures must look the same whatever layout the user left in the settings.
    wiring.docks.reset()
    wiring.plots.build()
    while not faults and wiring.images.model.dataset is not None and wiring.images.waiting():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)
    app.processEvents()
    _raise(faults)
    image, content = wiring.main_window.grab().toImage(), QBuffer()
    image.setText(*SOFTWARE)
    content.open(QBuffer.OpenModeFlag.WriteOnly)
    if not QImageWriter(content, b"png").write(image):
        raise BadFile(file, "the picture could not be written")
    check_output(file, sources_of(wiring.workspace.state), DRAWN)
    write_whole(file, bytes(content.data().data()))
    return 0


def _raise(faults: list[BaseException]) -> None:
    """Raise the first of ``faults``, if any."""
    if faults:
        raise faults[0]
