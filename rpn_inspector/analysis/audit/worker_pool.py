"""Spawned processes, each with a pipe of its own: one that is killed takes nothing with it but the unit it had.

A thread of this process may be one more, at the end of a pipe too: it computes while the others start.
``concurrent.futures`` has one queue for all results; a process killed while writing into it leaves the others waiting
for ever.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import threading
import types
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any

import numpy as np

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import Recipe

ATTEMPTS = 4  # at a unit whose process was killed each time
PATIENCE = 2.0  # s for a process to end by itself

Work = Callable[[Any, Recipe], Any]  # a module's function of a unit and the recipe, whose result has the unit's number


class _Own(threading.Thread):
    """The thread of this process as one of the workers: it cannot be killed, and ends with its pipe."""

    pid, exitcode = None, None

    def kill(self) -> None:
        """Leave the thread its unit; the result goes nowhere."""

    def close(self) -> None:
        """Hold nothing to close."""


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, or the thread of this one, the pipe to it, and the unit it computes, None while idle."""

    process: Any
    pipe: Connection
    unit: Any = None
    begun: bool = False


class WorkerPool:
    """Computes units in ``processes`` processes, one unit at a time in each; a context that ends them.

    With ``own`` a thread of this process is the last of them.
    """

    def __init__(self, processes: int, work: Work, recipe: Recipe, own: bool = False) -> None:
        # spawned, as a forked process would inherit the threads of a window
        self._context = multiprocessing.get_context("spawn")
        self._work, self._recipe, self._processes, self._own = work, recipe, processes, own
        self._buried = False
        self.workers: list[_Worker] = []

    def __enter__(self) -> WorkerPool:
        """Return the pool; its first process starts while the units are made, the others with their first units."""
        self._started()
        return self

    def __exit__(self, *_: object) -> None:
        """End all processes, at once where they compute."""
        for worker in self.workers:
            with contextlib.suppress(OSError, ValueError):
                worker.pipe.close()  # an idle process ends at the end of its pipe
            if worker.unit is not None or not worker.begun:
                worker.process.kill()
        for worker in self.workers:
            worker.process.join(PATIENCE)
            if worker.process.is_alive() and not isinstance(worker.process, _Own):
                worker.process.kill()
                worker.process.join()
            worker.process.close()
        self.workers.clear()

    def results(self, units: Iterator[Any]) -> Iterator[Any]:
        """Yield the result of each unit, in the order of arrival; a unit of a killed process is computed again.

        Raises:
            InspectorError: where the process of one unit was killed `ATTEMPTS` times.
            Exception: what the work raised.
        """
        again, attempts = deque[Any](), dict[int, int]()
        while True:
            self._give(units, again)
            busy = {worker.pipe: worker for worker in self.workers if worker.unit is not None}
            if not busy:
                return
            for pipe in wait(list(busy)):
                worker = busy[pipe]  # type: ignore[index]  # of the connections given
                try:
                    fine, result = worker.pipe.recv()
                except (EOFError, OSError):  # killed, for want of memory perhaps
                    self._bury(worker, again, attempts)
                    continue
                worker.unit = None
                if not fine:
                    raise result
                yield result

    def _give(self, units: Iterator[Any], again: deque[Any]) -> None:
        """Give each idle process a unit, and start processes while there are units."""
        for worker in [*self.workers, *([None] * (self._processes - len(self.workers)))]:
            if worker is not None and worker.unit is not None:
                continue
            unit = again.popleft() if again else next(units, None)
            if unit is None:
                return
            worker = worker or self._started()
            worker.unit, worker.begun = unit, True
            with contextlib.suppress(OSError):  # a process killed meanwhile is found at the end of its pipe
                worker.pipe.send(unit)

    def _started(self) -> _Worker:
        mine, theirs = self._context.Pipe()
        given = (theirs, self._work, self._recipe)
        process: Any
        # what kills a process, for want of memory perhaps, must not be done again in this one
        if self._own and not self._buried and len(self.workers) == self._processes - 1:
            process = _Own(target=_compute, args=given, name="audit", daemon=True)
            process.start()
        else:
            process = self._context.Process(target=_compute_alone, args=given, daemon=True)
            with _no_script():
                process.start()
            theirs.close()  # so that the pipe ends with the process
        worker = _Worker(process, mine)
        self.workers.append(worker)
        return worker

    def _bury(self, worker: _Worker, again: deque[Any], attempts: dict[int, int]) -> None:
        """Take a killed process out of the pool, and its unit up again."""
        number, self._buried = worker.unit.number, True
        attempts[number] = attempts.get(number, 0) + 1
        again.append(worker.unit)
        self.workers.remove(worker)
        worker.pipe.close()
        worker.process.join()
        code = worker.process.exitcode
        worker.process.close()
        if attempts[number] == ATTEMPTS:
            raise InspectorError(f"a process of the audit was ended {ATTEMPTS} times at one part, at last with {code}")


@contextlib.contextmanager
def _no_script() -> Iterator[None]:
    """Let a spawned process not run the program's own script again, which takes long and may have no guard."""
    script = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script


def _compute_alone(pipe: Connection, work: Work, recipe: Recipe) -> None:
    """Compute units in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that started this one
    _compute(pipe, work, recipe)


def _compute(pipe: Connection, work: Work, recipe: Recipe) -> None:
    """Compute units until the pipe ends, with the process at its other end."""
    while True:
        try:
            unit = pipe.recv()
        except (EOFError, OSError):
            pipe.close()
            return
        try:
            with np.errstate(over="ignore", invalid="ignore"):  # boxes beyond any picture are findings
                answer = (True, work(unit, recipe))
        except Exception as error:
            answer = (False, error)
        try:
            pipe.send(answer)
        except OSError:
            pipe.close()
            return
