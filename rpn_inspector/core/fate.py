"""Where a decoded box ends on the way to proposals or detections."""

from enum import IntEnum


class Fate(IntEnum):
    """The fate of a decoded box, or that its anchor has none: decoded to no numbers, or given no box."""

    KEPT = 0
    SUPPRESSED = 1
    CUT_LEVEL = 2
    CUT_FINAL = 3
    TOO_SMALL = 4
    LOW_SCORE = 5
    NO_BOX = 6
