"""Two networks' outputs on one picture under one recipe: boxes with another fate, and the totals."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.fates import recalls
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.text import Text
from rpn_inspector.core.words import FATE_WORDS

Indices = npt.NDArray[np.int64]
ORDER = (
    Fate.KEPT,
    Fate.SUPPRESSED,
    Fate.CUT_FINAL,
    Fate.TOO_SMALL,
    Fate.LOW_SCORE,
    Fate.CUT_LEVEL,
    Fate.NO_BOX,
)


@dataclass(frozen=True, slots=True, eq=False)
class FateComparison:
    """The fates of the same anchors' boxes in A and in B.

    ``fates`` (k,) are the fates found, in the order of `ORDER`; ``matrix`` (k, k) counts anchors by fate in A
    (rows) and in B (columns); ``changed`` (n,) are the flat indices whose fate differs, ascending.
    """

    fates: tuple[Fate, ...]
    matrix: npt.NDArray[np.int64]
    changed: Indices
    anchors: int

    def changes(self) -> list[tuple[Text, int]]:
        """Return each change in words with its count, the largest first; the counts sum to ``len(changed)``."""
        names = [Text(FATE_WORDS[fate]) for fate in self.fates]
        places = np.argwhere(self.matrix).tolist()
        found = [(Text.of("{a} → {b}", a=names[i], b=names[j]), int(self.matrix[i, j])) for i, j in places if i != j]
        return sorted(found, key=lambda change: -change[1])


def compare_fates(a: Inspection, b: Inspection) -> FateComparison | None:
    """Return the differing fates; None where A or B has no outputs or both are not laid over the same anchors."""
    same = [[level.shape for level in one.grid.levels] for one in (a, b)]
    if a.proposals is None or b.proposals is None or same[0] != same[1] or a.recipe != b.recipe:
        return None
    one, two = a.proposals.fate.astype(np.int64), b.proposals.fate.astype(np.int64)
    count = len(Fate)
    every = np.bincount(one * count + two, minlength=count * count).reshape(count, count)
    fates = tuple(fate for fate in ORDER if every[fate].any() or every[:, fate].any())
    return FateComparison(
        fates=fates, matrix=every[np.ix_(fates, fates)], changed=np.flatnonzero(one != two), anchors=a.grid.size
    )


def totals(inspection: Inspection) -> dict[Text, float | None]:
    """Return the totals of the outputs over the picture: losses, kept boxes and recall; None where unknown.

    With a second stage also its losses, the detections, and the ground truths with a detection of their own class.
    """
    loss, proposals = inspection.loss, inspection.proposals
    half, seven = (Text.of("recall at {iou}", iou=iou) for iou in ("0.5", "0.7"))
    found: dict[Text, float | None] = {
        loss_name(inspection.recipe): None if loss is None else float(loss.objectness),
        Text("box loss"): None if loss is None else float(loss.box),
        Text("kept boxes"): None if proposals is None else float(len(proposals.boxes)),
        half: None,
        seven: None,
    }
    for step in recalls(inspection):
        if step.step == "kept":
            found[half], found[seven] = step.at_half, step.at_seven
    for name, stage in inspection.stages.items():
        known = stage.loss
        of_class, of_box = Text.of("{stage} class loss", stage=name), Text.of("{stage} box loss", stage=name)
        found[of_class] = None if known is None else float(known.objectness)
        found[of_box] = None if known is None else float(known.box)
    if inspection.stages:
        last = list(inspection.stages.values())[-1].detections
        kept = sum(way.end == "kept" for way in inspection.ways())
        found[Text("detections")] = None if last is None else float(len(last.boxes))
        found[Text("ground truths found")] = None if last is None else float(kept)
    return found


def loss_name(recipe: Recipe) -> Text:
    """Return what users read for the loss of whatever scores there are."""
    return Text.of("{loss} loss", loss=Text(recipe.loss.called("objectness")))
