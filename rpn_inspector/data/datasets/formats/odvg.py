"""ODVG JSON Lines, as Grounding DINO trains on: detection with classes, grounding with phrases; corners in px."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rpn_inspector.data.datasets.dataset import CORNERS, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source
from rpn_inspector.data.datasets.support.json_fields import Object, four, objects, text_of
from rpn_inspector.data.datasets.support.json_lines import entries
from rpn_inspector.data.datasets.support.text import shown, size_of


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for lines of pictures with detection or grounding; MMDetection calls such files .json too."""
    keys = excerpt.keys
    named = "filename" in keys and ({"detection", "instances"} <= keys or {"grounding", "regions"} <= keys)
    return Evidence.CERTAIN if named and excerpt.text.lstrip().startswith("{") else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of ODVG files; an unusable line is skipped and counted."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        for place, entry in entries(path, builder.notes):
            _picture(entry, path, place, builder)
    return builder.dataset(FORMAT.title, CORNERS)


def _picture(entry: Object, path: Path, place: int | str, builder: DatasetBuilder) -> None:
    name = text_of(entry, "filename", "file_name")
    if not name:
        builder.notes.skip("no picture named", path, place, f"found {shown(entry)}, wanted an object with filename")
        return
    record = builder.picture(name, path, place, declared=size_of(entry.get("height"), entry.get("width")))
    for key, inner in (("detection", "instances"), ("grounding", "regions")):
        part = entry.get(key)
        if isinstance(part, dict):
            for where, each in objects(part.get(inner), path, f"{place}: {key}.{inner}", builder.notes):
                _object(each, record, path, where, builder)
        elif part is not None:
            builder.notes.skip("not an object", path, place, f"{key}: found {shown(part)}, wanted {inner}")


def _object(entry: Object, record: Record, path: Path, place: str, builder: DatasetBuilder) -> None:
    label = _label(entry)
    attributes = {key: entry[key] for key in entry if key not in ("bbox", "category", "phrase", "label")}
    for box in _boxes(entry.get("bbox")):
        try:
            corners = four(box)
        except ValueError as error:
            builder.notes.skip("not four numbers", path, place, f"bbox: {error}")
            continue
        builder.add_gt(record, corners, label, path, place, attributes=attributes)


def _boxes(written: Any) -> Iterator[Any]:
    """Yield the boxes of an object: one, or of a phrase perhaps several."""
    if isinstance(written, list) and written and all(isinstance(each, list) for each in written):
        yield from written
    else:
        yield written


def _label(entry: Object) -> str:
    phrase = entry.get("phrase")
    if isinstance(phrase, list):
        phrase = ", ".join(each for each in phrase if isinstance(each, str))
    if isinstance(phrase, str) and phrase:
        return phrase
    label = entry.get("label")
    return text_of(entry, "category") or (shown(label) if isinstance(label, int) else "unnamed")


FORMAT = Format(
    name="odvg",
    title="ODVG",
    covers="Grounding DINO",
    suffixes=(".jsonl", ".json"),
    detect=detect,
    read=read,
    aliases=("grounding-dino",),
    owns=lambda path: path.name == "label_map.json",
)
