"""What lies beside a dataset that was read: the files like annotations that were not, with what each seems to be.

The format's own files, and those of other splits, are not among them. Of many files in a folder two are looked at.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.hub_cache import is_blob
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.datasets.detect import DETECTIONS, EMPTY, sniff
from rpn_inspector.data.datasets.format_registry import companion_of, format_named, formats
from rpn_inspector.data.datasets.support.files import some_under
from rpn_inspector.data.datasets.support.format import Format, Grouping
from rpn_inspector.data.datasets.support.written_paths import splits_in
from rpn_inspector.data.datasets.unread_files import IS_DETECTIONS, MOST_NAMED, OTHERS, content_of, irregular_files
from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.listing import Listed
from rpn_inspector.data.pictures.path_match import is_annotation_folder

_FEW, _LOOKED = 5, 2  # files of one folder and suffix; of more than a few so many are looked at
_MOST_LOOKS = 100  # at files of all folders
_MOST_IN_FOLDER = 1000  # files of a folder of annotations beside a file opened alone
_NO_ANNOTATIONS = frozenset((*SUFFIXES, *OTHERS))


def near(file: Path, root: Path) -> list[Path]:
    """Return the files beside an annotation file, and in folders of annotations beside it or right under ``root``.

    Without pictures, and of large folders a part.
    """
    places = {
        file.parent: None,
        **{place: None for folder in (file.parent, root) for place in _annotation_folders(folder)},
    }
    found = list[Path]()
    for place in places:
        found += islice(some_under(place, _is_possible, deep=place != file.parent), _MOST_IN_FOLDER)
    return found


def annotations_beside(picture: Path) -> list[str]:
    """Return in words the annotations beside a picture opened alone, and in folders beside it, at most `MOST_NAMED`.

    Of the files of one folder and suffix the one of the picture's name is looked at, else the first.
    """
    found = list[str]()
    for group in islice(_groups(near(picture, picture.parent.parent), frozenset()), _MOST_LOOKS):
        path = next((each for each in group if each.stem == picture.stem), group[0])
        try:
            seems = format_named(sniff(path) or "")
        except (BadFile, OSError):
            continue
        if seems is not None and seems.suffixes:
            found.append(one_line(f"{path}: seems to be {seems.title}; open the folder for its boxes"))
    return found[:MOST_NAMED]


def _annotation_folders(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if is_annotation_folder(entry.name) and entry.is_dir())
    return (folder / name for name in names)


def _is_possible(name: str) -> bool:
    """Return whether a file may hold annotations, by its name: no picture, page or code."""
    stem, dot, suffix = name.rpartition(".")
    return not stem or (dot + suffix).lower() not in _NO_ANNOTATIONS


def unread_beside(dataset: Dataset, files: Iterable[Path], *, apart: bool) -> list[str]:
    """Return in words what of ``files`` looks like annotations and is no part of ``dataset``, at most `MOST_NAMED`.

    ``apart``: one file or split was asked for, so that the others of the format are not meant.
    """
    read = next((each for each in formats() if each.title == dataset.format), None)
    if read is None or not read.suffixes:
        return []
    return list(islice(_unread(dataset, read, files, apart), MOST_NAMED))


def irregular_beside(dataset: Dataset, listed: Iterable[Listed]) -> list[str]:
    """Return in words the pipes and devices that are called as annotations, at most `MOST_NAMED`."""
    return [one_line(f"{path}: {words}") for path, words in irregular_files(listed, _Stems(dataset))]


def _unread(dataset: Dataset, read: Format, files: Iterable[Path], apart: bool) -> Iterator[str]:
    stems, looks = _Stems(dataset), 0
    for group in _groups(files, frozenset(map(str, dataset.files))):
        for path in group if len(group) <= _FEW else group[:_LOOKED]:
            looks += 1
            if looks > _MOST_LOOKS:
                return
            owned = read.owns(path) or companion_of(path) is not None or is_blob(path)
            words = "" if owned else _words(path, read, dataset, stems, apart)
            if words and len(group) > _FEW:
                yield one_line(f"{path} and {len(group) - 1:,} more: {words}")
                break
            if words:
                yield one_line(f"{path}: {words}")


def _groups(files: Iterable[Path], own: frozenset[str]) -> Iterable[list[Path]]:
    """Return the possible annotations by folder and suffix without ``own``; 100,000 files take 0.2 s."""
    groups: dict[tuple[str, str], list[Path]] = {}
    for path in files:
        if not _is_possible(path.name) or (written := str(path)) in own:
            continue
        folder, _, name = written.rpartition(os.sep)
        suffix = name.rpartition(".")[2].lower()
        if suffix.rpartition("-")[2].isdecimal():  # a shard, as tfrecord-00001-of-00010
            suffix = suffix.partition("-")[0]
        groups.setdefault((folder, suffix), []).append(path)
    return groups.values()


class _Stems:
    """The stems of a dataset's pictures, made when first asked for."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset, self._stems = dataset, frozenset[str]()

    def __contains__(self, stem: object) -> bool:
        if not self._stems:
            self._stems = frozenset(name.rpartition("/")[2].rpartition(".")[0] for name in self._dataset.names)
        return stem in self._stems


def _words(path: Path, read: Format, dataset: Dataset, pictures: _Stems, apart: bool) -> str:
    try:
        found = sniff(path)
        if found == DETECTIONS:
            return IS_DETECTIONS
        other = format_named(found) if found not in (None, EMPTY) else None
        if other is None:
            broken = path.suffix.lower() in read.per_picture and is_annotation_folder(path.parent.name)
            return "" if broken else content_of(path, found, pictures)  # the reader tells of one among its own
    except (BadFile, OSError):
        return ""
    if other is read and (apart or _is_part(path, read, dataset.files)):
        return ""
    return f"seems to be {other.title}{other.content if other is read else ''}, and is not read"


def _is_part(path: Path, read: Format, files: Sequence[Path]) -> bool:
    """Return whether a file of the format that was read is of the same dataset, or of another split."""
    if read.grouping is Grouping.TOGETHER or path.suffix.lower() in read.per_picture:
        return True
    folder = os.path.commonpath([path.parent, *(file.parent for file in files)])
    here, there = (splits_in(*(str(each.relative_to(folder)) for each in some)) for some in ([path], files))
    return bool(here and there) and here.isdisjoint(there)
