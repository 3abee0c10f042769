"""OpenImages CSV: a box a row, fractions of the picture, in columns named by the header; decimal commas too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import CORNERS, Dataset, Notes
from rpn_inspector.data.datasets.support.csv_rows import TableHeader, field, rows
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.files import files_in
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source
from rpn_inspector.data.datasets.support.text import decimal

_DESCRIBED = ("metadata", "annotations", "csv", "classes")  # folders for the names of classes
_WANTED = ("imageid", "xmin", "xmax", "ymin", "ymax", "labelname")


def looks_like(fields: Sequence[str]) -> bool:
    """Return whether a header is OpenImages'."""
    return _Columns.of(fields) is not None


@dataclass(frozen=True, slots=True)
class _Columns:
    """The numbers of the columns; ``others`` have a title only."""

    picture: int
    box: tuple[int, int, int, int]
    label: int
    group: int | None
    others: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, fields: Sequence[str]) -> _Columns | None:
        """Return the columns by a header's names, None for another header."""
        header = TableHeader(fields, _WANTED)
        picture, *box, label = (header.at(name) for name in ("imageid", "xmin", "ymin", "xmax", "ymax", "labelname"))
        if picture is None or label is None or None in box:
            return None
        x1, y1, x2, y2 = (at for at in box if at is not None)
        return cls(
            picture=picture, box=(x1, y1, x2, y2), label=label, group=header.at("isgroupof"), others=header.others
        )


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for a header with the columns of OpenImages."""
    return Evidence.CERTAIN if looks_like(excerpt.fields) else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of OpenImages files; IsGroupOf makes a crowd."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        columns: _Columns | None = None
        names = _class_names(path.parent, source.root)
        for line, row in rows(path, builder.notes):
            if columns is not None:
                _row(row, columns, names, path, line, builder)
                continue
            columns = _Columns.of(row)
            if columns is None:
                raise BadFile(path, f"its first row is no header of OpenImages, which names {', '.join(_WANTED)}")
    return builder.dataset(FORMAT.title, CORNERS, whole=source.whole)


def _class_names(folder: Path, root: Path) -> dict[str, str]:
    """Return class names by code, from a table of descriptions near by; empty where there is none.

    LabelName is a code like /m/01g317; people know the names in another file: class-descriptions.csv beside,
    oidv7-class-descriptions-boxable.csv, or metadata/classes.csv beside the folder of labels, all of two columns.
    """
    above = folder.parent if folder != root and folder.is_relative_to(root) else folder
    for place in dict.fromkeys((folder, above, *(top / name for top in (folder, above) for name in _DESCRIBED))):
        for path in files_in(place) if place.is_dir() and not place.is_symlink() else ():
            if _describes_classes(path):
                try:
                    return {row[0].strip(): row[1].strip() for _, row in rows(path, Notes()) if len(row) >= 2}
                except BadFile:
                    continue
    return {}


def _describes_classes(path: Path) -> bool:
    """Return whether a table has names of classes, by its own name."""
    name = path.name.casefold()
    return name.endswith((".csv", ".tsv")) and ("class-descriptions" in name or name == "classes.csv")


def _row(
    row: list[str], columns: _Columns, names: dict[str, str], path: Path, line: int, builder: DatasetBuilder
) -> None:
    name = row[columns.picture] if columns.picture < len(row) else ""
    if not name.strip():
        builder.notes.skip("no picture named", path, line, "its ImageID is empty")
        return
    record = builder.picture(name, path, line, image_id=name.strip(), relative=True)
    texts = [field(row, at) for at in columns.box]
    if not any(texts):
        return
    try:
        x1, y1, x2, y2 = map(decimal, texts)
    except ValueError:
        builder.notes.skip("not four numbers", path, line, f"found {texts}, wanted four numbers")
        return
    if "," in "".join(texts):
        builder.notes.warn("decimal comma", f"{path}:{line}: {texts} are read as numbers with a decimal comma")
    kind = Kind.CROWD if field(row, columns.group) == "1" else Kind.NORMAL
    label = field(row, columns.label)
    attributes = {title: row[at] for title, at in columns.others if at < len(row)}
    box = (x1, y1, x2, y2)
    builder.add_gt(record, box, names.get(label, label), path, line, kind, str(line), attributes=attributes)


FORMAT = Format(
    name="openimages",
    title="OpenImages",
    suffixes=(".csv", ".tsv"),
    detect=detect,
    read=read,
    owns=_describes_classes,
)
