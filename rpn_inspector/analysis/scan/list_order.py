"""The list of a dataset's pictures: search by name or class, filters, sorting."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.scan.report import ScanReport, bit
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.datasets.support.column_dataset import ColumnDataset
from rpn_inspector.data.pictures.natural_order import natural_order

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]

SORTS = ("order", "name", "loss", "gt_count", "positives", "low_quality_only", "unmatched", "size", "warnings")
"""What a list is sorted by: "order" is the dataset's own, "size" a picture's area, "unmatched" its ground truths
without a positive anchor; the others are a `Row`'s fields."""

OF_THE_SCAN = frozenset(SORTS) - {"order", "name", "gt_count"}
"""Sorts that move as pictures are scanned."""

FILTERS = ("empty", "warnings")
"""What a list can be filtered by besides the kinds of findings: no ground truth; any warning, finding or problem."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The user's wishes for the list: ``text`` to search, ``sort`` of `SORTS`, ``filters`` of `FILTERS` and KINDS."""

    text: str = ""
    sort: str = "order"
    descending: bool = False
    filters: tuple[str, ...] = ()

    @property
    def moves(self) -> bool:
        """Return whether the list changes as pictures are scanned."""
        return bool(self.filters) or self.sort in OF_THE_SCAN


class Searched:
    """A dataset's names and classes, ready for a search while typing; made when first needed, then kept."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._names: list[str] | None = None
        self._natural: Indices | None = None
        self._counts: npt.NDArray[np.int32] | None = None
        self._of_class: tuple[list[str], npt.NDArray[np.int64], npt.NDArray[np.int64]] | None = None

    def matching(self, text: str) -> Bools:
        """Return the pictures (n,) with every word of ``text`` in the name or in a ground truth's class.

        Classes take part once the dataset is read completely.
        """
        found = np.ones(len(self.dataset), bool)
        for word in text.casefold().split():
            found &= self._named(word) | self._with_class(word)
        return found

    def by_name(self) -> Indices:
        """Return each picture's place (n,) among the names in natural order: image 9 before image 10."""
        if self._natural is None:
            order = natural_order(self.dataset.names)
            self._natural = np.empty(len(order), np.int64)
            self._natural[order] = np.arange(len(order))
        return self._natural

    def counts(self) -> npt.NDArray[np.int32]:
        """Return each picture's number of ground truths (n,); zeros until the dataset is read completely."""
        count = len(self.dataset)
        if self._counts is None:
            if not self.dataset.complete:
                return np.zeros(count, np.int32)
            if isinstance(self.dataset, ColumnDataset):
                self._counts = np.diff(self.dataset.boxes.first).astype(np.int32)
            else:
                self._counts = np.array([self.dataset.count(index) for index in range(count)], np.int32)
        return self._counts

    def _folded(self) -> list[str]:
        if self._names is None:
            self._names = [name.casefold().replace("\0", "") for name in self.dataset.names]
        return self._names

    def _named(self, word: str) -> Bools:
        return np.fromiter((word in name for name in self._folded()), bool, len(self.dataset))

    def _with_class(self, word: str) -> Bools:
        found = np.zeros(len(self.dataset), bool)
        if not self.dataset.complete:
            return found
        if self._of_class is None:
            self._of_class = ([name.casefold() for name in self.dataset.classes], *_classes_of(self.dataset))
        names, image, label = self._of_class
        wanted = [number for number, name in enumerate(names) if word in name]
        if wanted:
            chosen = np.zeros(len(names), bool)
            chosen[wanted] = True
            # a class number of the file may be beyond its list of names
            known = (label >= 0) & (label < len(names))
            found[image[known][chosen[label[known]]]] = True
        return found


def _classes_of(dataset: Dataset) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return picture and class of each ground truth, (m,) and (m,)."""
    if isinstance(dataset, ColumnDataset):
        boxes = dataset.boxes
        first = np.asarray(boxes.first, np.int64)
        return np.repeat(np.arange(len(dataset)), np.diff(first)), np.asarray(boxes.label, np.int64)
    labels = [dataset.record(index).labels for index in range(len(dataset))]
    lengths = np.fromiter(map(len, labels), np.int64, len(labels))
    return np.repeat(np.arange(len(labels)), lengths), np.fromiter(chain.from_iterable(labels), np.int64)


def arrange(searched: Searched, report: ScanReport, wanted: Arrangement) -> Indices:
    """Return the listed pictures, in order (k,); pictures without a value for the sort come last, both ways.

    Several filters show the pictures with any of the kinds.
    """
    shown = searched.matching(wanted.text)
    if wanted.filters:
        shown &= passing(searched, report, wanted.filters)
    rows = np.flatnonzero(shown)
    if wanted.sort == "order":
        return rows[::-1] if wanted.descending else rows
    values = sort_values(searched, report, wanted.sort)[rows]
    if wanted.sort == "loss":  # a loss that is not finite is the worst there is
        values = np.where(report.flags[rows] & bit("not_finite") != 0, np.inf, values)
    missing = np.isnan(values)
    # a stable sort by two keys: unknown values last, whichever the direction, and equal values as in the dataset
    key = np.where(missing, np.inf, -values if wanted.descending else values)
    return rows[np.lexsort((key, missing))]


def sort_values(searched: Searched, report: ScanReport, sort: str) -> Floats:
    """Return the values a list is sorted by, (n,), NaN where unknown."""
    if sort == "name":
        return searched.by_name().astype(np.float64)
    if sort == "gt_count":
        return searched.counts().astype(np.float64)
    if sort == "loss":
        return report.loss
    if sort == "size":
        return np.where(report.area > 0, report.area, np.nan)
    return np.where(report.done, report.counts[sort], np.nan)


def passing(searched: Searched, report: ScanReport, filters: Collection[str]) -> Bools:
    """Return the pictures (n,) within any of ``filters``; unscanned pictures pass "empty" alone."""
    found = np.zeros(len(report), bool)
    for name in filters:
        if name == "empty":
            found |= (searched.counts() == 0) & searched.dataset.complete
        elif name == "warnings":
            found |= (report.counts["warnings"] > 0) | (report.flags != 0)
        else:
            found |= report.flags & bit(name) != 0
    return found
