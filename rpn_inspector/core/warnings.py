"""Warnings about a picture's result: remarkable facts a user would otherwise find out too late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchor_rules import AnchorRule
from rpn_inspector.core.anchors import Grid, features_of
from rpn_inspector.core.assigners.overlapped import named_truth
from rpn_inspector.core.assigners.protocol import TruthWords
from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.frame import Frame
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.recorded_frame import Seen, how_seen
from rpn_inspector.core.sample import Kind, Sample
from rpn_inspector.core.second_stage.head_outputs import has_column
from rpn_inspector.core.text import NOTHING, Text, UserName
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
    example: Text

    @property
    def text(self) -> Text:
        """Return the example, followed by the number of further cases, if any."""
        if self.count <= 1:
            return self.example
        return Text.of("{example} (and {n:,} more)", example=self.example, n=self.count - 1)


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

    def add(kind: str, which: Array, words: TruthWords) -> None:
        numbers = np.flatnonzero(which)
        if numbers.size:
            found.append(InspectionWarning(kind, int(numbers.size), words(named_truth(int(numbers[0]), sample))))

    flat = _flat(gt)
    then = Text("the library drops it") if recipe.ground_truth.drop_empty else Text("training may refuse it")
    if (flat & used & _flat(sample.gt)).any():  # its anchors are positive here, and would be most of a dataset's
        then = Text.of("{then}; an audit counts it as zero-size alone", then=then)
    add("degenerate", flat, lambda gt: Text.of("{gt} {why}; {then}", gt=gt, why=_why_flat(seen, flat), then=then))
    for kind, which, words in recipe.matcher.warnings(assignment, used):
        add(kind, which, words)
    crowds = ~used & (sample.gt_kind != Kind.NORMAL) & (seen.recorded is None)
    add("crowd", crowds, _crowd(recipe.ground_truth.crowd == "ignore"))
    if not used.any() and recipe.ground_truth.no_truth == "error":
        text = Text("no ground truth: the library cannot train on this picture; all anchors are shown as negative")
        found.append(InspectionWarning("no_truth", 1, text))
    if seen.pairing and len(gt):
        found.append(InspectionWarning("given_classes", 1, seen.pairing))
    if seen.recorded is not None:
        add("not_recorded", ~used, _not_recorded)
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
        found += _class_range(sample, recipe, used, logits) + _class_columns(seen, recipe, logits, prediction)
    if logits is not None and deltas is not None:
        found += not_numbers(logits, deltas)
    if recorded is not None:
        found += _other_labels(assignment, *recorded)
    return tuple(found)


def _flat(boxes: Array) -> npt.NDArray[np.bool_]:
    flat: npt.NDArray[np.bool_] = np.any(boxes[:, 2:] <= boxes[:, :2], 1)
    return flat


def _not_recorded(gt: Text) -> Text:
    return Text.of("{gt} is not among the trainer's recorded: it takes no part", gt=gt)


def _crowd(ignored: bool) -> TruthWords:
    if ignored:
        return lambda gt: Text.of(
            "{gt} takes no part in the assignment: such regions make the anchors in them ignored", gt=gt
        )
    return lambda gt: Text.of("{gt} takes no part in the assignment: such regions are left out", gt=gt)


def _why_flat(seen: Seen, flat: npt.NDArray[np.bool_]) -> Text:
    """Return in words why the first of the ``flat`` ground truths (G,) has no sides in network px."""
    frame, annotated = seen.frame, seen.sample.gt[flat][:1]
    if _flat(annotated).any():
        return Text("has no width or no height")
    height, width = frame.network_size
    inside = annotated * np.tile(frame.scale, 2) - np.tile(frame.crop, 2)
    if _flat(np.clip(inside, 0, np.array([width, height, width, height]))).any():
        return Text("lies outside, clipped to no width or height")
    return Text("is left without width or height by rounding")


def _of_frame(frame: Frame) -> list[InspectionWarning]:
    """Return a warning where the trainer saw another picture than the stored one, only resized."""
    if not frame.placed:
        text = Text(
            "the trainer's ground truths fit no part of this picture (a mosaic, or too few boxes to tell): boxes and "
            "anchors are the trainer's, without the picture, and network px stand for original px"
        )
        return [InspectionWarning("frame_unknown", 1, text)]
    how = how_seen(frame)
    if not how:
        return []
    text = Text.of("the trainer saw this picture {how}; so it is shown here", how=Text.listed(how))
    return [InspectionWarning("frame_recorded", 1, text)]


def _of_trained(trained: TrainedPicture) -> list[InspectionWarning]:
    """Return what was done to a picture on its way to the network, in a sentence."""
    words = Text.of("this is {what} as the network saw it, after augmentation", what=trained.named())
    if trained.sources is not None:
        words = Text.of("{one}; {other}", one=words, other=trained.sources.words())
    return [InspectionWarning("frame_recorded", 1, words)]


def _other_place(frame: Frame, recipe: Recipe, size: tuple[int, int]) -> list[InspectionWarning]:
    """Return a warning where the picture, (h, w) px, stands elsewhere or is larger in the input than by the recipe."""
    if not frame.placed or frame.crop != (0.0, 0.0):
        return []
    (height, width), usual = frame.network_size, recipe.resize.of(size)
    place = Text.of("{w} x {h} px at x {x:g}, y {y:g}", w=width, h=height, x=frame.offset[0], y=frame.offset[1])
    alike = recipe.resize.at(size, frame.network_size, frame.padded_size)
    if frame.network_size != usual.network_size:
        wanted = Text.of("{w} x {h} px", w=usual.network_size[1], h=usual.network_size[0])
    elif frame.offset != alike.offset:
        wanted = Text.of("at x {x:g}, y {y:g}", x=alike.offset[0], y=alike.offset[1])
    else:
        return []
    text = Text.of(
        "the network saw this picture as {place} of its input, recipe {recipe} says {wanted}; anchors and boxes are "
        "shown in the network's input",
        place=place,
        recipe=UserName(recipe.name),
        wanted=wanted,
    )
    return [InspectionWarning("frame_recorded", 1, text)]


def _other_size(original: tuple[int, int] | None, seen: Seen) -> list[InspectionWarning]:
    """Return a warning where the outputs were made of a picture of another size, (h, w) px, none of its parts."""
    if original is None or original == seen.sample.size or not seen.frame.placed or how_seen(seen.frame):
        return []
    (height, width), (there, across) = seen.sample.size, original
    text = Text.of(
        "the outputs are of a picture of {across} x {there} px, this one is {width} x {height} px: boxes may lie "
        "elsewhere",
        across=across,
        there=there,
        width=width,
        height=height,
    )
    return [InspectionWarning("other_size", 1, text)]


def _small(size: tuple[int, int], network_size: tuple[int, int], grid: Grid) -> list[InspectionWarning]:
    """Return a warning where a picture, (h, w) px as stored or as the network sees it, is smaller than a stride."""
    strides = [min(level.stride) for level in grid.levels]
    for (height, width), inside in ((size, False), (network_size, True)):
        over = [level for level, stride in zip(grid.levels, strides, strict=True) if min(height, width) < stride]
        # as stored, only the finest stride counts: resizing may still enlarge the picture
        if over and (inside or min(height, width) < min(strides)):
            told = {"w": width, "h": height, "level": over[0].name, "stride": min(over[0].stride)}
            text = (
                Text.of(
                    "the picture is {w} x {h} px in the network, smaller than the stride of {level}, {stride:g} px",
                    **told,
                )
                if inside
                else Text.of("the picture is {w} x {h} px, smaller than the stride of {level}, {stride:g} px", **told)
            )
            return [InspectionWarning("smaller_than_stride", len(over), text)]
    return []


def _of_outputs(
    prediction: Prediction, recipe: Recipe, grid: Grid, padded_size: tuple[int, int]
) -> list[InspectionWarning]:
    """Return warnings of outputs on another grid than the recipe's, or on few of the recipe's anchors."""
    found = []
    of_a_batch = prediction.padded_size is None and recipe.anchors.stride_rule == "given"
    wrong = maps_problem(grid, recipe.anchors, padded_size, of_a_batch) if prediction.features() is not None else None
    if wrong is not None:
        text = Text.of("{wrong}; labels and anchors are those of another grid", wrong=wrong)
        found.append(InspectionWarning("feature_maps", 1, text))
    if prediction.encoded_back:
        text = Text(
            "the outputs are decoded boxes put back on the anchors they fit best; no other anchor has a prediction, "
            "and none has a loss"
        )
        found.append(InspectionWarning("decoded_only", 1, text))
    if prediction.left_out:
        text = Text(
            "a decoded box is left out: it has no width or height, is not a number, no anchor is free for it, or too "
            "many score higher"
        )
        found.append(InspectionWarning("decoded_left_out", prediction.left_out, text))
    if prediction.doubt:
        found.append(InspectionWarning("decoded_unit", 1, prediction.doubt))
    if (
        recipe.loss.centreness_weight
        and not prediction.encoded_back
        and "centreness" not in {*prediction.heads, *prediction.levels_heads}
    ):
        text = Text("the outputs hold no centreness: its loss is missing, and scores are those of the classes alone")
        found.append(InspectionWarning("no_centreness", 1, text))
    return found


def maps_problem(grid: Grid, spec: AnchorRule, padded_size: tuple[int, int], of_a_batch: bool = False) -> Text | None:
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
    text = Text.of(
        "feature maps of {found} cells do not fit an input of {w} x {h} px",
        found=", ".join(f"{width} x {height}" for height, width in shapes.tolist()),
        w=padded_size[1],
        h=padded_size[0],
    )
    if (np.abs(shapes - turned) <= 1).all():
        return Text.of("{wrong}: width and height exchanged", wrong=text)
    return text


def _other_labels(assignment: Assignment, positive: Array, negative: Array) -> list[InspectionWarning]:
    """Return a warning where a trainer sampled anchors under another label than the assignment's."""
    anchors = np.concatenate([positive, negative]).astype(np.int64)
    theirs = np.repeat([1, 0], [len(positive), len(negative)])
    wrong = np.flatnonzero(assignment.label[anchors] != theirs)
    if not wrong.size:
        return []
    anchor, label = int(anchors[wrong[0]]), int(theirs[wrong[0]])
    text = Text.of(
        "the trainer sampled anchor {anchor} as {theirs}, here it is {ours}: its ground truths or its recipe were "
        "others",
        anchor=anchor,
        theirs=Text(LABEL_WORDS[label]),
        ours=Text(LABEL_WORDS[int(assignment.label[anchor])]),
    )
    return [InspectionWarning("other_labels", int(wrong.size), text)]


def _class_range(sample: Sample, recipe: Recipe, used: npt.NDArray[np.bool_], logits: Array) -> list[InspectionWarning]:
    columns = logits.shape[1] - (1 if recipe.loss.objectness in ("cross_entropy", "yolo") else 0)
    beyond = used & ~has_column(sample.gt_class, columns) & (columns > 1)
    if not beyond.any():
        return []
    first = int(np.flatnonzero(beyond)[0])
    number = int(sample.gt_class[first])
    kind = Text.of("class {number} (from 0)", number=number) if number >= 0 else Text("no known class")
    text = Text.of(
        "ground truth {n} is of {kind}, but the outputs have {columns}: no loss",
        n=first + 1,
        kind=kind,
        columns=columns,
    )
    return [InspectionWarning("class_range", int(beyond.sum()), text)]


def other_columns(columns: int, classes: int) -> Text:
    """Return in words that outputs and dataset have other numbers of classes."""
    return Text.of(
        "the outputs have {columns} columns of classes, the dataset {classes} classes: column k is taken for class k",
        columns=columns,
        classes=classes,
    )


def _class_columns(seen: Seen, recipe: Recipe, logits: Array, prediction: Prediction | None) -> list[InspectionWarning]:
    """Return a warning where the outputs have another number of classes than the dataset."""
    confidence = recipe.loss.objectness == "yolo"
    columns = logits.shape[1] - (1 if recipe.loss.objectness == "cross_entropy" or confidence else 0)
    classes = len(seen.sample.classes)
    # one column is objectness, whatever the class; beside YOLO's confidence it is a class
    if columns < (1 if confidence else 2) or not classes or columns == classes or seen.renumbered:
        return []
    text, more = other_columns(columns, classes), NOTHING
    recorded = prediction is not None and prediction.recipe is not None  # which has no layout to say so
    if columns > classes and not recorded and recipe.loss.objectness == "focal":
        more = Text("if one is the background's, a layout can say so")
    elif columns == classes - 1 and confidence:
        more = Text("the first is taken for the confidence")
    if more:
        text = Text.of("{one}; {other}", one=text, other=more)
    return [InspectionWarning("class_columns", 1, text)]


def not_finite(logits: Array, deltas: Array) -> npt.NDArray[np.bool_]:
    """Return the mask (N,) of anchors with a NaN or infinity in ``logits`` (N,) or (N, K) or ``deltas`` (N, D)."""
    # one broken number makes the whole anchor useless, for NMS as for the loss
    bad = ~np.isfinite(deltas).all(1)
    sure = np.isfinite(logits)
    return np.asarray(bad | ~(sure.all(1) if sure.ndim == 2 else sure))


def not_numbers(logits: Array, deltas: Array) -> list[InspectionWarning]:
    """Return a warning where outputs are not all finite: ``logits`` (N,) or (N, K), ``deltas`` (N, D)."""
    if np.isfinite(logits).all() and np.isfinite(deltas).all():  # the usual case, in a fraction of the time
        return []
    bad = np.flatnonzero(not_finite(logits, deltas))
    first = int(bad[0])
    text = Text.of(
        "anchor {anchor}: its raw outputs are not all numbers ({which}); losses leave them out, where a trainer's loss "
        "would be NaN, and NMS does where box or score is no number",
        anchor=first,
        which=raw_words(logits[first], deltas[first]),
    )
    return [InspectionWarning("not_a_number", int(bad.size), text)]


def raw_words(logit: Array, deltas: Array) -> Text:
    """Return one anchor's raw outputs in words, ``logit`` () or (K,) and ``deltas`` (4,), without finite numbers."""
    flat = np.asarray(logit).reshape(-1)
    named = [("logit" if flat.size == 1 else f"logit {k}", v) for k, v in enumerate(flat.tolist())]
    named += [(f"delta {k}", v) for k, v in enumerate(np.asarray(deltas).tolist())]
    words = [
        Text.of("{name} is {value}", name=name, value=str(value).replace("nan", "NaN").replace("inf", "∞"))
        for name, value in named
        if not np.isfinite(value)
    ]
    return Text.listed(words[:4] + [Text("...")] * (len(words) > 4))
