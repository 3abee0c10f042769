"""The names of ends of ground truths and of TIDE's errors: the same words in window, report and terminal.

The IoUs in them are `lost.REACH` and `tide.NEAR`, written out for translators.
"""

from __future__ import annotations

from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.tide import Error

ORDER = (*list(End)[1:], End.FOUND)  # of lists and bars: lost first, from a common edge
END_NAMES = {
    End.FOUND: "found",
    End.NO_ANCHOR: "unmatched",
    End.NEVER_REACHES: "never reaches IoU 0.50",
    End.LOW_SCORE: "low score",
    End.CUT_BY_TOP_K: "cut by top-k",
    End.SUPPRESSED: "suppressed",
}
SHORT_NAMES = {**END_NAMES, End.NEVER_REACHES: "never 0.50"}  # for cells and heads of columns
ERROR_NAMES = {
    Error.CLASS: "wrong class",
    Error.LOCALISATION: "badly placed",
    Error.BOTH: "wrong class, badly placed",
    Error.DUPLICATE: "duplicate",
    Error.BACKGROUND: "on background",
    Error.MISSED: "missed",
}
ERROR_MEANINGS = {
    Error.CLASS: "boxes at IoU 0.50 with a ground truth of another class",
    Error.LOCALISATION: "boxes of the right class at IoU 0.10 to 0.50",
    Error.BOTH: "boxes at IoU 0.10 to 0.50 with another class alone",
    Error.DUPLICATE: "one more box of a ground truth that has one",
    Error.BACKGROUND: "boxes that overlap nothing by 0.10",
    Error.MISSED: "ground truths without a box, and behind no class or localisation error",
}
