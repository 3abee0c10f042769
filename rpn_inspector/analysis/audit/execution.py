"""Where work units are computed: here, or in spawned processes of this machine; the results are the same."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from typing import Any, Protocol

from rpn_inspector.analysis.audit.counting import UnitCounts, count
from rpn_inspector.analysis.audit.units import WorkUnit
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import Recipe

Work = Callable[[Any, Recipe], Any]  # a module's function of a unit and the recipe, whose result has the unit's number

WORTH = 40_000  # ground truths from which a second process saves more than its start takes
RESTARTS = 3  # of the processes, after one of them was killed
AHEAD = 3  # units a process has waiting: more would only take memory


class Execution(Protocol):
    """Computes work units somewhere."""

    @property
    def processes(self) -> int:
        """Return how many processes compute."""
        ...

    def submit(self, units: Sequence[WorkUnit], recipe: Recipe) -> None:
        """Take the units to compute."""
        ...

    def completed(self) -> Iterator[UnitCounts]:
        """Yield each unit's result, in the order of arrival."""
        ...

    def cancel(self) -> None:
        """Leave the units not yet begun; `completed` ends."""
        ...


class Here:
    """Computes unit after unit in this process: ``work`` of each, `count` where not said."""

    processes = 1

    def __init__(self, work: Work | None = None) -> None:
        self._work = work or count
        self._units: Iterable[Any] = ()
        self._recipe: Recipe | None = None
        self._cancelled = False

    def submit(self, units: Iterable[Any], recipe: Recipe) -> None:
        """Take the units to compute."""
        self._units, self._recipe = units, recipe

    def completed(self) -> Iterator[Any]:
        """Yield each unit's result, in the units' order."""
        for unit in self._units:
            if self._cancelled or self._recipe is None:
                return
            yield self._work(unit, self._recipe)

    def cancel(self) -> None:
        """Leave the units not yet begun."""
        self._cancelled = True


class Processes:
    """Computes units in ``processes`` spawned processes: ``work`` of each, `count` where not said."""

    def __init__(self, processes: int, work: Work | None = None) -> None:
        self.processes = processes
        self._work = work or count
        self._units: Iterable[Any] = ()
        self._begun: dict[int, Any] = {}
        self._recipe: Recipe | None = None
        self._cancelled = False

    def submit(self, units: Iterable[Any], recipe: Recipe) -> None:
        """Take the units to compute; they are taken one by one as processes are free."""
        self._units, self._recipe, self._begun = units, recipe, {}

    def completed(self) -> Iterator[Any]:
        """Yield each unit's result, in the order of arrival. Raises what a unit raised."""
        waiting = iter(self._units)
        for again in range(RESTARTS + 1):
            try:
                for result in self._by_a_pool(chain(list(self._begun.values()), waiting)):
                    del self._begun[result.number]
                    yield result
                return
            except BrokenProcessPool as error:  # killed, for want of memory perhaps: its units are computed anew
                if again == RESTARTS:
                    raise InspectorError(f"the processes of the audit were ended {again + 1} times: {error}") from error

    def _by_a_pool(self, waiting: Iterator[Any]) -> Iterator[Any]:
        """Yield results; units begun and not yet yielded are noted by number."""
        # spawned, as a forked process would inherit the threads of a window
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(self.processes, mp_context=context, initializer=_quiet) as pool:
            running = set[Future[Any]]()
            try:
                while not self._cancelled and self._recipe is not None:
                    while len(running) < self.processes * AHEAD and (unit := next(waiting, None)) is not None:
                        self._begun[unit.number] = unit
                        running.add(pool.submit(self._work, unit, self._recipe))
                    if not running:
                        return
                    done, running = wait(running, return_when=FIRST_COMPLETED)
                    for future in done:
                        yield future.result()
            finally:
                pool.shutdown(wait=True, cancel_futures=True)

    def cancel(self) -> None:
        """Leave the units not yet begun."""
        self._cancelled = True


def _quiet() -> None:
    """Leave Ctrl+C to the process that started this one, which then ends this one."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def execution_for(boxes: int, workers: int | None = None, work: Work | None = None) -> Here | Processes:
    """Return where to compute ``boxes`` ground truths; ``workers`` None: as many processes as are worth their start."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    wanted = min(cores, boxes // WORTH) if workers is None else workers
    return Processes(wanted, work) if wanted > 1 else Here(work)
