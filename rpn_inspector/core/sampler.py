"""Which positives and negatives enter the loss."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.specs import SamplerSpec

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


def sample(
    label: npt.NDArray[np.int8], spec: SamplerSpec, seed: int, background_loss: Array | None = None
) -> tuple[Indices, Indices]:
    """Return the positives and negatives in the loss, flat indices ascending.

    ``random``: at most ``batch * positive_fraction`` positives, cut down to a whole number, and negatives up to
    ``batch``; the rule is torchvision's ``BalancedPositiveNegativeSampler``, detectron2's ``subsample_labels``,
    MMDetection's ``RandomSampler`` and py-faster-rcnn's, which ones are drawn follows from ``seed``. ``all``: every
    anchor with a label. ``hard_negatives``: all positives, and per positive the recipe's number of negatives with the
    highest ``background_loss`` (N,) (torchvision ``SSD.compute_loss``); without one they are drawn by ``seed``.
    """
    positive, negative = np.flatnonzero(label == 1), np.flatnonzero(label == 0)
    if spec.rule == "all":
        return positive, negative
    generator = np.random.default_rng(seed)
    if spec.rule == "hard_negatives":
        rest = min(len(negative), spec.negatives_per_positive * len(positive))
        if background_loss is not None:
            hardest = np.argsort(-background_loss[negative], kind="stable")[:rest]
            return positive, np.sort(negative[hardest])
        return positive, np.sort(generator.choice(negative, rest, replace=False)).astype(np.int64)
    wanted = min(len(positive), int(spec.batch * spec.positive_fraction))
    rest = min(len(negative), spec.batch - wanted)
    return (
        np.sort(generator.choice(positive, wanted, replace=False)).astype(np.int64),
        np.sort(generator.choice(negative, rest, replace=False)).astype(np.int64),
    )
