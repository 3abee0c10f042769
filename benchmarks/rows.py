"""The rows of SPEED: what each benchmark's JSON says as one line a piece of work, beside its peer and its bar."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Report = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One piece of work, measured.

    ``ours`` and ``peer`` in ``unit``, medians; ``at_least`` bounds peer / ours, ``at_most`` bounds ours. ``same`` says
    whether both sides gave the same, None where there is nothing to compare; ``spread`` is the lowest and the highest.
    ``memory`` is the peak of each side's process in MiB, where each side has a process of its own.
    """

    work: str
    unit: str
    ours: float
    peer: float | None = None
    beside: str = ""
    at_least: float | None = None
    at_most: float | None = None
    same: bool | None = None
    spread: tuple[float, float] | None = None
    memory: tuple[float, float | None] | None = None

    @property
    def ratio(self) -> float | None:
        """How many times longer the peer takes; None without one."""
        return None if self.peer is None or not self.ours else self.peer / self.ours

    @property
    def reached(self) -> bool | None:
        """Whether the bar is reached; None without a bar or without the peer it is a ratio to."""
        if self.same is False:
            return False
        if self.at_most is not None:
            return self.ours <= self.at_most
        return None if self.at_least is None or self.ratio is None else self.ratio >= self.at_least


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A script beside this file, its arguments, what of its JSON becomes rows, and the modules of its peers.

    ``whole`` peers are asked for by the script itself, so that without them nothing of it runs. ``quick`` are the
    arguments of a run that only shows that everything works. ``note`` says what to know before judging the rows.
    """

    script: str
    read: Callable[[Report], Iterator[Row]]
    arguments: tuple[str, ...] = ()
    quick: tuple[str, ...] = ()
    peers: tuple[str, ...] = ()
    whole: bool = False
    note: str = ""


PEERS = ("pycocotools", "labelformat", "supervision", "Pillow")
"""The other sides of `opening`."""
CORE_BARS = {
    "torchvision-fpn, 20": 50, "torchvision-fpn, 200": 100,
    "detectron2-fpn, 20": 40, "detectron2-fpn, 200": 60,
    "retinanet-torchvision, 20": 40, "retinanet-torchvision, 200": 60,
    "ssd300-torchvision, 1": 1, "ssd300-torchvision, 8": 1, "ssd300-torchvision, 200": 4,
    "proposals, random": 5, "proposals, trained-like": 5,
    "whole inspection, 20": 20,
}  # fmt: skip


def core(report: Report) -> Iterator[Row]:
    """Yield assignment, proposals and the whole inspection beside torchvision's."""
    threads = f"torchvision, {report['threads']} threads" if report["threads"] > 1 else "torchvision, 1 thread"
    for row in report["rows"]:
        bar = next(
            (bar for name, bar in CORE_BARS.items() if f"{name} boxes" in row["work"] or name == row["work"]), None
        )
        ours, theirs = row["ours"], row["torchvision"]
        spread = (ours["low"], ours["high"])
        yield Row(row["work"], "ms", ours["median"], theirs["median"], threads, bar, same=row["same"], spread=spread)


def assignment(report: Report) -> Iterator[Row]:
    """Yield YOLOv5's and ATSS's assignment beside the libraries'."""
    for row in report["rows"]:
        if "missing" not in row:
            bar = 10 if row["row"].endswith(", 200 boxes") else None
            yield _beside_library(row["row"], row["ours"], row["library"], bar, row["same"])


def dynamic(report: Report) -> Iterator[Row]:
    """Yield the assigners that look at outputs, 8,400 points and 200 ground truths."""
    for name, row in report["recipes"].items():
        yield _beside_library(f"{name}, 200 boxes", row["prediction"], row.get("library"), 1, row.get("same"))


def _beside_library(
    work: str, ours: Mapping[str, float], theirs: Mapping[str, float] | None, bar: float | None, same: bool | None
) -> Row:
    spread, peer = (ours["low"], ours["high"]), None if theirs is None else theirs["median"]
    work, beside = f"assignment, {work}", "the library, 1 thread"
    return Row(work, "ms", ours["median"], peer, beside, bar, same=same, spread=spread)


def audit(report: Report) -> Iterator[Row]:
    """Yield the audit of train2017's shape."""
    counts = report["positives_of_the_sample"]
    same = len(set(counts.values())) == 1
    seconds = report["of_train2017_seconds"]
    yield Row(
        "audit of train2017's shape", "s", seconds, report["loop_seconds"], "a loop over inspect", at_most=60, same=same
    )
    yield Row("audit of train2017's shape", "s", seconds, report["dense_seconds"], "dense NumPy", same=same)
    if "faster" in report:
        share, same = 1 / report["faster"], report["equal_bytes"]
        yield Row("audit on two processes", "x", share, 1, "one process", same=same)
        # 1.8 of the 2 that a machine has whose second core takes nothing from the first
        yield Row(
            "audit on two processes", "x", share, 1 / report["ceiling"], "two whole audits at once", 0.9, same=same
        )


def opening(report: Report) -> Iterator[Row]:
    """Yield first and second opening, the first picture, and all pictures as samples, beside the fastest peer."""
    for title, table in report["tables"].items():
        peers = {name: row["seconds"] for name, row in table.items() if name in PEERS}
        beside = min(peers, key=peers.__getitem__, default="")
        other = table[beside] if beside else None
        for name, row in table.items():
            if name in PEERS:
                continue
            same = _alike(row, other)
            memory = (row["peak_mib"], other["peak_mib"] if other else None)
            spread, bar = (row["low"], row["high"]), {"cached": 1 / 0.06, "first open": 2}.get(name)
            work = f"{title}: {name}"
            yield Row(
                work, "s", row["seconds"], peers.get(beside), beside, bar, same=same, spread=spread, memory=memory
            )
            if "first" in row:
                yield Row(f"{title}: its first picture known", "s", row["first"], peers.get(beside), beside)
    for work, table in report["samples"].items():
        row, other = table["ours"], table.get("pycocotools")
        same = _alike(row, other)
        ours, theirs = (each and 1e6 * each["seconds"] / each["images"] for each in (row, other))
        spread = (1e6 * row["low"] / row["images"], 1e6 * row["high"] / row["images"])
        yield Row(work, "us", ours, theirs, "pycocotools", at_most=40, same=same, spread=spread)


def _alike(ours: Mapping[str, Any], theirs: Mapping[str, Any] | None) -> bool | None:
    """Return whether both read as many boxes, and of each class as many at the same places; None without a peer."""
    if theirs is None:
        return None
    mine, other = (side.get("content", {}) for side in (ours, theirs))  # none of thumbnails
    return (
        ours["boxes"] == theirs["boxes"]
        and mine.keys() == other.keys()
        and all(
            math.isclose(*pair, rel_tol=SUMS) for name in mine for pair in zip(mine[name], other[name], strict=True)
        )
    )


def dense(report: Report) -> Iterator[Row]:
    """Yield what is done over 268,569 anchors."""
    bars = {"next anchor (N)": 33, "brush in a plot": 50, "filter line": 50, "drag a box (what-if)": 33}
    for name, row in report["rows"].items():
        ours, theirs = row["ours_ms"]["p95"], row["peer_ms"]["p95"]
        yield Row(f"{name}, p95", "ms", ours, theirs, "the plain way", at_most=bars.get(name), same=row["same"])
        if "followed_ms" in row:
            yield Row(f"{name}: all that follows, once let go", "ms", row["followed_ms"])


def browsing(report: Report) -> Iterator[Row]:
    """Yield the list of 100,000 pictures, and Next."""
    listed, window = report["list"], report["window"]
    for name in ("fill", "filter"):
        row = listed[f"{name}_ms"]
        yield Row(
            f"list of {report['images']:,} pictures: {name}", "ms", row["ours"], row["QListWidget"], "QListWidget"
        )
    held = next(row for name, row in window.items() if name.startswith("next_at_") and name != "next_at_once")
    yield Row("Next until the canvas is painted, p95", "ms", held["painted"]["p95_ms"], at_most=16)
    yield Row("Next until the canvas is painted, CPU of its thread", "ms", held["painted_cpu"]["median_ms"], at_most=5)
    yield Row("Next until every panel is painted, median", "ms", held["all_panels"]["median_ms"], at_most=30)


def holding(report: Any) -> Iterator[Row]:
    """Yield Right held, as the screen shows it."""
    runs = sorted((run for run in report if "pictures" in run), key=lambda run: run["pictures_per_second"])
    gaps = [run["longest_gap_ms"] for run in runs]
    run = runs[len(runs) // 2]
    shown = run["pictures_per_second"]
    yield Row("Right held: a picture on the screen every", "ms", 1e3 / shown if shown else math.inf, at_most=1e3 / 15)
    if shown:
        yield Row("Right held: longest gap", "ms", run["longest_gap_ms"], at_most=150, spread=(min(gaps), max(gaps)))
        yield Row("panels stand after the key's release", "ms", run["panels_ms_after_release"], at_most=100)
    for one in report:
        if one.get("next_median_ms") is not None:
            yield Row("Next, from the key to the picture on the screen", "ms", one["next_median_ms"])
    turned = sorted(one["list_longest_gap_ms"] for one in report if one.get("list_frames_per_second"))
    if turned:
        spread = turned[0], turned[-1]
        yield Row("the wheel over the list: longest gap", "ms", turned[-1], at_most=150, spread=spread)


def startup(report: Report) -> Iterator[Row]:
    """Yield the start."""
    first, everything, spread = report["first_window_ms"], report["everything_first_ms"], report["spread_ms"]
    yield Row("first window", "ms", first, at_most=250, spread=spread["first_window"])
    yield Row("first window", "ms", first, everything, "importing everything first", 4)
    for work, name, most in (
        ("--version", "version", 150),
        ("inspect of the demo", "inspect", 600),
        ("lint of the demo", "lint", None),
    ):
        yield Row(work, "ms", report[f"{name}_ms"], at_most=most, spread=spread[name])


def growth(report: Report) -> Iterator[Row]:
    """Yield how the time grows: 1 is linear; with a picture's sides the anchors grow by their square."""
    for work, curve in report["curves"].items():
        power = 2.0 if work.endswith("pixels a side") else 1.0
        yield Row(f"growth: {work}", "exponent", curve["exponent"], at_most=power + NOISE)


def soak(report: Report) -> Iterator[Row]:
    """Yield what grows over thousands of steps in one window."""
    for name, more in report["grown"].items():
        memory = name == "memory_mib"
        unit, most = ("MiB in 1,000", report["slack"]) if memory else ("more", 0)
        yield Row(f"{report['steps']:,} steps: {'memory' if memory else name}", unit, more, at_most=most)


SUMS = 1e-5  # relative, of a class' edges: float32 beside float64
NOISE = 0.15  # of an exponent, by times that are off by a tenth
ASKED = """An assignment is labels and owners. torchvision computes the IoU of every pair on the way; here the best IoU
of every anchor is computed once something asks for it, as it does in the rows with every anchor's IoU."""
PAINTED = """A dragged box counts from the mouse to the box painted under it, and what follows has a row of its own; the
plain way does all at once. The plain sort runs once, for it takes half a minute; of every gesture the first three times
are left out, on both sides."""
ONCE, DEFAULT_THREADS = ("--repeats", "1"), ("--threads", "0")

BENCHMARKS: Mapping[str, Benchmark] = {
    "core": Benchmark("against_torchvision.py", core, (), ONCE, ("torch", "torchvision"), True, ASKED),
    "core-threads": Benchmark(
        "against_torchvision.py", core, DEFAULT_THREADS, ONCE, ("torch", "torchvision"), True, ASKED
    ),
    "assignment": Benchmark("assignment.py", assignment, (), ONCE, ("torch", "mmdet"), whole=True),
    "dynamic": Benchmark("dynamic_assigners.py", dynamic, (), ONCE, ("ultralytics", "mmdet")),
    "audit": Benchmark("audit.py", audit, quick=("--images", "2000", "--runs", "1")),
    "opening": Benchmark(
        "opening.py", opening, quick=("--images", "300", "--files", "200", "--runs", "1"),
        peers=("pycocotools", "labelformat", "supervision"),
    ),
    "dense": Benchmark("dense.py", dense, quick=("--repeats", "4"), note=PAINTED),
    "browsing": Benchmark("browsing.py", browsing, quick=("--images", "2000", "--steps", "30")),
    "holding": Benchmark("holding.py", holding, quick=("--seconds", "2", "--times", "1")),
    "startup": Benchmark("startup.py", startup, quick=("--runs", "1")),
    "growth": Benchmark("growth.py", growth, quick=("--repeats", "1")),
    "soak": Benchmark("soak.py", soak, ("--steps", "3000"), ("--steps", "100", "--rounds", "5")),
}  # fmt: skip
"""By the name `python -m benchmarks NAME` takes."""
