"""Where the ground truths of an audit are lost, in sentences written from the numbers by rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from rpn_inspector.analysis.audit.lost import REACH, End
from rpn_inspector.core.prediction import WITHOUT_LOSS
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.text import Text, UserName

END_WORDS = {
    End.NO_ANCHOR: Text("for want of a positive anchor"),
    End.NEVER_REACHES: Text.of("as no box reaches IoU {reach:.2f}", reach=REACH),
    End.LOW_SCORE: Text("by a low score"),
    End.CUT_BY_TOP_K: Text("by a top-k"),
    End.SUPPRESSED: Text("by suppression"),
}
ENOUGH = 10  # ground truths of a class that is spoken of
REASONS = 5  # why outputs cannot be used, the commonest
_VARYING = re.compile(r"\S*[/\\]\S*|'[^']*'|\d+")  # paths, names and numbers
_OF_CLASS = Text.of("as no box of its class reaches IoU {reach:.2f}", reach=REACH)
_TOPS = {
    "per_level": Text("a level"),
    "per_class": Text("a class"),
    "overall": Text("in all"),
    "points": Text("of the best points"),
}
_ABOUT: dict[str, Callable[[int], Text]] = {
    "without": lambda n: Text.counted(
        n,
        "1 image has no outputs and is in no number here.",
        "{n} images have no outputs and are in no number here.",
    ),
    "not_named": lambda n: Text.counted(
        n,
        "1 image has no box in the file, and counts as an image without detections.",
        "{n} images have no box in the file, and count as images without detections.",
    ),
    "bad": lambda n: Text.counted(
        n, "1 image has outputs that cannot be used.", "{n} images have outputs that cannot be used."
    ),
    "unplaced": lambda n: Text.counted(
        n,
        "1 image was recorded with other ground truths than the annotated ones; its own are not judged.",
        "{n} images were recorded with other ground truths than the annotated ones; theirs are not judged.",
    ),
    "other_size": lambda n: Text.counted(
        n,
        "1 image has another size than annotated: anchors follow the annotated size, outputs the file's.",
        "{n} images have another size than annotated: anchors follow the annotated size, outputs the file's.",
    ),
    "boxes_of_unknown_class": lambda n: Text.counted(
        n,
        "1 box is of a class the dataset does not have.",
        "{n} boxes are of a class the dataset does not have.",
    ),
}
"""The words for what is in no number, by how many."""


def largest_end(ends: Mapping[str, Any]) -> End:
    """Return the end of most lost ground truths; of equals the first."""
    return max(list(End)[1:], key=lambda end: ends[end.name.lower()])


def end_words(end: End, of_class: bool) -> Text:
    """Return by what ground truths are lost; ``of_class``: boxes have classes, and only those of its class count."""
    return _OF_CLASS if of_class and end == End.NEVER_REACHES else END_WORDS[end]


def lost_sentences(
    ends: Mapping[str, Any], by_class: list[dict[str, Any]], recipe: Recipe, of_class: bool = False
) -> Iterator[Text]:
    """Yield what the ends come to: how many are lost and by what, the class least found, and which step took them.

    Args:
        ends: the values of `ends_document`.
        by_class: the rows of the classes.
        recipe: the conventions.
        of_class: whether boxes have classes, and only those of its class count for a ground truth.
    """
    lost, judged = ends["lost"], ends["judged"]
    if not judged:
        yield Text.of("No ground truth can be judged.")
        return
    if not lost:
        yield Text.of("All {n} ground truths are found.", n=f"{judged:,}")
        return
    most = largest_end(ends)
    part = ends[most.name.lower()]
    told = {"judged": f"{judged:,}", "how": end_words(most, of_class), "lost": f"{lost:,}"}
    if part < lost:
        yield Text.of("{lost} of {judged} ground truths are lost, {part} of them {how}.", part=f"{part:,}", **told)
    elif lost > 1:
        yield Text.of("{lost} of {judged} ground truths are lost, all of them {how}.", **told)
    else:
        yield Text.of("1 of {judged} ground truths is lost, {how}.", **told)
    yield from least_found(by_class)
    yield from lost_at(ends, recipe)


def least_found(by_class: list[dict[str, Any]]) -> Iterator[Text]:
    """Yield the class of the lowest share found, of several with at least `ENOUGH` ground truths; none if all are."""
    worst = least_found_class(by_class)
    if worst is not None:
        lost, boxes = worst["boxes"] - worst["found"], worst["boxes"]
        yield Text.of(
            "Of classes with {enough} ground truths or more {name} is lost most: {lost} of {boxes}.",
            name=UserName(worst["class"]),
            enough=ENOUGH,
            lost=f"{lost:,}",
            boxes=f"{boxes:,}",
        )


def least_found_class(by_class: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the row that `least_found` speaks of, None for none."""
    known = [row for row in by_class if row["boxes"] >= ENOUGH]
    worst = min(known, key=lambda row: row["share_found"]) if len(known) > 1 else None
    return worst if worst is not None and worst["found"] < worst["boxes"] else None


def lost_at(ends: Mapping[str, Any], recipe: Recipe) -> Iterator[Text]:
    """Yield which top-k cut, and whose boxes suppressed."""
    if ends["at"] is not None and ends["cut_by_top_k"]:
        yield top_k_words(ends, recipe)
    if ends["suppressed"]:
        count, another = ends["suppressed"], ends["suppressed_by_another"]
        if count > 1:
            yield Text.of(
                "{n} are suppressed, {another} of them by a box of another ground truth.",
                n=f"{count:,}",
                another=f"{another:,}",
            )
        elif another:
            yield Text("1 is suppressed, by a box of another ground truth.")
        else:
            yield Text("1 is suppressed, by no box of another ground truth.")


def top_k_words(ends: Mapping[str, Any], recipe: Recipe) -> Text:
    """Return how many each top-k cuts, and how many boxes were too small."""
    spec, at = recipe.proposals, ends["at"]
    return Text.of(
        "{level} are cut by the first {pre} {group}, {final} by the last {post}, {small} are too small.",
        level=f"{at['cut_level']:,}", pre=f"{spec.pre_nms:,}", group=_TOPS[spec.top],
        final=f"{at['cut_final']:,}", post=f"{spec.post_nms:,}", small=f"{at['too_small']:,}",
    )  # fmt: skip


def missing_sentences(about: Mapping[str, Any], looked: int) -> Iterator[Text]:
    """Yield what is in no number; ``about`` are the values on the outputs, ``looked`` the images compared."""
    if about["encoded_back"]:
        yield WITHOUT_LOSS
    for key, words in _ABOUT.items():
        if about[key]:
            yield words(about[key])
    yield from output_sentences(about)
    if about["misfits"]:
        first = about["misfits"][0]
        yield Text.of(
            "Of {looked} images looked at, the outputs of {n} seem to be laid out otherwise than the recipe says, "
            "as {name}: {why}; see rpn-inspector layout.",
            looked=f"{looked:,}", n=f"{len(about['misfits']):,}", name=UserName(first["image"]), why=first["words"],
        )  # fmt: skip


def output_sentences(about: Mapping[str, Any]) -> Iterator[Text]:
    """Yield why outputs could not be used, and what is remarkable in those that could, with the first image of each."""
    for each in about["warnings"]:
        yield Text.counted(
            each["count"],
            "{name}: {why}.",
            "{n} images, as {name}: {why}.",
            name=UserName(each["image"]),
            why=each["words"],
        )
    for each in about["unusable"]:
        yield Text.counted(
            each["count"],
            "The outputs of {name}: {why}.",
            "The outputs of {n} images, as of {name}: {why}.",
            name=UserName(each["image"]),
            why=each["words"],
        )


def reasons_of(problems: Mapping[int, str], names: Sequence[str]) -> list[dict[str, Any]]:
    """Return the commonest reasons, at most `REASONS`: how many pictures have each, the first of them and its words.

    Reasons that differ by names, paths and numbers alone are one.

    Args:
        problems: why, by picture.
        names: of the pictures.
    """
    by_reason: dict[str, list[int]] = {}
    for image in sorted(problems):
        by_reason.setdefault(_VARYING.sub("", problems[image].replace(names[image], "")), []).append(image)
    most = sorted(by_reason.values(), key=lambda images: -len(images))[:REASONS]
    return [{"count": len(images), "image": names[images[0]], "words": _clause(problems[images[0]])} for images in most]


def _clause(words: str) -> str:
    """Return a message without a full stop, a `Text` as it is."""
    return words.rstrip(".") if words.endswith(".") else words
