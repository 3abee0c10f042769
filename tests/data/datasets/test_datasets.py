"""Readers on literal files with literal boxes; one bad record costs one record."""

import json

import cv2
import numpy as np
import pytest

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.data.datasets.open_dataset import open_dataset


def picture(path, width=64, height=48):
    path.parent.mkdir(parents=True, exist_ok=True)
    _, data = cv2.imencode(path.suffix, np.full((height, width, 3), 90, np.uint8))
    path.write_bytes(data.tobytes())


COCO = {
    "images": [{"id": 7, "file_name": "a.jpg", "width": 64, "height": 48}],
    "categories": [{"id": 3, "name": "cat"}, {"id": 90, "name": "dog"}],
    "annotations": [
        {"id": 1, "image_id": 7, "category_id": 90, "bbox": [4, 5, 10, 20]},
        {"id": 2, "image_id": 7, "category_id": 3, "bbox": [1, 2, 3, 4], "iscrowd": 1},
        {"id": 3, "image_id": 8, "category_id": 3, "bbox": [1, 2, 3, 4]},
        {"id": 4, "image_id": 7, "category_id": 3, "bbox": [1, 2, 3]},
        {"id": 5, "image_id": 7, "category_id": 3, "bbox": [1, 2, -3, 4]},
        "nonsense",
    ],
}


def test_coco(tmp_path):
    picture(tmp_path / "images" / "a.jpg")
    (tmp_path / "labels.json").write_text(json.dumps(COCO))
    dataset = open_dataset(tmp_path)
    sample = dataset[0]
    assert dataset.format == "COCO"
    assert sample.gt.tolist() == [[4, 5, 14, 25], [1, 2, 4, 6]]
    assert sample.gt_class.tolist() == [1, 0]
    assert sample.gt_kind.tolist() == [0, 1]
    assert sample.gt_id == ("1", "2")
    assert sample.class_name(0) == "dog"
    assert sample.size == (48, 64)
    assert sum(dataset.skipped.values()) == 4
    assert "annotations[2]" in dataset.warnings[0].examples[0]


VOC = """<annotation><filename>a.jpg</filename><size><width>64</width><height>48</height></size>
<object><name>cell</name><difficult>1</difficult><bndbox><xmin>4</xmin><ymin>5</ymin><xmax>14</xmax><ymax>25</ymax></bndbox></object>
<object><name>cell</name><bndbox><xmin>4</xmin><ymin>x</ymin><xmax>14</xmax><ymax>25</ymax></bndbox></object>
<object><name>dot</name><bndbox><xmin>9</xmin><ymin>9</ymin><xmax>9</xmax><ymax>9</ymax></bndbox></object></annotation>"""


def test_voc(tmp_path):
    picture(tmp_path / "JPEGImages" / "a.jpg")
    (tmp_path / "Annotations").mkdir()
    (tmp_path / "Annotations" / "a.xml").write_text(VOC)
    (tmp_path / "Annotations" / "b.xml").write_text("<annotation><obj")
    dataset = open_dataset(tmp_path)
    assert dataset[0].gt.tolist() == [[4, 5, 14, 25], [9, 9, 9, 9]]
    assert dataset[0].gt_kind.tolist() == [2, 0]
    assert dataset.classes == ("cell", "dot")
    assert dataset.skipped == {"bndbox is not four numbers": 1, "broken XML": 1}
    assert len(dataset) == 1


def test_a_voc_file_alone_finds_its_picture_next_door(tmp_path):
    picture(tmp_path / "JPEGImages" / "a.jpg")
    (tmp_path / "Annotations").mkdir()
    (tmp_path / "Annotations" / "a.xml").write_text(VOC)
    assert open_dataset(tmp_path / "Annotations" / "a.xml").image_path(0) == tmp_path / "JPEGImages" / "a.jpg"


def test_yolo_with_data_yaml_foreign_paths_and_polygons(tmp_path):
    picture(tmp_path / "train" / "images" / "a.jpg", 100, 50)
    picture(tmp_path / "valid" / "images" / "b.jpg", 100, 50)
    (tmp_path / "train" / "labels").mkdir()
    label = "1 0.5 0.5 0.2 0.4\n0 0.1 0.1 0.3 0.1 0.3 0.6\n0 0.5\n"
    (tmp_path / "train" / "labels" / "a.txt").write_text(label)
    yaml = "names: [fish, shark]\ntrain: /Users/x/y/train/images\nval: ../valid/images\n"
    (tmp_path / "data.yaml").write_text(yaml)
    dataset = open_dataset(tmp_path)
    assert sorted(dataset.names) == ["a.jpg", "b.jpg"]
    np.testing.assert_allclose(dataset[dataset.find("a")].gt, [[40, 15, 60, 35], [10, 5, 30, 30]])
    assert dataset[dataset.find("b")].gt.shape == (0, 4)
    assert dataset.skipped == {"wrong number of fields": 1}
    assert len(open_dataset(tmp_path / "data.yaml", split="train")) == 1


def test_darknet(tmp_path):
    picture(tmp_path / "obj_train_data" / "a.jpg", 100, 50)
    (tmp_path / "obj_train_data" / "a.txt").write_text("1 0.5 0.5 0.2 0.4")
    (tmp_path / "obj.names").write_text("fish\nshark\n")
    (tmp_path / "train.txt").write_text("data/obj_train_data/a.jpg\n")
    dataset = open_dataset(tmp_path)
    np.testing.assert_allclose(dataset[0].gt, [[40, 15, 60, 35]])
    assert dataset[0].class_name(0) == "shark"


def test_labelme(tmp_path):
    picture(tmp_path / "a.jpg")
    shapes = [
        {"label": "x", "points": [[14, 25], [4, 5]], "shape_type": "rectangle"},
        {"label": "y", "points": [[1, 2], [5, 9], [3, 4]], "shape_type": "polygon"},
        {"label": "y", "points": [[1, 2]], "shape_type": "point"},
    ]
    (tmp_path / "a.json").write_text(json.dumps({"shapes": shapes, "imagePath": "a.jpg", "imageData": None}))
    dataset = open_dataset(tmp_path)
    assert dataset[0].gt.tolist() == [[4, 5, 14, 25], [1, 2, 5, 9]]
    assert dataset.skipped == {"shape without area": 1}


def test_pictures_alone_open_without_boxes(tmp_path):
    picture(tmp_path / "deep" / "a.png")
    dataset = open_dataset(tmp_path)
    assert dataset.format == "pictures"
    assert dataset[0].gt.shape == (0, 4)


def test_a_picture_outside_the_opened_folder_is_never_taken(tmp_path):
    picture(tmp_path / "secret.jpg")
    coco = {**COCO, "images": [{"id": 7, "file_name": "../secret.jpg", "width": 64, "height": 48}]}
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "labels.json").write_text(json.dumps(coco))
    (tmp_path / "set" / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    dataset = open_dataset(tmp_path / "set")
    assert dataset.image_path(0) is None
    assert dataset[0].size == (48, 64)


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "is empty"),
        ({"a.json": "{]"}, "is not JSON"),
        ({"a.json": "[1]"}, "wanted COCO's images"),
        ({"notes.doc": "x"}, "holds only .doc"),
        ({"data.yaml": "names: ["}, "not YAML"),
        ({"a.xml": "<annotation"}, "no image that can be used"),
    ],
)
def test_what_is_no_dataset_is_refused_in_one_line(files, words, tmp_path):
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(BadFile, match=words) as caught:
        open_dataset(tmp_path)
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_folder_and_a_missing_image_are_named(tmp_path):
    with pytest.raises(BadFile, match="does not exist"):
        open_dataset(tmp_path / "nowhere")
    picture(tmp_path / "cell_01.png")
    with pytest.raises(InspectorError, match="near: cell_01"):
        open_dataset(tmp_path).find("cell_02")


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("folder", "images", "boxes"),
    [
        ("bccd_voc", 120, 1628),
        ("coco_mini", 6, 36),
        ("sharks_yolov9", 10, 60),
        ("labelme_rect", 3, 9),
        ("multiformat/gts/pascalvoc_format", 100, 273),
        ("multiformat/gts/imagenet_format", 100, 273),
        ("multiformat/gts/coco_format_v1/instances_default.json", 100, 273),
        ("multiformat/gts/coco_format_v2", 100, 273),
    ],
)
def test_the_counts_of_real_datasets(shared_data, folder, images, boxes):
    dataset = open_dataset(shared_data / folder)
    assert len(dataset) == images
    assert sum(len(sample.gt) for sample in dataset) == boxes


@pytest.mark.shared_data
def test_darknet_with_its_pictures_elsewhere(shared_data):
    root = shared_data / "multiformat"
    dataset = open_dataset(root / "gts" / "yolo_format", images=root / "images")
    assert sum(len(sample.gt) for sample in dataset) == 273
