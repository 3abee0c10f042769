"""The note above the anchor's facts: the focused ground truth, or how many of the picture are unmatched."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rpn_inspector.core.finding_words import GT_FINDING_WORDS
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.prospects import CandidatesThere, candidates_elsewhere, elsewhere_table
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import counted, said, titled, tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel, RichLabel
from rpn_inspector.gui.widgets.theme import LIGHT, Theme, ground, ink, sized
from rpn_inspector.session.request import Shown
from rpn_inspector.session.state import State

MOST = 8  # ground truths named in the summary


class GtNote(QWidget):
    """Heading and sentence on ground truths, shown where the anchor's own words do not say the same.

    ``chosen`` asks for a named ground truth, counted from 0.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.finding, self.why, self.line = RichLabel(), PlainLabel(), QFrame()
        self.line.setFixedHeight(1)
        self.elsewhere = FactTable(tr("Elsewhere"), ("", "", ""))
        self.elsewhere.hide()
        self._known: tuple[Inspection, tuple[CandidatesThere, ...]] | None = None
        self.theme = LIGHT
        self.said = ("", "", False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(4)
        for label in (self.finding, self.why):
            label.setWordWrap(True)
            column.addWidget(label)
        self.finding.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.finding.linkActivated.connect(lambda number: self.chosen.emit(int(number)))
        column.addWidget(self.elsewhere)
        column.addSpacing(8)
        column.addWidget(self.line)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.finding.setFont(sized(self.font(), 12, bold=True))
        ink(self.why, "text")
        self.elsewhere.set_theme(theme)
        ground(self.line, "line_strong")
        self._say(*self.said)

    def render_state(self, old: State | None, new: State) -> None:
        """Follow the focused ground truth of what is shown."""
        if old is None or (old.shown, old.selection, old.gt) != (new.shown, new.selection, new.gt):
            self._say(*self._words(new.shown, new.selection, new.gt))
            self._show_elsewhere(new)

    def _show_elsewhere(self, state: State) -> None:
        """Show what other inputs and levels would give the focused ground truth of a rule that ranks candidates."""
        shown, gt = state.shown, state.gt
        there = shown is not None and gt is not None and state.selection is None and shown.recipe.matcher.ranks
        if shown is None or gt is None or not there or gt >= len(shown.inspection.gt) or not shown.inspection.used[gt]:
            self.elsewhere.hide()
            return
        one = shown.inspection
        if self._known is None or self._known[0] is not one:
            self._known = one, candidates_elsewhere(one.sample, one.recipe)
        self.elsewhere.show_table(elsewhere_table(self._known[1], gt))
        self.elsewhere.show()

    def _say(self, finding: str, why: str, unmatched: bool) -> None:
        self.said = (finding, why, unmatched)
        colour = self.theme.negative_text if unmatched else self.theme.text
        ink(self.finding, "negative_text" if unmatched else "text")
        # a link has the colour of links, unless the text sets another
        self.finding.setText(finding.replace("<a ", f'<a style="color: {colour}" '))
        self.why.setText(why)
        self.setVisible(bool(finding))

    @staticmethod
    def _words(shown: Shown | None, anchor: int | None, gt: int | None) -> tuple[str, str, bool]:
        """Return heading, sentence, and whether a ground truth is unmatched; empty where there is nothing to say."""
        if shown is None:
            return "", "", False
        inspection = shown.inspection
        if gt is not None and 0 <= gt < len(inspection.gt):
            if anchor is not None and inspection.assignment.gt[anchor] == gt:
                return "", "", False  # the anchor's own words say it
            facts = inspection.explain_truth(gt)
            return (
                escape(said(facts.finding)),
                said(facts.why),
                facts.used and bool(inspection.assignment.unmatched[gt]),
            )
        unmatched = (inspection.used & inspection.assignment.unmatched).nonzero()[0]
        if anchor is not None or not unmatched.size:
            return "", "", False
        numbers = ", ".join(f'<a href="{n}">{n + 1}</a>' for n in unmatched[:MOST].tolist())
        finding = tr("{what}: ground truth {numbers}").format(
            what=titled(GT_FINDING_WORDS["unmatched"]), numbers=numbers + ("…" if unmatched.size > MOST else "")
        )
        why = counted(
            unmatched.size,
            "1 of {used} ground truths has no positive anchor. G goes through all and says why.",
            "{n} of {used} ground truths have no positive anchor. G goes through all and says why.",
            used=f"{int(inspection.used.sum()):,}",
        )
        return finding, why, True
