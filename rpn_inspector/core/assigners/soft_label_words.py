"""How the assigner of RTMDet words its results."""

from __future__ import annotations

from typing import ClassVar

from rpn_inspector.core.assigners.cost_words import CostWords
from rpn_inspector.core.text import Text


class SoftLabelWords(CostWords):
    """The words of dynamic soft labels; anchors and ground truths as in `Words`."""

    __slots__ = ()
    near: ClassVar[Text] = Text("inside a ground truth")
    near_it: ClassVar[Text] = Text("inside it")
    hopeless: ClassVar[Text] = Text("it can only take points of others, as far as those cost little.")
    prior: ClassVar[Text] = Text("distance")

    @property
    def title(self) -> Text:
        """Return what the rule is, in a few words."""
        return Text("soft labels, as many as the IoUs add up to")
