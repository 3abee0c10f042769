"""Findings as FiftyOne's own labels.json, of `fiftyone.types.FiftyOneImageDetectionDataset`.

``{"classes": [...], "labels": {picture: [{"label", "bounding_box", "attributes"}]}}``: a picture is its path from the
folder of the data on, without ending; a box x, y, width, height in parts of the picture. It has no place for findings
of a picture as a whole, and none for two pictures that differ by their ending alone.
"""

from __future__ import annotations

from typing import Any

from rpn_inspector.exchange.found import Findings


def document(findings: Findings) -> dict[str, Any]:
    """Return the file's values."""
    labels: dict[str, list[dict[str, Any]]] = {}
    for picture in findings.pictures:
        if picture.twin:
            continue
        height, width = picture.size
        for found in picture.boxes:
            x1, y1, x2, y2 = found.box
            labels.setdefault(picture.stem, []).append(
                {
                    "label": found.label,
                    "bounding_box": [x1 / width, y1 / height, (x2 - x1) / width, (y2 - y1) / height],
                    "attributes": dict(found.attributes),
                }
            )
    return {"classes": list(findings.classes), "labels": labels}
