"""CrowdHuman .odgt: one JSON object a line and picture; the full boxes, and regions to be ignored."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import SIDES, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source, likely
from rpn_inspector.data.datasets.support.text import encoding_of, number, shown, size_of

_BOXES = ("fbox", "box", "bbox", "vbox")  # the full box; others where a set has no such


def detect(excerpt: Excerpt) -> Evidence:
    """Return likelihood for any text: no other format has the suffix."""
    return likely(bool(excerpt.text.strip()))


def read(source: Source) -> Dataset:
    """Return the dataset of .odgt files; a line without JSON is skipped and counted."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        try:
            with open_regular(path) as file:
                encoding = encoding_of(file.read(4))
                if encoding.startswith(("utf-16", "utf-32")):
                    raise BadFile(path, f"is {encoding.upper()}, wanted UTF-8")
                file.seek(0)
                for line, data in enumerate(file, 1):
                    if data.strip():
                        _line(data, path, line, builder)
        except OSError as error:
            raise BadFile(path, f"cannot be read: {error.strerror or error}") from error
    return builder.dataset(FORMAT.title, SIDES)


def _line(data: bytes, path: Path, line: int, builder: DatasetBuilder) -> None:
    try:
        entry = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        builder.notes.skip("broken line", path, line, f"not JSON: {error}")
        return
    name = entry.get("ID", entry.get("fpath")) if isinstance(entry, dict) else None
    if not isinstance(name, str) or not name:
        builder.notes.skip("no picture named", path, line, f"found {shown(entry)}, wanted an object with ID")
        return
    declared = size_of(entry.get("height"), entry.get("width"))
    record = builder.picture(name, path, line, declared=declared, image_id=name, others=(f"{name}.jpg",))
    objects = entry.get("gtboxes")
    for at, entry in enumerate(objects if isinstance(objects, list) else ()):
        _add_object(entry, record, path, line, at, builder)


def _add_object(entry: Any, record: Record, path: Path, line: int, at: int, builder: DatasetBuilder) -> None:
    place = f"{line}: gtboxes[{at}]"
    raw = next((entry[key] for key in _BOXES if key in entry), None) if isinstance(entry, dict) else None
    try:
        if not isinstance(raw, list):
            raise ValueError
        x, y, width, height = (number(value) for value in raw)
    except ValueError:
        builder.notes.skip("not four numbers", path, place, f"found {shown(raw)}, wanted fbox of x, y, w, h")
        return
    tag = entry.get("tag")
    extra = entry.get("extra") if isinstance(entry.get("extra"), dict) else {}
    # A mask is a crowd too dense to annotate, a reflection or a statue: no background for an anchor to learn.
    ignored = tag == "mask" or extra.get("ignore") in (1, True)
    label = tag if isinstance(tag, str) else "unnamed"
    kind = Kind.IGNORED if ignored else Kind.NORMAL
    box, id_ = (x, y, x + width, y + height), str(extra.get("box_id", at))
    attributes = {name: entry.get(name) for name in ("extra", "head_attr")}
    builder.add_gt(record, box, label, path, place, kind, id_, attributes=attributes)


FORMAT = Format(name="crowdhuman", title="CrowdHuman", suffixes=(".odgt",), detect=detect, read=read, aliases=("odgt",))
