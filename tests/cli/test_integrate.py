"""The program in the desktop's menus: what is written, and that removing leaves nothing and touches nothing else."""

import configparser
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest

from rpn_inspector.cli import integrate
from rpn_inspector.cli.program import main
from rpn_inspector.core.resources import resource

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="for Linux desktops")


@pytest.fixture
def home(tmp_path, monkeypatch):
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "rpn-inspector-gui"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(integrate.sys, "executable", str(tmp_path / "bin" / "python"))
    return tmp_path / "data"


def every(home):
    return {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def test_what_is_written_is_a_menu_entry_an_icon_and_a_kind_of_file(home, capsys):
    assert main(["integrate"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 4
    assert "directory" not in (home / "applications" / "rpn-inspector.desktop").read_text()
    assert all(line.startswith(f"wrote {home}/") for line in said)
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(home / "applications" / "rpn-inspector.desktop")
    found = entry["Desktop Entry"]
    assert found["Exec"] == f'"{home.parent}/bin/rpn-inspector-gui" %f'
    assert found["Icon"] == "rpn-inspector"
    kind = ET.parse(home / "mime" / "packages" / "rpn-inspector.xml").getroot()[0]
    assert kind.get("type") in found["MimeType"].split(";")
    assert [each.get("pattern") for each in kind if each.tag.endswith("glob")] == ["*.rpn", "*.rpn.zip"]
    svg = (home / "icons" / "hicolor" / "scalable" / "apps" / "rpn-inspector.svg").read_bytes()
    assert svg == resource("app", "rpn-inspector.svg").read_bytes()


def test_twice_is_once_and_removing_leaves_what_was_there(home, capsys):
    other = home / "applications" / "other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("[Desktop Entry]\n")
    before = every(home)
    assert main(["integrate"]) == 0
    once = every(home)
    assert main(["integrate"]) == 0
    assert every(home) == once
    assert main(["integrate", "--remove"]) == 0
    assert not (home / "rpn-inspector").exists()
    left = {name: content for name, content in every(home).items() if not name.endswith((".cache", "mimeinfo.cache"))}
    assert {name for name in left if "rpn" in name} == set()
    assert not (home / "rpn-inspector" / "integrated.json").exists()
    assert left["applications/other.desktop"] == before["applications/other.desktop"]
    capsys.readouterr()
    assert main(["integrate", "--remove"]) == 0
    assert capsys.readouterr().err == "rpn-inspector: integrate: nothing of it is there\n"


def test_what_somebody_else_wrote_is_neither_replaced_nor_removed(home, capsys):
    entry = home / "applications" / "rpn-inspector.desktop"
    entry.parent.mkdir(parents=True)
    entry.write_text("mine")
    assert main(["integrate"]) == 2
    assert capsys.readouterr().err == f"rpn-inspector: {entry}: is there already, and integrate did not write it\n"
    assert every(home) == {"applications/rpn-inspector.desktop": b"mine"}
    assert main(["integrate", "--remove"]) == 0
    assert entry.read_text() == "mine"
    entry.unlink()
    assert main(["integrate"]) == 0
    entry.write_text("changed")
    capsys.readouterr()
    assert main(["integrate", "--remove"]) == 0
    said = capsys.readouterr()
    assert said.err == f"rpn-inspector: {entry}: has changed since, and is left\n"
    assert len(said.out.splitlines()) == 3
    assert entry.read_text() == "changed"


@pytest.mark.parametrize("kind", ["text", "deep", "folder", "link", "other"])
def test_a_list_that_integrate_did_not_write_is_neither_replaced_nor_removed(home, capsys, kind):
    listed = home / "rpn-inspector" / "integrated.json"
    listed.parent.mkdir(parents=True)
    if kind == "folder":
        listed.mkdir()
    elif kind == "link":
        listed.symlink_to("nowhere")
    else:
        listed.write_text({"text": "mine", "deep": "[" * 100_000, "other": '{"a": "b"}'}[kind])
    for arguments in (["integrate"], ["integrate", "--remove"]):
        assert main(arguments) == 2
        assert capsys.readouterr().err == f"rpn-inspector: {listed}: is there already, and integrate did not write it\n"
    assert listed.is_symlink() or listed.exists()
    assert [path.name for path in home.iterdir()] == ["rpn-inspector"]


def test_what_was_written_half_way_is_taken_back(home, capsys):
    (home / "mime").mkdir(parents=True)
    (home / "mime" / "packages").touch()  # where a folder has to be
    assert main(["integrate"]) == 2
    assert main(["integrate", "--remove"]) == 0
    assert not [name for name in every(home) if "rpn" in name]


def test_a_path_of_odd_signs_is_quoted():
    text = integrate.files('/a b/$x"`%/gui')["applications/rpn-inspector.desktop"].decode()
    assert r'Exec="/a b/\\$x\\"\\`%%/gui" %f' in text


def test_without_an_installed_program_it_is_one_line(home, monkeypatch, capsys):
    (home.parent / "bin" / "rpn-inspector-gui").unlink()
    monkeypatch.setenv("PATH", str(home))
    assert main(["integrate"]) == 2
    assert "rpn-inspector-gui: not found beside" in capsys.readouterr().err
    assert not home.exists()


def test_icons_are_of_their_kinds():
    signs = {".svg": b"<svg", ".png": b"\x89PNG", ".ico": b"\0\0\1\0", ".icns": b"icns"}
    for suffix, sign in signs.items():
        assert resource("app", f"rpn-inspector{suffix}").read_bytes().startswith(sign)


@pytest.mark.skipif(
    subprocess.run(["which", "desktop-file-validate"], capture_output=True, check=False).returncode != 0,
    reason="desktop-file-validate is not installed",
)
def test_the_menu_entry_is_valid(home):
    assert main(["integrate"]) == 0
    checked = subprocess.run(
        ["desktop-file-validate", str(home / "applications" / "rpn-inspector.desktop")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (checked.returncode, checked.stdout) == (0, "")
