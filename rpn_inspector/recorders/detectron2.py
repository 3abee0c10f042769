"""Record detectron2's models with a proposal generator: the RPN's outputs, samples and losses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import numpy as np

from rpn_inspector.recorders.detectron2_roi import has_second_stage, second_stage
from rpn_inspector.recorders.recording import (
    Batch,
    Recording,
    Torch,
    array,
    floats,
    hooked,
    number,
    part,
    recording_to,
    replaced,
    size_of,
    unwrapped,
)


def record(
    model: Torch,
    folder: str | Path,
    recipe: str | None = None,
    checkpoint: str | None = None,
    step: int | None = None,
) -> AbstractContextManager[Recording]:
    """Return a context that records every forward pass of ``model`` to a dump at ``folder``.

    Pictures are called by their ``file_name``, or `Recording.name`. In training the sampled labels and the two losses
    are recorded too; of a second stage with one box head the proposals, and in training the mini-batch and its two
    losses. Raises `InspectorError` where the model has no proposal generator, `BadFile` where the dump cannot
    be written. Written against detectron2 0.6: ``rpn_head`` gives (n, A, H, W) and (n, 4A, H, W) per level,
    ``label_and_sample_anchors`` labels of 1, 0 and -1 (N,) per picture.

    Args:
        model: the model, bare or wrapped for several devices.
        folder: the dump to make: new, or a .zip.
        recipe: the name of the recipe the model was made under, None for unknown.
        checkpoint: the name of the checkpoint, None for unknown.
        step: the training step, None for unknown; dumps with a step form a timeline.
    """
    model = unwrapped(model)
    rpn = part(model, "proposal_generator", "a detectron2 model with an RPN")
    return recording_to(
        model, folder, lambda recording: _attached(model, rpn, recording), recipe, "detectron2", checkpoint, step
    )


@contextmanager
def _attached(model: Torch, rpn: Torch, recording: Recording) -> Iterator[None]:
    label, two_stages = rpn.label_and_sample_anchors, has_second_stage(model)

    def before(_: Torch, arguments: tuple[Torch, ...]) -> None:
        recording.batch = Batch()  # a pass that broke down behind its RPN left its catch
        inputs, batch = arguments[0], recording.batch
        if all(isinstance(one, dict) and "file_name" in one for one in inputs):
            batch.names = [str(one["file_name"]) for one in inputs]
        if all(isinstance(one, dict) and "height" in one and "width" in one for one in inputs):
            batch.original = [size_of((one["height"], one["width"])) for one in inputs]

    def head(_: Torch, __: Torch, output: Torch) -> None:
        recording.batch.objectness = [floats(level) for level in output[0]]
        recording.batch.deltas = [floats(level) for level in output[1]]

    def sample(anchors: Torch, instances: Torch) -> Torch:
        output = label(anchors, instances)
        with recording.harmless():
            labels = [array(one) for one in output[0]]
            recording.batch.positive = [np.flatnonzero(one == 1) for one in labels]
            recording.batch.negative = [np.flatnonzero(one == 0) for one in labels]
            recording.batch.gt = [floats(one.gt_boxes.tensor) for one in instances]
        return output

    def after(_: Torch, arguments: tuple[Torch, ...], output: Torch) -> None:
        images, batch, losses = arguments[0], recording.batch, output[1] or {}
        batch.network = [size_of(size) for size in images.image_sizes]
        batch.padded = size_of(images.tensor.shape[-2:])
        batch.loss_objectness = number(losses, "loss_rpn_cls")
        batch.loss_box = number(losses, "loss_rpn_loc")
        if not two_stages:
            recording.finish()

    def finish(*_: Torch) -> None:
        recording.finish()

    with ExitStack() as stack:
        stack.enter_context(hooked(model.register_forward_pre_hook(recording.hook(before))))
        stack.enter_context(hooked(rpn.rpn_head.register_forward_hook(recording.hook(head))))
        stack.enter_context(replaced(rpn, "label_and_sample_anchors", sample))
        stack.enter_context(hooked(rpn.register_forward_hook(recording.hook(after))))
        if two_stages:
            stack.enter_context(second_stage(model.roi_heads, recording))
            stack.enter_context(hooked(model.roi_heads.register_forward_hook(recording.hook(finish))))
        yield
