"""What other programs really write, where it is not what their format's page says."""

import base64
import json

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycocotools import mask as masks

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.datasets.support.rle import bounds
from rpn_inspector.data.pictures.images import read_image

PNG = cv2.imencode(".png", np.zeros((48, 64, 3), np.uint8))[1].tobytes()
OBJECT = "<object><name>{}</name>{}<bndbox><xmin>1</xmin><ymin>2</ymin><xmax>11</xmax><ymax>22</ymax></bndbox></object>"
LINE = "0 .5 .5 .25 .5\n"
BOX = {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 10, 20]}


def write(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(content) if isinstance(content, dict | list) else content
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def coco(*annotations):
    return {
        "images": [{"id": 1, "file_name": "a.png", "width": 64, "height": 48}],
        "categories": [{"id": 1, "name": "cat"}], "annotations": list(annotations),
    }  # fmt: skip


def only(folder, **options):
    dataset = open_dataset(folder, **options)
    assert len(dataset) == 1
    return dataset[0]


@pytest.mark.parametrize(
    ("words", "annotation"),
    [("captions", {"image_id": 1, "id": 5, "caption": "a cat"}), ("panoptic", {"image_id": 1, "segments_info": []})],
)
def test_cocos_files_without_boxes_are_refused_by_what_they_hold(words, annotation, tmp_path):
    write(tmp_path, {"a.json": coco(annotation), "a.png": PNG})
    with pytest.raises(BadFile, match=words):
        open_dataset(tmp_path / "a.json")


@pytest.mark.parametrize("more", [{}, {"score": "?"}])  # the second is read record by record
def test_cocos_ignore_is_kept_and_crowd_goes_first(more, tmp_path):
    marks = [{"ignore": 1}, {"ignore": 0}, {"ignore": 1, "iscrowd": 1}, {"ignore": None}]
    write(tmp_path, {"a.json": coco(*({**BOX, **mark, **more} for mark in marks)), "a.png": PNG})
    kinds = only(tmp_path / "a.json").gt_kind
    assert kinds.tolist() == [Kind.IGNORED, Kind.NORMAL, Kind.CROWD, Kind.NORMAL]


def test_a_crowd_without_bbox_gets_the_box_around_its_mask(tmp_path):
    crowd = {**BOX, "iscrowd": 1, "segmentation": {"size": [48, 64], "counts": [99, 10, 38, 10, 2915]}}
    del crowd["bbox"]
    sample = only(write(tmp_path, {"a.json": coco(crowd), "a.png": PNG}))
    assert sample.gt.tolist() == [[2, 3, 4, 13]]
    assert sample.gt_kind.tolist() == [Kind.CROWD]


@given(st.integers(1, 12), st.integers(1, 12), st.data())
def test_the_box_around_a_mask_is_that_of_its_pixels(height, width, data):
    bits = data.draw(st.lists(st.booleans(), min_size=height * width, max_size=height * width))
    pixels = np.asfortranarray(np.array(bits, np.uint8).reshape(height, width))
    rows, columns = np.nonzero(pixels)
    wanted = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1) if len(rows) else None
    counts = masks.encode(pixels)["counts"].decode()
    assert bounds({"size": [height, width], "counts": counts}) == wanted
    flat = pixels.flatten(order="F").astype(int)
    ends = np.flatnonzero(np.diff(np.concatenate([[0], flat, [2]])))
    runs = np.diff(np.concatenate([[0], ends])).tolist()
    assert bounds({"size": [height, width], "counts": runs}) == wanted


@pytest.mark.parametrize(
    "mask",
    [None, {}, {"size": [4, 4]}, {"size": [4, 4], "counts": "\u20ac"}, {"size": [4, 4], "counts": [-1, 3]},
     {"size": [4, 4], "counts": [1, 99]}, {"size": [0, 4], "counts": [0, 1]}, {"size": [4, 4], "counts": [1.5, 2]},
     {"size": [4, 4], "counts": "P" * 99}, {"size": [4, True], "counts": [0, 1]}],
)  # fmt: skip
def test_what_is_no_mask_has_no_box(mask):
    assert bounds(mask) is None


@pytest.mark.parametrize(
    ("head", "attribute", "encoding"),
    [
        ("", ' xmlns="http://example.org/voc"', "utf-8"),
        ('<?xml version="1.0" encoding="gb2312"?>', "", "gb2312"),
        ('<?xml version="1.0" encoding="Shift_JIS"?>\n', "", "shift_jis"),
        ('<?xml version="1.0" encoding="utf-16"?>', "", "utf-16"),
    ],
)
def test_voc_in_any_declared_encoding_and_namespace(head, attribute, encoding, tmp_path):
    xml = f"{head}<annotation{attribute}><filename>a.png</filename>{OBJECT.format('木', '')}</annotation>"
    sample = only(write(tmp_path, {"a.xml": xml.encode(encoding), "a.png": PNG}))
    assert (sample.gt.tolist(), sample.class_name(0)) == ([[1, 2, 11, 22]], "木")


def test_text_that_is_not_in_its_declared_encoding_is_refused(tmp_path):
    xml = b'<?xml version="1.0" encoding="gbk"?><annotation><filename>\xff\xff</filename></annotation>'
    with pytest.raises(BadFile, match="refused"):
        open_dataset(write(tmp_path, {"a.xml": xml}) / "a.xml")


@pytest.mark.parametrize("word", ["1", " 1 ", "1.0", "True", "yes"])
def test_vocs_difficult_in_other_words(word, tmp_path):
    xml = f"<annotation>{OBJECT.format('cat', f'<difficult>{word}</difficult>')}</annotation>"
    assert only(write(tmp_path, {"a.xml": xml, "a.png": PNG})).gt_kind.tolist() == [Kind.DIFFICULT]


@pytest.mark.parametrize(
    ("names", "classes"),
    [("{'0': cat, '2': dog}", ("cat", "class 1", "dog")), ("[cat, null, 3]", ("cat", "class 1", "3"))],
)
def test_yolos_names_with_keys_in_quotes_or_without_a_name(names, classes, tmp_path):
    files = {"data.yaml": f"train: images\nnames: {names}\n", "images/a.png": PNG, "labels/a.txt": LINE}
    assert open_dataset(write(tmp_path, files)).classes == classes


def test_label_studios_notes_beside_its_yolo_export_are_no_dataset(tmp_path):
    notes = {"categories": [{"id": 0, "name": "cat"}], "info": {"year": 2023, "contributor": "Label Studio"}}
    files = {"notes.json": notes, "classes.txt": "cat\n", "images/a.png": PNG, "labels/a.txt": LINE}
    dataset = open_dataset(write(tmp_path, files))
    assert (dataset.format, dataset.classes, dataset.gt_total) == ("YOLO", ("cat",), 1)


VOC = f"<annotation><filename>a.png</filename>{OBJECT.format('cat', '')}</annotation>"
TABLE = "train: ../train/images\nnames: [cat]\n"


@pytest.mark.parametrize(
    ("opened", "files", "name"),
    [
        ("Annotations", {"JPEGImages/a.png": PNG, "Annotations/a.xml": VOC}, "JPEGImages/a.png"),
        ("labels/train", {
            "images/train/a.png": PNG, "images/val/a.png": PNG, "labels/train/a.txt": LINE, "labels/val/a.txt": LINE,
            "classes.txt": "cat\n",
        }, "images/train/a.png"),
        ("train/labels", {"train/images/a.png": PNG, "train/labels/a.txt": LINE, "data.yaml": TABLE},
         "train/images/a.png"),
        ("annotations", {"val2017/a.png": PNG, "annotations/instances_val2017.json": coco(BOX)}, "val2017/a.png"),
    ],
)  # fmt: skip
def test_a_folder_of_annotations_alone_finds_its_pictures_beside_it(opened, files, name, tmp_path):
    sample = only(write(tmp_path, files) / opened)
    assert sample.path == tmp_path / name
    assert sample.class_name(0) == "cat"


@pytest.mark.parametrize("opened", ["things", "labels"])
def test_nothing_else_opens_more_than_was_asked_for(opened, tmp_path):
    write(tmp_path, {f"{opened}/a.xml": VOC.replace("a.png", "b.png"), "b.png": PNG, "secrets/b.png": PNG})
    assert only(tmp_path / opened).path is None


TRACK = (
    "<annotations><version>1.1</version><meta><task><size>{}</size><original_size><width>64</width><height>48</height>"
    '</original_size></task></meta><track id="7" label="cat">{}</track></annotations>'
)


def shown(frame, x, outside=0):
    return f'<box frame="{frame}" keyframe="1" outside="{outside}" xtl="{x}" ytl="2" xbr="{x + 10}" ybr="22"/>'


def test_a_video_of_cvat_is_read_frame_by_frame(tmp_path):
    xml = TRACK.format(6, shown(0, 1) + shown(1, 2) + shown(3, 8) + shown(4, 9, outside=1))
    files = {f"images/frame_{frame:06d}.png": PNG for frame in range(6)} | {"annotations.xml": xml}
    dataset = open_dataset(write(tmp_path, files))
    assert [sample.gt[:, 0].tolist() for sample in dataset] == [[1], [2], [5], [8], [], []]
    assert dataset.names[2] == "frame_000002.png"
    assert dataset[2].gt_id == ("7",)
    assert [(w.kind, w.count) for w in dataset.warnings] == [("box between key frames", 1)]


def test_a_video_of_cvat_without_its_pictures_has_the_frames_with_boxes(tmp_path):
    dataset = open_dataset(write(tmp_path, {"a.xml": TRACK.format(10**8, shown(2, 1) + shown(5, 1, 1))}) / "a.xml")
    assert dataset.names == ("frame_000002", "frame_000003", "frame_000004")
    assert dataset[0].size == (48, 64)


def test_two_frames_of_a_video_far_apart_are_not_filled_for_ever(tmp_path):
    dataset = open_dataset(write(tmp_path, {"a.xml": TRACK.format(9, shown(2, 1) + shown(99_999_999, 1))}) / "a.xml")
    assert "frames left out" in {warning.kind for warning in dataset.warnings}


def test_a_frame_that_is_no_number_is_skipped(tmp_path):
    xml = TRACK.format("x", shown(0, 1) + shown("-1", 1).replace('xbr="11"', 'xbr="11"'))
    dataset = open_dataset(write(tmp_path, {"a.xml": xml}) / "a.xml")
    assert (dataset.gt_total, dataset.skipped) == (1, {"no frame": 1})


def test_labelmes_picture_in_lines_and_x_anylabelings_difficult(tmp_path):
    shape = {
        "label": None,
        "points": [[1, 2], [11, 2], [11, 22], [1, 22]],
        "shape_type": "rectangle",
        "difficult": True,
    }
    lines = base64.encodebytes(PNG).decode()
    sample = only(write(tmp_path, {"a.json": {"shapes": [shape], "imagePath": "b.png", "imageData": lines}}))
    assert sample.path.read_bytes() == PNG
    assert (sample.gt_kind.tolist(), sample.class_name(0)) == ([Kind.DIFFICULT], "unnamed")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("sep=;\nfilename;xmin;ymin;xmax;ymax;class\na.png;1;2;11;22;cat\n", "cat"),
        ("img_path,x1,y1,x2,y2,object_class\na.png,1,2,11,22,cat\n", "cat"),
        ("Filename;Width;Height;Roi.X1;Roi.Y1;Roi.X2;Roi.Y2;ClassId\na.png;64;48;1;2;11;22;14\n", "14"),
    ],
)
def test_more_headers_of_tables(text, label, tmp_path):
    sample = only(write(tmp_path, {"a.csv": text, "a.png": PNG}))
    assert (sample.gt.tolist(), sample.class_name(0)) == ([[1, 2, 11, 22]], label)


def test_a_picture_of_a_kind_that_is_not_read_is_named_as_such(tmp_path):
    heif = b"\0\0\0\x1cftypheic\0\0\0\0heicmif1" + b"\0" * 99
    files = {"a.heic": heif, "b.jpg": heif, "c.png": b"version https://git-lfs.github.com"}
    document = coco(BOX)
    document["images"] = [{"id": n, "file_name": name} for n, name in enumerate(["a.heic", "b.jpg", "c.png"], 1)]
    dataset = open_dataset(write(tmp_path, {**files, "a.json": document}))
    told = [example for warning in dataset.warnings for example in warning.examples]
    assert any("a.heic is there, but .heic pictures are not read" in words for words in told)
    for name, words in (("b.jpg", "it is HEIC"), ("c.png", "a pointer of Git LFS")):
        with pytest.raises(BadFile, match=words):
            read_image(tmp_path / name)
