"""Boxes to files: COCO results, CSV, NPZ, Parquet, VOC, YOLO, LabelMe, each with where its numbers come from."""

from rpn_inspector.data.export.rows import (
    COLUMNS,
    FATE_WORDS,
    FRAMES,
    NO_CLASS,
    SELECTIONS,
    Classes,
    Exported,
    Provenance,
)
from rpn_inspector.data.export.targets import FOLDERS, FORMATS, NOTE, check_target, is_export, is_note
from rpn_inspector.data.export.writing import export_boxes

__all__ = [
    "COLUMNS",
    "FATE_WORDS",
    "FOLDERS",
    "FORMATS",
    "FRAMES",
    "NOTE",
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
