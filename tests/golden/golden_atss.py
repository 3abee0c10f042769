"""ATSS of MMDetection: candidates, thresholds of each ground truth's own, centreness, detections."""

import numpy as np
import pytest
from golden_box_losses import flat_of
from golden_cases import arrays_in, checks
from golden_recipes import translated

from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.centreness import centreness
from rpn_inspector.core.picture_losses import picture_losses
from rpn_inspector.core.proposals import propose
from rpn_inspector.core.recipe import load_recipe, tables_of
from rpn_inspector.core.sample import Sample

FAMILY = "atss"


def recipe_of(case):
    config = case.config
    border, iof = config["allowed_border"], config["ignore_iof_thr"]
    outside = {"rule": "use", "padding": "ignore"} if border < 0 else {"rule": "before", "border": int(border)}
    tables = {
        **tables_of(translated(FAMILY, "mmdet", config)),
        "matcher": {"topk": config["topk"], "outside": outside},
        "coder": {"stds": config["stds"]},
    }
    if iof > 0:
        tables["matcher"]["regions"] = {"overlap": iof}
        tables["ground_truth"] = {"crowd": "ignore"}
    return load_recipe("atss-mmdet").with_tables(as_lists(tables))


def as_lists(value):
    if isinstance(value, dict):
        return {name: as_lists(part) for name, part in value.items()}
    return [as_lists(part) for part in value] if isinstance(value, tuple | list) else value


def assigned(case, recorded, recipe, number):
    """Return grid and assignment of a picture of the batch, and its ground truths."""
    config = case.config
    grid = recipe.grid(tuple(config["pad_hw"]), config["feature_hw"])
    mine = recorded["gt_image"] == number
    regions = recorded.get("gts_ignore")
    size, padded = tuple(config["image_hw"]), tuple(config["pad_hw"])
    found = recipe.matcher.assign(grid, recorded["gts"][mine], size, regions, padded)
    return grid, found, np.flatnonzero(mine)


@checks("assign", FAMILY)
def check_assign(case):
    recorded, recipe, config = case.recorded, recipe_of(case), case.config
    tied = 0
    first = 0
    for number in range(config["images"]):
        grid, found, mine = assigned(case, recorded, recipe, number)
        kinds = recorded["gt_labels"][mine]
        inside = found.cause != 4
        if "inside" in recorded:
            np.testing.assert_array_equal(inside, recorded["inside"])
        assert inside.all() or config["allowed_border"] >= 0
        count = int(inside.sum())
        wanted = recorded["gt_inds"][first : first + count]
        best = recorded["max_iou"][first : first + count]
        first += count
        got = np.where(found.label == 1, found.gt + 1, found.label)[inside]
        equal = recorded["kth_distance_tied"][:, mine] if len(mine) else np.zeros((1, 0), bool)
        loose = equal.any(0)
        tied += int(equal.sum())
        # at equal distances the library's choice is open: anchors of such ground truths may differ
        sure = ~np.isin(wanted - 1, np.flatnonzero(loose)) & ~np.isin(got - 1, np.flatnonzero(loose))
        np.testing.assert_array_equal(got[sure], wanted[sure])
        rows = np.flatnonzero((wanted > 0) & (got == wanted))
        iou = np.full(grid.size, -1e8, np.float32)
        for anchor in np.flatnonzero(inside)[rows].tolist():
            pair = (found.ragged.anchor == anchor) & (found.ragged.gt == found.gt[anchor])
            iou[anchor] = found.ragged.measured["iou"][pair][0]
        np.testing.assert_array_equal(iou[inside][rows], best[rows])
        assert (best[wanted <= 0] <= 0).all()
        label = np.full(grid.size, config["classes"])
        label[found.label == 1] = kinds[found.gt[found.label == 1]]
        whole = np.flatnonzero(inside)[sure]
        np.testing.assert_array_equal(label[whole], recorded["labels"][number][whole])
        np.testing.assert_array_equal(found.label[whole] != -1, recorded["label_weights"][number][whole].astype(bool))
        np.testing.assert_array_equal(recorded["label_weights"][number][~inside], 0)
    assert first == len(recorded["gt_inds"])
    assert tied == config.get("ties_at_the_kth_distance", tied)


def heads_of(recorded, grid, number, classes):
    """Return logits (N, K), deltas (N, 4) and centreness (N, 1) of a picture of the batch."""
    return [
        np.concatenate(
            [flat_of(recorded[f"{name}_{k}"][number], level, columns) for k, level in enumerate(grid.levels)]
        )
        for name, columns in (("cls", classes), ("deltas", 4), ("centerness", 1))
    ]


@checks("loss", FAMILY)
def check_losses(case):
    recorded, recipe, config = case.recorded, recipe_of(case), case.config
    box, classes = config["loss_bbox"], config["classes"]
    assert box["type"] == "GIoULoss"
    assert config["loss_cls"] == {
        "type": "FocalLoss",
        "gamma": recipe.loss.focal_gamma,
        "alpha": recipe.loss.focal_alpha,
    }
    recipe = recipe.with_tables({"loss": {"box_weight": box["loss_weight"], "epsilon": box["eps"]}})
    grid = recipe.grid(tuple(config["pad_hw"]), config["feature_hw"])
    sums = np.zeros((3, len(grid.levels)))
    divisor = box_divisor = 0.0
    for number in range(config["images"]):
        mine = np.flatnonzero(recorded["positive_image"] == number)
        positive, gt = recorded["positive"][mine] % grid.size, recorded["positive_gt"][mine]
        label, owner = np.zeros(grid.size, np.int8), np.full(grid.size, -1, np.int32)
        label[positive], owner[positive] = 1, np.arange(len(mine))
        label[~recorded["label_weights"][number].astype(bool) & (label == 0)] = -1
        given = Assignment(label=label, gt=owner, cause=np.zeros(grid.size, np.uint8), per_gt={})
        kinds = recorded["positive_labels"][mine].astype(np.int64)
        sample = Sample("x", tuple(config["image_hw"]), gt=gt, gt_class=kinds)
        logits, deltas, centre = heads_of(recorded, grid, number, classes)
        chosen = np.sort(positive), np.flatnonzero(label == 0)
        found = picture_losses(
            sample, recipe, grid, gt, given, chosen, logits, deltas, {"centreness": centre}, tuple(config["pad_hw"])
        )
        target = centreness(grid.boxes(chosen[0]), gt[owner[chosen[0]]])
        np.testing.assert_allclose(target, recorded["centerness_target"][mine][np.argsort(positive)], rtol=0, atol=1e-6)
        divisor += max(len(mine), 1)
        box_divisor += float(target.astype(np.float64).sum())
        np.testing.assert_allclose(found.total, found.objectness + found.box + found.more["centreness"].value)
        level = grid.locate(found.rows).level
        parts = (
            (level, found.objectness_per_anchor * found.objectness_normaliser),
            (level[: len(mine)], found.box_per_coordinate.sum(1) * found.box_normaliser),
            (level[: len(mine)], found.more["centreness"].per_anchor * found.more["centreness"].normaliser),
        )
        for row, (where, values) in enumerate(parts):
            sums[row] += np.bincount(where, values, len(grid.levels))
    assert divisor == pytest.approx(config["avg_factor"])
    sums /= np.array([[divisor], [max(box_divisor, 1)], [divisor]])
    for row, name in enumerate(("cls", "bbox", "centerness")):
        np.testing.assert_allclose(sums[row], recorded[f"loss_{name}_per_level"], rtol=1e-5, atol=1e-7)
        np.testing.assert_allclose(sums[row].sum(), recorded[f"loss_{name}"], rtol=1e-5, atol=1e-7)


@checks("detections", FAMILY)
def check_detections(case):
    recorded, recipe, config = case.recorded, recipe_of(case), case.config
    inputs = arrays_in(case.inputs)
    steps = {"pre_nms": config["nms_pre"], "post_nms": config["max_per_img"], "nms": config["nms_iou"]}
    steps |= {"min_score": config["score_thr"], "min_size": config["min_bbox_size"]}
    recipe = recipe.with_tables({"proposals": steps})
    grid = recipe.grid(tuple(config["pad_hw"]), config["feature_hw"])
    assert len(inputs["cls_0"]) == config["images"]
    logits, deltas, centre = heads_of(inputs, grid, 0, config["classes"])
    found = propose(grid, logits, deltas, recipe, tuple(config["image_hw"]), centreness=centre[:, 0])
    np.testing.assert_allclose(found.scores, recorded["scores"], rtol=0, atol=1e-6)
    np.testing.assert_array_equal(found.classes, recorded["labels"])
    np.testing.assert_allclose(found.boxes, recorded["boxes"], rtol=1e-6, atol=2e-4)
