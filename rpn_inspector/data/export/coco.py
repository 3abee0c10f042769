"""COCO results: a bare list of image_id, category_id 1, bbox x y w h and score."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO

from rpn_inspector.data.export.rows import Exported, Provenance, shortest, written


def write(rows: Iterable[Exported], stream: IO[bytes], beside: IO[bytes], provenance: Provenance) -> int:
    """Write the list to ``stream``, and ``provenance`` with the pictures' ids by name to ``beside``."""
    count = 0
    ids: dict[str, int | str] = {}
    stream.write(b"[")
    for row in rows:
        ids[row.image] = row.image_id
        corners = written(row.boxes).reshape(-1, 4)
        sides = corners[:, 2:] - corners[:, :2]  # in double from the written numbers, so that x + w reads back
        for box, side, score in zip(corners.tolist(), sides.tolist(), shortest(row.score), strict=True):
            record = {"image_id": row.image_id, "category_id": 1, "bbox": box[:2] + side, "score": float(score)}
            stream.write(((",\n" if count else "\n") + json.dumps(record, allow_nan=False)).encode())
            count += 1
    stream.write(b"\n]\n")
    side_table = provenance.as_dict() | {"category_id": "1 is object, of any class", "image_id": ids}
    beside.write(json.dumps(side_table, indent=1, ensure_ascii=False).encode())
    return count
