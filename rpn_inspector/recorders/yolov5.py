"""Record YOLOv5 (``ultralytics/yolov5``): the head's outputs, the targets of the loss, and its three parts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import numpy as np

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.values import Array
from rpn_inspector.data.predictions.rolling import Rolling
from rpn_inspector.recorders.recording import (
    Asked,
    Batch,
    Recording,
    Torch,
    floats,
    pixels_of,
    recording_to,
    size_of,
    unwrapped,
)
from rpn_inspector.recorders.watched import Watched
from rpn_inspector.translate.yolov5_model import head_of, translate_model


def record(
    model: Torch,
    folder: str | Path,
    loss: Torch = None,
    recipe: str | None = None,
    checkpoint: str | None = None,
    step: int | None = None,
    every: int = 1,
    rolling: Rolling | None = None,
    watch: int = 1,
) -> AbstractContextManager[Recording]:
    """Return a context that records forward passes of ``model`` to a dump at ``folder``.

    Pictures are called by `Recording.name`, for which the loader gives the paths. A training pass is recorded when its
    loss is called. Raises `InspectorError` for another model, `BadFile` where the dump cannot be written. Written
    against YOLOv5 7.0: the head gives (n, A, H, W, 5 + K) per level, the loss is called with these and targets (m, 6),
    picture, class and x, y, w, h as fractions of the input, and gives the sum and its parts, of box, objectness, class.

    Args:
        model: the model, bare or wrapped for several devices.
        folder: the dump to make: new, or a .zip.
        loss: the trainer's ``ComputeLoss``, None to record at rest.
        recipe: the name of the recipe the model was made under, None for unknown.
        checkpoint: the name of the checkpoint, None for unknown.
        step: the training step, None for unknown; dumps with a step form a timeline.
        every: the number of forward passes of which the first is recorded.
        rolling: what stays on disk of a run to be followed as it happens, which replaces an earlier one; None for one
            dump.
        watch: the number of pictures of the first batch of such a run that the network looks at again at each recorded
            step, so that steps can be compared.
    """
    model = unwrapped(model)
    if head_of(model) is None:
        raise InspectorError(f"{type(model).__name__} has no head of YOLOv5, wanted a model of ultralytics/yolov5")
    asked = Asked(
        folder=folder, recipe=recipe, checkpoint=checkpoint, step=step, every=every, rolling=rolling, watch=watch
    )
    return recording_to(
        model,
        lambda recording: _attached(model, loss, recording, watch),
        asked,
        "yolov5",
        lambda training: translate_model(model, None, training, loss),
    )


@contextmanager
def _attached(model: Torch, loss: Torch, recording: Recording, watch: int) -> Iterator[None]:
    head = head_of(model)
    fed: list[Torch] = [None]  # the input of a pass whose loss is awaited

    def before(arguments: tuple[Torch, ...]) -> None:
        batch, shape = recording.batch, arguments[0].shape
        batch.padded = size_of(shape[-2:])
        batch.network = [batch.padded] * int(shape[0])
        if recording.sees and model.training and loss is not None:
            fed[0] = arguments[0]
            batch.pixels = pixels_of(arguments[0])

    watched = Watched(model, head, watch, _outputs)

    def outputs(output: Torch, *_: Torch) -> None:
        _outputs(recording.batch, output if head.training else output[1])

    def at_rest(*_: Torch) -> None:
        if not model.training:
            fed[0] = None
            recording.finish()

    def losing(found: Torch, called: Torch, _: Torch, targets: Torch) -> None:
        batch = recording.batch
        if called is not loss or batch.padded is None:
            return
        box, objectness, kind = floats(found[1]).tolist()
        batch.loss_box, batch.loss_objectness = box, objectness
        batch.loss_more = {"class": kind} if head.nc > 1 else {}
        given = floats(targets)
        batch.gt = _truths(given, len(batch.network), batch.padded)
        batch.gt_class = [given[given[:, 0] == row, 1].astype(np.int64) for row in range(len(batch.network))]
        if recording.sees:
            batch.names = recording.named
            with recording.aside():
                batch.again = watched.again(batch, fed[0])
        fed[0] = None
        recording.finish()

    with ExitStack() as stack:
        stack.enter_context(recording.first(model, before))
        stack.enter_context(recording.after(head, outputs))
        stack.enter_context(recording.after(model, at_rest))
        if loss is not None:  # called as an object, so by its class
            stack.enter_context(recording.watch(type(loss), "__call__", losing))
        yield


def _outputs(batch: Batch, levels: Torch) -> None:
    for level in levels:
        scores = np.moveaxis(floats(level), -1, 2)  # (n, A, 5 + K, H, W)
        count, _, _, height, width = scores.shape
        batch.deltas.append(scores[:, :, :4].reshape(count, -1, height, width))
        batch.objectness.append(scores[:, :, 4:].reshape(count, -1, height, width))


def _truths(targets: Array, count: int, size: tuple[int, int]) -> list[Array]:
    """Return the boxes (G, 4) px of each of ``count`` pictures, of ``targets`` (m, 6) as fractions of ``size``."""
    height, width = size
    sides = np.array([width, height, width, height], np.float32)
    middle, half = targets[:, 2:4], targets[:, 4:6] / 2
    boxes = np.concatenate([middle - half, middle + half], 1) * sides
    return [boxes[targets[:, 0] == row] for row in range(count)]
