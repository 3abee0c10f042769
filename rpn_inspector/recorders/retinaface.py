"""Record RetinaFace (``biubug6/Pytorch_Retinaface``): boxes, scores and landmarks, the faces, and the three losses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.landmarks import LANDMARKS
from rpn_inspector.data.predictions.rolling import Rolling
from rpn_inspector.recorders.recording import (
    Asked,
    Recording,
    Torch,
    floats,
    pixels_of,
    recording_to,
    size_of,
    unwrapped,
)
from rpn_inspector.translate.retinaface_model import HEADS, knows, translate_settings

MEAN = (104.0, 117.0, 123.0)  # train.py: of blue, green and red
LEAST = np.finfo(np.float32).tiny  # a probability of 0 has no logit


def record(
    model: Torch,
    folder: str | Path,
    cfg: Mapping[str, Any],
    loss: Torch = None,
    recipe: str | None = None,
    checkpoint: str | None = None,
    step: int | None = None,
    every: int = 1,
    rolling: Rolling | None = None,
) -> AbstractContextManager[Recording]:
    """Return a context that records forward passes of ``model`` to a dump at ``folder``.

    Pictures are called by `Recording.name`, since the loader gives no paths. A training pass is recorded when its loss
    is called. Raises `InspectorError` for another model, `BadFile` where the dump cannot be written. Written against
    Pytorch_Retinaface at b984b4b: the model gives boxes (n, N, 4), scores (n, N, 2), of ``phase`` test behind a
    softmax, and landmarks (n, N, 10); the loss is called with these, the priors and faces (G, 15) as fractions of the
    input, box, landmarks and 1, or -1 without landmarks, and gives the losses of boxes, classes and landmarks.

    Args:
        model: the model, bare or wrapped for several devices.
        folder: the dump to make: new, or a .zip.
        cfg: the settings the model was made of, as ``cfg_mnet``, which tell the recipe.
        loss: the trainer's ``MultiBoxLoss``, None to record at rest.
        recipe: the name of the recipe the model was made under, None for unknown.
        checkpoint: the name of the checkpoint, None for unknown.
        step: the training step, None for unknown; dumps with a step form a timeline.
        every: the number of forward passes of which the first is recorded.
        rolling: what stays on disk of a run to be followed as it happens, which replaces an earlier one; None for one
            dump.
    """
    model = unwrapped(model)
    if not knows(model):
        raise InspectorError(
            f"{type(model).__name__} has no {', '.join(HEADS)}, wanted Pytorch_Retinaface's RetinaFace"
        )
    asked = Asked(folder=folder, recipe=recipe, checkpoint=checkpoint, step=step, every=every, rolling=rolling)
    weight = float(cfg.get("loc_weight", 1.0))

    def attach(recording: Recording) -> AbstractContextManager[None]:
        return _attached(model, loss, weight, recording)

    return recording_to(model, attach, asked, "Pytorch_Retinaface", lambda _: translate_settings(cfg, loss))


@contextmanager
def _attached(model: Torch, loss: Torch, weight: float, recording: Recording) -> Iterator[None]:
    def before(arguments: tuple[Torch, ...]) -> None:
        batch, shape = recording.batch, arguments[0].shape
        batch.padded = size_of(shape[-2:])
        batch.network = [batch.padded] * int(shape[0])
        if recording.sees:
            batch.pixels = pixels_of(arguments[0], np.array(MEAN), 1.0, bgr=True)

    def outputs(output: Torch, *_: Torch) -> None:
        boxes, scores, points = (floats(part) for part in output)
        if getattr(model, "phase", "train") != "train":
            scores = np.log(np.maximum(scores, LEAST))  # whose softmax they are
        recording.batch.flat, recording.batch.flat_heads = (scores, boxes), {LANDMARKS: points}
        if loss is None or not model.training:
            recording.finish()

    def losing(found: Torch, _: Torch, __: Torch, targets: Torch) -> None:
        batch = recording.batch
        if batch.padded is None or batch.flat is None:
            return
        box, kind, points = (float(floats(part)) for part in found)
        batch.loss_box, batch.loss_objectness, batch.loss_more = weight * box, kind, {LANDMARKS: points}
        height, width = batch.padded
        batch.gt = [floats(one)[:, :4] * np.array([width, height] * 2, np.float32) for one in targets]
        batch.gt_class = [np.zeros(len(one), np.int64) for one in batch.gt]
        recording.finish()

    with ExitStack() as stack:
        stack.enter_context(recording.first(model, before))
        stack.enter_context(recording.after(model, outputs))
        if loss is not None:
            stack.enter_context(recording.after(loss, losing))
        yield
