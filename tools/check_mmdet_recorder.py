"""Train a real MMDetection model under the recorder, two epochs of flipped batches of 3 at random sizes, and compare.

Run it where MMDetection 3 is installed, with this package importable:

    python tools/check_mmdet_recorder.py resources/demo out --pictures 6

The weights are random, the anchors and thresholds the script's own; each epoch is a dump, opened with no recipe named.
``--rpn`` trains an RPN alone, whose head is the model's ``bbox_head``.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import numpy as np
import torch
from mmdet.registry import MODELS
from mmdet.structures import DetDataSample
from mmdet.utils import register_all_modules
from mmengine.config import ConfigDict
from mmengine.structures import InstanceData
from recorder_agreement import agreement, as_trained

import rpn_inspector as ri
from rpn_inspector.recorders.mmdet import record

DELTAS = {"type": "DeltaXYWHBBoxCoder", "target_means": [0.0] * 4}


def main() -> int:
    """Train with and without the recorder, open the dumps, and print what agrees; exit 1 where anything differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("output", type=Path, help="a new folder, of a dump for each epoch")
    parser.add_argument("--rpn", action="store_true", help="an RPN alone")
    parser.add_argument("--pictures", type=int, default=6)
    parser.add_argument("--batch", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--tolerance", type=float, default=1e-5, help="relative, of a loss")
    asked = parser.parse_args()
    register_all_modules()
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


def _assigner(positive: float, negative: float, least: float, low_quality: bool) -> dict[str, Any]:
    return {
        "type": "MaxIoUAssigner", "pos_iou_thr": positive, "neg_iou_thr": negative, "min_pos_iou": least,
        "match_low_quality": low_quality, "ignore_iof_thr": -1,
    }  # fmt: skip


def _sampler(count: int, fraction: float, add_gt: bool) -> dict[str, Any]:
    return {
        "type": "RandomSampler", "num": count, "pos_fraction": fraction, "neg_pos_ub": -1, "add_gt_as_proposals": add_gt
    }  # fmt: skip


def _config(classes: int, rpn_alone: bool) -> ConfigDict:
    rpn = {
        "type": "RPNHead", "in_channels": 32, "feat_channels": 32,
        "anchor_generator": {
            "type": "AnchorGenerator", "scales": [3], "ratios": [0.4, 1.0, 2.2], "strides": [4, 8, 16, 32, 64]
        },
        "bbox_coder": DELTAS | {"target_stds": [1.0] * 4},
        "loss_cls": {"type": "CrossEntropyLoss", "use_sigmoid": True, "loss_weight": 1.0},
        "loss_bbox": {"type": "SmoothL1Loss", "beta": 0.25, "loss_weight": 1.0},
    }  # fmt: skip
    box = {
        "type": "Shared2FCBBoxHead", "in_channels": 32, "fc_out_channels": 64, "roi_feat_size": 7,
        "num_classes": classes, "bbox_coder": DELTAS | {"target_stds": [0.2, 0.2, 0.3, 0.3]},
        "reg_class_agnostic": False,
        "loss_cls": {"type": "CrossEntropyLoss", "use_sigmoid": False, "loss_weight": 1.0},
        "loss_bbox": {"type": "L1Loss", "loss_weight": 1.0},
    }  # fmt: skip
    extractor = {
        "type": "SingleRoIExtractor", "out_channels": 32, "featmap_strides": [4, 8, 16, 32],
        "roi_layer": {"type": "RoIAlign", "output_size": 7, "sampling_ratio": 2},
    }  # fmt: skip
    proposals = {"nms_pre": 400, "max_per_img": 200, "nms": {"type": "nms", "iou_threshold": 0.6}, "min_bbox_size": 0}
    trained = {
        "assigner": _assigner(0.6, 0.2, 0.2, True), "sampler": _sampler(96, 0.25, False), "allowed_border": -1,
        "pos_weight": -1, "debug": False,
    }  # fmt: skip
    again = {
        "assigner": _assigner(0.55, 0.55, 0.55, False), "sampler": _sampler(64, 0.3, True), "pos_weight": -1,
        "debug": False,
    }  # fmt: skip
    tested = {"score_thr": 0.05, "nms": {"type": "nms", "iou_threshold": 0.5}, "max_per_img": 100}
    whole = {
        "type": "RPN" if rpn_alone else "FasterRCNN",
        "data_preprocessor": {
            "type": "DetDataPreprocessor", "mean": [120.0] * 3, "std": [60.0] * 3, "pad_size_divisor": 32,
            "boxtype2tensor": False,
        },
        "backbone": {"type": "ResNet", "depth": 18, "norm_cfg": {"type": "BN"}, "norm_eval": True},
        "neck": {"type": "FPN", "in_channels": [64, 128, 256, 512], "out_channels": 32, "num_outs": 5},
        "rpn_head": rpn,
        "train_cfg": {"rpn": trained} | ({} if rpn_alone else {"rpn_proposal": proposals, "rcnn": again}),
        "test_cfg": {"rpn": proposals} | ({} if rpn_alone else {"rcnn": tested}),
    }  # fmt: skip
    heads = {"type": "StandardRoIHead", "bbox_roi_extractor": extractor, "bbox_head": box}
    return ConfigDict(whole if rpn_alone else whole | {"roi_head": heads})


def _train(
    dataset: ri.Dataset, samples: list[ri.Sample], asked: argparse.Namespace, recorded: bool
) -> list[torch.Tensor]:
    torch.manual_seed(0)
    np.random.seed(0)  # noqa: NPY002  MMDetection's sampler draws so
    random, gradients = np.random.default_rng(0), []
    model = MODELS.build(_config(len(dataset.classes), asked.rpn)).train()
    optimiser = torch.optim.SGD(model.parameters(), 1e-3)
    for epoch in range(asked.epochs):
        path = asked.output / f"epoch{epoch}.rpn"
        with record(model, path, step=epoch) if recorded else nullcontext():
            for first in range(0, len(samples), asked.batch):
                batch = model.data_preprocessor(_fed(samples[first : first + asked.batch], random), True)
                losses = model(**batch, mode="loss")
                total, _ = model.parse_losses(losses)
                optimiser.zero_grad()
                total.backward()
                grads = [parameter.grad for parameter in model.parameters() if parameter.grad is not None]
                gradients.append(torch.cat([grad.flatten() for grad in grads]))
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimiser.step()
    return gradients


def _fed(samples: list[ri.Sample], random: np.random.Generator) -> dict[str, Any]:
    """Return a batch as MMDetection's loader gives it to the model's preprocessor, which pads."""
    pictures, truths = [], []
    for sample in samples:
        scale = float(random.choice([0.4, 0.5, 0.625]))
        pixels, boxes, classes = as_trained(sample, bool(random.integers(2)), scale)
        pictures.append(torch.from_numpy(pixels).permute(2, 0, 1))
        meta = {"img_path": sample.name, "ori_shape": sample.size, "img_shape": pixels.shape[:2]}
        truth = DetDataSample(metainfo=meta | {"scale_factor": (scale, scale)})
        truth.gt_instances = InstanceData(bboxes=torch.from_numpy(boxes), labels=torch.from_numpy(classes))
        truth.ignored_instances = InstanceData(bboxes=torch.zeros(0, 4), labels=torch.zeros(0, dtype=torch.int64))
        truths.append(truth)
    return {"inputs": pictures, "data_samples": truths}


if __name__ == "__main__":
    sys.exit(main())
