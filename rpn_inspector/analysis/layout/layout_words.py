"""How the layout doctor puts its words together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from rpn_inspector.core.text import Text

AS_THE_RECIPE = Text("as the recipe says")
PROBABILITIES = Text("all scores lie from 0 to 1: probabilities, where the recipe wants logits")


def differences(parts: Iterable[Text]) -> Text:
    """Return what differs from the recipe, one after the other; empty ones are left out, none is `AS_THE_RECIPE`."""
    found = [part for part in parts if part]
    return reduce(lambda some, more: Text.of("{some}; {more}", some=some, more=more), found) if found else AS_THE_RECIPE
