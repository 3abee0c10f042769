"""The second stage of torchvision's Faster, Mask and Keypoint R-CNN: proposals, mini-batch, outputs and losses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import numpy as np

from rpn_inspector.recorders.recording import Recording, Torch, array, floats, hooked, number, replaced


@contextmanager
def second_stage(heads: Torch, recording: Recording) -> Iterator[None]:
    """Record ``heads``, torchvision's ``RoIHeads``, into the recording's batch while the block lasts.

    Written against torchvision 0.29: ``subsample`` gives the places of each picture's mini-batch, ascending, among the
    proposals and then the ground truths; ``box_predictor`` gives logits (n, K + 1), background first, and deltas
    (n, 4 (K + 1)).
    """
    subsample, select = heads.subsample, heads.select_training_samples

    def before(_: Torch, arguments: tuple[Torch, ...]) -> None:
        recording.batch.roi.proposals = [floats(boxes) for boxes in arguments[1]]
        recording.batch.roi.mode = "train" if heads.training else "eval"

    def sample(labels: Torch) -> Torch:
        picked = subsample(labels)
        with recording.harmless():
            recording.batch.roi.sampled = [array(places) for places in picked]
        return picked

    def selected(*arguments: Torch, **named: Torch) -> Torch:
        output = select(*arguments, **named)
        with recording.harmless():
            pairs = zip(output[1], output[2], strict=True)  # matched ground truths, labels
            recording.batch.roi.gt = [np.where(array(label) > 0, array(owner), -1) for owner, label in pairs]
        return output

    def predicted(_: Torch, __: Torch, output: Torch) -> None:
        recording.batch.roi.logits, recording.batch.roi.deltas = floats(output[0]), floats(output[1])

    def pooled(pool: Torch, arguments: tuple[Torch, ...], _: Torch) -> None:
        mapper = getattr(pool, "map_levels", None)
        if heads.training or mapper is None or len(pool.scales) < 2:
            return
        levels, proposals = array(mapper(arguments[1])), recording.batch.roi.proposals
        recording.batch.roi.level = np.split(levels, np.cumsum([len(boxes) for boxes in proposals])[:-1])

    def after(_: Torch, __: Torch, output: Torch) -> None:
        recording.batch.roi.loss_class = number(output[1], "loss_classifier")
        recording.batch.roi.loss_box = number(output[1], "loss_box_reg")

    with ExitStack() as stack:
        stack.enter_context(hooked(heads.register_forward_pre_hook(recording.hook(before))))
        stack.enter_context(replaced(heads, "subsample", sample))
        stack.enter_context(replaced(heads, "select_training_samples", selected))
        stack.enter_context(hooked(heads.box_predictor.register_forward_hook(recording.hook(predicted))))
        stack.enter_context(hooked(heads.box_roi_pool.register_forward_hook(recording.hook(pooled))))
        stack.enter_context(hooked(heads.register_forward_hook(recording.hook(after))))
        yield
