"""Bytes changed at random in every kind of file: a reader gives a dataset or an error of this package, nothing else.

RPN_INSPECTOR_FUZZ=N runs N examples of each instead of a few.
"""

import json
import os

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tfrecord_bytes import example, record

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.pictures.images import read_image, read_size

EXAMPLES = int(os.environ.get("RPN_INSPECTOR_FUZZ", "25"))
COCO = {
    "images": [{"id": 1, "file_name": "a.png", "width": 64, "height": 48}], "categories": [{"id": 1, "name": "cat"}],
    "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "iscrowd": 0, "area": 12}],
}  # fmt: skip
BNDBOX = "<bndbox><xmin>1</xmin><ymin>2</ymin><xmax>4</xmax><ymax>6</ymax></bndbox>"
SHAPE = {"label": "cat", "points": [[1, 2], [4, 6]], "shape_type": "rectangle"}
REGION = {
    "shape_attributes": {"name": "rect", "x": 1, "y": 2, "width": 3, "height": 4},
    "region_attributes": {"a": "b"},
}
RESULT = {
    "original_width": 64, "original_height": 48, "id": "q",
    "value": {"x": 1, "y": 2, "width": 3, "height": 4, "rotation": 5, "rectanglelabels": ["cat"]},
}  # fmt: skip
EDGES = ("xmin", "ymin", "xmax", "ymax")
VIA_HEAD = "filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes"
VIA3_HEAD = """# ATTRIBUTE = {"1": {"aname": "class", "options": {"0": "cat"}}}
# CSV_HEADER = metadata_id,file_list,flags,temporal_coordinates,spatial_coordinates,metadata"""
SEEDS = {
    "coco.json": json.dumps(COCO),
    "voc.xml": f"<annotation><filename>a.png</filename><size><width>64</width><height>48</height></size><object>"
    f"<name>cat</name><difficult>0</difficult>{BNDBOX}</object></annotation>",
    "labels/a.txt": "0 0.5 0.5 0.25 0.25\n1 0.1 0.1 0.5 0.1 0.3 0.3\n0 .5 .5 .2 .2 .9\n",
    "data.yaml": "path: .\ntrain: images\nval: [images, C:\\x]\nnc: 2\nnames: {0: cat, 1: dog}\nkpt_shape: [2, 3]\n",
    "labelme.json": json.dumps({"shapes": [SHAPE], "imagePath": "a.png", "imageData": "iVBO", "imageHeight": 48}),
    "boxes.csv": "path,xmin,ymin,xmax,ymax,label,iscrowd\na.png,1,2,4,6,cat,0\n",
    "keras.csv": "a.png,1,2,4,6,cat\nb.png,,,,,\n",
    "list.csv": 'image_id,width,height,bbox\na,64,48,"[1, 2, 3, 4]"\n',
    "openimages.csv": 'ImageID,LabelName,XMin,XMax,YMin,YMax,IsGroupOf\na,cat,"0,1","0,4","0,2","0,5",1\n',
    "createml.json": json.dumps([
        {"image": "a.png", "annotations": [{"label": "c", "coordinates": {"x": 5, "y": 5, "width": 3, "height": 4}}]}
    ]),
    "bdd.json": json.dumps(
        [{"name": "a.png", "labels": [{"category": "c", "box2d": {"x1": 1, "y1": 2, "x2": 3, "y2": 4}}]}]
    ),
    "bdd_a.json": json.dumps({
        "name": "a", "attributes": {},
        "frames": [{"objects": [{"category": "c", "box2d": {"x1": 1, "y1": 2, "x2": 3, "y2": 4}}]}],
    }),
    "datumaro.json": json.dumps(
        {"dm_format_version": "1", "items": [{"id": "a", "annotations": [{"type": "bbox", "bbox": [1, 2, 3, 4]}]}]}
    ),
    "dicts.json": json.dumps(
        [{"file_name": "a.png", "height": 48, "width": 64, "annotations": [{"bbox": [1, 2, 3, 4], "bbox_mode": 1}]}]
    ),
    "mmengine.json": json.dumps(
        {"metainfo": {"classes": ["c"]}, "data_list": [{"img_path": "a.png", "instances": [{"bbox": [1, 2, 3, 4]}]}]}
    ),
    "samples.json": json.dumps(
        {"samples": [{"filepath": "a.png", "gt": {"_cls": "D", "detections": [{"bounding_box": [0.1, 0.2, 0.3, 1]}]}}]}
    ),
    "sa1b.json": json.dumps(
        {"image": {"file_name": "a.png"}, "annotations": [{"bbox": [1, 2, 3, 4], "predicted_iou": 1}]}
    ),
    "ann/a.png.json": json.dumps(
        {"objects": [{"classTitle": "c", "geometryType": "polygon", "points": {"exterior": [[1, 2], [3, 4], [5, 9]]}}]}
    ),
    "vis.json": json.dumps(
        {"videos": [{"id": 1, "file_names": ["a.png"]}], "annotations": [{"video_id": 1, "bboxes": [[1, 2, 3, 4]]}]}
    ),
    "metadata.jsonl": json.dumps({"file_name": "a.png", "objects": {"bbox": [[1, 2, 3, 4]], "categories": [0]}}) + "\n",
    "metadata.csv": "file_name,objects\na.png,\"{'bbox': [[1, 2, 3, 4]], 'category': ['cat']}\"\n",
    "pets.ndjson": '{"type": "dataset", "class_names": ["cat"]}\n{"type": "image", "file": "a.png", "annotations": '
    '{"boxes": [[0, 0.5, 0.5, 0.25, 0.25]], "segments": [[0, 0.1, 0.1, 0.5, 0.1, 0.3, 0.3]]}}\n',
    "odvg.jsonl": json.dumps({
        "filename": "a.png", "detection": {"instances": [{"bbox": [1, 2, 3, 4], "category": "c"}]},
        "grounding": {"regions": [{"phrase": ["c"], "bbox": [[1, 2, 3, 4]]}]},
    }),
    "tokens.jsonl": '{"image": "a.png", "prefix": "detect c", "suffix": "<loc0001><loc0002><loc0300><loc0400> c"}\n'
    '{"image": "a.png", "prefix": "<OD>", "suffix": "c<loc_1><loc_2><loc_300><loc_400>"}\n',
    "a.manifest": json.dumps({
        "source-ref": "s3://x/a.png", "pets-metadata": {"class-map": {"0": "c"}},
        "pets": {"annotations": [{"class_id": 0, "left": 1, "top": 2, "width": 3, "height": 4}]},
    }),
    "export.ndjson": json.dumps({
        "data_row": {"external_id": "a.png"}, "projects": {"p": {"labels": [{"annotations": {"objects": [
            {"name": "c", "bounding_box": {"left": 1, "top": 2, "width": 3, "height": 4}}]}}]}},
    }),
    "_annotations.txt": "a.png 1,2,3,4,0 5,6,7,8,c\nb.png\n",
    "sku.csv": "a.png,1,2,3,4,object,64,48\n",
    "label_02/0000.txt": "0 1 Car 0 0 -1.57 4 5 14 25 2.85 2.63 12.34 0.47 1.49 69.44 -1.56\n",
    "corners/a.txt": "traffic light 4 5 14 25 difficult\ncar 4 5 14 25\n",
    "via.json": json.dumps({"a.png9": {"filename": "a.png", "size": 9, "regions": [REGION]}}),
    "via.csv": f'{VIA_HEAD}\na.png,9,"{{}}",1,0,"{{""name"":""circle"",""cx"":5,""cy"":5,""r"":3}}","{{""a"":1}}"\n',
    "label_2/a.txt": "Car 0.00 0 -1.57 4 5 14 25 2.85 2.63 12.34 0.47 1.49 69.44 -1.56\n",
    "label.txt": f"# a.png\n4 5 10 20 {'5 6 0.0 ' * 5}0.9\n4 5 10 20{' -1.0' * 15} 0.3\n",
    "wider.txt": "x/a.png\n1\n4 5 10 20 0 0 0 1 0 0\nb.png\n0\n0 0 0 0 0 0 0 0 0 0\n",
    "train.odgt": json.dumps({"ID": "a", "gtboxes": [{"tag": "mask", "fbox": [1, 2, 3, 4], "extra": {"ignore": 1}}]}),
    "cvat.xml": '<annotations><version>1.1</version><image id="0" name="a.png" width="64" height="48">'
    '<box label="c" xtl="1" ytl="2" xbr="4" ybr="6" rotation="9"/><polygon label="c" points="1,2;3,4;5,9"/></image>'
    "</annotations>",
    "studio.json": json.dumps([{"id": 1, "data": {"image": "/x/a.png"}, "annotations": [{"result": [RESULT]}]}]),
    "dota/a.txt": "imagesource:x\ngsd:1\n4 9 9 5 14 20 8 25 ship 1\n",
    "gt/gt.txt": "1,1,5,6,20,15,1,1,0.86\n2,2,9,6,20,15,0,7,0.3\n",
    "annotations/a.txt": "5,6,20,15,1,4,0,1\n9,9,10,10,0,0,0,0,\n",
    "via3.json": json.dumps({
        "project": {"vid_list": ["1"]}, "attribute": {"1": {"aname": "class", "type": 4, "options": {"0": "cat"}}},
        "file": {"1": {"fid": "1", "fname": "a.png", "type": 2, "src": "a.png"}}, "view": {"1": {"fid_list": ["1"]}},
        "metadata": {"1_x": {"vid": "1", "z": [], "xy": [2, 5, 6, 20, 15], "av": {"1": "0"}}},
    }),
    "via3.csv": f'{VIA3_HEAD}\n"1_x","[""a.png""]",0,"[]","[7,5,6,20,15,9,30]","{{""1"":""0""}}"\n',
    "turned.xml": "<annotation><filename>a.png</filename><object><type>robndbox</type><name>c</name><robndbox>"
    "<cx>30</cx><cy>20</cy><w>20</w><h>10</h><angle>0.5</angle></robndbox></object><object><name>c</name><polygon><pt><x>1</x>"
    "<y>2</y></pt><pt><x>9</x><y>12</y></pt></polygon></object></annotation>",
    "a.tfrecord": record(example({
        "image/filename": [b"a.png"], "image/height": [48], "image/width": [64], "image/object/class/label": [1],
        **{f"image/object/bbox/{edge}": [value] for edge, value in zip(EDGES, (0.1, 0.2, 0.3, 0.4), strict=True)},
    })),
}  # fmt: skip


def encoded(suffix, array):
    return cv2.imencode(suffix, array)[1].tobytes()


PIXELS = np.random.default_rng(1).integers(0, 255, (12, 16, 3)).astype(np.uint8)
PICTURES = {
    "p.jpg": encoded(".jpg", PIXELS), "p.png": encoded(".png", PIXELS),
    "p16.png": encoded(".png", PIXELS.astype("<u2")),
    "p.bmp": encoded(".bmp", PIXELS), "p.tif": encoded(".tif", PIXELS), "p.webp": encoded(".webp", PIXELS),
    "p.gif": b"GIF89a\x02\0\x02\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x02\0\x02\0\0\x02\x03\x84\x11\x05\0;",
}  # fmt: skip

cuts = st.tuples(st.floats(0, 1), st.integers(0, 12), st.binary(max_size=12))
words = st.sampled_from([
    b"null", b"NaN", b"1e999", b"-1", b"[]", b"{}", b'"', b"<", b"&x;", b"\0", b"\xff\xfe", b"\n\n", b"9" * 400, b",",
    b"../" * 9, b"true", b"[" * 2000, b"0x1", b"\xef\xbb\xbf", b"1_0", b"\xed\xa0\x80", b'"\\ud800"',
])  # fmt: skip
changes = st.lists(st.one_of(cuts, st.tuples(st.floats(0, 1), st.integers(0, 12), words)), min_size=1, max_size=5)


def changed(data, edits):
    for at, length, new in edits:
        start = int(at * len(data))
        data = data[:start] + new + data[start + length :]
    return data


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("fuzz")
    (root / "images").mkdir()
    (root / "images" / "a.png").write_bytes(PICTURES["p.png"])
    return root


fuzzing = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None
)


@pytest.mark.parametrize("name", SEEDS)
@fuzzing
@given(edits=changes)
def test_changed_bytes_give_a_dataset_or_one_of_our_errors(folder, name, edits):
    seed = SEEDS[name]
    path = folder / name.replace("/", "_").replace(".", "_") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(changed(seed if isinstance(seed, bytes) else seed.encode(), edits))
    told = []
    for place in (path, path.parent):
        try:
            look_at(open_dataset(place, images=folder / "images"))
        except InspectorError as error:
            told.append(str(error))
    assert "\n" not in "".join(told)


def look_at(dataset):
    assert isinstance(dataset, Dataset)
    for index in range(len(dataset)):
        dataset.image_path(index)
        try:
            sample = dataset[index]
        except InspectorError:
            continue
        assert np.isfinite(sample.gt).all()
        assert (sample.gt[:, 2:] >= sample.gt[:, :2]).all()
        assert all(0 <= label < len(dataset.classes) for label in sample.gt_class)
    str([*dataset.names, *dataset.classes]).encode()
    str(dataset.warnings).encode()


@pytest.mark.parametrize("name", SEEDS)
def test_the_unchanged_seeds_are_read(folder, name):
    seed = SEEDS[name]
    path = folder / "whole" / name.replace("/", "_").replace(".", "_") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(seed if isinstance(seed, bytes) else seed.encode())
    assert len(open_dataset(path, images=folder / "images")) > 0


@pytest.mark.parametrize("name", PICTURES)
@fuzzing
@given(edits=changes)
def test_changed_pictures_are_shown_or_refused(folder, name, edits):
    path = folder / name
    path.write_bytes(changed(PICTURES[name], edits))
    told = []
    for turned in (False, True):
        try:
            assert read_size(path, turned=turned)
            picture = read_image(path, turned=turned)
            assert picture.pixels.shape == (*picture.size, 3)
        except InspectorError as error:
            told.append(str(error))
    assert "\n" not in "".join(told)
