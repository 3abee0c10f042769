"""What a work unit is, as a digest of its content: equal units have equal digests in every run."""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import numpy as np

from rpn_inspector import __version__
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.data.predictions import Predictions
from rpn_inspector.data.predictions.onnx import OnnxPredictions

LEFT_OUT = frozenset({"number"})  # of a unit: its place among the others says nothing of its result


class NoContent(Exception):
    """A value that is known by no content, as a caller's own outputs."""


def fingerprint(unit: Any, recipe: Recipe) -> str | None:
    """Return the digest of a unit under a recipe and this version; None where some of it is known by no content.

    Files are known by path, size and time of change.
    """
    digest = hashlib.blake2b(digest_size=16)
    try:
        for value in (__version__, type(unit).__name__, recipe, unit):
            _add(digest, value)
    except NoContent:
        return None
    return digest.hexdigest()


def _add(digest: Any, value: Any) -> None:
    """Add a value, each part with its type and length, so that no two values are one text."""
    if value is None or isinstance(value, bool | int | float | str):
        digest.update(f"{type(value).__name__} {value!r};".encode(errors="surrogatepass"))
    elif isinstance(value, np.ndarray):
        digest.update(f"array {value.dtype.str} {value.shape};".encode())
        digest.update(np.ascontiguousarray(value).tobytes())
    elif isinstance(value, Recipe):
        digest.update(f"recipe {value.hash} {value.dtype};".encode())
    elif isinstance(value, enum.Enum):
        _add(digest, value.name)
    elif isinstance(value, Path):
        _add(digest, _file(value))
    elif isinstance(value, OnnxPredictions):
        _add(digest, ("model", value.engine, value.path, value.layout))
    else:
        _add_parts(digest, value)


def _add_parts(digest: Any, value: Any) -> None:
    parts: list[Any]
    if isinstance(value, Predictions):  # names of files inside a folder, or a .zip
        inside = [value.path / name for name in value.files.values()] if value.path.is_dir() else []
        parts = [value.simulated, value.path, dict(value.files), *inside]
    elif isinstance(value, Mapping):
        parts = [part for pair in value.items() for part in pair]
    elif isinstance(value, tuple | list):
        parts = list(value)
    elif isinstance(value, slice):
        parts = [value.start, value.stop, value.step]
    elif is_dataclass(value):
        parts = [
            part
            for field in fields(value)
            if field.init and field.name not in LEFT_OUT
            for part in (field.name, getattr(value, field.name))
        ]
    else:
        raise NoContent(type(value).__name__)
    digest.update(f"{type(value).__name__} {len(parts)};".encode())
    for part in parts:
        _add(digest, part)


def _file(path: Path) -> tuple[str, int, int]:
    """Return path, size and time of change, 0 for what is no file."""
    try:
        stat = path.stat()
    except OSError:
        return str(path), 0, 0
    return (str(path), 0, 0) if path.is_dir() else (str(path), stat.st_size, stat.st_mtime_ns)
