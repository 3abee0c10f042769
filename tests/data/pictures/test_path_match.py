"""Pictures of one name in several folders: each annotation gets its own, told by the folders and names around it."""

import json

import cv2
import numpy as np
import pytest

from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.pictures.path_match import match_rank

PNG = cv2.imencode(".png", np.zeros((48, 64, 3), np.uint8))[1].tobytes()
KITTI = "Car 0.00 0 -1.57 1 2 11 22 2.85 2.63 12.34 0.47 1.49 69.44 -1.56\n"
VOC = (
    "<annotation><filename>{}</filename><object><name>{}</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>11</xmax>"
    "<ymax>22</ymax></bndbox></object></annotation>"
)
COORDINATES = {"x": 20, "y": 20, "width": 10, "height": 8}
CML = json.dumps([{"image": "1.png", "annotations": [{"label": "cat", "coordinates": COORDINATES}]}])
EMPTY_CML = json.dumps([{"image": "1.png", "annotations": []}])
CSV = "filename,xmin,ymin,xmax,ymax,class\n1.png,{},2,11,22,cat\n"


def coco(name):
    return json.dumps({
        "images": [{"id": 1, "file_name": name, "width": 64, "height": 48}], "categories": [{"id": 1, "name": "cat"}],
        "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 10, 20]}],
    })  # fmt: skip


def write(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def opened(folder, **options):
    dataset = open_dataset(folder, **options)
    return {sample.path.relative_to(folder).as_posix(): sample for sample in dataset}


def test_kitti_labels_belong_to_the_left_camera_of_training(tmp_path):
    pictures = ("testing/image_2", "training/image_2", "training/image_3")
    write(tmp_path, {f"{folder}/000000.png": PNG for folder in pictures} | {"training/label_2/000000.txt": KITTI})
    assert list(opened(tmp_path)) == ["training/image_2/000000.png"]


@pytest.mark.parametrize(
    ("picture", "annotation"),
    [
        ("{}/1.png", "{}/1.xml"),
        ("{}/images/1.png", "{}/xmls/1.xml"),
        ("images/{}/1.png", "annotations/{}/1.xml"),
        ("images_{}/1.png", "annotations_{}/1.xml"),
    ],
)
def test_voc_files_of_two_splits_keep_their_pictures_and_can_be_told_apart(picture, annotation, tmp_path):
    for split, label in (("train", "cat"), ("val", "dog")):
        write(tmp_path, {picture.format(split): PNG, annotation.format(split): VOC.format("1.png", label)})
    found = opened(tmp_path)
    assert {path: sample.class_name(0) for path, sample in found.items()} == {
        picture.format("train"): "cat", picture.format("val"): "dog",
    }  # fmt: skip
    assert {sample.name for sample in found.values()} == set(found)


@pytest.mark.parametrize("split", ["train", "val"])
def test_a_coco_file_named_like_a_folder_takes_its_pictures(split, tmp_path):
    files = {f"{s}/1.png": PNG for s in ("train", "val")} | {
        f"annotations/{s}.json": coco("1.png") for s in ("train", "val")
    }
    assert list(opened(write(tmp_path, files), split=split)) == [f"{split}/1.png"]


@pytest.mark.parametrize(
    ("name", "train", "valid"),
    [
        (
            "_annotations.createml.json",
            CML,
            EMPTY_CML,
        ),
        ("_annotations.csv", CSV.format(1), "filename,xmin,ymin,xmax,ymax,class\n1.png,,,,,\n"),
    ],
)
def test_one_name_in_two_splits_is_two_pictures(name, train, valid, tmp_path):
    write(tmp_path, {"train/1.png": PNG, "valid/1.png": PNG, f"train/{name}": train, f"valid/{name}": valid})
    assert {path: len(sample.gt) for path, sample in opened(tmp_path).items()} == {"train/1.png": 1, "valid/1.png": 0}


def test_a_name_without_suffix_is_a_picture_rather_than_a_mask(tmp_path):
    files = {"JPEGImages/1.png": PNG, "AnnotatedMasks/1.png": PNG, "Annotations/1.xml": VOC.format("1", "cat")}
    assert list(opened(write(tmp_path, files))) == ["JPEGImages/1.png"]


@pytest.mark.parametrize("split", ["val", "val2017", "VALID"])
def test_a_split_may_be_called_as_the_file_says_it(split, tmp_path):
    files = {f"{s}2017/{s}.png": PNG for s in ("train", "val")}
    files |= {f"annotations/instances_{s}2017.json": coco(f"{s}.png") for s in ("train", "val")}
    assert list(opened(write(tmp_path, files), split=split)) == ["val2017/val.png"]


def test_the_rank_counts_words_then_first_folders_then_a_picture_folders_name():
    assert match_rank("training/image_2/1.png", "training/label_2/1") == (2, 1, True)
    assert match_rank("testing/image_2/1.png", "training/label_2/1") == (1, 0, True)
    assert match_rank("masks/1.png", "labels/1") == (0, 0, False)
    assert match_rank("1.png", "./1") == (0, 0, False)
