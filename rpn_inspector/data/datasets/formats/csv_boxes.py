"""CSV with columns in any order: one box a row, mapped by the header; Parquet of such columns too.

Without header too: picture, corners and class of keras-retinanet, and SKU-110K's with the picture's width and height.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.sample import Kind
from rpn_inspector.core.text import Text, UserName
from rpn_inspector.data.datasets.dataset import CENTRE, CORNERS, SIDES, Dataset, Record
from rpn_inspector.data.datasets.support.csv_rows import TableHeader, field, rows
from rpn_inspector.data.datasets.support.dataset_builder import Box, DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source, likely
from rpn_inspector.data.datasets.support.parquet_table import EXPORTED, column_names, footer_of, text_rows
from rpn_inspector.data.datasets.support.picture_lines import is_picture_name
from rpn_inspector.data.datasets.support.text import decimal, number, size_of
from rpn_inspector.data.written_names import VOC_CORNERS

_OF_BOXES = {"bbox", "objects", "annotations"}  # columns with a box or several inside
_PICTURE = (
    "imagepath", "filename", "filepath", "imagename", "image", "file", "path", "imageid", "img", "imgpath", "imagefile",
    "imgname", "frame", "externalid", "patientid",
)  # fmt: skip
_LABEL = (
    "label", "class", "classname", "labelname", "category", "categoryname", "object", "name", "classid", "objectclass",
    "objectname", "labels", "tag", "target",
)  # fmt: skip
_CORNERS = (
    VOC_CORNERS, ("x1", "y1", "x2", "y2"), ("left", "top", "right", "bottom"),
    ("xtl", "ytl", "xbr", "ybr"), ("bboxxmin", "bboxymin", "bboxxmax", "bboxymax"), ("x0", "y0", "x1", "y1"),
    ("roix1", "roiy1", "roix2", "roiy2"),
)  # fmt: skip
_SIDES = (
    ("x", "y", "w", "h"), ("x", "y", "width", "height"), ("bboxx", "bboxy", "bboxwidth", "bboxheight"),
    ("left", "top", "width", "height"), ("xmin", "ymin", "w", "h"), ("bboxx", "bboxy", "bboxw", "bboxh"),
    ("xmin", "ymin", "width", "height"),
)  # fmt: skip
_CENTRES = (("xcenter", "ycenter", "width", "height"), ("cx", "cy", "w", "h"), ("xc", "yc", "w", "h"))
LIST, LISTS = "list", "lists"  # a box in one column, and all boxes of a picture in one: x1 y1 x2 y2;x1 y1 x2 y2


@dataclass(frozen=True, slots=True)
class Columns:
    """The numbers of a table's columns; ``form`` says what the four of ``box`` are, ``others`` have a title only."""

    picture: int
    box: tuple[int, ...]
    form: str
    label: int | None
    id: int | None = None
    size: tuple[int | None, int | None] = (None, None)
    crowd: int | None = None
    difficult: int | None = None
    ignored: int | None = None
    score: int | None = None
    others: tuple[tuple[str, int], ...] = ()


KERAS = Columns(picture=0, box=(1, 2, 3, 4), form=CORNERS, label=5)
SKU = Columns(picture=0, box=(1, 2, 3, 4), form=CORNERS, label=5, size=(7, 6))


def columns_of(fields: Sequence[str]) -> Columns | None:
    """Return the columns by a header's names, None without a picture or a box among the names."""
    header = TableHeader(fields)
    picture = header.at(*_PICTURE)
    if picture is None:
        return None
    box, form = _box_columns(header)
    if form is None:
        return None
    size = (header.at("imageheight", "imgheight"), header.at("imagewidth", "imgwidth"))
    height, width = header.at("height"), header.at("width")
    # "height" and "width" are the picture's unless the box is made of them.
    if size == (None, None) and height not in box and width not in box:
        size = (height, width)
    label, id_ = header.at(*_LABEL), header.at("id", "boxid", "annotationid", "objectid")
    return Columns(
        picture=picture, box=box, form=form, label=label, id=id_, size=size,
        crowd=header.at("iscrowd", "isgroupof", "crowd"), difficult=header.at("difficult", "isdifficult"),
        ignored=header.at("ignore", "ignored"), score=header.at("score", "scores", "confidence"),
        others=tuple((title, at) for title, at in header.others if at not in (picture, *box, label, id_, *size)),
    )  # fmt: skip


def _box_columns(header: TableHeader) -> tuple[tuple[int, ...], str | None]:
    for form, choices in ((CORNERS, _CORNERS), (SIDES, _SIDES), (CENTRE, _CENTRES)):
        for names in choices:
            found = tuple(at for name in names if (at := header.at(name)) is not None)
            if len(found) == 4:
                return found, form
    for form, one_column in ((LIST, ("bbox", "box", "boundingbox")), (LISTS, ("boxesstring",))):
        if (at := header.at(*one_column)) is not None:
            return (at,), form
    return (), None


def headless(row: Sequence[str]) -> Columns | None:
    """Return the columns by a first row of values: path, four numbers or nothing, class, perhaps width and height."""
    # Six fields with four numbers are hardly another table; eight may be, as VisDrone's.
    if len(row) not in (6, 8) or not row[0].strip() or (len(row) == 8 and not is_picture_name(row[0])):
        return None
    numbers, columns = (row[1:5], KERAS) if len(row) == 6 else ([*row[1:5], *row[6:]], SKU)
    if not any(value.strip() for value in row[1:6]):
        return columns  # a picture without an object
    try:
        for value in numbers:
            decimal(value.strip())
    except ValueError:
        return None
    return columns


def detect(excerpt: Excerpt) -> Evidence:
    """Return likelihood for columns of a picture and a box; any table may be asked for, but no other text."""
    if excerpt.suffix == ".parquet":
        return _in_parquet(footer_of(excerpt.path))
    fields = excerpt.fields
    if excerpt.suffix == ".txt":  # rows without header, as keras-frcnn's and GTSDB's
        return likely(bool(fields) and is_picture_name(fields[0]) and headless(fields) is not None)
    found = columns_of(fields) is not None or headless(fields) is not None
    return Evidence.LIKELY if found else Evidence.POSSIBLE


def _in_parquet(footer: bytes) -> Evidence:
    """Return likelihood for a picture and the four numbers of a box among the names in a footer.

    A column of boxes is Hugging Face's or COCO's; exported boxes are a detector's.
    """
    names = column_names(footer)
    inside = EXPORTED in footer or not _OF_BOXES.isdisjoint(names)
    found = None if inside else columns_of(names)
    return likely(found is not None and len(found.box) == 4)


def read(source: Source) -> Dataset:
    """Return the dataset of such files; an unusable row is skipped and counted. Raises `MissingExtra` for Parquet."""
    builder, forms = DatasetBuilder(source.finder()), set[str]()
    for path in source.counted():
        columns: Columns | None = None
        taker: _BoxRows | None = None
        parquet = path.suffix.lower() == ".parquet"
        for line, row in text_rows(path) if parquet else rows(path, builder.notes):
            if columns is None:
                columns = columns_of(row)
                if columns is not None:
                    if columns.label is None:
                        builder.notes.warn(
                            "no class named", f"{path}: no column names a class, so all are called unnamed"
                        )
                    continue
                columns = headless(row)
                if columns is None:
                    found = ", ".join(value.strip() for value in row[:8])
                    words = Text.of(
                        "names no columns of a picture and its box; its first row is {row}",
                        row=UserName(repr(found[:120])),
                    )
                    raise BadFile(path, words)
            taker = taker or _BoxRows(columns, path, builder)
            taker.take(row, line)
        if columns is not None:
            forms.add({LIST: SIDES, LISTS: CORNERS}.get(columns.form, columns.form))
    dataset = builder.dataset(FORMAT.title, forms.pop() if len(forms) == 1 else "")
    _look_for_fractions(builder.records, builder)
    return dataset


class _BoxRows:
    """Takes the rows of one file: a broken one of millions costs no more than a look at its fields."""

    def __init__(self, columns: Columns, path: Path, builder: DatasetBuilder) -> None:
        self.columns, self.path, self.builder = columns, path, builder
        self._least = 1 + max(columns.picture, *columns.box)
        self._records: dict[str, Record] = {}

    def take(self, row: list[str], line: int) -> None:
        """Add the boxes of a row; an unusable row is noted."""
        if len(row) < self._least:
            row = [*row, *[""] * (self._least - len(row))]
        record = self._records.get(row[self.columns.picture]) or self._new_record(row, line)
        if record is None:
            return
        texts = [row[at].strip() for at in self.columns.box]
        if not any(texts):
            return  # a picture without an object
        try:
            boxes = _boxes(texts, self.columns.form)
        except ValueError:
            self.builder.notes.skip("not four numbers", self.path, line, lambda: f"found {texts}, wanted four numbers")
            return
        self._add(record, boxes, texts, row, line)

    def _new_record(self, row: list[str], line: int) -> Record | None:
        """Return the record of a picture not met before, None for a row without a name."""
        written = row[self.columns.picture]
        name = written.strip()
        if not name:
            self.builder.notes.skip("no picture named", self.path, line, "the picture's column is empty")
            return None
        height, width = (field(row, at) for at in self.columns.size)
        record = self.builder.picture(name, self.path, line, declared=size_of(height, width))
        self._records[written] = record
        return record

    def _add(self, record: Record, boxes: list[Box], texts: Sequence[str], row: list[str], line: int) -> None:
        columns, path, builder = self.columns, self.path, self.builder
        if columns.form not in (LIST, LISTS) and any("," in text for text in texts):
            builder.notes.warn("decimal comma", f"{path}:{line}: {texts} are read as numbers with a decimal comma")
        if columns.score is not None and field(row, columns.score):
            builder.notes.warn("score in a ground truth", f"{path}:{line}: has a score, as a detector's result has")
        id_ = field(row, columns.id) or str(line)
        attributes = {title: field(row, at) for title, at in columns.others}
        label, kind = field(row, columns.label), _kind(row, columns)
        for number_, box in enumerate(boxes):
            own = id_ if len(boxes) == 1 else f"{id_}.{number_}"
            builder.add_gt(record, box, label, path, line, kind, own, attributes=attributes)


def _boxes(texts: Sequence[str], form: str) -> list[Box]:
    if form != LISTS:
        return [_box(texts, form)]
    parts = [part.split() for part in texts[0].split(";") if part.strip() and part.strip() != "no_box"]
    return [_box(part, CORNERS) for part in parts]


def _box(texts: Sequence[str], form: str) -> Box:
    if form == LIST:
        values = _listed(texts[0])
        form = SIDES  # as COCO has it
    else:
        whole = "".join(texts)
        plain = "," not in whole and "_" not in whole  # the usual case, four times as fast
        values = list(map(float if plain else decimal, texts))
    a, b, c, d = values
    if form == CORNERS:
        return a, b, c, d
    return (a, b, a + c, b + d) if form == SIDES else (a - c / 2, b - d / 2, a + c / 2, b + d / 2)


def _listed(text: str) -> list[float]:
    """Return the four numbers of Python's list or tuple, or of numbers with commas or blanks between."""
    inner = text.strip().removeprefix("[").removeprefix("(").removesuffix("]").removesuffix(")")
    found = [part for part in re.split(r"[,\s]+", inner[:500]) if part]
    if len(found) != 4 or len(text) > 500:
        raise ValueError("wanted four numbers")
    return [number(float(value)) for value in found]


def _kind(row: Sequence[str], columns: Columns) -> Kind:
    for at, kind in ((columns.ignored, Kind.IGNORED), (columns.crowd, Kind.CROWD), (columns.difficult, Kind.DIFFICULT)):
        if field(row, at).casefold() in ("1", "1.0", "true", "yes"):
            return kind
    return Kind.NORMAL


def _look_for_fractions(records: Sequence[Record], builder: DatasetBuilder) -> None:
    """Read the boxes as fractions of the picture if all can be fractions, with a note."""
    values = [value for record in records for box in record.boxes for value in box]
    if values and min(values) >= 0 and max(values) <= 1 and any(value % 1 for value in values):
        for record in records:
            record.relative = True
        builder.notes.warn("read as fractions", "every number is between 0 and 1: boxes are fractions of the picture")


FORMAT = Format(
    name="csv",
    title="CSV",
    covers="Parquet of such columns",
    suffixes=(".csv", ".tsv", ".txt", ".parquet"),
    detect=detect,
    read=read,
    rank=5,
)
