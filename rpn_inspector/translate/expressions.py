"""Values of Python expressions, worked out from their syntax: literals, arithmetic, names, simple comprehensions.

Nothing is run: whatever else stands in an expression is `Unknown`, with its text.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.translate.config_files import MOST_DEEP, ConfigFiles
from rpn_inspector.translate.given import Given, Misfit, Origin, Unknown, as_written, given_of

LARGEST = 1 << 62  # of a whole number that is worked out
LONGEST = 10_000  # items or letters of what is worked out
OPERATORS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
}
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "int": int, "float": float, "abs": abs, "round": round, "min": min, "max": max, "sum": sum, "len": len,
    "tuple": list, "list": list, "range": lambda *ends: list(range(*ends)), "sorted": sorted, "math.sqrt": math.sqrt,
    "np.sqrt": math.sqrt, "numpy.sqrt": math.sqrt, "math.log": math.log, "bool": bool,
}  # fmt: skip


class Evaluator:
    """Works out expressions of one text, with the names known so far."""

    def __init__(self, path: Path, text: str, files: ConfigFiles) -> None:
        self.path, self.lines, self.files = path, text.splitlines(), files

    def origin(self, node: ast.expr) -> Origin:
        """Return the place of an expression, and its text."""
        first, last = node.lineno, node.end_lineno or node.lineno
        line = self.lines[first - 1] if first <= len(self.lines) else ""
        # columns are counted in bytes
        part = line.encode()[node.col_offset : node.end_col_offset if first == last else None].decode(errors="replace")
        text = part if first == last else f"{part.strip()} …"
        return Origin(f"{self.path.name}:{first}", "", text if len(text) <= 60 else f"{text[:59]}…")

    def value(self, node: ast.expr, names: Mapping[str, Given], depth: int = 0) -> Given:
        """Return the value of an expression. Raises `BadFile` beyond the limits."""
        self.files.count(self.path)
        if depth > MOST_DEEP:
            raise BadFile(f"{self.path}:{node.lineno}", f"is nested more than {MOST_DEEP} deep")
        origin = self.origin(node)
        if isinstance(node, ast.Name):
            return names[node.id] if node.id in names else self._unknown(node, f"{node.id} is not known from the file")
        if isinstance(node, ast.Dict):
            return self._dict(node, names, origin, depth)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "dict":
            return self._call_of_dict(node, names, origin, depth)
        if isinstance(node, ast.List | ast.Tuple):
            return Given(self._parts(node.elts, names, depth), origin)
        try:
            found = self._worked_out(node, names, depth)
        except Misfit as error:
            return self._unknown(node, error.given.unknown or str(error))
        except (_NotRun, ArithmeticError, ValueError, TypeError, LookupError, AttributeError):
            return self._unknown(node, f"{origin.written} is not run")
        return found if isinstance(found, Given) else given_of(found, origin)

    def _parts(self, nodes: list[ast.expr], names: Mapping[str, Given], depth: int) -> list[Given]:
        found: list[Given] = []
        for node in nodes:
            if not isinstance(node, ast.Starred):
                found.append(self.value(node, names, depth + 1))
                continue
            inside = self.value(node.value, names, depth + 1)
            found += inside.value if isinstance(inside.value, list) else [self._unknown(node, "* of no list")]
        self._count_made(found)
        return found

    def _dict(self, node: ast.Dict, names: Mapping[str, Given], origin: Origin, depth: int) -> Given:
        found: dict[str, Given] = {}
        for key, part in zip(node.keys, node.values, strict=True):
            given = self.value(part, names, depth + 1)
            if key is not None:
                name = self.value(key, names, depth + 1)
                found[str(name.value)] = given
            elif isinstance(given.value, dict):  # {**other}
                found |= given.value
        return Given(found, origin)

    def _call_of_dict(self, node: ast.Call, names: Mapping[str, Given], origin: Origin, depth: int) -> Given:
        found: dict[str, Given] = {}
        for argument in node.args:
            given = self.value(argument, names, depth + 1)
            if not isinstance(given.value, dict):
                return self._unknown(node, f"{origin.written} is not run")
            found |= given.value
        for keyword in node.keywords:
            given = self.value(keyword.value, names, depth + 1)
            if keyword.arg is not None:
                found[keyword.arg] = given
            elif isinstance(given.value, dict):
                found |= given.value
        return Given(found, origin)

    def _unknown(self, node: ast.expr, why: str) -> Given:
        return Given(Unknown(why), self.origin(node))

    def _worked_out(self, node: ast.expr, names: Mapping[str, Given], depth: int) -> Any:
        """Return an expression's value, plain or `Given`; raises `_NotRun` for what is not worked out."""

        def of(part: ast.expr) -> Any:
            return self.value(part, names, depth + 1).plain()

        match node:
            case ast.Constant(value=int() | float() | str() | None as value):
                return value
            case ast.UnaryOp(op=ast.USub(), operand=part):
                return -of(part)
            case ast.UnaryOp(op=ast.UAdd(), operand=part):
                return +of(part)
            case ast.UnaryOp(op=ast.Not(), operand=part):
                return not of(part)
            case ast.BinOp(left=left, op=op, right=right):
                return self._bounded(_operation(op, of(left), of(right)))
            case ast.Subscript(value=table, slice=index):
                return self._subscript(self.value(table, names, depth + 1), index, of)
            case ast.Attribute(value=table, attr=name):
                inside = self.value(table, names, depth + 1)
                return inside.value[name] if isinstance(inside.value, dict) else _not_run()
            case ast.ListComp(elt=each, generators=[ast.comprehension(target=ast.Name(id=name), iter=over, ifs=[])]):
                around = self.value(over, names, depth + 1)
                listed = around.value if isinstance(around.value, list) else _not_run()
                self._count_made(listed)
                return Given(
                    [self.value(each, {**names, name: one}, depth + 1) for one in listed], self.origin(node)
                )  # fmt: skip
            case ast.Call(func=function, args=arguments, keywords=[]):
                return self._call(_dotted(function), [of(argument) for argument in arguments])
            case ast.JoinedStr(values=parts):
                return self._bounded("".join(_letters(part, of) for part in parts))
            case ast.Set(elts=[ast.Set(elts=[inside])]):  # MMEngine's {{_base_.name}}
                return self.value(inside, names, depth + 1)
        return _not_run()

    def _subscript(self, table: Given, index: ast.expr, of: Callable[[ast.expr], Any]) -> Any:
        if isinstance(index, ast.Slice):
            ends = [None if end is None else of(end) for end in (index.lower, index.upper, index.step)]
            return Given(table.value[slice(*ends)], table.origin) if isinstance(table.value, list) else _not_run()
        return table.value[of(index)] if isinstance(table.value, dict | list) else _not_run()

    def _call(self, name: str, arguments: list[Any]) -> Any:
        if name not in FUNCTIONS:
            return _not_run()
        if name == "range" and len(range(*arguments)) > LONGEST:
            return _not_run()
        return self._bounded(FUNCTIONS[name](*arguments))

    def _bounded(self, value: Any) -> Any:
        if isinstance(value, complex) or (isinstance(value, int) and abs(value) > LARGEST):
            return _not_run()
        if isinstance(value, list | str):
            self._count_made(value)
        return value

    def _count_made(self, made: list[Any] | str) -> None:
        if len(made) > LONGEST:
            raise BadFile(self.path, f"has a list of {len(made):,}, wanted at most {LONGEST:,} parts")
        self.files.count(self.path, len(made) if isinstance(made, list) else 1)


class _NotRun(Exception):
    """An expression of a kind that is not worked out."""


def _not_run() -> Any:
    raise _NotRun


def _letters(part: ast.expr, of: Callable[[ast.expr], Any]) -> str:
    """Return the text of a part of an f-string, where it has no format of its own."""
    match part:
        case ast.Constant(value=str() as text):
            return text
        case ast.FormattedValue(value=inside, conversion=-1, format_spec=None):
            value = of(inside)
            return str(value) if isinstance(value, str | int | float) else str(_not_run())
    return str(_not_run())


def _dotted(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id=module), attr=name):
            return f"{module}.{name}"
    return ""


def _operation(op: ast.operator, left: Any, right: Any) -> Any:
    """Return an operation's result on numbers, lists and texts; powers and repetitions only where small."""
    if isinstance(op, ast.Pow) and (abs(right) > 1000 or abs(left) > 1e9):
        return _not_run()
    if isinstance(op, ast.Mult):
        for many, times in ((left, right), (right, left)):
            if isinstance(many, list | str) and (not isinstance(times, int) or len(many) * times > LONGEST):
                return _not_run()
    if isinstance(op, ast.Mod) and isinstance(left, str):  # widths in a format could ask for gigabytes
        return _not_run()
    if isinstance(op, ast.Pow) and isinstance(left, int) and isinstance(right, int) and abs(left) > 1 and right > 62:
        return _not_run()
    function = OPERATORS.get(type(op))
    return _not_run() if function is None else function(left, right)


def literal(text: str, origin: Origin, path: Path, files: ConfigFiles) -> Given | None:
    """Return the value of a Python expression written inside another file, None for any other text."""
    try:
        node = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    found = Evaluator(path, "", files).value(node, {})
    return None if found.unknown else given_of(found.plain(), Origin(origin.source, "", as_written_text(text)))


def as_written_text(text: str) -> str:
    """Return a text as a config has it, cut where long."""
    short = " ".join(text.split())
    return short if len(short) <= 60 else f"{short[:59]}…"


__all__ = ["Evaluator", "as_written", "as_written_text", "literal"]
