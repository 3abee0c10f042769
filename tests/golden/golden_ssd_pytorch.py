"""ssd.pytorch: priors and ground truths are fractions of the input, so the checks lay grids of an input of 1 x 1."""

import hashlib

import numpy as np
from golden_cases import checks
from golden_grids import centre_form, compared, corners, ranked, unit_grid

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.losses import hardness, losses
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import class_scores, propose
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample

FAMILY = "ssd_pytorch"


def recipe_of(case):
    config, stds = case.config, {}
    if "variances" in config or "variance" in config:
        centre, side = config["variances"] if "variances" in config else config["variance"]
        stds = {"coder": {"stds": [centre, centre, side, side]}}
    tables = {"matcher": {}, "sampler": {}, "proposals": {}}
    for name in ("threshold", "overlap_thresh"):
        if name in config:
            tables["matcher"] = {"positive": config[name], "negative": config[name]}
    for name, (stage, field) in {
        "neg_pos": ("sampler", "negatives_per_positive"),
        "top_k": ("proposals", "pre_nms"),
        "conf_thresh": ("proposals", "min_score"),
        "nms_thresh": ("proposals", "nms"),
    }.items():
        if name in config:
            tables[stage][field] = config[name]
    if "min_dim" in config:
        tables |= prior_fields(config)
    return load_recipe("ssd300-pytorch").with_tables(tables | stds)


def prior_fields(config):
    levels = range(len(config["steps"]))
    return {
        "resize": {"size": [config["min_dim"]] * 2},
        "anchors": {
            "names": [f"L{k}" for k in levels],
            "strides": config["steps"],
            "sizes": [list(pair) for pair in zip(config["min_sizes"], config["max_sizes"], strict=True)],
            "ratios": config["aspect_ratios"],
            "clip": config["clip"],
        },
    }


@checks("anchors", FAMILY)
def check_priors(case):
    recorded, config, recipe = case.recorded, case.config, recipe_of(case)
    grid = recipe.grid(recipe.resize.size, [(side, side) for side in config["feature_maps"]])
    assert grid.size == config["grid_total"]
    np.testing.assert_array_equal([level.count for level in grid.levels], recorded["num_per_level"])
    spec, found = recipe.anchors, []
    for level in grid.levels:
        laid = (level.index, level.base, level.shape, level.stride, recipe.resize.size, "float32")
        edges = spec.fractions(*laid)
        for twin, edge in zip(grid.fractions().grid.levels[level.index : level.index + 1] * 4, edges, strict=True):
            assert any(np.array_equal(edge * np.float32(1024), mine) for mine in (twin.x0, twin.x1, twin.y0, twin.y1))
        found.append(centre_form(spec, level, recipe.resize.size))
    whole = np.concatenate(found)
    np.testing.assert_array_equal(whole[recorded["grid_sample_index"]], recorded["grid_sample"])
    assert hashlib.sha256(whole.tobytes()).hexdigest() == config["grid_sha256_float32_le_c_order"]


@checks("assign", FAMILY)
def check_match(case):
    recorded, recipe = case.recorded, recipe_of(case)
    grid, gt = unit_grid(recorded["priors"]), recorded["gts"]
    result = recipe.matcher.assign(grid, gt, (1, 1))
    positive = result.label == 1
    kinds = recorded["gt_classes"]
    np.testing.assert_array_equal(np.where(positive, kinds[result.gt] + 1, 0), recorded["conf_t"])
    np.testing.assert_array_equal(result.gt[positive], recorded["matched_gt"][positive])
    np.testing.assert_array_equal(result.iou, recorded["iou_max"])
    np.testing.assert_array_equal(result.gt_best_anchor, recorded["best_prior"])
    forced = np.isin(np.arange(grid.size), result.gt_best_anchor)
    np.testing.assert_array_equal(np.where(forced, np.float32(2), result.iou), recorded["best_overlap"])
    # the best ground truth of background too, where the library has a target for it that no loss reads
    toward = np.where(positive, result.gt, result.best_gt)
    np.testing.assert_array_equal(toward, recorded["matched_gt"])
    targets = recipe.coder.encode(grid.all_boxes(), gt[toward])
    close_targets(targets, recorded["loc_t"], recorded["priors"])


def close_targets(targets, wanted, priors):
    finite = np.isfinite(wanted)
    np.testing.assert_array_equal(np.isneginf(targets), np.isneginf(wanted))
    reach = np.abs(wanted) * 1e-5 + np.array([1e-4, 1e-4, 1e-5, 1e-5])
    reach[:, :2] += 1e-6 / priors[:, 2:]
    assert (np.abs(targets[finite].astype(np.float64) - wanted[finite]) <= reach[finite]).all()


@checks("encode", FAMILY)
def check_encode(case):
    recorded = case.recorded
    targets = recipe_of(case).coder.encode(corners(recorded["priors"]), recorded["gts"])
    close_targets(targets, recorded["targets"], recorded["priors"])


@checks("decode", FAMILY)
def check_decode(case):
    recorded, recipe = case.recorded, recipe_of(case)
    assert (case.config["clip"], case.config["clamp"]) == ("none", "none")
    assert not recipe.proposals.clip
    compared(recipe.coder.decode(corners(recorded["priors"]), recorded["deltas"]), recorded["boxes"], 1e-6)


@checks("loss", FAMILY)
def check_losses(case):
    recorded, recipe, config = case.recorded, recipe_of(case), case.config
    assert config["smooth_l1_beta"] == recipe.loss.beta
    assert recipe.loss.normaliser == "positives"
    assert config["normaliser"] == "number of positives of the batch"
    grid, rows = unit_grid(recorded["priors"]), recorded["gts"]
    highest = recorded["conf"].max()
    sums, first = np.zeros(2), 0
    for number in range(config["batch"]):
        mine = rows[rows[:, 0] == number]
        logits, t = recorded["conf"][number], recorded["loc"][number]
        assignment = recipe.matcher.assign(grid, mine[:, 1:5], (1, 1))
        kinds = mine[:, 5].astype(np.int64)[assignment.gt]
        np.testing.assert_array_equal(np.where(assignment.label == 1, kinds + 1, 0), recorded["conf_t"][number])
        hard = hardness(logits, recipe.loss, recipe.sampler, highest)
        summed = hard + logits[:, 0]
        wanted = recorded["log_sum_exp"][number]
        np.testing.assert_array_equal(np.isneginf(summed), np.isneginf(wanted))
        finite = np.isfinite(wanted)
        np.testing.assert_allclose(summed[finite], wanted[finite], rtol=0, atol=1e-5)
        positive, negative = recipe.sampler.sample(assignment.label, 0, hard)
        assert len(positive) == recorded["num_pos"][number]
        assert min(config["neg_pos"] * len(positive), grid.size - 1) == recorded["num_neg"][number]
        if "mining_order" in recorded:  # an unstable sort: the recorded one's choice among equals
            chosen = recorded["mining_order"][number][: recorded["num_neg"][number]]
            value = np.where(assignment.label == 1, np.float32(0), hard)
            value[~np.isfinite(value)] = -1
            np.testing.assert_allclose(np.sort(value[chosen])[::-1], -np.sort(-value)[: len(chosen)], atol=1e-5)
            negative = np.sort(chosen[assignment.label[chosen] == 0])
        got = np.isin(np.arange(grid.size), negative) & (assignment.label == 0)
        np.testing.assert_array_equal(got, recorded["negatives"][number] & (assignment.label == 0))
        targets = recipe.coder.encode(grid.boxes(positive), mine[:, 1:5][assignment.gt[positive]])
        wanted = recorded["loc_t_positive"][first : first + len(positive)]
        close_targets(targets, wanted, recorded["priors"][positive])
        first += len(positive)
        result = losses(logits, t[positive], targets, positive, negative, recipe.loss, recipe.sampler, kinds[positive])
        sums += len(positive) * np.array([result.box, result.objectness])
    assert first == len(recorded["loc_t_positive"])
    np.testing.assert_allclose(sums / first, [recorded["loss_loc"][0], recorded["loss_conf"][0]], rtol=1e-5)


@checks("proposals", FAMILY)
def check_detections(case):
    recorded, recipe = case.recorded, recipe_of(case)
    grid, shares = unit_grid(recorded["priors"]), recorded["conf_softmax"]
    with np.errstate(divide="ignore"):
        logits = np.log(shares.astype(np.float64)).astype(np.float32)
    if "candidate_index" in recorded:  # an unstable sort leaves open which of equal scores enter NMS, and their order
        ranks, index = np.full(shares.shape, -np.inf, np.float32), recorded["candidate_index"]
        for kind in np.unique(recorded["candidate_class"]).tolist():
            mine = index[recorded["candidate_class"] == kind]
            scores = np.sort(shares[:, kind])[::-1][: len(mine)]
            np.testing.assert_array_equal(shares[mine, kind], scores)
            ranks[mine, kind] = -np.arange(len(mine))
        result = ranked(recipe, grid, ranks[:, 1:], recorded["loc"])
        order = np.lexsort((-ranks[result.anchor, result.classes + 1], result.classes))
    else:
        result = propose(grid, logits, recorded["loc"], recipe, (1, 1))
        np.testing.assert_allclose(class_scores(logits, recipe.loss)[0], shares[:, 1:], rtol=0, atol=1e-6)
        order = np.lexsort((-result.scores, result.classes))
    kinds, anchors = result.classes[order] + 1, result.anchor[order]
    np.testing.assert_array_equal(kinds, recorded["classes"])
    np.testing.assert_array_equal(anchors, recorded["anchor_index"])
    np.testing.assert_array_equal(shares[anchors, kinds], recorded["scores"])
    compared(result.boxes[order], recorded["boxes"], 1e-6)


@checks("end_to_end", FAMILY)
def check_whole(case):
    recorded, recipe, config = case.recorded, recipe_of(case), case.config
    # the library takes the sizes of VOC for 21 classes only, those of COCO for any other number
    assert config["priors"].startswith("voc" if config["num_classes"] == 21 else "coco")
    if config["num_classes"] != 21:
        sizes = [[21, 45], [45, 99], [99, 153], [153, 207], [207, 261], [261, 315]]
        recipe = recipe.with_tables({"anchors": {"sizes": sizes}})
    height, width = recorded["picture_hw"].tolist()
    gts, whole = recorded["gts"], np.array([width, height, width, height])
    np.testing.assert_allclose(gts[:, :4] / whole, recorded["targets"][:, :4], rtol=1e-7)
    np.testing.assert_array_equal(gts[:, 4], recorded["targets"][:, 4])
    sample = Sample("x", (height, width), gt=gts[:, :4], gt_class=gts[:, 4].astype(np.int64))
    outputs = Prediction(objectness=recorded["conf_logits"], deltas=recorded["loc"])
    result = inspect(sample, recipe, outputs)
    positive = result.assignment.label == 1
    owned = sample.gt_class[result.assignment.gt]
    np.testing.assert_array_equal(np.where(positive, owned + 1, 0), recorded["conf_t"])
    np.testing.assert_array_equal(result.sampled_negative, np.sort(recorded["negatives"]))
    np.testing.assert_allclose(result.loss.box, recorded["loss_loc"][0], rtol=1e-5)
    np.testing.assert_allclose(result.loss.objectness, recorded["loss_conf"][0], rtol=1e-5)
    found = result.proposals
    rows = np.column_stack([found.classes + 1, found.scores, found.boxes / 300])
    wanted = recorded["detections"]
    assert len(rows) == len(wanted)
    np.testing.assert_allclose(
        rows[np.lexsort((rows[:, 2], -rows[:, 1].round(5), rows[:, 0]))],
        wanted[np.lexsort((wanted[:, 2], -wanted[:, 1].round(5), wanted[:, 0]))],
        rtol=0,
        atol=2e-6,
    )
