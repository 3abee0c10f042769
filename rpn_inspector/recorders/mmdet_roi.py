"""The second stage of MMDetection's models with one box head: proposals, mini-batch, outputs and losses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Literal

import numpy as np

from rpn_inspector.recorders.recording import Recording, Torch, array, boxes_of, floats, hooked, number, replaced


def has_second_stage(model: Torch) -> bool:
    """Return whether a model has MMDetection 3's heads with one box head; Cascade R-CNN has several."""
    head = getattr(model, "roi_head", None)
    return hasattr(head, "bbox_loss") and not hasattr(getattr(head, "bbox_head", []), "__len__")


@contextmanager
def second_stage(head: Torch, recording: Recording) -> Iterator[None]:
    """Record ``head``, MMDetection's ``StandardRoIHead``, and finish the recording's batch after each of its passes.

    Written against MMDetection 3.3: a ``SamplingResult`` has ``pos_inds`` and ``neg_inds`` among the ground truths and
    then the proposals, ``bbox_head`` gives logits (n, K + 1), background last, and deltas (n, 4K) or (n, 4), rows of
    the positives before those of the negatives.
    """
    lose, predict, box_loss = head.loss, head.predict, head.bbox_loss

    def passed(work: Torch, mode: Literal["train", "eval"], arguments: tuple[Torch, ...], named: Torch) -> Torch:
        with recording.harmless():
            proposals = named.get("rpn_results_list", arguments[1] if len(arguments) > 1 else ())
            recording.batch.roi.proposals = [boxes_of(one) for one in proposals]
            recording.batch.roi.mode = mode
        output = work(*arguments, **named)
        with recording.harmless():
            recording.finish()
        return output

    def losing(*arguments: Torch, **named: Torch) -> Torch:
        return passed(lose, "train", arguments, named)

    def predicting(*arguments: Torch, **named: Torch) -> Torch:
        return passed(predict, "eval", arguments, named)

    def box_losing(*arguments: Torch, **named: Torch) -> Torch:
        output = box_loss(*arguments, **named)
        with recording.harmless():
            samples: Torch = named.get("sampling_results", arguments[1] if len(arguments) > 1 else ())
            both = [(array(one.pos_inds), array(one.neg_inds), array(one.pos_assigned_gt_inds)) for one in samples]
            roi = recording.batch.roi
            roi.sampled = [np.append(positive, negative) for positive, negative, _ in both]
            roi.gt = [np.append(owners, np.full(len(negative), -1)) for _, negative, owners in both]
            roi.loss_class = number(output["loss_bbox"], "loss_cls")
            roi.loss_box = number(output["loss_bbox"], "loss_bbox")
        return output

    def predicted(_: Torch, __: Torch, output: Torch) -> None:
        recording.batch.roi.logits, recording.batch.roi.deltas = floats(output[0]), floats(output[1])

    with ExitStack() as stack:
        stack.enter_context(replaced(head, "loss", losing))
        stack.enter_context(replaced(head, "predict", predicting))
        stack.enter_context(replaced(head, "bbox_loss", box_losing))
        stack.enter_context(hooked(head.bbox_head.register_forward_hook(recording.hook(predicted))))
        yield
