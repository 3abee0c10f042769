"""Garbage is collected in the thread of the window, between events."""

import gc
import threading

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from rpn_inspector.gui.shell.garbage import collected_here


class Loop:
    """An object that only the garbage collector frees."""

    def __init__(self, ends: list[threading.Thread]) -> None:
        self.itself = self
        self.ends = ends

    def __del__(self) -> None:
        self.ends.append(threading.current_thread())


def allocate() -> None:
    """Leave more garbage than makes Python collect."""
    for _ in range(2 * gc.get_threshold()[0]):
        loop: list[object] = []
        loop.append(loop)


def test_a_worker_never_collects_what_the_window_left(qtbot):
    ends: list[threading.Thread] = []
    Loop(ends)
    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert not ends
    qtbot.waitUntil(lambda: allocate() or bool(ends))  # whatever else is freed meanwhile counts against garbage
    assert ends == [threading.main_thread()]


def test_python_collects_as_before_afterwards(qapp):
    for automatic in (False, True):
        gc.enable() if automatic else gc.disable()
        try:
            with collected_here():
                assert not gc.isenabled()
                with collected_here():
                    assert not gc.isenabled()
                assert not gc.isenabled()
            assert gc.isenabled() == automatic
        finally:
            gc.enable()


@pytest.mark.parametrize("oldest", [10, 0])  # 0 where Python comes to the oldest another way
def test_every_generation_has_its_turn(oldest, qapp, monkeypatch):
    seen = set()
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, oldest))
    monkeypatch.setattr("rpn_inspector.gui.shell.garbage.PAUSE_MS", 0)
    told = gc.collect
    loop = QEventLoop()

    def collect(generation: int = 2) -> int:
        seen.add(generation)
        if generation == 2:
            loop.quit()
        return told(generation)

    with collected_here():
        monkeypatch.setattr(gc, "collect", collect)
        busy = QTimer()
        busy.setInterval(0)
        busy.timeout.connect(allocate)
        busy.start()
        QTimer.singleShot(20_000, loop.quit)
        loop.exec()
    assert seen == {0, 1, 2}
