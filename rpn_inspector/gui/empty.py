"""What stands in a window without a dataset: how to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rpn_inspector.gui.theme import Theme, sized

FACTS = (
    ("Reads", "COCO, Pascal VOC, YOLO, LabelMe, and folders of pictures"),
    ("Predictions", "optional; without them you see labels and targets, with them t, losses and proposals"),
    ("Your files", "are only read, never changed or sent anywhere"),
)


class EmptyPage(QWidget):
    """Two ways to begin, and what the program does with files."""

    open_wanted = Signal()
    demo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Start")
        block = QWidget(self)
        block.setFixedWidth(490)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.title = QLabel("Why is this anchor positive?")
        self.lead = QLabel("See the anchors, targets and losses your detector trains on, one box at a time.")
        self.lead.setWordWrap(True)
        column.addWidget(self.title)
        column.addWidget(self.lead)
        column.addSpacing(12)
        self.buttons: list[QPushButton] = []
        for title, words, key, wanted in (
            ("Open a dataset", "Choose a folder, or drop one anywhere in this window", "Ctrl+O", self.open_wanted),
            ("Open the demo", "A small bundled dataset", "Ctrl+Shift+D", self.demo_wanted),
        ):
            button = QPushButton(f"{title}   {key}\n{words}")
            button.setObjectName("start")
            button.setAccessibleName(title)
            button.setToolTip(key)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(wanted)
            column.addWidget(button)
            self.buttons.append(button)
        column.addSpacing(12)
        self.captions = []
        for name, words in FACTS:
            line = QHBoxLayout()
            caption, text = QLabel(name), QLabel(words)
            caption.setFixedWidth(96)
            caption.setAlignment(Qt.AlignmentFlag.AlignTop)
            text.setWordWrap(True)
            line.addWidget(caption)
            line.addWidget(text, 1)
            column.addLayout(line)
            self.captions.append(caption)
        row = QHBoxLayout(self)
        row.setContentsMargins(176, 0, 16, 0)
        row.addWidget(block, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.title.setFont(sized(self.font(), 20, bold=True))
        self.lead.setFont(sized(self.font(), 14))
        self.lead.setStyleSheet(f"color: {theme.text_second}")
        for caption in self.captions:
            caption.setStyleSheet(f"color: {theme.text_caption}")
