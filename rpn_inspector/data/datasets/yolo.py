"""YOLO text: ``class cx cy w h`` or ``class x1 y1 x2 y2 ...`` in fractions of the picture, one file a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.dataset import Dataset, Notes, PictureFinder, Record

SPLITS = ("train", "val", "valid", "test")
NOT_LABELS = {"classes.txt", "obj.names", "train.txt", "valid.txt", "val.txt", "test.txt", "labelmap.txt"}


def read(
    label_files: Sequence[Path], pictures: Sequence[Path], names: tuple[str, ...], finder: PictureFinder
) -> Dataset:
    """Return the dataset of ``pictures`` with the label file of the same stem; one without is a picture of no box."""
    notes = Notes()
    by_stem: dict[str, list[Path]] = {}
    for path in label_files:
        by_stem.setdefault(path.stem, []).append(path)
    records, used, classes = [], set[Path](), list(names)
    for picture in pictures:
        record = Record(str(picture.relative_to(finder.root)), picture, relative=True, source=picture)
        label = _label_of(picture, by_stem.get(picture.stem, []))
        if label is not None:
            used.add(label)
            record.source = label
            _lines(label, record, classes, notes)
        records.append(record)
    for path in label_files:
        if path not in used:
            notes.skip("picture missing", path, 1, f"no picture called {path.stem} under {finder.root}")
    return Dataset(finder.root, "YOLO", _shorten(records), tuple(classes), notes)


def _shorten(records: list[Record]) -> list[Record]:
    """Return the records named by file name where that is unambiguous."""
    short = [Path(record.name).name for record in records]
    if len(set(short)) == len(short):
        for record, name in zip(records, short, strict=True):
            record.name = name
    return records


def _label_of(picture: Path, candidates: list[Path]) -> Path | None:
    """Return a picture's label file: beside it, or with images/ read as labels/, else the only one of that stem."""
    twin = str(picture.with_suffix(".txt"))
    for path in candidates:
        if str(path) in (twin, "labels".join(twin.rsplit("images", 1))):
            return path
    return candidates[0] if len(candidates) == 1 else None


def _lines(path: Path, record: Record, classes: list[str], notes: Notes) -> None:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        notes.skip("unreadable", path, 1, f"not text: {error}")
        return
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            _line(line, path, number, record, classes, notes)


def _line(line: str, path: Path, number: int, record: Record, classes: list[str], notes: Notes) -> None:
    try:
        label, *values = (float(word) for word in line.split())
    except ValueError:
        notes.skip("not numbers", path, number, f"wanted class cx cy w h, but found {line.strip()[:80]!r}")
        return
    polygon = len(values) >= 6 and len(values) % 2 == 0
    if len(values) not in (4, 5) and not polygon:
        notes.skip("wrong number of fields", path, number, f"wanted class cx cy w h, but found {line.strip()[:80]!r}")
        return
    if not 0 <= label < 1e6 or label != int(label):
        notes.skip("bad class", path, number, f"found class {label:g}, wanted a whole number from 0")
        return
    if polygon:
        box = (min(values[0::2]), min(values[1::2]), max(values[0::2]), max(values[1::2]))
    else:
        x, y, width, height = values[:4]
        box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    if not notes.check(box, path, number):
        return
    if max(map(abs, box)) > 2:
        notes.skip(
            "not normalised", path, number, f"found {line.strip()[:80]!r}, wanted fractions of the picture, 0 to 1"
        )
        return
    while len(classes) <= label:
        classes.append(str(len(classes)))
    record.add(box, int(label), id_=str(number))


def yaml_classes(path: Path) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return a data.yaml's table and class names. Raises `BadFile` where it is no such table."""
    try:
        table = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError, ValueError) as error:
        raise BadFile(path, f"not YAML: {' '.join(str(error).split())[:200]}") from error
    if not isinstance(table, dict):
        raise BadFile(path, "wanted a table with names and train, val or test")
    names = table.get("names", [])
    if isinstance(names, dict):
        try:
            by_number = {int(key): str(value) for key, value in names.items()}
        except (TypeError, ValueError) as error:
            raise BadFile(path, "names: wanted whole numbers for keys") from error
        names = [by_number.get(i, str(i)) for i in range(min(max(by_number, default=-1) + 1, 100_000))]
    return table, tuple(str(name) for name in names) if isinstance(names, list) else ()


def yaml_folders(path: Path, table: dict[str, Any], split: str | None) -> list[Path]:
    """Return the picture folders of a data.yaml that are under its own folder; foreign paths by their last parts."""
    root, folders = path.parent.resolve(), list[Path]()
    for key in SPLITS:
        entries = table.get(key)
        if split is not None and key != split and {key, split} != {"val", "valid"}:
            continue
        for entry in entries if isinstance(entries, list) else [entries]:
            folder = _inside(root, str(entry), str(table.get("path") or "")) if entry else None
            if folder is not None and folder not in folders:
                folders.append(folder)
    return folders


def _inside(root: Path, entry: str, base: str) -> Path | None:
    parts = [part for part in entry.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    for start in range(len(parts)):
        for prefix in (root, root / base if not Path(base).is_absolute() else root):
            folder = prefix.joinpath(*parts[start:]).resolve()
            if folder.is_dir() and folder.is_relative_to(root):
                return folder
    return None
