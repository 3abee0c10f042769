"""The second stage of detectron2's models with one box head: proposals, mini-batch, outputs and losses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import numpy as np

from rpn_inspector.recorders.recording import Recording, Torch, array, floats, number


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

    def sampled(output: Torch, matched: Torch = None, *_: Torch, **named: Torch) -> None:
        places, classes = array(output[0]), array(output[1])
        owners = array(named["matched_idxs"] if matched is None else matched)
        positive = (classes >= 0) & (classes < heads.num_classes)
        recording.batch.roi.first.sampled.append(places)
        recording.batch.roi.first.gt.append(np.where(positive, owners[places], -1))

    def predicted(output: Torch, *_: Torch) -> None:
        recording.batch.roi.first.logits, recording.batch.roi.first.deltas = floats(output[0]), floats(output[1])

    def after(output: Torch, *arguments: Torch) -> None:
        recording.batch.roi.proposals = [floats(one.proposal_boxes.tensor) for one in arguments[2]]
        recording.batch.roi.first.loss_class = number(output[1], "loss_cls")
        recording.batch.roi.first.loss_box = number(output[1], "loss_box_reg")

    with ExitStack() as stack:
        stack.enter_context(recording.watch(heads, "_sample_proposals", sampled))
        stack.enter_context(recording.after(heads.box_predictor, predicted))
        stack.enter_context(recording.after(heads, after))
        yield
