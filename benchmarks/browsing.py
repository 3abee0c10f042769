"""Browsing 100,000 pictures: the list filled, filtered and scrolled, and Next from the key to the painted overlay.

usage: python benchmarks/browsing.py [--images 100000] [--steps 120] [--keys-per-second 30] [--json]
Pictures are 1920x1080 JPEGs (few files, many links to them) with 8 ground truths each, made once in the temporary
folder; recipe torchvision-fpn; off-screen Qt. The peer fills a QListWidget with one item a picture, as most annotation
programs do, and scrolls it; both lists are in one process, in turn. A scroll step is a page, painted before it counts.
Next is counted from ``Workspace.go_to`` to the painted canvas, and to all panels: with keys as fast as pictures are
shown, and at the rate of a held key, so that what is prepared between keys shows. The bar is a p95 of 16 ms at that
rate, to the painted canvas.
"""

import argparse
import json
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = tempfile.TemporaryDirectory()
os.environ["RPN_INSPECTOR_HOME"] = HOME.name

import cv2  # noqa: E402
import numpy as np  # noqa: E402
from PySide6.QtGui import QPaintEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QListView, QListWidget, QListWidgetItem  # noqa: E402

from rpn_inspector.core.recipe import load_recipe  # noqa: E402
from rpn_inspector.data.opening import open_dataset  # noqa: E402
from rpn_inspector.gui.app import SWITCH_SECONDS  # noqa: E402
from rpn_inspector.gui.images import ImagesPanel  # noqa: E402
from rpn_inspector.gui.theme import LIGHT, apply  # noqa: E402
from rpn_inspector.work.arranging import Arrangement  # noqa: E402
from rpn_inspector.work.reports import Report  # noqa: E402
from rpn_inspector.work.workspace import State  # noqa: E402

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
    state = State(load_recipe("torchvision-fpn"), dataset)
    filled = timed(lambda: panel.model.show(state, Report(len(dataset))))
    texts = ("9", "99", "999", "")
    filtered = [timed(lambda text=text: panel.model.arrange(Arrangement(text))) for text in texts]
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
    from rpn_inspector.gui.window import Window

    painted = _painted()
    window = Window(LIGHT)
    window.frame.resize(1440, 900)
    window.frame.show()
    window.choose_recipe("torchvision-fpn")
    opening = timed(lambda: (window.opening.open_path(file), _until(app, lambda: _settled(window, 0))))

    def step(index: int) -> tuple[float, float]:
        """Return the time from the key to the painted overlay, and to all panels being painted."""
        start = time.perf_counter()
        window.workspace.go_to(index)
        _until(app, lambda: _settled(window, index))
        overlay = next(end for shown, end in reversed(painted) if shown == index)
        return 1e3 * (overlay - start), 1e3 * (time.perf_counter() - start)

    fast = [step(index) for index in range(1, steps + 1)]
    held = []
    for index in range(steps + 1, 2 * steps + 1):
        due = time.perf_counter() + 1 / rate
        held.append(step(index))
        while time.perf_counter() < due:
            app.processEvents()
            time.sleep(0.0005)
    window.frame.close()
    found: dict[str, object] = {"open_to_painted_ms": opening}
    for name, taken in (("next_at_once", fast[5:]), (f"next_at_{rate:g}_a_second", held)):
        found[name] = spread([overlay for overlay, _ in taken])
        found[f"{name}_panels"] = spread([panels for _, panels in taken])
    return found


def _painted() -> list[tuple[int, float]]:
    """Return a list that grows with every painting of a canvas: the picture's number, and when it was done."""
    from rpn_inspector.gui.canvas import Canvas

    found: list[tuple[int, float]] = []
    paint = Canvas.paintEvent

    def painted(self: Canvas, event: QPaintEvent) -> None:
        paint(self, event)
        if self._shown is not None:
            found.append((self._shown.index, time.perf_counter()))

    Canvas.paintEvent = painted  # type: ignore[method-assign]
    return found


def _settled(window: object, index: int) -> bool:
    state = window.workspace.state  # type: ignore[attr-defined]
    return not state.busy and state.shown is not None and state.shown.index == index


def _until(app: QApplication, done: Callable[[], bool]) -> None:
    give_up = time.perf_counter() + 60
    while not done():
        app.processEvents()
        if time.perf_counter() > give_up:
            raise SystemExit("nothing was shown within a minute")
    app.processEvents()  # painted


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
    report = {
        "images": args.images,
        "list": lists(app, file, args.steps),
        "window": browse(app, file, args.steps, args.keys_per_second),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    if args.json:
        print(json.dumps(report))
        return
    print(f"{args.images:,} pictures; ms")
    for part in ("list", "window"):
        for name, value in report[part].items():
            print(f"  {name:<32}{_line(value)}")
    print(f"  {'peak MiB':<32}{report['peak_mib']:.0f}")


def _line(value: object) -> str:
    if isinstance(value, dict):
        return "   ".join(f"{name} {_line(part)}" for name, part in value.items())
    return f"{value:.4g}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()
