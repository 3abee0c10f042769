"""The linter's kinds of findings in the words of the window."""

from __future__ import annotations

from rpn_inspector.core.finding_words import GT_FINDING_WORDS, PICTURE_MISSING, PICTURE_UNREADABLE
from rpn_inspector.gui.widgets.i18n import titled, tr

GRAVE = ("degenerate", "normalised", "xywh_as_xyxy", "swapped_size", "size_mismatch", "missing_picture",
         "ambiguous_name", "unreadable_picture", "bad_records")  # fmt: skip
PLAIN = ("class_gaps", "empty", "tiny", "crowd", "odd_records", "unread_files", "whole_boxes")


def lint_title(kind: str) -> str:
    """Return a kind of the linter in a few words."""
    return {
        "degenerate": titled(GT_FINDING_WORDS["degenerate"]),
        "outside": tr("Box leaves its picture"),
        "normalised": tr("Fractions instead of pixels"),
        "off_by_one": tr("Counted from 0 or from 1?"),
        "xywh_as_xyxy": tr("Width and height as corners?"),
        "swapped_size": tr("Width and height exchanged"),
        "size_mismatch": tr("Size differs from the file's"),
        "duplicates": tr("Same box twice"),
        "class_gaps": tr("Class without a box"),
        "missing_picture": titled(PICTURE_MISSING),
        "ambiguous_name": tr("Name of several files"),
        "unreadable_picture": titled(PICTURE_UNREADABLE),
        "empty": tr("Picture without a box"),
        "tiny": tr("Tiny box"),
        "crowd": tr("Crowd or ignored region"),
        "bad_records": tr("Record left out"),
        "odd_records": tr("Odd record"),
        "unread_files": tr("File that was not read"),
        "whole_boxes": tr("Boxes of whole pixels"),
    }[kind]


def lint_icon(kind: str) -> str:
    """Return the name of a kind's icon."""
    return ("octagon", "triangle", "information")[gravity(kind)]


def gravity(kind: str) -> int:
    """Return a kind's place among the others, 0 the gravest."""
    return 0 if kind in GRAVE else 2 if kind in PLAIN else 1
