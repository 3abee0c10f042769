"""Where work units are computed: here, or in spawned processes of this machine; the results are the same."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from rpn_inspector.analysis.audit.counting import count
from rpn_inspector.analysis.audit.worker_pool import Work, WorkerPool
from rpn_inspector.core.recipe import Recipe

WORTH = 40_000  # ground truths from which a second process saves more than its start takes
AHEAD = 3  # units a worker of a cluster has waiting: more would only take memory


class Execution(Protocol):
    """Computes work units somewhere."""

    @property
    def processes(self) -> int:
        """Return how many processes compute."""
        ...

    def submit(self, units: Iterable[Any], recipe: Recipe) -> None:
        """Take the units to compute, one by one as there is room."""
        ...

    def completed(self) -> Iterator[Any]:
        """Yield each unit's result, in the order of arrival."""
        ...

    def cancel(self) -> None:
        """Leave the units not yet begun; `completed` ends."""
        ...

    def here(self) -> Execution:
        """Return the same in this process, for units that no other can compute."""
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

    def here(self) -> Here:
        """Return this."""
        return self


class Processes:
    """Computes units in ``processes`` processes: ``work`` of each, `count` where not said.

    With ``own`` this process is one of them, in a thread, and begins while the others start; else all are spawned, as
    for a window, which shares its interpreter with that thread.
    """

    def __init__(self, processes: int, work: Work | None = None, own: bool = False) -> None:
        self.processes = processes
        self._work, self._own = work or count, own
        self._units: Iterable[Any] = ()
        self._recipe: Recipe | None = None
        self._cancelled = False

    def submit(self, units: Iterable[Any], recipe: Recipe) -> None:
        """Take the units to compute; they are taken one by one as processes are free."""
        self._units, self._recipe = units, recipe

    def completed(self) -> Iterator[Any]:
        """Yield each unit's result, in the order of arrival. Raises what a unit raised."""
        if self._recipe is None:
            return
        with WorkerPool(self.processes, self._work, self._recipe, self._own) as pool:
            for result in pool.results(iter(self._units)):
                if self._cancelled:
                    return
                yield result

    def cancel(self) -> None:
        """Leave the units not yet begun."""
        self._cancelled = True

    def here(self) -> Here:
        """Return the same in this process."""
        return Here(self._work)


def execution_for(
    boxes: int, workers: int | None = None, work: Work | None = None, own: bool = True
) -> Here | Processes:
    """Return where to compute ``boxes`` ground truths; ``workers`` None: as many processes as are worth their start.

    ``own``: whether this process is one of them, as of `Processes`.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    wanted = min(cores, boxes // WORTH) if workers is None else workers
    return Processes(wanted, work, own) if wanted > 1 else Here(work)
