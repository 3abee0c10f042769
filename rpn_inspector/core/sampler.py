"""Which positives and negatives enter the loss."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.spec import FRACTION, POSITIVE, Rules, number

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
Label = npt.NDArray[np.int8]
BATCH = "a mini-batch's nominal number of anchors, by which the normaliser `batch` divides"


@dataclass(frozen=True, slots=True)
class RandomSampler:
    """A random mini-batch."""

    rule: ClassVar[str] = "random"
    by_loss: ClassVar[bool] = False
    batch: int = number(256, "anchors per picture", POSITIVE)
    positive_fraction: float = number(0.5, "at most this share is positive; negatives fill the rest", FRACTION)

    def sample(self, label: Label, seed: int, background_loss: Array | None = None) -> tuple[Indices, Indices]:
        """Return the positives and negatives in the loss, flat indices ascending.

        At most ``batch * positive_fraction`` positives, cut down to a whole number, and negatives up to ``batch``; the
        rule is torchvision's ``BalancedPositiveNegativeSampler``, detectron2's ``subsample_labels``, MMDetection's
        ``RandomSampler`` and py-faster-rcnn's, which ones are drawn follows from ``seed``.
        """
        positive, negative = np.flatnonzero(label == 1), np.flatnonzero(label == 0)
        generator = np.random.default_rng(seed)
        wanted = min(len(positive), int(self.batch * self.positive_fraction))
        rest = min(len(negative), self.batch - wanted)
        return (
            np.sort(generator.choice(positive, wanted, replace=False)).astype(np.int64),
            np.sort(generator.choice(negative, rest, replace=False)).astype(np.int64),
        )


@dataclass(frozen=True, slots=True)
class EveryAnchor:
    """Every anchor that is not ignored."""

    rule: ClassVar[str] = "all"
    by_loss: ClassVar[bool] = False
    batch: int = number(256, BATCH, POSITIVE)

    def sample(self, label: Label, seed: int, background_loss: Array | None = None) -> tuple[Indices, Indices]:
        """Return every anchor with a label, flat indices ascending."""
        return np.flatnonzero(label == 1), np.flatnonzero(label == 0)


@dataclass(frozen=True, slots=True)
class HardNegatives:
    """All positives and the costliest negatives."""

    rule: ClassVar[str] = "hard_negatives"
    by_loss: ClassVar[bool] = True
    batch: int = number(256, BATCH, POSITIVE)
    negatives_per_positive: int = number(3, "so many negatives for each positive", POSITIVE)

    def sample(self, label: Label, seed: int, background_loss: Array | None = None) -> tuple[Indices, Indices]:
        """Return all positives, and per positive so many negatives with the highest ``background_loss`` (N,).

        As torchvision's ``SSD.compute_loss``; without that loss negatives are drawn by ``seed``.
        """
        positive, negative = np.flatnonzero(label == 1), np.flatnonzero(label == 0)
        rest = min(len(negative), self.negatives_per_positive * len(positive))
        if background_loss is not None:
            hardest = np.argsort(-background_loss[negative], kind="stable")[:rest]
            return positive, np.sort(negative[hardest])
        generator = np.random.default_rng(seed)
        return positive, np.sort(generator.choice(negative, rest, replace=False)).astype(np.int64)


Sampler = RandomSampler | EveryAnchor | HardNegatives
SAMPLERS: Rules[Sampler] = Rules(
    "Which anchors enter the loss.",
    "random",
    {"random": RandomSampler, "all": EveryAnchor, "hard_negatives": HardNegatives},
    shared=("batch",),
)
