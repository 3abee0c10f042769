"""Train real MMDetection models under the recorder, two epochs of flipped batches of 3 at random sizes, and compare.

Run it where MMDetection 3 is installed, with this package importable:

    python tools/check_mmdet_recorder.py resources/demo out --kind atss --pictures 6

The weights are random, the anchors and thresholds the script's own; each epoch is a dump, and so is a pass at rest,
opened with no recipe named. The same training without the recorder must have the same gradients, bit by bit.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import nullcontext
from typing import Any

import kernels  # noqa: F401  before the library
import mmdet_configs
import numpy as np
import torch
from mmdet.registry import MODELS
from mmdet.structures import DetDataSample
from mmdet.utils import register_all_modules
from mmengine.config import ConfigDict
from mmengine.structures import InstanceData
from recorder_agreement import DETECTIONS, PROPOSALS, Found, Labels, agreement, arguments, as_trained, found_agree

import rpn_inspector as ri
from rpn_inspector.recorders.mmdet import record


def main() -> int:
    """Train with and without the recorder, open the dumps, and print what agrees; exit 1 where anything differs."""
    asked = arguments(__doc__, sorted(mmdet_configs.KINDS)).parse_args()
    register_all_modules()
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


def _train(
    dataset: ri.Dataset, samples: list[ri.Sample], asked: argparse.Namespace, labels: Labels, recorded: bool
) -> tuple[Any, list[torch.Tensor]]:
    torch.manual_seed(asked.seed)
    np.random.seed(asked.seed)  # noqa: NPY002  MMDetection's sampler draws so
    random, gradients = np.random.default_rng(asked.seed), []
    model = MODELS.build(ConfigDict(mmdet_configs.KINDS[asked.kind](len(dataset.classes)))).train()
    if asked.kind == "ssd":  # made of whatever the memory holds
        torch.nn.init.constant_(model.neck.l2_norm.weight, 20.0)
    _watch(model, labels)
    optimiser = torch.optim.SGD(model.parameters(), 1e-3)
    for epoch in range(asked.epochs):
        path = asked.output / f"epoch{epoch}.rpn"
        with record(model, path, step=epoch) if recorded else nullcontext():
            for first in range(0, len(samples), asked.batch):
                now = samples[first : first + asked.batch]
                model.now = [(epoch, sample.name) for sample in now]
                batch = model.data_preprocessor(_fed(now, random, asked.kind), True)
                with torch.autocast("cpu", getattr(torch, asked.amp)) if asked.amp else nullcontext():
                    losses = model(**batch, mode="loss")
                total, _ = model.parse_losses(losses)
                optimiser.zero_grad()
                total.backward()
                grads = [parameter.grad for parameter in model.parameters() if parameter.grad is not None]
                gradients.append(torch.cat([grad.flatten() for grad in grads]))
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimiser.step()
    return model, gradients


def _watch(model: Any, labels: Labels) -> None:
    """Keep the labels the training itself gives the anchors, picture by picture."""
    head = getattr(model, "rpn_head", None) or model.bbox_head
    target = head._get_targets_single

    def one_picture(*given: Any, **named: Any) -> Any:
        output = target(*given, **named)
        kind = type(head).__name__
        at = 1 if kind == "ATSSHead" else 0  # behind the anchors
        label = _cells(*output[:2]) if kind == "YOLOV3Head" else _boxes(*output[at : at + 2], head.num_classes)
        labels.setdefault(model.now.pop(0), label)
        return output

    if not hasattr(model, "roi_head") and type(head).__name__ != "RPNHead":  # an RPN's are a sample
        head._get_targets_single = one_picture


def _boxes(labels: torch.Tensor, weights: torch.Tensor, classes: int) -> np.ndarray:
    positive = ((labels >= 0) & (labels < classes)).numpy()
    return np.where(weights.numpy() > 0, positive, -1).astype(np.int8)


def _cells(targets: torch.Tensor, negative: torch.Tensor) -> np.ndarray:
    return np.where(targets[:, 4].numpy() == 1, 1, np.where(negative.numpy() == 1, 0, -1)).astype(np.int8)


def _rest(model: Any, samples: list[ri.Sample], asked: argparse.Namespace) -> dict[str, Found]:
    """Record a pass at rest, and return what the model itself found."""
    model.eval()
    if asked.kind == "ssd":  # whose head MMDetection 3.3 asks for a loss at rest
        model.bbox_head.loss_cls = None
    proposals: Found = {}
    detections: Found = {}
    head, random = getattr(model, "rpn_head", None), np.random.default_rng(asked.seed)
    names = iter([sample.name for sample in samples])
    if head is not None:
        predict = head.predict_by_feat

        def proposing(*given: Any, **named: Any) -> Any:
            output = predict(*given, **named)
            proposals.update({next(names): (each.bboxes.numpy(), each.scores.numpy()) for each in output})
            return output

        head.predict_by_feat = proposing
    with record(model, asked.output / "rest.rpn"), torch.no_grad():
        for first in range(0, len(samples), asked.batch):
            now = samples[first : first + asked.batch]
            batch = model.data_preprocessor(_fed(now, random, asked.kind), False)
            for sample, one in zip(now, model.predict(*batch.values(), rescale=False), strict=True):
                instances = one.pred_instances
                detections[sample.name] = instances.bboxes.numpy(), instances.scores.numpy()
    return {PROPOSALS: proposals, DETECTIONS: detections} if head is not None else {DETECTIONS: detections}


def _fed(samples: list[ri.Sample], random: np.random.Generator, kind: str) -> dict[str, Any]:
    """Return a batch as MMDetection's loader gives it to the model's preprocessor, which pads."""
    pictures, truths = [], []
    for sample in samples:
        scale = float(random.choice([0.4, 0.5, 0.625]))
        pixels, boxes, classes = as_trained(sample, bool(random.integers(2)), scale, mmdet_configs.SIZES.get(kind))
        pictures.append(torch.from_numpy(pixels).permute(2, 0, 1))
        meta = {"img_path": sample.name, "ori_shape": sample.size, "img_shape": pixels.shape[:2]}
        truth = DetDataSample(metainfo=meta | {"scale_factor": (scale, scale)})
        truth.gt_instances = InstanceData(bboxes=torch.from_numpy(boxes), labels=torch.from_numpy(classes))
        truth.ignored_instances = InstanceData(bboxes=torch.zeros(0, 4), labels=torch.zeros(0, dtype=torch.int64))
        truths.append(truth)
    return {"inputs": pictures, "data_samples": truths}


if __name__ == "__main__":
    sys.exit(main())
