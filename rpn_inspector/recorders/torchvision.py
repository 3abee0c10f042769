"""Record torchvision's Faster, Mask and Keypoint R-CNN: what their RPN says, samples and loses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import Any

from rpn_inspector.recorders.recording import (
    Recording,
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


def record(
    model: Any,
    folder: str | Path,
    recipe: str | None = None,
    checkpoint: str | None = None,
    step: int | None = None,
) -> AbstractContextManager[Recording]:
    """Return a context in which every forward pass of ``model`` is recorded to a dump at ``folder``.

    ``folder`` is new, or a .zip. In training the sampler's picks and the two losses are recorded too. Raises
    `InspectorError` where the model has no RPN, `BadFile` where the dump cannot be written. Written against
    torchvision 0.29: ``rpn.head`` gives (n, A, H, W) and (n, 4A, H, W) per level, ``fg_bg_sampler`` a mask per picture.
    """
    model = unwrapped(model)
    rpn = part(model, "rpn", "torchvision's Faster, Mask or Keypoint R-CNN")
    return recording_to(
        folder, lambda recording: _attached(model, rpn, recording), recipe, "torchvision", checkpoint, step
    )


@contextmanager
def _attached(model: Any, rpn: Any, recording: Recording) -> Iterator[None]:
    sampler = rpn.fg_bg_sampler

    def before(_: Any, arguments: tuple[Any, ...]) -> None:
        recording.batch.original = [size_of(picture.shape[-2:]) for picture in arguments[0]]

    def head(_: Any, __: Any, output: Any) -> None:
        recording.batch.objectness = [floats(level) for level in output[0]]
        recording.batch.deltas = [floats(level) for level in output[1]]

    def sample(labels: Any) -> Any:
        positive, negative = sampler(labels)
        recording.batch.positive = [chosen(mask) for mask in positive]
        recording.batch.negative = [chosen(mask) for mask in negative]
        return positive, negative

    def after(_: Any, arguments: tuple[Any, ...], output: Any) -> None:
        images, targets = arguments[0], arguments[2] if len(arguments) > 2 else None
        batch, losses = recording.batch, output[1]
        batch.network = [size_of(size) for size in images.image_sizes]
        batch.padded = size_of(images.tensors.shape[-2:])
        batch.gt = [floats(target["boxes"]) for target in targets or ()]
        batch.loss_objectness = number(losses, "loss_objectness")
        batch.loss_box = number(losses, "loss_rpn_box_reg")
        recording.finish()

    with ExitStack() as stack:
        if hasattr(model, "transform"):
            stack.enter_context(hooked(model.register_forward_pre_hook(before)))
        stack.enter_context(hooked(rpn.head.register_forward_hook(head)))
        stack.enter_context(replaced(rpn, "fg_bg_sampler", sample))
        stack.enter_context(hooked(rpn.register_forward_hook(after)))
        yield
