"""Warnings about the stages over the proposals: outputs not read, and recorded facts that differ from those here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from rpn_inspector.core.assigners.overlapped import named_truth
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.second_stage.head_outputs import HeadOutputs, has_column
from rpn_inspector.core.second_stage.outputs import StageOutputs
from rpn_inspector.core.second_stage.result import StageResult
from rpn_inspector.core.text import Text, UserName
from rpn_inspector.core.warnings import InspectionWarning, not_finite, other_columns


def stage_warnings(
    recipe: Recipe, sample: Sample, prediction: Prediction | None, stages: Mapping[str, StageResult]
) -> Iterator[InspectionWarning]:
    """Yield the warnings of one picture.

    Args:
        recipe: the conventions.
        sample: the picture.
        prediction: the outputs as given.
        stages: the results by name.
    """
    if prediction is None or prediction.rois is None:
        return
    rois, known = prediction.rois, dict(recipe.further)
    heads = rois.heads
    if rois.unread:
        text = Text.of(
            "{array} is not read, wanted logits and deltas of one name, as roi_logits and roi_deltas",
            array=UserName(rois.unread[0]),
        )
        yield InspectionWarning("arrays_unread", len(rois.unread), text)
    for name in heads:
        if name not in known:
            text = Text.of(
                "the outputs of stage {name} are not read: recipe {recipe} has no [stage.{name}]",
                name=UserName(name),
                recipe=UserName(recipe.name),
            )
            yield InspectionWarning("stage_unread", 1, text)
    for name, stage in stages.items():
        if name in heads:
            yield from _differing(stage, heads[name])
            yield from _ambiguous(stage, heads[name], rois.mode)
        if stage.head is not None:
            yield from _classes(stage, stage.head.classes, sample)
            yield from _not_a_number(stage, stage.head)
    if (
        sample.column_names
        and prediction.gt_class is None
        and len(sample.column_names) != len(sample.classes)
        and stages
    ):
        text = other_columns(len(sample.column_names), len(sample.classes))
        yield InspectionWarning("class_columns", 1, text)


def _differing(stage: StageResult, recorded: StageOutputs) -> Iterator[InspectionWarning]:
    """Yield warnings where the trainer's labels or levels are others than the recipe's."""
    if recorded.sampled is not None and recorded.gt is not None:
        rows = np.asarray(recorded.sampled)
        other = rows[(np.asarray(recorded.gt) >= 0) != (stage.label[rows] == 1)]
        if other.size:
            text = Text.of(
                "the trainer's sample of {stage} has candidate {n} under another label than this recipe",
                stage=stage.name,
                n=int(other[0]),
            )
            yield InspectionWarning("stage_labels", int(other.size), text)
    if recorded.level is not None and len(recorded.level) == len(stage.proposals):
        other = np.flatnonzero(np.asarray(recorded.level) != stage.level[stage.candidate_of()])
        if other.size:
            text = Text.of(
                "proposal {n} was pooled from another map than this recipe's stage {stage} says",
                n=int(other[0]),
                stage=stage.name,
            )
            yield InspectionWarning("stage_level", int(other.size), text)


def _ambiguous(stage: StageResult, recorded: StageOutputs, mode: str) -> Iterator[InspectionWarning]:
    """Yield a warning where rows may be those of the proposals or those of the sample, and no mode tells."""
    if mode or recorded.logits is None or recorded.sampled is None:
        return
    rows, places = len(recorded.logits), stage.candidate_of()
    if rows == len(recorded.sampled) == len(places) and (recorded.sampled != places).any():
        text = Text.of(
            "{stage}_logits has {rows} rows, as many as proposals and as sampled boxes: taken for the sampled boxes, "
            "as no mode (train or eval) is recorded",
            stage=stage.name,
            rows=rows,
        )
        yield InspectionWarning("stage_rows", 1, text)


def _classes(stage: StageResult, classes: int, sample: Sample) -> Iterator[InspectionWarning]:
    """Yield a warning where the outputs have no column for a ground truth's class."""
    owned = np.unique(stage.gt[stage.gt >= 0])
    over = owned[~has_column(sample.gt_class[owned], classes)]
    if over.size:
        first = int(over[0])
        kind = int(sample.gt_class[first])
        text = Text.of(
            "{gt} is of {kind}, but stage {stage} has outputs for classes 0 to {last}: no losses",
            gt=named_truth(first, sample),
            kind=Text.of("class {number}", number=kind) if kind >= 0 else Text("no known class"),
            stage=stage.name,
            last=classes - 1,
        )
        yield InspectionWarning("stage_classes", int(over.size), text)


def _not_a_number(stage: StageResult, head: HeadOutputs) -> Iterator[InspectionWarning]:
    """Yield a warning where a candidate's outputs are not all finite."""
    rows, slots, sides = head.deltas.shape
    bad = not_finite(head.logits, head.deltas.reshape(rows, slots * sides))
    broken = np.flatnonzero(np.isin(stage.row, np.flatnonzero(bad)))
    if broken.size:
        text = Text.of(
            "candidate {n} of stage {stage}: its raw outputs are not all numbers, and a trainer's loss would be NaN",
            n=int(broken[0]),
            stage=stage.name,
        )
        yield InspectionWarning("stage_not_a_number", int(broken.size), text)
