"""Work units on a Dask cluster: of this machine, or at an address."""

from __future__ import annotations

import copy
import importlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rpn_inspector.analysis.audit.counting import count
from rpn_inspector.analysis.audit.execution import AHEAD, Here
from rpn_inspector.analysis.audit.worker_pool import Work
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.recipe import Recipe

LOCAL = "local"
PATIENCE = 10  # s for an answer of the scheduler at an address


class DaskCluster:
    """Computes units on a Dask cluster: at ``address``, or on this machine with ``workers`` processes.

    ``work`` of each, `count` where not said; then it is closed. A unit of a worker that dies is computed by another.
    Raises `MissingExtra` without Dask, `InspectorError` where nothing answers at the address.
    """

    def __init__(self, address: str = LOCAL, workers: int | None = None, work: Work | None = None) -> None:
        try:
            # untyped, and looked for only when asked for
            self._dask: Any = importlib.import_module("distributed")
        except ImportError as error:
            raise MissingExtra("Dask", "dask", error) from error
        self.address, self._cluster, self._work = address, None, work or count
        try:
            if address == LOCAL:
                # one thread each: NumPy here holds the interpreter's lock most of the time
                self._cluster = self._dask.LocalCluster(
                    n_workers=workers,
                    threads_per_worker=1,
                    processes=True,
                    dashboard_address="127.0.0.1:0",
                    silence_logs=50,
                )
                self._client = self._dask.Client(self._cluster)
            else:
                self._client = self._dask.Client(address, timeout=PATIENCE)
        except (OSError, ValueError, TimeoutError) as error:
            raise InspectorError(f"--dask {address}: no scheduler answers: {error}") from error
        self._units: Iterable[Any] = ()
        self._recipe: Recipe | None = None
        self._cancelled, self._lasts = False, False
        self.processes = len(self._client.ncores())  # workers, at the start

    def doing(self, work: Work) -> DaskCluster:
        """Return this cluster for ``work``, open until this one is closed."""
        made = copy.copy(self)
        made._work, made._lasts = work, True
        return made

    def check_seen(self, path: Path) -> None:
        """Raise `InspectorError` where a worker does not see ``path``, as on another machine."""
        blind = [name for name, there in self._client.run(os.path.exists, str(path.absolute())).items() if not there]
        if blind:
            raise InspectorError(
                f"--dask {self.address}: the worker {blind[0]} does not see {path}, wanted it there too"
            )

    def submit(self, units: Iterable[Any], recipe: Recipe) -> None:
        """Take the units to compute; they are taken one by one as workers are free."""
        self._units, self._recipe = units, recipe

    def completed(self) -> Iterator[Any]:
        """Yield each unit's result, in the order of arrival. Raises what a unit raised."""
        waiting = iter(self._units)
        arriving = self._dask.as_completed()
        for _ in range(max(1, self.processes) * AHEAD):
            self._next(waiting, arriving)
        try:
            for future in arriving:
                result = future.result()
                future.release()
                if self._cancelled:
                    return
                yield result
                self._next(waiting, arriving)
        finally:
            if not self._lasts:
                self.close()

    def _next(self, waiting: Iterator[Any], arriving: Any) -> None:
        unit = next(waiting, None)
        if unit is not None:
            arriving.add(self._client.submit(self._work, unit, self._recipe, pure=False))

    def cancel(self) -> None:
        """Leave the units not yet begun."""
        self._cancelled = True

    def here(self) -> Here:
        """Return the same in this process."""
        return Here(self._work)

    def close(self) -> None:
        """End the client, and the cluster of this machine."""
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()
