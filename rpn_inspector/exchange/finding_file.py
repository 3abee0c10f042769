"""A file of findings: its formats, where it may be written, and the writing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.text import Text
from rpn_inspector.data.output_file import Sources, check_output, write_whole
from rpn_inspector.exchange import coco_findings, fiftyone_findings
from rpn_inspector.exchange.found import Findings

FORMATS: Mapping[str, Callable[[Findings], dict[str, Any]]] = {
    "coco": coco_findings.document,
    "fiftyone": fiftyone_findings.document,
}


def check_file(file: Path, sources: Sources | None = None) -> None:
    """Raise `BadFile` where a file of findings may not be written: over anything, or among what is read."""
    check_output(file, sources)
    if file.exists():
        raise BadFile(file, "is there already, and nothing is written over; choose another name")


def write_findings(findings: Findings, file: Path, format: str = "coco", sources: Sources | None = None) -> None:
    """Write ``findings`` in one of `FORMATS`, all or nothing. Raises `BadFile` as `check_file`."""
    check_file(file, sources)
    content = json.dumps(FORMATS[format](findings), indent=1, allow_nan=False)
    write_whole(file, f"{content}\n".encode("ascii"))


def words(findings: Findings, format: str) -> list[Text]:
    """Return in lines what a file holds, and what it leaves out."""
    told = sum(bool(picture.attributes) for picture in findings.pictures)
    of_fiftyone = format == "fiftyone"
    kept = [picture for picture in findings.pictures if not (picture.twin if of_fiftyone else picture.again)]
    boxes = Text.counted(sum(len(picture.boxes) for picture in kept), "1 box with findings", "{n} boxes with findings")
    lines = [Text.of("{boxes}, in {images}", boxes=boxes, images=Text.counted(len(kept), "1 image", "{n} images"))]
    twins = len(findings.pictures) - len(kept)
    if twins and not of_fiftyone:
        lines.append(
            Text.counted(
                twins,
                "not in the file: findings of 1 image with another of the same name, which a tool takes for one",
                "not in the file: findings of {n} images with another of the same name, which a tool takes for one",
            )
        )
    elif twins:
        lines.append(
            Text.counted(
                twins,
                "not in the file: findings of 1 image with another of the same name but for the ending, which this "
                "format takes for one",
                "not in the file: findings of {n} images with another of the same name but for the ending, which this "
                "format takes for one",
            )
        )
    if told and of_fiftyone:
        lines.append(
            Text.counted(
                told,
                "not in the file: findings of 1 whole image, for which this format has no place",
                "not in the file: findings of {n} whole images, for which this format has no place",
            )
        )
    return [*lines, *findings.left_out]
