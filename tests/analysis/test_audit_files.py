"""The files of an audit: a row for each ground truth and finding, plain text in every one, and the same bytes again."""

from __future__ import annotations

import csv
import dataclasses
import json
import os

import numpy as np
import pyarrow.parquet
import pytest
from markdown_it import MarkdownIt
from odd_audit import CLASSES, PICTURES, audited

from rpn_inspector.analysis.audit.audit import audited as audited_columns
from rpn_inspector.analysis.audit.document import document
from rpn_inspector.analysis.audit.execution import Here
from rpn_inspector.analysis.audit.findings import findings_of
from rpn_inspector.analysis.report import folder as report
from rpn_inspector.analysis.report.columns import finding_columns, ground_truth_columns
from rpn_inspector.analysis.report.folder import Extras, write_folder
from rpn_inspector.analysis.report.markdown import code
from rpn_inspector.core.errors import BadFile


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return audited(tmp_path_factory.mktemp("odd") / "data")


@pytest.fixture(scope="module")
def written(found, tmp_path_factory):
    target = tmp_path_factory.mktemp("written") / "out"
    write_folder(found, target, Extras(command="rpn-inspector audit '```<b>' --output DIR"))
    return target


def rows_of(file):
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_ground_truth_has_a_row_with_its_numbers(found, written):
    rows = rows_of(written / "ground_truth.csv")
    assert len(rows) == sum(len(boxes) for *_, boxes in PICTURES) - 1 == len(found.used)  # one has no height
    assert [row["index"] for row in rows] == ["0", "1", "2", "0", "1", "0", "1"]
    for at, row in enumerate(rows):
        assert row["used"] == ("true" if found.used[at] else "false")
        if not found.used[at]:
            assert {row[name] for name in ("positives", "low_quality", "best_iou", "best_anchor", "owner")} == {""}
            continue
        assert float(row["best_iou"]) == found.best_iou[at]
        assert int(row["positives"]) == found.gt_positives[at]
        assert int(row["best_anchor"]) == found.best_anchor[at]
        assert [float(row[name]) for name in ("x1", "y1", "x2", "y2")] == found.annotations.box[at].tolist()
        assert float(row["side"]) == found.side[at]
        first = found.annotations.first[found.annotations.image[at]]
        assert row["owner"] == ("" if found.owner[at] < 0 else str(found.owner[at] - first))


def test_a_box_without_a_size_is_a_finding_and_has_no_number(found, written, tmp_path):
    # this one was left out by the reading
    [zero] = [row for row in rows_of(written / "findings.csv") if row["finding"] == "zero_size"]
    assert [zero[name] for name in ("image", "index", "class", "x1", "y1", "x2", "y2", "side", "positives")] == [
        "<b>two</b>.jpg", "", "", "100.0", "100.0", "100.0", "120.0", "", "",
    ]  # fmt: skip
    # and this one, which a reader kept, is a row
    columns = found.annotations
    box = columns.box.copy()
    box[1, 2] = box[1, 0]
    kept = audited_columns(dataclasses.replace(columns, box=box, zero=np.arange(7) == 1), found.recipe, Here())
    write_folder(kept, tmp_path / "out")
    row = rows_of(tmp_path / "out" / "ground_truth.csv")[1]
    assert (row["index"], row["used"], row["side"], row["positives"]) == ("1", "false", "", "")
    assert row["finding"] == "zero_size"
    zeros = [row for row in rows_of(tmp_path / "out" / "findings.csv") if row["finding"] == "zero_size"]
    assert [row["index"] for row in zeros] == ["1", ""]
    assert [row["x1"] for row in zeros] == ["12.0", "100.0"]


def test_every_finding_has_a_row_and_stands_beside_its_ground_truth(found, written):
    rows = rows_of(written / "findings.csv")
    counts = {kind: each.count for kind, each in findings_of(found).items()}
    assert {kind: sum(row["finding"] == kind for row in rows) for kind in counts} == counts
    odd = {kind: len(each) for kind, each in found.lint.known.items() if len(each)}
    assert {kind: sum(row["finding"] == kind for row in rows) for kind in odd} == odd
    assert len(rows) == sum(counts.values()) + sum(odd.values())
    said = {(row["finding"], row["image"], row["index"]) for row in rows if row["finding"] in counts}
    assert said - {("zero_size", "<b>two</b>.jpg", "")} == {
        (kind, row["image"], row["index"])
        for row in rows_of(written / "ground_truth.csv")
        for kind in row["finding"].split()
    }


def test_no_cell_is_a_formula_and_no_name_breaks_a_row(written):
    for name in ("ground_truth.csv", "findings.csv"):
        rows = rows_of(written / name)
        texts = [row[column] for row in rows for column in ("image", "class")]
        assert "'=cmd|x.jpg" in texts
        assert "'=1+1" in texts
        assert not any(text.startswith(("=", "+", "-", "@")) for text in texts)
        assert set(map(len, rows)) == {len(rows[0])}


def test_parquet_has_the_same_rows_with_their_types(found, written):
    for name, columns in (("ground_truth", ground_truth_columns(found)), ("findings", finding_columns(found))):
        table = pyarrow.parquet.read_table(written / f"{name}.parquet")
        rows = rows_of(written / f"{name}.csv")
        assert table.column_names == list(columns) == list(rows[0])
        for column in ("index", "positives", "best_anchor", "owner"):
            assert ["" if value is None else str(value) for value in table[column].to_pylist()] == [
                row[column] for row in rows
            ]
        assert table["image"].to_pylist()[0] == rows[0]["image"].removeprefix("'")  # no spreadsheet opens Parquet
        assert str(table.schema.field("best_iou").type) == "double"


def test_the_json_is_the_document_and_holds_no_time(found, written):
    made = json.loads((written / "audit.json").read_text(encoding="utf-8"))
    assert made.items() >= json.loads(json.dumps(document(found, times=False))).items()
    assert not {"seconds", "images_per_second", "processes"} & set(made)


def test_equal_inputs_give_equal_bytes(found, written, tmp_path):
    again = audited(tmp_path / "data")  # elsewhere, under the same name
    object.__setattr__(again.annotations, "dataset", found.annotations.dataset)
    write_folder(again, tmp_path / "out", Extras(command="rpn-inspector audit '```<b>' --output DIR"))
    names = sorted(path.name for path in written.iterdir())
    assert names == sorted(path.name for path in (tmp_path / "out").iterdir())
    for name in names:
        assert (written / name).read_bytes() == (tmp_path / "out" / name).read_bytes(), name


def test_the_summary_holds_names_as_plain_text(found, written):
    text = (written / "summary.md").read_text(encoding="utf-8")
    parser = MarkdownIt("commonmark", {"linkify": False}).enable("table")
    inline = [token for block in parser.parse(text) for token in (block, *(block.children or ()))]
    assert not {token.type for token in inline} & {"html_inline", "html_block", "image", "link_open", "em_open"}
    codes = [token.content for token in inline if token.type == "code_inline"]
    for name in CLASSES[:3]:
        assert name in codes
    outside = " ".join(token.content for token in inline if token.type == "text")
    assert not any(sign in outside for sign in ("@", "www.", "#1", "<img"))
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    heads = parser.parse(text)
    assert sum(token.type == "tr_open" for token in heads) == len([row for row in rows if "---" not in row])
    assert text.endswith("````\nrpn-inspector audit '```<b>' --output DIR\n````\n")
    assert "8 ground truths" not in text  # the zero-size one is in no count
    assert f"{int(found.used.sum())} ground truths" in text


@pytest.mark.parametrize("name", ["a|b", "a\\|b", "`", "``a`", "a`", "*a*", "| |", "\\"])
def test_code_is_the_name_in_a_cell_of_a_table(name):
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(f"| x | y |\n| --- | --- |\n| {code(name)} | 1 |\n")
    cells = [token.children for token in tokens if token.type == "inline"]
    assert len(cells) == 4
    [only] = [token for token in cells[2] if token.type != "text" or token.content.strip()]
    assert only.type == "code_inline"
    assert only.content.strip() == name.replace("\\|", "|").strip()


def test_a_folder_that_no_audit_wrote_is_left_alone(found, tmp_path):
    target = tmp_path / "out"
    target.mkdir()
    (target / "mine.txt").write_text("mine")
    for overwrite in (False, True):
        with pytest.raises(BadFile, match="no audit wrote"):
            write_folder(found, target, overwrite=overwrite)
    (target / "mine.txt").unlink()
    write_folder(found, target)  # an empty one is nobody's
    with pytest.raises(BadFile, match="say --overwrite"):
        write_folder(found, target)
    write_folder(found, target, overwrite=True)
    (target / "notes.csv").write_text("mine")
    with pytest.raises(BadFile, match=r"notes\.csv: is in the folder to be overwritten and no audit wrote it"):
        write_folder(found, target, overwrite=True)
    assert (target / "notes.csv").read_text() == "mine"
    (tmp_path / "link").symlink_to(target)
    with pytest.raises(BadFile, match=r"link|is no folder"):
        write_folder(found, tmp_path / "link", overwrite=True)
    (tmp_path / "file").write_text("mine")
    with pytest.raises(BadFile, match="is no folder"):
        write_folder(found, tmp_path / "file", overwrite=True)


def test_nothing_is_written_into_the_dataset_nor_over_what_is_read(found, tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    (data / "old").mkdir()
    (data / "old" / "audit.json").write_text("{}")
    sources = {"dataset": [data], "baseline": [data / "old" / "audit.json"]}
    for target in (data, data / "new", data / "old", tmp_path):
        with pytest.raises(BadFile):
            write_folder(found, target, sources=sources, overwrite=True)
    assert sorted(path.name for path in data.iterdir()) == ["old"]
    write_folder(found, tmp_path / "out")
    with pytest.raises(BadFile, match="holds the baseline"):
        write_folder(found, tmp_path / "out", sources={"baseline": [tmp_path / "out" / "audit.json"]}, overwrite=True)


def test_a_full_disk_leaves_the_earlier_audit_and_nothing_else(found, tmp_path, monkeypatch):
    target = tmp_path / "out"
    write_folder(found, target)
    before = {path.name: path.read_bytes() for path in target.iterdir()}

    def full(columns, file):
        file.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(report, "write_csv", full)
    with pytest.raises(BadFile, match="cannot be written: No space left on device") as said:
        write_folder(found, target, overwrite=True)
    assert len(str(said.value).splitlines()) == 1
    assert {path.name: path.read_bytes() for path in target.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_read_only_place_is_one_line(found, tmp_path):
    if os.geteuid() == 0:
        pytest.skip("everything is writable for root")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(BadFile, match="cannot be written: Permission denied"):
            write_folder(found, tmp_path / "out")
    finally:
        tmp_path.chmod(0o700)


def test_a_dataset_without_boxes_has_heads_alone(tmp_path):
    from odd_audit import write

    import rpn_inspector as ri

    file = write(tmp_path / "data", [("a.jpg", 100, 100, [])])
    none = ri.audit(ri.open_dataset(file), "torchvision-fpn")
    write_folder(none, tmp_path / "out")
    assert rows_of(tmp_path / "out" / "ground_truth.csv") == []
    assert "No ground truth takes part" in (tmp_path / "out" / "summary.md").read_text(encoding="utf-8")
    assert len(ground_truth_columns(none)["index"]) == 0
    assert np.array_equal(none.positives, [0])
