"""TOML of limited size and depth; everything a parser stumbles over is a ValueError of one line."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

from rpn_inspector.core.limits import KEY_PARTS, TEXT_BYTES
from rpn_inspector.core.regular_file import open_regular

# A run of more dotted parts than allowed. Possessive, and never begun inside a part: linear in the length of the text.
_PART = r"""(?:"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'|[\w-]++)[ \t]*+"""
_DEEP_KEY = re.compile(rf"""(?<![\w."'-]){_PART}(?:\.[ \t]*+{_PART}){{{KEY_PARTS}}}""")


def parse_toml(text: str) -> dict[str, Any]:
    """Return the table written in ``text``; raises ValueError for other text, or beyond the limits."""
    if len(text) > TEXT_BYTES:
        raise ValueError(f"over {TEXT_BYTES:,} bytes")
    # tomllib keeps every beginning of a key: memory and time grow with the square of the parts
    if _DEEP_KEY.search(text):
        raise ValueError(f"a key of more than {KEY_PARTS} parts")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("arrays or tables nested too deep") from error
    except tomllib.TOMLDecodeError:
        raise
    except ValueError as error:  # Python's own limit, in words about Python
        raise ValueError(f"an integer of more than {sys.get_int_max_str_digits():,} digits") from error


def read_toml(path: Path) -> dict[str, Any]:
    """Return the table in the file at ``path``, UTF-8; raises OSError or ValueError for an unreadable file."""
    with open_regular(path) as file:
        raw = file.read(TEXT_BYTES + 1)
    if len(raw) > TEXT_BYTES:
        raise ValueError(f"over {TEXT_BYTES:,} bytes")
    # editors on Windows begin a text with a byte order mark
    return parse_toml(raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"))
