"""Record detectron2's models with a proposal generator, and its RetinaNet: outputs, samples and losses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import numpy as np

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.data.predictions.rolling import Rolling
from rpn_inspector.recorders.detectron2_roi import has_second_stage, second_stage
from rpn_inspector.recorders.recording import (
    Asked,
    Batch,
    Recording,
    Torch,
    array,
    floats,
    number,
    part,
    pixels_of,
    recording_to,
    size_of,
    unwrapped,
)

FIRST_AVERAGE = 100.0  # of RetinaNet's normaliser, before its first step


def record(
    model: Torch,
    folder: str | Path,
    recipe: str | None = None,
    checkpoint: str | None = None,
    step: int | None = None,
    every: int = 1,
    rolling: Rolling | None = None,
) -> AbstractContextManager[Recording]:
    """Return a context that records forward passes of ``model`` to a dump at ``folder``.

    Pictures are called by their ``file_name``, or `Recording.name`. In training the sampled labels and the two losses
    are recorded too; of a second stage with one box head the proposals, and in training the mini-batch and its two
    losses. Raises `InspectorError` for another model, `BadFile` where the dump cannot be written. Written against
    detectron2 0.6: ``rpn_head`` gives (n, A, H, W) and (n, 4A, H, W) per level, ``label_and_sample_anchors`` labels of
    1, 0 and -1 (N,) per picture; RetinaNet's ``head`` gives (n, A K, H, W) and (n, 4A, H, W).

    Args:
        model: the model, bare or wrapped for several devices.
        folder: the dump to make: new, or a .zip.
        recipe: the name of the recipe the model was made under, None for unknown.
        checkpoint: the name of the checkpoint, None for unknown.
        step: the training step, None for unknown; dumps with a step form a timeline.
        every: the number of forward passes of which the first is recorded.
        rolling: what stays on disk of a run to be followed as it happens, which replaces an earlier one; None for one
            dump.
    """
    model, attach = unwrapped(model), _attached
    if hasattr(model, "label_anchors"):
        if not hasattr(model, "anchor_matcher"):
            raise InspectorError(f"{type(model).__name__} has no anchors to match, wanted RetinaNet or an RPN")
        attach = _one_stage
    else:
        part(model, "proposal_generator", "a detectron2 model with an RPN, or RetinaNet")
    asked = Asked(folder=folder, recipe=recipe, checkpoint=checkpoint, step=step, every=every, rolling=rolling)
    return recording_to(model, lambda recording: attach(model, recording), asked, "detectron2")


def _pictures(batch: Batch, arguments: tuple[Torch, ...]) -> None:
    inputs = arguments[0]
    if all(isinstance(one, dict) and "file_name" in one for one in inputs):
        batch.names = [str(one["file_name"]) for one in inputs]
    if all(isinstance(one, dict) and "height" in one and "width" in one for one in inputs):
        batch.original = [size_of((one["height"], one["width"])) for one in inputs]


def _sizes(recording: Recording, model: Torch, images: Torch) -> None:
    batch = recording.batch
    batch.network = [size_of(size) for size in images.image_sizes]
    batch.padded = size_of(images.tensor.shape[-2:])
    if recording.sees:
        swapped = getattr(model, "input_format", "BGR") == "BGR"
        batch.pixels = pixels_of(images.tensor, model.pixel_mean, model.pixel_std, swapped)


@contextmanager
def _one_stage(model: Torch, recording: Recording) -> Iterator[None]:
    def before(arguments: tuple[Torch, ...]) -> None:
        _pictures(recording.batch, arguments)
        if model.training:
            recording.batch.loss_average = float(getattr(model, "loss_normalizer", FIRST_AVERAGE))

    def head(output: Torch, *_: Torch) -> None:
        recording.batch.objectness = [floats(level) for level in output[0]]
        recording.batch.deltas = [floats(level) for level in output[1]]

    def labelled(_: Torch, __: Torch, instances: Torch) -> None:
        recording.batch.gt = [floats(one.gt_boxes.tensor) for one in instances]
        recording.batch.gt_class = [array(one.gt_classes) for one in instances]

    def losing(losses: Torch, *_: Torch) -> None:
        recording.batch.loss_objectness = number(losses, "loss_cls")
        recording.batch.loss_box = number(losses, "loss_box_reg")

    with ExitStack() as stack:
        stack.enter_context(recording.first(model, before))
        stack.enter_context(
            recording.watch(model, "preprocess_image", lambda found, *_: _sizes(recording, model, found))
        )
        stack.enter_context(recording.after(model.head, head))
        stack.enter_context(recording.watch(model, "label_anchors", labelled))
        stack.enter_context(recording.watch(model, "losses", losing))
        stack.enter_context(recording.after(model, lambda *_: recording.finish()))
        yield


@contextmanager
def _attached(model: Torch, recording: Recording) -> Iterator[None]:
    rpn, two_stages = model.proposal_generator, has_second_stage(model)

    def before(arguments: tuple[Torch, ...]) -> None:
        _pictures(recording.batch, arguments)

    def head(output: Torch, *_: Torch) -> None:
        recording.batch.objectness = [floats(level) for level in output[0]]
        recording.batch.deltas = [floats(level) for level in output[1]]

    def sampled(output: Torch, _: Torch, instances: Torch) -> None:
        labels = [array(one) for one in output[0]]
        recording.batch.positive = [np.flatnonzero(one == 1) for one in labels]
        recording.batch.negative = [np.flatnonzero(one == 0) for one in labels]
        recording.batch.gt = [floats(one.gt_boxes.tensor) for one in instances]
        if all(hasattr(one, "gt_classes") for one in instances):
            recording.batch.gt_class = [array(one.gt_classes) for one in instances]

    def after(output: Torch, images: Torch, *_: Torch) -> None:
        batch, losses = recording.batch, output[1] or {}
        _sizes(recording, model, images)
        batch.loss_objectness = number(losses, "loss_rpn_cls")
        batch.loss_box = number(losses, "loss_rpn_loc")
        if not two_stages:
            recording.finish()

    with ExitStack() as stack:
        stack.enter_context(recording.first(model, before))
        stack.enter_context(recording.after(rpn.rpn_head, head))
        stack.enter_context(recording.watch(rpn, "label_and_sample_anchors", sampled))
        stack.enter_context(recording.after(rpn, after))
        if two_stages:
            stack.enter_context(second_stage(model.roi_heads, recording))
            stack.enter_context(recording.after(model.roi_heads, lambda *_: recording.finish()))
        yield
