"""Where all counts of one ``audit`` command are computed, with each result kept for --resume."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rpn_inspector.analysis.audit.dask_cluster import DaskCluster
    from rpn_inspector.analysis.audit.kept_units import Kept
    from rpn_inspector.analysis.audit.worker_pool import Work


class Executions:
    """Gives executions of one command: on a Dask cluster, or in ``workers`` processes of this machine; a context.

    ``dask`` is an address, "local" for a cluster of this machine, None for none; ``resume``: whether results that an
    earlier command kept are taken.
    """

    def __init__(self, workers: int | None, dask: str | None, resume: bool) -> None:
        from rpn_inspector.analysis.audit.kept_units import KeptParts

        self.workers = workers
        self._cluster = None if dask is None else _cluster(dask, workers)
        self.parts = KeptParts(resume)

    def of(self, boxes: int, work: Work) -> Kept:
        """Return where to do ``work`` that takes as long as counting so many ground truths."""
        from rpn_inspector.analysis.audit.execution import execution_for

        if self._cluster is not None:
            return self.parts.around(self._cluster.doing(work))
        return self.parts.around(execution_for(boxes, self.workers, work))

    def of_outputs(self, images: int, path: Path) -> Kept:
        """Return where to look at the outputs at ``path`` of so many pictures. Raises where a worker sees none."""
        from rpn_inspector.analysis.audit.audit import WEIGHT
        from rpn_inspector.analysis.audit.output_counts import count_outputs

        if self._cluster is not None:
            self._cluster.check_seen(path)
        return self.of(images * WEIGHT, count_outputs)

    def __enter__(self) -> Executions:
        """Return this."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the cluster, if any; results stay kept."""
        if self._cluster is not None:
            self._cluster.close()


def _cluster(address: str, workers: int | None) -> DaskCluster:
    from rpn_inspector.analysis.audit.dask_cluster import DaskCluster

    return DaskCluster(address, workers)


@contextlib.contextmanager
def resumable() -> Iterator[None]:
    """Add to what is said of a stopped count how to go on."""
    try:
        yield
    except Exception:
        raise
    except BaseException as stopped:  # Ctrl+C, or another process' signal
        stopped.add_note("the same command with --resume goes on from what is counted")
        raise
