"""Label Studio JSON and JSON-MIN: tasks with results in percent of the picture; turned and other shapes enclosed."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.dataset import SIDES, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import Box, DatasetBuilder, enclosing
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source, likely
from rpn_inspector.data.datasets.support.text import number, read_json, shown, size_of

_SHAPES = ("rectanglelabels", "polygonlabels", "ellipselabels", "labels")
_OWN_KEYS = {"rectanglelabels", "polygonlabels", "completed_by", "original_width", "completions"}
_UNNAMED = "unnamed"  # of a shape drawn without a label
_PLACE = ("x", "y", "width", "height", "radiusX", "radiusY", "points")
_DRAWN = {*_PLACE, *_SHAPES, "rotation", "closed", "original_width", "original_height", "image_rotation"}
_NO_AREA = ("keypointlabels", "brushlabels")
_UPLOAD = re.compile(r"(^|/)[0-9a-f]{8}-(?=[^/]*$)")  # put before the name of an uploaded file


def detect(excerpt: Excerpt) -> Evidence:
    """Return likelihood for a list of tasks, with results or with data and annotations alone."""
    keys = excerpt.keys
    return likely(excerpt.is_list and (bool(keys & _OWN_KEYS) or keys >= {"data", "annotations"}))


def read(source: Source) -> Dataset:
    """Return the dataset of Label Studio files, with all annotators' boxes, as Label Studio's own converter."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        document = read_json(path, builder.notes)
        tasks = document if isinstance(document, list) else [document]
        for number_, task in enumerate(tasks):
            if isinstance(task, dict):
                _task(task, path, f"[{number_}]", builder)
            else:
                builder.notes.skip("not an object", path, f"[{number_}]", f"found {shown(task)}, wanted a task")
    if not builder.records and not builder.notes.skipped:
        raise BadFile(source.files[0], "holds no task")
    return builder.dataset(FORMAT.title, SIDES, short=True)


def _task(task: dict[str, Any], path: Path, place: str, builder: DatasetBuilder) -> None:
    data = task.get("data")
    url = _url(data if isinstance(data, dict) else task)
    if not url:
        builder.notes.skip("no picture named", path, place, "wanted data with an image")
        return
    results = _results(task, path, place, builder)
    sizes = (size_of(r.get("original_height"), r.get("original_width")) for r in results if isinstance(r, dict))
    declared = next((size for size in sizes if size is not None), None)
    id_, plain = task.get("id", ""), _UPLOAD.sub(r"\1", url)
    record = builder.picture(
        url, path, place, declared=declared, image_id=str(id_), relative=declared is None, others=(plain,)
    )
    seen: set[object] = set()
    order = sorted(range(len(results)), key=lambda at: _turn(_value(results[at])))
    for at in order:
        _result(results[at], record, path, f"{place}.result[{at}]", seen, builder)


def _url(data: dict[str, Any]) -> str:
    texts = {key: value for key, value in data.items() if isinstance(value, str) and value}
    for key in ("image", "img", "url", "picture", "photo"):
        if key in texts:
            return texts[key]
    return next((text for text in texts.values() if "/" in text or "." in text), "")


def _results(task: dict[str, Any], path: Path, place: str, builder: DatasetBuilder) -> list[Any]:
    answers = task.get("annotations", task.get("completions"))
    if isinstance(answers, list):
        found = [a.get("result") for a in answers if isinstance(a, dict) and not a.get("was_cancelled")]
        good = [result for result in found if isinstance(result, list) and result]
        if len(good) > 1:
            words = f"{path}:{place}: has the results of {len(good)} annotators; boxes may be there twice"
            builder.notes.warn("several annotators", words)
        return [part for result in good for part in result]
    return [part for value in task.values() if isinstance(value, list) for part in value if isinstance(part, dict)]


def _value(result: Any) -> Any:
    return result.get("value", result) if isinstance(result, dict) else None


def _kind(value: Any) -> str | None:
    """Return the key of a shape's labels, None where a value has none."""
    if not isinstance(value, dict):
        return None
    return next((key for key in (*_SHAPES, *_NO_AREA) if isinstance(value.get(key), list) and value[key]), None)


def _turn(value: Any) -> int:
    """Return 0 for a shape with labels, 1 for one without, 2 for a text or a choice about a shape."""
    return 0 if _kind(value) else 1 if isinstance(value, dict) and value.keys() <= _DRAWN else 2


def _result(result: Any, record: Record, path: Path, place: str, seen: set[object], builder: DatasetBuilder) -> None:
    value = _value(result)
    if not isinstance(value, dict):
        builder.notes.skip("not an object", path, place, f"found {shown(result)}, wanted a result")
        return
    kind = _kind(value)
    has_place = {"x", "y", "width", "height"} <= value.keys() or value.keys() & {"points", "radiusX"}
    if kind is None and not has_place:
        return  # a choice or a text about the whole picture
    if kind in _NO_AREA:
        builder.notes.skip("shape without area", path, place, f"{kind} are no boxes")
        return
    # one shape is written as shape, with its labels, and with its text; JSON-MIN leaves the id out
    own, drawn = str(result.get("id") or ""), tuple(map(str, map(value.get, _PLACE)))
    if (own and own in seen) or (drawn in seen and (_turn(value) == 2 or (kind is None and not own))):
        return
    seen |= {own, drawn}
    id_ = own or str(len(record.boxes))
    try:
        box = _box(value, record)
    except (ValueError, KeyError, TypeError):
        builder.notes.skip("not four numbers", path, place, "wanted x, y, width, height in percent")
        return
    if number(value.get("rotation") or 0) or "width" not in value:
        builder.notes.warn("box from polygon", f"{path}:{place}: the enclosing box of a turned or other shape")
    if result.get("image_rotation"):
        words = (
            f"the picture was turned there by {shown(result['image_rotation'])} degrees; read as of the picture stored"
        )
        builder.notes.warn("picture turned by the annotator", f"{path}:{place}: {words}")
    attributes = {name: result.get(name) for name in ("meta", "origin", "score")}
    labels = [] if kind is None else value[kind]
    if len(labels) > 1:
        builder.notes.warn("several classes", f"{path}:{place}: has {len(labels)} labels; the first is taken")
    if not labels:
        builder.notes.warn("no class", f"{path}:{place}: a shape without a label; its class is {_UNNAMED!r}")
    label = str(labels[0]) if labels else _UNNAMED
    builder.add_gt(record, box, label, path, place, id_=id_, attributes=attributes)


def _box(value: dict[str, Any], record: Record) -> Box:
    """Return the box in px where the size is written, else in fractions."""
    height, width = record.declared if record.declared is not None and not record.relative else (1, 1)
    across, down = width / 100, height / 100
    if "points" in value:
        return enclosing([(number(x) * across, number(y) * down) for x, y in value["points"]])
    x, y = number(value["x"]) * across, number(value["y"]) * down
    if "radiusX" in value:
        a, b = number(value["radiusX"]) * across, number(value["radiusY"]) * down
        return x - a, y - b, x + a, y + b
    w, h = number(value["width"]) * across, number(value["height"]) * down
    angle = math.radians(number(value.get("rotation") or 0))
    if not angle:
        return x, y, x + w, y + h
    if not math.isfinite(angle):
        raise ValueError("the rotation is not finite")
    if record.relative:
        raise ValueError("a turned box needs the picture's size")
    cos, sin = math.cos(angle), math.sin(angle)  # about the corner x, y
    return enclosing([(x + u * cos - v * sin, y + u * sin + v * cos) for u in (0, w) for v in (0, h)])


FORMAT = Format(
    name="labelstudio",
    title="Label Studio",
    suffixes=(".json",),
    detect=detect,
    read=read,
    grouping=Grouping.TOGETHER,
    owns=lambda path: path.name == "label_config.xml",
)
