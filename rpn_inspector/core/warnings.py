"""Warnings about a picture's result: remarkable facts a user would otherwise find out too late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchor_rules import AnchorRule
from rpn_inspector.core.anchors import Grid, features_of
from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.frame import Frame
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.recorded_frame import Seen, how_seen
from rpn_inspector.core.sample import Kind, Sample
from rpn_inspector.core.second_stage.head_outputs import has_column
from rpn_inspector.core.trained_picture import TrainedPicture
from rpn_inspector.core.words import LABEL_WORDS

Array = npt.NDArray[Any]
LEAST_CELLS = 4  # along a side of a feature map, the fewest that tell the stride
MOST_APART = 2  # cells a map may differ by for rounding and the padding of convolutions
NARROWEST, WIDEST = 0.75, 1.34  # ratios of a map's stride to the recipe's, beyond which the map is of another grid


@dataclass(frozen=True, slots=True)
class InspectionWarning:
    """A remarkable fact about a result: kind, number of cases, and one example in words."""

    kind: str
    count: int
    example: str

    @property
    def text(self) -> str:
        """Return the example, followed by the number of further cases, if any."""
        return f"{self.example} (and {self.count - 1:,} more)" if self.count > 1 else self.example


def warnings_of(
    recipe: Recipe,
    grid: Grid,
    seen: Seen,
    used: npt.NDArray[np.bool_],
    assignment: Assignment,
    prediction: Prediction | None = None,
    logits: Array | None = None,
    deltas: Array | None = None,
    recorded: tuple[Array, Array] | None = None,
) -> tuple[InspectionWarning, ...]:
    """Return the warnings about one result.

    Args:
        recipe: the library's conventions.
        grid: N anchors, network px.
        seen: the picture in the network's input, with ground truths.
        used: (G,) bool, the ground truths in the assignment.
        assignment: labels, numbered as in ``sample``.
        prediction: the outputs as given.
        logits: (N,) or (N, K), the outputs in the grid's order.
        deltas: (N, 4), the outputs in the grid's order.
        recorded: the positives and negatives a trainer sampled, flat indices.
    """
    found = []
    sample, frame, gt = seen.sample, seen.frame, seen.gt

    def add(kind: str, which: Array, words: str) -> None:
        numbers = np.flatnonzero(which)
        if numbers.size:
            first = int(numbers[0])
            example = words.format(n=first + 1, name=sample.class_name(first))
            found.append(InspectionWarning(kind, int(numbers.size), example))

    flat = _flat(gt)
    then = "the library drops it" if recipe.ground_truth.drop_empty else "training may refuse it"
    if (flat & used & _flat(sample.gt)).any():  # its anchors are positive here, and would be most of a dataset's
        then += "; an audit counts it as zero-size alone"
    add("degenerate", flat, f"ground truth {{n}} ({{name}}) {_why_flat(seen, flat)}; {then}")
    for kind, which, words in recipe.matcher.warnings(assignment, used):
        add(kind, which, words)
    how = "make the anchors in them ignored" if recipe.ground_truth.crowd == "ignore" else "are left out"
    add(
        "crowd",
        ~used & (sample.gt_kind != Kind.NORMAL) & (seen.recorded is None),
        f"ground truth {{n}} ({{name}}) takes no part in the assignment: such regions {how}",
    )
    if not used.any() and recipe.ground_truth.no_truth == "error":
        text = "no ground truth: the library cannot train on this picture; all anchors are shown as negative"
        found.append(InspectionWarning("no_truth", 1, text))
    if seen.recorded is not None:
        add("not_recorded", ~used, "ground truth {n} ({name}) is not among the trainer's recorded: it takes no part")
        found += _of_frame(frame)
    if prediction is not None and prediction.trained is not None:
        found += _of_trained(prediction.trained)
    elif prediction is not None and prediction.original_size in (None, sample.size):
        found += _other_place(frame, recipe, sample.size)
    found += _small(sample.size, frame.network_size, grid)
    if prediction is not None:
        found += _other_size(None if prediction.trained is not None else prediction.original_size, seen)
        found += _of_outputs(prediction, recipe, grid, frame.padded_size)
    if logits is not None and logits.ndim == 2:
        found += _class_range(sample, recipe, used, logits) + _class_columns(sample, recipe, logits)
    if logits is not None and deltas is not None:
        found += _not_a_number(logits, deltas)
    if recorded is not None:
        found += _other_labels(assignment, *recorded)
    return tuple(found)


def _flat(boxes: Array) -> npt.NDArray[np.bool_]:
    flat: npt.NDArray[np.bool_] = np.any(boxes[:, 2:] <= boxes[:, :2], 1)
    return flat


def _why_flat(seen: Seen, flat: npt.NDArray[np.bool_]) -> str:
    """Return in words why the first of the ``flat`` ground truths (G,) has no sides in network px."""
    frame, annotated = seen.frame, seen.sample.gt[flat][:1]
    if _flat(annotated).any():
        return "has no width or no height"
    height, width = frame.network_size
    inside = annotated * np.tile(frame.scale, 2) - np.tile(frame.crop, 2)
    if _flat(np.clip(inside, 0, np.array([width, height, width, height]))).any():
        return "lies outside, clipped to no width or height"
    return "is left without width or height by rounding"


def _of_frame(frame: Frame) -> list[InspectionWarning]:
    """Return a warning where the trainer saw another picture than the stored one, only resized."""
    if not frame.placed:
        text = (
            "the trainer's ground truths fit no part of this picture (a mosaic, or too few boxes to tell): boxes and "
        )
        text += "anchors are the trainer's, without the picture, and network px stand for original px"
        return [InspectionWarning("frame_unknown", 1, text)]
    how = how_seen(frame)
    if not how:
        return []
    text = f"the trainer saw this picture {', '.join(how)}; so it is shown here"
    return [InspectionWarning("frame_recorded", 1, text)]


def _of_trained(trained: TrainedPicture) -> list[InspectionWarning]:
    """Return what was done to a picture on its way to the network, in a sentence."""
    words = f"this is {trained.file or 'the picture'} as the network saw it, after augmentation"
    sources = trained.sources
    return [InspectionWarning("frame_recorded", 1, words if sources is None else f"{words}; {sources.words()}")]


def _other_place(frame: Frame, recipe: Recipe, size: tuple[int, int]) -> list[InspectionWarning]:
    """Return a warning where the picture, (h, w) px, stands elsewhere or is larger in the input than by the recipe."""
    if not frame.placed or frame.crop != (0.0, 0.0):
        return []
    (height, width), usual = frame.network_size, recipe.resize.of(size)
    there = f"{width} x {height} px at x {frame.offset[0]:g}, y {frame.offset[1]:g}"
    alike = recipe.resize.at(size, frame.network_size, frame.padded_size)
    if frame.network_size != usual.network_size:
        here = f"{usual.network_size[1]} x {usual.network_size[0]} px"
    elif frame.offset != alike.offset:
        here = f"at x {alike.offset[0]:g}, y {alike.offset[1]:g}"
    else:
        return []
    text = f"the network saw this picture as {there} of its input, recipe {recipe.name} says {here}; anchors and boxes"
    return [InspectionWarning("frame_recorded", 1, f"{text} are shown in the network's input")]


def _other_size(original: tuple[int, int] | None, seen: Seen) -> list[InspectionWarning]:
    """Return a warning where the outputs were made of a picture of another size, (h, w) px, none of its parts."""
    if original is None or original == seen.sample.size or not seen.frame.placed or how_seen(seen.frame):
        return []
    (height, width), (there, across) = seen.sample.size, original
    text = f"the outputs are of a picture of {across} x {there} px, this one is {width} x {height} px"
    return [InspectionWarning("other_size", 1, f"{text}: boxes may lie elsewhere")]


def _small(size: tuple[int, int], network_size: tuple[int, int], grid: Grid) -> list[InspectionWarning]:
    """Return a warning where a picture, (h, w) px as stored or as the network sees it, is smaller than a stride."""
    strides = [min(level.stride) for level in grid.levels]
    for (height, width), where in ((size, ""), (network_size, " in the network")):
        over = [level for level, stride in zip(grid.levels, strides, strict=True) if min(height, width) < stride]
        # as stored, only the finest stride counts: resizing may still enlarge the picture
        if over and (where or min(height, width) < min(strides)):
            text = f"the picture is {width} x {height} px{where}, smaller than the stride of {over[0].name}, "
            return [InspectionWarning("smaller_than_stride", len(over), f"{text}{min(over[0].stride):g} px")]
    return []


def _of_outputs(
    prediction: Prediction, recipe: Recipe, grid: Grid, padded_size: tuple[int, int]
) -> list[InspectionWarning]:
    """Return warnings of outputs on another grid than the recipe's, or on few of the recipe's anchors."""
    found = []
    of_a_batch = prediction.padded_size is None and recipe.anchors.stride_rule == "given"
    wrong = maps_problem(grid, recipe.anchors, padded_size, of_a_batch) if prediction.features() is not None else None
    if wrong is not None:
        found.append(InspectionWarning("feature_maps", 1, f"{wrong}; labels and anchors are those of another grid"))
    if prediction.encoded_back:
        text = (
            "the outputs are decoded boxes put back on the anchors they fit best; every other anchor has no score and "
        )
        text += "counts as surely background, so losses and deltas are not the network's"
        found.append(InspectionWarning("decoded_only", 1, text))
    if prediction.left_out:
        text = (
            "a decoded box is left out: it has no width or height, is not a number, no anchor is free for it, or too "
        )
        text += "many score higher"
        found.append(InspectionWarning("decoded_left_out", prediction.left_out, text))
    if prediction.doubt:
        found.append(InspectionWarning("decoded_unit", 1, prediction.doubt))
    if (
        recipe.loss.centreness_weight
        and not prediction.encoded_back
        and "centreness" not in {*prediction.heads, *prediction.levels_heads}
    ):
        text = "the outputs hold no centreness: its loss is missing, and scores are those of the classes alone"
        found.append(InspectionWarning("no_centreness", 1, text))
    return found


def maps_problem(grid: Grid, spec: AnchorRule, padded_size: tuple[int, int], of_a_batch: bool = False) -> str | None:
    """Return in words why a grid's feature maps cannot belong to an input of the given size, or None.

    Maps cannot where width and height are the recipe's own exchanged, or where the input over the map is far from the
    recipe's stride, by more than rounding or another padding of the convolutions makes.

    Args:
        grid: the grid of the outputs' feature maps.
        spec: the recipe's anchors.
        padded_size: (h, w) px of the input.
        of_a_batch: whether the input may be padded to an unknown larger size, so maps may be larger.
    """
    strides = tuple(zip(spec.strides, spec.strides_x or spec.strides, strict=True))
    shapes = np.array([level.shape for level in grid.levels])
    turned = np.array([shape[::-1] for shape in features_of(spec, padded_size)])
    exchanged = bool((shapes == turned).all() and (turned[:, 0] != turned[:, 1]).any())
    ratio = np.array(padded_size) / shapes / np.array(strides)
    far = (
        (shapes >= LEAST_CELLS)
        & (np.abs(shapes - turned[:, ::-1]) > MOST_APART)
        # a batch's padding makes maps larger, so a smaller quotient than the recipe's stride proves nothing there
        & ((ratio >= WIDEST) | ((ratio <= NARROWEST) & (not of_a_batch)))
    )
    if not exchanged and not far.any():
        return None
    found = ", ".join(f"{width} x {height}" for height, width in shapes.tolist())
    text = f"feature maps of {found} cells do not fit an input of {padded_size[1]} x {padded_size[0]} px"
    return f"{text}: width and height exchanged" if (np.abs(shapes - turned) <= 1).all() else text


def _other_labels(assignment: Assignment, positive: Array, negative: Array) -> list[InspectionWarning]:
    """Return a warning where a trainer sampled anchors under another label than the assignment's."""
    anchors = np.concatenate([positive, negative]).astype(np.int64)
    theirs = np.repeat([1, 0], [len(positive), len(negative)])
    wrong = np.flatnonzero(assignment.label[anchors] != theirs)
    if not wrong.size:
        return []
    anchor, label = int(anchors[wrong[0]]), int(theirs[wrong[0]])
    here = LABEL_WORDS[int(assignment.label[anchor])]
    text = f"the trainer sampled anchor {anchor} as {LABEL_WORDS[label]}, here it is {here}: "
    text += "its ground truths or its recipe were others"
    return [InspectionWarning("other_labels", int(wrong.size), text)]


def _class_range(sample: Sample, recipe: Recipe, used: npt.NDArray[np.bool_], logits: Array) -> list[InspectionWarning]:
    columns = logits.shape[1] - (1 if recipe.loss.objectness in ("cross_entropy", "yolo") else 0)
    beyond = used & ~has_column(sample.gt_class, columns) & (columns > 1)
    if not beyond.any():
        return []
    first = int(np.flatnonzero(beyond)[0])
    number = int(sample.gt_class[first])
    kind = f"class {number} (from 0)" if number >= 0 else "no known class"
    text = f"ground truth {first + 1} is of {kind}, but the outputs have {columns}: no loss"
    return [InspectionWarning("class_range", int(beyond.sum()), text)]


def _class_columns(sample: Sample, recipe: Recipe, logits: Array) -> list[InspectionWarning]:
    """Return a warning where the outputs have another number of classes than the dataset."""
    confidence = recipe.loss.objectness == "yolo"
    columns = logits.shape[1] - (1 if recipe.loss.objectness == "cross_entropy" or confidence else 0)
    classes = len(sample.classes)
    # one column is objectness, whatever the class; beside YOLO's confidence it is a class
    if columns < (1 if confidence else 2) or not classes or columns == classes:
        return []
    text = (
        f"the outputs have {columns} columns of classes, the dataset {classes} classes: column k is taken for class k"
    )
    if columns > classes and recipe.loss.objectness == "focal":
        text += "; if one is the background's, a layout can say so"
    elif columns == classes - 1 and confidence:
        text += "; the first is taken for the confidence"
    return [InspectionWarning("class_columns", 1, text)]


def not_finite(logits: Array, deltas: Array) -> npt.NDArray[np.bool_]:
    """Return the mask (N,) of anchors with a NaN or infinity in ``logits`` (N,) or (N, K) or in ``deltas`` (N, 4)."""
    # one broken number makes the whole anchor useless, for NMS as for the loss
    bad = ~np.isfinite(deltas).all(1)
    sure = np.isfinite(logits)
    return np.asarray(bad | ~(sure.all(1) if sure.ndim == 2 else sure))


def _not_a_number(logits: Array, deltas: Array) -> list[InspectionWarning]:
    if np.isfinite(logits).all() and np.isfinite(deltas).all():  # the usual case, in a fraction of the time
        return []
    bad = np.flatnonzero(not_finite(logits, deltas))
    first = int(bad[0])
    text = f"anchor {first}: its raw outputs are not all numbers ({raw_words(logits[first], deltas[first])})"
    return [
        InspectionWarning(
            "not_a_number", int(bad.size), text + "; NMS and losses leave them out, where a trainer's loss would be NaN"
        )
    ]


def raw_words(logit: Array, deltas: Array) -> str:
    """Return one anchor's raw outputs in words, ``logit`` () or (K,) and ``deltas`` (4,), without finite numbers."""
    flat = np.asarray(logit).reshape(-1)
    named = [("logit" if flat.size == 1 else f"logit {k}", v) for k, v in enumerate(flat.tolist())]
    named += [(f"delta {k}", v) for k, v in enumerate(np.asarray(deltas).tolist())]
    words = [
        f"{name} is {str(value).replace('nan', 'NaN').replace('inf', '∞')}"
        for name, value in named
        if not np.isfinite(value)
    ]
    return ", ".join(words[:4] + ["..."] * (len(words) > 4))
