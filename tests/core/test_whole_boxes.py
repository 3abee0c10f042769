"""Boxes of whole px, cut to whole network px as detectron2's loader cuts them in an integer array."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample

PLAIN = load_recipe("detectron2-fpn")
CUT = PLAIN.with_tables({"ground_truth": {"whole_boxes": "cut"}})


def loaded(boxes, size, network):
    """Return boxes as ResizeTransform.apply_coords leaves them: scaled in place, in the array's own type."""
    coords = np.array(boxes).reshape(-1, 2)
    coords[:, 0] = coords[:, 0] * (network[1] * 1.0 / size[1])
    coords[:, 1] = coords[:, 1] * (network[0] * 1.0 / size[0])
    return coords.reshape(-1, 4).clip(min=0)


@given(
    st.tuples(st.integers(50, 900), st.integers(50, 900)),
    st.lists(st.tuples(*[st.integers(0, 40)] * 2, *[st.integers(1, 9)] * 2), min_size=1, max_size=4),
)
def test_whole_boxes_are_those_of_an_integer_array(size, raw):
    boxes = np.array([[x, y, x + w, y + h] for x, y, w, h in raw])
    one = inspect(Sample("a", size, gt=boxes), CUT)
    np.testing.assert_array_equal(one.gt, loaded(boxes, size, one.network_size))
    other = inspect(Sample("a", size, gt=boxes + 0.25), CUT)
    np.testing.assert_array_equal(other.gt, inspect(other.sample, PLAIN).gt)


def test_a_box_with_one_fraction_is_scaled_as_any_other():
    sample = Sample("a", (400, 600), gt=np.array([[10, 20, 33, 47], [10, 20, 33, 47.5]]))
    assert inspect(sample, CUT).gt.tolist() == [[20, 40, 66, 94], [20, 40, 66, 95]]
    sample = Sample("a", (375, 500), gt=np.array([[10, 20, 33, 47]]))  # 800 / 375, 1067 / 500
    assert inspect(sample, CUT).gt.tolist() == [[21, 42, 70, 100]]
    assert inspect(sample, PLAIN).gt.tolist() != inspect(sample, CUT).gt.tolist()


def test_recipes_keep_their_hashes():
    assert PLAIN.ground_truth.whole_boxes == "scaled"
    assert PLAIN.hash != CUT.hash
