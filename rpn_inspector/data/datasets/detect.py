"""``sniff``: the format of an annotation file, by name and by the evidence in the first bytes."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.format_registry import formats, suffix_of
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence

EMPTY = (
    "empty"  # a text without a line: a YOLO or KITTI picture without objects, if the files beside are in that format
)
DETECTIONS = "results"  # a detector's boxes, to be opened as predictions
_MANY, _FIRST, _MIDDLE, _LAST = 40, 12, 4, 4  # files of one folder, and how many of so many are looked at


def sniff(path: Path) -> str | None:
    """Return the name of a file's format, `EMPTY`, `DETECTIONS`, or None for none. Raises `BadFile`."""
    suffix = suffix_of(path)
    if suffix is None:
        return None
    start = Excerpt.of(path, suffix)
    if suffix == ".txt" and not start.text.strip():
        return EMPTY
    for excerpt in start.parts():
        if suffix == ".json" and is_raw_outputs(excerpt):
            continue
        evidence, name = _strongest(excerpt)
        if evidence >= Evidence.DETECTIONS:
            return DETECTIONS if evidence == Evidence.DETECTIONS else name
    return None


def _strongest(excerpt: Excerpt) -> tuple[Evidence, str]:
    """Return the strongest evidence and its format, the best known of equal formats."""
    asked = [each for each in formats() if excerpt.suffix in each.suffixes]
    return max(((each.detect(excerpt), each.name) for each in asked), key=lambda found: found[0])


def is_raw_outputs(excerpt: Excerpt) -> bool:
    """Return whether a JSON text is meta.json of a dump of raw outputs, perhaps beside annotations."""
    return excerpt.keys >= {"schema", "producer", "images"}


def format_of(path: Path) -> str | None:
    """Return the format of a file opened alone, by name where the content says nothing. Raises `BadFile`."""
    found, suffix = sniff(path), suffix_of(path)
    if suffix is None or found not in (None, EMPTY):
        return found
    start = Excerpt.of(path, suffix)
    # LabelMe's "shapes" may stand between the pixels of a picture and a long tail: only the whole document tells.
    looks = [start, start.whole()] if suffix == ".json" else [start]
    evidence, name = max(map(_strongest, looks), key=lambda strongest: strongest[0])
    return name if evidence > Evidence.NONE else None


def sniff_group(paths: Sequence[Path]) -> list[str | None]:
    """Return the formats of files of one folder and suffix, of very many from a sample."""
    half = len(paths) // 2
    some = [*paths[:_FIRST], *paths[half : half + _MIDDLE], *paths[-_LAST:]] if len(paths) > _MANY else paths
    found = [_safe(path) for path in some]
    # A sample of one mind speaks for all; where it is divided, or knows nothing, every file is looked at.
    kinds = set(found) - {EMPTY}
    if len(found) == len(paths):
        return found
    return [*kinds] * len(paths) if len(kinds) == 1 else [_safe(path) for path in paths]


def _safe(path: Path) -> str | None:
    try:
        return sniff(path)
    except (BadFile, struct.error):
        return None
