"""ONNX models asked for raw outputs: pictures prepared as a TOML says, outputs brought to `Prediction` values."""

from __future__ import annotations

import math
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.errors import BadFile, BadPredictions, InspectorError
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe, load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.user_path import user_path
from rpn_inspector.core.values import Array
from rpn_inspector.data.models.check import ModelInput
from rpn_inspector.data.models.model_process import ENGINES, ModelProcess
from rpn_inspector.data.pictures.images import read_image
from rpn_inspector.data.pictures.opencv import load as opencv
from rpn_inspector.data.predictions.arrays import first_line
from rpn_inspector.data.predictions.layout import Layout, PictureSpec
from rpn_inspector.data.predictions.layout_toml import read_layout
from rpn_inspector.data.predictions.made_under import made_under
from rpn_inspector.data.predictions.outputs import OutputsBase

if TYPE_CHECKING:
    from rpn_inspector.data.datasets.dataset import Dataset

# Of TensorProto.DataType: the kind of NumPy's type, the name, and what helps.
_KINDS = {
    1: ("f", "float32", ""),
    2: ("u", "uint8", '; in the layout\'s [picture] type = "uint8" says so'),
    3: ("i", "int8", ""),
    6: ("i", "int32", ""),
    7: ("i", "int64", ""),
    10: ("f", "float16", ""),
    11: ("f", "float64", ""),
}
_WIDE = {10: np.float16, 11: np.float64}
MAX_INPUT = 1 << 24  # px; a picture being prepared takes some 50 bytes each
ANY = "any"  # OpenCV, and onnxruntime for what OpenCV cannot read or run, where it is installed


class OnnxPredictions(OutputsBase):
    """A model asked for each picture's raw outputs; one picture at a time, safe to use from threads.

    ``toml_path`` is the layout, by default the ``.toml`` of the model's own name. ``dataset`` knows the pictures by
    name, for ``[name]`` and `get`, which run under the layout's recipe; `predict` needs neither.
    ``engine`` runs the model, at first one of `ANY`; with ``later`` it is read when the first picture is asked for, and
    what is wrong with it is told then.
    Raises `BadFile` where model or layout cannot be used.
    """

    live = True

    def __init__(
        self,
        model_path: str | Path,
        toml_path: str | Path | None = None,
        engine: str = ANY,
        dataset: Dataset | None = None,
        later: bool = False,
    ) -> None:
        self.path = user_path(model_path)
        self.engine, self._any = "opencv" if engine == ANY else engine, engine == ANY
        if self.engine not in ENGINES:
            raise InspectorError(f"engine {engine!r}: wanted one of {', '.join((*ENGINES, ANY))}")
        if not self.path.is_file():
            raise BadFile(self.path, "no such file, wanted an ONNX model")
        self._lock, self._starting = threading.Lock(), threading.Lock()
        self._failed: InspectorError | None = None
        self._process = None if later else self._started()
        self._layout = self._read_layout(toml_path)
        if self._process is not None:
            self._check_names(self._process)
        self._dataset = dataset

    @property
    def _engine(self) -> ModelProcess:
        with self._starting:
            if self._process is None:
                if self._failed is not None:  # what cannot be read is not tried again for each picture
                    raise self._failed
                try:
                    process = self._started()
                    self._check_names(process)
                except InspectorError as error:
                    self._failed = error
                    raise
                self._process = process
            return self._process

    def _check_names(self, process: ModelProcess) -> None:
        unknown = [name for name in self._layout.names if name not in process.names]
        if unknown:
            known = ", ".join(process.names)
            raise BadFile(self._layout.path, f"names output {unknown[0]!r}, wanted of the model's: {known}")

    def _started(self) -> ModelProcess:
        opencv()  # prepares the pictures, whichever engine runs the model
        try:
            return ModelProcess(self.path, self.engine)
        except BadFile as error:
            return self._other(error)
        except OSError as error:
            raise BadFile(self.path, f"not readable: {first_line(error)}") from error

    def _other(self, error: InspectorError) -> ModelProcess:
        """Return onnxruntime with a model OpenCV failed with, or raise the ``error`` where onnxruntime fails too."""
        if not self._any or self.engine == "onnxruntime":
            raise error
        try:
            other = ModelProcess(self.path, "onnxruntime")
        except BadFile:
            raise error from None
        except InspectorError as missing:
            raise InspectorError(f"{error}; {missing}") from None
        self.engine = "onnxruntime"
        return other

    def _read_layout(self, toml_path: str | Path | None) -> Layout:
        place = self.path.with_suffix(".toml") if toml_path is None else user_path(toml_path)
        if not place.is_file():
            outputs = ", ".join(self._engine.names)
            raise BadFile(place, f"no such file, wanted one that says which of the outputs {outputs} is what")
        return read_layout(place)

    @property
    def layout(self) -> Layout:
        """Return the model's layout."""
        return self._layout

    @property
    def recipe(self) -> str | None:
        """Return the recipe the layout names."""
        return self.layout.recipe

    @property
    def encoded_back(self) -> bool:
        """Return whether the layout has decoded boxes with a class each."""
        return self.layout.classes is not None

    @property
    def indexed(self) -> bool:
        """Return whether the layout has decoded boxes: their classes are numbered from 0."""
        return self.layout.boxes is not None

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the dataset's pictures, () without a dataset."""
        return () if self._dataset is None else tuple(self._dataset.names)

    def __len__(self) -> int:
        """Return the number of pictures known by name."""
        return len(self.names)

    def __contains__(self, name: object) -> bool:
        """Return whether a picture is known by name."""
        return name in self.names

    def __getitem__(self, name: str) -> Prediction:
        """Return the outputs for the picture ``name`` of the dataset; raises `BadPredictions` where there is none."""
        found = self.get(name)
        if found is None:
            raise BadPredictions(
                f"{self.path}: picture {name!r} is not known, wanted one of the dataset it was opened with"
            )
        return found

    def get(self, name: str) -> Prediction | None:
        """Return the outputs for the picture ``name`` of the dataset, None where there is none."""
        if self._dataset is None or name not in self._dataset.names:
            return None
        recipe = load_recipe(self.recipe) if self.recipe is not None else None
        return self._of(self._dataset[self._dataset.find(name)], recipe)

    def predict(self, sample: Sample, recipe: Recipe) -> Prediction | None:
        """Return the outputs for a picture, None without a picture file."""
        return self._of(sample, recipe)

    def _of(self, sample: Sample, recipe: Recipe | None) -> Prediction | None:
        if sample.path is None:
            return None
        picture = read_image(sample.path, turned=sample.turned)
        return self.run(picture.pixels, recipe, sample.name, picture.size)

    def run(
        self,
        pixels: npt.NDArray[np.uint8],
        recipe: Recipe | None = None,
        name: str = "",
        size: tuple[int, int] | None = None,
    ) -> Prediction:
        """Return the outputs for a picture.

        Raises `BadPredictions` where the recipe is missing, or the model gives something else than the layout says.

        Args:
            pixels: (h, w, 3) uint8 RGB.
            recipe: says the network's size, needed where the layout leaves the size to the recipe.
            name: the picture's name, for messages.
            size: (h, w) px of the picture itself, where ``pixels`` are reduced.
        """
        original = size or (int(pixels.shape[0]), int(pixels.shape[1]))
        spec = self.layout.picture
        network = padded = spec.size
        corner = (0, 0)
        frame = None if recipe is None else recipe.resize.of(original)
        if network is None or padded is None:
            if frame is None:
                raise BadPredictions(f"{self.layout.path}: the size is the recipe's, wanted a recipe with the picture")
            network, padded, corner = frame.network_size, frame.padded_size, frame.pixel_offset
        elif recipe is not None and frame is not None and (frame.network_size, frame.padded_size) != (network, padded):
            frame = recipe.resize.at(original, network, padded)
        if math.prod(padded) > MAX_INPUT:
            words = f"an input of {padded[1]:,} x {padded[0]:,} px, wanted at most {MAX_INPUT:,} px"
            raise BadPredictions(f"{self.path}: {words} for a model that is run here")
        blob = prepare(pixels, spec, network, padded, corner)
        wanted = next((one for one in self._engine.inputs if spec.input in (None, one.name)), None)
        if wanted is not None:
            _check_input(blob, wanted, self.path)
        with self._lock:
            try:
                outputs = self._ran(blob, wanted)
            except BadPredictions as error:
                failed, self._process = self._engine, self._other(error)
                failed.close()
                outputs = self._ran(blob, wanted)
        source = f"{self.path} ({self.engine}): {name}" if name else f"{self.path} ({self.engine})"
        found = self.layout.prediction(outputs, source, recipe, frame)
        made = None if found.encoded_back or recipe is None else made_under(self)
        # the model runs here, on a picture resized by the recipe in force
        made = made and recipe and replace(made, resize=recipe.resize)
        return replace(found, network_size=network, padded_size=padded, original_size=original, recipe=made)

    def _ran(self, blob: Array, given: ModelInput | None) -> Mapping[str, Array]:
        # OpenCV computes in float32 whatever the model says; onnxruntime wants the very type
        exact = None if given is None or self.engine == "opencv" else _WIDE.get(given.kind)
        return self._engine.run(
            blob if exact is None else blob.astype(exact), self.layout.names, self.layout.picture.input
        )


def prepare(
    pixels: npt.NDArray[np.uint8],
    spec: PictureSpec,
    network: tuple[int, int],
    padded: tuple[int, int],
    corner: tuple[int, int] = (0, 0),
) -> Array:
    """Return a model's input: ``pixels`` resized bilinearly, then (value * scale - mean) / std, then padded.

    Args:
        pixels: (h, w, 3) uint8 RGB.
        spec: the model's order of channels, scale, mean and standard deviation.
        network: (h, w) px of the resized picture.
        padded: (h, w) px of the input.
        corner: (x, y) px of the resized picture in the input; the rest is 0.

    Returns:
        (1, C, H, W), or (1, H, W, C) with channels last, float32 or uint8.
    """
    cv2 = opencv()
    resized = cv2.resize(pixels, (network[1], network[0]))
    if spec.colours == "grey":
        resized = cv2.cvtColor(resized, cv2.COLOR_RGB2GRAY)[:, :, None]
    values = resized[:, :, ::-1] if spec.colours == "BGR" else resized
    if not spec.uint8:
        values = values.astype(np.float32)
        if spec.scale != 1:
            values = values * np.float32(spec.scale)
        values = (values - np.array(spec.mean, np.float32)) / np.array(spec.std, np.float32)
    whole = np.zeros((*padded, values.shape[2]), values.dtype)
    left, top = corner
    whole[top : top + network[0], left : left + network[1]] = values
    return np.ascontiguousarray(whole if spec.channels_last else whole.transpose(2, 0, 1))[None]


def _check_input(blob: Array, given: ModelInput, path: Path) -> None:
    """Raise `BadPredictions` where the model says of its input ``given`` another shape or type than ``blob`` has.

    Engines differ in what they refuse: OpenCV takes numbers of any shape, and answers with others.
    """
    sides = given.sides
    place = f"{path}: its input {given.name}"
    if sides and (
        len(sides) != 4 or any(side not in (None, length) for side, length in zip(sides, blob.shape, strict=True))
    ):
        said = ", ".join("?" if side is None else str(side) for side in sides)
        raise BadPredictions(f"{place} is ({said}), and is given {blob.shape}{_hint(sides, blob.shape)}")
    kind = _KINDS.get(given.kind)
    if kind is not None and blob.dtype.kind != kind[0]:
        raise BadPredictions(f"{place} is of type {kind[1]}, and is given {blob.dtype}{kind[2]}")


def _hint(sides: tuple[int | None, ...], shape: tuple[int, ...]) -> str:
    """Return which field of the layout would help, where one would."""
    said = "; in the layout's [picture] "
    if len(sides) != 4:
        return ""
    if sides[3] in (1, 3) and shape[1] in (1, 3) and sides[1] not in (None, 1, 3):
        return f'{said}axes = "NHWC" says so'
    if sides[1] in (1, 3) and shape[3] in (1, 3) and sides[3] not in (None, 1, 3):
        return f'{said}axes = "NCHW" says so'
    channels = 3 if shape[3] in (1, 3) and sides[3] in (1, 3) else 1
    if sides[channels] == 1 and shape[channels] == 3:
        return f'{said}colours = "grey" says so'
    where = (1, 2) if channels == 3 else (2, 3)
    height, width = (sides[axis] for axis in where)
    return "" if height is None or width is None else f"{said}size = [{height}, {width}] says so"
