"""``export_boxes``: boxes to a file or a folder, in any format, with their provenance."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from rpn_inspector.data.export import coco, csv_table, labelme, npz, parquet, voc, yolo
from rpn_inspector.data.export.destination import FOLDERS, check_target
from rpn_inspector.data.export.exported import Exported, Provenance
from rpn_inspector.data.output_file import writing, writing_folder
from rpn_inspector.data.written_names import PROVENANCE

_FILES = {"csv": csv_table.write, "npz": npz.write, "parquet": parquet.write}
_FOLDERS = {"voc": voc.write, "yolo": yolo.write, "labelme": labelme.write}


def export_boxes(
    rows: Iterable[Exported],
    file: str | Path,
    format: str,
    provenance: Provenance,
    overwrite: bool = False,
) -> int:
    """Write ``rows`` to ``file`` and return the number of boxes; a failure leaves nothing behind.

    Floats are written so that the same bits are read back; YOLO's are fractions, equal within some units in the last
    place. Raises `BadFile` where the target is there already (unless ``overwrite``) or cannot be written,
    `InspectorError` where the format cannot say something; errors from ``rows`` pass through.

    Args:
        rows: the boxes, picture by picture.
        file: the file or the folder to make.
        format: coco, csv, npz or parquet for a file; voc, yolo or labelme for a folder.
        provenance: written into the file, beside COCO's bare list as ``FILE.provenance.json``, into a folder as
            ``provenance.json``.
        overwrite: whether an existing target may be replaced.
    """
    file = Path(file)
    targets = check_target(file, format, overwrite)
    if format == "parquet":
        parquet.library()  # says what is missing before anything is made
    if format in FOLDERS:
        with writing_folder(file) as folder:
            count = _FOLDERS[format](rows, folder)
            note = json.dumps(provenance.as_dict(), indent=1, ensure_ascii=False)
            (folder / PROVENANCE).write_text(note + "\n", encoding="utf-8", errors="replace", newline="\n")
            return count
    with writing(targets) as streams:
        if format == "coco":
            return coco.write(rows, streams[0], streams[1], provenance)
        return _FILES[format](rows, streams[0], provenance)
