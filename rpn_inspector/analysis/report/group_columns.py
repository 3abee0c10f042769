"""The numbers told of a group of ground truths: those that the recipe's rule knows anything of."""

from __future__ import annotations

from collections.abc import Mapping

from rpn_inspector.analysis.report.headlines import Numbers


def group_heads(made: Numbers) -> Mapping[str, str]:
    """Return the heads of the numbers of a group, by their keys in its row; ``positives`` are told of each one."""
    decided, at = made["positives"] is not None, made["recall_at"]
    heads = {
        "recall": None if at is None else f"IoU ≥ {at:g}",
        "unmatched": "unmatched" if decided else "no candidate",
        "starved": None if decided else "few candidates",
        "low_quality_only": "low-quality only" if made["low_quality_rule"] else None,
        "positives": "positives each" if decided else None,
    }
    return {key: head for key, head in heads.items() if head is not None}
