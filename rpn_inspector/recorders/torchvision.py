"""Record torchvision's Faster, Mask and Keypoint R-CNN: the RPN's outputs, samples and losses; RetinaNet and SSD."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.recorders.recording import (
    Batch,
    Recording,
    Torch,
    chosen,
    floats,
    hooked,
    number,
    part,
    recording_to,
    replaced,
    size_of,
    unwrapped,
)
from rpn_inspector.recorders.torchvision_roi import second_stage


def record(
    model: Torch,
    folder: str | Path,
    recipe: str | None = None,
    checkpoint: str | None = None,
    step: int | None = None,
) -> AbstractContextManager[Recording]:
    """Return a context that records every forward pass of ``model`` to a dump at ``folder``.

    The whole recipe goes into the dump, so that it opens with none named. In training the RPN sampler's picks and the
    two losses are recorded too; of a second stage the proposals, and in training the mini-batch and its two losses. The
    losses of RetinaNet and SSD are recorded for one picture at a time: their loss of several is not one sum over all.
    Raises `InspectorError` for another model, `BadFile` where the dump cannot be written. Written against torchvision
    0.29: ``rpn.head`` gives (n, A, H, W) and (n, 4A, H, W) per level and ``fg_bg_sampler`` a mask per picture; the
    ``head`` of the others gives ``cls_logits`` (n, N, K) and ``bbox_regression`` (n, N, 4). Their class losses agree
    here where a label is the number of the dataset's class, from 0 (RetinaNet) or from 1 (SSD).

    Args:
        model: the model, bare or wrapped for several devices.
        folder: the dump to make: new, or a .zip.
        recipe: the name of the recipe the model was made under, None for unknown.
        checkpoint: the name of the checkpoint, None for unknown.
        step: the training step, None for unknown; dumps with a step form a timeline.
    """
    model = unwrapped(model)
    if not hasattr(model, "rpn") and hasattr(model, "compute_loss"):
        # said before the training begins: inside, nothing is refused any more
        if hasattr(getattr(model.head, "regression_head", None), "bbox_ctrness"):
            raise InspectorError("FCOS has no anchors to shift, wanted RetinaNet or SSD")
        return recording_to(
            model, folder, lambda recording: _one_stage(model, recording), recipe, "torchvision", checkpoint, step
        )
    rpn = part(model, "rpn", "torchvision's Faster, Mask or Keypoint R-CNN, RetinaNet or SSD")
    return recording_to(
        model, folder, lambda recording: _attached(model, rpn, recording), recipe, "torchvision", checkpoint, step
    )


@contextmanager
def _one_stage(model: Torch, recording: Recording) -> Iterator[None]:
    lose = model.compute_loss

    def before(_: Torch, arguments: tuple[Torch, ...]) -> None:
        recording.batch.original = [size_of(picture.shape[-2:]) for picture in arguments[0]]

    def prepared(_: Torch, __: Torch, output: Torch) -> None:
        images, targets = output
        recording.batch.network = [size_of(size) for size in images.image_sizes]
        recording.batch.padded = size_of(images.tensors.shape[-2:])
        recording.batch.gt = [floats(target["boxes"]) for target in targets or ()]

    def head(_: Torch, __: Torch, output: Torch) -> None:
        if "bbox_ctrness" in output:
            raise InspectorError("FCOS has no anchors to shift, wanted RetinaNet or SSD")
        recording.batch.flat = floats(output["cls_logits"]), floats(output["bbox_regression"])

    def losing(*arguments: Torch, **named: Torch) -> Torch:
        losses = lose(*arguments, **named)
        with recording.harmless():
            batch = recording.batch
            # The loss of several pictures divides each by its own positives, so it is not that of any of them.
            if batch.flat is not None and len(batch.flat[0]) == 1:
                batch.loss_objectness = number(losses, "classification")
                batch.loss_box = number(losses, "bbox_regression")
        return losses

    def after(*_: Torch) -> None:
        recording.finish()

    with ExitStack() as stack:
        stack.enter_context(hooked(model.register_forward_pre_hook(recording.hook(before))))
        stack.enter_context(hooked(model.transform.register_forward_hook(recording.hook(prepared))))
        stack.enter_context(hooked(model.head.register_forward_hook(recording.hook(head))))
        stack.enter_context(replaced(model, "compute_loss", losing))
        stack.enter_context(hooked(model.register_forward_hook(recording.hook(after))))
        yield


@contextmanager
def _attached(model: Torch, rpn: Torch, recording: Recording) -> Iterator[None]:
    sampler, heads = rpn.fg_bg_sampler, getattr(model, "roi_heads", None)

    def before(_: Torch, arguments: tuple[Torch, ...]) -> None:
        recording.batch = Batch()  # a pass that broke down behind its RPN left its catch
        recording.batch.original = [size_of(picture.shape[-2:]) for picture in arguments[0]]

    def head(_: Torch, __: Torch, output: Torch) -> None:
        recording.batch.objectness = [floats(level) for level in output[0]]
        recording.batch.deltas = [floats(level) for level in output[1]]

    def sample(labels: Torch) -> Torch:
        picked = sampler(labels)
        with recording.harmless():
            recording.batch.positive, recording.batch.negative = ([chosen(mask) for mask in masks] for masks in picked)
        return picked

    def after(_: Torch, arguments: tuple[Torch, ...], output: Torch) -> None:
        images, targets = arguments[0], arguments[2] if len(arguments) > 2 else None
        batch, losses = recording.batch, output[1]
        batch.network = [size_of(size) for size in images.image_sizes]
        batch.padded = size_of(images.tensors.shape[-2:])
        batch.gt = [floats(target["boxes"]) for target in targets or ()]
        batch.loss_objectness = number(losses, "loss_objectness")
        batch.loss_box = number(losses, "loss_rpn_box_reg")
        if heads is None:
            recording.finish()

    def whole(*_: Torch) -> None:
        recording.finish()

    with ExitStack() as stack:
        # An RPN alone gets pictures already resized: their original size is not known then.
        if hasattr(model, "transform"):
            stack.enter_context(hooked(model.register_forward_pre_hook(recording.hook(before))))
        stack.enter_context(hooked(rpn.head.register_forward_hook(recording.hook(head))))
        stack.enter_context(replaced(rpn, "fg_bg_sampler", sample))
        stack.enter_context(hooked(rpn.register_forward_hook(recording.hook(after))))
        if heads is not None:
            stack.enter_context(second_stage(heads, recording))
            stack.enter_context(hooked(model.register_forward_hook(recording.hook(whole))))
        yield
