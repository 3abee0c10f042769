"""The page of the Inspect workspace: one picture under its strip of layers."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rpn_inspector.gui.canvas.canvas import Canvas
from rpn_inspector.gui.canvas.chip import FilterChip
from rpn_inspector.gui.canvas.strip import LayerStrip
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.theme import Theme, text_scale
from rpn_inspector.session.state import State


class InspectPage(QWidget, Part):
    """The canvas, the strip of layers above it, and the filter in force as a chip on it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.canvas, self.strip = Canvas(theme=theme), LayerStrip(theme=theme)
        self.canvas.setMinimumSize(320, round(240 / text_scale()))  # larger text takes from the picture
        self.chip = FilterChip(self.canvas)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.canvas, 1)

    def render_state(self, old: State | None, new: State) -> None:
        # before the canvas: Qt would paint it once for itself and again under a chip that changed after it
        self.chip.render_state(old, new)
        self.canvas.render_state(old, new)
        # the counts before, as none may stand beside another picture; their tooltips after
        counted = self.strip.show_counts(new, self.canvas.layers)
        if old is not None and old.shown is not new.shown:
            self.canvas.repaint()  # the picture is looked at: it does not wait for tables and plots
        if counted:
            self.strip.describe()

    def close_down(self) -> None:
        self.canvas.stop_hovering()

    def set_theme(self, theme: Theme) -> None:
        self.canvas.set_theme(theme)
        self.strip.set_theme(theme)
