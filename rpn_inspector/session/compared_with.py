"""What the user compares an audit with, and the opening of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rpn_inspector.analysis.audit.against import Others
from rpn_inspector.core.recipe import Recipe, load_recipe
from rpn_inspector.core.user_path import user_path
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.output_file import Sources
from rpn_inspector.data.predictions import Outputs


@dataclass(frozen=True, slots=True)
class ComparedWith:
    """What to compare with, as `audit --against` and its kin name it.

    Args:
        recipe: the name of a shipped recipe, or the path of a file; None for none.
        predictions: the path of other outputs, None for none.
        layout: the layout file of ``predictions``, None for a file beside.
        dataset: the path of another dataset, None for none.
        step: the other outputs' training step, of those compared with where ``predictions`` is None; None for the last.
    """

    recipe: str | None = None
    predictions: Path | None = None
    layout: Path | None = None
    dataset: Path | None = None
    step: int | None = None

    @property
    def any(self) -> bool:
        """Return whether there is anything to compare with."""
        return (self.recipe, self.predictions, self.dataset, self.step) != (None, None, None, None)

    def opened(
        self,
        outputs: Callable[[Path, Recipe | None], Outputs | None],
        dataset: Callable[[Path], Dataset],
        first: Path | None = None,
    ) -> Others:
        """Return the same opened. Raises `InspectorError`.

        Args:
            outputs: opens the outputs at a path, under the other recipe if there is one.
            dataset: opens another dataset.
            first: the path of the outputs compared with.
        """
        recipe = None if self.recipe is None else load_recipe(self.recipe)
        path = self.predictions or (None if self.step is None else first)
        return Others(
            recipe=recipe,
            outputs=None if path is None else outputs(path, recipe),
            dataset=None if self.dataset is None else dataset(self.dataset),
        )

    def sources(self, others: Others) -> Sources:
        """Return what of the opened ``others`` nothing is written over."""
        read = {} if others.dataset is None else {"other dataset": others.dataset.sources}
        files = [user_path(each) for each in (self.predictions, self.recipe) if each is not None]
        return read | {"other predictions or recipe": [path for path in files if path.exists()]}

    @property
    def options(self) -> dict[str, object]:
        """Return the options of the command that compares with the same."""
        return {
            "--against": self.recipe,
            "--against-predictions": self.predictions,
            "--against-step": self.step,
            "--against-dataset": self.dataset,
        }
