"""``Stage``: the conventions of one head over proposals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rpn_inspector.core.assigners import ASSIGNERS
from rpn_inspector.core.assigners.overlap import Overlap
from rpn_inspector.core.coders import CODERS
from rpn_inspector.core.coders.shift import ShiftCoder
from rpn_inspector.core.quota import Quota
from rpn_inspector.core.sampler import SAMPLERS, EveryAnchor, RandomSampler
from rpn_inspector.core.second_stage.box_level import LEVELS, BoxLevel
from rpn_inspector.core.second_stage.detecting import DETECTIONS, DetectionSpec
from rpn_inspector.core.spec import RecipeProblem, Rules, option, part
from rpn_inspector.core.specs import LOSS, LossSpec

# of the rules of the first stage those that ask for no cells
Drawing = RandomSampler | EveryAnchor | Quota
MATCHERS: Rules[Overlap] = Rules(ASSIGNERS.meaning, "overlap", {"overlap": Overlap})
SHIFTS: Rules[ShiftCoder] = Rules(CODERS.meaning, "shift", {"shift": ShiftCoder})
QUOTAS: Rules[Drawing] = Rules(
    SAMPLERS.meaning, "quota", {"quota": Quota, "random": RandomSampler, "all": EveryAnchor}, shared=("batch",)
)


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
    matcher: Overlap = part(MATCHERS)
    sampler: Drawing = part(QUOTAS)
    coder: ShiftCoder = part(SHIFTS)
    loss: LossSpec = part(LOSS)
    detections: DetectionSpec = part(DETECTIONS)

    def problems(self, place: str) -> Iterator[RecipeProblem]:
        """Yield a loss without classes, and what a matcher asks of a grid over the picture."""
        if self.loss.objectness not in ("cross_entropy", "bce"):
            text = f"found {self.loss.objectness}, wanted cross_entropy or bce"
            yield RecipeProblem(f"{place}.loss.objectness", text)
        if self.matcher.frame != "network":
            yield RecipeProblem(f"{place}.matcher.frame", f"found {self.matcher.frame}, wanted network")
        if self.matcher.outside.rule != "use":
            text = f"found {self.matcher.outside.rule}, wanted use: proposals are clipped"
            yield RecipeProblem(f"{place}.matcher.outside.rule", text)


FURTHER: Rules[Stage] = Rules("A head over proposals.", "", {"": Stage})
