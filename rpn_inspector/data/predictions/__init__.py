"""Raw outputs of networks: read from files or run, brought to `Prediction` values."""

from __future__ import annotations

from rpn_inspector.data.predictions.dump import Predictions
from rpn_inspector.data.predictions.opening import Outputs, open_predictions, prediction_for
from rpn_inspector.data.predictions.writing import DumpWriter, save_dump

__all__ = ["DumpWriter", "Outputs", "Predictions", "open_predictions", "prediction_for", "save_dump"]
