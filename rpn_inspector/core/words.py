"""The words for label, cause, fate and kind, each written once for window, exports, filter and messages.

A *key* is the word in a filter or an exported file. A *role* is the name of a pen and a swatch in the window.
"""

from __future__ import annotations

from collections.abc import Mapping

from rpn_inspector.core.assignment import Cause
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.sample import Kind
from rpn_inspector.core.text import Text

LABEL_WORDS: Mapping[int, str] = {1: "positive", 0: "negative", -1: "ignored", -2: "undecided"}
"""By label; key and role as well."""

CAUSE_KEYS: tuple[str, ...] = tuple(cause.name.lower() for cause in Cause)
"""By `Cause`."""

FATE_KEYS: tuple[str, ...] = tuple(fate.name.lower() for fate in Fate)
"""By `Fate`."""

FATE_WORDS: Mapping[int, str] = {
    Fate.KEPT: "kept",
    Fate.SUPPRESSED: "suppressed",
    Fate.CUT_LEVEL: "top-k cut",
    Fate.CUT_FINAL: "final cut",
    Fate.TOO_SMALL: "too small",
    Fate.LOW_SCORE: "low score",
    Fate.NO_BOX: "no box",
}
"""By `Fate`, in the few words of a table cell."""

FATE_ROLES: Mapping[int, str] = {
    Fate.KEPT: "proposals",
    Fate.SUPPRESSED: "suppressed",
    Fate.CUT_LEVEL: "cut",
    Fate.CUT_FINAL: "cut",
    Fate.TOO_SMALL: "cut",
    Fate.LOW_SCORE: "cut",
    Fate.NO_BOX: "",
}
"""By `Fate`; what is not there has no line."""

NMS_SIGNS: Mapping[str, str] = {"greater": ">", "greater_equal": "≥"}
"""By ``nms_rule``, what the IoU with a higher score suppresses at, beside the threshold."""

KIND_WORDS: Mapping[int, str] = {
    Kind.NORMAL: "",
    Kind.CROWD: "crowd",
    Kind.DIFFICULT: "difficult",
    Kind.IGNORED: "ignored",
}
"""By `Kind`; a normal ground truth needs no word."""

GT_STATE_WORDS: tuple[str, ...] = ("matched", "low-quality only", "unmatched", "left out")
"""By `analysis.compare.gt_changes.GtState`."""

SIDE_WORDS: Mapping[int, str] = {1: "foreground", 0: "background", -1: "ignored"}
"""By label, of a candidate of a second stage."""


def stage_title(name: str) -> Text | str:
    """Return the title of a stage over the proposals; a further stage is called by its own name."""
    return Text("RoI head") if name == "roi" else name
