"""The place of an export, and writing there: everything is put in place at the end, or nothing."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from rpn_inspector.core.errors import BadFile, InspectorError, without_folder
from rpn_inspector.core.regular_file import open_regular

FORMATS = ("coco", "csv", "npz", "voc", "yolo", "labelme", "parquet")
FOLDERS = frozenset({"voc", "yolo", "labelme"})  # formats of many files: the target is a folder
NOTE = "provenance.json"
_WRITTEN = frozenset({".xml", ".json", ".txt", ".csv", ".yaml"})  # what the formats of many files consist of
_NOTE_BYTES = 1 << 10
_NOTE_START = re.compile(rb'\s*{\s*"tool": "rpn-inspector",')
_THERE = "is there already; choose another name, or say --overwrite (overwrite=True in Python)"


def check_target(file: Path, format: str, overwrite: bool) -> tuple[Path, ...]:
    """Return the files, or the single folder, an export would write.

    Raises `BadFile` where that is not allowed or not possible: a folder is replaced only where it is empty or an
    earlier export.
    """
    if format not in FORMATS:
        raise InspectorError(f"format {format!r}: wanted one of {', '.join(FORMATS)}")
    if not file.absolute().parent.is_dir():
        raise without_folder(file)
    if format in FOLDERS:
        _check_folder(file, overwrite)
        return (file,)
    targets = (file, file.with_name(f"{file.name}.{NOTE}")) if format == "coco" else (file,)
    for target in targets:
        if target.is_dir():
            raise BadFile(target, "is a folder, wanted a file name")
        if target.exists() and not overwrite:
            raise BadFile(target, _THERE)
    return targets


def _check_folder(folder: Path, overwrite: bool) -> None:
    if not folder.exists() and not folder.is_symlink():
        return
    # A link is never followed: what it leads to is not the exporter's to replace.
    if folder.is_symlink() or not folder.is_dir():
        raise BadFile(folder, "is there already and is no folder; this format writes a folder")
    if not any(folder.iterdir()):
        return
    if not is_export(folder):
        raise BadFile(folder, "is a folder with files in it that no export wrote; choose another name")
    if not overwrite:
        raise BadFile(folder, _THERE)
    # An earlier export may have got files of the user's since: only suffixes an export writes may be replaced.
    for path in folder.rglob("*"):
        if path.is_symlink() or not (path.is_dir() or path.suffix in _WRITTEN):
            raise BadFile(
                path, "is in the folder to be overwritten and no export wrote it; move it, or choose another name"
            )


def is_export(folder: Path) -> bool:
    """Return whether a folder was written by an earlier export, by its provenance."""
    return is_note(folder / NOTE)


def is_note(file: Path) -> bool:
    """Return whether a file is the provenance beside an export's boxes, or the beginning of one."""
    try:
        with open_regular(file) as stream:
            return _NOTE_START.match(stream.read(_NOTE_BYTES)) is not None
    except OSError:
        return False


@contextlib.contextmanager
def replacing(targets: tuple[Path, ...]) -> Iterator[list[IO[bytes]]]:
    """Open a temporary file beside each target; put all in place at the end, or remove them where something fails."""
    temporary = [_beside(target, "part") for target in targets]
    try:
        with contextlib.ExitStack() as stack:
            streams: list[IO[bytes]] = [stack.enter_context(path.open("wb")) for path in temporary]
            yield streams
            for stream in streams:
                stream.flush()
                # On the disk before the renaming: a crash in between would leave an empty file under the old name.
                os.fsync(stream.fileno())
        for path, target in zip(temporary, targets, strict=True):
            path.replace(target)
    except OSError as error:
        raise BadFile(targets[0], f"cannot be written: {error.strerror or error}") from error
    finally:
        for path in temporary:
            path.unlink(missing_ok=True)


@contextlib.contextmanager
def replacing_folder(target: Path) -> Iterator[Path]:
    """Make a temporary folder beside ``target`` and rename the folder at the end, or remove it after an error.

    An earlier folder of the same name makes room first and is removed last, or put back after a failed renaming.
    """
    temporary, old = _beside(target, "part"), _beside(target, "old")
    try:
        shutil.rmtree(temporary, ignore_errors=True)  # of a process of the same number, long gone
        temporary.mkdir()
        yield temporary
        if target.is_dir():
            # A folder cannot be replaced by a renaming, as a file can: the old one steps aside first.
            target.replace(old)
        try:
            temporary.replace(target)
        except OSError:
            if old.is_dir():
                old.replace(target)
            raise
    except OSError as error:
        raise BadFile(target, f"cannot be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
        if target.is_dir():
            shutil.rmtree(old, ignore_errors=True)


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.{ending}")
