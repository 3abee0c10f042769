"""How the assigner of YOLOv7 words its results."""

from __future__ import annotations

from typing import ClassVar

from rpn_inspector.core.assigners.cost_words import CostWords
from rpn_inspector.core.text import Text


class OTAWords(CostWords):
    """The words of OTA; anchors and ground truths as in `Words`."""

    __slots__ = ()
    place: ClassVar[str] = "anchor"
    near: ClassVar[Text] = Text("of fitting sides in the cell of a centre or beside")
    near_it: ClassVar[Text] = Text("of fitting sides in the cell of its centre or beside")
    hopeless: ClassVar[Text] = Text("it can only take anchors of others, as far as those cost little.")
    prior: ClassVar[Text | None] = None

    @property
    def title(self) -> Text:
        """Return what the rule is, in a few words."""
        return Text("OTA, as many as the IoUs add up to")
