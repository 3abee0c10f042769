"""``FileBuilder``: a dataset of annotation files of a picture each, most of which are plain and come as columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.sample import NO_ATTRIBUTES, Attributes, Kind
from rpn_inspector.data.datasets.dataset import Dataset, Record
from rpn_inspector.data.datasets.support.columns import Arrays, Ints
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder, Wish
from rpn_inspector.data.datasets.support.kept_dataset import FolderDataset, RecordColumns
from rpn_inspector.data.datasets.support.pairing import Wanted, Wishes, pair_own
from rpn_inspector.data.datasets.support.places import Places
from rpn_inspector.data.datasets.support.text import clean
from rpn_inspector.data.datasets.support.written_paths import are_plain, is_relative
from rpn_inspector.data.pictures.finder import PictureFinder

_KINDS, _IDS = tuple(Kind), tuple(map(str, range(100)))


class FileColumns(NamedTuple):
    """n annotation files without any oddity as columns, with the boxes of all, m.

    ``name`` is the picture's as written; ``heads`` is what further names have before it, and the file's own stem is the
    last. ``size`` (n, 2) int64 is h, w in px, 0 for none; ``counts`` (n,) int64 the number of boxes; ``box`` (m, 4)
    float64 in px; ``label``, ``kind`` and ``words``, a row of `FileBuilder.attributes`, are (m,).
    """

    source: list[Path]
    name: list[str]
    heads: list[tuple[str, ...]]
    size: Ints
    counts: Ints
    box: npt.NDArray[np.float64]
    label: npt.NDArray[np.int32]
    kind: npt.NDArray[np.int32]
    words: npt.NDArray[np.int32]


class _PlainWishes:
    """Plain files, each of which can be had as any other file is kept."""

    def __init__(self, columns: FileColumns, finder: PictureFinder) -> None:
        self.columns, self.places = columns, list(map(finder.place_of, columns.source))
        self._first = np.concatenate([[0], np.cumsum(columns.counts)])

    def wanted(self, at: int) -> Wanted:
        """Return the wish of the file number ``at``."""
        name, heads, stem = self.columns.name[at], self.columns.heads[at], clean(self.columns.source[at].stem)
        return Wanted(tuple(dict.fromkeys((name, *(head + name for head in heads), stem))), self.places[at], own=True)

    def wish(self, at: int, attributes: Sequence[Attributes]) -> Wish:
        """Return the file number ``at`` with its record."""
        columns, part = self.columns, slice(*self._first[at : at + 2].tolist())
        height, width = columns.size[at].tolist()
        record = Record(
            columns.name[at],
            declared=(height, width) if height else None,
            boxes=list(map(tuple, columns.box[part].tolist())),
            labels=columns.label[part].tolist(),
            kinds=[_KINDS[kind] for kind in columns.kind[part].tolist()],
            ids=list(_ids(part.stop - part.start)),
            source=columns.source[at],
            attributes=[attributes[words] for words in columns.words[part].tolist()],
        )
        return Wish(record, self.wanted(at), 1)


class FileBuilder(DatasetBuilder):
    """A `DatasetBuilder` that takes plain files as columns too: no object is made for a file, nor for a box.

    Its pictures are those of `own_picture`, all of them files without landmarks.
    """

    def __init__(self, finder: PictureFinder) -> None:
        super().__init__(finder)
        self.attributes: list[Attributes] = [NO_ATTRIBUTES]
        self._parts = list[FileColumns]()
        self._rows = list[int]()  # of the plain files in the dataset

    def number_of(self, attributes: Mapping[str, Any]) -> int:
        """Return the row in `attributes` of an object's attributes, as `add_gt` takes them."""
        if not attributes:
            return 0
        self.attributes.append(self.words(attributes))
        return len(self.attributes) - 1

    def add_plain(self, files: FileColumns) -> None:
        """Add plain files behind all so far."""
        first = len(self._rows) + len(self.wishes)
        self._rows += range(first, first + len(files.name))
        self._parts.append(files)

    def dataset(self, format_: str, written: str = "", *, short: bool = False, whole: bool = False) -> Dataset:
        """Return the finished dataset, as `DatasetBuilder` does."""
        plain = _PlainWishes(_joined(self._parts), self.finder)
        mine = sorted({*range(len(self._rows) + len(self.wishes))}.difference(self._rows))
        wish_of = dict(zip(mine, self.wishes, strict=True))
        outside = any(each.startswith("..") for each in (*plain.places, *(wish.wanted.source for wish in self.wishes)))
        if short or outside:
            wish_of |= {row: plain.wish(at, self.attributes) for at, row in enumerate(self._rows)}
            self._take(wish_of, range(len(wish_of)))
            return super().dataset(format_, written, short=short, whole=whole)
        columns = self._columns(plain, wish_of, whole)
        return FolderDataset(format_, columns, tuple(self.classes), self.notes, written)

    def _take(self, wish_of: Mapping[int, Wish], rows: Iterable[int]) -> None:
        self.wishes = [wish_of[row] for row in rows]
        self.records = [wish.record for wish in self.wishes]

    def _columns(self, plain: _PlainWishes, wish_of: dict[int, Wish], whole: bool) -> RecordColumns:
        """Return all records as columns; ``wish_of`` has the wishes of those that are not plain, by row."""
        paths, rows = self.finder.paths, self._rows
        n, plain_at = len(rows) + len(wish_of), dict(zip(rows, range(len(rows)), strict=True))
        names, kinds, sources = [""] * n, list[object]([None]) * n, [""] * n
        columns = plain.columns
        is_bare = are_plain(columns.name) and "/" not in "".join(columns.name)
        for row, name, place, heads in zip(rows, columns.name, plain.places, columns.heads, strict=True):
            names[row], sources[row] = name, place
            if (is_bare or (is_relative(name) and "/" not in name)) and "\\" not in place:
                kinds[row] = place.rpartition("/")[0], heads

        def wanted(row: int) -> Wanted:
            return wish_of[row].wanted if row in wish_of else plain.wanted(plain_at[row])

        pairs, careful = pair_own(names, kinds, Wishes(n, wanted), Places(paths, self.finder.links))
        wish_of |= {row: plain.wish(plain_at[row], self.attributes) for row in careful if row not in wish_of}
        self._take(wish_of, careful)
        usual = [row for row in rows if row not in wish_of]
        self.grant(pairs, careful, map(names.__getitem__, usual))
        if whole:
            self.note_unannotated(pairs)
        for row, record in zip(careful, self.records, strict=True):
            names[row] = record.name
        count = Counter(names)
        self.disambiguate(count)
        if len(count) < n:
            for row in usual:
                names[row] = paths[pairs.at[row]] if count[names[row]] > 1 else names[row]
        mine = RecordColumns.of(self.records, self.finder.root)
        texts = {
            "name": names, "path": [paths[at] if at >= 0 else "" for at in pairs.at], "source": sources,
            "image_id": [""] * n, "ambiguity": [""] * n, "id": list[str](),
        }  # fmt: skip
        for row, name, source, ambiguity in zip(
            careful, *(mine.texts[each] for each in ("name", "source", "ambiguity")), strict=True
        ):
            names[row], sources[row], texts["ambiguity"][row] = name, source, ambiguity
        order = np.empty(n, np.intp)
        order[rows], order[careful] = np.arange(len(rows)), len(rows) + np.arange(len(careful))
        arrays = _in_order(order, columns, mine, len(self.attributes))
        for row, many in enumerate(np.diff(arrays["first"]).tolist()):
            texts["id"] += wish_of[row].record.ids if row in wish_of else _ids(many)
        left_out = {careful[row]: some for row, some in mine.left_out.items()}
        return RecordColumns(self.finder.root, texts, arrays, [*self.attributes, *mine.words], left_out)


def _ids(count: int) -> Sequence[str]:
    return _IDS[:count] if count <= len(_IDS) else [*map(str, range(count))]


def _joined(parts: Sequence[FileColumns]) -> FileColumns:
    """Return the files of all parts, one after another."""
    none = np.zeros(0, np.int32)
    parts = (
        FileColumns([], [], [], np.zeros((0, 2), np.int64), np.zeros(0, np.int64), np.zeros((0, 4)), *[none] * 3),
        *parts,
    )
    source, name, heads, *arrays = zip(*parts, strict=True)
    sources, names, each_head = (list(chain.from_iterable(each)) for each in (source, name, heads))
    size, counts, box, label, kind, words = map(np.concatenate, arrays)
    return FileColumns(sources, names, each_head, size, counts, box, label, kind, words)


def _in_order(order: npt.NDArray[np.intp], plain: FileColumns, mine: RecordColumns, words: int) -> Arrays:
    """Return the columns of plain files and records; ``order`` has the row of each among both, one after another."""
    count = np.concatenate([plain.counts, np.diff(mine.first)])
    start = (np.cumsum(count) - count)[order]
    count = count[order]
    first = np.concatenate([[0], np.cumsum(count)])
    box = np.repeat(start - first[:-1], count) + np.arange(first[-1])
    size = np.concatenate([np.pad(plain.size, ((0, 0), (0, 2))), mine.arrays["size"].reshape(-1, 4)])[order]
    columns = {"label": np.int32, "kind": np.int8, "words": np.int32}
    both = {
        name: np.concatenate([getattr(plain, name), mine.arrays[name]]).astype(dtype) for name, dtype in columns.items()
    }
    both["words"][len(plain.words) :] += words
    return {
        "first": first,
        "box": np.concatenate([plain.box, mine.arrays["box"]])[box],
        **{name: column[box] for name, column in both.items()},
        "size": size.reshape(-1),
        "relative": np.concatenate([np.zeros(len(plain.name), bool), mine.arrays["relative"]])[order],
    }
