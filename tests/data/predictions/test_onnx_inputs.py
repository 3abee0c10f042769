"""Models that want channels last, whole numbers or a grey picture: fed so by their layout, or refused in one line."""

from __future__ import annotations

import numpy as np
import pytest
from onnx_bytes import field, node, tensor, whole

from rpn_inspector.core.errors import BadFile, BadPredictions
from rpn_inspector.data.predictions.layout import PictureSpec
from rpn_inspector.data.predictions.onnx import ENGINES, OnnxPredictions, prepare

FLOAT, UINT8, HALF = 1, 2, 10
PIXELS = np.random.default_rng(0).integers(0, 256, (4, 5, 3), np.uint8)
PARTS = '[objectness]\nnames = ["logits"]\nlayout = "A,H,W"\n[deltas]\nnames = ["t"]\nlayout = "A4,H,W"\n'


def typed(name, kind, shape):
    sides = b"".join(field(1, field(1, side)) for side in shape)
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, sides)))


def saved(path, shape, kind):
    """Write a model of two 1x1 convolutions of an input of any shape and type; return the path and the weights."""
    channels = shape[3] if shape[3] in (1, 3) else shape[1]
    weights = np.random.default_rng(1).normal(size=(10, channels, 1, 1)).astype(np.float32) / 100
    graph, last = b"", "given"
    if kind != FLOAT:
        cast = field(1, "to") + field(3, FLOAT) + field(20, 2)
        graph, last = field(1, node("Cast", [last], "floats") + field(5, cast)), "floats"
    if shape[3] == channels:
        graph, last = graph + field(1, node("Transpose", [last], "image", perm=[0, 3, 1, 2])), "image"
    graph += field(1, node("Conv", [last, "w0"], "logits")) + field(1, node("Conv", [last, "w1"], "t")) + field(2, "g")
    graph += field(5, tensor("w0", weights[:2])) + field(5, tensor("w1", weights[2:]))
    graph += field(11, typed("given", kind, shape))
    graph += field(12, typed("logits", FLOAT, (1, 2, 4, 5))) + field(12, typed("t", FLOAT, (1, 8, 4, 5)))
    path.write_bytes(whole(graph))
    return path, weights[:, :, 0, 0]


def asked(path, picture, engine="any"):
    path.with_suffix(".toml").write_text(f"[picture]\nsize = [4, 5]\n{picture}\n{PARTS}", encoding="utf-8")
    return OnnxPredictions(path, engine=engine).run(PIXELS)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("shape", "kind", "picture"),
    [
        ((1, 4, 5, 3), FLOAT, 'axes = "NHWC"'),
        ((1, 4, 5, 3), UINT8, 'axes = "NHWC"\ntype = "uint8"'),
        ((1, 3, 4, 5), UINT8, 'type = "uint8"'),
        ((1, 3, 4, 5), HALF, ""),
        ((1, 1, 4, 5), FLOAT, 'colours = "grey"\nmean = [0]'),
        ((1, 4, 5, 1), FLOAT, 'colours = "grey"\naxes = "NHWC"'),
    ],
)
def test_every_way_of_feeding_a_picture_gives_what_the_model_computes(tmp_path, shape, kind, picture, engine):
    path, weights = saved(tmp_path / "m.onnx", shape, kind)
    found = asked(path, picture, engine)
    # ITU-R BT.601, as every decoder of grey pictures has
    seen = PIXELS.astype(float) if 3 in shape[1::2] else np.rint(PIXELS @ [0.299, 0.587, 0.114])[:, :, None]
    wanted = np.einsum("oc,hwc->ohw", weights, seen)
    np.testing.assert_allclose(found.levels_objectness[0], wanted[:2], rtol=2e-3, atol=0.03)
    np.testing.assert_allclose(found.levels_deltas[0], wanted[2:], rtol=2e-3, atol=0.03)


@pytest.mark.parametrize(
    ("shape", "kind", "picture", "words"),
    [
        ((1, 4, 5, 3), FLOAT, "", r'is \(1, 4, 5, 3\), and is given \(1, 3, 4, 5\); .* axes = "NHWC" says so'),
        ((1, 3, 4, 5), FLOAT, 'axes = "NHWC"', r'is given \(1, 4, 5, 3\); .* axes = "NCHW" says so'),
        ((1, 1, 4, 5), FLOAT, "", r'is \(1, 1, 4, 5\), and is given \(1, 3, 4, 5\); .* colours = "grey" says so'),
        ((1, 4, 5, 1), FLOAT, 'axes = "NHWC"', 'colours = "grey" says so'),
        ((1, 3, 8, 10), FLOAT, "", r"size = \[8, 10\] says so"),
        ((1, 3, 4, 5), UINT8, "", 'is of type uint8, and is given float32; .* type = "uint8" says so'),
        ((1, 3, 4, 5), FLOAT, 'type = "uint8"', "is of type float32, and is given uint8"),
    ],
)
def test_a_picture_the_model_does_not_take_is_refused_in_one_line(tmp_path, shape, kind, picture, words):
    path, _ = saved(tmp_path / "m.onnx", shape, kind)
    with pytest.raises(BadPredictions, match=words) as caught:
        asked(path, picture)
    assert str(caught.value).startswith(f"{path}: its input given ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        ('axes = "CHW"', "picture.axes: found 'CHW', allowed are 'NCHW', 'NHWC'"),
        ('type = "int8"', "picture.type: found 'int8', allowed are 'float32', 'uint8'"),
        ('type = "uint8"\nscale = 0.5', "found 'uint8' with scale, mean or std, wanted values as they are"),
        ('colours = "grey"\nmean = [1, 2, 3]', "picture.mean: found .*, wanted 1 number"),
    ],
)
def test_a_layout_of_a_picture_that_cannot_be_is_refused(tmp_path, picture, words):
    path, _ = saved(tmp_path / "m.onnx", (1, 3, 4, 5), FLOAT)
    with pytest.raises(BadFile, match=words):
        asked(path, picture)


def test_the_padding_of_whole_numbers_is_nought_and_channels_come_last():
    blob = prepare(
        np.full((2, 2, 3), (10, 20, 30), np.uint8), PictureSpec(uint8=True, channels_last=True), (2, 2), (3, 4)
    )
    assert (blob.shape, blob.dtype) == ((1, 3, 4, 3), np.uint8)
    assert blob[0, :2, :2].reshape(-1, 3).tolist() == [[10, 20, 30]] * 4
    assert blob.sum() == 4 * 60
