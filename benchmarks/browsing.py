"""Browsing 100,000 pictures: the list filled, filtered and scrolled, and Next from the key to the painted overlay.

usage: python benchmarks/browsing.py [--images 100000] [--steps 120] [--keys-per-second 30] [--json]
Pictures are 1920x1080 JPEGs (few files, many links to them) with 8 ground truths each, made once in the temporary
folder; recipe torchvision-fpn; off-screen Qt. The peer fills a QListWidget with one item a picture, as most annotation
programs do, and scrolls it; both lists are in one process, in turn. A scroll step is a page, painted before it counts.
Next is counted from ``Workspace.go_to`` to the painted canvas, to the same without the canvas's own painting, and until
every panel is painted too: once with keys as fast as pictures are shown, once at a steady rate of keys, so that what
is prepared between keys shows. The bar is a p95 of 16 ms to the painted canvas at that rate; ``cpu`` is the time of the
window's own thread until then, and until all is painted. Between the keys the window waits for events, as in the
program: a loop that asks for them without end would take the interpreter from what is prepared. The first pictures are
left out, and the scan of the pictures goes on meanwhile, as it does for a user. The last part is the list during that
scan: a page scrolled thirty times a second with thumbnails and all that waits, sorted, filtered, stopped and closed.
"""

import argparse
import json
import math
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = tempfile.TemporaryDirectory()
os.environ["RPN_INSPECTOR_HOME"] = HOME.name

import cv2  # noqa: E402
import numpy as np  # noqa: E402
from measuring import loaded, peak_mib  # noqa: E402
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QListView, QListWidget, QListWidgetItem, QWidget  # noqa: E402

from rpn_inspector.analysis.scan.list_order import Arrangement  # noqa: E402
from rpn_inspector.analysis.scan.report import ScanReport  # noqa: E402
from rpn_inspector.core.recipe import load_recipe  # noqa: E402
from rpn_inspector.data.datasets.open_dataset import open_dataset  # noqa: E402
from rpn_inspector.gui.app import SWITCH_SECONDS  # noqa: E402
from rpn_inspector.gui.images import ImagesPanel  # noqa: E402
from rpn_inspector.gui.shell.garbage import collected_here  # noqa: E402
from rpn_inspector.gui.widgets.theme import LIGHT, apply  # noqa: E402
from rpn_inspector.session.state import State  # noqa: E402

FILES = 16


def make(folder: Path, images: int) -> Path:
    """Make the dataset once; return its annotation file."""
    file = folder / "labels.json"
    if file.exists():
        return file
    rng = np.random.default_rng(1)
    (folder / "images").mkdir(parents=True, exist_ok=True)
    for number in range(FILES):
        small = rng.integers(0, 255, (34, 60, 3), np.uint8)
        pixels = cv2.resize(small, (1920, 1080), interpolation=cv2.INTER_CUBIC)
        pixels = np.clip(pixels + rng.normal(0, 6, pixels.shape), 0, 255).astype(np.uint8)
        cv2.imwrite(str(folder / f"source{number}.jpg"), pixels, [cv2.IMWRITE_JPEG_QUALITY, 90])
    for number in range(images):
        link = folder / "images" / f"{number:06d}.jpg"
        if not link.exists():
            os.link(folder / f"source{number % FILES}.jpg", link)
    table = [{"id": n, "file_name": f"images/{n:06d}.jpg", "width": 1920, "height": 1080} for n in range(images)]
    corners, sides = rng.uniform(0, 800, (8 * images, 2)).round(1), rng.uniform(20, 270, (8 * images, 2)).round(1)
    boxes = np.concatenate([corners, sides], 1).tolist()
    rows = [{"id": n, "image_id": n // 8, "category_id": 1, "bbox": box} for n, box in enumerate(boxes)]
    text = json.dumps({"images": table, "annotations": rows, "categories": [{"id": 1, "name": "thing"}]})
    file.write_text(text, encoding="utf-8")
    return file


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def spread(values: list[float]) -> dict[str, float]:
    return {"median_ms": statistics.median(values), "p95_ms": statistics.quantiles(values, n=20)[-1], "n": len(values)}


def scroll(view: QListView, steps: int) -> list[float]:
    bar = view.verticalScrollBar()
    taken = []
    for step in range(steps):
        bar.setValue(bar.maximum() * step // steps)
        taken.append(timed(view.viewport().repaint))
    return taken


def lists(app: QApplication, file: Path, steps: int) -> dict[str, object]:
    start = time.perf_counter()
    dataset = open_dataset(file)
    opening = (time.perf_counter() - start) * 1e3
    panel = ImagesPanel(LIGHT)
    panel.resize(260, 900)
    panel.show()
    app.processEvents()
    state, report = State(load_recipe("torchvision-fpn"), dataset), ScanReport(len(dataset))
    filled = timed(lambda: panel.list.show_state(state, report, 0))
    wanted = [Arrangement(text=text) for text in ("9", "99", "999", "")]
    filtered = [timed(lambda one=one: panel.list.arrange(one)) for one in wanted]
    app.processEvents()
    ours = scroll(panel.list, steps)
    panel.close_down()
    panel.close()
    peer = QListWidget()
    peer.resize(260, 900)

    def fill() -> None:
        for number, name in enumerate(dataset.names):
            peer.addItem(QListWidgetItem(f"{name}, {dataset.count(number)} ground truths"))

    peer_filled = timed(fill)
    peer.show()
    app.processEvents()
    items = [peer.item(number) for number in range(peer.count())]
    peer_filtered = timed(lambda: [item.setHidden("99" not in item.text()) for item in items])
    for item in items:
        item.setHidden(False)
    app.processEvents()
    theirs = scroll(peer, steps)
    peer.close()
    return {
        "open_ms": opening,
        "fill_ms": {"ours": filled, "QListWidget": peer_filled, "ratio": filled / peer_filled},
        "filter_ms": {"ours": max(filtered), "QListWidget": peer_filtered, "ratio": max(filtered) / peer_filtered},
        "scroll": {"ours": spread(ours), "QListWidget": spread(theirs)},
    }


def browse(app: QApplication, file: Path, steps: int, rate: float) -> dict[str, object]:
    from rpn_inspector.gui.wiring import Wiring

    window = Wiring(LIGHT)
    window.main_window.resize(1440, 900)
    window.main_window.show()
    window.navigate.choose_recipe("torchvision-fpn")
    opening = timed(lambda: (window.opening.open_path(file), _until(app, lambda: _settled(window, 0))))

    watch = _Watch(window.canvas, lambda: window.workspace.state.shown)

    def step(index: int) -> dict[str, float]:
        watch.reset()
        start, spent = time.perf_counter(), time.thread_time()
        window.workspace.go_to(index)
        _until(app, lambda: _settled(window, index))
        all_of_it, painted = (time.perf_counter() - start) * 1e3, (watch.first - start) * 1e3
        return {
            "painted": painted,
            "painted_without_canvas": painted - watch.spent,
            "all_panels": all_of_it,
            "painted_cpu": (watch.first_cpu - spent) * 1e3,
            "all_panels_cpu": (time.thread_time() - spent) * 1e3,
        }

    fast, held = [], []
    for index in range(1, steps + 1):
        fast.append(step(index))
    for index in range(steps + 1, 2 * steps + 1):
        due = time.perf_counter() + 1 / rate
        held.append(step(index))
        _rest(due)
    window.main_window.close()
    return {
        "open_to_painted_ms": opening,
        "next_at_once": _spreads(fast[5:]),
        f"next_at_{rate:g}_a_second": _spreads(held[5:]),
    }


def meanwhile(app: QApplication, file: Path, steps: int) -> dict[str, object]:
    """The list in the window while its pictures are being scanned: scrolled, sorted, filtered, stopped, closed."""
    from rpn_inspector.gui.wiring import Wiring

    before = set(threading.enumerate())
    window = Wiring(LIGHT)
    window.main_window.resize(1440, 900)
    window.main_window.show()
    window.navigate.choose_recipe("torchvision-fpn")
    window.opening.open_path(file)
    _until(app, lambda: _settled(window, 0) and window.images.scanner.running)
    panel, bar = window.images, window.images.list.verticalScrollBar()

    def step(number: int) -> None:
        bar.setValue(bar.maximum() * number // steps)
        panel.list.viewport().repaint()
        app.processEvents()

    scrolled = []
    for number in range(steps):
        due = time.perf_counter() + 1 / 30
        scrolled.append(timed(lambda number=number: step(number)))
        _rest(due)
    thumbnails = panel.model.waiting()
    _until(app, lambda: not panel.model.waiting())
    keys = [key for key in panel.sort_button.keys if key != "loss"]  # there are no outputs
    sorted_ = [timed(lambda key=key: (panel.sort(key, True), step(0))) for key in keys]
    filtered = [
        timed(lambda text=text: (panel.filter.setText(text), panel._search(), step(0))) for text in ("9", "99", "")
    ]
    assert panel.scanner.running
    stopped = timed(panel.scanner.stop)
    panel.scanner.resume()
    _until(app, lambda: panel.scanner.running)
    closed = timed(window.main_window.close)
    left = [thread.name for thread in set(threading.enumerate()) - before if thread.is_alive()]
    return {
        "scroll_and_events": spread(scrolled),
        "thumbnails_behind": float(thumbnails),
        "sort_ms": dict(zip(keys, sorted_, strict=True)),
        "filter_ms": max(filtered),
        "stop_ms": stopped,
        "close_ms": closed,
        "threads_left": float(len(left)),
    }


class _Watch(QObject):
    """Notes when a widget has first painted another ``shown`` than at `reset`, and what its own painting took, ms."""

    def __init__(self, widget: QWidget, shown: Callable[[], object]) -> None:
        super().__init__(widget)
        self.shown = shown
        self.reset()
        widget.installEventFilter(self)

    def reset(self) -> None:
        self.before, self.first, self.first_cpu, self.spent = self.shown(), math.nan, math.nan, math.nan

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint or self.shown() is self.before or not math.isnan(self.first):
            return False
        start = time.perf_counter()
        watched.event(event)
        self.first, self.first_cpu = time.perf_counter(), time.thread_time()
        self.spent = (self.first - start) * 1e3
        return True


def _spreads(steps: list[dict[str, float]]) -> dict[str, dict[str, float]]:
    return {name: spread([one[name] for one in steps]) for name in steps[0]}


def _settled(window: object, index: int) -> bool:
    state = window.workspace.state  # type: ignore[attr-defined]
    return not state.busy and state.shown is not None and state.shown.index == index


def _until(app: QApplication, done: Callable[[], bool]) -> None:
    give_up, beat = time.perf_counter() + 60, QTimer()
    beat.start(100)  # an event, lest a wait has no end
    while not done():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() > give_up:
            raise SystemExit("nothing was shown within a minute")
    app.processEvents()  # painted


def _rest(until: float) -> None:
    loop, left = QEventLoop(), until - time.perf_counter()
    if left > 0:
        QTimer.singleShot(round(1e3 * left), loop.quit)
        loop.exec()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--images", type=int, default=100_000)
    parser.add_argument("--steps", type=int, default=120)
    parser.add_argument("--keys-per-second", type=float, default=30)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    file = make(Path(tempfile.gettempdir()) / "rpn-inspector-benchmarks" / f"browsing-{args.images}", args.images)
    app = QApplication([])
    apply(app, LIGHT)
    sys.setswitchinterval(SWITCH_SECONDS)  # as the program does
    with collected_here():  # and this
        report = {
            "images": args.images,
            "list": lists(app, file, args.steps),
            "window": browse(app, file, args.steps, args.keys_per_second),
            "while scanning": meanwhile(app, file, args.steps),
            "peak_mib": peak_mib(),
            "load": loaded(),
        }
    if args.json:
        print(json.dumps(report))
        return
    print(f"{args.images:,} pictures; ms")
    for part in ("list", "window", "while scanning"):
        for name, value in report[part].items():
            print(f"  {name:<24}{_line(value)}")
    print(f"  {'peak MiB':<24}{report['peak_mib']:.0f}")


def _line(value: object) -> str:
    if isinstance(value, dict):
        return "   ".join(f"{name} {_line(part)}" for name, part in value.items())
    return f"{value:.4g}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()
