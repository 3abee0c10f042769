"""Exported boxes in Parquet as decoded boxes of a detector."""

from __future__ import annotations

from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.export import parquet
from rpn_inspector.data.export.exported import CLASS
from rpn_inspector.data.predictions.results import BoxCollector, DetectionResults


def read_parquet(path: Path) -> DetectionResults:
    """Return the boxes of an export in Parquet, by picture name.

    Raises `BadFile` for another file, or boxes in network px; `InspectorError` without the extra.
    """
    columns, provenance = parquet.read(path)
    if provenance.get("frame") != "original":
        raise BadFile(path, f"its boxes are in {provenance.get('frame')} px, wanted an export in original px")
    collector = BoxCollector(path)
    wanted = [columns[name] for name in ("image", *parquet.CORNERS, "score")]
    classes = columns.get("class", [CLASS] * len(wanted[0]))  # of an export by an earlier version
    for number, (image, *corners, score, kind) in enumerate(zip(*wanted, classes, strict=True)):
        if None in (image, *corners, score, kind):
            collector.skip(f"row {number}", "lacks a value")
            continue
        collector.add(image, corners, score, kind, f"row {number}")
    return collector.results()
