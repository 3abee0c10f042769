"""A picture of 268,569 anchors on the screen: panning all, finding those under the cursor, sorting, and gestures.

usage: python benchmarks/dense.py [--repeats 40] [--json]
Off-screen Qt, one BLAS thread, both sides in turn in one process. The job: 800 x 1333 px padded to 800 x 1344, FPN
strides 4 to 64, 3 ratios, 20 ground truths. The peers are what users would write: pyqtgraph's PlotCurveItem over an
ImageItem for the drawing, a comparison with every box for the cursor, QSortFilterProxyModel over a table model for the
sorting (one repeat: it takes a quarter of a minute). A pan moves the picture by a fraction of a pixel and paints it
anew, so nothing kept helps; a sort is of another column each time, painted before it counts. The gestures of
`gestures.py` follow, in the whole window with raw outputs: hover, N held, a brush, a filter, and a box dragged.
"""

import argparse
import json
import os
import statistics
import time
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pyqtgraph as pg
from gestures import WARM, Gestures
from measuring import loaded, peak_mib
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication, QTableView

from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.datasets.dataset import Dataset, Notes
from rpn_inspector.data.pictures.images import Picture
from rpn_inspector.gui.canvas import Canvas
from rpn_inspector.gui.canvas.view import CanvasView
from rpn_inspector.gui.tables.anchor_columns import anchor_columns
from rpn_inspector.gui.widgets.table import RowTable
from rpn_inspector.gui.widgets.theme import LIGHT, apply
from rpn_inspector.session.request import Shown
from rpn_inspector.session.state import State

SIZE = (800, 1333)
WIDGET = (1333, 800)
SORTED_BY = ("IoU", "Anchor", "Label", "Level", "GT")


def picture_of_anchors() -> Shown:
    """Return the job as the window shows it, over a picture of noise."""
    generator = np.random.default_rng(0)
    corner = generator.uniform(0, 1, (20, 2)) * (SIZE[1] - 200, SIZE[0] - 200)
    gt = np.concatenate([corner, corner + generator.uniform(20, 200, (20, 2))], 1)
    recipe = load_recipe("torchvision-fpn")
    inspection = inspect(Sample(name="noise", size=SIZE, gt=gt), recipe)
    pixels = generator.integers(0, 255, (*SIZE, 3)).astype(np.uint8)
    dataset = Dataset(Path(), "none", [], (), Notes())
    picture = Picture(pixels, SIZE)
    return Shown(
        dataset=dataset, index=0, recipe=recipe, predictions=None, inspection=inspection, picture=picture, seconds=0.0
    )


def timed(work) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def spread(values) -> dict[str, float]:
    ordered = sorted(values)
    return {"median": statistics.median(ordered), "p95": ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]}


def panning(app: QApplication, shown: Shown, repeats: int) -> dict[str, object]:
    canvas = Canvas(theme=LIGHT)
    canvas.resize(*WIDGET)
    canvas.show()
    state = State(
        shown.recipe, shown.dataset, shown=shown, layers=frozenset({"truth", "positive", "ignored", "negative"})
    )
    canvas.render_state(None, state)
    boxes = shown.inspection.grid.all_boxes()
    peer = pg.GraphicsLayoutWidget(size=WIDGET)
    view = peer.addViewBox(invertY=True, lockAspect=True)
    view.addItem(pg.ImageItem(shown.picture.pixels, axisOrder="row-major"))
    corners = boxes[:, [0, 1, 2, 1, 2, 3, 0, 3, 0, 1]].reshape(-1, 5, 2)
    drawn = np.tile(np.array([1, 1, 1, 1, 0], np.int32), len(boxes))  # a rectangle each, not joined to the next
    view.addItem(pg.PlotCurveItem(corners[..., 0].ravel(), corners[..., 1].ravel(), connect=drawn, pen="r"))
    peer.show()
    app.processEvents()
    base, ours, theirs = canvas.view, [], []

    def pan_ours(step: int) -> None:
        canvas.show_view(CanvasView(base.scale, base.x + 0.37 * step, base.y))
        canvas.repaint()

    def pan_theirs(step: int) -> None:
        view.setRange(xRange=(0.37 * step, SIZE[1] + 0.37 * step), yRange=(0, SIZE[0]), padding=0)
        peer.viewport().repaint()

    for step in range(1, repeats + 4):
        ours.append(timed(lambda step=step: pan_ours(step)))
        if step <= 10:
            theirs.append(timed(lambda step=step: pan_theirs(step)))
    canvas.close()
    peer.close()
    return report(ours[3:], theirs[3:])


def cursor(shown: Shown, repeats: int) -> dict[str, object]:
    grid, generator = shown.inspection.grid, np.random.default_rng(1)
    boxes = grid.all_boxes()
    ours, theirs, same = [], [], True
    for x, y in generator.uniform(0, 1, (10 * repeats, 2)) * (SIZE[1], SIZE[0]):
        found: list[object] = []
        ours.append(timed(lambda x=x, y=y, found=found: found.append(grid.under(x, y))))
        theirs.append(timed(lambda x=x, y=y, found=found: found.append(held(boxes, x, y))))
        same = same and np.array_equal(np.sort(found[0]), found[1])
    return report(ours, theirs, same)


def held(boxes, x: float, y: float):
    return np.flatnonzero((boxes[:, 0] <= x) & (x <= boxes[:, 2]) & (boxes[:, 1] <= y) & (y <= boxes[:, 3]))


class _PlainModel(QAbstractTableModel):
    """A table of arrays as a tutorial writes one."""

    def __init__(self, columns) -> None:
        super().__init__()
        self.columns = columns

    def rowCount(self, _parent=QModelIndex()) -> int:  # noqa: B008
        return len(self.columns[0])

    def columnCount(self, _parent=QModelIndex()) -> int:  # noqa: B008
        return len(self.columns)

    def data(self, index, role=0):
        return self.columns[index.column()][index.row()].item() if role == Qt.ItemDataRole.DisplayRole else None


def sorting(app: QApplication, shown: Shown, repeats: int) -> dict[str, object]:
    columns = anchor_columns(Values(shown.inspection))
    names = [column.title for column in columns]
    table = RowTable("anchors", names.index("IoU"), descending=True)
    table.columns_model.theme = LIGHT
    table.resize(900, 500)
    table.fill(columns)
    table.show()
    app.processEvents()

    def sort_ours(step: int) -> None:
        order = Qt.SortOrder.AscendingOrder if step // len(SORTED_BY) % 2 else Qt.SortOrder.DescendingOrder
        table.sortByColumn(names.index(SORTED_BY[step % len(SORTED_BY)]), order)
        table.viewport().repaint()

    for step in range(len(SORTED_BY)):
        sort_ours(step)  # the columns are made
    ours = [timed(lambda step=step: sort_ours(step)) for step in range(repeats)]
    peer, proxy = QTableView(), QSortFilterProxyModel()
    model = _PlainModel([columns[names.index(name)].keys for name in SORTED_BY])
    proxy.setSourceModel(model)
    peer.setModel(proxy)
    peer.resize(900, 500)
    peer.show()
    app.processEvents()
    theirs = [timed(lambda: (peer.sortByColumn(0, Qt.SortOrder.DescendingOrder), peer.viewport().repaint()))]
    sort_ours(0)  # by the column that the peer sorts by, from the highest down
    iou, rows = model.columns[0], range(proxy.rowCount())
    their_order = [proxy.mapToSource(proxy.index(row, 0)).row() for row in rows]
    same = np.array_equal(iou[table.columns_model.order], iou[their_order])  # ties may stand in any order
    table.close()
    peer.close()
    return report(ours, theirs, same)


def gestures(app: QApplication, shown: Shown, repeats: int) -> dict[str, dict[str, object]]:
    columns = anchor_columns(Values(shown.inspection))
    work = Gestures(app, shown, _PlainModel([column.keys for column in columns if column.title in SORTED_BY]))
    rows = {}
    for name, gesture in (
        ("hover over the picture", work.hover),
        ("next anchor (N)", work.walk),
        ("brush in a plot", work.brush),
        ("filter line", work.filter),
    ):
        ours, theirs, same = gesture(repeats)
        rows[name] = report(ours[WARM:], theirs[WARM:], same)
    ours, theirs, same, followed = work.drag(repeats)
    rows["drag a box (what-if)"] = {**report(ours[WARM:], theirs[WARM:], same), "followed_ms": followed}
    work.close()
    return rows


def report(ours, theirs, same: bool | None = None) -> dict[str, object]:
    """Return the figures of a row; ``same``: whether both sides found the same, None where they only paint."""
    medians = statistics.median(ours), statistics.median(theirs)
    return {"ours_ms": spread(ours), "peer_ms": spread(theirs), "ratio": medians[0] / medians[1], "same": same}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=40)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    app = QApplication([])
    apply(app, LIGHT)
    shown = picture_of_anchors()
    rows = {
        "pan all anchors": panning(app, shown, args.repeats),
        "anchors under the cursor": cursor(shown, args.repeats),
        "sort the table": sorting(app, shown, args.repeats),
        **gestures(app, shown, args.repeats),
    }
    if args.json:
        facts = {"anchors": shown.inspection.grid.size, "peak_mib": peak_mib(), "load": loaded()}
        print(json.dumps({**facts, "rows": rows}))
        return
    print(f"{shown.inspection.grid.size:,} anchors; ms, median / p95")
    for name, row in rows.items():
        sides = "  ".join(f"{row[side]['median']:9.2f} /{row[side]['p95']:9.2f}" for side in ("ours_ms", "peer_ms"))
        said = "   NOT THE SAME" if row["same"] is False else ""
        print(f"  {name:<26}{sides}   ratio {row['ratio']:.4f}{said}")


if __name__ == "__main__":
    main()
