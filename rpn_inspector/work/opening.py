"""Opening a dataset with its predictions, as one piece of background work."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from rpn_inspector.core.resources import resource
from rpn_inspector.data.dataset import Dataset
from rpn_inspector.data.opening import Options
from rpn_inspector.data.predictions import Outputs, open_predictions
from rpn_inspector.work.simulated import SimulatedPredictions


@dataclass(frozen=True, slots=True)
class Opened:
    """What is to be opened: a dataset, perhaps predictions, perhaps one picture of it first."""

    path: Path
    predictions: Path | None = None
    image: str | None = None
    options: Options = field(default_factory=Options)


def open_all(wanted: Opened) -> tuple[Dataset, Outputs | SimulatedPredictions | None, int]:
    """Return dataset, predictions and the first picture's index; the demo without predictions gets simulated ones."""
    dataset = wanted.options.open(wanted.path)
    index = dataset.find(wanted.image) if wanted.image is not None else 0
    if wanted.predictions is not None:
        return dataset, open_predictions(wanted.predictions, dataset), index
    demo = dataset.root == resource("demo").resolve()
    return dataset, SimulatedPredictions() if demo else None, index
