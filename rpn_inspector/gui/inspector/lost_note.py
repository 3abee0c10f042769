"""The chosen box that augmentation took from a trained picture: why, and its way from its picture to the input."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rpn_inspector.core.boxes import sides
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.trained_picture import OUT_OF_CROP, OUT_OF_MOSAIC, Sources, TrainedPicture, reason_words
from rpn_inspector.core.values import Array
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.theme import Theme, ink, sized
from rpn_inspector.session.state import State


class LostNote(QWidget):
    """Heading, sentence and sizes of one lost box, until anything else is chosen or shown."""

    def __init__(self) -> None:
        super().__init__()
        self.finding, self.place, self.why = PlainLabel(), PlainLabel(), PlainLabel()
        self.way = FactTable(tr("Its way"), (tr("w × h, px"), tr("area")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(4)
        for label in (self.finding, self.place, self.why):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.way)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.finding.setFont(sized(self.font(), 14, bold=True))
        ink(self.place, "text_second")
        self.way.set_theme(theme)

    def render_state(self, old: State | None, new: State) -> None:
        """Go once another picture is shown, or an anchor or a ground truth chosen."""
        if old is None or (old.shown, old.selection, old.gt) != (new.shown, new.selection, new.gt):
            self.hide()

    def show_box(self, trained: TrainedPicture, place: int, inspection: Inspection) -> None:
        """Show box ``place`` of those a trained picture began with."""
        sources, size = trained.sources, inspection.frame.network_size
        if sources is None:
            return
        why, name = sources.lost[place], sources.class_name(place, inspection.sample.classes)
        self.finding.setText(tr("Lost in augmentation: {why}").format(why=said(reason_words(why))))
        self.place.setText(
            tr("{number} {name} of {picture}").format(number=place + 1, name=name, picture=sources.picture[place])
        )
        self.why.setText(_meaning(why))
        self.way.fill(_rows(sources, place, size), bold_last=True)
        self.show()


def _meaning(why: str) -> str:
    if why == OUT_OF_MOSAIC:
        return tr("It lies in a part of its picture that was cut away where pictures were joined.")
    if why == OUT_OF_CROP:
        return tr("After scaling and moving, nothing of it lies in the network's input.")
    return tr(
        "What is left of it stays in the picture without a ground truth, so its points are trained as background."
    )


def _rows(sources: Sources, place: int, size: tuple[int, int]) -> list[tuple[str, ...]]:
    moved = sources.box[place].astype(np.float64)
    kept = np.clip(moved, 0, [size[1], size[0], size[1], size[0]])
    rows = [(tr("in its picture"), *_extent(sources.gt[place]))]
    if sources.joined is not None and np.isfinite(sources.joined).any():
        rows.append((tr("in the mosaic"), *_extent(sources.joined[place])))
    rows += [(tr("scaled and moved"), *_extent(moved)), (tr("in the network's input"), *_extent(kept))]
    whole = _area(moved)
    left = f"{100 * _area(kept) / whole:.1f} %" if whole > 0 else NOTHING
    return [*rows, (tr("area left"), "", left)]


def _extent(box: Array) -> tuple[str, str]:
    """Return sides and area of a box (4,) in digits, 0 where nothing of it is left, a dash where it is not known."""
    if not np.isfinite(box).all():
        return NOTHING, NOTHING
    (wide, high), area = _sides(box), _area(box)
    return (f"{number(wide, 1)} × {number(high, 1)}" if area else "0"), number(area, 0)


def _area(box: Array) -> float:
    wide, high = _sides(box)
    return wide * high


def _sides(box: Array) -> tuple[float, float]:
    (wide,), (high,) = sides(box[None].astype(np.float64))
    return max(float(wide), 0.0), max(float(high), 0.0)
