"""Compare the pairs of random px boxes, half of them of exactly 4 anchors a side, with YOLOv5's own ``build_targets``.

Run it in a checkout of YOLOv5, with this package importable:

    python -m check_yolov5_pairs --cases 400
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import kernels  # noqa: F401  before the library
import numpy as np
import numpy.typing as npt
import torch
import yaml
from models.yolo import DetectionModel
from utils.general import xyxy2xywhn
from utils.loss import ComputeLoss

from rpn_inspector.core.cell_pairs import grid_pairs
from rpn_inspector.core.recipe import load_recipe

HYP = {
    "box": 0.05, "obj": 1.0, "cls": 0.5, "cls_pw": 1.0, "obj_pw": 1.0, "anchor_t": 4.0, "fl_gamma": 0.0,
    "label_smoothing": 0.0,
}  # fmt: skip
SIDES, BOXES = (320, 352, 416, 448, 640, 672, 736), 40


def main() -> int:
    """Print how many cases and pairs differ; exit 1 where any does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=400)
    parser.add_argument("--seed", type=int, default=5)
    asked = parser.parse_args()
    model = DetectionModel(yaml.safe_load(Path("models/yolov5n.yaml").read_text(encoding="utf-8"))).train()
    model.hyp = dict(HYP)
    loss, recipe, random = ComputeLoss(model), load_recipe("yolov5s"), np.random.default_rng(asked.seed)
    sides = np.unique(model.model[-1].anchors.numpy() * model.stride.numpy()[:, None, None])
    pairs = wrong = 0
    for _ in range(asked.cases):
        side = int(random.choice(SIDES))
        boxes, grid = _boxes(random, side, sides), recipe.grid((side, side))
        built = _built(loss, boxes, side)
        of_library = [level.flat(*place) for level, places in zip(grid.levels, built, strict=True) for place in places]
        pairs += len(of_library)
        wrong += sorted(of_library) != sorted(grid_pairs(grid, boxes, HYP["anchor_t"], 0.5).anchor.tolist())
    print(f"{asked.cases} cases, {pairs} pairs: {wrong} cases differ")
    return int(wrong > 0)


def _boxes(random: np.random.Generator, side: int, anchors: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    """Return boxes (G, 4) px, half of the sides 4 times an anchor's or a fourth of it."""
    corner = random.integers(0, side - 4, (BOXES, 2)) + random.integers(0, 2) * random.random((BOXES, 2))
    at_limit = random.choice(np.concatenate([anchors * 4, anchors / 4]), (BOXES, 2))
    sides = np.where(random.random((BOXES, 2)) < 0.5, at_limit, random.integers(1, 400, (BOXES, 2)))
    return np.concatenate([corner, np.minimum(corner + sides, side - 1e-3)], 1).astype(np.float32)


def _built(loss: ComputeLoss, boxes: npt.NDArray[np.float32], side: int) -> list[list[tuple[int, int, int]]]:
    """Return anchor, row and column of the library's pairs, of each level."""
    nothing = np.zeros((len(boxes), 2), np.float32)
    targets = torch.from_numpy(np.column_stack([nothing, xyxy2xywhn(boxes.copy(), w=side, h=side)]).astype(np.float32))
    levels = [torch.zeros(1, 3, side // stride, side // stride, 85) for stride in (8, 16, 32)]
    found = loss.build_targets(levels, targets)[2]
    return [list(zip(anchor.tolist(), row.tolist(), column.tolist(), strict=True)) for _, anchor, row, column in found]


if __name__ == "__main__":
    sys.exit(main())
