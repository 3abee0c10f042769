"""Fields of decoded JSON documents: lists of objects, texts, and boxes of four numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.dataset import Notes
from rpn_inspector.data.datasets.support.dataset_builder import Box
from rpn_inspector.data.datasets.support.text import number, shown

Object = dict[str, Any]


def list_under(document: Any, key: str, path: Path, title: str) -> list[Any]:
    """Return the list under ``key`` of a document; raises `BadFile` for another document."""
    found = document.get(key) if isinstance(document, dict) else None
    if not isinstance(found, list):
        raise BadFile(path, f"is not {title}: found {shown(document)}, wanted an object with a list of {key}")
    return found


def objects(values: Any, path: Path, place: str, notes: Notes) -> Iterator[tuple[str, Object]]:
    """Yield place and object of each entry of a list; None has none, what is no object is skipped and noted."""
    if values is None:
        return
    if not isinstance(values, list):
        notes.skip("not a list", path, place, f"found {shown(values)}, wanted a list of objects")
        return
    for at, value in enumerate(values):
        where = f"{place}[{at}]"
        if isinstance(value, dict):
            yield where, value
        else:
            notes.skip("not an object", path, where, f"found {shown(value)}, wanted an object")


def text_of(entry: Object, *keys: str) -> str:
    """Return the first text under ``keys`` that is not empty, "" without one."""
    return next((entry[key] for key in keys if isinstance(entry.get(key), str) and entry[key]), "")


def four(values: Any) -> Box:
    """Return four numbers; raises `ValueError` for anything else."""
    if not isinstance(values, list) or len(values) != 4:
        raise ValueError(f"found {shown(values)}, wanted four numbers")
    a, b, c, d = map(number, values)
    return a, b, c, d


def from_sides(values: Any) -> Box:
    """Return the corners of x, y, width, height; raises `ValueError` for anything but four numbers."""
    x, y, width, height = four(values)
    return x, y, x + width, y + height


_BEGINS = (("x", "y"), ("xmin", "ymin"), ("x_min", "y_min"), ("x1", "y1"), ("left", "top"))
_SIDES, _ENDS = (
    (("width", "height"), ("w", "h")),
    (("xmax", "ymax"), ("x_max", "y_max"), ("x2", "y2"), ("right", "bottom")),
)


def box_of(values: Any) -> Box:
    """Return the corners of four numbers as `from_sides`, or of named ones: a corner and the sides, or both corners.

    Raises `ValueError` for anything else, and for names that say neither.
    """
    if not isinstance(values, dict):
        return from_sides(values)
    named = {key.lower(): value for key, value in values.items() if isinstance(key, str) and value is not None}
    begin, sides, end = (
        next((pair for pair in pairs if set(pair) <= named.keys()), None) for pairs in (_BEGINS, _SIDES, _ENDS)
    )
    if begin is None or (sides is None) == (end is None):
        raise ValueError(f"found {shown(values)}, wanted x, y, width and height, or xmin, ymin, xmax and ymax")
    x, y = (number(named[key]) for key in begin)
    a, b = (number(named[key]) for key in sides or end or ())
    return (x, y, x + a, y + b) if sides else (x, y, a, b)


def points(values: Any) -> list[tuple[float, float]]:
    """Return a list of (x, y); raises `ValueError` for anything but at least two pairs of numbers."""
    if not isinstance(values, list) or len(values) < 2:
        raise ValueError(f"found {shown(values)}, wanted at least two points")
    pairs = [value if isinstance(value, list) and len(value) == 2 else None for value in values]
    if None in pairs:
        raise ValueError(f"found {shown(values)}, wanted points of two numbers")
    return [(number(pair[0]), number(pair[1])) for pair in pairs if pair is not None]


def name_among(names: list[str], number_: Any) -> str:
    """Return the class name with a number from 0, or what is written where there is none."""
    known = isinstance(number_, int) and not isinstance(number_, bool) and 0 <= number_ < len(names)
    return names[number_] if known else str(number_)
