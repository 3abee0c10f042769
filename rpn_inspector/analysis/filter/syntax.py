"""The grammar of the filter line, read by a small parser into a tree of comparisons; nothing is ever run.

filter = both {"or" both}, both = single {"and" single}, single = "not" single | "(" filter ")" | comparison,
comparison = operand {("==" | "!=" | "<" | "<=" | ">" | ">=") operand}, operand = name | number | word | quoted text.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NoReturn

from rpn_inspector.analysis.filter.measures import HEADS, MEASURES, measure_of
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.measure import MeasureKind

DEEPEST = 60  # brackets in brackets
WRITTEN = {"≤": "<=", "≥": ">=", "≠": "!=", "−": "-"}
INSTEAD = {"=": "==", "&": "and", "&&": "and", "|": "or", "||": "or", "!": "not", "<>": "!=", "=<": "<=", "=>": ">="}
MIRRORED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
KEYWORDS = ("and", "or", "not")
_HEAD = "|".join(r"\s+".join(map(re.escape, head.split())) for head in HEADS.values() if not head.isidentifier())
_TOKEN = re.compile(
    rf"""(?P<head>(?i:{_HEAD})(?!\w))
    |(?P<number>(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+)(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)
    |(?P<name>[^\W\d]\w*)
    |(?P<text>"[^"]*"|'[^']*')
    |(?P<operator>==|!=|<=|>=|<>|=<|=>|&&|\|\||[<>=&|!()≤≥≠−+-])""",
    re.VERBOSE,
)


class FilterError(InspectorError):
    """An unreadable or inapplicable filter.

    ``start`` and ``end`` are the place in the text, from 0; the message counts columns from 1. ``unfinished``: the text
    ends where more is wanted, as while typing.
    """

    def __init__(
        self, start: int, end: int, problem: str, unfinished: bool = False, known: tuple[str, ...] = ()
    ) -> None:
        super().__init__(f"column {start + 1}: {problem}" + (f"; known are {', '.join(known)}" if known else ""))
        self.start, self.end = start, max(end, start + 1)
        self.problem = problem
        self.unfinished = unfinished


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text: ``kind`` is number, name, text, operator or end; ``[start, end)`` is the place."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """A measure, and the place in the text."""

    name: str
    token: Token


@dataclass(frozen=True, slots=True)
class Value:
    """A number, or a word where ``number`` is None."""

    number: float | None
    word: str
    token: Token


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison of a measure with a value or with another measure."""

    left: Name
    operator: str
    right: Name | Value


@dataclass(frozen=True, slots=True)
class Flag:
    """A measure with the values true and false, as a condition alone."""

    name: Name


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a part."""

    part: Node


@dataclass(frozen=True, slots=True)
class Both:
    """All ``parts`` hold."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of ``parts`` holds."""

    parts: tuple[Node, ...]


Node = Compare | Flag | Not | Both | Either


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the outermost ``and``: text and tree."""

    text: str
    node: Node


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of ``text`` and one ``end``. Raises `FilterError` at a character without a meaning."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        found = _TOKEN.match(text, at)
        if found is None:
            hint = "a closing quote is missing" if text[at] in "\"'" else "no such sign"
            raise FilterError(at, at + 1, f"found {text[at]!r}, {hint}", unfinished=text[at] in "\"'")
        assert found.lastgroup is not None
        kind = "name" if found.lastgroup == "head" else found.lastgroup
        yield Token(kind, WRITTEN.get(found.group(), found.group()), at, found.end())
        at = found.end()
    yield Token("end", "", len(text), len(text))


def parse(text: str) -> tuple[Node | None, tuple[Clause, ...]]:
    """Return the tree, None for an empty text, and the clauses of the outermost ``and``. Raises `FilterError`."""
    parser = _Parser(text)
    if parser.now.kind == "end":
        return None, ()
    node = parser.either(0)
    if parser.now.kind != "end":
        parser.unexpected("'and', 'or' or the end")
    # `0.3 < iou < 0.7` is a `Both` too, of one clause: taking it apart would leave half a comparison as text.
    clauses = tuple(parser.clauses) if isinstance(node, Both) and len(parser.clauses) > 1 else ()
    return node, clauses or (Clause(text.strip(), node),)


def close_to(word: str, known: Iterable[str]) -> str:
    """Return ``did you mean ...? `` for a word close to one of ``known``, else nothing."""
    folded = {item.casefold(): item for item in known}
    near = difflib.get_close_matches(word.casefold(), list(folded), 1, 0.6)
    return f"did you mean {folded[near[0]]}? " if near else ""


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(tokens(text))
        self.at = 0
        self.clauses: list[Clause] = []

    @property
    def now(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        token = self.now
        # The end is never passed: every look at the next token finds one.
        self.at += token.kind != "end"
        return token

    def is_word(self, word: str) -> bool:
        return self.now.kind == "name" and self.now.text.casefold() == word

    def unexpected(self, wanted: str) -> NoReturn:
        token = self.now
        if token.kind == "end":
            raise FilterError(token.start, token.end, f"the filter ends here, wanted {wanted}", unfinished=True)
        hint = f"did you mean '{INSTEAD[token.text]}'? " if token.text in INSTEAD else ""
        raise FilterError(token.start, token.end, f"found '{token.text}', {hint}wanted {wanted}")

    def either(self, depth: int) -> Node:
        parts = [self.both(depth)]
        while self.is_word("or"):
            self.take()
            parts.append(self.both(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def both(self, depth: int) -> Node:
        parts, clauses = [], []
        while True:
            start = self.now.start
            parts.append(self.single(depth))
            clauses.append(Clause(self.text[start : self.tokens[self.at - 1].end], parts[-1]))
            if not self.is_word("and"):
                break
            self.take()
        # Only clauses outside of all brackets can be taken out of the text without changing the rest.
        if depth == 0:
            self.clauses = clauses
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def single(self, depth: int) -> Node:
        negated = False
        while self.is_word("not"):
            self.take()
            # Folded on the way, so that ten thousand "not" make no tree that deep.
            negated = not negated
        if self.now.text == "(":
            opening = self.take()
            # Each bracket is a call of this parser within itself: a text must not exhaust the stack.
            if depth >= DEEPEST:
                raise FilterError(opening.start, opening.end, f"found more than {DEEPEST} brackets in brackets")
            node = self.either(depth + 1)
            if self.now.text != ")":
                self.unexpected("')', 'and' or 'or'")
            self.take()
        else:
            node = self.comparison()
        return Not(node) if negated else node

    def comparison(self) -> Node:
        operands, operators = [self.operand()], []
        while self.now.kind == "operator" and self.now.text in MIRRORED:
            operators.append(self.take().text)
            operands.append(self.operand())
        if not operators:
            return self.flag(operands[0])
        pairs = zip(operands, operators, operands[1:], strict=False)
        parts = tuple(compare(left, operator, right) for left, operator, right in pairs)
        return parts[0] if len(parts) == 1 else Both(parts)

    def operand(self) -> Token:
        if self.now.text in ("-", "+") and self.now.kind == "operator":
            sign = self.take()
            if self.now.kind != "number":
                self.unexpected("a number")
            number = self.take()
            return Token("number", sign.text.replace("+", "") + number.text, sign.start, number.end)
        if self.now.kind in ("number", "text") or (
            self.now.kind == "name" and self.now.text.casefold() not in KEYWORDS
        ):
            return self.take()
        self.unexpected("a name such as iou, or a value")

    def flag(self, token: Token) -> Node:
        measure = measure_of(token.text) if token.kind == "name" else None
        if measure is not None and measure.kind is MeasureKind.FLAG:
            return Flag(Name(measure.name, token))
        if measure is None and token.kind == "name":
            _check_name(token)
        if self.now.kind == "end" or self.now.text in INSTEAD:
            self.unexpected(f"a comparison such as {token.text} == ..." if measure else "a comparison")
        raise FilterError(token.start, token.end, f"'{token.text}' alone says nothing, wanted a comparison with it")


def _check_name(token: Token) -> None:
    """Raise unless the token is a measure's name; suggest the name probably meant."""
    if measure_of(token.text) is not None:
        return
    for measure in MEASURES.values():
        if token.text.casefold() in (*measure.words, *measure.also):
            problem = f"found '{token.text}' alone, which is a {measure.name}; write {measure.name} == {token.text}"
            raise FilterError(token.start, token.end, problem)
    hint = close_to(token.text, [*MEASURES, *HEADS.values()]).rstrip()
    problem = f"found '{token.text}', which is no name here" + (f"; {hint}" if hint else "")
    raise FilterError(token.start, token.end, problem, known=tuple(MEASURES))


def compare(left: Token, operator: str, right: Token) -> Compare:
    """Return the comparison of two operands, at least one a measure; the measure comes first."""
    names = [_measured(left), _measured(right)]
    words = [name is not None and MEASURES[name.name].kind is not MeasureKind.NUMBER for name in names]
    if words[1] and not words[0]:  # `positive == label`; a class may bear the name of a measure
        return _checked(_name(names[1]), MIRRORED[operator], left, None)
    if names[0] is not None:
        return _checked(names[0], operator, right, names[1])
    if names[1] is not None:
        return _checked(names[1], MIRRORED[operator], left, None)
    for token in (left, right):
        if token.kind == "name":
            _check_name(token)
    raise FilterError(left.start, right.end, "compares two values, wanted a name such as iou on one side")


def _name(name: Name | None) -> Name:
    assert name is not None
    return name


def _measured(token: Token) -> Name | None:
    measure = measure_of(token.text) if token.kind == "name" else None
    return Name(measure.name, token) if measure is not None else None


def _checked(name: Name, operator: str, token: Token, other: Name | None) -> Compare:
    """Return a comparison of fitting sides. Raises `FilterError` with a fitting alternative."""
    measure = MEASURES[name.name]

    def wrong(wanted: str, hint: str = "") -> FilterError:
        return FilterError(token.start, token.end, f"found '{token.text}', {hint}{measure.name} wants {wanted}")

    if measure.kind in (MeasureKind.WORD, MeasureKind.CLASS, MeasureKind.FLAG) and operator not in ("==", "!="):
        between = f"'{operator}' means nothing for {measure.name}, wanted == or !="
        raise FilterError(name.token.start, token.end, between)
    word = token.text.strip("\"'") if token.kind == "text" else token.text
    number = float(token.text.replace(",", "")) if token.kind == "number" else None
    if measure.kind is MeasureKind.NUMBER:
        if other is not None:
            return Compare(name, operator, other)
        if number is None and word.casefold() != "none":
            if token.kind == "name":
                hint = close_to(word, [m.name for m in MEASURES.values() if m.kind is MeasureKind.NUMBER])
                raise wrong("a number", hint)
            raise wrong("a number")
        if number is None and operator not in ("==", "!="):
            raise wrong(f"a number after '{operator}'")
    elif measure.kind is MeasureKind.WORD or measure.kind is MeasureKind.FLAG:
        words = tuple(measure.words) or ("true", "false")
        word = measure.also.get(word.casefold(), word)
        if number is not None or word.casefold() not in words:
            known = (*words, *measure.also)
            raise wrong(f"one of {', '.join(known)}", close_to(word, known))
        word = word.casefold()
    return Compare(name, operator, Value(number, word, token))
