"""The recipe of a live model, or of the outputs that were recorded of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.data.predictions import made_under
from rpn_inspector.translate.live import translation_of


def recipe_of(model: Any, shapes: Sequence[tuple[int, int]] | None = None, training: bool = False) -> Recipe:
    """Return the recipe of a live model of a library, or of outputs that `open_predictions` returned.

    Outputs have the recipe that was recorded with them, else the one they name. `translation_of` gives the origin of
    each field of a model's. Raises `InspectorError` for outputs without a recipe and as `translation_of`.

    Args:
        model: the model, bare or wrapped for several devices; or the outputs.
        shapes: as `translation_of` takes them; outputs need none.
        training: the numbers of training where they differ from those of testing; outputs have what was recorded.
    """
    if hasattr(model, "recipe_toml"):  # outputs, of whatever kind
        made = made_under.recipe_of(model)
        if made is None:
            raise InspectorError(f"{model.path}: says no recipe, wanted outputs recorded with one")
        return made
    return translation_of(model, shapes, training).recipe
