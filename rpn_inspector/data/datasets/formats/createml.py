"""CreateML JSON: a list of pictures, each with boxes as centre and size in px."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.dataset import CENTRE, Dataset
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source, likely
from rpn_inspector.data.datasets.support.text import number, read_json, shown

_NAMES = ("image", "imagefilename", "filename", "imageURL", "imageUrl")


def detect(excerpt: Excerpt) -> Evidence:
    """Return likelihood for a list of pictures with coordinates, or without any box."""
    keys = excerpt.keys
    return likely(excerpt.is_list and ("coordinates" in keys or keys == {"image", "annotations"}))


def read(source: Source) -> Dataset:
    """Return the dataset of CreateML files; an unusable entry is skipped and counted."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        document = read_json(path, builder.notes)
        if not isinstance(document, list):
            raise BadFile(path, f"is not CreateML: found {shown(document)}, wanted a list of pictures")
        for number_, entry in enumerate(document):
            _picture(entry, path, f"[{number_}]", builder)
    return builder.dataset(FORMAT.title, CENTRE)


def _picture(entry: Any, path: Path, place: str, builder: DatasetBuilder) -> None:
    name = (
        next((entry[key] for key in _NAMES if isinstance(entry.get(key), str)), "") if isinstance(entry, dict) else ""
    )
    if not name:
        builder.notes.skip("no picture named", path, place, f"found {shown(entry)}, wanted an object with image")
        return
    record = builder.picture(name, path, place)
    objects = entry.get("annotations", entry.get("annotation"))
    if objects is None:
        return
    for at, box_entry in enumerate(objects if isinstance(objects, list) else [objects]):
        where = f"{place}.annotations[{at}]"
        try:
            label, part = box_entry["label"], box_entry["coordinates"]
            x, y, width, height = (number(part[key]) for key in ("x", "y", "width", "height"))
        except (TypeError, KeyError, ValueError):
            builder.notes.skip(
                "no box", path, where, f"found {shown(box_entry)}, wanted label and coordinates x, y, width, height"
            )
            continue
        box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        attributes = {key: value for key, value in box_entry.items() if key not in ("label", "coordinates")}
        builder.add_gt(record, box, str(label), path, where, id_=str(at), attributes=attributes)


FORMAT = Format(
    name="createml", title="CreateML", suffixes=(".json",), detect=detect, read=read, grouping=Grouping.TOGETHER
)
