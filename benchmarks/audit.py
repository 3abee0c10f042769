"""Time the audit of a dataset of COCO train2017's shape against a loop over `inspect` and a dense count.

    python benchmarks/audit.py [--images 118287] [--sample 40] [--workers 2] [--runs 3] [--json]

The dataset has the sizes, the boxes a picture and the sizes of boxes of COCO train2017 (118,287 pictures, 857,000
boxes) and is made by a fixed seed. All sides run in this one process, one after the other, BLAS on one thread; loop and
dense count run over a sample of the pictures and are scaled up. ``--workers`` adds the audit in that many processes,
this one among them, as the command counts, and what the machine itself allows: each of the ``--runs`` alone, right
after in several processes, and right after that as many whole audits at once, each in a process of its own with the
data there already. ``ceiling`` is how much faster those are done than one after the other: 2 only where a second busy
core takes nothing from the first; ``of_the_ceiling`` is what the audit reaches of it. All are medians of wall time,
which needs as many idle cores. A process starts faster where bytecode is cached, as in an installation.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import multiprocessing
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import TypeVar

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from measuring import loaded, peak_mib

from rpn_inspector.analysis.audit.annotation_columns import AnnotationColumns
from rpn_inspector.analysis.audit.audit import Audit, audited
from rpn_inspector.analysis.audit.execution import Here, Processes
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import Recipe, load_recipe
from rpn_inspector.core.sample import Sample

SIZES = ((480, 640), (427, 640), (640, 480), (640, 427), (426, 640), (375, 500))
TRAIN = 118_287
T = TypeVar("T")


def shape_of_train2017(images: int, seed: int = 3) -> AnnotationColumns:
    """Return ``images`` pictures with boxes as in COCO train2017: 7.25 a picture, most small."""
    generator = np.random.default_rng(seed)
    count = np.minimum(generator.negative_binomial(0.9, 0.9 / (0.9 + 7.27), images), 93)
    size = np.array(SIZES, np.int64)[generator.integers(0, len(SIZES), images)]
    image = np.repeat(np.arange(images), count)
    side = np.exp(generator.normal(np.log(51), 1.05, len(image)))
    aspect = np.exp(generator.normal(0, 0.5, len(image)))
    width = np.clip(side * np.sqrt(aspect), 2, size[image, 1] - 1)
    height = np.clip(side / np.sqrt(aspect), 2, size[image, 0] - 1)
    x, y = generator.uniform(0, size[image, 1] - width), generator.uniform(0, size[image, 0] - height)
    return AnnotationColumns(
        dataset="train2017's shape",
        format="made here",
        names=[f"{number:012}.jpg" for number in range(images)],
        classes=("thing",),
        size=size,
        first=np.concatenate([np.zeros(1, np.int64), np.cumsum(count)]),
        box=np.stack([x, y, x + width, y + height], 1),
        label=np.zeros(len(image), np.int64),
        kind=np.zeros(len(image), np.int8),
        area=np.full(len(image), np.nan),
        zero=np.zeros(len(image), bool),
        left_image=np.zeros(0, np.int64),
        left_box=np.zeros((0, 4)),
        opened=0,
        problems={},
        skipped={},
    )


def sample_of(data: AnnotationColumns, index: int) -> Sample:
    """Return one picture as a `Sample`."""
    rows = slice(int(data.first[index]), int(data.first[index + 1]))
    height, width = data.size[index].tolist()
    return Sample(data.names[index], (height, width), gt=data.box[rows])


def loop(data: AnnotationColumns, chosen: list[int], recipe: Recipe) -> int:
    """Return the number of positives of ``chosen`` pictures, by `inspect` picture by picture."""
    return sum(inspect(sample_of(data, index), recipe).positive.size for index in chosen)


def dense(data: AnnotationColumns, chosen: list[int], recipe: Recipe) -> int:
    """Return the same by the whole matrix of IoUs, as written by hand in NumPy; torchvision's rules."""
    positives = 0
    low, high = np.float32(recipe.matcher.thresholds["negative"]), np.float32(recipe.matcher.thresholds["positive"])
    for index in chosen:
        sample = sample_of(data, index)
        frame = recipe.resize.of(sample.size)
        gt, every = frame.to_network(sample.gt), recipe.grid(frame.padded_size).all_boxes()
        if not len(gt):
            continue
        matrix = np.stack([iou_with(box, every) for box in gt])
        best = matrix.max(0)
        label = np.where(best >= high, 1, np.where(best < low, 0, -1))
        label[(matrix == matrix.max(1, keepdims=True)).any(0)] = 1
        positives += int((label == 1).sum())
    return positives


def timed(run: Callable[[], T]) -> tuple[float, T]:
    """Return the seconds and the result of ``run()``."""
    started = time.perf_counter()
    result = run()
    return time.perf_counter() - started, result


def cpu() -> tuple[float, float]:
    """Return the CPU seconds of this process and of those it has ended."""
    used = os.times()
    return used.user + used.system, used.children_user + used.children_system


def whole_audits(pipe: Connection, images: int, name: str) -> None:
    """Audit everything, each time the pipe asks; it is told when the data is there and when an audit is done."""
    recipe, data = load_recipe(name), shape_of_train2017(images)
    pipe.send(True)
    while pipe.recv():
        audited(data, recipe, Here())
        pipe.send(True)


@contextmanager
def independent(number: int, images: int, name: str) -> Iterator[Callable[[], None]]:
    """Yield what runs ``number`` whole audits at once, each in a process that idles until then."""
    context = multiprocessing.get_context("spawn")
    pairs = [context.Pipe() for _ in range(number)]
    processes = [context.Process(target=whole_audits, args=(theirs, images, name), daemon=True) for _, theirs in pairs]
    for process in processes:
        process.start()
    mine = [pipe for pipe, _ in pairs]
    for pipe in mine:
        pipe.recv()

    def run() -> None:
        for pipe in mine:
            pipe.send(True)
        for pipe in mine:
            pipe.recv()

    yield run
    for pipe, process in zip(mine, processes, strict=True):
        pipe.send(False)
        process.join()


def side_by_side(
    data: AnnotationColumns, recipe: Recipe, workers: int, at_once: Callable[[], None]
) -> dict[str, float]:
    """Return the seconds of the audit in this process, then in ``workers``, then of whole ones ``at_once``."""
    first = cpu()
    alone, _ = timed(lambda: audited(data, recipe, Here()))
    before = cpu()
    several, _ = timed(lambda: audited(data, recipe, Processes(workers, own=True)))
    after = cpu()
    whole, _ = timed(at_once)
    faster, ceiling = alone / several, workers * alone / whole
    return {
        "alone": alone,
        "alone_cpu": before[0] - first[0],
        "several": several,
        "own_cpu": after[0] - before[0],
        "others_cpu": after[1] - before[1],
        "whole_at_once": whole,
        "faster": faster,
        "ceiling": ceiling,
        "of_the_ceiling": faster / ceiling,
        "load": loaded(),
    }


def same(one: Audit, other: Audit) -> bool:
    """Return whether two audits have equal columns, to the bit."""
    for field in dataclasses.fields(one):
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        if isinstance(mine, np.ndarray) and mine.tobytes() != theirs.tobytes():
            return False
    return bool((one.targets.squares == other.targets.squares).all())


def main() -> None:
    """Measure, and print a table or JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--images", type=int, default=TRAIN)
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--recipe", default="torchvision-fpn")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    recipe, data = load_recipe(asked.recipe), shape_of_train2017(asked.images)
    seconds, found = timed(lambda: audited(data, recipe, Here()))
    memory = peak_mib()
    chosen = np.random.default_rng(0).choice(asked.images, min(asked.sample, asked.images), replace=False).tolist()
    loop_seconds, by_loop = timed(lambda: loop(data, chosen, recipe))
    dense_seconds, by_dense = timed(lambda: dense(data, chosen, recipe))
    here = int(found.positives[chosen].sum())
    scale = asked.images / len(chosen)
    result = {
        "recipe": recipe.name,
        "images": asked.images,
        "boxes": len(data.box),
        "audit_seconds": round(seconds, 2),
        "of_train2017_seconds": round(seconds * TRAIN / asked.images, 1),
        "loop_seconds": round(loop_seconds * scale, 1),
        "dense_seconds": round(dense_seconds * scale, 1),
        "against_loop": round(loop_seconds * scale / seconds, 1),
        "against_dense": round(dense_seconds * scale / seconds, 1),
        "positives_of_the_sample": {"audit": here, "loop": by_loop, "dense": by_dense},
        "peak_mib": round(memory, 1),
        "load": loaded(),
    }
    if asked.workers > 1:
        other = audited(data, recipe, Processes(asked.workers, own=True))
        with independent(asked.workers, asked.images, asked.recipe) as at_once:
            runs = [side_by_side(data, recipe, asked.workers, at_once) for _ in range(asked.runs)]
        result |= {
            "workers": asked.workers,
            "bytecode": "written" if not sys.dont_write_bytecode else "not written",
            "runs": [{name: round(value, 2) for name, value in run.items()} for run in runs],
            **{
                name: round(statistics.median(run[name] for run in runs), 2)
                for name in ("faster", "ceiling", "of_the_ceiling")
            },
            "equal_bytes": same(found, other),
        }
    print(json.dumps(result, indent=1) if asked.json else "\n".join(f"{key:>24}  {result[key]}" for key in result))


if __name__ == "__main__":
    main()
