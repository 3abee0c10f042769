"""Exported files read back to the same numbers, and nothing is lost or left behind."""

from __future__ import annotations

import csv
import dataclasses
import json

import numpy as np
import pytest
from exported_rows import PROVENANCE

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.data.export import Exported, export_boxes

BOXES = np.random.default_rng(1).uniform(0, 900, (50, 4)).astype(np.float32)


def row(image="a.jpg", boxes=BOXES):
    n = len(boxes)
    return Exported(
        image=image, image_id=7, anchor=np.arange(n), level=np.zeros(n, np.int64), levels=("P2",),
        boxes=boxes, score=np.linspace(0, 1, n, dtype=np.float32),
        label=np.ones(n, np.int8), fate=np.zeros(n, np.uint8),
    )  # fmt: skip


def test_csv_reads_back_to_the_same_bits(tmp_path):
    assert export_boxes([row()], tmp_path / "f.csv", "csv", PROVENANCE) == 50
    lines = (tmp_path / "f.csv").read_text(encoding="utf-8").splitlines()
    assert "# frame: original" in lines
    read = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    assert not [line for line in lines if "#" in line and not line.startswith("# ")]  # nothing else is a comment
    corners = np.array([[r["x1"], r["y1"], r["x2"], r["y2"]] for r in read], np.float32)
    np.testing.assert_array_equal(corners, BOXES)
    assert (read[0]["image"], read[0]["level"], read[0]["fate"]) == ("a.jpg", "P2", "kept")


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("=cmd|'-C calc'!A0.jpg", "'=cmd|'-C calc'!A0.jpg"),
        ("+1+1.jpg", "'+1+1.jpg"),
        ("-a.jpg", "'-a.jpg"),
        ("@SUM(1).jpg", "'@SUM(1).jpg"),
        ("\t=1.jpg", "'\t=1.jpg"),
        ("\r=1.jpg", "\ufffd=1.jpg"),
        ("a=1.jpg", "a=1.jpg"),
        ("-12.5", "-12.5"),
    ],
)
def test_no_text_of_a_csv_is_a_formula_and_no_number_changes(tmp_path, name, cell):
    data = dataclasses.replace(row(name), levels=("=P2",), label=np.full(50, -1, np.int8))
    place = dataclasses.replace(PROVENANCE, dataset="a,=1+1,@x,b")
    export_boxes([data], tmp_path / "f.csv", "csv", place)
    with (tmp_path / "f.csv").open(encoding="utf-8", newline="") as file:
        lines = list(file)
    comments = [line for line in lines if line.startswith("# ")]
    assert "# dataset: a,'=1+1,'@x,b\n" in comments
    read = next(csv.DictReader(line for line in lines if not line.startswith("# ")))
    assert (read["image"], read["level"], read["label"]) == (cell, "'=P2", "-1")
    assert np.float32(read["x1"]) == BOXES[0, 0]


def test_coco_corners_read_back_from_x_plus_width(tmp_path):
    export_boxes([row()], tmp_path / "f.json", "coco", PROVENANCE)
    read = json.loads((tmp_path / "f.json").read_text(encoding="utf-8"))
    assert set(read[0]) == {"image_id", "category_id", "bbox", "score"}
    xywh = np.array([r["bbox"] for r in read])
    corners = np.concatenate([xywh[:, :2], xywh[:, :2] + xywh[:, 2:]], 1).astype(np.float32)
    np.testing.assert_array_equal(corners, BOXES)
    side = json.loads((tmp_path / "f.json.provenance.json").read_text(encoding="utf-8"))
    assert (side["recipe_hash"], side["image_id"]) == ("abc", {"a.jpg": 7})


def test_npz_reads_without_pickle(tmp_path):
    export_boxes([row(), row("b.jpg")], tmp_path / "f.npz", "npz", PROVENANCE)
    with np.load(tmp_path / "f.npz", allow_pickle=False) as read:
        np.testing.assert_array_equal(read["boxes"][50:], BOXES)
        assert read["images"][read["image"][99]] == "b.jpg"
        assert json.loads(str(read["provenance"]))["frame"] == "original"


@pytest.mark.parametrize("format_", ["csv", "coco", "npz", "parquet"])
def test_a_failure_leaves_the_old_file_and_no_other(tmp_path, format_):
    file = tmp_path / "f"
    file.write_text("old", encoding="utf-8")

    def rows():
        yield row()
        raise InspectorError("stop")

    with pytest.raises(InspectorError, match="stop"):
        export_boxes(rows(), file, format_, PROVENANCE, overwrite=True)
    assert file.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]
    with pytest.raises(BadFile, match="there already"):
        export_boxes([row()], file, format_, PROVENANCE)


@pytest.mark.parametrize("format_", ["csv", "coco", "npz", "parquet"])
def test_no_boxes_is_a_valid_file(tmp_path, format_):
    assert export_boxes([], tmp_path / "f", format_, PROVENANCE) == 0
