"""SageMaker Ground Truth's augmented manifest: a picture a line, boxes as left, top, width, height in px."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rpn_inspector.data.datasets.dataset import SIDES, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source
from rpn_inspector.data.datasets.support.json_fields import Object, objects, text_of
from rpn_inspector.data.datasets.support.json_lines import entries
from rpn_inspector.data.datasets.support.text import number, shown, size_of

_EDGES = ("left", "top", "width", "height")


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for the key ``source-ref``."""
    return Evidence.CERTAIN if "source-ref" in excerpt.keys else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of manifests; an unusable line is skipped and counted."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        for place, entry in entries(path, builder.notes):
            _picture(entry, path, place, builder)
    return builder.dataset(FORMAT.title, SIDES)


def _picture(entry: Object, path: Path, place: int | str, builder: DatasetBuilder) -> None:
    name = text_of(entry, "source-ref")
    if not name:
        builder.notes.skip("no picture named", path, place, f"found {shown(entry)}, wanted an object with source-ref")
        return
    # A labelling job has an attribute of its own name, with the metadata beside.
    jobs = {key: part for key, part in entry.items() if isinstance(part, dict) and "annotations" in part}
    record = builder.picture(name, path, place, declared=_size(jobs.values()))
    for key, job in jobs.items():
        metadata = entry.get(f"{key}-metadata")
        names = metadata.get("class-map") if isinstance(metadata, dict) else None
        for where, each in objects(job["annotations"], path, f"{place}: {key}.annotations", builder.notes):
            _object(each, names if isinstance(names, dict) else {}, record, path, where, builder)


def _size(jobs: Any) -> tuple[int, int] | None:
    """Return the size (h, w) px said by the first job."""
    for job in jobs:
        sizes = job.get("image_size")
        if isinstance(sizes, list) and sizes and isinstance(sizes[0], dict):
            return size_of(sizes[0].get("height"), sizes[0].get("width"))
    return None


def _object(
    entry: Object, names: Mapping[str, Any], record: Record, path: Path, place: str, builder: DatasetBuilder
) -> None:
    try:
        left, top, width, height = (number(entry[key]) for key in _EDGES)
    except (KeyError, ValueError):
        builder.notes.skip("not four numbers", path, place, f"found {shown(entry)}, wanted {', '.join(_EDGES)}")
        return
    class_ = entry.get("class_id")
    key = shown(class_).strip("'")
    name = names.get(key, key if class_ is not None else "unnamed")
    box = (left, top, left + width, top + height)
    builder.add_gt(record, box, name if isinstance(name, str) else shown(name), path, place)


FORMAT = Format(
    name="sagemaker",
    title="SageMaker manifest",
    suffixes=(".manifest", ".jsonl", ".json"),
    detect=detect,
    read=read,
    aliases=("rekognition",),
)
