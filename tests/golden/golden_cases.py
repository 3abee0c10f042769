"""The cases of a golden folder, and which check runs which of them.

``RPN_INSPECTOR_GOLDEN=DIR`` reads another folder of the same schema.
"""

import json
import os
from functools import cached_property
from pathlib import Path

import numpy as np

FOLDER = Path(os.environ.get("RPN_INSPECTOR_GOLDEN", Path(__file__).parent))
RECIPES = {
    "torchvision_rpn": {"torchvision": "torchvision-fpn"},
    "paper_faster_rcnn": {"py-faster-rcnn": "paper-vgg16"},
    "detectron2_rpn": {"detectron2": "detectron2-fpn"},
    "mmdet_rpn": {"mmdet": "mmdet-fpn"},
    "retinanet": {
        "torchvision": "retinanet-torchvision",
        "detectron2": "retinanet-detectron2",
        "mmdet": "retinanet-mmdet",
    },
    "ssd": {"torchvision": "ssd300-torchvision", "mmdet": "mmdet-fpn"},
    "efficientdet": {"effdet": "efficientdet-d0"},
    "torchvision_roi": {"torchvision": "fasterrcnn-torchvision"},
    "detectron2_roi": {"detectron2": "fasterrcnn-detectron2"},
    "mmdet_roi": {"mmdet": "fasterrcnn-mmdet"},
    "paper_roi": {"py-faster-rcnn": "fasterrcnn-paper"},
    "ssd_pytorch": {"ssd.pytorch": "ssd300-pytorch"},
    "mmdet_box_loss": {"mmdet": "retinanet-mmdet"},
    "torchvision_box_loss": {"torchvision": "retinanet-torchvision"},
    "detectron2_box_loss": {"detectron2": "retinanet-detectron2"},
    "atss": {"mmdet": "atss-mmdet"},
    "retinaface": {"Pytorch_Retinaface": "retinaface-mobilenet"},
    "matterport_rpn": {"matterport": "matterport-rpn"},
    "yolov5": {"YOLOv5": "yolov5s"},
    "yolov7": {"WongKinYiu": "yolov7"},
    "ultralytics_tal": {"ultralytics": "yolov8"},
    "simota": {"mmdet": "yolox-s-mmdet"},
    "dynamic_soft_label": {"mmdet": "rtmdet"},
    "yolov3": {"mmdet": "yolov3-416", "darknet": "yolov3-416-darknet"},
}


class Read(dict):
    """A mapping that knows which of its keys were never asked for; to look whether a key is there is no question."""

    def __init__(self, values):
        super().__init__(values)
        self.unread = set(self)

    def __getitem__(self, key):
        self.unread.discard(key)
        return super().__getitem__(key)

    def get(self, key, default=None):
        self.unread.discard(key)
        return super().get(key, default)


class Case:
    """One case: ``config`` are its parameters over those of the anchors it refers to, ``recorded`` its arrays."""

    def __init__(self, entry, entries):
        self.id, self.kind, self.family = entry["id"], entry["kind"], entry["family"]
        self.library, self.file, self.inputs = entry["library"], entry["file"], entry.get("shared_inputs")
        self.own = entry["config"]
        anchors = self.own.get("anchors_case")
        self.config = Read({**(entries[anchors]["config"] if anchors else {}), **self.own})

    @cached_property
    def recorded(self):
        return Read(arrays_in(self.file))


def arrays_in(file):
    with np.load(FOLDER / file, allow_pickle=False) as recorded:
        return {name: recorded[name] for name in recorded.files}


def cases():
    entries = {entry["id"]: entry for entry in json.loads((FOLDER / "manifest.json").read_text())["cases"]}
    return [Case(entry, entries) for entry in entries.values()]


def library_of(case):
    """Return which library made the case; one of an unknown library cannot be run and must fail."""
    known = RECIPES[case.family]
    if len(known) == 1:
        return next(iter(known))
    named = [name for name in known if case.library.startswith(name)]
    assert len(named) == 1, f"{case.id}: library {case.library!r}, wanted one of {', '.join(known)}"
    return named[0]


def xyxy(case, boxes):
    """Return boxes as x1 y1 x2 y2; effdet's are y first."""
    return boxes[:, [1, 0, 3, 2]] if case.family == "efficientdet" else boxes


def truths_of(case, recorded):
    gts = xyxy(case, recorded["gts"])
    return gts[recorded["gt_classes"] >= 0] if "gt_classes" in recorded else gts


CHECKS = {}
# parameters that describe the case's own arrays, or what every check here holds to anyway
SAID = {
    "anchor_index",
    "anchors_per_cell",
    "edge_rows",
    "gt_names",
    "gt_labels",
    "num_anchors_per_image",
    "num_classes",
    "num_classes_with_background",
    "num_logits",
    "proposals_with_a_score_equal_to_another",
    "ties_at_the_kth_distance",
    "torch_seed",
    "class_names",
    "pictures",
    "pooled_names",
}


def checks(kind, *families):
    """Register a check for the cases of one kind, of the families named, or of all."""

    def register(check):
        for family in families or RECIPES:
            if families:
                CHECKS[kind, family] = check
            else:  # a family's own check stands, in whatever order they are read
                CHECKS.setdefault((kind, family), check)
        return check

    return register
