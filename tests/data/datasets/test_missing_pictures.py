"""A record whose picture is not there is told of in every format, by the file and the name that was wanted."""

import json

import cv2
import numpy as np
import pytest

from rpn_inspector.analysis.lint.lint import lint
from rpn_inspector.data.datasets.open_dataset import open_dataset

LINE = "0 0.5 0.5 0.25 0.25\n"
NAMES = "names: [cat]\n"
VOC = (
    "<annotation><filename>{0}</filename><object><name>cat</name><bndbox><xmin>1</xmin><ymin>2</ymin>"
    "<xmax>9</xmax><ymax>9</ymax></bndbox></object></annotation>"
)
LABELME = {"shapes": [{"label": "cat", "points": [[1, 2], [9, 9]], "shape_type": "rectangle"}]}
RECT = {"shape_attributes": {"name": "rect", "x": 1, "y": 2, "width": 8, "height": 7}, "region_attributes": {"a": "b"}}
CENTRE = {"label": "cat", "coordinates": {"x": 5, "y": 5, "width": 8, "height": 7}}
KITTI = "Car 0.00 0 -1.57 1 2 9 9 2.85 2.63 12.34 0.47 1.49 69.44 -1.56\n"
DOTA = "1 2 9 2 9 9 1 9 ship 0\n"

YOLO = {
    "ultralytics": {
        "images/train/a.png": None, "labels/train/a.txt": LINE, "labels/train/lost.txt": LINE,
        "data.yaml": f"train: images/train\n{NAMES}",
    },
    "a split without any picture": {
        "images/train/a.png": None, "images/val/.keep": "", "labels/train/a.txt": LINE, "labels/val/lost.txt": LINE,
        "data.yaml": f"train: images/train\nval: images/val\n{NAMES}",
    },
    "roboflow": {
        "train/images/a.png": None, "train/labels/a.txt": LINE, "train/labels/lost.txt": "",
        "data.yaml": f"train: ../train/images\n{NAMES}",
    },
    "beside": {"a.png": None, "a.txt": LINE, "lost.txt": LINE, "classes.txt": "cat\n"},
    "darknet": {
        "data/a.png": None, "data/a.txt": LINE, "data/lost.txt": LINE, "obj.names": "cat\n", "train.txt": "data/a.png\n"
    },
    "a name with its picture's suffix": {
        "images/a.png": None, "labels/a.png.txt": LINE, "labels/lost.png.txt": LINE, "classes.txt": "cat\n"
    },
}  # fmt: skip
OTHERS = {
    "voc": {"a.png": None, "a.xml": VOC.format("a.png"), "lost.xml": VOC.format("lost.png")},
    "labelme": {
        "a.png": None, "a.json": json.dumps({**LABELME, "imagePath": "a.png"}),
        "lost.json": json.dumps({**LABELME, "imagePath": "lost.png"}),
    },
    "kitti": {"image_2/a.png": None, "label_2/a.txt": KITTI, "label_2/lost.txt": KITTI},
    "dota": {"images/a.png": None, "labelTxt/a.txt": DOTA, "labelTxt/lost.txt": DOTA},
    "via": {
        "a.png": None, "v.json": json.dumps({n: {"filename": n, "regions": [RECT]} for n in ("a.png", "lost.png")})
    },
    "createml": {
        "a.png": None, "c.json": json.dumps([{"image": n, "annotations": [CENTRE]} for n in ("a.png", "lost.png")])
    },
    "csv": {"a.png": None, "c.csv": "path,xmin,ymin,xmax,ymax,label\na.png,1,2,9,9,cat\nlost.png,1,2,9,9,cat\n"},
    "openimages": {
        "a.png": None, "o.csv": "ImageID,LabelName,XMin,XMax,YMin,YMax\na,c,.1,.4,.2,.5\nlost,c,.1,.4,.2,.5\n"
    },
    "widerface": {"a.png": None, "w.txt": "a.png\n1\n4 5 10 20 0 0 0 0 0 0\nlost.png\n1\n4 5 10 20 0 0 0 0 0 0\n"},
    "crowdhuman": {
        "a.jpg": None, "c.odgt": "".join(f'{{"ID": "{n}", "gtboxes": [{{"tag": "p", "fbox": [1, 2, 3, 4]}}]}}\n'
                                         for n in ("a", "lost"))
    },
    "coco": {
        "a.png": None, "c.json": json.dumps({
            "images": [{"id": 1, "file_name": "a.png"}, {"id": 2, "file_name": "lost.png"}],
            "categories": [{"id": 1, "name": "cat"}],
            "annotations": [{"id": n, "image_id": n, "category_id": 1, "bbox": [1, 2, 3, 4]} for n in (1, 2)],
        }),
    },
    "cvat": {
        "a.png": None, "c.xml": "<annotations>" + "".join(
            f'<image id="{n}" name="{n}.png"><box label="c" xtl="1" ytl="2" xbr="4" ybr="6"/></image>'
            for n in ("a", "lost")
        ) + "</annotations>",
    },
}  # fmt: skip


def write(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.write_bytes(cv2.imencode(path.suffix, np.full((48, 64, 3), 90, np.uint8))[1].tobytes())
        else:
            path.write_text(text, encoding="utf-8")


def missing(root, **options):
    return list(lint(open_dataset(root, **options)).kinds["missing_picture"])


@pytest.mark.parametrize("layout", [*YOLO, *OTHERS])
def test_a_record_without_a_picture_is_told_of(tmp_path, layout):
    files = (YOLO | OTHERS)[layout]
    write(tmp_path, files)
    (one,) = missing(tmp_path)
    assert one.image.partition(".")[0] == "lost"
    assert "the picture was not found" in one.words
    named = [name for name in files if "lost" in name] or [n for n in files if n[1:] not in (".png", ".jpg")]
    assert str(tmp_path / named[0]) in one.words
    assert lint(open_dataset(tmp_path)).kinds["bad_records"].total == 0


@pytest.mark.parametrize("layout", YOLO)
def test_a_yolo_label_without_a_picture_is_no_picture_of_the_dataset(tmp_path, layout):
    write(tmp_path, YOLO[layout])
    dataset = open_dataset(tmp_path)
    assert [sample.name for sample in dataset] == ["a.png"]
    assert dataset.gt_total == 1 or layout == "roboflow"
    assert dataset.skipped == {"picture missing": 1}
    assert "lost" in dataset.warnings[-1].examples[0]


def test_a_picture_of_another_split_is_not_missing(tmp_path):
    write(tmp_path, {
        "train/a.png": None, "val/b.png": None, "labels/a.txt": LINE, "labels/b.txt": LINE,
        "data.yaml": f"train: train\nval: val\n{NAMES}",
    })  # fmt: skip
    assert missing(tmp_path, split="train") == []
    assert missing(tmp_path) == []


def test_a_list_that_names_a_picture_that_is_not_there(tmp_path):
    write(tmp_path, {
        "images/a.png": None, "labels/a.txt": LINE, "labels/lost.txt": LINE,
        "train.txt": "images/a.png\nimages/lost.png\n", "data.yaml": f"train: train.txt\n{NAMES}",
    })  # fmt: skip
    (one,) = missing(tmp_path)
    assert (one.image, one.words) == (
        "images/lost.png", f"the picture was not found; {tmp_path / 'train.txt'} tells of it, and that is left out"
    )  # fmt: skip


def test_a_second_label_file_is_told_of(tmp_path):
    write(tmp_path, {"images/a.png": None, "labels/a.txt": LINE, "old/a.txt": LINE + LINE, "classes.txt": "cat\n"})
    dataset = open_dataset(tmp_path)
    assert dataset.gt_total == 1
    assert {warning.kind: warning.count for warning in dataset.warnings} == {"second label file": 1}


def test_other_texts_among_labels_are_no_labels(tmp_path):
    write(tmp_path, {**YOLO["beside"], "notes.txt": "shot on a sunny day\n", "lost.txt": "and more words\n"})
    assert missing(tmp_path) == []
    assert {warning.kind: warning.count for warning in open_dataset(tmp_path).warnings} == {"no label file": 2}
