"""Train a real torchvision model under the recorder as people do, and compare all that was recorded with this program.

Run it where torch and torchvision are installed, with this package importable:

    python tools/check_torchvision_recorder.py resources/demo out --pictures 6 --amp float16

Two epochs of flipped pictures in batches of 3 at random input sizes, of a model with anchors and thresholds of its own
and random weights, on its own recipe as recorded: each epoch a dump, opened with no recipe named. The same training
without the recorder must have the same gradients, bit by bit.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
import torchvision
from recorder_agreement import agreement, as_trained
from torchvision.models.detection.anchor_utils import AnchorGenerator

import rpn_inspector as ri
from rpn_inspector.recorders.torchvision import record

DETECTION = torchvision.models.detection
KINDS = {
    "faster": "fasterrcnn_mobilenet_v3_large_320_fpn",
    "retinanet": "retinanet_resnet50_fpn",
    "ssdlite": "ssdlite320_mobilenet_v3_large",
}


@dataclass
class Watched:
    """What the training itself did: gradients (parameters,) a step, labels (N,) by epoch and picture."""

    gradients: list[torch.Tensor] = field(default_factory=list)
    labels: dict[tuple[int, str], np.ndarray] = field(default_factory=dict)


def main() -> int:
    """Train twice, open the dumps, print one line a picture; exit 1 where anything differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("output", type=Path, help="a new folder, of a dump for each epoch")
    parser.add_argument("--kind", choices=KINDS, default="faster")
    parser.add_argument("--pictures", type=int, default=6)
    parser.add_argument("--batch", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--amp", choices=("float16", "bfloat16"), help="by autocast")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tolerance", type=float, default=1e-5, help="relative, of a loss")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    dataset = ri.open_dataset(asked.dataset)
    samples = [dataset[index] for index in range(min(asked.pictures, len(dataset)))]
    asked.output.mkdir(parents=True)
    seen, alone = _train(dataset, samples, asked, True), _train(dataset, samples, asked, False)
    same = all(torch.equal(one, other) for one, other in zip(seen.gradients, alone.gradients, strict=True))
    print(f"torch {torch.__version__}, torchvision {torchvision.__version__}, {KINDS[asked.kind]}, AMP {asked.amp}")
    print(f"gradients of {len(seen.gradients)} steps equal with and without the recorder: {same}")
    worst = max(
        agreement(dataset, samples, asked.output / f"epoch{epoch}.rpn", seen.labels) for epoch in range(asked.epochs)
    )
    print(f"largest relative difference of a loss {worst:.2e}")
    return int(not same or worst > asked.tolerance)


def _model(kind: str, classes: int) -> torch.nn.Module:
    build = getattr(DETECTION, KINDS[kind])
    none = {"weights": None, "weights_backbone": None, "num_classes": classes + (kind != "retinanet")}
    if kind == "ssdlite":
        return build(**none, iou_thresh=0.45)
    if kind == "retinanet":
        return build(**none, min_size=(128, 160), max_size=224, fg_iou_thresh=0.6, bg_iou_thresh=0.3)
    model = build(
        **none, min_size=(192, 256, 320), max_size=448, rpn_fg_iou_thresh=0.6, rpn_bg_iou_thresh=0.2,
        rpn_batch_size_per_image=96, rpn_positive_fraction=0.25, rpn_nms_thresh=0.6, rpn_pre_nms_top_n_train=700,
        rpn_post_nms_top_n_train=300, box_fg_iou_thresh=0.55, box_bg_iou_thresh=0.45, box_batch_size_per_image=64,
        box_positive_fraction=0.3, bbox_reg_weights=(8.0, 8.0, 4.0, 4.0),
    )  # fmt: skip
    model.rpn.anchor_generator = AnchorGenerator(((12, 24, 48, 96, 160),) * 3, ((0.4, 1.0, 2.2),) * 3)
    return model


def _train(dataset: ri.Dataset, samples: list[ri.Sample], asked: argparse.Namespace, recorded: bool) -> Watched:
    torch.manual_seed(asked.seed)
    random = np.random.default_rng(asked.seed)
    watched, model = Watched(), _model(asked.kind, len(dataset.classes)).train()
    for module in model.modules():
        if isinstance(module, torch.nn.BatchNorm2d):  # as in the libraries' own recipes, and batches are small
            module.eval()
    optimiser = torch.optim.SGD(model.parameters(), 1e-3)
    for epoch in range(asked.epochs):
        path = asked.output / f"epoch{epoch}.rpn"
        with record(model, path, step=epoch) if recorded else nullcontext() as recording:
            for first in range(0, len(samples), asked.batch):
                now = samples[first : first + asked.batch]
                pairs = [_fed(sample, bool(random.integers(2)), int(asked.kind != "retinanet")) for sample in now]
                if recording is not None:
                    recording.name(*(sample.name for sample in now))
                keys = [(epoch, sample.name) for sample in now]
                _step(model, optimiser, pairs, asked.amp, watched, keys)
    return watched


def _step(
    model: torch.nn.Module,
    optimiser: torch.optim.Optimizer,
    pairs: list[tuple[torch.Tensor, dict[str, torch.Tensor]]],
    amp: str | None,
    watched: Watched,
    keys: list[tuple[int, str]],
) -> None:
    rpn = getattr(model, "rpn", None)

    def labelled(anchors: object, targets: object) -> object:
        found = type(rpn).assign_targets_to_anchors(rpn, anchors, targets)
        watched.labels |= {key: one.numpy().astype(np.int8) for key, one in zip(keys, found[0], strict=True)}
        return found

    if rpn is not None:
        rpn.assign_targets_to_anchors = labelled
    with torch.autocast("cpu", getattr(torch, amp)) if amp else nullcontext():
        losses = model(*map(list, zip(*pairs, strict=True)))
    optimiser.zero_grad()
    sum(losses.values()).backward()
    grads = [parameter.grad for parameter in model.parameters() if parameter.grad is not None]
    watched.gradients.append(torch.cat([grad.flatten() for grad in grads]))
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()


def _fed(sample: ri.Sample, flipped: bool, first: int) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    """Return a picture (3, H, W) and its target; ``first`` is the first class."""
    pixels, boxes, classes = as_trained(sample, flipped)
    picture = torch.from_numpy(pixels).permute(2, 0, 1).float() / 255
    return picture, {"boxes": torch.from_numpy(boxes), "labels": torch.from_numpy(classes + first)}


if __name__ == "__main__":
    sys.exit(main())
