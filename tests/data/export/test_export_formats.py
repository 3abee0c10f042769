"""VOC, YOLO, LabelMe and Parquet exports: read back by this program and by the formats' own libraries."""

from __future__ import annotations

import csv
import json
import sys
import warnings
from xml.etree import ElementTree

import cv2
import numpy as np
import pytest
import yaml
from exported_rows import PROVENANCE
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.export import FORMATS, Exported, Provenance, export_boxes
from rpn_inspector.data.export.file_names import FileNames, parts_of
from rpn_inspector.data.predictions import open_predictions

FOLDERS = ["voc", "yolo", "labelme"]
SIZES = {"one.png": (120, 200), "two.png": (333, 77)}


def boxes_in(size, count, seed):
    corners = np.sort(np.random.default_rng(seed).uniform(0, 1, (count, 2, 2)), 1)
    return (corners * (size[1], size[0])).reshape(count, 4).astype(np.float32)


def row(image="one.png", size=(120, 200), boxes=None):
    boxes = boxes_in(size, 20, len(image)) if boxes is None else np.asarray(boxes, np.float32)
    n = len(boxes)
    return Exported(
        image=image, image_id=7, anchor=np.arange(n) + 3, level=np.ones(n, np.int64), levels=("P2", "P3"),
        boxes=boxes, score=np.linspace(0, 1, n, dtype=np.float32),
        label=np.ones(n, np.int8), fate=np.zeros(n, np.uint8), size=size,
    )  # fmt: skip


@pytest.fixture
def rows():
    return [row(name, size, boxes_in(size, 20, seed)) for seed, (name, size) in enumerate(SIZES.items())]


@pytest.fixture
def pictures(tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    for name, size in SIZES.items():
        cv2.imwrite(str(folder / name), np.zeros((*size, 3), np.uint8))
    return folder


@pytest.fixture
def supervision():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pytest.importorskip("supervision")


@pytest.fixture
def labelformat():
    return pytest.importorskip("labelformat.formats")


# ---- read back by this program -----------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", FOLDERS)
def test_a_folder_reads_back_to_the_same_boxes(tmp_path, rows, pictures, format_):
    assert export_boxes(rows, tmp_path / "out", format_, PROVENANCE) == 40
    dataset = open_dataset(tmp_path / "out", images=pictures)
    assert (sorted(dataset.names), dataset.skipped, dataset.classes) == (sorted(SIZES), {}, ("object",))
    for one in rows:
        sample = dataset[dataset.find(one.image)]
        assert sample.size == one.size
        if format_ == "yolo":
            np.testing.assert_allclose(sample.gt, one.boxes, rtol=0, atol=1e-12 * max(one.size))
        else:
            np.testing.assert_array_equal(sample.gt.astype(np.float32), one.boxes)
    said = json.loads((tmp_path / "out" / "provenance.json").read_text(encoding="utf-8"))
    assert (said["recipe_hash"], said["frame"], said["tool"]) == ("abc", "original", "rpn-inspector")


@pytest.mark.parametrize("format_", ["voc", "labelme"])
def test_without_the_pictures_the_written_size_counts(tmp_path, rows, format_):
    export_boxes(rows, tmp_path / "out", format_, PROVENANCE)
    dataset = open_dataset(tmp_path / "out")
    assert dataset[dataset.find("two.png")].size == (333, 77)


def test_parquet_reads_back_to_the_same_bits_and_as_predictions(tmp_path, rows):
    parquet = pytest.importorskip("pyarrow.parquet")
    file = tmp_path / "boxes.parquet"
    assert export_boxes(rows, file, "parquet", PROVENANCE) == 40
    table = parquet.read_table(file)
    corners = np.stack([table.column(name).to_numpy() for name in ("x1", "y1", "x2", "y2")], 1)
    every = np.concatenate([one.boxes for one in rows])
    np.testing.assert_array_equal(corners.astype(np.float32), every)
    assert table.column("level").to_pylist()[0] == "P3"
    assert table.column("anchor").to_pylist()[:2] == [3, 4]
    assert json.loads(table.schema.metadata[b"rpn_inspector"])["recipe_hash"] == "abc"
    read = open_predictions(file)
    np.testing.assert_array_equal(read["two.png"].boxes.astype(np.float32), rows[1].boxes)
    np.testing.assert_array_equal(read["two.png"].scores.astype(np.float32), rows[1].score)


def test_parquet_of_many_groups_keeps_order_and_levels(tmp_path, monkeypatch):
    parquet = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr("rpn_inspector.data.export.parquet.GROUP", 25)
    export_boxes([row(f"{n}.png") for n in range(5)], tmp_path / "b.parquet", "parquet", PROVENANCE)
    file = parquet.ParquetFile(tmp_path / "b.parquet")
    assert file.num_row_groups == 3
    assert list(dict.fromkeys(file.read().column("image").to_pylist())) == [f"{n}.png" for n in range(5)]


def test_parquet_that_is_not_an_export_is_refused(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    import pyarrow.parquet as parquet

    file = tmp_path / "b.parquet"
    parquet.write_table(pyarrow.table({"a": [1]}), file)
    with pytest.raises(BadFile, match="is no Parquet file of exported boxes"):
        open_predictions(file)
    file.write_bytes(b"PAR1")
    with pytest.raises(BadFile, match="is no Parquet file of exported boxes"):
        open_predictions(file)


def table_of(count: int, word: str = "a.png", /, **columns):
    pyarrow = pytest.importorskip("pyarrow")
    words = pyarrow.DictionaryArray.from_arrays(pyarrow.array(np.zeros(count, np.int32)), pyarrow.array([word]))
    numbers = {"x1": 1.0, "y1": 2.0, "x2": 3.0, "y2": 4.0, "score": 0.5}
    given = {name: pyarrow.array(np.full(count, value)) for name, value in numbers.items()}
    made = pyarrow.table({"image": words} | given | columns)
    return made.replace_schema_metadata({b"rpn_inspector": b'{"frame": "original"}'})


def test_a_few_bytes_of_parquet_never_become_many(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    file = tmp_path / "b.parquet"
    parquet.write_table(table_of(2_000_000), file)
    assert file.stat().st_size < 100_000
    with pytest.raises(BadFile, match="it says 2,000,000 rows, wanted at most"):
        open_predictions(file)
    parquet.write_table(table_of(20_000, "x" * 100_000), file)  # two gigabytes, were each written out
    assert len(open_predictions(file)) == 1


def test_rows_without_a_value_are_counted_and_columns_of_another_type_refused(tmp_path):
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    file = tmp_path / "b.parquet"
    parquet.write_table(table_of(3, score=pyarrow.array([0.5, None, 0.5])), file)
    read = open_predictions(file)
    assert (len(read["a.png"].boxes), read.skipped, read.warnings) == (2, 1, ("row 1: lacks a value",))
    for name, values in (("x1", ["a", "b"]), ("image", [1, 2]), ("score", ["a", "b"])):
        parquet.write_table(table_of(2, **{name: pyarrow.array(values)}), file)
        with pytest.raises(BadFile, match=f"its column {name} is of type"):
            open_predictions(file)


def test_without_pyarrow_the_extra_is_named_and_nothing_is_made(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InspectorError, match=r"rpn-inspector\[parquet\]"):
        export_boxes([row()], tmp_path / "b.parquet", "parquet", PROVENANCE)
    assert list(tmp_path.iterdir()) == []


# ---- read back by the formats' own libraries ---------------------------------------------------------------------


def test_pycocotools_reads_coco_results(tmp_path, rows):
    coco = pytest.importorskip("pycocotools.coco")
    export_boxes(rows, tmp_path / "r.json", "coco", PROVENANCE)
    truth = coco.COCO()
    truth.dataset = {"images": [{"id": 7}], "categories": [{"id": 1, "name": "object"}], "annotations": []}
    truth.createIndex()
    results = truth.loadRes(str(tmp_path / "r.json"))
    xywh = np.array([found["bbox"] for found in results.dataset["annotations"]])
    read = np.concatenate([xywh[:, :2], xywh[:, :2] + xywh[:, 2:]], 1).astype(np.float32)
    np.testing.assert_array_equal(read, np.concatenate([one.boxes for one in rows]))


def test_labelformat_reads_voc(tmp_path, rows, labelformat):
    export_boxes(rows, tmp_path / "out", "voc", PROVENANCE)
    reader = labelformat.PascalVOCObjectDetectionInput(tmp_path / "out" / "Annotations", "object")
    read = {label.image.filename: label for label in reader.get_labels()}
    for one in rows:
        image = read[one.image].image
        assert (image.height, image.width) == one.size
        corners = np.array([[b.box.xmin, b.box.ymin, b.box.xmax, b.box.ymax] for b in read[one.image].objects])
        np.testing.assert_array_equal(corners.astype(np.float32), one.boxes)


def test_labelformat_reads_yolo(tmp_path, rows, pictures, labelformat):
    export_boxes(rows, tmp_path / "out", "yolo", PROVENANCE)
    (tmp_path / "out" / "images").mkdir()
    for name in SIZES:
        (tmp_path / "out" / "images" / name).write_bytes((pictures / name).read_bytes())
    reader = labelformat.YOLOv8ObjectDetectionInput(tmp_path / "out" / "data.yaml", "train")
    read = {label.image.filename: label.objects for label in reader.get_labels()}
    for one in rows:
        corners = np.array([[b.box.xmin, b.box.ymin, b.box.xmax, b.box.ymax] for b in read[one.image]])
        np.testing.assert_allclose(corners, one.boxes, rtol=0, atol=1e-9)


def read_by(supervision, format_, out, pictures):
    if format_ == "voc":
        return supervision.DetectionDataset.from_pascal_voc(str(pictures), str(out / "Annotations"))
    if format_ == "labelme":
        (out / "provenance.json").unlink()  # it takes every JSON of the folder for an annotation
        return supervision.DetectionDataset.from_labelme(str(pictures), str(out))
    return supervision.DetectionDataset.from_yolo(str(pictures), str(out / "labels"), str(out / "data.yaml"))


@pytest.mark.parametrize("format_", FOLDERS)
def test_supervision_reads_every_folder(tmp_path, rows, pictures, format_, supervision):
    export_boxes(rows, tmp_path / "out", format_, PROVENANCE)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = read_by(supervision, format_, tmp_path / "out", pictures)
    assert read.classes == ["object"]
    found = {str(path).rsplit("/", 1)[-1]: detections for path, detections in read.annotations.items()}
    for one in rows:
        # VOC counts pixels from 1, so it takes 1 from the first corner; the numbers here stand as in any other format
        shift = np.array([1, 1, 0, 0] if format_ == "voc" else [0, 0, 0, 0])
        np.testing.assert_allclose(found[one.image].xyxy + shift, one.boxes, rtol=0, atol=1e-4)


# ---- plain parsers: what is written, word for word ---------------------------------------------------------------


def test_voc_says_score_anchor_level_and_fate(tmp_path):
    export_boxes([row("a & b\x01.png", boxes=[[1, 2, 3.5, 4]])], tmp_path / "out", "voc", PROVENANCE)
    (file,) = (tmp_path / "out" / "Annotations").iterdir()
    root = ElementTree.parse(file).getroot()
    assert root.findtext("filename") == "a & b\ufffd.png"
    assert (root.findtext("size/width"), root.findtext("size/height")) == ("200", "120")
    found = root.find("object")
    texts = [found.findtext(tag) for tag in ("bndbox/xmin", "bndbox/ymax", "confidence", "anchor", "level", "fate")]
    assert texts == ["1.0", "4.0", "0.0", "3", "P3", "kept"]


def test_yolo_is_five_columns_with_scores_beside(tmp_path):
    boxes = [[0, 0, 100, 60], [50, 30, 150, 90]]
    export_boxes(
        [row("deep/a.png", boxes=boxes), row("none.png", boxes=np.zeros((0, 4)))], tmp_path / "o", "yolo", PROVENANCE
    )
    assert (tmp_path / "o" / "labels" / "deep" / "a.txt").read_text(encoding="utf-8") == (
        "0 0.25 0.25 0.5 0.5\n0 0.5 0.5 0.5 0.5\n"
    )
    assert (tmp_path / "o" / "labels" / "none.txt").read_bytes() == b""
    assert (tmp_path / "o" / "classes.txt").read_text(encoding="utf-8") == "object\n"
    table = yaml.safe_load((tmp_path / "o" / "data.yaml").read_text(encoding="utf-8"))
    assert table == {"train": "images", "val": "images", "nc": 1, "names": ["object"]}
    with (tmp_path / "o" / "scores.csv").open(encoding="utf-8", newline="") as stream:
        scores = list(csv.DictReader(stream))
    assert [(s["labels"], s["line"], s["score"], s["anchor"]) for s in scores] == [
        ("labels/deep/a.txt", "1", "0.0", "3"),
        ("labels/deep/a.txt", "2", "1.0", "4"),
    ]


def test_yolo_refuses_pictures_that_differ_by_their_suffix_only(tmp_path):
    with pytest.raises(InspectorError, match=r"a\.png: its file would be that of a\.jpg"):
        export_boxes([row("a.jpg"), row("a.png")], tmp_path / "out", "yolo", PROVENANCE)
    assert list(tmp_path.iterdir()) == []


def test_a_format_that_writes_the_size_needs_it(tmp_path):
    with pytest.raises(InspectorError, match="size is not known"):
        export_boxes([row(size=None, boxes=[[0, 0, 1, 1]])], tmp_path / "out", "voc", PROVENANCE)
    assert list(tmp_path.iterdir()) == []


# ---- all or nothing, and nothing of anyone else's ----------------------------------------------------------------


@pytest.mark.parametrize("format_", FOLDERS)
def test_a_failure_leaves_the_old_folder_and_no_other(tmp_path, format_):
    out = tmp_path / "out"
    export_boxes([row()], out, format_, PROVENANCE)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}

    def rows():
        yield row("other.png")
        raise InspectorError("stop")

    with pytest.raises(InspectorError, match="stop"):
        export_boxes(rows(), out, format_, PROVENANCE, overwrite=True)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert list(tmp_path.iterdir()) == [out]
    with pytest.raises(BadFile, match="there already"):
        export_boxes([row()], out, format_, PROVENANCE)
    export_boxes([row("other.png")], out, format_, PROVENANCE, overwrite=True)
    assert [path.stem for path in out.rglob("*") if path.stem in ("one", "other")] == ["other"]
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("format_", FOLDERS)
def test_no_boxes_and_no_pictures_are_valid_folders(tmp_path, format_):
    (tmp_path / "empty").mkdir()
    assert export_boxes([], tmp_path / "empty", format_, PROVENANCE) == 0
    assert (tmp_path / "empty" / "provenance.json").is_file()


@pytest.mark.parametrize("format_", FOLDERS)
def test_a_folder_with_anything_else_in_it_is_never_replaced(tmp_path, format_):
    other = tmp_path / "mine"
    other.mkdir()
    (other / "thesis.txt").write_text("all of it", encoding="utf-8")
    with pytest.raises(BadFile, match="no export wrote"):
        export_boxes([row()], other, format_, PROVENANCE, overwrite=True)
    out = tmp_path / "out"
    export_boxes([row()], out, format_, PROVENANCE)
    (out / "one.jpg").write_bytes(b"a picture put there later")
    with pytest.raises(BadFile, match=r"one\.jpg: is in the folder to be overwritten"):
        export_boxes([row()], out, format_, PROVENANCE, overwrite=True)
    (out / "one.jpg").unlink()
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(BadFile, match="is no folder"):
        export_boxes([row()], tmp_path / "file", format_, PROVENANCE, overwrite=True)
    assert (other / "thesis.txt").is_file()


def test_what_cannot_be_put_in_place_leaves_the_old_folder(tmp_path, monkeypatch):
    from rpn_inspector.data.export import destination

    out = tmp_path / "out"
    export_boxes([row()], out, "voc", PROVENANCE)
    replace = destination.Path.replace

    def failing(self, target):
        if str(self).endswith(".part"):
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(destination.Path, "replace", failing)
    with pytest.raises(BadFile, match="No space left"):
        export_boxes([row("other.png")], out, "voc", PROVENANCE, overwrite=True)
    assert (out / "Annotations" / "one.xml").is_file()
    assert list(tmp_path.iterdir()) == [out]


# ---- names -------------------------------------------------------------------------------------------------------


def test_two_pictures_never_share_a_file(tmp_path):
    names = FileNames(tmp_path, ".xml")
    images = ["cat.jpg", "cat.png", "Cat.JPG", "cat.jpg", "deep/cat.jpg", "../cat.jpg", "C:\\x\\cat.jpg"]
    found = [names.file_for(image).relative_to(tmp_path).as_posix() for image in images]
    assert found == [
        "cat.xml", "cat.png.xml", "Cat.JPG.xml", "cat.jpg-2.xml", "deep/cat.xml", "cat.jpg-3.xml", "C_/x/cat.xml",
    ]  # fmt: skip


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    "image", ["\udcff.png", "a\0b.png", "x" * 300 + ".png", 'q"u,ote\n.png', "", "../x.png", "=1+1.png"]
)
def test_every_format_takes_any_name(tmp_path, format_, image):
    place = Provenance(
        tool="rpn-inspector",
        version="1",
        recipe="r",
        recipe_hash="abc",
        dataset="data \udcff",
        predictions="dump \udcff",
        frame="original",
        what="proposals",
    )
    assert export_boxes([row(image)], tmp_path / "out", format_, place) == 20
    assert {path.name for path in tmp_path.iterdir()} <= {"out", "out.provenance.json"}  # and nothing outside of it


@given(st.text(min_size=1))
def test_no_name_leaves_the_folder(image):
    parts = parts_of(image)
    assert parts
    assert not any(part in ("", ".", "..") or set(part) & set('/\\:*?"<>|\0') for part in parts)
    assert all(len(part.encode(errors="replace")) <= 240 for part in parts)
