"""The scan's thread: the pictures are scanned in the background at low priority, and rows arrive in batches."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from rpn_inspector.analysis.scan.report import Reports, ScanReport
from rpn_inspector.analysis.scan.scan import Order, Row, scan
from rpn_inspector.session.request import Request
from rpn_inspector.session.state import State

BATCH_SECONDS = 0.1
BREATH = 0.0003  # s of sleep after a picture, so that a waiting window gets the interpreter at once
NICE = 10


@dataclass(slots=True, eq=False)
class _ScanJob:
    """One scan: the request, the order of pictures, and the event to call the scan off."""

    wanted: Request
    order: Order
    stop: threading.Event = field(default_factory=threading.Event)


class Scanner(QObject):
    """Holds the `ScanReport` for the state's dataset, recipe and predictions, filled by a thread of low priority.

    ``changed`` after another ``report``, ``scanned(pictures)`` after new rows in ``report``, at most every
    `BATCH_SECONDS`, ``turned`` after scanning began or ended; all emitted in the scanner's own Qt thread. The scan
    pauses while the window computes a picture, and while any of ``gates`` is not set.
    """

    changed = Signal()
    scanned = Signal(list)
    turned = Signal()
    _there = Signal()

    def __init__(self, parent: QObject | None = None, gates: Sequence[threading.Event] = ()) -> None:
        super().__init__(parent)
        self.report: ScanReport | None = None
        self.stopped = False
        self._reports = Reports()
        self._state: State | None = None
        self._job: _ScanJob | None = None
        self._waiting: _ScanJob | None = None
        self._closed = False
        self._wake = threading.Condition()
        self._free = threading.Event()
        self._free.set()
        self._gates = (self._free, *gates)
        self._thread: threading.Thread | None = None
        self._fresh: list[tuple[_ScanJob, Row | None]] = []
        self._posted = False
        self._reported = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._take)
        self._there.connect(self._soon, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Return whether pictures are being scanned."""
        return self._job is not None

    def render_state(self, old: State | None, new: State) -> None:
        """Scan under the state's recipe and predictions, the picture on the screen first."""
        before, self._state = self._state, new
        if new.busy:
            self._free.clear()
        else:
            self._free.set()
        if before is None or _choice(before) != _choice(new):
            if before is None or before.dataset is not new.dataset:
                self.stopped = False
            self._restart(new)
        elif before.index != new.index and self._job is not None:
            self._job.order.prefer_around(new.index)

    def prefer(self, pictures: Sequence[int]) -> None:
        """Scan ``pictures`` next."""
        if self._job is not None:
            self._job.order.prefer(pictures)

    def stop(self) -> None:
        """Stop scanning; the rows so far stay."""
        self.stopped = True
        self._call_off()
        self.turned.emit()

    def resume(self) -> None:
        """Continue a stopped scan."""
        self.stopped = False
        if self._state is not None:
            self._restart(self._state)

    def close(self) -> None:
        """Stop for good; returns once the thread has ended, after the picture in work at most."""
        self._call_off()
        with self._wake:
            self._closed = True
            self._wake.notify()
        self._free.set()
        self._timer.stop()
        if self._thread is not None:
            self._thread.join()
        self._reports.clear()

    def _call_off(self) -> None:
        if self._job is not None:
            self._job.stop.set()
        self._job = None
        with self._wake:
            self._waiting = None

    def _restart(self, state: State) -> None:
        if self._closed:
            return
        self._call_off()
        if state.dataset is None:
            self.report = None
        else:
            report = self._reports.of(state.dataset, state.recipe, state.predictions)
            self.report = report
            if not report.complete and not self.stopped:
                order = Order(len(report), report.done)
                order.prefer_around(state.index)
                wanted = Request(
                    dataset=state.dataset, index=state.index, recipe=state.recipe, predictions=state.predictions
                )
                self._begin(_ScanJob(wanted, order))
        self.changed.emit()
        self.turned.emit()

    def _begin(self, job: _ScanJob) -> None:
        self._job = job
        with self._wake:
            self._waiting = job
            self._wake.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="scan", daemon=True)
            self._thread.start()

    def _soon(self) -> None:
        """Take the waiting rows: at once, or `BATCH_SECONDS` after the last batch."""
        if not self._closed and not self._timer.isActive():
            wait = self._reported + BATCH_SECONDS - time.monotonic()
            self._timer.start(max(0, round(1000 * wait)))

    def _take(self) -> None:
        with self._wake:
            fresh, self._fresh, self._posted = self._fresh, [], False
        self._reported = time.monotonic()
        if self.report is None or self._closed:
            return
        mine = [row for job, row in fresh if job is self._job]  # rows of called-off scans are left out
        rows = [row for row in mine if row is not None]
        for row in rows:
            self.report.add(row)
        ended = len(rows) < len(mine)
        if ended:
            self._job = None
        if rows:
            self.scanned.emit([row.index for row in rows])
        if ended:
            self.turned.emit()

    # In the thread

    def _run(self) -> None:
        with contextlib.suppress(OSError, AttributeError):  # Linux alone gives a thread a priority
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._waiting is not None or self._closed)
                if self._closed or self._waiting is None:
                    return
                job, self._waiting = self._waiting, None
            self._scan(job)

    def _scan(self, job: _ScanJob) -> None:
        wanted, stopped = job.wanted, job.stop.is_set
        for row in scan(wanted.dataset, wanted.recipe, wanted.predictions, job.order, stopped):
            self._post(job, row)
            time.sleep(BREATH)
            for gate in self._gates:
                gate.wait()
        self._post(job, None)

    def _post(self, job: _ScanJob, row: Row | None) -> None:
        """Queue a row for the window's thread, None for the end, and wake the window unless woken already."""
        with self._wake:
            self._fresh.append((job, row))
            described, self._posted = self._posted, True
        if not described and not self._closed:
            self._there.emit()


def _choice(state: State) -> tuple[object, ...]:
    return (state.dataset, state.recipe, state.predictions)
