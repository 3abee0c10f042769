"""The audit as values JSON knows; the keys are a contract with scripts."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np

from rpn_inspector.analysis.audit import tables
from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.coder_numbers import targets_document
from rpn_inspector.analysis.audit.evaluation_document import evaluation_document
from rpn_inspector.analysis.audit.evaluation_words import evaluation_texts
from rpn_inspector.analysis.audit.findings import KINDS, OUTPUT_KINDS, findings_of
from rpn_inspector.analysis.audit.linted import lint_document
from rpn_inspector.analysis.audit.predicted_document import number, outputs_document
from rpn_inspector.core.sample import Kind

EXAMPLES = 5


def document(audit: Audit, times: bool = True) -> dict[str, Any]:
    """Return the counts of an audit; with ``times`` also the seconds, which differ from run to run."""
    found, annotations = findings_of(audit), audit.annotations
    sizes, least = tables.by_size(audit), tables.threshold(audit)
    each = tables.positives_per_image(audit)
    used, matched = int(sizes.boxes.sum()), int(sizes.matched.sum())
    recall = {"all": _ratio(matched, used)} | dict(zip(sizes.name, map(number, sizes.recall.tolist()), strict=True))
    kinds = annotations.kind[audit.counted & ~audit.used]
    made: dict[str, Any] = {
        "dataset": annotations.dataset,
        "format": annotations.format,
        "recipe": audit.recipe.name,
        "recipe_hash": audit.recipe.hash,
        "images": audit.images,
        "boxes": audit.boxes,
        "skipped": annotations.skipped | ({"unknown size": len(audit.problems)} if audit.problems else {}),
        "opened": annotations.opened,
        "used": used,
        "not_used": {kind.name.lower(): int((kinds == kind).sum()) for kind in Kind if (kinds == kind).any()},
        "zero_size": found["zero_size"].count,
        "unmatched": found["unmatched"].count,
        "low_quality_only": found["low_quality_only"].count,
        "low_quality_rule": audit.knows_low_quality,
        "stolen": found["best_anchor_of_another"].count,
        "few_positives": found["few_positives"].count,
        "untouched": found["untouched"].count,
        "in_ignored_region": found["in_ignored_region"].count,
        "positives": int(audit.positives.sum()) if audit.decided else None,
        "positives_without_overlap": int(audit.no_overlap.sum()),
        "positives_per_box": _ratio(int(audit.gt_positives.sum()), used) if audit.decided else None,
        "positives_per_image": None if each is None else asdict(each),
        "recall": recall if least is not None else dict.fromkeys(recall),
        "recall_at": least,
        "recall_frame": "original px: area of the box under 32², under 96², from 96²",
        "mean_best_iou": _mean(audit.best_iou[audit.used]),
        "best_iou_histogram": tables.best_iou_histogram(audit).tolist(),
        "targets": targets_document(audit),
        "by_level": _levels(audit),
        "by_class": _rows(tables.by_class(audit)),
        "by_size": _rows(sizes),
        "by_aspect": _rows(tables.by_aspect(audit)),
        "by_side": _rows(tables.by_side(audit)),
        "loss": None,
        "findings": sum(each.count for kind, each in found.items() if kind != "no_proposal"),  # a sum of others
        "kinds": {kind: _kind(audit, each) for kind, each in found.items()},
    }
    if audit.lint is not None:
        made["lint"] = lint_document(audit.lint)
    if audit.predicted is not None:
        made |= outputs_document(audit, audit.predicted) | evaluation_document(audit)
        made["sentences"] = [*made["sentences"], *map(str, evaluation_texts(made))]
    if times:
        pace = audit.images / audit.seconds if audit.seconds > 0 else None
        made |= {"seconds": round(audit.seconds, 3), "images_per_second": None if pace is None else round(pace, 1)}
        made["processes"] = audit.processes
    return made


def _kind(audit: Audit, found: Any) -> dict[str, Any]:
    names, first = audit.annotations.names, audit.annotations.first
    examples = [
        {"image": names[image], "gt": int(row - first[image]) if row >= 0 else None}
        for image, row in zip(found.image[:EXAMPLES].tolist(), found.row[:EXAMPLES].tolist(), strict=True)
    ]
    return {
        "count": found.count,
        "images": found.images,
        "of": found.of,
        "share": _ratio(found.count, found.of),
        "means": (KINDS | OUTPUT_KINDS)[found.kind],
        "examples": examples,
    }


def _levels(audit: Audit) -> list[dict[str, Any]]:
    positives = audit.by_level.sum(0).tolist()
    rows = _rows(tables.by_level(audit))
    return [row | {"positive_anchors": here} for row, here in zip(rows, positives, strict=True)]


def _rows(groups: tables.Groups) -> list[dict[str, Any]]:
    columns = {name: list(values) for name, values in groups.columns.items()}
    return [{name: _plain(values[at]) for name, values in columns.items()} for at in range(len(groups.name))]


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value
    return number(float(value)) if isinstance(value, np.floating) else int(value)


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _mean(values: Any) -> float | None:
    known = values[np.isfinite(values)]
    return float(known.mean()) if len(known) else None
