"""Outputs that did not fit the recipe, read again under the layout the doctor found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rpn_inspector.analysis.layout.diagnosis import Diagnosis, as_stored, diagnose_outputs, misfit
from rpn_inspector.analysis.layout.hypothesis import Hypothesis
from rpn_inspector.analysis.layout.point_readings import PointReading
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.data.predictions.outputs import OutputsBase


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reread(OutputsBase):
    """Outputs seen through a hypothesis of their layout; the file stays unchanged."""

    outputs: Outputs
    hypothesis: Hypothesis | PointReading

    @property
    def path(self) -> Path:
        """Return where the outputs are."""
        return self.outputs.path

    @property
    def names(self) -> tuple[str, ...]:
        """Return the picture names as the outputs have them."""
        return self.outputs.names

    def has(self, name: str, image_id: str) -> bool:
        """Return whether the outputs have the picture."""
        return self.outputs.has(name, image_id)

    @property
    def checkpoint(self) -> str | None:
        """Return the outputs' checkpoint."""
        return self.outputs.checkpoint

    @property
    def live(self) -> bool:
        """Return whether a model runs for each picture."""
        return self.outputs.live

    @property
    def step(self) -> int | None:
        """Return the training step of the outputs."""
        return self.outputs.step

    def predict(self, sample: Sample, recipe: Recipe) -> Prediction | None:
        """Return one picture's outputs in the recipe's own layout, None where there are none."""
        stored = as_stored(self.outputs, sample, self.hypothesis.recipe)
        return None if stored is None else self.hypothesis.apply(stored, sample.size)


@dataclass(frozen=True, slots=True, eq=False)
class Checkup:
    """A question to the layout doctor: whether one picture's outputs fit, or the best layout of all of them.

    ``sample`` is the picture asked about, with its ``prediction`` where known; without a picture all outputs are.
    """

    dataset: Dataset
    outputs: Outputs
    recipe: Recipe
    sample: Sample | None = None
    prediction: Prediction | None = None


def check_up(wanted: Checkup) -> Text | Diagnosis | None:
    """Return why one picture's outputs do not fit, None if fitting; or without a picture the whole `Diagnosis`."""
    if wanted.sample is None:
        return diagnose_outputs(wanted.dataset, wanted.outputs, wanted.recipe)
    prediction = wanted.prediction or wanted.outputs.predict(wanted.sample, wanted.recipe)
    return None if prediction is None else misfit(prediction, wanted.sample, wanted.recipe)
