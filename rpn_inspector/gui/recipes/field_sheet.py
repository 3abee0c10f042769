"""A recipe's fields by stage, one row a field, with the fields of the chosen rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from rpn_inspector.analysis.recipe_edit import idle, rows_of, table_of_place
from rpn_inspector.core.recipe import STAGES, Recipe
from rpn_inspector.core.recipe_values import value_text
from rpn_inspector.core.second_stage.stage import FURTHER
from rpn_inspector.core.spec import Convention
from rpn_inspector.core.words import stage_title
from rpn_inspector.gui.recipes.field_rows import FieldRow
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.in_sight import scroll_sideways
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.theme import Theme, sized


class FieldSheet(QScrollArea):
    """The rows under their stages' heads; a field with the keyboard stays in sight when the sheet gets smaller.

    ``typed(place, value)``, ``reset_wanted(place)`` and ``looked_at(place)`` are those of the rows.
    """

    typed = Signal(str, object)
    reset_wanted = Signal(str)
    looked_at = Signal(str)

    def __init__(self, theme: Theme, recipe: Recipe) -> None:
        super().__init__()
        self.theme = theme
        self.rows: dict[str, FieldRow] = {}
        self.stage_heads: dict[str, QWidget] = {}
        self._values: dict[str, Any] = {}
        self._captions: list[QLabel] = []
        self._bold: list[QLabel] = []
        self._entries = {entry.place: entry for entry in recipe.entries()}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("inspector")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setObjectName("sheet")
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 6, 0)
        self._body.setSpacing(0)
        self._tables = QVBoxLayout()  # heads and rows, apart from the dtype above and the room below
        self._tables.setSpacing(0)
        self._build_rows()
        self._body.addLayout(self._tables)
        self._body.addStretch(1)
        self.setWidget(body)
        scroll_sideways(self)

    def _build_rows(self) -> None:
        self._add_row(self._entries["dtype"], self._body)
        self._stage_bodies: dict[str, QVBoxLayout] = {}
        self._build_heads()
        for entry in self._entries.values():
            if (table := table_of_place(entry.place)) in self._stage_bodies:
                self._add_row(entry, self._stage_bodies[table])

    def _build_heads(self) -> None:
        """Build the head of each table of the entries that has none yet, a stage over the proposals last."""
        for table in dict.fromkeys(table_of_place(place) for place in self._entries):
            if table and table not in self._stage_bodies:
                further = table not in STAGES
                title = said(stage_title(table.partition(".")[2])) if further else table.capitalize().replace("_", " ")
                self._build_head(table, title, tr(FURTHER.meaning if further else STAGES[table].meaning))

    def _build_head(self, table: str, title: str, meaning: str) -> None:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 12, 0, 4)
        column.setSpacing(4)
        line = QFrame()
        line.setObjectName("line")
        line.setFixedHeight(1)
        name, words = PlainLabel(title), PlainLabel(meaning)
        words.setWordWrap(True)
        self._bold.append(name)
        self._captions.append(words)
        for widget in (line, name, words):
            column.addWidget(widget)
        self.stage_heads[table] = head
        self._stage_bodies[table] = body = QVBoxLayout()
        body.setSpacing(0)
        self._tables.addWidget(head)
        self._tables.addLayout(body)

    def follow_rules(self, values: Mapping[str, Any]) -> None:
        """Rebuild the rows of each stage whose rule among ``values`` by place has other fields than the rows."""
        if list(values) == list(self._entries):
            return
        before, self._entries = self._entries, {entry.place: entry for entry in rows_of(values)}
        known = set(self._stage_bodies)
        self._build_heads()
        for stage, column in self._stage_bodies.items():
            mine, theirs = ([p for p in places if table_of_place(p) == stage] for places in (self._entries, before))
            if mine == theirs:
                continue
            kept = {place for place in mine if place in before and _alike(before[place], self._entries[place])}
            for place in theirs:
                if place not in kept:
                    row = self.rows.pop(place)
                    row.blockSignals(True)  # a field losing the focus must not emit for a row on the way out
                    column.removeWidget(row)
                    row.hide()
                    row.deleteLater()
            for at, place in enumerate(mine):
                if place not in kept:
                    self._add_row(self._entries[place], column)
                column.insertWidget(at, self.rows[place])
        self.rows = {place: self.rows[place] for place in self._entries}
        if known != set(self._stage_bodies):
            self.set_theme(self.theme)

    def _add_row(self, entry: Convention, column: QVBoxLayout) -> None:
        row = FieldRow(entry.place, entry.hint, _meaning(entry), self.theme)
        row.typed.connect(self.typed)
        row.reset_wanted.connect(self.reset_wanted)
        row.looked_at.connect(self.looked_at)
        self.rows[entry.place] = row
        column.addWidget(row)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        for label in self._bold:
            label.setFont(sized(self.font(), 12, bold=True))
        for label in self._captions:
            label.setFont(sized(self.font(), 11))
            label.setStyleSheet(f"color: {theme.text_caption}")
        for line in self.findChildren(QFrame, "line"):
            line.setStyleSheet(f"background: {theme.line_strong}")
        for row in self.rows.values():
            row.set_theme(theme)

    def show_values(self, values: Mapping[str, Any], theirs: Mapping[str, Any], errors: Mapping[str, str]) -> None:
        """Show each field's value, marked where other than ``theirs``, and its error; all by place."""
        self._values = dict(values)
        for place, row in self.rows.items():
            row.show_state(values[place], theirs[place], errors.get(place, ""), idle(self._entries[place], values))

    def show_found(self, text: str, only_changed: bool) -> None:
        """Show the fields with all words of ``text`` in place, meaning or value, and every field with an error."""
        words = text.lower().replace(" ", "_").split("_")
        seen: set[str] = set()
        for place, row in self.rows.items():
            said = f"{place} {row.meaning} {value_text(self._values[place])}".lower()
            found = all(word in said for word in words) and (row.changed or not only_changed)
            row.setVisible(found or bool(row.problem.text()))
            if found:
                seen.add(table_of_place(place))
        for stage, head in self.stage_heads.items():
            head.setVisible(stage in seen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        focused = QApplication.focusWidget()
        # A longer meaning below takes height from the area just after the field got the keyboard.
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)


def _meaning(entry: Convention) -> str:
    return "; ".join(f"{name}: {tr(words)}" for name, words in entry.rules.items()) or tr(entry.help)


def _alike(one: Convention, other: Convention) -> bool:
    """Return whether two fields of one place take the same values with the same meaning."""
    return (one.hint, one.help, one.counts) == (other.hint, other.help, other.counts)
