"""What the user compares an audit with, and the opening of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rpn_inspector.analysis.audit.against import Others
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.data.datasets.dataset import Dataset, Progress
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.output_file import Sources
from rpn_inspector.session.open_request import open_outputs


@dataclass(frozen=True, slots=True)
class ComparedWith:
    """What to compare with, as `audit --against` and its kin name it.

    Args:
        recipe: the name of a shipped recipe, or the path of a file; None for none.
        predictions: the path of other outputs, None for none.
        layout: the layout file of ``predictions``, None for a file beside.
        dataset: the path of another dataset, None for none.
    """

    recipe: str | None = None
    predictions: Path | None = None
    layout: Path | None = None
    dataset: Path | None = None

    @property
    def any(self) -> bool:
        """Return whether there is anything to compare with."""
        return (self.recipe, self.predictions, self.dataset) != (None, None, None)

    def opened(self, dataset: Dataset, progress: Progress | None = None) -> Others:
        """Return the same opened, outputs for the pictures of ``dataset``. Raises `InspectorError`."""
        outputs = None if self.predictions is None else open_outputs(self.predictions, dataset, self.layout).outputs
        return Others(
            recipe=None if self.recipe is None else load_recipe(self.recipe),
            outputs=outputs,
            dataset=None if self.dataset is None else open_dataset(self.dataset, progress=progress),
        )

    def sources(self, others: Others) -> Sources:
        """Return what of the opened ``others`` nothing is written over."""
        read = {} if others.dataset is None else {"other dataset": others.dataset.sources}
        files = [Path(each) for each in (self.predictions, self.recipe) if each is not None]
        return read | {"other predictions or recipe": [path for path in files if path.exists()]}

    @property
    def options(self) -> dict[str, object]:
        """Return the options of the command that compares with the same."""
        return {
            "--against": self.recipe,
            "--against-predictions": self.predictions,
            "--against-dataset": self.dataset,
        }
