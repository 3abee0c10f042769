"""How the assigner of YOLOX words its results."""

from __future__ import annotations

from typing import ClassVar

from rpn_inspector.core.assigners.cost_words import CostWords
from rpn_inspector.core.text import Text


class SimOTAWords(CostWords):
    """The words of SimOTA; anchors and ground truths as in `Words`."""

    __slots__ = ()
    near: ClassVar[Text] = Text("inside a ground truth or near its centre")
    near_it: ClassVar[Text] = Text("inside it or near its centre")
    hopeless: ClassVar[Text] = Text("it can only take those of others, at a cost of 100,000 more.")
    prior: ClassVar[Text] = Text("outside")

    @property
    def title(self) -> Text:
        """Return what the rule is, in a few words."""
        return Text("SimOTA, as many as the IoUs add up to")
