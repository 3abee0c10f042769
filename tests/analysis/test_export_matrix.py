"""Every format, frame and choice of boxes, read back to the boxes the inspection has; and no disk too full for that."""

from __future__ import annotations

import csv
import errno
import io
import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from rpn_inspector import open_dataset, open_predictions, save_dump
from rpn_inspector.analysis.export_dataset import export_dataset
from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.data.export import FORMATS, FRAMES, SELECTIONS

RECIPE = load_recipe("demo")
SIZES = {"a/één 1.png": (60, 80), "b/één 1.png": (80, 60), "лес, без рамок.png": (50, 50)}  # the last has no boxes


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Pictures of one name in two folders, and one without ground truth, with outputs for all."""
    root = tmp_path_factory.mktemp("matrix")
    images, annotations = [], []
    for number, (name, (height, width)) in enumerate(SIZES.items()):
        file = root / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(cv2.imencode(".png", np.zeros((height, width, 3), np.uint8))[1].tobytes())
        images.append({"id": 500 + number, "file_name": name, "width": width, "height": height})
        if number < 2:
            box = {"bbox": [10, 12, 30 + number, 35], "category_id": 3}
            annotations.append({"id": number, "image_id": 500 + number, "iscrowd": 0, "area": 1050} | box)
    document = {"images": images, "annotations": annotations, "categories": [{"id": 3, "name": "tree"}]}
    (root / "data" / "truth.json").write_text(json.dumps(document), encoding="utf-8")
    dataset, random = open_dataset(root / "data"), np.random.default_rng(5)
    outputs = {}
    for sample in dataset:
        count = inspect(sample, RECIPE).grid.size
        logits, deltas = random.normal(-2, 1, count), random.normal(0, 0.1, (count, 4))
        outputs[sample.name] = Prediction(objectness=logits.astype("f4"), deltas=deltas.astype("f4"))
    save_dump(root / "d.rpn", outputs, "demo")
    return root


def wanted(place, frame, what):
    """Boxes and scores by picture, and each picture's size in the frame, straight from the inspections."""
    found, predictions = {}, open_predictions(place / "d.rpn")
    for sample in open_dataset(place / "data"):
        result = inspect(sample, RECIPE, predictions[sample.name])
        if what == "proposals":
            boxes, scores = result.proposals.boxes, result.proposals.scores
        else:
            anchors = result.positive if what == "positives" else np.arange(result.grid.size)
            boxes, scores = result.predicted(anchors), result.objectness()[anchors]
        original = frame == "original"
        size = sample.size if original else result.network_size
        found[sample.name] = (result.to_original(boxes) if original else boxes, scores, size)
    return found


def read_csv(file, place):
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("# ")]
    rows = list(csv.DictReader(lines))
    assert {row["class"] for row in rows} <= {"object"}
    return rows_by_name((row["image"], *(float(row[key]) for key in ("x1", "y1", "x2", "y2", "score"))) for row in rows)


def read_npz(file, place):
    with np.load(file, allow_pickle=False) as arrays:
        names = arrays["images"][arrays["image"]].tolist()
        return rows_by_name(zip(names, *arrays["boxes"].T.tolist(), arrays["score"].tolist(), strict=True))


def read_parquet(file, place):
    table = pytest.importorskip("pyarrow.parquet").read_table(file)
    keys = ("image", "x1", "y1", "x2", "y2", "score")
    return rows_by_name(zip(*(table.column(key).to_pylist() for key in keys), strict=True))


def read_coco(file, place):
    """Read by pycocotools, against the dataset's own file."""
    coco = pytest.importorskip("pycocotools.coco")
    truth = coco.COCO()
    truth.dataset = json.loads((place / "data" / "truth.json").read_text(encoding="utf-8"))
    truth.createIndex()
    records = json.loads(file.read_text(encoding="utf-8"))
    read = truth.loadRes(str(file)).dataset["annotations"] if records else []
    names = {image["id"]: image["file_name"] for image in truth.dataset["images"]}
    said = json.loads(Path(f"{file}.provenance.json").read_text(encoding="utf-8"))
    assert said["image_id"] == {name: id_ for id_, name in names.items()}
    assert {record["category_id"] for record in read} <= {3}
    return rows_by_name(
        (names[r["image_id"]], x, y, x + w, y + h, r["score"]) for r in read for x, y, w, h in [r["bbox"]]
    )


def rows_by_name(rows):
    found = {}
    for name, *numbers in rows:
        found.setdefault(name, []).append(numbers)
    return {name: (np.array(each)[:, :4], np.array(each)[:, 4]) for name, each in found.items()}


READERS = {"csv": read_csv, "npz": read_npz, "parquet": read_parquet, "coco": read_coco}


@pytest.mark.parametrize("what", [what for what in SELECTIONS if what != "detections"])
@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_written_reads_back_to_the_same_boxes(place, tmp_path, format_, frame, what, capsys):
    out = tmp_path / "out"
    predictions = open_predictions(place / "d.rpn")
    outcome = export_dataset(open_dataset(place / "data"), RECIPE, predictions, out, format_, frame, what)
    expected = wanted(place, frame, what)
    assert (outcome.images, outcome.failed) == (3, 0)
    assert outcome.boxes == sum(len(boxes) for boxes, _, _ in expected.values())
    assert what != "positives" or len(expected["лес, без рамок.png"][0]) == 0
    if format_ in READERS:
        read = READERS[format_](out, place)
        assert read.keys() == {name for name, (boxes, _, _) in expected.items() if len(boxes)}
        for name, (boxes, scores) in read.items():
            np.testing.assert_array_equal(boxes.astype(np.float32), expected[name][0].astype(np.float32))
            np.testing.assert_array_equal(scores.astype(np.float32), expected[name][1])
        return
    pictures = {"images": place / "data"} if format_ == "yolo" else {}
    dataset = open_dataset(out, **pictures)
    assert sorted(dataset.names) == sorted(expected)
    assert dataset.classes == ("object",)
    for name, (boxes, _, size) in expected.items():
        sample = dataset[dataset.find(name)]
        ratio = np.array(size[::-1] * 2) / np.array(sample.size[::-1] * 2)  # fractions know no frame
        np.testing.assert_allclose(sample.gt * ratio, boxes, rtol=1e-6, atol=1e-9 * max(size))


FULL = OSError(errno.ENOSPC, "No space left on device")


class Filling(io.BufferedWriter):
    """A file on a disk with room for some bytes more."""

    room = 0

    def write(self, data):
        Filling.room -= len(bytes(data))
        if Filling.room < 0:
            raise FULL
        return super().write(data)


@pytest.mark.parametrize("room", [0, 10, 3000])
@pytest.mark.parametrize("format_", FORMATS)
def test_a_disk_that_fills_leaves_what_was_there(place, tmp_path, format_, room, monkeypatch):
    out, dataset = tmp_path / "out", open_dataset(place / "data")
    predictions = open_predictions(place / "d.rpn")
    export_dataset(dataset, RECIPE, predictions, out, format_, what="positives")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    really = Path.open

    def opened(path, mode="r", *arguments, **named):
        if not {"w", "x"} & {*mode} or tmp_path not in path.parents:
            return really(path, mode, *arguments, **named)
        raw = Filling(io.FileIO(path, "x" if "x" in mode else "w"))
        return raw if "b" in mode else io.TextIOWrapper(raw, write_through=True, **{"encoding": "utf-8"} | named)

    def write_text(path, text, **_):
        with opened(path, "w") as stream:
            stream.write(text)

    Filling.room = room
    monkeypatch.setattr(Path, "open", opened)
    monkeypatch.setattr(Path, "write_text", write_text)
    with pytest.raises(BadFile, match="cannot be written: No space left on device"):
        export_dataset(dataset, RECIPE, predictions, out, format_, overwrite=True)
    monkeypatch.undo()
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before
