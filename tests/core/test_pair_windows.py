"""The windows of cells hold every pair that overlaps as wanted, beside brute force over all pairs."""

import numpy as np
import pytest

from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.pair_windows import all_runs, highest, tables_of, windows_from
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample

GT = np.array([[10, 10, 40, 40], [50, 20, 90, 80.0]])


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_every_pair_of_the_iou_wanted_is_listed_once(share):
    """Of those that do not overlap, cells in a window alone, where the lowest IoU wanted is 0."""
    found = inspect(Sample(name="a", size=(128, 128), gt=GT), load_recipe("demo"))
    grid, one = found.grid, found.grid.dtype.type(0)
    boxes, tables = found.gt.astype(grid.dtype), tables_of(grid, inclusive=False)
    whole = all_runs([([(0, lv.shape[1])] * len(lv.base), [(0, lv.shape[0])] * len(lv.base)) for lv in grid.levels])
    best, each = highest(tables, boxes, whole, one)
    parts = windows_from(tables, boxes, share * best, whole, each, one).pairs(tables, one)
    gt, anchor, iou = (np.concatenate(part) for part in zip(*parts, strict=True))
    wanted = np.stack([iou_with(box, grid.all_boxes()) for box in boxes])
    np.testing.assert_array_equal(best, wanted.max(1))
    np.testing.assert_array_equal(iou, wanted[gt, anchor])
    listed = np.zeros(wanted.shape, int)
    np.add.at(listed, (gt, anchor), 1)
    reaching = wanted >= share * best[:, None]
    np.testing.assert_array_equal(listed[reaching & (wanted > 0)], 1)
    assert not listed[~reaching].any()
    assert (listed[wanted == 0] > 0).any() == (share == 0)
