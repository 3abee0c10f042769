"""Classes as the trainer numbered them: the columns of the outputs, named by what the dataset calls their boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import class_scores
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.recorded_frame import Seen
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.values import Array

Indices = npt.NDArray[np.int64]


def class_columns(recipe: Recipe, prediction: Prediction, logits: Array) -> int:
    """Return the number of classes with a column of their own, without the background; 0 where boxes have no class.

    Args:
        recipe: the conventions.
        prediction: the outputs; of further stages the last recorded head tells.
        logits: (N,) or (N, K) of the first stage.
    """
    if prediction.encoded_back:  # whose classes are words
        return 0
    heads = {} if prediction.rois is None else prediction.rois.heads
    said = [heads[name].logits for name, _ in recipe.further if name in heads]
    known = [one for one in said if one is not None and one.ndim == 2]
    if known:
        return int(known[-1].shape[1]) - 1
    scores, _ = class_scores(logits[:1], recipe.loss)
    return int(scores.shape[1]) if scores.ndim == 2 and not recipe.further else 0


def with_given_classes(seen: Seen, columns: int) -> Seen:
    """Return the picture with the classes the trainer gave, where those are not the dataset's numbers.

    Then ``gt_class`` counts columns. A column has the name of the dataset's class that was given its number, where one
    alone was; another column has none but its number. A ground truth outside the trainer's list keeps its name.

    Args:
        seen: the picture, with the given classes where recorded.
        columns: of the outputs, without the background; below 2 there are no classes to tell apart.
    """
    sample, given = seen.sample, seen.given
    fits = columns == len(sample.classes) or not sample.classes
    if columns < 2:
        return seen
    if given is None:
        return seen if fits else replace(seen, sample=replace(sample, column_names=_numbered(columns, sample)))
    listed = np.ones(len(given), np.bool_) if seen.recorded is None else seen.recorded
    own = sample.gt_class
    if fits and (given == own)[listed].all():
        return seen
    names, column_of = list(_numbered(columns, sample)), {}
    if seen.frame.placed:  # else the boxes are none of the dataset's
        pairs = set(zip(own[listed].tolist(), given[listed].tolist(), strict=True))
        for kind, column in pairs:
            alone = sum(kind == one or column == other for one, other in pairs) == 1
            if alone and 0 <= column < columns and 0 <= kind < len(sample.classes):
                names[column], column_of[kind] = sample.classes[kind], column
    kinds = given.copy()
    for place in np.flatnonzero(~listed).tolist():
        kind = int(own[place])
        if kind not in column_of:
            column_of[kind] = len(names)
            names.append(sample.class_name(place))
        kinds[place] = column_of[kind]
    return replace(seen, sample=replace(sample, gt_class=kinds, classes=tuple(names)), renumbered=True)


def with_own_names(seen: Seen, names: tuple[str, ...], columns: int, told: bool = False) -> Seen:
    """Return the picture with the ``names`` that the outputs give their ``columns``, where the dataset has others.

    Where each of the dataset's classes is one of them, ``gt_class`` then counts columns, -1 where the dataset has no
    class of the number; else both are taken as numbered alike.

    Args:
        seen: the picture, `with_given_classes`.
        names: of the columns, without the background.
        columns: their number.
        told: whether the trainer's own labels came along, which count columns already.
    """
    sample = seen.sample
    if columns < 2 or len(names) != columns or names == sample.classes:
        return seen
    column_of, own = {name: number for number, name in enumerate(names)}, set(sample.classes)
    distinct = len(column_of) == columns and 0 < len(own) == len(sample.classes)
    if told or seen.given is not None or not distinct or not column_of.keys() >= own:
        return replace(seen, sample=replace(sample, column_names=names))
    column = np.array([column_of[name] for name in sample.classes])
    known = (sample.gt_class >= 0) & (sample.gt_class < len(column))
    kinds = np.where(known, np.take(column, sample.gt_class, mode="clip"), -1)
    return replace(seen, sample=replace(sample, gt_class=kinds, classes=names, column_names=()), renumbered=True)


def labels_told(prediction: Prediction) -> bool:
    """Return whether the trainer's own labels, or the boxes it began with, came along with the outputs."""
    return prediction.gt_class is not None or prediction.trained is not None


def in_dataset(seen: Sample, classes: Sequence[str], kinds: Indices, columns: int) -> Indices | None:
    """Return the dataset's classes (n,) of outputs, -1 where a column is none; None where nothing tells of any.

    Args:
        seen: the picture as inspected.
        classes: the names of the dataset's classes.
        kinds: (n,) columns.
        columns: of the outputs, without the background.
    """
    if tuple(classes) == seen.classes:
        return kinds if columns == len(classes) else None
    place = {name: number for number, name in enumerate(classes)}
    found = np.array([place.get(name, -1) for name in seen.classes], np.int64)
    return found[kinds] if len(found) >= columns else None


def _numbered(columns: int, sample: Sample) -> tuple[str, ...]:
    """Return names for columns of no known class, other than the dataset's own."""
    word = "column" if any(name.startswith("class ") for name in sample.classes) else "class"
    return tuple(f"{word} {number}" for number in range(columns))
