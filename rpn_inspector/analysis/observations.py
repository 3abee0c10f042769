"""The contents of a dataset's annotations and picture files, side by side as arrays for `lint` and `audit`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.text import Text, UserName
from rpn_inspector.data.datasets.dataset import Cancelled, Dataset
from rpn_inspector.data.datasets.support.column_dataset import ColumnDataset
from rpn_inspector.data.pictures.images import read_size

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Progress = Callable[[int, int], "bool | None"]
THREADS = 4  # for reading headers, where the disk makes them wait
STEP = 64  # pictures a thread takes at once


@dataclass(frozen=True, slots=True, eq=False)
class Observations:
    """All pictures (n) and ground truths (m) of a dataset, and the boxes (k) left out by the reading.

    Args:
        names: the pictures' names, n.
        classes: the classes' names.
        format: the annotation format.
        first: (n + 1,) the ground truths of picture i are rows ``first[i]`` to ``first[i + 1]``.
        image: (m,) each row's picture.
        box: (m, 4) x1 y1 x2 y2 in original px, or in fractions of a picture of 1 x 1 where ``fraction``.
        label: (m,) class, as in `Sample`.
        kind: (m,) kind, as in `Sample`.
        declared: (n, 2) h, w px as annotated, 0 where not.
        found: (n, 2) h, w px of the file's header, 0 where not read.
        size: (n, 2) h, w px in force: the file's, else the annotated size, else 0.
        relative: (n,) whether boxes were written as fractions.
        fraction: (n,) whether boxes stay fractions, of a picture of unknown size.
        missing: (n,) whether no picture was found, None where nobody looked.
        ambiguous: in words the files that may equally be a record's, by picture.
        unreadable: the trouble with a picture's file, by picture.
        left_image: (k,) the pictures of boxes left out for a size of zero or below, in rows m to m + k.
        left_box: (k, 4) the same boxes.
        left_place: where the file writes each of the same boxes.
        area: (m,) px² as annotated, NaN without.
        source: a picture's annotation file.
        orphans: pictures named only by a file left out.
        written: as in `Dataset`.
    """

    names: Sequence[str]
    classes: tuple[str, ...]
    format: str
    first: Ints
    image: Ints
    box: Floats
    label: Ints
    kind: Ints
    declared: Ints
    found: Ints
    size: Ints
    relative: Bools
    fraction: Bools
    missing: Bools | None
    ambiguous: dict[int, str]
    unreadable: dict[int, str]
    left_image: Ints
    left_box: Floats
    left_place: Callable[[int], str]
    area: Floats
    source: Callable[[int], Path | None]
    orphans: Sequence[tuple[str, Path]]
    written: str

    def every_box(self) -> tuple[Ints, Floats]:
        """Return the pictures (m + k,) and the boxes (m + k, 4) of all ground truths and of the boxes left out."""
        return np.concatenate([self.image, self.left_image]), np.concatenate([self.box, self.left_box])

    def corners(self, row: int) -> tuple[float, float, float, float]:
        """Return the box of a ground truth, or of a box left out."""
        at = row - len(self.box)
        x1, y1, x2, y2 = (self.left_box[at] if at >= 0 else self.box[row]).tolist()
        return x1, y1, x2, y2

    def number(self, row: int) -> int | None:
        """Return the index of a row's ground truth in its picture, None for a box left out."""
        return row - int(self.first[self.image[row]]) if row < len(self.box) else None

    def gt_words(self, row: int) -> Text:
        """Return the words for a ground truth: number from 1, class and corners; or the place of a box left out."""
        corners = ", ".join(f"{edge:.10g}" for edge in self.corners(row))
        number = self.number(row)
        if number is None:
            place = UserName(self.left_place(row - len(self.box)))
            return Text.of("the box at {corners}, left out from {place},", corners=corners, place=place)
        label = int(self.label[row])
        name = self.classes[label] if 0 <= label < len(self.classes) else str(label)
        return Text.of(
            "ground truth {number} ({name}) at {corners}", number=number + 1, name=UserName(name), corners=corners
        )

    def picture(self, image: int) -> str:
        """Return a picture's size in words."""
        height, width = self.size[image].tolist()
        return f"{width} x {height} px"


def gather(dataset: Dataset, pictures: bool = True, progress: Progress | None = None) -> Observations:
    """Return the facts of ``dataset``; with ``pictures`` each file's header is read, never the pixels.

    ``progress(done, total)`` in pictures returns True to stop; `Cancelled` is raised then.
    """
    columns = _columns(dataset)
    count = len(dataset)
    found, unreadable = np.zeros((count, 2), np.int64), dict[int, str]()
    missing = columns.pop("missing")
    if pictures:
        missing = np.zeros(count, bool)
        for index, header in enumerate(_headers(dataset, progress)):
            if header is None:
                missing[index] = dataset.is_missing(index)
            elif isinstance(header, str):
                unreadable[index] = header
            else:
                found[index] = header
    declared, relative = columns["declared"], columns["relative"]
    size = np.where(found > 0, found, declared)
    # Without any size fractions stay fractions, of a picture of 1 x 1, so that shapes can still be judged.
    fraction = relative & (size[:, 0] == 0)
    size[fraction] = 1
    box, image = columns["box"], np.repeat(np.arange(count), np.diff(columns["first"]))
    scaled = relative[image]
    # Sizes are h, w; x1 y1 x2 y2 want w, h, w, h.
    box[scaled] *= size[image[scaled]][:, [1, 0, 1, 0]]
    left_image, left_box = columns["left_image"], columns["left_box"]
    scaled = relative[left_image]
    left_box[scaled] *= size[left_image[scaled]][:, [1, 0, 1, 0]]
    return Observations(
        dataset.names, dataset.classes, dataset.format, found=found, size=size, fraction=fraction, missing=missing,
        unreadable=unreadable, image=image, orphans=dataset.orphans, written=dataset.written,
        ambiguous={index: words for index in range(count) if (words := dataset.ambiguity(index))}, **columns,
    )  # fmt: skip


def _columns(dataset: Dataset) -> dict[str, Any]:
    """Return the columns of a dataset, from its own columns if any; the boxes are a copy."""
    count = len(dataset)
    if isinstance(dataset, ColumnDataset):
        boxes, images = dataset.boxes, dataset.images
        return {
            "first": np.asarray(boxes.first, np.int64),
            "box": np.array(boxes.box, np.float64),
            "label": np.asarray(boxes.label, np.int64),
            "kind": np.asarray(boxes.kind, np.int64),
            "declared": np.asarray(images.size, np.int64) * (np.asarray(images.size) > 0).all(1, keepdims=True),
            "relative": np.zeros(count, bool),
            "missing": None,
            "left_image": np.asarray(boxes.left_image, np.int64),
            "left_box": np.array(boxes.left_box, np.float64),
            "left_place": lambda at: f"{images.source}:annotations[{boxes.left_place[at]}]",
            "area": np.asarray(boxes.area, np.float64),
            "source": lambda image: images.source,
        }
    records = [dataset.record(index) for index in range(count)]
    lengths = np.fromiter((len(record.boxes) for record in records), np.int64, count)
    left = [one for record in records for one in record.left_out]
    corners = np.fromiter(chain.from_iterable(chain.from_iterable(r.boxes for r in records)), np.float64)
    return {
        "first": np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)]),
        "box": corners.reshape(-1, 4),
        "label": np.fromiter(chain.from_iterable(r.labels for r in records), np.int64),
        "kind": np.fromiter(chain.from_iterable(r.kinds for r in records), np.int64),
        "declared": np.array([r.declared or (0, 0) for r in records], np.int64).reshape(-1, 2),
        "relative": np.fromiter((r.relative for r in records), bool, count),
        "missing": np.fromiter((r.path is None for r in records), bool, count),
        "left_image": np.repeat(np.arange(count), [len(r.left_out) for r in records]),
        "left_box": np.array([one.box for one in left], np.float64).reshape(-1, 4),
        "left_place": lambda at: left[at].place,
        "area": np.full(int(lengths.sum()), np.nan),
        "source": lambda image: records[image].source,
    }


def _headers(dataset: Dataset, progress: Progress | None) -> Iterator[tuple[int, int] | str | None]:
    """Yield each picture's (h, w) px, the trouble with its file, or None where there is none."""

    def one(index: int) -> tuple[int, int] | str | None:
        path = dataset.image_path(index)
        if path is None:
            return None
        try:
            return read_size(path, turned=dataset.turned)
        except BadFile as error:
            return error.problem

    def some(start: int) -> list[tuple[int, int] | str | None]:
        return [one(index) for index in range(start, min(start + STEP, total))]

    total = len(dataset)
    # Reading a header is mostly waiting for the disk. Each task is a stretch of files: a task for each single file
    # would cost more than the reading.
    with ThreadPoolExecutor(THREADS) as pool:
        for start in range(0, total, THREADS * STEP):
            if progress is not None and progress(start, total):
                raise Cancelled(f"stopped at picture {start + 1} of {total}")
            yield from chain.from_iterable(pool.map(some, range(start, min(start + THREADS * STEP, total), STEP)))
    if progress is not None:
        progress(total, total)
