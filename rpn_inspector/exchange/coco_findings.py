"""Findings as COCO's annotations with ``attributes``, as CVAT and FiftyOne read them.

Only the boxes with a finding are in the file, each once, and each name of a file once. Attributes of a picture stand in
its own ``attributes``, which COCO's own readers pass over.
"""

from __future__ import annotations

from typing import Any

from rpn_inspector.exchange.found import Findings


def document(findings: Findings) -> dict[str, Any]:
    """Return the file's values."""
    pictures = [picture for picture in findings.pictures if not picture.again]
    ids = [picture.id for picture in pictures]
    known = [each for each in ids if each is not None]
    if len(set(known)) < len(ids):  # one id for two pictures, or none: then their order tells
        ids = list(range(1, len(ids) + 1))
    places = {name: number for number, name in enumerate(findings.classes, 1)}
    images: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    for id_, picture in zip(ids, pictures, strict=True):
        height, width = picture.size
        one: dict[str, Any] = {"id": id_, "file_name": picture.place, "width": width, "height": height}
        images.append(one | ({"attributes": dict(picture.attributes)} if picture.attributes else {}))
        for found in picture.boxes:
            x1, y1, x2, y2 = found.box
            annotations.append(
                {
                    "id": len(annotations) + 1,
                    "image_id": id_,
                    "category_id": places[found.label],
                    "bbox": [x1, y1, x2 - x1, y2 - y1],
                    "area": abs((x2 - x1) * (y2 - y1)),
                    "iscrowd": int(found.crowd),
                    "segmentation": [],
                    "attributes": dict(found.attributes),
                }
            )
    return {
        "info": {"description": findings.title, "version": findings.version, "contributor": "rpn-inspector"},
        "categories": [{"id": number, "name": name} for name, number in places.items()],
        "images": images,
        "annotations": annotations,
    }
