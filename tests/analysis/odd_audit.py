"""A small dataset whose names are markup, formulas and control characters, and its audit."""

from __future__ import annotations

import json
from pathlib import Path

import rpn_inspector as ri

CLASSES = ("<img src=x onerror=alert(1)>", "=1+1", "`a|b` *c* @everyone #1 www.x.org", "</script>\u202ea\nb", "never")
# name of the picture, h, w, and its boxes: class from 0, x, y, width, height
PICTURES = (
    ("=cmd|x.jpg", 480, 640, [(0, 10, 10, 64, 64), (0, 12, 12, 60, 70), (1, 300, 200, 3, 2)]),
    ("<b>two</b>.jpg", 480, 640, [(2, 5, 5, 620, 40), (3, 100, 100, 0, 20), (1, 400, 100, 50, 50)]),
    ("three.jpg", 300, 200, [(0, 20, 20, 130, 120), (1, 20, 200, 40, 40)]),
)


def write(folder: Path, pictures=PICTURES, classes=CLASSES) -> Path:
    """Write the annotations as COCO; pictures are not needed, for their sizes are annotated."""
    categories = [{"id": at + 1, "name": name} for at, name in enumerate(classes)]
    images, boxes = [], []
    for at, (name, height, width, inside) in enumerate(pictures):
        images.append({"id": at + 1, "file_name": name, "height": height, "width": width})
        for label, *box in inside:
            one = {"id": len(boxes) + 1, "image_id": at + 1, "category_id": label + 1, "bbox": box, "iscrowd": 0}
            boxes.append(one | {"area": box[2] * box[3]})
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "annotations.json"
    file.write_text(json.dumps({"images": images, "categories": categories, "annotations": boxes}), encoding="utf-8")
    return file


def audited(folder: Path, recipe: str = "torchvision-fpn"):
    """Return the audit of the dataset written into ``folder``."""
    return ri.audit(ri.open_dataset(write(folder)), recipe)
