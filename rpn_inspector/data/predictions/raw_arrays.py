"""A dump's arrays in whatever shapes, for finding out their layout."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from rpn_inspector.core.errors import BadPredictions
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.values import Array
from rpn_inspector.data.predictions.arrays import first_line, read_npz
from rpn_inspector.data.predictions.dump import Predictions


def raw_prediction(predictions: Predictions, name: str) -> Prediction:
    """Return the outputs for picture ``name`` in their stored shapes, float32; all else as schema 1 says.

    Raises `BadPredictions` for missing outputs, NaN and infinity.
    """
    found = predictions.match(name)
    if found is None:
        return predictions[name]  # raises, saying so
    file = predictions.files[found]
    source = f"{predictions.path}/{file}"
    try:
        with predictions._open(file, found) as stream:
            arrays = read_npz(stream, source)
    except OSError as error:
        raise BadPredictions(f"{source}: not readable: {error.strerror or first_line(error)}") from error
    levels = sorted(int(key[11:]) for key in arrays if key.startswith("objectness_") and key[11:].isdecimal())
    sizes = {key: _size(arrays, key, source) for key in ("network_size", "padded_size", "original_size")}
    flat = {key: _numbers(arrays, key, source) for key in ("objectness", "deltas") if key in arrays and not levels}
    return Prediction(
        objectness=flat.get("objectness"),
        deltas=flat.get("deltas"),
        levels_objectness=tuple(_numbers(arrays, f"objectness_{level}", source) for level in levels),
        levels_deltas=tuple(_numbers(arrays, f"deltas_{level}", source) for level in levels),
        network_size=sizes["network_size"],
        padded_size=sizes["padded_size"],
        original_size=sizes["original_size"],
        gt=None if "gt" not in arrays else _gt(arrays, source),
        source=source,
        simulated=predictions.simulated,
    ).checked()


def _numbers(arrays: Mapping[str, Array], name: str, source: str) -> Array:
    array = arrays.get(name)
    if array is None or array.dtype.kind != "f":
        found = "is missing" if array is None else f"has type {array.dtype}"
        raise BadPredictions(f"{source}: {name} {found}, wanted float32")
    with np.errstate(over="ignore"):
        values = np.asarray(array, np.float32)
    if not np.isfinite(values).all():
        raise BadPredictions(f"{source}: {name} holds numbers that are not finite, wanted finite numbers")
    return values


def _gt(arrays: Mapping[str, Array], source: str) -> Array:
    gt = _numbers(arrays, "gt", source)
    if gt.ndim != 2 or gt.shape[1] != 4:
        raise BadPredictions(f"{source}: gt {gt.shape}, wanted (G, 4)")
    return gt


def _size(arrays: Mapping[str, Array], name: str, source: str) -> tuple[int, int] | None:
    array = arrays.get(name)
    if array is None:
        return None
    if array.shape != (2,) or array.dtype.kind not in "iu" or array.min() < 1:
        raise BadPredictions(f"{source}: {name} is {array.dtype} {array.shape}, wanted h, w in px")
    return int(array[0]), int(array[1])
