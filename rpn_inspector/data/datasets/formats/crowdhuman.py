"""CrowdHuman .odgt: one JSON object a line and picture; the full boxes, and regions to be ignored."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import SIDES, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source, likely
from rpn_inspector.data.datasets.support.json_fields import Object, text_of
from rpn_inspector.data.datasets.support.json_lines import entries
from rpn_inspector.data.datasets.support.text import number, shown, size_of

_BOXES = ("fbox", "box", "bbox", "vbox")  # the full box; others where a set has no such


def detect(excerpt: Excerpt) -> Evidence:
    """Return likelihood for any text: no other format has the suffix."""
    return likely(bool(excerpt.text.strip()))


def read(source: Source) -> Dataset:
    """Return the dataset of .odgt files; a line without JSON is skipped and counted."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        for place, entry in entries(path, builder.notes):
            _picture(entry, path, place, builder)
    return builder.dataset(FORMAT.title, SIDES)


def _picture(entry: Object, path: Path, line: int | str, builder: DatasetBuilder) -> None:
    name = text_of(entry, "ID", "fpath")
    if not name:
        builder.notes.skip("no picture named", path, line, f"found {shown(entry)}, wanted an object with ID")
        return
    declared = size_of(entry.get("height"), entry.get("width"))
    record = builder.picture(name, path, line, declared=declared, image_id=name, others=(f"{name}.jpg",))
    objects = entry.get("gtboxes")
    for at, each in enumerate(objects if isinstance(objects, list) else ()):
        _add_object(each, record, path, line, at, builder)


def _add_object(entry: Any, record: Record, path: Path, line: int | str, at: int, builder: DatasetBuilder) -> None:
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
