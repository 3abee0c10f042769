"""See the anchors, targets and losses of an anchor-based detector's training, a box at a time."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rpn_inspector.analysis.assignment_steps import AssignmentSteps, GtHistory, assignment_steps, gt_history
    from rpn_inspector.analysis.audit.audit import Audit, audit
    from rpn_inspector.analysis.audit.comparison import AuditComparison, compare_audits
    from rpn_inspector.analysis.data_frames import tables
    from rpn_inspector.analysis.recipe_of import recipe_of
    from rpn_inspector.analysis.timeline import Timeline, open_timeline
    from rpn_inspector.core.assignment import Cause
    from rpn_inspector.core.coder import decode, encode
    from rpn_inspector.core.detections import Detections, as_prediction
    from rpn_inspector.core.errors import BadFile, BadPredictions, BadRecipe, BadRecord, InspectorError
    from rpn_inspector.core.inspection import Inspection, inspect
    from rpn_inspector.core.losses import smooth_l1
    from rpn_inspector.core.prediction import Prediction
    from rpn_inspector.core.proposals import Fate
    from rpn_inspector.core.recipe import Recipe, list_recipes, load_recipe
    from rpn_inspector.core.sample import Kind, Sample
    from rpn_inspector.core.second_stage.outputs import RoiOutputs, StageOutputs
    from rpn_inspector.core.second_stage.result import StageResult
    from rpn_inspector.data.datasets.dataset import Dataset
    from rpn_inspector.data.datasets.open_dataset import open_dataset
    from rpn_inspector.data.predictions.dump import Predictions
    from rpn_inspector.data.predictions.dump_writer import DumpWriter, save_dump
    from rpn_inspector.data.predictions.onnx import OnnxPredictions
    from rpn_inspector.data.predictions.open_predictions import open_predictions, prediction_for
    from rpn_inspector.translate.draft import Translation
    from rpn_inspector.translate.live import translation_of

__version__ = "0.2.0.dev0"

__all__ = [
    "AssignmentSteps",
    "Audit",
    "AuditComparison",
    "BadFile",
    "BadPredictions",
    "BadRecipe",
    "BadRecord",
    "Cause",
    "Dataset",
    "Detections",
    "DumpWriter",
    "Fate",
    "GtHistory",
    "Inspection",
    "InspectorError",
    "Kind",
    "OnnxPredictions",
    "Prediction",
    "Predictions",
    "Recipe",
    "RoiOutputs",
    "Sample",
    "StageOutputs",
    "StageResult",
    "Timeline",
    "Translation",
    "__version__",
    "as_prediction",
    "assignment_steps",
    "audit",
    "compare_audits",
    "decode",
    "encode",
    "gt_history",
    "inspect",
    "list_recipes",
    "load_recipe",
    "open_dataset",
    "open_predictions",
    "open_timeline",
    "prediction_for",
    "recipe_of",
    "save_dump",
    "smooth_l1",
    "tables",
    "translation_of",
]

_HOMES = {
    "analysis.assignment_steps": ("AssignmentSteps", "GtHistory", "assignment_steps", "gt_history"),
    "analysis.audit.audit": ("Audit", "audit"),
    "analysis.audit.comparison": ("AuditComparison", "compare_audits"),
    "analysis.data_frames": ("tables",),
    "analysis.recipe_of": ("recipe_of",),
    "analysis.timeline": ("Timeline", "open_timeline"),
    "core.coder": ("decode", "encode"),
    "core.errors": ("BadFile", "BadPredictions", "BadRecipe", "BadRecord", "InspectorError"),
    "core.inspection": ("Inspection", "inspect"),
    "core.losses": ("smooth_l1",),
    "core.assignment": ("Cause",),
    "core.prediction": ("Prediction",),
    "core.proposals": ("Fate",),
    "core.recipe": ("Recipe", "list_recipes", "load_recipe"),
    "core.sample": ("Kind", "Sample"),
    "core.second_stage.outputs": ("RoiOutputs", "StageOutputs"),
    "core.second_stage.result": ("StageResult",),
    "data.datasets.dataset": ("Dataset",),
    "data.datasets.open_dataset": ("open_dataset",),
    "core.detections": ("Detections", "as_prediction"),
    "data.predictions.dump": ("Predictions",),
    "data.predictions.onnx": ("OnnxPredictions",),
    "data.predictions.open_predictions": ("open_predictions", "prediction_for"),
    "data.predictions.dump_writer": ("DumpWriter", "save_dump"),
    "translate.draft": ("Translation",),
    "translate.live": ("translation_of",),
}
_MODULES = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Import a public name at the first access, so that the program starts quickly."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(importlib.import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names, imported or not."""
    return sorted({*globals(), *__all__})
