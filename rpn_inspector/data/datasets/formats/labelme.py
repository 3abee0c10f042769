"""LabelMe JSON: one file a picture; rectangles, and the enclosing boxes of polygons and circles."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import Dataset, Record
from rpn_inspector.data.datasets.support.collector import Box, Gathering, enclosing, shorten
from rpn_inspector.data.datasets.support.text import number, read_json, shown, size_of
from rpn_inspector.data.pictures.embedded import Embedded
from rpn_inspector.data.pictures.finder import PictureFinder

_PICTURE = re.compile(rb'"imageData"\s*:\s*"((?:[A-Za-z0-9+/=]|\\n)+)"')
_NO_AREA = ("point", "points", "line", "linestrip")


ATTRIBUTES = ("flags", "group_id", "description", "difficult", "attributes")  # the last two are X-AnyLabeling's
PROVENANCE = "provenance.json"


def looks_like(document: Any) -> bool:
    """Return whether a decoded JSON document is LabelMe's."""
    return isinstance(document, dict) and isinstance(document.get("shapes"), list)


def read(files: Sequence[Path], finder: PictureFinder) -> Dataset:
    """Return the dataset of LabelMe ``files``; one that does not parse is skipped and named."""
    gathering = Gathering(finder)
    for path in files:
        try:
            document = read_json(path, gathering.notes)
        except BadFile as error:
            gathering.notes.skip("broken JSON", path, 1, error.problem)
            continue
        if path.name == PROVENANCE and not looks_like(document):
            continue  # an export of this program says there how it was made
        if not looks_like(document):
            gathering.notes.skip("not LabelMe", path, 1, "wanted an object with a list of shapes")
            continue
        record = _record(document, path, gathering)
        for at, shape in enumerate(document["shapes"]):
            _shape(shape, record, path, f"shapes[{at}]", gathering)
    shorten(gathering.records, finder.root)
    return gathering.dataset("LabelMe")


def _record(document: dict[str, Any], path: Path, gathering: Gathering) -> Record:
    written = document.get("imagePath")
    name = written if isinstance(written, str) and written else path.stem
    declared = size_of(document.get("imageHeight"), document.get("imageWidth"))
    if isinstance(document.get("imageData"), str) and not any(
        gathering.finder.find(form, path.parent) for form in (name, path.stem)
    ):
        found = _PICTURE.search(path.read_bytes())
        if found is not None:
            picture = Embedded(path, found.start(1), found.end(1) - found.start(1), base64=True)
            return gathering.held_picture(name, path, picture, declared, relative=False)
        gathering.notes.warn("embedded picture", f"{path}: imageData is not base64")
    return gathering.own_picture([name, path.stem], path, declared=declared)


def _shape(shape: Any, record: Record, path: Path, place: str, gathering: Gathering) -> None:
    try:
        points = [(number(x), number(y)) for x, y in shape["points"]]
        label = "unnamed" if shape["label"] is None else shape["label"]
    except (TypeError, ValueError, KeyError):
        gathering.notes.skip("shape without points", path, place, f"found {shown(shape)}, wanted label and points")
        return
    kind = shape.get("shape_type") or "polygon"
    if kind in _NO_AREA or len(points) < 2:
        gathering.notes.skip("shape without area", path, place, f"a {kind!s:.40} of {len(points)} points is no box")
        return
    if kind not in ("rectangle", "polygon", "circle"):
        gathering.notes.warn("box from polygon", f"{path}:{place}: the {kind!s:.40}'s enclosing box is taken")
    marked = Kind.DIFFICULT if shape.get("difficult") is True else Kind.NORMAL  # as X-AnyLabeling writes it
    attributes = {name: shape.get(name) for name in ATTRIBUTES}
    id_ = str(len(record.boxes))
    gathering.truth(record, _box(points, kind), str(label), path, place, marked, id_, attributes=attributes)


def _box(points: list[tuple[float, float]], kind: Any) -> Box:
    if kind != "circle":
        return enclosing(points)
    (x, y), radius = points[0], math.dist(points[0], points[1])
    return x - radius, y - radius, x + radius, y + radius
