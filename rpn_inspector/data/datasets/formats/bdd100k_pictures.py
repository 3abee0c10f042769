"""BDD100K's first labels: a file a picture, ``frames`` of ``objects`` with corners in px, as its box2d has them."""

from __future__ import annotations

from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.dataset import CORNERS, Dataset
from rpn_inspector.data.datasets.support.box2d import add_label
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source
from rpn_inspector.data.datasets.support.json_fields import objects, text_of
from rpn_inspector.data.datasets.support.text import read_json, shown


def detect(excerpt: Excerpt) -> Evidence:
    """Return likelihood for frames of objects, with a box2d or without any."""
    keys = excerpt.keys
    if excerpt.is_list or not keys >= {"frames", "objects", "name"} or "labels" in keys:
        return Evidence.NONE
    return Evidence.CERTAIN if "box2d" in keys else Evidence.LIKELY if "attributes" in keys else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of files of one frame each; several frames are a video's, skipped and counted."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        try:
            document = read_json(path, builder.notes)
        except BadFile as error:
            builder.notes.skip("broken JSON", path, 1, error.problem)
            continue
        frame = _only_frame(document)
        if frame is None:
            builder.notes.skip("not one frame", path, 1, f"found {shown(document)}, wanted frames with one of objects")
            continue
        record = builder.own_picture([text_of(document, "name") or path.stem, path.stem], path)
        for place, label in objects(frame.get("objects"), path, "frames[0].objects", builder.notes):
            add_label(label, record, path, place, builder)
    return builder.dataset(FORMAT.title, CORNERS, short=True, whole=source.whole)


def _only_frame(document: Any) -> dict[str, Any] | None:
    frames = document.get("frames") if isinstance(document, dict) else None
    one = frames[0] if isinstance(frames, list) and len(frames) == 1 else None
    return one if isinstance(one, dict) else None


FORMAT = Format(
    name="bdd100k-pictures",
    title="BDD100K 2018",
    suffixes=(".json",),
    detect=detect,
    read=read,
    per_picture=(".json",),
    grouping=Grouping.TOGETHER,
)
