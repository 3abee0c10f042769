"""Names are those that their makers wrote: of classes in files of their own, of pictures of odd endings and links."""

import json
import os

import cv2
import numpy as np
import pytest

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.pictures.images import read_image

PNG = cv2.imencode(".png", np.full((40, 80, 3), 90, np.uint8))[1].tobytes()
JPG = cv2.imencode(".jpg", np.full((40, 80, 3), 90, np.uint8))[1].tobytes()
LINES = "0 0.5 0.5 0.5 0.5\n1 0.25 0.5 0.5 1\n"  # (20, 10, 60, 30) and (0, 0, 40, 40) px
BOXES = [[20, 10, 60, 30], [0, 0, 40, 40]]
YOLO = {"images/a.png": PNG, "labels/a.txt": LINES}
CODED = "ImageID,LabelName,XMin,XMax,YMin,YMax\na,/m/01yrx,0.25,0.75,0.25,0.75\na,/m/0bt9lr,0,0.5,0,1\n"


def write(root, files):
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def coco(*images, name="cat", **more):
    annotations = [{"id": n, "image_id": n, "category_id": 1, "bbox": [1, 2, 3, 4], **more} for n in range(len(images))]
    listed = [{"id": n, "width": 80, "height": 40, **image} for n, image in enumerate(images)]
    return json.dumps({"images": listed, "annotations": annotations, "categories": [{"id": 1, "name": name}]})


def seen(dataset):
    """Return the boxes of the only picture with their classes, in the order of x1."""
    (sample,) = dataset
    return sorted((sample.class_name(at), sample.gt[at].tolist()) for at in range(len(sample.gt)))


@pytest.mark.parametrize(
    "name",
    [
        "_darknet.labels", "labels.txt", "classes.txt", "_classes.txt", "obj.names", "predefined_classes.txt",
        "images/_darknet.labels", "labels/classes.txt", "names.txt",
    ],
)  # fmt: skip
def test_a_text_with_a_name_a_line_names_the_classes(tmp_path, name):
    dataset = open_dataset(write(tmp_path, YOLO | {name: "cat\ntraffic light\n"}))
    assert seen(dataset) == [("cat", BOXES[0]), ("traffic light", BOXES[1])]
    assert dataset.warnings == ()


@pytest.mark.parametrize(
    "files",
    [
        {"obj.data": "classes = 2\nnames = data/pets.txt\n", "pets.txt": "cat\ndog\n", "obj.names": "no\nnone\n"},
        {"data.yaml": "train: images\nnames: pets/coco.names\n", "coco.names": "cat\ndog\n"},
    ],
)
def test_names_may_be_in_a_file_that_is_named(tmp_path, files):
    assert open_dataset(write(tmp_path, YOLO | files)).classes == ("cat", "dog")


def test_names_of_coco_may_be_numbers(tmp_path):
    dataset = open_dataset(write(tmp_path, {"a.png": PNG, "a.json": coco({"file_name": "a.png"}, name=7)}))
    assert dataset.classes == ("7",)


def test_a_link_out_of_the_folder_is_told_of(tmp_path):
    write(tmp_path, {"store/a.png": PNG, "set/data.yaml": "train: images\nnames: [cat]\n"})
    (tmp_path / "set" / "images").symlink_to(tmp_path / "store")
    with pytest.raises(BadFile, match=r"names no pictures under .*: images is a link that leads out of it"):
        open_dataset(tmp_path / "set")


def test_labels_of_a_picture_called_labels_are_no_names(tmp_path):
    dataset = open_dataset(write(tmp_path, {"labels.png": PNG, "labels.txt": LINES}))
    assert seen(dataset) == [("0", BOXES[0]), ("1", BOXES[1])]


@pytest.mark.parametrize(
    ("names", "classes"),
    [
        ("[no, yes]", ("no", "yes")),
        ("{0: on, 1: Off}", ("on", "Off")),
        ("[010, 1.50]", ("010", "1.50")),
        ("[1:30, 2020-01-01]", ("1:30", "2020-01-01")),
        ("[0x1F, 1_000]", ("0x1F", "1_000")),
        ("\n- y\n- n", ("y", "n")),
        ("['  cat ', \"dog\"]", ("cat", "dog")),
        ("{1: true, 0: NaN}", ("NaN", "true")),
    ],
)
def test_names_in_yaml_are_texts_as_written(tmp_path, names, classes):
    dataset = open_dataset(write(tmp_path, YOLO | {"data.yaml": f"train: images\nnames: {names}\n"}))
    assert dataset.classes == classes


@pytest.mark.parametrize("path", ["../datasets/pets", "pets", "datasets/pets", "/home/other/datasets/pets"])
@pytest.mark.parametrize("split", ["images/train", "./images/train"])
def test_a_yaml_of_code_beside_the_datasets_finds_its_dataset(tmp_path, path, split):
    write(tmp_path, {
        "yolov5/data/pets.yaml": f"path: {path}\ntrain: {split}\nval: {split}\nnames: [cat, dog]\n",
        "datasets/pets/images/train/a.png": PNG, "datasets/pets/labels/train/a.txt": LINES,
        "datasets/others/images/train/a.png": PNG, "yolov5/data/images/bus.png": PNG,
    })  # fmt: skip
    dataset = open_dataset(tmp_path / "yolov5" / "data" / "pets.yaml")
    assert dataset.root == tmp_path / "datasets" / "pets"
    assert seen(dataset) == [("cat", BOXES[0]), ("dog", BOXES[1])]


@pytest.mark.parametrize("path", ["../../../../../../../../etc", "/", "..", "."])
def test_a_yaml_does_not_lead_far_away(tmp_path, path):
    write(
        tmp_path,
        {"a/b/c/d/e/pets.yaml": f"path: {path}\ntrain: images/train\nnames: [cat]\n", "images/train/a.png": PNG},
    )
    with pytest.raises(Exception, match="names no pictures under"):
        open_dataset(tmp_path / "a/b/c/d/e/pets.yaml")


@pytest.mark.parametrize(
    ("table", "descriptions"),
    [
        ("train-annotations-bbox.csv", "class-descriptions-boxable.csv"),
        ("oidv6-train-annotations-bbox.csv", "oidv7-class-descriptions-boxable.csv"),
        ("annotations/train.csv", "oidv7-class-descriptions.csv"),
        ("train/labels/detections.csv", "train/metadata/classes.csv"),
        ("labels/detections.csv", "metadata/classes.csv"),
    ],
)
@pytest.mark.parametrize("header", ["", "LabelName,DisplayName\n"])
def test_codes_of_open_images_are_named(tmp_path, table, descriptions, header):
    names = f'{header}/m/01yrx,Cat\n/m/0bt9lr,"Dog, small"\n'
    dataset = open_dataset(write(tmp_path, {"data/a.png": PNG, table: CODED, descriptions: names}), format="openimages")
    assert seen(dataset) == [("Cat", BOXES[0]), ("Dog, small", BOXES[1])]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("/images/a.png", "/images/a.png"),
        (" a.png\n", "a.png"),
        ("/data/local-files/?d=images%2Fa.png", "images/a.png"),
    ],
)
def test_names_of_coco_are_read_as_meant(tmp_path, written, shown):
    dataset = open_dataset(write(tmp_path, {"images/a.png": PNG, "a.json": coco({"file_name": written})}))
    assert (dataset.names, dataset.image_path(0)) == ((shown,), tmp_path / "images" / "a.png")
    assert dataset[0].name == shown


@pytest.mark.parametrize("key", ["filename", "fileName", "path", "name"])
def test_the_name_of_a_picture_may_stand_under_another_key(tmp_path, key):
    dataset = open_dataset(write(tmp_path, {"images/a.png": PNG, "a.json": coco({key: "a.png"})}))
    assert (dataset.names, dataset.warnings) == (("a.png",), ())


def test_blanks_around_a_category_are_no_part_of_its_name(tmp_path):
    dataset = open_dataset(write(tmp_path, {"a.png": PNG, "a.json": coco({"file_name": "a.png"}, name=" cat ")}))
    assert dataset.classes == ("cat",)


def test_an_empty_bbox_is_taken_from_the_outline(tmp_path):
    outline = {"bbox": [], "segmentation": [[1, 2, 11, 2, 11, 22]]}
    dataset = open_dataset(write(tmp_path, {"a.png": PNG, "a.json": coco({"file_name": "a.png"}, **outline)}))
    assert dataset[0].gt.tolist() == [[1, 2, 11, 22]]


@pytest.mark.parametrize(("angle", "told"), [(30.5, True), (0, False), (360.0, False), ("x", False), (None, False)])
def test_a_turned_box_of_coco_is_told_of(tmp_path, angle, told):
    text = coco({"file_name": "a.png"}, attributes={"rotation": angle})
    dataset = open_dataset(write(tmp_path, {"a.png": PNG, "a.json": text}))
    assert [(warning.kind, warning.count) for warning in dataset.warnings] == ([("turned box", 1)] if told else [])


def test_a_coco_file_for_each_picture_is_one_dataset(tmp_path):
    files = {f"images/{name}.png": PNG for name in "abc"}
    files |= {f"annotations/{name}.json": coco({"file_name": f"{name}.png"}) for name in "ab"}
    files["annotations/c.json"] = coco({"file_name": "c.png"}, name="dog")
    dataset = open_dataset(write(tmp_path, files))
    assert [(sample.name, sample.class_name(0), sample.gt.tolist()) for sample in dataset] == [
        ("a.png", "cat", [[1, 2, 4, 6]]), ("b.png", "cat", [[1, 2, 4, 6]]), ("c.png", "dog", [[1, 2, 4, 6]]),
    ]  # fmt: skip
    write(tmp_path, {"annotations/b.json": "{"})
    assert open_dataset(tmp_path).skipped == {"broken JSON": 1}


def test_what_a_system_left_beside_is_passed_over(tmp_path):
    write(tmp_path, {
        "train/images/a.png": PNG, "train/labels/a.txt": LINES, "data.yaml": "train: train/images\nnames: [cat, dog]\n",
        "train/images/._a.png": b"\0\5\x16\7", "train/labels/._a.txt": b"\0\5\x16\7", "._data.yaml": b"\0\5\x16\7",
        "__MACOSX/train/images/b.png": PNG, "train/images/.ipynb_checkpoints/a-checkpoint.png": PNG,
        "train/images/@eaDir/a.png": PNG,
    })  # fmt: skip
    dataset = open_dataset(tmp_path)
    assert (dataset.names, dataset.gt_total, dataset.warnings) == (("a.png",), 2, ())


@pytest.mark.parametrize("text", [False, True])
@pytest.mark.parametrize("opened", ["", "train", "train/_annotations.coco.json"])
def test_a_snapshot_of_the_hub_is_links_to_its_blobs(tmp_path, text, opened):
    repository = write(tmp_path / "datasets--me--pets", {"blobs/aa11": PNG, "blobs/bb22": coco({"file_name": "a.png"})})
    for name, blob in (("train/a.png", "aa11"), ("train/_annotations.coco.json", "bb22")):
        place = repository / "snapshots" / "0a1b" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if text:  # as a system without links has it
            place.write_text(f"../../../blobs/{blob}")
        else:
            place.symlink_to(f"../../../blobs/{blob}")
    dataset = open_dataset(repository / "snapshots" / "0a1b" / opened)
    assert [(sample.name, sample.size, sample.gt.tolist()) for sample in dataset] == [
        ("a.png", (40, 80), [[1, 2, 4, 6]])
    ]
    assert read_image(dataset.image_path(0)).size == (40, 80)


def test_a_snapshot_leads_to_its_own_blobs_alone(tmp_path):
    write(tmp_path, {"secret.png": PNG, "one/blobs/aa": PNG, "two/blobs/bb": PNG, "two/snapshots/r/b.png": PNG})
    places = {"a.png": "../../../secret.png", "c.png": "../../../one/blobs/aa", "d.png": "../../blobs/bb"}
    for name, target in places.items():
        (tmp_path / "two/snapshots/r" / name).symlink_to(target)
    assert open_dataset(tmp_path / "two/snapshots/r").names == ("b.png", "d.png")


@pytest.mark.parametrize("suffix", [".jfif", ".jpe", ".ppm"])
def test_pictures_of_other_endings_are_pictures(tmp_path, suffix):
    data = JPG if suffix != ".ppm" else cv2.imencode(".ppm", np.full((40, 80, 3), 90, np.uint8))[1].tobytes()
    dataset = open_dataset(write(tmp_path, {f"a{suffix}": data, "a.txt": LINES, "classes.txt": "cat\ndog\n"}))
    assert (dataset.names, seen(dataset)) == ((f"a{suffix}",), [("cat", BOXES[0]), ("dog", BOXES[1])])
    assert read_image(tmp_path / f"a{suffix}").warnings == ()


@pytest.mark.parametrize(
    ("name", "text", "boxes"),
    [
        ("gt.txt", "00000.png;20;10;60;30;3\n00000.png;0;0;40;40;1\n", [("1", BOXES[1]), ("3", BOXES[0])]),
        ("l.csv", "patientId,x,y,width,height,Target\n00000,20,10,40,20,1\n", [("1", BOXES[0])]),
        (
            "t.csv", "image_name,BoxesString,domain\n00000.png,20 10 60 30;0 0 40 40,x\n",
            [("unnamed", BOXES[1]), ("unnamed", BOXES[0])],
        ),
        ("t.csv", "image_name,BoxesString,domain\n00000.png,no_box,x\n", []),
    ],
)  # fmt: skip
def test_more_tables_are_read(tmp_path, name, text, boxes):
    assert seen(open_dataset(write(tmp_path, {"00000.png": PNG, name: text}))) == boxes


def test_samples_that_were_not_measured_do_not_take_the_levels(tmp_path):
    values = np.linspace(10, 20, 100, dtype=np.float32).reshape(10, 10)
    values[0, 0] = -3.4e38
    cv2.imwrite(os.fspath(tmp_path / "a.tif"), values)
    picture = read_image(tmp_path / "a.tif")
    assert picture.levels == pytest.approx((10.1, 20), abs=0.01)
    assert picture.pixels[5, 5, 0] not in (0, 255)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("cam1/000001\n", ["cam1/000001.xml"]),
        ("000002 -1\n", ["cam2/000002.xml"]),
        ("cam 3/000001\n", ["cam 3/000001.xml"]),
    ],
)
def test_a_list_of_a_split_opens_only_what_is_in_it(tmp_path, lines, found):
    xml = "<annotation><filename>{}</filename><size><width>80</width><height>40</height></size></annotation>"
    names = ["cam1/000001", "cam2/000001", "cam2/000002", "cam 3/000001"]
    files = {f"Annotations/{name}.xml": xml.format(f"{name.split('/')[1]}.png") for name in names}
    files |= {f"JPEGImages/{name}.png": PNG for name in names}
    write(tmp_path, files | {"ImageSets/Main/train.txt": lines, "ImageSets/Layout/train.txt": lines})
    dataset = open_dataset(tmp_path, split="train")
    assert [dataset.record(at).source for at in range(len(dataset))] == [tmp_path / "Annotations" / f for f in found]
    assert dataset.image_path(0) == tmp_path / "JPEGImages" / found[0].replace(".xml", ".png")
