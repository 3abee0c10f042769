"""Another recipe, checkpoint or dataset beside an audit: counted in the same way, and what moved."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.anchor_changes import WEIGHT, AnchorChanges, anchor_changes, change_unit
from rpn_inspector.analysis.audit.audit import Audit, audit, with_evaluation, with_outputs
from rpn_inspector.analysis.audit.comparison import Ints, Progress, comparison_document, gt_comparison, whys_of
from rpn_inspector.analysis.audit.counting import count
from rpn_inspector.analysis.audit.dataset_changes import datasets_comparison
from rpn_inspector.analysis.audit.end_changes import EndChanges, end_changes, ends_comparison
from rpn_inspector.analysis.audit.execution import Execution
from rpn_inspector.analysis.audit.findings import KINDS, findings_of
from rpn_inspector.analysis.audit.tables import Groups, by_class, by_size
from rpn_inspector.analysis.audit.worker_pool import Work
from rpn_inspector.analysis.compare.gt_changes import GtComparison
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions import Outputs

Bools = npt.NDArray[np.bool_]
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
class Against:
    """An audit beside others.

    Args:
        found: the audit.
        second: that of the same dataset, under the other recipe and with the other outputs; None without either.
        anchors: the anchors that change under the other recipe, None without one.
        others: what it is compared with.
        beside: the audit of the other dataset, None without one.
    """

    found: Audit
    second: Audit | None
    anchors: AnchorChanges | None
    others: Others
    beside: Audit | None

    @property
    def by_outputs(self) -> bool:
        """Return whether there are other outputs."""
        return self.others.outputs is not None

    @cached_property
    def gts(self) -> GtComparison | None:
        """Return the ground truths (m) under either recipe, None without another."""
        return None if self.anchors is None or self.second is None else gt_comparison(self.found, self.second)

    @cached_property
    def whys(self) -> Ints | None:
        """Return the places in `WHYS` (m,) of why ground truths have another state, None without another recipe."""
        return None if self.gts is None or self.second is None else whys_of(self.found, self.second, self.gts)

    @cached_property
    def ends(self) -> EndChanges | None:
        """Return where the ground truths (m) end under either outputs, None without others."""
        return end_changes(self.found, self.second) if self.by_outputs and self.second is not None else None

    @cached_property
    def kinds(self) -> dict[str, tuple[Bools, Bools]]:
        """Return the ground truths (m,) found as each kind under either recipe; none without another."""
        if self.gts is None or self.second is None:
            return {}
        sides = [findings_of(one) for one in (self.found, self.second)]
        rows = np.arange(len(self.found.used))
        return {kind: (np.isin(rows, sides[0][kind].row), np.isin(rows, sides[1][kind].row)) for kind in KINDS}

    @cached_property
    def groups(self) -> tuple[tuple[Groups, Groups], ...]:
        """Return the ground truths by class and by size under either recipe; none without another."""
        if self.gts is None or self.second is None:
            return ()
        a, b = self.found, self.second
        return (by_class(a), by_class(b)), (by_size(a), by_size(b))

    def work_out(self) -> None:
        """Work out all of it now, in the thread that calls."""
        _ = self.whys, self.ends, self.kinds, self.groups, self.document

    @cached_property
    def document(self) -> dict[str, Any]:
        """Return the same as values JSON knows, by key of ``audit --json``."""
        made: dict[str, Any] = {}
        if self.second is not None and self.anchors is not None:
            made["against"] = comparison_document(self.found, self.second, self.anchors)
        if self.second is not None and self.by_outputs:
            made["against_predictions"] = ends_comparison(self.found, self.second)
        if self.beside is not None:
            made["against_dataset"] = datasets_comparison(self.found, self.beside)
        return made


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
    return Against(
        found=found,
        second=None if others.recipe is None and others.outputs is None else second,
        anchors=anchors,
        others=others,
        beside=beside,
    )
