"""Ultralytics' model YAML (YOLOv8 to YOLO26): strides, bins and heads of points."""

from __future__ import annotations

from rpn_inspector.core.errors import BadFile
from rpn_inspector.translate.config_files import ConfigFiles, ConfigText
from rpn_inspector.translate.draft import Draft, Translation
from rpn_inspector.translate.given import Config, Given, Misfit, flag, whole
from rpn_inspector.translate.level_names import level_names
from rpn_inspector.translate.module_strides import head_module, strides_of

LIBRARY = "Ultralytics 8.4"
ELSEWHERE = "no part of a recipe: the network itself"
OF_POINTS = ("Detect", "v10Detect", "Segment", "Pose", "WorldDetect", "YOLOEDetect")
SIZE = 640


def read_ultralytics(config: ConfigText, files: ConfigFiles) -> Translation:
    """Return the recipe of a model's YAML. Raises `BadFile` for another file, `BadRecipe`."""
    from rpn_inspector.translate.yaml_config import read_yaml

    table = Config(read_yaml(config, files), LIBRARY)
    if "backbone" not in table.root.value or "head" not in table.root.value:
        raise BadFile(config.path, "has no backbone and no head, wanted the YAML of a model")
    try:
        head = head_module(table)
        kind: Given = head.value[2]
        bins, ends = table.get("reg_max", 16), table.get("end2end", kind.value == "v10Detect")
        one_to_one = kind.value == "v10Detect" or flag(ends)
        count = whole(bins)
    except Misfit as error:
        raise BadFile(config.path, str(error)) from error
    if kind.value not in OF_POINTS:
        raise BadFile(config.path, f"detects by {kind.value}, wanted {', '.join(OF_POINTS)}")
    base = ("yolo26" if count == 1 else "yolov10") if one_to_one else ("yolo26-one2many" if count == 1 else "yolov8")
    draft = Draft(base, LIBRARY)
    draft.put("resize.size", [SIZE, SIZE], table.default("imgsz", SIZE))
    draft.put("coder.bins", count, bins)
    draft.put("loss.distances", "input" if count == 1 else "bins", bins)
    with draft.part():
        strides = strides_of(table)
        down = [each for each, _ in strides]
        origins = [origin for _, origin in strides]
        draft.put("anchors.strides", down, *origins)
        draft.put("anchors.names", level_names(down), origins[0])
        # sides are enlarged to the second stride for an object's candidates
        draft.put("matcher.small_side", float(sorted(down)[min(1, len(down) - 1)]), *origins)
    if one_to_one:
        draft.leave(ends, f"the one-to-many head that trains beside is recipe {_beside(count)}'s")
    draft.leave_rest(table, {}, ELSEWHERE)
    return draft.finish(config.path.stem, config.path.name, "a model of Ultralytics")


def _beside(bins: int) -> str:
    return "yolo26-one2many" if bins == 1 else "yolov8"
