"""What of recorded outputs belongs to a recipe: a mini-batch or a loss made under other conventions is another's."""

from __future__ import annotations

from dataclasses import replace

from rpn_inspector.core.errors import BadPredictions
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.resize import Resize
from rpn_inspector.core.second_stage.outputs import RoiOutputs, StageOutputs
from rpn_inspector.core.specs import ONE_LOGIT
from rpn_inspector.core.text import NOTHING, Text, UserName
from rpn_inspector.core.warnings import InspectionWarning

BOXES_OF = ("anchors", "coder")  # what says where a raw output's box lies
# the frame is recorded with the outputs, so another resize makes no other labels
SAMPLE_OF = ("ground_truth", "anchors", "matcher", "sampler")
LOSSES_OF = (*SAMPLE_OF, "coder", "loss")


def resize_of(recipe: Recipe, prediction: Prediction | None) -> Resize:
    """Return the rule by which the outputs' picture was resized: that of their own recipe where known."""
    made = None if prediction is None else prediction.recipe
    return recipe.resize if made is None else made.resize


def of_recipe(prediction: Prediction, recipe: Recipe) -> tuple[Prediction, list[InspectionWarning]]:
    """Return what of ``prediction`` belongs to ``recipe``, and what is to be said of the rest.

    The trainer's mini-batch and losses are left out where the outputs' own recipe has other conventions for these.
    Raises `BadPredictions` where the outputs' numbers have another meaning than ``recipe`` would read in them.
    """
    made = prediction.recipe
    if made is None:
        return prediction, []
    if _reading(made) != _reading(recipe):
        place = f"{prediction.source}: " if prediction.source else ""
        found = f"{place}outputs of recipe {made.name} ({_said(made)})"
        raise BadPredictions(f"{found}, wanted of recipe {recipe.name} ({_said(recipe)})")
    other = {stage for stage in recipe.stages if getattr(made, stage) != getattr(recipe, stage)}
    other |= {"dtype"} if made.dtype != recipe.dtype else set()
    kept = prediction
    # labels made by looking at the outputs follow from all that reads these
    sample_of = LOSSES_OF if recipe.matcher.needs_outputs else SAMPLE_OF
    if other.intersection((*sample_of, "dtype")):
        kept = replace(kept, sampled_positive=None, sampled_negative=None, sampled_gt=None)
    if other.intersection((*LOSSES_OF, "dtype")):
        kept = kept.without_losses()
    if kept.rois is not None:
        kept = replace(kept, rois=_of_stages(kept.rois, made, recipe))
    return kept, _told(prediction, kept, made, [stage for stage in (*recipe.stages, "dtype") if stage in other])


def _reading(recipe: Recipe) -> tuple[object, ...]:
    """Return what the columns of raw outputs mean under ``recipe``: no number of theirs can be read another way."""
    scores = recipe.loss.objectness
    return recipe.coder.rule, recipe.coder.coordinates, "logit" if scores in ONE_LOGIT else scores


def _said(recipe: Recipe) -> str:
    return f"objectness {recipe.loss.objectness}, coder {recipe.coder.rule} {recipe.coder.coordinates}"


def _of_stages(rois: RoiOutputs, made: Recipe, recipe: Recipe) -> RoiOutputs:
    """Return the heads without the losses of stages that ``recipe`` has otherwise; their rows are the sample's."""
    theirs, ours = dict(made.further), dict(recipe.further)
    heads = {
        name: head if name not in theirs or theirs[name] == ours.get(name) else _bare(head)
        for name, head in rois.heads.items()
    }
    return replace(rois, heads=heads)


def _bare(head: StageOutputs) -> StageOutputs:
    return replace(head, loss_class=None, loss_box=None)


def _told(given: Prediction, kept: Prediction, made: Recipe, other: list[str]) -> list[InspectionWarning]:
    """Return a warning of what is another recipe's: ``other`` are the stages that differ."""
    effects: list[Text] = []
    if any(stage in other for stage in BOXES_OF):
        effects.append(Text("boxes decoded here are not that network's"))
    left = {
        (True, False): Text("the trainer's mini-batch is left out"),
        (False, True): Text("the trainer's losses are left out"),
        (True, True): Text("the trainer's mini-batch and losses are left out"),
        (False, False): NOTHING,
    }[
        given.sampled_positive is not None and kept.sampled_positive is None,
        (given.loss_objectness, given.loss_box) != (kept.loss_objectness, kept.loss_box),
    ]
    effects += [left] if left else []
    if not effects:
        return []
    text = Text.of(
        "the outputs were recorded under recipe {recipe}, which differs in {stages}: {effects}",
        recipe=UserName(made.name),
        stages=", ".join(other),
        effects=effects[0] if len(effects) == 1 else Text.of("{one}; {other}", one=effects[0], other=effects[1]),
    )
    return [InspectionWarning("other_recipe", 1, text)]
