"""Exports of Label Studio and of CVAT as these tools write them, and what is wrong in one is said by its place."""

import json

import cv2
import numpy as np
import pytest

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.data.datasets.open_dataset import open_dataset

W, H = 1000, 500


@pytest.fixture
def folder(tmp_path):
    cv2.imwrite(str(tmp_path / "a.png"), np.zeros((H, W, 3), np.uint8))
    return tmp_path


def result(id_="", labels=("cat",), key="rectanglelabels", **value):
    made = {"id": id_, "type": key, "from_name": "label", "to_name": "image", "original_width": W, "original_height": H}
    return {**made, "image_rotation": 0, "value": {**value, **({key: list(labels)} if labels else {})}}


def percent(x, y, w, h, rotation=0):
    """A rectangle in px as Label Studio writes it."""
    return {"x": 100 * x / W, "y": 100 * y / H, "width": 100 * w / W, "height": 100 * h / H, "rotation": rotation}


def exported(folder, results, mini=False):
    """The dataset of an export, as JSON or as JSON-MIN, with the counts of its warnings."""
    if mini:
        flat = [{**each["value"], "original_width": W, "original_height": H} for each in results]
        task = {"image": "/data/upload/3/0a1b2c3d-a.png", "id": 1, "label": flat, "annotator": 1, "lead_time": 2.5}
    else:
        answer = {"id": 1, "was_cancelled": False, "ground_truth": False, "completed_by": 1, "result": results}
        task = {"id": 1, "data": {"image": "/data/upload/3/0a1b2c3d-a.png"}, "annotations": [answer], "predictions": []}
    (folder / "export.json").write_text(json.dumps([task]), encoding="utf-8")
    dataset = open_dataset(folder)
    assert dataset.format == "Label Studio"
    return dataset, {warning.kind: warning.count for warning in dataset.warnings}


@pytest.mark.parametrize("mini", [False, True])
def test_rectangles_turn_about_their_corner(folder, mini):
    """The three boxes of Label Studio's issue 2293: the second, turned by 90 degrees, is the third."""
    boxes = [(200, 100, 300, 100), (200, 100, 300, 100, 90), (100, 100, 100, 300)]
    results = [result(str(at), **percent(*box)) for at, box in enumerate(boxes)]
    dataset, noted = exported(folder, results, mini)
    corners = [[200, 100, 500, 200], [100, 100, 200, 400], [100, 100, 200, 400]]
    np.testing.assert_allclose(dataset[0].gt, corners, atol=1e-9)
    assert noted["box from polygon"] == 1
    assert dataset[0].path == folder / "a.png"


@pytest.mark.parametrize("mini", [False, True])
def test_several_labels_are_said(folder, mini):
    dataset, noted = exported(folder, [result("a", ("cat", "dog"), **percent(1, 2, 3, 4))], mini)
    assert [dataset[0].class_name(0)] == ["cat"]
    assert noted["several classes"] == 1


def test_a_shape_its_labels_and_its_text_are_one_box(folder):
    place = percent(10, 20, 30, 40)
    written = [
        result("a", (), "rectangle", **place),
        result("a", ("word",), "labels", **place),
        {**result("a", (), "textarea", **place), "value": {**place, "text": ["hello"]}},
        result("b", (), "rectangle", **percent(50, 60, 70, 80)),
        result("c", (), "choices", choices=["good"]),
    ]
    dataset, noted = exported(folder, written)
    np.testing.assert_allclose(dataset[0].gt, [[10, 20, 40, 60], [50, 60, 120, 140]], atol=1e-9)
    assert [dataset[0].class_name(at) for at in range(2)] == ["word", "unnamed"]
    assert noted == {"no class": 1}
    dataset, _ = exported(folder, [written[0], written[1], written[3]], mini=True)
    assert sorted(dataset[0].class_name(at) for at in range(len(dataset[0].gt))) == ["unnamed", "word"]


@pytest.mark.parametrize("mini", [False, True])
def test_any_shape_without_a_label_is_there_and_a_text_over_it_is_none(folder, mini):
    place = percent(10, 20, 30, 40)
    polygon = {"points": [[0, 0], [50, 0], [50, 50]], "closed": True}
    ellipse = {"x": 50, "y": 50, "radiusX": 10, "radiusY": 20, "rotation": 0}
    written = [
        {**result("t", (), "textarea", **place), "value": {**place, "text": ["hello"]}},
        result("a", (), "rectangle", **place),
        result("p", (), "polygon", **polygon),
        {**result("u", (), "textarea", **polygon), "value": {**polygon, "text": ["hello"]}},
        result("e", (), "ellipse", **ellipse),
    ]
    dataset, noted = exported(folder, written, mini)
    wanted = [[10, 20, 40, 60], [0, 0, 0.5 * W, 0.5 * H], [0.4 * W, 0.3 * H, 0.6 * W, 0.7 * H]]
    np.testing.assert_allclose(dataset[0].gt, wanted, atol=1e-9)
    assert noted["no class"] == 3


def test_a_picture_turned_in_the_tool_is_said(folder):
    turned = {**result("a", **percent(1, 2, 3, 4)), "image_rotation": 90}
    _, noted = exported(folder, [turned, result("b", **percent(5, 6, 7, 8))])
    assert noted == {"picture turned by the annotator": 1}


@pytest.mark.parametrize("mini", [False, True])
def test_one_bad_result_is_left_out_and_named(folder, mini):
    bad = [
        result("a", **{**percent(1, 2, 3, 4), "x": "?"}),
        result("b", **{**percent(1, 2, 3, 4), "width": None}),
        result("c", **percent(1, 2, 3, 4, float("inf"))),
        result("d", **percent(1, 2, -3, 4)),
        result("e", **percent(5, 6, 7, 8)),
    ]
    dataset, _ = exported(folder, bad, mini)
    np.testing.assert_allclose(dataset[0].gt, [[5, 6, 12, 14]], atol=1e-9)
    assert dataset.skipped == {"not four numbers": 3, "negative size": 1}
    assert any("export.json:[0].result[0]" in example for w in dataset.warnings for example in w.examples)


CVAT = """<?xml version="1.0" encoding="utf-8"?>
<annotations>
  <version>1.1</version>
  <meta><task><id>4</id><name>some &lt;b&gt;</name><size>1</size><mode>annotation</mode><labels>
    <label><name>cat</name><color>#ff0000</color><type>any</type><attributes/></label>
    <label><name>dog</name><type>rectangle</type><attributes><attribute><name>age</name><mutable>False</mutable>
      <input_type>number</input_type><default_value>1</default_value><values>1&#10;9&#10;1</values></attribute></attributes>
    </label></labels></task><dumped>2026-01-01 00:00:00+00:00</dumped></meta>
  <image id="0" name="a.png" width="1000" height="500">{}</image>
</annotations>
"""
BOX = '<box label="dog" source="manual" occluded="1" xtl="{}" ytl="{}" xbr="{}" ybr="{}" z_order="0"{}>{}</box>'


def cvat(folder, *shapes):
    (folder / "annotations.xml").write_text(CVAT.format("".join(shapes)), encoding="utf-8")
    dataset = open_dataset(folder)
    assert dataset.format == "CVAT"
    return dataset, {warning.kind: warning.count for warning in dataset.warnings}


def test_cvat_boxes_turn_about_their_centre(folder):
    plain = BOX.format(10, 20, 40, 60, "", '<attribute name="age">3</attribute>')
    turned = BOX.format(10, 20, 40, 60, ' rotation="90.00"', "")
    dataset, noted = cvat(folder, plain, turned)
    np.testing.assert_allclose(dataset[0].gt, [[10, 20, 40, 60], [5, 25, 45, 55]], atol=1e-9)
    assert dataset.classes == ("cat", "dog")
    assert dict(dataset[0].gt_attributes[0]) == {"occluded": "1", "age": "3"}
    assert noted == {"box from polygon": 1}


def test_one_bad_shape_of_cvat_is_left_out_and_named(folder):
    bad = [BOX.format(*corners, "", "") for corners in (("?", 2, 3, 4), (9, 2, 3, 4), (1, 2, "nan", 4), (1, 2, 9, 8))]
    skeleton = '<skeleton label="cat" z_order="0"><points label="1" points="1.0,2.0"/></skeleton>'
    tag = '<tag label="cat" source="manual"></tag>'
    cuboid = '<cuboid label="cat" xtl1="1" ytl1="2"/>'
    dataset, _ = cvat(folder, *bad, skeleton, tag, cuboid)
    assert dataset[0].gt.tolist() == [[1, 2, 9, 8]]
    assert sum(dataset.skipped.values()) == 6
    assert any("annotations.xml:image 0" in example for w in dataset.warnings for example in w.examples)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("export.json", '[{"data": {"image": "a.png"}, "annotations": [{"result": [{"id": "a", "val'),
        ("annotations.xml", CVAT[:300]),
        ("annotations.xml", CVAT.replace("<annotations>", '<!DOCTYPE x [<!ENTITY a "b">]><annotations>')),
    ],
)
def test_a_cut_or_hostile_export_is_one_line(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InspectorError) as error:
        open_dataset(tmp_path / name)
    assert name in str(error.value)
    assert "\n" not in str(error.value)
