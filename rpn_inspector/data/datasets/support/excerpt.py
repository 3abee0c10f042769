"""``Excerpt``: the part of an annotation file for the recognition of its format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.data.datasets.support.csv_rows import first_row, head_bytes
from rpn_inspector.data.datasets.support.text import encoding_of, is_binary, read_json

HEAD = 1 << 16  # bytes from the start, and for JSON from the end
LINES, TRIED = 50, 5  # lines of a text that are split, and of these the first in which a format is looked for
_KEY = re.compile(r'"((?:[^"\\]|\\.){1,40})"\s*:')
_ROOT = re.compile(r"<(?![?!])\s*([\w:.-]+)")
_PROLOG = re.compile(r"<!DOCTYPE[^\[>]*(\[.*?\])?\s*>|<!--.*?-->", re.DOTALL)


@dataclass(frozen=True)
class Excerpt:
    """``data``, the first bytes of the file ``path``, and a ``text`` of the file to look at.

    ``text`` is the decoded start of the file; for JSON also the end in turn, and last nothing but ``document``. ``at``
    is the first line of a text to look at, ``start`` the excerpt of the file's start for a text of another part.
    ``suffix`` is lower case, with dot.
    """

    path: Path
    suffix: str
    data: bytes
    text: str
    at: int = 0
    document: Any = None
    start: Excerpt | None = None

    @classmethod
    def of(cls, path: Path, suffix: str) -> Excerpt:
        """Return the start of a file. Raises `BadFile` where the file cannot be read."""
        data = head_bytes(path, HEAD)
        return cls(
            path=path, suffix=suffix, data=data, text=data.decode(encoding_of(data), errors="replace").lstrip("\ufeff")
        )

    def parts(self) -> Iterator[Excerpt]:
        """Yield the excerpts to look at, in order: the first with evidence decides."""
        yield self
        if self.suffix == ".json":
            yield self.end  # a document may begin with the pixels of a picture, or with a list of another kind
        elif self.suffix == ".txt":
            # line by line, not format by format: a slip in the first line must not let a later line speak for another
            yield from (replace(self, at=at, start=self) for at in range(1, min(len(self.lines), TRIED)))

    @property
    def first(self) -> Excerpt:
        """The start of the file."""
        return self if self.start is None else self.start

    @cached_property
    def end(self) -> Excerpt:
        """The end of a file, behind the first four bytes with the bracket and the byte order mark."""
        try:
            with open_regular(self.path) as file:
                start = file.read(4)
                size = self.path.stat().st_size
                file.seek(max(0, size - (size & 1) - HEAD))  # an even place, for the sake of UTF-16
                text = (start + file.read()).decode(encoding_of(start), errors="replace")
        except OSError:
            text = ""
        return replace(self, text=text, start=self)

    def whole(self) -> Excerpt:
        """Return the decoded JSON document without any text; a document of None where the file is no JSON."""
        try:
            document = read_json(self.path)
        except BadFile:
            document = None
        return replace(self, text="", document=document, start=self)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of JSON objects of any depth, found in the text, whether the text is a whole document or not."""
        return frozenset(_KEY.findall(self.text))

    @property
    def is_list(self) -> bool:
        """Whether a JSON document is a list."""
        return self.text.lstrip().startswith("[")

    @cached_property
    def lines(self) -> list[str]:
        """The first lines of a text, without blank lines and comments; none for a text with a zero byte."""
        if self.start is not None:
            return self.start.lines
        if "\0" in self.text:
            return []
        lines = self.text.splitlines()[:LINES]
        return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]

    @property
    def line(self) -> str:
        """The line to look at, "" behind the end."""
        return self.lines[self.at] if self.at < len(self.lines) else ""

    @cached_property
    def table(self) -> str:
        """The text of a table, without a zero byte or two; empty for binary data."""
        return "" if is_binary(self.text) else self.text.replace("\0", "")

    @cached_property
    def fields(self) -> list[str]:
        """The fields of the first row of a table."""
        return first_row(self.table)

    @cached_property
    def root(self) -> str:
        """The tag of the first XML element, "" without one."""
        found = _ROOT.search(_PROLOG.sub("", self.text))
        return found[1] if found is not None else ""
