"""Ground truths under A and under B as columns: what becomes of each, and why."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.against import Against
from rpn_inspector.analysis.audit.comparison import WHYS
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.core.finding_words import GT_FINDING_WORDS
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.core.words import GT_STATE_WORDS
from rpn_inspector.gui.audit.end_words import end_short
from rpn_inspector.gui.widgets.end_marks import END
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.table_model import Column

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
FIRST = (2, True)  # column and whether descending: the largest ground truths on top


def moved_columns(against: Against, row: Ints) -> list[Column]:
    """Return the columns over ground truths ``row`` (k,): states where there is another recipe, ends of outputs."""
    audit, annotations = against.a, against.a.annotations
    image, label = annotations.image[row], annotations.label[row]
    index, names = row - annotations.first[image], annotations.names
    columns = [
        Column(
            tr("Object"), 90, index, lambda at: f"{index[at] + 1} {annotations.class_name(int(label[at]))}",
            tr("number in its image, and class"), left=True,
        ),
        Column(
            tr("Image"), 116, image, lambda at: names[int(image[at])], tr("the image's name"), left=True, middle=True,
        ),
        _numbers(tr("√area"), audit.side[row], 1, tr("square root of its area, network px")),
    ]  # fmt: skip
    return columns + _states(against, row) + _ends(against, row)


def _states(against: Against, row: Ints) -> list[Column]:
    if against.anchors is None:
        return []
    found = against.gts
    state, why = found.state[:, row], against.whys[row]
    columns = []
    for side, title, known in zip((0, 1), "AB", found.known, strict=True):
        tip = tr("what becomes of it in {title}").format(title=title)
        columns.append(Column(title, 104, state[side], _state_words(state[side], known), tip, left=True))
    moved = (state[0] != state[1]) & all(found.known)
    words = why_words()
    columns.append(
        Column(
            tr("Why"), 206, np.where(moved, why, len(WHYS)),
            lambda at: words[WHYS[int(why[at])]] if moved[at] else NOTHING,
            tr("what it is found as under the recipe that is worse for it"), left=True,
        )
    )  # fmt: skip
    told = [
        (tr("Pos. A"), tr("Pos. B"), found.positives, 0, tr("positive anchors in A"), tr("positive anchors in B")),
        (
            tr("Low A"), tr("Low B"), found.low_quality, 0, tr("positive anchors in A by the low-quality rule"),
            tr("positive anchors in B by the low-quality rule"),
        ),
    ]  # fmt: skip
    for one, other, values, digits, tip_a, tip_b in told:
        for side, title, tip in ((0, one, tip_a), (1, other, tip_b)):
            known = np.full(len(row), found.known[side]) & (state[side] != len(GT_STATE_WORDS) - 1)
            columns.append(_numbers(title, np.where(known, values[side][row], np.nan), digits, tip))
    for side, title, tip in (
        (0, tr("Best IoU A"), tr("best IoU with any anchor of A")),
        (1, tr("Best IoU B"), tr("best IoU with any anchor of B")),
    ):
        columns.append(_numbers(title, found.best_iou[side][row], 4, tip))
    return columns


def _state_words(state: Ints, known: bool) -> Callable[[int], str]:
    return lambda at: tr(GT_STATE_WORDS[int(state[at])]) if known else NOTHING


def _ends(against: Against, row: Ints) -> list[Column]:
    found, one, other = against.ends, against.a.predicted, against.b.predicted
    if found is None or one is None or other is None:
        return []
    columns = []
    for side, title in ((0, tr("Ends in A")), (1, tr("Ends in B"))):
        end = found.end[side][row].astype(np.int64)
        columns.append(
            Column(
                title, 104, end, _end_words(end), tr("the last place at which a box that reaches IoU 0.50 was there"),
                left=True, swatch=_end_mark(end),
            )
        )  # fmt: skip
    for outputs, title, tip in ((one, tr("Score A"), tr("score p in A")), (other, tr("Score B"), tr("score p in B"))):
        columns.append(_numbers(title, outputs.score[row], 4, tip))
    return columns


def _end_words(end: Ints) -> Callable[[int], str]:
    return lambda at: end_short(End(int(end[at]))) if end[at] >= 0 else NOTHING


def _end_mark(end: Ints) -> Callable[[int], str]:
    return lambda at: END + End(int(end[at])).name.lower() if end[at] >= 0 else ""


def _numbers(title: str, values: Floats, digits: int, tip: str) -> Column:
    def text(at: int) -> str:
        return NOTHING if np.isnan(values[at]) else number(float(values[at]), digits)

    return Column(title, 46, values, text, tip)


def why_words() -> dict[str, str]:
    """Return what each of `WHYS` says of a ground truth."""
    return {
        "untouched": said(GT_FINDING_WORDS["untouched"]),
        "best_anchor_taken": tr("anchor taken"),
        "unmatched": tr("no anchor passes the rule"),
        "low_quality_only": tr("no anchor reaches the threshold"),
        "left_out": tr("outside the assignment in one of them"),
    }
