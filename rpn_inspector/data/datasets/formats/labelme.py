"""LabelMe JSON: one file a picture; rectangles, and the enclosing boxes of polygons and circles."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.regular_file import read_whole
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import Box, DatasetBuilder, enclosing
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source, likely
from rpn_inspector.data.datasets.support.text import number, read_json, shown, size_of
from rpn_inspector.data.pictures.embedded import Embedded
from rpn_inspector.data.written_names import PROVENANCE

_PICTURE = re.compile(rb'"imageData"\s*:\s*"')
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/=\\n]")
_NO_AREA = ("point", "points", "line", "linestrip")


ATTRIBUTES = ("flags", "group_id", "description", "difficult", "attributes")  # the last two are X-AnyLabeling's


def looks_like(document: Any) -> bool:
    """Return whether a decoded JSON document is LabelMe's."""
    return isinstance(document, dict) and isinstance(document.get("shapes"), list)


def detect(excerpt: Excerpt) -> Evidence:
    """Return the evidence of the key ``shapes``, certain beside another key of LabelMe's."""
    if looks_like(excerpt.document):
        return Evidence.LIKELY
    if "shapes" not in excerpt.keys:
        return Evidence.NONE
    if excerpt.keys & {"imagePath", "imageData", "shape_type", "points", "flags"}:
        return Evidence.CERTAIN
    return likely(not excerpt.is_list)


def read(source: Source) -> Dataset:
    """Return the dataset of LabelMe files; a file without JSON is skipped and named."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        try:
            document = read_json(path, builder.notes)
        except BadFile as error:
            builder.notes.skip("broken JSON", path, 1, error.problem)
            continue
        if path.name == PROVENANCE and not looks_like(document):
            continue  # an export of this program says there how it was made
        if not looks_like(document):
            builder.notes.skip("not LabelMe", path, 1, "wanted an object with a list of shapes")
            continue
        record = _record(document, path, builder)
        for at, shape in enumerate(document["shapes"]):
            _shape(shape, record, path, f"shapes[{at}]", builder)
    return builder.dataset(FORMAT.title, short=True, whole=source.whole)


def _record(document: dict[str, Any], path: Path, builder: DatasetBuilder) -> Record:
    written = document.get("imagePath")
    name = written if isinstance(written, str) and written else path.stem
    declared = size_of(document.get("imageHeight"), document.get("imageWidth"))

    def embedded() -> Embedded | None:
        found = _embedded(path)
        if found is None:
            builder.notes.warn("embedded picture", f"{path}: imageData is not base64")
        return found

    # The pixels inside the file are megabytes of base64: unpacked only where no picture lies beside.
    inside = embedded if isinstance(document.get("imageData"), str) else None
    return builder.own_picture([name, path.stem], path, declared=declared, embedded=inside)


def _embedded(path: Path) -> Embedded | None:
    """Return the place of the text behind ``imageData``, None where the text is no base64."""
    content = read_whole(path)
    found = _PICTURE.search(content)
    if found is None:
        return None
    # To the closing quote in one step: a pattern over the text itself would remember every letter on the way.
    start, end = found.end(), content.find(b'"', found.end())
    if end <= start or _NOT_BASE64.search(content, start, end) is not None:
        return None
    return Embedded(path, start, end - start, base64=True)


def _shape(shape: Any, record: Record, path: Path, place: str, builder: DatasetBuilder) -> None:
    try:
        points = [(number(x), number(y)) for x, y in shape["points"]]
        label = "unnamed" if shape["label"] is None else shape["label"]
    except (TypeError, ValueError, KeyError):
        builder.notes.skip("shape without points", path, place, f"found {shown(shape)}, wanted label and points")
        return
    kind = shape.get("shape_type") or "polygon"
    if kind in _NO_AREA or len(points) < 2:
        builder.notes.skip("shape without area", path, place, f"a {kind!s:.40} of {len(points)} points is no box")
        return
    if kind not in ("rectangle", "polygon", "circle"):
        builder.notes.warn("box from polygon", f"{path}:{place}: the {kind!s:.40}'s enclosing box is taken")
    marked = Kind.DIFFICULT if shape.get("difficult") is True else Kind.NORMAL  # as X-AnyLabeling writes it
    attributes = {name: shape.get(name) for name in ATTRIBUTES}
    id_ = str(len(record.boxes))
    builder.add_gt(record, _box(points, kind), str(label), path, place, marked, id_, attributes=attributes)


def _box(points: list[tuple[float, float]], kind: Any) -> Box:
    if kind != "circle":
        return enclosing(points)
    (x, y), radius = points[0], math.dist(points[0], points[1])
    return x - radius, y - radius, x + radius, y + radius


FORMAT = Format(
    name="labelme",
    title="LabelMe",
    suffixes=(".json",),
    detect=detect,
    read=read,
    rank=4,
    content="'s shapes",
    per_picture=(".json",),
    grouping=Grouping.TOGETHER,
)
