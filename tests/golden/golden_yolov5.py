"""YOLOv5's anchors and pairs of anchors with ground truths, in the library's order and with its repetitions."""

import numpy as np
from golden_cases import checks

from rpn_inspector.core.anchor_rules.explicit import by_rising_stride
from rpn_inspector.core.assigners.ratio import Ratio, cell_pairs
from rpn_inspector.core.recipe import load_recipe

FAMILY = "yolov5"


def shapes_of(config):
    return tuple(tuple((float(w), float(h)) for w, h in np.reshape(level, (-1, 2))) for level in config["anchors"])


def grid_of(config):
    levels = range(len(config["strides"]))
    anchors = {
        "names": [f"P{k + 3}" for k in levels],
        "strides": config["strides"],
        "shapes": [list(map(list, level)) for level in shapes_of(config)],
    }
    return load_recipe("yolov3-416").with_tables({"anchors": anchors}).grid(tuple(config["input_hw"]))


@checks("anchors", FAMILY)
def check_anchors(case):
    recorded, config = case.recorded, case.config
    shapes = by_rising_stride(shapes_of(config), tuple(config["strides"]))
    np.testing.assert_array_equal(recorded["stride"], config["strides"])
    in_cells = np.float32(shapes) / np.float32(config["strides"])[:, None, None]
    np.testing.assert_array_equal(in_cells, recorded["anchors_grid"])
    if "given" in recorded:
        np.testing.assert_array_equal(recorded["given"], np.float32(shapes_of(config)))
        return
    np.testing.assert_array_equal(np.float32(shapes), recorded["anchors_pixels"])
    grid = grid_of(config)
    assert [list(level.shape) for level in grid.levels] == recorded["feature_hw"].tolist()
    np.testing.assert_array_equal([level.count for level in grid.levels], recorded["num_per_level"])
    for level in grid.levels:
        stride = level.stride[0]
        # the network adds twice a sigmoid: its corner of a cell lies half a cell before the anchor's
        corner = np.stack(np.meshgrid(level.x0[0] + level.x1[0], level.y0[0] + level.y1[0]), 2) / (2 * stride)
        np.testing.assert_array_equal(corner - 1.0, recorded[f"grid_{level.index}"])
        assert config["grid_offset"] == -0.5
        sides = level.base[:, 2:] - level.base[:, :2]
        np.testing.assert_array_equal(sides, recorded[f"anchor_grid_{level.index}"])


@checks("assign", FAMILY)
def check_pairs(case):
    recorded, config = case.recorded, case.config
    targets, spec = recorded["targets"], Ratio(limit=config["anchor_t"], neighbours=config["neighbour_bias"])
    assert len(np.unique(targets[:, 0])) <= config["batch"]
    shapes = np.float32(shapes_of(config)) / np.float32(config["strides"])[:, None, None]
    np.testing.assert_array_equal(shapes, recorded["anchors_grid"])
    for k, size in enumerate(config["feature_hw"]):
        cells = targets[:, 2:6] * np.float32([size[1], size[0], size[1], size[0]])
        found = cell_pairs(shapes[k], cells, tuple(size), spec.limit, spec.neighbours)
        for name, values in (("anchor", found.base), ("row", found.row), ("col", found.column), ("gt", found.gt)):
            np.testing.assert_array_equal(values, recorded[f"{name}_{k}"])
        np.testing.assert_array_equal(targets[found.gt, 0], recorded[f"image_{k}"])
        np.testing.assert_array_equal(targets[found.gt, 1], recorded[f"class_{k}"])
        box = cells[found.gt].copy()
        box[:, 0] -= found.column
        box[:, 1] -= found.row
        np.testing.assert_array_equal(box, recorded[f"tbox_{k}"])
    check_assigner(config, targets, spec)


def check_assigner(config, targets, spec):
    """A picture's pairs are those of the batch, each level's anchors in the grid's flat order."""
    grid, size = grid_of(config), np.float32(config["input_hw"][::-1] * 2)
    for image in np.unique(targets[:, 0]):
        mine = targets[targets[:, 0] == image][:, 2:6] * size
        gt = np.concatenate([mine[:, :2] - mine[:, 2:] / 2, mine[:, :2] + mine[:, 2:] / 2], 1)
        found = spec.assign(grid, gt, tuple(config["input_hw"]))
        assert set(found.pairs.anchor.tolist()) == set(np.flatnonzero(found.label == 1).tolist())
        assert found.per_gt["positives"].sum() == len(found.pairs.anchor)
