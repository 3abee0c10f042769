"""MOT Challenge, VisDrone, VIA 3 and VOC's other outlines: literal files, literal boxes."""

import json
import math
from pathlib import Path

import cv2
import numpy as np
import pytest

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.session.open_request import OpenRequest, open_all

GT = "1,1,5,6,20,15,1,1,0.86\n1,2,9,6,20,15,0,7,0.3\n2,1,6,6,20,15,1,3,1\nx,1,6,6,20,15\n2,1,6,6,-9,15,1,1,1\n"
DET = "1,-1,5,6,20,15,0.9\n2,-1,6,6,20,15,.8,-1,-1,-1\n2,-1,6,6,20,15,41.5,-1,-1,-1\nno line\n"
INFO = "[Sequence]\nname=A\nimDir=frames\nimWidth=64\nimHeight=48\nimExt=.png\n"


def picture(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(cv2.imencode(path.suffix, np.full((48, 64, 3), 90, np.uint8))[1].tobytes())


def text(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def sequence(folder, gt=GT, info=INFO, frames="frames"):
    for frame in (1, 2, 3):
        picture(folder / frames / f"{frame:06d}.png")
    if gt:
        text(folder / "gt" / "gt.txt", gt)
    text(folder / "det" / "det.txt", DET)
    if info:
        text(folder / "seqinfo.ini", info)


@pytest.mark.parametrize("place", [".", "gt", "gt/gt.txt"])
def test_a_sequence_of_mot(tmp_path, place):
    sequence(tmp_path / "A")
    dataset = open_dataset(tmp_path / "A" / place)
    assert (dataset.format, dataset.names) == ("MOT Challenge", ("000001.png", "000002.png", "000003.png"))
    assert [sample.gt.tolist() for sample in dataset] == [[[5, 6, 25, 21], [9, 6, 29, 21]], [[6, 6, 26, 21]], []]
    assert dataset[0].gt_kind.tolist() == [0, 3]  # the flag 0 is to be ignored
    assert [dataset.classes[label] for sample in dataset for label in sample.gt_class] == [
        "pedestrian", "static person", "car",
    ]  # fmt: skip
    assert dict(dataset.record(0).attributes[0]) == {"track": "1", "visibility": "0.86"}
    assert dataset.skipped == {"not a MOT line": 1, "negative size": 1}


def test_mot_of_the_first_year_has_world_coordinates_instead_of_a_class(tmp_path):
    sequence(tmp_path, "1,1,5,6,20,15,1,-1,-1,-1\n1,2,5,6,20,15,1,12.5,3.25,0\n", info="", frames="img1")
    dataset = open_dataset(tmp_path)
    assert [dataset.classes[label] for label in dataset[0].gt_class] == ["pedestrian", "pedestrian"]


def test_sequences_of_mot_keep_their_own_frames(tmp_path):
    for name in "AB":
        sequence(tmp_path / "train" / name)
    dataset = open_dataset(tmp_path)
    assert len(dataset) == 6
    assert dataset.names[0] == "train/A/frames/000001.png"
    assert dataset.image_path(3) == tmp_path / "train/B/frames/000001.png"
    outputs = open_predictions(tmp_path / "train" / "A" / "det" / "det.txt", dataset)
    assert [None if (found := outputs.get(name)) is None else len(found) for name in dataset.names] == [
        1, 1, 0, None, None, None,
    ]  # fmt: skip
    assert outputs["train/A/frames/000001.png"].boxes.tolist() == [[5, 6, 25, 21]]
    assert (outputs.skipped, outputs.warnings[0]) == (
        2, "det.txt:3: score 41.5, wanted 0 to 1",
    )  # fmt: skip


def test_frames_outside_the_sequence_are_not_looked_at(tmp_path):
    picture(tmp_path / "secret" / "000001.png")
    sequence(tmp_path / "A", info="[Sequence]\nimDir=../secret\n", frames="img1")
    dataset = open_dataset(tmp_path / "A")
    assert {dataset.image_path(at).parent.name for at in range(3)} == {"img1"}


def test_a_sequence_with_detections_alone_opens_as_results_over_its_frames(tmp_path):
    sequence(tmp_path, gt="")
    dataset, loaded, _ = open_all(OpenRequest(tmp_path))
    assert (dataset.format, dataset.gt_total, dataset.results) == ("pictures", 0, tmp_path / "det" / "det.txt")
    assert loaded.outputs.get("frames/000001.png").scores.tolist() == [0.9]
    assert dataset.remark == f"no ground truth: {Path('det', 'det.txt')}: is a list of detections"
    with pytest.raises(BadFile, match="open it as predictions"):
        open_dataset(tmp_path / "det" / "det.txt")


@pytest.mark.parametrize("place", [".", "annotations", "annotations/a.txt"])
def test_visdrone(tmp_path, place):
    picture(tmp_path / "images" / "a.png")
    text(
        tmp_path / "annotations" / "a.txt",
        "5,6,20,15,1,4,0,1\r\n9,9,10,10,0,0,0,0,\r\n9,9,10,10,0,1,0,0\r\n1,1,0,5,1,1,0,0\r\n1,2,3\r\n",
    )
    dataset = open_dataset(tmp_path / place)
    assert (dataset.format, len(dataset)) == ("VisDrone", 1)
    assert dataset[0].gt.tolist() == [[5, 6, 25, 21], [9, 9, 19, 19], [9, 9, 19, 19]]
    assert dataset[0].gt_kind.tolist() == [0, 3, 3]
    assert [dataset.classes[label] for label in dataset[0].gt_class] == ["car", "ignored regions", "pedestrian"]
    assert dict(dataset.record(0).attributes[0]) == {"truncation": "0", "occlusion": "1"}
    assert dataset.skipped == {"zero size": 1, "not a VisDrone line": 1}


ATTRIBUTE = {
    "1": {"aname": "note", "type": 1, "options": {}},
    "2": {"aname": "Class", "type": 4, "options": {"0": "cat", "1": "big dog"}},
}
REGIONS = {
    "1_a": ([2, 5, 6, 20, 15], {"1": "0", "2": "1"}, [5, 6, 25, 21], "big dog"),
    "1_b": ([3, 20, 20, 5], {"2": "0"}, [15, 15, 25, 25], "cat"),
    "1_c": ([4, 20, 20, 5, 8], {"2": "0"}, [15, 12, 25, 28], "cat"),
    "1_d": ([7, 5, 6, 20, 15, 9, 30], {"2": "7"}, [5, 6, 20, 30], "7"),
    "1_e": ([8, 5, 9, 20, 6, 30, 9, 20, 40], {}, [5, 6, 30, 40], "unnamed"),
}
PROJECT = {
    "project": {"pid": "x", "vid_list": ["1"]}, "config": {}, "attribute": ATTRIBUTE,
    "file": {"7": {"fid": "7", "fname": "a.png", "type": 2, "src": "a.png"}, "8": {"fname": "v.mp4", "type": 4}},
    "view": {"1": {"fid_list": ["7"]}, "2": {"fid_list": ["8"]}},
    "metadata": {
        **{key: {"vid": "1", "z": [], "xy": xy, "av": values} for key, (xy, values, _, _) in REGIONS.items()},
        "point": {"vid": "1", "xy": [1, 5, 6], "av": {}}, "whole": {"vid": "1", "xy": [], "av": {"1": "sunny"}},
        "frame": {"vid": "2", "z": [1.5], "xy": [2, 1, 2, 3, 4], "av": {}}, "lost": {"vid": "9", "xy": [2, 1, 2, 3, 4]},
        "odd": {"vid": "1", "xy": [2, 1, "x", 3, 4]}, "short": {"vid": "1", "xy": [2, 1]}, "none": None,
    },
}  # fmt: skip


def test_a_project_of_via_3(tmp_path):
    picture(tmp_path / "a.png")
    text(tmp_path / "p.json", json.dumps(PROJECT))
    dataset = open_dataset(tmp_path)
    assert (dataset.format, dataset.names) == ("VIA", ("a.png",))
    assert dataset[0].gt.tolist() == [box for _, _, box, _ in REGIONS.values()]
    assert [dataset.classes[label] for label in dataset[0].gt_class] == [name for *_, name in REGIONS.values()]
    assert dict(dataset.record(0).attributes[0]) == {"note": "0", "Class": "big dog"}
    assert dataset.skipped == {
        "not a picture": 1, "shape without area": 1, "no picture named": 1, "no box": 2, "no region": 1
    }  # fmt: skip
    assert open_dataset(tmp_path / "p.json").gt_total == 5


def test_an_address_of_via_3_is_found_by_its_last_part(tmp_path):
    picture(tmp_path / "a.png")
    address = "https://example.org/pictures/a.png"
    file = {"7": {"fid": "7", "fname": address, "type": 2, "loc": 2, "src": address}}
    text(tmp_path / "p.json", json.dumps(PROJECT | {"file": file}))
    assert open_dataset(tmp_path).names == ("a.png",)


def test_a_csv_of_via_3(tmp_path):
    picture(tmp_path / "a.png")
    top = [
        "# Exported using VGG Image Annotator", f"# ATTRIBUTE = {json.dumps(ATTRIBUTE)}",
        "# CSV_HEADER = metadata_id,file_list,flags,temporal_coordinates,spatial_coordinates,metadata",
    ]  # fmt: skip

    def row(*parts):
        return ",".join('"' + json.dumps(part).replace('"', '""') + '"' for part in parts)

    rows = [f'"{key}",{row(["a.png"], 0, [], xy, values)}' for key, (xy, values, _, _) in REGIONS.items()]
    rows += [f'"t",{row(["v.mp4"], 0, [1.5], [2, 1, 2, 3, 4], {})}', '"broken","["']
    text(tmp_path / "p.csv", "\n".join(top + rows))
    dataset = open_dataset(tmp_path)
    assert dataset.format == "VIA"
    assert dataset[0].gt.tolist() == [box for _, _, box, _ in REGIONS.values()]
    assert dataset[0].gt_id == tuple(REGIONS)
    assert dataset.skipped == {"not a picture": 1, "no region": 1}


def voc(tmp_path, *objects):
    picture(tmp_path / "a.png")
    text(tmp_path / "a.xml", f"<annotation><filename>a.png</filename>{''.join(objects)}</annotation>")
    return open_dataset(tmp_path)


def robndbox(angle, kind="<type>robndbox</type>", size="<w>20</w><h>10</h>"):
    inner = f"<cx>30</cx><cy>20</cy>{size}<angle>{angle}</angle>"
    return f"<object>{kind}<name>ship</name><robndbox>{inner}</robndbox></object>"


def test_a_turned_box_of_voc_gives_its_enclosing_box(tmp_path):
    dataset = voc(tmp_path, robndbox(0), robndbox(math.pi / 2), robndbox(math.pi / 4), robndbox("x"))
    half = (20 + 10) / 2 / math.sqrt(2)
    np.testing.assert_allclose(
        dataset[0].gt, [[20, 15, 40, 25], [25, 10, 35, 30], [30 - half, 20 - half, 30 + half, 20 + half]], atol=1e-9
    )
    assert dataset.skipped == {"no bndbox": 1}
    assert {w.kind: w.count for w in dataset.warnings if w.kind == "box from polygon"} == {"box from polygon": 3}


def test_a_turned_box_without_size_or_not_said_to_be_one_is_left_out(tmp_path):
    dataset = voc(tmp_path, robndbox(0.5, size="<w>0</w><h>10</h>"), robndbox(0.5, kind=""))
    assert (dataset.gt_total, dataset.skipped) == (0, {"zero size": 1, "no bndbox": 1})


def test_polygons_of_voc_give_their_enclosing_boxes(tmp_path):
    flat = "<polygon><x1>1</x1><y1>2</y1><x2>9</x2><y2>3</y2><x3>5</x3><y3>20</y3></polygon>"
    points = "<polygon><username>u</username><pt><x>1</x><y>2</y></pt><pt><x>9</x><y>12</y></pt></polygon>"
    box = "<bndbox><xmin>2</xmin><ymin>3</ymin><xmax>4</xmax><ymax>5</ymax></bndbox>"
    objects = [flat, points, box + flat, "<deleted>1</deleted>" + points, "<polygon><x1>1</x1></polygon>"]
    dataset = voc(tmp_path, *(f"<object><name>p</name>{each}</object>" for each in objects))
    assert dataset[0].gt.tolist() == [[1, 2, 9, 20], [1, 2, 9, 12], [2, 3, 4, 5]]
    assert dataset.skipped == {"no bndbox": 1}
    assert {w.kind: w.count for w in dataset.warnings if w.kind == "deleted object"} == {"deleted object": 1}


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ({"images": [{"id": 1}], "annotations": [{"image_id": 1, "id": 1, "caption": "a cat"}]}, "holds captions"),
        (
            {"images": [{"id": 1}], "annotations": [{"image_id": 1, "segments_info": [{"bbox": [1, 2, 3, 4]}]}]},
            "holds panoptic segments",
        ),
        ({"name": "x", "version": 1}, "is JSON of no known kind"),
        ([{"image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 0.5}], "is a list of detections"),
    ],
)
def test_pictures_beside_what_holds_no_boxes_open_and_say_so(tmp_path, document, words):
    picture(tmp_path / "images" / "1.png")
    text(tmp_path / "a.json", json.dumps(document))
    dataset, _, _ = open_all(OpenRequest(tmp_path))
    assert (dataset.format, len(dataset)) == ("pictures", 1)
    assert [warning.kind for warning in dataset.warnings] == ["no ground truth"]
    assert f"a.json: {words}" in dataset.remark


def test_a_large_file_of_captions_is_known_by_its_end(tmp_path):
    picture(tmp_path / "1.png")
    images = [{"id": n, "file_name": f"{n}.png", "width": 64, "height": 48} for n in range(2000)]
    captions = [{"image_id": n, "id": n, "caption": "a cat " * 9} for n in range(2000)]
    text(tmp_path / "a.json", json.dumps({"images": images, "annotations": captions}))
    assert "holds captions, no boxes" in open_dataset(tmp_path).warnings[0].examples[0]


def test_results_beside_pictures_find_them_by_number_or_by_name(tmp_path):
    for name in ("000000000139", "dog"):
        picture(tmp_path / f"{name}.png")
    rows = [{"image_id": id_, "category_id": 1, "bbox": [1, 2, 30, 4], "score": 0.5} for id_ in (139, "dog")]
    text(tmp_path / "results.json", json.dumps(rows))
    dataset, loaded, _ = open_all(OpenRequest(tmp_path))
    from rpn_inspector.core.recipe import load_recipe

    recipe = load_recipe("torchvision-mobilenet-320")
    assert [loaded.outputs.predict(sample, recipe) is not None for sample in dataset] == [True, True]


def test_results_that_cannot_be_shown_leave_the_pictures(tmp_path):
    picture(tmp_path / "1.png")
    text(
        tmp_path / "results.json", json.dumps([{"image_id": 1, "category_id": 1, "keypoints": [1, 2, 2], "score": 0.5}])
    )
    dataset, loaded, _ = open_all(OpenRequest(tmp_path))
    assert (len(dataset), loaded.outputs) == (1, None)
    assert "results.json" in dataset.remark


def test_key_points_without_boxes_say_so(tmp_path):
    picture(tmp_path / "a.png")
    annotation = {"id": 1, "image_id": 1, "category_id": 1, "keypoints": [5, 6, 2], "num_keypoints": 1}
    document = {
        "images": [{"id": 1, "file_name": "a.png"}], "categories": [{"id": 1, "name": "person"}],
        "annotations": [annotation],
    }  # fmt: skip
    text(tmp_path / "a.json", json.dumps(document))
    dataset, _, _ = open_all(OpenRequest(tmp_path))
    assert "found key points, but no bbox" in dataset.remark


def test_numbers_with_commas_of_no_known_kind_are_refused(tmp_path):
    text(tmp_path / "a.txt", "1,2,3,4,5,6,7,8,9,10,11,12\n")
    with pytest.raises(InspectorError, match=r"a\.txt"):
        open_dataset(tmp_path / "a.txt")
