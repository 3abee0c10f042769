"""Roles of ground truths: in the assignment, left out, or an ignored region."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.frame import Frame
from rpn_inspector.core.sample import Kind
from rpn_inspector.core.spec import Rules, option
from rpn_inspector.core.text import Text

Array = npt.NDArray[Any]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class GroundTruth:
    """What the loader and the assigner do with ground truths of each kind."""

    crowd: Literal["drop", "use", "ignore"] = option(
        "drop", "ground truths marked crowd: dropped by the loader, used, or ignoring the anchors in them"
    )
    difficult: Literal["drop", "use", "ignore"] = option("use", "ground truths marked difficult, likewise")
    drop_empty: bool = option(False, "ground truths without any side left are dropped")
    no_truth: Literal["negative", "error"] = option("negative", "a picture without ground truth")
    whole_boxes: Literal["scaled", "cut"] = option(
        "scaled", "boxes of whole px: scaled like others, or cut to whole network px (detectron2's loader of COCO JSON)"
    )

    def as_loaded(self, original: Array, frame: Frame) -> Array:
        """Return the ground truths (G, 4) float32 network px that the loader hands on, given those of original px.

        detectron2 scales a box of whole numbers inside an integer array, which cuts towards 0 what double holds.
        Mirrored pictures and crops are left as they are. Source: detectron2
        ``detection_utils.transform_instance_annotations``, fvcore ``ResizeTransform.apply_coords``.
        """
        network = frame.to_network(original)
        if self.whole_boxes == "scaled" or not len(network) or any(frame.mirrored) or frame.crop != (0.0, 0.0):
            return network
        given = np.asarray(original, np.float64)
        whole = (given == np.trunc(given)).all(1)
        cut = np.trunc(given * [*frame.scale, *frame.scale])
        if frame.clip_boxes:
            height, width = frame.network_size
            cut = np.clip(cut, 0, [width, height, width, height])
        return np.where(whole[:, None], cut + np.tile(frame.offset, 2), network).astype(network.dtype)

    def roles(self, kind: npt.NDArray[np.int8], gt: Array) -> tuple[Mask, Mask]:
        """Return two masks (G,): ground truths in the assignment, and ignored regions.

        Args:
            kind: (G,) int8, a `Kind` each.
            gt: (G, 4) network px, after the loader's clipping.
        """
        used, ignored = kind != Kind.IGNORED, kind == Kind.IGNORED
        for marked, rule in ((Kind.CROWD, self.crowd), (Kind.DIFFICULT, self.difficult)):
            if rule != "use":
                used &= kind != marked
            if rule == "ignore":
                ignored |= kind == marked
        if self.drop_empty:
            used &= (gt[:, 2] > gt[:, 0]) & (gt[:, 3] > gt[:, 1])
        # a library without ignored regions for crowds has none for boxes marked ignored either: those boxes are dropped
        return used, ignored if self.crowd == "ignore" else np.zeros_like(ignored)

    def why_unused(self, kind: Kind, word: str) -> str:
        """Return why a ground truth of ``kind``, in the window's ``word``, is not in the assignment."""
        rules = {Kind.IGNORED: "ignore", Kind.CROWD: self.crowd, Kind.DIFFICULT: self.difficult}
        rule = rules.get(kind, "use")
        if rule == "use":
            return Text("It has no width or no height, so the library's loader leaves it out.")
        # as in `roles`: without ignored regions for crowds a recipe has none
        if rule == "ignore" and self.crowd == "ignore":
            return Text.of(
                "It is marked {word}: no anchor is trained towards it, and those inside it enter no loss.", word=word
            )
        return Text.of("It is marked {word}, and this recipe leaves such ground truths out.", word=word)


GROUND_TRUTH: Rules[GroundTruth] = Rules("Which ground truths take part.", "", {"": GroundTruth})
