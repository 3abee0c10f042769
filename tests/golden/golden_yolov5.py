"""YOLOv5's anchors and pairs of anchors with ground truths, in the library's order and with its repetitions."""

import numpy as np
import pytest
from golden_cases import checks

from rpn_inspector.core.anchor_rules.explicit import by_rising_stride
from rpn_inspector.core.assigners.ratio import Ratio
from rpn_inspector.core.box_losses import Decoded
from rpn_inspector.core.cell_pairs import cell_pairs
from rpn_inspector.core.coders import DoubleSigmoid
from rpn_inspector.core.long_side import rectangles
from rpn_inspector.core.losses import sigmoid
from rpn_inspector.core.pair_losses import FOCAL_ALPHA, LevelOutputs, level_costs, level_weight, pair_losses
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.specs import LossSpec

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
    return load_recipe("yolov5s").with_tables({"anchors": anchors}).grid(tuple(config["input_hw"]))


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
    check_recorded_pairs(recorded, shapes, config["feature_hw"], spec)
    check_assigner(config, targets, spec)


def check_recorded_pairs(recorded, shapes, sizes, spec):
    targets = recorded["targets"]
    for k, size in enumerate(sizes):
        cells = targets[:, 2:6] * np.float32([size[1], size[0], size[1], size[0]])
        base, column, row, gt = level_pairs(shapes[k], cells, size, spec.limit, spec.neighbours)
        for name, values in (("anchor", base), ("row", row), ("col", column), ("gt", gt)):
            np.testing.assert_array_equal(values, recorded[f"{name}_{k}"])
        np.testing.assert_array_equal(targets[gt, 0], recorded[f"image_{k}"])
        np.testing.assert_array_equal(targets[gt, 1], recorded[f"class_{k}"])
        box = cells[gt].copy()
        box[:, 0] -= column
        box[:, 1] -= row
        np.testing.assert_array_equal(box, recorded[f"tbox_{k}"])


def level_pairs(shapes, cells, size, limit, neighbours):
    """Base anchor, column, row and ground truth of one level's pairs, for boxes (G, 4) in its cells."""
    shapes, boxes = shapes.T[:, None, :, None], cells.T.reshape(2, 2, 1, -1)
    whole = np.array(size[::-1], boxes.dtype).reshape(2, 1, 1)
    return cell_pairs(shapes, boxes[0], boxes[1], whole, limit, neighbours).split()[1:]


def check_assigner(config, targets, spec):
    """A picture's pairs are those of the batch, each level's anchors in the grid's flat order."""
    grid, size = grid_of(config), np.float32(config["input_hw"][::-1] * 2)
    for image in np.unique(targets[:, 0]):
        mine = targets[targets[:, 0] == image][:, 2:6] * size
        gt = np.concatenate([mine[:, :2] - mine[:, 2:] / 2, mine[:, :2] + mine[:, 2:] / 2], 1)
        found = spec.assign(grid, gt, tuple(config["input_hw"]))
        assert set(found.pairs.anchor.tolist()) == set(np.flatnonzero(found.label == 1).tolist())
        assert found.per_gt["positives"].sum() == len(found.pairs.anchor)


@checks("resize", FAMILY)
def check_resize(case):
    (check_letterbox if "letterbox_args" in case.config else check_loader)(case)


def check_loader(case):
    """The trainer's loader: sides, the shape of each batch, and labels as the network gets them."""
    recorded, config = case.recorded, case.config
    assert not config["augment"]
    assert not config["mosaic"]
    table = {"rule": "long_side", "long": config["img_size"], "shape": "batch" if config["rect"] else "square"}
    table |= {name: config[name] for name in ("stride", "pad") if name in config}
    spec = load_recipe("yolov5s").with_tables({"resize": table}).resize
    sizes = [tuple(size) for size in recorded["original_hw"].tolist()]
    order, batch = rectangles(sizes, config["batch_size"])
    if config["rect"]:
        np.testing.assert_array_equal(batch, recorded["batch"])
    else:
        order, batch = np.arange(len(sizes)), np.zeros(len(sizes), int)
    np.testing.assert_array_equal(order, recorded["picture_order"])
    sizes = [sizes[picture] for picture in order]
    shapes = [spec.batch_size([sizes[row] for row in np.flatnonzero(batch == one)]) for one in np.unique(batch)]
    if config["rect"]:
        np.testing.assert_array_equal(shapes, recorded["batch_hw"])
    np.testing.assert_array_equal([shapes[one] for one in batch], recorded["padded_hw"])
    frames = [spec.at(size, spec.network_size(size)[0], shapes[one]) for size, one in zip(sizes, batch, strict=True)]
    np.testing.assert_array_equal([frame.network_size for frame in frames], recorded["loaded_hw"])
    for size, frame in zip(sizes, frames, strict=True):
        alone = spec.batch_size([size])
        assert spec.of(size) == spec.at(size, frame.network_size, alone)
    found = [(*frame.scale[::-1], *frame.offset) for frame in frames]
    np.testing.assert_array_equal(found, recorded["shapes_ratio_pad"])
    picture, given = recorded["labels_out"][:, 0].astype(int), recorded["labels_in"]
    np.testing.assert_array_equal(given[:, 0], recorded["labels_out"][:, 1])
    for row, image in enumerate(picture.tolist()):
        height, width = sizes[image]
        centre, half = given[row, 1:3].astype(np.float64), given[row, 3:].astype(np.float64) / 2
        box = np.concatenate([centre - half, centre + half]) * [width, height, width, height]
        x0, y0, x1, y1 = frames[image].to_network(box[None])[0]
        high, wide = (np.float32(side) for side in shapes[batch[image]])
        made = np.array([(x0 + x1) / 2 / wide, (y0 + y1) / 2 / high, (x1 - x0) / wide, (y1 - y0) / high])
        np.testing.assert_array_max_ulp(made, recorded["labels_out"][row, 2:], 2)


def check_letterbox(case):
    recorded, options = case.recorded, case.config["letterbox_args"]
    size = options["new_shape"]
    rest = "stride" if options["auto"] else "none" if options.get("scaleFill") else "size"
    tables = {"rule": "half_rest", "size": size if isinstance(size, list) else [size, size], "rest": rest}
    tables |= {"stride": options.get("stride", 32), "enlarge": options.get("scaleup", True)}
    specs = [
        load_recipe("yolov5s").with_tables({"resize": tables | {"way_back": way}}).resize for way in ("sizes", "scale")
    ]
    sizes = [tuple(size) for size in recorded["original_hw"].tolist()]
    frames, others = ([spec.of(size) for size in sizes] for spec in specs)
    np.testing.assert_array_equal([frame.network_size for frame in frames], recorded["input_hw"])
    np.testing.assert_array_equal([frame.padded_size for frame in frames], recorded["padded_hw"])
    np.testing.assert_array_equal([frame.scale for frame in frames], recorded["scale_xy"])
    np.testing.assert_array_equal([frame.offset for frame in frames], recorded["pad_xy"])
    painted = recorded["pad_left_top_right_bottom"]
    np.testing.assert_array_equal([frame.pixel_offset for frame in frames], painted[:, :2])
    left = [np.subtract(frame.padded_size, frame.network_size)[::-1] for frame in frames]
    np.testing.assert_array_equal(left, painted[:, :2] + painted[:, 2:])
    for row, picture in enumerate(recorded["box_image"].tolist()):
        box, there = recorded["boxes"][row][None], recorded["boxes_input_for_back"][row][None]
        np.testing.assert_allclose(frames[picture].to_network(box), there, rtol=0, atol=1e-4)
        np.testing.assert_array_equal(frames[picture].to_original(there)[0], recorded["boxes_back"][row])
        np.testing.assert_allclose(
            others[picture].to_original(there)[0], recorded["boxes_back_ratio_pad"][row], atol=1e-4
        )


@checks("decode", FAMILY)
def check_decode(case):
    """Boxes within 1e-6 of a row's largest coordinate, scores within 2 ulp; rows stand level by level, by anchor."""
    recorded, config = case.recorded, case.config
    grid, coder = grid_of(config), DoubleSigmoid()
    assert config["order"] == "level, anchor, row, column"
    raw = [recorded[f"raw_{level.index}"] for level in grid.levels]
    assert all(part.shape[-1] == 5 + config["nc"] for part in raw)
    rows, pred = np.concatenate([part.reshape(-1, part.shape[-1]) for part in raw]), recorded["pred"][0]
    flat = in_library_order(grid)
    boxes = coder.decode(grid.boxes(flat), rows[:, :4], grid.strides(flat))
    wanted = np.concatenate([pred[:, :2] - pred[:, 2:4] / 2, pred[:, :2] + pred[:, 2:4] / 2], 1)
    largest = np.abs(np.concatenate([wanted, pred[:, :4]], 1)).max(1, keepdims=True)
    assert (np.abs(boxes - wanted) <= 1e-6 * largest).all()
    np.testing.assert_array_max_ulp(sigmoid(rows[:, 4:]), pred[:, 4:], 2)


def in_library_order(grid):
    """Return the flat indices level by level, anchor by anchor, row by row."""
    return np.concatenate(
        [
            level.flat(*np.unravel_index(np.arange(level.count), (len(level.base), *level.shape)))
            for level in grid.levels
        ]
    )


def loss_spec(config):
    gains = config["hyp_scaled"]
    assert config.get("focal_alpha", 0.25) == FOCAL_ALPHA
    assert not config.get("autobalance")
    assert not config.get("sort_obj_iou")
    assert config.get("gr", 1.0) == 1.0
    levels = len(config["strides"])
    balance = config.get("balance", [4.0, 1.0, 0.4] if levels == 3 else [4.0, 1.0, 0.25, 0.06, 0.02])
    scaled = gains_of(config) if "hyp_before_scaling" in config else gains
    assert {name: gains[name] for name in scaled} == pytest.approx(scaled)
    smoothing = gains.get("label_smoothing", 0.0)
    assert config.get("label_smoothing", smoothing) == smoothing
    return LossSpec(
        objectness="yolo", box="ciou", iou_form="torchvision", epsilon=1e-7, normaliser="level_mean",
        objectness_weight=gains["obj"], class_weight=gains["cls"] / gains["obj"], box_weight=gains["box"],
        positive_weight=gains["obj_pw"], class_positive_weight=gains["cls_pw"], pair_gamma=gains["fl_gamma"],
        class_smoothing=smoothing, level_weights=tuple(map(float, balance)),
    )  # fmt: skip


def gains_of(config):
    """Return the gains as train.py scales them by levels, classes and size."""
    given, levels = config["hyp_before_scaling"], len(config["strides"])
    return given | {
        "box": given["box"] * 3 / levels,
        "cls": given["cls"] * config["nc"] / 80 * 3 / levels,
        "obj": given["obj"] * (config["imgsz_for_gain"] / 640) ** 2 * 3 / levels,
    }


@checks("loss", FAMILY)
def check_losses(case):
    recorded, config = case.recorded, case.config
    check_pairs_of(recorded, config)
    spec = loss_spec(config)
    check_level_costs(recorded, config, spec, 1e-6)
    pictures, grid = [], grid_of(config)
    for image in range(config["batch"]):
        raw = [recorded[f"raw_{level.index}"][image] for level in grid.levels]
        pictures.append(picture(recorded["targets"], image, raw, grid, config, spec))
    if config["batch"] == 1:
        np.testing.assert_allclose(pictures[0].total, recorded["total"][0], rtol=1e-5)
        items = [pictures[0].box, pictures[0].objectness, pictures[0].total - pictures[0].box - pictures[0].objectness]
        np.testing.assert_allclose(items, recorded["items"], rtol=1e-5, atol=1e-9)


def check_pairs_of(recorded, config):
    shapes = np.float32(shapes_of(config)) / np.float32(config["strides"])[:, None, None]
    sizes = [recorded[f"raw_{k}"].shape[2:4] for k in range(len(shapes))]
    check_recorded_pairs(recorded, shapes, sizes, Ratio(limit=config["hyp_scaled"]["anchor_t"]))


def check_level_costs(recorded, config, spec, near, by_level=True):
    """Every pair's IoU, every target, and the sums by level, of the whole batch."""
    items, every = np.zeros(3), []
    for k, stride in enumerate(config["strides"]):
        raw, pick = recorded[f"raw_{k}"], tuple(recorded[f"{name}_{k}"] for name in ("image", "anchor", "row", "col"))
        slot = np.ravel_multi_index(pick, raw.shape[:4])
        t, side = raw[pick][:, :4], np.float32(shapes_of(config)[k])[pick[1]] / stride
        anchors = np.concatenate([0.5 - side / 2, 0.5 + side / 2], 1).astype(np.float32)
        predicted, wanted = (
            DoubleSigmoid().decode(anchors, t, np.ones(len(t))),
            recorded[f"tbox_{k}"].astype(np.float64),
        )
        truth = np.concatenate([wanted[:, :2] - wanted[:, 2:] / 2, wanted[:, :2] + wanted[:, 2:] / 2], 1)
        kinds = recorded[f"class_{k}"]
        level = LevelOutputs(raw[..., 4].reshape(-1), slot, raw[pick][:, 5:], kinds, Decoded(predicted, truth))
        costs = level_costs(level, spec)
        np.testing.assert_allclose(1 - costs.box, recorded[f"ciou_{k}"], rtol=0, atol=near)
        if f"tobj_{k}" in recorded:
            np.testing.assert_allclose(costs.target.reshape(raw.shape[:4]), recorded[f"tobj_{k}"], rtol=0, atol=near)
        means = [part.mean() if len(part) else 0.0 for part in (costs.box, costs.objectness, costs.classes)]
        every.append(means)
        items += np.array(means) * [1, level_weight(spec, k), 1]
    names = ("level_box", "level_obj", "level_cls") if by_level else ()
    if names:
        np.testing.assert_allclose(every, np.stack([recorded[name] for name in names], 1), rtol=1e-5, atol=1e-9)
    items *= [spec.box_weight, spec.objectness_weight, spec.objectness_weight * spec.class_weight]
    np.testing.assert_allclose(items, recorded["items"], rtol=1e-5, atol=1e-9)
    pictures = recorded["raw_0"].shape[0]
    np.testing.assert_allclose(items.sum() * pictures, recorded["total"][0], rtol=1e-5)


def picture(targets, image, raw, grid, config, spec):
    """Return the losses of one picture, whose sums over anchors are the totals."""
    mine = targets[targets[:, 0] == image]
    sides = mine[:, 2:6] * np.float32(config["input_hw"][::-1] * 2)
    gt = np.concatenate([sides[:, :2] - sides[:, 2:] / 2, sides[:, :2] + sides[:, 2:] / 2], 1)
    rows = np.zeros((grid.size, raw[0].shape[-1]), np.float32)
    rows[in_library_order(grid)] = np.concatenate([part.reshape(-1, part.shape[-1]) for part in raw])
    found = Ratio(limit=config["hyp_scaled"]["anchor_t"]).assign(grid, gt, tuple(config["input_hw"]))
    chosen = np.flatnonzero(found.label == 1), np.flatnonzero(found.label == 0)
    kinds = mine[:, 1].astype(np.int64)
    losses = pair_losses(grid, gt, kinds, found, chosen, rows[:, 4:], rows[:, :4], spec, DoubleSigmoid())
    np.testing.assert_allclose(losses.objectness_per_anchor.sum(), losses.objectness, rtol=1e-12)
    np.testing.assert_allclose(losses.box_per_coordinate.sum(), losses.box, rtol=1e-12)
    further = sum(term.per_anchor.sum() for term in losses.more.values())
    np.testing.assert_allclose(losses.objectness + losses.box + further, losses.total, rtol=1e-12)
    return losses
