"""Boxes to files: COCO results, CSV, NPZ, Parquet, VOC, YOLO, LabelMe, each with the provenance of the numbers.

Knows no dataset and no window: rows of boxes come in, files go out.
"""

from rpn_inspector.data.export.destination import FOLDERS, FORMATS, check_target, is_export, is_note
from rpn_inspector.data.export.export_boxes import export_boxes
from rpn_inspector.data.export.exported import (
    COLUMNS,
    FRAMES,
    NO_CLASS,
    SELECTIONS,
    Classes,
    Exported,
    Provenance,
)

__all__ = [
    "COLUMNS",
    "FOLDERS",
    "FORMATS",
    "FRAMES",
    "NO_CLASS",
    "SELECTIONS",
    "Classes",
    "Exported",
    "Provenance",
    "check_target",
    "export_boxes",
    "is_export",
    "is_note",
]
