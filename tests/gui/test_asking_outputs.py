"""Raw outputs that are a file and such as are a folder: both asked for plainly, from the menu and from the lists."""

import shutil

import pytest
from gui_steps import open_demo, settled
from PySide6.QtWidgets import QFileDialog

from rpn_inspector.core.resources import resource
from rpn_inspector.gui.open.open_controller import outputs_asked

OUTPUTS = resource("demo", "predictions")


@pytest.fixture
def answers(monkeypatch):
    """What the two dialogs say; each use is noted."""
    made = {"file": "", "folder": "", "asked": []}

    def file(*_more):
        made["asked"].append("file")
        return str(made["file"]), ""

    def folder(*_more):
        made["asked"].append("folder")
        return str(made["folder"])

    monkeypatch.setattr(QFileDialog, "getOpenFileName", file)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", folder)
    return made


def test_a_folder_of_checkpoints_is_opened_as_a_folder(qtbot, window, answers, tmp_path):
    open_demo(qtbot, window)
    answers["folder"] = shutil.copytree(OUTPUTS, tmp_path / "run")
    window.menus.by_name["Open a folder of raw outputs…"].trigger()
    qtbot.waitUntil(lambda: tmp_path in window.workspace.state.predictions.path.parents)
    qtbot.waitUntil(lambda: settled(window))
    assert answers["asked"] == ["folder"]
    assert window.workspace.state.timeline is not None


@pytest.mark.parametrize(("words", "kind"), [("Open a file…", "file"), ("Open a folder…", "folder")])
def test_the_list_of_the_top_row_asks_for_either(qtbot, window, answers, words, kind):
    open_demo(qtbot, window)
    box = window.top_bar.outputs
    before = box.currentText()
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())
    assert answers["asked"] == [kind]
    assert box.currentText() == before, "nothing was chosen in the dialog"


def test_the_meta_json_of_a_dump_stands_for_its_folder_and_nothing_for_nothing(answers, tmp_path):
    answers["file"] = tmp_path / "run.rpn" / "meta.json"
    assert outputs_asked(None, folder=False) == tmp_path / "run.rpn"
    answers["file"] = ""
    assert outputs_asked(None, folder=False) is None
    answers["folder"] = tmp_path / "run.rpn"
    assert outputs_asked(None, folder=True) == tmp_path / "run.rpn"


def test_the_palette_finds_the_panels_by_float_and_keys_once(qtbot, window):
    open_demo(qtbot, window)
    palette = window.command_windows.palette
    palette.open()
    palette.field.setText("float")
    assert palette.current is not None
    assert palette.current.text == "Move the panels"
    assert [command.text for command in palette.commands].count("Keys") == 1
    assert window.menus.by_name["Keys"] in window.main_window.by_name["&Help"].actions()


@pytest.mark.parametrize("query", ["supress", "18"])
def test_the_palette_says_when_nothing_matches(qtbot, window, query):
    open_demo(qtbot, window)
    palette = window.command_windows.palette
    palette.open()
    palette.field.setText(query)
    assert palette.nothing.isVisible()
    assert palette.nothing.text().startswith("Nothing matches")
    assert palette.nothing.geometry().height() >= palette.nothing.sizeHint().height()
    palette.field.setText("fit")
    assert not palette.nothing.isVisible()
    assert palette.list.isVisible()
