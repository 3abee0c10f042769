"""Splits of a dataset: train, val and test, by a folder's name, a file's name, or a list of stems."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.data.datasets.support.csv_rows import head_of
from rpn_inspector.data.datasets.support.pairing import Wanted, pair
from rpn_inspector.data.datasets.support.places import Places
from rpn_inspector.data.datasets.support.text import read_text
from rpn_inspector.data.pictures.path_match import same_split, words_of

_TOKENS = re.compile(r"[^_\W]+")


def in_split(path: Path, split: str, root: Path) -> bool:
    """Return whether a word of a folder under ``root`` names the split: train, WIDER_train, train2017."""
    parts = path.parent.relative_to(root).parts if path.is_relative_to(root) else ()
    return any(_names(part, split) for part in parts)


def _names(text: str, split: str) -> bool:
    folded, wanted = text.casefold(), split.casefold()
    if folded == wanted or wanted in _TOKENS.findall(folded):
        return True
    return any(same_split(word, split) for word in words_of(folded))


def of_split(files: Sequence[Path], split: str, root: Path) -> list[Path]:
    """Return the annotation files of a split; all files where a data.yaml or a list of pictures decides later.

    Raises `InspectorError` where nothing names the split.
    """
    tables = [path for path in files if path.suffix.lower() in (".yaml", ".yml")]
    if tables:
        return list(files)
    in_folder = [path for path in files if in_split(path, split, root)]
    if in_folder:
        return in_folder
    # VOC keeps all annotations in one folder, and splits by lists of names in ImageSets/Main.
    listed = _listed(files, split, root)
    if listed:
        return [path for path in files if path in listed or path.suffix.lower() not in (".xml", ".json", ".txt")]
    named = [path for path in files if _names(path.stem, split)]
    if named:
        return named
    # A line of Ultralytics NDJSON says its picture's split.
    inside = [path for path in files if path.suffix.lower() in (".ndjson", ".jsonl") and '"split"' in head_of(path)]
    if inside:
        return inside
    raise InspectorError(f"{root}: has no split {split!r}: no folder, file or ImageSets list is called so")


def _listed(files: Sequence[Path], split: str, root: Path) -> set[Path]:
    """Return the files of the pictures in a text called as the split: VOC's ImageSets/Main, Darknet's train.txt."""
    places = Places([path.relative_to(root).with_suffix("").as_posix() for path in files])
    found = set[Path]()
    for path in sorted(root.rglob("*.txt")):
        if not same_split(path.stem, split) or not path.resolve().is_relative_to(root):
            continue
        try:
            lines = read_text(path).splitlines()
        except BadFile:
            continue
        source = path.relative_to(root).as_posix()
        wanted = [Wanted((line.strip(), line.split()[0]), source) for line in lines if line.strip()]
        found |= {files[at] for at in pair(wanted, places).at if at >= 0}
    return found
