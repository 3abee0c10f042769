"""Record MMDetection's RPN, alone (``bbox_head``) or before a second stage, RetinaNet, SSD, ATSS and YOLOv3."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import numpy as np

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.data.predictions.rolling import Rolling
from rpn_inspector.recorders.mmdet_heads import HEADS, HeadReading, reading_of
from rpn_inspector.recorders.mmdet_roi import has_second_stage, second_stage
from rpn_inspector.recorders.recording import (
    Asked,
    Batch,
    Recording,
    Torch,
    array,
    boxes_of,
    hooked,
    part,
    pixels_of,
    recording_to,
    size_of,
    unwrapped,
)
from rpn_inspector.recorders.watched import Watched


def record(
    model: Torch,
    folder: str | Path,
    recipe: str | None = None,
    checkpoint: str | None = None,
    step: int | None = None,
    every: int = 1,
    rolling: Rolling | None = None,
    watch: int = 1,
) -> AbstractContextManager[Recording]:
    """Return a context that records forward passes of ``model`` to a dump at ``folder``.

    Pictures are called by their ``img_path`` or ``filename``, or `Recording.name`. In training the losses are recorded
    too, and of an RPN the anchors with a label weight; of a second stage, Cascade R-CNN's three heads too, the
    proposals, and in training the mini-batches and their losses. Raises `InspectorError` for a head without anchors,
    `BadFile` where the dump cannot be written. Written against MMDetection 3.3, with the names 2.28 gave the same
    methods of an RPN: the head gives (n, A, H, W), or (n, 2A, H, W) with the object first of each pair, and
    (n, 4A, H, W) per level; class 0 is the object.

    Args:
        model: the model, bare or wrapped for several devices.
        folder: the dump to make: new, or a .zip.
        recipe: the name of the recipe the model was made under, None for unknown.
        checkpoint: the name of the checkpoint, None for unknown.
        step: the training step, None for unknown; dumps with a step form a timeline.
        every: the number of forward passes of which the first is recorded.
        rolling: what stays on disk of a run to be followed as it happens, which replaces an earlier one; None for one
            dump.
        watch: the number of pictures of the first batch of such a run that the network looks at again at each recorded
            step, so that steps can be compared; none with a second stage, nor before MMDetection 3.
    """
    model = unwrapped(model)
    place = "rpn_head" if getattr(model, "rpn_head", None) is not None else "bbox_head"
    head = part(model, place, "an MMDetection model with anchors")
    reading = reading_of(head)
    if reading is None:
        raise InspectorError(f"{place} is a {type(head).__name__}, wanted {', '.join(HEADS)}")
    asked = Asked(
        folder=folder, recipe=recipe, checkpoint=checkpoint, step=step, every=every, rolling=rolling, watch=watch
    )
    return recording_to(
        model, lambda recording: _attached(model, head, reading, recording, watch), asked, "mmdetection"
    )


@contextmanager
def _attached(model: Torch, head: Torch, reading: HeadReading, recording: Recording, watch: int) -> Iterator[None]:
    loss_name = "loss_by_feat" if hasattr(head, "loss_by_feat") else "loss"
    predict_name = "predict_by_feat" if hasattr(head, "predict_by_feat") else "get_bboxes"
    two_stages = has_second_stage(model)

    # before MMDetection 3 a model gives its head's outputs for bare pictures by no call
    watched_pictures = watch if hasattr(model, "data_preprocessor") and not two_stages else 0
    given: list[Torch] = [None]  # the input of the pass under way, which begins for a recorder at the head
    watched = Watched(
        model,
        head,
        watched_pictures,
        lambda batch, output: reading.outputs(batch, head, output),
        lambda pictures: model(pictures, mode="tensor"),
    )

    def forward(output: Torch, *_: Torch) -> None:
        reading.outputs(recording.batch, head, output)
        prepared = getattr(model, "data_preprocessor", None)
        if recording.sees and prepared is not None and given[0] is not None:
            mean, std = getattr(prepared, "mean", 0.0), getattr(prepared, "std", 1.0)
            # pictures are read as BGR, and fed so unless the preprocessor turns them
            bgr = not getattr(prepared, "_channel_conversion", False)
            recording.batch.pixels = pixels_of(given[0], mean, std, bgr)

    def fed(_: Torch, arguments: tuple[Torch, ...]) -> None:
        given[0] = arguments[0] if recording.sees and arguments else None

    def one_picture(output: Torch, *_: Torch, **__: Torch) -> None:
        labels, weights = array(output[0]), array(output[1])
        # MMDetection labels background by the number of classes, and what is left out by a weight of 0.
        object_ = (labels >= 0) & (labels < head.num_classes)
        recording.batch.positive.append(np.flatnonzero(object_ & (weights > 0)))
        recording.batch.negative.append(np.flatnonzero(~object_ & (weights > 0)))

    def losing(losses: Torch, *arguments: Torch, **named: Torch) -> None:
        batch = recording.batch
        truths = _truths(arguments, named)
        batch.gt = [boxes_of(one) for one in truths]
        if reading is not HEADS["RPNHead"]:  # whose ground truths have lost theirs
            batch.gt_class = [array(one.labels) for one in truths]
        reading.losses(batch, losses)
        _pictures(batch, arguments, named)
        if recording.sees and given[0] is not None:
            batch.names = recording.named or batch.names
            with recording.aside():
                batch.again = watched.again(batch, given[0])
        told(arguments, named)

    def predicting(found: Torch, *arguments: Torch, **named: Torch) -> None:
        if two_stages:
            recording.batch.roi.proposals = [boxes_of(one) for one in found]
        told(arguments, named)  # of one stage there is nothing left to write after the losses

    def told(arguments: Sequence[Torch], named: Mapping[str, Torch]) -> None:
        _pictures(recording.batch, arguments, named)
        given[0] = None
        if not two_stages:
            recording.finish()

    with ExitStack() as stack:
        if hasattr(model, "backbone"):
            stack.enter_context(hooked(model.backbone.register_forward_pre_hook(fed)))
        stack.enter_context(recording.first(head))
        stack.enter_context(recording.after(head, forward))
        # other heads take every anchor, or the hardest of those there are
        if reading is HEADS["RPNHead"]:
            stack.enter_context(recording.watch(head, "_get_targets_single", one_picture))
        stack.enter_context(recording.watch(head, loss_name, losing))
        stack.enter_context(recording.watch(head, predict_name, predicting))
        if two_stages:
            stack.enter_context(second_stage(model.roi_head, recording))
        yield


def _metas_at(arguments: Sequence[Torch]) -> int | None:
    """Return the place of the pictures' facts among the arguments, None where they are not there."""
    lists = [isinstance(one, list | tuple) and bool(one) and isinstance(one[0], Mapping) for one in arguments]
    return lists.index(True) if True in lists else None


def _truths(arguments: Sequence[Torch], named: Mapping[str, Torch]) -> Torch:
    """Return the ground truths of each picture, which stand before the pictures' facts."""
    for name in ("batch_gt_instances", "gt_bboxes"):
        if name in named:
            return named[name]
    place = _metas_at(arguments)
    return arguments[place - 1] if place else ()


def _pictures(batch: Batch, arguments: Sequence[Torch], named: Mapping[str, Torch]) -> None:
    metas = named.get("batch_img_metas", named.get("img_metas"))
    if metas is None:
        place = _metas_at(arguments)
        metas = () if place is None else arguments[place]
    names = [meta.get("img_path", meta.get("filename")) for meta in metas]
    batch.names = [str(name) for name in names] if all(names) else []
    batch.original = [size_of(meta["ori_shape"]) for meta in metas if "ori_shape" in meta]
    batch.network = [size_of(meta["img_shape"]) for meta in metas if "img_shape" in meta]
    padded = next((meta[key] for meta in metas for key in ("batch_input_shape", "pad_shape") if key in meta), None)
    batch.padded = None if padded is None else size_of(padded)
