"""What no engine is given: each field of a model that a native reader would believe, wrong by itself."""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np
import pytest
from onnx_bytes import field, node, tensor, value_info, varint, whole

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.models.check import ModelInput, check_model

INPUT = field(11, value_info("image", (1, 3, 8, 8)))
WEIGHTS = np.zeros((2, 3, 1, 1), np.float32)


def graph(*nodes: bytes, tensors: bytes = b"", inputs: bytes = INPUT) -> bytes:
    return whole(b"".join(field(1, one) for one in nodes) + tensors + inputs)


def said(dims: list[int], data: bytes, kind: int = 1, at: int = 9) -> bytes:
    sides = b"".join(field(1, side & (1 << 64) - 1) for side in dims)
    return field(5, sides + field(2, kind) + field(8, "w") + field(at, data))


def refusal(content: bytes, path: Path = Path("m.onnx")) -> str:
    with pytest.raises(BadFile) as caught:
        check_model(path, content)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300
    return caught.value.problem


def test_an_honest_model_passes_with_weights_written_in_each_way():
    conv = node("Conv", ["image", "w"], "y", kernel_shape=[1, 1], strides=[1, 1], pads=[0, 0, 0, 0], group=[1])
    weights = field(5, tensor("w", WEIGHTS)) + field(11, value_info("w", (2, 3, 1, 1)))  # as older files list them
    assert check_model(Path("m.onnx"), graph(conv, tensors=weights)) == (ModelInput("image", 1, (1, 3, 8, 8)),)
    for kind, at, data in [
        (1, 4, bytes(8)),  # two floats
        (7, 7, varint(300) + varint(7)),  # two int64 of different lengths
        (10, 5, varint(300) + varint(7)),  # two halves, each as an int32
        (11, 10, bytes(16)),  # two doubles
        (14, 4, bytes(16)),  # two complex numbers of two floats each
    ]:
        check_model(Path("m.onnx"), graph(node("Add", ["image", "w"], "y"), tensors=said([2], data, kind, at)))
    check_model(Path("m.onnx"), graph(node("Relu", ["image"], "y"), inputs=field(11, value_info("image", (1, 3)))))
    check_model(Path("m.onnx"), graph(node("Pad", ["image"], "y", pads=[-1, 0, 0, 0])))  # Pad may crop


@pytest.mark.parametrize(
    ("tensors", "words"),
    [
        (said([1 << 31, 1 << 31], bytes(16)), "says shape (2147483648, 2147483648)"),
        (said([-1, 5], bytes(20)), "says shape (-1, 5)"),
        (said([3], bytes(16)), "holds 16 bytes, wanted 12"),
        (said([3], bytes(8), at=4), "holds 2 numbers, wanted 3"),
        (said([3], varint(1) * 4, kind=7, at=7), "holds 4 numbers, wanted 3"),
        (said([1], bytes(4), kind=99), "is of type 99"),
    ],
)
def test_a_tensor_whose_shape_is_not_its_bytes_is_refused(tensors, words):
    assert words in refusal(graph(node("Add", ["image", "w"], "y"), tensors=tensors))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("kernel_shape", [2147483647, 1]),
        ("kernel_shape", [0, 1]),
        ("kernel_shape", [60000, 60000]),
        ("strides", [0, 1]),
        ("dilations", [-1, 1]),
        ("group", [0]),
        ("blocksize", [0]),
        ("pads", [0, -1, 0, 0]),
    ],
)
def test_a_number_that_is_divided_by_or_allocated_is_held_within_bounds(name, values):
    assert name.split("_")[0] in refusal(graph(node("MaxPool", ["image"], "y", **{name: values})))


def test_an_operator_that_reads_what_nothing_made_is_refused_also_in_a_graph_within():
    assert "Relu reads 'x'" in refusal(graph(node("Relu", ["x"], "y")))
    late = [node("Relu", ["x"], "y"), node("Relu", ["image"], "x")]
    assert "Relu reads 'x'" in refusal(graph(*late))

    def within(read: str) -> bytes:
        inner = field(1, node("Relu", [read], "z"))
        return node("If", ["image"], "y") + field(5, field(1, "then_branch") + field(6, inner))

    check_model(Path("m.onnx"), graph(within("image")))
    assert "Relu reads 'x'" in refusal(graph(within("x")))
    assert "operator 'C\\\\xffnv'" in refusal(graph(node("Conv", ["image"], "y").replace(b"Conv", b"C\xffnv")))


def test_graphs_within_graphs_end_somewhere():
    inner = field(1, node("Relu", [""], "z"))
    for _ in range(40):
        inner = field(1, node("If", [""], "y") + field(5, field(1, "then_branch") + field(6, inner)))
    assert "over 16 deep" in refusal(whole(inner))


def test_an_input_larger_than_any_picture_is_refused_and_a_free_side_is_not():
    huge = field(11, value_info("image", (1, 3, 1 << 20, 1 << 20)))
    assert "its input 'image' has shape (1, 3, 1048576, 1048576)" in refusal(graph(inputs=huge))
    free = field(11, value_info("image", (1, 3, (1 << 64) - 1, 8)))
    assert check_model(Path("m.onnx"), graph(inputs=free)) == (ModelInput("image", 1, (1, 3, None, 8)),)


def test_weights_in_another_file_lie_in_the_models_folder(tmp_path):
    (tmp_path / "weights.bin").write_bytes(bytes(4))

    def outside(place: str) -> bytes:
        lies = field(13, field(1, "location") + field(2, place)) + field(14, 1)
        return graph(tensors=field(5, field(1, 1) + field(2, 1) + field(8, "w") + lies))

    check_model(tmp_path / "m.onnx", outside("weights.bin"))
    for place in ("", "none.bin", "../weights.bin", str(tmp_path.parent / "x"), "a\0b"):
        assert "no file in the model's folder" in refusal(outside(place), tmp_path / "m.onnx")


def test_every_cut_of_a_model_is_one_line_or_a_model():
    content = graph(node("Conv", ["image", "w"], "y", group=[1]), tensors=field(5, tensor("w", WEIGHTS)))
    for length in range(len(content)):
        refusal(content[:length])
    for at in range(len(content)):
        for byte in (0, 0x7F, 0xFF):
            with contextlib.suppress(BadFile):  # and nothing else
                check_model(Path("m.onnx"), content[:at] + bytes([byte]) + content[at + 1 :])
