"""Outputs that did not fit the recipe, read again under the layout the doctor found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rpn_inspector.analysis.layout.diagnosis import Diagnosis, diagnose_dump, misfit
from rpn_inspector.analysis.layout.hypothesis import Hypothesis
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions.dump import Predictions
from rpn_inspector.data.predictions.outputs import OutputsBase
from rpn_inspector.data.predictions.raw_arrays import raw_prediction


@dataclass(frozen=True, slots=True, eq=False)
class Reread(OutputsBase):
    """A dump seen through a hypothesis of its layout; the file stays unchanged."""

    dump: Predictions
    hypothesis: Hypothesis

    @property
    def path(self) -> Path:
        """Return where the dump is."""
        return self.dump.path

    @property
    def names(self) -> tuple[str, ...]:
        """Return the picture names as the dump has them."""
        return self.dump.names

    def has(self, name: str, image_id: str) -> bool:
        """Return whether the dump has the picture."""
        return self.dump.has(name, image_id)

    @property
    def checkpoint(self) -> str | None:
        """Return the dump's checkpoint."""
        return self.dump.checkpoint

    @property
    def step(self) -> int | None:
        """Return the training step the dump was recorded at."""
        return self.dump.step

    def predict(self, sample: Sample, recipe: Recipe) -> Prediction | None:
        """Return one picture's outputs in the recipe's own layout, None where the dump lacks it."""
        name = self.dump.match(sample.name)
        if name is None:
            return None
        return self.hypothesis.apply(raw_prediction(self.dump, name), sample.size)


@dataclass(frozen=True, slots=True, eq=False)
class Checkup:
    """A question to the layout doctor: whether one picture's outputs fit, or the best layout of the whole dump."""

    dataset: Dataset
    dump: Predictions
    recipe: Recipe
    sample: Sample | None = None


def check_up(wanted: Checkup) -> str | Diagnosis | None:
    """Return why one picture's outputs do not fit, None if fitting; or without a picture the whole `Diagnosis`."""
    if wanted.sample is None:
        return diagnose_dump(wanted.dataset, wanted.dump, wanted.recipe)
    prediction = wanted.dump.get(wanted.sample.name)
    return None if prediction is None else misfit(prediction, wanted.sample, wanted.recipe)
