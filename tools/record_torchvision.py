"""Record a dump out of a real torchvision model on a dataset's pictures, and compare its losses with this program's.

Run it where torch and torchvision are installed, with this package importable:

    python tools/record_torchvision.py ../shared/data/bccd_voc out.rpn --recipe torchvision-mobilenet-320 --pictures 8

The weights are random under a seed, nothing is downloaded. In training; of a batch of several pictures the losses are
compared over all of them.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import torch
import torchvision

import rpn_inspector as ri
from rpn_inspector.analysis.batch_loss import batch_losses
from rpn_inspector.data.pictures.images import read_image
from rpn_inspector.recorders.torchvision import record


def main() -> int:
    """Record, inspect, and print one line a picture; exit 1 where a loss differs by more than the tolerance."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("output", type=Path, help="new folder or .zip")
    parser.add_argument("--model", default="fasterrcnn_mobilenet_v3_large_320_fpn")
    parser.add_argument("--recipe", default="torchvision-mobilenet-320")
    parser.add_argument("--pictures", type=int, default=8)
    parser.add_argument("--batch", type=int, default=1, help="pictures in a forward pass")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tolerance", type=float, default=1e-5, help="relative")
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(1)
    dataset, recipe = ri.open_dataset(arguments.dataset), ri.load_recipe(arguments.recipe)
    model = getattr(torchvision.models.detection, arguments.model)(weights=None, weights_backbone=None)
    model.train()
    samples = [dataset[index] for index in range(min(arguments.pictures, len(dataset)))]
    samples = [sample for sample in samples if sample.path is not None and len(_truth(sample))]
    samples = [sample for sample in samples if (_truth(sample)[:, 2:] > _truth(sample)[:, :2]).all()]
    if not samples:
        parser.error(f"{arguments.dataset} has no picture with ground truths of some width and height")
    labels = _record(model, samples, arguments)
    predictions = ri.open_predictions(arguments.output)
    worst = 0.0
    print(f"torch {torch.__version__}, torchvision {torchvision.__version__}, {arguments.model}, {recipe.name}")
    print(f"{'picture':32} {'anchors':>8} {'labels':>7} {'objectness':>12} {'here':>12} {'box':>12} {'here':>12}")
    for sample, theirs in zip(samples, labels, strict=True):
        prediction = predictions[sample.name]
        result = ri.inspect(sample, recipe, prediction)
        differ = int((result.assignment.label != theirs).sum())
        here = batch_losses(dataset, predictions, recipe, prediction.batch or (sample.name,))
        print(
            f"{sample.name[-32:]:32} {result.grid.size:8} {differ:7} {prediction.loss_objectness:12.8f} "
            f"{here.objectness:12.8f} {prediction.loss_box:12.8f} {here.box:12.8f}"
        )
        pairs = ((prediction.loss_objectness, here.objectness), (prediction.loss_box, here.box))
        worst = max([worst, differ, *(abs(a - b) / max(abs(a), 1e-12) for a, b in pairs)])
    print(f"{len(samples)} pictures, largest relative difference of a loss {worst:.2e}")
    return int(worst > arguments.tolerance)


def _truth(sample: ri.Sample) -> np.ndarray:
    """Return the boxes (G, 4) that torchvision's own training script keeps: no crowds."""
    return sample.gt[sample.gt_kind != ri.Kind.CROWD]


def _record(model: torch.nn.Module, samples: list[ri.Sample], asked: argparse.Namespace) -> list[np.ndarray]:
    """Record all pictures, batch by batch, and return the labels (N,) the model itself gave the anchors of each."""
    labels, assign = [], model.rpn.assign_targets_to_anchors

    def watched(anchors: object, targets: object) -> object:
        found = assign(anchors, targets)
        labels.extend(one.numpy().astype(np.int8) for one in found[0])
        return found

    model.rpn.assign_targets_to_anchors = watched
    weights = f"random weights, seed {asked.seed}"
    with record(model, asked.output, asked.recipe, checkpoint=weights, step=0) as recording:
        for first in range(0, len(samples), asked.batch):
            pictures, targets = [], []
            for sample in samples[first : first + asked.batch]:
                pictures.append(torch.from_numpy(read_image(sample.path).pixels).permute(2, 0, 1).float() / 255)
                truth = torch.from_numpy(_truth(sample).astype(np.float32))
                targets.append({"boxes": truth, "labels": torch.ones(len(truth), dtype=torch.int64)})
            recording.name(*(sample.name for sample in samples[first : first + asked.batch]))
            model(pictures, targets)
    return labels


if __name__ == "__main__":
    sys.exit(main())
