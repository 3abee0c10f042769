"""MOT Challenge: a sequence's gt/gt.txt, a box a line by frame: frame, track, left, top, width, height, flag, class.

The pictures are in the sequence's folder of frames, img1 or as named in seqinfo.ini. A detector's boxes, det/det.txt,
are read as predictions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import SIDES, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source, likely
from rpn_inspector.data.datasets.support.text import lines_of, number, read_text, size_of
from rpn_inspector.data.pictures.images import SUFFIXES

CLASSES = (
    "pedestrian", "person on vehicle", "car", "bicycle", "motorbike", "non motorized vehicle", "static person",
    "distractor", "occluder", "occluder on the ground", "occluder full", "reflection", "crowd",
)  # fmt: skip
INFO, FRAMES = "seqinfo.ini", "img1"
FEWEST, MOST = 7, 10  # fields of a line


@dataclass(frozen=True, slots=True)
class MotSequence:
    """A sequence's ``frames`` by number, their folder, and the ``declared`` size (h, w) px, None for none."""

    folder: Path
    suffix: str = ".jpg"
    declared: tuple[int, int] | None = None
    frames: Mapping[int, Path] = field(default_factory=dict)

    def picture(self, frame: int) -> Path:
        """Return where a frame's picture is, or would be."""
        return self.frames.get(frame, self.folder / f"{frame:06d}{self.suffix}")


def fields_of(line: str) -> list[float] | None:
    """Return the numbers of a line, None for a line of another kind."""
    words = line.strip().rstrip(",").split(",")
    try:
        values = [number(word.strip()) for word in words]
    except ValueError:
        return None
    if not FEWEST <= len(values) <= MOST or values[0] != values[0] or values[0] % 1 or not 0 <= values[0] < 10**8:
        return None
    return values


def is_ground_truth(path: Path) -> bool:
    """Return whether a file is a sequence's ground truth by place: gt/gt.txt, or a name starting with gt."""
    return any(name.split("_")[0] == "gt" for name in _names(path))


def is_of_detector(path: Path) -> bool:
    """Return whether a file is a detector's by place: det/det.txt."""
    return not is_ground_truth(path) and "det" in _names(path)


def _names(path: Path) -> tuple[str, str]:
    return path.stem.casefold(), path.parent.name.casefold()


def sequence_of(path: Path) -> MotSequence:
    """Return the sequence of gt/gt.txt or det/det.txt, by the seqinfo.ini above, if any."""
    import configparser

    folder = path.parent.parent if path.parent.name.casefold() in ("gt", "det") else path.parent
    said: Mapping[str, str] = {}
    try:
        parser = configparser.ConfigParser(interpolation=None, strict=False)
        parser.read_string(read_text(folder / INFO))
        said = parser["Sequence"]
    except (BadFile, configparser.Error, KeyError):
        pass  # it says nothing that the pictures do not
    frames = folder / FRAMES
    inner = said.get("imDir", "").strip().replace("\\", "/")
    # seqinfo.ini is a stranger's text: its folder may not lead out of the sequence.
    if inner and "\0" not in inner and ".." not in inner.split("/"):
        frames = folder / inner
    suffix = said.get("imExt", ".jpg").strip()
    found = dict[int, Path]()
    if frames.is_dir() and frames.resolve().is_relative_to(folder.resolve()):
        for file in sorted(frames.iterdir()):
            if file.suffix.lower() in SUFFIXES and file.stem.isascii() and file.stem.isdecimal():
                found.setdefault(int(file.stem), file)
    size = size_of(said.get("imHeight"), said.get("imWidth"))
    return MotSequence(
        folder=frames, suffix=suffix if suffix.lower() in SUFFIXES else ".jpg", declared=size, frames=found
    )


def detect(excerpt: Excerpt) -> Evidence:
    """Return the evidence of a line and of the file's name: ground truths in gt, a detector's boxes in det."""
    if fields_of(excerpt.line) is None:
        return Evidence.NONE
    if is_of_detector(excerpt.path):
        return Evidence.DETECTIONS
    return likely(is_ground_truth(excerpt.path))


def read(source: Source) -> Dataset:
    """Return the dataset of ground truth files, one a sequence, with every frame of a sequence.

    A box with flag 0, not counted by the benchmark, is an ignored region.
    """
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        _read(path, builder)
    return builder.dataset(FORMAT.title, SIDES, short=True)


def _read(path: Path, builder: DatasetBuilder) -> None:
    frames = _SequenceRecords(path, sequence_of(path), builder)
    for frame in sorted(frames.sequence.frames):
        frames.record(frame, 1)
    for line, text in enumerate(lines_of(read_text(path, builder.notes)), 1):
        values = fields_of(text)
        if values is not None:
            _add_object(values, frames, path, line, builder)
        elif text.strip():
            words = f"wanted frame,track,left,top,width,height,flag,class,visibility, but found {text.strip()[:80]!r}"
            builder.notes.skip("not a MOT line", path, line, words)


class _SequenceRecords:
    """The pictures of a sequence by frame."""

    def __init__(self, path: Path, sequence: MotSequence, builder: DatasetBuilder) -> None:
        self.path, self.sequence, self.builder = path, sequence, builder
        self._records = dict[int, Record]()

    def record(self, frame: int, place: int) -> Record:
        """Return a frame's record, a new one at the first occurrence."""
        if frame not in self._records:
            root, file = self.builder.finder.root, self.sequence.picture(frame)
            inside = file.is_relative_to(root)
            name = file.relative_to(root).as_posix() if inside else "/".join(file.parts[-3:])
            self._records[frame] = self.builder.picture(
                name, self.path, place, declared=self.sequence.declared, image_id=str(frame)
            )
        return self._records[frame]


def _add_object(values: list[float], frames: _SequenceRecords, path: Path, line: int, builder: DatasetBuilder) -> None:
    frame, track, left, top, width, height, flag, *rest = values
    kind = Kind.IGNORED if flag == 0 else Kind.NORMAL
    attributes = {"track": f"{track:g}"}
    if len(rest) == 2:
        attributes["visibility"] = f"{rest[1]:g}"
    box = (left, top, left + width, top + height)
    record = frames.record(int(frame), line)
    builder.add_gt(record, box, _class(rest), path, line, kind, str(line), attributes=attributes)


def _class(rest: list[float]) -> str:
    """Return the class's name; the first years' files have three world coordinates instead, and only people."""
    if len(rest) not in (1, 2) or rest[0] != rest[0] or rest[0] == -1:
        return CLASSES[0]
    at = rest[0] - 1
    return CLASSES[int(at)] if at in range(len(CLASSES)) else f"class {rest[0]:g}"


FORMAT = Format(name="mot", title="MOT Challenge", suffixes=(".txt",), detect=detect, read=read)
