"""The sheet at the side: the anchor's while anchors are looked at, the candidate's while a second stage is."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from rpn_inspector.gui.inspector.candidate_panel import CandidatePanel
from rpn_inspector.gui.inspector.inspector_panel import InspectorPanel
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.theme import Theme
from rpn_inspector.session.state import State


class SideSheets(QStackedWidget, Part):
    """`InspectorPanel` and `CandidatePanel` one behind the other; the one behind computes nothing of a candidate."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.anchor, self.candidate = InspectorPanel(theme), CandidatePanel(theme)
        for sheet in (self.anchor, self.candidate):
            self.addWidget(sheet)

    @property
    def holds_numbers(self) -> bool:
        """Return whether the sheet in front shows anything of a picture."""
        return self.candidate.holds_numbers if self.currentWidget() is self.candidate else self.anchor.holds_numbers

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.anchor.set_theme(theme)
        self.candidate.set_theme(theme)

    def render_state(self, old: State | None, new: State) -> None:
        """Put the sheet of what is looked at in front, and fill it."""
        self.anchor.render_state(old, new)
        self.candidate.render_state(old, new)  # without a stage it is empty
        self.setCurrentWidget(self.anchor if new.staged is None else self.candidate)
