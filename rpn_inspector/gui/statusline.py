"""The line at the bottom: the picture, its sizes, what is under the cursor, the counts and the time they took."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar

from rpn_inspector.gui.numbers import number
from rpn_inspector.gui.theme import Theme
from rpn_inspector.gui.words import tr
from rpn_inspector.work.opening import left_out
from rpn_inspector.work.workspace import State

FILE_WIDTH, NOTE_WIDTH, LEAST_NOTE = 200, 360, 120  # px; longer ones are cut, whole in the tooltip
FULL_WIDTH = 1320  # px that the other texts take
LEFT, RIGHT = ("file", "image", "sizes", "cursor"), ("counts", "time")


class StatusLine:
    """Fills the labels of a status bar."""

    def __init__(self, bar: QStatusBar, theme: Theme) -> None:
        self.theme = theme
        self.labels = {name: QLabel() for name in (*LEFT, *RIGHT)}
        self.labels["file"].setObjectName("first")
        self.labels["counts"].setObjectName("first")
        for name in LEFT:
            bar.addWidget(self.labels[name])
        for name in RIGHT:
            bar.addPermanentWidget(self.labels[name])
        self.labels["counts"].setTextFormat(Qt.TextFormat.RichText)

    def render_state(self, new: State) -> None:
        """Say what is shown."""
        texts = dict.fromkeys(self.labels, "")
        if new.dataset is None or new.shown is None:
            texts["file"] = tr("Opening…") if new.busy else tr("No dataset")
            texts["image"] = tr("recipe  {name}").format(name=new.recipe.name)
        else:
            texts |= self._shown(new)
        for name, text in texts.items():
            self.labels[name].setText(text)
            self.labels[name].setVisible(bool(text))

    def _shown(self, new: State) -> dict[str, str]:
        shown = new.shown
        assert shown is not None
        inspection, label = shown.inspection, shown.inspection.assignment.label
        sizes = (inspection.sample.size, inspection.network_size, inspection.padded_size)
        original, network, padded = (f"{w:,} × {h:,}" for h, w in sizes)
        positive, negative = int((label == 1).sum()), int((label == 0).sum())
        ignored = inspection.grid.size - positive - negative
        notes = [warning.example for warning in inspection.warnings] + list(shown.picture.warnings)
        notes += left_out(shown.predictions, new.timeline)
        more = "" if len(notes) < 2 else f" (+{len(notes) - 1})"
        file = self.labels["file"]
        file.setToolTip("\n".join([inspection.sample.name, *notes]))
        cut = file.fontMetrics().elidedText
        name = cut(inspection.sample.name, Qt.TextElideMode.ElideMiddle, FILE_WIDTH)
        room = min(NOTE_WIDTH, file.window().width() - FULL_WIDTH)  # a narrow window says only how many there are
        words = f"{cut(notes[0], Qt.TextElideMode.ElideRight, room)}{more}" if notes and room >= LEAST_NOTE else ""
        note = f"  ⚠ {words or len(notes)}" if notes else ""
        between = f'&nbsp; <span style="color:{self.theme.line_strong}">│</span> &nbsp;'
        sure = tr("{n} positive").format(n=f"{positive:,}")
        return {
            "file": name + note,
            "image": tr("image {index:,} of {dataset:,}").format(index=shown.index + 1, dataset=len(shown.dataset)),
            "sizes": tr("original {original}  →  network {network}  →  padded {padded}").format(
                original=original, network=network, padded=padded
            ),
            "cursor": self.labels["cursor"].text(),
            "counts": between.join(
                (
                    f'<span style="color:{self.theme.positive_text}">{sure}</span>',
                    tr("{n} ignored").format(n=f"{ignored:,}"),
                    tr("{n} negative").format(n=f"{negative:,}"),
                    tr("{n} anchors").format(n=f"{inspection.grid.size:,}"),
                )
            ),
            "time": tr("computing…") if new.busy else f"{1000 * shown.seconds:.0f} ms",
        }

    def point(self, state: State, x: float, y: float) -> None:
        """Say where the cursor (x, y), network px, is in both frames, and the picture's own numbers there."""
        text = tr("network px  x {x}  y {y}").format(x=number(x, 1), y=number(y, 1))
        shown = state.shown
        if shown is not None:
            at = shown.inspection.to_original(np.array([[x, y, x, y]]))[0]
            text += tr("  ·  original px  x {at}  y {at2}").format(
                at=number(float(at[0]), 1), at2=number(float(at[1]), 1)
            )
            pixels, step = shown.picture.pixels, shown.picture.reduced
            row, column = int(np.floor(at[1] / step)), int(np.floor(at[0] / step))
            if 0 <= row < pixels.shape[0] and 0 <= column < pixels.shape[1]:
                text += "  ·  RGB  " + " ".join(str(int(value)) for value in pixels[row, column])
        self.labels["cursor"].setText(text)
        self.labels["cursor"].show()

    def point_away(self) -> None:
        """Say nothing of the cursor."""
        self.labels["cursor"].setText("")
        self.labels["cursor"].hide()
