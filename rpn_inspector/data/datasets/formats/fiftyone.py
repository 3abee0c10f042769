"""FiftyOne's labels.json and samples.json: boxes of x, y, width, height in fractions of the picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import SIDES, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source
from rpn_inspector.data.datasets.support.json_fields import Object, from_sides, name_among, objects, text_of
from rpn_inspector.data.datasets.support.text import read_json, shown, size_of

_OWN = ("label", "bounding_box", "_cls", "_id", "mask", "iscrowd", "attributes", "tags", "index")


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for ``bounding_box`` under labels or samples."""
    keys = excerpt.keys
    if "data_row" in keys:  # Labelbox has labels with a bounding_box too
        return Evidence.NONE
    if "bounding_box" in keys and (keys & {"labels", "samples"} or keys >= {"filepath", "_cls"}):
        return Evidence.CERTAIN
    return Evidence.CERTAIN if keys >= {"samples", "filepath", "_cls"} else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of files in either form; of several fields of detections the ground truth is taken."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        document = read_json(path, builder.notes)
        if isinstance(document, dict) and isinstance(document.get("samples"), list):
            _samples(document["samples"], path, builder)
        elif isinstance(document, dict) and isinstance(document.get("labels"), dict):
            _labels(document, path, builder)
        else:
            raise BadFile(path, f"is not {FORMAT.title}: found {shown(document)}, wanted labels or samples")
    return builder.dataset(FORMAT.title, SIDES)


def _labels(document: Object, path: Path, builder: DatasetBuilder) -> None:
    listed = document.get("classes")
    names = [str(name) for name in listed] if isinstance(listed, list) else []
    for name in names:
        builder.classes.setdefault(name, len(builder.classes))
    for id_, found in document["labels"].items():
        place = f"labels.{id_}"
        record = builder.picture(id_, path, place, relative=True)
        for where, detection in objects(found, path, place, builder.notes):
            _detection(detection, names, record, path, where, builder)


def _samples(samples: list[Any], path: Path, builder: DatasetBuilder) -> None:
    entries = list(objects(samples, path, "samples", builder.notes))
    field = _field_of([entry for _, entry in entries])
    for place, entry in entries:
        name, facts = text_of(entry, "filepath"), entry.get("metadata")
        if not name:
            builder.notes.skip("no picture named", path, place, f"found {shown(entry)}, wanted a sample with filepath")
            continue
        size = facts if isinstance(facts, dict) else {}
        declared = size_of(size.get("height"), size.get("width"))
        record = builder.picture(name, path, place, declared=declared, relative=True)
        part = entry.get(field)
        found = part.get("detections") if isinstance(part, dict) else None
        for where, detection in objects(found, path, f"{place}.{field}.detections", builder.notes):
            _detection(detection, [], record, path, where, builder)


def _field_of(entries: list[Object]) -> str:
    """Return the field with the ground truths: of that name, or else the first of detections without confidence."""
    fields: dict[str, bool] = {}  # whether a detector made the boxes, by name
    for entry in entries:
        for name, part in entry.items():
            if isinstance(part, dict) and isinstance(part.get("detections"), list):
                scored = any(isinstance(one, dict) and one.get("confidence") is not None for one in part["detections"])
                fields[name] = fields.get(name, False) or scored
    if "ground_truth" in fields:
        return "ground_truth"
    return next((name for name, scored in fields.items() if not scored), "ground_truth")


def _detection(
    detection: Object, names: list[str], record: Record, path: Path, place: str, builder: DatasetBuilder
) -> None:
    try:
        box = from_sides(detection.get("bounding_box"))
    except ValueError as error:
        builder.notes.skip("not four numbers", path, place, str(error))
        return
    kind = Kind.CROWD if detection.get("iscrowd") in (1, True) else Kind.NORMAL
    facts = {key: value for key, value in detection.items() if key not in _OWN}
    label = name_among(names, detection.get("label", "unnamed"))
    builder.add_gt(record, box, label, path, place, kind, text_of(detection, "_id"), attributes=facts)


FORMAT = Format(
    name="fiftyone",
    title="FiftyOne",
    covers="labels.json, samples.json",
    suffixes=(".json",),
    detect=detect,
    read=read,
    owns=lambda path: path.name == "metadata.json",
)
