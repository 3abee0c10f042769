"""A label of BDD100K and Scalabel: ``box2d`` with corners in px, the right and lower corner inside the box."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import Record
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.json_fields import Object
from rpn_inspector.data.datasets.support.text import number, shown

_SHAPES = {"poly2d", "rle", "graph", "box3d"}  # labels without a box of their own


def add_label(label: Object, record: Record, path: Path, place: str, builder: DatasetBuilder) -> None:
    """Add the box of a label to a picture's record; a label without a box is skipped and counted."""
    box = label.get("box2d")
    if box is None:
        if _SHAPES & label.keys():
            builder.notes.skip("shape without box", path, place, "a label without box2d is no box")
        return
    try:
        x1, y1, x2, y2 = (number(box[key]) for key in ("x1", "y1", "x2", "y2"))
    except (TypeError, KeyError, ValueError):
        builder.notes.skip("not four numbers", path, place, f"found {shown(box)}, wanted box2d of x1, y1, x2, y2")
        return
    facts: Any = label.get("attributes")
    crowd = isinstance(facts, dict) and facts.get("crowd") is True
    attributes: Object = {key: label[key] for key in ("attributes", "manualShape", "manualAttributes") if key in label}
    # scalabel counts width as x2 - x1 + 1
    corners = (x1, y1, x2 + 1, y2 + 1)
    kind = Kind.CROWD if crowd else Kind.NORMAL
    builder.add_gt(
        record, corners, str(label.get("category", "unnamed")), path, place, kind, str(label.get("id", "")),
        attributes=attributes,
    )  # fmt: skip
