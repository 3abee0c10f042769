"""Assigners that look at the prediction, drawn for the laws, and what they do by brute force: every pair looked at."""

import math

import numpy as np
from drawn import drawn
from test_matcher import YOLO

from rpn_inspector.core.answers import Answers
from rpn_inspector.core.assigners import ASSIGNERS
from rpn_inspector.core.recipe import load_recipe

POINTS = load_recipe("yolov8").with_tables({"anchors": {"names": ["a", "b"], "strides": [8, 16]}})
CLASSES = 3


def fields_of(rule, grid, **values):
    """Return a strategy of (assigner, grid), each field of the assigner one of its values."""
    return drawn(lambda codes: (rule(**{name: codes.one(values[name]) for name in values}), grid), len(values))


def _on(rule, recipe, **values):
    return fields_of(ASSIGNERS.rules[rule], recipe.grid((96, 128)), **values)


DYNAMIC = {
    "task_aligned": _on(
        "task_aligned", POINTS, topk=[1, 3, 10], keep=[0, 1, 2], alpha=[0.5, 1.0], beta=[1.0, 6.0],
        small_side=[0.0, 16.0],
    ),
    "simota": _on(
        "simota", POINTS, radius=[0.5, 2.5], topk=[1, 10], iou_weight=[1.0, 3.0], class_weight=[0.5, 1.0]
    ),
    "soft_label": _on("soft_label", POINTS, radius=[1.0, 3.0], topk=[1, 13]),
    "ota": _on("ota", YOLO, limit=[1.5, 4.0], neighbours=[0.0, 0.5], topk=[1, 10], gt_scale=["height", "input"]),
}  # fmt: skip


def answers_for(grid, gts, seed=0):
    """Return outputs of a network that guesses: boxes about the anchors' centres, scores by chance."""
    random = np.random.default_rng(seed)
    every = grid.all_boxes()
    centre = (every[:, :2] + every[:, 2:]) / 2 + random.normal(0, 4, (grid.size, 2))
    half = np.exp(random.normal(2.5, 0.6, (grid.size, 2)))
    boxes = np.concatenate([centre - half, centre + half], 1).astype(np.float32)
    asked = []

    def of(rows):
        asked.append(rows)
        return boxes[rows]

    scores = random.normal(-1, 2, (grid.size, CLASSES)).astype(np.float32)
    confidence = random.normal(-1, 2, grid.size).astype(np.float32)
    return Answers(scores, confidence, random.integers(0, CLASSES, gts), of), asked


def centre_of(box):
    return (box[:2] + box[2:]) / np.float32(2)


def is_inside(point, box, margin=0.0):
    return min(point[0] - box[0], point[1] - box[1], box[2] - point[0], box[3] - point[1]) > np.float32(margin)


def candidates_of(spec, grid, gt):
    """Return the pairs (ground truth, anchor) that geometry allows, each looked at, an anchor as often as named."""
    if spec.rule == "ota":
        return pairs_of_ratios(grid, gt, spec)
    points = [centre_of(box) for box in grid.all_boxes()]
    strides = grid.strides(np.arange(grid.size))[:, 0]
    found = []
    for number, box in enumerate(gt):
        own, middle = box.copy(), centre_of(box)
        if spec.rule == "task_aligned" and spec.small_side:
            least = np.float32(spec.small_side)
            for axis in (0, 1):
                if box[2 + axis] - box[axis] < least:
                    own[axis], own[2 + axis] = middle[axis] - least / 2, middle[axis] + least / 2
        for anchor, point in enumerate(points):
            within = is_inside(point, own, 1e-9 if spec.rule == "task_aligned" else 0.0)
            reach = np.float32(getattr(spec, "radius", 0) * strides[anchor])
            near = is_inside(point, np.concatenate([middle - reach, middle + reach]))
            if within or (spec.rule == "simota" and near):
                found.append((number, anchor))
    return found


def pairs_of_ratios(grid, gt, spec):
    found = []
    for level in grid.levels:
        stride, (rows, columns) = np.float32(level.stride[0]), level.shape
        for across, down in ((0, 0), (-1, 0), (0, -1), (1, 0), (0, 1)):
            for base, corners in enumerate(level.base):
                for number, (x0, y0, x1, y1) in enumerate(gt):
                    w, h = (x1 - x0) / stride, (y1 - y0) / stride
                    a, b = (corners[2] - corners[0]) / stride, (corners[3] - corners[1]) / stride
                    if min(w, h) <= 0 or max(w / a, a / w, h / b, b / h) >= np.float32(spec.limit):
                        continue
                    x, y = (x0 + x1) / np.float32(2) / stride, (y0 + y1) / np.float32(2) / stride
                    place = {(-1, 0): x, (1, 0): columns - x, (0, -1): y, (0, 1): rows - y}.get((across, down))
                    if place is not None and not (place % 1 < spec.neighbours and place > 1):
                        continue
                    column = int(np.clip(np.trunc(x + across * np.float32(0.5)), 0, columns - 1))
                    row = int(np.clip(np.trunc(y + down * np.float32(0.5)), 0, rows - 1))
                    found.append((number, int(level.flat(base, row, column))))
    return found


def by_geometry(grid, gt, spec):
    """Return labels and owners without a prediction: what may become positive is undecided."""
    label = np.zeros(grid.size)
    for _, anchor in candidates_of(spec, grid, gt):
        label[anchor] = -2
    return label, np.full(grid.size, -1)


def sigmoid(x):
    return 1 / (1 + math.exp(-float(x)))


def iou_of(one, other, least=0.0):
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    inter = max(width, 0) * max(height, 0)
    union = (one[2] - one[0]) * (one[3] - one[1]) + (other[2] - other[0]) * (other[3] - other[1]) - inter
    return float(inter / max(union, least))


def ciou_of(one, other, e=1e-7):
    w1, h1, w2, h2 = one[2] - one[0], one[3] - one[1] + e, other[2] - other[0], other[3] - other[1] + e
    width = max(min(one[2], other[2]) - max(one[0], other[0]), 0)
    inter = width * max(min(one[3], other[3]) - max(one[1], other[1]), 0)
    iou = inter / (w1 * h1 + w2 * h2 - inter + e)
    wide = max(one[2], other[2]) - min(one[0], other[0])
    tall = max(one[3], other[3]) - min(one[1], other[1])
    (ax, ay), (bx, by) = centre_of(one), centre_of(other)
    v = 4 / math.pi**2 * (math.atan(w2 / h2) - math.atan(w1 / h1)) ** 2
    return iou - ((ax - bx) ** 2 + (ay - by) ** 2) / (wide**2 + tall**2 + e) - v * v / (v - iou + 1 + e)


def aligned(grid, gt, spec, answers):
    """Return owner by anchor under the task-aligned rule, in plain Python."""
    boxes = answers.boxes(np.arange(grid.size)).astype(np.float64)
    overlap, metric = {}, {}
    for number, anchor in candidates_of(spec, grid, gt):
        pair = number, anchor
        overlap[pair] = max(ciou_of(gt[number].astype(np.float64), boxes[anchor]), 0.0)
        score = sigmoid(answers.scores[anchor, answers.kinds[number]])
        metric[pair] = score**spec.alpha * overlap[pair] ** spec.beta
    chosen = set()
    for number in range(len(gt)):
        own = sorted((p for p in metric if p[0] == number), key=lambda p: (-metric[p], p[1]))
        chosen |= {pair for pair in own[: spec.topk] if metric[pair] > 0}
    owner = {}
    for anchor in {anchor for _, anchor in chosen}:
        takers = [number for number, taken in chosen if taken == anchor]
        rivals = takers if len(takers) == 1 else [number for number, other in metric if other == anchor]
        owner[anchor] = max(rivals, key=lambda number: (overlap[number, anchor], -number))
    if spec.keep and spec.keep < spec.topk:
        for number in range(len(gt)):
            own = sorted((a for a in owner if owner[a] == number), key=lambda a: (-metric[number, a], a))
            for anchor in own[spec.keep :]:
                del owner[anchor]
    return owner


def cheapest(grid, gt, spec, answers):
    """Return (column's anchor, owner) pairs by column under a rule by cost, in plain Python."""
    pairs = candidates_of(spec, grid, gt)
    columns = [anchor for _, anchor in pairs] if spec.rule == "ota" else sorted({anchor for _, anchor in pairs})
    boxes = answers.boxes(np.arange(grid.size)).astype(np.float64)
    cost, ious = {}, {}
    for number, box in enumerate(gt.astype(np.float64)):
        for column, anchor in enumerate(columns):
            ious[number, column] = iou_of(scaled(box, spec, grid), boxes[anchor], 0.0 if spec.rule == "ota" else 1e-6)
            cost[number, column] = cost_of(spec, grid, box, number, anchor, ious[number, column], answers)
    taken = []
    for number in range(len(gt)):
        best = sorted((ious[number, column] for column in range(len(columns))), reverse=True)[: spec.topk]
        k = min(max(int(sum(best)), 1), len(columns))
        order = sorted(range(len(columns)), key=lambda column: (cost[number, column], column))
        taken += [(number, column) for column in order[:k]]
    found = []
    for column in range(len(columns)):
        takers = [number for number, other in taken if other == column]
        if takers:
            rivals = takers if len(takers) == 1 else range(len(gt))
            found.append((columns[column], min(rivals, key=lambda number: (cost[number, column], number))))
    return found, ious


def scaled(box, spec, grid):
    if spec.rule != "ota" or spec.gt_scale == "input":
        return box
    return box * np.array([96 / 128, 1, 96 / 128, 1])


def cost_of(spec, grid, box, number, anchor, iou, answers):
    kind, total = answers.kinds[number], 0.0
    if spec.rule == "soft_label":
        for column, logit in enumerate(answers.scores[anchor].tolist()):
            q, p = (iou if column == kind else 0.0), sigmoid(logit)
            total += (math.log1p(math.exp(logit)) - logit * q) * (q - p) ** 2
        away = np.linalg.norm(centre_of(grid.boxes([anchor])[0].astype(np.float64)) - centre_of(box))
        return (
            total - spec.iou_weight * math.log(iou + 1e-7) + 10 ** (away / grid.strides([anchor])[0, 0] - spec.radius)
        )
    for column, logit in enumerate(answers.scores[anchor].tolist()):
        p = math.sqrt(sigmoid(logit) * sigmoid(answers.confidence[anchor]))
        total -= max(math.log(p) if column == kind else math.log1p(-p), -100)
    if spec.rule == "ota":
        return total - spec.iou_weight * math.log(iou + 1e-8)
    point, middle = centre_of(grid.boxes([anchor])[0]), centre_of(box)
    reach = spec.radius * grid.strides([anchor])[0, 0]
    near = is_inside(point, np.concatenate([middle - reach, middle + reach])) and is_inside(point, box)
    return spec.class_weight * total - spec.iou_weight * math.log(iou + 1e-7) + (0 if near else 1e5)
