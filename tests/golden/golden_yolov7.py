"""YOLOv7's anchors with OTA: candidates, IoUs, costs and pairs, and losses over the pairs it takes."""

import dataclasses

import numpy as np
import pytest
from golden_cases import checks
from golden_yolov5 import check_decode as check_yolov5_decode
from golden_yolov5 import check_level_costs, grid_of, in_library_order, level_pairs, loss_spec, shapes_of
from golden_yolov5_outputs import check_nms_of

from rpn_inspector.core.answers import Answers
from rpn_inspector.core.assigners.ota import OTA
from rpn_inspector.core.cell_pairs import grid_pairs
from rpn_inspector.core.coders import DoubleSigmoid
from rpn_inspector.core.dynamic_k import matched
from rpn_inspector.core.pair_losses import pair_losses

FAMILY = "yolov7"


@checks("decode", FAMILY)
def check_decode(case):
    check_yolov5_decode(case)


@checks("proposals", FAMILY)
def check_detections(case):
    pred = case.recorded["pred"][0]
    check_nms_of(case.recorded, case.config, pred[:, :4], pred[:, 5:], pred[:, 4], "yolov7")


def ota_of(config):
    return OTA(limit=config["hyp_scaled"]["anchor_t"], topk=config["top_q"], iou_weight=config["iou_cost_weight"])


def flat_of(config, grid, recorded, prefix, image):
    """Return the flat anchors of recorded places of one picture, level after level."""
    found = [np.empty(0, np.int64)]
    for level in grid.levels:
        k = level.index
        mine = recorded[f"{prefix}image_{k}"] == image
        base, row, column = (recorded[f"{prefix}{name}_{k}"][mine] for name in ("anchor", "row", "col"))
        found.append(level.flat(base, row, column))
    return np.concatenate(found)


def rows_of(grid, raw):
    rows = np.zeros((grid.size, raw[0].shape[-1]), np.float32)
    rows[in_library_order(grid)] = np.concatenate([part.reshape(-1, part.shape[-1]) for part in raw])
    return rows


def answers_of(grid, rows, kinds):
    def boxes(flat):
        return DoubleSigmoid(max_log_scale=np.inf).decode(grid.boxes(flat), rows[flat, :4], grid.strides(flat))

    return Answers(rows[:, 5:], rows[:, 4], kinds, boxes)


def picture_of(recorded, config, image):
    """Return ground truths (G, 4) in input px, their classes, and the output rows of one picture."""
    grid = grid_of(config)
    mine = recorded["targets"][recorded["targets"][:, 0] == image]
    sides = mine[:, 2:6] * np.float32(config["input_hw"][::-1] * 2)
    gt = np.concatenate([sides[:, :2] - sides[:, 2:] / 2, sides[:, :2] + sides[:, 2:] / 2], 1)
    rows = rows_of(grid, [recorded[f"raw_{level.index}"][image] for level in grid.levels])
    assert rows.shape[1] == 5 + config["nc"]
    return grid, gt, mine[:, 1].astype(np.int64), rows


@checks("assign_dynamic", FAMILY)
def check_ota(case):
    recorded, config = case.recorded, case.config
    assert ota_of(config).neighbours == 0.5
    shapes = np.float32(shapes_of(config)) / np.float32(config["strides"])[:, None, None]
    check_candidates(recorded, config, shapes)
    for key in ("balance", "gr", "imgsz_for_gain", "hyp_before_scaling"):
        assert key in config
        config[key]  # of the loss alone
    for image in range(config["batch"]):
        grid, gt, kinds, rows = picture_of(recorded, config, image)
        columns = flat_of(config, grid, recorded, "cand_", image)
        if f"iou_{image}" not in recorded:
            assert not columns.size
            continue
        check_costs(recorded, config, image, grid, gt, kinds, rows, columns)
    check_sums(recorded, config)


def check_candidates(recorded, config, shapes):
    targets = recorded["targets"]
    for k, level in enumerate(grid_of(config).levels):
        size = level.shape
        cells = targets[:, 2:6] * np.float32([size[1], size[0], size[1], size[0]])
        base, column, row, gt = level_pairs(shapes[k], cells, size, config["hyp_scaled"]["anchor_t"], 0.5)
        for name, values in (("anchor", base), ("row", row), ("col", column)):
            np.testing.assert_array_equal(values, recorded[f"cand_{name}_{k}"])
        np.testing.assert_array_equal(targets[gt, 0], recorded[f"cand_image_{k}"])


def check_costs(recorded, config, image, grid, gt, kinds, rows, columns):
    spec, wanted = ota_of(config), recorded[f"chosen_before_conflicts_{image}"].astype(bool)
    np.testing.assert_array_equal(grid_pairs(grid, gt, spec.limit, spec.neighbours).anchor, columns)
    np.testing.assert_array_equal(grid.locate(columns).level, recorded[f"cand_level_{image}"])
    answers = answers_of(grid, rows, kinds)
    boxes = answers.boxes(columns)
    largest = np.abs(recorded[f"cand_box_{image}"]).max(1, keepdims=True)
    assert (np.abs(boxes - recorded[f"cand_box_{image}"]) <= 1e-6 * largest).all()
    costs = spec.costs(grid, columns, gt, answers)
    np.testing.assert_allclose(costs.iou, recorded[f"iou_{image}"], rtol=0, atol=2e-6)
    np.testing.assert_allclose(costs.cost, recorded[f"cost_{image}"], rtol=4e-5)
    np.testing.assert_allclose(costs.class_cost, recorded[f"cls_cost_{image}"], rtol=1e-5)
    found = matched(recorded[f"cost_{image}"], recorded[f"iou_{image}"], spec.topk)
    np.testing.assert_array_equal(found.k, recorded[f"dynamic_k_{image}"])
    for mine, theirs in zip(found.taken, wanted, strict=True):  # of equal columns any may be taken
        assert sorted(columns[mine]) == sorted(columns[theirs])
    check_pairs(recorded, config, image, grid, columns, recorded[f"cost_{image}"], wanted)
    own = spec.assign(grid, gt, tuple(config["input_hw"]), answers=answers)
    assert set(own.pairs.anchor.tolist()) == set(flat_of(config, grid, recorded, "", image).tolist())


def check_pairs(recorded, config, image, grid, columns, cost, taken):
    """From the recorded choice the pairs are those recorded, in order, after contests."""
    column = np.flatnonzero(taken.any(0))
    gt = taken[:, column].argmax(0)
    several = taken[:, column].sum(0) > 1
    gt[several] = cost[:, column[several]].argmin(0)
    np.testing.assert_array_equal(columns[column], flat_of(config, grid, recorded, "", image))
    own = recorded["targets"][recorded["targets"][:, 0] == image]
    rows = [recorded[f"target_row_{k}"][recorded[f"image_{k}"] == image] for k in range(len(grid.levels))]
    np.testing.assert_array_equal(own[gt], np.concatenate(rows))


def check_sums(recorded, config):
    for k in range(len(config["strides"])):
        parts = [recorded[f"{name}_{k}"] for name in ("image", "anchor", "row", "col", "target_row")]
        assert len({len(part) for part in parts}) == 1


@checks("loss", FAMILY)
def check_losses(case):
    """Losses over the recorded pairs of OTA, and over the pairs of fitting sides as in YOLOv5."""
    recorded, config = case.recorded, case.config
    spec = loss_spec(config)
    assert config["top_q"] == 10
    assert config["iou_cost_weight"] == 3.0
    pairs = {key: recorded[key] for key in recorded if key.split("_")[0] in ("raw", "targets", "ciou", "tobj")}
    for k, stride in enumerate(config["strides"]):
        level = grid_of(config).levels[k]
        places = {name: recorded[f"{name}_{k}"] for name in ("image", "anchor", "row", "col")}
        row = recorded[f"target_row_{k}"]
        cells = row[:, 2:6] * np.float32([level.shape[1], level.shape[0]] * 2)
        cells[:, 0] -= places["col"]
        cells[:, 1] -= places["row"]
        pairs |= {f"{name}_{k}": values for name, values in places.items()}
        pairs |= {f"tbox_{k}": cells, f"class_{k}": row[:, 1].astype(np.int64)}
        assert stride == level.stride[0]
    check_items(pairs, recorded, config, spec, "")
    static = static_pairs(recorded, config)
    check_items(static, recorded, config, spec, "static_")
    if config["batch"] == 1 and len(recorded["targets"]):
        check_one_picture(recorded, config, spec)


def check_items(pairs, recorded, config, spec, prefix):
    items, total = recorded[f"{prefix}items"], recorded[f"{prefix}total"]
    levels = range(len(config["strides"]))
    told = dict(pairs) | {f"ciou_{k}": recorded[f"{prefix}ciou_{k}"] for k in levels}
    if prefix:
        told = {key: value for key, value in told.items() if not key.startswith("tobj")}
    np.testing.assert_allclose(items[:3].sum(), items[3], rtol=1e-5)
    check_level_costs(told | {"items": items[:3], "total": total}, config, spec, 2e-6, by_level=False)


def static_pairs(recorded, config):
    found = {key: recorded[key] for key in recorded if key.startswith(("raw_", "targets"))}
    targets, shapes = recorded["targets"], np.float32(shapes_of(config)) / np.float32(config["strides"])[:, None, None]
    for k, level in enumerate(grid_of(config).levels):
        cells = targets[:, 2:6] * np.float32([level.shape[1], level.shape[0]] * 2)
        base, column, row, gt = level_pairs(shapes[k], cells, level.shape, config["hyp_scaled"]["anchor_t"], 0.5)
        box = cells[gt].copy()
        box[:, 0] -= column
        box[:, 1] -= row
        found |= {
            f"image_{k}": targets[gt, 0].astype(np.int64), f"anchor_{k}": base, f"row_{k}": row,
            f"col_{k}": column, f"tbox_{k}": box, f"class_{k}": targets[gt, 1].astype(np.int64),
        }  # fmt: skip
    return found


def check_one_picture(recorded, config, spec):
    """The picture's own losses are the recorded ones, but for which of equal columns is taken."""
    grid, gt, kinds, rows = picture_of(recorded, config, 0)
    matcher = dataclasses.replace(OTA(), limit=config["hyp_scaled"]["anchor_t"])
    found = matcher.assign(grid, gt, tuple(config["input_hw"]), answers=answers_of(grid, rows, kinds))
    chosen = np.flatnonzero(found.label == 1), np.flatnonzero(found.label == 0)
    coder = DoubleSigmoid(max_log_scale=np.inf)
    losses = pair_losses(grid, gt, kinds, found, chosen, rows[:, 4:], rows[:, :4], spec, coder)
    assert losses.total == pytest.approx(float(recorded["total"][0]), rel=2e-4)
