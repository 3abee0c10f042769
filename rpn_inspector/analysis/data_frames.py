"""``tables``: an inspection or an audit as tables of plain columns, for pandas, polars or pyarrow.

Each table is a ``dict`` of columns of one length, which `pandas.DataFrame`, `polars.DataFrame` and `pyarrow.table` take
as they are; none of them is needed. What is not known is NaN in a column of numbers, and None in one of texts.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit import tables as groups
from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.report.columns import CORNERS, Coded, finding_columns, ground_truth_columns
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.sample import Kind

Table: TypeAlias = dict[str, "npt.NDArray[Any]"]
GROUPS = {
    "class": groups.by_class,
    "size": groups.by_size,
    "aspect": groups.by_aspect,
    "side": groups.by_side,
    "level": groups.by_level,
}


def tables(value: Inspection | Audit) -> dict[str, Table]:
    """Return the tables of a result by name.

    Of an `Audit` ``ground_truth`` and ``findings``, a row each as in its CSV files, and the groups ``class``, ``size``,
    ``aspect``, ``side`` and ``level``. Of an `Inspection` ``ground_truth`` (original px), ``positives`` (network px,
    with t* and, where there are outputs, t), ``proposals`` where there are some. Raises `InspectorError` for another
    value.
    """
    if isinstance(value, Audit):
        return _of_audit(value)
    if isinstance(value, Inspection):
        return _of_inspection(value)
    raise InspectorError(f"tables: found a {type(value).__name__}, wanted an Inspection or an Audit")


def _of_audit(audit: Audit) -> dict[str, Table]:
    rows = {"ground_truth": ground_truth_columns(audit), "findings": finding_columns(audit)}
    made = {name: {key: _plain(column) for key, column in columns.items()} for name, columns in rows.items()}
    for name, group in GROUPS.items():
        made[name] = {key: _plain(column) for key, column in group(audit).columns.items()}
    return made


def _of_inspection(one: Inspection) -> dict[str, Table]:
    made = {"ground_truth": _ground_truth(one), "positives": _positives(one)}
    return made if one.proposals is None else made | {"proposals": _proposals(one)}


def _ground_truth(one: Inspection) -> Table:
    sample, count, used = one.sample, len(one.sample.gt), np.asarray(one.used)
    table: Table = {
        "index": np.arange(count),
        "class": _texts([sample.class_name(at) for at in range(count)]),
        "kind": _texts([Kind(kind).name.lower() for kind in sample.gt_kind.tolist()]),
        **{name: sample.gt[:, at] for at, name in enumerate(CORNERS)},
        "used": used,
        "positives": _known(one.assignment.gt_positives, used & one.positives_known),
    }
    if not one.recipe.anchors.of_points:
        best = np.asarray(one.overlap.gt_best_anchor, np.int64)
        table["best_iou"] = _known(np.asarray(one.overlap.gt_best_iou, np.float64), used)
        table["best_anchor"] = _known(best, used & (best >= 0))
    return table


def _positives(one: Inspection) -> Table:
    anchors = np.asarray(one.positive)
    table: Table = {"anchor": anchors, "ground_truth": np.asarray(one.assignment.gt[anchors], np.int64)}
    boxes = one.anchors(anchors)
    table |= {name: boxes[:, at] for at, name in enumerate(CORNERS)}
    for name, values in (("t_star", one.t_star), ("t", one.t)):
        if values is not None and len(values) == len(anchors):
            table |= {f"{name}_{at}": np.asarray(values)[:, at] for at in range(np.asarray(values).shape[1])}
    return table


def _proposals(one: Inspection) -> Table:
    found = one.proposals
    assert found is not None
    table = {name: found.boxes[:, at] for at, name in enumerate(CORNERS)}
    fates = [Fate(fate).name.lower() for fate in found.fate[found.anchor].tolist()]
    return table | {"score": found.scores, "anchor": found.anchor, "fate": _texts(fates)}


def _plain(column: Any) -> npt.NDArray[Any]:
    """Return a column as an array: texts with None, whole numbers with NaN for what is not known."""
    if isinstance(column, Coded):
        return _texts([column.words[code] if code >= 0 else None for code in column.code.tolist()])
    if isinstance(column, tuple | list):
        return _texts(list(column))
    values = np.asarray(column)
    return _known(values, values >= 0) if values.dtype.kind == "i" else values


def _known(values: npt.NDArray[Any], known: npt.NDArray[np.bool_]) -> npt.NDArray[Any]:
    """Return the numbers with NaN where they are not known."""
    return values if known.all() else np.where(known, values, np.nan)


def _texts(words: list[Any]) -> npt.NDArray[Any]:
    made = np.empty(len(words), object)
    made[:] = words
    return made
