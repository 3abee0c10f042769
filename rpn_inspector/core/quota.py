"""The mini-batch of a second stage: a quota of positives, and negatives for the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.limits import COUNT, COUNT_OR_NONE
from rpn_inspector.core.phrases import BY_CHANCE
from rpn_inspector.core.spec import FRACTION, number, option

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Quota:
    """A random mini-batch, with the negatives limited by the positives where asked."""

    rule: ClassVar[str] = "quota"
    words: ClassVar[str] = BY_CHANCE
    by_loss: ClassVar[bool] = False
    drawn: ClassVar[bool] = True
    batch: int = number(512, "boxes per picture", COUNT)
    positive_fraction: float = number(0.25, "at most this share is positive; negatives fill the rest", FRACTION)
    rounding: Literal["truncate", "half_even"] = option("truncate", "of the number of positives")
    negatives_per_positive: int = number(
        0, "at most so many negatives for each positive, or for one where none is; 0: no limit", COUNT_OR_NONE
    )

    def sample(
        self, label: npt.NDArray[np.int8], seed: int, background_loss: Array | None = None
    ) -> tuple[Indices, Indices]:
        """Return the positives and negatives of a random mini-batch, flat indices ascending.

        Sources: MMDetection ``RandomSampler`` with ``neg_pos_ub``, py-faster-rcnn ``proposal_target_layer``; the draw
        itself follows from ``seed``.

        Args:
            label: (N,) int8, 1 positive, 0 negative, -1 ignored.
            seed: of NumPy's generator.
            background_loss: not used.
        """
        positive, negative = np.flatnonzero(label == 1), np.flatnonzero(label == 0)
        share = self.batch * self.positive_fraction
        wanted = min(len(positive), int(share) if self.rounding == "truncate" else round(share))
        rest = min(len(negative), self.batch - wanted)
        if self.negatives_per_positive:
            rest = min(rest, self.negatives_per_positive * max(wanted, 1))
        generator = np.random.default_rng(seed)
        return (
            np.sort(generator.choice(positive, wanted, replace=False)).astype(np.int64),
            np.sort(generator.choice(negative, rest, replace=False)).astype(np.int64),
        )
