"""What an annotation says of a ground truth beside box, class and id: kept in the words of the file, one entry each."""

import json
import pickle

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tfrecord_bytes import example, record

from rpn_inspector import Sample, inspect, load_recipe
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.sample import Attributes
from rpn_inspector.core.what_if import WhatIf, apply
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.datasets.support.text import worded


def xml_object(more, x2="14"):
    box = f"<bndbox><xmin>4</xmin><ymin>5</ymin><xmax>{x2}</xmax><ymax>25</ymax></bndbox>"
    return f"<object><name>cat</name>{more}{box}</object>"


VOC = "".join(
    (
        "<annotation><filename>a.png</filename><size><width>64</width><height>48</height></size>",
        xml_object("<pose>Left</pose><truncated>1</truncated><difficult>0</difficult><occluded> 1 </occluded>"),
        xml_object("<pose>Right</pose>", x2="wide"),
        xml_object("<pose/><part><name>head</name></part>"),
        xml_object("<attributes><attribute><name>colour</name><value>red</value></attribute></attributes>", x2="99"),
        "</annotation>",
    )
)
BOX = '<box label="cat" xtl="4" ytl="5" xbr="{}" ybr="25" {}>{}</box>'
COLOUR = '<attribute name="colour">red</attribute><attribute name="note"></attribute>'
CVAT = "".join(
    (
        '<annotations><image id="0" name="a.png" width="64" height="48">',
        BOX.format(14, 'occluded="1"', COLOUR),
        BOX.format("?", 'occluded="0"', COLOUR),
        BOX.format(99, "", ""),
        "</image></annotations>",
    )
)
TRACK = "".join(
    (
        "<annotations><meta><task><original_size><width>64</width><height>48</height></original_size></task></meta>",
        '<track id="0" label="cat">',
        BOX.format(14, 'frame="0" keyframe="1" occluded="1" outside="0"', COLOUR),
        BOX.format(16, 'frame="2" keyframe="1" occluded="0" outside="0"', ""),
        "</track></annotations>",
    )
)
KITTI = "Car 0.25 2 -1.57 4 5 {} 25 2.85 2.63 12.34 0.47 1.49 69.44 -1.56\n"
OPENIMAGES = "ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax,IsOccluded,IsGroupOf\na,xclick,cat,1,"
SIDES = {"x": 4, "y": 5, "width": 10, "height": 20}
CORNERS = [[4, 5], [14, 25]]


def coco(*annotations):
    rows = [{"id": n, "image_id": 7, "category_id": 3, **more} for n, more in enumerate(annotations)]
    images = [{"id": 7, "file_name": "a.png", "width": 64, "height": 48}]
    return json.dumps({"images": images, "categories": [{"id": 3, "name": "cat"}], "annotations": rows})


def via(*regions):
    region = {"name": "rect", **SIDES}
    parts = [{"shape_attributes": region | shape, "region_attributes": more} for shape, more in regions]
    return json.dumps({"a.png1": {"filename": "a.png", "size": 1, "regions": parts}})


def label_studio(*results):
    value = {"x": 10, "y": 10, "width": 20, "height": 20, "rectanglelabels": ["cat"]}
    found = [
        {"id": str(n), "original_width": 64, "original_height": 48, "value": value | part, **more}
        for n, (part, more) in enumerate(results)
    ]
    return json.dumps([{"data": {"image": "a.png"}, "annotations": [{"result": found}]}])


FLAGS = {"IsOccluded": "1", "IsGroupOf": "0", "Source": "xclick", "Confidence": "1"}
WIDER = {"blur": "2", "expression": "1", "illumination": "0", "invalid": "0", "occlusion": "1", "pose": "1"}
FORMATS = {
    "Pascal VOC": (
        "a.xml",
        VOC,
        [{"pose": "Left", "truncated": "1", "difficult": "0", "occluded": "1"}, {}, {"colour": "red"}],
    ),
    "CVAT": ("annotations.xml", CVAT, [{"occluded": "1", "colour": "red"}, {}]),
    "KITTI": (
        "label_2/a.txt",
        KITTI.format(14) + "Car 0\n" + KITTI.format(14).replace("2 -1.57", "0 3").strip() + " 0.9\n",
        [
            {"truncated": "0.25", "occluded": "2", "alpha": "-1.57"},
            {"truncated": "0.25", "occluded": "0", "alpha": "3"},
        ],
    ),
    "WIDER FACE": ("gt.txt", "a.png\n3\n4 5 10 20 2 1 0 0 1 1\n4 5 ? 20 1 1 1 1 1 1\n4 5 9 9\n", [WIDER, {}]),
    "CrowdHuman": (
        "train.odgt",
        json.dumps(
            {
                "ID": "a",
                "gtboxes": [
                    {"tag": "person", "fbox": [4, 5, 10, 20], "extra": {"occ": 1}, "head_attr": {"occ": 0}},
                    {"tag": "person", "fbox": [4, 5, 10], "extra": {"occ": 9}},
                    {"tag": "person", "fbox": [4, 5, 10, 90], "extra": None},
                ],
            }
        ),
        [{"extra.occ": "1", "head_attr.occ": "0"}, {}],
    ),
    "OpenImages": (
        "boxes.csv",
        f"{OPENIMAGES}0.1,0.3,0.2,0.6,1,0\na,xclick,cat,1,x,0.3,0.2,0.6,0,1\na,,cat,1,0.1,0.3,0.2,0.6\n",
        [FLAGS, {"Confidence": "1"}],
    ),
    "CSV": (
        "boxes.csv",
        "filename,xmin,ymin,xmax,ymax,label,colour,\na.png,4,5,14,25,cat,red,x\na.png,4,5,?,25,cat,b,\na.png,4,5,14,25,cat,,\n",
        [{"colour": "red"}, {}],
    ),
    "CreateML": (
        "_annotations.createml.json",
        json.dumps(
            [
                {
                    "image": "a.png",
                    "annotations": [
                        {"label": "cat", "coordinates": SIDES, "confidence": 0.5},
                        {"label": "cat", "coordinates": {}, "confidence": 0.25},
                        {"label": "cat", "coordinates": SIDES},
                    ],
                }
            ]
        ),
        [{"confidence": "0.5"}, {}],
    ),
    "VIA": (
        "via.json",
        via(
            ({}, {"label": "cat", "seen": {"left": True, "right": False}}),
            ({"x": "?"}, {"label": "dog"}),
            ({"width": 90}, []),
        ),
        [{"label": "cat", "seen.left": "true", "seen.right": "false"}, {}],
    ),
    "LabelMe": (
        "a.json",
        json.dumps(
            {
                "imagePath": "a.png",
                "shapes": [
                    {"label": "cat", "points": CORNERS, "shape_type": "rectangle", "flags": {"wet": True},
                     "group_id": 2, "description": "by the\nsea"},
                    {"label": "cat", "points": [[1, 2]], "shape_type": "point", "group_id": 9},
                    {"label": "cat", "points": CORNERS, "shape_type": "rectangle", "flags": {}, "group_id": None,
                     "description": ""},
                ],
            }
        ),
        [{"flags.wet": "true", "group_id": "2", "description": "by the\nsea"}, {}],
    ),
    "Label Studio": (
        "tasks.json",
        label_studio(({}, {"meta": {"text": ["far"]}, "origin": "manual"}), ({"x": None}, {}), ({}, {})),
        [{"meta.text": '["far"]', "origin": "manual"}, {}],
    ),
    "DOTA": (
        "labelTxt/a.txt",
        "4 5 14 5 14 25 4 25 ship 1\n1 2 3\n4 5 14 5 14 25 4 25 ship\n",
        [{"difficulty": "1"}, {}],
    ),
    "COCO": (
        "labels.json",
        coco(
            {"bbox": [4, 5, 10, 20], "area": 199.5, "attributes": {"occluded": False, "note": "far"}},
            {"bbox": [4, 5, -10, 20], "area": 1, "attributes": {"occluded": True}},
            {"bbox": [4, 5, 10, 90], "area": 200},
            {"bbox": [4, 5, 10, 20]},
        ),
        [{"area": "199.5", "occluded": "false", "note": "far"}, {"area": "200"}, {}],
    ),
}  # fmt: skip


def opened(folder, name, content):
    """Open a dataset of one picture of 64 x 48 px whose annotation is ``content``."""
    for place in (folder, folder / "image_2", folder / "images"):
        place.mkdir(exist_ok=True)
    where = {"label_2": folder / "image_2", "labelTxt": folder / "images"}.get(name.partition("/")[0], folder)
    _, data = cv2.imencode(".png", np.full((48, 64, 3), 90, np.uint8))
    (where / "a.png").write_bytes(data.tobytes())
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return open_dataset(file if file.parent == folder else folder)


@pytest.mark.parametrize("format_", FORMATS)
def test_each_format_keeps_its_words_of_the_records_that_are_read(format_, tmp_path):
    name, content, wanted = FORMATS[format_]
    dataset = opened(tmp_path, name, content)
    sample = dataset[0]
    assert dataset.format == format_
    assert sum(dataset.skipped.values()) == 1, "the bad record of the file"
    assert list(map(dict, sample.gt_attributes)) == wanted
    assert len(sample.gt) == len(wanted)


def test_tfrecord_keeps_them_object_by_object(tmp_path):
    edges = {"xmin": [0.25, 0.5, 0.1], "ymin": [0.5] * 3, "xmax": [0.5, 0.2, 0.3], "ymax": [1.0] * 3}
    features = {
        "image/filename": [b"a.png"], "image/object/class/text": [b"cat"] * 3, "image/object/truncated": [0, 1, 1],
        "image/object/view": [b"Left", b"Right"],
        **{f"image/object/bbox/{edge}": values for edge, values in edges.items()},
    }  # fmt: skip
    dataset = opened(tmp_path, "a.tfrecord", record(example(features)))
    assert dataset.skipped == {"negative size": 1}
    assert dataset[0].gt_attributes == ({"truncated": "0", "view": "Left"}, {"truncated": "1"})


def test_a_box_between_two_key_frames_has_the_words_of_the_one_before(tmp_path):
    dataset = opened(tmp_path, "annotations.xml", TRACK)
    words = [dict(sample.gt_attributes[0]) for sample in dataset]
    assert words == [{"occluded": "1", "colour": "red"}] * 2 + [{"occluded": "0"}]


def test_formats_without_any_have_an_empty_one_for_each(tmp_path):
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "a.txt").write_text("0 0.5 0.5 0.2 0.4\n0 0.5\n0 0.5 0.5 0.9 1.4\n")
    sample = opened(tmp_path, "data.yaml", "names: [cat]\ntrain: .\n")[0]
    assert sample.gt_attributes == ({},) * len(sample.gt)


ROWS = st.lists(st.tuples(st.booleans(), st.sampled_from(["0", "1", "", "a b"])), max_size=8)


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_the_words_stay_with_their_box_whichever_records_are_skipped(tmp_path_factory, rows):
    """Each good record's box is as wide as its place, so that box and words can be told to belong together."""
    folder = tmp_path_factory.mktemp("rows")
    good = [(2.0 + at, {"note": word} if word else {}) for at, (fine, word) in enumerate(rows) if fine]
    objects = [
        xml_object(f"<note>{word}</note>", 6 + at if fine else "?").replace("<name>cat", f"<name>cat{at}")
        for at, (fine, word) in enumerate(rows)
    ]
    entries = [
        {"bbox": [4, 5, (2 + at) if fine else -1, 20], "attributes": {"note": word}}
        for at, (fine, word) in enumerate(rows)
    ]
    for place, name, content in (
        ("voc", "a.xml", f"<annotation><filename>a.png</filename>{''.join(objects)}</annotation>"),
        ("coco", "labels.json", coco(*entries)),
        ("loose", "labels.json", coco(*entries, {"bbox": "no"})),
    ):
        sample = opened(folder / place, name, content)[0]
        found = [(box[2] - box[0], dict(words)) for box, words in zip(sample.gt, sample.gt_attributes, strict=True)]
        assert found == good


def test_attributes_of_coco_that_are_no_utf8_are_told_of(tmp_path):
    document = {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 64, "height": 48}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
            {"id": n, "image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "attributes": {"place": word}}
            for n, word in enumerate(["here", "caf\u00e9", "LATIN"])
        ],
    }
    whole = json.dumps(document, ensure_ascii=False).encode().replace(b"LATIN", b"caf\xe9")
    (tmp_path / "a.json").write_bytes(whole)
    dataset = open_dataset(tmp_path)
    assert [dict(words)["place"] for words in dataset.record(0).attributes] == ["here", "caf\u00e9", "caf\ufffd"]
    (told,) = (warning for warning in dataset.warnings if warning.kind == "not UTF-8")
    assert (told.count, told.examples[0]) == (
        1, f"{tmp_path / 'a.json'}:annotations[2]: its attributes hold bytes that are no UTF-8, and are replaced"
    )  # fmt: skip


def test_a_try_out_of_another_box_keeps_the_words():
    sample = Sample("a", (480, 640), np.array([[9.0, 9, 99, 99]]), gt_attributes=({"pose": "Left"},))
    inspection = inspect(sample, load_recipe("torchvision-fpn"))
    tried = apply(inspection, WhatIf(0, truth=0, gt=(-50, -50, 900, 90)))
    assert tried.sample.gt_attributes == ({"pose": "Left"},)


def test_a_samples_attributes_are_one_read_only_mapping_each():
    boxes = np.array([[0, 0, 1, 1], [0, 0, 2, 2]], float)
    assert Sample("a", (9, 9), boxes).gt_attributes == ({}, {})
    given_ = {"pose": "Left"}
    sample = Sample("a", (9, 9), boxes, gt_attributes=(given_, {}))
    given_["pose"] = "Right"
    assert sample.gt_attributes == ({"pose": "Left"}, {})
    with pytest.raises(TypeError):
        sample.gt_attributes[0]["pose"] = "Right"
    assert pickle.loads(pickle.dumps(sample)).gt_attributes == sample.gt_attributes
    assert (repr(sample.gt_attributes[0]), str(Attributes({"a": "1", "b": "x\ny"}))) == (
        "Attributes({'pose': 'Left'})",
        "a: 1, b: x y",
    )
    with pytest.raises(InspectorError, match="gt_attributes holds 1 mappings, wanted 2"):
        Sample("a", (9, 9), boxes, gt_attributes=({},))


def test_whatever_json_holds_becomes_words():
    deep = []
    for _ in range(100_000):
        deep = [deep]
    values = {"a": " x ", "b": True, "c": None, "d": 1.5, "e": [1, "é"], "f": {"g": {"h": 1}}, "\ud800": "\udfff"}
    assert worded(values) == {"a": "x", "b": "true", "d": "1.5", "e": '[1, "é"]', "f.g": '{"h": 1}', "?": "?"}
    assert worded({"deep": deep}) == {"deep": "a list of 1"}


def test_words_are_made_once_and_only_when_asked_for():
    asked = []

    def words():
        asked.append(1)
        return {"pose": "Left"}

    attributes = Attributes(words)
    assert not asked
    assert (attributes["pose"], len(attributes), dict(attributes), asked) == ("Left", 1, {"pose": "Left"}, [1])


def test_attributes_of_a_coco_file_are_fit_to_be_sent_before_they_are_asked_for(tmp_path):
    written = {"bbox": [4, 5, 10, 20], "area": 12.0, "attributes": {"truncated": True}}
    attributes = opened(tmp_path, "a.json", coco(written))[0].gt_attributes[0]
    assert pickle.loads(pickle.dumps(attributes)) == attributes != {}
