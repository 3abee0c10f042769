"""One worker, "latest wins": only the newest request is worked on next, and an older answer is dropped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from rpn_inspector.core.errors import InspectorError


class LatestWorker(QObject):
    """Calls ``work(request)`` in one thread of its own; a newer request replaces one that still waits.

    ``done(request, answer)`` and ``failed(request, message)`` arrive in the thread this object lives in, and only for
    the newest request.
    """

    done = Signal(object, object)
    failed = Signal(object, str)
    _answered = Signal(int, object, object, str)

    def __init__(self, work: Callable[[Any], Any], name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._ticket = 0
        self._waiting: tuple[int, Any] | None = None
        self._closed = False
        self._wake = threading.Condition()
        self._answered.connect(self._deliver)
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def ask(self, request: Any) -> None:
        """Want ``request`` now, and nothing that was asked before."""
        with self._wake:
            self._ticket += 1
            self._waiting = (self._ticket, request)
            self._wake.notify()

    def close(self) -> None:
        """Stop; returns when the thread has ended, after at most the piece of work it is in."""
        with self._wake:
            self._closed, self._waiting = True, None
            self._ticket += 1
            self._wake.notify()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._waiting is not None or self._closed)
                if self._closed or self._waiting is None:
                    return
                (ticket, request), self._waiting = self._waiting, None
            answer, problem = None, ""
            try:
                answer = self._work(request)
            except InspectorError as error:
                problem = str(error)
            except Exception as error:  # an error is an answer too: the window must not wait for ever
                problem = f"unexpected {type(error).__name__}: {error}"
            self._answered.emit(ticket, request, answer, problem)

    def _deliver(self, ticket: int, request: object, answer: object, problem: str) -> None:
        if ticket != self._ticket:
            return
        if problem:
            self.failed.emit(request, problem)
        else:
            self.done.emit(request, answer)
