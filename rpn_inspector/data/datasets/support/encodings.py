"""The encoding of a text older than UTF-8 without a declaration, guessed from the letters.

Old Windows programs write in the encoding of their country: GBK in China, Shift JIS in Japan, Windows-1251 in Russia. A
guess needs evidence: a few letters, nearly all of them common in the language, and no other encoding with an equal fit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from rpn_inspector.core.regular_file import read_small

FEWEST = 4  # letters that make a guess of a language's script; a single accent among Latin letters is enough
COMMON = 0.9  # of them, at least, that are common ones
HANGUL_IS_SURE = 8  # different letters from which only Korean, which GBK could be too, is believed to be Korean
_SAMPLE = 1 << 20  # bytes looked at
_CONTROL = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_LATIN = re.compile(rb"(?<=[A-Za-z])[\xc0-\xff]|[\xc0-\xff](?=[\xc0-\xff]?[A-Za-z])")


def _lead(name: str, first: int, last: int) -> Callable[[str], bool]:
    """Return a test of letters: whether the first byte lies in the rows of common letters of an encoding."""

    def common(letter: str) -> bool:
        code = letter.encode(name, "ignore")
        return len(code) == 2 and first <= code[0] <= last

    return common


def _is_kana(letter: str) -> bool:
    return "\u3041" <= letter <= "\u30fe"


def _is_japanese(letter: str) -> bool:
    code = letter.encode("shift_jis", "ignore")
    return _is_kana(letter) or (len(code) == 2 and 0x88 <= code[0] <= 0x97)


def _is_cyrillic(letter: str) -> bool:
    return "\u0410" <= letter <= "\u044f" or letter in "\u0401\u0451"


_SCRIPTS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("gb18030", _lead("gb2312", 0xB0, 0xD7)),
    ("euc_kr", _lead("euc_kr", 0xB0, 0xC8)),
    ("big5", _lead("big5", 0xA4, 0xC6)),
    ("shift_jis", _is_japanese),
    ("euc_jp", _is_japanese),
    ("cp1251", _is_cyrillic),
)
ASSUMED = "encoding assumed"  # the kind of note
NAMES = {"gb18030": "GBK", "euc_kr": "EUC-KR", "big5": "Big5", "shift_jis": "Shift JIS", "euc_jp": "EUC-JP",
         "cp1251": "Windows-1251", "cp1252": "Windows-1252"}  # fmt: skip


def guess(data: bytes) -> str | None:
    """Return the encoding of a text other than UTF-8, None for binary data or too little evidence."""
    data = data[:_SAMPLE]
    # No text of any of these encodings holds a control character: the file is binary.
    if _CONTROL.search(data):
        return None
    scores = {name: score for name, common in _SCRIPTS if (score := _score(data, name, common)) >= COMMON}
    if scores:
        best = max(scores, key=lambda name: scores[name])  # the first of equal ones
        # GBK holds nearly all byte pairs of EUC-KR, so Korean text scores as Chinese too. Only many different letters,
        # all common in Korean, are taken for Korean: a few of them are as likely a Chinese name.
        korean = best == "gb18030" and scores.get("euc_kr") == 1
        return "euc_kr" if korean and len(set(_letters(data, "euc_kr"))) >= HANGUL_IS_SURE else best
    # Windows-1252 decodes nearly anything. It is believed only where accents stand inside words of Latin letters.
    high = len(_HIGH.findall(data))
    return "cp1252" if high and len(_LATIN.findall(data)) >= COMMON * high and _decodes(data, "cp1252") else None


def _score(data: bytes, name: str, common: Callable[[str], bool]) -> float:
    """Return the share of common letters, 0 for few letters or bytes outside of the encoding."""
    letters = _letters(data, name)
    # Every Japanese sentence has kana; a text of kanji alone fits Chinese as well.
    if len(letters) < FEWEST or (name in ("shift_jis", "euc_jp") and not any(map(_is_kana, letters))):
        return 0
    return sum(map(common, letters)) / len(letters)


def _letters(data: bytes, name: str) -> list[str]:
    """Return the letters beyond ASCII, none for bytes outside of the encoding."""
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        if len(data) < _SAMPLE or error.start < len(data) - 4:  # only a sample may end within a letter
            return []
        text = data[: error.start].decode(name)
    return [letter for letter in text if letter > "\x7f" and letter.isalpha()]


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def guess_of_files(files: Iterable[Path]) -> str | None:
    """Return the encoding of files of one dataset together: each alone may have too few letters."""
    pool, size = list[bytes](), 0
    for path in files:
        try:
            data = read_small(path, _SAMPLE) or b""
        except OSError:
            continue
        # Files in UTF-8 or with a byte order mark speak of themselves alone, ASCII of nothing.
        if not data.isascii() and not _decodes(data, "utf-8") and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            pool.append(data)
            size += len(data)
            if size >= _SAMPLE:
                break
    return guess(b"\n".join(pool)) if pool else None


def assumption(path: Path, encoding: str) -> str:
    """Return the note on a file read in a guessed encoding."""
    return f"{path}: is not UTF-8 and says no encoding; {NAMES[encoding]} is assumed, by its letters"
