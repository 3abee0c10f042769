"""JSON datasets of toolkits: literal files, literal boxes; what is wrong in them is named, and the rest is read."""

import json

import cv2
import numpy as np
import pytest

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.open_dataset import open_dataset

W, H = 160, 120
PNG = cv2.imencode(".png", np.full((H, W, 3), 90, np.uint8))[1].tobytes()
CAT, DOG = [20, 30, 80, 90], [100, 40, 140, 70]  # corners
SIDES = [20, 30, 60, 60]  # the cat's x, y, width, height
PART = [0.125, 0.25, 0.375, 0.5]  # the same in fractions of the picture


def opened(folder, files, pictures=("images/p.png",)):
    for name in pictures:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(PNG)
    for name, document in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(document), encoding="utf-8")
    return open_dataset(folder)


def read(dataset):
    """Return the boxes of each picture with class and kind, by name."""
    return {
        sample.name: [
            (sample.class_name(at), Kind(int(sample.gt_kind[at])).name.lower(), sample.gt[at].tolist())
            for at in range(len(sample.gt))
        ]
        for sample in dataset
    }


def bdd(*labels):
    return [{"name": "p.png", "labels": list(labels)}]


def dm(*annotations, **item):
    labels = {"label": {"labels": [{"name": "cat"}, {"name": "dog"}]}}
    entry = {"id": "p", "annotations": list(annotations), "image": {"path": "p.png", "size": [H, W]}, **item}
    return {"dm_format_version": "1.0", "categories": labels, "items": [entry]}


def d2(*annotations):
    entry = {"file_name": "images/p.png", "height": H, "width": W, "annotations": list(annotations)}
    return [entry, {"file_name": "images/q.png", "annotations": [{"bbox": CAT, "bbox_mode": 0, "category_id": 1}]}]


def mm(*instances):
    entry = {"img_path": "images/p.png", "instances": list(instances)}
    return {"metainfo": {"classes": ["cat", "dog"]}, "data_list": [entry]}


def fo(*detections, field="ground_truth"):
    return {"samples": [{"filepath": "images/p.png", field: {"_cls": "Detections", "detections": list(detections)}}]}


def vis(*tracks):
    video = {"id": 7, "file_names": ["v/0.png", "v/1.png"]}
    return {"videos": [video], "categories": [{"id": 3, "name": "cat"}], "annotations": list(tracks)}


def test_bdd100k_counts_the_far_corner_in(tmp_path):
    box = {"x1": 20, "y1": 30, "x2": 79, "y2": 89}
    labels = (
        {"category": "cat", "box2d": box, "attributes": {"occluded": True}},
        {"category": "crowd", "box2d": box, "attributes": {"crowd": True}},
        {"category": "lane", "poly2d": [{"vertices": [[1, 2]]}]},
        {"category": "cat", "box2d": {"x1": 1}},
        "no label",
    )
    dataset = opened(tmp_path, {"labels/det_val.json": bdd(*labels)})
    assert dataset.format == "BDD100K"
    assert read(dataset) == {"p.png": [("cat", "normal", CAT), ("crowd", "crowd", CAT)]}
    assert dataset[0].gt_attributes[0]["attributes.occluded"] == "true"
    assert dataset.skipped == {"shape without box": 1, "not four numbers": 1, "not an object": 1}


def test_frames_of_videos_lie_in_folders_of_their_names(tmp_path):
    frames = [{"name": "0.png", "videoName": video, "labels": None} for video in "ab"]
    frames[0]["labels"] = [{"category": "cat", "box2d": {"x1": 0, "y1": 0, "x2": 9, "y2": 9}}]
    dataset = opened(tmp_path, {"l.json": {"frames": frames, "config": {}}}, ("track/a/0.png", "track/b/0.png"))
    assert read(dataset) == {"a/0.png": [("cat", "normal", [0, 0, 10, 10])], "b/0.png": []}
    assert [dataset.image_path(at).parent.name for at in range(2)] == ["a", "b"]


def test_datumaro_of_early_exporters(tmp_path):
    document = dm({"type": "bbox", "label_id": 1, "bbox": SIDES})
    document = {"info": {}, "categories": document["categories"], "items": document["items"]}
    found = opened(tmp_path, {"annotations/train.json": document})
    assert found.format == "Datumaro"
    assert read(found) == {"p.png": [("dog", "normal", CAT)]}


def test_datumaro(tmp_path):
    turned = {"type": "bbox", "label_id": 1, "bbox": [40, 20, 40, 20], "attributes": {"rotation": 90}}
    found = opened(
        tmp_path,
        {
            "annotations/images.json": dm(
                {"type": "bbox", "label_id": 0, "bbox": SIDES, "attributes": {"is_crowd": True}},
                {"type": "polygon", "label_id": 1, "points": [100, 40, 140, 40, 120, 70]},
                turned,
                {"type": "mask", "label_id": 1, "rle": {}},
                {"type": "bbox", "label_id": 1, "bbox": [1, 2]},
            )
        },
    )
    assert found.format == "Datumaro"
    assert read(found) == {
        "p.png": [("cat", "crowd", CAT), ("dog", "normal", DOG), ("dog", "normal", pytest.approx([50, 10, 70, 50]))]
    }
    assert found.skipped == {"shape without box": 1, "not four numbers": 1}


@pytest.mark.parametrize(
    ("mode", "box"),
    [
        (0, CAT),
        (1, SIDES),
        (2, [0.125, 0.25, 0.5, 0.75]),
        (3, PART),
        (4, [50, 60, 60, 60, 0]),
        ("BoxMode.XYWH_ABS", SIDES),
        ("<BoxMode.XYXY_ABS: 0>", CAT),
    ],
)
def test_each_mode_of_detectron2s_boxes(tmp_path, mode, box):
    annotation = {"bbox": box, "bbox_mode": mode, "category_id": 0, "iscrowd": 0}
    dataset = opened(tmp_path, {"dicts.json": d2(annotation)}, ("images/p.png", "images/q.png"))
    assert dataset.format == "detectron2 dataset dicts"
    assert read(dataset) == {"images/p.png": [("0", "normal", CAT)], "images/q.png": [("1", "normal", CAT)]}


def test_an_unknown_mode_and_a_fraction_without_size_are_named(tmp_path):
    document = d2({"bbox": CAT, "bbox_mode": 9, "category_id": 0})
    document[1]["annotations"].append({"bbox": PART, "bbox_mode": 3, "category_id": 0})
    dataset = opened(tmp_path, {"dicts.json": document}, ("images/p.png", "images/q.png"))
    assert dataset.skipped == {"not four numbers": 2}
    words = " ".join(example for warning in dataset.warnings for example in warning.examples)
    assert "bbox_mode is 9, wanted 0 to 4" in words
    assert "XYWH_REL needs height and width" in words


def test_mmengine(tmp_path):
    dataset = opened(
        tmp_path,
        {
            "train.json": mm(
                {"bbox": CAT, "bbox_label": 0}, {"bbox": DOG, "bbox_label": 1, "ignore_flag": 1}, {"bbox": [1]}
            )
        },
    )
    assert dataset.format == "MMEngine"
    assert read(dataset) == {"images/p.png": [("cat", "normal", CAT), ("dog", "ignored", DOG)]}
    assert dataset.skipped == {"not four numbers": 1}


def test_the_list_mmdetection_2_had(tmp_path):
    ann = {"bboxes": [CAT], "labels": [4], "bboxes_ignore": [DOG], "labels_ignore": [2]}
    dataset = opened(tmp_path, {"train.json": [{"filename": "p.png", "width": W, "height": H, "ann": ann}]})
    assert read(dataset) == {"p.png": [("4", "normal", CAT), ("2", "ignored", DOG)]}


def test_fiftyones_labels(tmp_path):
    labels = {"p": [{"label": 1, "bounding_box": PART, "area": 9}, {"label": "cow", "bounding_box": PART}], "q": None}
    dataset = opened(
        tmp_path, {"labels.json": {"classes": ["cat", "dog"], "labels": labels}}, ("data/p.png", "data/q.png")
    )
    assert dataset.format == "FiftyOne"
    assert read(dataset) == {"p.png": [("dog", "normal", CAT), ("cow", "normal", CAT)], "q.png": []}
    assert dataset.classes == ("cat", "dog", "cow")


def test_fiftyones_samples_take_the_ground_truth_and_no_detector(tmp_path):
    scored = {"label": "cat", "bounding_box": [0, 0, 1, 1], "confidence": 0.4}
    document = fo({"label": "cat", "bounding_box": PART, "iscrowd": 1}, field="boxes")
    document["samples"][0] = {"predictions": {"detections": [scored]}, **document["samples"][0]}
    assert read(opened(tmp_path, {"samples.json": document})) == {"images/p.png": [("cat", "crowd", CAT)]}


def test_sa1b_has_one_class(tmp_path):
    image = {"file_name": "p.png", "height": H, "width": W}
    annotations = [{"bbox": SIDES, "predicted_iou": 0.9}, {"bbox": None, "predicted_iou": 0.9}]
    dataset = opened(tmp_path, {"images/p.json": {"image": image, "annotations": annotations}})
    assert dataset.format == "SA-1B"
    assert read(dataset) == {"p.png": [("object", "normal", CAT)]}
    assert dataset.skipped == {"not four numbers": 1}


def test_supervisely(tmp_path):
    def shape(kind, *points):
        return {"classTitle": "cat", "geometryType": kind, "points": {"exterior": points, "interior": []}}

    shapes = [
        shape("rectangle", CAT[:2], CAT[2:]),
        shape("polygon", [100, 40], [140, 50], [110, 70]),
        shape("point", [1, 2]),
    ]
    size = {"height": H, "width": W}
    dataset = opened(
        tmp_path,
        {
            "meta.json": {"classes": [{"title": "cat", "shape": "rectangle"}], "tags": []},
            "ds0/ann/p.png.json": {"size": size, "tags": [], "objects": [*shapes, shape("rectangle", [1])]},
            "ds0/ann/q.png.json": {"size": size, "tags": [], "objects": []},
        },
        ("ds0/img/p.png", "ds0/img/q.png"),
    )
    assert dataset.format == "Supervisely"
    assert read(dataset) == {"p.png": [("cat", "normal", CAT), ("cat", "normal", DOG)], "q.png": []}
    assert dataset.skipped == {"shape without box": 1, "shape without points": 1}


def test_youtube_vis_is_a_picture_a_frame(tmp_path):
    tracks = (
        {"id": 1, "video_id": 7, "category_id": 3, "bboxes": [SIDES, None]},
        {"id": 2, "video_id": 7, "category_id": 9, "bboxes": [None, [100, 40, 40, 30]], "iscrowd": 1},
        {"id": 3, "video_id": 8, "category_id": 3, "bboxes": [SIDES]},
    )
    dataset = opened(tmp_path, {"instances.json": vis(*tracks)}, ("JPEGImages/v/0.png", "JPEGImages/v/1.png"))
    assert dataset.format == "YouTube-VIS"
    assert read(dataset) == {"v/0.png": [("cat", "normal", CAT)], "v/1.png": [("9", "crowd", DOG)]}
    assert dataset.skipped == {"no such picture": 1}


DOCUMENTS = {
    "bdd100k": bdd({"category": "cat", "box2d": {"x1": 1, "y1": 2, "x2": 3, "y2": 4}}),
    "datumaro": dm({"type": "bbox", "label_id": 0, "bbox": SIDES}),
    "detectron2": d2({"bbox": CAT, "bbox_mode": 0, "category_id": 0}),
    "mmengine": mm({"bbox": CAT, "bbox_label": 0}),
    "fiftyone": fo({"label": "cat", "bounding_box": PART}),
    "sa1b": {"image": {"file_name": "p.png"}, "annotations": [{"bbox": SIDES, "predicted_iou": 1}]},
    "supervisely": {
        "objects": [{"classTitle": "cat", "geometryType": "rectangle", "points": {"exterior": [[1, 2], [3, 4]]}}]
    },
    "youtube-vis": vis({"video_id": 7, "category_id": 3, "bboxes": [SIDES, None]}),
}  # fmt: skip
ODD = [None, 5, -1.5, "", "text", True, [], {}, [[]], [None], {"a": None}, 10**400, [1, 2, 3, 4, 5]]


def places(value, path=()):
    yield path
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(part, (*path, key))


def with_value(document, path, value):
    if not path:
        return value
    copy = dict(document) if isinstance(document, dict) else list(document)
    copy[path[0]] = with_value(document[path[0]], path[1:], value)
    return copy


@pytest.mark.filterwarnings("ignore:.* have no size and were passed over:RuntimeWarning")
@pytest.mark.parametrize("name", DOCUMENTS)
def test_any_odd_value_at_any_place_is_read_or_refused_in_one_line(tmp_path, name):
    file = tmp_path / "a.json"
    (tmp_path / "p.png").write_bytes(PNG)
    for path in places(DOCUMENTS[name]):
        for odd in ODD:
            file.write_text(json.dumps(with_value(DOCUMENTS[name], path, odd), default=str), encoding="utf-8")
            problem = ""
            try:
                dataset = open_dataset(file, format=name)
                assert all(np.isfinite(sample.gt).all() for sample in dataset)
            except BadFile as error:
                problem = str(error)
            assert "\n" not in problem
