"""Raw outputs of networks: read from files, brought to `Prediction` values."""

from __future__ import annotations

from rpn_inspector.data.predictions.dump import Predictions, open_predictions, save_dump

__all__ = ["Predictions", "open_predictions", "save_dump"]
