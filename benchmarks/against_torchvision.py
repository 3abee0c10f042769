"""Assignment, proposals and the whole inspection against torchvision's own RPN code, both sides in one run.

Needs torch and torchvision beside this package's NumPy core (an environment of its own: they are no dependency):
    python benchmarks/against_torchvision.py [--repeats 7] [--threads 1] [--json]
The job: 800 x 1333 px, FPN strides 4 to 64, 3 ratios, 267,069 anchors, COCO-like ground truths; RetinaNet's and
SSD300's grids beside it. Medians of CPU time and ratios; both sides are compared before they are timed.
``--threads 0`` leaves torch its default number of threads, and counts what a user waits for.
"""

import argparse
import json
import os
import re
import sys
import time

if not re.search(r"--threads[= ]0(?!\S)", " ".join(sys.argv)):
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import torch
from measuring import in_turn, loaded, peak_mib
from torchvision.models.detection._utils import BoxCoder, Matcher, SSDMatcher
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


def truths(count, generator, size=SIZE):
    """Return COCO-like boxes (count, 4): log-normal sizes around 85 px in 800 x 1333 px."""
    side = np.exp(generator.normal(np.log(85 * size[1] / SIZE[1]), 1.05, count))
    aspect = np.exp(generator.normal(0, 0.5, count))
    width = np.clip(side * np.sqrt(aspect), 4, size[1] - 1)
    height = np.clip(side / np.sqrt(aspect), 4, size[0] - 1)
    x, y = generator.uniform(0, size[1] - width), generator.uniform(0, size[0] - height)
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


def main():
    """Run all comparisons and print them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1, help="of torch; 0 for its default, timed by the wall")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.threads:
        torch.set_num_threads(options.threads)
    generator = np.random.default_rng(0)
    recipe = replace_stage(load_recipe("torchvision-fpn"), "proposals", {"pre_nms": 2000, "post_nms": 1000})
    grid = recipe.grid(SIZE, FEATURES)
    work = Work(options.repeats, time.process_time if options.threads else time.perf_counter)
    rpn = Matcher(0.7, 0.3, allow_low_quality_matches=True)
    rows = [work.assignment("torchvision-fpn", grid, SIZE, rpn, count, generator) for count in (8, 20, 63, 200)]
    own_draw = np.random.default_rng(1)  # the other rows keep the boxes they had
    rows += [work.overlaps("torchvision-fpn", grid, SIZE, rpn, count, own_draw) for count in (20, 200)]
    size = (800, 1344)
    for name, matcher in (
        ("detectron2-fpn", rpn),  # torchvision's matcher, which says the same of this grid
        ("retinanet-torchvision", Matcher(0.5, 0.4, allow_low_quality_matches=True)),
    ):
        own = load_recipe(name).grid(size)
        rows += [work.assignment(name, own, SIZE, matcher, count, generator) for count in (20, 200)]
    small = load_recipe("ssd300-torchvision").grid((300, 300))
    ssd = ("ssd300-torchvision", small, (300, 300), SSDMatcher(0.5))
    rows += [work.assignment(*ssd, count, generator) for count in (1, 8, 200)]
    rows += work.proposals(grid, recipe, generator)
    rows.append(work.whole(grid, recipe, generator))
    if options.json:
        threads = torch.get_num_threads()
        facts = {"threads": threads, "load": loaded(), "peak_mib": peak_mib(), "anchors": grid.size}
        print(json.dumps({**facts, "rows": rows}, indent=1))
        return
    print(f"load {loaded():.1f}, {torch.get_num_threads()} threads of torch")
    print(f"{'work':<46}{'ours ms':>10}{'torchvision ms':>16}{'ratio':>10}  same result")
    for entry in rows:
        ours, theirs = entry["ours"]["median"], entry["torchvision"]["median"]
        print(f"{entry['work']:<46}{ours:>10.2f}{theirs:>16.1f}{f'1/{theirs / ours:.1f}':>10}  {entry['same']}")


def replace_stage(recipe, stage, fields):
    import dataclasses

    return dataclasses.replace(recipe, **{stage: dataclasses.replace(getattr(recipe, stage), **fields)})


def batch_of(inspection):
    """Return the mini-batch of an inspection as torchvision's sampler gives one: masks (N,) of each picture."""
    masks = torch.zeros(2, inspection.grid.size, dtype=torch.bool)
    masks[0, inspection.sampled_positive.copy()] = True
    masks[1, inspection.sampled_negative.copy()] = True
    return (masks[0],), (masks[1],)


class Work:
    """The jobs of both sides, timed in turn."""

    def __init__(self, repeats, clock):
        self.repeats, self.clock = repeats, clock

    def row(self, work, ours, theirs, same):
        return {
            "work": work,
            "same": bool(same),
            **in_turn({"ours": ours, "torchvision": theirs}, self.repeats, self.clock),
        }

    def assignment(self, name, grid, size, matcher, count, generator):
        """Labels and owners of one picture."""
        recipe, gt, boxes = load_recipe(name), truths(count, generator, size), torch.from_numpy(grid.all_boxes())
        gt_torch = torch.from_numpy(gt)
        ours, theirs = recipe.matcher.assign(grid, gt, size), matcher(box_iou(gt_torch, boxes)).numpy()
        same = np.array_equal(np.where(ours.label == 1, ours.gt, np.where(ours.label == 0, -1, -2)), theirs)
        return self.row(
            f"assignment, {name}, {count} boxes",
            lambda: recipe.matcher.assign(grid, gt, size),
            lambda: matcher(box_iou(gt_torch, boxes)),
            same,
        )

    def overlaps(self, name, grid, size, matcher, count, generator):
        """The same with every anchor's best IoU, which ours computes only when it is asked for."""
        recipe, gt, boxes = load_recipe(name), truths(count, generator, size), torch.from_numpy(grid.all_boxes())
        gt_torch = torch.from_numpy(gt)
        same = np.array_equal(recipe.matcher.assign(grid, gt, size).iou, box_iou(gt_torch, boxes).max(0).values.numpy())
        return self.row(
            f"assignment and every anchor's IoU, {count} boxes",
            lambda: recipe.matcher.assign(grid, gt, size).iou,
            lambda: matcher(box_iou(gt_torch, boxes)),
            same,
        )

    def proposals(self, grid, recipe, generator):
        """Decoding, top-k and NMS; ours with each suppressor."""
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
            name = "proposals, trained-like" if trained else "proposals, random"

            def own(logits=logits, deltas=deltas):
                return propose(grid, logits, deltas, recipe, SIZE)

            rows.append(self.row(name, own, theirs, same))
        return rows

    def whole(self, grid, recipe, generator):
        """Everything for one picture with 20 boxes: assignment, targets, losses, decoding, proposals."""
        gt = truths(20, generator)
        logits, deltas = outputs(grid, gt, generator, True)
        prediction = Prediction(objectness=logits, deltas=deltas, network_size=SIZE, padded_size=SIZE)
        sample = Sample("x", SIZE, gt=gt)
        boxes = torch.from_numpy(grid.all_boxes())
        rpn, gt_torch = network(), torch.from_numpy(gt)
        scores, shifts = torch.from_numpy(logits)[:, None], torch.from_numpy(deltas)
        counts = [level.count for level in grid.levels]

        def theirs():
            labels, matched = rpn.assign_targets_to_anchors([boxes], [{"boxes": gt_torch}])
            targets = rpn.box_coder.encode(matched, [boxes])
            losses = rpn.compute_loss(scores, shifts, labels, targets)
            found = rpn.box_coder.decode(shifts, [boxes]).view(1, -1, 4)
            return losses, rpn.filter_proposals(found, scores.view(1, -1), [SIZE], counts)

        ours, drawn = inspect(sample, recipe, prediction), rpn.fg_bg_sampler
        rpn.fg_bg_sampler = lambda _: batch_of(ours)
        losses, (found, _) = theirs()
        rpn.fg_bg_sampler = drawn  # timed with a draw of its own
        labels = rpn.assign_targets_to_anchors([boxes], [{"boxes": gt_torch}])[0][0].numpy()
        same = np.array_equal(ours.assignment.label, labels.astype(np.int8))
        same &= np.allclose([ours.loss.objectness, ours.loss.box], losses, rtol=1e-5, atol=0)
        same &= (
            ours.proposals.boxes.shape == found[0].shape
            and np.abs(ours.proposals.boxes - found[0].numpy()).max() < 1e-3
        )
        return self.row("whole inspection, 20 boxes", lambda: inspect(sample, recipe, prediction), theirs, same)


if __name__ == "__main__":
    _ = ImageList  # the type the RPN's own forward takes; named for readers of torchvision
    main()
