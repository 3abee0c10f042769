"""Measure what a recorder costs a training step of torchvision's models, recording each step and every n-th.

Run it where torch and torchvision are installed, with this package importable:

    python tools/measure_recorder.py out --kind faster --every 100

CPU seconds of this process, so that other programs on the machine count less.
"""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import nullcontext
from pathlib import Path

import torch
import torchvision

from rpn_inspector.recorders.torchvision import record

KINDS = {
    "faster": "fasterrcnn_mobilenet_v3_large_320_fpn",
    "retinanet": "retinanet_resnet50_fpn",
    "ssdlite": "ssdlite320_mobilenet_v3_large",
}
CLASSES = 7


def main() -> int:
    """Print the seconds of a step without and with the recorder, and the cost of every n-th; exit 1 above 5 %."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path, help="a new folder, of the dumps")
    parser.add_argument("--kind", choices=KINDS, default="faster")
    parser.add_argument("--side", type=int, default=320, help="of the pictures, px")
    parser.add_argument("--batch", type=int, default=2)
    parser.add_argument("--steps", type=int, default=6, help="measured, after one that is not")
    parser.add_argument("--every", type=int, default=100)
    asked = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    asked.output.mkdir(parents=True)
    more = {} if asked.kind == "ssdlite" else {"min_size": asked.side, "max_size": 2 * asked.side}
    build = getattr(torchvision.models.detection, KINDS[asked.kind])
    model = build(weights=None, weights_backbone=None, num_classes=CLASSES, **more).train()
    alone = _seconds(model, asked, nullcontext())
    each = _seconds(model, asked, record(model, asked.output / "each.rpn"))
    # a step not recorded: the first of the block is, and is not measured
    between = _seconds(model, asked, record(model, asked.output / "nth.rpn", every=1 << 30))
    cost = max(each - alone, 0.0) / asked.every + max(between - alone, 0.0) * (1 - 1 / asked.every)
    print(f"{KINDS[asked.kind]}, batches of {asked.batch} at {asked.side} px, CPU seconds of the fastest step:")
    print(f"without {alone:.3f}, recorded {each:.3f}, not recorded {between:.3f}")
    print(
        f"every {asked.every}th recorded: {100 * cost / alone:.2f} % of a step; each recorded: {each / alone - 1:.0%}"
    )
    return int(cost > 0.05 * alone)


def _seconds(model: torch.nn.Module, asked: argparse.Namespace, recorded: object) -> float:
    """Return the CPU seconds of the fastest step, forward and backward."""
    pictures = [torch.rand(3, asked.side, asked.side) for _ in range(asked.batch)]
    boxes = torch.tensor([[10.0, 10, 90, 120], [100, 60, 220, 200]])
    target = {"boxes": boxes, "labels": torch.tensor([1, 2])}
    spent = []
    with recorded:
        for _ in range(asked.steps + 1):
            begun = time.process_time()
            model.zero_grad()
            sum(model(pictures, [target] * asked.batch).values()).backward()
            spent.append(time.process_time() - begun)
    return min(spent[1:])


if __name__ == "__main__":
    sys.exit(main())
