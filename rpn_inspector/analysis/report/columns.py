"""The ground truths and the findings of an audit as columns: one row each, in the dataset's order."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.evaluation import Evaluation
from rpn_inspector.analysis.audit.findings import findings_of, picture_reasons
from rpn_inspector.analysis.audit.linted import from_folder
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.lint.lint import said
from rpn_inspector.core.sample import Kind

Array = npt.NDArray[Any]
Ints = npt.NDArray[np.int64]
CORNERS = ("x1", "y1", "x2", "y2")


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A column of text (n): the ``code`` (n,) of each row among few ``words``, -1 for an empty cell."""

    code: Ints
    words: Sequence[str]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.code)


Columns = Mapping[str, "Array | Coded"]
"""Columns by name: text, int64 with -1 for an empty cell, float64 with NaN for one, or bool."""


def ground_truth_columns(audit: Audit) -> Columns:
    """Return a row for each ground truth (m): the annotation, the counts, and its kinds of findings."""
    row = np.arange(len(audit.used))
    return _place(audit, audit.annotations.image, row, audit.annotations.box) | _numbers(audit, row)


def finding_columns(audit: Audit) -> Columns:
    """Return a row for each finding (k), by kind, the gravest first, then those of the linter.

    A picture left out has no ground truth in its row; a box left out by the reading has no number, and no counts; a
    finding about the dataset has no picture.
    """
    by_kind, annotations = findings_of(audit), audit.annotations
    kinds, found = list(by_kind), list(by_kind.values())
    image = np.concatenate([each.image for each in found])
    row = np.concatenate([each.row for each in found])
    kind = np.repeat(np.arange(len(found)), [each.count for each in found])
    box = np.full((len(row), 4), np.nan)
    box[row >= 0] = annotations.box[row[row >= 0]]
    left = (row < 0) & (kind == kinds.index("zero_size"))
    box[left] = annotations.left_box[np.argsort(annotations.left_image, kind="stable")]
    reason, reasons = np.full(len(row), -1, np.int64), list[str]()
    for name, why in _reasons(audit).items():
        reason[kind == kinds.index(name)] = len(reasons) + np.arange(len(why))
        reasons += [why[number] for number in sorted(why)]
    odd = _Odd.of(audit)
    kind, kinds = np.concatenate([kind, len(kinds) + odd.kind]), [*kinds, *odd.kinds]
    image, row = np.concatenate([image, odd.image]), np.concatenate([row, odd.row])
    box, reason = np.concatenate([box, odd.box]), np.concatenate([reason, len(reasons) + np.arange(len(odd.words))])
    reasons += odd.words
    columns: dict[str, Array | Coded] = {"finding": Coded(kind, kinds)}
    numbers = {name: value for name, value in _numbers(audit, row).items() if name not in ("finding", "used")}
    return columns | _place(audit, image, row, box) | numbers | {"problem": Coded(reason, reasons)}


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class _Odd:
    """The linter's findings (k): kind among ``kinds``, picture and row, -1 for none, box, and words."""

    kinds: Sequence[str]
    kind: Ints
    image: Ints
    row: Ints
    box: Array
    words: list[str]

    @classmethod
    def of(cls, audit: Audit) -> _Odd:
        report = audit.lint
        lists = {} if report is None else {kind: found for kind, found in report.known.items() if len(found)}
        findings = [one for found in lists.values() for one in found]
        none = np.zeros(0, np.int64)
        places = ([none, *(found.image for found in lists.values())], [none, *(found.row for found in lists.values())])
        image, row = (np.concatenate(parts).astype(np.int64) for parts in places)
        return cls(
            kinds=list(lists),
            kind=np.repeat(np.arange(len(lists)), [len(found) for found in lists.values()]),
            image=image,
            row=row,
            box=np.array([one.box or (math.nan,) * 4 for one in findings], np.float64).reshape(-1, 4),
            words=[]
            if report is None
            else [from_folder(one.words if image[at] >= 0 else said(one), report) for at, one in enumerate(findings)],
        )


def _reasons(audit: Audit) -> dict[str, Mapping[int, str]]:
    """Return why pictures are findings, by kind and picture."""
    outputs = audit.predicted
    of_outputs = {} if outputs is None else {"bad_outputs": outputs.problems, "misfit": outputs.misfits}
    return picture_reasons(audit) | of_outputs


def _place(audit: Audit, image: Ints, row: Ints, box: Array) -> dict[str, Array | Coded]:
    """Return picture, number from 0 in the picture, class, kind, box and side of rows, -1 for no ground truth."""
    annotations, known = audit.annotations, row >= 0
    numbers, label = np.unique(annotations.label, return_inverse=True)
    names = [annotations.class_name(number) for number in numbers.tolist()]
    side = audit.side[row] if len(audit.used) else np.full(len(row), np.nan)
    columns: dict[str, Array | Coded] = {
        "image": Coded(image, annotations.names),
        "index": np.where(known, row - annotations.first[image], -1),
        "class": Coded(_of(label.reshape(-1).astype(np.int64), row), names),
        "kind": Coded(_of(annotations.kind.astype(np.int64), row), [kind.name.lower() for kind in Kind]),
    }
    columns |= {name: box[:, at] for at, name in enumerate(CORNERS)}
    return columns | {"side": np.where(known, side, np.nan)}


def _numbers(audit: Audit, row: Ints) -> dict[str, Array | Coded]:
    """Return the counts of rows: in the assignment, positives, best IoU, who has the best anchor, kinds found."""
    owner, first = audit.owner, audit.annotations.first
    owner = np.where(owner >= 0, owner - first[audit.annotations.image], -1)
    used = _of(audit.used.astype(np.int64), row) > 0
    best = np.append(audit.best_iou, np.nan)[row]  # row -1 is the end
    made: dict[str, Array | Coded] = {
        "used": used,
        "positives": np.where(used & audit.decided, _of(audit.gt_positives, row), -1),
        "low_quality": np.where(used & audit.knows_low_quality, _of(audit.gt_low_quality, row), -1),
        "best_iou": best,
        "best_anchor": _of(audit.best_anchor, row),
        "best_level": Coded(_of(audit.best_level, row), audit.recipe.anchors.names),
        "owner": _of(owner, row),
        "finding": kinds_of(audit),
    }
    return made | _of_outputs(audit, row)


def _of_outputs(audit: Audit, row: Ints) -> dict[str, Array | Coded]:
    """Return where rows are lost and what they cost; no columns without outputs."""
    outputs, first = audit.predicted, audit.annotations.first
    if outputs is None:
        return {}
    owner = np.where(outputs.by_row >= 0, outputs.by_row - first[audit.annotations.image], -1)
    numbers = {
        "best_box_iou": outputs.best, "kept_iou": outputs.kept, "score": outputs.score,
        "objectness_loss": outputs.gt_objectness, "box_loss": outputs.gt_box,
    }  # fmt: skip
    made: dict[str, Array | Coded] = {
        "end": Coded(_of(outputs.end.astype(np.int64), row), [end.name.lower() for end in End]),
        "suppressor": _of(outputs.by, row),
        "suppressor_index": _of(owner, row),
    }
    made |= {name: np.append(values, np.nan)[row] for name, values in numbers.items()}
    return made if audit.evaluation is None else made | {"detection": _detection(audit.evaluation, row)}


def _detection(evaluation: Evaluation, row: Ints) -> Coded:
    """Return what an evaluation says of rows: the first word that applies, none for one that is not evaluated."""
    words = ("region", "matched", "missed", "mendable")
    masks = [evaluation.region, evaluation.matched, evaluation.missed, evaluation.evaluated]
    return Coded(_of(np.select(masks, range(len(words)), -1), row), words)


def _of(values: Array, row: Ints) -> Ints:
    """Return the values at ``row``, -1 at row -1."""
    return np.asarray(np.append(values, -1)[row], np.int64)


def kinds_of(audit: Audit) -> Coded:
    """Return the kinds found of each ground truth (m), with a space between, the gravest first."""
    bits, by_kind = np.zeros(len(audit.used), np.int64), findings_of(audit)
    for at, found in enumerate(by_kind.values()):
        bits[found.row[found.row >= 0]] |= 1 << at
    sets, code = np.unique(bits, return_inverse=True)
    words = [" ".join(kind for at, kind in enumerate(by_kind) if one >> at & 1) for one in sets.tolist()]
    return Coded(code.reshape(-1).astype(np.int64), words)
