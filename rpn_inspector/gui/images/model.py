"""The listed pictures as a model: the order is one index array, the facts stay in the report's columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from rpn_inspector.analysis.scan.list_order import Arrangement, Searched, arrange
from rpn_inspector.analysis.scan.report import ScanReport, bit
from rpn_inspector.core.formulas.numbers import number as written
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.data.predictions.run_dataset import RunDataset
from rpn_inspector.gui.images.findings import title
from rpn_inspector.gui.images.thumbs import Thumbs
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.session.state import State

Index = QModelIndex | QPersistentModelIndex
SEPARATOR = " · "


class ImagesModel(QAbstractListModel):
    """The pictures passing search and filters: ``rows`` (k,) picture numbers in order, ``place`` (n,) the inverse.

    ``place`` is -1 for an unlisted picture. Text is written only for rows painted or read aloud.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dataset: Dataset | None = None
        self.report: ScanReport | None = None
        self.state: State | None = None
        self.wanted = Arrangement()
        self.rows: npt.NDArray[np.int64] = np.empty(0, np.int64)
        self.place: npt.NDArray[np.int64] = np.empty(0, np.int64)
        self.thumbs = Thumbs(self)
        self.thumbs.made.connect(lambda number: self.tell([number]))
        self.searched: Searched | None = None
        self.tried: tuple[int, float] | None = None  # a what-if's picture and its loss, NaN without
        self._recorded: Outputs | None = None  # a training's step whose pictures are shown

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = 0) -> Any:
        roles = Qt.ItemDataRole
        if role not in (roles.DisplayRole, roles.ToolTipRole, roles.AccessibleTextRole) or self.dataset is None:
            return None
        number = int(self.rows[index.row()])
        return (
            as_tip(self.described(number))
            if role == roles.ToolTipRole
            else ", ".join(self.described(number).split("\n"))
        )

    # What is listed

    def show(self, state: State, report: ScanReport | None) -> None:
        """List the state's pictures, with the facts of ``report``."""
        recorded = state.predictions if isinstance(state.dataset, RunDataset) else None
        if state.dataset is not self.dataset or recorded is not self._recorded:
            self.thumbs.use(state.dataset, recorded)
            self._recorded = recorded
        if state.dataset is not self.dataset:
            self.searched = Searched(state.dataset) if state.dataset is not None else None
        self.dataset, self.report, self.state = state.dataset, report, state
        self.arrange()

    def arrange(self, wanted: Arrangement | None = None) -> None:
        """List anew in the order and with the filters of ``wanted``, None for the present."""
        self.wanted = self.wanted if wanted is None else wanted
        self.beginResetModel()
        if self.searched is None or self.report is None:
            self.rows = np.empty(0, np.int64)
            self.place = np.empty(0, np.int64)
        else:
            self.rows = arrange(self.searched, self.report, self.wanted)
            self.place = np.full(len(self.report), -1, np.int64)
            self.place[self.rows] = np.arange(len(self.rows))
        self.endResetModel()

    def row_of(self, number: int) -> int | None:
        """Return the row of picture ``number``, None for an unlisted picture."""
        return int(self.place[number]) if 0 <= number < len(self.place) and self.place[number] >= 0 else None

    def beside(self, number: int, step: int) -> int | None:
        """Return the picture ``step`` rows further, stopping at both ends; None for an empty list.

        From an unlisted picture: the next listed picture in the dataset's order, in the direction of ``step``.
        """
        if not len(self.rows):
            return None
        row = self.row_of(number)
        # A step beyond the list is Home or End, meant of the list even from an unlisted picture.
        if row is None and abs(step) >= len(self.rows):
            row = 0
        if row is not None:
            return int(self.rows[min(max(row + step, 0), len(self.rows) - 1)])
        listed = np.sort(self.rows)
        at = int(listed.searchsorted(number)) - (1 if step < 0 else 0)
        return int(listed[min(max(at, 0), len(listed) - 1)])

    def tell(self, numbers: list[int]) -> None:
        """Repaint the rows of pictures ``numbers``."""
        for number in numbers:
            row = self.row_of(number)
            if row is not None:
                self.dataChanged.emit(self.index(row), self.index(row))

    def try_out(self, tried: tuple[int, float] | None) -> None:
        """Say of a what-if's picture the loss it has there; None: no numbers are tried out."""
        if tried != self.tried:
            changed = [place[0] for place in (self.tried, tried) if place is not None]
            self.tried = tried
            self.tell(changed)

    def waiting(self) -> bool:
        """Return whether thumbnails of painted rows are still missing."""
        return self.thumbs.waiting()

    def close(self) -> None:
        """Stop the background work."""
        self.thumbs.close()

    # One row in words

    def name(self, number: int) -> str:
        """Return a picture's name without folder and picture suffix, such as .jpg."""
        assert self.dataset is not None
        name = one_line(self.dataset.names[number].replace("\\", "/").rstrip("/").rpartition("/")[2])
        stem, dot, ending = name.rpartition(".")
        return stem if dot and f".{ending.lower()}" in SUFFIXES and stem else name

    def known(self, number: int) -> bool:
        """Return whether a picture was scanned."""
        return self.report is not None and bool(self.report.done[number])

    def loss(self, number: int) -> tuple[str, bool]:
        """Return a picture's loss as written in the row, empty without a loss, and whether the loss is not finite."""
        report = self.report
        if report is None or not report.done[number]:
            return "", False
        tried = self.tried is not None and self.tried[0] == number
        loss = self.tried[1] if self.tried is not None and tried else float(report.loss[number])
        if np.isinf(loss) or (not tried and report.flags[number] & bit("not_finite")):
            return (tr("NaN") if np.isnan(loss) else "∞"), True
        if np.isnan(loss):
            return "", False
        return (written(loss) if abs(loss) < 100 else f"{loss:.4g}"), False

    def caption(self, number: int, brief: bool = False) -> tuple[list[str], str]:
        """Return a row's second line: the parts, ``brief`` in fewer letters, and the gravest defect; mostly empty."""
        assert self.dataset is not None
        report = self.report
        if report is None or not report.done[number]:
            # a training's ground truths come with its outputs: none are known before these are read
            known = self.dataset.complete and not isinstance(self.dataset, RunDataset)
            return ([tr("{n} GT").format(n=f"{self.dataset.count(number):,}")] if known else []), ""
        counts = {name: int(values[number]) for name, values in report.counts.items()}
        parts = [tr("{n} GT").format(n=f"{counts['gt_count']:,}")]
        flags, untouched = report.flags[number], 0
        if flags & bit("unreadable"):  # what could not be counted is no 0
            return parts if counts["gt_count"] else [], tr("no picture")
        parts.append(tr("undecided") if counts["undecided"] else tr("{n}+").format(n=f"{counts['positives']:,}"))
        if flags & bit("untouched"):
            untouched = next(len(gts) for kind, gts in report.found(number) if kind == "untouched")
        wrong = ""
        if counts["degenerate"]:
            wrong = tr("{n} zero-size").format(n=f"{counts['degenerate']:,}")
        elif untouched:
            wrong = counted(untouched, "1 overlaps no anchor", "{n} overlap no anchor")
        elif counts["unmatched"]:
            wrong = counted(counts["unmatched"], "1 unmatched", "{n} unmatched")
        if counts["low_quality_only"]:
            words = tr("{n} low") if brief else tr("{n} low-quality")
            parts.append(words.format(n=f"{counts['low_quality_only']:,}"))
        if counts["joined"]:
            parts.append(tr("mosaic of {n}").format(n=counts["joined"]))
        return parts, wrong

    def _positives(self, counts: Mapping[str, int]) -> str:
        """Return how many anchors, or points, of a picture are positive."""
        points = self.state is not None and self.state.recipe.anchors.of_points
        if counts["undecided"] and points:
            return tr("only predictions decide which points are positive")
        if counts["undecided"]:
            return tr("only predictions decide which anchors are positive")
        if points:
            return counted(counts["positives"], "1 positive point", "{n} positive points")
        return counted(counts["positives"], "1 positive anchor", "{n} positive anchors")

    def described(self, number: int) -> str:
        """Return all facts of a picture, a line each; for the tooltip and the screen reader."""
        assert self.dataset is not None
        lines = [self.dataset.names[number]]
        report = self.report
        if report is None or not report.done[number]:
            if self.dataset.complete:
                lines.append(counted(self.dataset.count(number), "1 ground truth", "{n} ground truths"))
            return "\n".join([*lines, tr("not scanned yet")])
        counts = {name: int(values[number]) for name, values in report.counts.items()}
        unreadable, sized = report.flags[number] & bit("unreadable"), report.area[number] > 0
        if counts["gt_count"] or not unreadable:
            lines.append(counted(counts["gt_count"], "1 ground truth", "{n} ground truths"))
        if sized or not unreadable:  # without a size there were no anchors to count
            lines.append(self._positives(counts))
        if counts["joined"]:
            lines.append(tr("mosaic of {n}").format(n=counts["joined"]))
        text, _ = self.loss(number)
        if text:
            tried = self.tried is not None and self.tried[0] == number
            lines.append((tr("total loss {v}, what-if") if tried else tr("total loss {v}")).format(v=text))
        for kind, gts in report.found(number):
            lines.append(title(kind) + (f": {len(gts):,}" if gts else ""))
        problem = report.problem(number)
        return "\n".join([*lines, problem] if problem else lines)
