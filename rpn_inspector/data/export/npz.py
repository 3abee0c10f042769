"""NPZ: everything as arrays, readable without pickle."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable
from typing import IO

import numpy as np

from rpn_inspector.core.values import Array
from rpn_inspector.core.words import FATE_KEYS
from rpn_inspector.data.export.exported import Exported, Provenance


def is_export(stream: IO[bytes]) -> bool:
    """Return whether an open file was written by `write`, by its members."""
    try:
        with zipfile.ZipFile(stream) as archive:
            return {"provenance.npy", "boxes.npy"} <= set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def write(rows: Iterable[Exported], stream: IO[bytes], provenance: Provenance) -> int:
    """Write the arrays of all pictures joined; return the number of boxes."""
    every = list(rows)
    levels = every[0].levels if every else ()

    def joined(name: str, dtype: str, *shape: int) -> Array:
        parts = [np.asarray(getattr(row, name)) for row in every]
        return np.concatenate(parts) if parts else np.empty((0, *shape), dtype)

    lengths = [len(row.boxes) for row in every]
    arrays: dict[str, Array] = {
        "images": np.array([row.image for row in every], np.str_),
        "image_ids": np.array([str(row.image_id) for row in every], np.str_),
        "image": np.repeat(np.arange(len(every)), lengths),
        "anchor": joined("anchor", "int64"),
        "level": joined("level", "int64"),
        "levels": np.array(levels, np.str_),
        "boxes": joined("boxes", "float32", 4),
        "score": joined("score", "float32"),
        "label": joined("label", "int8"),
        "fate": joined("fate", "uint8"),
        "fates": np.array(FATE_KEYS, np.str_),
        "class": np.array([kind for row in every for kind in row.kinds()], np.int64),
        "classes": np.array(every[0].classes.names if every else (), np.str_),
        "provenance": np.array(json.dumps(provenance.as_dict(), ensure_ascii=False), np.str_),
    }
    np.savez_compressed(stream, allow_pickle=False, **arrays)
    return sum(lengths)
