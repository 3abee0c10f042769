"""Assigners: which anchors are positive, one file per rule; a new rule is a file here and a line below.

Rules know neither the recipe nor each other.
"""

from dataclasses import Field
from typing import Any, ClassVar, Protocol

from rpn_inspector.core.assigners.adaptive import Adaptive
from rpn_inspector.core.assigners.best_shape import BestShape
from rpn_inspector.core.assigners.cells import Cells
from rpn_inspector.core.assigners.ota import OTA
from rpn_inspector.core.assigners.overlap import Overlap
from rpn_inspector.core.assigners.protocol import Words
from rpn_inspector.core.assigners.ratio import Ratio
from rpn_inspector.core.assigners.simota import SimOTA
from rpn_inspector.core.assigners.soft_label import SoftLabel
from rpn_inspector.core.assigners.task_aligned import TaskAligned
from rpn_inspector.core.positives import Assigning, Chunk, Positives
from rpn_inspector.core.spec import Rules


class Assigner(Assigning, Words, Protocol):
    """A rule of the assignment: a frozen dataclass with the rule's fields, the decision and the words."""

    rule: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def positives(self, chunk: Chunk) -> Positives:
        """Return the positive anchors of many pictures on one grid."""
        ...


ASSIGNERS: Rules[Assigner] = Rules(
    "Which anchors are positive, negative or ignored.",
    "overlap",
    {
        "overlap": Overlap,
        "cells": Cells,
        "adaptive": Adaptive,
        "ratio": Ratio,
        "task_aligned": TaskAligned,
        "simota": SimOTA,
        "soft_label": SoftLabel,
        "ota": OTA,
        "best_shape": BestShape,
    },
)
