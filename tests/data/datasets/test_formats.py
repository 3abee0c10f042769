"""Each format on a literal file with literal boxes, and all of them on real datasets."""

import json
import os
import struct

import cv2
import numpy as np
import pytest
from tfrecord_bytes import example, record

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.choose import Ambiguous
from rpn_inspector.data.datasets.open_dataset import open_dataset

VOC = (
    "<annotation><filename>{name}</filename><size><width>64</width><height>48</height></size><object><name>cell</name>"
    "<bndbox><xmin>4</xmin><ymin>5</ymin><xmax>14</xmax><ymax>25</ymax></bndbox></object></annotation>"
)
COCO = {
    "images": [{"id": 7, "file_name": "a.jpg", "width": 64, "height": 48}],
    "categories": [{"id": 3, "name": "cat"}],
    "annotations": [{"id": 1, "image_id": 7, "category_id": 3, "bbox": [4, 5, 10, 20]}],
}


def picture(path, width=64, height=48):
    path.parent.mkdir(parents=True, exist_ok=True)
    _, data = cv2.imencode(path.suffix, np.full((height, width, 3), 90, np.uint8))
    path.write_bytes(data.tobytes())
    return path


def written(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    text = content if isinstance(content, str | bytes) else json.dumps(content)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def named(sample):
    return [sample.class_name(at) for at in range(len(sample.gt))]


@pytest.mark.parametrize(
    "text",
    [
        "filename,width,height,class,xmin,ymin,xmax,ymax\na.jpg,64,48,cat,4,5,14,25\n",
        "ymax;class;xmin;file;xmax;ymin\n25,0;cat;4,0;a.jpg;14,0;5,0\n",
        "image\tx\ty\tw\th\tlabel\na.jpg\t4\t5\t10\t20\tcat\n",
        'image_id,width,height,bbox,label\na,64,48,"[4, 5, 10, 20]",cat\n',
        "path,x_center,y_center,width,height,label\na.jpg,9,15,10,20,cat\n",
        "a.jpg,4,5,14,25,cat\n",
        "\ufefffilename,left,top,right,bottom,name\r\na.jpg,4,5,14,25,cat\r\n",
    ],
)
def test_csv_of_every_shape(text, tmp_path):
    picture(tmp_path / "a.jpg")
    dataset = open_dataset(written(tmp_path / "boxes.csv", text))
    assert (dataset.format, dataset[0].name, dataset.skipped) == ("CSV", "a.jpg", {})
    assert dataset[0].gt.tolist() == [[4, 5, 14, 25]]
    assert named(dataset[0]) == ["cat"]


def test_a_csv_of_fractions_is_read_as_such_and_says_so(tmp_path):
    picture(tmp_path / "a.jpg", 100, 50)
    dataset = open_dataset(written(tmp_path / "b.csv", "path,x1,y1,x2,y2,label\na.jpg,0.1,0.2,0.5,1.0,cat\n"))
    np.testing.assert_allclose(dataset[0].gt, [[10, 10, 50, 50]])
    assert [warning.kind for warning in dataset.warnings] == ["read as fractions"]


def test_a_bad_row_of_a_csv_costs_one_row(tmp_path):
    picture(tmp_path / "a.jpg")
    text = "path,x1,y1,x2,y2,label,iscrowd\na.jpg,1,2,x,4,cat,0\na.jpg,1,2\n,1,2,3,4,cat,0\na.jpg,4,5,14,25,cat,1\n"
    dataset = open_dataset(written(tmp_path / "b.csv", text))
    assert dataset[0].gt.tolist() == [[4, 5, 14, 25]]
    assert dataset[0].gt_kind.tolist() == [Kind.CROWD]
    assert dataset[0].gt_id == ("5",)
    assert dataset.skipped == {"not four numbers": 2, "no picture named": 1}


def test_openimages_with_its_class_descriptions(tmp_path):
    picture(tmp_path / "img" / "0a1b.jpg", 100, 50)
    written(tmp_path / "class-descriptions-boxable.csv", "/m/011k07,Tortoise\n/m/011q46kg,Container\n")
    text = "ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax,IsGroupOf\n0a1b,x,/m/011k07,1,0.1,0.3,0.2,0.6,1\n"
    written(tmp_path / "boxes.csv", text)
    dataset = open_dataset(tmp_path)
    assert (dataset.format, dataset[0].image_id, named(dataset[0])) == ("OpenImages", "0a1b", ["Tortoise"])
    np.testing.assert_allclose(dataset[0].gt, [[10, 10, 30, 30]])
    assert dataset[0].gt_kind.tolist() == [Kind.CROWD]


def test_createml(tmp_path):
    picture(tmp_path / "a.jpg")
    good = {"label": "cat", "coordinates": {"x": 9, "y": 15, "width": 10, "height": 20}}
    bad = {"label": "cat", "coordinates": {"x": 9}}
    written(tmp_path / "_annotations.createml.json", [{"image": "a.jpg", "annotations": [good, bad]}, 3])
    dataset = open_dataset(tmp_path)
    assert dataset.format == "CreateML"
    assert dataset[0].gt.tolist() == [[4, 5, 14, 25]]
    assert dataset.skipped == {"no box": 1, "no picture named": 1}


REGIONS = [
    ({"name": "rect", "x": 4, "y": 5, "width": 10, "height": 20}, [4, 5, 14, 25]),
    ({"name": "polygon", "all_points_x": [4, 14, 9], "all_points_y": [5, 9, 25]}, [4, 5, 14, 25]),
    ({"name": "circle", "cx": 20, "cy": 20, "r": 5}, [15, 15, 25, 25]),
    ({"name": "ellipse", "cx": 20, "cy": 20, "rx": 5, "ry": 2}, [15, 18, 25, 22]),
]


@pytest.mark.parametrize("project", [False, True])
def test_via_json(project, tmp_path):
    picture(tmp_path / "a.jpg")
    labels = ({"label": "cat"}, {"type": "dog"}, {"kinds": {"cat": False, "dog": True}}, {})
    regions = [{"shape_attributes": s, "region_attributes": r} for (s, _), r in zip(REGIONS, labels, strict=True)]
    regions.append({"shape_attributes": {"name": "point", "cx": 1, "cy": 2}, "region_attributes": {}})
    pictures = {"a.jpg123": {"filename": "a.jpg", "size": 123, "regions": regions, "file_attributes": {}}}
    document = {"_via_settings": {}, "_via_img_metadata": pictures} if project else pictures
    dataset = open_dataset(written(tmp_path / "via.json", document))
    assert dataset.format == "VIA"
    np.testing.assert_allclose(dataset[0].gt, [box for _, box in REGIONS])
    assert named(dataset[0]) == ["cat", "dog", "dog", "unnamed"]
    assert dataset.skipped == {"shape without area": 1}


def test_via_csv(tmp_path):
    picture(tmp_path / "a.jpg")
    head = "filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes\n"
    shape = json.dumps(REGIONS[0][0]).replace('"', '""')
    text = f'{head}a.jpg,1,"{{}}",1,7,"{shape}","{{""label"":""cat""}}"\nb.jpg,1,"{{}}",0,0,"{{}}","{{}}"\n'
    dataset = open_dataset(written(tmp_path / "via.csv", text))
    assert (dataset.format, dataset.names) == ("VIA", ("a.jpg", "b.jpg"))
    assert (dataset[0].gt.tolist(), dataset[0].gt_id, named(dataset[0])) == ([[4, 5, 14, 25]], ("7",), ["cat"])


def test_kitti_ignores_dont_care(tmp_path):
    picture(tmp_path / "image_2" / "000001.png")
    line = "{} 0.00 0 -1.57 4 5 14 25 2.85 2.63 12.34 0.47 1.49 69.44 -1.56"
    written(tmp_path / "label_2" / "000001.txt", "\n".join([line.format("Car"), line.format("DontCare"), "Car 0 0"]))
    dataset = open_dataset(tmp_path)
    assert (dataset.format, dataset.names) == ("KITTI", ("000001.png",))
    assert dataset[0].gt.tolist() == [[4, 5, 14, 25]] * 2
    assert dataset[0].gt_kind.tolist() == [Kind.NORMAL, Kind.IGNORED]
    assert dataset.skipped == {"not a KITTI line": 1}


def test_widerface_counts_its_rows(tmp_path):
    picture(tmp_path / "images" / "0--P" / "a.jpg")
    rows = "4 5 10 20 0 0 0 0 0 0\n4 5 10 20 0 0 0 1 0 0\n"
    written(
        tmp_path / "gt.txt", f"0--P/a.jpg\n2\n{rows}0--P/b.jpg\n0\n0 0 0 0 0 0 0 0 0 0\n0--P/c.jpg\nmany\n1 2 3 4\n"
    )
    dataset = open_dataset(tmp_path)
    assert (dataset.format, len(dataset)) == ("WIDER FACE", 3)
    assert dataset[0].gt.tolist() == [[4, 5, 14, 25]] * 2
    assert dataset[0].gt_kind.tolist() == [Kind.NORMAL, Kind.IGNORED]
    assert [dataset.count(at) for at in range(3)] == [2, 0, 0]
    assert dataset.skipped == {"no count": 1, "no picture named": 1}


def test_retinafaces_points_are_landmarks(tmp_path):
    picture(tmp_path / "images" / "0--P" / "a.jpg")
    points = "5 6 0.0 12.5 6 0.0 9 10 0.0 6 20 1.0 12 20 0.0"
    none = " -1.0" * 15
    rows = f"4 5 10 20 {points} 0.82\n4 5 10 20{none} 0.3\n1 2 3 4\n"
    written(tmp_path / "label.txt", f"# 0--P/a.jpg\n{rows}# 0--P/b.jpg\n")
    dataset = open_dataset(tmp_path)
    assert (dataset.format, len(dataset), dataset.skipped) == ("RetinaFace", 2, {"not a face": 1})
    assert dataset[0].gt.tolist() == [[4, 5, 14, 25]] * 2
    assert dataset[0].gt_landmarks[0].tolist() == [5, 6, 12.5, 6, 9, 10, 6, 20, 12, 20]
    assert np.isnan(dataset[0].gt_landmarks[1]).all()


def test_crowdhuman_takes_full_boxes(tmp_path):
    picture(tmp_path / "Images" / "1,a.jpg")
    person = {"tag": "person", "fbox": [4, 5, 10, 20], "vbox": [1, 1, 1, 1], "extra": {"box_id": 12}}
    mask = {"tag": "mask", "fbox": [4, 5, 10, 20], "extra": {"ignore": 1}}
    written(
        tmp_path / "train.odgt", json.dumps({"ID": "1,a", "gtboxes": [person, mask, {"tag": "person"}]}) + "\n\n[]\n"
    )
    dataset = open_dataset(tmp_path)
    assert (dataset.format, dataset.names) == ("CrowdHuman", ("1,a.jpg",))
    assert dataset[0].gt.tolist() == [[4, 5, 14, 25]] * 2
    assert (dataset[0].gt_kind.tolist(), dataset[0].gt_id) == ([Kind.NORMAL, Kind.IGNORED], ("12", "1"))
    assert dataset.skipped == {"not four numbers": 1, "not an object": 1}


CVAT = """<?xml version="1.0"?><annotations><version>1.1</version><meta><task><labels><label><name>dog</name></label>
<label><name>cat</name></label></labels></task></meta><image id="3" name="a.jpg" width="64" height="48">
<box label="cat" occluded="0" xtl="4" ytl="5" xbr="14" ybr="25"/>
<box label="cat" xtl="10" ytl="10" xbr="30" ybr="14" rotation="90"/>
<polygon label="dog" points="4,5;14,9;9,25"/><ellipse label="dog" cx="20" cy="20" rx="5" ry="2"/>
<mask label="dog" rle="1" left="4" top="5" width="10" height="20"/><points label="dog" points="1,2"/>
<box label="cat" xtl="4" ytl="5" xbr="?" ybr="25"/></image></annotations>"""


def test_cvat(tmp_path):
    picture(tmp_path / "a.jpg")
    dataset = open_dataset(written(tmp_path / "annotations.xml", CVAT))
    assert (dataset.format, dataset.classes, dataset[0].image_id) == ("CVAT", ("dog", "cat"), "3")
    boxes = [[4, 5, 14, 25], [18, 2, 22, 22], [4, 5, 14, 25], [15, 18, 25, 22], [4, 5, 14, 25]]
    np.testing.assert_allclose(dataset[0].gt, boxes)
    assert dataset.skipped == {"shape without area": 1, "not four numbers": 1}


def test_label_studio(tmp_path):
    picture(tmp_path / "a b.jpg", 200, 100)

    def result(id_, **value):
        return {"id": id_, "original_width": 200, "original_height": 100, "value": value}

    results = [
        result("p", x=10, y=20, width=30, height=40, rotation=0, rectanglelabels=["cat"]),
        result("q", x=50, y=20, width=10, height=40, rotation=90, rectanglelabels=["cat"]),
        result("r", points=[[10, 20], [40, 60], [20, 30]], polygonlabels=["dog"]),
        result("s", x=20, y=50, radiusX=5, radiusY=10, ellipselabels=["dog"]),
        result("t", x=20, y=50, width=1, keypointlabels=["dog"]),
        result("u", choices=["good"]),
        result("v", x=None, y=50, width=1, height=1, rectanglelabels=["dog"]),
    ]
    task = {"id": 5, "data": {"image": "/data/upload/1/0a1b2c3d-a%20b.jpg"}, "annotations": [{"result": results}]}
    dataset = open_dataset(written(tmp_path / "data.json", [task]))
    boxes = [[20, 20, 80, 60], [60, 20, 100, 40], [20, 20, 80, 60], [30, 40, 50, 60]]
    np.testing.assert_allclose(dataset[0].gt, boxes, atol=1e-9)
    assert (dataset.format, dataset[0].gt_id, dataset[0].image_id) == ("Label Studio", ("p", "q", "r", "s"), "5")
    assert dataset.skipped == {"shape without area": 1, "not four numbers": 1}
    assert dataset.image_path(0) == tmp_path / "a b.jpg"


def test_dota_takes_enclosing_boxes_and_says_so(tmp_path):
    picture(tmp_path / "images" / "P1.png")
    text = "imagesource:GoogleEarth\ngsd:0.2\n4 9 9 5 14 20 8 25 ship 1\n1 2 3 4 5 6 7 8\n"
    written(tmp_path / "labelTxt" / "P1.txt", text)
    dataset = open_dataset(tmp_path)
    assert (dataset.format, dataset[0].gt.tolist(), named(dataset[0])) == ("DOTA", [[4, 5, 14, 25]], ["ship"])
    assert dataset[0].gt_kind.tolist() == [Kind.DIFFICULT]
    assert dataset.skipped == {"not a DOTA line": 1}
    assert {warning.kind: warning.count for warning in dataset.warnings}["box from quadrilateral"] == 1


def test_tfrecord_with_the_pictures_inside(tmp_path):
    inside = picture(tmp_path / "elsewhere" / "a.png", 100, 50).read_bytes()
    edges = {"xmin": [0.25], "ymin": [0.5], "xmax": [0.5], "ymax": [1.0]}
    features = {
        "image/filename": [b"a.png"], "image/encoded": [inside], "image/height": [50], "image/width": [100],
        "image/object/class/label": [2], "image/object/is_crowd": [1],
        **{f"image/object/bbox/{edge}": values for edge, values in edges.items()},
    }  # fmt: skip
    written(tmp_path / "set" / "a.tfrecord-00000-of-00001", record(example(features)) + b"torn")
    written(tmp_path / "set" / "label_map.pbtxt", "item {\n id: 2\n name: 'cat'\n}\n")
    dataset = open_dataset(tmp_path / "set")
    assert (dataset.format, named(dataset[0]), dataset[0].size) == ("TFRecord", ["cat"], (50, 100))
    assert dataset[0].gt.tolist() == [[25, 25, 50, 50]]
    assert dataset[0].gt_kind.tolist() == [Kind.CROWD]
    assert dataset.image_path(0).read_bytes() == inside
    assert dataset.skipped == {"torn record": 1}


def test_a_line_of_yolo_points_is_told_by_the_tables_shape(tmp_path):
    picture(tmp_path / "images" / "a.jpg", 100, 50)
    written(tmp_path / "labels" / "a.txt", "0 0.5 0.5 0.2 0.4 0.1 0.1 0.9 0.9\n")
    table = "names: [cat]\ntrain: images\n"
    written(tmp_path / "data.yaml", table)
    np.testing.assert_allclose(open_dataset(tmp_path)[0].gt, [[10, 5, 90, 45]])
    written(tmp_path / "data.yaml", table + "kpt_shape: [2, 2]\n")
    np.testing.assert_allclose(open_dataset(tmp_path)[0].gt, [[40, 15, 60, 35]])


def test_labels_of_equal_names_go_to_the_pictures_of_their_split(tmp_path):
    for split, line in (("train", "0 0.5 0.5 0.2 0.4"), ("val", "0 0.5 0.5 0.4 0.4")):
        picture(tmp_path / "images" / split / "a.jpg", 100, 50)
        written(tmp_path / "labels" / split / "a.txt", line)
    written(tmp_path / "classes.txt", "cat\n")
    dataset = open_dataset(tmp_path)
    assert dataset.names == ("images/train/a.jpg", "images/val/a.jpg")
    np.testing.assert_allclose([dataset[0].gt[0], dataset[1].gt[0]], [[40, 15, 60, 35], [30, 15, 70, 35]])
    assert open_dataset(tmp_path, split="validation").names == ("a.jpg",)


def test_a_data_yaml_may_name_a_list_of_pictures(tmp_path):
    for name in "abc":
        picture(tmp_path / "images" / f"{name}.jpg")
        written(tmp_path / "labels" / f"{name}.txt", "0 0.5 0.5 0.2 0.4")
    written(tmp_path / "train.txt", "./images/a.jpg\n./images/c.jpg\n")
    written(tmp_path / "data.yaml", "names: {0: cat}\npath: ../data\ntrain: train.txt\nval: images\n")
    assert open_dataset(tmp_path, split="train").names == ("a.jpg", "c.jpg")
    assert len(open_dataset(tmp_path)) == 3


def test_a_folder_of_two_formats_asks_which(tmp_path):
    picture(tmp_path / "a.jpg")
    written(tmp_path / "voc" / "a.xml", VOC.format(name="a.jpg"))
    written(tmp_path / "voc" / "b.xml", VOC.format(name="b.jpg"))
    written(tmp_path / "coco.json", COCO)
    with pytest.raises(Ambiguous, match=r"COCO: --annotations coco.json; Pascal VOC: --dataset-format voc"):
        open_dataset(tmp_path)
    assert open_dataset(tmp_path, format="voc").format == "Pascal VOC"
    assert open_dataset(tmp_path, format="COCO").format == "COCO"
    assert open_dataset(tmp_path, format="pictures").format == "pictures"
    by_hand = open_dataset(tmp_path, annotations="voc/a.xml")
    assert (by_hand.names, by_hand.image_path(0)) == (("a.jpg",), tmp_path / "a.jpg")
    with pytest.raises(BadFile, match="holds no KITTI annotations"):
        open_dataset(tmp_path, format="kitti")
    with pytest.raises(InspectorError, match="wanted one of coco, voc, yolo"):
        open_dataset(tmp_path, format="docx")


def test_several_files_of_one_format_ask_too_unless_the_split_tells(tmp_path):
    picture(tmp_path / "a.jpg")
    for name in ("instances_train2017", "instances_val2017", "captions_val2017"):
        written(tmp_path / "annotations" / f"{name}.json", COCO)
    with pytest.raises(Ambiguous, match=r"--annotations annotations/instances_train2017\.json"):
        open_dataset(tmp_path)
    assert len(open_dataset(tmp_path, split="val")) == 1
    with pytest.raises(InspectorError, match="has no split 'test'"):
        open_dataset(tmp_path, split="test")


def test_raw_outputs_beside_are_no_annotations(tmp_path):
    picture(tmp_path / "a.jpg")
    written(tmp_path / "labels.json", COCO)
    written(tmp_path / "epoch3.rpn" / "meta.json", {"schema": 1, "producer": "x", "images": {"a.jpg": "a.npz"}})
    written(tmp_path / "results.json", [{"image_id": 7, "category_id": 3, "bbox": [1, 2, 3, 4], "score": 0.5}])
    assert open_dataset(tmp_path).gt_total == 1


def test_a_voc_split_is_read_from_its_list(tmp_path):
    for name in "ab":
        picture(tmp_path / "JPEGImages" / f"{name}.jpg")
        written(tmp_path / "Annotations" / f"{name}.xml", VOC.format(name=f"{name}.jpg"))
    written(tmp_path / "ImageSets" / "Main" / "val.txt", "b\n")
    assert open_dataset(tmp_path, split="val").names == ("b.jpg",)


def test_a_broken_file_among_good_ones_is_skipped_not_lost(tmp_path):
    picture(tmp_path / "a.jpg")
    written(tmp_path / "a.xml", VOC.format(name="a.jpg"))
    written(tmp_path / "b.xml", b"\x00\x01")
    dataset = open_dataset(tmp_path)
    assert (len(dataset), dataset.skipped) == (1, {"broken XML": 1})


def test_without_picture_and_size_the_boxes_tell_the_canvas(tmp_path):
    dataset = open_dataset(written(tmp_path / "b.csv", "path,x1,y1,x2,y2,label\nno.jpg,1,2,30.5,20,cat\n"))
    assert dataset[0].size == (20, 31)
    assert [warning.kind for warning in dataset.warnings] == ["picture missing", "size unknown"]
    with pytest.raises(BadFile, match="say where the pictures are"):
        _ = open_dataset(written(tmp_path / "c.csv", "path,x1,y1,x2,y2,label\nno.jpg,0.1,0.2,0.5,1.0,cat\n"))[0]


def test_a_size_of_the_turned_picture_is_told_from_a_wrong_one(tmp_path):
    path = picture(tmp_path / "a.jpg")
    exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"
    path.write_bytes(b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + path.read_bytes()[2:])
    text = VOC.format(name="a.jpg").replace("64", "48", 1).replace("<height>48", "<height>64")
    dataset = open_dataset(written(tmp_path / "a.xml", text))
    assert dataset[0].size == (48, 64)
    assert [warning.kind for warning in dataset.warnings] == ["boxes of the turned picture"]


GTS = [
    ("pascalvoc_format", "Pascal VOC"), ("imagenet_format", "Pascal VOC"), ("cvat_format", "CVAT"),
    ("coco_format_v1", "COCO"), ("coco_format_v2", "COCO"), ("openimages_format", "OpenImages"),
    ("yolo_format", "YOLO"), ("tfrecord_format", "TFRecord"), ("labelme_format", "LabelMe"),
]  # fmt: skip


@pytest.mark.shared_data
@pytest.mark.parametrize(("folder", "format_"), GTS)
def test_every_writing_of_one_ground_truth_gives_the_same_boxes(shared_data, folder, format_):
    root = shared_data / "multiformat"
    truth = {s.name.rsplit("/", 1)[-1]: s for s in open_dataset(root / "gts" / "cvat_format", images=root / "images")}
    dataset = open_dataset(root / "gts" / folder, images=root / "images")
    assert dataset.format == format_
    assert len(dataset) == (12 if format_ == "LabelMe" else 100)  # twelve of its files were kept
    assert dataset.gt_total == (31 if format_ == "LabelMe" else 273)
    for sample in dataset:
        wanted = truth[sample.name.rsplit("/", 1)[-1]]
        assert (len(sample.gt), sample.size) == (len(wanted.gt), wanted.size)
        left = list(range(len(wanted.gt)))
        for at, box in enumerate(sample.gt):
            away = [np.abs(box - wanted.gt[other]).max() for other in left]
            nearest = left.pop(int(np.argmin(away)))
            assert min(away) <= 0.11
            assert sample.class_name(at) == wanted.class_name(nearest)


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("path", "options", "format_", "images", "boxes"),
    [
        ("sharks_createml", {}, "CreateML", 10, 60),
        ("kitti_mini", {}, "KITTI", 3, 10),
        ("dota_mini", {}, "DOTA", 1, 64),
        ("widerface_mini", {}, "WIDER FACE", 3, 25),
        ("widerface_mini/wider_face_split/wider_face_train_bbx_gt.txt", {}, "WIDER FACE", 3, 25),
        ("via_mini", {}, "VIA", 2, 10),
        ("trees_csv_voc", {"format": "voc"}, "Pascal VOC", 1, 61),
        ("trees_csv_voc", {"annotations": "OSBS_029.csv"}, "CSV", 1, 61),
        ("trees_csv_voc/testfile_deepforest.csv", {}, "CSV", 1, 61),
        ("trees_csv_voc/2018_SJER_3_252000_4107000_image_477_truth.csv", {}, "CSV", 1, 7),
        ("trees_csv_voc/2018_SJER_3_252000_4107000_image_477.csv", {}, "CSV", 1, 7),
        ("labelstudio_json", {}, "Label Studio", 2, 6),
        ("crowdhuman_mini", {}, "CrowdHuman", 1, 7),
        ("bccd_voc", {"split": "val"}, "Pascal VOC", 32, 407),
        ("sharks_yolov9", {"split": "val"}, "YOLO", 2, 10),
    ],
)
def test_the_counts_of_real_datasets(shared_data, path, options, format_, images, boxes):
    dataset = open_dataset(shared_data / path, **options)
    assert (dataset.format, len(dataset), dataset.gt_total) == (format_, images, boxes)
    assert sum(len(sample.gt) for sample in dataset) == boxes


@pytest.mark.shared_data
def test_both_writings_of_the_sharks_hold_the_same_boxes(shared_data):
    one, other = (open_dataset(shared_data / f"sharks_{name}") for name in ("yolov9", "createml"))
    for sample in one:
        twin = other[other.find(sample.name)]
        for box in sample.gt:
            assert np.abs(twin.gt - box).max(1).min() < 1.5  # its polygons are rounded otherwise than its boxes


@pytest.mark.shared_data
def test_the_kinds_of_real_datasets(shared_data):
    kitti = [kind for sample in open_dataset(shared_data / "kitti_mini") for kind in sample.gt_kind.tolist()]
    assert kitti.count(Kind.IGNORED) == 4
    coco = [kind for sample in open_dataset(shared_data / "coco_mini") for kind in sample.gt_kind.tolist()]
    assert coco.count(Kind.CROWD) == 1
    with pytest.raises(Ambiguous, match="Pascal VOC"):
        open_dataset(shared_data / "trees_csv_voc")


def test_nothing_outside_the_opened_folder_is_read(tmp_path):
    picture(tmp_path / "secret" / "images" / "s.jpg")
    written(tmp_path / "secret" / "classes.txt", "secret\n")
    written(tmp_path / "secret" / "s.txt", "0 0.5 0.5 0.2 0.4")
    root = tmp_path / "set"
    picture(root / "images" / "a.jpg")
    written(root / "labels" / "a.txt", "0 0.5 0.5 0.2 0.4")
    (root / "classes.txt").symlink_to(tmp_path / "secret" / "classes.txt")
    (root / "labels" / "s.txt").symlink_to(tmp_path / "secret" / "s.txt")
    (root / "more").symlink_to(tmp_path / "secret")
    dataset = open_dataset(root)
    assert (dataset.names, dataset.classes) == (("a.jpg",), ("0",))
    assert open_dataset(root / "labels" / "a.txt").classes == ("0",)
    table = f"names: [cat]\npath: {tmp_path}/secret\ntrain: images\nval: ../secret/images\ntest: {tmp_path}/secret\n"
    written(root / "data.yaml", table)
    assert open_dataset(root).names == ("a.jpg",)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe has a place among files on Unix only")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "labels.json")
    with pytest.raises(BadFile, match="is neither a file nor a folder"):
        open_dataset(tmp_path / "labels.json")
    picture(tmp_path / "a.jpg")
    assert open_dataset(tmp_path).format == "pictures"
