"""Every test gets its own settings folder and an off-screen Qt, unless it is run on a real X server."""

import gc
import itertools
import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ["QT_QPA_PLATFORM"] = "xcb" if os.environ.get("RPN_INSPECTOR_XCB") == "1" else "offscreen"

os.environ["RPN_INSPECTOR_LANGUAGE"] = "en"  # whatever the system's

os.environ["RPN_INSPECTOR_TRACEBACK"] = "1"  # a fault of the program fails its test where it came up

# What a shell starts in the background ignores Ctrl+C, under nohup SIGHUP, and so would all that the tests start.
for number, usual in ((signal.SIGINT, signal.default_int_handler), (getattr(signal, "SIGHUP", None), signal.SIG_DFL)):
    if number is not None and signal.getsignal(number) == signal.SIG_IGN:
        signal.signal(number, usual)

# A shared machine is slow now and then; a law is not, nor is the drawing of its examples.
UNTIMED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("steady", **UNTIMED, derandomize=True)  # the gate says of a change what it said before it
settings.register_profile("long", **UNTIMED, max_examples=1000)  # of .ci/long, --hypothesis-profile long: new examples
settings.load_profile("steady")

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


def pytest_collection_finish():
    """Ten thousand tests are a million objects that last: every look for cycles takes half a second longer."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    """New folders, one after another: pytest's own `mktemp` reads the names of all before to number the next."""
    root = tmp_path_factory.mktemp("homes")
    return (root / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def own_home(homes, monkeypatch):
    home = next(homes)
    home.mkdir()
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(home))


PATIENCE = 120_000  # ms; a wait ends with what is waited for, and only a failure takes so long
SOME = 400  # menus, lists and windows beside those of windows tests share: a closed one leaves 26, each slows the next
shared = 0  # widgets that the last collection found still used


@pytest.fixture
def qtbot(qapp, request):
    """The robot of pytest-qt, which waits as long as a machine that many share may need."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from pytestqt.qtbot import QtBot

    from rpn_inspector.gui.shell.garbage import collected_here

    class PatientBot(QtBot):
        def waitUntil(self, callback, *, timeout=PATIENCE):
            __tracebackhide__ = True
            super().waitUntil(callback, timeout=timeout)

        def waitSignal(self, signal, *, timeout=PATIENCE, **more):
            return super().waitSignal(signal, timeout=timeout, **more)

    with collected_here():
        yield PatientBot(request)
    # Outside an event loop Qt keeps what is to be deleted, and every style after it walks over all of that.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    global shared
    if len(qapp.topLevelWidgets()) > shared + SOME:  # nor would Python free them in the half a second a test lasts
        gc.collect()
        shared = len(qapp.topLevelWidgets())
    shared = min(shared, len(qapp.topLevelWidgets()))


@pytest.fixture
def shared_data():
    if not SHARED.is_dir():
        pytest.skip("the shared datasets are not beside this checkout")
    return SHARED


@pytest.fixture(autouse=True)
def no_progress(monkeypatch):
    """On a slow machine commands tell how far they are; only a test that is about that shortens the wait."""
    monkeypatch.setattr("rpn_inspector.cli.console.FIRST_LINE", 3600.0)


@pytest.fixture
def extras_load(monkeypatch):
    """The doctor takes every extra for one that loads, and starts no process to try each: few tests are about that."""
    monkeypatch.setattr("rpn_inspector.cli.doctor._broken", dict)
