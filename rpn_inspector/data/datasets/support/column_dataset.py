"""``ColumnDataset``: the `Dataset` over columns, with samples made on access."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.plain_text import one_line
from rpn_inspector.core.sample import Attributes, Kind
from rpn_inspector.data.datasets.dataset import SIDES, Dataset, DatasetWarning, LeftOut, Notes, PictureFinder, Record
from rpn_inspector.data.datasets.support.columns import BoxColumns, ImageColumns
from rpn_inspector.data.datasets.support.pairing import AMBIGUOUS, MISSING, Partners, pair_names
from rpn_inspector.data.datasets.support.places import Places
from rpn_inspector.data.datasets.support.text import parse_json, worded
from rpn_inspector.data.datasets.support.written_paths import are_plain, is_plain, plain_spelling, was_fetched

_KINDS = tuple(Kind)  # by number: a lookup in the class takes ten times as long


def _words(area: float, written: str) -> dict[str, str]:
    """Return the words of one ground truth, the area as ``area`` if it is a number.

    JSON other than an object adds none: such a value has no name.
    """
    try:
        values = parse_json(written) if written else {}
    except (ValueError, RecursionError):
        values = {"attributes": written[:80]}
    words = worded(values) if isinstance(values, dict) else {}
    return words if area != area else {"area": repr(area).removesuffix(".0"), **words}


class _Records(Sequence[Record]):
    """The records of a `Dataset`, each made on access."""

    def __init__(self, owner: ColumnDataset) -> None:
        self._owner = owner

    def __len__(self) -> int:
        return len(self._owner.images.id)

    @overload
    def __getitem__(self, index: int) -> Record: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Record]: ...
    def __getitem__(self, index: int | slice) -> Record | Sequence[Record]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        return self._owner.record(index)


class ColumnDataset(Dataset):
    """A dataset over columns, with ``boxes`` perhaps still to come.

    Until `complete`, names, length, picture paths and `find` answer at once, and everything about boxes or classes
    waits. An error of the reading is raised at that access.
    """

    def __init__(
        self, finder: PictureFinder, format_: str, images: ImageColumns, boxes: BoxColumns | Future[BoxColumns]
    ) -> None:
        self.images = images
        self._boxes = boxes
        self._finder = finder
        self._settled = False
        self._noted = False
        super().__init__(finder.root, format_, _Records(self), (), Notes(), SIDES)

    def __getstate__(self) -> dict[str, Any]:
        """Return what another process needs; waits, because a reading in progress cannot be sent."""
        return {**self.__dict__, "_boxes": self.boxes, "_samples": {}}

    @property
    def boxes(self) -> BoxColumns:
        """Return the ground truths as columns, after the end of the reading. Raises an error of the reading.

        A record that may be of several pictures has none.
        """
        boxes = self._boxes.result() if isinstance(self._boxes, Future) else self._boxes
        if not self._settled:
            boxes = self._boxes = boxes.without(self._pairs.ambiguous())
            self._settled = True
        return boxes

    @cached_property
    def _pairs(self) -> Partners:
        """The records' pictures, from one walk over the folder."""
        source = self._finder.place_of(self.images.source)
        return pair_names(list(self.images.name), source, Places(self._finder.paths, self._finder.links))

    @property
    def complete(self) -> bool:
        """Return whether the reading has ended, by success or failure, so that no access waits."""
        return not isinstance(self._boxes, Future) or self._boxes.done()

    def wait(self, timeout: float | None = None) -> None:
        """Wait for the boxes, at most ``timeout`` s. Raises `TimeoutError`, or what stopped the reading."""
        if isinstance(self._boxes, Future):
            self._boxes.result(timeout)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the pictures' names."""
        if self._names is None:
            names = list(self.images.name)
            odd = [] if are_plain(names) else [row for row, name in enumerate(names) if not is_plain(name)]
            for row in odd:
                spelled = self._pairs.spelled.get(row) or plain_spelling(names[row])
                names[row] = spelled.lstrip("/") if was_fetched(names[row]) else spelled
            # What is read as another's name keeps its own as written: a lost a%20b.jpg beside a b.jpg.
            count = Counter(names) if odd else {}
            for row in odd:
                if count[names[row]] > 1:
                    names[row] = self.images.name[row]
            self._names = tuple(names)
        return self._names

    @property
    def image_ids(self) -> tuple[str, ...]:
        """Return the pictures' ids as written."""
        return tuple(self.images.id)

    @property
    def classes(self) -> tuple[str, ...]:
        """Return the classes' names."""
        return self.boxes.classes

    @property
    def class_ids(self) -> tuple[str, ...]:
        """Return the classes' ids as written."""
        return self.boxes.class_ids

    @property
    def skipped(self) -> dict[str, int]:
        """Return how many records of each kind were left out."""
        ambiguous = len(self._pairs.ambiguous())
        skipped = {odd.kind: odd.count for odd in self.boxes.oddities if odd.skipped}
        return skipped | ({AMBIGUOUS: ambiguous} if ambiguous else {})

    @property
    def warnings(self) -> tuple[DatasetWarning, ...]:
        """Return the oddities so far; the first call looks for every picture, in one walk over the folder."""
        if not self._noted:
            source = self.images.source
            for odd in self.boxes.oddities:
                self._notes.many(odd.kind, odd.count, [f"{source}:{place}: {text}" for place, text in odd.examples])
            self._note_pairs()
            self._noted = True
        return self._notes.warnings()

    def _note_pairs(self) -> None:
        """Note the records without a picture of their own, and names other than the pictures'."""
        by_kind: dict[str, list[int]] = {}
        for row in sorted(self._pairs.notes):
            by_kind.setdefault(self._pairs.notes[row].kind, []).append(row)
        for kind, rows in by_kind.items():
            words = [f"{self._place(row)}: {one_line(self._words(row))}" for row in rows[:5]]
            self._notes.many(kind, len(rows), words)

    def _words(self, row: int) -> str:
        note = self._pairs.notes[row]
        if note.kind == AMBIGUOUS:
            return f"{note.words}, and its boxes are left out"
        if note.kind == MISSING:
            return self._finder.trouble(self.images.name[row], self.images.source, note.words)[1]
        return note.words

    def _place(self, row: int) -> str:
        return f"{self.images.source}:images[{self.images.place[row]}]"

    @property
    def gt_total(self) -> int:
        """Return the number of ground truths in all pictures."""
        return len(self.boxes.box)

    def count(self, index: int) -> int:
        """Return the number of ground truths of one picture; the picture is not read."""
        first = self.boxes.first
        return int(first[index + 1] - first[index])

    def image_path(self, index: int) -> Path | None:
        """Return the picture's path, None for a picture not found."""
        at = self._pairs.at[index]
        return self._finder.root / self._finder.paths[at] if at >= 0 else None

    file_of = image_path

    def is_missing(self, index: int) -> bool:
        """Return whether a picture was not found."""
        return self._pairs.at[index] < 0

    def ambiguity(self, index: int) -> str:
        """Return in words the files that may equally be a record's, none of which is taken; "" elsewhere."""
        note = self._pairs.notes.get(index)
        return note.words if note is not None and note.kind == AMBIGUOUS else ""

    def record(self, index: int) -> Record:
        """Return one picture with its boxes, from the columns."""
        record, (boxes, labels, kinds) = self._told(index), self._arrays(index)
        record.boxes, record.labels = boxes.tolist(), labels.tolist()
        record.kinds = [_KINDS[kind] for kind in kinds.tolist()]
        return record

    def _told(self, index: int) -> Record:
        images, boxes = self.images, self.boxes
        part = slice(int(boxes.first[index]), int(boxes.first[index + 1]))
        height, width = images.size[index].tolist()
        return Record(
            name=self.names[index],
            path=self.image_path(index),
            declared=(height, width) if height and width else None,
            ids=list(boxes.id[part]),
            image_id=images.id[index],
            source=images.source,
            attributes=self._attributes(part),
            left_out=[
                LeftOut(tuple(boxes.left_box[row].tolist()), f"{images.source}:annotations[{boxes.left_place[row]}]")
                for row in (np.flatnonzero(boxes.left_image == index).tolist() if len(boxes.left_image) else ())
            ],
            ambiguity=self.ambiguity(index),
        )

    def _arrays(self, index: int) -> tuple[npt.NDArray[Any], npt.NDArray[Any], npt.NDArray[Any]]:
        boxes = self.boxes
        part = slice(int(boxes.first[index]), int(boxes.first[index + 1]))
        return boxes.box[part], boxes.label[part], boxes.kind[part]

    def _attributes(self, part: slice) -> list[Attributes]:
        """Return what is written of the ground truths of rows ``part``, put into words when asked for."""
        boxes = self.boxes
        written = zip(boxes.area[part].tolist(), boxes.attributes[part].tolist(), strict=True)
        return [Attributes(partial(_words, area, boxes.words[code] if code else "")) for area, code in written]

    def find(self, text: str) -> int:
        """Return the index of the picture by name, stem or path. Raises `InspectorError` with near names."""
        wanted = unicodedata.normalize("NFC", str(text)).replace("\\", "/")
        last = wanted.rsplit("/", 1)[-1]
        near = []
        for index, name in enumerate(self.names):
            key = name if name.isascii() and "\\" not in name else unicodedata.normalize("NFC", name).replace("\\", "/")
            if key == wanted:
                return index
            if last in key:
                near.append((index, PurePosixPath(key)))
        for form in (lambda p: p.name, lambda p: p.stem, lambda p: str(p.with_suffix(""))):
            for index, path in near:
                if path.name and form(path) == wanted:
                    return index
        return super().find(text)
