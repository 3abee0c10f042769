"""The second stage of torchvision's Faster, Mask and Keypoint R-CNN: proposals, mini-batch, outputs and losses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import numpy as np

from rpn_inspector.recorders.recording import Recording, Torch, array, floats, number


@contextmanager
def second_stage(heads: Torch, recording: Recording) -> Iterator[None]:
    """Record ``heads``, torchvision's ``RoIHeads``, into the recording's batch while the block lasts.

    Written against torchvision 0.29: ``subsample`` gives the places of each picture's mini-batch, ascending, among the
    proposals and then the ground truths; ``box_predictor`` gives logits (n, K + 1), background first, and deltas
    (n, 4 (K + 1)).
    """

    def sampled(picked: Torch, *_: Torch) -> None:
        recording.batch.roi.first.sampled = [array(places) for places in picked]

    def selected(output: Torch, *_: Torch) -> None:
        pairs = zip(output[1], output[2], strict=True)  # matched ground truths, labels
        recording.batch.roi.first.gt = [np.where(array(label) > 0, array(owner), -1) for owner, label in pairs]

    def predicted(output: Torch, *_: Torch) -> None:
        recording.batch.roi.first.logits, recording.batch.roi.first.deltas = floats(output[0]), floats(output[1])

    def pooled(_: Torch, __: Torch, boxes: Torch, *___: Torch) -> None:
        pool = heads.box_roi_pool
        mapper = getattr(pool, "map_levels", None)
        if heads.training or mapper is None or len(pool.scales) < 2:
            return
        counts = [len(one) for one in boxes]
        recording.batch.roi.first.level = np.split(array(mapper(boxes)), np.cumsum(counts)[:-1])

    def after(output: Torch, _: Torch, proposals: Torch, *__: Torch) -> None:
        recording.batch.roi.proposals = [floats(boxes) for boxes in proposals]
        recording.batch.roi.first.loss_class = number(output[1], "loss_classifier")
        recording.batch.roi.first.loss_box = number(output[1], "loss_box_reg")

    with ExitStack() as stack:
        stack.enter_context(recording.watch(heads, "subsample", sampled))
        stack.enter_context(recording.watch(heads, "select_training_samples", selected))
        stack.enter_context(recording.after(heads.box_predictor, predicted))
        stack.enter_context(recording.after(heads.box_roi_pool, pooled))
        stack.enter_context(recording.after(heads, after))
        yield
