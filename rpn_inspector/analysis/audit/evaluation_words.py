"""What an evaluation comes to, in sentences written from the numbers by rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rpn_inspector.analysis.audit.lost import REACH, End
from rpn_inspector.analysis.audit.tide import Error
from rpn_inspector.core.text import Text

_KINDS = {
    Error.CLASS: "{n} boxes of a wrong class: mended alone, {points} points of AP.",
    Error.LOCALISATION: "{n} badly placed boxes: mended alone, {points} points of AP.",
    Error.BOTH: "{n} badly placed boxes of a wrong class: mended alone, {points} points of AP.",
    Error.DUPLICATE: "{n} duplicates: mended alone, {points} points of AP.",
    Error.BACKGROUND: "{n} boxes on background: mended alone, {points} points of AP.",
}
_HAD = {
    End.NO_ANCHOR: "{n} unmatched",
    End.NEVER_REACHES: f"{{n}} had no box at IoU {REACH:.2f}",
    End.LOW_SCORE: "{n} had a low score",
    End.CUT_BY_TOP_K: "{n} had a box that a top-k cut",
    End.SUPPRESSED: "{n} had a suppressed box",
    End.FOUND: "{n} had a box beyond those counted",
}
_NONE_OF_CLASS = f"{{n}} had no box of its class at IoU {REACH:.2f}"
_NO_PART = "{n} had no part in the assignment"


def evaluation_texts(made: Mapping[str, Any]) -> list[Text]:
    """Return what the values of `evaluation_document` come to: mAP, the missed, the costliest other error."""
    told = made["evaluation"]
    if told is None:
        why = made["no_evaluation"]
        return [Text.of("No mAP: {why}.", why=why)] if why else []
    if told["numbers"]["AP"] is None:
        return [Text.of("No mAP: no ground truth is there to be found.")]
    return [map_text(told), *error_texts(told), *_differing(told)]


def map_text(told: Mapping[str, Any]) -> Text:
    """Return mAP in words; ``told`` are the values under ``evaluation``."""
    words = "mAP is {ap}, at IoU 0.50 {ap50}, over {images} images, all classes as one."
    if told["proposals"]:
        words = "mAP is {ap}, at IoU 0.50 {ap50}, over {images} images, proposals as boxes of the one class."
    elif told["classes"]:
        words = "mAP is {ap}, at IoU 0.50 {ap50}, over {images} images."
    numbers = told["numbers"]
    return Text.of(words, ap=f"{numbers['AP']:.4f}", ap50=f"{numbers['AP50']:.4f}", images=f"{told['images']:,}")


def error_texts(told: Mapping[str, Any]) -> Iterator[Text]:
    """Yield how many are missed and where they end, and the same of the costliest error of boxes."""
    errors = told["errors"]
    [missed] = (each for each in errors if each["error"] == "missed")
    if missed["count"]:
        yield Text.of("{n} missed: {ends}.", n=f"{missed['count']:,}", ends=had_text(missed, of_class=told["classes"]))
    worst = next((each for each in errors if each["error"] != "missed" and each["points"] > 0), None)
    if worst is None:
        return
    points = f"{100 * worst['points']:.1f}"
    yield Text.of(_KINDS[Error[worst["error"].upper()]], n=f"{worst['count']:,}", points=points)
    if worst["lost"]:
        words = "{n} lost ground truths are behind them: {ends}."
        yield Text.of(words, n=f"{worst['lost']:,}", ends=had_text(worst, found=False, of_class=told["classes"]))


def _differing(told: Mapping[str, Any]) -> Iterator[Text]:
    for each in told["errors"]:
        if each["count"] != each["labelled"]:
            words = (
                "{by} counts {n} {error} errors, and {labelled} were labelled here: which ground truths are behind "
                "them is not certain."
            )
            numbers = {"n": f"{each['count']:,}", "labelled": f"{each['labelled']:,}"}
            yield Text.of(words, by=told["by"], error=each["error"], **numbers)


def had_text(error: Mapping[str, Any], found: bool = True, of_class: bool = False) -> Text:
    """Return where the ground truths behind an error end, the most first; with ``found`` also those not lost.

    ``of_class``: boxes have classes, and only those of its class count for a ground truth.
    """
    had = _HAD | ({End.NEVER_REACHES: _NONE_OF_CLASS} if of_class else {})
    counts = [(error["ends"][end.name.lower()], words) for end, words in had.items() if found or end != End.FOUND]
    counts += [(error["not_judged"], _NO_PART)] if found else []
    there = sorted((each for each in counts if each[0]), key=lambda each: -each[0])
    return Text.listed(Text.of(words, n=f"{count:,}") for count, words in there)
