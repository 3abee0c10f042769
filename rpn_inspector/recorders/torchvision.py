"""Record torchvision's Faster, Mask and Keypoint R-CNN: the RPN's outputs, samples and losses; RetinaNet and SSD."""

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
    Recording,
    Torch,
    array,
    chosen,
    floats,
    number,
    part,
    pixels_of,
    recording_to,
    size_of,
    unwrapped,
)
from rpn_inspector.recorders.torchvision_roi import second_stage
from rpn_inspector.translate.attributes import class_names


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

    The whole recipe goes into the dump, so that it opens with none named. In training the RPN sampler's picks and the
    two losses are recorded too; of a second stage the proposals, and in training the mini-batch and its two losses.
    Raises `InspectorError` for another model, `BadFile` where the dump cannot be written. Written against torchvision
    0.29: ``rpn.head`` gives (n, A, H, W) and (n, 4A, H, W) per level and ``fg_bg_sampler`` a mask per picture; the
    ``head`` of the others gives ``cls_logits`` (n, N, K) and ``bbox_regression`` (n, N, 4). Labels are
    recorded as given, from 0 (RetinaNet) or from 1 (the others), whatever the dataset's order of classes.

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
    if not hasattr(model, "rpn") and hasattr(model, "compute_loss"):
        # said before the training begins: inside, nothing is refused any more
        if hasattr(getattr(model.head, "regression_head", None), "bbox_ctrness"):
            raise InspectorError("FCOS has no anchors to shift, wanted RetinaNet or SSD")
        attach = _one_stage
    else:
        part(model, "rpn", "torchvision's Faster, Mask or Keypoint R-CNN, RetinaNet or SSD")
    asked = Asked(folder=folder, recipe=recipe, checkpoint=checkpoint, step=step, every=every, rolling=rolling)
    return recording_to(model, lambda recording: attach(model, recording), asked, "torchvision")


def _pixels(model: Torch, images: Torch) -> Array:
    mean, std = (255 * np.asarray(each) for each in (model.transform.image_mean, model.transform.image_std))
    return pixels_of(images.tensors, mean, std)


def _classes(targets: Torch, background: int) -> list[Array]:
    """Return each picture's labels (G,), counted from behind the ``background`` columns; none where not all tell."""
    if any("labels" not in target for target in targets or ()):
        return []
    return [array(target["labels"]).astype(np.int64) - background for target in targets or ()]


@contextmanager
def _one_stage(model: Torch, recording: Recording) -> Iterator[None]:
    # the first label is SSD's background, and the first of RetinaNet's classes
    background = int("DefaultBoxGenerator" in class_names(getattr(model, "anchor_generator", None)))

    def before(arguments: tuple[Torch, ...]) -> None:
        recording.batch.original = [size_of(picture.shape[-2:]) for picture in arguments[0]]

    def prepared(output: Torch, *_: Torch) -> None:
        images, targets = output
        recording.batch.network = [size_of(size) for size in images.image_sizes]
        recording.batch.padded = size_of(images.tensors.shape[-2:])
        if recording.sees:
            recording.batch.pixels = _pixels(model, images)
        recording.batch.gt = [floats(target["boxes"]) for target in targets or ()]
        recording.batch.gt_class = _classes(targets, background)

    def head(output: Torch, features: Torch) -> None:
        if "bbox_ctrness" in output:
            raise InspectorError("FCOS has no anchors to shift, wanted RetinaNet or SSD")
        recording.batch.flat = floats(output["cls_logits"]), floats(output["bbox_regression"])
        recording.batch.level_shapes = tuple(size_of(level.shape[-2:]) for level in features)

    def losing(losses: Torch, *_: Torch) -> None:
        recording.batch.loss_objectness = number(losses, "classification")
        recording.batch.loss_box = number(losses, "bbox_regression")

    with ExitStack() as stack:
        stack.enter_context(recording.first(model, before))
        stack.enter_context(recording.after(model.transform, prepared))
        stack.enter_context(recording.after(model.head, head))
        stack.enter_context(recording.watch(model, "compute_loss", losing))
        stack.enter_context(recording.after(model, lambda *_: recording.finish()))
        yield


@contextmanager
def _attached(model: Torch, recording: Recording) -> Iterator[None]:
    rpn, heads = model.rpn, getattr(model, "roi_heads", None)
    # an RPN alone gets pictures already resized: their original size is not known then
    whole = hasattr(model, "transform")

    def before(arguments: tuple[Torch, ...]) -> None:
        recording.batch.original = [size_of(picture.shape[-2:]) for picture in arguments[0]] if whole else []

    def head(output: Torch, *_: Torch) -> None:
        recording.batch.objectness = [floats(level) for level in output[0]]
        recording.batch.deltas = [floats(level) for level in output[1]]

    def sampled(picked: Torch, *_: Torch) -> None:
        recording.batch.positive, recording.batch.negative = ([chosen(mask) for mask in masks] for masks in picked)

    def after(output: Torch, images: Torch, _: Torch, targets: Torch = None) -> None:
        batch, losses = recording.batch, output[1]
        batch.network = [size_of(size) for size in images.image_sizes]
        batch.padded = size_of(images.tensors.shape[-2:])
        if recording.sees and whole:
            batch.pixels = _pixels(model, images)
        batch.gt = [floats(target["boxes"]) for target in targets or ()]
        batch.gt_class = _classes(targets, 1) if heads is not None else []
        batch.loss_objectness = number(losses, "loss_objectness")
        batch.loss_box = number(losses, "loss_rpn_box_reg")
        if heads is None:
            recording.finish()

    with ExitStack() as stack:
        stack.enter_context(recording.first(model if whole else rpn, before))
        stack.enter_context(recording.after(rpn.head, head))
        stack.enter_context(recording.watch(rpn, "fg_bg_sampler", sampled))
        stack.enter_context(recording.after(rpn, after))
        if heads is not None:
            stack.enter_context(second_stage(heads, recording))
            stack.enter_context(recording.after(model, lambda *_: recording.finish()))
        yield
