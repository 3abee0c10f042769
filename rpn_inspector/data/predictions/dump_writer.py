"""Writing raw-output dumps: picture by picture into a hidden folder, put in place in one step at the end."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

import numpy as np

from rpn_inspector.core.errors import BadFile, BadPredictions
from rpn_inspector.core.prediction import HEADS, Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.user_path import user_path
from rpn_inspector.core.values import Array
from rpn_inspector.data.output_file import check_output, remove_work, work_folder
from rpn_inspector.data.predictions.arrays import first_line
from rpn_inspector.data.predictions.roi_arrays import roi_arrays
from rpn_inspector.data.predictions.trained_arrays import trained_arrays

SCHEMA = 1
_OPTIONAL = (
    "gt",
    "gt_class",
    "sampled_positive",
    "sampled_negative",
    "sampled_gt",
    "loss_objectness",
    "loss_box",
    "loss_average",
)


class DumpWriter:
    """Writes a dump at ``path``: a new folder, or one .zip for a name ending in .zip.

    `add` takes one picture's outputs, `close` puts the dump in place and `discard` leaves nothing. Leaving the context
    closes, or discards after an error. Raises `BadFile` for a place already taken or not writable. Of a `Recipe` the
    whole is written. ``classes`` names the classes in order; ``packed`` saves disk and takes time.
    """

    def __init__(
        self,
        path: str | Path,
        recipe: Recipe | str | None,
        producer: str = "rpn-inspector",
        checkpoint: str | None = None,
        step: int | None = None,
        simulated: bool = False,
        recipe_toml: str | None = None,
        classes: Sequence[str] = (),
        packed: bool = True,
    ) -> None:
        if isinstance(recipe, Recipe):
            recipe_toml = recipe_toml or recipe.to_toml()
            recipe = recipe.name
        self.path = user_path(path)
        self.files: dict[str, str] = {}
        self._meta: dict[str, object] = {"schema": SCHEMA, "producer": producer, "recipe": recipe}
        self._meta |= {"checkpoint": checkpoint, "step": step}
        self._meta |= {"simulated": True} if simulated else {}
        self._meta |= {"classes": list(classes)} if classes else {}
        self.recipe_toml = recipe_toml
        self._save = np.savez_compressed if packed else np.savez
        self._check_place()
        check_output(self.path, folder=True)
        # On the same disk as the dump, so that putting it in place is one renaming and never a copy.
        self._work = work_folder(self.path)
        self._inside = self._work / "dump"
        try:
            self._inside.mkdir()
        except OSError as error:
            self.discard()
            raise BadFile(self.path, f"cannot be written: {first_line(error)}") from error

    def _check_place(self) -> None:
        """Raise `BadFile` for a place already taken, be it by a link that leads nowhere."""
        if os.path.lexists(self.path):
            raise BadFile(self.path, "is there already, wanted a new place")

    def add(self, name: str, prediction: Prediction) -> None:
        """Write one picture's outputs; raises `BadPredictions` where ``name`` was added before."""
        if name in self.files:
            raise BadPredictions(f"{self.path}: picture {name!r} comes twice, wanted each name once")
        # Numbered, not named after the picture: names may hold folders, or letters a file system has not.
        file = f"{len(self.files):06d}.npz"
        try:
            self._save(self._inside / file, allow_pickle=False, **arrays_of(prediction))
        except OSError as error:
            raise BadFile(self.path, f"cannot be written: {first_line(error)}") from error
        self.files[name] = file

    def close(self) -> Path:
        """Put the dump in place and return where."""
        try:
            whole = {} if self.recipe_toml is None else {"recipe_toml": self.recipe_toml}
            text = json.dumps(self._meta | whole | {"images": self.files}, indent=1)
            (self._inside / "meta.json").write_text(text, encoding="utf-8")
            if self.path.suffix == ".zip":
                with zipfile.ZipFile(self._work / "zip", "w") as archive:
                    for written in sorted(self._inside.iterdir()):
                        archive.write(written, written.name)
                self._check_place()
                (self._work / "zip").replace(self.path)
            else:
                self._inside.rename(self.path)
        except OSError as error:
            raise BadFile(self.path, f"cannot be written: {first_line(error)}") from error
        finally:
            self.discard()
        return self.path

    def discard(self) -> None:
        """Remove everything not yet in place; may be called again."""
        remove_work(self._work)

    def __enter__(self) -> DumpWriter:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the dump in place, or leave nothing after an error."""
        if kind is None:
            self.close()
        else:
            self.discard()


def save_dump(
    path: str | Path,
    predictions: Mapping[str, Prediction],
    recipe: Recipe | str | None,
    producer: str = "rpn-inspector",
    checkpoint: str | None = None,
    step: int | None = None,
    simulated: bool = False,
) -> Path:
    """Write a dump; all or nothing.

    Raises `BadFile` for a place already taken or not writable.

    Args:
        path: a new folder, or one .zip for a name ending in .zip.
        predictions: the outputs by picture name.
        recipe: the recipe the outputs were made under, or its name.
        producer: the program that made the outputs.
        checkpoint: the checkpoint's name.
        step: the training step.
        simulated: whether no network made the numbers.

    Returns:
        ``path``.
    """
    with DumpWriter(path, recipe, producer, checkpoint, step, simulated) as writer:
        for name in predictions:
            writer.add(name, predictions[name])
    return writer.path


def arrays_of(prediction: Prediction) -> dict[str, Array]:
    """Return a prediction's arrays under their names in schema 1; missing ones are left out."""
    arrays: dict[str, object] = {"objectness": prediction.objectness, "deltas": prediction.deltas}
    for number, (scores, shifts) in enumerate(zip(prediction.levels_objectness, prediction.levels_deltas, strict=True)):
        arrays[f"objectness_{number}"], arrays[f"deltas_{number}"] = scores, shifts
    arrays |= prediction.heads
    for name, planes in prediction.levels_heads.items():
        arrays |= {f"{name}_{number}": plane for number, plane in enumerate(planes)}
    for name in ("network_size", "padded_size", "original_size"):
        size = getattr(prediction, name)
        arrays[name] = None if size is None else np.array(size, np.int32)
    for name in _OPTIONAL:
        arrays[name] = getattr(prediction, name)
    arrays |= roi_arrays(prediction.rois) | trained_arrays(prediction.trained)
    arrays |= {f"loss_{name}": value for name, value in prediction.loss_more.items()}
    mode = prediction.mode or ("" if prediction.rois is None else prediction.rois.mode)
    arrays["mode"] = np.array(mode) if mode else None
    arrays["level_shapes"] = np.array(prediction.level_shapes, np.int32) if prediction.level_shapes else None
    arrays["batch"] = np.array(prediction.batch, np.str_) if prediction.batch else None
    if prediction.encoded_back:  # else what was made of boxes would be taken for a network's numbers
        arrays["encoded_back"] = np.array(1)
        arrays["boxed_anchor"] = np.array(list(prediction.classes), np.int64)
        arrays["boxed_class"] = np.array(list(prediction.classes.values()), np.str_)
    return {name: _typed(name, np.asarray(array)) for name, array in arrays.items() if array is not None}


def _typed(name: str, array: Array) -> Array:
    """Return an array in its type in schema 1: outputs and boxes are float32."""
    floats = name == "gt" or name.startswith(("objectness", "deltas", *HEADS))
    return np.asarray(array, np.float32) if floats and array.dtype.kind in "fiu" else array
