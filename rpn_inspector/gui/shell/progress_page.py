"""The page shown while a large dataset is read: the first picture, progress, and a cancel button."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.required import application
from rpn_inspector.gui.widgets.theme import Theme, ink, sized, still

if TYPE_CHECKING:  # the page stands in the first paint, before NumPy is loaded
    from rpn_inspector.session.open_request import FirstPicture

STEPS = 1000


class FirstView(QWidget):
    """One picture, as large as fits."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("First picture"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.pixmap: QPixmap | None = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.pixmap is None:
            return
        size = self.pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect((self.width() - size.width()) // 2, 0, size.width(), size.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, self.pixmap)


class ProgressPage(QWidget):
    """Shows the name and the progress of a slow opening; ``cancelled`` after the button or Esc."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Opening"))
        self.title, self.note, self.bar = PlainLabel(), PlainLabel(), QProgressBar()
        for label in (self.title, self.note):
            label.setWordWrap(True)
            # The page lies behind the others too: without, a long name would be the least width of the window.
            label.setMinimumWidth(1)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(tr("Read so far"))
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setToolTip(tr("stop reading; what was open stays (Esc)"))
        self.cancel.clicked.connect(self.cancelled)
        self.view = FirstView()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.note)
        words.addWidget(self.bar)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addSpacing(16)
        head.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def begin(self, name: str, path: Path) -> None:
        """Show the start of reading."""
        self.title.setText(tr("Opening {value}").format(value=name))
        self.title.setToolTip(as_tip(str(path)))
        self.note.setText(tr("Looking what it is…"))
        self.bar.setRange(0, 1 if still(application()) else 0)
        self.bar.setValue(0)
        self.view.pixmap = None
        self.view.update()

    def tell(self, done: int, total: int) -> None:
        """Show ``done`` of ``total``, bytes or files, as read."""
        share = min(done / max(total, 1), 1.0)
        self.note.setText(tr("Reading the annotations: {value:.0f} %").format(value=100 * share))
        self.note.repaint()  # as the bar does, which would stand at another share while the window is busy
        self.bar.setRange(0, STEPS)
        self.bar.setValue(round(share * STEPS))

    def show_first(self, first: FirstPicture) -> None:
        """Show the first picture, with a note on the ground truths still being read."""
        height, width = first.pixels.shape[:2]
        image = QImage(first.pixels.data, width, height, first.pixels.strides[0], QImage.Format.Format_RGB888)
        self.view.pixmap = QPixmap.fromImage(image)
        self.view.update()
        self.title.setText(
            counted(
                first.count,
                "{name}, the one picture; its ground truths are still being read",
                "{name}, one of {n} pictures; its ground truths are still being read",
                name=first.name,
            )
        )

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.title.setFont(sized(self.font(), 14, bold=True))
        ink(self.note, "text_second")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
