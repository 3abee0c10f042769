"""``KeptDataset``: a dataset of one file a picture as columns, as the cache keeps it, with records made on access."""

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

_TEXTS = ("name", "path", "image_id", "source", "ambiguity", "id", "file")


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


def pack(dataset: Dataset) -> tuple[Arrays, bytes] | None:
    """Return a dataset as arrays by name, and the rest as JSON; None for one with more than these hold.

    That are places outside of its root, pictures inside annotation files, landmarks, a detector's results, and names
    that are no Unicode.
    """
    records = [dataset.record(index) for index in range(len(dataset))]
    if dataset.results is not None or any(each.embedded is not None or each.landmarks for each in records):
        return None
    root = dataset.root
    attributes = list(chain.from_iterable(each.attributes for each in records))
    words = {id(each): each for each in (NO_ATTRIBUTES, *attributes)}
    number_of = {each: number for number, each in enumerate(words)}
    try:
        texts = {
            "name": [each.name for each in records],
            "path": _parts(root, (each.path for each in records)),
            "image_id": [each.image_id for each in records],
            "source": _parts(root, (each.source for each in records)),
            "ambiguity": [each.ambiguity for each in records],
            "id": list(chain.from_iterable(each.ids for each in records)),
            "file": _parts(root, dataset.files),
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
        for name, column in texts.items():
            arrays |= Texts.of(column).arrays(name)
        rest = _Rest(
            format=dataset.format, written=dataset.written, remark=dataset.remark, classes=dataset.classes,
            unread=dataset.unread, notes=dataset.notes.kept(),
            orphans=[(name, _parts(root, [path])[0]) for name, path in dataset.orphans],
            words=[dict(each) for each in words.values()],
            left_out={
                row: [(each.box, each.place) for each in record.left_out]
                for row, record in enumerate(records) if record.left_out
            },
        )  # fmt: skip
        return arrays, msgspec.json.encode(rest)
    except (ValueError, OverflowError):  # outside of the root, no Unicode, or a side of more than 63 bits
        return None


def _parts(root: Path, paths: Iterable[Path | None]) -> list[str]:
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
        kept = _KeptRecords(arrays, _decoder.decode(rest), root)
    except (KeyError, ValueError):
        return None
    return KeptDataset(kept)


class _KeptRecords(Sequence[Record]):
    """The records, each made at the first access and kept, for a picture may be found or unpacked later."""

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]], rest: _Rest, root: Path) -> None:
        self.rest, self.root = rest, root
        self.texts = {name: Texts.from_arrays(arrays, name) for name in _TEXTS}
        self.first: Ints = arrays["first"]
        self._box, self._label, self._kind, self._words, self._size, self._relative = (
            arrays[name] for name in ("box", "label", "kind", "words", "size", "relative")
        )
        self._made: dict[int, Record] = {}
        n, m = len(self.first) - 1, int(self.first[-1])
        lengths = {"id": m, "file": len(self.texts["file"])}
        if any(len(each) != lengths.get(name, n) for name, each in self.texts.items()):
            raise ValueError("texts of another dataset")
        wanted = [(m, 4), (m,), (m,), (m,), (4 * n,), (n,)]
        found = [each.shape for each in (self._box, self._label, self._kind, self._words, self._size, self._relative)]
        if found != wanted:
            raise ValueError("columns of another dataset")

    @cached_property
    def _attributes(self) -> list[Attributes]:
        return [Attributes(words) if words else NO_ATTRIBUTES for words in self.rest.words]

    def __len__(self) -> int:
        return len(self.first) - 1

    @overload
    def __getitem__(self, index: int) -> Record: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Record]: ...
    def __getitem__(self, index: int | slice) -> Record | Sequence[Record]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        index = range(len(self))[index]
        made = self._made.get(index)
        return made if made is not None else self._made.setdefault(index, self._record(index))

    def _record(self, index: int) -> Record:
        texts, part = self.texts, slice(int(self.first[index]), int(self.first[index + 1]))
        height, width, tall, wide = self._size[4 * index : 4 * index + 4].tolist()
        return Record(
            name=texts["name"][index],
            path=self.place(texts["path"][index]),
            declared=(height, width) if height else None,
            boxes=list(map(tuple, self._box[part].tolist())),
            labels=self._label[part].tolist(),
            kinds=list(map(Kind, self._kind[part].tolist())),
            ids=list(texts["id"][part]),
            image_id=texts["image_id"][index],
            relative=bool(self._relative[index]),
            source=self.place(texts["source"][index]),
            attributes=[self._attributes[number] for number in self._words[part].tolist()],
            left_out=[LeftOut(box, place) for box, place in self.rest.left_out.get(index, ())],
            ambiguity=texts["ambiguity"][index],
            extent=(tall, wide) if tall else None,
        )

    def place(self, written: str) -> Path | None:
        """Return a path of the root, None for ""."""
        return self.root / written if written else None


class KeptDataset(Dataset):
    """A dataset of the cache, equal to the one that was read from the files."""

    def __init__(self, columns: _KeptRecords) -> None:
        rest = columns.rest
        self._columns = columns
        orphans = [(name, columns.root / path) for name, path in rest.orphans]
        notes = Notes.of_kept(rest.notes, orphans)
        super().__init__(columns.root, rest.format, columns, rest.classes, notes, rest.written)
        del self.files  # found below
        self.remark, self.unread = rest.remark, rest.unread

    @cached_property
    def files(self) -> tuple[Path, ...]:  # type: ignore[override]  # made when asked for: a hundred thousand paths
        """The annotation files."""
        return tuple(self._columns.root / name for name in self._columns.texts["file"])

    @property
    def names(self) -> tuple[str, ...]:
        """Return the pictures' names."""
        if self._names is None:
            self._names = tuple(self._columns.texts["name"])
        return self._names

    @property
    def gt_total(self) -> int:
        """Return the number of ground truths in all pictures."""
        return int(self._columns.first[-1])

    def count(self, index: int) -> int:
        """Return the number of ground truths of one picture; the picture is not read."""
        index = range(len(self))[index]
        return int(self._columns.first[index + 1] - self._columns.first[index])
