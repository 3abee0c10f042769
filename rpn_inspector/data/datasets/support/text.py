"""Text, JSON and numbers of annotation files, with one line for each possible error."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.regular_file import note_failure, read_small
from rpn_inspector.core.text import Text
from rpn_inspector.data.datasets.support import encodings

if TYPE_CHECKING:
    from rpn_inspector.data.datasets.dataset import Notes

LARGEST = 1 << 30  # bytes of a file that is read as a whole
_PIECE = 1 << 20  # letters that are split into lines at once
_as_json = json.JSONEncoder(ensure_ascii=False).encode
_MARKS = (
    (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)  # fmt: skip


def read_bytes(path: Path, *, empty: bool = False) -> bytes:
    """Return a file's bytes. Raises `BadFile` for an unreadable or too large file, and for an ``empty`` one if not."""
    try:
        data = read_small(path, LARGEST)
        if data is None:
            size = path.stat().st_size
            raise BadFile(
                path, Text.of("has {size} bytes, over the limit of {most}", size=f"{size:,}", most=f"{LARGEST:,}")
            )
    except OSError as error:
        note_failure(error)
        raise BadFile(path, Text.of("cannot be read: {why}", why=error.strerror or error)) from error
    if not (data or empty):
        raise BadFile(path, Text("is empty (0 bytes)"))
    return data


def encoding_of(data: bytes) -> str:
    """Return the encoding the byte order mark tells, UTF-8 without one."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")


def is_binary(head: str) -> bool:
    """Return whether zero bytes are more than a slip: a single zero byte spoils only its own row."""
    return head.count("\0") * 20 > len(head)


def decode_text(data: bytes, path: Path) -> str:
    """Return text by its byte order mark, else UTF-8. Raises `BadFile` with the first wrong byte."""
    encoding = encoding_of(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        byte = data[error.start : error.start + 1].hex()
        raise BadFile(
            path,
            Text.of("is not {encoding}: byte 0x{byte} at {at}", encoding=encoding.upper(), byte=byte, at=error.start),
        ) from error
    if "\0" in text:
        raise BadFile(path, Text.of("is not text: it holds a zero byte at {at}", at=text.index(chr(0))))
    return text


def read_text(path: Path, notes: Notes | None = None, *, empty: bool = False) -> str:
    """Return a file's text, an ``empty`` one's if so; with ``notes`` also in an older encoding, with a note.

    Raises `BadFile`.
    """
    return decode_noted(read_bytes(path, empty=empty), path, notes)


def lines_of(text: str) -> Iterator[str]:
    """Yield the lines that ``str.splitlines`` gives, of a piece of the text at a time: a million boxes are as many."""
    at = 0
    while at < len(text):
        end = text.find("\n", at + _PIECE) + 1 or len(text)
        yield from text[at:end].splitlines()
        at = end


def decode_noted(data: bytes, path: Path, notes: Notes | None) -> str:
    """Return text as `decode_text` does, and with ``notes`` also by an encoding guessed from the letters."""
    try:
        return decode_text(data, path)
    except BadFile:
        encoding = encodings.guess(data) if notes is not None and encoding_of(data) == "utf-8" else None
        if notes is None or encoding is None:
            raise
    notes.warn(encodings.ASSUMED, encodings.assumption(path, encoding))
    return data.decode(encoding)


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) < 4000 else float(digits)  # Python refuses to turn longer ones into int


def parse_json(text: str) -> Any:
    """Return the value of a JSON text, NaN and Infinity included. Raises `ValueError`, or `RecursionError`."""
    return json.loads(text, parse_int=_integer)


def read_json(path: Path, notes: Notes | None = None) -> Any:
    """Return a file's JSON, with NaN and Infinity, as Python writes them; ``notes`` as in `read_text`.

    Raises `BadFile` with line and column for anything but JSON.
    """
    data = read_bytes(path)
    # The fast decoder first; what it refuses (NaN, lone surrogates, other encodings) is not always wrong.
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass  # the other decoder takes more, and says where it fails
    text = decode_noted(data, path, notes)
    try:
        return parse_json(text)
    except json.JSONDecodeError as error:
        raise BadFile(
            path,
            Text.of(
                "is not JSON: line {line}, column {column}: {why}", line=error.lineno, column=error.colno, why=error.msg
            ),
        ) from error
    except RecursionError as error:
        raise BadFile(path, Text("is not JSON that can be read: nested too deep")) from error
    except ValueError as error:
        raise BadFile(path, Text.of("is not JSON: {why}", why=error)) from error


def number(value: Any) -> float:
    """Return a number, or the number of a text, as float. Raises `ValueError` for anything else."""
    if type(value) is float or (type(value) is str and "_" not in value):  # the usual first: a dataset has millions
        return float(value)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError(f"found {shown(value)}, wanted a number")
    if isinstance(value, str) and "_" in value:
        raise ValueError(f"found {shown(value)}, wanted a number")
    try:
        return float(value)
    except OverflowError as error:
        raise ValueError(f"found {shown(value)}, which is too large") from error


def is_number(text: str) -> bool:
    """Return whether a text is a number."""
    try:
        number(text)
    except ValueError:
        return False
    return True


def decimal(text: str) -> float:
    """Return a number written with a decimal point or a decimal comma. Raises `ValueError`."""
    if "," in text and text.count(",") == 1 and "." not in text:
        return number(text.replace(",", "."))
    return number(text)


def side(value: Any) -> int | None:
    """Return a picture's side in px, None for an impossible value."""
    if value is None or value == "":  # as in most lines of most formats: an error for each would take longest of all
        return None
    try:
        found = number(value)
    except ValueError:
        return None
    return int(found) if 1 <= found < 1e9 else None


def size_of(height: Any, width: Any) -> tuple[int, int] | None:
    """Return (h, w) px, None where a side is impossible."""
    h, w = side(height), side(width)
    return (h, w) if h is not None and w is not None else None


def clean(text: str) -> str:
    """Return ``text`` with lone surrogates replaced, for printing."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def worded(values: Mapping[Any, Any]) -> dict[str, str]:
    """Return named values of a file as words: a text as written, all else as JSON; empty values are left out.

    Names inside an object are joined with a dot, as ``flags.occluded``.
    """
    words: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, dict):
            words |= worded({f"{name}.{key}": _word(part) for key, part in value.items()})
        elif text := _word(value):
            words[clean(str(name))] = clean(text)
    return words


def _word(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"  # at once: a COCO file may have millions of them
    try:
        return _as_json(value)
    except RecursionError:
        return shown(value)


def shown(value: Any) -> str:
    """Return a value for a message, in at most 80 characters on a single line."""
    if isinstance(value, dict | list):
        return f"{'an object' if isinstance(value, dict) else 'a list'} of {len(value)}"
    return clean(f"{value!r:.80}" if not isinstance(value, str) else repr(value[:80]))
