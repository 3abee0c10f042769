"""OpenImages CSV: a box a row, fractions of the picture, in columns named by the header; decimal commas too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.dataset import CORNERS, Dataset, Notes
from rpn_inspector.data.datasets.gathering import Gathering
from rpn_inspector.data.datasets.reading import decimal
from rpn_inspector.data.datasets.rows import Header, field, rows
from rpn_inspector.data.finding import PictureFinder

_WANTED = ("imageid", "xmin", "xmax", "ymin", "ymax", "labelname")


def looks_like(fields: Sequence[str]) -> bool:
    """Return whether a header is OpenImages'."""
    header = Header(fields)
    return all(header.at(name) is not None for name in _WANTED)


def read(files: Sequence[Path], finder: PictureFinder) -> Dataset:
    """Return the dataset of OpenImages ``files``; IsGroupOf makes a crowd."""
    gathering = Gathering(finder)
    for path in files:
        header: Header | None = None
        names = _class_names(path.parent)
        for line, row in rows(path, gathering.notes):
            if header is not None:
                _row(row, header, names, path, line, gathering)
            elif looks_like(row):
                header = Header(row, _WANTED)
            else:
                raise BadFile(path, f"its first row is no header of OpenImages, which names {', '.join(_WANTED)}")
    return gathering.dataset("OpenImages", CORNERS)


def _class_names(folder: Path) -> dict[str, str]:
    """Return class names by code from a class-descriptions file beside, empty where there is none."""
    for path in sorted(folder.glob("class-descriptions*.csv")):
        if path.resolve().is_relative_to(folder.resolve()):
            try:
                return {row[0].strip(): row[1].strip() for _, row in rows(path, Notes()) if len(row) == 2}
            except BadFile:
                continue
    return {}


def _row(row: list[str], header: Header, names: dict[str, str], path: Path, line: int, gathering: Gathering) -> None:
    name = field(row, header.at("imageid"))
    if not name:
        gathering.notes.skip("no picture named", path, line, "its ImageID is empty")
        return
    record = gathering.picture(name, path, line, image_id=name, relative=True)
    texts = [field(row, header.at(column)) for column in ("xmin", "ymin", "xmax", "ymax")]
    if not any(texts):
        return
    try:
        x1, y1, x2, y2 = (decimal(text) for text in texts)
    except ValueError:
        gathering.notes.skip("not four numbers", path, line, f"found {texts}, wanted four numbers")
        return
    if any("," in text for text in texts):
        gathering.notes.warn("decimal comma", f"{path}:{line}: {texts} are read as numbers with a decimal comma")
    kind = Kind.CROWD if field(row, header.at("isgroupof")) == "1" else Kind.NORMAL
    label = field(row, header.at("labelname"))
    attributes = {title: field(row, at) for title, at in header.others}
    box = (x1, y1, x2, y2)
    gathering.truth(record, box, names.get(label, label), path, line, kind, str(line), attributes=attributes)
