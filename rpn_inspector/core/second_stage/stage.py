"""``Stage``: the conventions of one head over proposals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rpn_inspector.core.assigners import ASSIGNERS, Assigner
from rpn_inspector.core.coders import CODERS, Coder
from rpn_inspector.core.sampler import SAMPLERS, Sampler
from rpn_inspector.core.second_stage.box_level import LEVELS, BoxLevel
from rpn_inspector.core.second_stage.detecting import DETECTIONS, DetectionSpec
from rpn_inspector.core.spec import RecipeProblem, Rules, option, part
from rpn_inspector.core.specs import LOSS, LossSpec


@dataclass(frozen=True, slots=True)
class Stage:
    """A head over proposals."""

    over: Literal["proposals", "boxes"] = option("proposals", "the proposals, or the boxes decoded by the stage before")
    add_gt: Literal["off", "last", "first"] = option(
        "last",
        "while training ground truths join the proposals: last, matched by IoU as any; or first, each its own match",
    )
    background: Literal["first", "last"] = option("first", "the background's column among the class logits")
    deltas: Literal["with_background", "per_class", "one"] = option(
        "with_background", "four numbers for each class, the background's unused among them; for each class; or for all"
    )
    level: BoxLevel = part(LEVELS)
    matcher: Assigner = part(ASSIGNERS)
    sampler: Sampler = part(SAMPLERS)
    coder: Coder = part(CODERS)
    loss: LossSpec = part(LOSS)
    detections: DetectionSpec = part(DETECTIONS)

    def problems(self, place: str) -> Iterator[RecipeProblem]:
        """Yield rules that need anchors in cells."""
        if self.coder.needs_stride:
            yield RecipeProblem(f"{place}.coder.rule", f"found {self.coder.rule}, wanted shift: a proposal has no cell")
        if self.matcher.rule != "overlap":
            text = f"found {self.matcher.rule}, wanted overlap: a proposal has no cell"
            yield RecipeProblem(f"{place}.matcher.rule", text)
        if self.sampler.by_loss:
            text = f"found {self.sampler.rule}, wanted random, quota or all"
            yield RecipeProblem(f"{place}.sampler.rule", text)
        if self.loss.objectness not in ("cross_entropy", "bce"):
            text = f"found {self.loss.objectness}, wanted cross_entropy or bce"
            yield RecipeProblem(f"{place}.loss.objectness", text)


FURTHER: Rules[Stage] = Rules("A head over proposals.", "", {"": Stage})
