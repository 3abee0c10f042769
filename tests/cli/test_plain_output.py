"""What a terminal gets: no name controls it, no name is markup, and a message is one short line."""

from __future__ import annotations

import json
import sys
import unicodedata

import numpy as np
import pytest

from rpn_inspector import Prediction, inspect, load_recipe, open_dataset, save_dump
from rpn_inspector.cli import console
from rpn_inspector.cli.program import main
from rpn_inspector.core.plain_text import LONGEST, one_line, printable
from rpn_inspector.core.resources import resource

DEMO = str(resource("demo"))
ODD = (
    "\x00\x07\x08\x1b[31mRED\x1b]0;title\x07\x7f\x85\x9b31m\u2028\u202egnp\u2066\u200f\u061c\ud800"
    " [bold]x[/bold] :smile: <b>y</b>\n\t\r"
)
MESSAGE = LONGEST + len("rpn-inspector: ")


def controls(text):
    """The characters of ``text`` that a terminal may obey, or that turn the direction; line feeds are ours."""
    return {letter for letter in text if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")} - {"\n"}


@pytest.fixture
def odd(tmp_path):
    """A dataset, a recipe and outputs with odd letters in every name that a file system or a format takes."""
    coco = {
        "images": [{"id": 1, "file_name": f"{ODD}a.jpg", "width": 100, "height": 80}],
        "annotations": [
            {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 30], "attributes": {ODD: ODD}},
            {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, -4, 30]},
            {"id": 3, "image_id": 9, "category_id": ODD, "bbox": [90, 10, 40, 30]},
        ],
        "categories": [{"id": 1, "name": ODD}],
    }
    folder = tmp_path / "d\x1b[31m\u202e[bold]"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps(coco), encoding="utf-8")
    recipe = tmp_path / "\x1b[32mr.toml"
    name = ODD.replace("\ud800", "")
    recipe.write_text(f'extends = "torchvision-fpn"\nname = {json.dumps(name)}\n', encoding="utf-8")
    dataset = open_dataset(folder)
    n = inspect(dataset[0], load_recipe(recipe)).grid.size
    zeros = Prediction(objectness=np.zeros(n, np.float32), deltas=np.zeros((n, 4), np.float32))
    dump = save_dump(tmp_path / "\x1b[33mo.rpn", {dataset.names[0]: zeros}, "torchvision-fpn")
    return str(folder), str(recipe), str(dump)


@pytest.mark.parametrize("on_terminal", [False, True])
def test_no_name_controls_the_terminal_or_is_markup(odd, tmp_path, monkeypatch, capsys, on_terminal):
    dataset, recipe, dump = odd
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: on_terminal)
    picture = ["-i", open_dataset(dataset).names[0]]
    said = ""
    for arguments in (
        ["lint", dataset],
        ["inspect", dataset, *picture, "-r", recipe],
        ["inspect", dataset, *picture, "-r", recipe, "-p", dump],
        ["inspect", dataset, "-i", ODD + "b", "-r", recipe],
        ["inspect", dataset, *picture, "-r", recipe + ODD],
        ["inspect", dataset, *picture, "-r", recipe, "-p", dump + "x"],
        ["layout", dataset, "-r", recipe, "-p", dump],
        ["export", dataset, "-r", recipe, "-p", dump, "-f", "csv", "-o", str(tmp_path / "\x1b[34mo.csv")],
        ["export", dataset, "-r", recipe, "-p", dump, "-f", "csv", "-o", dataset],
        ["recipes", "show", recipe],
        ["recipes", "diff", recipe, "mmdet-fpn", "--dataset", dataset, "--image", picture[1]],
        ["lint", dataset, "--fail-on", ODD],
        [ODD],
    ):
        for json_too in ([], ["--json"]):
            assert main([*arguments, *json_too]) in (0, 1, 2)
            out, err = capsys.readouterr()
            assert controls(out) | controls(err) == set(), arguments
            assert json_too == [] or out.isascii()
            assert all(len(line) <= MESSAGE for line in err.splitlines())
            said += out + err
    assert "[bold]x[/bold] :smile: <b>y</b>" in said


def test_a_recipe_is_shown_as_toml_that_reads_back_equal(odd, tmp_path, capsys):
    _, recipe, _ = odd
    assert main(["recipes", "show", recipe]) == 0
    again = tmp_path / "again.toml"
    again.write_text(capsys.readouterr().out, encoding="utf-8")
    assert load_recipe(again) == load_recipe(recipe)


@pytest.mark.parametrize("letter", ["9", "a", "\x1b", "é", "\u202e", "/a", "["])
def test_every_message_is_one_short_line(letter, tmp_path, no_progress, capsys):
    long = (letter * 5_000)[:5_000]
    (tmp_path / "r.toml").write_text(f"[{'a' * 5_000}]\nx = {'9' * 3_000}\n", encoding="utf-8")
    row = f"{long.replace('/', '')[:100]},{'9' * 400},1,2,3,{long}\n"
    (tmp_path / "boxes.csv").write_text("image,xmin,ymin,xmax,ymax,class\n" + row * 3, encoding="utf-8")
    for arguments in (
        ["lint", long],
        ["lint", DEMO, "--format", long],
        ["lint", DEMO, "--split", long],
        ["lint", DEMO, "--fail-on", long],
        ["lint", DEMO, f"--{long}"],
        ["lint", str(tmp_path / "boxes.csv")],
        ["inspect", DEMO, "-i", long, "-r", "demo"],
        ["inspect", DEMO, "-i", "street_01_mixed", "-r", long],
        ["inspect", DEMO, "-i", "street_01_mixed", "-r", str(tmp_path / "r.toml")],
        ["inspect", DEMO, "-i", "street_01_mixed", "-r", "demo", "-p", long],
        ["inspect", DEMO, "-i", "street_01_mixed", "-r", "demo", "--seed", long],
        ["export", DEMO, "-r", "demo", "-p", DEMO, "-f", "csv", "-o", long],
        [long],
    ):
        assert main(arguments) in (0, 2)
        out, err = capsys.readouterr()
        assert all(len(line) <= MESSAGE for line in err.splitlines()), arguments
        assert max(map(len, out.splitlines()), default=0) <= 2 * LONGEST
        assert len(err.splitlines()) <= 1, arguments


def test_a_picture_of_many_boxes_is_cut_with_a_count_and_listed_whole_where_asked(tmp_path, capsys):
    many = console.MOST_ROWS + 7
    coco = {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 640, "height": 480}],
        "annotations": [
            {"id": at, "image_id": 1, "category_id": 1, "bbox": [at % 600, at % 400, 20, 30]} for at in range(many)
        ],
        "categories": [{"id": 1, "name": "cat"}],
    }
    (tmp_path / "a.json").write_text(json.dumps(coco), encoding="utf-8")
    inspect_it = ["inspect", str(tmp_path), "-i", "a", "-r", "torchvision-mobilenet-320"]
    assert main(inspect_it) == 0
    out = capsys.readouterr().out
    assert out.count(" cat ") == console.MOST_ROWS
    assert "and 7 more ground truths; --all lists them" in out
    assert main([*inspect_it, "--all"]) == 0
    out = capsys.readouterr().out
    assert out.count(" cat ") == many
    assert "more ground truths" not in out
    assert f"\n{many} " in out


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("can't start new thread"), ImportError(
    "x.so: failed to map segment from shared object"), SystemError("error return without exception set")])  # fmt: skip
def test_too_little_memory_is_one_line(error, monkeypatch, capsys):
    monkeypatch.setattr("rpn_inspector.cli.program.most_address_space", lambda: 400 << 20)

    def fail(*_, **__):
        raise error

    monkeypatch.setattr("rpn_inspector.data.datasets.open_dataset.open_dataset", fail)
    assert main(["lint", DEMO]) == 2
    assert capsys.readouterr().err == "rpn-inspector: not enough memory for this\n"


def test_a_fault_of_the_program_is_one_line_that_says_where(monkeypatch, capsys):
    monkeypatch.delenv("RPN_INSPECTOR_TRACEBACK")
    monkeypatch.setattr("rpn_inspector.analysis.lint.lint.KINDS", None)
    assert main(["lint", DEMO]) == 2
    err = capsys.readouterr().err
    assert err.startswith("rpn-inspector: a fault of the program, lint.py:")
    assert "TypeError" in err
    assert err.count("\n") == 1


def test_a_user_who_is_not_known_is_no_folder(capsys):
    place = "~nobody_of_this_name/x"
    picture = ["inspect", DEMO, "-i", "street_01_mixed", "-r"]
    for arguments in (
        ["lint", place],
        ["lint", DEMO, "--images", place],
        ["lint", DEMO, "--annotations", place],
        ["open", place],
        ["open", DEMO, "--screenshot", place],
        [*picture, place],
        [*picture, "demo", "-p", place],
        [*picture, "demo", "-p", str(resource("demo", "model.onnx")), "--layout", place],
        ["export", DEMO, "-r", "demo", "-p", str(resource("demo", "predictions")), "-f", "csv", "-o", place],
    ):
        assert main(arguments) == 2
        assert place in capsys.readouterr().err


def test_printable_keeps_the_letters_of_every_language():
    kept = "é 漢字\u3000ｱ \u00a0 نام\u200cها 👩\u200d👧 \ufe0f"
    assert printable(kept) == kept
    assert printable("a\x1b[0m\u202eb\nc\ud800") == "a�[0m�b�c�"
    assert one_line("a\n  b\tc") == "a b c"
    assert one_line("x" * 200 + "y" * 200, 30) == "x" * 20 + " … " + "y" * 7
