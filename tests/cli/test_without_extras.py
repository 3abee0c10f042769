"""The base installation: no Qt, no OpenCV, no library of an extra; each command works, or names the extra it lacks."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from rpn_inspector.cli.program import main, main_window
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.extras import EXTRAS, MissingExtra, command, lacking

ROOT = Path(__file__).resolve().parents[2]
DEMO = str(ROOT / "resources" / "demo")
DUMPS = str(ROOT / "resources" / "demo" / "predictions")
MODEL = str(ROOT / "resources" / "demo" / "model.onnx")
IMAGE = ("--image", "street_03_overlapping")
INSTALLED_AS = {
    "PySide6-Essentials": "PySide6", "opencv-python": "cv2", "opencv-python-headless": "cv2", "pyqtgraph": "pyqtgraph",
    "ziamath": "ziamath", "onnxruntime": "onnxruntime", "pyarrow": "pyarrow", "jinja2": "jinja2", "hotcoco": "hotcoco",
    "leather": "leather", "mcp": "mcp", "fsspec": "fsspec",
    "distributed": "distributed",
}  # fmt: skip

# A process where Python finds none of the extras' modules runs each line of commands, and prints codes and streams.
WITHOUT = """
import contextlib, importlib.machinery, io, json, sys

hidden, find = set(json.loads(sys.argv[1])), importlib.machinery.PathFinder.find_spec

def find_spec(cls, name, *rest):
    return None if name.partition(".")[0] in hidden else find(name, *rest)

importlib.machinery.PathFinder.find_spec = classmethod(find_spec)

import rpn_inspector
from rpn_inspector.cli import main
import rpn_inspector.recorders.torchvision, rpn_inspector.recorders.detectron2, rpn_inspector.recorders.mmdet

assert all(getattr(rpn_inspector, name) is not None for name in rpn_inspector.__all__)
ran = []
for line in json.loads(sys.argv[2]):
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        code = main(line)
    ran.append((code, out.getvalue(), err.getvalue()))
assert not hidden & set(sys.modules)
print(json.dumps(ran))
"""

WORK = [
    ["inspect", DEMO, *IMAGE, "--recipe", "torchvision-fpn", "--json"],
    ["inspect", DEMO, *IMAGE, "--recipe", "demo", "--predictions", DUMPS, "--json"],
    ["inspect", DEMO, *IMAGE, "--recipe", "demo", "--predictions", DUMPS],
    ["lint", DEMO],
    ["audit", DEMO, "-r", "demo", "--fail-on", "untouched"],
    ["export", DEMO, "-r", "demo", "-p", DUMPS, "-f", "coco", "-o", "boxes.json", "--overwrite", "--json"],
    ["layout", DEMO, "-r", "demo", "-p", DUMPS, "--pictures", "1", "--json"],
    ["recipes", "list"],
    ["recipes", "show", "demo"],
    ["recipes", "diff", "torchvision-fpn", "mmdet-fpn", "--dataset", DEMO, *IMAGE],
]
REFUSED = [
    (["demo"], "gui"),
    (["open"], "gui"),
    (["open", DEMO, "--screenshot", "window.png"], "gui"),
    (["inspect", DEMO, *IMAGE, "--recipe", "demo", "--predictions", MODEL], "pictures"),
    (["export", DEMO, "-r", "demo", "-p", DUMPS, "-f", "parquet", "-o", "boxes.parquet"], "parquet"),
]
DOCTOR = ["doctor", "--json"]
NOISE = ["lint", "noise", "--json"]
AUDIT = ["audit", DEMO, "-r", "demo", "--output", "audit"]


@pytest.fixture(scope="module")
def without(tmp_path_factory):
    """Exit code, stdout and stderr of each line, where no module of an extra can be found."""
    lines = [*WORK, *(line for line, _ in REFUSED), DOCTOR, NOISE, AUDIT]
    folder = tmp_path_factory.mktemp("without")
    (folder / "noise").mkdir()
    (folder / "noise" / "one.jpg").write_bytes(b"no picture")
    hidden = sorted({module for modules in EXTRAS.values() for module in modules})
    started = [sys.executable, "-c", WITHOUT, json.dumps(hidden), json.dumps(lines)]
    ran = subprocess.run(started, capture_output=True, text=True, check=False, cwd=folder)
    assert ran.returncode == 0, ran.stderr
    return {tuple(line): found for line, found in zip(lines, json.loads(ran.stdout), strict=True)}


@pytest.mark.parametrize("line", WORK, ids=lambda line: " ".join(line[:1] + line[-1:]))
def test_what_needs_no_extra_says_the_same_without_them(without, line, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(line) == 0
    code, out, err = without[tuple(line)]
    assert (code, out) == (0, capsys.readouterr().out)
    assert "install" not in err


@pytest.mark.parametrize(("line", "extra"), REFUSED)
def test_what_needs_an_extra_is_refused_with_the_command_that_installs_it(without, line, extra):
    code, out, err = without[tuple(line)]
    assert (code, out) == (2, "")
    assert err.splitlines()[-1].endswith(f"is not installed, wanted {command(extra)}")
    if extra != "parquet":  # before whose refusal the step that was taken is said
        assert err.count("\n") == 1


def test_doctor_says_which_extras_are_there(without, capsys, extras_load):
    code, out, _ = without[tuple(DOCTOR)]
    bare = json.loads(out)
    assert code == 0
    assert {extra: tuple(found["missing"]) for extra, found in bare["extras"].items()} == EXTRAS
    assert bare["platform"] is None
    assert bare["why_no_window"] == f"the window is not installed, wanted {command('gui')}"
    assert main(DOCTOR) == 0
    assert all(not found["missing"] for found in json.loads(capsys.readouterr().out)["extras"].values())
    assert main(["doctor"]) == 0
    assert "extra gui            yes" in capsys.readouterr().out


def test_doctor_says_of_an_extra_that_is_there_and_cannot_be_loaded_why(tmp_path, monkeypatch, capsys):
    (tmp_path / "cv2.py").write_text('raise ImportError("libGL.so.1: cannot open shared object file")\n')
    (tmp_path / "pyarrow.py").write_text("import os\nos.abort()\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    for extra in ("gui", "pictures"):
        assert f"extra {extra:<14} cv2 cannot be loaded: ImportError: libGL.so.1: cannot open shared object" in out
    assert "extra parquet        pyarrow cannot be loaded: it ends the program\n" in out
    assert "extra onnx           yes\n" in out


def test_an_audit_is_written_without_extras_and_says_what_is_not(without):
    code, _, err = without[tuple(AUDIT)]
    assert code == 0
    assert err.splitlines() == [
        f"rpn-inspector: audit: no Parquet tables: wanted {command('parquet')}",
        f"rpn-inspector: audit: no report.html: wanted {command('report')}",
        "rpn-inspector: audit: audit.json, findings.csv, ground_truth.csv, summary.md",
    ]


def test_what_is_no_picture_is_a_finding_without_any_decoder(without):
    code, out, _ = without[tuple(NOISE)]
    [found] = json.loads(out)["kinds"]["unreadable_picture"]["examples"]
    assert code == 0
    assert found["words"] == 'the picture is not a picture: it starts with "no picture"'


def test_an_installed_module_that_cannot_be_loaded_says_why():
    broken = MissingExtra("OpenCV", "pictures", ImportError("libGL.so.1: cannot open shared object file"))
    found = "OpenCV cannot be loaded: libGL.so.1: cannot open shared object file"
    assert str(broken) == f"{found}; see rpn-inspector doctor"
    absent = MissingExtra("OpenCV", "pictures", ModuleNotFoundError("No module named 'cv2'"))
    assert str(absent) == 'OpenCV is not installed, wanted pip install "rpn-inspector[pictures]"'
    assert isinstance(broken, InspectorError)


@pytest.mark.parametrize(
    ("made_by", "words"),
    [
        ("pyvenv.cfg", 'pip install "rpn-inspector[onnx]"'),
        ("uv-receipt.toml", 'uv pip install --python "{prefix}" "rpn-inspector[onnx]"'),
        ("pipx_metadata.json", 'pipx runpip rpn-inspector install "rpn-inspector[onnx]"'),
    ],
)
def test_an_environment_without_pip_is_told_its_own_way(tmp_path, monkeypatch, made_by, words):
    (tmp_path / made_by).touch()
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert command("onnx") == words.format(prefix=tmp_path)


def test_readme_lists_every_extra():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", readme, re.MULTILINE)) >= set(EXTRAS)


def test_the_extras_bring_what_is_asked_for_and_the_base_brings_none_of_it():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = {
        extra: {re.match(r"[\w-]+", requirement)[0] for requirement in requirements}
        for extra, requirements in project["optional-dependencies"].items()
    }
    for extra, modules in EXTRAS.items():
        assert {INSTALLED_AS[name] for name in extras[extra]} == set(modules)
        assert lacking(extra) == []
    base = {re.match(r"[\w-]+", requirement)[0] for requirement in project["dependencies"]}
    assert not base & set(INSTALLED_AS)
    assert any(requirement.startswith("rpn-inspector[gui") for requirement in project["optional-dependencies"]["test"])


def test_the_program_without_a_terminal_opens_the_window_and_needs_no_streams(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["rpn-inspector-gui", "no/such/folder"])
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main_window() == 2
    assert "no/such/folder: no such file or folder" in sys.stderr.getvalue()
