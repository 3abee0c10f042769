"""The text format of protocol buffers, without a schema: messages as tables, a field said again as a list."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from rpn_inspector.core.errors import BadFile
from rpn_inspector.translate.config_files import MOST_DEEP, ConfigFiles, ConfigText
from rpn_inspector.translate.expressions import as_written_text
from rpn_inspector.translate.given import Given, Origin

TOKEN = re.compile(
    r"""[ \t\n]+|(?P<comment>\#[^\n]*)|(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
    r"""|(?P<number>[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?[fF]?)(?![\w.])|(?P<word>[-+]?[A-Za-z_][\w.]*)"""
    r"""|(?P<sign>[{}<>\[\]:,;/])"""
)
CLOSING = {"{": "}", "<": ">"}
WORDS = {"true": True, "false": False, "inf": float("inf"), "-inf": float("-inf"), "nan": float("nan")}


def read_protobuf_text(config: ConfigText, files: ConfigFiles) -> Given:
    """Return the message in a text. Raises `BadFile` with the line for anything else."""
    return _MessageParser(config, files).message("", 0)


class _MessageParser:
    """Reads one text, token by token."""

    def __init__(self, config: ConfigText, files: ConfigFiles) -> None:
        self.config, self.files = config, files
        self.tokens = self._tokens()
        self.kind, self.token, self.line = "", "", 1
        self._next()

    def _tokens(self) -> Iterator[tuple[str, str, int]]:
        text, place, line = self.config.text, 0, 1
        while place < len(text):
            found = TOKEN.match(text, place)
            if found is None:
                raise self._wrong(f"found {text[place : place + 20]!r}", line)
            if found.lastgroup not in (None, "comment"):
                yield str(found.lastgroup), found[0], line
            line += found[0].count("\n")
            place = found.end()
        yield "end", "the end of the file", line

    def _next(self) -> None:
        self.kind, self.token, self.line = next(self.tokens)

    def _wrong(self, found: str, line: int = 0) -> BadFile:
        return BadFile(f"{self.config.path}:{line or self.line}", f"{found}, wanted the text of a protocol buffer")

    def message(self, until: str, depth: int) -> Given:
        """Return the fields up to the sign ``until``, "" for the end of the text."""
        if depth > MOST_DEEP:
            raise BadFile(f"{self.config.path}:{self.line}", f"is nested more than {MOST_DEEP} deep")
        origin = Origin(f"{self.config.path.name}:{self.line}")
        fields: dict[str, list[Given]] = {}
        while not (self.kind == "end" if not until else self.token == until and self.kind == "sign"):
            name = self._field()
            fields.setdefault(name, []).extend(self._values(depth))
            while self.token in (",", ";") and self.kind == "sign":
                self._next()
        if until:
            self._next()
        made = {name: found[0] if len(found) == 1 else self._list(found) for name, found in fields.items()}
        return Given(made, origin)

    def _field(self) -> str:
        """Return a field's name, or that of an extension, or of a packed message's type, in brackets."""
        extension = self.kind == "sign" and self.token == "["
        if extension:
            self._next()
        name = self._word()
        if extension:
            if self.token == "/":  # [type.googleapis.com/package.Message]
                self._next()
                name = self._word()
            if self.token != "]":
                raise self._wrong(f"found {self.token[:40]}")
            self._next()
        return name

    def _word(self) -> str:
        word = self.token
        if self.kind != "word":
            raise self._wrong(f"found {word[:40]}")
        self._next()
        return word

    def _list(self, found: list[Given]) -> Given:
        """Return the values of one field, as the text would list them."""
        written = as_written_text(f"[{', '.join(each.origin.written for each in found)}]")
        return Given(found, Origin(found[0].origin.source, "", written))

    def _values(self, depth: int) -> list[Given]:
        """Return the value after a field's name, or the values of a list."""
        colon = self.token == ":" and self.kind == "sign"
        if colon:
            self._next()
        if self.kind == "sign" and self.token in CLOSING:
            return [self._inside(depth)]
        if self.kind == "sign" and self.token == "[" and colon:
            self._next()
            found = []
            while not (self.kind == "sign" and self.token == "]"):
                found.append(self._inside(depth) if self.kind == "sign" and self.token in CLOSING else self._scalar())
                if self.token == "," and self.kind == "sign":
                    self._next()
            self._next()
            return [self._list(found) if found else Given([], Origin(f"{self.config.path.name}:{self.line}", "", "[]"))]
        if not colon:
            raise self._wrong(f"found {self.token[:40]}")
        return [self._scalar()]

    def _inside(self, depth: int) -> Given:
        until = CLOSING[self.token]
        self._next()
        return self.message(until, depth + 1)

    def _scalar(self) -> Given:
        self.files.count(self.config.path)
        origin = Origin(f"{self.config.path.name}:{self.line}", "", as_written_text(self.token))
        if self.kind == "text":
            parts = []
            while self.kind == "text":  # texts beside each other are one
                parts.append(self._unquoted(self.token))
                self._next()
            return Given("".join(parts), origin)
        if self.kind == "number":
            text = self.token.rstrip("fF")
            self._next()
            value = float(text)
            return Given(int(value) if value.is_integer() and abs(value) < 1e15 else value, origin)
        if self.kind == "word":
            word = self.token
            self._next()
            return Given(WORDS.get(word, word), origin)
        raise self._wrong(f"found {self.token[:40]}")

    def _unquoted(self, text: str) -> str:
        try:
            return str(ast.literal_eval(text))
        except (ValueError, SyntaxError):
            return text[1:-1]
