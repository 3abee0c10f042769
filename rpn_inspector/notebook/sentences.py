"""One sentence for each value: what `repr` says, and what stands above the picture in a notebook."""

from __future__ import annotations

from functools import singledispatch

import numpy as np

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.document import document
from rpn_inspector.analysis.audit.end_names import END_NAMES
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.report.lost_headlines import title
from rpn_inspector.core.explain import AnchorFacts
from rpn_inspector.core.gt_facts import GtFacts
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.plain_text import number_of, one_line
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions.outputs import OutputsBase
from rpn_inspector.notebook.ends import ends

NAMED = 3  # ground truths that are named one by one


@singledispatch
def sentence(value: object) -> str:
    """Return what `repr` says of a value, in one line; raises `TypeError` for a value of another kind."""
    raise TypeError(f"nothing is said of a {type(value).__name__}")


@singledispatch
def findings(value: object) -> str:
    """Return the finding without the value's name, for a place that has the name above it."""
    return sentence(value)


@sentence.register
def _(sample: Sample) -> str:
    height, width = sample.size
    return one_line(f"Sample {sample.name}: {width} x {height} px, {findings(sample)}")


@findings.register
def _(sample: Sample) -> str:
    kinds = number_of(len(np.unique(sample.gt_class)), "class", "classes")
    return f"{number_of(len(sample.gt), 'ground truth')} of {kinds}"


@sentence.register
def _(dataset: Dataset) -> str:
    return one_line(f"Dataset {dataset.root.name} ({dataset.format}): {findings(dataset)}")


@findings.register
def _(dataset: Dataset) -> str:
    parts = [number_of(len(dataset), "image"), number_of(len(dataset.classes), "class", "classes")]
    odd = sum(warning.count for warning in dataset.warnings)
    said = f"{parts[0]} with {number_of(dataset.gt_total, 'box', 'boxes')} of {parts[1]}"
    return f"{said}; {number_of(odd, 'oddity', 'oddities')}, see .warnings" if odd else said


@sentence.register
def _(recipe: Recipe) -> str:
    return one_line(f"Recipe {recipe.name}: {findings(recipe)}")


@findings.register
def _(recipe: Recipe) -> str:
    return recipe.title or "a recipe of one's own"


@sentence.register
def _(outputs: OutputsBase) -> str:
    parts = [f"{number_of(len(outputs.names), 'picture')}"] if outputs.names else []
    parts += [f"step {outputs.step:,}"] if outputs.step is not None else []
    parts += [f"recorded under {outputs.recipe}"] if outputs.recipe else []
    where = getattr(outputs, "path", None)
    name = f" {where.name}" if where is not None else ""
    return one_line(f"{type(outputs).__name__}{name}: {', '.join(parts) or 'asked picture by picture'}")


@sentence.register
def _(one: Inspection) -> str:
    return one_line(f"Inspection of {one.sample.name} under {one.recipe.name}: {findings(one)}")


@findings.register
def _(one: Inspection) -> str:
    count = int(one.used.sum())
    if not one.positives_known:
        said = f"{number_of(count, 'ground truth')}; which anchors are positive depends on a prediction"
    else:
        said = f"{number_of(count, 'ground truth')}, {number_of(len(one.positive), 'positive anchor')}"
        lost = int((one.used & (one.assignment.gt_positives == 0)).sum())
        said += f"; {number_of(lost, 'ground truth')} without one" if lost else ""
        low = _low_quality_only(one)
        said += f"; {low:,} only by the low-quality rule" if low else ""
    return f"{said}{_ended(one)}"


def _low_quality_only(one: Inspection) -> int:
    low = one.assignment.per_gt.get("low_quality")
    if low is None:
        return 0
    return int((one.used & (one.assignment.gt_positives > 0) & (low == one.assignment.gt_positives)).sum())


def _ended(one: Inspection) -> str:
    found = ends(one)
    if found is None or not (found >= 0).any():
        return ""
    lost = np.flatnonzero(found > End.FOUND).tolist()
    if not lost:
        return ". All are found"
    if len(lost) > NAMED:
        return f". {int((found == End.FOUND).sum()):,} of {int((found >= 0).sum()):,} are found"
    named = [f"{gt + 1} {one.sample.class_name(gt)}, {END_NAMES[End(int(found[gt]))]}" for gt in lost]
    return f". All are found but {'; '.join(named)}"


@sentence.register
def _(facts: AnchorFacts) -> str:
    return one_line(f"Anchor {facts.index} ({facts.place}): {findings(facts)}")


@findings.register
def _(facts: AnchorFacts) -> str:
    return one_line(f"{facts.finding}. {facts.why}")


@sentence.register
def _(facts: GtFacts) -> str:
    return one_line(f"{facts.finding}. {facts.why}")


@sentence.register
def _(audit: Audit) -> str:
    counted = f"{number_of(audit.images, 'image')}, {number_of(audit.boxes, 'box', 'boxes')}"
    return one_line(f"Audit of {counted} under {audit.recipe.name}: {findings(audit)}")


@findings.register
def _(audit: Audit) -> str:
    return str(title(document(audit, times=False)))


@sentence.register
def _(prediction: Prediction) -> str:
    return f"Prediction: {findings(prediction)}"


@findings.register
def _(prediction: Prediction) -> str:
    what = "decoded boxes" if prediction.encoded_back else "raw outputs"
    parts = [*(["simulated"] if prediction.simulated else []), *([prediction.mode] if prediction.mode else [])]
    return f"{what} ({', '.join(parts)})" if parts else what
