"""The outputs and losses of MMDetection's heads of one stage, as a dump has them: one entry a kind of head."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from rpn_inspector.core.values import Array
from rpn_inspector.recorders.recording import Batch, Torch, floats, number


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadReading:
    """How the outputs and losses of one kind of head are read.

    Args:
        outputs: puts the outputs of a pass into the batch; called with batch, head and outputs.
        objectness: the names of the losses that are the objectness or class loss.
        box: the names of the losses that are the box loss.
        more: the names of further losses, by the name in a dump.
    """

    outputs: Callable[[Batch, Torch, Torch], None]
    objectness: tuple[str, ...] = ("loss_cls",)
    box: tuple[str, ...] = ("loss_bbox",)
    more: Mapping[str, str] = field(default_factory=dict)

    def losses(self, batch: Batch, found: Mapping[str, Torch]) -> None:
        """Put the losses of a pass into the batch."""
        batch.loss_objectness, batch.loss_box = _sum(found, self.objectness), _sum(found, self.box)
        batch.loss_more = {
            name: value for name, key in self.more.items() if (value := number(found, key)) is not None
        }  # fmt: skip


def reading_of(head: Torch) -> HeadReading | None:
    """Return the reading of a head by its class or the nearest known base, None for an unknown one."""
    return next((HEADS[kind.__name__] for kind in type(head).__mro__ if kind.__name__ in HEADS), None)


def _sum(losses: Mapping[str, Torch], names: Sequence[str]) -> float | None:
    found = [value for name in names if (value := number(losses, name)) is not None]
    return sum(found) if found else None


def _rpn(batch: Batch, _: Torch, output: Torch) -> None:
    batch.deltas = [floats(level) for level in output[1]]
    batch.objectness = [_logits(floats(one), shifts) for one, shifts in zip(output[0], batch.deltas, strict=True)]


def _logits(scores: Array, deltas: Array) -> Array:
    """Return (n, A, H, W): of pairs, object first, the difference whose sigmoid is their softmax."""
    count, channels, height, width = scores.shape
    anchors = deltas.shape[1] // 4
    # One score an anchor is a logit already.
    if channels != 2 * anchors:
        return scores
    pairs = scores.reshape(count, anchors, 2, height, width)
    return np.asarray(pairs[:, :, 0] - pairs[:, :, 1])


def _classes(batch: Batch, head: Torch, output: Torch) -> None:
    batch.deltas = [floats(level) for level in output[1]]
    batch.objectness = [floats(level) for level in output[0]]
    if head.cls_out_channels == head.num_classes + 1:
        pairs = zip(batch.objectness, batch.deltas, strict=True)
        batch.objectness = [_background_first(scores, shifts) for scores, shifts in pairs]


def _background_first(scores: Array, deltas: Array) -> Array:
    """Return logits (n, A * (K + 1), H, W) with the background, there the last class, first."""
    count, channels, height, width = scores.shape
    anchors = deltas.shape[1] // 4
    each = scores.reshape(count, anchors, channels // anchors, height, width)
    return np.roll(each, 1, axis=2).reshape(scores.shape)


def _centred(batch: Batch, head: Torch, output: Torch) -> None:
    _classes(batch, head, output)
    batch.heads = {"centreness": [floats(level) for level in output[2]]}


def _cells(batch: Batch, head: Torch, output: Torch) -> None:
    """Split maps (n, A * (4 + 1 + K), H, W) of box, confidence and classes."""
    for level in output[0]:
        whole = floats(level)
        count, channels, height, width = whole.shape
        columns = 5 + head.num_classes
        each = whole.reshape(count, channels // columns, columns, height, width)
        batch.deltas.append(each[:, :, :4].reshape(count, -1, height, width))
        batch.objectness.append(each[:, :, 4:].reshape(count, -1, height, width))


def _confident(batch: Batch, _: Torch, output: Torch) -> None:
    """Put the confidence before the classes of each point."""
    batch.deltas = [floats(level) for level in output[1]]
    pairs = zip(output[2], output[0], strict=True)
    batch.objectness = [np.concatenate([floats(one), floats(classes)], 1) for one, classes in pairs]


HEADS = {
    "RPNHead": HeadReading(outputs=_rpn, objectness=("loss_rpn_cls",), box=("loss_rpn_bbox",)),
    "ATSSHead": HeadReading(outputs=_centred, more={"centreness": "loss_centerness"}),
    "YOLOV3Head": HeadReading(outputs=_cells, objectness=("loss_conf", "loss_cls"), box=("loss_xy", "loss_wh")),
    "YOLOXHead": HeadReading(outputs=_confident, objectness=("loss_obj", "loss_cls"), more={"l1": "loss_l1"}),
    "RTMDetHead": HeadReading(outputs=_classes),
    "SSDHead": HeadReading(outputs=_classes),
    "RetinaHead": HeadReading(outputs=_classes),
}
