"""Train a real detectron2 model under the recorder, two epochs of flipped batches of 3 at random sizes, and compare.

Run it where detectron2 is installed, with this package importable:

    python tools/check_detectron2_recorder.py resources/demo out --pictures 6

The weights are random, the anchors and thresholds the script's own; each epoch is a dump, opened with no recipe named.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import torch
from detectron2.config import CfgNode, get_cfg
from detectron2.modeling import build_model
from detectron2.structures import Boxes, Instances
from detectron2.utils.events import EventStorage
from recorder_agreement import agreement, as_trained

import rpn_inspector as ri
from rpn_inspector.recorders.detectron2 import record


def main() -> int:
    """Train with and without the recorder, open the dumps, and print what agrees; exit 1 where anything differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("output", type=Path, help="a new folder, of a dump for each epoch")
    parser.add_argument("--pictures", type=int, default=6)
    parser.add_argument("--batch", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--tolerance", type=float, default=1e-5, help="relative, of a loss")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    dataset = ri.open_dataset(asked.dataset)
    samples = [dataset[index] for index in range(min(asked.pictures, len(dataset)))]
    asked.output.mkdir(parents=True)
    with_it, without = (_train(dataset, samples, asked, recorded) for recorded in (True, False))
    same = all(torch.equal(one, other) for one, other in zip(with_it, without, strict=True))
    print(f"gradients of {len(with_it)} steps equal with and without the recorder: {same}")
    worst = max(agreement(dataset, samples, asked.output / f"epoch{epoch}.rpn") for epoch in range(asked.epochs))
    print(f"largest relative difference of a loss {worst:.2e}")
    return int(not same or worst > asked.tolerance)


def _config(classes: int) -> CfgNode:
    cfg = get_cfg()
    model = cfg.MODEL
    model.DEVICE, model.MASK_ON = "cpu", False
    model.BACKBONE.NAME, model.BACKBONE.FREEZE_AT = "build_resnet_fpn_backbone", 0
    model.RESNETS.DEPTH, model.RESNETS.RES2_OUT_CHANNELS = 18, 64
    model.RESNETS.OUT_FEATURES = model.FPN.IN_FEATURES = ["res2", "res3", "res4", "res5"]
    model.FPN.OUT_CHANNELS = 32
    model.RPN.IN_FEATURES = ["p2", "p3", "p4", "p5", "p6"]
    model.ANCHOR_GENERATOR.SIZES = [[12.0], [24.0], [50.0], [90.0], [170.0]]
    model.ANCHOR_GENERATOR.ASPECT_RATIOS = [[0.4, 1.0, 2.2]]
    model.RPN.IOU_THRESHOLDS, model.RPN.BATCH_SIZE_PER_IMAGE = [0.2, 0.6], 96
    model.RPN.PRE_NMS_TOPK_TRAIN, model.RPN.POST_NMS_TOPK_TRAIN = 400, 200
    model.ROI_HEADS.NAME, model.ROI_HEADS.NUM_CLASSES = "StandardROIHeads", classes
    model.ROI_HEADS.IN_FEATURES = ["p2", "p3", "p4", "p5"]
    model.ROI_HEADS.IOU_THRESHOLDS, model.ROI_HEADS.BATCH_SIZE_PER_IMAGE = [0.55], 64
    model.ROI_BOX_HEAD.NAME, model.ROI_BOX_HEAD.NUM_FC, model.ROI_BOX_HEAD.FC_DIM = "FastRCNNConvFCHead", 1, 64
    model.ROI_BOX_HEAD.POOLER_RESOLUTION, model.ROI_BOX_HEAD.BBOX_REG_WEIGHTS = 7, (8.0, 8.0, 4.0, 4.0)
    return cfg


def _train(
    dataset: ri.Dataset, samples: list[ri.Sample], asked: argparse.Namespace, recorded: bool
) -> list[torch.Tensor]:
    torch.manual_seed(0)
    random, gradients = np.random.default_rng(0), []
    model = build_model(_config(len(dataset.classes))).train()
    optimiser = torch.optim.SGD(model.parameters(), 1e-3)
    with EventStorage():
        for epoch in range(asked.epochs):
            path = asked.output / f"epoch{epoch}.rpn"
            with record(model, path, step=epoch) if recorded else nullcontext():
                for first in range(0, len(samples), asked.batch):
                    batch = [_fed(sample, random) for sample in samples[first : first + asked.batch]]
                    losses = model(batch)
                    optimiser.zero_grad()
                    sum(losses.values()).backward()
                    grads = [parameter.grad for parameter in model.parameters() if parameter.grad is not None]
                    gradients.append(torch.cat([grad.flatten() for grad in grads]))
                    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                    optimiser.step()
    return gradients


def _fed(sample: ri.Sample, random: np.random.Generator) -> dict[str, object]:
    pixels, boxes, classes = as_trained(sample, bool(random.integers(2)), float(random.choice([0.5, 0.625, 0.75])))
    instances = Instances(pixels.shape[:2])
    instances.gt_boxes, instances.gt_classes = Boxes(torch.from_numpy(boxes)), torch.from_numpy(classes)
    picture = torch.from_numpy(pixels[:, :, ::-1].copy()).permute(2, 0, 1)
    height, width = sample.size
    named = {"file_name": sample.name, "height": height, "width": width}
    return named | {"image": picture, "instances": instances}


if __name__ == "__main__":
    sys.exit(main())
