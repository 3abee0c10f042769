"""A picture of a dataset by the path that another tool knows it under: absolute, relative, or of another machine."""

from __future__ import annotations

import filecmp
from pathlib import Path, PurePath

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.plain_text import some_of
from rpn_inspector.core.user_path import user_path
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.datasets.near_names import near_names
from rpn_inspector.data.datasets.support.pairing import AMBIGUOUS, Wanted, pair
from rpn_inspector.data.datasets.support.places import Places
from rpn_inspector.data.remote.addresses import is_address, shown


def index_of_path(dataset: Dataset, path: str | PurePath) -> int:
    """Return the index of the picture at ``path``, by the rules that pair annotations with pictures.

    The file itself is taken where the dataset has it. Else names are compared from their end, so that another root does
    no harm. Raises `InspectorError` in a line where several pictures fit equally, or none does, or where the path is of
    a file here with other bytes.
    """
    text = str(path)
    paths = [dataset.file_of(index) for index in range(len(dataset))]
    try:
        there = user_path(text).resolve()
    except (OSError, ValueError, RuntimeError):  # a name that no file has here
        there = None
    if there is not None and there in paths:
        return paths.index(there)
    places = [place_of(dataset, index) for index in range(len(dataset))]
    found = pair([Wanted([text])], Places(places))
    twice = [place for place in places if place == places[found.at[0]]] if found.at[0] >= 0 else []
    if len(twice) > 1:
        raise InspectorError(f"{_told(text)}: {len(twice)} pictures of the dataset are called {twice[0]}; say --image")
    if found.at[0] >= 0:
        index = found.at[0]
        if there is not None and _differ(there, paths[index]):
            raise InspectorError(
                f"{_told(text)}: is another file than the dataset's {places[index]}; say --image for that"
            )
        return index
    note = found.notes.get(0)
    if note is not None and note.kind == AMBIGUOUS:
        possible = some_of([places[at] for at in note.possible], ", ")
        raise InspectorError(f"{_told(text)}: may be any of {len(note.possible)} pictures: {possible}; none is taken")
    near = near_names(PurePath(text.replace("\\", "/")).name, places)
    hint = f"; {note.words}" if note is not None and note.words else f"; near: {', '.join(near)}" if near else ""
    raise InspectorError(f"{dataset.root}: holds no picture for the path {_told(text)}{hint}")


def taken_words(dataset: Dataset, index: int, path: str | PurePath) -> str:
    """Return in words which picture was taken for ``path``, "" where it is the very file."""
    file = dataset.file_of(index)
    try:
        same = file is not None and user_path(str(path)).samefile(file)
    except (OSError, ValueError):
        same = False
    place = place_of(dataset, index)
    return "" if same or str(path) == place else f"{_told(str(path))}: by its name taken for {place}"


def _told(text: str) -> str:
    """Return a path as it was given, and an address without what nobody else may read."""
    return shown(text) if is_address(text) else text


def _differ(one: Path, other: Path | None) -> bool:
    """Return whether both are files here, of different bytes."""
    try:
        return other is not None and one.is_file() and other.is_file() and not filecmp.cmp(one, other, shallow=False)
    except (OSError, ValueError):
        return False


def place_of(dataset: Dataset, index: int) -> str:
    """Return a picture's path from the dataset's folder on, with "/", its name where it lies elsewhere or nowhere."""
    path = dataset.file_of(index)
    try:
        return dataset.names[index] if path is None else path.relative_to(dataset.root).as_posix()
    except ValueError:
        return dataset.names[index]
