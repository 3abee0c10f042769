"""Completion of the word under the cursor of a filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rpn_inspector.analysis.filter.filter import equal
from rpn_inspector.analysis.filter.measures import HEADS, MEASURES, Values, measure_of
from rpn_inspector.analysis.filter.syntax import MIRRORED, FilterError, Token, tokens
from rpn_inspector.core.measure import MeasureKind


def words_of(values: Values) -> dict[str, tuple[str, ...]]:
    """Return the values only a result knows: levels and the dataset's classes."""
    return {"level": values.levels, "class": values.classes}


def completions(text: str, cursor: int, known: Mapping[str, Sequence[str]] | None = None) -> list[str]:
    """Return the possible words at the ``cursor``, best first.

    ``known`` are the values of measures with words of the picture shown (`words_of`).
    """
    start, _ = word_at(text, cursor)
    prefix = text[start:cursor].casefold()
    before = _before(text[:start])
    if before is None:
        return []
    words = _follow(before, known or {}, bool(prefix))
    by_name = [word for word in words if word.strip("\"'").casefold().startswith(prefix)]
    by_head = [word for word in words if word not in by_name and HEADS.get(word, "").casefold().startswith(prefix)]
    return by_name + [word for word in by_head if word in HEADS]


def word_at(text: str, cursor: int) -> tuple[int, int]:
    """Return the [start, end) of the word at or before the cursor; without a word both are ``cursor``."""
    start = end = cursor
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return start, end


def _before(text: str) -> list[Token] | None:
    """Return the tokens, without the end, or None inside quotes."""
    try:
        return [token for token in tokens(text) if token.kind != "end"]
    except FilterError:
        return None


def _follow(before: list[Token], known: Mapping[str, Sequence[str]], begun: bool) -> list[str]:
    last = before[-1] if before else None
    names = list(MEASURES)
    if last is None or last.text == "(" or last.text.casefold() in ("and", "or"):
        return [*names, "not", "("] if not begun else [*names, "not"]
    if last.text.casefold() == "not":
        return [*names, "("] if not begun else names
    if last.text in MIRRORED:
        measure = measure_of(before[-2].text) if len(before) > 1 else None
        if measure is None:
            return names
        if measure.kind is MeasureKind.NUMBER:
            others = [m.name for m in MEASURES.values() if m.kind is MeasureKind.NUMBER and m is not measure]
            return ["none", *others] if measure.missing is not None or begun else others if begun else []
        if measure.kind is MeasureKind.FLAG:
            return ["true", "false"]
        words = [*measure.words, *known.get(measure.name, ())]
        return [equal(measure.name, word).split("== ", 1)[1] for word in words]
    if last.kind == "operator" and last.text != ")":
        return []
    compared = len(before) > 1 and before[-2].text in MIRRORED
    measure = measure_of(last.text) if last.kind == "name" else None
    if measure is not None and measure.kind is MeasureKind.FLAG and not compared:
        return ["and", "or", "=="]
    if measure is not None and not compared:
        ordered = measure.kind in (MeasureKind.NUMBER, MeasureKind.LEVEL)
        return ["==", "!=", "<", "<=", ">", ">="] if ordered else ["==", "!="]
    if compared or last.text == ")":
        chain = ["<", "<="] if measure is not None and before[-2].text in ("<", "<=") else []
        return [*chain, "and", "or"]
    return ["<", "<=", "==", ">", ">="] if last.kind == "number" else ["=="]
