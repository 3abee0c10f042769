"""KITTI tracking: label_02/0000.txt, an object a line: frame and track before KITTI's columns; image_02/0000/*.png."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import CORNERS, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source
from rpn_inspector.data.datasets.support.text import is_number, lines_of, number, read_text
from rpn_inspector.data.pictures.natural_order import naturally

ATTRIBUTES = ("track", "truncated", "occluded", "alpha")  # around the class, before the box
FIELDS = (17, 18)  # the last, if there, is a detector's score
_LAST_FRAME = 10**8


def looks_like(line: str) -> bool:
    """Return whether a line is frame and track, a class, and 14 or 15 numbers."""
    words = line.split()
    if len(words) not in FIELDS or not words[0].isdecimal() or is_number(words[2]):
        return False
    return all(map(is_number, (words[1], *words[3:])))


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for the fields of a line: no other format has a word as the third of 17."""
    return Evidence.CERTAIN if looks_like(excerpt.line) else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of files, one a sequence, with every frame of a sequence; DontCare is an ignored region."""
    builder = DatasetBuilder(source.finder())
    frames = _frames(builder.finder.paths)
    for path in source.counted():
        folder = _folder_of(path)
        records: dict[int, Record] = {}
        for picture in frames.get(_key(f"{folder}/{path.stem}"), ()):
            last = picture.rpartition("/")[2].partition(".")[0]
            if last.isascii() and last.isdecimal() and len(last) < 9:
                records[int(last)] = builder.picture(f"{folder}/{path.stem}/{picture.rpartition('/')[2]}", path, 1)
        for line, text in enumerate(lines_of(read_text(path, builder.notes)), 1):
            if text.strip():
                _object(text.split(), f"{folder}/{path.stem}", records, path, line, builder)
    return builder.dataset(FORMAT.title, CORNERS)


def _frames(paths: Sequence[str]) -> dict[str, list[str]]:
    """Return pictures by the last two folders: the camera's and the sequence's."""
    found: dict[str, list[str]] = {}
    for path in naturally(paths):
        found.setdefault(_key(path.rpartition("/")[0]), []).append(path)
    return found


def _key(folder: str) -> str:
    return "/".join(folder.casefold().split("/")[-2:])


def _folder_of(path: Path) -> str:
    """Return the name of the folder with the sequences' pictures: image_02 for label_02."""
    return path.parent.name.casefold().replace("label", "image", 1) if "label" in path.parent.name.casefold() else (
        "image_02"
    )  # fmt: skip


def _object(
    words: list[str], folder: str, records: dict[int, Record], path: Path, line: int, builder: DatasetBuilder
) -> None:
    try:
        frame = int(words[0]) if len(words[0]) < 9 else _LAST_FRAME
        x1, y1, x2, y2 = (number(word) for word in words[6:10])
        if not 0 <= frame < _LAST_FRAME or len(words) not in FIELDS:
            raise ValueError
    except ValueError:
        found = " ".join(words)[:80]
        builder.notes.skip("not a KITTI tracking line", path, line, f"found {found!r}, wanted frame, track, 15 fields")
        return
    if frame not in records:
        name = f"{frame:06d}.png"
        records[frame] = builder.picture(f"{folder}/{name}", path, line, others=(f"{path.stem}/{name}",))
    if len(words) == max(FIELDS):
        builder.notes.warn("score in a ground truth", f"{path}:{line}: has a score")
    kind = Kind.IGNORED if words[2].casefold() == "dontcare" else Kind.NORMAL
    attributes = dict(zip(ATTRIBUTES, (words[1], *words[3:6]), strict=True))
    builder.add_gt(records[frame], (x1, y1, x2, y2), words[2], path, line, kind, str(line), attributes=attributes)


FORMAT = Format(
    name="kitti-tracking",
    title="KITTI tracking",
    suffixes=(".txt",),
    detect=detect,
    read=read,
    grouping=Grouping.TOGETHER,
)
