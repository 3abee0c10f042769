"""The files under a folder, in natural order, and none outside of the folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rpn_inspector.core.hub_cache import stays_inside
from rpn_inspector.core.regular_file import check_regular
from rpn_inspector.data.pictures.listing import is_junk
from rpn_inspector.data.pictures.natural_order import naturally


def files_under(folder: Path) -> list[Path]:
    """Return every file below ``folder``, in natural order, without links to folders and links leading outside.

    What a system left there for itself, as __MACOSX and ._a.jpg, is passed over.
    """
    found = list[Path]()
    for name, folders, files in os.walk(folder):
        folders[:] = naturally(child for child in folders if not is_junk(child))
        found += _inside(Path(name), naturally(child for child in files if not is_junk(child)), folder)
    return found


def some_under(folder: Path, wanted: Callable[[str], bool], *, deep: bool) -> Iterator[Path]:
    """Yield the files with a ``wanted`` name right in ``folder``, and ``deep`` in its folders; links and junk aside."""
    for name, folders, files in os.walk(folder):
        folders[:] = sorted(child for child in folders if deep and not is_junk(child))
        for child in sorted(child for child in files if wanted(child) and not is_junk(child)):
            path = Path(name, child)
            if not path.is_symlink() and path.is_file():
                yield path


def irregular_under(folder: Path, *, deep: bool = True) -> Iterator[tuple[Path, str]]:
    """Yield what is neither file nor folder in ``folder``, as pipes and links to devices, with its kind in words."""
    for name, folders, files in os.walk(folder):
        folders[:] = naturally(child for child in folders if deep and not is_junk(child))
        with os.scandir(name) as entries:
            plain = {entry.name for entry in entries if entry.is_file(follow_symlinks=False)}
        for child in naturally(child for child in files if child not in plain and not is_junk(child)):
            path = Path(name, child)
            try:
                check_regular(path.stat().st_mode, path)
            except FileNotFoundError:
                continue  # a link to nothing
            except OSError as error:
                yield path, error.strerror or str(error)


def files_in(folder: Path) -> list[Path]:
    """Return the files right in ``folder``, in natural order, without links leading outside."""
    return _inside(folder, naturally(child.name for child in folder.iterdir() if not is_junk(child.name)), folder)


def _inside(place: Path, names: Sequence[str], root: Path) -> list[Path]:
    """Return the files of ``names`` in ``place``; only a link is resolved, for only a link can leave ``root``."""
    with os.scandir(place) as entries:
        plain = {entry.name: entry.is_file(follow_symlinks=False) for entry in entries if not entry.is_symlink()}
    paths = ((place / name, plain.get(name)) for name in names)
    return [
        path for path, known in paths
        if known or (known is None and path.is_file() and stays_inside(path.resolve(), root))
    ]  # fmt: skip
