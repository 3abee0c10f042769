"""A soak: thousands of a user's steps in one window, and whether memory, descriptors, threads and timers stay flat.

usage: python benchmarks/soak.py [--steps 10000] [--rounds 10] [--json]
The steps take turns: next, recipe, outputs on and off, what-if, zoom, filter, walk over anchors, layer, compare and the
page of the audit, over the demo, off-screen Qt. After each of ``--rounds`` equal parts everything comes to rest, and
what the process holds is read: resident memory (VmRSS) and open descriptors from /proc, threads, widgets, and timers
that are running. A fifth of the rounds fills the caches; flat is what the last half of the others has not more of
than their first half; of memory, by the means of the halves, at most `SLACK` MiB a thousand steps. Exit code 1 where
something grows.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import fmean

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = tempfile.TemporaryDirectory()
os.environ["RPN_INSPECTOR_HOME"] = HOME.name

import numpy as np  # noqa: E402
from measuring import loaded  # noqa: E402
from PySide6.QtCore import QEvent, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from rpn_inspector.analysis.simulated import SimulatedPredictions  # noqa: E402
from rpn_inspector.gui.widgets.theme import LIGHT, apply  # noqa: E402
from rpn_inspector.gui.wiring import Wiring  # noqa: E402

SLACK = 3.0  # MiB in a thousand steps: what an allocator moves about
RECIPES = ("torchvision-fpn", "retinanet-torchvision", "demo")
FILTERS = ("", "iou > 0.3", "label == positive", "level == 3 and iou > 0.1")


def steps(window: Wiring) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield the steps with their names for ever."""
    work, outputs = window.workspace, SimulatedPredictions()
    for turn in itertools.count():
        yield "next", lambda: work.go(1)
        yield "filter", lambda turn=turn: work.filter_by(FILTERS[turn % len(FILTERS)])  # one refused ends it
        yield "walk", lambda: window.navigate.next_anchor(1)
        yield "ground truth", work.next_gt
        yield "what-if", lambda turn=turn: _what_if(window, turn)
        yield "zoom", lambda turn=turn: window.canvas.zoom_by((2.0, 0.5)[turn % 2])
        yield "layer", lambda: work.toggle_layer("heat")
        yield "layer", lambda: work.toggle_layer("heat")
        if turn % 5 == 0:
            yield "recipe", lambda turn=turn: window.navigate.choose_recipe(RECIPES[turn // 5 % len(RECIPES)])
            yield "outputs", lambda turn=turn: work.use_predictions(outputs if turn % 10 else None)
            yield "compare", lambda: window.pages.look("compare")
            yield "audit", lambda: window.pages.look("audit")
            yield "inspect", lambda: window.pages.look("inspect")


def _what_if(window: Wiring, turn: int) -> None:
    if window.inspector.facts is not None and window.workspace.state.shown is not None:
        at = float(turn % 50)
        window.inspector.explain.set_gt(np.array([at, at, at + 60, at + 40]))


def rest(app: QApplication, window: Wiring, seconds: float = 60.0) -> None:
    """Let all that was asked for come to an end."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        app.processEvents()
        state = window.workspace.state
        idle = all(queue.idle for queue in (window.render_queue, window.panel_queue))
        there = state.shown is not None or state.problem is not None
        if idle and there and not state.busy and not window.quick_moves.moving and not window.opening.reading:
            return
        time.sleep(0.001)
    raise TimeoutError("the window did not come to rest")


def held(app: QApplication) -> dict[str, float]:
    """Return what the process holds: memory in MiB, descriptors, threads, widgets and timers, running or not."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        app.processEvents()
        gc.collect()
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    memory = next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
    timers = [timer for root in app.topLevelWidgets() for timer in root.findChildren(QTimer)]
    return {
        "memory_mib": round(memory, 1), "descriptors": len(os.listdir("/proc/self/fd")),  # noqa: PTH208
        "threads": threading.active_count(), "widgets": len(app.allWidgets()), "timers": len(timers),
    }  # fmt: skip


def growth(rounds: list[dict[str, float]], steps_a_round: int) -> dict[str, float]:
    """Return what has more in the last half of the rounds than in the first: of memory, MiB in a thousand steps."""
    warm = rounds[len(rounds) // 5 :]  # caches and pages are filled first
    first, last = warm[: len(warm) // 2], warm[len(warm) // 2 :]
    # what is there for a moment is none that stays: what grows has more at its least, too
    found = {name: min(each[name] for each in last) - min(each[name] for each in first) for name in rounds[0]}
    means = [fmean(each["memory_mib"] for each in half) for half in (first, last)]
    # the middles of the halves are half of the rounds apart
    found["memory_mib"] = round((means[1] - means[0]) / (len(warm) / 2 * steps_a_round / 1000), 2)
    return found


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--steps", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    app = QApplication([])
    apply(app, LIGHT)
    window = Wiring(LIGHT)
    window.main_window.resize(1366, 768)
    window.main_window.show()
    window.opening.open_demo()
    rest(app, window)
    turns, each = steps(window), asked.steps // asked.rounds
    rounds = list[dict[str, float]]()
    for _ in range(asked.rounds):
        for name, step in itertools.islice(turns, each):
            step()
            try:
                rest(app, window)
            except TimeoutError as error:
                raise SystemExit(f"after {name}: {error}") from None
        rounds.append(held(app))
        print(json.dumps(rounds[-1]), file=sys.stderr, flush=True)
    grown = growth(rounds, each)
    window.main_window.close()
    told = {"steps": each * asked.rounds, "rounds": rounds, "grown": grown, "slack": SLACK, "load": loaded()}
    print(json.dumps(told) if asked.json else json.dumps(told, indent=1))
    flat = grown["memory_mib"] <= SLACK and all(grown[name] <= 0 for name in grown if name != "memory_mib")
    return 0 if flat else 1


if __name__ == "__main__":
    sys.exit(main())
