"""The audit's thread: the open dataset is counted in the background, and better anchors are looked for on request."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal

from rpn_inspector.analysis.audit.against import Against, audit_against
from rpn_inspector.analysis.audit.audit import WEIGHT, Audit, audit, with_evaluation, with_outputs
from rpn_inspector.analysis.audit.execution import execution_for
from rpn_inspector.analysis.audit.held_units import HeldUnits
from rpn_inspector.analysis.audit.kept_units import Kept, KeptParts
from rpn_inspector.analysis.audit.output_counts import OutputCounts, count_outputs
from rpn_inspector.analysis.audit.suggest import Suggestions, suggest_anchors
from rpn_inspector.analysis.audit.worker_pool import Work as WorkOfUnits
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.data.datasets.dataset import Cancelled, Dataset
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.gui.widgets.i18n import refused, tr
from rpn_inspector.session.compared_with import ComparedWith
from rpn_inspector.session.open_request import open_outputs

SAID_SECONDS = 0.1
PART_SECONDS = 0.5  # until a count so far is first shown
BREATH = 0.002  # s of sleep after a part, so that a waiting window gets the interpreter at once
KEPT = 6  # audits, the last used
NICE = 10
STOPPED = "the evaluation was stopped"
Result = Audit | Suggestions | Against
Work = Literal["", "counting", "outputs", "evaluating", "searching", "comparing"]


@dataclass(frozen=True, slots=True, eq=False)
class ToCount:
    """A dataset under a recipe, and the outputs whose part is counted too, None for none."""

    dataset: Dataset
    recipe: Recipe
    outputs: Outputs | None

    def same(self, other: ToCount | None) -> bool:
        """Return whether ``other`` is of the same dataset, recipe and outputs."""
        if other is None or self.dataset is not other.dataset or self.outputs is not other.outputs:
            return False
        return self.recipe == other.recipe

    @property
    def anchors_key(self) -> tuple[int, str, int]:
        """Return the key of what is known without outputs."""
        return id(self.dataset), self.recipe.hash, 0

    @property
    def key(self) -> tuple[int, str, int]:
        """Return the key of what is known with the outputs."""
        return id(self.dataset), self.recipe.hash, 0 if self.outputs is None else id(self.outputs)


@dataclass(slots=True, eq=False)
class _AuditJob:
    """What to count, or with ``found`` an audit to take further: by outputs, or by a search for better anchors."""

    wanted: ToCount
    work: Work
    found: Audit | None
    held: dict[int, OutputCounts]
    stop: threading.Event = field(default_factory=threading.Event)
    so_far: Callable[[], Audit] | None = None
    compared: ComparedWith | None = None


class Auditor(QObject):
    """Holds the `Audit` of a dataset under a recipe, and the `Suggestions` asked for; None until there.

    ``so_far`` is what is counted of an audit that is under way or was stopped: of the anchors, then of the outputs.

    Anchors are counted first, then the part of the outputs, where there are any, which is evaluated; what it is
    compared with comes last. ``changed`` follows every change of ``found``, ``suggestions``, ``against``, ``work``,
    ``done`` and ``total``, ``stopped`` or ``problem``, in the auditor's own Qt thread. What is finished of a count that
    is stopped is kept: `resume` goes on from there.
    """

    changed = Signal()
    _counted = Signal(object, object)
    _reported = Signal(object, int, int, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Audit | None = None
        self.so_far: Audit | None = None
        self.suggestions: Suggestions | None = None
        self.against: Against | None = None
        self._compared: ComparedWith | None = None
        self.work: Work = ""
        self.done = self.total = 0
        self._since: tuple[int, float] | None = None  # ``done`` and time of the first report of the work
        self.stopped, self.problem = False, ""
        self._wanted: ToCount | None = None
        self._kept: OrderedDict[tuple[int, str, int], tuple[ToCount, Audit]] = OrderedDict()
        self._suggested: dict[tuple[int, str, int], Suggestions] = {}
        self._held: dict[int, OutputCounts] = {}
        self._job: _AuditJob | None = None
        self._threads: list[threading.Thread] = []
        # Queued: emitted in the worker's thread, received in the window's.
        self._reported.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._counted.connect(self._hear_part, Qt.ConnectionType.QueuedConnection)

    @property
    def shown(self) -> Audit | None:
        """Return the audit, or what of it is counted so far."""
        return self.found if self.so_far is None else self.so_far

    @property
    def missing(self) -> Work:
        """Return the work that is still to be done for what is wanted, "" for none."""
        if self._wanted is None:
            return ""
        if self.found is None:
            return "counting"
        if self._wanted.outputs is not None:
            if self.found.predicted is None:
                return "outputs"
            if self.found.evaluation is None and self.found.no_evaluation in ("", STOPPED):
                return "evaluating"
        return self._comparison

    @property
    def _comparison(self) -> Work:
        return "comparing" if self.compared is not None and self.against is None else ""

    @property
    def compared(self) -> ComparedWith | None:
        """Return what the audit is compared with, None for nothing; outputs only beside open ones."""
        asked = self._compared
        if (
            asked is not None
            and asked.predictions is not None
            and (self._wanted is None or self._wanted.outputs is None)
        ):
            asked = replace(asked, predictions=None)
        return asked if asked is not None and asked.any else None

    @property
    def pace(self) -> float | None:
        """Return the images counted in a second since the first report, None as yet."""
        if self._since is None or self.done <= self._since[0]:
            return None
        return (self.done - self._since[0]) / max(time.monotonic() - self._since[1], 1e-3)

    def show(self, dataset: Dataset | None, recipe: Recipe, begin: bool, outputs: Outputs | None = None) -> None:
        """Hold the audit of ``dataset`` under ``recipe``: one that is known, or, with ``begin``, one to be counted.

        A model that runs for each picture is asked by `resume` alone.
        """
        wanted = None if dataset is None else ToCount(dataset, recipe, outputs)
        same = wanted is not None and wanted.same(self._wanted)
        if not same:
            self._call_off()
            self.found = self.so_far = self.suggestions = self.against = None
            self.stopped, self.problem, self.done, self.total = False, "", 0, 0
            self._held = {}
            if wanted is not None:
                self._recall(wanted)
        self._wanted = wanted
        began = begin and not (self.work or self.stopped or self.problem) and self._begin_missing()
        if began or not same:
            self.changed.emit()

    def _recall(self, wanted: ToCount) -> None:
        """Take what is known of ``wanted``."""
        for key in (wanted.anchors_key, wanted.key):
            known = self._kept.get(key)
            if known is not None:
                self._kept.move_to_end(key)
                self.found = known[1]
        self.suggestions = None if self.found is None else self._suggested.get(wanted.anchors_key)

    def _begin_missing(self, live: bool = False) -> bool:
        """Begin what is missing, a model's outputs only where ``live``; return whether anything was begun."""
        work, wanted = self._next(live), self._wanted
        if not work or wanted is None:
            return False
        self._begin(_AuditJob(wanted, work, self.found, self._held, compared=self.compared))
        return True

    def _next(self, live: bool = False) -> Work:
        """Return what is to be begun of what is missing, a model's outputs only where ``live``; "" for nothing."""
        work, outputs = self.missing, None if self._wanted is None else self._wanted.outputs
        if work != "outputs" or outputs is None or not outputs.live or live:
            return work
        if self.compared is not None and self.compared.predictions is not None:
            return ""
        return self._comparison  # of recipes or datasets, which needs no outputs

    def compare(self, compared: ComparedWith | None) -> None:
        """Count another recipe, checkpoint or dataset beside, as soon as the audit is there; None for none.

        A count that was stopped, or has failed, stays as it is until `resume`; a comparison that has failed is begun
        anew, by the same choice too.
        """
        if compared == self._compared and not self.problem:
            return
        before = self._next()
        self._compared, self.against = compared, None
        if self.work == "comparing":
            self._call_off()
        if not self.work and "comparing" in (before, self._next()):
            self.stopped, self.problem = False, ""
            if self._next() == "comparing":
                self._begin_missing()
        self.changed.emit()

    def stop(self) -> None:
        """Stop counting, evaluating or searching; what is finished is kept."""
        if self.work == "evaluating" and self.found is not None:
            self.found = replace(self.found, no_evaluation=STOPPED)
        self._call_off()
        self.stopped = True
        self.changed.emit()

    def resume(self) -> None:
        """Count what is missing, from where it was stopped."""
        self.stopped, self.problem = False, ""
        if not self.work:
            self._begin_missing(live=True)
        self.changed.emit()

    def search(self) -> None:
        """Look for better anchors; a count that was stopped, or has failed, stays as it is until `resume`."""
        if self._wanted is not None and self.found is not None and not self.work:
            self.stopped, self.problem = self.stopped or bool(self.problem and self.missing), ""
            self._begin(_AuditJob(self._wanted, "searching", self.found, {}))
            self.changed.emit()

    def close(self) -> None:
        """Stop for good; returns once the thread has ended, after the part in work at most."""
        self._call_off()
        self._wanted = None
        for thread in self._threads:
            thread.join()
        self._threads.clear()
        self._kept.clear()
        self._suggested.clear()

    def _call_off(self) -> None:
        if self._job is not None:
            self._job.stop.set()
        self._job, self.work = None, ""

    def _begin(self, job: _AuditJob) -> None:
        self.work = job.work
        self.done, self.total, self._job, self._since = 0, 0, job, None
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._threads.append(threading.Thread(target=self._run, args=(job,), name="audit", daemon=True))
        self._threads[-1].start()

    def _hear(self, job: _AuditJob, done: int, total: int, result: Result | None, problem: str) -> None:
        if job is not self._job:
            return  # called off
        self.done, self.total = done, total
        if self._since is None:  # what was there already came at once
            self._since = (done, time.monotonic())
        if result is not None or problem:
            self.problem, self._job, self.work = problem, None, ""
            if result is not None:
                self._take(job, result)
                if job.work != "searching":
                    self._begin_missing()
        self.changed.emit()

    def _hear_part(self, job: _AuditJob, so_far: Audit) -> None:
        if job.work == self.missing and job.wanted.same(self._wanted) and (job is self._job or self.stopped):
            self.so_far = so_far
            self.changed.emit()

    def _take(self, job: _AuditJob, result: Result) -> None:
        wanted = job.wanted
        if isinstance(result, Suggestions):
            self.suggestions = self._suggested[wanted.anchors_key] = result
            return
        if isinstance(result, Against):
            self.against = result
            return
        self.found, self.so_far, self.against = result, None, None
        key = wanted.anchors_key if job.work == "counting" else wanted.key
        self._kept[key] = (wanted, result)  # keeps dataset and outputs, whose ids are the key
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT:
            gone, _ = self._kept.popitem(last=False)
            self._suggested.pop(gone, None)

    # In the thread

    def _run(self, job: _AuditJob) -> None:
        with contextlib.suppress(OSError, AttributeError):  # Linux alone gives a thread a priority
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
        result: Result | None = None
        problem, total = "", 0
        try:
            result = _result(job, self._progress(job), self._partly(job))
        except Cancelled:
            if job.so_far is not None:  # what is done is kept, and shown
                self._counted.emit(job, job.so_far())
            return
        except InspectorError as error:
            problem = refused(error)
        except Exception as error:  # a count that fails must not end the program
            problem = tr("unexpected {name}: {error}").format(name=type(error).__name__, error=error)
        if not job.stop.is_set():
            self._reported.emit(job, total, total, result, problem)

    def _partly(self, job: _AuditJob) -> Callable[[Callable[[], Audit]], None]:
        """Return what shows a count so far, each time after twice the time before: a long count is drawn seldom."""
        gap, due = PART_SECONDS, time.monotonic() + PART_SECONDS

        def partly(make: Callable[[], Audit]) -> None:
            nonlocal gap, due
            job.so_far = make
            if time.monotonic() >= due and not job.stop.is_set():
                self._counted.emit(job, make())
                gap *= 2
                due = time.monotonic() + gap

        return partly

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


def _result(
    job: _AuditJob, progress: Callable[[int, int], bool], partly: Callable[[Callable[[], Audit]], None]
) -> Result:
    wanted, found = job.wanted, job.found
    if job.work == "counting" or found is None:
        parts = KeptParts(resume=True)
        where = parts.around(execution_for(wanted.dataset.gt_total, own=False))
        result = audit(wanted.dataset, wanted.recipe, progress=progress, execution=where, partly=partly)
        parts.forget()
        return result
    if job.work == "comparing" and job.compared is not None:
        return _against(job.compared, found, wanted.dataset, progress)
    if job.work == "searching":
        return suggest_anchors(replace(found, predicted=None, evaluation=None), progress=progress)
    if job.work == "evaluating":
        return with_evaluation(found, progress)
    assert wanted.outputs is not None
    images = len(found.annotations.names)
    place = HeldUnits(job.held, execution_for(images * WEIGHT, None, count_outputs, own=False))
    return with_outputs(
        found, wanted.dataset, wanted.outputs, progress=progress, outputs_in=place, evaluate=False, partly=partly
    )


class _KeptPlaces:
    """Where a comparison is counted: in processes of this machine, each result kept until the end."""

    def __init__(self) -> None:
        self.parts = KeptParts(resume=True)

    def of(self, boxes: int, work: WorkOfUnits) -> Kept:
        return self.parts.around(execution_for(boxes, None, work, own=False))

    def of_outputs(self, images: int, path: Path) -> Kept:
        return self.of(images * WEIGHT, count_outputs)


def _against(compared: ComparedWith, found: Audit, dataset: Dataset, progress: Callable[[int, int], bool]) -> Against:
    places = _KeptPlaces()
    others = compared.opened(
        lambda path, _: open_outputs(path, dataset, compared.layout, compared.step).outputs,
        lambda path: open_dataset(path, progress=progress),
    )
    made = audit_against(found, dataset, others, places=places, told=lambda _: contextlib.nullcontext(progress))
    places.parts.forget()
    made.work_out()  # here: the window only shows it
    return made
