"""The heads behind MMDetection's proposals: one, or the three of Cascade R-CNN, with mini-batches and losses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import numpy as np

from rpn_inspector.core.values import Array
from rpn_inspector.recorders.recording import Recording, Torch, array, floats, number
from rpn_inspector.translate.mmdet_roi import STAGES

NAMES = tuple(stage.removeprefix("stage.") for stage in STAGES)


def has_second_stage(model: Torch) -> bool:
    """Return whether a model has one box head of MMDetection 3's behind its proposals, or three."""
    head = getattr(model, "roi_head", None)
    heads = getattr(head, "bbox_head", [])
    return hasattr(head, "bbox_loss") and (not hasattr(heads, "__len__") or len(heads) == len(NAMES))


@contextmanager
def second_stage(head: Torch, recording: Recording) -> Iterator[None]:
    """Record ``head``, MMDetection's ``StandardRoIHead`` or ``CascadeRoIHead``, and finish the batch after each pass.

    Written against MMDetection 3.3: a ``SamplingResult`` has ``pos_inds`` and ``neg_inds`` among the ground truths and
    then the proposals, ``bbox_head`` gives logits (n, K + 1), background last, and deltas (n, 4K) or (n, 4), rows of
    the positives before those of the negatives. Later heads of a cascade have the boxes sampled before, in that order
    and without ground truths, as proposals; here in the order of their candidates.
    """
    cascade = hasattr(head.bbox_head, "__len__")

    def predicted(found: Torch, *arguments: Torch, **named: Torch) -> None:
        place = named["stage"] if "stage" in named else arguments[0] if cascade else 0
        one = recording.batch.roi.stage(NAMES[place])
        one.logits, one.deltas = floats(found["cls_score"]), floats(found["bbox_pred"])

    def sampled(_: Torch, *arguments: Torch, **named: Torch) -> None:
        samples: Torch = named.get("sampling_results", arguments[-1])
        place = named["stage"] if "stage" in named else arguments[0] if cascade else 0
        sampler = head.bbox_sampler[place] if cascade else head.bbox_sampler
        roi = recording.batch.roi
        one = roi.stage(NAMES[place])
        for row, each in enumerate(samples):
            joined = int(each.num_gts) if sampler.add_gt_as_proposals else 0
            found = np.append(array(each.pos_inds), array(each.neg_inds))
            before = roi.stage(NAMES[place - 1]).sampled[row] if place else None
            one.sampled.append(found if before is None else in_order(found, before, joined, roi.joined[row]))
            owners = array(each.pos_assigned_gt_inds)
            one.gt.append(np.append(owners, np.full(len(found) - len(owners), -1)))
            if not place:
                roi.joined.append(joined)
            else:
                roi.joined[row] = joined

    def after(losses: Torch, *arguments: Torch, **named: Torch) -> None:
        truths: Torch = named.get("batch_data_samples", arguments[-1] if arguments else ())
        # the proposals' head was given copies, all of one class
        recording.batch.gt_class = [array(one.gt_instances.labels) for one in truths]
        for place, name in enumerate(NAMES if cascade else NAMES[:1]):
            one, before = recording.batch.roi.stage(name), f"s{place}." if cascade else ""
            one.loss_class = number(losses, f"{before}loss_cls")
            one.loss_box = number(losses, f"{before}loss_bbox")
        recording.finish()

    with ExitStack() as stack:
        stack.enter_context(recording.watch(head, "_bbox_forward", predicted))
        stack.enter_context(recording.watch(head, "bbox_loss", sampled))
        stack.enter_context(recording.watch(head, "loss", after))
        stack.enter_context(recording.watch(head, "predict", lambda *_, **__: recording.finish()))
        yield


def in_order(places: Array, before: Array, joined: int, joined_before: int) -> Array:
    """Return places (S,) among candidates in the order of a cascade's boxes before, as those in ascending order.

    Args:
        places: among the ground truths that joined and then the boxes sampled before.
        before: (T,) what was sampled before, among its candidates, ground truths first.
        joined: the number of ground truths among the candidates now.
        joined_before: the same of those before.
    """
    kept = before[before >= joined_before]
    rank = np.argsort(np.argsort(kept, kind="stable"), kind="stable")
    found = places.copy()
    boxes = places >= joined
    found[boxes] = joined + rank[places[boxes] - joined]
    return found
