"""``check_model``: an ONNX file looked through before any engine sees the file.

The engines are native code and take a file's word for lengths: wrong ones end their process. Checked are the tensors
(dimensions against bytes), the numbers of operators that are divided by or allocated, the shapes of inputs, and that
each operator reads what is there. Field numbers: onnx.proto of ONNX 1.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import numpy as np

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.text import Text
from rpn_inspector.data.protobuf import PLAIN, TornMessage, fields, numbers, signed, typed_fields, varint

MAX_TENSOR = 1 << 30  # bytes of one tensor, and of one input
MAX_SIDES = 32  # dimensions
MAX_SIDE = 1 << 16  # of a kernel, a stride, a padding
MAX_KERNEL = 1 << 24  # cells of a kernel
MAX_DEPTH = 16  # graphs within graphs
# Bytes of a number of each type of TensorProto.DataType; those below a byte, and texts, are not counted.
_WIDTHS = {1: 4, 2: 1, 3: 1, 4: 2, 5: 2, 6: 4, 7: 8, 9: 1, 10: 2, 11: 8, 12: 4, 13: 8, 14: 8, 15: 16, 16: 2}
_WIDTHS |= dict.fromkeys((17, 18, 19, 20, 24), 1)
_BELOW_A_BYTE = (21, 22, 23, 25, 26)
_TEXT = 8
_TYPED = {4: 4, 10: 8}  # fields of typed numbers of a fixed width: float_data, double_data
_PAIRS = (14, 15)  # complex numbers are two typed numbers each
_FROM_ONE = ("kernel_shape", "strides", "dilations", "group", "blocksize", "num_outputs")
_FROM_NOUGHT = ("pads", "output_padding")
Scopes: TypeAlias = tuple[set[str], ...]
"""The names known in a graph, after those of the graphs around."""


@dataclass(slots=True)
class _SaidTensor:
    """What a TensorProto says: the count of numbers by field, and the length of raw bytes."""

    name: str = ""
    dims: list[int] = field(default_factory=list)
    kind: int = 0
    raw: int | None = None
    typed: int = 0
    outside: dict[str, str] = field(default_factory=dict)
    is_outside: bool = False


@dataclass(frozen=True, slots=True)
class ModelInput:
    """An input of a model: ``kind`` a number of TensorProto.DataType, ``sides`` the lengths, None for free ones."""

    name: str
    kind: int
    sides: tuple[int | None, ...]


def check_model(path: Path, content: bytes) -> tuple[ModelInput, ...]:
    """Return the inputs of the model whose bytes are ``content``.

    Raises `BadFile` for what is no ONNX model, or one that no engine should be given.
    """
    if not content:
        raise BadFile(path, "is empty, wanted an ONNX model")
    try:
        graphs = list[tuple[ModelInput, ...]]()
        for number, wire, start, end in typed_fields(content, 0, len(content)):
            if number == 7 and wire == PLAIN:
                graphs.append(_Checked(path, content).graph(start, end, ()))
    except TornMessage as error:
        raise BadFile(path, Text.of("is no ONNX model, or cut off: {why}", why=error)) from None
    if len(graphs) != 1:
        raise BadFile(path, f"is no ONNX model: it holds {len(graphs)} graphs, wanted one")
    return graphs[0]


@dataclass(frozen=True, slots=True)
class _Checked:
    """Walks through one model's messages; raises `BadFile` for the first thing that cannot be."""

    path: Path
    data: bytes

    def graph(self, start: int, end: int, outer: Scopes) -> tuple[ModelInput, ...]:
        """Return the inputs that are no weights."""
        if len(outer) >= MAX_DEPTH:
            raise BadFile(self.path, f"holds graphs within graphs, over {MAX_DEPTH} deep")
        known = {""}  # an operator leaves an optional input out by an empty name
        nodes, inputs = list[tuple[int, int]](), list[ModelInput]()
        for number, wire, first, last in typed_fields(self.data, start, end):
            if wire != PLAIN:
                continue
            if number == 1:
                nodes.append((first, last))
            elif number == 5:
                known.add(self.tensor(first, last).name)
            elif number == 15:  # a sparse tensor goes by the name of its values
                known |= {self.tensor(a, b).name for a, b in self.parts(first, last, 1)}
            elif number == 11:
                inputs.append(self.input(first, last))
        weights = known.copy()
        known |= {one.name for one in inputs}
        for first, last in nodes:
            known |= self.node(first, last, (*outer, known))
        return tuple(one for one in inputs if one.name not in weights)  # older files list the weights too

    def node(self, start: int, end: int, known: Scopes) -> set[str]:
        """Return the names an operator makes."""
        made: set[str] = set()
        read: list[str] = []
        attributes: list[tuple[int, int]] = []
        kind = ""
        for number, wire, first, last in typed_fields(self.data, start, end):
            if wire != PLAIN:
                continue
            if number == 1:
                read.append(self.text(first, last))
            elif number == 2:
                made.add(self.text(first, last))
            elif number == 4:
                kind = self.text(first, last)
            elif number == 5:
                attributes.append((first, last))
        if not kind.isascii() or not kind.isprintable() or "\\" in kind:
            raise BadFile(self.path, f"is no sound ONNX model: it has an operator {_shown(kind)}")
        for name in read:
            if not any(name in names for names in known):
                words = f"{kind} reads {_shown(name)}, which nothing before makes"
                raise BadFile(self.path, f"is no sound ONNX model: {words}")
        for first, last in attributes:
            self.attribute(first, last, kind, known)
        return made

    def attribute(self, start: int, end: int, kind: str, known: Scopes) -> None:
        name, values = "", list[int]()
        for number, wire, first, last in typed_fields(self.data, start, end):
            if number == 1:
                name = self.text(first, last)
            elif number in (3, 8):
                values += numbers(self.data, first, last)
            elif number in (5, 10) and wire == PLAIN:
                self.tensor(first, last)
            elif number in (6, 11) and wire == PLAIN:
                self.graph(first, last, known)
        least = 1 if name in _FROM_ONE else 0 if name in _FROM_NOUGHT and kind != "Pad" else None
        if least is None:
            return
        for value in values:
            if not least <= value <= MAX_SIDE:
                raise BadFile(self.path, f"its {kind} has {name} {value}, wanted {least} to {MAX_SIDE}")
        if name == "kernel_shape" and (len(values) > MAX_SIDES or math.prod(values) > MAX_KERNEL):
            raise BadFile(self.path, f"its {kind} has a kernel {_listed(values)}, wanted at most {MAX_KERNEL} cells")

    def input(self, start: int, end: int) -> ModelInput:
        """Return a graph's input, its shape checked: a type of a number's type and a shape of dimensions."""
        name, kind, sides = "", 0, list[int | None]()
        for number, wire, first, last in typed_fields(self.data, start, end):
            if number == 1:
                name = self.text(first, last)
            elif number == 2 and wire == PLAIN:
                for tensor in self.parts(first, last, 1):
                    kinds = [varint(self.data, a, b)[0] for at, a, b in fields(self.data, *tensor) if at == 1]
                    shapes = [dim for shape in self.parts(*tensor, 2) for dim in self.parts(*shape, 1)]
                    kind, sides = (kinds or [0])[-1], [self.side(*dim) for dim in shapes[: MAX_SIDES + 1]]
        known = [side for side in sides if side is not None]
        if len(sides) > MAX_SIDES or min(known, default=0) < 0 or math.prod(known) > MAX_TENSOR // 4:
            raise BadFile(self.path, f"its input {_shown(name)} has shape {_listed(sides)}, more than a picture's")
        return ModelInput(name, kind, tuple(sides))

    def side(self, start: int, end: int) -> int | None:
        """Return a dimension's length, None where not said, or said as a word or as -1, as some exporters do."""
        said = [signed(varint(self.data, a, b)[0]) for number, a, b in fields(self.data, start, end) if number == 1]
        return said[-1] if said and said[-1] != -1 else None

    def parts(self, start: int, end: int, wanted: int) -> Iterator[tuple[int, int]]:
        """Yield the places of the messages in field ``wanted``."""
        for number, wire, first, last in typed_fields(self.data, start, end):
            if number == wanted and wire == PLAIN:
                yield first, last

    def tensor(self, start: int, end: int) -> _SaidTensor:
        found = self.said(start, end)
        words = f"its tensor {_shown(found.name)} says shape {_listed(found.dims)}"
        if len(found.dims) > MAX_SIDES:
            raise BadFile(self.path, f"{words}, wanted at most {MAX_SIDES} sides")
        count = math.prod(found.dims)
        width = _WIDTHS.get(found.kind)
        if min(found.dims, default=0) < 0 or count * (width or 1) > MAX_TENSOR:
            raise BadFile(self.path, f"{words}, wanted at most {MAX_TENSOR} bytes")
        if width is None and found.kind != _TEXT and found.kind not in _BELOW_A_BYTE:
            raise BadFile(
                self.path, f"its tensor {_shown(found.name)} is of type {found.kind}, which ONNX does not have"
            )
        if found.is_outside:
            self.outside(found)
        elif found.raw is not None and width is not None and found.raw != count * width:
            raise BadFile(self.path, f"{words} and holds {found.raw} bytes, wanted {count * width}")
        elif found.raw is None and width is not None:
            wanted = count * (2 if found.kind in _PAIRS else 1)
            if found.typed != wanted:
                raise BadFile(self.path, f"{words} and holds {found.typed} numbers, wanted {wanted}")
        return found

    def said(self, start: int, end: int) -> _SaidTensor:
        found = _SaidTensor()
        for number, first, last in fields(self.data, start, end):
            if number == 1:
                found.dims += numbers(self.data, first, last)
            elif number == 2:
                found.kind = varint(self.data, first, last)[0]
            elif number == 8:
                found.name = self.text(first, last)
            elif number == 9:
                found.raw = last - first
            elif number in _TYPED:
                found.typed += (last - first) // _TYPED[number]
            elif number in (5, 7, 11):  # numbers of any width, each ending with a byte below 128
                found.typed += int(np.count_nonzero(np.frombuffer(self.data[first:last], np.uint8) < 128))
            elif number == 13:
                entry = {a: self.text(b, c) for a, b, c in fields(self.data, first, last)}
                found.outside[entry.get(1, "")] = entry.get(2, "")
            elif number == 14:
                found.is_outside = varint(self.data, first, last)[0] == 1
        return found

    def outside(self, tensor: _SaidTensor) -> None:
        """Check a tensor in another file: one beside the model, or below."""
        place = tensor.outside.get("location", "")
        folder = self.path.resolve().parent
        try:
            target = (folder / place).resolve()
            sound = bool(place) and target.is_relative_to(folder) and target.is_file()
        except (OSError, ValueError, RuntimeError):
            sound = False
        if not sound:
            words = f"{_shown(tensor.name)} lies in {_shown(place)}"
            raise BadFile(self.path, f"its tensor {words}, which is no file in the model's folder")

    def text(self, start: int, end: int) -> str:
        return self.data[start:end].decode("utf-8", "backslashreplace")


def _shown(text: str) -> str:
    return repr(text[:60])


def _listed(sides: Sequence[int | None]) -> str:
    return f"({', '.join('?' if side is None else str(side) for side in sides[:8])}{', ...' if len(sides) > 8 else ''})"
