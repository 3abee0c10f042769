"""A worker for the newest request only: older waiting requests are replaced, older answers set apart."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.gui.widgets.i18n import tr

MOST_KEPT = 4


class LatestWorker(QObject):
    """Calls ``work(request)`` in a thread, begun with the first; a newer request replaces a waiting request.

    ``done(request, answer)`` and ``failed(request, error)``, with an `InspectorError`, are emitted in the `QObject`'s
    thread, never during `ask`, and for the newest request alone; ``overtaken(request, answer)`` for a request older
    than the newest, if newer than the last answer emitted. With ``same``, a test for equal requests, the worker
    computes expected requests ahead (`expect`), and answers an expected request at once, if the answer still holds
    (``fresh``); ``ahead(answer)`` makes more of such an answer in the thread, unless something was asked meanwhile.
    Other threads may wait for ``idle``, set while there is nothing to compute.
    """

    done = Signal(object, object)
    failed = Signal(object, object)
    overtaken = Signal(object, object)
    _answered = Signal(int, object, object, object)

    def __init__(
        self,
        work: Callable[[Any], Any],
        name: str,
        parent: QObject | None = None,
        same: Callable[[Any, Any], bool] | None = None,
        fresh: Callable[[Any], bool] = lambda _answer: True,
        ahead: Callable[[Any], None] = lambda _answer: None,
    ) -> None:
        super().__init__(parent)
        self._work, self._same, self._fresh, self._ahead = work, same, fresh, ahead
        self._ticket = self._last = 0  # of the newest request, and of the last answer emitted
        self._waiting: tuple[int, Any] | None = None
        self._expected: list[Any] = []
        self._kept: list[tuple[Any, Any]] = []
        self._closed = False
        self.idle = threading.Event()
        self.idle.set()
        self._wake = threading.Condition()
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def ask(self, request: Any) -> None:
        """Request ``request`` now; drops every earlier request and expectation."""
        with self._wake:
            self._ticket += 1
            self._waiting, self._expected = None, []
            answer = self._known(request)
            if answer is None:
                self._waiting = (self._ticket, request)
                self._begin()
            ticket = self._ticket
        if answer is not None:
            self._answered.emit(ticket, request, answer, None)

    def expect(self, requests: Sequence[Any]) -> None:
        """Compute ``requests`` ahead, the likeliest first, while nothing is asked; an error waits for `ask`."""
        if self._same is None:
            return
        with self._wake:
            self._expected = [request for request in requests if self._known(request) is None]
            if self._expected:
                self._begin()

    def keep(self, request: Any, answer: Any) -> None:
        """Keep an answer computed elsewhere, or on the screen now, for later requests."""
        with self._wake:
            self._keep(request, answer)

    @property
    def unwanted(self) -> bool:
        """Return whether nobody waits for the work in progress any more: it may stop with `Cancelled`."""
        return self._closed or self._waiting is not None

    def close(self) -> None:
        """Stop; returns once the thread has ended, after the work in progress at most."""
        with self._wake:
            self._closed, self._waiting, self._expected = True, None, []
            self._ticket += 1
            self._wake.notify()
        if self._thread.ident is not None:
            self._thread.join()
        self.idle.set()
        self._kept.clear()

    def _begin(self) -> None:
        if self._closed:
            return
        self.idle.clear()
        if self._thread.ident is None:
            self._thread.start()
        self._wake.notify()

    def _known(self, request: Any) -> Any:
        if self._same is None:
            return None
        known = next((answer for asked, answer in self._kept if self._same(asked, request)), None)
        return known if known is None or self._fresh(known) else None

    def _keep(self, request: Any, answer: Any) -> None:
        if self._same is not None:
            others = [(asked, found) for asked, found in self._kept if not self._same(asked, request)]
            self._kept = [(request, answer), *others][:MOST_KEPT]

    def _run(self) -> None:
        while True:
            with self._wake:
                while self._waiting is None and not self._expected and not self._closed:
                    self.idle.set()
                    self._wake.wait()
                if self._closed:
                    return
                ahead = self._waiting is None
                if self._waiting is None:
                    ticket, request = -1, self._expected.pop(0)
                else:
                    (ticket, request), self._waiting = self._waiting, None
                answer = self._known(request)
            error = None
            if answer is None:
                answer, error = self._try(request)
            with self._wake:
                if error is None and not self._closed:
                    self._keep(request, answer)
                more = ahead and error is None and self._waiting is None and not self._closed
            if more:
                self._ahead(answer)
            if not ahead:
                self._answered.emit(ticket, request, answer, error)
            del request, answer, error  # a waiting thread would keep their pictures

    def _try(self, request: Any) -> tuple[Any, InspectorError | None]:
        try:
            return self._work(request), None
        except InspectorError as error:
            return None, error.with_traceback(None)  # the traceback's frames would keep the read data alive
        except Exception as error:  # any error is an answer: the window must not wait for ever
            words = tr("unexpected {name}: {error}").format(name=type(error).__name__, error=error)
            return None, InspectorError(words)

    def _deliver(self, ticket: int, request: object, answer: object, error: InspectorError | None) -> None:
        if self._closed or ticket <= self._last:
            return
        self._last = ticket
        if ticket != self._ticket:
            if error is None:
                self.overtaken.emit(request, answer)
        elif error is not None:
            self.failed.emit(request, error)
        else:
            self.done.emit(request, answer)
