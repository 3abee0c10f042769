"""Opening YOLO: a data.yaml, a folder of labels and pictures, or label files alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rpn_inspector.core.errors import InspectorError, MissingPictures
from rpn_inspector.core.text import Text
from rpn_inspector.data.datasets.dataset import Dataset, Notes
from rpn_inspector.data.datasets.formats.yolo import class_names, yolo, yolo_layout
from rpn_inspector.data.datasets.formats.yolo.yolo_layout import NOT_LABELS, SPLITS
from rpn_inspector.data.datasets.options import ReadOptions
from rpn_inspector.data.datasets.splits import in_split
from rpn_inspector.data.datasets.support.files import files_in, files_under
from rpn_inspector.data.pictures.listing import fold
from rpn_inspector.data.pictures.path_match import same_split


def read_table(path: Path, options: ReadOptions, files: Sequence[Path] | None = None) -> Dataset:
    """Read the pictures of a data.yaml; ``files`` are all files under its folder, None for not listed yet."""
    notes = Notes()
    layout = yolo_layout.read_yaml(path, notes)
    root, places = yolo_layout.folders_of(layout, options.split, notes)
    finder = options.finder(root)
    if options.split is not None and not places:
        raise InspectorError(f"{path}: has no split {options.split!r}")
    pictures = yolo_layout.pictures_of(places, finder, notes) or (finder.all() if options.images is not None else [])
    if not pictures:
        raise MissingPictures(path, Text.of("names no pictures {under}", under=finder.nowhere()))
    under = files_under(root) if files is None or root != path.parent.resolve() else files
    labels = _labels_in(under, pictures, places, whole=not places)
    return yolo.read(labels, options.counted(pictures), layout, finder, notes)


def read_folder(
    folder: Path, files: Sequence[Path], options: ReadOptions, *, labels: Sequence[Path] = (), names: Path | None = None
) -> Dataset:
    """Read a folder without data.yaml: labels beside pictures or in a folder of their own, names in a text.

    Args:
        folder: the root of the pictures.
        files: the files in ``folder``.
        options: the wanted split and pictures; without a split, an obj.data says by its lists which are meant.
        labels: the label files, empty to look for them among ``files``.
        names: a text of class names, None to look for one among ``files``.
    """
    notes, finder = Notes(), options.finder(folder)
    own = (names,) if names is not None and class_names.is_names(names) else files
    layout = yolo_layout.YoloLayout(class_names.names_beside(own, notes))
    pictures = finder.all()
    listed = _lists_of(files, options.split, names, notes)
    if listed:
        pictures = yolo_layout.pictures_of(listed, finder, notes)
    elif options.split is not None:
        pictures = [path for path in pictures if in_split(path, options.split, finder.root)] or pictures
    found = [*labels] or _labels_in(files, pictures, (), whole=False)
    return yolo.read(found, options.counted(pictures), layout, finder, notes)


def read_labels(files: Sequence[Path], root: Path, options: ReadOptions) -> Dataset:
    """Read label ``files`` alone, with their pictures under ``root``."""
    notes, finder = Notes(), options.finder(root)
    layout = _layout_above(files[0].parent, notes)
    return yolo.read(files, options.counted(finder.all()), layout, finder, notes, labelled=True)


def _labels_in(files: Sequence[Path], pictures: Sequence[Path], places: Sequence[Path], *, whole: bool) -> list[Path]:
    """Return the label files among ``files``.

    Without ``whole``: only labels of ``pictures``, labels beside such a file, and labels in the folders for ``places``.
    """
    texts = [path for path in files if path.suffix.lower() == ".txt" and not path.name.upper().startswith("README")]
    labels = [path for path in texts if path.name.casefold() not in NOT_LABELS and not class_names.is_names(path)]
    if whole:
        return labels
    stems = {fold(form) for path in pictures for form in (path.stem, path.name)}
    others = [path for path in labels if fold(path.stem) not in stems]
    if not others:
        return labels
    lost = frozenset(others)
    folders = {path.parent for path in labels if path not in lost}
    folders |= {f for f in {path.parent for path in labels} if any(yolo.is_beside(f, place) for place in places)}
    return [path for path in labels if path not in lost or (path.parent in folders and yolo.is_label(path))]


def _lists_of(files: Sequence[Path], split: str | None, asked: Path | None, notes: Notes) -> list[Path]:
    """Return the lists of pictures of a split, and without one those that ``asked``, or each obj.data, names."""
    texts = [path for path in files if path.suffix == ".txt"]
    if split is not None:
        return [path for path in texts if path.name in NOT_LABELS and same_split(path.stem, split)]
    tables = [path for path in files if path.suffix.lower() == ".data" and asked in (None, path)]
    said = {name: path for path in tables for name in class_names.said_in(path, *SPLITS)}
    for name in said.keys() - {path.name for path in texts}:
        notes.warn("list missing", f"{said[name]}: its list {name[:80]!r} is not here")
    return [path for path in texts if path.name in said]


def _layout_above(folder: Path, notes: Notes) -> yolo_layout.YoloLayout:
    """Return the layout of the data.yaml or names text in a folder of labels, or in the nearest of two above."""
    for place in (folder, *folder.parents[:2]):
        table = place / "data.yaml"
        if table.is_file() and table.resolve().is_relative_to(place):
            return yolo_layout.read_yaml(table, notes)
        names = class_names.names_beside(files_in(place), notes)
        if names:
            return yolo_layout.YoloLayout(names)
    return yolo_layout.YoloLayout()
