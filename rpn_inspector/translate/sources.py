"""Which library a config file is of, by its name's end and what stands in it."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.translate.config_files import ConfigFiles, ConfigText
from rpn_inspector.translate.draft import Translation

DETECTRON2 = re.compile(r"^(_BASE_|MODEL|INPUT|SOLVER|VERSION)\s*:", re.MULTILINE)
MODEL = re.compile(r"^(_base_|model)\s*:", re.MULTILINE)  # MMEngine reads YAML too
MODULES = re.compile(r"^backbone\s*:", re.MULTILINE)  # of Ultralytics, where no anchors are said
ANCHORS = re.compile(r"^anchors\s*:", re.MULTILINE)
YOLO = re.compile(r"^(anchors|anchor_t|depth_multiple)\s*:", re.MULTILINE)
MEDIAPIPE = re.compile(r"\bcalculator\s*:")
LAZY = re.compile(r"^(from|import) (detectron2|\.+common)|LazyCall", re.MULTILINE)
KINDS = (
    "a config of detectron2, YOLOv5 or Ultralytics (.yaml), MMDetection (.py, .json), darknet (.cfg), TensorFlow "
    "(.config), MediaPipe (.pbtxt) or keras-retinanet (.ini)"
)


def recipe_from(path: str | Path) -> Translation:
    """Return the recipe of a library's config file, with the origin of each field.

    Raises `BadFile` for a file that is no such config or cannot be read, `BadRecipe` with every problem at once.
    """
    files = ConfigFiles()
    config = files.read(path)
    found = _translated(config, files)
    return dataclasses.replace(found, files=tuple(files.paths))


def _translated(config: ConfigText, files: ConfigFiles) -> Translation:
    suffix = config.path.suffix.lower()
    if suffix in (".yaml", ".yml") and DETECTRON2.search(config.text):
        from rpn_inspector.translate.detectron2 import read_detectron2

        return read_detectron2(config, files)
    if suffix in (".py", ".json") or (suffix in (".yaml", ".yml") and MODEL.search(config.text)):
        if LAZY.search(config.text):
            raise BadFile(config.path, "is a LazyConfig of detectron2, which only running it tells; wanted its YAML")
        from rpn_inspector.translate.mmdet import read_mmdet

        return read_mmdet(config, files)
    if suffix in (".yaml", ".yml") and MODULES.search(config.text) and not ANCHORS.search(config.text):
        from rpn_inspector.translate.ultralytics import read_ultralytics

        return read_ultralytics(config, files)
    if suffix in (".yaml", ".yml") and YOLO.search(config.text):
        from rpn_inspector.translate.yolov5 import read_yolov5

        return read_yolov5(config, files)
    if suffix in (".pbtxt", ".prototxt") and MEDIAPIPE.search(config.text):
        from rpn_inspector.translate.mediapipe import read_mediapipe

        return read_mediapipe(config, files)
    if suffix in (".config", ".pbtxt", ".prototxt"):
        from rpn_inspector.translate.tensorflow import read_tensorflow

        return read_tensorflow(config, files)
    if suffix == ".cfg":
        from rpn_inspector.translate.darknet import read_darknet

        return read_darknet(config, files)
    if suffix == ".ini":
        from rpn_inspector.translate.keras_retinanet import read_keras_retinanet

        return read_keras_retinanet(config, files)
    raise BadFile(config.path, f"is no config that is known; wanted {KINDS}")
