"""Where a grid's cells stand, beside numbers written down from the libraries themselves."""

import numpy as np
from recipe_texts import recipe_from_toml

from rpn_inspector.core.recipe import load_recipe

# torch.arange(0.9400346443375104 * 12, 26 * 12, step=12, dtype=torch.float32), of torch 2.13.0 on a CPU
TWICE_ROUNDED = {1: "0x1.747c94p+4", 10: "0x1.068f94p+7", 11: "0x1.1e8f94p+7", 15: "0x1.7e8f94p+7", 16: "0x1.968f92p+7"}


def test_detectron2s_cells_stand_where_torch_counts_them():
    anchors = "offset = 0.9400346443375104\nstrides = [12]\nsizes = [[32.0]]\nratios = [[1.0]]\n"
    recipe = recipe_from_toml(f'name = "offset"\nextends = "detectron2-c4"\n[anchors]\n{anchors}')
    level = recipe.grid((12, 26 * 12), ((1, 26),)).levels[0]
    assert level.shape == (1, 26)
    for column, shift in TWICE_ROUNDED.items():
        assert level.x0[0, column] == np.float32(float.fromhex(shift)) - np.float32(16)


def test_the_flat_order_is_known_to_the_level_alone():
    grid = load_recipe("torchvision-fpn").grid((96, 160))
    every = np.arange(grid.size)
    for level in grid.levels:
        rows = every[level.rows]
        base, y, x = level.split(rows)
        np.testing.assert_array_equal(level.flat(base, y, x), rows)
        np.testing.assert_array_equal(rows, level.offset + (y * level.shape[1] + x) * len(level.base) + base)
        cells = level.cells(rows)
        assert cells.shape == (*level.shape, len(level.base))
        assert np.shares_memory(cells, rows)
        np.testing.assert_array_equal(cells[y, x, base], rows)
        np.testing.assert_array_equal(level.to_flat(cells.transpose(2, 0, 1)), rows)
        place = grid.locate(rows)
        np.testing.assert_array_equal(np.stack(place), np.stack([np.full(len(rows), level.index), y, x, base]))
