"""The audit's thread: the open dataset is counted in the background, and better anchors are looked for on request."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal

from rpn_inspector.analysis.audit.audit import Audit, audit
from rpn_inspector.analysis.audit.suggest import Suggestions, suggest_anchors
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.data.datasets.dataset import Cancelled, Dataset
from rpn_inspector.gui.widgets.i18n import tr

SAID_SECONDS = 0.1
BREATH = 0.002  # s of sleep after a part, so that a waiting window gets the interpreter at once
KEPT = 6  # audits, the last used
NICE = 10
Work = Literal["", "counting", "searching"]


@dataclass(slots=True, eq=False)
class _AuditJob:
    """A dataset and a recipe to count, or with ``found`` an audit to find better anchors for."""

    dataset: Dataset
    recipe: Recipe
    found: Audit | None = None
    stop: threading.Event = field(default_factory=threading.Event)


class Auditor(QObject):
    """Holds the `Audit` of a dataset under a recipe, and the `Suggestions` asked for; None until there.

    ``changed`` follows every change of ``found``, ``suggestions``, ``work``, ``done`` and ``total``, ``stopped`` or
    ``problem``, in the auditor's own Qt thread.
    """

    changed = Signal()
    _reported = Signal(object, int, int, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Audit | None = None
        self.suggestions: Suggestions | None = None
        self.work: Work = ""
        self.done = self.total = 0
        self.started = 0.0
        self.stopped, self.problem = False, ""
        self._wanted: tuple[Dataset, Recipe] | None = None
        self._kept: OrderedDict[tuple[int, str], tuple[Dataset, Audit, Suggestions | None]] = OrderedDict()
        self._job: _AuditJob | None = None
        self._threads: list[threading.Thread] = []
        # Queued: emitted in the worker's thread, received in the window's.
        self._reported.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def show(self, dataset: Dataset | None, recipe: Recipe, begin: bool) -> None:
        """Hold the audit of ``dataset`` under ``recipe``: one that is known, or, with ``begin``, one to be counted."""
        wanted = None if dataset is None else (dataset, recipe)
        same = (
            wanted is not None
            and self._wanted is not None
            and self._wanted[0] is wanted[0]
            and self._wanted[1] == wanted[1]
        )
        if not same:
            self._call_off()
            self.found = self.suggestions = None
            self.stopped, self.problem, self.done, self.total = False, "", 0, 0
            known = self._kept.get(_key(dataset, recipe)) if dataset is not None else None
            if known is not None:
                self._kept.move_to_end(_key(dataset, recipe))
                self.found, self.suggestions = known[1:]
        self._wanted = wanted
        if begin and wanted is not None and self.found is None and not (self.work or self.stopped or self.problem):
            self._begin(_AuditJob(*wanted))
        elif same:
            return
        self.changed.emit()

    def stop(self) -> None:
        """Stop counting or searching."""
        self._call_off()
        self.stopped = True
        self.changed.emit()

    def resume(self) -> None:
        """Count from the start."""
        self.stopped, self.problem = False, ""
        if self._wanted is not None and not self.work:
            self._begin(_AuditJob(*self._wanted))
        self.changed.emit()

    def search(self) -> None:
        """Look for better anchors."""
        if self._wanted is not None and self.found is not None and not self.work:
            self.stopped = False
            self._begin(_AuditJob(*self._wanted, found=self.found))
            self.changed.emit()

    def close(self) -> None:
        """Stop for good; returns once the thread has ended, after the part in work at most."""
        self._call_off()
        self._wanted = None
        for thread in self._threads:
            thread.join()
        self._threads.clear()
        self._kept.clear()

    def _call_off(self) -> None:
        if self._job is not None:
            self._job.stop.set()
        self._job, self.work = None, ""

    def _begin(self, job: _AuditJob) -> None:
        self.work = "counting" if job.found is None else "searching"
        self.done, self.total, self._job, self.started = 0, 0, job, time.monotonic()
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._threads.append(threading.Thread(target=self._run, args=(job,), name="audit", daemon=True))
        self._threads[-1].start()

    def _hear(self, job: _AuditJob, done: int, total: int, result: Audit | Suggestions | None, problem: str) -> None:
        if job is not self._job:
            return  # called off
        self.done, self.total = done, total
        if isinstance(result, Audit):
            self.found = result
        elif isinstance(result, Suggestions):
            self.suggestions = result
        if result is not None or problem:
            self.problem, self._job, self.work = problem, None, ""
            if self.found is not None:
                self._kept[_key(job.dataset, job.recipe)] = (job.dataset, self.found, self.suggestions)
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
        self.changed.emit()

    # In the thread

    def _run(self, job: _AuditJob) -> None:
        with contextlib.suppress(OSError, AttributeError):  # Linux alone gives a thread a priority
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
        result: Audit | Suggestions | None = None
        problem, total = "", 0
        try:
            progress = self._progress(job)
            if job.found is None:
                result = audit(job.dataset, job.recipe, progress=progress)
            else:
                result = suggest_anchors(job.found, progress=progress)
        except Cancelled:
            return
        except InspectorError as error:
            problem = str(error)
        except Exception as error:  # a count that fails must not end the program
            problem = tr("unexpected {name}: {error}").format(name=type(error).__name__, error=error)
        if not job.stop.is_set():
            self._reported.emit(job, total, total, result, problem)

    def _progress(self, job: _AuditJob) -> Callable[[int, int], bool]:
        said = 0.0

        def progress(done: int, total: int) -> bool:
            nonlocal said
            time.sleep(BREATH)
            if time.monotonic() - said > SAID_SECONDS:
                said = time.monotonic()
                self._reported.emit(job, done, total, None, "")
            return job.stop.is_set()

        return progress


def _key(dataset: Dataset | None, recipe: Recipe) -> tuple[int, str]:
    return id(dataset), recipe.hash
