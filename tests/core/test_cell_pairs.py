"""Pairs of cells: sides and centres are fractions of the input first, as YOLOv5's loader has them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.core.cell_pairs import grid_pairs
from rpn_inspector.core.recipe import load_recipe

SHAPES = [[[13.0, 20.0], [31.0, 7.0]], [[40.0, 33.0], [50.0, 90.0]], [[120.0, 100.0], [200.0, 240.0]]]
sides = st.sampled_from([12, 29, 52, 124]) | st.integers(1, 300)
whole_boxes = st.tuples(st.integers(0, 300), st.integers(0, 300), sides, sides)


def grid_of(side):
    anchors = {"names": ["P3", "P4", "P5"], "strides": [8, 16, 32], "shapes": SHAPES}
    return load_recipe("yolov5s").with_tables({"anchors": anchors}).grid((side, side))


def fits(box, anchor, side, cells, limit):
    """Whether a pair's sides fit in the loader's order: a fraction of the input, then cells, then the ratio."""
    one = np.float32
    for near, far, length in ((box[0], box[2], anchor[0]), (box[1], box[3], anchor[1])):
        in_cells = one(one(far - near) / one(side)) * one(cells)
        times = in_cells / (one(length) / one(side // cells))
        if not max(times, one(1) / times) < one(limit):
            return False
    return True


def test_a_side_of_exactly_the_limit_is_decided_as_a_fraction_of_the_input():
    """52 px are 4 times 13 px, in cells of 8 px too; as 52 / 352 of 44 cells they are a bit less, so the pair stays."""
    box = np.array([[100, 100, 152, 133]], np.float32)
    pairs = grid_pairs(grid_of(352), box, 4.0, 0.5)
    assert fits(box[0], SHAPES[0][0], 352, 44, 4.0)
    assert (pairs.slot == 0).any()
    assert np.float32(52 / 8) / np.float32(13 / 8) == 4


@given(
    st.lists(whole_boxes, min_size=1, max_size=8), st.sampled_from([352, 416, 448, 640]), st.sampled_from([25, 29, 40])
)
def test_pairs_are_those_of_fractions(drawn, side, tenths):
    """Brute force, a base anchor and a ground truth at a time."""
    limit, grid = tenths / 10, grid_of(side)
    boxes = np.array([[x, y, x + w, y + h] for x, y, w, h in drawn], np.float32)
    pairs = grid_pairs(grid, boxes, limit, 0.5)
    found = set(zip(grid.locate(pairs.anchor).level.tolist(), (pairs.slot // len(boxes) % 2).tolist(),
                    pairs.gt.tolist(), strict=True))  # fmt: skip
    wanted = {
        (level, base, gt)
        for level, cells in enumerate((side // 8, side // 16, side // 32))
        for base in range(2)
        for gt, box in enumerate(boxes)
        if fits(box, SHAPES[level][base], side, cells, limit)
    }
    assert found == wanted
