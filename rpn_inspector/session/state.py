"""The user's choice and the picture shown, as one value without any change."""

from __future__ import annotations

from dataclasses import dataclass, field

from rpn_inspector.analysis.filter.filter import Passing
from rpn_inspector.analysis.timeline import Timeline
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.data.predictions.run_dataset import RunDataset
from rpn_inspector.session.brush import Brushing
from rpn_inspector.session.layers import FIRST_LAYERS
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.request import Shown
from rpn_inspector.session.staged import Staged


@dataclass(frozen=True, slots=True)
class Visit:
    """A ground truth to focus once the picture ``index`` is shown, None for none, and its anchor, None for the best."""

    index: int
    gt: int | None
    anchor: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """The user's choice, and the picture shown.

    Args:
        recipe: the recipe in force; may be named by the outputs.
        own: the recipe the user chose, None without a choice.
        dataset: None before the first one is open.
        index: the picture's place in the dataset.
        predictions: the raw outputs over the picture, None without any.
        timeline: the checkpoints ``predictions`` belongs to, None for a single one.
        selection: a flat anchor index of ``shown``.
        gt: the focused ground truth of ``shown``, from 0.
        gt_chosen: whether ``gt`` was chosen for itself, so that a decoded box chosen after leaves it.
        stage: the stage over the proposals looked at in the anchors' place, "" for the anchors; a wish, which a picture
            without that stage does not end.
        candidate: a candidate of ``staged``, selected.
        stack: the anchors under the last click, best first; the candidates while a stage is looked at.
        hover: the anchor pointed at.
        pointed: all anchors under the cursor on the picture, best first; the candidates while a stage is looked at.
        layers: the layers drawn, of `LAYERS`.
        set_layers: the layers the user switched; nothing else switches them any more.
        heat: iou, objectness or loss.
        filter: the filter line's text.
        brushing: the typed part of ``filter`` and the plots' part.
        shown: the last answer; still of an earlier choice while ``busy``, None where the choice has failed.
        passing: the anchors of ``shown`` the filter lets through, worked out once for each pair of both.
        staged: the stage looked at of ``shown``, None where anchors are looked at; worked out likewise.
        problem: a message above the picture.
        lost: why there is no answer to the choice; ``problem`` repeats the reason as long as the choice stays.
        busy: whether an answer is on its way.
        on_the_way: whether ``shown`` is a picture passed by on the way to the chosen picture.
        visit: a ground truth to be focused in a picture on its way.
    """

    recipe: Recipe
    own: Recipe | None = None
    dataset: Dataset | None = None
    index: int = 0
    predictions: Outputs | None = None
    timeline: Timeline | None = None
    selection: int | None = None
    gt: int | None = None
    gt_chosen: bool = False
    stage: str = ""
    candidate: int | None = None
    stack: tuple[int, ...] = ()
    hover: int | None = None
    pointed: tuple[int, ...] = ()
    layers: frozenset[str] = FIRST_LAYERS
    set_layers: frozenset[str] = frozenset()
    heat: str = "iou"
    filter: str = ""
    brushing: Brushing = field(default_factory=Brushing)
    shown: Shown | None = None
    passing: Passing | None = None
    staged: Staged | None = None
    problem: Problem | None = None
    lost: Problem | None = None
    busy: bool = False
    on_the_way: bool = False
    visit: Visit | None = None

    @property
    def anchor_stack(self) -> tuple[int, ...]:
        """Return the anchors under the last click, none while a stage is looked at."""
        return () if self.staged is not None else self.stack

    @property
    def choice(self) -> tuple[object, ...]:
        """Return the choice as a tuple, equal for equal choices."""
        return (self.dataset, self.index, self.recipe, self.predictions)


def another_picture(old: State | None, new: State) -> bool:
    """Return whether the picture shown in ``old`` is not that of ``new``."""
    if old is None or old.shown is None:
        return False
    return new.shown is None or (old.shown.dataset, old.shown.index) != (new.shown.dataset, new.shown.index)


def first_layers(shown: Shown | None) -> frozenset[str]:
    """Return the layers shown at first: proposals too without ground truth, and where boxes are all there is.

    In a training a batch's predicted boxes, far off at first, would hide its picture.
    """
    if shown is not None and isinstance(shown.dataset, RunDataset):
        return FIRST_LAYERS - {"prediction"}
    if shown is None or shown.predictions is None:
        return FIRST_LAYERS
    if shown.dataset.gt_total and not shown.inspection.of_decoded_boxes:
        return FIRST_LAYERS
    return FIRST_LAYERS | {"proposals"}
