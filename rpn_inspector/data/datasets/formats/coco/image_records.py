"""COCO's pictures in batches, as `records` has the annotations: the possible shapes, and the columns."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from rpn_inspector.data.datasets.formats.coco.json_stream import ElementBatch
from rpn_inspector.data.datasets.formats.coco.records import clean, key, whole_numbers
from rpn_inspector.data.datasets.support.columns import IMAGE_ORDER, Ids, IdsBuilder, Oddities

_NAMES = ("file_name", "filename", "fileName", "image_path", "path", "name")  # the first is COCO's own


class _Image(msgspec.Struct, gc=False):
    id: int
    file_name: str
    width: int = 0
    height: int = 0


IMAGES = msgspec.json.Decoder(list[_Image])


class Images:
    """The pictures so far, in order; of equal ids the first wins."""

    def __init__(self, oddities: Oddities) -> None:
        self.ids, self.names, self.oddities = IdsBuilder(), list[str](), oddities
        self.sizes: list[npt.NDArray[np.int32]] = []
        self.places: list[npt.NDArray[np.int32]] = []

    def add(self, batch: ElementBatch) -> None:
        """Take a batch of the list of images."""
        if batch.typed is None or not self._add_typed(batch.typed, batch.start):
            values = batch.plain if batch.typed is None else [_plain(image) for image in batch.typed]
            self._add_plain(values, batch.start)

    def _add_typed(self, records: list[_Image], start: int) -> bool:
        names = [record.file_name for record in records]
        if not all(names):
            return False
        try:
            ids = whole_numbers(records, "id")
            size = np.stack([whole_numbers(records, "height"), whole_numbers(records, "width")], 1)
        except OverflowError:
            return False
        # 0 stands for "not written" in the column, and an impossible size is as good as none.
        size[((size <= 0) | (size >= 10**9)).any(1)] = 0
        self.ids.add_numbers(ids)
        self.names += names
        self._extend(size, np.arange(start, start + len(records)))
        return True

    def _add_plain(self, values: list[Any], start: int) -> None:
        ids, sizes, places = list[str](), list[tuple[int, int]](), list[int]()
        for place, image in enumerate(values, start):
            id_ = key(image.get("id")) if isinstance(image, dict) else None
            if id_ is None:
                self._note("image without id", place, "wanted an id", skipped=True)
                continue
            self.names.append(self._name(image, id_, place))
            height, width = _side(image.get("height")), _side(image.get("width"))
            ids.append(id_)
            sizes.append((height, width) if height and width else (0, 0))
            places.append(place)
        self.ids.add_texts(ids)
        self._extend(np.array(sizes, np.int64).reshape(-1, 2), np.array(places, np.int64))

    def _name(self, image: dict[str, Any], id_: str, place: int) -> str:
        name = next((image[key] for key in _NAMES if isinstance(image.get(key), str) and image[key].strip()), "")
        if name:
            return clean(name)
        url = image.get("coco_url")
        name = clean(url) if isinstance(url, str) and url else f"image {id_}"
        self._note("image without file_name", place, f"has no file_name, {name} is taken")
        return name

    def _note(self, kind: str, place: int, problem: str, *, skipped: bool = False) -> None:
        self.oddities.add(kind, [(IMAGE_ORDER + place, f"images[{place}]", problem)], 1, skipped=skipped)

    def _extend(self, size: npt.NDArray[np.int64], place: npt.NDArray[np.int64]) -> None:
        self.sizes.append(size.astype(np.int32))
        self.places.append(place.astype(np.int32))

    def once(self) -> tuple[Ids, list[str], npt.NDArray[np.int32], npt.NDArray[np.int32]]:
        """Return ids, names, sizes (n, 2) h, w and places, each id once."""
        ids = self.ids.build()
        size = np.concatenate([np.zeros((0, 2), np.int32), *self.sizes])
        place = np.concatenate([np.zeros(0, np.int32), *self.places])
        again = ids.repeated()
        if len(again):
            first = ids.find(ids.take(again[:5]))
            for row, owner in zip(again[:5].tolist(), first.tolist(), strict=True):
                words = f"id {ids[row]} is {self.names[owner]}'s; the first wins"
                self._note("image id twice", int(place[row]), words, skipped=True)
            self.oddities.add("image id twice", [], len(again) - len(again[:5]), skipped=True)
            keep = np.ones(len(place), bool)
            keep[again] = False
            rows = np.flatnonzero(keep)
            return ids.take(rows), [self.names[row] for row in rows.tolist()], size[rows], place[rows]
        self._note_duplicates(place)
        return ids, self.names, size, place

    def _note_duplicates(self, place: npt.NDArray[np.int32]) -> None:
        if len(set(self.names)) == len(self.names):
            return
        seen: dict[str, int] = {}
        for row, name in enumerate(self.names):
            if seen.setdefault(name, row) != row:
                words = f"{name} is images[{place[seen[name]]}] too; both are kept"
                self._note("file_name twice", int(place[row]), words)


def _plain(image: _Image) -> dict[str, Any]:
    return {"id": image.id, "file_name": image.file_name, "width": image.width, "height": image.height}


def _side(value: Any) -> int | None:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1e9 else None
