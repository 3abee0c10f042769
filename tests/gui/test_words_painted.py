"""Texts painted by hand, axes, file dialogs and plurals go through the translator too, and the list for it is whole."""

import ast
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from string import Formatter

import numpy as np
import pytest
from gui_steps import open_demo, settled
from PySide6.QtCore import QCoreApplication, QPoint, QTranslator
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QFileDialog, QWidget
from test_compare import open_compare
from test_words import LETTERS, MARKUP, QT_SAYS, SYMBOL, Marking, names_of

from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.recipe import list_recipes
from rpn_inspector.gui.inspector.explain.rows import FormulaView, LineRow
from rpn_inspector.gui.widgets.fact_table import ValueLabel
from rpn_inspector.gui.widgets.i18n import CONTEXT, counted
from rpn_inspector.gui.widgets.languages import LANGUAGES

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import texts as listing

PLAIN = re.compile(r"Ctrl|Shift|[A-Z]?\d|#?[\d,.]+|RGB|NaN|R\(d\)|Σ R\(d\).*|GT|IoU|NMS [\d.]+|R@0\.\d|px|h/w")
NOT_HERE = FormulaView, LineRow, ValueLabel  # formulas; a label's text is looked at in test_words.py


class Recording(Marking):
    """Marks every text, and remembers what it was asked for."""

    def __init__(self):
        super().__init__()
        self.asked = set()

    def translate(self, context, text, disambiguation=None, n=-1):
        if context == CONTEXT and text:
            self.asked.add(text)
        return super().translate(context, text, disambiguation, n)


@pytest.fixture
def recording(qapp):
    translator = Recording()
    QCoreApplication.installTranslator(translator)
    yield translator
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def painted(recording, monkeypatch):
    """What is drawn as text by the program's own code, with the widget class that drew it where known."""
    found, draw = set(), QPainter.drawText

    def record(self, *what):
        for argument in what:
            if isinstance(argument, str):
                frame = sys._getframe(1)
                found.add((type(frame.f_locals.get("self")), argument))
        return draw(self, *what)

    monkeypatch.setattr(QPainter, "drawText", record)
    return found


def unmarked(found, data):
    words = sorted(
        text
        for kind, text in found
        if kind not in NOT_HERE and LETTERS.search(MARKUP.sub(" ", text)) and "«" not in text
    )
    return [
        text
        for text in words
        if not SYMBOL.fullmatch(text) and not PLAIN.fullmatch(text) and not any(name in text for name in data)
    ]


def draw(*parts):
    """Let each visible widget in ``parts`` paint itself, what is scrolled out of sight too."""
    for widget in (widget for part in parts for widget in (part, *part.findChildren(QWidget))):
        if widget.isVisible() and not widget.size().isEmpty():
            QWidget.render(widget, QPixmap(widget.size()), QPoint(), QRegion(), QWidget.RenderFlag(0))


def places(window):
    """Names of levels, stems of files and other data that is painted."""
    state = window.workspace.state
    found = {*names_of(window), *(Path(name).stem for name in state.dataset.names)}
    found |= {name[:6] for name in state.dataset.names}  # cut in their middle
    found |= {field.rpartition(".")[2] for field in state.recipe.flat()}  # as they stand in a recipe
    found |= {*(f" {name[:4]}" for name in state.dataset.classes)}
    if state.shown is not None:
        one = state.shown.inspection
        found |= {one.recipe.matcher.row(int(anchor), one.assignment) for anchor in one.positive}
        grid = state.shown.inspection.grid
        found |= {grid.describe(anchor) for anchor in (state.selection, *state.pointed) if anchor is not None}
    return found


def test_what_is_painted(qtbot, painted, window):
    open_demo(qtbot, window)
    draw(window.main_window)
    window.workspace.next_gt()
    proposals = window.workspace.state.shown.inspection.proposals
    window.tables.setCurrentWidget(window.tables.proposals)
    window.workspace.toggle_layer("proposals")
    window.workspace.show_heat("iou")
    window.workspace.select(int(np.flatnonzero(proposals.fate == Fate.SUPPRESSED)[0]))
    window.navigate.filter_by("iou > 0.9999")
    qtbot.waitUntil(lambda: settled(window))
    draw(window.main_window)
    for cell in window.plots.cells:
        assert "«" in cell.surface.axes["bottom"].labelText or not cell.isVisible()
    assert unmarked(painted, places(window)) == []


def test_what_compare_paints(qtbot, painted, window):
    open_compare(qtbot, window)
    draw(window.main_window)
    assert unmarked(painted, {*places(window), *QT_SAYS}) == []


def test_file_dialogs(qtbot, recording, window, monkeypatch):
    said = []

    def ask(_parent, title, _folder="", kinds="", *_more, **_named):
        said.append((title, kinds))
        return "", ""

    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, ask)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: (said.append((_[1], "")), "")[1])
    open_demo(qtbot, window)
    window.recipe_dock.toggle()
    for one in (
        window.navigate.ask_recipe,
        window.navigate.export,
        window.navigate.save_view,
        window.recipe_dock.editor.ask_save,
        window.compare.box._ask_recipe,
        window.compare.box._ask_outputs,
        window.opening.ask_pictures,
    ):
        one()
        if window.navigate.dialog is not None:
            window.navigate.dialog.save_button.click()
            window.navigate.dialog.reject()
    assert len(said) == 7
    for title, kinds in said:
        assert "«" in title
        assert "«" in kinds or not kinds  # a folder is of no kind


@pytest.fixture(scope="module")
def listed():
    return listing.texts()


def test_the_list_for_translators_holds_every_text_that_is_asked_for(qtbot, recording, window, listed):
    open_compare(qtbot, window)
    draw(window.main_window)
    window.pages.look("inspect")
    window.recipe_dock.toggle()
    window.command_windows.open_keys()
    window.help_windows.open_help("maths")
    draw(window.main_window)
    for tab in range(window.tables.count()):
        window.tables.setCurrentIndex(tab)
        draw(window.tables, window.funnel, window.plots)  # what goes with the tab
    assert sorted(recording.asked - set(listed) - {*list_recipes(), *LANGUAGES.values()}) == []
    assert len(listed) > 400


def test_the_list_is_a_file_qt_linguist_reads(listed):
    head, _ = listing.read(listing.LANGUAGES / "rpn_inspector_de.ts")
    tree = ElementTree.fromstring(listing.written(head, listing.merged({}, listed, 2), listed))
    messages = {m.findtext("source"): m for m in tree.iter("message")}
    assert tree.findtext("context/name") == CONTEXT
    assert messages["boxes in {n} images"].get("numerus") == "yes"
    assert messages["Open a dataset folder…"].get("numerus") is None


class Czech(QTranslator):
    """A language with three forms."""

    def translate(self, context, text, disambiguation=None, n=-1):
        if text != "{n} anchors":
            return None
        return "{n} kotva" if n == 1 else "{n} kotvy" if 2 <= n <= 4 else "{n} kotev"

    def isEmpty(self):
        return False


def test_a_language_of_other_plurals_has_them(qapp):
    translator = Czech()
    QCoreApplication.installTranslator(translator)
    try:
        assert [counted(n, "1 anchor", "{n} anchors") for n in (1, 3, 5)] == ["1 kotva", "3 kotvy", "5 kotev"]
    finally:
        QCoreApplication.removeTranslator(translator)


def filled():
    """Yield each text of `tr` that is filled on the spot: where, its placeholders, and what they are filled with."""
    for file in sorted((listing.PACKAGE / "gui").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"):
                continue
            said = node.func.value
            if isinstance(said, ast.Call) and getattr(said.func, "id", "") == "tr" and said.args:
                text = said.args[0]
                if isinstance(text, ast.Constant):
                    names = {name for _, name, _, _ in Formatter().parse(text.value) if name is not None}
                    yield f"{file.name}:{node.lineno}", names, {word.arg for word in node.keywords}


def test_placeholders_have_names_a_translator_understands():
    found = list(filled())
    assert len(found) > 80
    assert [(where, names, given) for where, names, given in found if names != given] == []
    assert [
        (where, names) for where, names, _ in found if not all(re.fullmatch("[a-z]+(_[a-z]+)?", n) for n in names)
    ] == []
