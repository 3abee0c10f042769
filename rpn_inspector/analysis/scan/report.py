"""The rows of a scan as columns to sort, filter and count at once; ``Reports`` keeps the last few."""

from __future__ import annotations

import numpy as np

from rpn_inspector.analysis.scan.scan import KINDS, Found, Row
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions import Outputs

_COUNTS = (
    "gt_count",
    "positives",
    "undecided",
    "low_quality_only",
    "best_anchor_taken",
    "unmatched",
    "degenerate",
    "joined",
    "warnings",
)


class ScanReport:
    """The rows of a scan as columns over all pictures (n,); 0 and not ``done`` for unscanned pictures.

    ``counts`` are int32 by the names of `Row`'s counts ("warnings": the sum over all kinds); ``loss`` float64, NaN for
    a missing or infinite loss; ``area`` float64 px²; ``flags`` uint32, a bit for each kind of `KINDS`, and ``each``
    uint16, the number of places by kind; ``places`` and ``images`` are the totals by kind, ``predicted`` the number of
    scanned pictures with outputs.
    """

    def __init__(self, count: int) -> None:
        self.done = np.zeros(count, bool)
        self.counts = {name: np.zeros(count, np.int32) for name in _COUNTS}
        self.loss = np.full(count, np.nan)
        self.area = np.zeros(count)
        self.flags = np.zeros(count, np.uint32)
        self.each = {kind: np.zeros(count, np.uint16) for kind in KINDS}
        self.scanned = self.predicted = 0
        self.places = dict.fromkeys(KINDS, 0)
        self.images = dict.fromkeys(KINDS, 0)
        self._odd: dict[int, Row] = {}
        self._found: dict[int, Found] = {}

    def __len__(self) -> int:
        """Return the number of pictures, scanned or not."""
        return len(self.done)

    @property
    def complete(self) -> bool:
        """Return whether every picture was scanned."""
        return self.scanned == len(self.done)

    @property
    def has_loss(self) -> bool:
        """Return whether any picture scanned so far has a loss."""
        return bool(np.isfinite(self.loss).any()) or self.places["not_finite"] > 0

    def add(self, row: Row) -> None:
        """Take a picture's row; a second row of the same picture is left out."""
        index = row.index
        if self.done[index]:
            return
        self.done[index] = True
        self.scanned += 1
        self.predicted += row.outputs
        for name in _COUNTS[:-1]:
            self.counts[name][index] = getattr(row, name)
        self.counts["warnings"][index] = sum(count for _, count in row.warnings)
        if row.loss is not None:
            self.loss[index] = row.loss
        if row.size is not None:
            self.area[index] = row.size[0] * row.size[1]
        if row.found:
            self._found[index] = row.found
        if row.problem is not None:
            self._odd[index] = row
        for kind, gts in row.found:
            self.flags[index] |= bit(kind)
            # a finding of the picture as a whole has no ground truth, but one place; uint16 keeps a large dataset small
            self.each[kind][index] = min(len(gts) or 1, 65535)
            self.places[kind] += len(gts) or 1
            self.images[kind] += 1

    def found(self, index: int) -> Found:
        """Return the findings of a picture."""
        return self._found.get(index, ())

    def problem(self, index: int) -> str | None:
        """Return the trouble with a picture, in a line."""
        row = self._odd.get(index)
        return None if row is None else row.problem

    def step(self, kind: str, after: tuple[int, int] | None, forward: bool = True) -> tuple[int, int] | None:
        """Return the (picture, ground truth) of ``kind`` after ``after``, round and round, None without a place.

        A place of a picture as a whole has ground truth -1. Backwards with ``forward`` False.
        """
        pictures = np.flatnonzero(self.flags & bit(kind))
        if not pictures.size:
            return None
        direction = 1 if forward else -1
        if after is not None:
            image, gt = after
            inside = [place for place in self._inside(kind, image) if (place - gt) * direction > 0]
            if inside:
                return image, inside[0 if forward else -1]
            # forward to the first picture after ``image``, backward to the last before; past either end, round
            at = int(pictures.searchsorted(image, "right" if forward else "left")) - (0 if forward else 1)
        else:
            at = 0 if forward else -1
        image = int(pictures[at % len(pictures)])
        return image, self._inside(kind, image)[0 if forward else -1]

    def number(self, kind: str, place: tuple[int, int]) -> int:
        """Return the number of a place among the kind's places, from 1, over the pictures scanned so far."""
        image, gt = place
        inside = [other for other in self._inside(kind, image) if other <= gt]
        return int(self.each[kind][:image].sum(dtype=np.int64)) + len(inside)

    def _inside(self, kind: str, image: int) -> tuple[int, ...]:
        for name, gts in self.found(image):
            if name == kind:
                return gts or (-1,)
        return ()


def bit(kind: str) -> np.uint32:
    """Return the flag of a kind of `KINDS`."""
    return np.uint32(1 << KINDS.index(kind))


class Reports:
    """The reports of the last few choices of dataset, recipe and predictions, shown at once on going back.

    At most ``most`` reports and ``pictures`` pictures in all are kept, the report in use always. Recipes of the same
    meaning count as equal. A report left before ``worth`` pictures were scanned is not kept.
    """

    def __init__(self, most: int = 8, pictures: int = 400_000, worth: int = 32) -> None:
        self._most, self._pictures, self._worth = most, pictures, worth
        self._kept: list[tuple[Dataset, str, Outputs | None, ScanReport]] = []

    def __len__(self) -> int:
        """Return how many are kept."""
        return len(self._kept)

    def of(self, dataset: Dataset, recipe: Recipe, predictions: Outputs | None) -> ScanReport:
        """Return the report of a choice, a new report where none is kept, now in use."""
        meaning, entry = recipe.hash, None
        for known in self._kept:
            if known[0] is dataset and known[1] == meaning and known[2] is predictions:
                entry = known
        if entry is None:
            entry = (dataset, meaning, predictions, ScanReport(len(dataset)))
        self._kept = [entry, *(other for other in self._kept if other is not entry)]
        self._trim()
        return entry[3]

    def clear(self) -> None:
        """Forget all reports."""
        self._kept.clear()

    def _trim(self) -> None:
        kept: list[tuple[Dataset, str, Outputs | None, ScanReport]] = []
        held = 0
        for place, entry in enumerate(self._kept):
            report = entry[3]
            worth = report.complete or report.scanned >= self._worth
            if place == 0 or (worth and len(kept) < self._most and held + len(report) <= self._pictures):
                kept.append(entry)
                held += len(report)
        self._kept = kept
