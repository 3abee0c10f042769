"""What lies beside a dataset that was read, looks like annotations and is none of its files, is named."""

from __future__ import annotations

import json

import cv2
import numpy as np
import pytest

from rpn_inspector.analysis.lint.lint import lint
from rpn_inspector.cli.program import main
from rpn_inspector.data.datasets.open_dataset import open_dataset

COCO = {
    "images": [{"id": 1, "file_name": "a.png", "width": 64, "height": 48}],
    "categories": [{"id": 1, "name": "cat"}],
    "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4]}],
}
VOC = "<annotation><filename>a.png</filename><object><name>cat</name><bndbox><xmin>1</xmin><ymin>2</ymin>\
<xmax>9</xmax><ymax>9</ymax></bndbox></object></annotation>"
CAPTIONS = json.dumps({"images": [{"id": 1}], "annotations": [{"image_id": 1, "id": 1, "caption": "a cat"}]})
RESULTS = json.dumps([{"image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 0.5}])


def picture(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(cv2.imencode(path.suffix, np.full((48, 64, 3), 90, np.uint8))[1].tobytes())


def text(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


@pytest.fixture
def coco(tmp_path):
    picture(tmp_path / "images" / "a.png")
    text(tmp_path / "instances.json", json.dumps(COCO))
    return tmp_path


def beside(dataset):
    return [words.replace(str(dataset.root), "").replace("\\", "/").lstrip("/") for words in dataset.unread]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("labels/a.txt", "0 0.5 0.5 0.2 0.2\n", "seems to be YOLO, and is not read"),
        ("Annotations/a.xml", VOC, "seems to be Pascal VOC, and is not read"),
        ("old/instances.json", json.dumps(COCO), "seems to be COCO's images and annotations, and is not read"),
        ("boxes.csv", "filename,xmin,ymin,xmax,ymax,class\na.png,1,2,3,4,cat\n", "seems to be CSV, and is not read"),
    ],
)
def test_another_dataset_beside_the_one_asked_for_is_named(coco, name, content, words):
    text(coco / name, content)
    assert beside(open_dataset(coco, annotations="instances.json")) == [f"{name}: {words}"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("notes.json", '{"name": "x", "version": 1}', "is JSON of no known kind (name, version)"),
        ("text.json", CAPTIONS, "holds captions, no boxes"),
        ("boxes.json", RESULTS, "is a list of detections"),
        ("boxes.mat", "MATLAB 5.0", "seems to be MATLAB arrays, and is not read as ground truth"),
        ("quads/a.txt", "1,2,3,4,5,6,7,8,word\n", "holds lines of no known kind, with 8 numbers a line as boxes have"),
    ],
)
def test_what_no_format_reads_is_named_beside_a_dataset(coco, name, content, words):
    text(coco / name, content)
    dataset = open_dataset(coco)
    assert (dataset.format, dataset.gt_total, len(dataset.unread)) == ("COCO", 1, 1)
    assert beside(dataset)[0].startswith(f"{name}: {words}")


def test_a_folder_of_many_is_named_once_with_their_number(coco):
    for number in range(9):
        text(coco / "labels" / f"{number}.txt", "0 0.5 0.5 0.2 0.2\n")
    assert beside(open_dataset(coco, annotations="instances.json")) == [
        "labels/0.txt and 8 more: seems to be YOLO, and is not read"
    ]
    assert beside(open_dataset(coco / "instances.json")) == beside(open_dataset(coco, annotations="instances.json"))


def test_the_formats_own_files_and_other_splits_are_not_named(coco):
    text(coco / "annotations" / "captions_val.json", CAPTIONS)
    for split in ("train", "val"):
        text(coco / "annotations" / f"instances_{split}.json", json.dumps(COCO))
    for name in ("README.md", "README.dataset.txt", "classes.txt", "train.txt", "requirements.txt"):
        text(coco / name, "images/a.png\n")
    (coco / "instances.json").unlink()
    for options in ({"annotations": "annotations/instances_train.json"}, {"split": "train"}):
        assert open_dataset(coco, **options).unread == ()


def test_kitti_owns_its_calibration(tmp_path):
    picture(tmp_path / "training" / "image_2" / "000000.png")
    text(tmp_path / "training" / "label_2" / "000000.txt", "Car 0 0 0 1 2 30 40 1 1 1 1 1 1 1\n")
    text(tmp_path / "training" / "calib" / "000000.txt", "P0: 1 0 0 0 0 1 0 0 0 0 1 0\n")
    dataset = open_dataset(tmp_path)
    assert (dataset.format, dataset.unread) == ("KITTI", ())


def test_the_linter_and_the_commands_name_it(coco, capsys):
    text(coco / "notes.json", '{"name": "x", "version": 1}')
    found = lint(open_dataset(coco), False, None).kinds["unread_files"]
    assert [one.words.partition(": ")[2][:24] for one in found] == ["is JSON of no known kind"]
    assert main(["inspect", str(coco), "-i", "a.png", "-r", "demo"]) == 0
    assert "notes.json: is JSON of no known kind" in capsys.readouterr().err


def test_a_file_asked_for_by_its_name_is_opened_without_a_word_on_its_neighbours(coco, capsys):
    text(coco / "notes.json", '{"name": "x", "version": 1}')
    assert main(["inspect", str(coco / "instances.json"), "-i", "a.png", "-r", "demo"]) == 0
    assert capsys.readouterr().err == ""
    assert [*lint(open_dataset(coco / "instances.json"), False, None).kinds["unread_files"]]


YOLO_EXPORT = {
    "classes.txt": "cat\n",
    "labels/a.txt": "0 .5 .5 .25 .5\n",
    "notes.json": '{"categories": [], "info": {}}',
}
SUPERVISELY = {
    "meta.json": '{"classes": [], "tags": [], "projectType": "images"}',
    "ds/ann/a.png.json": '{"description": "", "tags": [], "size": {"height": 48, "width": 64}, "objects": []}',
    "ds/img_info/a.png.json": '{"id": 1, "name": "a.png"}',
}


@pytest.mark.parametrize("above", [1, 2])
def test_a_loose_picture_further_up_does_not_outdo_a_folder_of_pictures_beside_the_file(tmp_path, above):
    folder = tmp_path / "project" / "data"
    picture(folder.parents[above - 1] / "screenshot.png")
    text(folder / "mine.json", json.dumps(COCO))
    assert open_dataset(folder / "mine.json").root == folder.parents[above - 1]
    picture(folder / "of any name" / "a.png")
    dataset = open_dataset(folder / "mine.json")
    assert dataset.root == folder
    assert dataset[0].path == folder / "of any name" / "a.png"


@pytest.mark.parametrize(
    ("place", "files", "format_"),
    [("images/a.png", YOLO_EXPORT, "YOLO"), ("ds/img/a.png", SUPERVISELY, "Supervisely")],
)
def test_what_a_tool_writes_beside_its_annotations_is_not_named(tmp_path, place, files, format_):
    picture(tmp_path / place)
    for name, content in files.items():
        text(tmp_path / name, content)
    dataset = open_dataset(tmp_path)
    assert (dataset.format, len(dataset), dataset.unread) == (format_, 1, ())
