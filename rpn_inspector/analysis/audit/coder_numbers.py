"""The coder's weights, means and deviations under which a dataset's targets t* would have mean 0 and deviation 1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.predicted_document import number

NOW = ("weights", "means", "stds")


def targets_document(audit: Audit) -> dict[str, Any]:
    """Return the statistics of t*, the coder's numbers, and those that t* asks for, as values JSON knows.

    ``unnormalised`` are mean and deviation before the coder's weights, means and deviations; None is not known.
    """
    targets, coder = audit.targets, audit.recipe.coder
    known = targets.count > 0
    made: dict[str, Any] = {
        "coordinates": list(coder.coordinate_names),
        "count": targets.count,
        "not_finite": targets.not_finite,
        "mean": targets.mean.tolist() if known else None,
        "std": targets.std.tolist() if known else None,
        "coder": {name: list(getattr(coder, name)) for name in NOW},
    }
    if known:
        # t* = (weight · raw - mean) / std, so raw = (t* · std + mean) / weight
        weights, means, stds = (np.array(getattr(coder, name), np.float64) for name in NOW)
        raw_mean, raw_std = (targets.mean * stds + means) / weights, targets.std * stds / weights
        made["unnormalised"] = {"mean": raw_mean.tolist(), "std": raw_std.tolist()}
        made["suggested"] = {
            "means": raw_mean.tolist(),
            "stds": raw_std.tolist(),
            "weights": [number(1 / value) if value > 0 else None for value in raw_std.tolist()],
        }
    return made


def coder_words(targets: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the coder's numbers in use, and those that t* asks for, a sentence each; none without targets.

    Args:
        targets: the values of `targets_document`.
    """
    suggested = targets.get("suggested")
    if suggested is None:
        return ()
    now = ", ".join(f"{name} {_four(targets['coder'][name])}" for name in NOW)
    either = f"means {_four(suggested['means'])} and stds {_four(suggested['stds'])} with weights of 1"
    if None not in suggested["weights"]:
        either += f"; for the deviation alone, weights {_four(suggested['weights'])}"
    return (
        f"The coder has {now}.",
        f"For a mean of 0 and a deviation of 1 of t* it would have {either}; "
        "what a loss is tuned to changes with them.",
    )


def _four(values: Sequence[float]) -> str:
    return " ".join(f"{value:.4g}" for value in values)
