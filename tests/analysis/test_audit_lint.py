"""The linter's findings beside an audit: those of `lint`, with the sizes the audit knows, and no picture opened."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from odd_audit import audited
from PIL import Image

import rpn_inspector as ri
from rpn_inspector.analysis.audit.document import document
from rpn_inspector.analysis.lint.lint import OF_FILES, kind_document, lint
from rpn_inspector.analysis.report.folder import Extras, write_folder
from rpn_inspector.cli.program import main
from rpn_inspector.core.resources import resource


def of_fractions(folder):
    """Write YOLO's files: a.png with a box of 1 px and one that leaves it, b.png without any."""
    for name in ("images/train", "labels/train"):
        (folder / name).mkdir(parents=True)
    (folder / "data.yaml").write_text("path: .\ntrain: images/train\nnames: [thing]\n")
    for name in ("a", "b"):
        Image.new("RGB", (200, 100)).save(folder / "images" / "train" / f"{name}.png")
    boxes = "0 0.5 0.5 0.005 0.2\n0 0.95 0.5 0.2 0.2\n0 0.3 0.3 0.2 0.2\n"
    (folder / "labels" / "train" / "a.txt").write_text(boxes)
    (folder / "labels" / "train" / "b.txt").write_text("")
    return folder


def kinds_of(report, less=frozenset()):
    """Return the findings by kind, with files named from the dataset's folder on."""
    kinds = {kind: kind_document(found) for kind, found in report.kinds.items() if kind not in less}
    folder = Path(report.dataset)
    return json.loads(json.dumps(kinds).replace(f"{folder}/", "").replace(f"{folder.parent}/", ""))


def test_sizes_that_are_annotated_give_the_findings_of_lint_without_pictures(tmp_path):
    found = audited(tmp_path)
    alone = lint(ri.open_dataset(tmp_path / "annotations.json"), pictures=False)
    told = document(found)["lint"]
    assert json.loads(json.dumps(told["kinds"])) == kinds_of(alone, OF_FILES)
    assert str(tmp_path) not in json.dumps(told)
    assert told["findings"] == alone.total > 0
    assert told["kinds"]["degenerate"]["count"] == document(found)["zero_size"] == 1


def test_sizes_that_headers_tell_give_the_findings_of_lint_with_pictures(tmp_path):
    dataset = ri.open_dataset(of_fractions(tmp_path))
    found, alone = ri.audit(dataset, "demo"), lint(dataset)
    assert found.annotations.opened == 2
    kinds = document(found)["lint"]["kinds"]
    assert json.loads(json.dumps(kinds)) == kinds_of(alone, OF_FILES)
    assert [kinds[kind]["count"] for kind in ("outside", "empty", "tiny", "duplicates")] == [1, 1, 1, 0]


def test_every_finding_has_a_picture_and_a_row(tmp_path):
    for found in lint(ri.open_dataset(of_fractions(tmp_path))).kinds.values():
        places = [found.place(index) for index in range(len(found))]
        assert [image for image, _ in places] == found.image.tolist()
        # all ground truths are those of the first picture, so that number and row are the same
        assert [gt for _, gt in places] == found.row.tolist()


def test_text_json_report_and_summary_have_them(tmp_path, capsys):
    data = str(of_fractions(tmp_path / "data"))
    assert main(["audit", data, "-r", "demo", "-o", str(tmp_path / "out")]) == 0
    text = capsys.readouterr().out
    assert "in the annotations" in text
    assert "boxes under 2 px at the shorter side" in text
    made = json.loads((tmp_path / "out" / "audit.json").read_text(encoding="utf-8"))
    assert made["lint"]["kinds"]["tiny"]["examples"][0]["image"] == "a.png"
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "a.png: ground truth 1 (thing) at 99.5, 40, 100.5, 60 is 1 px at its shorter side" in page
    with (tmp_path / "out" / "findings.csv").open(encoding="utf-8", newline="") as stream:
        odd = {
            (row["finding"], row["image"], row["index"], row["x1"]): row["problem"] for row in csv.DictReader(stream)
        }
    assert (
        odd["tiny", "a.png", "0", "99.5"] == "ground truth 1 (thing) at 99.5, 40, 100.5, 60 is 1 px at its shorter side"
    )
    assert odd["empty", "b.png", "", ""] == "has no box"
    summary = (tmp_path / "out" / "summary.md").read_text(encoding="utf-8")
    assert "| `tiny` | 1 | 1 | boxes under 2 px" in summary.replace("\\", "")


@pytest.mark.parametrize("wanted", [True, False])
def test_it_can_be_left_out(wanted):
    found = ri.audit(ri.open_dataset(resource("demo")), "demo", lint=wanted)
    assert (found.lint is not None) == ("lint" in document(found)) == wanted


def test_a_page_without_oddities_says_nothing_of_the_annotations(tmp_path):
    found = ri.audit(ri.open_dataset(resource("demo")), "demo", lint=False)
    write_folder(found, tmp_path / "out", Extras())
    assert "In the annotations" not in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    np.testing.assert_equal(found.lint, None)
