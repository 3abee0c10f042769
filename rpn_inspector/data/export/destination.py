"""The place of an export: one file, two, or a folder, and whether an earlier export may be replaced."""

from __future__ import annotations

import re
from pathlib import Path

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.data.export import npz, parquet
from rpn_inspector.data.output_file import Own, Sources, check_output
from rpn_inspector.data.written_names import PROVENANCE

FORMATS = ("coco", "csv", "npz", "voc", "yolo", "labelme", "parquet")
FOLDERS = frozenset({"voc", "yolo", "labelme"})  # formats of many files: the target is a folder
_WRITTEN = frozenset({".xml", ".json", ".txt", ".csv", ".yaml"})  # what the formats of many files consist of
_NOTE_BYTES = 1 << 10
_NOTE_START = re.compile(rb'\s*{\s*"tool": "rpn-inspector",')
_THERE = "is there already; choose another name, or say --overwrite (overwrite=True in Python)"


def check_target(file: Path, format: str, overwrite: bool, sources: Sources | None = None) -> tuple[Path, ...]:
    """Return `targets_of` an export.

    Raises `BadFile` where one may not be written, or is there already without ``overwrite``: a folder is replaced only
    where it is empty or an earlier export, and beside ``sources``, which are never written to, so is a file.
    """
    targets = targets_of(file, format)
    for target in targets:
        if format in FOLDERS:
            _check_folder(target, overwrite)
        own = _OWN if sources is not None else None
        check_output(target, sources, own, beside=format not in FOLDERS, folder=format in FOLDERS)
        if format not in FOLDERS and target.exists() and not overwrite:
            raise BadFile(target, _THERE)
    return targets


def targets_of(file: Path, format: str) -> tuple[Path, ...]:
    """Return the files, or the single folder, an export would write. Raises `InspectorError` for another format."""
    if format not in FORMATS:
        raise InspectorError(f"format {format!r}: wanted one of {', '.join(FORMATS)}")
    return (file, file.with_name(f"{file.name}.{PROVENANCE}")) if format == "coco" else (file,)


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
    return is_note(folder / PROVENANCE)


def wrote(file: Path) -> bool:
    """Return whether a file was written by an earlier export of one file, or is its provenance."""
    note = file if file.name.endswith(f".{PROVENANCE}") else file.with_name(f"{file.name}.{PROVENANCE}")
    if is_note(note) or parquet.is_export(file):
        return True
    start = b"# tool: rpn-inspector"
    try:
        with open_regular(file) as stream:
            return stream.read(len(start)) == start or npz.is_export(stream)
    except OSError:
        return False


def is_note(file: Path) -> bool:
    """Return whether a file is the provenance beside an export's boxes, or the beginning of one."""
    try:
        with open_regular(file) as stream:
            return _NOTE_START.match(stream.read(_NOTE_BYTES)) is not None
    except OSError:
        return False


_OWN = Own(wrote, "no export wrote it")
