"""YouTube-VIS and OVIS JSON: videos, and a track's boxes of x, y, width, height in px, one a frame or none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import SIDES, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source
from rpn_inspector.data.datasets.support.json_fields import Object, from_sides, list_under, objects, text_of
from rpn_inspector.data.datasets.support.text import read_json, shown, size_of


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for videos whose files are listed, or boxes by frame beside them."""
    keys = excerpt.keys
    return Evidence.CERTAIN if "videos" in keys and keys & {"file_names", "bboxes"} else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of files of videos: each frame is a picture."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        document = read_json(path, builder.notes)
        frames = _frames(list_under(document, "videos", path, FORMAT.title), path, builder)
        names = {
            str(category.get("id")): text_of(category, "name")
            for _, category in objects(document.get("categories"), path, "categories", builder.notes)
        }
        for name in names.values():
            builder.classes.setdefault(name, len(builder.classes))
        for place, track in objects(document.get("annotations"), path, "annotations", builder.notes):
            _track(track, frames, names, path, place, builder)
    return builder.dataset(FORMAT.title, SIDES)


def _frames(videos: list[Any], path: Path, builder: DatasetBuilder) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for place, video in objects(videos, path, "videos", builder.notes):
        declared, names = size_of(video.get("height"), video.get("width")), video.get("file_names")
        if not isinstance(names, list):
            builder.notes.skip("no picture named", path, place, f"found {shown(video)}, wanted a list of file_names")
            continue
        found[str(video.get("id"))] = [
            builder.picture(str(name), path, f"{place}.file_names[{at}]", declared=declared)
            for at, name in enumerate(names)
        ]
    return found


def _track(
    track: Object,
    frames: dict[str, list[Record]],
    names: dict[str, str],
    path: Path,
    place: str,
    builder: DatasetBuilder,
) -> None:
    video, boxes = str(track.get("video_id")), track.get("bboxes")
    if video not in frames:
        builder.notes.skip(
            "no such picture", path, place, f"video_id is {shown(track.get('video_id'))}, wanted a video's"
        )
        return
    if not isinstance(boxes, list):
        builder.notes.skip("not a list", path, place, f"found bboxes {shown(boxes)}, wanted a list, one a frame")
        return
    if len(boxes) != len(frames[video]):
        words = f"{len(boxes)} boxes of a video of {len(frames[video])} frames"
        builder.notes.warn("frames and boxes differ in number", f"{path}:{place}: {words}")
    category, id_ = str(track.get("category_id")), str(track.get("id", ""))
    kind = Kind.CROWD if track.get("iscrowd") == 1 else Kind.NORMAL
    for at, (record, box) in enumerate(zip(frames[video], boxes, strict=False)):
        if box is None:  # not in this frame
            continue
        where = f"{place}.bboxes[{at}]"
        try:
            corners = from_sides(box)
        except ValueError as error:
            builder.notes.skip("not four numbers", path, where, str(error))
            continue
        builder.add_gt(record, corners, names.get(category, category), path, where, kind, id_)


FORMAT = Format(
    name="youtube-vis",
    title="YouTube-VIS",
    covers="OVIS",
    suffixes=(".json",),
    detect=detect,
    read=read,
    aliases=("ovis",),
    grouping=Grouping.APART,
)
