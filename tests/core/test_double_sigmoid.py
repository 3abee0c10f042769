"""YOLOv5's coder: numbers by hand, formulas by their texts, and what no output reaches."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.core.coders import DoubleSigmoid

CODER = DoubleSigmoid()
ANCHOR = np.array([[24.0, 16, 56, 32]], np.float32)  # 32 x 16 px about (40, 24), the middle of cell 2, 1 of stride 16
STRIDES = np.array([[16.0, 16]])


def test_outputs_of_zero_give_the_anchor_itself():
    np.testing.assert_array_equal(CODER.decode(ANCHOR, np.zeros((1, 4)), STRIDES), ANCHOR)


def test_sigmoids_by_hand():
    """Sigmoid 3/4 moves half a cell and stretches a side to 9/4, 1/4 back and to 1/4."""
    three, one = np.log(3), -np.log(3)
    box = CODER.decode(ANCHOR, [[three, one, three, one]], STRIDES)[0]
    np.testing.assert_allclose(box, [48 - 36, 16 - 2, 48 + 36, 16 + 2], rtol=1e-6)
    np.testing.assert_allclose(CODER.encode(ANCHOR, box[None], STRIDES), [[three, one, three, one]], rtol=1e-5)


inside = st.floats(0.0625, 0.9375, width=32)


@given(parts=st.lists(st.tuples(inside, inside, inside, inside), min_size=1, max_size=5))
def test_decode_inverts_encode_within_reach(parts):
    p = np.array(parts, np.float64)
    t = np.log(p) - np.log1p(-p)
    anchors, strides = np.repeat(ANCHOR, len(t), 0), np.repeat(STRIDES, len(t), 0)
    boxes = CODER.decode(anchors, t, strides)
    assert all(CODER.reaches(anchors[:1], box, strides[:1])[0] for box in boxes)
    exact = CODER.exact().raw_for(anchors, boxes, strides)
    np.testing.assert_allclose(CODER.decode(anchors, exact, strides), boxes, rtol=0, atol=2e-4)


def test_what_no_output_reaches_is_infinite_and_raw_as_near_as_told():
    """Four times the width exactly, and a centre a whole cell to the left."""
    box = np.array([[24 - 64, 16, 24 + 64, 32]], np.float32)
    t = CODER.encode(ANCHOR, box, STRIDES)
    np.testing.assert_array_equal(t, [[-np.inf, 0, np.inf, 0]])
    raw = CODER.raw_of(t.astype(np.float64), margin=0.01)
    np.testing.assert_allclose(1 / (1 + np.exp(-raw)), [[0.01, 0.5, 0.99, 0.5]])
    assert not CODER.reaches(ANCHOR, box[0], STRIDES)[0]


def test_without_a_stride_nothing_is_coded():
    with pytest.raises(ValueError, match="stride is missing"):
        CODER.encode(ANCHOR, ANCHOR)


def test_formulas_write_both_directions():
    anchor, box, cell = (40.0, 24.0, 32.0, 16.0), (48.0, 20.0, 72.0, 16.0), (2, 16.0)
    x = CODER.target_formula("x", anchor, box, cell, np.log(3))
    assert (x.plain, x.numbers) == ("t_x* = logit((x* / s − c_x + 0.5) / 2)", "logit((48 / 16 − 2 + 0.5) / 2)")
    w = CODER.target_formula("w", anchor, box, cell, np.log(3))
    assert (w.plain, w.numbers) == ("t_w* = logit(√(w* / w_a) / 2)", "logit(√(72 / 32) / 2)")
    x = CODER.box_formula("x", 0.0, anchor, cell, 40.0)
    assert (x.plain, x.numbers) == ("x = (2 sigmoid(t_x) − 0.5 + c_x) s", "(2 · σ(0) − 0.5 + 2) · 16")
    h = CODER.box_formula("h", 0.0, anchor, cell, 16.0)
    assert (h.latex, h.numbers) == (r"h=h_a\,(2\sigma(t_h))^2", "16 · (2 · σ(0))²")


def test_a_cut_side_is_written_with_its_bound_and_decoded_to_it():
    coder = dataclasses.replace(CODER, max_log_scale=0.5, min_log_scale=-1.0)
    assert [coder.cut_at("w", t) for t in (-3.0, 0.0, 3.0)] == [-1.0, None, 0.5]
    box = coder.decode(ANCHOR, [[0, 0, 3, -3]], STRIDES)[0]
    np.testing.assert_allclose([box[2] - box[0], box[3] - box[1]], [32 * np.exp(0.5), 16 * np.exp(-1)], rtol=1e-6)
    assert coder.box_formula("w", 3.0, (40, 24, 32, 16), (2, 16.0), 32 * np.exp(0.5)).numbers == "32 · 1.64872"
