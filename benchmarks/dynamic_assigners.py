"""Assigners that look at the prediction on 8,400 points and 200 ground truths, beside the libraries' own.

    python benchmarks/dynamic_assigners.py [--repeats 7] [--json]
The rules are timed beside Ultralytics' and MMDetection's own on the CPU where those are installed (an environment of
its own: they are no dependency), decoding left out. One thread each side, in turn after the owners of both are
compared; medians of CPU time with their spread.
"""

import argparse
import json
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from measuring import in_turn, loaded, peak_mib

from rpn_inspector.core.assigning import answers_of
from rpn_inspector.core.recipe import load_recipe

SIZE, CLASSES = (640, 640), 80
RECIPES = ("yolov8", "yolo26", "yolox-s-mmdet", "rtmdet", "yolov7")


def case(recipe, count, seed=0):
    """Return a grid, ground truths (G, 4), their classes, and outputs that gather around them."""
    random = np.random.default_rng(seed)
    grid = recipe.grid(SIZE)
    side = np.clip(np.exp(random.normal(np.log(60), 0.9, (count, 2))), 6, 600)
    corner = random.uniform(0, np.array(SIZE[::-1]) - side)
    gt = np.concatenate([corner, corner + side], 1).astype(np.float32)
    kinds = random.integers(0, CLASSES, count)
    columns = CLASSES + (recipe.loss.objectness == "yolo")
    logits = random.normal(-4, 1.5, (grid.size, columns)).astype(np.float32)
    near = random.integers(0, count, grid.size)
    every, stride = grid.all_boxes(), grid.strides(np.arange(grid.size))
    moved = gt[near] + random.normal(0, 4, (grid.size, 4)).astype(np.float32)
    deltas = recipe.coder.encode(every, np.sort(moved.reshape(-1, 2, 2), 1).reshape(-1, 4), stride)
    return grid, gt, kinds, logits, np.nan_to_num(deltas, posinf=4, neginf=-4).astype(np.float32)


def task_aligned(recipe, grid, gt, kinds, logits, deltas):
    """Return Ultralytics' own rule on the same numbers, which gives owners (N,), -1 without; None without it."""
    try:
        import torch
        from ultralytics.utils.tal import TaskAlignedAssigner
    except ImportError:
        return None
    torch.set_num_threads(1)
    points = grid.all_boxes()[:, :2]
    boxes = recipe.coder.decode(grid.all_boxes(), deltas, grid.strides(np.arange(grid.size)))
    rule = recipe.matcher
    own = TaskAlignedAssigner(
        topk=rule.topk, topk2=rule.keep or None, num_classes=CLASSES, alpha=rule.alpha, beta=rule.beta
    )
    arguments = [
        torch.from_numpy(logits)[None].sigmoid(), torch.from_numpy(boxes)[None], torch.from_numpy(points),
        torch.from_numpy(kinds)[None, :, None], torch.from_numpy(gt)[None], torch.ones(1, len(gt), 1, dtype=torch.bool),
    ]  # fmt: skip

    def owners():
        *_, foreground, owner = own(*arguments)
        return torch.where(foreground, owner, -1)[0].numpy()

    return owners


def by_cost(recipe, grid, gt, kinds, logits, deltas):
    """Return MMDetection's own rule on the same numbers, which gives owners (N,), -1 without; None without it."""
    try:
        import kernels  # noqa: F401  # before the library: of tools/, on the path in `python -m benchmarks`
        import torch
        from mmdet.models.task_modules.assigners import DynamicSoftLabelAssigner, SimOTAAssigner
        from mmengine.structures import InstanceData
    except ImportError:
        return None
    torch.set_num_threads(1)
    rows = np.arange(grid.size)
    strides = grid.strides(rows)
    answers = answers_of(recipe, grid, logits, deltas, kinds)
    simota = recipe.matcher.rule == "simota"
    scores = answers.probabilities(rows) if simota else logits
    predicted = InstanceData(
        bboxes=torch.from_numpy(answers.boxes(rows)), scores=torch.from_numpy(scores),
        priors=torch.from_numpy(np.concatenate([grid.all_boxes()[:, :2], strides], 1).astype(np.float32)),
    )  # fmt: skip
    truth = InstanceData(bboxes=torch.from_numpy(gt), labels=torch.from_numpy(kinds))
    own = (SimOTAAssigner if simota else DynamicSoftLabelAssigner)()
    return lambda: own.assign(predicted, truth).gt_inds.numpy() - 1


LIBRARIES = {"task_aligned": task_aligned, "simota": by_cost, "soft_label": by_cost}  # of OTA none is installed


def measured(name, count, repeats):
    """Return the times of a recipe's rule and of its library's, and whether their owners are equal."""
    recipe = load_recipe(name)
    grid, gt, kinds, logits, deltas = given = case(recipe, count)
    answers = answers_of(recipe, grid, logits, deltas, kinds)
    assert answers is not None

    def ours():
        return recipe.matcher.assign(grid, gt, SIZE, answers=answers)

    jobs = {"geometry": lambda: recipe.matcher.assign(grid, gt, SIZE), "prediction": ours}
    library = LIBRARIES.get(recipe.matcher.rule, lambda *_: None)(recipe, *given)
    told = {"anchors": grid.size}
    if library is not None:
        jobs["library"] = library
        found = ours()
        told["same"] = bool(np.array_equal(np.where(found.label == 1, found.gt, -1), library()))
    return {**told, **in_turn(jobs, repeats)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument("--gt", type=int, default=200)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = {name: measured(name, options.gt, options.repeats) for name in RECIPES}
    if options.json:
        print(json.dumps({"load": loaded(), "peak_mib": peak_mib(), "recipes": found}))
        return
    for name, row in found.items():
        print(name, ", ".join(f"{key} {value}" for key, value in row.items()))


if __name__ == "__main__":
    main()
