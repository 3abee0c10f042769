"""Folders of dumps, a dump for each checkpoint of a training."""

from __future__ import annotations

import zipfile
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.data.pictures.natural_order import naturally


def dumps_in(folder: Path, closed: bool = False) -> list[Path]:
    """Return the dumps right inside a folder: folders and zips with a meta.json, in natural order.

    A folder that may not be looked into is one only where ``closed``. Raises `BadFile` for one that cannot be listed.
    """
    try:
        entries = [folder / name for name in naturally(entry.name for entry in folder.iterdir())]
    except OSError as error:
        raise BadFile(folder, f"not readable: {error.strerror}") from error
    return [e for e in entries if not e.name.startswith(".") and (_is_dump_folder(e, closed) or _is_dump_zip(e))]


def _is_dump_folder(path: Path, closed: bool) -> bool:
    try:
        return (path / "meta.json").is_file()
    except PermissionError:
        return closed


def _is_dump_zip(path: Path) -> bool:
    if path.suffix != ".zip" or not path.is_file():
        return False
    try:
        with open_regular(path) as whole, zipfile.ZipFile(whole) as archive:
            return any(name.count("/") <= 1 and name.split("/")[-1] == "meta.json" for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError):
        return path.name.endswith(".rpn.zip")  # meant as a dump: opening it says what is wrong
