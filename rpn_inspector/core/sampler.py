"""The choice of positives and negatives for the loss."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.limits import COUNT, COUNT_OR_NONE
from rpn_inspector.core.phrases import BY_CHANCE, COSTLIEST_NEGATIVES, EVERY_ANCHOR
from rpn_inspector.core.quota import Quota
from rpn_inspector.core.spec import FRACTION, Rules, number
from rpn_inspector.core.text import Text

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
Label = npt.NDArray[np.int8]
BATCH = "a mini-batch's nominal number of anchors, by which the normaliser `batch` divides"


def most_mined(ratio: float, positives: int) -> int:
    """Return how many negatives ``positives`` ask for.

    The whole numbers from 0 below the product in float32, as torch multiplies a count. Source: torchvision
    ``SSD.compute_loss``, ``idx < num_negative``.
    """
    return math.ceil(np.float32(ratio) * np.float32(positives))


@dataclass(frozen=True, slots=True)
class RandomSampler:
    """A random mini-batch."""

    rule: ClassVar[str] = "random"
    words: ClassVar[str] = BY_CHANCE
    by_loss: ClassVar[bool] = False
    drawn: ClassVar[bool] = True  # by chance, whatever the outputs
    batch: int = number(256, "anchors per picture", COUNT)
    positive_fraction: float = number(0.5, "at most this share is positive; negatives fill the rest", FRACTION)

    def sample(self, label: Label, seed: int, background_loss: Array | None = None) -> tuple[Indices, Indices]:
        """Return the positives and negatives of a random mini-batch, flat indices ascending.

        At most ``batch * positive_fraction`` positives, truncated to a whole number, and negatives up to ``batch``.
        Sources: torchvision ``BalancedPositiveNegativeSampler``, detectron2 ``subsample_labels``, MMDetection
        ``RandomSampler``, py-faster-rcnn ``anchor_target_layer``; the draw itself follows from ``seed``.

        Args:
            label: (N,) int8, 1 positive, 0 negative, -1 ignored.
            seed: of NumPy's generator.
            background_loss: not used.
        """
        # ignored anchors are in neither list, and never in a loss
        others = np.flatnonzero(label != 0)
        positive, negatives = others[label[others] == 1], len(label) - len(others)
        generator = np.random.default_rng(seed)
        wanted = min(len(positive), int(self.batch * self.positive_fraction))
        # missing positives are replaced by negatives, so a mini-batch with enough negatives is always full
        rest = min(negatives, self.batch - wanted)
        chosen = np.sort(generator.choice(positive, wanted, replace=False)).astype(np.int64)
        # most anchors are negatives: drawn by number, they need no list; before each stand that many others
        drawn = np.sort(generator.choice(negatives, rest, replace=False)).astype(np.int64)
        return chosen, drawn + (others - np.arange(len(others))).searchsorted(drawn, "right")


@dataclass(frozen=True, slots=True)
class EveryAnchor:
    """Every anchor that is not ignored."""

    rule: ClassVar[str] = "all"
    words: ClassVar[str] = EVERY_ANCHOR
    by_loss: ClassVar[bool] = False
    drawn: ClassVar[bool] = False
    batch: int = number(256, BATCH, COUNT)

    def sample(self, label: Label, seed: int, background_loss: Array | None = None) -> tuple[Indices, Indices]:
        """Return every anchor with a label, flat indices ascending."""
        return np.flatnonzero(label == 1), np.flatnonzero(label == 0)


@dataclass(frozen=True, slots=True)
class HardNegatives:
    """All positives and the costliest negatives."""

    rule: ClassVar[str] = "hard_negatives"
    words: ClassVar[str] = COSTLIEST_NEGATIVES
    by_loss: ClassVar[bool] = True
    drawn: ClassVar[bool] = False
    batch: int = number(256, BATCH, COUNT)
    negatives_per_positive: float = number(3.0, "so many negatives for each positive", COUNT_OR_NONE)

    def sample(self, label: Label, seed: int, background_loss: Array | None = None) -> tuple[Indices, Indices]:
        """Return all positives, and the negatives of the highest loss, flat indices ascending.

        ``negatives_per_positive`` negatives per positive. Source: torchvision ``SSD.compute_loss``.

        Args:
            label: (N,) int8, 1 positive, 0 negative, -1 ignored.
            seed: of the draw without ``background_loss``.
            background_loss: (N,) the class loss of each anchor as a negative, None without predictions.
        """
        positive, negative = np.flatnonzero(label == 1), np.flatnonzero(label == 0)
        rest = min(len(negative), most_mined(self.negatives_per_positive, len(positive)))
        if background_loss is not None:
            # stable: of equal losses the lower flat index is taken, where the library's sort leaves the choice open
            hardest = np.argsort(-background_loss[negative], kind="stable")[:rest]
            return positive, np.sort(negative[hardest])
        generator = np.random.default_rng(seed)
        return positive, np.sort(generator.choice(negative, rest, replace=False)).astype(np.int64)


@dataclass(frozen=True, slots=True)
class SharedMaximum:
    """All positives and the costliest negatives, by a sum over one maximum of all logits (ssd.pytorch)."""

    rule: ClassVar[str] = "shared_maximum"
    words: ClassVar[str] = COSTLIEST_NEGATIVES
    by_loss: ClassVar[bool] = True
    drawn: ClassVar[bool] = False
    batch: int = number(256, BATCH, COUNT)
    negatives_per_positive: float = number(3.0, "so many negatives for each positive", COUNT_OR_NONE)

    def sample(self, label: Label, seed: int, background_loss: Array | None = None) -> tuple[Indices, Indices]:
        """Return all positives, and the negatives among the anchors of the highest loss, flat indices ascending.

        ``negatives_per_positive`` anchors per positive, but never all; positives count there with a loss of 0, so that
        fewer negatives remain where few have a loss above 0. Source: ssd.pytorch ``MultiBoxLoss``.

        Args:
            label: (N,) int8, 1 positive, 0 negative, -1 ignored.
            seed: of the draw without ``background_loss``.
            background_loss: (N,) as `hardness` returns, None without predictions.
        """
        positive = np.flatnonzero(label == 1)
        many = min(len(label) - 1, most_mined(self.negatives_per_positive, len(positive)))
        if background_loss is None:
            negative = np.flatnonzero(label == 0)
            generator = np.random.default_rng(seed)
            drawn = generator.choice(negative, min(len(negative), many), replace=False)
            return positive, np.sort(drawn).astype(np.int64)
        mined = np.where(label == 1, np.float32(0), background_loss)
        # stable: of equal values the lower flat index is taken, where the library's sort leaves the choice open
        hardest = np.sort(np.argsort(-mined, kind="stable")[:many])
        return positive, hardest[label[hardest] == 0]


Sampler = RandomSampler | EveryAnchor | HardNegatives | SharedMaximum | Quota


def membership(sampler: Sampler, label: int, sampled: bool, recorded: bool, priced: bool) -> Text:
    """Return whether an anchor is in the reported sums, in the words of the sampler's rule.

    Args:
        sampler: the recipe's rule.
        label: of the anchor.
        sampled: whether the anchor is in the mini-batch.
        recorded: whether the mini-batch is the trainer's own, whatever the rule.
        priced: whether there are outputs, and so numbers of its loss.
    """
    would = [Text("The numbers are what it would add.")] if priced else []
    if label == -2 and not sampled:
        return Text("Undecided without outputs: in neither sum.")
    if label < 0 and not sampled:
        return Text("Ignored: in neither sum.")
    if recorded and not sampler.drawn:
        if not sampled:
            return Text.joined(Text("Not in the trainer's loss, so in neither sum."), *would)
        return (
            Text("In the trainer's loss, so in the sums.") if priced else Text("In the loss, which needs raw outputs.")
        )
    if sampled and sampler.drawn:
        return Text("In the sample, so in the sums.") if priced else Text("In the sample; the sums need raw outputs.")
    if sampled:
        return Text("In the loss.") if priced else Text("Would be in the loss, which needs raw outputs.")
    out = (
        Text("Not in the loss: not among the costliest negatives.")
        if sampler.by_loss
        else Text("Not in the sample, so in neither sum.")
    )
    return Text.joined(out, *would)


SAMPLERS: Rules[Sampler] = Rules(
    "Which anchors enter the loss.",
    "random",
    {
        "random": RandomSampler,
        "all": EveryAnchor,
        "hard_negatives": HardNegatives,
        "shared_maximum": SharedMaximum,
        "quota": Quota,
    },
    shared=("batch",),
)
