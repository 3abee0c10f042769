"""Files a user drops or chooses, sorted into dataset, pictures, outputs, layout and recipe."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.core.text import Text
from rpn_inspector.core.toml_text import read_toml
from rpn_inspector.data.datasets.detect import DETECTIONS, EMPTY, format_of, sniff
from rpn_inspector.data.datasets.format_registry import companion_of, some_titles
from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.path_match import is_annotation_folder, is_picture_folder
from rpn_inspector.data.predictions.arrays import is_zip
from rpn_inspector.data.predictions.checkpoints import dumps_in
from rpn_inspector.data.predictions.open_predictions import PICKLES
from rpn_inspector.data.predictions.results import looks_like_text

ARRAYS = ".npz"
RAW = (".onnx", ARRAYS, ".parquet", *PICKLES)
WEIGHTS = (".pt", ".pth", ".ckpt", ".safetensors", ".h5", ".pb", ".tflite", ".weights")
WANTED = (
    f"wanted a dataset ({some_titles()}), pictures, raw outputs (.rpn, .zip, .npz, .json, "
    ".txt, .pkl, .parquet), an ONNX model or a recipe (.toml)"
)


class DroppedKind(Enum):
    """The kind of a dropped file or folder, in words."""

    DATASET = "dataset"
    PICTURE = "picture"
    DUMP = "dump"
    OUTPUTS = "file of raw outputs"
    RECIPE = "recipe"
    LAYOUT = "layout"


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedFiles:
    """Files to be opened together: ``dataset`` or ``pictures`` or neither, with outputs over them and a recipe.

    ``outputs`` are one path, or several dumps of one training.
    """

    dataset: Path | None = None
    pictures: tuple[Path, ...] = ()
    outputs: tuple[Path, ...] = ()
    layout: Path | None = None
    recipe: Path | None = None


def sort_out(paths: Sequence[Path]) -> DroppedFiles:
    """Return ``paths`` sorted by kind. Raises `InspectorError` with the trouble found and the files wanted.

    Only names and the first bytes of files are looked at.
    """
    if not paths:
        raise InspectorError(f"no file or folder was named, {WANTED}")
    found: dict[DroppedKind, list[Path]] = {}
    for path in dict.fromkeys(paths):
        found.setdefault(kind_of(path), []).append(path)
    outputs = [*found.get(DroppedKind.DUMP, ()), *found.get(DroppedKind.OUTPUTS, ())]
    if len(outputs) > 1 and DroppedKind.OUTPUTS in found:
        raise InspectorError(
            Text.of("{named}: one file of raw outputs at a time, or the folder that holds them", named=_named(outputs))
        )
    for kind in (DroppedKind.DATASET, DroppedKind.RECIPE, DroppedKind.LAYOUT):
        if len(found.get(kind, ())) > 1:
            more = ", or the folder that holds them" if kind is DroppedKind.DATASET else ""
            raise InspectorError(f"{_named(found[kind])}: one {kind.value} at a time{more}")
    if DroppedKind.DATASET in found and DroppedKind.PICTURE in found:
        both = _named([*found[DroppedKind.DATASET], *found[DroppedKind.PICTURE]])
        raise InspectorError(Text.of("{both}: a dataset or pictures, or the folder of both", both=both))
    if DroppedKind.LAYOUT in found and not outputs:
        raise BadFile(
            found[DroppedKind.LAYOUT][0], Text("says how raw outputs are laid out; open it together with them")
        )
    one = {
        kind: next(iter(found.get(kind, ())), None)
        for kind in (DroppedKind.DATASET, DroppedKind.LAYOUT, DroppedKind.RECIPE)
    }
    pictures = tuple(found.get(DroppedKind.PICTURE, ()))
    return DroppedFiles(
        dataset=one[DroppedKind.DATASET],
        pictures=pictures,
        outputs=tuple(outputs),
        layout=one[DroppedKind.LAYOUT],
        recipe=one[DroppedKind.RECIPE],
    )


def kind_of(path: Path) -> DroppedKind:
    """Return the kind of a file or folder. Raises `BadFile` for a missing, unreadable or useless path."""
    try:
        if path.is_dir():
            return _kind_of_folder(path)
        if path.is_file():
            return _kind_of_file(path)
    except OSError as error:
        raise BadFile(path, Text.of("cannot be read: {why}", why=error.strerror or error)) from error
    raise BadFile(path, Text("no such file or folder"))


def is_dump(path: Path) -> bool:
    """Return whether a path is one dump of raw outputs, as a desktop hands it over; no folder is listed."""
    try:
        named = path.suffix.lower() in (".rpn", ".zip") and path.is_file()
        return (named or (path / "meta.json").is_file()) and kind_of(path) is DroppedKind.DUMP
    except (InspectorError, OSError):  # whoever opens it says what is wrong
        return False


def _kind_of_folder(folder: Path) -> DroppedKind:
    """Return a folder's kind: outputs where outputs lie right inside and no part of a dataset lies beside."""
    if (folder / "meta.json").is_file() and sniff(folder / "meta.json") is None:
        return DroppedKind.DUMP
    # A dataset may hold dumps of its training beside the pictures: it is a dataset all the same.
    dumps = set(dumps_in(folder))
    entries = [entry for entry in folder.iterdir() if not entry.name.startswith(".") and entry not in dumps]
    if any(_is_of_a_dataset(entry) for entry in entries):
        return DroppedKind.DATASET
    if dumps:
        return DroppedKind.DUMP
    texts = [entry for entry in entries if entry.suffix.lower() == ".txt"]
    arrays = any(entry.suffix.lower() == ARRAYS for entry in entries)
    return DroppedKind.OUTPUTS if arrays or any(looks_like_text(text) for text in texts) else DroppedKind.DATASET


def _is_of_a_dataset(entry: Path) -> bool:
    if entry.is_dir():
        return is_picture_folder(entry.name) or is_annotation_folder(entry.name)
    if entry.suffix.lower() in SUFFIXES:
        return True
    return _format(entry) not in (None, EMPTY, DETECTIONS)


def _kind_of_file(path: Path) -> DroppedKind:
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return DroppedKind.PICTURE
    if suffix in RAW:
        return DroppedKind.OUTPUTS
    if suffix == ".toml":
        return _kind_of_table(path)
    if suffix == ".zip" or is_zip(path):
        return _kind_of_zip(path)
    if suffix in WEIGHTS:
        raise BadFile(path, Text("holds a model's weights alone; open its ONNX export, or a dump of its raw outputs"))
    found = _format(path)
    if path.name == "meta.json" and found is None:
        return DroppedKind.DUMP
    if found == DETECTIONS or (found is None and suffix == ".txt" and looks_like_text(path)):
        return DroppedKind.OUTPUTS
    if suffix == ".json" or found is not None or companion_of(path) is not None or format_of(path) is not None:
        return DroppedKind.DATASET  # its reader says what is wrong with it
    raise BadFile(path, Text.of("is of no known kind, {wanted}", wanted=WANTED))


def _kind_of_table(path: Path) -> DroppedKind:
    try:
        table = read_toml(path)
    except ValueError as error:
        raise BadFile(path, Text.of("is no TOML: {why}", why=error)) from error
    return DroppedKind.LAYOUT if "objectness" in table and "deltas" in table else DroppedKind.RECIPE


def _kind_of_zip(path: Path) -> DroppedKind:
    try:
        with open_regular(path) as whole, zipfile.ZipFile(whole) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise BadFile(path, Text.of("not readable as .zip: {why}", why=error)) from error
    if any(name.count("/") <= 1 and name.split("/")[-1] == "meta.json" for name in names):
        return DroppedKind.DUMP
    raise BadFile(path, Text("is a .zip that holds no meta.json, so no raw-output dump; unpack a dataset first"))


def _format(path: Path) -> str | None:
    try:
        return sniff(path)
    except (InspectorError, ValueError):
        return None


def _named(paths: Sequence[Path]) -> str:
    names = [path.name or str(path) for path in paths]
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
