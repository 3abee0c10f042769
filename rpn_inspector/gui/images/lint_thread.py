"""The linter's thread: annotations and files of the open dataset, linted once in the background."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, Signal

from rpn_inspector.analysis.lint.lint import LintReport, lint
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.data.datasets.dataset import Cancelled, Dataset
from rpn_inspector.gui.widgets.i18n import refused, tr
from rpn_inspector.session.state import State

AUTOMATIC = 20_000  # pictures; a larger dataset is linted on request only
SAID_SECONDS = 0.1
NICE = 10


@dataclass(slots=True, eq=False)
class _LintJob:
    dataset: Dataset
    stop: threading.Event = field(default_factory=threading.Event)


class Linter(QObject):
    """Holds the `LintReport` of the open dataset, None until linted.

    ``changed`` follows every change of ``report``, ``done`` and ``total`` pictures, ``running``, ``stopped`` or
    ``problem``, in the linter's own Qt thread. The linter pauses while the window computes a picture, and while any of
    ``gates`` is not set.
    """

    changed = Signal()
    _reported = Signal(object, int, object, str)

    def __init__(self, parent: QObject | None = None, gates: Sequence[threading.Event] = ()) -> None:
        super().__init__(parent)
        self.report: LintReport | None = None
        self.done = self.total = 0
        self.stopped, self.problem = False, ""
        self._dataset: Dataset | None = None
        self._job: _LintJob | None = None
        self._threads: list[threading.Thread] = []
        self._closed = False
        self._free = threading.Event()
        self._free.set()
        self._gates = (self._free, *gates)
        # Queued: emitted in the worker's thread, received in the window's.
        self._reported.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Return whether pictures are being linted."""
        return self._job is not None

    def render_state(self, old: State | None, new: State) -> None:
        """Lint another dataset once open; a large dataset only after `resume`."""
        (self._free.clear if new.busy else self._free.set)()
        if new.dataset is self._dataset or self._closed:
            return
        self._call_off()
        self._dataset, self.report, self.problem, self.done = new.dataset, None, "", 0
        self.total = len(new.dataset) if new.dataset is not None else 0
        self.stopped = self.total > AUTOMATIC
        if new.dataset is not None and not self.stopped:
            self._begin()
        self.changed.emit()

    def stop(self) -> None:
        """Stop linting."""
        self._call_off()
        self.stopped = True
        self.changed.emit()

    def resume(self) -> None:
        """Lint the dataset from the start."""
        self.stopped = False
        if self._dataset is not None and self._job is None:
            self._begin()
        self.changed.emit()

    def close(self) -> None:
        """Stop for good; returns once the thread has ended, after the pictures in work at most."""
        self._closed = True
        self._call_off()
        self._free.set()
        self._dataset = None
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _call_off(self) -> None:
        if self._job is not None:
            self._job.stop.set()
        self._job = None

    def _begin(self) -> None:
        assert self._dataset is not None
        self.done, self._job = 0, _LintJob(self._dataset)
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._threads.append(threading.Thread(target=self._run, args=(self._job,), name="lint", daemon=True))
        self._threads[-1].start()

    def _hear(self, job: _LintJob, done: int, report: LintReport | None, problem: str) -> None:
        if job is not self._job:
            return  # called off
        self.done = done
        if report is not None or problem:
            self.report, self.problem, self._job = report, problem, None
        self.changed.emit()

    # In the thread

    def _run(self, job: _LintJob) -> None:
        with contextlib.suppress(OSError, AttributeError):  # Linux alone gives a thread a priority
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
        said = 0.0

        def progress(done: int, total: int) -> bool:
            nonlocal said
            for gate in self._gates:
                gate.wait()
            if time.monotonic() - said > SAID_SECONDS:
                said = time.monotonic()
                self._reported.emit(job, done, None, "")
            return job.stop.is_set()

        try:
            report, problem = lint(job.dataset, True, progress), ""
        except Cancelled:
            return
        except InspectorError as error:
            report, problem = None, refused(error)
        except Exception as error:  # a check that fails must not end the program
            report, problem = None, tr("unexpected {name}: {error}").format(name=type(error).__name__, error=error)
        if not job.stop.is_set():
            self._reported.emit(job, len(job.dataset), report, problem)
