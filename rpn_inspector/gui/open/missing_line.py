"""The line above the picture of a dataset whose pictures were not all found, with the button to locate them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.icons import icon
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.theme import Theme
from rpn_inspector.session.problem import ProblemKind
from rpn_inspector.session.state import State


class MissingLine(QWidget, Part):
    """Says how many pictures of the open dataset were not found; hidden where none is missing, or once closed.

    Nor does it stand under a problem of pictures, which has the same button.
    """

    locate_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("missingLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._dataset: Dataset | None = None
        self._closed = False
        self.words, self.locate, self.away = PlainLabel(), QPushButton(tr("Locate pictures…")), QToolButton()
        self.words.setObjectName("missing")
        self.words.setWordWrap(True)
        self.locate.setToolTip(tr("opens the same annotations with the pictures of another folder"))
        self.locate.clicked.connect(self.locate_wanted)
        self.away.setToolTip(tr("Hide this line"))
        self.away.setAccessibleName(self.away.toolTip())
        self.away.clicked.connect(self._close)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 12, 0)
        line.setSpacing(8)
        line.addWidget(self.words, 1)
        line.addWidget(self.locate)
        line.addWidget(self.away)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self.away.setIcon(icon("close", theme.text_second))

    def render_state(self, old: State | None, new: State) -> None:
        missing = 0 if new.dataset is None else new.dataset.missing
        if new.dataset is not self._dataset:
            self._dataset, self._closed = new.dataset, False
            if new.dataset is not None and missing:
                self.words.setText(missing_words(new.dataset))
        said = new.problem is not None and new.problem.kind is ProblemKind.PICTURES
        self.setVisible(bool(missing) and not self._closed and not said)

    def _close(self) -> None:
        self._closed = True
        self.hide()


def missing_words(dataset: Dataset) -> str:
    """Return in words how many pictures were not found or may be several files, and what is shown of them."""
    left_out, ambiguous = len(dataset.orphans), dataset.ambiguous
    missing, total = dataset.missing - ambiguous, len(dataset) + left_out
    several = counted(
        ambiguous,
        "1 of {total} pictures bears a name that several files have; none is taken.",
        "{n} of {total} pictures bear names that several files have; none is taken.",
        total=f"{total:,}",
    )
    parts = (_lost_words(missing, left_out, total) if missing else "", several if ambiguous else "")
    return " ".join(filter(None, parts))


def _lost_words(missing: int, left_out: int, total: int) -> str:
    lost = counted(
        missing, "1 of {total} pictures was not found", "{n} of {total} pictures were not found", total=f"{total:,}"
    )
    if missing == total:
        lost = tr("No picture was found")
    if left_out == missing:
        return lost + tr("; the annotations are left out.")
    words = lost + tr("; where the size is known, an empty canvas stands in.")
    gone = counted(
        left_out, "1 annotation without a picture is left out.", "{n} annotations without a picture are left out."
    )
    return f"{words} {gone}" if left_out else words
