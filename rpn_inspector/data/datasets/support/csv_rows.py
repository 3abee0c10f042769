"""Rows of a CSV file, one at a time: encoding, separator and header are found out."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.core.text import Text
from rpn_inspector.data.datasets.dataset import Notes
from rpn_inspector.data.datasets.support import encodings
from rpn_inspector.data.datasets.support.text import encoding_of, is_binary

SEPARATORS = ",;\t|"
_EXCEL = re.compile(r"\s*\"?sep=", re.IGNORECASE)  # the line before the header that tells Excel its separator
_HEAD = 1 << 16


def head_bytes(path: Path, size: int = _HEAD) -> bytes:
    """Return the first ``size`` bytes. Raises `BadFile` where the file cannot be read."""
    try:
        with open_regular(path) as file:
            return file.read(size)
    except OSError as error:
        raise BadFile(path, f"cannot be read: {error.strerror or error}") from error


def head_of(path: Path, size: int = _HEAD) -> str:
    """Return the first ``size`` bytes as text, without a byte order mark. Raises `BadFile`."""
    data = head_bytes(path, size)
    return data.decode(encoding_of(data), errors="replace").lstrip("\ufeff")


def separator_of(head: str) -> str:
    """Return the separator of the first line: of all candidates, the one with the most fields."""
    line = _first_line(head)
    return max(SEPARATORS, key=lambda mark: len(next(csv.reader([line], delimiter=mark), [])))


def _first_line(head: str) -> str:
    return next((line for line in head.splitlines() if line.strip() and not _EXCEL.match(line)), "")


def first_row(head: str) -> list[str]:
    """Return the fields of the first line with any text."""
    line = _first_line(head)
    try:
        return [field.strip() for field in next(csv.reader([line], delimiter=separator_of(head)), [])]
    except csv.Error:
        return []


def rows(path: Path, notes: Notes) -> Iterator[tuple[int, list[str]]]:
    """Yield line number and fields of every row with any text, the header included.

    A row without separable fields is skipped and counted. Raises `BadFile` for a file without text.
    """
    data = head_bytes(path)
    if not data:
        raise BadFile(path, Text("is empty (0 bytes), wanted rows of a table"))
    # The head may end within a letter of two bytes, so a guess looks at whole lines alone.
    encoding = encoding_of(data)
    if encoding == "utf-8" and not _is_utf8(data) and (guessed := encodings.guess(_whole_lines(data))) is not None:
        encoding = guessed
        notes.warn(encodings.ASSUMED, encodings.assumption(path, encoding))
    head = data.decode(encoding, errors="replace")
    if is_binary(head):
        raise BadFile(path, f"is not text: it holds a zero byte at {head.index(chr(0))}")
    yield from _rows(path, encoding, separator_of(head.lstrip("\ufeff")), notes)


def _whole_lines(head: bytes) -> bytes:
    return head[: head.rfind(b"\n") + 1] or head


def _is_utf8(head: bytes) -> bool:
    """Return whether the start of a file is UTF-8, perhaps with the last letter cut."""
    try:
        head.decode()
    except UnicodeDecodeError as error:
        return error.start >= len(head) - 3 and error.reason == "unexpected end of data"
    return True


def _rows(path: Path, encoding: str, separator: str, notes: Notes) -> Iterator[tuple[int, list[str]]]:
    try:
        with open_regular(path) as raw, io.TextIOWrapper(raw, encoding, errors="replace", newline="") as file:
            reader = csv.reader(file, delimiter=separator)
            while True:
                try:
                    row = next(reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    notes.skip("not a row", path, reader.line_num, f"{error}")
                    continue
                if reader.line_num == 1 and row and _EXCEL.match(row[0]):
                    continue
                whole = "".join(row)
                if "\0" in whole:
                    notes.skip("not a row", path, reader.line_num, "holds a zero byte")
                elif whole.strip():
                    if "\ufffd" in whole:
                        notes.warn("not UTF-8", f"{path}:{reader.line_num}: some bytes are no UTF-8 and are replaced")
                    yield reader.line_num, row
    except (OSError, UnicodeError) as error:
        raise BadFile(path, f"cannot be read: {error}") from error


class TableHeader:
    """The columns of a table by name: only letters and digits count, case does not.

    ``others`` are title and number of the columns with a title outside of the names ``used``.
    """

    def __init__(self, fields: Sequence[str], used: Collection[str] = ()) -> None:
        titles = enumerate(map(str.strip, fields))
        self.others = tuple((title, number) for number, title in titles if title and plain(title) not in used)
        self._at: dict[str, int] = {}
        for number, name in enumerate(fields):
            self._at.setdefault(plain(name), number)

    def at(self, *names: str) -> int | None:
        """Return the number of the first column with one of ``names``, None without."""
        return next((self._at[name] for name in names if name in self._at), None)


def plain(name: str) -> str:
    """Return a column's name in the form for comparison."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def field(row: Sequence[str], at: int | None) -> str:
    """Return a field without spaces around, "" where the row ends before."""
    return row[at].strip() if at is not None and at < len(row) else ""
