"""What is chosen and what is shown, as one value that does not change."""

from __future__ import annotations

from dataclasses import dataclass, field

from rpn_inspector.analysis.filter.filter import Passing
from rpn_inspector.analysis.timeline import Timeline
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.session.brush import Brushing
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.request import Shown

LAYERS = ("truth", "positive", "ignored", "negative", "sampled", "prediction", "proposals", "heat")
ANCHOR_LAYERS = frozenset({"positive", "ignored", "negative", "sampled"})
FIRST_LAYERS = frozenset({"truth", "positive", "ignored", "prediction"})


@dataclass(frozen=True, slots=True)
class Visit:
    """A ground truth to focus as soon as the picture ``index`` is shown, None to focus none."""

    index: int
    truth: int | None


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """What is chosen, and what is shown.

    ``timeline`` holds ``predictions`` where they are one of several checkpoints. ``selection`` is a flat anchor index
    of ``shown``, ``truth`` a focused ground truth, ``stack`` the anchors under the last click, best first. ``problem``
    is what went wrong. While ``busy`` an answer is on its way and ``shown`` still belongs to an earlier choice.
    Where none can be given, ``lost`` says why, and ``problem`` says so too as long as that is chosen.
    ``own`` is the recipe the user chose, None where they chose none; ``recipe``, which is in force, may be one that the
    outputs name. ``set_layers`` are those the user switched, which nothing else switches any more.
    ``hover`` is the anchor pointed at, ``pointed`` all under the cursor on the picture, best first. ``filter`` is the
    filter line's text, ``brushing`` which of it was typed and which plots wrote, ``passing`` what of ``shown`` it lets
    through, worked out once for each pair of both. ``visit`` is the ground truth to be focused in a picture on its way.
    """

    recipe: Recipe
    own: Recipe | None = None
    dataset: Dataset | None = None
    index: int = 0
    predictions: Outputs | None = None
    timeline: Timeline | None = None
    selection: int | None = None
    truth: int | None = None
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
    problem: Problem | None = None
    lost: Problem | None = None
    busy: bool = False
    visit: Visit | None = None

    @property
    def choice(self) -> tuple[object, ...]:
        """Return what is to be shown, equal where that is the same."""
        return (self.dataset, self.index, self.recipe, self.predictions)


def first_layers(shown: Shown | None) -> frozenset[str]:
    """Return the layers that are shown at first: proposals where a dataset has nothing else to look at."""
    if shown is None or shown.predictions is None or shown.dataset.truths:
        return FIRST_LAYERS
    return FIRST_LAYERS | {"proposals"}
