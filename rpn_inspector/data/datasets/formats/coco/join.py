"""Joining COCO's annotations with pictures and classes: whole columns at once, row by row never."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.data.datasets.formats.coco.records import FLAWS, MARKS, NO_BOX, Annotations
from rpn_inspector.data.datasets.support.columns import ANNOTATION_ORDER, BoxColumns, Ids, Ints, Oddities, Texts
from rpn_inspector.data.datasets.support.text import parse_json

UNKNOWN_IMAGE, NOT_FINITE, NEGATIVE, ZERO = 5, 6, 7, 8
_SHOWN = 5
Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class CocoClasses:
    """The classes' ``names`` and their ids as text; not ``listed`` where the file has no categories."""

    names: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    listed: bool = False


def join(image_ids: Ids, annotations: Annotations, classes: CocoClasses, oddities: Oddities) -> BoxColumns:
    """Return the usable ground truths, sorted by picture; the rest is counted in ``oddities``."""
    ids, images, categories = annotations.id.build(), annotations.image.build(), annotations.category.build()
    box = _whole(annotations.boxes, np.zeros((0, 4)))
    flaw = _whole(annotations.flaws, np.zeros(0, np.uint8))
    owner = image_ids.find(images)
    status = _judge(owner, flaw, box)
    _note_skipped(status, images, box, annotations.details, oddities)
    marks = _whole(annotations.marks, np.zeros(0, np.uint8))
    # marks count where a record was read to its end: one without usable ids or box is reported for that alone
    marks[~np.isin(status, (0, NOT_FINITE, NEGATIVE, ZERO))] = 0
    for bit, (kind, words) in MARKS.items():
        if (marks & bit).any():
            _note(np.flatnonzero(marks & bit), kind, lambda _, words=words: words, oddities)
    kept = np.flatnonzero(status == 0)
    code, texts = _whole(annotations.attributes, np.zeros(0, np.int32)), annotations.texts()
    turned = np.flatnonzero((status == 0) & np.isin(code, [at for at, text in enumerate(texts) if _is_turned(text)]))
    if len(turned):
        _note(turned, "turned box", lambda _: "has a rotation; its bbox is that of before it was turned", oddities)
    label, known = _label(categories, kept, classes, oddities)
    _note_duplicates(ids, kept, oddities)
    # Picture and row in one int64 (a file has fewer than 2**31 of either): sorting plain numbers in place is stable by
    # construction.
    packed = (owner[kept] << 32) | np.arange(len(kept))
    packed.sort()  # by picture, then as in the file; far faster than a stable argsort
    order = packed & 0xFFFFFFFF
    rows = kept[order]
    first = np.zeros(len(image_ids) + 1, np.int64)
    np.cumsum(np.bincount(owner[kept], minlength=len(image_ids)), out=first[1:])
    kind = _whole(annotations.kinds, np.zeros(0, np.int8))[rows]
    area = _whole(annotations.areas, np.zeros(0))[rows]
    left = np.flatnonzero((status == ZERO) | (status == NEGATIVE))
    return BoxColumns(
        first=first,
        box=box[rows],
        label=label[order],
        kind=kind,
        area=area,
        attributes=code[rows],
        left_image=owner[left].astype(np.int32),
        left_box=box[left],
        left_place=left,
        words=Texts.of(texts),
        id=ids.take(rows),
        classes=known.names,
        class_ids=known.ids,
        oddities=oddities.all(),
    )


def _is_turned(attributes: str) -> bool:
    """Return whether an annotation's attributes say that its box is turned, as CVAT writes that."""
    if '"rotation"' not in attributes:
        return False
    try:
        angle = float(parse_json(attributes)["rotation"])
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
        return False
    return angle % 360 != 0


def _whole(parts: list[npt.NDArray[Any]], like: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return a column as a single array, and let the parts go."""
    whole = np.concatenate([like, *parts])
    parts.clear()
    return whole


def _judge(owner: Ints, flaw: Codes, box: Floats) -> Codes:
    """Return 0 for good rows, else the reason of leaving out: the first in the order of reading."""
    shape = np.zeros(len(box), np.uint8)
    # from the last reason to the first: a later line overwrites, so the first in the order of reading stands
    shape[(box[:, 2:] == box[:, :2]).any(1)] = ZERO
    shape[(box[:, 2:] < box[:, :2]).any(1)] = NEGATIVE
    shape[~np.isfinite(box).all(1)] = NOT_FINITE
    shape[flaw == NO_BOX] = NO_BOX
    shape[owner < 0] = UNKNOWN_IMAGE
    # found before the box was read: these come before everything above
    early = (flaw > 0) & (flaw < NO_BOX)
    shape[early] = flaw[early]
    return shape


def _note(rows: Ints, kind: str, words: Any, oddities: Oddities, *, skipped: bool = False) -> None:
    shown = [(ANNOTATION_ORDER + row, f"annotations[{row}]", words(row)) for row in rows[:_SHOWN].tolist()]
    oddities.add(kind, shown, len(rows), skipped=skipped)


def _note_skipped(status: Codes, images: Ids, box: Floats, details: dict[int, str], oddities: Oddities) -> None:
    words = {
        UNKNOWN_IMAGE: ("unknown image", lambda row: f"image_id {images[row]} is in no record of images"),
        NOT_FINITE: ("not finite", lambda row: f"box {_tuple(box, row)} holds a number that is not finite"),
        NEGATIVE: (
            "negative size",
            lambda row: f"box {_tuple(box, row)} ends before it starts, wanted x1 <= x2 and y1 <= y2",
        ),
        ZERO: ("zero size", lambda row: f"box {_tuple(box, row)} has no width or no height"),
    }
    for code in np.flatnonzero(np.bincount(status[status > 0])).tolist():  # `unique` imports masked arrays
        kind, say = words[code] if code in words else (FLAWS[code], lambda row: details.get(row, "as those before"))
        _note(np.flatnonzero(status == code), kind, say, oddities, skipped=True)


def _tuple(box: Floats, row: int) -> tuple[float, ...]:
    return tuple(box[row].tolist())


def _label(
    categories: Ids, kept: Ints, classes: CocoClasses, oddities: Oddities
) -> tuple[npt.NDArray[np.int32], CocoClasses]:
    """Return each kept row's class and all classes, unknown ids after the listed classes."""
    wanted = categories.take(kept)
    label = Ids.of(classes.ids[::-1]).find(wanted)  # the last of equal ids wins, and `find` returns the first
    label[label >= 0] = len(classes.ids) - 1 - label[label >= 0]
    names, ids = list(classes.names), list(classes.ids)
    unknown = np.flatnonzero(label < 0)
    if len(unknown):
        if classes.listed:
            _note(
                kept[unknown],
                "unknown category",
                lambda row: f"category_id {categories[row]} is in no record of categories",
                oddities,
            )
        among = wanted.take(unknown)
        new = among.distinct()
        label[unknown] = len(names) + new.find(among)
        names += [f"unknown ({id_})" if classes.listed else id_ for id_ in new]
        ids += new
    return label.astype(np.int32), CocoClasses(tuple(names), tuple(ids), classes.listed)


def _note_duplicates(ids: Ids, kept: Ints, oddities: Oddities) -> None:
    again = ids.take(kept).repeated()
    if len(again):
        _note(
            kept[again],
            "annotation id twice",
            lambda row: f"id {ids[row]} is an earlier one's too; both kept",
            oddities,
        )
