"""The findings of an audit, or of the linter, as boxes with attributes: what is handed to tools of annotation."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from rpn_inspector import __version__
from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.lint.lint import LintReport
from rpn_inspector.analysis.observations import Observations
from rpn_inspector.analysis.report.columns import CORNERS, Coded, finding_columns
from rpn_inspector.core.sample import Kind
from rpn_inspector.core.text import Text
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.datasets.find_picture import place_of
from rpn_inspector.exchange.found import Attributes, Findings, FoundBox, FoundPicture, inside, stem_of

TEXTS = ("best_level", "end", "detection")
NUMBERS = ("positives", "best_iou", "kept_iou", "score")
UNNAMED = "unnamed"  # of a box left out by the reading: its class was not kept


@dataclass(slots=True)
class _One:
    """One box's findings, or those of a picture as a whole, while they are gathered."""

    box: tuple[float, float, float, float] | None
    row: int
    kinds: list[str] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    facts: dict[str, str | int | float] = field(default_factory=dict)

    def add(self, kind: str, why: str) -> None:
        for word, words in ((kind, self.kinds), (why, self.why)):
            if word and word not in words:
                words.append(word)

    @property
    def attributes(self) -> Attributes:
        said: dict[str, str | int | float] = {"finding": " ".join(self.kinds)}
        return said | ({"why": "; ".join(self.why)} if self.why else {}) | self.facts


def found_by_audit(audit: Audit, dataset: Dataset) -> Findings:
    """Return the findings of ``audit``, with those of the linter where it looked; ``dataset`` is the audited one."""
    columns, annotations = finding_columns(audit), audit.annotations
    images, rows = (_numbers(columns, "image"), _numbers(columns, "index"))
    boxes = np.stack([np.asarray(columns[name]) for name in CORNERS], axis=1)
    kinds, reasons = _texts(columns, "finding"), _texts(columns, "problem")
    numbers = {name: np.asarray(columns[name]).tolist() for name in NUMBERS if name in columns}
    texts = {name: _texts(columns, name) for name in TEXTS if name in columns}
    made = _Gathering(dataset, annotations.size)
    for at, (image, index) in enumerate(zip(images.tolist(), rows.tolist(), strict=True)):
        row = int(annotations.first[image]) + index if index >= 0 else -1
        one = made.at(image, row, boxes[at], kinds[at], reasons[at])
        if one is not None and row >= 0:
            told: dict[str, Any] = {name: value[at] for name, value in {**numbers, **texts}.items()}
            one.facts |= {name: value for name, value in told.items() if _is_known(value)}
    labels = annotations.label
    return made.findings(
        f"rpn-inspector audit of {dataset.root.name} under {audit.recipe.name}",
        annotations.classes, annotations.first, lambda row: annotations.class_name(int(labels[row])), annotations.kind,
    )  # fmt: skip


def found_by_lint(report: LintReport, facts: Observations, dataset: Dataset) -> Findings:
    """Return the findings of the linter; ``facts`` are those the report was made of."""
    known = np.where(facts.fraction[:, None], 0, facts.size)
    made = _Gathering(dataset, known)
    for found in report.kinds.values():
        for image, row, one in zip(found.image.tolist(), found.row.tolist(), found, strict=True):
            box = np.array(one.box or (math.nan,) * 4)
            made.at(image, row, box, found.kind, one.words)

    def name(row: int) -> str:
        label = int(facts.label[row])
        return facts.classes[label] if 0 <= label < len(facts.classes) else str(label)

    return made.findings(f"rpn-inspector lint of {dataset.root.name}", facts.classes, facts.first, name, facts.kind)


class _Gathering:
    """Findings by picture and box; ``size`` (n, 2) h, w px, 0 where not known."""

    def __init__(self, dataset: Dataset, size: Any) -> None:
        self._dataset, self._size = dataset, size
        self._found: dict[int, dict[Any, _One]] = {}
        self._of_dataset = self._without_size = 0

    def at(self, image: int, row: int, box: Any, kind: str, why: str) -> _One | None:
        """Add a finding at a ground truth, a box without one, or a picture; return the place, None without one."""
        if image < 0:
            self._of_dataset += 1
            return None
        if not self._size[image].all():
            self._without_size += 1
            return None
        x1, y1, x2, y2 = map(float, box.tolist())
        corners = None if np.isnan(box).any() else (x1, y1, x2, y2)
        key = row if row >= 0 else corners
        one = self._found.setdefault(image, {}).setdefault(key, _One(corners, row))
        one.add(kind, why)
        return one

    def findings(self, title: str, classes: Sequence[str], first: Any, name: Any, kinds: Any) -> Findings:
        """Return what was gathered; ``name`` of a row is its class's, ``first`` a picture's first row."""
        ids, twins = _ids(self._dataset), _twins(self._dataset) if self._found else frozenset()
        pictures, labels, places = list[FoundPicture](), dict.fromkeys(classes), set[str]()
        for image in sorted(self._found):
            ones = self._found[image]
            boxes = tuple(self._boxes(ones.values(), int(first[image]), name, kinds))
            labels |= dict.fromkeys(box.label for box in boxes)
            height, width = self._size[image].tolist()
            whole, place = ones.get(None), inside(place_of(self._dataset, image))
            pictures.append(
                FoundPicture(
                    place, (height, width), ids[image], boxes, {} if whole is None else whole.attributes,
                    image in twins, place in places,
                )
            )  # fmt: skip
            places.add(place)
        of_dataset = Text.counted(
            self._of_dataset,
            "not in the file: 1 finding of the dataset as a whole",
            "not in the file: {n} findings of the dataset as a whole",
        )
        without_size = Text.counted(
            self._without_size,
            "not in the file: 1 finding in images of unknown size",
            "not in the file: {n} findings in images of unknown size",
        )
        left_out = tuple(words for words in (of_dataset, without_size) if words.number)
        return Findings(
            title=title, version=__version__, classes=tuple(labels), pictures=tuple(pictures), left_out=left_out
        )

    def _boxes(self, ones: Any, first: int, name: Any, kinds: Any) -> Iterator[FoundBox]:
        for one in sorted(ones, key=lambda each: (each.row < 0, each.row)):
            if one.box is None:
                continue
            if one.row < 0:
                yield FoundBox(one.box, UNNAMED, False, one.attributes)
                continue
            attributes = {"ground_truth": one.row - first + 1} | dict(one.attributes)
            yield FoundBox(one.box, name(one.row), bool(kinds[one.row] == Kind.CROWD), attributes)


def _twins(dataset: Dataset) -> frozenset[int]:
    """Return the pictures that another one shares its place with but for the ending."""
    places = {image: inside(place_of(dataset, image)) for image in _alike(map(stem_of, map(_last, dataset.names)))}
    return frozenset(list(places)[at] for at in _alike(map(stem_of, places.values())))


def _last(name: str) -> str:
    return name.rpartition("/")[2]


def _alike(texts: Iterable[str]) -> list[int]:
    """Return the positions of the texts that are there more than once."""
    each = list(texts)
    counts = Counter(each)
    return [at for at, text in enumerate(each) if counts[text] > 1]


def _ids(dataset: Dataset) -> list[int | None]:
    """Return the pictures' ids as numbers, None for each where one has no number of its own."""
    texts = dataset.image_ids
    numbers = [int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None for text in texts]
    return numbers if len(set(numbers)) == len(numbers) and None not in numbers else [None] * len(numbers)


def _numbers(columns: Mapping[str, Any], name: str) -> Any:
    column = columns[name]
    return column.code if isinstance(column, Coded) else np.asarray(column)


def _texts(columns: Mapping[str, Any], name: str) -> list[str]:
    column = columns[name]
    return [column.words[code] if code >= 0 else "" for code in column.code.tolist()]


def _is_known(value: Any) -> bool:
    return value != "" if isinstance(value, str) else value == value and abs(value) != math.inf and value != -1
