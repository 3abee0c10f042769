"""How the commands behave beside what they say: help, streams, progress, signals, checkpoints, words of errors."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading

import numpy as np
import pytest
from forked import forked

from rpn_inspector import open_dataset, save_dump
from rpn_inspector.analysis.lint.lint import KINDS
from rpn_inspector.cli import console
from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.format_registry import titles
from rpn_inspector.data.predictions.rolling import Rolling, RollingDump

DEMO, LATE = str(resource("demo")), str(resource("demo", "predictions", "late.rpn"))
COMMANDS = (
    "", "demo", "open", "inspect", "lint", "audit", "export", "layout", "steps", "doctor", "recipes", "recipes list",
    "recipes show", "recipes diff", "schema", "mcp", "integrate",
)  # fmt: skip
XML = """<annotation><filename>{name}.jpg</filename><size><width>60</width><height>40</height></size><object>
<name>cat</name><bndbox><xmin>5</xmin><ymin>6</ymin><xmax>40</xmax><ymax>30</ymax></bndbox></object></annotation>"""


@pytest.fixture
def voc(tmp_path):
    folder = tmp_path / "voc"
    folder.mkdir()
    for name in ("één", "two"):
        (folder / f"{name}.xml").write_text(XML.format(name=name), encoding="utf-8")
    return folder


@pytest.fixture
def run(tmp_path):
    """Dumps of steps 5, 20 and 100 of a training; each says its step as every logit."""
    folder = tmp_path / "run"
    folder.mkdir()
    for step in (5, 100, 20):
        dumped(folder / f"step_{step:06}", step)
    return folder


def dumped(path, step=None, size=None):
    dataset, recipe = open_dataset(DEMO), load_recipe("demo")
    n = inspect(dataset[0], recipe).grid.size if size is None else size
    outputs = Prediction(objectness=np.full(n, (step or 0) / 10, np.float32), deltas=np.zeros((n, 4), np.float32))
    return save_dump(path, {dataset.names[0]: outputs}, "demo", step=step)


def first_scores(arguments, tmp_path):
    file = tmp_path / f"{len(list(tmp_path.iterdir()))}.json"
    assert main(["export", DEMO, "-r", "demo", "-f", "coco", "-o", str(file), *arguments]) == 0
    return {round(record["score"], 4) for record in json.loads(file.read_text("utf-8"))}


# ---- help --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_help_fits_a_terminal_of_80_columns_and_cuts_nothing(command, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "80")
    assert main([*command.split(), "--help"]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert "…" not in out
    assert "...\n" not in out.replace("[ARGS]...\n", "")
    assert "Example: rpn-inspector" in " ".join(out.split())
    undescribed = re.findall(r"^  (-\S+(?: [A-Z]\S*)?)$\n(?! {20})", out, re.MULTILINE)
    assert undescribed == []


def test_help_tells_exit_codes_and_every_kind_of_finding(capsys):
    assert main(["--help"]) == 0
    assert "Exit codes: 0 fine, 1 a check asked for failed, 2" in capsys.readouterr().out
    assert main(["lint", "--help"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    for kind, words in KINDS.items():
        assert f"{kind} {words}" in out
    # a name with a hyphen may be parted by the end of a line
    assert f"where its content leaves a choice: {', '.join(titles())}.".replace(" ", "") in out.replace(" ", "")


# ---- recipes and checkpoints -------------------------------------------------------------------------------------


def test_every_recipe_the_windows_list_has_is_known_by_its_name(capsys):
    from rpn_inspector.core.recipe import list_recipes

    assert "demo" in list_recipes()
    for name in list_recipes():
        assert load_recipe(name).name == name
    assert main(["inspect", DEMO, "-i", "street_01_mixed", "-r", "demo", "-p", LATE, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["recipe"] == "demo"


def test_a_folder_of_checkpoints_is_taken_at_its_latest_or_any_step(run, tmp_path, capsys):
    assert first_scores(["-p", str(run)], tmp_path) == {1.0}  # sigmoid of 10
    assert f"{run}: step 100 of 5, 20, 100; --step takes another" in capsys.readouterr().err
    assert first_scores(["-p", str(run), "--step", "20"], tmp_path) == {0.8808}  # of 2
    assert f"{run}: step 20 of 5, 20, 100\n" in capsys.readouterr().err
    for command in ("inspect", "layout"):
        image = ["-i", open_dataset(DEMO).names[0]] if command == "inspect" else []
        assert main([command, DEMO, "-r", "demo", "-p", str(run), *image, "--json"]) in (0, 1)
        out, err = capsys.readouterr()
        json.loads(out)
        assert "step 100 of 5, 20, 100" in err
        assert main([command, DEMO, "-r", "demo", "-p", str(run), *image, "--step", "7"]) == 2
        assert capsys.readouterr().err == f"rpn-inspector: {run}: has no outputs of step 7, but of 5, 20, 100\n"


def test_a_folder_of_one_checkpoint_needs_no_step(tmp_path, capsys):
    (tmp_path / "run").mkdir()
    dumped(tmp_path / "run" / "last.rpn")
    assert first_scores(["-p", str(tmp_path / "run")], tmp_path) == {0.5}
    assert "step" not in capsys.readouterr().err


# ---- errors ------------------------------------------------------------------------------------------------------


def test_a_place_that_is_not_there_is_named_with_what_to_do(tmp_path, capsys):
    place = tmp_path / "no" / "such"
    words = f"the folder {place} does not exist; make it first, or choose another place"
    common = ["export", DEMO, "-r", "demo", "-p", LATE, "-o", str(place / "x")]
    for format_ in ("coco", "csv", "npz", "parquet", "voc", "yolo", "labelme"):
        assert main([*common, "-f", format_]) == 2
        assert words in capsys.readouterr().err
    assert main(["open", DEMO, "--screenshot", str(place / "x.png")]) == 2
    assert words in capsys.readouterr().err
    with pytest.raises(BadFile, match=re.escape(words)):
        save_dump(place / "d.rpn", {}, "demo")


@pytest.mark.parametrize("format_", ["csv", "voc"])
def test_what_is_there_already_names_the_option(format_, tmp_path, capsys):
    common = ["export", DEMO, "-r", "demo", "-p", LATE, "-f", format_, "-o", str(tmp_path / "x")]
    assert main(common) == 0
    capsys.readouterr()
    assert main(common) == 2
    assert "say --overwrite" in capsys.readouterr().err
    assert main([*common, "--overwrite"]) == 0


def test_a_layout_that_nothing_fits_says_so_without_a_table(tmp_path, capsys):
    short = str(dumped(tmp_path / "short.rpn", size=100))
    assert main(["layout", DEMO, "-r", "demo", "-p", short]) == 1
    out = capsys.readouterr().out
    assert out.startswith("no hypothesis fits: ")
    assert "objectness (100,), wanted (8820,)" in out
    assert "separation" not in out
    assert main(["layout", DEMO, "-r", "demo", "-p", short, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["fits"] == []
    assert main(["layout", DEMO, "-r", "demo", "-p", LATE]) == 0
    assert main(["layout", DEMO, "-r", "demo", "-p", str(resource("demo", "model.onnx"))]) == 0
    assert "clear: as the recipe says" in capsys.readouterr().out


def test_a_table_keeps_its_words_and_numbers_whole_on_80_columns(monkeypatch, capsys):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["inspect", DEMO, "-i", "street_07_crowded", "-r", "demo"]) == 0
    assert main(["recipes", "diff", "torchvision-fpn", "mmdet-fpn"]) == 0
    out = re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out)
    lines = [line.split() for line in out.splitlines()]
    assert ["number", "class", "x1", "y1", "x2", "y2", "positives", "IoU", "anchor"] in lines
    assert ["1", "sign", "263.2", "235.3", "276.4", "248.5", "5", "0.126", "2576"] in lines
    assert ["matcher.low_quality.owner", "overlap", "claim"] in lines


def test_a_field_that_one_recipe_has_not_is_a_dash(capsys):
    assert main(["recipes", "diff", "torchvision-fpn", "retinanet-torchvision"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["sampler.positive_fraction", "0.5", "–"] in rows


def test_outputs_made_under_another_recipe_are_looked_at_and_said_so(capsys):
    assert main(["inspect", DEMO, "-i", "street_01_mixed", "-r", "torchvision-mobilenet-320", "-p", LATE]) in (0, 2)
    said = f"{LATE}: made under the recipe demo, looked at under torchvision-mobilenet-320"
    assert said in capsys.readouterr().err
    assert main(["inspect", DEMO, "-i", "street_01_mixed", "-r", "demo", "-p", LATE]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("frobnicate", "No such command 'frobnicate'; see rpn-inspector --help"),
        ("lint", "Missing argument 'DATASET'; see rpn-inspector lint --help"),
        ("recipes show --loud x", "--loud; see rpn-inspector recipes show --help"),
        (
            f"inspect {DEMO} -i street_01_mixed -r demo --step 4",
            "--step: found no --predictions, wanted a folder of dumps",
        ),
    ],
)
def test_a_wrong_line_is_told_where_the_right_one_is_said(arguments, words, capsys):
    assert main(arguments.split()) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err


def test_a_picture_without_outputs_is_told_which_have_some(capsys):
    assert main(["inspect", DEMO, "-i", "street_12_single", "-r", "demo", "-p", LATE]) == 2
    wanted = "no outputs for picture 'street_12_single.jpg', but for 10 others, such as 'street_01_mixed.jpg'\n"
    assert capsys.readouterr().err.endswith(wanted)


# ---- streams -----------------------------------------------------------------------------------------------------


def started(*arguments, code=None, **environment):
    command = ["-c", code] if code is not None else ["-m", "rpn_inspector"]
    return subprocess.run(
        [sys.executable, *command, *arguments], capture_output=True, check=False, env=os.environ | environment
    )


@pytest.mark.usefixtures("extras_load")
def test_json_is_alone_on_stdout_whatever_is_said(run, voc, tmp_path, capsys):
    for arguments in (
        ["inspect", DEMO, "-i", "street_01_mixed", "-r", "demo", "-p", LATE],
        ["lint", str(voc), "--fail-on", "missing_picture"],
        ["lint", DEMO],
        ["layout", DEMO, "-r", "demo", "-p", str(run), "--step", "5"],
        ["export", DEMO, "-r", "demo", "-p", LATE, "-f", "csv", "-o", str(tmp_path / "x.csv")],
        ["recipes", "list"],
        ["recipes", "show", "yolov3-416"],
        ["recipes", "diff", "demo", "torchvision-fpn"],
        ["recipes", "diff", "demo", "torchvision-fpn", "--dataset", DEMO, "--image", "street_01_mixed"],
        ["doctor"],
    ):
        assert main([*arguments, "--json"]) in (0, 1), arguments
        json.loads(capsys.readouterr().out, parse_constant=pytest.fail)


def test_a_c_locale_gets_utf_8_and_a_reader_that_leaves_no_traceback(voc):
    ascii_only = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for name, environment in (("één", {}), ("two", ascii_only)):
        plain = {"LC_ALL": "C", "LANG": "C", "NO_COLOR": "1"} | environment
        done = started("inspect", str(voc), "-i", name, "-r", "torchvision-fpn", **plain)
        told = f"rpn-inspector: {name}.jpg: picture missing, its size is as annotated\n"
        assert (done.returncode, done.stderr) == (0, told.encode())
        assert f"{name}.jpg · torchvision-fpn" in done.stdout.decode("utf-8")
        assert b"\x1b" not in done.stdout
    reading, writing = os.pipe()
    os.close(reading)
    closed = subprocess.run(
        [sys.executable, "-m", "rpn_inspector", "recipes", "list"], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (closed.returncode, closed.stderr) == (0, b"")


# ---- what takes its time -----------------------------------------------------------------------------------------


def test_what_lasts_says_how_far_it_is_and_what_does_not_says_nothing(monkeypatch, capsys):
    with console.progress("exporting") as step:
        step(1, 4)
    assert capsys.readouterr().err == ""
    heard, quarter = [], threading.Event()
    monkeypatch.setattr(console, "FIRST_LINE", 0.01)
    monkeypatch.setattr(console, "AGAIN", 0.01)
    monkeypatch.setattr(console, "say", lambda text: (heard.append(text), "25" in text and quarter.set()))
    with console.progress("exporting") as step:
        step(1, 4)
        assert quarter.wait(60)
    assert set(heard) <= {"exporting ...", "exporting, 25 % done"}  # the first, where it is told before the step is


SLOW = """
import sys
from rpn_inspector import cli
from rpn_inspector.cli import console
from rpn_inspector.analysis import export_dataset as exporting
console.QUIET = 0
sys.exit(cli.main(sys.argv[1:]))
"""


def test_a_terminal_shows_a_bar_on_stderr_and_leaves_it_clean(tmp_path):
    ours, theirs = pytest.importorskip("pty").openpty()
    arguments = ["export", DEMO, "-r", "demo", "-p", LATE, "-f", "csv", "-o", str(tmp_path / "x.csv"), "--json"]
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, *arguments],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm"},
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # how a terminal says that the other side is closed
            break
        if not part:
            break
        seen += part
    out, _ = process.communicate()
    os.close(ours)
    assert process.returncode == 0
    assert json.loads(out)["images"] == 10
    assert "━" in seen.decode("utf-8")
    assert b"exporting" in seen
    assert seen.count(b"\x1b[?25l") == seen.count(b"\x1b[?25h")  # the cursor is back


ENDED = """
import signal
from rpn_inspector import cli
from rpn_inspector.analysis import export_dataset as exporting
from rpn_inspector.cli import program
from rpn_inspector.session import open_request
import lxml.etree, pyarrow, rich.progress
real, calls = exporting.inspect, []
def run(sent, *line):
    def ended(*arguments):
        calls.append(arguments)
        if len(calls) == 3:
            os.kill(os.getpid(), getattr(signal, sent))
        return real(*arguments)
    exporting.inspect = ended
    return cli.main(line)
each(run)
"""
FORMATS, STOPS = ("csv", "coco", "npz", "parquet", "voc", "yolo", "labelme"), {"SIGINT": 130, "SIGTERM": 143}


@pytest.fixture(scope="module")
def stopped(tmp_path_factory):
    """By format and signal the exit code, the words and what is left in the folder of an export stopped midway."""
    folders = {(format_, sent): tmp_path_factory.mktemp(f"{format_}_{sent}") for format_ in FORMATS for sent in STOPS}
    export = ["export", DEMO, "-r", "demo", "-p", LATE, "-f"]
    cases = [[sent, *export, format_, "-o", str(folder / "x")] for (format_, sent), folder in folders.items()]
    found = dict(zip(folders, forked(ENDED, cases), strict=True))
    return {key: (*found[key], list(folder.iterdir())) for key, folder in folders.items()}


@pytest.mark.parametrize(("sent", "code"), STOPS.items())
@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_stopped_leaves_what_was_there(sent, code, format_, stopped):
    assert stopped[format_, sent] == (code, "rpn-inspector: stopped\n", [])


EARLY = """
import os, signal, sys
from rpn_inspector import cli
class Finder:
    def find_spec(self, name, *rest):
        if name == sys.argv[2]:
            os.kill(os.getpid(), getattr(signal, sys.argv[1]))
sys.meta_path.insert(0, Finder())
sys.exit(cli.main(sys.argv[3:]))
"""


@pytest.mark.parametrize(("sent", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
@pytest.mark.parametrize("imported", ["rpn_inspector.cli.program", "typer", "rpn_inspector.cli.streams"])
def test_what_is_stopped_during_the_imports_says_the_same(imported, sent, code):
    done = started(sent, imported, "lint", DEMO, code=EARLY)
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"rpn-inspector: stopped\n")


WITHIN = """
import os, signal, sys
from rpn_inspector import cli
class Named:
    def __set_name__(self, owner, name):
        os.kill(os.getpid(), getattr(signal, sys.argv[1]))
class Finder:
    def find_spec(self, name, *rest):
        if name == sys.argv[2]:
            class Owner:
                named = Named()
sys.meta_path.insert(0, Finder())
sys.exit(cli.main(sys.argv[3:]))
"""


@pytest.mark.parametrize(("sent", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_what_an_import_turns_into_an_error_of_its_own_is_stopped_too(sent, code):
    done = started(sent, "rpn_inspector.analysis.lint.lint", "lint", DEMO, code=WITHIN)
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"rpn-inspector: stopped\n")


def test_a_training_ended_without_a_step_is_not_waited_for(tmp_path, capsys):
    RollingDump(tmp_path / "run", "test", keep=Rolling()).end()
    assert main(["open", str(tmp_path / "run"), "--follow", "--screenshot", str(tmp_path / "a.png")]) == 2
    assert capsys.readouterr().err == (
        f"rpn-inspector: {tmp_path / 'run'}: the training has ended and left no recorded step to be drawn\n"
    )


@pytest.mark.parametrize("text", ["", "{", "[]", "5", '{"schema": 2}'])
def test_a_training_that_cannot_be_read_is_not_waited_for(tmp_path, capsys, text):
    (tmp_path / "run.json").write_text(text)
    assert main(["open", str(tmp_path), "--follow", "--screenshot", str(tmp_path / "a.png")]) == 2
    assert capsys.readouterr().err.startswith(f"rpn-inspector: {tmp_path / 'run.json'}: ")
    assert not (tmp_path / "a.png").exists()


def test_a_file_is_no_training_that_may_begin(tmp_path, capsys):
    (tmp_path / "a.json").write_text("{}")
    assert main(["open", str(tmp_path / "a.json"), "--follow", "--screenshot", str(tmp_path / "a.png")]) == 2
    said = capsys.readouterr().err
    assert said == f"rpn-inspector: {tmp_path / 'a.json'}: is a file, wanted the folder of a recorded training\n"
