"""KITTI label_2 text: one file a picture, an object a line, box x1, y1, x2, y2 in px; DontCare is an ignored region."""

from __future__ import annotations

from rpn_inspector.core.sample import Attributes, Kind
from rpn_inspector.data.datasets.dataset import CORNERS, Dataset
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source
from rpn_inspector.data.datasets.support.picture_texts import texts_of_pictures
from rpn_inspector.data.datasets.support.text import is_number, number, worded

ATTRIBUTES = ("truncated", "occluded", "alpha")  # between class and box
FIELDS = (15, 16)  # the last, if there, is a detector's score


def looks_like(line: str) -> bool:
    """Return whether a line is KITTI's: a class, then 14 or 15 numbers."""
    words = line.split()
    return len(words) in FIELDS and all(map(is_number, words[1:]))


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for the fields of a KITTI line: no other format has a word before 14 numbers."""
    return Evidence.CERTAIN if "," not in excerpt.line and looks_like(excerpt.line) else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of KITTI files; an unusable line is skipped and counted."""
    builder = DatasetBuilder(source.finder())
    known: dict[tuple[str, ...], Attributes] = {}
    for record, path, line, content in texts_of_pictures(source, builder):
        words = content.split()
        try:
            x1, y1, x2, y2 = map(number, words[4:8])
        except ValueError:
            builder.notes.skip("not a KITTI line", path, line, f"wanted 15 fields, but found {len(words)}")
            continue
        if len(words) == max(FIELDS):
            builder.notes.warn("score in a ground truth", f"{path}:{line}: has a score")
        # DontCare marks distant or unlabelled objects: neither a hit nor a mistake of a detector.
        kind = Kind.IGNORED if words[0].casefold() == "dontcare" else Kind.NORMAL
        said = tuple(words[1:4])
        if said not in known:
            known[said] = Attributes(worded(dict(zip(ATTRIBUTES, said, strict=True))))
        if builder.notes.check(box := (x1, y1, x2, y2), record, path, line):
            record.add(box, builder.label(words[0], path, line), kind, str(line), known[said])
    return builder.dataset(FORMAT.title, CORNERS, whole=source.whole)


FORMAT = Format(
    name="kitti",
    title="KITTI",
    suffixes=(".txt",),
    detect=detect,
    read=read,
    per_picture=(".txt",),
    grouping=Grouping.TOGETHER,
    owns=lambda path: path.parent.name in ("calib", "oxts"),
)
