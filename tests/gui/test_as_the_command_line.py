"""What window and command line say is the same: Compare and ``recipes diff``, exports, files that were not read."""

import shutil

import pytest
from gui_steps import open_demo, settled

from rpn_inspector.cli import main
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.gui.app import say_unread
from rpn_inspector.gui.commands.export_dialog import ExportDialog
from rpn_inspector.session.open_request import open_outputs
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.state import State
from rpn_inspector.session.workspace import Workspace

DEMO = str(resource("demo"))


@pytest.mark.parametrize("other", ["torchvision-mobilenet-320", "mmdet-c4"])
def test_compare_says_what_recipes_diff_says(qtbot, window, capsys, other):
    open_demo(qtbot, window)
    work, page = window.workspace, window.compare
    work.use_predictions(None, recipe=load_recipe("torchvision-fpn"))
    qtbot.waitUntil(lambda: settled(window) and work.state.shown.recipe.name == "torchvision-fpn")
    window.pages.look("compare")
    page.box.choose(other)
    qtbot.waitUntil(lambda: page.left_out.text() != "" and page.other.state.shown.recipe.name == other)
    name = work.state.shown.inspection.sample.name
    assert main(["recipes", "diff", "torchvision-fpn", other, "--dataset", DEMO, "--image", name]) == 0
    table, said = capsys.readouterr().out.split(f"{name}: ")
    both = [row.split() for row in said.splitlines()]
    for row in page.totals.cells:
        assert [word for cell in row for word in cell.text().split()] in both
    line = said.splitlines()[0].replace("only in torchvision-fpn", "only in A").replace(f"only in {other}", "only in B")
    assert page.left_out.text() == line
    qtbot.waitUntil(page.left_out.isVisible)
    rows = [row for row in map(str.strip, table.splitlines()) if row.partition(".")[0].isalpha()]
    printed = {row.split()[0]: row for row in rows}
    shown = {row[0].toolTip(): row for row in page.sheet.fields.cells if row[0].toolTip() in printed}
    assert set(shown) == set(printed)
    short = {place: row for place, row in shown.items() if row[1].text()}
    assert len(short) >= 2
    for place, row in short.items():
        values = [cell.text() for cell in row[1:3]]
        assert printed[place].split()[1:] == [word for value in values for word in value.split()], place


def test_an_export_says_what_export_prints(qtbot, window, capsys, tmp_path):
    open_demo(qtbot, window)
    dialog = ExportDialog(window, window.workspace.state, ())
    qtbot.addWidget(dialog)
    dialog.which.button(2).setChecked(True)
    dialog._chosen()
    qtbot.waitUntil(lambda: " boxes of " in dialog.count.text())
    window_says = dialog.count.text().split("; ")
    dialog.reject()
    outputs = str(window.workspace.state.predictions.path)
    arguments = ["export", DEMO, "-r", "demo", "-p", outputs, "-f", "coco", "-o", str(tmp_path / "boxes.json")]
    assert main(arguments) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"{window_says[0]}, original px: ")
    assert len(window_says) == 2, "pictures of the demo have no predictions"
    assert f": {window_says[1]}\n" in err


def test_a_checkpoint_left_out_is_said_on_the_terminal(tmp_path):
    place = tmp_path / "dumps"
    shutil.copytree(resource("demo") / "predictions", place)
    torn = place / "middle.rpn" / "meta.json"
    torn.write_text("{")
    loaded = open_outputs(place, open_dataset(resource("demo")))
    said, work = [], Workspace(State(recipe=load_recipe("demo")))
    say_unread(work, said.append)
    work.open(open_dataset(resource("demo")), loaded.outputs, timeline=loaded.timeline)
    work.use_recipe(load_recipe("mmdet-c4"))
    [line] = said
    assert str(torn) in line


def test_what_was_not_read_beside_the_first_dataset_is_said_on_the_terminal_as_by_any_command(tmp_path, capsys):
    (tmp_path / "a.csv").write_text("path,xmin,ymin,xmax,ymax,label\n1.png,10,12,40,32,cell\n")
    (tmp_path / "boxes.mat").write_bytes(b"MATLAB 5.0")
    said, work = [], Workspace(State(recipe=load_recipe("torchvision-fpn")))
    say_unread(work, said.append)
    work.use_recipe(load_recipe("mmdet-c4"))
    for _ in range(2):
        work.open(open_dataset(tmp_path))
    assert said == [f"{tmp_path / 'boxes.mat'}: seems to be MATLAB arrays, and is not read as ground truth"]
    assert main(["lint", str(tmp_path)]) == 0
    assert capsys.readouterr().err == f"rpn-inspector: {said[0]}\n"


def test_a_picture_that_is_not_there_is_said_on_the_terminal():
    said, work = [], Workspace(State(recipe=load_recipe("demo")))
    say_unread(work, said.append)
    with pytest.raises(InspectorError) as error:
        open_dataset(resource("demo")).find("street_1")
    for _ in range(2):
        work.fail(None, Problem.of(error.value))
    assert said == [str(error.value)]
    assert "holds no image 'street_1'; near: street_" in said[0]
