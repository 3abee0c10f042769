"""Where ground truths are lost, as the headlines of the report: a title, then what weighs most."""

from __future__ import annotations

from collections.abc import Iterator

from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.lost_words import end_words, largest_end, least_found, least_found_class
from rpn_inspector.analysis.report.headlines import Headline, Numbers, part_of, percent, title_of
from rpn_inspector.core.text import Text

_HAD = {
    End.NO_ANCHOR: "{n} of the {lost} lost ground truths have no positive anchor.",
    End.NEVER_REACHES: "No box reaches IoU 0.50 with {n} of the {lost} lost ground truths.",
    End.LOW_SCORE: "{n} of the {lost} lost ground truths had a box at IoU 0.50, which scored too low.",
    End.CUT_BY_TOP_K: "{n} of the {lost} lost ground truths were cut by a top-k, or were too small.",
    End.SUPPRESSED: "{n} of the {lost} lost ground truths were suppressed.",
}
_ONE = {
    End.NO_ANCHOR: "1 of the {lost} lost ground truths has no positive anchor.",
    End.CUT_BY_TOP_K: "1 of the {lost} lost ground truths was cut by a top-k, or was too small.",
    End.SUPPRESSED: "1 of the {lost} lost ground truths was suppressed.",
}
"""The same of one, where the words differ."""


def title(made: Numbers) -> Text:
    """Return the one sentence of an audit: how many are lost, or, without outputs, what its anchors fail."""
    return lost_title(made) or title_of(made)


def lost_title(made: Numbers) -> Text | None:
    """Return the title of an audit with outputs, None where nothing is judged or lost."""
    ends = made.get("ends")
    if not ends or not ends["lost"]:
        return None
    most = largest_end(ends)
    part = part_of(ends["lost"], ends["judged"])
    if ends["judged"] < made["used"]:  # a share would be taken for one of all ground truths, which stand below
        part = f"{ends['lost']:,} of {ends['judged']:,}"
    words, count = "{part} ground truths are lost, the largest part of them {how}", ends[most.name.lower()]
    if count == ends["lost"]:
        words = (
            "{part} ground truths are lost, all of them {how}" if count > 1 else "{part} ground truths are lost, {how}"
        )
    elif 2 * count > ends["lost"]:
        words = "{part} ground truths are lost, most of them {how}"
    return Text.of(words, part=part, how=end_words(most, made["predictions"]["of_class"]))


def lost_headlines(made: Numbers) -> list[Headline]:
    """Return what weighs most of the ends: the two largest, and the class least found; none without outputs."""
    ends = made.get("ends")
    if not ends or not ends["lost"]:
        return []
    order = sorted(list(End)[1:], key=lambda end: -ends[end.name.lower()])[:2]
    found = [_end(made, end) for end in order if ends[end.name.lower()]]
    return [*found, *_class(made)]


def _end(made: Numbers, end: End) -> Headline:
    ends = made["ends"]
    count = ends[end.name.lower()]
    words = _ONE.get(end, _HAD[end]) if count == 1 else _HAD[end]
    if end == End.NEVER_REACHES and made["predictions"]["of_class"]:
        words = "No box of its class reaches IoU 0.50 with {n} of the {lost} lost ground truths."
    text = Text.of(words, n=f"{count:,}", lost=f"{ends['lost']:,}")
    detail = Text("")
    if end == End.SUPPRESSED:
        words = "{n} of them by a box of another ground truth."
        another = ends["suppressed_by_another"]
        by = Text.of("By a box of another ground truth.") if another else Text("")
        detail = by if count == 1 else Text.of(words, n=f"{another:,}")
    elif end == End.CUT_BY_TOP_K and ends["at"] is not None:
        at = ends["at"]
        words = "{level} by the top-k before NMS, {final} by the last one; {small} were too small."
        detail = Text.of(
            words, level=f"{at['cut_level']:,}", final=f"{at['cut_final']:,}", small=f"{at['too_small']:,}"
        )
    elif end == End.NO_ANCHOR:
        detail = Text.of("Nothing learns them, whatever the network.")
    return Headline(text, detail)


def _class(made: Numbers) -> Iterator[Headline]:
    rows = made["lost"]["by_class"]
    if (worst := least_found_class(rows)) is not None:
        yield Headline(next(least_found(rows)), _reason(made, worst["class"]))


def _reason(made: Numbers, name: str) -> Text:
    """Return whether anchors are the reason: the class's share that reaches the threshold against that of all."""
    share = next((row["recall"] for row in made["by_class"] if row["class"] == name), None)
    of_all, at = made["recall"]["all"], made["recall_at"]
    if share is None or of_all is None or at is None:
        return Text("")
    words = "Not for want of anchors: {share} of them reach IoU {at}, {all} of all."
    if share < of_all:
        words = "Anchors may be the reason: {share} of them reach IoU {at}, {all} of all."
    return Text.of(words, share=percent(share), at=f"{at:g}", all=percent(of_all))
