"""Record MMDetection's RPN, alone (``bbox_head``) or before a second stage: outputs, samples and losses of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import numpy as np

from rpn_inspector.core.values import Array
from rpn_inspector.recorders.mmdet_roi import has_second_stage, second_stage
from rpn_inspector.recorders.recording import (
    Batch,
    Recording,
    Torch,
    array,
    boxes_of,
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

    Pictures are called by their ``img_path`` or ``filename``, or `Recording.name`. In training the anchors with a label
    weight and the two losses are recorded too; of a second stage with one box head the proposals, and in training the
    mini-batch and its two losses. Raises `InspectorError` where the model has no RPN head, `BadFile` where
    the dump cannot be written. Written against MMDetection 3.3, with the names 2.28 gave the same methods: the head
    gives (n, A, H, W), or (n, 2A, H, W) with the object first of each pair, and (n, 4A, H, W) per level; class 0 is the
    object.

    Args:
        model: the model, bare or wrapped for several devices.
        folder: the dump to make: new, or a .zip.
        recipe: the name of the recipe the model was made under, None for unknown.
        checkpoint: the name of the checkpoint, None for unknown.
        step: the training step, None for unknown; dumps with a step form a timeline.
    """
    model = unwrapped(model)
    own = getattr(model, "bbox_head", None)  # of a plain RPN
    alone = "RPNHead" in [kind.__name__ for kind in type(own).__mro__]
    head = own if alone else part(model, "rpn_head", "an MMDetection model with an RPN")
    return recording_to(
        model, folder, lambda recording: _attached(model, head, recording), recipe, "mmdetection", checkpoint, step
    )


@contextmanager
def _attached(model: Torch, head: Torch, recording: Recording) -> Iterator[None]:
    loss_name = "loss_by_feat" if hasattr(head, "loss_by_feat") else "loss"
    predict_name = "predict_by_feat" if hasattr(head, "predict_by_feat") else "get_bboxes"
    lose, predict, target = getattr(head, loss_name), getattr(head, predict_name), head._get_targets_single

    two_stages = has_second_stage(model)

    def forward(_: Torch, __: Torch, output: Torch) -> None:
        recording.batch = Batch()  # a pass that broke down behind its RPN left its catch
        recording.batch.deltas = [floats(level) for level in output[1]]
        recording.batch.objectness = [
            _logits(floats(level), shifts) for level, shifts in zip(output[0], recording.batch.deltas, strict=True)
        ]

    def one_picture(*arguments: Torch, **named: Torch) -> Torch:
        output = target(*arguments, **named)
        with recording.harmless():
            labels, weights = array(output[0]), array(output[1])
            # MMDetection labels background by the number of classes, and what is left out by a weight of 0.
            object_ = (labels >= 0) & (labels < head.num_classes)
            recording.batch.positive.append(np.flatnonzero(object_ & (weights > 0)))
            recording.batch.negative.append(np.flatnonzero(~object_ & (weights > 0)))
        return output

    def losing(*arguments: Torch, **named: Torch) -> Torch:
        losses = lose(*arguments, **named)
        with recording.harmless():
            third = arguments[2] if len(arguments) > 2 else ()
            given: Torch = named.get("batch_gt_instances", named.get("gt_bboxes", third))
            batch = recording.batch
            batch.gt = [boxes_of(one) for one in given]
            batch.loss_objectness = number(losses, "loss_rpn_cls")
            batch.loss_box = number(losses, "loss_rpn_bbox")
            told(arguments, named)
        return losses

    def predicting(*arguments: Torch, **named: Torch) -> Torch:
        with recording.harmless():
            told(arguments, named)  # after the losses there is nothing left to write
        return predict(*arguments, **named)

    def told(arguments: Sequence[Torch], named: Mapping[str, Torch]) -> None:
        _pictures(recording.batch, arguments, named)
        if not two_stages:
            recording.finish()

    with ExitStack() as stack:
        if two_stages:
            stack.enter_context(second_stage(model.roi_head, recording))
        stack.enter_context(hooked(head.register_forward_hook(recording.hook(forward))))
        stack.enter_context(replaced(head, "_get_targets_single", one_picture))
        stack.enter_context(replaced(head, loss_name, losing))
        stack.enter_context(replaced(head, predict_name, predicting))
        yield


def _pictures(batch: Batch, arguments: Sequence[Torch], named: Mapping[str, Torch]) -> None:
    metas = named.get("batch_img_metas", named.get("img_metas"))
    if metas is None:
        lists = [a for a in arguments if isinstance(a, list | tuple) and a and isinstance(a[0], Mapping)]
        metas = lists[0] if lists else ()
    names = [meta.get("img_path", meta.get("filename")) for meta in metas]
    batch.names = [str(name) for name in names] if all(names) else []
    batch.original = [size_of(meta["ori_shape"]) for meta in metas if "ori_shape" in meta]
    batch.network = [size_of(meta["img_shape"]) for meta in metas if "img_shape" in meta]
    padded = next((meta[key] for meta in metas for key in ("batch_input_shape", "pad_shape") if key in meta), None)
    batch.padded = None if padded is None else size_of(padded)


def _logits(scores: Array, deltas: Array) -> Array:
    """Return (n, A, H, W): of pairs, object first, the difference whose sigmoid is their softmax."""
    count, channels, height, width = scores.shape
    anchors = deltas.shape[1] // 4
    # One score an anchor is a logit already.
    if channels != 2 * anchors:
        return scores
    pairs = scores.reshape(count, anchors, 2, height, width)
    return np.asarray(pairs[:, :, 0] - pairs[:, :, 1])
