"""The least of an ONNX file, written by hand, field by field."""

from __future__ import annotations

from pathlib import Path

import numpy as np


def varint(value: int) -> bytes:
    out = b""
    while value > 127:
        out += bytes([value & 127 | 128])
        value >>= 7
    return out + bytes([value])


def field(number: int, value: bytes | str | int) -> bytes:
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    data = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(data)) + data


def tensor(name: str, array: np.ndarray) -> bytes:
    dims = b"".join(field(1, side) for side in array.shape)
    return dims + field(2, 1) + field(8, name) + field(9, array.astype("<f4").tobytes())


def value_info(name: str, shape: tuple[int, ...]) -> bytes:
    sides = b"".join(field(1, field(1, side)) for side in shape)
    return field(1, name) + field(2, field(1, field(1, 1) + field(2, sides)))


def node(kind: str, read: list[str], made: str, **attributes: list[int]) -> bytes:
    named = b"".join(field(1, name) for name in read) + field(2, made) + field(4, kind)
    for name, values in attributes.items():
        named += field(5, field(1, name) + b"".join(field(8, value & (1 << 64) - 1) for value in values) + field(20, 7))
    return named


def whole(graph: bytes) -> bytes:
    return field(1, 8) + field(8, field(1, "") + field(2, 13)) + field(7, graph)


def model(path: Path, size: tuple[int, int], objectness: np.ndarray, deltas: np.ndarray) -> Path:
    """Write two 1x1 convolutions of the picture, (A, 3, 1, 1) and (4A, 3, 1, 1)."""
    graph = (
        field(1, node("Conv", ["image", "w0"], "logits")) + field(1, node("Conv", ["image", "w1"], "t")) + field(2, "g")
    )
    graph += field(5, tensor("w0", objectness)) + field(5, tensor("w1", deltas))
    graph += field(11, value_info("image", (1, 3, *size)))
    graph += field(12, value_info("logits", (1, len(objectness), *size)))
    graph += field(12, value_info("t", (1, len(deltas), *size)))
    path.write_bytes(whole(graph))
    return path
