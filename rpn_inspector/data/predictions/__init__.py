"""Raw outputs of networks: read from files or run, brought to `Prediction` values.

Every reader gives the one protocol `Outputs`; none knows a dataset's format or asks the user.
"""

from __future__ import annotations

from rpn_inspector.data.predictions.dump import Predictions
from rpn_inspector.data.predictions.dump_writer import DumpWriter, save_dump
from rpn_inspector.data.predictions.open_predictions import open_predictions, prediction_for
from rpn_inspector.data.predictions.outputs import Outputs, Predictor, as_outputs

__all__ = [
    "DumpWriter",
    "Outputs",
    "Predictions",
    "Predictor",
    "as_outputs",
    "open_predictions",
    "prediction_for",
    "save_dump",
]
