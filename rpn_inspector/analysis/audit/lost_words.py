"""Where the ground truths of an audit are lost, in sentences written from the numbers by rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rpn_inspector.analysis.audit.lost import REACH, End
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.text import Text, UserName

END_WORDS = {
    End.NO_ANCHOR: "for want of a positive anchor",
    End.NEVER_REACHES: f"as no box reaches IoU {REACH:.2f}",
    End.LOW_SCORE: "by a low score",
    End.CUT_BY_TOP_K: "by a top-k",
    End.SUPPRESSED: "by suppression",
}
_TOPS = {"per_level": "a level", "per_class": "a class", "overall": "in all"}
_ABOUT = {
    "without": "{n} images have no outputs and are in no number here.",
    "not_named": "{n} images have no box in the file, and count as images without detections.",
    "bad": "{n} images have outputs that cannot be used.",
    "unplaced": ("{n} images were recorded with other ground truths than the annotated ones; theirs are not judged."),
    "other_size": "{n} images have another size than annotated: anchors follow the annotated size, outputs the file's.",
    "boxes_of_unknown_class": "{n} boxes are of a class the dataset does not have.",
}
WITHOUT_LOSS = Text.of("Decoded boxes have no loss: only the network's own outputs tell losses.")


def largest_end(ends: Mapping[str, Any]) -> End:
    """Return the end of most lost ground truths; of equals the first."""
    return max(list(End)[1:], key=lambda end: ends[end.name.lower()])


def lost_sentences(ends: Mapping[str, Any], by_class: list[dict[str, Any]], recipe: Recipe) -> Iterator[Text]:
    """Yield what the ends come to: how many are lost and by what, the class least found, and which step took them.

    Args:
        ends: the values of `ends_document`.
        by_class: the rows of the classes.
        recipe: the conventions.
    """
    lost, judged = ends["lost"], ends["judged"]
    if not judged:
        yield Text.of("No ground truth can be judged.")
        return
    if not lost:
        yield Text.of("All {n} ground truths are found.", n=f"{judged:,}")
        return
    most = largest_end(ends)
    words = "{lost} of {judged} ground truths are lost, {part} of them {how}."
    how, part = Text.of(END_WORDS[most]), f"{ends[most.name.lower()]:,}"
    yield Text.of(words, lost=f"{lost:,}", judged=f"{judged:,}", part=part, how=how)
    yield from least_found(by_class)
    yield from lost_at(ends, recipe)


def least_found(by_class: list[dict[str, Any]]) -> Iterator[Text]:
    """Yield the class of the lowest share of found ground truths, where there are several."""
    known = [row for row in by_class if row["boxes"]]
    if len(known) > 1:
        worst = min(known, key=lambda row: row["share_found"])
        lost, boxes = worst["boxes"] - worst["found"], worst["boxes"]
        words = "Least found are {name}: {lost} of {boxes} are lost."
        yield Text.of(words, name=UserName(worst["class"]), lost=f"{lost:,}", boxes=f"{boxes:,}")


def lost_at(ends: Mapping[str, Any], recipe: Recipe) -> Iterator[Text]:
    """Yield which top-k cut, and whose boxes suppressed."""
    if ends["at"] is not None and ends["cut_by_top_k"]:
        yield top_k_words(ends, recipe)
    if ends["suppressed"]:
        words = "{n} are suppressed, {another} of them by a box of another ground truth."
        yield Text.of(words, n=f"{ends['suppressed']:,}", another=f"{ends['suppressed_by_another']:,}")


def top_k_words(ends: Mapping[str, Any], recipe: Recipe) -> Text:
    """Return how many each top-k cuts, and how many boxes were too small."""
    spec, at = recipe.proposals, ends["at"]
    words = "{level} are cut by the first {pre} {group}, {final} by the last {post}, {small} are too small."
    return Text.of(
        words, level=f"{at['cut_level']:,}", pre=f"{spec.pre_nms:,}", group=Text.of(_TOPS[spec.top]),
        final=f"{at['cut_final']:,}", post=f"{spec.post_nms:,}", small=f"{at['too_small']:,}",
    )  # fmt: skip


def missing_sentences(about: Mapping[str, Any], looked: int) -> Iterator[Text]:
    """Yield what is in no number; ``about`` are the values on the outputs, ``looked`` the images compared."""
    if about["encoded_back"]:
        yield WITHOUT_LOSS
    for key, words in _ABOUT.items():
        if about[key]:
            yield Text.of(words, n=f"{about[key]:,}")
    if about["misfits"]:
        first = about["misfits"][0]
        words = (
            "Of {looked} images looked at, the outputs of {n} seem to be laid out otherwise than the recipe says, "
            "as {name}: {why}; see rpn-inspector layout."
        )
        yield Text.of(
            words, looked=f"{looked:,}", n=f"{len(about['misfits']):,}", name=UserName(first["image"]),
            why=first["words"],
        )  # fmt: skip
