"""What stands out about a ground truth, one word per thing in window, tags, audit, linter and tables."""

from __future__ import annotations

from collections.abc import Mapping

from rpn_inspector.core.text import Text

PICTURE_MISSING, PICTURE_UNREADABLE = Text("picture missing"), Text("picture unreadable")
GT_FINDING_WORDS: Mapping[str, Text] = {
    "degenerate": Text("zero-size box"),
    "zero_size": Text("zero-size box"),
    "untouched": Text("overlaps no anchor"),
    "no_candidate": Text("no candidate"),
    "unmatched": Text("unmatched"),
    "starved": Text("few candidates"),
    "contested": Text("shares every candidate"),
    "best_anchor_taken": Text("unmatched, anchor taken"),
    "low_quality_only": Text("low-quality only"),
}
"""By kind of finding of the scan, the audit and the linter."""
