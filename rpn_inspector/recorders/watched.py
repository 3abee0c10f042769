"""Pictures of a training's first batch, shown to the network again at each recorded step: only the network differs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace

from rpn_inspector.recorders.recording import Batch, Torch


class Watched:
    """The first ``count`` pictures of a training's first recorded batch.

    The network looks at them as it would detect, without gradient and without a trace: no random number is drawn and
    no running mean moves, so the training goes on as without.

    Args:
        net: the network.
        head: its detection head, which gives raw outputs while it trains.
        count: the number of pictures, 0 for none.
        read: puts the head's raw outputs into a batch.
        look: gives the head's raw outputs for pictures, None for a network that gives them when called.
    """

    def __init__(
        self,
        net: Torch,
        head: Torch,
        count: int,
        read: Callable[[Batch, Torch], None],
        look: Callable[[Torch], Torch] | None = None,
    ) -> None:
        self._net, self._head, self._count, self._read, self._look = net, head, count, read, look or net
        self._fed: Torch = None
        self._kept = Batch()

    def again(self, batch: Batch, fed: Torch) -> Batch | None:
        """Return the watched pictures with the outputs of now; ``fed`` are the pictures of ``batch``."""
        if not self._count:
            return None
        if self._fed is None:
            self._fed = fed[: self._count].detach().clone()
            self._kept = _first(batch, len(self._fed))
        found = replace(self._kept, objectness=[], deltas=[])
        torch: Torch = sys.modules.get("torch")  # there, since the network is made of it
        with _at_rest(self._net, self._head), nullcontext() if torch is None else torch.no_grad():
            self._read(found, self._look(self._fed))
        return found


def _first(batch: Batch, count: int) -> Batch:
    return Batch(
        mode="eval",
        padded=batch.padded,
        original=batch.original[:count],
        network=batch.network[:count],
        names=batch.names[:count],
        pixels=None if batch.pixels is None else batch.pixels[:count].copy(),
        sources=batch.sources[:count],
        gt=batch.gt[:count],
        gt_class=batch.gt_class[:count],
    )


@contextmanager
def _at_rest(net: Torch, head: Torch) -> Iterator[None]:
    """Let a network detect for the time of the block, but for its head."""
    modes = [(module, module.training) for module in net.modules()]
    try:
        net.eval()
        head.training = True  # the head alone, not its parts: raw outputs, and no anchors kept
        yield
    finally:
        for module, mode in modes:
            module.training = mode
