"""``FolderDataset``: a dataset of one file a picture as columns, with records made on access, as the cache keeps it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, overload

import msgspec
import numpy as np
import numpy.typing as npt

from rpn_inspector.core.sample import NO_ATTRIBUTES, Attributes, Kind
from rpn_inspector.data.datasets.dataset import Dataset, KeptNotes, LeftOut, Notes, Record
from rpn_inspector.data.datasets.support.columns import Arrays, Ints, Texts

_TEXTS = ("name", "path", "image_id", "source", "ambiguity", "id")
_OF_BOXES, _OF_PICTURES = ("box", "label", "kind", "words"), ("size", "relative")


class _Rest(msgspec.Struct):
    """What is no column: the dataset's own words, its notes, and the boxes left out by record."""

    format: str
    written: str
    remark: str
    classes: tuple[str, ...]
    unread: tuple[str, ...]
    notes: KeptNotes
    orphans: list[tuple[str, str]]
    words: list[dict[str, str]]
    left_out: dict[int, list[tuple[tuple[float, float, float, float], str]]]


_decoder = msgspec.json.Decoder(_Rest)


class RecordColumns(Sequence[Record]):
    """Records as columns, each made at the first access and kept, for a picture may be found or unpacked later.

    Args:
        root: the folder that paths are written from.
        texts: by name, a text for each picture: name, path, image_id, source (paths from ``root``, "" for none),
            ambiguity; and id, one for each box.
        arrays: by name: first (n + 1,), the first box of each picture; box (m, 4) as in `Record`, label, kind and words
            (m,); size (4 n,), declared h and w and those of the extent, 0 for none; relative (n,). Raises `ValueError`
            for another shape, `KeyError` for a column that is missing.
        words: the attributes that the column of that name has the rows of.
        left_out: the boxes left out by picture.
    """

    def __init__(
        self,
        root: Path,
        texts: Mapping[str, Sequence[str]],
        arrays: Mapping[str, npt.NDArray[Any]],
        words: Sequence[Mapping[str, str]],
        left_out: Mapping[int, Sequence[LeftOut]],
    ) -> None:
        self.root, self.texts, self.words, self.left_out = root, texts, words, left_out
        self.arrays: Arrays = {name: arrays[name] for name in ("first", *_OF_BOXES, *_OF_PICTURES)}
        self.first: Ints = arrays["first"]
        self._made: dict[int, Record] = {}
        n, m = len(self.first) - 1, int(self.first[-1])
        if any(len(texts[name]) != (m if name == "id" else n) for name in _TEXTS):
            raise ValueError("texts of another dataset")
        if [each.shape for each in self.arrays.values()] != [(n + 1,), (m, 4), (m,), (m,), (m,), (4 * n,), (n,)]:
            raise ValueError("columns of another dataset")

    @classmethod
    def of(cls, records: Sequence[Record], root: Path) -> RecordColumns:
        """Return the columns of records; raises `ValueError` for a path that is not under ``root``, or a vast size."""
        attributes = list(chain.from_iterable(each.attributes for each in records))
        words = {id(each): each for each in (NO_ATTRIBUTES, *attributes)}
        number_of = {each: number for number, each in enumerate(words)}
        texts = {
            "name": [each.name for each in records],
            "path": parts(root, (each.path for each in records)),
            "image_id": [each.image_id for each in records],
            "source": parts(root, (each.source for each in records)),
            "ambiguity": [each.ambiguity for each in records],
            "id": list(chain.from_iterable(each.ids for each in records)),
        }
        arrays: Arrays = {
            "first": np.cumsum([0, *(len(each.boxes) for each in records)]),
            "box": _joined("d", chain.from_iterable(each.boxes for each in records)).reshape(-1, 4),
            "label": _joined("i", (each.labels for each in records)),
            "kind": _joined("b", (each.kinds for each in records)),
            "words": np.array(array("i", [number_of[id(each)] for each in attributes])),
            "size": _joined("q", ((each.declared or (0, 0)) + (each.extent or (0, 0)) for each in records)),
            "relative": np.array([each.relative for each in records], bool),
        }
        left_out = {row: record.left_out for row, record in enumerate(records) if record.left_out}
        return cls(root, texts, arrays, list(words.values()), left_out)

    @cached_property
    def _attributes(self) -> list[Attributes]:
        return [Attributes(words) if words else NO_ATTRIBUTES for words in self.words]

    def __len__(self) -> int:
        """Return the number of records."""
        return len(self.first) - 1

    @overload
    def __getitem__(self, index: int) -> Record: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Record]: ...
    def __getitem__(self, index: int | slice) -> Record | Sequence[Record]:
        """Return one record, or a list for a slice."""
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        index = range(len(self))[index]
        made = self._made.get(index)
        return made if made is not None else self._made.setdefault(index, self._record(index))

    def _record(self, index: int) -> Record:
        texts, part = self.texts, slice(int(self.first[index]), int(self.first[index + 1]))
        box, label, kind, words, size, relative = (self.arrays[name] for name in (*_OF_BOXES, *_OF_PICTURES))
        height, width, tall, wide = size[4 * index : 4 * index + 4].tolist()
        return Record(
            name=texts["name"][index],
            path=self.place(texts["path"][index]),
            declared=(height, width) if height else None,
            boxes=list(map(tuple, box[part].tolist())),
            labels=label[part].tolist(),
            kinds=list(map(Kind, kind[part].tolist())),
            ids=list(texts["id"][part]),
            image_id=texts["image_id"][index],
            relative=bool(relative[index]),
            source=self.place(texts["source"][index]),
            attributes=[self._attributes[number] for number in words[part].tolist()],
            left_out=list(self.left_out.get(index, ())),
            ambiguity=texts["ambiguity"][index],
            extent=(tall, wide) if tall else None,
        )

    def place(self, written: str) -> Path | None:
        """Return a path of the root, None for ""."""
        return self.root / written if written else None


class FolderDataset(Dataset):
    """A dataset of one annotation file a picture over columns, equal to one over the same records."""

    def __init__(
        self, format_: str, columns: RecordColumns, classes: tuple[str, ...], notes: Notes, written: str
    ) -> None:
        self.columns = columns
        super().__init__(columns.root, format_, columns, classes, notes, written)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the pictures' names."""
        if self._names is None:
            self._names = tuple(self.columns.texts["name"])
        return self._names

    @property
    def gt_total(self) -> int:
        """Return the number of ground truths in all pictures."""
        return int(self.columns.first[-1])

    def count(self, index: int) -> int:
        """Return the number of ground truths of one picture; the picture is not read."""
        index = range(len(self))[index]
        return int(self.columns.first[index + 1] - self.columns.first[index])


class KeptDataset(FolderDataset):
    """A dataset of the cache, equal to the one that was read from the files."""

    def __init__(self, columns: RecordColumns, rest: _Rest, files: Texts) -> None:
        orphans = [(name, columns.root / path) for name, path in rest.orphans]
        notes = Notes.of_kept(rest.notes, orphans)
        super().__init__(rest.format, columns, rest.classes, notes, rest.written)
        self._files = files
        del self.files  # found below
        self.remark, self.unread = rest.remark, rest.unread

    @cached_property
    def files(self) -> tuple[Path, ...]:  # type: ignore[override]  # made when asked for: a hundred thousand paths
        """The annotation files."""
        return tuple(self.root / name for name in self._files)


def pack(dataset: Dataset) -> tuple[Arrays, bytes] | None:
    """Return a dataset as arrays by name, and the rest as JSON; None for one with more than these hold.

    That are places outside of its root, pictures inside annotation files, landmarks, a detector's results, and names
    that are no Unicode.
    """
    root = dataset.root
    try:
        if isinstance(dataset, FolderDataset):
            columns = dataset.columns
        else:
            records = [dataset.record(index) for index in range(len(dataset))]
            if dataset.results is not None or any(each.embedded is not None or each.landmarks for each in records):
                return None
            columns = RecordColumns.of(records, root)
        arrays = dict(columns.arrays)
        for name, column in (*columns.texts.items(), ("file", parts(root, dataset.files))):
            arrays |= (column if isinstance(column, Texts) else Texts.of(column)).arrays(name)
        rest = _Rest(
            format=dataset.format, written=dataset.written, remark=dataset.remark, classes=dataset.classes,
            unread=dataset.unread, notes=dataset.notes.kept(),
            orphans=[(name, parts(root, [path])[0]) for name, path in dataset.orphans],
            words=[dict(each) for each in columns.words],
            left_out={row: [(each.box, each.place) for each in some] for row, some in columns.left_out.items()},
        )  # fmt: skip
        return arrays, msgspec.json.encode(rest)
    except (ValueError, OverflowError):  # outside of the root, no Unicode, or a side of more than 63 bits
        return None


def parts(root: Path, paths: Iterable[Path | None]) -> list[str]:
    """Return the part of each path from ``root`` on, "" for None; raises `ValueError` for one that is elsewhere."""
    start = str(root / "x")[:-1]
    written = [start if path is None else str(path) for path in paths]
    for each in written:
        if not each.startswith(start):
            raise ValueError(f"{each} is not under {root}")
    return [each[len(start) :] for each in written]


def _joined(code: str, rows: Iterable[Iterable[float]]) -> npt.NDArray[Any]:
    return np.array(array(code, list(chain.from_iterable(rows))))  # from a list in half the time


def unpack(packed: tuple[Arrays, bytes] | None, root: Path) -> KeptDataset | None:
    """Return the dataset of a `pack`, None where the parts do not belong together."""
    if packed is None:
        return None
    arrays, rest = packed
    try:
        told = _decoder.decode(rest)
        texts = {name: Texts.from_arrays(arrays, name) for name in _TEXTS}
        left_out = {row: [LeftOut(*each) for each in some] for row, some in told.left_out.items()}
        columns = RecordColumns(root, texts, arrays, told.words, left_out)
        return KeptDataset(columns, told, Texts.from_arrays(arrays, "file"))
    except (KeyError, ValueError):
        return None
