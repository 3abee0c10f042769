"""Every block of code in README and docs, run as it stands, from top to bottom, in a folder like a fresh checkout."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import subprocess
import sys
import types
from pathlib import Path

import pytest
import yaml
from test_recorders import PICTURE, TARGET, Torchvision

import rpn_inspector as ri
from rpn_inspector.analysis.lint.lint import KINDS
from rpn_inspector.cli.program import app, main
from rpn_inspector.core.recipe import list_recipes
from rpn_inspector.data.predictions.layout_toml import read_layout

ROOT = Path(__file__).resolve().parents[1]
PAGES = (
    "README.md",
    "docs/python.md",
    "docs/outputs.md",
    "docs/guide.md",
    "docs/filter.md",
    "docs/audit.md",
    "docs/from-config.md",
    "docs/exchange.md",
)
BESIDE = (
    "docs/follow-a-training.md",
    "CONTRIBUTING.md",
    "ARCHITECTURE.md",
    "GLOSSARY.md",
    "SECURITY.md",
    "docs/limits.md",
)
BY_HAND = {"python -m pip", "apt-get"}  # set up in .ci/run, not here

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHELL = re.compile(r"[|&;<>$`*?~(){}]")  # what a shell takes for more than a part of a word
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A folder with what the blocks refer to, a command of the program's name, and the model they speak of."""
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    # a window is drawn and closed, as it is where there is no display
    (bin_ / "rpn-inspector").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m rpn_inspector "$@"\n', encoding="utf-8")
    (bin_ / "rpn-inspector").chmod(0o755)
    monkeypatch.setenv("PATH", f"{bin_}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "step_summary.md"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fiftyone():
    """FiftyOne's session with one sample ticked, as far as docs/exchange.md speaks of it."""
    boxes = [types.SimpleNamespace(label="car", bounding_box=[0.1, 0.2, 0.3, 0.4])]
    sample = types.SimpleNamespace(
        filepath="/mnt/elsewhere/street_03_overlapping.jpg",
        metadata=types.SimpleNamespace(width=640, height=480),
        ground_truth=types.SimpleNamespace(detections=boxes),
    )
    return types.SimpleNamespace(selected=["1"], dataset={"1": sample})


def lines_of(block):
    return [line for line in block.splitlines() if line.strip() and not line.startswith("#")]


def commands_of(part):
    """The commands of steps and hooks, but for those that are set up by hand."""
    if isinstance(part, list):
        return [command for each in part for command in commands_of(each)]
    if not isinstance(part, dict):
        return []
    own = [part[key] for key in ("run", "entry") if key in part and not any(word in part[key] for word in BY_HAND)]
    return own + commands_of(list(part.values()))


def run(text):
    """Run the lines of ``text`` one after another.

    A command of the program alone is run here, its words as a shell splits them; a shell runs each line that it makes
    more of than words, or that opens a window.
    """
    for line in lines_of(text.replace("\\\n", " ")):
        program, *words = shlex.split(line, comments=True)
        if program != "rpn-inspector" or words[0] == "open" or SHELL.search(line.partition(" #")[0]):
            done = subprocess.run(["sh", "-ec", line], capture_output=True, text=True, check=False)
            status, said = done.returncode, done.stderr
        else:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as stream:
                status = main(words)
            said = stream.getvalue()
        assert status == 0, f"{line}\n{said}"
        assert "Traceback" not in said


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems would open windows")
@pytest.mark.parametrize("page", PAGES)
def test_every_block_runs_as_it_stands(page, checkout):
    names = types.SimpleNamespace(model=Torchvision(), picture=PICTURE, target=TARGET, session=fiftyone()).__dict__
    for language, block in BLOCK.findall((ROOT / page).read_text(encoding="utf-8")):
        if language == "python":
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(block, page, "exec"), names)
        elif language == "sh":
            run(block)
        elif language == "yaml":  # steps of an action, or hooks: the commands are run as they would be there
            for command in commands_of(yaml.safe_load(block)):
                run(command)
        elif language == "json":
            json.loads(block)
        elif language == "toml":
            (checkout / "layout.toml").write_text(block, encoding="utf-8")
            assert read_layout(checkout / "layout.toml").recipe in list_recipes()
        else:
            assert language == ""
            commands = [line for line in lines_of(block) if "rpn-inspector" in line or "python" in line]
            assert all(any(start in line for start in BY_HAND) for line in commands), block
    if page == "docs/audit.md":
        assert (checkout / "step_summary.md").read_text(encoding="utf-8").startswith("### ")
    if page == "README.md":
        assert (checkout / "rpn-inspector.png").is_file()  # the window, where there is no display
        assert ri.open_predictions("run.rpn").names == ("image.jpg",)
        assert json.loads((checkout / "boxes.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "page", [*PAGES, "CONTRIBUTING.md", "ARCHITECTURE.md", "GLOSSARY.md", "SECURITY.md", "docs/limits.md"]
)
def test_every_link_and_picture_is_there(page):
    for target in LINK.findall((ROOT / page).read_text(encoding="utf-8")):
        assert ((ROOT / page).parent / target).exists(), target


def test_the_readme_names_every_kind_recipe_and_command():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for kind in KINDS:
        assert f"`{kind}`" in text
    for name in list_recipes():
        family, _, last = name.partition("-")
        assert f"`{name}`" in text or (family in text and f"-{last}" in text) or re.match(r"efficientdet-d[1-6]$", name)
    commands = [command.name for command in app.registered_commands] + [group.name for group in app.registered_groups]
    for command in commands:
        assert re.search(rf"^\| `{command}[ `]", text, re.MULTILINE), command


def test_every_public_name_is_in_the_page_on_python():
    text = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    table = text[text.index("## Names") :]
    assert sorted(re.findall(r"`(\w+)`", table)) == sorted(name for name in ri.__all__ if not name.startswith("__"))


@pytest.fixture(scope="module")
def help_of_all():
    """What every command says of its options."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        for command in [each.name for each in app.registered_commands] + ["recipes diff", "recipes from"]:
            assert main([*command.split(), "--help"]) == 0
    return out.getvalue()


@pytest.mark.parametrize("page", PAGES)
def test_every_option_that_is_spoken_of_exists(page, help_of_all):
    text = (ROOT / page).read_text(encoding="utf-8")
    text = re.sub(r"^(apt-get|python -m pip).*$", "", text, flags=re.MULTILINE)
    for option in set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)):
        assert option in help_of_all, option


@pytest.mark.parametrize("page", [*PAGES, *BESIDE, "CHANGELOG.md"])
def test_no_line_is_longer_than_editorconfig_says(page):
    """Rows of a table cannot be wrapped, nor can links."""
    [limit] = re.findall(r"\[\*\.md\]\nmax_line_length = (\d+)", (ROOT / ".editorconfig").read_text(encoding="utf-8"))
    lines = (ROOT / page).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(re.sub(r"\]\([^)]*\)", "]", line)) > int(limit) and line[:1] != "|"] == []
