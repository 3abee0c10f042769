"""YOLO text: ``class cx cy w h`` or ``class x1 y1 x2 y2 ...`` in fractions of the picture, one file a picture."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.regular_file import note_failure, read_small
from rpn_inspector.data.datasets.dataset import CENTRE, EMPTY_LABELS, Dataset, Notes, Record
from rpn_inspector.data.datasets.formats.yolo.yolo_layout import YoloLayout
from rpn_inspector.data.datasets.support.csv_rows import head_of
from rpn_inspector.data.datasets.support.dataset_builder import Box, enclosing, shorten
from rpn_inspector.data.datasets.support.files import below
from rpn_inspector.data.datasets.support.pairing import AMBIGUOUS, Wanted, pair
from rpn_inspector.data.datasets.support.places import Places
from rpn_inspector.data.datasets.support.text import lines_of, number, read_text
from rpn_inspector.data.datasets.support.written_paths import telling_folders
from rpn_inspector.data.pictures.finder import PictureFinder

MOST_CLASSES = 100_000
_PLAIN = 1 << 18  # bytes of a label file that is read without a look at each line's oddities


def looks_like(line: str) -> bool:
    """Return whether a line is a class and four numbers or more, fractions for the most part."""
    words = line.split()
    try:
        values = [number(word) for word in words]
    except ValueError:
        return False
    return len(values) >= 5 and values[0] == int(values[0]) if values and abs(values[0]) < MOST_CLASSES else False


def is_label(path: Path) -> bool:
    """Return whether a text by its first lines holds labels, or is empty for a picture without objects."""
    try:
        lines = [line for line in head_of(path).splitlines()[:50] if line.strip() and not line.lstrip().startswith("#")]
    except BadFile:
        return False
    return not lines or any(map(looks_like, lines[:5]))


def read(
    label_files: Sequence[Path],
    pictures: Sequence[Path],
    layout: YoloLayout,
    finder: PictureFinder,
    notes: Notes,
    *,
    labelled: bool = False,
) -> Dataset:
    """Return the dataset of ``pictures`` with their label files; a picture without label file has no box.

    A label file without a picture anywhere under the finder's root is left out, and named as an orphan.

    Args:
        label_files: texts of class, x, y, w, h a line, in fractions of the picture.
        pictures: the pictures, in the dataset's order.
        layout: the class names, with what data.yaml says.
        finder: the root, and the pictures under that.
        notes: takes the oddities.
        labelled: whether pictures without a label file are left out.
    """
    base = Path(os.path.commonpath([str(finder.root), *{os.path.dirname(str(path)) for path in label_files}]))  # noqa: PTH120
    above = (finder.root / "x").relative_to(base).as_posix()[:-1]
    # A label of a picture that is not asked for is that one's, so every picture is looked at.
    wanted = [Wanted((path.rpartition("/")[2],), above + path, own=True) for path in finder.paths]
    row_of = {path: row for row, path in enumerate(finder.paths)}
    pairs = pair(wanted, Places([path.rpartition(".")[0] for path in below(base, label_files)]))
    records, used, reader = [], set[int](), _Reader(layout, notes)
    for picture, place in zip(pictures, below(finder.root, pictures[:]), strict=True):
        row = row_of[place]
        at, note = pairs.at[row], pairs.notes.get(row)
        if labelled and at < 0:
            continue
        record = Record(finder.paths[row], picture, relative=True, source=picture)
        if at >= 0:
            label = record.source = label_files[at]
            used.add(at)
            if note is not None:
                notes.warn(note.kind, f"{label}: {note.words}")
            reader.lines(label, record)
        elif note is not None and note.kind == AMBIGUOUS:
            notes.skip(AMBIGUOUS, picture, "label file", note.words)
            record.ambiguity = note.words
        else:
            notes.warn("picture without label file", f"{picture}: has no label file, so no box")
        records.append(record)
    told = {PurePosixPath(finder.paths[row]).stem for row in pairs.ambiguous()}
    unused = [path for at, path in enumerate(label_files) if at not in used and path.stem not in told]
    _note_unused(unused, pictures, base, finder, notes)
    # A few boxes in px are slips; more than the good ones say that the whole set was exported without normalising.
    if reader.in_pixels > max(reader.good, 1) or (reader.in_pixels and not reader.good):
        notes.warn(
            "looks like pixels", f"{finder.root}: {reader.in_pixels} of the boxes look like pixels, not fractions"
        )
    return Dataset(finder.root, "YOLO", shorten(records, finder.root), tuple(reader.classes), notes, CENTRE)


def _wish(name: str, file: Path, base: Path) -> Wanted:
    return Wanted((name,), file.relative_to(base).as_posix(), own=True)


def _note_unused(
    unused: Sequence[Path], pictures: Sequence[Path], base: Path, finder: PictureFinder, notes: Notes
) -> None:
    """Note the label files of no picture: orphans, and the second label file of a picture.

    A label file of a picture not asked for, as of another split, is not mentioned.
    """
    if not unused:
        return
    own, every = set(pictures), finder.all()
    listed = {PurePosixPath(name).stem for name, _ in notes.orphans}  # noted already by the list of pictures
    places = Places([path.relative_to(base).as_posix() for path in every])
    for path in unused:
        pairs = pair([_wish(path.stem, path, base)], places)
        if pairs.at[0] in range(len(every)):
            if every[pairs.at[0]] in own:
                notes.warn("second label file", f"{path}: its picture takes its boxes from another file of this name")
        elif pairs.ambiguous():
            notes.skip(AMBIGUOUS, path, 1, pairs.notes[0].words)
        elif path.stem in listed:
            continue
        elif not is_label(path):
            notes.warn("no label file", f"{path}: holds no labels, and no picture is called {path.stem}")
        else:
            notes.orphan(path.stem, path, f"no picture called {path.stem} under {finder.root}")


def is_beside(labels: Path, pictures: Path) -> bool:
    """Return whether a folder of labels belongs to a folder of pictures: labels/train to images/train."""
    return telling_folders(labels.as_posix()) == telling_folders(pictures.as_posix())


class _Reader:
    """A reader of label lines, with the classes so far."""

    def __init__(self, layout: YoloLayout, notes: Notes) -> None:
        self.layout, self.notes = layout, notes
        self.classes = list(layout.names)
        self.good = self.in_pixels = 0

    def lines(self, path: Path, record: Record) -> None:
        """Add the boxes of a label file to its picture's record."""
        if self._plainly(path, record):
            return
        try:
            text = read_text(path, self.notes) if path.stat().st_size else ""
        except (BadFile, OSError) as error:
            note_failure(error)
            self.notes.skip("unreadable", path, 1, f"not text: {getattr(error, 'problem', error)}")
            return
        if not text.strip():
            self.notes.warn(EMPTY_LABELS, f"{path}: is empty, so the picture has no box")
        for line, content in enumerate(lines_of(text), 1):
            if content.lstrip().startswith("#"):
                self.notes.warn("comment", f"{path}:{line}: a comment is left out")
            elif content.strip():
                self._line(content, path, line, record)

    def _plainly(self, path: Path, record: Record) -> bool:
        """Add boxes of lines without any oddity, class cx cy w h; False, with nothing added, for any other file."""
        try:
            data = read_small(path, _PLAIN)
        except OSError:
            return False  # which is told below
        if not data or not data.isascii() or b"_" in data or b"\0" in data:
            return False
        rows, most = list[tuple[int, Box]](), len(self.layout.names) or MOST_CLASSES
        for line in data.decode("ascii").splitlines():
            words = line.split()
            if len(words) != 5 or not words[0].isdecimal() or len(words[0]) > 6:
                return False
            label = int(words[0])
            try:
                x, y, width, height = map(float, words[1:])
            except ValueError:
                return False
            across, down = width / 2, height / 2
            x1, y1, x2, y2 = x - across, y - down, x + across, y + down
            if not (label < most and -2 <= x1 < x2 <= 2 and -2 <= y1 < y2 <= 2):
                return False
            rows.append((label, (x1, y1, x2, y2)))
        for line_, (label, box) in enumerate(rows, 1):
            record.add(box, self._class(label, path, line_), id_=str(line_))
        self.good += len(rows)
        return True

    def _line(self, content: str, path: Path, line: int, record: Record) -> None:
        found = content.strip()[:80]
        try:
            label, *values = (number(word) for word in content.split())
        except ValueError:
            self.notes.skip("not numbers", path, line, f"wanted class cx cy w h, but found {found!r}")
            return
        if len(values) < 4:
            words = f"wanted class cx cy w h, but found {found!r}"
            self.notes.skip("wrong number of fields", path, line, words)
            return
        if not 0 <= label < MOST_CLASSES or label != int(label):
            self.notes.skip("bad class", path, line, f"found class {label:g}, wanted a whole number from 0")
            return
        box = self._box(values, path, line)
        if box is None:
            words = f"wanted class cx cy w h, but found {found!r}"
            self.notes.skip("wrong number of fields", path, line, words)
            return
        if not self.notes.check(box, record, path, line):
            return
        # Fractions beyond the picture's edge happen (a box cut by the frame); twice the picture's size does not.
        if max(map(abs, box)) > 2:
            self.in_pixels += 1
            words = f"found {found!r}, wanted fractions of the picture, 0 to 1"
            self.notes.skip("not normalised", path, line, words)
            return
        if not content.split()[0].isdecimal():
            self.notes.warn("class as a float", f"{path}:{line}: class {content.split()[0]} is read as {label:g}")
        self.good += 1
        record.add(box, self._class(int(label), path, line), id_=str(line))

    def _box(self, values: list[float], path: Path, line: int) -> Box | None:
        """Return a line's box by how many numbers there are, None where so many mean nothing."""
        count, place = len(values), f"{path}:{line}"
        if count == 4:
            return _from_centre(values)
        if self.layout.keypoints and count == 4 + self.layout.keypoints:
            return _from_centre(values)
        # Five numbers may be a box with a detector's score, or a polygon with one number lost: the box must lie in
        # the picture.
        if count == 5:
            box = _from_centre(values)
            if min(box) < -0.01 or max(box) > 1.01 or not 0 <= values[4] <= 1:
                return None  # a polygon that lacks a number; a detector's boxes end at the picture's sides
            self.notes.warn("score in a ground truth", f"{place}: the sixth number is read as a score")
            return box
        if count > 6 and (count - 4) % 3 == 0 and max(values) > 1 and set(values[6::3]) <= {0.0, 1.0, 2.0}:
            self.notes.warn(
                "read as box and points", f"{place}: numbers over 1 are in no polygon; kpt_shape is missing"
            )
            return _from_centre(values)
        if count < 6 or count % 2:
            return None
        if count == 8:
            self.notes.warn(
                "box from polygon", f"{place}: four corners, an oriented box or a polygon; its bounds are taken"
            )
        else:
            self.notes.warn("box from polygon", f"{place}: the polygon's enclosing box is taken")
        return enclosing(list(zip(values[0::2], values[1::2], strict=True)))

    def _class(self, label: int, path: Path, line: int) -> int:
        if label >= len(self.layout.names) and self.layout.names:
            words = f"{path}:{line}: class {label}, but there are names for {len(self.layout.names)}"
            self.notes.warn("class out of names", words)
        while len(self.classes) <= label:
            number_ = len(self.classes)
            self.classes.append(f"class {number_}" if self.layout.names else str(number_))
        return label


def _from_centre(values: Sequence[float]) -> Box:
    x, y, width, height = values[:4]
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2
