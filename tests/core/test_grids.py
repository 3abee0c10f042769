"""Where a grid's cells stand, beside numbers written down from the libraries themselves."""

import numpy as np

from rpn_inspector.core.anchors import grid_for
from rpn_inspector.core.recipe import recipe_from_toml

# torch.arange(0.9400346443375104 * 12, 26 * 12, step=12, dtype=torch.float32), of torch 2.13.0 on a CPU
TWICE_ROUNDED = {1: "0x1.747c94p+4", 10: "0x1.068f94p+7", 11: "0x1.1e8f94p+7", 15: "0x1.7e8f94p+7", 16: "0x1.968f92p+7"}


def test_detectron2s_cells_stand_where_torch_counts_them():
    anchors = "offset = 0.9400346443375104\nstrides = [12]\nsizes = [[32.0]]\nratios = [[1.0]]\n"
    recipe = recipe_from_toml(f'name = "offset"\nextends = "detectron2-c4"\n[anchors]\n{anchors}')
    level = grid_for(recipe, (12, 26 * 12), ((1, 26),)).levels[0]
    assert level.shape == (1, 26)
    for column, shift in TWICE_ROUNDED.items():
        assert level.x0[0, column] == np.float32(float.fromhex(shift)) - np.float32(16)
