"""``audit --output`` and ``--baseline`` on the demo: what is written, the exit codes, and one line where it fails."""

from __future__ import annotations

import json
import shutil

import pytest

from rpn_inspector.cli.program import main
from rpn_inspector.core.resources import resource

DEMO = str(resource("demo"))


def told(capsys, *arguments, code=0):
    assert main(["audit", *arguments]) == code
    return capsys.readouterr()


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_folder_is_the_same_to_the_byte_whatever_the_execution(capsys, tmp_path):
    told(capsys, DEMO, "-r", "demo", "--fail-on", "untouched", "--workers", "1", "--output", str(tmp_path / "a"))
    rest = ("--fail-on", "untouched", "--workers", "2", "--json", "-o", str(tmp_path / "b"))
    text = told(capsys, DEMO, "-r", "demo", *rest)
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")
    assert json.loads(text.out)["unmatched"] == json.loads((tmp_path / "a" / "audit.json").read_bytes())["unmatched"]
    summary = (tmp_path / "a" / "summary.md").read_text(encoding="utf-8")
    assert f"rpn-inspector audit {DEMO} --recipe demo --fail-on untouched --output DIR" in summary
    assert "--workers" not in summary


def test_an_earlier_audit_is_replaced_only_where_asked(capsys, tmp_path):
    folder = tmp_path / "out"
    told(capsys, DEMO, "-r", "demo", "-o", str(folder))
    before = bytes_of(folder)
    error = told(capsys, DEMO, "-r", "torchvision-fpn", "-o", str(folder), code=2).err
    assert error == f"rpn-inspector: {folder}: is there already; choose another name, or say --overwrite\n"
    assert bytes_of(folder) == before
    told(capsys, DEMO, "-r", "torchvision-fpn", "-o", str(folder), "--overwrite")
    assert bytes_of(folder)["audit.json"] != before["audit.json"]


def test_a_baseline_fails_on_what_got_worse_a_line_a_rule(capsys, tmp_path):
    told(capsys, DEMO, "-r", "torchvision-fpn", "-o", str(tmp_path / "old"))
    old = str(tmp_path / "old" / "audit.json")
    same = told(capsys, DEMO, "-r", "torchvision-fpn", "--baseline", old, "--json")
    assert json.loads(same.out)["failed"] == []
    assert same.err == ""
    worse = told(capsys, DEMO, "-r", "demo", "--baseline", old, "-o", str(tmp_path / "new"), code=1)
    failed = [line for line in worse.err.splitlines() if "failed on" in line]
    assert [line.split(": ")[1].removeprefix("failed on ") for line in failed] == [
        "unmatched", "low_quality_only", "few_positives", "recall", "recall by class",
    ]  # fmt: skip
    assert f"rpn-inspector: {old}: another recipe: demo, was torchvision-fpn" in worse.err
    # the folder is written all the same: it says what failed
    assert "**Against the baseline**" in (tmp_path / "new" / "summary.md").read_text(encoding="utf-8")
    better = told(capsys, DEMO, "-r", "torchvision-fpn", "--baseline", str(tmp_path / "new" / "audit.json"))
    assert "failed" not in better.err
    both = told(capsys, DEMO, "-r", "demo", "--baseline", old, "--fail-on", "few-positives", code=1)
    assert "few_positives: 735 of 884 boxes (83.1%), wanted none" in both.err


def test_what_cannot_be_read_or_written_is_one_line(capsys, tmp_path):
    shutil.copytree(DEMO, tmp_path / "data")
    bad = tmp_path / "bad.json"
    bad.write_text('{"dataset": 1}')
    for arguments, said in (
        (["--baseline", str(bad)], "is no audit.json to compare with"),
        (["--baseline", str(tmp_path / "none.json")], "No such file"),
        (["--output", str(tmp_path / "no" / "out")], "does not exist; make it first"),
        (["--output", str(tmp_path / "data")], "holds the dataset"),
        (["--output", str(tmp_path / "data" / "out")], "is inside the dataset"),
        (["--output", str(tmp_path)], "holds the dataset"),
        (["--output", "/"], "is no name of a new folder"),
        (["--output", ".."], "is no name of a new folder"),
    ):
        error = told(capsys, str(tmp_path / "data"), "-r", "demo", *arguments, code=2).err
        assert said in error
        assert len(error.splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.json", "data"]


def test_a_full_disk_is_one_line_and_leaves_nothing(capsys, tmp_path):
    limits = pytest.importorskip("resource")
    soft, hard = limits.getrlimit(limits.RLIMIT_FSIZE)
    limits.setrlimit(limits.RLIMIT_FSIZE, (30_000, hard))  # bytes of a file: the tables are longer
    try:
        error = told(capsys, DEMO, "-r", "demo", "-o", str(tmp_path / "out"), code=2).err
    finally:
        limits.setrlimit(limits.RLIMIT_FSIZE, (soft, hard))
    assert error == f"rpn-inspector: {tmp_path / 'out'}: cannot be written: File too large\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["~tilde", "with space"])
def test_a_folder_of_any_name_is_made(capsys, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    told(capsys, DEMO, "-r", "demo", "-o", name)
    assert (tmp_path / name / "audit.json").is_file()
