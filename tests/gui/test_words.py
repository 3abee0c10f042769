"""Every text the window says itself goes through `words.tr`: under a translator that marks, no mark is missing."""

import re

import numpy as np
import pytest
from gui_steps import open_demo, settled
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QMenu, QTabBar, QWidget
from test_compare import open_compare

from rpn_inspector.analysis.audit.findings import KINDS as AUDIT_KINDS
from rpn_inspector.analysis.lint.lint import KINDS as LINT_KINDS
from rpn_inspector.core.finding_words import GT_FINDING_WORDS
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.words import GT_STATE_WORDS
from rpn_inspector.gui.audit import finding_words
from rpn_inspector.gui.commands.command_registry import commands_of
from rpn_inspector.gui.commands.shortcuts import identity
from rpn_inspector.gui.images import findings
from rpn_inspector.gui.widgets.i18n import CONTEXT, tr
from rpn_inspector.gui.widgets.lint_words import lint_title

LETTERS = re.compile("[A-Za-z]{2}")
MARKUP = re.compile(r"<[^>]*>|&\w+;")
NAMES = {"rpn_inspector", *list_recipes()}
SYMBOL = re.compile(r"(t\*?|d)[xywh]|\d+ ms|(Ctrl|Shift|Alt)\+\S+|F\d+|[LP]\d")

QT_SAYS = {"Press shortcut", "Undo", "Redo"}  # Qt brings their translations
FORMULAS = ("FormulaView", "LineRow")  # mathematics is written alike in every language


class Marking(QTranslator):
    """Says every text of the program as «text», and none of Qt's own."""

    def translate(self, context, text, disambiguation=None, n=-1):
        return f"«{text}»" if context == CONTEXT and text else None

    def isEmpty(self):
        return False


@pytest.fixture
def marking(qapp):
    translator = Marking()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def marked(marking, window):
    return window


def texts(widget):
    """Yield everything a user reads on or hears of ``widget``."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(tab) for tab in range(widget.count()))
    if isinstance(widget, QMenu):
        yield from (text for action in widget.actions() for text in (action.text(), action.toolTip()))
    if isinstance(widget, QAbstractItemView) and isinstance(widget.model(), QAbstractTableModel):
        model = widget.model()
        for column in range(model.columnCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")


def unmarked(top, data=(), but=()):
    """Return the texts of ``top`` and its visible children that no translation reaches.

    Except those with a word of ``data``, and the rows of the tables ``but``, which the layers below the gui word.
    """
    rows = {label for table in but for line in table.cells for label in line}
    said = {
        (type(widget).__name__, text)
        for widget in (top, *top.findChildren(QWidget))
        if (widget is top or widget.isVisibleTo(top)) and widget not in rows
        for text in texts(widget)
    }
    return sorted(
        (kind, text)
        for kind, text in said
        if LETTERS.search(MARKUP.sub(" ", text))
        and "«" not in text
        and not SYMBOL.fullmatch(text)
        and not (kind in FORMULAS and re.search("[=/]", text))
        and not any(name in text for name in data)
    )


def names_of(window):
    """Return what a window shows that is no text of its own: files, classes and recipes."""
    state = window.workspace.state
    found = {*NAMES, state.recipe.title or state.recipe.name}
    if state.dataset is not None:
        found |= {*state.dataset.names, *state.dataset.classes}
    return found


def test_without_a_translator_a_text_is_itself(qapp):
    assert tr("Open a dataset folder…") == "Open a dataset folder…"


def test_the_empty_window(marked):
    assert unmarked(marked.main_window, names_of(marked)) == []


def test_the_demo_with_a_selected_anchor(qtbot, marked):
    open_demo(qtbot, marked)
    assert unmarked(marked.main_window, names_of(marked)) == []
    marked.workspace.next_gt()
    qtbot.waitUntil(lambda: settled(marked))
    assert unmarked(marked.main_window, names_of(marked)) == []
    for tab in range(marked.tables.tabs.count()):
        marked.tables.tabs.setCurrentIndex(tab)
        assert unmarked(marked.tables, names_of(marked)) == []


def test_two_recipes_compared(qtbot, marked):
    open_compare(qtbot, marked)
    b = load_recipe("mmdet-fpn")
    below = marked.compare.reasons, marked.compare.sheet.fields
    assert unmarked(marked.main_window, {*names_of(marked), b.title}, below) == []


def test_the_windows_that_help(marked):
    command_windows, help_windows = marked.command_windows, marked.help_windows
    command_windows.open_keys()
    assert unmarked(command_windows.sheet, QT_SAYS) == []
    command_windows.sheet.close()
    help_windows.open_help("maths")
    assert unmarked(help_windows.help) == []
    help_windows.help.close()
    command_windows.palette.toggle()
    assert unmarked(command_windows.palette) == []


def test_the_recipe_editor_but_for_its_fields(marked):
    marked.recipe_dock.toggle()
    editor = marked.recipe_dock.editor
    rows = {widget for row in editor.rows.values() for widget in (row, *row.findChildren(QWidget))}
    said = {text for widget in editor.findChildren(QAbstractButton) if widget not in rows for text in texts(widget)}
    assert [text for text in said - QT_SAYS if LETTERS.search(text) and "«" not in text] == []


def test_every_command_is_translated_and_keeps_its_name(marked):
    commands = [command.action for command in commands_of(marked.main_window.menus)]
    assert len(commands) > 60
    paths = {action.text() for action in marked.file_menu.recent.actions()}
    assert [a.text() for a in commands if "«" not in a.text() and a.text() not in paths] == []
    assert {identity(a) for a in marked.menus.by_name.values()} == {n.rstrip("…") for n in marked.menus.by_name}
    assert not any("«" in name for name in marked.command_windows.shortcuts.actions)
    assert not any("«" in dock.objectName() for dock in marked.docks.by_name.values())


def test_one_thing_has_one_name_in_findings_linter_audit_and_table():
    recipe = load_recipe("torchvision-fpn")
    for kind in ("untouched", "unmatched", "best_anchor_taken", "low_quality_only"):
        word = str(GT_FINDING_WORDS[kind])
        assert findings.title(kind).lower() == word
        assert finding_words.title(kind, recipe).lower() == word
        assert word in AUDIT_KINDS[kind], "in report and terminal"
    names = findings.title("degenerate"), finding_words.title("zero_size", recipe), lint_title("degenerate")
    assert names == ("Zero-size box in training", "Zero-size box", "Zero-size box")
    assert {AUDIT_KINDS["zero_size"][:15], LINT_KINDS["degenerate"][:15]} == {"zero-size boxes"}
    assert lint_title("missing_picture") == "Picture missing"
    assert lint_title("unreadable_picture") == "Picture unreadable"
    assert findings.title("unreadable") == "Picture missing or unreadable"
    assert {"unmatched", "low-quality only"} <= {*GT_STATE_WORDS}
    boxes = np.array([[100, 100, 140, 140], [101, 101, 139, 139]], float)
    twins = Sample("twins", (400, 400), gt=boxes, gt_class=np.zeros(2, int))
    result = inspect(twins, recipe)
    said = [recipe.matcher.gt_finding(gt, result.assignment, result.used) for gt in range(2)]
    assert set(map(str, said)) <= {*map(str, GT_FINDING_WORDS.values()), "None"}
