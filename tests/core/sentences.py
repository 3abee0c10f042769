"""Every sentence the assigners say of a few pictures under one recipe, for digests that no refactoring may change."""

import hashlib

import numpy as np
from pinned import SAMPLES, outputs_for

from rpn_inspector.core.assignment import Cause
from rpn_inspector.core.inspection import inspect

AN_EACH = 3  # anchors of each cause, from the first to the last


def sentences(recipe, samples=SAMPLES):
    """Return all of them, in order: of anchors, of ground truths, of the picture, of causes."""
    said = []
    for sample in samples:
        plain = inspect(sample, recipe)
        said += of_result(plain)
        if recipe.matcher.needs_outputs:
            said += of_result(inspect(sample, recipe, outputs_for(recipe, plain.grid.size)))
    of_iou = [cause for cause in Cause if cause <= Cause.OTHER_CELL]
    causes = recipe.matcher.causes
    return said + [short(recipe, cause) for cause in (of_iou if Cause.OVERLAP in causes else causes)]


def of_result(one):
    """Return what is said of a few anchors of each cause, of every ground truth and of the picture."""
    assignment, said, chosen = one.assignment, [], set()
    for cause in np.unique(assignment.cause).tolist():
        rows = np.flatnonzero(assignment.cause == cause)
        chosen |= {int(rows[k]) for k in np.linspace(0, len(rows) - 1, AN_EACH).round().astype(int)}
    chosen |= {int(anchor) for anchor in one.overlap.gt_best_anchor if anchor >= 0}
    for anchor in sorted(chosen):
        facts = one.explain(anchor)
        said += [facts.finding, facts.why, row(one, anchor)]
    for gt in range(len(one.gt)):
        facts = one.explain_truth(gt)
        said += [facts.finding, facts.why]
    said += [warning.text for warning in one.warnings]
    return said


def row(one, anchor):
    return one.recipe.matcher.row(anchor, one.assignment)


def short(recipe, cause):
    return recipe.matcher.short(cause)


def digest_of(said):
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]
