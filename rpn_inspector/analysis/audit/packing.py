"""Results of work units as plain arrays and JSON, without pickle: a file of them can be read from anywhere."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.anchor_changes import UnitChanges
from rpn_inspector.analysis.audit.counting import UnitCounts
from rpn_inspector.analysis.audit.output_counts import OutputCounts, PictureAnswers
from rpn_inspector.analysis.audit.targets import TargetStatistics

Array = npt.NDArray[Any]
KNOWN = {kind.__name__: kind for kind in (UnitCounts, TargetStatistics, UnitChanges, OutputCounts, PictureAnswers)}
TREE = "tree"  # the array that holds the JSON, as bytes


def packed(result: Any) -> dict[str, Array]:
    """Return a result of `KNOWN` as arrays by name."""
    arrays: list[Array] = []
    tree = _packed(result, arrays)
    made = {f"a{at}": array for at, array in enumerate(arrays)}
    return made | {TREE: np.frombuffer(json.dumps(tree).encode(), np.uint8)}


def unpacked(arrays: dict[str, Array]) -> Any:
    """Return the result that `packed` made arrays of. Raises `ValueError`, `KeyError` or `TypeError` for others."""
    return _unpacked(json.loads(arrays[TREE].tobytes()), arrays)


def _packed(value: Any, arrays: list[Array]) -> Any:
    if isinstance(value, np.ndarray):
        arrays.append(value)
        return {"array": len(arrays) - 1}
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, dict):  # pairs, as JSON's keys are text
        return {"pairs": [[key, _packed(each, arrays)] for key, each in value.items()]}
    if isinstance(value, tuple | list):
        return {type(value).__name__: [_packed(each, arrays) for each in value]}
    if is_dataclass(value):
        parts = {field.name: _packed(getattr(value, field.name), arrays) for field in fields(value)}
        return {"made": type(value).__name__, "of": parts}
    return value


def _unpacked(tree: Any, arrays: dict[str, Array]) -> Any:
    if not isinstance(tree, dict):
        return tree
    if "array" in tree:
        return arrays[f"a{tree['array']}"]
    if "pairs" in tree:
        return {key: _unpacked(each, arrays) for key, each in tree["pairs"]}
    if "made" in tree:
        return KNOWN[tree["made"]](**{name: _unpacked(each, arrays) for name, each in tree["of"].items()})
    made = [_unpacked(each, arrays) for each in next(iter(tree.values()))]
    return tuple(made) if "tuple" in tree else made
