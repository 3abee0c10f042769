"""VisDrone: one file a picture, a box a line: left, top, width, height, score, class, truncation, occlusion."""

from __future__ import annotations

from pathlib import Path

from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import SIDES, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source
from rpn_inspector.data.datasets.support.picture_texts import texts_of_pictures
from rpn_inspector.data.datasets.support.text import number

CLASSES = (
    "ignored regions", "pedestrian", "people", "bicycle", "car", "van", "truck", "tricycle", "awning-tricycle", "bus",
    "motor", "others",
)  # fmt: skip
FIELDS = 8


def fields_of(line: str) -> list[float] | None:
    """Return the eight numbers of a line, perhaps with a comma at the end; None for another line."""
    words = line.strip().removesuffix(",").split(",")
    try:
        values = [number(word.strip()) for word in words]
    except ValueError:
        return None
    return values if len(values) == FIELDS else None


def looks_like(line: str) -> bool:
    """Return whether a line is a ground truth of VisDrone: a detector's has -1 for truncation and occlusion."""
    values = fields_of(line)
    return values is not None and values[4] in (0, 1) and values[5] in range(len(CLASSES)) and min(values[6:]) >= 0


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for eight numbers in VisDrone's ranges, narrower than for the numbers of MOT."""
    return Evidence.CERTAIN if looks_like(excerpt.line) else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of VisDrone files; regions of class 0 and boxes of score 0 are to be ignored."""
    builder = DatasetBuilder(source.finder(), CLASSES)
    for record, path, line, content in texts_of_pictures(source, builder):
        _add_object(content, record, path, line, builder)
    return builder.dataset(FORMAT.title, SIDES, whole=source.whole)


def _add_object(content: str, record: Record, path: Path, line: int, builder: DatasetBuilder) -> None:
    values = fields_of(content)
    if values is None:
        words = f"wanted left,top,width,height,score,class,truncation,occlusion, but found {content.strip()[:80]!r}"
        builder.notes.skip("not a VisDrone line", path, line, words)
        return
    left, top, width, height, score, class_, truncation, occlusion = values
    label = CLASSES[int(class_)] if class_ in range(len(CLASSES)) else f"class {class_:g}"
    kind = Kind.IGNORED if score == 0 or class_ == 0 else Kind.NORMAL
    attributes = {"truncation": f"{truncation:g}", "occlusion": f"{occlusion:g}"}
    box = (left, top, left + width, top + height)
    builder.add_gt(record, box, label, path, line, kind, str(line), attributes=attributes)


FORMAT = Format(
    name="visdrone",
    title="VisDrone",
    suffixes=(".txt",),
    detect=detect,
    read=read,
    per_picture=(".txt",),
    grouping=Grouping.TOGETHER,
)
