"""Ways to end the program other than its cross: signals, which leave Python's handlers as they were, and Ctrl+Q."""

import os
import signal
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt, QTimer

from rpn_inspector.gui.shell.quit_signals import closing_on_signals
from rpn_inspector.session.ending import SIGNALS

PROGRAM = """
import os, sys
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication
from rpn_inspector.cli import main
app = QApplication([])
timer = QTimer(interval=20)
timer.timeout.connect(lambda: QThread.currentThread().loopLevel() and (timer.stop(), os.kill(os.getpid(), NUMBER)))
timer.start()
sys.exit(main(["open"]))
"""


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_wakes_the_loop_and_closes(qtbot, number):
    closed = []
    before = signal.getsignal(number)
    with closing_on_signals(lambda: closed.append(True)) as arrived:
        QTimer.singleShot(0, lambda: os.kill(os.getpid(), number))
        qtbot.waitUntil(lambda: bool(closed))
        assert arrived == [number]
    assert signal.getsignal(number) is before


@pytest.mark.parametrize("number", SIGNALS)
def test_the_program_keeps_its_settings_and_tells_the_shell(number, tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "RPN_INSPECTOR_HOME": str(tmp_path)}
    code = PROGRAM.replace("NUMBER", str(int(number)))
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=120, check=False
    )
    assert ended.returncode == 128 + number, ended.stderr
    assert "Traceback" not in ended.stderr
    assert (tmp_path / "settings.json").is_file()


@pytest.mark.parametrize("name", ["keys", "help"])
def test_the_key_to_quit_reaches_the_program_from_its_other_windows(qtbot, window, name):
    window.command_windows.open_keys() if name == "keys" else window.help_windows.open_help("maths")
    other = window.command_windows.sheet if name == "keys" else window.help_windows.help
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    qtbot.keyClick(other, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not window.main_window.isVisible())
