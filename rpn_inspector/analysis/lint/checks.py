"""Checks of ground truths and pictures: one function a kind, over all of a dataset at once."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.observations import Bools, Floats, Ints, Observations
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import CENTRE, CORNERS, SIDES

TINY = 2.0  # px of the shorter side; less is tiny
SLACK, FRACTION_SLACK = 0.5, 1e-3  # px, or of a picture of unknown size: less beyond an edge is rounding
SAME = 0.95  # IoU from which two boxes of one class are one object drawn twice
RUN = 512  # neighbours compared with each box; the rest of a larger heap is found by its other members
FAR = 0.02  # of a picture's side: a box that leaves it by less is drawn sloppily, not read wrongly
LEAST_EXPLAINED, MOST_UNFIT = 5, 0.05  # boxes, and the part of all, for a reading other than by the centre
MANY = 3  # boxes that make a habit of an oddity
REGIONS = (Kind.CROWD, Kind.IGNORED)  # what is no single object
FROM_ONE = ("pascal voc", "imagenet")  # formats that count pixels from 1


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Findings of one kind: the picture (-1: none), the ground truth's row (-1: none), a value; each (k,).

    Rows from the number of ground truths on are boxes the reading left out, see `Observations`.

    ``other`` (k,) is a second ground truth's row, ``why`` (k,) picks among several wordings.
    """

    image: Ints
    row: Ints
    value: Floats
    other: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    why: Ints = field(default_factory=lambda: np.zeros(0, np.int64))

    def __len__(self) -> int:
        """Return the number of findings."""
        return len(self.image)


def of_gt(facts: Observations, rows: Ints, value: npt.ArrayLike, why: Ints | None = None) -> Rows:
    """Return findings at ground truths."""
    values = np.broadcast_to(np.asarray(value, np.float64), rows.shape)
    return Rows(facts.image[rows], rows, values, why=np.zeros(len(rows), np.int64) if why is None else why)


def of_pictures(images: Ints, value: npt.ArrayLike, why: Ints | None = None) -> Rows:
    """Return findings at pictures as a whole."""
    values = np.broadcast_to(np.asarray(value, np.float64), images.shape)
    none = np.full(len(images), -1, np.int64)
    return Rows(images, none, values, why=np.zeros(len(images), np.int64) if why is None else why)


def _sides(facts: Observations) -> Floats:
    return facts.box[:, 2:] - facts.box[:, :2]


def _limits(facts: Observations) -> Floats:
    """Return each ground truth's picture as (m, 2) w, h."""
    return facts.size[facts.image][:, ::-1].astype(np.float64)


def _most(facts: Observations, values: Floats, empty: float) -> Floats:
    """Return the largest of ``values`` (m,) of each picture, (n,), ``empty`` for a picture without ground truth."""
    result = np.full(len(facts.names), empty)
    np.maximum.at(result, facts.image, values)
    return result


def degenerate(facts: Observations) -> Rows:
    """Boxes without width or height, boxes left out for the same reason too; the value is the smaller side."""
    image, box = facts.every_box()
    smaller = (box[:, 2:] - box[:, :2]).min(1)
    rows = np.flatnonzero(smaller <= 0)
    return Rows(image[rows], rows, smaller[rows], why=np.zeros(len(rows), np.int64))


def normalised_pictures(facts: Observations) -> Bools:
    """Return the pictures (n,) with all boxes within 0 to 1 though px are wanted."""
    highest = _most(facts, facts.box.max(1), -np.inf)
    lowest = -_most(facts, -facts.box.min(1), -np.inf)
    broken = _most(facts, (facts.box != np.round(facts.box)).any(1).astype(np.float64), 0)
    # On a picture of a pixel or two boxes within 0 to 1 are px like any others.
    large = (facts.size == 0).any(1) | (facts.size > 2).all(1)
    counted = np.diff(facts.first) > 0
    # At least one broken number, since a box of 0 0 1 1 alone may be one pixel.
    return np.asarray(counted & ~facts.relative & large & (highest <= 1) & (lowest >= 0) & (broken > 0))


def normalised(facts: Observations) -> Rows:
    """Pictures whose boxes are all fractions; the value is the largest coordinate."""
    images = np.flatnonzero(normalised_pictures(facts))
    return of_pictures(images, _most(facts, facts.box.max(1), 0)[images])


def tiny(facts: Observations) -> Rows:
    """Boxes of less than `TINY` px at the shorter side; the value is the shorter side."""
    smaller = _sides(facts).min(1)
    in_px = ~(facts.fraction | normalised_pictures(facts))[facts.image]
    rows = np.flatnonzero((smaller > 0) & (smaller < TINY) & in_px)
    return of_gt(facts, rows, smaller[rows])


def outside(facts: Observations) -> Rows:
    """Boxes that leave the picture; the value is how far, ``why`` is 1 for boxes wholly outside."""
    limits = _limits(facts)
    beyond = np.maximum(np.maximum(-facts.box[:, :2], facts.box[:, 2:] - limits), 0).max(1)
    # Fractions are written with few digits: a box that touches the edge comes back a little beyond it.
    slack = np.where(facts.fraction, FRACTION_SLACK, SLACK)[facts.image]
    rows = np.flatnonzero((beyond > slack) & (limits > 0).all(1))
    box, limit = facts.box[rows], limits[rows]
    apart = np.concatenate([box[:, 2:] <= 0, box[:, :2] >= limit], 1).any(1).astype(np.int64)
    return of_gt(facts, rows, beyond[rows], np.asarray(apart))


def off_by_one(facts: Observations) -> Rows:
    """Boxes whose corners were counted from the other number; the value is the telling coordinate.

    ``why`` 0: starts at 0 in a format that counts from 1. 1: starts at 1, and nothing in the dataset starts at 0.
    2: ends a pixel before the edge, and no box ends at the edge, as if the last pixel's own number were meant.
    """
    normal = normalised_pictures(facts)
    in_px = ~(facts.relative | normal)[facts.image] & ~np.isin(facts.kind, REGIONS)
    starts, ends = facts.box[:, :2], facts.box[:, 2:]
    limits = _limits(facts)
    left = np.where((limits > 0), limits - ends, np.inf)

    def at(values: Floats, number: float) -> Bools:
        return np.asarray(((np.abs(values - number) < 0.25) & in_px[:, None]).any(1))

    def habit(values: Floats, number: float) -> bool:
        """Whether many sit exactly there, none a pixel nearer to the edge, and few a pixel farther."""
        # Annotators stop at the edge itself: a crowd one pixel inside, and none on the edge, is a habit of counting.
        many, near = int(at(values, number).sum()), int((at(values, number - 1)).sum())
        return not near and many >= max(MANY, 3 * int(at(values, number + 1).sum()))

    why = np.full(len(facts.box), -1, np.int64)
    if habit(left, 1):
        why[at(left, 1)] = 2
    # A format that counts from 1 has no 0 at all; in any other a 1 needs the habit of the whole dataset as a proof.
    if facts.format.lower().startswith(FROM_ONE):
        why[at(starts, 0)] = 0
    elif habit(starts, 1):
        why[at(starts, 1)] = 1
    rows = np.flatnonzero(why >= 0)
    value = np.array([0.0, 1.0, 1.0])[why[rows]]
    return of_gt(facts, rows, value, why[rows])


def xywh_as_xyxy(facts: Observations) -> Rows:
    """Boxes that fit the picture only if the four numbers are read another way, named by ``why``.

    0: the last two numbers are the second corner, not the size. 1: the size, not the second corner. 2: the first two
    are a corner, not the centre. 3: as 0, and the annotated area agrees. The value is how far the box leaves the
    picture as read, negative where the end lies before the start. Where other boxes leave their pictures without any
    reading to explain the excess, as boxes of hidden parts do, a single fit is no sign. Neither is a fit of boxes
    written by their centre: any box over the left or the top edge would fit by its corner. There a reading has to
    explain several, and to fit nearly every other box of the dataset.
    """
    image, box = facts.every_box()
    limits = facts.size[image][:, ::-1].astype(np.float64)
    start, end, sides = box[:, :2], box[:, 2:], box[:, 2:] - box[:, :2]
    judged = (limits > 0).all(1) & ~normalised_pictures(facts)[image]
    beyond = np.maximum(np.maximum(-start, end - limits), 0).max(1)
    far = judged & (sides >= 0).all(1) & (np.maximum(-start, end - limits) > np.maximum(1, FAR * limits)).any(1)
    slack = limits * FRACTION_SLACK + 1

    def fits(one: Floats, two: Floats) -> Bools:
        return np.asarray(((one >= 0) & (two > one) & (two <= limits + slack)).all(1) & judged)

    if facts.written == CENTRE:
        centre = start + sides / 2
        readings = [(0, fits(centre, sides)), (2, fits(centre, centre + sides))]
        meant = [(reason, far & fit) for reason, fit in readings if _fits_all(far, fit, judged)]
    else:
        meant = [(0, far & fits(start, sides))]
    explained = np.logical_or.reduce([np.zeros(len(box), bool), *(which for _, which in meant)])
    # More boxes outside without a reading than with one: boxes of hidden parts, and the fits are chance.
    if explained.sum() < (far & ~explained).sum():
        meant = []
    if facts.written == CORNERS:
        meant.append((1, (sides < 0).any(1) & (end > 0).all(1) & fits(start, start + end)))
    if facts.written == SIDES:
        meant.append((3, _area_of_corners(facts, start, sides) & fits(start, sides)))
    why = np.full(len(box), -1, np.int64)
    for reason, which in meant:
        why[which & (why < 0)] = reason
    rows = np.flatnonzero(why >= 0)
    value = np.where(why == 1, sides.min(1), beyond)
    return Rows(image[rows], rows, value[rows], why=why[rows])


def _fits_all(far: Bools, fit: Bools, judged: Bools) -> bool:
    """Return whether a reading explains several boxes outside their pictures, and fits nearly all boxes judged."""
    return bool((far & fit).sum() >= LEAST_EXPLAINED and (judged & ~fit).sum() <= MOST_UNFIT * judged.sum())


def _area_of_corners(facts: Observations, start: Floats, sides: Floats) -> Bools:
    """Return the boxes (m + k,) annotated with the area they would have if their size were the second corner."""
    area = np.concatenate([facts.area, np.full(len(facts.left_image), np.nan)])
    other, own = (sides - start).prod(1), sides.prod(1)
    # The annotated area was worked out by whoever wrote the boxes, from what the numbers meant there.
    near = np.abs(area - other) <= 1e-6 * np.abs(area)
    return np.asarray(near & (np.abs(area - own) > 0.01 * np.abs(area)) & (area > 1))


def swapped_size(facts: Observations) -> Rows:
    """Pictures with width and height exchanged; the value is how far boxes leave the picture, in parts of its side.

    ``why`` 0: the annotation says h x w of the file. 1: the boxes leave the picture, but not the exchanged picture.
    """
    said, found = facts.declared, facts.found
    exchanged = (found > 0).all(1) & (said == found[:, ::-1]).all(1) & (said[:, 0] != said[:, 1])
    size = np.maximum(facts.size, 1).astype(np.float64)
    right, bottom = _most(facts, facts.box[:, 2], 0), _most(facts, facts.box[:, 3], 0)
    beyond = np.maximum(right / size[:, 1], bottom / size[:, 0]) - 1
    # A twentieth of the side, since boxes a little outside are common and prove nothing.
    by_boxes = (facts.size > 0).all(1) & ~facts.fraction & (beyond > 0.05) & ~exchanged
    by_boxes &= (right <= size[:, 0] + 1) & (bottom <= size[:, 1] + 1)
    images = np.flatnonzero(exchanged | by_boxes)
    return of_pictures(images, np.maximum(beyond[images], 0), by_boxes[images].astype(np.int64))


def size_mismatch(facts: Observations) -> Rows:
    """Pictures annotated with another size than the file has; the value is the ratio of their areas."""
    said, found = facts.declared, facts.found
    other = (said > 0).all(1) & (found > 0).all(1) & (said != found).any(1) & (said != found[:, ::-1]).any(1)
    images = np.flatnonzero(other)
    return of_pictures(images, said[images].prod(1) / found[images].prod(1))


def duplicates(facts: Observations) -> Rows:
    """Boxes over an earlier one of their class, ``other``, with an IoU of at least `SAME`; the value is the IoU."""
    rows = np.flatnonzero((_sides(facts) > 0).all(1) & ~np.isin(facts.kind, REGIONS))
    box, label, image = facts.box[rows], facts.label[rows], facts.image[rows]
    # Equal boxes of a class stand side by side then, and nearly equal ones within a short run of x1.
    order = np.lexsort((rows, box[:, 3], box[:, 2], box[:, 1], box[:, 0], label, image))
    rows, box, label, image = rows[order], box[order], label[order], image[order]
    group = np.concatenate([[0], np.cumsum((label[1:] != label[:-1]) | (image[1:] != image[:-1]))])[: len(rows)]
    again = np.concatenate([[False], (box[1:] == box[:-1]).all(1) & (group[1:] == group[:-1])])[: len(rows)]
    # Copies of one box pair with the first of them alone: a hundred copies are 99 findings, not 4,950.
    leader = np.maximum.accumulate(np.where(again, 0, np.arange(len(rows))))
    pairs = [(rows[again], rows[leader[again]], np.ones(int(again.sum())))]
    pairs += _near(rows[~again], box[~again], group[~again])
    later, earlier, iou = (np.concatenate(part) for part in zip(*pairs, strict=True))
    later, earlier = np.maximum(later, earlier), np.minimum(later, earlier)
    # Of several earlier boxes a later one is paired with the nearest.
    best = np.lexsort((-iou, later))
    later, earlier, iou = later[best], earlier[best], iou[best]
    keep = np.concatenate([[True], later[1:] != later[:-1]])[: len(later)]
    found = of_gt(facts, later[keep], iou[keep])
    return Rows(image=found.image, row=found.row, value=found.value, other=earlier[keep], why=found.why)


def _near(rows: Ints, box: Floats, group: Ints) -> list[tuple[Ints, Ints, Floats]]:
    """Return pairs of rows and their IoU from `SAME` on; rows are sorted by group, then by x1.

    Overlap <= 1 - (x1' - x1) / width, so a box is done with at the first neighbour whose x1 is too far.
    """
    pairs = []
    width, size = box[:, 2] - box[:, 0], (box[:, 2:] - box[:, :2]).prod(1)
    one = np.arange(len(rows))
    for step in range(1, RUN):
        # All boxes look at their neighbour `step` rows on at once, and those that are done with drop out.
        one = one[: np.searchsorted(one, len(rows) - step)]
        other = one + step
        close = (group[other] == group[one]) & (box[other, 0] - box[one, 0] <= (1 - SAME) * width[one])
        one, other = one[close], other[close]
        if not len(one):
            break
        low, high = np.maximum(box[one, :2], box[other, :2]), np.minimum(box[one, 2:], box[other, 2:])
        shared = np.maximum(high - low, 0).prod(1)
        iou = shared / (size[one] + size[other] - shared)
        same = iou >= SAME
        pairs.append((rows[one[same]], rows[other[same]], iou[same]))
    return pairs


def class_gaps(facts: Observations) -> Rows:
    """Classes without any box, where other classes have boxes; the value is the class."""
    count = len(facts.classes)
    used = np.bincount(facts.label[(facts.label >= 0) & (facts.label < count)], minlength=count)
    unused = np.flatnonzero(used == 0) if len(facts.label) else np.zeros(0, np.int64)
    return of_pictures(np.full(len(unused), -1, np.int64), unused, unused)


def whole_boxes(facts: Observations) -> Rows:
    """Boxes of whole px in a COCO JSON, once for the dataset; the value is their number."""
    whole = int((facts.box == np.trunc(facts.box)).all(1).sum()) if facts.format.lower().startswith("coco") else 0
    return of_pictures(np.full(int(whole > 0), -1, np.int64), whole, np.full(int(whole > 0), whole))


def crowd(facts: Observations) -> Rows:
    """Boxes marked as crowds or to be ignored; the value is their area, ``why`` the kind."""
    rows = np.flatnonzero(np.isin(facts.kind, REGIONS))
    return of_gt(facts, rows, _sides(facts)[rows].prod(1), facts.kind[rows])


def empty(facts: Observations) -> Rows:
    """Pictures without any box, where the dataset has boxes."""
    counts = np.diff(facts.first)
    return of_pictures(np.flatnonzero(counts == 0) if counts.any() else np.zeros(0, np.int64), 0.0)


def missing_picture(facts: Observations) -> Rows:
    """Pictures whose file was not found; ``why`` is 1 where no size is annotated either."""
    images = np.flatnonzero(facts.missing) if facts.missing is not None else np.zeros(0, np.int64)
    images = np.array([image for image in images.tolist() if image not in facts.ambiguous], np.int64)
    return of_pictures(images, 0.0, (facts.declared[images] == 0).any(1).astype(np.int64))


def ambiguous_name(facts: Observations) -> Rows:
    """Pictures and label files that several others may equally belong to."""
    return of_pictures(np.array(sorted(facts.ambiguous), np.int64), 0.0)


def unreadable_picture(facts: Observations) -> Rows:
    """Pictures whose file tells no size."""
    return of_pictures(np.array(sorted(facts.unreadable), np.int64), 0.0)
