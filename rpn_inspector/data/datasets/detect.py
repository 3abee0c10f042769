"""``sniff``: which format one annotation file is in, from its name and first bytes; None where it is none."""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.formats import (
    csv_boxes,
    dota,
    kitti,
    mot,
    openimages,
    tfrecord,
    via,
    via3,
    visdrone,
    widerface,
    yolo,  # fmt: skip
)
from rpn_inspector.data.datasets.formats.yolo_layout import NOT_LABELS, is_names
from rpn_inspector.data.datasets.support.csv_rows import first_row, head_bytes, head_of
from rpn_inspector.data.datasets.support.text import encoding_of, is_binary

_HEAD = 1 << 16
_SUFFIXES = (".json", ".xml", ".txt", ".csv", ".tsv", ".odgt", ".yaml", ".yml", ".tfrecord", ".tfrecords", ".record")
_KEY = re.compile(r'"((?:[^"\\]|\\.){1,40})"\s*:')
_ROOT = re.compile(r"<(?![?!])\s*([\w:.-]+)")
_TABLE = re.compile(r"^(train|val|valid|test|path|nc)\s*:", re.MULTILINE)
_NAMES = re.compile(r"^names\s*:", re.MULTILINE)
EMPTY = "empty"  # a text of no line: a YOLO or KITTI picture without objects, if the others are such


def is_candidate(path: Path) -> bool:
    """Return whether a file may hold annotations, by its name."""
    return kind_of_name(path) is not None and path.name.casefold() not in NOT_LABELS and not is_names(path)


def kind_of_name(path: Path) -> str | None:
    """Return the suffix that says how to look at a file; None where no annotations have such a name."""
    if ".tfrecord" in path.name:
        return ".tfrecord"  # also of the shards, a.tfrecord-00001-of-00010
    suffix = path.suffix.lower()
    return suffix if suffix in _SUFFIXES else None


def sniff(path: Path) -> str | None:
    """Return the name of a file's format, `EMPTY` for a text of nothing, None for none. Raises `BadFile`."""
    kind = kind_of_name(path)
    if kind is None:
        return None
    if kind in (".tfrecord", ".tfrecords", ".record"):
        return "tfrecord" if tfrecord.looks_like(head_bytes(path, 64)) else None
    head = head_of(path, _HEAD)
    if kind == ".json":
        found = _json(head) or _json(_tail(path))
        return None if found == "coco" and boxless(path, head) else found
    if kind == ".odgt":
        return "crowdhuman" if head.strip() else None
    if kind == ".xml":
        return _xml(head)
    if kind in (".yaml", ".yml"):
        named = path.stem.casefold() in ("data", "dataset") or _TABLE.search(head)
        return "yolo" if named and _NAMES.search(head) else None
    if kind in (".csv", ".tsv") and not is_binary(head):
        return _table(head.replace("\0", ""))
    return None if "\0" in head else _text(head, path)


def _tail(path: Path) -> str:
    try:
        with path.open("rb") as file:
            start = file.read(4)
            size = path.stat().st_size
            file.seek(max(0, size - (size & 1) - _HEAD))
            return (start + file.read()).decode(encoding_of(start), errors="replace")
    except OSError:
        return ""


def _json(head: str) -> str | None:
    """Return the format of a JSON document by the keys of its first part, whether it is whole or not."""
    keys, listed = set(_KEY.findall(head)), head.lstrip().startswith("[")
    if keys >= {"schema", "producer", "images"}:
        return None  # meta.json of a raw-output dump, which may lie beside the annotations
    if "shapes" in keys and keys & {"imagePath", "imageData", "shape_type", "points", "flags"}:
        return "labelme"
    if keys & {"_via_img_metadata", "shape_attributes", "_via_settings"} or keys >= {"filename", "regions"}:
        return "via"
    if "project" in keys and keys & {"vid_list", "fid_list", "aname"}:
        return "via"  # version 3
    if listed:
        if "coordinates" in keys or keys == {"image", "annotations"}:
            return "createml"
        if keys & {"rectanglelabels", "polygonlabels", "completed_by", "original_width", "completions"}:
            return "labelstudio"
        if keys >= {"data", "annotations"}:
            return "labelstudio"
        return "results" if keys >= {"image_id", "score"} else None
    if "shapes" in keys:
        return "labelme"
    if keys >= {"schema", "producer"}:
        return None  # raw outputs' own meta.json
    wanted = {"images", "annotations"} | ({"categories"} if len(head) >= _HEAD else set())
    return "coco" if keys & wanted or keys >= {"image_id", "bbox"} else None  # classes alone are none


def boxless(path: Path, head: str) -> str | None:
    """Return in words what a JSON document in COCO's form holds instead of boxes, None where it may hold some."""
    keys = set(_KEY.findall(head))
    if not keys & {"bbox", "caption", "segments_info"}:
        keys |= set(_KEY.findall(_tail(path)))
    if "segments_info" in keys:
        return "panoptic segments"
    return "captions" if "caption" in keys and "bbox" not in keys else None


def _xml(head: str) -> str | None:
    root = _ROOT.search(re.sub(r"<!DOCTYPE[^\[>]*(\[.*?\])?\s*>|<!--.*?-->", "", head, flags=re.DOTALL))
    if root is None:
        return None
    if root.group(1) == "annotation":
        return "voc"
    return "cvat" if root.group(1) == "annotations" and re.search(r"<(image|track|meta|version)\b", head) else None


def _table(head: str) -> str | None:
    if via3.is_csv(head):
        return "via"
    fields = first_row(head)
    if via.looks_like(fields):
        return "via"
    if openimages.looks_like(fields):
        return "openimages"
    return "csv" if csv_boxes.columns_of(fields) is not None or csv_boxes.is_keras(fields) else None


def _text(head: str, path: Path) -> str | None:
    lines = [line for line in head.splitlines()[:50] if line.strip() and not line.lstrip().startswith("#")]
    if not lines:
        return EMPTY if not head.strip() else None
    if widerface.looks_like(lines):
        return "widerface"
    return next((found for line in lines[:5] if (found := _line(line, path)) is not None), None)


def _line(line: str, path: Path) -> str | None:
    if "," in line:
        return "visdrone" if visdrone.looks_like(line) else mot.kind_of(path, line)
    if kitti.looks_like(line):
        return "kitti"
    if dota.looks_like(line):
        return "dota"
    return "yolo" if yolo.looks_like(line) else None


def sniff_group(paths: Sequence[Path]) -> dict[Path, str | None]:
    """Return the formats of files of one folder and suffix; of very many alike only some are looked at."""
    some = [*paths[:12], *paths[len(paths) // 2 : len(paths) // 2 + 4], *paths[-4:]] if len(paths) > 40 else paths
    found = {path: _safe(path) for path in some}
    kinds = set(found.values()) - {EMPTY}
    if len(found) < len(paths) and len(kinds) != 1:
        found = {path: _safe(path) for path in paths}
        kinds = set(found.values()) - {EMPTY}
    if len(found) < len(paths):
        return dict.fromkeys(paths, kinds.pop())
    return found


def _safe(path: Path) -> str | None:
    try:
        return sniff(path)
    except (BadFile, struct.error):
        return None
