"""BDD100K and Scalabel JSON: frames with labels of corners in px, the right and lower corner inside the box."""

from __future__ import annotations

from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.dataset import CORNERS, Dataset
from rpn_inspector.data.datasets.support.box2d import add_label
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source
from rpn_inspector.data.datasets.support.json_fields import Object, objects, text_of
from rpn_inspector.data.datasets.support.text import read_json, shown, size_of


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for the key ``box2d``, but for the frames of objects of a file of one picture."""
    keys = excerpt.keys
    return Evidence.CERTAIN if "box2d" in keys and ("labels" in keys or "objects" not in keys) else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of files of frames; a label without a box is skipped and counted."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        document = read_json(path, builder.notes)
        # version 2 of Scalabel wraps the frames, with the classes in its configuration
        frames = document.get("frames") if isinstance(document, dict) else document
        if not isinstance(frames, list):
            raise BadFile(path, f"is not BDD100K: found {shown(document)}, wanted a list of frames")
        for place, frame in objects(frames, path, "", builder.notes):
            _frame(frame, path, place, builder)
    return builder.dataset(FORMAT.title, CORNERS)


def _frame(frame: Object, path: Path, place: str, builder: DatasetBuilder) -> None:
    name, video = text_of(frame, "name"), text_of(frame, "videoName", "video_name")
    if not name:
        builder.notes.skip("no picture named", path, place, f"found {shown(frame)}, wanted a frame with name")
        return
    size = frame.get("size")
    declared = size_of(size.get("height"), size.get("width")) if isinstance(size, dict) else None
    # frames of a video lie in a folder of its name
    written = f"{video}/{name}" if video and not name.startswith(f"{video}/") else name
    record = builder.picture(written, path, place, declared=declared, others=(name,) if video else ())
    for where, label in objects(frame.get("labels"), path, f"{place}.labels", builder.notes):
        add_label(label, record, path, where, builder)


FORMAT = Format(
    name="bdd100k",
    title="BDD100K",
    covers="Scalabel",
    suffixes=(".json",),
    detect=detect,
    read=read,
    aliases=("scalabel",),
    grouping=Grouping.APART,
)
