"""The results of work units as columns over a whole dataset, joined as they arrive, in any order."""

from __future__ import annotations

from typing import Any

import numpy as np

from rpn_inspector.analysis.audit.counting import UnitCounts
from rpn_inspector.analysis.audit.targets import TargetStatistics
from rpn_inspector.analysis.audit.units import WorkUnit


class JoinedCounts:
    """The columns of an `Audit` by the names of its fields; the same whatever the order of arrival.

    Args:
        pictures: n, of the dataset.
        rows: m, its ground truths.
        levels: L, of the recipe.
    """

    def __init__(self, pictures: int, rows: int, levels: int) -> None:
        self._of_pictures: dict[str, Any] = {
            "anchors": np.zeros(pictures, np.int64),
            "positives": np.zeros(pictures, np.int64),
            "by_level": np.zeros((pictures, levels), np.int64),
            "no_overlap": np.zeros(pictures, np.int64),
        }
        self._of_rows: dict[str, Any] = {
            "gt": np.full((rows, 4), np.nan, np.float32),
            "used": np.zeros(rows, bool),
            "region": np.zeros(rows, bool),
            "inside": np.zeros(rows, bool),
            "gt_positives": np.zeros(rows, np.int64),
            "gt_low_quality": np.zeros(rows, np.int64),
            "best_iou": np.full(rows, np.nan),
            "best_anchor": np.full(rows, -1, np.int64),
            "best_level": np.full(rows, -1, np.int64),
            "owner": np.full(rows, -1, np.int64),
        }
        self._rows = rows
        self._found: dict[str, Any] = {}
        self._first: dict[str, tuple[int, int]] = {}  # unit and place where a kind of finding is first named
        self._targets: dict[int, TargetStatistics] = {}
        self._waiting = np.ones(pictures, bool)

    def take(self, unit: WorkUnit, one: UnitCounts) -> None:
        """Put the result of a unit in its place."""
        image, row = unit.image, unit.row
        self._waiting[image] = False
        for name, column in self._of_pictures.items():
            column[image] = getattr(one, name)
        per_gt = one.per_gt
        known: dict[str, Any] = {name: getattr(one, name) for name in ("gt", "used", "region", "inside", "best_level")}
        known["gt_positives"] = per_gt["positives"]
        known["gt_low_quality"] = per_gt.get("low_quality", 0)
        if "best" in per_gt:
            known["best_iou"] = np.where(one.used, per_gt["best"], np.nan)
        if "best_anchor" in per_gt:
            known["best_anchor"] = np.where(one.used, per_gt["best_anchor"], -1)
        known["owner"] = np.where(one.owner >= 0, row[one.owner], -1) if len(row) else -1
        for name, values in known.items():
            self._of_rows[name][row] = values
        for place, (kind, mask) in enumerate(one.found.items()):
            if kind not in self._found:
                self._found[kind] = np.zeros(self._rows, bool)
            self._found[kind][row] = mask
            self._first[kind] = min(self._first.get(kind, (one.number, place)), (one.number, place))
        self._targets[one.number] = one.targets

    def columns(self, left: list[int], whole: bool) -> dict[str, Any]:
        """Return the columns; ``left`` are the pictures in no unit, and ``whole`` says that nothing more is taken."""
        targets = TargetStatistics.of(np.zeros((0, 4)))
        for number in sorted(self._targets):  # sums of floats have one order
            targets = targets.joined(self._targets[number])
        waiting = self._waiting.copy()
        waiting[left] = False
        kinds = sorted(self._found, key=self._first.__getitem__)
        made = {**self._of_pictures, **self._of_rows}
        return {
            **{name: column if whole else column.copy() for name, column in made.items()},
            "found": {kind: self._found[kind] if whole else self._found[kind].copy() for kind in kinds},
            "targets": targets,
            "waiting": np.flatnonzero(waiting),
        }
