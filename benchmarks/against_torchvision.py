"""Assignment, proposals and the whole inspection against torchvision's own RPN code, both sides in one run.

Needs torch and torchvision beside this package's NumPy core (an environment of its own: they are no dependency):
    python benchmarks/against_torchvision.py [--repeats 7] [--json]
The job: 800 x 1333 px, FPN strides 4 to 64, 3 ratios, 267,069 anchors, COCO-like ground truths, one thread each side.
Prints medians and ratios, and checks that both sides agree before it times them.
"""

import argparse
import json
import os
import statistics
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import torch
from torchvision.models.detection._utils import BoxCoder, Matcher
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.image_list import ImageList
from torchvision.models.detection.rpn import RegionProposalNetwork, RPNHead
from torchvision.ops import box_iou

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import propose
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample

SIZE = (800, 1333)
FEATURES = [(-(-SIZE[0] // stride), -(-SIZE[1] // stride)) for stride in (4, 8, 16, 32, 64)]


def truths(count, generator):
    """Return COCO-like boxes (count, 4): log-normal sizes around 85 px."""
    size = np.exp(generator.normal(np.log(85), 1.05, count))
    aspect = np.exp(generator.normal(0, 0.5, count))
    width = np.clip(size * np.sqrt(aspect), 4, SIZE[1] - 1)
    height = np.clip(size / np.sqrt(aspect), 4, SIZE[0] - 1)
    x, y = generator.uniform(0, SIZE[1] - width), generator.uniform(0, SIZE[0] - height)
    return np.stack([x, y, x + width, y + height], 1).astype(np.float32)


def outputs(grid, gt, generator, trained):
    """Return logits (N,) and deltas (N, 4): noise, or scores and shifts that gather around the ground truths."""
    logits = generator.normal(-3, 1.5, grid.size).astype(np.float32)
    deltas = generator.normal(0, 0.2, (grid.size, 4)).astype(np.float32)
    if trained:
        from rpn_inspector.core.coder import encode

        recipe = load_recipe("torchvision-fpn")
        assignment = recipe.matcher.assign(grid, gt, SIZE)
        pull = encode(grid.all_boxes(), gt[assignment.best_gt], recipe)
        near = np.exp(-np.abs(pull).sum(1))
        logits = (8 * near - 5 + generator.normal(0, 0.8, grid.size)).astype(np.float32)
        deltas = (np.clip(pull, -1.5, 1.5) * 0.8 + generator.normal(0, 0.1, (grid.size, 4))).astype(np.float32)
    return logits, deltas


def network():
    anchors = AnchorGenerator(((32,), (64,), (128,), (256,), (512,)), ((0.5, 1.0, 2.0),) * 5)
    top = {"training": 2000, "testing": 2000}
    kept = {"training": 1000, "testing": 1000}
    return RegionProposalNetwork(anchors, RPNHead(8, 3), 0.7, 0.3, 256, 0.5, top, kept, 0.7).eval()


def timed(jobs, repeats):
    """Return each job's median in ms; the jobs take turns, so that noise meets all of them."""
    times = {name: [] for name in jobs}
    for _ in range(repeats):
        for name, job in jobs.items():
            started = time.perf_counter()
            job()
            times[name].append(1e3 * (time.perf_counter() - started))
    return {name: statistics.median(values) for name, values in times.items()}


def main():
    """Run all comparisons and print them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    generator = np.random.default_rng(0)
    recipe = load_recipe("torchvision-fpn")
    proposals = {"pre_nms": 2000, "post_nms": 1000}
    recipe = replace_stage(recipe, "proposals", proposals)
    grid = recipe.grid(SIZE, FEATURES)
    boxes = torch.from_numpy(grid.all_boxes())
    rows = []
    matcher = Matcher(0.7, 0.3, allow_low_quality_matches=True)
    for count in (8, 20, 63, 200):
        gt = truths(count, generator)
        gt_torch = torch.from_numpy(gt)
        ours, theirs = recipe.matcher.assign(grid, gt, SIZE), matcher(box_iou(gt_torch, boxes)).numpy()
        same = np.array_equal(np.where(ours.label == 1, ours.gt, np.where(ours.label == 0, -1, -2)), theirs)
        jobs = {
            "ours": lambda gt=gt: recipe.matcher.assign(grid, gt, SIZE),
            "torchvision": lambda gt=gt_torch: matcher(box_iou(gt, boxes)),
        }
        rows.append(row(f"assignment, {count} boxes", timed(jobs, options.repeats), same))
    rows += propose_rows(grid, recipe, generator, options.repeats)
    rows.append(whole_row(grid, recipe, boxes, generator, options.repeats))
    if options.json:
        print(json.dumps({"anchors": grid.size, "rows": rows}, indent=1))
        return
    print(f"{'work':<32}{'ours ms':>10}{'torchvision ms':>16}{'ratio':>10}  same result")
    for entry in rows:
        ratio = f"1/{entry['torchvision'] / entry['ours']:.1f}"
        print(f"{entry['work']:<32}{entry['ours']:>10.2f}{entry['torchvision']:>16.1f}{ratio:>10}  {entry['same']}")


def replace_stage(recipe, stage, fields):
    import dataclasses

    return dataclasses.replace(recipe, **{stage: dataclasses.replace(getattr(recipe, stage), **fields)})


def row(work, medians, same):
    return {"work": work, **medians, "same": bool(same)}


def propose_rows(grid, recipe, generator, repeats):
    rows, rpn = [], network()
    for trained in (False, True):
        logits, deltas = outputs(grid, truths(20, generator), generator, trained)
        decoded = BoxCoder((1.0, 1.0, 1.0, 1.0))
        boxes, shifts = torch.from_numpy(grid.all_boxes()), torch.from_numpy(deltas)
        scores = torch.from_numpy(logits)[None]
        counts = [level.count for level in grid.levels]

        def theirs(boxes=boxes, shifts=shifts, scores=scores, decoded=decoded, counts=counts):
            found = decoded.decode_single(shifts, boxes)[None]
            return rpn.filter_proposals(found, scores, [SIZE], counts)

        ours = propose(grid, logits, deltas, recipe, SIZE)
        wanted = theirs()[0][0].numpy()
        same = ours.boxes.shape == wanted.shape and np.abs(ours.boxes - wanted).max() < 1e-3
        jobs = {
            "ours": lambda a=logits, b=deltas: propose(grid, a, b, recipe, SIZE),
            "torchvision": theirs,
        }
        name = "proposals, trained-like" if trained else "proposals, random"
        rows.append(row(name, timed(jobs, repeats), same))
    return rows


def whole_row(grid, recipe, boxes, generator, repeats):
    """Everything for one picture with 20 boxes: assignment, targets, losses, decoding, proposals."""
    gt = truths(20, generator)
    logits, deltas = outputs(grid, gt, generator, True)
    prediction = Prediction(objectness=logits, deltas=deltas, network_size=SIZE, padded_size=SIZE)
    sample = Sample("x", SIZE, gt=gt)
    rpn, gt_torch = network(), torch.from_numpy(gt)
    scores, shifts = torch.from_numpy(logits)[:, None], torch.from_numpy(deltas)
    counts = [level.count for level in grid.levels]

    def theirs():
        labels, matched = rpn.assign_targets_to_anchors([boxes], [{"boxes": gt_torch}])
        targets = rpn.box_coder.encode(matched, [boxes])
        losses = rpn.compute_loss(scores, shifts, labels, targets)
        found = rpn.box_coder.decode(shifts, [boxes]).view(1, -1, 4)
        return losses, rpn.filter_proposals(found, scores.view(1, -1), [SIZE], counts)

    ours = inspect(sample, recipe, prediction)
    labels = rpn.assign_targets_to_anchors([boxes], [{"boxes": gt_torch}])[0][0].numpy()
    same = ours.grid.size == grid.size and np.array_equal(ours.assignment.label, labels.astype(np.int8))
    jobs = {"ours": lambda: inspect(sample, recipe, prediction), "torchvision": theirs}
    return row("whole inspection, 20 boxes", timed(jobs, repeats), same)


if __name__ == "__main__":
    _ = ImageList  # the type the RPN's own forward takes; named for readers of torchvision
    main()
