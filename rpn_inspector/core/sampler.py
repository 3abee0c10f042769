"""The mini-batch: which positives and negatives enter the loss."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.recipe import SamplerSpec

Indices = npt.NDArray[np.int64]


def sample(label: npt.NDArray[np.int8], spec: SamplerSpec, seed: int) -> tuple[Indices, Indices]:
    """Return sampled positives and negatives, flat indices ascending, chosen by a generator with ``seed``.

    At most ``batch * positive_fraction`` positives, cut down to a whole number, and negatives up to ``batch``. The
    rule is torchvision's ``BalancedPositiveNegativeSampler`` and py-faster-rcnn's; which ones are drawn is ours.
    """
    generator = np.random.default_rng(seed)
    positive, negative = np.flatnonzero(label == 1), np.flatnonzero(label == 0)
    wanted = min(len(positive), int(spec.batch * spec.positive_fraction))
    rest = min(len(negative), spec.batch - wanted)
    return (
        np.sort(generator.choice(positive, wanted, replace=False)).astype(np.int64),
        np.sort(generator.choice(negative, rest, replace=False)).astype(np.int64),
    )
