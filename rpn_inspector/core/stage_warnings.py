"""Warnings about the stages over the proposals: outputs not read, and recorded facts that differ from those here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.second_stage.head_outputs import has_column
from rpn_inspector.core.second_stage.outputs import StageOutputs
from rpn_inspector.core.second_stage.result import StageResult
from rpn_inspector.core.warnings import InspectionWarning


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
        text = f"{rois.unread[0]} is not read, wanted logits and deltas of one name, as roi_logits and roi_deltas"
        yield InspectionWarning("arrays_unread", len(rois.unread), text)
    for name in heads:
        if name not in known:
            text = f"the outputs of stage {name} are not read: recipe {recipe.name} has no [stage.{name}]"
            yield InspectionWarning("stage_unread", 1, text)
    for name, stage in stages.items():
        if name in heads:
            yield from _differing(stage, heads[name])
            yield from _ambiguous(stage, heads[name], rois.mode)
        if stage.head is not None:
            yield from _classes(stage, stage.head.classes, sample)


def _differing(stage: StageResult, recorded: StageOutputs) -> Iterator[InspectionWarning]:
    """Yield warnings where the trainer's labels or levels are others than the recipe's."""
    if recorded.sampled is not None and recorded.gt is not None:
        rows = np.asarray(recorded.sampled)
        other = rows[(np.asarray(recorded.gt) >= 0) != (stage.label[rows] == 1)]
        if other.size:
            text = f"the trainer's sample of {stage.name} has candidate {other[0]} under another label than this recipe"
            yield InspectionWarning("stage_labels", int(other.size), text)
    if recorded.level is not None and len(recorded.level) == len(stage.proposals):
        other = np.flatnonzero(np.asarray(recorded.level) != stage.level[stage.candidate_of()])
        if other.size:
            text = f"proposal {other[0]} was pooled from another map than this recipe's stage {stage.name} says"
            yield InspectionWarning("stage_level", int(other.size), text)


def _ambiguous(stage: StageResult, recorded: StageOutputs, mode: str) -> Iterator[InspectionWarning]:
    """Yield a warning where rows may be those of the proposals or those of the sample, and no mode tells."""
    if mode or recorded.logits is None or recorded.sampled is None:
        return
    rows, places = len(recorded.logits), stage.candidate_of()
    if rows == len(recorded.sampled) == len(places) and (recorded.sampled != places).any():
        text = f"{stage.name}_logits has {rows} rows, as many as proposals and as sampled boxes: taken for the sampled "
        yield InspectionWarning("stage_rows", 1, f"{text}boxes, as no mode (train or eval) is recorded")


def _classes(stage: StageResult, classes: int, sample: Sample) -> Iterator[InspectionWarning]:
    """Yield a warning where the outputs have no column for a ground truth's class."""
    owned = np.unique(stage.gt[stage.gt >= 0])
    over = owned[~has_column(sample.gt_class[owned], classes)]
    if over.size:
        first = int(over[0])
        kind = int(sample.gt_class[first])
        of = f"of class {kind}" if kind >= 0 else "of no known class"
        text = f"ground truth {first + 1} ({sample.class_name(first)}) is {of}, but stage {stage.name} has"
        text += f" outputs for classes 0 to {classes - 1}: no losses"
        yield InspectionWarning("stage_classes", int(over.size), text)
