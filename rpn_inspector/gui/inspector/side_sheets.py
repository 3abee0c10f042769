"""The sheet at the side: the anchor's while anchors are looked at, the candidate's while a second stage is."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from rpn_inspector.gui.inspector.candidate_panel import CandidatePanel
from rpn_inspector.gui.inspector.inspector_panel import InspectorPanel
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.theme import Theme
from rpn_inspector.session.state import State


class SideSheets(QStackedWidget, Part):
    """`InspectorPanel` and `CandidatePanel` one behind the other, the second made once a stage is looked at.

    The signals are those of `CandidatePanel`.
    """

    candidate_chosen = Signal(int)
    anchor_wanted = Signal(int)
    gt_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.anchor = InspectorPanel(theme, self)
        self.addWidget(self.anchor)

    @cached_property
    def candidate(self) -> CandidatePanel:
        """The sheet of a candidate."""
        sheet = CandidatePanel(self.theme, self)
        sheet.chosen.connect(self.candidate_chosen)
        sheet.anchor_wanted.connect(self.anchor_wanted)
        sheet.gt_wanted.connect(self.gt_wanted)
        self.addWidget(sheet)
        return sheet

    @property
    def holds_numbers(self) -> bool:
        """Return whether the sheet in front shows anything of a picture."""
        return self.anchor.holds_numbers if self.currentWidget() is self.anchor else self.candidate.holds_numbers

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.anchor.set_theme(theme)
        if "candidate" in vars(self):
            self.candidate.set_theme(theme)

    def render_state(self, old: State | None, new: State) -> None:
        """Put the sheet of what is looked at in front, and fill it."""
        self.anchor.render_state(old, new)
        if new.staged is not None or "candidate" in vars(self):
            self.candidate.render_state(old, new)  # without a stage it is empty
        self.setCurrentWidget(self.anchor if new.staged is None else self.candidate)
