"""Palette and keys: every command by a few letters, keyboard only; keys changed, conflicts said, remembered."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow

from rpn_inspector.gui.commands.command_registry import commands_of, plain, ranked
from rpn_inspector.gui.commands.fuzzy import match
from rpn_inspector.gui.commands.palette import CommandPalette, caps
from rpn_inspector.gui.commands.shortcuts import Shortcuts, ShortcutSheet, identity, reserved_keys
from rpn_inspector.gui.widgets.theme import LIGHT, apply

COMMANDS = (
    ("&File", "Open a dataset folder…", "Ctrl+O"),
    ("&File", "Open recipe file…", ""),
    ("&File", "Export decoded boxes…", "Ctrl+Shift+E"),
    ("&View", "Fit", "F"),
    ("&View", "Zoom to the selection", "Z"),
    ("&Recipe", "torchvision-fpn", ""),
    ("&Recipe", "paper-vgg16", ""),
)


@pytest.fixture(scope="module", autouse=True)
def light(qapp):
    apply(qapp, LIGHT)


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.ran = []
    menus = {}
    for group, text, key in COMMANDS:
        menu = menus.setdefault(group, None) or made.menuBar().addMenu(group)
        menus[group] = menu
        action = QAction(text, made)
        action.setShortcuts([QKeySequence(key)] if key else [])
        action.triggered.connect(lambda _=False, text=text: made.ran.append(text))
        menu.addAction(action)
    made.field = QLineEdit()
    made.setCentralWidget(made.field)
    made.menus = menus
    made.show()
    made.activateWindow()
    made.field.setFocus()
    return made


def action_of(window, text):
    return next(a for menu in window.menus.values() for a in menu.actions() if a.text() == text)


@pytest.fixture
def palette(window):
    return CommandPalette(window, LIGHT, lambda: commands_of(window.menuBar()))


def titles(palette):
    return [entry.title for entry in palette.model.entries if entry.command is not None]


def test_it_lists_every_command_under_its_menu(palette):
    palette.open()
    assert titles(palette) == [text for _, text, _ in COMMANDS]
    heads = [entry.title for entry in palette.model.entries if entry.command is None]
    assert heads == ["File", "View", "Recipe"]
    assert palette.count.text() == "7 matches"
    texts = [palette.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert texts[1] == "Open a dataset folder…, Ctrl+O"


def test_a_few_letters_and_enter_run_a_command_and_the_keyboard_goes_back(qtbot, window, palette):
    palette.open()
    qtbot.keyClicks(palette.field, "zts")
    assert palette.current.text == "Zoom to the selection"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.ran == ["Zoom to the selection"]
    assert not palette.isVisible()
    assert window.focusWidget() is window.field


def test_arrows_go_round_and_skip_headings(qtbot, palette):
    palette.open()
    assert palette.current.text == COMMANDS[0][1]
    for _ in range(3):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.current.text == "Fit"
    for _ in range(4):
        qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.current.text == "paper-vgg16"
    qtbot.keyClick(palette.field, Qt.Key.Key_PageUp)
    assert palette.current.text == COMMANDS[0][1]


def test_what_cannot_run_stays_listed_with_its_reason(qtbot, window, palette):
    action = action_of(window, "Export decoded boxes…")
    action.setEnabled(False)
    action.setProperty("reason", "needs a dataset")
    palette.open()
    qtbot.keyClicks(palette.field, "export")
    assert palette.current.note == "needs a dataset"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.ran == []
    assert palette.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_nothing_found_is_no_trouble(qtbot, palette):
    palette.open()
    qtbot.keyClicks(palette.field, "qqq")
    assert palette.current is None
    assert palette.count.text() == "0 matches"
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return):
        qtbot.keyClick(palette.field, key)
    assert palette.isVisible()


def test_control_enter_asks_for_a_key(qtbot, window, palette):
    asked = []
    palette.assign_wanted.connect(asked.append)
    palette.open()
    qtbot.keyClicks(palette.field, "paper")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == [action_of(window, "paper-vgg16")]


def test_words_in_any_order_and_the_menus_name(window):
    commands = commands_of(window.menuBar())

    def found(query):
        return [entry.title for entry in ranked(commands, query) if entry.command is not None]

    assert found("file open")[0].startswith("Open")
    assert found("recipe paper") == ["paper-vgg16"]
    assert found("folder open") == ["Open a dataset folder…"]
    assert found("fit") == ["Fit"]
    assert found("recipe")[0] == "Open recipe file…"


@given(text=st.text(alphabet="abc d", min_size=1, max_size=12), data=st.data())
def test_any_letters_in_order_are_found_where_they_stand(text, data):
    letters = [i for i, c in enumerate(text) if c != " "]
    if not letters:
        assert match("a", text) is None
        return
    start = data.draw(st.sampled_from(letters))
    end = next((i for i in range(start, len(text)) if text[i] == " "), len(text))
    word = text[start:end]
    found = match(word, text)
    assert found is not None
    assert "".join(text[i] for i in found[1]) == word


def test_runs_beat_scattered_letters_and_starts_beat_insides():
    assert match("rec", "Open recipe file")[0] > match("rec", "Reset the columns")[0]
    assert match("open", "Open the demo")[0] > match("open", "Reopen")[0]
    assert match("x", "abc") is None


def test_keys_as_caps():
    assert caps("Ctrl+Shift+O") == ["Ctrl", "Shift", "O"]
    assert caps("Ctrl++") == ["Ctrl", "+"]
    assert caps("+") == ["+"]
    assert caps("") == []


@pytest.fixture
def shortcuts(window):
    made = Shortcuts({}, lambda own: window.__dict__.__setitem__("kept", own))
    made.register([command.action for command in commands_of(window.menuBar())])
    return made


@pytest.fixture
def sheet(qtbot, window, shortcuts):
    made = ShortcutSheet(window, LIGHT, shortcuts, lambda: commands_of(window.menuBar()))
    qtbot.addWidget(made)
    made.show()
    return made


def rows(sheet):
    table = sheet.table
    return [
        [table.item(row, column).text() for column in range(3)]
        for row in range(table.rowCount())
        if not table.isRowHidden(row)
    ]


def test_the_sheet_finds_by_name_and_by_key(qtbot, sheet):
    assert len(rows(sheet)) == len(COMMANDS)
    qtbot.keyClicks(sheet.search, "zoom")
    assert rows(sheet) == [["Zoom to the selection", "View", "Z"]]
    sheet.search.clear()
    qtbot.keyClicks(sheet.search, "ctrl+o")
    assert [row[0] for row in rows(sheet)] == ["Open a dataset folder…"]


def test_a_new_key_is_pressed_set_remembered_and_works(qtbot, window, sheet, shortcuts):
    action = action_of(window, "Fit")
    sheet.edit(action)
    qtbot.keyClick(sheet.keys, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert "Ctrl+J is free" in sheet.message.text()
    qtbot.mouseClick(sheet.set_button, Qt.MouseButton.LeftButton)
    assert [key.toString() for key in action.shortcuts()] == ["Ctrl+J"]
    assert window.kept == {"Fit": ["Ctrl+J"]}
    assert ["Fit", "View", "● Ctrl+J"] in rows(sheet)
    sheet.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.field, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert window.ran == ["Fit"]
    again = Shortcuts(window.kept, lambda own: None)
    action.setShortcuts([QKeySequence("F")])
    again.register([action])
    assert [key.toString() for key in action.shortcuts()] == ["Ctrl+J"]
    again.reset(action)
    assert [key.toString() for key in action.shortcuts()] == ["F"]


def test_a_conflict_is_said_and_the_key_changes_hands(qtbot, window, sheet, shortcuts):
    fit, open_ = action_of(window, "Fit"), action_of(window, "Open a dataset folder…")
    sheet.edit(fit)
    qtbot.keyClick(sheet.keys, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert "Ctrl+O belongs to “Open a dataset folder…”" in sheet.message.text()
    qtbot.mouseClick(sheet.add_button, Qt.MouseButton.LeftButton)
    assert [key.toString() for key in fit.shortcuts()] == ["F", "Ctrl+O"]
    assert open_.shortcuts() == []
    assert shortcuts.own == {"Fit": ["F", "Ctrl+O"], "Open a dataset folder": []}
    qtbot.mouseClick(sheet.reset_all, Qt.MouseButton.LeftButton)
    assert shortcuts.own == {}
    assert [key.toString() for key in open_.shortcuts()] == ["Ctrl+O"]
    assert window.kept == {}


def test_resetting_one_command_takes_its_key_back(window, shortcuts):
    fit, zoom = action_of(window, "Fit"), action_of(window, "Zoom to the selection")
    shortcuts.assign(zoom, [QKeySequence("F")])
    assert fit.shortcuts() == []
    shortcuts.reset(fit)
    assert [key.toString() for key in fit.shortcuts()] == ["F"]
    assert zoom.shortcuts() == []


def test_whom_a_reset_takes_keys_from_is_said(qtbot, window, sheet, shortcuts):
    fit, zoom = action_of(window, "Fit"), action_of(window, "Zoom to the selection")
    shortcuts.assign(zoom, [QKeySequence("F")])
    sheet.edit(fit)
    qtbot.mouseClick(sheet.reset_button, Qt.MouseButton.LeftButton)
    assert sheet.message.text() == "F taken from “Zoom to the selection”."
    assert ["Zoom to the selection", "View", "● none"] in rows(sheet)


@pytest.mark.parametrize(("key", "words"), [("Alt+F", "opens the menu File"), ("Space", "moves the picture")])
def test_keys_no_command_can_have_are_said_and_not_given(qtbot, window, key, words):
    made = Shortcuts({"Fit": [key, "Ctrl+J"]}, lambda own: None, reserved_keys(window.menuBar()))
    fit = action_of(window, "Fit")
    made.register([command.action for command in commands_of(window.menuBar())])
    assert [one.toString() for one in fit.shortcuts()] == ["Ctrl+J"]
    sheet = ShortcutSheet(window, LIGHT, made, lambda: commands_of(window.menuBar()))
    qtbot.addWidget(sheet)
    sheet.edit(fit)
    sheet.keys.setKeySequence(QKeySequence(key))
    assert f"{key} {words}" in sheet.message.text()
    assert "no command can have it" in sheet.message.text()
    assert not sheet.set_button.isEnabled()
    assert not sheet.add_button.isEnabled()


keys_of = st.sampled_from(["F", "Z", "Ctrl+O", "Ctrl+J", "Alt+V", "Space", "", "no key", "Ctrl+Shift+E", "Ctrl+J, F"])
names_of = st.sampled_from([text.rstrip("…") for _, text, _ in COMMANDS])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    memory=st.dictionaries(names_of, st.lists(keys_of, max_size=3)),
    steps=st.lists(st.tuples(names_of, st.lists(keys_of, max_size=2) | st.none()), max_size=5),
)
def test_no_two_commands_ever_have_one_key_and_reset_all_restores(window, memory, steps):
    actions = [command.action for command in commands_of(window.menuBar())]
    first = [QKeySequence(key) for _, _, key in COMMANDS]
    for action, key in zip(actions, first, strict=True):
        action.setShortcuts([key] if not key.isEmpty() else [])
    made = Shortcuts(memory, lambda own: None, reserved_keys(window.menuBar()))
    made.register(actions)

    def check():
        held = [key.toString() for action in actions for key in action.shortcuts()]
        assert len(held) == len(set(held))
        assert not {"Alt+V", "Space", ""}.intersection(held)

    check()
    for name, keys in steps:
        action = made.actions[name]
        made.reset(action) if keys is None else made.assign(action, [QKeySequence(key) for key in keys])
        check()
    made.reset_all()
    assert [[key.toString() for key in action.shortcuts()] for action in actions] == [
        [key] if key else [] for _, _, key in COMMANDS
    ]
    assert made.own == {}


@pytest.mark.parametrize("torn", [None, [], {"Fit": "Ctrl+J"}, {"Nobody": ["Ctrl+J"]}])
def test_a_torn_memory_changes_nothing(window, torn):
    made = Shortcuts(torn, lambda own: None)
    action = action_of(window, "Fit")
    made.register([action])
    assert [key.toString() for key in action.shortcuts()] == ["F"]
    assert identity(action) == "Fit"


def test_every_control_has_a_name(sheet, palette):
    for widget in (sheet.search, sheet.table, sheet.keys, *sheet.buttons, palette.field, palette.list):
        assert widget.accessibleName()


def test_a_menus_name_is_without_its_mnemonic():
    assert [plain(text) for text in ("&File", "レシピ(&R)", "Save && close")] == ["File", "レシピ", "Save & close"]
