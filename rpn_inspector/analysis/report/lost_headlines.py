"""Where ground truths are lost, as the headlines of the report: a title, then what weighs most."""

from __future__ import annotations

from collections.abc import Iterator

from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.lost_words import END_WORDS, largest_end
from rpn_inspector.analysis.report.headlines import ENOUGH, Headline, Numbers, part_of, percent, title_of
from rpn_inspector.core.text import Text, UserName

_HAD = {
    End.NO_ANCHOR: "{n} of the {lost} lost ground truths have no positive anchor.",
    End.NEVER_REACHES: "No box reaches IoU 0.50 with {n} of the {lost} lost ground truths.",
    End.LOW_SCORE: "{n} of the {lost} lost ground truths had a box at IoU 0.50, which scored too low.",
    End.CUT_BY_TOP_K: "{n} of the {lost} lost ground truths were cut by a top-k, or were too small.",
    End.SUPPRESSED: "{n} of the {lost} lost ground truths were suppressed.",
}


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
    words = "{part} ground truths are lost, the largest part of them {how}"
    if 2 * ends[most.name.lower()] >= ends["lost"]:
        words = "{part} ground truths are lost, most of them {how}"
    return Text.of(words, part=part, how=Text.of(END_WORDS[most]))


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
    text = Text.of(_HAD[end], n=f"{ends[end.name.lower()]:,}", lost=f"{ends['lost']:,}")
    detail = Text("")
    if end == End.SUPPRESSED:
        words = "{n} of them by a box of another ground truth."
        detail = Text.of(words, n=f"{ends['suppressed_by_another']:,}")
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
    known = [row for row in made["lost"]["by_class"] if row["boxes"] >= ENOUGH]
    if len(known) < 2:
        return
    worst = min(known, key=lambda row: row["share_found"])
    lost = worst["boxes"] - worst["found"]
    if not lost:
        return
    text = Text.of(
        "{name} is lost most: {lost} of {boxes}.", name=UserName(worst["class"]), lost=f"{lost:,}",
        boxes=f"{worst['boxes']:,}",
    )  # fmt: skip
    yield Headline(text, _reason(made, worst["class"]))


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
