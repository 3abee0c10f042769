"""Names of pictures near to one that is not there, each with as many folders as tell it from the others."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

_LEAST = 0.5  # likeness, by difflib


def near_names(wanted: str, names: Sequence[str], most: int = 3) -> list[str]:
    """Return at most ``most`` of ``names`` that are like ``wanted``: the stem where no other has it, else with folders.

    Args:
        wanted: a name, with or without folders and ending.
        names: the pictures' names, with ``/`` between folders.
        most: so many are returned.
    """
    stems: dict[str, list[str]] = {}
    for name in names:
        stems.setdefault(PurePosixPath(name).stem, []).append(name)
    found = dict[str, None]()
    for each in (wanted, PurePosixPath(wanted).stem):
        for stem in difflib.get_close_matches(each, stems, most, _LEAST):
            found |= dict.fromkeys([stem] if len(stems[stem]) == 1 else _told_apart(stems[stem], most))
    return list(found)[:most]


def _told_apart(namesakes: Sequence[str], most: int) -> list[str]:
    """Return the first ``most`` of names of one stem, each with the fewest of its last parts that no other has."""
    parts = [PurePosixPath(name).parts for name in namesakes]
    found = [""] * min(most, len(parts))
    for count in range(1, max(map(len, parts)) + 1):
        same = Counter(each[-count:] for each in parts)
        for at, each in enumerate(parts[:most]):
            if not found[at] and same[each[-count:]] == 1:
                found[at] = "/".join(each[-count:])
    return list(dict.fromkeys(short or name for short, name in zip(found, namesakes, strict=False)))
