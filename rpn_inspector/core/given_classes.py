"""Classes as the trainer numbered them: the columns of the outputs, named by what the dataset calls their boxes."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import class_scores
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.recorded_frame import Seen
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text, UserName
from rpn_inspector.core.values import Array

Indices = npt.NDArray[np.int64]
MOST_NAMES = 4  # told
_RENUMBERED = Text(
    "classes are the trainer's numbers, the outputs' columns, not the dataset's; a column without a ground truth here "
    "has no name"
)
_NAMED = Text(
    "classes are the trainer's numbers, the outputs' columns, not the dataset's; a column without a ground truth here "
    "is called as the outputs' file calls it"
)
_BY_NAME = Text("classes are paired by name: the outputs number theirs otherwise than the dataset")
_BY_NUMBER = Text("column k is taken for class k")
_CALLED_SO = Text("ground truths are called as the outputs call them")


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


def paired(seen: Seen, prediction: Prediction, columns: int) -> Seen:
    """Return the picture with classes and names of the outputs' ``columns``, and in words how these were paired.

    Args:
        seen: the picture, with the given classes where recorded.
        prediction: the outputs.
        columns: their number, without the background; below 2 there are no classes to tell apart.
    """
    names, trained = prediction.column_names, prediction.trained is not None and prediction.gt_class is not None
    if columns < 2 or not names or len(names) == columns:
        return with_own_names(with_given_classes(seen, columns, names), names, columns, trained)
    found = with_given_classes(seen, columns)
    text = Text.of(
        "class names in the outputs' file: {names}, columns of its outputs: {columns}; the names are left out",
        names=len(names),
        columns=columns,
    )
    told = Text.of("{one}; {other}", one=found.pairing, other=text) if found.pairing else text
    return replace(found, pairing=told)


def with_given_classes(seen: Seen, columns: int, names: tuple[str, ...] = ()) -> Seen:
    """Return the picture with the classes the trainer gave, where those are not the dataset's numbers.

    Then ``gt_class`` counts columns. A column has the name of the dataset's class that was given its number, where one
    alone was; another has that of the outputs' file where no box contradicts the file, else none but its number. A
    ground truth outside the trainer's list keeps its name.

    Args:
        seen: the picture, with the given classes where recorded.
        columns: of the outputs, without the background; below 2 there are no classes to tell apart.
        names: of the columns by the outputs' file; empty where not said.
    """
    sample, given = seen.sample, seen.given
    fits = columns == len(sample.classes) or not sample.classes
    if columns < 2:
        return seen
    if given is None:
        return seen if fits else replace(seen, sample=replace(sample, column_names=_numbered(columns, sample)))
    listed = np.ones(len(given), np.bool_) if seen.recorded is None else seen.recorded
    own, kind_of, pairs = sample.gt_class, dict[int, int](), set[tuple[int, int]]()  # the dataset's class by column
    if seen.frame.placed:  # else the boxes are none of the dataset's
        pairs = set(zip(own[listed].tolist(), given[listed].tolist(), strict=True))
        for kind, column in pairs:
            alone = sum(kind == one or column == other for one, other in pairs) == 1
            if alone and 0 <= column < columns and 0 <= kind < len(sample.classes):
                kind_of[column] = kind
    trusted = _trusted(names, sample.classes, pairs)
    begins = names[: len(sample.classes)] == sample.classes  # and further classes after the dataset's
    by_name = trusted and not begins and _pairs(names, sample.classes)
    alike = bool((given == own)[listed].all())
    if fits and alike and not by_name:
        return seen
    called = list(names if trusted else _numbered(columns, sample))
    for column, kind in kind_of.items():
        called[column] = sample.classes[kind]
    column_of = {kind: column for column, kind in kind_of.items()}
    kinds = given.copy()
    for place in np.flatnonzero(~listed).tolist():
        kind, name = int(own[place]), sample.class_name(place)
        if kind not in column_of:
            known = trusted and name in called
            column_of[kind] = called.index(name) if known else len(called)
            called += [] if known else [name]
        kinds[place] = column_of[kind]
    changed = replace(sample, gt_class=kinds, classes=tuple(called))
    text = _BY_NAME if by_name else _NAMED if trusted else _RENUMBERED
    if alike and trusted and begins:
        text = seen.pairing
    return replace(seen, sample=changed, renumbered=True, pairing=text)


def with_own_names(seen: Seen, names: tuple[str, ...], columns: int, trained: bool = False) -> Seen:
    """Return the picture with the ``names`` that the outputs give their ``columns``, where the dataset has others.

    Where each of the dataset's classes is one of them, ``gt_class`` then counts columns, -1 where the dataset has no
    class of the number; else both are taken as numbered alike.

    Args:
        seen: the picture, `with_given_classes`.
        names: of the columns, without the background.
        columns: their number.
        trained: whether the boxes are those of a trained picture, whose labels count columns already.
    """
    sample = seen.sample
    if columns < 2 or len(names) != columns or seen.renumbered or names == sample.classes:
        return seen
    if trained:
        changed = replace(sample, classes=names, column_names=())
        return replace(seen, sample=changed, renumbered=True, pairing=_otherwise(names, sample.classes, _CALLED_SO))
    if seen.given is not None or not _pairs(names, sample.classes):
        named = replace(sample, column_names=names)
        return replace(seen, sample=named, pairing=_otherwise(names, sample.classes, _BY_NUMBER))
    column = np.array([names.index(name) for name in sample.classes])
    known = (sample.gt_class >= 0) & (sample.gt_class < len(column))
    kinds = np.where(known, np.take(column, sample.gt_class, mode="clip"), -1)
    changed = replace(sample, gt_class=kinds, classes=names, column_names=())
    alike = names[: len(sample.classes)] == sample.classes  # and further classes after the dataset's
    return replace(seen, sample=changed, renumbered=True, pairing=seen.pairing if alike else _BY_NAME)


def _pairs(names: Sequence[str], classes: Sequence[str]) -> bool:
    """Return whether each of the dataset's classes is one of the outputs' ``names``, once on both sides."""
    return 0 < len(set(classes)) == len(classes) and len(set(names)) == len(names) and set(names) >= set(classes)


def _trusted(names: Sequence[str], classes: Sequence[str], pairs: Set[tuple[int, int]]) -> bool:
    """Return whether no name of the outputs' file is contradicted by boxes of a class given under a column, ``pairs``.

    A trainer may give several classes one column: then one of them bears its name, or none.
    """
    known = {(kind, column) for kind, column in pairs if 0 <= kind < len(classes) and 0 <= column < len(names)}
    agreeing = {(kind, column) for kind, column in known if names[column] == classes[kind]}
    kinds, columns = {kind for kind, _ in agreeing}, {column for _, column in agreeing}
    return 0 < len(set(names)) == len(names) and all(
        (kind in kinds or classes[kind] not in names) and (column in columns or names[column] not in classes)
        for kind, column in known
    )


def _otherwise(names: Sequence[str], classes: Sequence[str], then: Text) -> Text:
    """Return in words how the outputs' ``names`` differ from the dataset's, and what is done."""
    absent, twice = [name for name in classes if name not in names], [name for name in names if names.count(name) > 1]
    listed = UserName(", ".join(names[:MOST_NAMES]) + (", ..." if len(names) > MOST_NAMES else ""))
    if absent:
        text = Text.of(
            "the outputs name their classes ({names}) otherwise than the dataset, whose {name} is not among them: "
            "{then}",
            names=listed,
            name=UserName(absent[0]),
            then=then,
        )
    elif twice:
        text = Text.of(
            "the outputs name two of their classes ({names}) {name}: {then}",
            names=listed,
            name=UserName(twice[0]),
            then=then,
        )
    else:
        text = Text.of(
            "the outputs name their classes ({names}) otherwise than the dataset: {then}", names=listed, then=then
        )
    return text


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
