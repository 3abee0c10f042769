"""Compare assigners that look at the prediction with the libraries' own, on random cases.

Run it where torch and ultralytics or mmdet are installed, with this package importable (and msgspec, lxml,
platformdirs):

    python tools/check_dynamic_assigners.py --cases 500 --seed 1000 --most 200

Sizes, strides, classes and the rules' numbers are drawn anew for each case, and so are ground truths of each kind: one,
none, tiny, larger than the picture, outside of it, on cell edges, equal ones with equal scores, and without a width.
Labels and owners must be equal, soft targets, which are of 0 to 1, within 1e-6. Where numbers tie at the cut, or
Ultralytics' rule fills up its best with a metric of 0, the libraries' sort decides, which nothing else can know: a case
that differs and has such ties is counted apart.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import kernels  # noqa: F401  before the libraries
import numpy as np
import torch

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.answers import Answers
from rpn_inspector.core.assigning import answers_of
from rpn_inspector.core.recipe import Recipe, load_recipe

Array = np.ndarray[Any, Any]
STRIDES = ((8, 16, 32), (4, 8, 16, 32), (8, 16, 32, 64), (16, 32))
KINDS = ("plain", "one", "none", "tiny", "huge", "outside", "edges", "ties", "flat")
LARGEST, TOLERANCE = 384, 1e-6


@dataclass(frozen=True, kw_only=True)
class Case:
    """A picture's ground truths and outputs under a recipe of the case's own."""

    kind: str
    recipe: Recipe
    grid: Grid
    gt: Array
    kinds: Array
    logits: Array
    deltas: Array

    @property
    def answers(self) -> Answers:
        """Return the outputs as an assigner reads them."""
        found = answers_of(self.recipe, self.grid, self.logits, self.deltas, self.kinds)
        assert found is not None
        return found

    def boxes(self) -> Array:
        """Return the predicted boxes (N, 4)."""
        return self.answers.boxes(np.arange(self.grid.size))


Found = tuple[Array, Array, Array | None]  # which anchors teach (N,), whom (N,), their soft targets (N,) or None


def cases(
    name: str, asked: argparse.Namespace, tables: Callable[[np.random.Generator, Any], dict[str, Any]]
) -> Iterator[Case]:
    """Yield cases of a recipe, with the numbers of its rule by ``tables``."""
    shipped = load_recipe(name)
    for seed in range(asked.seed, asked.seed + asked.cases):
        rng, kind = np.random.default_rng(seed), KINDS[seed % len(KINDS)]
        strides = STRIDES[rng.integers(len(STRIDES))]
        size = [int(each) * strides[-1] for each in rng.integers(1, LARGEST // strides[-1] + 1, 2)]
        anchors = {"names": [f"P{place}" for place in range(len(strides))], "strides": list(strides)}
        recipe = shipped.with_tables(
            {"resize": {"size": size}, "anchors": anchors, **tables(rng, strides)}  # the rest as shipped
        )
        grid = recipe.grid((size[0], size[1]))
        gt, classes = truths(rng, kind, size, asked.most), int(rng.choice([1, 2, 3, 20, 80]))
        columns = classes + (recipe.loss.objectness == "yolo")
        logits = rng.normal(-2, 2, (grid.size, columns)).astype(np.float32)
        near = gt[rng.integers(0, len(gt), grid.size)] if len(gt) else rng.uniform(0, size[0], (grid.size, 4))
        about = (near + rng.normal(0, rng.choice([1, 8, 40]), (grid.size, 4))).astype(np.float32)
        about = np.sort(about.reshape(-1, 2, 2), 1).reshape(-1, 4) + np.array([0, 0, 1, 1], np.float32)
        deltas = recipe.coder.encode(grid.all_boxes(), about, grid.strides(np.arange(grid.size)))
        if kind == "ties":
            logits, deltas = np.round(logits), np.round(deltas)
        yield Case(
            kind=kind, recipe=recipe, grid=grid, gt=gt, kinds=rng.integers(0, classes, len(gt)),
            logits=logits, deltas=deltas.astype(np.float32),
        )  # fmt: skip


def truths(rng: np.random.Generator, kind: str, size: list[int], most: int) -> Array:
    """Return fewer than ``most`` ground truths (G, 4) float32 of a kind in a picture of ``size`` (h, w)."""
    sides = np.array(size[::-1])
    count = {"one": 1, "none": 0}.get(kind, int(rng.integers(1, most)))
    side = {
        "tiny": lambda: rng.uniform(0.2, 9, (count, 2)),
        "huge": lambda: rng.uniform(0.7, 2.5, (count, 2)) * sides,
    }.get(kind, lambda: np.exp(rng.normal(np.log(min(size) / 8), 0.9, (count, 2))))()
    centre = rng.uniform(*((-1, 2) if kind == "outside" else (0, 1)), (count, 2)) * sides
    boxes = np.concatenate([centre - side / 2, centre + side / 2], 1)
    if kind in ("edges", "ties"):
        boxes = np.round(boxes / 4) * 4
    if kind == "ties":
        boxes[count // 2 :] = boxes[: count - count // 2]
    if kind == "flat":
        boxes[::2, 2] = boxes[::2, 0]
    if kind not in ("outside", "huge"):
        boxes = np.clip(boxes, 0, np.tile(sides, 2))
    boxes = boxes.astype(np.float32)
    return boxes if kind == "flat" else boxes[(boxes[:, 2:] > boxes[:, :2]).all(1)]


def task_aligned(rng: np.random.Generator, strides: Any) -> dict[str, Any]:
    """Return the numbers of the task-aligned rule."""
    topk, keep = int(rng.choice([1, 3, 7, 10, 13])), int(rng.choice([0, 1, 2]))
    numbers = {"topk": topk, "keep": keep if keep < topk else 0, "small_side": float(strides[1])}
    numbers |= {"alpha": float(rng.choice([0.5, 1])), "beta": float(rng.choice([1, 2, 6]))}
    return {"matcher": numbers, "coder": {"bins": 1}}


def by_cost(rng: np.random.Generator, _: Any) -> dict[str, Any]:
    """Return the numbers of the rules by cost."""
    radius = float(rng.choice([0.5, 1.5, 2.5, 3.0]))
    return {
        "matcher": {"topk": int(rng.choice([1, 5, 10, 13])), "radius": radius, "iou_weight": float(rng.choice([1, 3]))}
    }


def of_ultralytics(case: Case) -> Found:
    """Return what Ultralytics' own assigner says."""
    from ultralytics.utils.tal import TaskAlignedAssigner

    rule, count = case.recipe.matcher, max(len(case.gt), 1)
    own = TaskAlignedAssigner(
        topk=min(rule.topk, case.grid.size), topk2=rule.keep or None, num_classes=case.logits.shape[1],
        alpha=rule.alpha, beta=rule.beta, stride=list(case.recipe.anchors.strides),
    )  # fmt: skip
    gt, kinds = np.zeros((1, count, 4), np.float32), np.zeros((1, count, 1), np.int64)
    gt[0, : len(case.gt)], kinds[0, : len(case.gt), 0] = case.gt, case.kinds
    there = torch.from_numpy(gt).sum(2, keepdim=True) > 0  # as the loss asks
    _, _, scores, teaching, owner = own(
        torch.from_numpy(case.logits)[None].sigmoid(), torch.from_numpy(case.boxes())[None],
        torch.from_numpy(case.grid.all_boxes()[:, :2].copy()), torch.from_numpy(kinds), torch.from_numpy(gt), there,
    )  # fmt: skip
    target = scores[0].sum(-1)
    return (teaching[0].bool() & (target > 0)).numpy(), owner[0].numpy(), target.numpy()


def of_mmdet(case: Case) -> Found:
    """Return what MMDetection's own assigner says."""
    from mmdet.models.task_modules.assigners import DynamicSoftLabelAssigner, SimOTAAssigner
    from mmengine.structures import InstanceData

    rule, rows = case.recipe.matcher, np.arange(case.grid.size)
    simota = rule.rule == "simota"
    own: Any
    if simota:
        own = SimOTAAssigner(center_radius=rule.radius, candidate_topk=rule.topk, iou_weight=rule.iou_weight)
    else:
        own = DynamicSoftLabelAssigner(soft_center_radius=rule.radius, topk=rule.topk, iou_weight=rule.iou_weight)
    scores = case.answers.probabilities(rows) if simota else case.logits
    priors = np.concatenate([case.grid.all_boxes()[:, :2], case.grid.strides(rows)], 1).astype(np.float32)
    predicted = InstanceData(
        bboxes=torch.from_numpy(case.boxes()), scores=torch.from_numpy(scores), priors=torch.from_numpy(priors)
    )
    truth = InstanceData(bboxes=torch.from_numpy(case.gt), labels=torch.from_numpy(case.kinds))
    found = own.assign(predicted, truth).gt_inds.numpy()
    return found > 0, found - 1, None


def main() -> int:
    """Compare and print; exit 1 where anything differs, or no library is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=500, help="for each rule")
    parser.add_argument("--seed", type=int, default=0, help="of the first case")
    parser.add_argument("--most", type=int, default=40, help="of ground truths in a picture")
    parser.add_argument("--told", type=int, default=5, help="differing cases named")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    compared = [("yolov8", task_aligned, of_ultralytics), ("yolox-s-mmdet", by_cost, of_mmdet)]
    compared.append(("rtmdet", by_cost, of_mmdet))
    differing, done = 0, 0
    for name, tables, library in compared:
        try:
            found, positives, worst = [], 0, 0.0
            for number, case in enumerate(cases(name, asked, tables), asked.seed):
                wrong, teaching, apart = difference(case, library)
                positives, worst = positives + teaching, max(worst, apart)
                found += [(number, case, wrong)] if wrong or apart > TOLERANCE else []
        except ImportError as error:
            print(f"{name}: not compared, {error}")
            continue
        done += 1
        open_ = [each for each in found if tie(each[1])]
        found = [each for each in found if not any(each is other for other in open_)]
        differing += len(found)
        print(
            f"{name}: {asked.cases} cases, {positives:,} positives; {len(found)} differ, {len(open_)} more by ties; "
            f"soft targets {worst:.1e}"
        )
        for number, case, wrong in found[: asked.told]:
            print(f"  case {number}, {case.kind}: {wrong} anchors; {len(case.gt)} ground truths, {case.recipe.matcher}")
    return int(bool(differing) or not done)


def difference(case: Case, library: Callable[[Case], Found]) -> tuple[int, int, float]:
    """Return how many anchors have another label or owner, how many teach, and the soft targets' largest difference."""
    size = (int(case.recipe.resize.size[0]), int(case.recipe.resize.size[1]))
    mine = case.recipe.matcher.assign(case.grid, case.gt, size, answers=case.answers)
    with torch.no_grad():
        teaching, owner, target = library(case)
    label = mine.label == 1
    both = label & teaching
    wrong = int((label != teaching).sum() + (mine.gt[both] != owner[both]).sum())
    apart = 0.0
    if target is not None and not wrong and both.any():
        apart = float(np.abs(mine.dense["target"][both] - target[both]).max())
    return wrong, int(teaching.sum()), apart


def tie(case: Case) -> bool:
    """Return whether numbers tie where the rule of a case cuts, or between ground truths."""
    rule = case.recipe.matcher
    size = (int(case.recipe.resize.size[0]), int(case.recipe.resize.size[1]))
    found = rule.assign(case.grid, case.gt, size, answers=case.answers)
    if rule.rule != "task_aligned":
        pairs = rule.candidates(case.grid, case.gt)
        costs = rule.costs(case.grid, np.unique(pairs.anchor), case.gt, case.answers).cost
        ordered, k = np.sort(costs, 1), found.per_gt["k"]
        between = np.sort(costs, 0)
        cut = any(each < row.size and row[each - 1] == row[each] for row, each in zip(ordered, k, strict=True))
        return bool(cut or (len(between) > 1 and (between[0] == between[1]).any()))
    pairs = found.ragged
    for gt in range(len(case.gt)):
        metric = np.sort(pairs.measured["metric"][pairs.gt == gt])[::-1]
        if (metric[: rule.topk] == 0).any() or (metric.size > rule.topk and metric[rule.topk - 1] == metric[rule.topk]):
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())
