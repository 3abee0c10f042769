"""Another recipe, checkpoint or dataset beside an audit: counted in the same way, and what moved."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from rpn_inspector.analysis.audit.anchor_changes import WEIGHT, anchor_changes, change_unit
from rpn_inspector.analysis.audit.audit import Audit, audit, with_evaluation, with_outputs
from rpn_inspector.analysis.audit.comparison import AuditComparison, Progress
from rpn_inspector.analysis.audit.counting import count
from rpn_inspector.analysis.audit.dataset_changes import datasets_comparison
from rpn_inspector.analysis.audit.execution import Execution
from rpn_inspector.analysis.audit.worker_pool import Work
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions import Outputs

PICTURES = 2_000  # whose anchors are compared, where not all are asked for: half a minute
Told = Callable[[str], AbstractContextManager[Progress]]
"""Called with what is done next; within, the progress of that."""


class CountingPlaces(Protocol):
    """Gives the executions of all counts."""

    def of(self, boxes: int, work: Work) -> Execution:
        """Return where to do ``work`` that takes as long as counting so many ground truths."""
        ...

    def of_outputs(self, images: int, path: Path) -> Execution:
        """Return where to look at the outputs at ``path`` of so many pictures."""
        ...


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Others:
    """Recipe, outputs and dataset to compare with, None each where not asked for."""

    recipe: Recipe | None = None
    outputs: Outputs | None = None
    dataset: Dataset | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Against(AuditComparison):
    """An audit beside others; ``b`` is that of the same dataset, under the other recipe and with the other outputs.

    Args:
        others: what it is compared with.
        beside: the audit of the other dataset, None without one.
    """

    others: Others
    beside: Audit | None

    @property
    def of_one_dataset(self) -> bool:
        """Return whether there is another recipe, or other outputs."""
        return self.anchors is not None or self.ends is not None

    @cached_property
    def datasets(self) -> dict[str, Any] | None:
        """Return both datasets as values JSON knows, None without another."""
        return None if self.beside is None else datasets_comparison(self.a, self.beside)

    def work_out(self) -> None:
        """Work out all of it now, in the thread that calls."""
        _ = self.ends, self.datasets
        if self.anchors is not None:
            _ = self.groups, self.recipes

    def document(self) -> dict[str, Any]:
        """Return the same as values JSON knows, by key of ``audit --json``."""
        made = super().document()
        return made if self.datasets is None else made | {"against_dataset": self.datasets}


def audit_against(
    found: Audit, dataset: Dataset, others: Others, *, places: CountingPlaces, told: Told, most: int | None = PICTURES
) -> Against:
    """Return an audit beside others, which are counted.

    Args:
        found: the audit, with outputs where ``others`` has some.
        dataset: of ``found``.
        others: what to compare with.
        places: where to count.
        told: called before each count.
        most: the number of pictures whose anchors are compared, evenly taken; None for all.

    Raises:
        InspectorError: for other outputs that cannot be read.
        Cancelled: where a progress returned True.
    """
    second, anchors = dataclasses.replace(found, predicted=None, evaluation=None), None
    if others.recipe is not None:
        with told(f"counting under {others.recipe.name}") as progress:
            where = places.of(dataset.gt_total, count)
            second = audit(dataset, others.recipe, progress=progress, execution=where, lint=False)
        with told("comparing anchors") as progress:
            where = places.of(min(found.images, most or found.images) * WEIGHT, change_unit)
            anchors = anchor_changes(found, second, progress=progress, most=most, execution=where)
    if others.outputs is not None:
        with told("reading the other outputs") as progress:
            asked = places.of_outputs(len(dataset), others.outputs.path)
            second = with_outputs(second, dataset, others.outputs, progress=progress, outputs_in=asked, evaluate=False)
        with told("evaluating the other outputs") as progress:
            second = with_evaluation(second, progress)
    beside = None
    if others.dataset is not None:
        with told("counting the other dataset") as progress:
            where = places.of(others.dataset.gt_total, count)
            beside = audit(others.dataset, found.recipe, progress=progress, execution=where, lint=False)
    return Against(a=found, b=second, anchors=anchors, others=others, beside=beside)
