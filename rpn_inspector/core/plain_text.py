"""Text out of files, made fit for a line of a terminal, of a message or of a label."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

LONGEST = 300 - len("rpn-inspector: ")  # letters of a message, which a terminal shows behind the name
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_JOINERS = "\u200c\u200d"  # without them words of Persian and Hindi, and pictures of families, fall apart


def printable(text: str) -> str:
    """Return ``text`` with U+FFFD for every letter that controls a terminal, breaks a line or turns the direction."""
    if text.isprintable():
        return text
    return "".join(letter if _is_harmless(letter) else "\ufffd" for letter in text)


def one_line(text: str, longest: int = LONGEST) -> str:
    """Return ``text`` as one printable line of at most ``longest`` letters, the middle of a longer one left out."""
    if not text.isprintable():
        text = printable(" ".join(text.split()))
    if len(text) <= longest:
        return text
    start = longest * 2 // 3  # the end holds what was wanted
    return f"{text[:start]} … {text[start + 3 - longest :]}"


def for_xml(text: str) -> str:
    """Return ``text`` with U+FFFD for every letter that no XML document can hold, escaped or not."""
    return _NO_XML.sub("\ufffd", text)


def for_spreadsheet(text: str) -> str:
    """Return a text cell with an apostrophe before what a spreadsheet would run as a formula; a number stays."""
    if not text.startswith(_FORMULAS):
        return text
    try:
        float(text)
    except ValueError:
        return "'" + text
    return text


def first_bytes(data: bytes, most: int = 12) -> str:
    """Return the first ``most`` bytes of a file as a reader knows them: quoted where text, else in hexadecimal."""
    start = data[:most]
    text = start.strip().decode("latin-1")
    return f'"{text}"' if text and text.isascii() and text.isprintable() else f"the bytes {start.hex(' ')}"


def number_of(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun, ``many`` for all but 1, by default ``one`` and an s."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def some_of(parts: Sequence[str], between: str = ", ", longest: int = LONGEST // 2) -> str:
    """Return the first ``parts`` that fit into ``longest`` letters, one at least, and how many are left out."""
    count, letters = 0, 0
    for part in parts:
        letters += len(part) + len(between)
        if count and letters > longest:
            break
        count += 1
    more = [f"and {len(parts) - count} more"] if count < len(parts) else []
    return between.join([*parts[:count], *more])


def _is_harmless(letter: str) -> bool:
    return letter.isprintable() or letter in _JOINERS or unicodedata.category(letter) == "Zs"
