"""The objects of a picture in a Hugging Face dataset: a list of objects, or an object of lists of equal length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import Record
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.json_fields import Object, box_of
from rpn_inspector.data.datasets.support.text import shown

BOXES = ("bbox", "bboxes", "boxes")
LABELS = (
    "category", "categories", "label", "labels", "category_name", "class", "classes", "class_name", "name",
    "category_id", "class_id",
)  # fmt: skip


def add_objects(
    written: Any, names: Sequence[str], record: Record, path: Path, place: int | str, builder: DatasetBuilder
) -> None:
    """Add the objects of a picture; what is no box is skipped and counted."""
    for at, entry in _objects(written, path, place, builder):
        where = f"{place}: object {at}"
        try:
            box = box_of(next((entry[key] for key in BOXES if key in entry), None))
        except ValueError as error:
            builder.notes.skip("not four numbers", path, where, f"bbox: {error}")
            continue
        label = next((entry[key] for key in LABELS if entry.get(key) is not None), "unnamed")
        kind = Kind.CROWD if entry.get("iscrowd") in (1, True) else Kind.NORMAL
        id_ = entry["id"] if isinstance(entry.get("id"), str | int) else ""
        attributes = {key: value for key, value in entry.items() if key not in (*BOXES, *LABELS, "id", "iscrowd")}
        text = _name(label, names)
        builder.add_gt(record, box, text, path, where, kind, shown(id_).strip("'"), attributes=attributes)


def _name(label: Any, names: Sequence[str]) -> str:
    if isinstance(label, str):
        return label
    known = isinstance(label, int) and not isinstance(label, bool) and 0 <= label < len(names)
    return names[label] if known else shown(label)


def _objects(written: Any, path: Path, place: int | str, builder: DatasetBuilder) -> Iterator[tuple[int, Object]]:
    """Yield number and fields of each object."""
    if isinstance(written, list):
        for at, entry in enumerate(written):
            if isinstance(entry, dict):
                yield at, entry
            else:
                builder.notes.skip("not an object", path, f"{place}: object {at}", f"found {shown(entry)}")
        return
    if not isinstance(written, dict):
        if written is not None:
            builder.notes.skip("not an object", path, place, f"objects: found {shown(written)}, wanted bbox")
        return
    boxes = next((written[key] for key in BOXES if key in written), None)
    if not isinstance(boxes, list):
        if boxes is not None:
            builder.notes.skip("not a list", path, place, f"bbox: found {shown(boxes)}, wanted a list of boxes")
        return
    # Lists of another length than the boxes belong to the picture.
    columns = {key: part for key, part in written.items() if isinstance(part, list) and len(part) == len(boxes)}
    labels = [key for key in LABELS if written.get(key) is not None]
    if boxes and labels and not any(key in columns for key in labels):
        words = f"{shown(written[labels[0]])} of {labels[0]} for {len(boxes)} boxes"
        builder.notes.warn("classes do not match", f"{path}:{place}: {words}")
    for at in range(len(boxes)):
        yield at, {key: part[at] for key, part in columns.items()}
