"""The recipe editor: every field explained, applied at once, marked where changed from the shipped, undoable."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence, QShowEvent, QUndoCommand, QUndoStack
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rpn_inspector.analysis.recipe_edit import (
    RULE,
    build,
    nearest,
    reference,
    ruled,
    save_recipe,
    shipped,
    under_rule,
)
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import Recipe, list_recipes
from rpn_inspector.core.recipe_values import same, value_text
from rpn_inspector.gui.recipes.field_rows import FieldRow
from rpn_inspector.gui.recipes.field_sheet import FieldSheet
from rpn_inspector.gui.widgets.fields import CheckField
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.icons import icon, line_icon
from rpn_inspector.gui.widgets.plain_label import PlainLabel, RichLabel, as_tip
from rpn_inspector.gui.widgets.recipe_items import RecipeField
from rpn_inspector.gui.widgets.theme import Theme, px, sized
from rpn_inspector.session.sources import sources_of
from rpn_inspector.session.state import State

EDITED = " (edited)"


class SetField(QUndoCommand):
    """One field from one value to another; edits of the same field without leaving the field merge into one step."""

    def __init__(self, editor: RecipeEditor, place: str, new: Any, visit: int) -> None:
        old = editor.values[place]
        super().__init__(tr("{place}: {old} to {new}").format(place=place, old=value_text(old), new=value_text(new)))
        self.editor, self.place, self.old, self.new, self.visit = editor, place, old, new, visit
        self.values = dict(editor.values)  # another rule has other fields: undo restores all values

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        rule = self.place.endswith(RULE)  # a rule changes the fields themselves: never merged
        if rule or not isinstance(other, SetField) or (other.place, other.visit) != (self.place, self.visit):
            return False
        self.new = other.new
        self.setObsolete(same(self.old, self.new))
        return True

    def undo(self) -> None:
        self.editor.put_all(self.values if self.place.endswith(RULE) else self.editor.values | {self.place: self.old})

    def redo(self) -> None:
        self.editor.put(self.place, self.new)


class RecipeEditor(QWidget):
    """Edits a recipe beside the nearest shipped recipe.

    ``recipeChanged`` emits every valid `Recipe`; while a field is wrong, the last valid recipe stays in use and the
    field shows the error. ``renamed`` emits the former name of a recipe saved under another name.
    """

    recipeChanged = Signal(object)
    renamed = Signal(str)
    close_wanted = Signal()

    def __init__(self, theme: Theme, recipe: Recipe) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAccessibleName(tr("Recipe editor"))
        self.theme = theme
        self.stack = QUndoStack(self)
        self._visit = 0
        self._state: State | None = None
        self._theirs: tuple[Any, dict[str, Any]] | None = None
        self._errors: dict[str, str] = {}
        self.loaded = self.recipe = recipe
        self.base = nearest(recipe)
        self.values: dict[str, Any] = dict(recipe.flat())
        self._build()
        self.set_theme(theme)
        self.set_recipe(recipe)

    def sizeHint(self) -> QSize:
        return QSize(340, 600)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.set_theme(self.theme)  # being put into a dock resets the fonts set before

    # Building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 4, 8)
        column.setSpacing(8)
        self.title, self.summary = PlainLabel(), PlainLabel()
        self.title.setWordWrap(True)
        self.summary.setWordWrap(True)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 8, 0)
        self.close_button = QToolButton()
        self.close_button.setAccessibleName(tr("Close the recipe editor"))
        self.close_button.setToolTip(tr("Close the recipe editor (Ctrl+E)"))
        self.close_button.setFixedSize(px(24), px(24))
        self.close_button.clicked.connect(self.close_wanted)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.summary)
        column.addLayout(self._build_tools())
        column.addLayout(self._build_filter())
        self.sheet = FieldSheet(self.theme, self.recipe)
        self.sheet.typed.connect(self.change)
        self.sheet.reset_wanted.connect(self.reset_field)
        self.sheet.looked_at.connect(self._look_at)
        column.addWidget(self.sheet, 1)
        self.meaning = RichLabel()
        self.meaning.setWordWrap(True)
        self.meaning.setMinimumHeight(px(48))
        self.meaning.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.meaning.setContentsMargins(0, 0, 12, 0)
        column.addWidget(self.meaning)

    def _build_tools(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 12, 0)
        line.setSpacing(4)
        undo, redo = self.stack.createUndoAction(self), self.stack.createRedoAction(self)
        self.undo_action, self.redo_action = undo, redo
        self.history: list[tuple[QAction, str]] = []
        self.buttons: dict[str, QPushButton | QToolButton] = {}
        for action, sign, name, key in (
            (undo, "undo", tr("Undo"), QKeySequence(QKeySequence.StandardKey.Undo)),
            (redo, "redo", tr("Redo"), QKeySequence("Ctrl+Shift+Z")),
        ):
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            self.history.append((action, sign))
            button.setAccessibleName(name)
            button.setFixedSize(px(28), px(24))
            line.addWidget(button)
            self.buttons[name] = button
        line.addStretch(1)
        self.reset_all = QPushButton(tr("Reset to shipped"))
        self.reset_all.clicked.connect(self.reset_to_shipped)
        self.save = QPushButton(tr("Save as TOML…"))
        self.save.clicked.connect(self.ask_save)
        for push in (self.reset_all, self.save):
            push.setAccessibleName(push.text())
            line.addWidget(push)
        return line

    def _build_filter(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(4)
        line = QHBoxLayout()
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a field by name or meaning"))
        self.search.setAccessibleName(tr("Find a field"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._filter())
        self.only_changed = CheckField(tr("changed"))
        self.only_changed.setAccessibleName(tr("Show changed fields only"))
        self.only_changed.setToolTip(tr("show changed fields only"))
        self.only_changed.toggled.connect(lambda _: self._filter())
        line.addWidget(self.search, 1)
        line.addWidget(self.only_changed)
        column.addLayout(line)
        compared = QHBoxLayout()
        self.marked_against = PlainLabel(tr("Marked against"))
        self.base_box = RecipeField()
        self.base_box.add_shipped()
        self.base_box.setAccessibleName(tr("Shipped recipe to compare with"))
        self.base_box.activated.connect(lambda _: self._choose_base(self.base_box.currentText()))
        compared.addWidget(self.marked_against)
        compared.addWidget(self.base_box, 1)
        column.addLayout(compared)
        return column

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.title.setFont(sized(self.font(), 14, bold=True))
        self.close_button.setIcon(icon("close", theme.text_second))
        for action, picture in self.history:
            action.setIcon(_icon_pair(picture, theme))
        for label, colour in ((self.marked_against, theme.text_caption), (self.meaning, theme.text_second)):
            label.setFont(sized(self.font(), 11))
            label.setStyleSheet(f"color: {colour}")
        self.only_changed.theme = theme
        self.sheet.set_theme(theme)
        self._render()

    # What is edited

    def render_state(self, old: State | None, new: State) -> None:
        """Follow the recipe in use, unless made by this editor."""
        self._state = new
        if (old is None or old.recipe != new.recipe) and new.recipe != self.recipe:
            self.set_recipe(new.recipe)

    def set_recipe(self, recipe: Recipe) -> None:
        """Edit another recipe, marked against the nearest shipped recipe."""
        self.loaded = self.recipe = recipe
        self.base = nearest(recipe)
        self.values = dict(recipe.flat())
        self._errors = {}
        self.stack.clear()
        self.base_box.setCurrentText(self.base.name)
        self._look_at("")
        self._render()

    @property
    def rows(self) -> dict[str, FieldRow]:
        """Return the row of each place."""
        return self.sheet.rows

    @property
    def changed_fields(self) -> tuple[str, ...]:
        """Return the places of fields with other values than the shipped recipe."""
        return tuple(place for place, value in self.values.items() if not same(value, self.theirs[place]))

    @property
    def theirs(self) -> dict[str, Any]:
        """Return the shipped recipe's value at each place with a row."""
        key = (self.base.name, tuple((p, v) for p, v in self.values.items() if p.endswith(RULE)))
        # Asked for at every keystroke: rebuilt only for another shipped recipe or other rules.
        if self._theirs is None or self._theirs[0] != key:
            self._theirs = (key, reference(ruled(self.values), self.base))
        return self._theirs[1]

    @property
    def errors(self) -> dict[str, str]:
        """Return the errors by place; place "" for an error of the recipe as a whole."""
        return dict(self._errors)

    def change(self, place: str, value: Any) -> None:
        """Set one field; a step of undo, merged with the edit of the same field just before."""
        if not same(value, self.values[place]) or type(value) is not type(self.values[place]):
            self.stack.push(SetField(self, place, value, self._visit))

    def put(self, place: str, value: Any) -> None:
        """Set one field outside of undo, and emit the recipe if valid."""
        self.put_all(under_rule(self.values, place, value) if place.endswith(RULE) else self.values | {place: value})

    def put_all(self, values: dict[str, Any]) -> None:
        """Set every field outside of undo, and emit the recipe if valid."""
        self.values = dict(values)
        name = self.loaded.name.removesuffix(EDITED) + EDITED
        made, self._errors = build(self.values, self.loaded, name)
        if made is not None:
            before, self.recipe = self.recipe, self._known(made)
            if self.recipe != before:
                self.recipeChanged.emit(self.recipe)
        self._render()

    def _known(self, made: Recipe) -> Recipe:
        """Return the loaded or the shipped recipe if equal in all fields to ``made``, else ``made``."""
        # Undone to the start, the recipe has the original name again, not the name of an edited copy.
        return next((known for known in (self.loaded, self.base) if known.flat() == made.flat()), made)

    def reset_field(self, place: str) -> None:
        """Set one field to the shipped value."""
        # Another visit before and after: the reset merges with no edit around.
        self._visit += 1
        self.change(place, self.theirs[place])
        self._visit += 1

    def reset_to_shipped(self) -> None:
        """Set every field to the shipped value, as one step of undo."""
        self._visit += 1
        if self.changed_fields:
            self.stack.beginMacro(tr("reset to {name}").format(name=self.base.name))
            while changed := sorted(self.changed_fields, key=lambda place: (not place.endswith(RULE), place)):
                self.change(changed[0], self.theirs[changed[0]])  # rules first: a rule changes the fields to reset
            self.stack.endMacro()

    def ask_save(self) -> None:
        """Ask for a file, and save the changes there as TOML."""
        name = self.recipe.name.removesuffix(EDITED)
        proposed = f"{name}-edited.toml" if name in list_recipes() else f"{name}.toml"
        path, _ = QFileDialog.getSaveFileName(self, tr("Save the recipe"), proposed, tr("Recipes (*.toml)"))
        if path:
            self.save_to(Path(path) if path.endswith(".toml") else Path(f"{path}.toml"))

    def save_to(self, path: Path) -> bool:
        """Save the valid recipe as changes of the shipped; return False, with the error in the summary, on failure."""
        sources = None if self._state is None else sources_of(self._state)
        try:
            saved = save_recipe(path, self.recipe, self.base, sources)
        except InspectorError as error:
            self._errors = {**self._errors, "": str(error)}
            self._render()
            return False
        self.stack.setClean()
        before, self.loaded, self.recipe = self.recipe.name, saved, saved
        self._render()
        self.summary.setText(tr("Saved as {path}").format(path=path))
        self.recipeChanged.emit(saved)
        if before.endswith(EDITED) and before != saved.name:
            self.renamed.emit(before)
        return True

    def _choose_base(self, name: str) -> None:
        self.base = shipped(name)
        self._render()

    # What is shown

    def _look_at(self, place: str) -> None:
        if place != getattr(self, "_place", ""):
            self._visit += 1
        self._place = place
        row = self.rows.get(place)
        if row is None:
            self.meaning.setText(tr("Point at a field to read what it means."))
            return
        value = value_text(self.theirs[place])
        text = tr("<b>{place}</b>: {meaning}. Shipped: {value}")
        self.meaning.setText(text.format(place=escape(place), meaning=escape(row.meaning), value=escape(value)))

    def _render(self) -> None:
        self.sheet.follow_rules(self.values)
        self.sheet.show_values(self.values, self.theirs, self._errors)
        count = len(self.changed_fields)
        own = count or not self.recipe.title  # the title describes the unchanged recipe
        self.title.setText(self.recipe.name if own else self.recipe.title)
        self.title.setToolTip(as_tip("\n".join([self.recipe.source, self.recipe.version, *self.recipe.reproduces_not])))
        wrong = [error for place, error in self._errors.items() if not place]
        if self._errors:
            first = next(iter(self._errors.items()))
            words = "; ".join(wrong) if wrong else f"{first[0]}: {first[1]}"
            self.summary.setText(tr("Not in use yet. {error}").format(error=words))
        elif count:
            self.summary.setText(
                counted(count, "1 field changed from {base}", "{n} fields changed from {base}", base=self.base.name)
            )
        else:
            self.summary.setText(tr("{name}, as shipped").format(name=self.base.name))
        colour = self.theme.negative_text if self._errors else self.theme.text_second
        self.summary.setStyleSheet(f"color: {colour}")
        self.reset_all.setEnabled(count > 0)
        self.save.setEnabled(count > 0 and not self._errors)
        self._filter()

    def _filter(self) -> None:
        self.sheet.show_found(self.search.text(), self.only_changed.isChecked())


def _icon_pair(name: str, theme: Theme) -> QIcon:
    """Return an icon, pale while disabled."""
    made = QIcon(line_icon(name, theme.text_second))
    made.addPixmap(line_icon(name, theme.line_strong), QIcon.Mode.Disabled)
    return made
