"""Ultralytics' points, letterbox, distances and task-aligned assignment, step by step and from raw outputs."""

import numpy as np
from golden_cases import checks
from golden_yolov5_outputs import check_nms_of

from rpn_inspector.core.assigners.task_aligned import Alignment, resolved, targets
from rpn_inspector.core.assigning import answers_of
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample

FAMILY = "ultralytics_tal"
LETTERBOX = {"auto": "stride", "scale_fill": "none"}


def recipe_of(config, assign, **more):
    """Return the shipped recipe of a head with bins, or without, over an input of a case's size."""
    base = load_recipe("yolov8" if config.get("reg_max", 16) > 1 else "yolo26")
    gains = config.get("gains", {"box": 7.5, "cls": 0.5, "dfl": 1.5})
    strides = config.get("strides", [8, 16, 32])
    topk, keep = assign.get("topk", 10), assign.get("topk2", 0)
    floor = config.get("small_side_floor", strides[1] if len(strides) > 1 else strides[0])
    tables = {
        "anchors": {"strides": strides, "names": [f"P{k + 3}" for k in range(len(strides))]},
        "matcher": {
            "topk": topk, "keep": keep if keep < topk else 0, "small_side": float(floor),
            "alpha": assign.get("alpha", 0.5), "beta": assign.get("beta", 6.0),
        },
        "coder": {"bins": config.get("reg_max", 16)},
        "loss": {
            "box_weight": gains["box"], "objectness_weight": gains["cls"], "distance_weight": gains["dfl"],
        },
    }  # fmt: skip
    if "input_hw" in config:
        tables["resize"] = {"size": config["input_hw"]}
    return base.with_tables(tables | more)


@checks("anchors", FAMILY)
def check_points(case):
    recorded, config = case.recorded, case.config
    assert config["order"] == "level, row, column"
    strides = config["strides"]
    anchors = {
        "strides": strides,
        "names": [f"P{k + 3}" for k in range(len(strides))],
        "offset": config["grid_cell_offset"],
    }
    grid = load_recipe("yolov8").with_tables({"anchors": anchors}).grid(tuple(config["input_hw"]))
    assert [list(level.shape) for level in grid.levels] == recorded["feature_hw"].tolist()
    boxes, stride = grid.all_boxes(), grid.strides(np.arange(grid.size))
    np.testing.assert_array_equal(stride, recorded["stride"].repeat(2).reshape(-1, 2))
    np.testing.assert_array_equal(boxes[:, :2] / stride, recorded["points_grid"])
    np.testing.assert_array_equal(boxes[:, :2], boxes[:, 2:])


@checks("resize", FAMILY)
def check_letterbox(case):
    recorded, options = case.recorded, case.config["letterbox_args"]
    size = options["new_shape"]
    rest = next((kind for name, kind in LETTERBOX.items() if options.get(name)), "size")
    table = {
        "size": size if isinstance(size, list) else [size, size], "rest": rest,
        "enlarge": options.get("scaleup", True), "stride": options.get("stride", 32),
        "position": "centre" if options.get("center", True) else "top_left",
    }  # fmt: skip
    spec = load_recipe("yolov8").with_tables({"resize": table}).resize
    frames = [spec.of(tuple(size)) for size in recorded["original_hw"].tolist()]
    np.testing.assert_array_equal([frame.network_size for frame in frames], recorded["input_hw"])
    np.testing.assert_array_equal([frame.padded_size for frame in frames], recorded["padded_hw"])
    painted = recorded["pad_left_top_right_bottom"]
    np.testing.assert_array_equal([frame.pixel_offset for frame in frames], painted[:, :2])
    left = [np.subtract(frame.padded_size, frame.network_size)[::-1] for frame in frames]
    np.testing.assert_array_equal(left, painted[:, :2] + painted[:, 2:])
    for row, picture in enumerate(recorded["box_image"].tolist()):
        there = recorded["boxes_input"][row][None]
        np.testing.assert_array_max_ulp(frames[picture].to_network(recorded["boxes"][row][None]), there, 2)
        back = frames[picture].to_original(there).astype(np.float32)
        np.testing.assert_array_max_ulp(back[0], recorded["boxes_back"][row], 2)


def outputs(boxes_raw, scores_raw):
    return Prediction(objectness=scores_raw.T, deltas=boxes_raw.T)


def whole(recipe, boxes, kinds, size, prediction):
    """Return the inspection of a picture that is the network's input itself."""
    return inspect(Sample("x", size, gt=boxes, gt_class=kinds.astype(np.int64)), recipe, prediction)


@checks("assign_dynamic", FAMILY)
def check_assignment(case):
    recorded, config = case.recorded, case.config
    assert config["eps"] == 1e-9
    recipe, size = recipe_of(config, config), tuple(config["input_hw"])
    sums, weights, covered = np.zeros(3), 0.0, set()
    for image in range(config["batch"]):
        own = recorded["targets"][recorded["targets"][:, 0] == image]
        count = len(own)
        assert recorded["gt_valid"][image].sum() == count
        gt = recorded["gt_boxes"][image][:count]
        centred = own[:, 2:] * np.float32([size[1], size[0], size[1], size[0]])
        half = centred[:, 2:] / np.float32(2)
        np.testing.assert_array_equal(np.concatenate([centred[:, :2] - half, centred[:, :2] + half], 1), gt)
        np.testing.assert_array_equal(own[:, 1], recorded["gt_labels"][image][:count])
        prediction = outputs(recorded["boxes_raw"][image], recorded["scores_raw"][image])
        one = whole(recipe, gt, own[:, 1], size, prediction)
        assert one.logits.shape[1] == config["nc"]
        near_boxes(one.predicted(np.arange(one.grid.size)), recorded["pred_boxes"][image], 4e-7)
        np.testing.assert_array_equal(one.grid.all_boxes()[:, :2], recorded["points"])
        if not count:
            rows = recorded["foreground_index"][:, 0] == image
            parts = [recorded["foreground"][image], recorded["gt_index"][image]]
            parts += [recorded["target_boxes_fg"][rows], recorded["target_score_fg"][rows]]
            assert not any(part.any() for part in parts)
        else:
            check_steps(recorded, image, one, recipe.matcher)
        weights += check_losses_of(one, sums)
        covered.add(image)
    check_foreground(recorded)
    scale = max(weights, 1.0)
    np.testing.assert_allclose(weights, recorded["target_scores_sum"][0], rtol=1e-4)
    assert len(config["items"]) == 3
    np.testing.assert_allclose(sums / scale, recorded["items"], rtol=1e-5, atol=1e-9)
    np.testing.assert_allclose(sums / scale * config["batch"], recorded["total"], rtol=1e-5, atol=1e-9)
    assert len(recorded["ciou_fg"]) == len(recorded["foreground_index"])
    assert len(recorded["dfl_fg"]) in (0, len(recorded["ciou_fg"]))


def near_boxes(found, wanted, share):
    assert (np.abs(found - wanted) <= share * np.abs(wanted).max(1, keepdims=True)).all()


def check_steps(recorded, image, one, matcher):
    """PointPairs, score, overlap and metric as recorded; from the recorded ones contests, cuts and targets."""
    count, grid = len(one.gt), one.grid
    candidates = matcher.candidates(grid, one.gt)
    mask = np.zeros((count, grid.size), bool)
    mask[candidates.gt, candidates.anchor] = True
    np.testing.assert_array_equal(mask, recorded["candidates"][image][:count])
    answers = answers_of(one.recipe, grid, one.logits, one.deltas, one.sample.gt_class)
    measured = matcher.measured(candidates, one.gt, answers)
    pair = (image, candidates.gt, candidates.anchor)
    np.testing.assert_allclose(measured.overlap, recorded["overlap"][pair], rtol=0, atol=2e-6)
    np.testing.assert_allclose(measured.metric, recorded["align"][pair], rtol=2.5e-3, atol=1.1e-6)
    assert not recorded["align"][image][:count][~mask].any()
    chosen = recorded["topk"][image][:count] & mask
    check_chosen(
        matcher.chosen(candidates, recorded["align"][pair]), chosen[candidates.gt, candidates.anchor], pair, recorded
    )
    told = Alignment(measured.score, recorded["overlap"][pair], recorded["align"][pair])
    owned = matcher.kept(resolved(candidates, told, chosen[candidates.gt, candidates.anchor]))
    foreground = recorded["foreground"][image]
    np.testing.assert_array_equal(owned.anchor, np.flatnonzero(foreground))
    np.testing.assert_array_equal(owned.gt, recorded["gt_index"][image][foreground])
    assert not recorded["gt_index"][image][~foreground].any()
    positive = np.zeros((count, grid.size), bool)
    positive[owned.gt, owned.anchor] = True
    np.testing.assert_array_equal(positive, recorded["mask_pos"][image][:count])
    rows = recorded["foreground_index"][:, 0] == image
    np.testing.assert_array_equal(targets(owned, count), recorded["target_score_fg"][rows])
    np.testing.assert_array_equal(one.gt[owned.gt], recorded["target_boxes_fg"][rows])
    check_own(one, owned, recorded, image)


def check_chosen(found, wanted, pair, recorded):
    """The best by metric are those recorded, but for metrics of 0 and for equal ones at the cut."""
    metric, gt = recorded["align"][pair], pair[1]
    for number in np.unique(gt):
        mine = gt == number
        values, ours, theirs = metric[mine], found[mine], wanted[mine] & (metric[mine] > 0)
        assert ours.sum() == theirs.sum()
        np.testing.assert_array_equal(np.sort(values[ours]), np.sort(values[theirs]))


def check_own(one, owned, recorded, image):
    """From the raw outputs the same points with a target become positive, up to equal metrics."""
    weighty = recorded["foreground"][image].copy()
    rows = recorded["foreground_index"][:, 0] == image
    weighty[recorded["foreground_index"][rows][:, 1]] &= recorded["target_score_fg"][rows] > 0
    found = one.assignment.label == 1
    same = found == weighty
    values = one.assignment.ragged.measured["metric"]
    ties = {float(value) for value, many in zip(*np.unique(values, return_counts=True), strict=True) if many > 1}
    for point in np.flatnonzero(~same):
        mine = values[one.assignment.ragged.anchor == point]
        assert ties & set(map(float, mine)), point
    both = found & weighty
    place = np.searchsorted(owned.anchor, np.flatnonzero(both))
    np.testing.assert_array_equal(one.assignment.gt[both], owned.gt[place])


def check_losses_of(one, sums):
    """Add a picture's class, box and distance losses, not divided, to ``sums``; return the sum of its targets."""
    loss = one.loss
    further = sum(term.value for term in loss.more.values())
    sums += np.array([loss.box, loss.objectness, further]) * loss.box_normaliser
    np.testing.assert_allclose(loss.objectness_per_anchor.sum() + loss.box_per_coordinate.sum() + further, loss.total)
    return float(one.assignment.dense["target"].sum(dtype=np.float64))


def check_foreground(recorded):
    image, point = np.nonzero(recorded["foreground"])
    np.testing.assert_array_equal(np.stack([image, point], 1), recorded["foreground_index"])


@checks("decode", FAMILY)
def check_decode(case):
    recorded, config = case.recorded, case.config
    recipe, size = recipe_of(config, {}), tuple(config["input_hw"])
    one = whole(
        recipe, np.zeros((0, 4)), np.zeros(0), size, outputs(recorded["boxes_raw"][0], recorded["scores_raw"][0])
    )
    found, wanted = one.predicted(np.arange(one.grid.size)), recorded["pred"][0].T
    boxes = wanted[:, :4]
    if not config["end2end"]:
        assert config["box"] == "cx,cy,w,h"
        boxes = np.concatenate([boxes[:, :2] - boxes[:, 2:] / 2, boxes[:, :2] + boxes[:, 2:] / 2], 1)
    near_boxes(found, boxes, 2e-6)
    assert wanted.shape[1] == 4 + config["nc"]
    np.testing.assert_allclose(1 / (1 + np.exp(-one.logits.astype(np.float64))), wanted[:, 4:], rtol=1e-6)
    if config["end2end"]:
        assert config["box"] == "x1,y1,x2,y2"
        check_top(recorded, config, recipe, one)


def check_top(recorded, config, recipe, one):
    table = {"pre_nms": config["max_det"], "post_nms": config["max_det"], "min_score": 0.0}
    kept = inspect(one.sample, recipe.with_tables({"proposals": table}), one.prediction).proposals
    top = recorded["top"]
    np.testing.assert_array_equal(kept.anchor, recorded["top_index"])
    np.testing.assert_array_equal(kept.classes, top[:, 5])
    np.testing.assert_allclose(kept.scores, top[:, 4], rtol=1e-6)
    np.testing.assert_allclose(kept.boxes, top[:, :4], rtol=0, atol=1e-4)


@checks("loss", FAMILY)
def check_two_heads(case):
    """Losses of the one-to-many and the one-to-one head, and the sums with the weights of either version."""
    recorded, config = case.recorded, case.config
    assert config["reg_max"] == 1
    own, size = recorded["targets"], tuple(config["input_hw"])
    assert not own[:, 0].any()
    centred = own[:, 2:] * np.float32([size[1], size[0], size[1], size[0]])
    half = centred[:, 2:] / np.float32(2)
    gt = np.concatenate([centred[:, :2] - half, centred[:, :2] + half], 1)

    def items(head, assign):
        recipe = recipe_of(config, assign)
        raw = outputs(recorded[f"{head}_boxes_raw"][0], recorded[f"{head}_scores_raw"][0])
        assert raw.objectness.shape[1] == config["nc"]
        found = whole(recipe, gt, own[:, 1], size, raw).loss
        return np.array([found.box, found.objectness, found.more["l1"].value])

    many, one = items("o2m", config["one2many"]), items("o2o", config["one2one"])
    np.testing.assert_allclose(many, recorded["one2many"], rtol=1e-5)
    np.testing.assert_allclose(one, recorded["one2one"], rtol=1e-5)
    np.testing.assert_allclose(0.8 * many + 0.2 * one, recorded["total"], rtol=1e-5)
    np.testing.assert_allclose(many + items("o2o", config["v10_one2one"]), recorded["v10_total"], rtol=1e-5)
    updates, epochs = np.arange(len(recorded["weights_by_update"])), config["epochs"]
    left = np.maximum(1 - updates / max(epochs - 1, 1), 0) * 0.7 + 0.1
    np.testing.assert_allclose(np.stack([left, 1 - left], 1), recorded["weights_by_update"], rtol=1e-12)


@checks("end_to_end", FAMILY)
def check_whole(case):
    recorded, config = case.recorded, case.config
    assert len(config["pictures"]) == 1
    for head, assign in config["assign"].items():
        options = config["letterbox_args"]
        resize = {"size": [options["new_shape"]] * 2, "rest": "stride" if options["auto"] else "size"}
        proposals = {"min_score": config["conf_thres"], "post_nms": config["max_det"]}
        proposals |= {"nms": config["iou_thres"]} if config["iou_thres"] else {"pre_nms": config["max_det"]}
        recipe = recipe_of(config, assign, resize=resize, proposals=proposals)
        gts = recorded["gts"]
        sample = Sample("x", tuple(recorded["picture_hw"].tolist()), gt=gts[:, 1:], gt_class=gts[:, 0].astype(np.int64))
        raw = outputs(recorded[f"{head}_boxes_raw"], recorded[f"{head}_scores_raw"])
        one = inspect(sample, recipe, raw)
        assert one.logits.shape[1] == config["nc"]
        assert one.padded_size == tuple(recorded["padded_hw"].tolist())
        assert list(one.frame.pixel_offset) == recorded["pad_left_top"].tolist()
        np.testing.assert_allclose(one.gt, recorded["gts_input"], rtol=0, atol=8e-5)
        check_head(recorded, head, one)
    check_detected(recorded, one)
    size = np.float32([one.padded_size[::-1] * 2])
    edges = recorded["gts_input"] / size
    centred = np.concatenate([(edges[:, :2] + edges[:, 2:]) / 2, edges[:, 2:] - edges[:, :2]], 1)
    np.testing.assert_allclose(recorded["targets"][:, 2:], centred[: len(recorded["targets"])], rtol=0, atol=1e-6)


def check_head(recorded, head, one):
    """Positives with a target as recorded; those without were filled up by the library."""
    index, target = recorded[f"{head}_foreground_index"], recorded[f"{head}_target_score"]
    weighty = target > 0
    np.testing.assert_array_equal(one.positive, index[weighty])
    np.testing.assert_array_equal(one.assignment.gt[one.positive], recorded[f"{head}_gt_index"][weighty])
    np.testing.assert_allclose(one.assignment.dense["target"][one.positive], target[weighty], rtol=1e-4, atol=1e-7)
    items = [one.loss.box, one.loss.objectness, *(term.value for term in one.loss.more.values())]
    np.testing.assert_allclose(items, recorded[f"{head}_items"], rtol=1e-5)
    np.testing.assert_allclose(items, recorded[f"{head}_total"], rtol=1e-5)


def check_detected(recorded, one):
    kept = one.proposals
    if "det_index" in recorded:
        np.testing.assert_array_equal(kept.anchor, recorded["det_index"])
    found = recorded["det_input"]
    np.testing.assert_allclose(kept.boxes, found[:, :4], rtol=0, atol=1e-3)
    np.testing.assert_allclose(kept.scores, found[:, 4], rtol=0, atol=1e-6)
    np.testing.assert_array_equal(kept.classes, found[:, 5])
    np.testing.assert_allclose(one.frame.to_original(kept.boxes), recorded["det_original"], rtol=0, atol=1e-3)


@checks("proposals", FAMILY)
def check_proposals(case):
    """NMS from decoded rows, as YOLOv5's without objectness."""
    recorded, config = case.recorded, case.config
    pred = recorded["pred"][0].T
    check_nms_of(recorded, config, pred[:, :4], pred[:, 4:], None, "yolov8")
