"""What the benchmarks share: both sides in turn, medians with their spread, peak memory, and the load."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path

PEAK = """
def peak_mib():
    for line in open("/proc/self/status"):
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return float("nan")
"""
"""Code of `peak_mib` for a process that knows neither this file nor this package."""


def peak_mib() -> float:
    """Return this process's own peak of memory, MiB, which `ru_maxrss` takes over from who started it; else NaN."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return float("nan")
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


def loaded() -> float:
    """Return the load average of the last minute; NaN where the system has none."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")


def in_turn(
    jobs: Mapping[str, Callable[[], object]], repeats: int, clock: Callable[[], float] = time.process_time
) -> dict[str, dict[str, float]]:
    """Return each job's median, lowest and highest in ms; the jobs take turns, so that noise meets all of them.

    ``clock`` is CPU time of all threads, for what computes; `time.perf_counter` for what a user waits for.
    """
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for job in jobs.values():
        job()  # warm
    for _ in range(repeats):
        for name, job in jobs.items():
            started = clock()
            job()
            times[name].append(1e3 * (clock() - started))
    return {
        name: {"median": statistics.median(each), "low": min(each), "high": max(each)} for name, each in times.items()
    }
