"""How the time grows: of an inspection with ground truths and with the picture's size, of an opening with files.

usage: python benchmarks/growth.py [--repeats 5] [--json]
CPU time, the least of the repeats. The exponent is that of the power of the size between the last two rows: 1 is
linear.
"""

from __future__ import annotations

import argparse
import dataclasses
import itertools
import json
import math
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
HOME = tempfile.TemporaryDirectory()
os.environ["RPN_INSPECTOR_HOME"] = HOME.name

import numpy as np  # noqa: E402
from measuring import loaded  # noqa: E402
from opening import coco_file, write_coco, write_folder  # noqa: E402

from rpn_inspector.core.inspection import inspect  # noqa: E402
from rpn_inspector.core.recipe import load_recipe  # noqa: E402
from rpn_inspector.core.sample import Sample  # noqa: E402
from rpn_inspector.data.datasets.open_dataset import open_dataset  # noqa: E402

RECIPES = ("torchvision-fpn", "retinanet-torchvision", "ssd300-torchvision")


def sample(size: tuple[int, int], boxes: int) -> Sample:
    """Return a picture of ``size`` (h, w) with ground truths of 20 to 200 px."""
    rng = np.random.default_rng(0)
    corners = rng.uniform(0, (size[1] - 200, size[0] - 200), (boxes, 2))
    return Sample("a", size, np.concatenate([corners, corners + rng.uniform(20, 200, (boxes, 2))], 1))


def least(work: Callable[[], object], repeats: int) -> float:
    """Return the least CPU time of some repeats, ms."""
    taken = []
    for _ in range(repeats):
        start = time.process_time()
        work()
        taken.append(1e3 * (time.process_time() - start))
    return min(taken)


def curve(sizes: Sequence[int], job: Callable[[int], Callable[[], object]], repeats: int) -> dict[str, object]:
    """Return the times of a job by size, and the exponent of the last step."""
    times = {size: least(job(size), repeats) for size in sizes}
    (one, two), (a, b) = list(times)[-2:], list(times.values())[-2:]
    return {"ms": times, "exponent": math.log(b / a) / math.log(two / one)}


def _crowded(name: str) -> Callable[[int], Callable[[], object]]:
    recipe = load_recipe(name)

    def job(boxes: int) -> Callable[[], object]:
        found = sample((800, 1333), boxes)
        return lambda: inspect(found, recipe)

    return job


def _sized(side: int) -> Callable[[], object]:
    recipe = load_recipe("torchvision-fpn")
    whole = dataclasses.replace(recipe, resize=dataclasses.replace(recipe.resize, short=side, long=side))
    found = sample((side, side), 20)
    return lambda: inspect(found, whole)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    told = {}
    for name in RECIPES:
        told[f"inspect under {name}, ground truths"] = curve((1, 10, 100, 1000), _crowded(name), asked.repeats)
    told["inspect under torchvision-fpn, pixels a side"] = curve((400, 800, 1600, 3200), _sized, asked.repeats)
    with tempfile.TemporaryDirectory() as place:
        for number, kind in itertools.product((1000, 2000, 4000), ("voc", "yolo", "labelme", "kitti")):
            write_folder(Path(place) / f"{kind}-{number}", kind, number)
        for kind in ("voc", "yolo", "labelme", "kitti"):
            told[f"open {kind}, files"] = curve(
                (1000, 2000, 4000), lambda n, kind=kind: lambda: open_dataset(Path(place) / f"{kind}-{n}"), 1
            )
        for number in (1000, 4000, 16000):
            write_coco(coco_file(Path(place), number), number)
        told["open COCO, images"] = curve(
            (1000, 4000, 16000), lambda n: lambda: open_dataset(coco_file(Path(place), n)), 1
        )
    if asked.json:
        print(json.dumps({"curves": told, "load": loaded()}))
        return
    for name, found in told.items():
        shown = "  ".join(f"{size:,}: {ms:.1f}" for size, ms in dict(found["ms"]).items())  # type: ignore[call-overload]
        print(f"{name:<52} exponent {found['exponent']:.2f}   ms: {shown}")
    print(f"load {loaded():.1f}")


if __name__ == "__main__":
    main()
