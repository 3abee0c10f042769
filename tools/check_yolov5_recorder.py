"""Train a real YOLOv5 under the recorder, two epochs of flipped batches of 3 at several sizes, and compare.

Run it in a checkout of YOLOv5, with this package importable:

    python -m check_yolov5_recorder resources/demo out --pictures 6

The weights are random, the anchors, gains and classes the script's own; each epoch is a dump, opened with no recipe
named. The same training without the recorder must have the same gradients, bit by bit.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import kernels  # noqa: F401  before the library
import numpy as np
import torch
import yaml
from models.yolo import DetectionModel
from recorder_agreement import Labels, agreement, arguments, as_trained
from utils.loss import ComputeLoss

import rpn_inspector as ri
from rpn_inspector.recorders.yolov5 import record

ANCHORS = [[8, 11, 14, 28, 31, 21], [27, 58, 60, 43, 57, 111], [100, 85, 140, 180, 330, 300]]
HYP = {
    "box": 0.06, "obj": 0.9, "cls": 0.04, "cls_pw": 1.1, "obj_pw": 0.9, "anchor_t": 3.5, "fl_gamma": 0.0,
    "label_smoothing": 0.1,
}  # fmt: skip
SIDES = (256, 320)


def main() -> int:
    """Train with and without the recorder, open the dumps, and print what agrees; exit 1 where anything differs."""
    asked = arguments(__doc__, ["yolov5n"]).parse_args()
    torch.set_num_threads(1)
    dataset = ri.open_dataset(asked.dataset)
    samples = [dataset[index] for index in range(min(asked.pictures, len(dataset)))]
    asked.output.mkdir(parents=True)
    labels: Labels = {}
    with_it, without = (_train(dataset, samples, asked, labels, recorded) for recorded in (True, False))
    same = all(torch.equal(one, other) for one, other in zip(with_it, without, strict=True))
    print(f"gradients of {len(with_it)} steps equal with and without the recorder: {same}")
    dumps = [asked.output / f"epoch{epoch}.rpn" for epoch in range(asked.epochs)]
    worst = max(agreement(dataset, samples, dump, labels) for dump in dumps)
    print(f"{asked.kind}: largest relative difference of a loss {worst:.2e}")
    return int(not same or worst > asked.tolerance)


def _train(
    dataset: ri.Dataset, samples: list[ri.Sample], asked: argparse.Namespace, labels: Labels, recorded: bool
) -> list[torch.Tensor]:
    torch.manual_seed(asked.seed)
    random, gradients = np.random.default_rng(asked.seed), []
    config = yaml.safe_load(Path("models", f"{asked.kind}.yaml").read_text(encoding="utf-8"))
    model = DetectionModel(config | {"anchors": ANCHORS, "nc": len(dataset.classes)}).train()
    model.hyp = dict(HYP)
    loss = ComputeLoss(model)
    optimiser = torch.optim.SGD(model.parameters(), 1e-3)
    for epoch in range(asked.epochs):
        path = asked.output / f"epoch{epoch}.rpn"
        with record(model, path, loss, step=epoch) if recorded else nullcontext() as recording:
            for first in range(0, len(samples), asked.batch):
                now = samples[first : first + asked.batch]
                pictures, targets = _fed(now, random)
                if recording is not None:
                    recording.name(*(sample.name for sample in now))
                with torch.autocast("cpu", getattr(torch, asked.amp)) if asked.amp else nullcontext():
                    outputs = model(pictures)
                    total, _ = loss(outputs, targets)
                _keep(labels, loss.build_targets(outputs, targets), outputs, [(epoch, each.name) for each in now])
                optimiser.zero_grad()
                total.backward()
                gradients.append(torch.cat([parameter.grad.flatten() for parameter in model.parameters()]))
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimiser.step()
    return gradients


def _keep(labels: Labels, built: Any, outputs: list[torch.Tensor], keys: list[tuple[int, str]]) -> None:
    """Keep the labels of the training's own targets, in the order of cells, then of a cell's anchors."""
    levels = []
    for level, (picture, anchor, y, x) in zip(outputs, built[2], strict=True):
        label = np.zeros((len(keys), *level.shape[2:4], level.shape[1]), np.int8)
        label[picture.numpy(), y.numpy(), x.numpy(), anchor.numpy()] = 1
        levels.append(label.reshape(len(keys), -1))
    for key, label in zip(keys, np.concatenate(levels, 1), strict=True):
        labels.setdefault(key, label)


def _fed(samples: list[ri.Sample], random: np.random.Generator) -> tuple[torch.Tensor, torch.Tensor]:
    """Return pictures (n, 3, side, side), letterboxed, and targets (m, 6) as fractions of them."""
    side = int(random.choice(SIDES))
    pictures, targets = np.full((len(samples), side, side, 3), 114, np.uint8), []
    for row, sample in enumerate(samples):
        scale = side / max(sample.size)
        pixels, boxes, classes = as_trained(sample, bool(random.integers(2)), scale)
        top, left = (side - pixels.shape[0]) // 2, (side - pixels.shape[1]) // 2
        pictures[row, top : top + pixels.shape[0], left : left + pixels.shape[1]] = pixels
        boxes = (boxes + np.array([left, top] * 2, np.float32)) / side
        middle, sides = (boxes[:, :2] + boxes[:, 2:]) / 2, boxes[:, 2:] - boxes[:, :2]
        targets.append(np.column_stack([np.full(len(boxes), row), classes, middle, sides]))
    return (
        torch.from_numpy(pictures).permute(0, 3, 1, 2).float() / 255,
        torch.from_numpy(np.concatenate(targets).astype(np.float32)),
    )


if __name__ == "__main__":
    sys.exit(main())
