"""Boxes to files: COCO results JSON, CSV and NPZ, each with where its numbers come from; all or nothing."""

from __future__ import annotations

import contextlib
import csv
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.proposals import Fate

Array = npt.NDArray[Any]
FORMATS = ("coco", "csv", "npz")
FRAMES = ("original", "network")
SELECTIONS = ("proposals", "positives", "all")
COLUMNS = ("image", "anchor", "level", "x1", "y1", "x2", "y2", "score", "label", "fate")
FATE_WORDS = tuple(fate.name.lower() for fate in Fate)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where exported numbers come from. ``frame`` says whose pixels the boxes are in, ``what`` which boxes."""

    tool: str
    version: str
    recipe: str
    recipe_hash: str
    dataset: str
    predictions: str
    frame: str
    what: str
    simulated: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Return the fields by name, with the notes a reader of the file needs."""
        pixels = {"original": "pixels of the original picture", "network": "pixels of the resized network input"}
        return asdict(self) | {"frame_means": pixels[self.frame]}


@dataclass(frozen=True, slots=True, eq=False)
class Exported:
    """The boxes of one picture: ``boxes`` (n, 4) x1 y1 x2 y2 px; the rest (n,), ``level`` an index to ``levels``."""

    image: str
    image_id: int | str
    anchor: npt.NDArray[np.int64]
    level: npt.NDArray[np.int64]
    levels: tuple[str, ...]
    boxes: Array
    score: Array
    label: npt.NDArray[np.int8]
    fate: npt.NDArray[np.uint8]


def export_boxes(
    rows: Iterable[Exported],
    file: str | Path,
    format: str,
    provenance: Provenance,
    overwrite: bool = False,
) -> int:
    """Write ``rows`` to ``file`` and return the number of boxes; nothing is left behind where that fails.

    ``format`` is coco, csv or npz. Floats are written so that they read back to the same bits. The COCO results format
    is a bare list, so its provenance goes to ``FILE.provenance.json``. Raises `BadFile` where the file is there
    already (unless ``overwrite``) or cannot be written; errors from ``rows`` pass through.
    """
    file = Path(file)
    targets = check_target(file, format, overwrite)
    with _replacing(targets) as streams:
        if format == "npz":
            return _write_npz(rows, streams[0], provenance)
        if format == "csv":
            return _write_csv(rows, streams[0], provenance)
        ids: dict[str, int | str] = {}
        count = _write_coco(rows, streams[0], ids)
        side = provenance.as_dict() | {"category_id": "1 is object, of any class", "image_id": ids}
        streams[1].write(json.dumps(side, indent=1, ensure_ascii=False).encode())
        return count


def check_target(file: Path, format: str, overwrite: bool) -> tuple[Path, ...]:
    """Return the files an export would write; raises `BadFile` where that is not allowed or not possible."""
    if format not in FORMATS:
        raise InspectorError(f"format {format!r}: wanted one of {', '.join(FORMATS)}")
    targets = (file, file.with_name(file.name + ".provenance.json")) if format == "coco" else (file,)
    if not file.parent.is_dir():
        raise BadFile(file, "its folder does not exist, wanted an existing folder")
    for target in targets:
        if target.is_dir():
            raise BadFile(target, "is a folder, wanted a file name")
        if target.exists() and not overwrite:
            raise BadFile(target, "is there already; choose another name or ask to overwrite it")
    return targets


@contextlib.contextmanager
def _replacing(targets: tuple[Path, ...]) -> Iterator[list[IO[bytes]]]:
    """Open a temporary file beside each target; put all in place at the end, or remove them where something fails."""
    temporary = [target.with_name(f".{target.name}.{os.getpid()}.part") for target in targets]
    try:
        with contextlib.ExitStack() as stack:
            streams: list[IO[bytes]] = [stack.enter_context(path.open("wb")) for path in temporary]
            yield streams
            for stream in streams:
                stream.flush()
                os.fsync(stream.fileno())
        for path, target in zip(temporary, targets, strict=True):
            path.replace(target)
    except OSError as error:
        raise BadFile(targets[0], f"cannot be written: {error.strerror or error}") from error
    finally:
        for path in temporary:
            path.unlink(missing_ok=True)


class _Text:
    """A file of bytes as one of text, for writers that want to write strings."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(text.encode())


def _shortest(values: Array) -> list[str]:
    """Return each number as the shortest text that reads back to it in its own precision, always a float in JSON."""
    text: Callable[[Any], str] = str
    return [text(value) for value in values]


def _write_csv(rows: Iterable[Exported], stream: IO[bytes], provenance: Provenance) -> int:
    text = _Text(stream)
    for key, value in provenance.as_dict().items():
        text.write(f"# {key}: {' '.join(str(value).split())}\n")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    count = 0
    for row in rows:
        corners = [_shortest(row.boxes[:, corner]) for corner in range(4)]
        levels = [row.levels[level] for level in row.level]
        fates = [FATE_WORDS[fate] for fate in row.fate]
        names = [row.image] * len(levels)
        columns = (names, row.anchor.tolist(), levels, *corners, _shortest(row.score), row.label.tolist(), fates)
        writer.writerows(zip(*columns, strict=True))
        count += len(levels)
    return count


def _write_coco(rows: Iterable[Exported], stream: IO[bytes], ids: dict[str, int | str]) -> int:
    count = 0
    text = _Text(stream)
    text.write("[")
    for row in rows:
        ids[row.image] = row.image_id
        corners = np.array([[float(text) for text in _shortest(box)] for box in row.boxes], np.float64).reshape(-1, 4)
        sides = corners[:, 2:] - corners[:, :2]  # in double from the written numbers, so that x + w reads back
        for box, side, score in zip(corners.tolist(), sides.tolist(), _shortest(row.score), strict=True):
            record = {"image_id": row.image_id, "category_id": 1, "bbox": box[:2] + side, "score": float(score)}
            text.write((",\n" if count else "\n") + json.dumps(record, allow_nan=False))
            count += 1
    text.write("\n]\n")
    return count


def _write_npz(rows: Iterable[Exported], stream: IO[bytes], provenance: Provenance) -> int:
    every = list(rows)
    levels = every[0].levels if every else ()

    def joined(name: str, dtype: str, *shape: int) -> Array:
        parts = [np.asarray(getattr(row, name)) for row in every]
        return np.concatenate(parts) if parts else np.empty((0, *shape), dtype)

    lengths = [len(row.boxes) for row in every]
    arrays: dict[str, Any] = {
        "images": np.array([row.image for row in every], np.str_),
        "image_ids": np.array([str(row.image_id) for row in every], np.str_),
        "image": np.repeat(np.arange(len(every)), lengths),
        "anchor": joined("anchor", "int64"),
        "level": joined("level", "int64"),
        "levels": np.array(levels, np.str_),
        "boxes": joined("boxes", "float32", 4),
        "score": joined("score", "float32"),
        "label": joined("label", "int8"),
        "fate": joined("fate", "uint8"),
        "fates": np.array(FATE_WORDS, np.str_),
        "provenance": np.array(json.dumps(provenance.as_dict(), ensure_ascii=False), np.str_),
    }
    np.savez_compressed(stream, allow_pickle=False, **arrays)
    return sum(lengths)
