"""The image list: name, ground truths, and a thumbnail made in the background for rows that are seen."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.data.dataset import Dataset
from rpn_inspector.data.images import read_image
from rpn_inspector.data.opencv import load as opencv
from rpn_inspector.gui.theme import Theme, sized
from rpn_inspector.work.workspace import State

Index = QModelIndex | QPersistentModelIndex
THUMB = QSize(56, 42)
KEPT = 600  # thumbnails held at once


class ImagesModel(QAbstractListModel):
    """The pictures that pass the filter, by their number in the dataset."""

    thumb_made = Signal(object, int, QImage)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dataset: Dataset | None = None
        self.rows: list[int] = []
        self.thumbs: OrderedDict[int, QPixmap | None] = OrderedDict()
        self._wanted: list[int] = []
        self._wake = threading.Condition()
        self._closed = False
        self._working = False
        self._thread: threading.Thread | None = None
        self.thumb_made.connect(self._keep)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = 0) -> Any:
        if self.dataset is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        number = self.rows[index.row()]
        return f"{self.dataset.names[number]}, {self.dataset.count(number)} ground truths"

    def show(self, dataset: Dataset | None, text: str) -> None:
        """List the pictures of ``dataset`` whose name holds ``text``."""
        self.beginResetModel()
        if dataset is not self.dataset:
            self.thumbs.clear()
        self.dataset = dataset
        names = dataset.names if dataset is not None else ()
        self.rows = [i for i, name in enumerate(names) if text.casefold() in name.casefold()]
        self.endResetModel()

    def thumb(self, number: int) -> QPixmap | None:
        """Return a picture's thumbnail, or None and have it made."""
        if number in self.thumbs:
            return self.thumbs[number]
        with self._wake:
            if number not in self._wanted:
                self._wanted = [*self._wanted[-30:], number]
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="thumbnails", daemon=True)
                self._thread.start()
            self._wake.notify()
        return None

    def waiting(self) -> bool:
        """Return whether thumbnails are still to be made for rows that were painted."""
        with self._wake:
            return bool(self._wanted) or self._working

    def close(self) -> None:
        """Stop making thumbnails."""
        with self._wake:
            self._closed = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._wanted or self._closed)
                if self._closed:
                    return
                number, dataset = self._wanted.pop(), self.dataset
                self._working = True
            if dataset is not None:
                self.thumb_made.emit(dataset, number, _thumbnail(dataset, number))
            with self._wake:
                self._working = False

    def _keep(self, dataset: Dataset, number: int, image: QImage) -> None:
        if dataset is not self.dataset or self._closed:
            return
        self.thumbs[number] = QPixmap.fromImage(image) if not image.isNull() else None
        while len(self.thumbs) > KEPT:
            self.thumbs.popitem(last=False)
        if number in self.rows:
            at = self.index(self.rows.index(number))
            self.dataChanged.emit(at, at)


def _thumbnail(dataset: Dataset, number: int) -> QImage:
    path = dataset.image_path(number) if number < len(dataset) else None
    if path is None:
        return QImage()
    try:
        pixels = read_image(path).pixels
    except InspectorError:
        return QImage()
    height, width = pixels.shape[:2]
    scale = max(2 * THUMB.width() / width, 2 * THUMB.height() / height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    cv2 = opencv()
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    return QImage(small.tobytes(), size[0], size[1], 3 * size[0], QImage.Format.Format_RGB888).copy()


class _Row(QStyledItemDelegate):
    """Thumbnail, name, and one caption line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, 52)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        number = model.rows[index.row()]
        theme, area = self.theme, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hover:
            painter.fillRect(area, QColor(theme.selected_row if selected else theme.hover))
        if selected:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(theme.selected_bar))
        frame = QRect(area.left() + 12, area.top() + 5, THUMB.width(), THUMB.height())
        thumb = model.thumb(number)
        if thumb is None:
            painter.fillRect(frame, QColor(theme.bars))
        else:
            part = QRect(0, 0, 2 * THUMB.width(), 2 * THUMB.height())
            part.moveCenter(thumb.rect().center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(frame, thumb, part)
        text = QRect(frame.right() + 9, area.top() + 9, area.right() - frame.right() - 17, 17)
        painter.setFont(sized(option.font, 12))
        painter.setPen(QColor(theme.text))
        name = painter.fontMetrics().elidedText(model.dataset.names[number], Qt.TextElideMode.ElideMiddle, text.width())
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.setFont(sized(option.font, 11))
        painter.setPen(QColor(theme.text_second if selected else theme.text_caption))
        missing = " · no picture" if model.dataset.image_path(number) is None else ""
        painter.drawText(
            text.translated(0, 17), int(Qt.AlignmentFlag.AlignVCenter), f"{model.dataset.count(number)} GT{missing}"
        )


class ImagesPanel(QWidget):
    """A filter over the list of pictures."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("images")
        self.setMinimumWidth(248)
        self.title, self.filter, self.list = QLabel("Images"), QLineEdit(), QListView()
        self.filter.setPlaceholderText("Filter by name")
        self.filter.setAccessibleName("Filter images by name")
        self.filter.setClearButtonEnabled(True)
        self.list.setAccessibleName("Images")
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.model = ImagesModel(self)
        self.rows = _Row(theme, self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        for widget in (self.title, self.filter):
            holder = QVBoxLayout()
            holder.setContentsMargins(12, 0, 12, 0)
            holder.addWidget(widget)
            column.addLayout(holder)
        column.addWidget(self.list, 1)
        self._telling = False
        self.filter.textChanged.connect(self._refilter)
        self.list.selectionModel().currentChanged.connect(self._tell)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.rows.theme = theme
        self.title.setFont(sized(self.font(), 12, bold=True))
        self.list.viewport().update()

    def render_state(self, old: State | None, new: State) -> None:
        """List the dataset and mark the chosen picture."""
        if old is None or old.dataset is not new.dataset:
            self._telling = True
            self.model.show(new.dataset, self.filter.text())
            self._telling = False
            self.title.setText(f"Images  {len(new.dataset):,}" if new.dataset is not None else "Images")
            self._mark(new.index)
        elif old.index != new.index:
            self._mark(new.index)

    def close_down(self) -> None:
        """Stop the background work."""
        self.model.close()

    def _refilter(self, text: str) -> None:
        self._telling = True
        at = self._number()
        self.model.show(self.model.dataset, text)
        if at is not None:
            self._mark(at)
        self._telling = False

    def _number(self) -> int | None:
        current = self.list.currentIndex()
        return self.model.rows[current.row()] if current.isValid() else None

    def _mark(self, number: int) -> None:
        self._telling = True
        if number in self.model.rows:
            at = self.model.index(self.model.rows.index(number))
            self.list.setCurrentIndex(at)
            self.list.scrollTo(at)
        self._telling = False

    def _tell(self, current: QModelIndex) -> None:
        if not self._telling and current.isValid():
            self.chosen.emit(self.model.rows[current.row()])
