"""The frame and the ground truths of a picture as a trainer saw the picture: flipped, cropped, resized at random."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.errors import BadPredictions
from rpn_inspector.core.frame import Frame
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import NOTHING, Text

Array = npt.NDArray[Any]
Mask = npt.NDArray[np.bool_]
# original px an edge may be off: loaders round to whole px, and flip about the last pixel or the far side
TOLERANCE = 1.5
SURE = 0.02  # network px within which boxes are the annotated ones, neither mirrored nor moved
STRETCH = 0.02  # how far the ratio of a crop's two scales may be from an expected one, relative
MOST_PAIRS = 40_000  # of a recorded and an annotated box, from which a crop's place is worked out
MOST_TRIED = 12  # places of a crop compared with all boxes, most voted first
FARTHEST = 1e7  # network px, beyond which no picture reaches
MIRRORS = ((False, False), (True, False), (False, True), (True, True))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Seen:
    """A picture as the network saw it.

    Args:
        sample: the picture; the annotated ground truths, or the recorded ones where those are others.
        frame: from original to network px.
        gt: (G, 4) float32 network px, recorded where recorded.
        recorded: (G,) bool, the ground truths in the trainer's list; None where no list was recorded.
        given: (G,) int64, the classes of those in the list as the trainer numbered them, -1 for others; None where not
            recorded.
        renumbered: whether the sample's classes are the outputs' columns in place of the dataset's.
        pairing: how classes and columns were paired, in words; empty where they are numbered and named alike.
    """

    sample: Sample
    frame: Frame
    gt: Array
    recorded: Mask | None
    given: Array | None = None
    renumbered: bool = False
    pairing: Text = NOTHING


def seen_by_trainer(sample: Sample, frame: Frame, prediction: Prediction | None) -> Seen:
    """Return a picture as a trainer saw the picture, as far as ``prediction`` recorded.

    The recorded ground truths decide. The frame is the first of these under which all recorded boxes are annotated
    boxes, clipped or not: ``frame``, ``frame`` mirrored, the whole picture at the top left or in the middle of the
    padded input, a crop at another scale, mirrored or not. Without such a frame, as after mosaic or with too few boxes
    to tell, the recorded boxes stand alone and ``Frame.placed`` is False. A picture recorded with them takes the stored
    one's place, and original px are network px.

    Args:
        sample: the picture as annotated.
        frame: of the recorded sizes, or the recipe's.
        prediction: the outputs, with ``gt`` (M, 4) network px where recorded.

    Raises:
        BadPredictions: where a recorded box is not finite, beyond any picture, or ends before its begin.
    """
    boxes = None if prediction is None else prediction.gt
    if prediction is None or boxes is None:
        return Seen(sample=sample, frame=frame, gt=frame.to_network(sample.gt), recorded=None)
    boxes = np.asarray(boxes, np.float32).reshape(-1, 4)
    _check(boxes, f"{prediction.source}: " if prediction.source else "")
    if prediction.trained is not None:
        return _alone(sample, frame, boxes, prediction.gt_class, placed=True)
    if not len(boxes):  # nothing tells how the picture was turned
        return Seen(
            sample=sample, frame=frame, gt=frame.to_network(sample.gt), recorded=np.zeros(len(sample.gt), np.bool_)
        )
    plain = frame.to_network(sample.gt)
    # the usual case, in a fraction of the time: the list as annotated, but for the last bits
    if plain.shape == boxes.shape and np.abs(plain - boxes).max() < SURE:
        return _matched(sample, frame, boxes, np.arange(len(boxes)), prediction.gt_class)
    for one in _frames(sample, frame, boxes, prediction.original_size):
        owners = _owners(_clipped(one, sample.gt), one.to_network(sample.gt), boxes, _tolerance(one))
        if owners is not None:
            return _matched(sample, one, boxes, owners, prediction.gt_class)
    return _alone(sample, frame, boxes, prediction.gt_class)


def how_seen(frame: Frame) -> tuple[Text, ...]:
    """Return what was done to a picture beside resizing, in words; empty where nothing."""
    mirrored = {
        (True, False): Text("mirrored left to right"),
        (False, True): Text("mirrored top to bottom"),
        (True, True): Text("mirrored left to right and top to bottom"),
    }
    how = [mirrored[frame.mirrored]] if any(frame.mirrored) else []
    if frame.crop != (0.0, 0.0):
        height, width = frame.network_size
        x1, y1 = np.divide(frame.crop, frame.scale).tolist()
        x2, y2 = np.divide(np.add(frame.crop, (width, height)), frame.scale).tolist()
        part = Text.of("from x {x1:.0f} to {x2:.0f} and y {y1:.0f} to {y2:.0f} px", x1=x1, x2=x2, y1=y1, y2=y2)
        how.insert(0, part)
    return tuple(how)


def _check(boxes: Array, place: str) -> None:
    """Raise `BadPredictions` for recorded ``boxes`` (M, 4) that are none; a side of 0 is allowed, as after a crop."""
    wanted = "wanted x1, y1, x2, y2 in network px"
    if not np.isfinite(boxes).all():
        raise BadPredictions(f"{place}gt holds a number that is not finite, {wanted}")
    far = np.flatnonzero((np.abs(boxes) > FARTHEST).any(1))
    if far.size:
        raise BadPredictions(f"{place}gt[{far[0]}] is {_listed(boxes[far[0]])}, beyond {FARTHEST:g} px, {wanted}")
    turned = np.flatnonzero((boxes[:, 2:] < boxes[:, :2]).any(1))
    if turned.size:
        more = f" ({turned.size} such of {len(boxes)})" if turned.size > 1 else ""
        raise BadPredictions(
            f"{place}gt[{turned[0]}] is {_listed(boxes[turned[0]])}{more}, {wanted}, x1 <= x2, y1 <= y2"
        )


def _listed(box: Array) -> str:
    return ", ".join(f"{edge:g}" for edge in box.tolist())


def _matched(sample: Sample, frame: Frame, boxes: Array, owners: Array, kinds: Array | None) -> Seen:
    """Return the picture of recorded ``boxes`` (M, 4), each an annotated one of ``owners`` (M,), given as ``kinds``."""
    given = None if kinds is None else np.asarray(kinds, np.int64)
    if (np.diff(owners) > 0).all():
        gt = frame.to_network(sample.gt)
        gt[owners] = boxes
        recorded = np.zeros(len(gt), np.bool_)
        recorded[owners] = True
        if given is not None:
            of_all = np.full(len(gt), -1)
            of_all[owners] = given
            given = of_all
        return Seen(sample=sample, frame=frame, gt=gt, recorded=recorded, given=given)
    # the trainer's order breaks ties of IoU, so the list is taken as recorded
    listed = replace(
        sample,
        gt=frame.to_original(boxes),
        gt_class=sample.gt_class[owners],
        gt_kind=np.zeros(len(owners), np.int8),
        gt_id=tuple(sample.gt_id[owner] for owner in owners) if sample.gt_id else (),
        gt_attributes=tuple(sample.gt_attributes[owner] for owner in owners),
        gt_landmarks=sample.gt_landmarks[owners],
    )
    return Seen(sample=listed, frame=frame, gt=boxes.copy(), recorded=np.ones(len(boxes), np.bool_), given=given)


def _alone(sample: Sample, frame: Frame, boxes: Array, kinds: Array | None, placed: bool = False) -> Seen:
    """Return recorded ``boxes`` (M, 4) in a frame of network px, the stored picture's own place being unknown.

    ``kinds`` (M,) are their classes where recorded; else none is known. ``placed``: the picture is the recorded one.
    """
    network = frame.network_size
    listed = replace(
        sample,
        size=network,
        gt=boxes,
        gt_class=np.full(len(boxes), -1) if kinds is None else np.asarray(kinds, np.int64),
        gt_kind=np.zeros(len(boxes), np.int8),
        gt_id=(),
        gt_attributes=(),
        gt_landmarks=np.zeros((len(boxes), 0)),
    )
    nowhere = Frame(
        original_size=network, network_size=network, padded_size=frame.padded_size, scale=(1.0, 1.0), placed=placed
    )
    given = None if kinds is None or placed else listed.gt_class
    return Seen(sample=listed, frame=nowhere, gt=boxes.copy(), recorded=np.ones(len(boxes), np.bool_), given=given)


def _tolerance(frame: Frame) -> float:
    return TOLERANCE * max(*frame.scale, 1.0)


def _clipped(frame: Frame, gt: Array) -> Array:
    """Return annotated boxes (G, 4) in network px, clipped to the resized picture."""
    height, width = frame.network_size
    corner = np.tile(frame.offset, 2)
    inside = np.clip(frame.to_network(gt) - corner, 0, np.array([width, height, width, height]))
    return np.asarray(inside + corner)


def _owners(clipped: Array, whole: Array, boxes: Array, tolerance: float) -> Array | None:
    """Return for each recorded box of ``boxes`` (M, 4) the annotated box (M,) int64, None where one has none.

    Boxes in the annotated order are met in one pass; else each takes the nearest box not yet taken.
    """
    found = np.empty(len(boxes), np.int64)
    at = 0
    for number, box in enumerate(boxes):
        off = np.minimum(np.abs(clipped[at:] - box).max(1), np.abs(whole[at:] - box).max(1))
        near = np.flatnonzero(off <= tolerance)
        if not near.size:
            return _nearest(clipped, whole, boxes, tolerance)
        # among equally near boxes the first: later recorded boxes need the rest
        found[number] = at + int(near[0])
        at = int(found[number]) + 1
    return found


def _nearest(clipped: Array, whole: Array, boxes: Array, tolerance: float) -> Array | None:
    free = np.ones(len(clipped), np.bool_)
    found = np.empty(len(boxes), np.int64)
    for number, box in enumerate(boxes):
        off = np.minimum(np.abs(clipped - box).max(1), np.abs(whole - box).max(1))
        off[~free] = np.inf
        best = int(off.argmin()) if off.size else -1
        if best < 0 or off[best] > tolerance:
            return None
        found[number], free[best] = best, False
    return found


def _frames(sample: Sample, frame: Frame, boxes: Array, original: tuple[int, int] | None) -> Iterator[Frame]:
    """Yield the frames to try, the likeliest first."""
    plain = [replace(frame, mirrored=mirror) for mirror in MIRRORS]
    if len(sample.gt):
        # a box in the very middle fits mirrored too: the nearest frame is first, among equals the plain one
        yield from sorted(plain, key=lambda one: round(_distance(one, sample.gt, boxes), 2))
        # a pad is no crop: only where the whole picture stands nowhere in the padded input may a part of it
        yield from (replace(one, mirrored=mirror) for one in _elsewhere(frame) for mirror in MIRRORS)
        crops = [one for one in _crops(sample, frame, boxes, original) if _fits(one, sample.gt, boxes)]
        # one box alone may be mirrored or moved: what two frames explain, no frame is known of
        if crops and all(_same(crops[0], other) for other in crops[1:]):
            yield crops[0]


def _elsewhere(frame: Frame) -> list[Frame]:
    """Return ``frame`` with the picture at the top left and in the middle of the padded input, where it is not."""
    (height, width), (down, across) = frame.network_size, frame.padded_size
    return [
        Frame(
            original_size=frame.original_size,
            network_size=frame.network_size,
            padded_size=frame.padded_size,
            scale=frame.scale,
            box_dtype=frame.box_dtype,
            offset=offset,
            clip_boxes=frame.clip_boxes,
            clip_back=frame.clip_back,
        )
        for offset in ((0.0, 0.0), ((across - width) / 2, (down - height) / 2))
        if offset != frame.offset
    ]


def _distance(frame: Frame, gt: Array, boxes: Array) -> float:
    """Return the mean over ``boxes`` (M, 4) of the largest edge distance, px, to the nearest annotated box."""
    clipped = _clipped(frame, gt)
    return float(np.mean([np.abs(clipped - box).max(1).min() for box in boxes]))


def _fits(frame: Frame, gt: Array, boxes: Array) -> bool:
    return _owners(_clipped(frame, gt), frame.to_network(gt), boxes, _tolerance(frame)) is not None


def _same(one: Frame, other: Frame) -> bool:
    near = np.abs(np.subtract(one.crop, other.crop)).max() <= 2 * _tolerance(one)
    return one.mirrored == other.mirrored and bool(near)


def _crops(sample: Sample, frame: Frame, boxes: Array, original: tuple[int, int] | None) -> list[Frame]:
    """Return frames of a part of the picture, each from pairs of a recorded and an annotated box, most voted first."""
    height, width = frame.network_size
    inner = boxes.astype(np.float64) - np.tile(frame.offset, 2)
    # a clipped edge tells no scale
    inside = ((inner[:, :2] > 1) & (inner[:, 2:] < np.array([width, height]) - 1)).all(1)
    annotated = sample.gt[(sample.gt[:, 2:] > sample.gt[:, :2]).all(1)]
    inner = inner[inside & (inner[:, 2:] > inner[:, :2]).all(1)][: max(1, MOST_PAIRS // max(1, len(annotated)))]
    if not len(inner) or not len(annotated):
        return []
    # one scale for both axes, or the stretch of the whole picture, or that of the part the model was given
    stretches = [1.0, frame.scale[0] / frame.scale[1]]
    if original is not None:
        stretches.append(width / original[1] / (height / original[0]))
    votes: dict[tuple[Any, ...], list[Array]] = {}
    for mirror in MIRRORS:
        flipped = inner.copy()
        for axis, side in enumerate((width, height)):
            if mirror[axis]:
                flipped[:, [axis, axis + 2]] = side - inner[:, [axis + 2, axis]]
        theirs, ours = flipped[:, None], annotated[None]
        scale = (theirs[..., 2:] - theirs[..., :2]) / (ours[..., 2:] - ours[..., :2])
        crop = ours[..., :2] * scale - theirs[..., :2]
        stretch = scale[..., 0] / scale[..., 1]
        alike = np.abs(stretch[..., None] / stretches - 1).min(-1) <= STRETCH
        for s, c in zip(scale[alike], crop[alike], strict=True):
            key = (mirror, *np.round(np.log(s) * 50).tolist(), *np.round(c / 8).tolist())
            votes.setdefault(key, []).append(np.concatenate([s, c]))
    best = sorted(votes.items(), key=lambda item: -len(item[1]))[:MOST_TRIED]
    return [
        replace(frame, scale=tuple(middle[:2].tolist()), crop=tuple(middle[2:].tolist()), mirrored=key[0])
        for (key, rows), middle in zip(best, (np.median(rows, 0) for _, rows in best), strict=True)
    ]
