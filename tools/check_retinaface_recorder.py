"""Train a real RetinaFace under the recorder, two epochs of mirrored batches of 3 with made landmarks, and compare.

Run it in a checkout of biubug6/Pytorch_Retinaface, with this package importable:

    python -m check_retinaface_recorder resources/demo out --pictures 6

The weights are random, the priors, thresholds and sizes the script's own; each epoch is a dump, and so is a pass at
rest, opened with no recipe named. The library's calls for a GPU stay on the CPU. The same training without the recorder
must have the same gradients, bit by bit.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import numpy as np
import torch
from layers.functions.prior_box import PriorBox
from layers.modules import MultiBoxLoss, multibox_loss
from models.retinaface import RetinaFace
from recorder_agreement import DETECTIONS, Found, Labels, agreement, arguments, as_trained, found_agree
from utils.box_utils import decode
from utils.nms.py_cpu_nms import py_cpu_nms

import rpn_inspector as ri
from rpn_inspector.recorders.retinaface import record

SIDE, RATIO, THRESHOLD = 320, 5, 0.4
CFG = {
    "name": "mobilenet0.25", "min_sizes": [[12, 28], [48, 90], [150, 260]], "steps": [8, 16, 32], "clip": False,
    "variance": [0.1, 0.2], "loc_weight": 1.5, "image_size": SIDE, "pretrain": False, "in_channel": 32,
    "out_channel": 64, "return_layers": {"stage1": 1, "stage2": 2, "stage3": 3},
}  # fmt: skip
MEAN = np.array([104, 117, 123], np.float32)
SWAPPED = [1, 0, 2, 4, 3]  # of a mirrored face
SCORE, OVERLAP, BEFORE, KEPT = 0.02, 0.4, 5000, 750  # of detect.py


def main() -> int:
    """Train with and without the recorder, open the dumps, and print what agrees; exit 1 where anything differs."""
    asked = arguments(__doc__, ["mobilenet0.25"]).parse_args()
    torch.set_num_threads(1)
    torch.Tensor.cuda = lambda tensor, *_, **__: tensor  # the loss asks for a GPU, always
    asked.output.mkdir(parents=True)
    dataset = _faces(ri.open_dataset(asked.dataset), asked)
    samples = list(dataset)
    labels: Labels = {}
    (model, with_it), (_, without) = (_train(samples, asked, labels, recorded) for recorded in (True, False))
    same = all(torch.equal(one, other) for one, other in zip(with_it, without, strict=True))
    print(f"gradients of {len(with_it)} steps equal with and without the recorder: {same}")
    found = _rest(model, samples, asked)
    dumps = [asked.output / f"epoch{epoch}.rpn" for epoch in range(asked.epochs)]
    worst = max(agreement(dataset, samples, dump, labels) for dump in dumps)
    lost = found_agree(dataset, samples, asked.output / "rest.rpn", {DETECTIONS: found})
    print(f"{asked.kind}: largest relative difference of a loss {worst:.2e}, {lost} boxes apart")
    return int(not same or worst > asked.tolerance or lost > 0)


def _faces(dataset: ri.Dataset, asked: argparse.Namespace) -> ri.Dataset:
    """Return the pictures as RetinaFace's own dataset, each second box with five points."""
    folder, random = asked.output / "faces", np.random.default_rng(asked.seed)
    (folder / "images").mkdir(parents=True)
    lines = []
    for index in range(min(asked.pictures, len(dataset))):
        sample = dataset[index]
        shutil.copy(sample.path, folder / "images" / Path(sample.path).name)
        lines.append(f"# {Path(sample.path).name}")
        for number, (x1, y1, x2, y2) in enumerate(sample.gt.tolist()):
            points = [-1.0] * 15
            if number % 2:
                places = random.uniform([x1, y1], [x2, y2], (5, 2)).round(1)
                points = np.column_stack([places, np.zeros(5)]).reshape(-1).tolist()
            lines.append(" ".join(f"{value:g}" for value in [x1, y1, x2 - x1, y2 - y1, *points, 0.9]))
    (folder / "label.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return ri.open_dataset(folder)


def _train(
    samples: list[ri.Sample], asked: argparse.Namespace, labels: Labels, recorded: bool
) -> tuple[Any, list[torch.Tensor]]:
    torch.manual_seed(asked.seed)
    random, gradients = np.random.default_rng(asked.seed), []
    model = RetinaFace(cfg=CFG).train()
    criterion = MultiBoxLoss(2, THRESHOLD, True, 0, True, RATIO, 0.35, False)
    priors = PriorBox(CFG, image_size=(SIDE, SIDE)).forward()
    optimiser = torch.optim.SGD(model.parameters(), 1e-3)
    for epoch in range(asked.epochs):
        path = asked.output / f"epoch{epoch}.rpn"
        with record(model, path, CFG, criterion, step=epoch) if recorded else nullcontext() as recording:
            for first in range(0, len(samples), asked.batch):
                now = samples[first : first + asked.batch]
                images, targets = _fed(now, random)
                if recording is not None:
                    recording.name(*(sample.name for sample in now))
                with _watched(labels, [(epoch, sample.name) for sample in now]):
                    loss_l, loss_c, loss_landm = criterion(model(images), priors, targets)
                optimiser.zero_grad()
                (CFG["loc_weight"] * loss_l + loss_c + loss_landm).backward()
                gradients.append(torch.cat([parameter.grad.flatten() for parameter in model.parameters()]))
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimiser.step()
    return model, gradients


class _watched:
    """Keep the labels that the library's own ``match`` gives the priors of each picture."""

    def __init__(self, labels: Labels, keys: list[tuple[int, str]]) -> None:
        self.labels, self.keys, self.match = labels, keys, multibox_loss.match

    def __enter__(self) -> None:
        multibox_loss.match = self

    def __exit__(self, *_: object) -> None:
        multibox_loss.match = self.match

    def __call__(self, *given: Any) -> None:
        self.match(*given)
        kinds, place = given[7], given[9]
        self.labels.setdefault(self.keys[place], (kinds[place] != 0).numpy().astype(np.int8))


def _fed(samples: list[ri.Sample], random: np.random.Generator) -> tuple[torch.Tensor, list[torch.Tensor]]:
    """Return pictures (n, 3, side, side), BGR less the mean, and faces (G, 15) as fractions of them."""
    pictures, targets = [], []
    for sample in samples:
        flipped = bool(random.integers(2))
        pixels, boxes, _ = as_trained(sample, flipped, size=(SIDE, SIDE))
        height, width = sample.size
        known = sample.gt_landmarks if sample.gt_landmarks.size else np.full((len(boxes), 10), np.nan)
        points = known.reshape(-1, 5, 2) / [width, height]
        if flipped:
            points = np.stack([1 - points[..., 0], points[..., 1]], -1)[:, SWAPPED]
        known = np.isfinite(points).all((1, 2))
        rows = np.column_stack([boxes / SIDE, np.nan_to_num(points, nan=-1.0).reshape(-1, 10), np.where(known, 1, -1)])
        targets.append(torch.from_numpy(rows).float())
        pictures.append(torch.from_numpy((pixels[..., ::-1] - MEAN).transpose(2, 0, 1).copy()))
    return torch.stack(pictures), targets


def _rest(model: Any, samples: list[ri.Sample], asked: argparse.Namespace) -> Found:
    """Record a pass at rest, and return what detect.py makes of it."""
    model.eval()
    model.phase, found = "test", {}
    for head in model.ClassHead:  # an untrained one scores many priors alike, to the bit
        head.register_forward_hook(lambda _, __, scores: scores + torch.randn(scores.shape))
    priors = PriorBox(CFG, image_size=(SIDE, SIDE)).forward()
    with record(model, asked.output / "rest.rpn", CFG) as recording, torch.no_grad():
        for first in range(0, len(samples), asked.batch):
            now = samples[first : first + asked.batch]
            recording.name(*(sample.name for sample in now))
            images, _ = _fed(now, np.random.default_rng(0))
            for sample, loc, conf in zip(now, *model(images)[:2], strict=True):
                boxes, scores = decode(loc, priors, CFG["variance"]).numpy() * SIDE, conf.numpy()[:, 1]
                above = np.flatnonzero(scores > SCORE)
                order = above[scores[above].argsort()[::-1][:BEFORE]]
                kept = order[py_cpu_nms(np.column_stack([boxes[order], scores[order]]), OVERLAP)][:KEPT]
                found[sample.name] = boxes[kept], scores[kept]
    return found


if __name__ == "__main__":
    sys.exit(main())
