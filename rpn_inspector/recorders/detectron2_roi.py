"""The second stage of detectron2's models with one box head: proposals, mini-batch, outputs and losses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import numpy as np

from rpn_inspector.recorders.recording import Recording, Torch, array, floats, hooked, number, replaced


def has_second_stage(model: Torch) -> bool:
    """Return whether a model has heads with one predictor; Cascade R-CNN has several."""
    heads = getattr(model, "roi_heads", None)
    return hasattr(heads, "_sample_proposals") and not hasattr(getattr(heads, "box_predictor", []), "__len__")


@contextmanager
def second_stage(heads: Torch, recording: Recording) -> Iterator[None]:
    """Record ``heads``, detectron2's ``ROIHeads``, into the recording's batch while the block lasts.

    Written against detectron2 0.6: ``_sample_proposals`` gives places among the proposals and then the ground truths,
    positives first; ``box_predictor`` logits (n, K + 1), background last, and deltas (n, 4K) or (n, 4).
    """
    choose = heads._sample_proposals

    def before(_: Torch, arguments: tuple[Torch, ...]) -> None:
        recording.batch.roi.proposals = [floats(one.proposal_boxes.tensor) for one in arguments[2]]
        recording.batch.roi.mode = "train" if heads.training else "eval"

    def sample(*arguments: Torch, **named: Torch) -> Torch:
        output = choose(*arguments, **named)
        with recording.harmless():
            matched = named["matched_idxs"] if "matched_idxs" in named else arguments[0]
            places, classes = array(output[0]), array(output[1])
            positive = (classes >= 0) & (classes < heads.num_classes)
            recording.batch.roi.sampled.append(places)
            recording.batch.roi.gt.append(np.where(positive, array(matched)[places], -1))
        return output

    def predicted(_: Torch, __: Torch, output: Torch) -> None:
        recording.batch.roi.logits, recording.batch.roi.deltas = floats(output[0]), floats(output[1])

    def after(_: Torch, __: Torch, output: Torch) -> None:
        recording.batch.roi.loss_class = number(output[1], "loss_cls")
        recording.batch.roi.loss_box = number(output[1], "loss_box_reg")

    with ExitStack() as stack:
        stack.enter_context(hooked(heads.register_forward_pre_hook(recording.hook(before))))
        stack.enter_context(replaced(heads, "_sample_proposals", sample))
        stack.enter_context(hooked(heads.box_predictor.register_forward_hook(recording.hook(predicted))))
        stack.enter_context(hooked(heads.register_forward_hook(recording.hook(after))))
        yield
