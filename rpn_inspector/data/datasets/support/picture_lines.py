"""Lines that begin with a picture's name: the name is all up to the first picture suffix, blanks included."""

from __future__ import annotations

import re

from rpn_inspector.data.pictures.images import SUFFIXES

_SUFFIX = "|".join(re.escape(each) for each in SUFFIXES)
_NAMED = re.compile(rf"\s*(\S(?:[^\n]*?)(?:{_SUFFIX}))(?:\s+([^\n]*)|\s*)$", re.IGNORECASE)
_BOX = re.compile(r"\s*(-?\d+(?:\.\d*)?(?:,-?\d+(?:\.\d*)?){3},[^,\s]+)(?:\s|$)")


def is_picture_name(text: str) -> bool:
    """Return whether a text ends as a picture's file name does."""
    return text.strip().lower().endswith(SUFFIXES)


def split_name(line: str) -> tuple[str, str] | None:
    """Return the picture's name and the rest of a line, None for a line without a picture's name at its start."""
    found = _NAMED.match(line)
    return (found[1], found[2] or "") if found is not None else None


def is_boxes_after_name(line: str) -> bool:
    """Return whether a line is a picture's name and boxes x1,y1,x2,y2,class."""
    named = split_name(line)
    return named is not None and _BOX.match(named[1]) is not None
