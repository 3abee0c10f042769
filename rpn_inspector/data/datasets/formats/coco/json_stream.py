"""``JsonFile``: a large JSON object read key by key, lists in pieces, never as a whole.

A list is cut at ``}, {`` about every megabyte. A piece from the start of an element that parses is balanced, so parsing
proves the cut; after a failure another cut is tried, or the window grows. Nothing is mapped into memory: a file
shortened meanwhile by another program is an error here, not the end of the process.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from json import JSONDecodeError
from pathlib import Path
from typing import Any

import msgspec

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.core.text import Text

PIECE = 1 << 20
LARGEST = 1 << 28  # bytes of one element, or of one value that is not a list
_CUT = re.compile(rb"\}\s*,\s*(?=\{)")
_SPACE = re.compile(rb"[ \t\n\r]*")
_MARKS = ((b"\xff\xfe\0\0", "UTF-32"), (b"\0\0\xfe\xff", "UTF-32"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
_TRIES = 8  # cuts of one window


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) < 4000 else float(digits)  # Python refuses to turn longer ones into int


_LENIENT = json.JSONDecoder(parse_int=_integer)  # reads NaN and Infinity, which Python writes and JSON has not
_ANY = msgspec.json.Decoder()


@dataclass(frozen=True, slots=True)
class ElementBatch:
    """Neighbouring elements of a list, the first with number ``start``: all ``typed``, or all ``plain`` values."""

    start: int
    typed: list[Any] | None
    plain: list[Any]

    def __len__(self) -> int:
        """Return the number of elements."""
        return len(self.plain if self.typed is None else self.typed)


class JsonFile:
    """A file with one JSON object. Raises `BadFile` with line and column for anything else.

    Ask `key`, then for the same key `value`, or `batches` after `at_list`. ``done`` of ``size`` bytes are read.
    ``remarks`` are the deviations from strict JSON read all the same.
    """

    def __init__(self, path: Path, piece: int = PIECE) -> None:
        self.path, self.piece = path, piece
        self.remarks: dict[str, str] = {}
        self._window, self._base, self._at, self._first = b"", 0, 0, True
        try:
            self._file = open_regular(path)
            self._stat = os.fstat(self._file.fileno())
        except OSError as error:
            raise BadFile(path, f"cannot be read: {error.strerror or error}") from error
        self.size = self._stat.st_size
        try:
            self._start()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    @property
    def done(self) -> int:
        """Return how many bytes were used so far."""
        return self._base + self._at

    def _start(self) -> None:
        self._grow()
        if not self._window:
            raise BadFile(self.path, Text("is empty (0 bytes), wanted JSON"))
        for mark, name in _MARKS:
            if self._window.startswith(mark):
                raise BadFile(self.path, Text.of("is {encoding}, wanted UTF-8", encoding=name))
        if self._window.startswith(b"\x1f\x8b"):
            raise BadFile(self.path, "is packed with gzip; unpack it first")
        if self._window.startswith(b"\xef\xbb\xbf"):
            self._at = 3

    def _grow(self) -> bool:
        """Read another piece, or as much again as an unfinished value has; return whether anything came."""
        left = len(self._window) - self._at
        if left > LARGEST:
            raise BadFile(self.path, f"is not JSON: one value from byte {self.done} is over {LARGEST >> 20} MiB long")
        try:
            more = self._file.read(max(self.piece, left))
            now = os.fstat(self._file.fileno())
        except OSError as error:
            raise BadFile(self.path, f"cannot be read: {error.strerror or error}") from error
        # A program that rewrites the file between two pieces would leave half of the old text and half of the new here.
        if (now.st_size, now.st_mtime_ns) != (self._stat.st_size, self._stat.st_mtime_ns):
            raise BadFile(self.path, "was changed while it was read; open it again")
        self._base += self._at
        self._window, self._at = self._window[self._at :] + more, 0
        return bool(more)

    def _peek(self) -> bytes:
        """Return the next byte other than white space, b"" at the end."""
        while True:
            space = _SPACE.match(self._window, self._at)
            assert space is not None
            self._at = space.end()
            if self._at < len(self._window) or not self._grow():
                return self._window[self._at : self._at + 1]

    def _take(self, wanted: bytes, words: str) -> None:
        if self._peek() != wanted:
            raise self._malformed(self.done, f"expecting {words}")
        self._at += 1

    def at_object(self) -> bool:
        """Return whether an object comes next."""
        return self._peek() == b"{"

    def at_list(self) -> bool:
        """Return whether a list comes next."""
        return self._peek() == b"["

    def key(self) -> str | None:
        """Return the next key of the object, None at the end."""
        if self._first:
            self._take(b"{", "an object")
            if self._peek() == b"}":
                self._end()
                return None
            self._first = False
        elif self._peek() == b"}":
            self._end()
            return None
        else:
            self._take(b",", "',' or '}'")
        if self._peek() != b'"':
            raise self._malformed(self.done, "expecting a key in double quotes")
        key = self.value()
        self._take(b":", "':'")
        return str(key)

    def _end(self) -> None:
        self._at += 1
        if self._peek():
            raise self._malformed(self.done, "extra data")

    def value(self) -> Any:
        """Return the next value as Python's own types."""
        self._peek()
        while True:
            text = self._text()
            try:
                value, end = _LENIENT.raw_decode(text)
            except JSONDecodeError as error:
                if not (_unfinished(error, text) and self._grow()):
                    raise self._wrong(error, text, 0) from None
                continue
            except RecursionError as error:
                raise BadFile(self.path, Text.of("is nested too deep at byte {at}", at=self.done)) from error
            # A number has no closing sign: 12 at the very end of the window may be the start of 123.
            if end == len(text) and self._grow():
                continue
            part = text[:end].encode("utf-8", "surrogateescape")
            self._remark(part)
            self._at += len(part)
            return value

    def batches(self, decoder: msgspec.json.Decoder[Any]) -> Iterator[ElementBatch]:
        """Yield the elements of the list at the cursor; ``decoder`` makes a list of typed elements."""
        self._take(b"[", "a list")
        start = 0
        if self._peek() == b"]":
            self._at += 1
            return
        while True:
            # At least a whole piece is at hand, so that a cut is nearly always found, and batches stay large.
            while len(self._window) - self._at < self.piece and self._grow():
                pass
            batch, last = self._cut(decoder, start), False
            if batch is None:
                batch, last = self._rest(decoder, start), True
            if batch is None:
                continue  # the window has grown
            start += len(batch)
            yield batch
            if last:
                return

    def _cut(self, decoder: msgspec.json.Decoder[Any], start: int) -> ElementBatch | None:
        """Return a batch up to a late cut of the window, None at the end of the list or without a good cut."""
        cuts: list[re.Match[bytes]] = []
        # Only the last cuts are of use, and elements are short: looking through 64 KB spares a search in a megabyte.
        for back in (1 << 16, len(self._window)):
            cuts = list(_CUT.finditer(self._window, max(self._at, len(self._window) - back)))
            if cuts:
                break
        view = memoryview(self._window)
        # "}, {" may also stand inside a string or a nested list. Whether a cut is real shows by parsing what comes
        # before: from the start of an element to a wrong cut, some bracket or quote is not closed, and nothing parses.
        for cut in cuts[-1 : -1 - _TRIES : -1]:
            part = b"".join((b"[", view[self._at : cut.start() + 1], b"]"))
            try:
                batch = self._decode(decoder, part, start)
            except EOFError:
                return None
            if batch is not None:
                self._at = cut.end()
                return batch
        return None

    def _rest(self, decoder: msgspec.json.Decoder[Any], start: int) -> ElementBatch | None:
        """Return what is left of the list; None after the window has grown because the list goes on."""
        text = "[" + self._text()
        try:
            values, end = _LENIENT.raw_decode(text)
        except JSONDecodeError as error:
            if _unfinished(error, text) and self._grow():
                return None
            raise self._wrong(error, text, 1) from None
        except RecursionError as error:
            raise BadFile(self.path, Text.of("is nested too deep after byte {at}", at=self.done)) from error
        length = _bytes(text[1:end])
        part = b"[" + self._window[self._at : self._at + length]
        batch = self._decode(decoder, part, start)
        self._at += length
        return batch if batch is not None else ElementBatch(start, None, values)

    def _decode(self, decoder: msgspec.json.Decoder[Any], part: bytes, start: int) -> ElementBatch | None:
        """Return the elements of ``part``, None for other text. Raises `EOFError` for an earlier end of the list."""
        try:
            return ElementBatch(start, decoder.decode(part), [])
        except msgspec.ValidationError:
            pass  # JSON so far, of other types
        except msgspec.DecodeError as error:
            if "truncated" in str(error):  # the usual face of a bad cut; separated for speed alone
                return self._lenient(part, start) if b"\\u" in part else None
            # The list closed before the cut, which lies in a later key of the document: the rest of the list is no
            # batch of its own.
            if "trailing characters" in str(error):
                raise EOFError from None
        except (ValueError, RecursionError):
            pass  # a text that is not UTF-8, or a nest
        try:
            return ElementBatch(start, None, _ANY.decode(part))
        except (ValueError, RecursionError):
            return self._lenient(part, start)

    def _lenient(self, part: bytes, start: int) -> ElementBatch | None:
        # A wrong byte becomes a lone surrogate, so that the text keeps its bytes: lengths stay exact, and the byte
        # can be named.
        text = part.decode("utf-8", "surrogateescape")
        try:
            values, end = _LENIENT.raw_decode(text)
        except (JSONDecodeError, RecursionError):
            return None
        # As above: the list ended inside the part.
        if end < len(text):
            raise EOFError
        if not self._remark(part, 1):
            self.remarks.setdefault("not strictly JSON", "holds NaN, Infinity, or half a surrogate pair")
        return ElementBatch(start, None, values)

    def _remark(self, part: bytes, skip: int = 0) -> bool:
        """Remark on a ``part`` outside of UTF-8, and return whether; ``part`` starts ``skip`` bytes before here."""
        try:
            part.decode("utf-8")
        except UnicodeDecodeError as error:
            at = self.done + error.start - skip
            self.remarks.setdefault("not UTF-8", f"byte {at} is 0x{part[error.start]:02x}; such text is replaced")
            return True
        return False

    def _text(self) -> str:
        return self._window[self._at :].decode("utf-8", "surrogateescape")

    def _wrong(self, error: JSONDecodeError, text: str, skip: int) -> BadFile:
        return self._malformed(self.done + _bytes(text[: error.pos]) - skip, error.msg)

    def _malformed(self, offset: int, words: str) -> BadFile:
        """Return the error for a byte of the file, as line and column, both from 1."""
        line, column, left = 1, 1, offset
        try:
            self._file.seek(0)
            while left > 0 and (data := self._file.read(min(left, 1 << 22))):
                left -= len(data)
                line += data.count(b"\n")
                column = len(data) - data.rfind(b"\n") if b"\n" in data else column + len(data)
        except OSError:
            return BadFile(self.path, f"is not JSON at byte {offset}: {words}")
        why = words[:1].lower() + words[1:]
        return BadFile(
            self.path, Text.of("is not JSON: line {line}, column {column}: {why}", line=line, column=column, why=why)
        )


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogateescape"))


def _unfinished(error: JSONDecodeError, text: str) -> bool:
    """Return whether a longer text may still be JSON: the error is at the end, or within a string."""
    # Python's decoder points at the start of a cut-off literal (Infinity has 8 letters, an escape 6), not at its end.
    return error.pos >= len(text) - 16 or error.msg.startswith("Unterminated string")
