"""The Explain panel: target, box and loss of the anchor in formulas, and a what-if on request."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from rpn_inspector.core import what_if
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.explain import AnchorFacts
from rpn_inspector.core.explain_sections import sections
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.losses import sigmoid
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.spec import Convention
from rpn_inspector.core.what_if import WhatIf, live_numbers, moved_to
from rpn_inspector.gui.inspector.explain.form import WhatIfForm
from rpn_inspector.gui.inspector.explain.rows import SectionView, lowered
from rpn_inspector.gui.widgets.copy_menu import COPY_NOTE
from rpn_inspector.gui.widgets.i18n import refused, said, tr
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.plain_label import PlainLabel, RichLabel
from rpn_inspector.gui.widgets.theme import Theme, ground, ink, sized
from rpn_inspector.session.state import State

ANSWERS = 5  # of `sections`, below that of a contest


class ExplainPanel(QWidget, Part):
    """Formulas with an anchor's numbers, live; typed numbers make a what-if, and the data stays untouched.

    ``whatIfChanged`` emits a `WhatIf`, or None for the data unchanged; `what_if_inspection` is the inspection shown
    meanwhile. A what-if stays while other anchors of the picture are selected.
    """

    whatIfChanged = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("explain")
        self.setAccessibleName(tr("Explain"))
        self.theme = theme
        self.inspection: Inspection | None = None
        self.what_if_inspection: Inspection | None = None
        self.change: WhatIf | None = None
        self.anchor = -1
        self.facts: AnchorFacts | None = None
        self._live: tuple[Recipe, tuple[Convention, ...]] | None = None  # a recipe's, found once
        self._build()
        self.set_theme(theme)
        self.show_anchor(None, None)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.title, self.mark = PlainLabel(tr("Explain")), PlainLabel(tr("what-if"))
        self.hint = PlainLabel(tr("type a number or drag an edge"))
        self.reset_button = QPushButton(tr("Back to the data"))
        self.reset_button.setAccessibleName(tr("Leave the what-if and go back to the data"))
        self.reset_button.clicked.connect(self.reset)
        head.addWidget(self.title)
        self.mark.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head.addWidget(self.mark)
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        head.addWidget(self.hint, 1)
        head.addWidget(self.reset_button)
        column.addLayout(head)
        self.state_line = RichLabel()
        self.state_line.setWordWrap(True)
        self.state_line.setContentsMargins(0, 4, 0, 4)
        column.addWidget(self.state_line)
        self.form = WhatIfForm(self.theme)
        self.form.typed.connect(self._typed)
        column.addWidget(self.form)
        self.problem = PlainLabel()
        self.problem.setWordWrap(True)
        column.addWidget(self.problem)
        self.lines: list[QFrame] = []
        self.views: list[SectionView] = []
        for _ in range(ANSWERS + 1):
            line = QFrame()
            line.setFixedHeight(1)
            view = SectionView(self.theme)
            column.addWidget(line)
            column.addWidget(view)
            self.lines.append(line)
            self.views.append(view)
        self._contest_line, self.contest = self.lines.pop(0), self.views.pop(0)
        copy = QAction(tr("Copy the explanation"), self)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        self.addAction(copy)
        for view in self._every_view:
            view.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.title.setFont(sized(self.font(), 12, bold=True))
        for label in (self.hint, self.state_line, self.problem, self.mark):
            label.setFont(sized(self.font(), 11))
        ink(self.hint, "text_caption")
        ink(self.state_line, "text_second")
        ink(self.problem, "negative_text")
        self.mark.setStyleSheet(
            f"background: {theme.text}; color: {theme.dock}; border-radius: 2px; padding: 1px 5px; font-weight: 600"
        )
        for line in (self._contest_line, *self.lines):
            ground(line, "line_strong")
        self.form.set_theme(theme)
        for view in self._every_view:
            view.set_theme(theme)

    @property
    def _every_view(self) -> list[SectionView]:
        return [self.contest, *self.views]

    # What is shown

    def render_state(self, old: State | None, new: State) -> None:
        """Show the selected anchor of what is shown."""
        shown = new.shown
        if shown is None:
            if old is None or old.shown is not None:
                self.show_anchor(None, None)
        elif old is None or (old.shown, old.selection) != (shown, new.selection):
            data = shown.inspection if shown.data is None else shown.data
            # the answer to the panel's own change comes back as a new state: nothing to show anew, and typing goes on
            if (data, new.selection, shown.what_if) != (self.inspection, self.anchor, self.what_if):
                self.show_anchor(data, new.selection, shown.what_if, shown.inspection)

    def show_anchor(
        self,
        inspection: Inspection | None,
        anchor: int | None,
        change: WhatIf | None = None,
        changed: Inspection | None = None,
    ) -> None:
        """Show an anchor, or nothing.

        Args:
            inspection: the data, None for nothing.
            anchor: flat index, None for nothing.
            change: the what-if in force, None for the data.
            changed: the inspection of ``change``.
        """
        there = inspection is not None and anchor is not None
        self.inspection, self.anchor = inspection if there else None, anchor if there and anchor is not None else -1
        self.change = change if change is not None else WhatIf(self.anchor)
        self.change = self.change if there else None
        self.what_if_inspection = changed if change is not None else self.inspection
        self.setVisible(there)
        self.say("")
        self._render()

    @property
    def what_if(self) -> WhatIf | None:
        """Return what is changed, None where everything is as in the data."""
        return self.change if self.change is not None and self.change.changed else None

    def reset(self) -> None:
        """Go back to the data."""
        if self.change is not None:
            self._take(WhatIf(self.anchor))

    def with_box(self, kind: str, box: npt.ArrayLike) -> WhatIf | None:
        """Return the what-if with another box (4,), network px, of ``kind`` gt or predicted; None, and why is said."""
        make = what_if.with_predicted if kind == "predicted" else what_if.with_gt
        return self._changed(lambda one, change: make(one, moved_to(change, self.anchor), box))

    def set_gt(self, box: npt.ArrayLike) -> None:
        """Try another ground truth (4,), x1 y1 x2 y2 in network px; a malformed box is reported in the panel."""
        self._take(self.with_box("gt", box))

    def set_predicted(self, box: npt.ArrayLike) -> None:
        """Try another predicted box (4,), x1 y1 x2 y2 in network px; t follows."""
        self._take(self.with_box("predicted", box))

    def set_t(self, coordinate: int, value: float) -> None:
        """Try another number of t, in the recipe's order; the predicted box follows."""
        self._take(self._changed(lambda one, c: what_if.with_t(one, moved_to(c, self.anchor), coordinate, value)))

    def set_bin(self, side: int, place: int, probability: float) -> None:
        """Try another probability of a bin of a side; t and the predicted box follow."""
        self._take(
            self._changed(lambda one, c: what_if.with_bin(one, moved_to(c, self.anchor), side, place, probability))
        )

    def set_value(self, name: str, value: float) -> None:
        """Try another ``score``, or another number at a live place of the recipe."""
        # a score belongs to an anchor, the recipe to the picture
        if name == "score":
            made = self._changed(lambda _, c: dataclasses.replace(moved_to(c, self.anchor), score=value))
        else:
            made = self._changed(lambda one, c: what_if.with_number(one, c, name, value))
        self._take(made)

    def text(self) -> str:
        """Return everything shown as plain text; the first line names a what-if."""
        if self.facts is None:
            return ""
        head = [tr("Anchor {index}: {finding}").format(index=self.facts.index, finding=said(self.facts.finding))]
        if self.what_if is not None:
            head.insert(0, self.note)
        return "\n".join([*head, *(line for view in self._every_view for line in view.texts())])

    @property
    def note(self) -> str:
        """Return the mark of everything copied from a what-if, empty for the data."""
        if self.what_if is None:
            return ""
        return tr("what-if, not the data: changed {names}").format(names=self._changes())

    def _changed(self, change_of: Callable[[Inspection, WhatIf], WhatIf]) -> WhatIf | None:
        if self.inspection is None or self.change is None:
            return None
        try:
            return change_of(self.inspection, self.change)
        except InspectorError as error:
            self.say(refused(error))
            return None

    def _take(self, change: WhatIf | None) -> None:
        """Show a valid ``change``; otherwise say why not, and change nothing."""
        if self.inspection is None or change is None:
            return
        try:
            self.what_if_inspection = what_if.apply(self.inspection, change)
        except InspectorError as error:
            self.say(refused(error))
            return
        self.change = change
        self.say("")
        self._render()
        self.whatIfChanged.emit(self.what_if)

    def _typed(self, name: str, coordinate: int, value: float) -> None:
        if self.facts is None or self.inspection is None or self.what_if_inspection is None:
            return
        if name in ("gt", "predicted"):
            spec, predicted = self.inspection.recipe.coder, name == "predicted"
            box = self.facts.predicted if predicted else self._compared_gt()
            if box is None:
                return
            centre = list(spec.centre_form(box, predicted))
            centre[coordinate] = value
            edges = spec.corner_form((centre[0], centre[1], centre[2], centre[3]), predicted)
            (self.set_predicted if predicted else self.set_gt)(edges)
        elif name == "t":
            coder = self.inspection.recipe.coder
            self.set_t(coder.column_of(coder.coordinate_names[coordinate]), value)
        else:
            self.set_value(name, value)

    def _compared_gt(self) -> npt.NDArray[np.float32] | None:
        """Return the compared ground truth (4,), network px, with the what-if applied."""
        if self.what_if_inspection is None or self.inspection is None or self.change is None:
            return None
        index = self._named_gt()
        return self.what_if_inspection.gt[index] if index >= 0 else None

    def _named_gt(self) -> int:
        """Return the moved ground truth, else the one assigned or overlapped, from 0, -1 none."""
        assert self.inspection is not None
        moved = self.change is not None and self.change.gt is not None
        return self.change.truth if self.change and moved else what_if.overlapped_gt(self.inspection, self.anchor)

    @property
    def _lost(self) -> bool:
        """Return whether the moved ground truth was assigned to the anchor, and is not any more."""
        assert self.inspection is not None
        assert self.what_if_inspection is not None
        if self.change is None or self.change.gt is None:
            return False
        owners = (one.assignment.gt[self.anchor] for one in (self.inspection, self.what_if_inspection))
        before, now = (int(owner) for owner in owners)
        return before == self.change.truth != now

    def _changes(self) -> str:
        truth = self.change.truth + 1 if self.change is not None else 0
        words = {
            "gt": tr("ground truth {number}").format(number=truth),
            "t": tr("prediction"),
            "bins": tr("prediction"),
            "score": "p",
        }
        recipe = self.inspection.recipe if self.inspection is not None else None
        for entry in live_numbers(recipe) if recipe is not None else ():
            if entry.live is not None:
                words[entry.place] = said(entry.live.name)
        return ", ".join(words[name] for name in (self.change.changed if self.change is not None else ()))

    def say(self, text: str) -> None:
        """Write under the numbers why a change is invalid; an empty text clears the line."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _render(self) -> None:
        if self.inspection is None or self.change is None:
            self.facts = self.what_if_inspection = None
            self.state_line.setText("")
            self.form.clear()
            for view in self._every_view:
                view.fill(None)
            return
        assert self.what_if_inspection is not None
        self.facts = self.what_if_inspection.explain(self.anchor)
        changed = self.what_if is not None
        self.mark.setVisible(changed)
        self.reset_button.setVisible(changed)
        self.hint.setVisible(not changed)
        self.state_line.setVisible(changed)
        if changed:
            self.state_line.setText(lowered(self._what_changed(self.inspection, self.facts)))
        self.setProperty(COPY_NOTE, self.note)
        self._render_form(self.facts, self.change)
        one = self.what_if_inspection
        contest = one.recipe.matcher.contest_section(self.anchor, one.assignment)
        self._contest_line.setVisible(contest is not None)
        self.contest.fill(None if contest is None else contest.translated(said))
        for view, section in zip(self.views, sections(self.what_if_inspection, self.facts), strict=True):
            self.lines[self.views.index(view)].setVisible(section is not None)
            view.fill(None if section is None else section.translated(said))

    def _what_changed(self, data: Inspection, facts: AnchorFacts) -> str:
        said_ = tr("{finding}, IoU {iou:.4f}. Changed: {names}. Nothing of this is saved or exported.")
        if data.recipe.anchors.of_points:
            said_ = tr("{finding}. Changed: {names}. Nothing of this is saved or exported.")
        names = self._changes()
        if self._lost:
            names = tr("{names}, no longer what this anchor answers to").format(names=names)
        words = [said_.format(finding=said(facts.finding), iou=facts.iou, names=names)]
        if data.stages:
            words.append(tr("The second stage keeps its proposals and outputs."))
        return " ".join(words)

    def _render_form(self, facts: AnchorFacts, change: WhatIf) -> None:
        assert self.inspection is not None
        assert self.what_if_inspection is not None
        spec, recipe = self.inspection.recipe.coder, self.what_if_inspection.recipe
        data = facts if self.what_if is None else self.inspection.explain(self.anchor)
        gt, before, named = self._compared_gt(), None, tr("GT")
        if gt is not None:
            index = self._named_gt()
            before = spec.centre_form(self.inspection.gt[index])
            named = tr("GT {number}").format(number=index + 1)
        self.form.row_labels["gt"].setText(named)
        self.form.name_t(spec.coordinate_names)
        rows: dict[str, tuple[tuple[float, ...] | None, tuple[float, ...] | None]] = {
            "gt": (spec.centre_form(gt) if gt is not None else None, before),
            "predicted": (
                spec.centre_form(facts.predicted, True) if facts.predicted is not None else None,
                spec.centre_form(data.predicted, True) if data.predicted is not None else None,
            ),
        }
        for_t = [None if t is None else tuple(float(value) for value in t) for t in (facts.t, data.t)]
        rows["t"] = for_t[0], for_t[1]
        for name, (now, was) in rows.items():
            # half of the last digit shown: a smaller change is no change to the eye
            places = 5e-5 if name == "t" else 5e-2
            changed = [now is not None and was is not None and abs(now[i] - was[i]) >= places for i in range(4)]
            self.form.show_row(name, now, tuple(changed))
        if self._live is None or self._live[0] is not recipe:
            self._live = recipe, live_numbers(recipe)
        _, numbers = self._live
        self.form.offer(numbers)
        for entry in numbers:
            self.form.show_single(entry.place, entry.value, entry.place in change.values)
        logits, column = self.inspection.logits, what_if.score_column(self.inspection, self.anchor)
        changed_logits, score = self.what_if_inspection.logits, facts.score
        if column is not None and changed_logits is not None:  # that of the class of the ground truth compared
            score = float(sigmoid(changed_logits[self.anchor, column]))
        self.form.show_single("score", score, change.score is not None)
        fits = logits is not None and (logits.ndim == 1 or column is not None)
        self.form.spins["score", 0].setEnabled(fits and score is not None)
