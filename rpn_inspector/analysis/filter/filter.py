"""The filter: a line of text that chooses the anchors on canvas, in tables and in plots."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.filter.measures import MEASURES, Values
from rpn_inspector.analysis.filter.syntax import (
    KEYWORDS,
    Both,
    Clause,
    Compare,
    Either,
    FilterError,
    Flag,
    Name,
    Node,
    Not,
    Value,
    close_to,
    parse,
    tokens,
)
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.measure import MeasureKind
from rpn_inspector.core.values import Array

Mask = npt.NDArray[np.bool_]
_OPERATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
FLOAT32_MOST = float(np.finfo(np.float32).max)


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter read by `parse`. Two filters of the same text are equal."""

    text: str
    tree: Node | None
    clauses: tuple[Clause, ...]

    @staticmethod
    def parse(text: str) -> Filter:
        """Return the filter of ``text``; empty means every anchor. Raises `FilterError` with the place in the text."""
        return Filter(text.strip(), *parse(text))

    def mask(self, inspection: Inspection | Values) -> Mask:
        """Return the passing anchors, (N,) bool, read-only. Only the named columns are computed.

        Raises `FilterError` for anything missing in the picture, recipe or dataset: a level, a class, outputs.
        """
        values = inspection if isinstance(inspection, Values) else Values(inspection)
        passes = np.ones(values.inspection.grid.size, bool) if self.tree is None else _holds(self.tree, values)
        passes.flags.writeable = False
        return passes

    @property
    def names(self) -> frozenset[str]:
        """Return the measures named in the filter."""
        return frozenset() if self.tree is None else frozenset(_names(self.tree))

    @property
    def is_choice(self) -> bool:
        """Return whether an ``or`` is outermost."""
        return isinstance(self.tree, Either)

    def range_of(self, name: str) -> tuple[float, float] | None:
        """Return (low, high) the outermost ``and`` holds a number to, infinite where open; None without a clause."""
        low, high, found = -math.inf, math.inf, False
        for clause in self.clauses:
            for part in _bounds(clause.node, name):
                # Clauses of the outermost "and" all hold, so their ranges intersect.
                found, low, high = True, max(low, part[0]), min(high, part[1])
        return (low, high) if found else None

    def range_of_any(self, names: Sequence[str]) -> tuple[float, float] | None:
        """Return the range a clause of the outermost ``and`` sets for any of ``names``, None without a clause.

        A brush over several measures writes the clause: ``(low <= a <= high or low <= b <= high)``.
        """
        for clause in self.clauses:
            if isinstance(clause.node, Either) and set(_names(clause.node)) == set(names):
                found = _bounds(clause.node.parts[0], names[0])
                if found:
                    return max(low for low, _ in found), min(high for _, high in found)
        return None

    def word_of(self, name: str) -> str | None:
        """Return the word the outermost ``and`` holds a measure to, None for no word or several."""
        for clause in self.clauses:
            node = clause.node
            if isinstance(node, Compare) and node.left.name == name and node.operator == "==":
                return node.right.word if isinstance(node.right, Value) else None
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Passing:
    """The anchors of a result that pass a filter.

    ``mask`` (N,) bool, None where every anchor passes; ``count`` is the number of passing anchors. ``problem`` says in
    a line why a filter could not be applied, and then every anchor passes. ``values`` are the result's columns.
    """

    filter: Filter
    values: Values
    mask: Mask | None
    count: int
    problem: str = ""


def passing(filter_: Filter, values: Values) -> Passing:
    """Return the passing anchors, or why the filter cannot be applied to the result."""
    total = values.inspection.grid.size
    if filter_.tree is None:
        return Passing(filter=filter_, values=values, mask=None, count=total)
    try:
        mask = filter_.mask(values)
    except FilterError as error:
        return Passing(filter=filter_, values=values, mask=None, count=total, problem=str(error))
    return Passing(filter=filter_, values=values, mask=mask, count=int(np.count_nonzero(mask)))


def between(name: str, low: float, high: float, within: float) -> str:
    """Return the clause for ``low <= name <= high`` with as many digits as a drag of width ``within`` can mean.

    A drag beyond the least or the greatest possible value ends there.
    """
    # To a thousandth of the width: no mouse points more exactly.
    digits = max(0, 3 - math.ceil(math.log10(within))) if 0 < within < math.inf else 4
    least, most = MEASURES[name].ends
    low, high = (end if math.isinf(end) else min(max(end, least), most) for end in sorted((low, high)))
    parts = [f"{_short(low, digits)} <= " if low > -math.inf else "", name]
    parts.append(f" <= {_short(high, digits)}" if high < math.inf else "")
    return "".join(parts) if low > -math.inf or high < math.inf else ""


def _short(value: float, digits: int) -> str:
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def equal(name: str, word: str) -> str:
    """Return the clause that holds a measure to a word, in quotes where needed."""
    plain = word.isidentifier() and word.casefold() not in (*KEYWORDS, *MEASURES)
    quote = "'" if '"' in word else '"'
    return f"{name} == {word if plain else quote + word + quote}"


# Working it out


def _holds(node: Node, values: Values) -> Mask:
    if isinstance(node, Both | Either):
        join = np.logical_and if isinstance(node, Both) else np.logical_or
        # Copied, since a column of flags may be the values' own, and the rest is joined in place.
        result = _holds(node.parts[0], values).copy()
        for part in node.parts[1:]:
            join(result, _holds(part, values), out=result)
        return result
    if isinstance(node, Not):
        return ~_holds(node.part, values)
    if isinstance(node, Flag):
        return np.array(_column(node.name, values), bool)
    return _compare(node, values)


def _column(name: Name, values: Values) -> Array:
    lacking = values.lacks(name.name)
    if lacking:
        raise FilterError(name.token.start, name.token.end, f"{name.name} {lacking}")
    return values[name.name]


def _compare(node: Compare, values: Values) -> Mask:
    measure, right = MEASURES[node.left.name], node.right
    operation = _OPERATIONS[node.operator]
    if isinstance(right, Name):
        return _compare_columns(node, right, values)
    if measure.kind is MeasureKind.LEVEL:
        return values.by_level(operation(*_level_sides(values, right)))
    column = _column(node.left, values)
    if measure.kind is MeasureKind.FLAG:
        return np.asarray(operation(column, right.word == "true"))
    if measure.kind is MeasureKind.WORD:
        return np.asarray(operation(column, measure.words[right.word]))
    # Asked for by name, "none" is the one value a missing number equals.
    if right.word.casefold() == "none" and right.number is None:
        return np.asarray(_missing(node.left.name, column) == (node.operator == "=="))
    if measure.kind is MeasureKind.CLASS:
        return np.asarray(operation(column, _class_code(values, right)))
    assert right.number is not None
    if abs(right.number) > FLOAT32_MOST:  # too large for the column's own precision
        column = column.astype(np.float64)
    result = np.asarray(operation(column, right.number))
    # Whole numbers mark "none" by a code, 0 or -1, which must not count as smaller than every bound.
    return _without_missing(result, node.operator, (node.left.name, column))


def _compare_columns(node: Compare, right: Name, values: Values) -> Mask:
    if MEASURES[right.name].kind is not MeasureKind.NUMBER:
        problem = f"found '{right.name}', {node.left.name} wants a number"
        raise FilterError(right.token.start, right.token.end, problem)
    first, second = _column(node.left, values), _column(right, values)
    result = np.asarray(_OPERATIONS[node.operator](first, second))
    return _without_missing(result, node.operator, (node.left.name, first), (right.name, second))


def _without_missing(result: Mask, operation: str, *columns: tuple[str, Array]) -> Mask:
    """Return ``result`` with missing values as NaN behaves: unequal to everything, and in no other relation."""
    for name, column in columns:
        if MEASURES[name].missing is not None:
            missing = _missing(name, column)
            result = result | missing if operation == "!=" else result & ~missing
    return result


def _missing(name: str, column: Array) -> Mask:
    missing = MEASURES[name].missing
    if missing is not None:
        return np.asarray(column == missing)
    return np.asarray(np.isnan(column)) if column.dtype.kind == "f" else np.zeros(column.shape, bool)


def _level_sides(values: Values, right: Value) -> tuple[Array, Any]:
    """Return each level's own number and the number compared with: as named, or as counted in the level's name."""
    if right.number is not None:
        return values.level_numbers, right.number
    folded = [name.casefold() for name in values.levels]
    if right.word.casefold() not in folded:
        raise _unknown(right, values.levels, "this recipe's levels are")
    return np.arange(len(folded)), folded.index(right.word.casefold())


def _class_code(values: Values, right: Value) -> int:
    folded = [name.casefold() for name in values.classes]
    if right.word.casefold() not in folded:
        raise _unknown(right, values.classes, "the classes here are")
    return folded.index(right.word.casefold())


def _unknown(value: Value, known: Sequence[str], what: str, most: int = 12) -> FilterError:
    listed = ", ".join(known[:most]) + (f" and {len(known) - most} more" if len(known) > most else "")
    hint = close_to(value.word, known)
    token = value.token
    return FilterError(token.start, token.end, f"found '{value.word}', {hint}{what} {listed or 'none'}")


def _names(node: Node) -> list[str]:
    if isinstance(node, Both | Either):
        return [name for part in node.parts for name in _names(part)]
    if isinstance(node, Not):
        return _names(node.part)
    if isinstance(node, Flag):
        return [node.name.name]
    return [node.left.name] + ([node.right.name] if isinstance(node.right, Name) else [])


def bracketed(text: str) -> bool:
    """Return whether one pair of brackets holds all of ``text``."""
    depth, pieces = 0, [token for token in tokens(text) if token.kind != "end"]
    for number, token in enumerate(pieces):
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0:
            return number == len(pieces) - 1
    return False


def _bounds(node: Node, name: str) -> list[tuple[float, float]]:
    if isinstance(node, Both):
        return [bound for part in node.parts for bound in _bounds(part, name)]
    if not isinstance(node, Compare) or node.left.name != name or not isinstance(node.right, Value):
        return []
    number = node.right.number
    if number is None:
        return []
    if node.operator == "==":
        return [(number, number)]
    if node.operator in (">", ">="):
        return [(number, math.inf)]
    return [(-math.inf, number)] if node.operator in ("<", "<=") else []
