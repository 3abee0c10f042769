"""Train real detectron2 models under the recorder, two epochs of flipped batches of 3 at random sizes, and compare.

Run it where detectron2 can be imported, with this package importable:

    python tools/check_detectron2_recorder.py resources/demo out --kind retinanet --pictures 6

The weights are random, the anchors and thresholds the script's own; each epoch is a dump, and so is a pass at rest,
opened with no recipe named. The same training without the recorder must have the same gradients, bit by bit.
"""

from __future__ import annotations

import argparse
import copy
import sys
from contextlib import nullcontext
from typing import Any

import kernels  # noqa: F401  before the library
import numpy as np
import torch
from detectron2.config import CfgNode, get_cfg
from detectron2.modeling import build_model
from detectron2.structures import Boxes, Instances
from detectron2.utils.events import EventStorage
from recorder_agreement import DETECTIONS, PROPOSALS, Found, Labels, agreement, arguments, as_trained, found_agree

import rpn_inspector as ri
from rpn_inspector.recorders.detectron2 import record


def main() -> int:
    """Train with and without the recorder, open the dumps, and print what agrees; exit 1 where anything differs."""
    asked = arguments(__doc__, sorted(KINDS)).parse_args()
    torch.set_num_threads(1)
    dataset = ri.open_dataset(asked.dataset)
    samples = [dataset[index] for index in range(min(asked.pictures, len(dataset)))]
    asked.output.mkdir(parents=True)
    labels: Labels = {}
    (model, with_it), (_, without) = (_train(dataset, samples, asked, labels, recorded) for recorded in (True, False))
    same = all(torch.equal(one, other) for one, other in zip(with_it, without, strict=True))
    print(f"gradients of {len(with_it)} steps equal with and without the recorder: {same}")
    found = _rest(model, samples, asked)
    dumps = [asked.output / f"epoch{epoch}.rpn" for epoch in range(asked.epochs)]
    worst = max(agreement(dataset, samples, dump, labels) for dump in dumps)
    lost = found_agree(dataset, samples, asked.output / "rest.rpn", found)
    print(f"{asked.kind}: largest relative difference of a loss {worst:.2e}, {lost} boxes apart")
    return int(not same or worst > asked.tolerance or lost > 0)


def _retinanet(classes: int) -> CfgNode:
    cfg = _config(classes)
    model = cfg.MODEL
    model.META_ARCHITECTURE, model.BACKBONE.NAME = "RetinaNet", "build_retinanet_resnet_fpn_backbone"
    model.RESNETS.OUT_FEATURES = model.FPN.IN_FEATURES = ["res3", "res4", "res5"]
    model.RETINANET.NUM_CLASSES, model.RETINANET.NUM_CONVS = classes, 1
    model.ANCHOR_GENERATOR.SIZES = [[size, size * 2**0.5] for size in (20.0, 40.0, 80.0, 160.0, 320.0)]
    model.RETINANET.IOU_THRESHOLDS, model.RETINANET.SMOOTH_L1_LOSS_BETA = [0.35, 0.45], 0.2
    model.RETINANET.FOCAL_LOSS_ALPHA, model.RETINANET.FOCAL_LOSS_GAMMA = 0.3, 1.5
    model.RETINANET.SCORE_THRESH_TEST, model.RETINANET.TOPK_CANDIDATES_TEST = 0.005, 300
    return cfg


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


KINDS = {"faster": _config, "retinanet": _retinanet}


def _train(
    dataset: ri.Dataset, samples: list[ri.Sample], asked: argparse.Namespace, labels: Labels, recorded: bool
) -> tuple[Any, list[torch.Tensor]]:
    torch.manual_seed(asked.seed)
    random, gradients = np.random.default_rng(asked.seed), []
    model = build_model(KINDS[asked.kind](len(dataset.classes))).train()
    _watch(model, labels)
    optimiser = torch.optim.SGD(model.parameters(), 1e-3)
    with EventStorage():
        for epoch in range(asked.epochs):
            path = asked.output / f"epoch{epoch}.rpn"
            with record(model, path, step=epoch) if recorded else nullcontext():
                for first in range(0, len(samples), asked.batch):
                    now = samples[first : first + asked.batch]
                    model.now = [(epoch, sample.name) for sample in now]
                    batch = [_fed(sample, random) for sample in now]
                    with torch.autocast("cpu", getattr(torch, asked.amp)) if asked.amp else nullcontext():
                        losses = model(batch)
                    optimiser.zero_grad()
                    sum(losses.values()).backward()
                    grads = [parameter.grad for parameter in model.parameters() if parameter.grad is not None]
                    gradients.append(torch.cat([grad.flatten() for grad in grads]))
                    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                    optimiser.step()
    return model, gradients


def _watch(model: Any, labels: Labels) -> None:
    """Keep the labels the training itself gives the anchors of RetinaNet, picture by picture."""
    if not hasattr(model, "label_anchors"):  # an RPN's are a sample
        return
    label = model.label_anchors

    def labelled(*given: Any) -> Any:
        output = label(*given)
        for key, one in zip(model.now, output[0], strict=True):
            kinds = one.numpy()
            kept = np.where(kinds < 0, -1, kinds < model.num_classes)
            labels.setdefault(key, kept.astype(np.int8))
        return output

    model.label_anchors = labelled


def _rest(model: Any, samples: list[ri.Sample], asked: argparse.Namespace) -> dict[str, Found]:
    """Record a pass at rest, and return what the model itself found."""
    model.eval()
    proposals: Found = {}
    detections: Found = {}
    random, rpn = np.random.default_rng(asked.seed), getattr(model, "proposal_generator", None)
    for first in range(0, len(samples), asked.batch) if rpn is not None else ():
        batch = [_fed(sample, random) for sample in samples[first : first + asked.batch]]
        with torch.no_grad():
            images = model.preprocess_image(batch)
            made, _ = rpn(images, model.backbone(images.tensor), None)
        for sample, one in zip(samples[first:], made, strict=False):
            proposals[sample.name] = (
                one.proposal_boxes.tensor.numpy(), torch.sigmoid(one.objectness_logits).numpy(),
            )  # fmt: skip
    random = np.random.default_rng(asked.seed)
    with record(model, asked.output / "rest.rpn"), torch.no_grad():
        for first in range(0, len(samples), asked.batch):
            batch = [_fed(sample, random) for sample in samples[first : first + asked.batch]]
            for sample, instances in zip(samples[first:], _inferred(model, batch), strict=False):
                detections[sample.name] = instances.pred_boxes.tensor.numpy(), instances.scores.numpy()
    return {PROPOSALS: proposals, DETECTIONS: detections} if rpn is not None else {DETECTIONS: detections}


def _inferred(model: Any, batch: list[dict[str, Any]]) -> list[Instances]:
    """Return what a model finds, px of the network's input, before it is clipped and scaled to the stored picture."""
    found: list[Instances] = []
    owner, name = (model, "forward_inference") if hasattr(model, "forward_inference") else (model.roi_heads, "forward")
    method = getattr(owner, name)

    def kept(*given: Any, **named: Any) -> Any:
        output = method(*given, **named)
        found.extend(copy.deepcopy(output[0] if isinstance(output, tuple) else output))  # scaled in place later
        return output

    setattr(owner, name, kept)
    try:
        model(batch)
    finally:
        delattr(owner, name)
    return found


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
