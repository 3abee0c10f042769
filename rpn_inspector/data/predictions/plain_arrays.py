"""Someone's own arrays: one ``.npz``, or a folder with one per picture, and no meta.json."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from rpn_inspector.core.errors import BadPredictions, BadRecipe
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe, load_recipe
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.values import Array
from rpn_inspector.data.predictions.arrays import first_line, read_npz
from rpn_inspector.data.predictions.dump import prediction_of
from rpn_inspector.data.predictions.guessed_rows import guessed_layout
from rpn_inspector.data.predictions.layout import Layout
from rpn_inspector.data.predictions.levels_by_shape import levels_by_shape
from rpn_inspector.data.predictions.made_under import made_under
from rpn_inspector.data.predictions.name_match import Names
from rpn_inspector.data.predictions.outputs import OutputsBase

_PROBABILITIES = ("scores", "probabilities")
_SURE = 1e-12
LOOKED_AT, MOST_BYTES = 16, 1 << 24  # files in which rows of boxes are looked for, and bytes of each
_PIECE = 1 << 20  # numbers turned into logits at once


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PlainArrays(OutputsBase):
    """Raw outputs by picture name, one ``.npz`` each, read when asked for.

    Without a ``layout`` arrays go by the dump's names; or flat ``logits``, (N,), (N, 2) of background and object or
    (N, K) of classes, or ``scores`` (N,) within 0 to 1, with ``deltas`` (N, 4). Other arrays are left alone. ``guess``
    is the layout that rows of six numbers seem to have, where no layout is given.
    """

    path: Path
    files: Mapping[str, Path]
    layout: Layout | None = None
    guess: Layout | None = None
    checkpoint: str | None = None
    step: int | None = None
    simulated: bool = False
    _names: Names = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the names findable."""
        object.__setattr__(self, "_names", Names(self.files))

    @property
    def _read_by(self) -> Layout | None:
        return self.layout or self.guess

    @property
    def recipe(self) -> str | None:
        """Return the recipe the layout names."""
        return None if self.layout is None else self.layout.recipe

    @property
    def encoded_back(self) -> bool:
        """Return whether the layout has decoded boxes with a class each."""
        return self._read_by is not None and self._read_by.classes is not None

    @property
    def indexed(self) -> bool:
        """Return whether the layout has decoded boxes: their classes are numbered from 0."""
        return self._read_by is not None and self._read_by.boxes is not None

    @property
    def names(self) -> tuple[str, ...]:
        """Return the pictures' names."""
        return tuple(self.files)

    def __len__(self) -> int:
        """Return the number of pictures."""
        return len(self.files)

    def __iter__(self) -> Iterator[str]:
        """Return an iterator over picture names."""
        return iter(self.files)

    def __contains__(self, name: object) -> bool:
        """Return whether there are outputs for a picture."""
        return isinstance(name, str) and self._names.match(name) is not None

    def has(self, name: str, image_id: str) -> bool:
        """Return whether there are outputs for the picture named so."""
        return self._names.match(name) is not None

    def match(self, name: str) -> str | None:
        """Return the name the outputs have for a picture, None where there are none."""
        return self._names.match(name)

    def __getitem__(self, name: str) -> Prediction:
        """Return the outputs for a picture; raises `BadPredictions` for missing or broken outputs."""
        found = self.get(name)
        if found is None:
            raise BadPredictions(f"{self.path}: no outputs for picture {name!r}, wanted one of {len(self)} pictures")
        return found

    def get(self, name: str) -> Prediction | None:
        """Return the outputs for a picture, None where there are none; read under the recipe of the layout, if any."""
        recipe = None
        if self.recipe is not None:
            with contextlib.suppress(BadRecipe):  # few layouts need one, and those say so
                recipe = load_recipe(self.recipe)
        return self._of(name, recipe)

    def _of(self, name: str, recipe: Recipe | None, sample: Sample | None = None) -> Prediction | None:
        found = self._names.match(name)
        if found is None:
            return None
        file = self.files[found]
        arrays = _arrays_of(file)
        if self._read_by is not None:
            frame = None if recipe is None or sample is None else recipe.resize.of(sample.size)
            read = self._read_by.prediction(arrays, str(file), recipe, frame)
            return read if read.encoded_back else replace(read, recipe=made_under(self))
        return prediction_of(_by_name(arrays, str(file)), str(file))

    def predict(self, sample: Sample, recipe: Recipe) -> Prediction | None:
        """Return the outputs for a picture, None where there are none, read under ``recipe``."""
        return self._of(sample.name, recipe, sample)


def open_arrays(path: Path, files: Mapping[str, Path], layout: Layout | None) -> PlainArrays:
    """Return the arrays in ``files`` by picture name; without a ``layout`` the first with boxes tells.

    Raises `BadPredictions` for a single file that is not readable: one of several is told of where its picture is asked
    for.
    """
    guess = None
    for file in [*files.values()][:LOOKED_AT] if layout is None or len(files) == 1 else ():
        try:
            arrays = _arrays_of(file) if file.stat().st_size <= MOST_BYTES else {}
        except (BadPredictions, OSError):
            if len(files) == 1:
                raise
            continue
        if layout is not None:
            break
        guess = guessed_layout(arrays, file) or guess
        if any(array.size for array in arrays.values()):
            break  # a file without boxes says less than the next with some
    return PlainArrays(path, files, layout, guess)


def _arrays_of(file: Path) -> dict[str, Array]:
    try:
        with open_regular(file) as stream:
            return read_npz(stream, str(file))
    except OSError as error:
        raise BadPredictions(f"{file}: not readable: {first_line(error)}") from error


def _by_name(arrays: dict[str, Array], source: str) -> dict[str, Array]:
    if any(name.startswith("objectness") for name in arrays):
        return arrays
    scores = next((arrays[name] for name in _PROBABILITIES if name in arrays), None)
    logits = arrays.get("logits")
    if logits is None and scores is not None:
        logits = _logits_of(scores, source)
    if logits is None or "deltas" not in arrays:
        found = ", ".join(sorted(arrays)) or "nothing"
        read = levels_by_shape({name: array.shape for name, array in arrays.items()})
        if read is not None:
            raise BadPredictions(f"{source}: wanted a layout that says by names what shapes do: {read}")
        raise BadPredictions(f"{source}: holds {found}, wanted logits and deltas, or a layout that names them")
    if logits.ndim > 1 and logits.shape[0] == 1 and arrays["deltas"].ndim == 3:
        return _by_name(arrays | {"logits": logits[0], "deltas": arrays["deltas"][0]}, source)
    if logits.ndim > 2:
        raise BadPredictions(
            f"{source}: logits {logits.shape} could be laid out in several ways, wanted a layout that says how"
        )
    return {"objectness": logits, "deltas": arrays["deltas"]}


def _logits_of(scores: Array, source: str) -> Array:
    if scores.ndim != 1 or scores.dtype.kind != "f":
        raise BadPredictions(f"{source}: scores {scores.dtype} {scores.shape}, wanted float32 (N,)")
    known = scores[~np.isnan(scores)]  # a NaN stays one, and its anchor is marked
    if known.size and not 0 <= known.min() <= known.max() <= 1:
        raise BadPredictions(f"{source}: scores are not all within 0 to 1, wanted probabilities, or the name logits")
    logits = np.empty(scores.shape, np.float32)
    for at in range(0, len(scores), _PIECE):  # float64 of all at once would be several times the file
        p = np.clip(scores[at : at + _PIECE].astype(np.float64), _SURE, 1 - _SURE)
        logits[at : at + _PIECE] = np.log(p) - np.log1p(-p)
    return logits
