"""RetinaFace: priors and faces as fractions of the input, small faces that take over anchors, landmarks."""

import hashlib

import numpy as np
from golden_cases import checks
from golden_grids import centre_form, compared, corners, grid_of_boxes, unit_grid
from golden_ssd_pytorch import close_targets

from rpn_inspector.core.assignment import Cause
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.landmarks import decode_landmarks, encode_landmarks, landmark_loss
from rpn_inspector.core.losses import hardness, losses
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import propose
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample

FAMILY = "retinaface"
PLACES = {
    "min_iou_to_force": [("matcher", "low_quality", "least")],
    "threshold": [("matcher", "positive"), ("matcher", "negative")],
    "overlap_thresh": [("matcher", "positive"), ("matcher", "negative")],
    "neg_pos": [("sampler", "negatives_per_positive")],
    "loc_weight_in_training": [("loss", "box_weight")],
    "confidence_threshold": [("proposals", "min_score")],
    "top_k": [("proposals", "pre_nms")],
    "keep_top_k": [("proposals", "post_nms")],
    "nms_threshold": [("proposals", "nms")],
    "nms_plus_one": [("proposals", "nms_inclusive")],
    "min_sizes": [("anchors", "sizes")],
    "steps": [("anchors", "strides")],
    "clip": [("anchors", "clip")],
}


def recipe_of(case):
    config, tables = case.config, {}
    for name, places in PLACES.items():
        for place in places if name in config else ():
            *path, last = place
            table = tables
            for part in path:
                table = table.setdefault(part, {})
            table[last] = config[name]
    if "variances" in config:
        centre, side = config["variances"]
        tables["coder"] = {"stds": [centre, centre, side, side]}
    if "input_hw" in config:
        tables["resize"] = {"size": config["input_hw"]}
    return load_recipe("retinaface-mobilenet").with_tables(tables)


@checks("anchors", FAMILY)
def check_priors(case):
    recorded, config, recipe = case.recorded, case.config, recipe_of(case)
    size = tuple(config["image_hw"])
    grid = recipe.grid(size)
    assert [list(level.shape) for level in grid.levels] == recorded["feature_hw"].tolist()
    np.testing.assert_array_equal([level.count for level in grid.levels], recorded["num_per_level"])
    found = np.concatenate([centre_form(recipe.anchors, level, size) for level in grid.levels])
    np.testing.assert_array_equal(found, recorded["grid"])
    twin = grid.fractions().grid.all_boxes() / np.float32(1024)
    np.testing.assert_array_equal(twin, corners(recorded["grid"]))
    assert hashlib.sha256(found.tobytes()).digest()


@checks("assign", FAMILY)
def check_match(case):
    recorded, recipe = case.recorded, recipe_of(case)
    grid, gt, kinds = unit_grid(recorded["priors"]), recorded["gts"], recorded["gt_labels"]
    result = recipe.matcher.assign(grid, gt, (1, 1))
    positive = result.label == 1
    np.testing.assert_array_equal(np.where(positive, kinds[result.gt], 0), recorded["conf_t"])
    np.testing.assert_array_equal(result.iou, recorded["iou_max"])
    np.testing.assert_array_equal(result.gt_best_iou, recorded["best_iou_of_gt"])
    np.testing.assert_array_equal(result.gt_best_anchor, recorded["best_prior"])
    strong = result.gt_best_iou >= np.float32(case.config["min_iou_to_force"])
    if "matched_gt" not in recorded:  # no face is strong: the picture is background, and has no targets
        assert not positive.any()
        assert not strong.any()
        assert not recorded["loc_t"].any()
        assert not recorded["landm_t"].any()
        assert recorded["landmarks"].shape == (len(gt), 10)
        return
    np.testing.assert_array_equal(result.gt[positive], recorded["matched_gt"][positive])
    forced = np.isin(np.arange(grid.size), result.gt_best_anchor[strong])
    np.testing.assert_array_equal(np.where(forced, np.float32(2), result.iou), recorded["best_overlap"])
    # the targets of background too, which no loss reads: each ground truth takes over its best anchor
    toward = result.best_gt.copy()
    toward[result.gt_best_anchor] = np.arange(len(gt))
    for k, anchor in enumerate(result.gt_best_anchor):
        toward[anchor] = k
    np.testing.assert_array_equal(toward, recorded["matched_gt"])
    close_targets(recipe.coder.encode(grid.all_boxes(), gt[toward]), recorded["loc_t"], recorded["priors"])
    points = encode_landmarks(grid.all_boxes(), recorded["landmarks"][toward])
    side = np.tile(recorded["priors"][:, 2:], 5)
    assert (np.abs(points - recorded["landm_t"]) <= 1e-5 / side + 1e-5 * np.abs(points)).all()
    over = result.cause == Cause.TAKEN_OVER
    np.testing.assert_array_equal(over, positive & ~strong[result.gt] & over)


@checks("encode", FAMILY)
def check_encode(case):
    recorded, recipe = case.recorded, recipe_of(case)
    anchors = corners(recorded["priors"])
    close_targets(recipe.coder.encode(anchors, recorded["gts"]), recorded["targets"], recorded["priors"])
    points = encode_landmarks(anchors, recorded["landmarks"], case.config["variances"][0])
    np.testing.assert_allclose(points, recorded["landmark_targets"], rtol=1e-5, atol=1e-4)


@checks("decode", FAMILY)
def check_decode(case):
    recorded, recipe = case.recorded, recipe_of(case)
    anchors = corners(recorded["priors"])
    compared(recipe.coder.decode(anchors, recorded["deltas"]), recorded["boxes"], 1e-6)
    points = decode_landmarks(anchors, recorded["landmark_deltas"], case.config["variances"][0])
    compared(points, recorded["landmarks"], 1e-6)


@checks("loss", FAMILY)
def check_losses(case):
    recorded, recipe, config = case.recorded, recipe_of(case), case.config
    grid, rows, highest = unit_grid(recorded["priors"]), recorded["gts"], recorded["conf"].max()
    sums, first, deltas, targets = np.zeros(2), 0, [], []
    for number in range(config["batch"]):
        mine = rows[rows[:, 0] == number]
        gt, points, kinds = mine[:, 1:5], mine[:, 5:15], mine[:, 15]
        logits, t = recorded["conf"][number], recorded["loc"][number]
        found = recipe.matcher.assign(grid, gt, (1, 1))
        np.testing.assert_array_equal(found.label == 1, recorded["conf_t_binary"][number].astype(bool))
        with_points = (found.label == 1) & (kinds[found.gt] > 0)
        np.testing.assert_array_equal(with_points, recorded["landmark_positive"][number])
        positive, negative = recipe.sampler.sample(
            found.label, 0, hardness(logits, recipe.loss, recipe.sampler, highest)
        )
        assert len(positive) == recorded["num_pos"][number]
        assert config["neg_pos"] * len(positive) == recorded["num_neg"][number]
        chosen = np.isin(np.arange(grid.size), negative)
        np.testing.assert_array_equal(chosen, recorded["negatives"][number] & (found.label == 0))
        coded = recipe.coder.encode(grid.boxes(positive), gt[found.gt[positive]])
        close_targets(coded, recorded["loc_t_positive"][first : first + len(positive)], recorded["priors"][positive])
        first += len(positive)
        zeros = np.zeros(len(positive), np.int64)
        result = losses(logits, t[positive], coded, positive, negative, recipe.loss, recipe.sampler, zeros)
        sums += max(len(positive), 1) * np.array([result.box / recipe.loss.box_weight, result.objectness])
        faces = np.flatnonzero(with_points)
        deltas.append(recorded["landm"][number][faces])
        targets.append(encode_landmarks(grid.boxes(faces), points[found.gt[faces]]))
    assert logits.shape[1] == config["num_classes"]
    wanted = recorded["landm_t_positive"]
    np.testing.assert_allclose(np.concatenate(targets), wanted, rtol=1e-4, atol=1e-4)
    totals = [recorded["loss_loc"][0], recorded["loss_conf"][0]]
    np.testing.assert_allclose(sums / max(first, 1), totals, rtol=1e-5)
    points_loss = landmark_loss(np.concatenate(deltas), np.concatenate(targets))
    np.testing.assert_allclose(points_loss, recorded["loss_landm"][0], rtol=1e-5)


@checks("proposals", FAMILY)
def check_detections(case):
    recorded, recipe = case.recorded, recipe_of(case)
    height, width = case.config["image_hw"]
    whole = np.array([width, height, width, height], np.float32)
    boxes = corners(recorded["priors"])
    with np.errstate(divide="ignore"):
        logits = np.log(recorded["conf_softmax"].astype(np.float64)).astype(np.float32)
    found = propose(grid_of_boxes(boxes * whole), logits, recorded["loc"], recipe, (height, width))
    np.testing.assert_array_equal(found.anchor, recorded["anchor_index"])
    np.testing.assert_allclose(found.boxes, recorded["boxes"], rtol=1e-6, atol=1e-4)
    np.testing.assert_allclose(found.scores, recorded["scores"], rtol=0, atol=1e-6)
    points = decode_landmarks(boxes[found.anchor], recorded["landm"][found.anchor]) * np.tile(whole[:2], 5)
    np.testing.assert_allclose(points, recorded["landmarks"], rtol=1e-6, atol=1e-4)


@checks("end_to_end", FAMILY)
def check_whole(case):
    recorded, recipe = case.recorded, recipe_of(case)
    height, width = recorded["picture_hw"].tolist()
    corner, side = recorded["gts_xywh"][:, :2], recorded["gts_xywh"][:, 2:]
    gt = np.concatenate([corner, corner + side], 1)
    targets = recorded["targets"]
    np.testing.assert_allclose(gt / np.array([width, height, width, height]), targets[:, :4], rtol=1e-6)
    assert (targets[:, 14] == -1).all()
    sample = Sample("x", (height, width), gt=gt)
    heads = {"landmarks": recorded["landm"]}
    outputs = Prediction(objectness=recorded["conf_logits"], deltas=recorded["loc"], heads=heads)
    result = inspect(sample, recipe, outputs)
    np.testing.assert_array_equal(result.assignment.label == 1, recorded["conf_t_binary"].astype(bool))
    np.testing.assert_array_equal(result.sampled_negative, np.sort(recorded["negatives"]))
    np.testing.assert_allclose(result.loss.box / recipe.loss.box_weight, recorded["loss_loc"][0], rtol=1e-5)
    np.testing.assert_allclose(result.loss.objectness, recorded["loss_conf"][0], rtol=1e-5)
    assert landmark_loss(recorded["landm"][:0], recorded["landm"][:0]) == recorded["loss_landm"][0]
    np.testing.assert_array_equal(result.proposals.anchor, recorded["det_index"])
    np.testing.assert_allclose(result.proposals.boxes, recorded["det_boxes"][:, :4], rtol=1e-6, atol=1e-4)
    np.testing.assert_allclose(result.proposals.scores, recorded["det_boxes"][:, 4], rtol=0, atol=1e-6)
