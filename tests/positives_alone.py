"""The positives of many pictures by brute force: each picture assigned alone."""

import numpy as np

from rpn_inspector.core.positives import Positives, left_to_assign

ROWS = ("picture", "anchor", "gt", "cause", "measure")


def one_by_one(assigner, chunk, pictures=None):
    """Return the positives of ``pictures`` of a chunk, None for all."""
    first, none = chunk.first, left_to_assign(assigner, chunk, np.empty(0, np.int64))
    per_gt = {name: values.copy() for name, values in none.per_gt.items()}
    rows = [rows_of(none)]  # gives the dtypes without a picture
    for number in range(len(chunk.sizes)) if pictures is None else pictures:
        mine = slice(int(first[number]), int(first[number + 1]))
        one = assigner.assign(chunk.grid, chunk.gt[mine], tuple(chunk.sizes[number].tolist()))
        # an anchor with several ground truths counts once, for its owner
        anchor = np.flatnonzero(one.label == 1)
        measure = one.dense[assigner.measure][anchor] if assigner.measure else None
        # `assign` numbers a picture's ground truths from 0, the chunk numbers its rows
        rows.append((np.full(anchor.size, number), anchor, mine.start + one.gt[anchor], one.cause[anchor], measure))
        for name, values in one.per_gt.items():
            per_gt[name][mine] = values
    return made(rows, per_gt)


def joined(chunk, many, rest):
    """Return the positives of all pictures: of ``many``, and of ``rest`` for the pictures left over in ``many``."""
    # the counts in `many` are 0 for pictures left over, so the counts are taken from `rest`, not added
    mine = np.isin(chunk.picture, many.whole)
    per_gt = {name: np.where(mine, rest.per_gt[name], values) for name, values in many.per_gt.items()}
    return made([rows_of(many), rows_of(rest)], per_gt)


def rows_of(found):
    return tuple(getattr(found, name) for name in ROWS)


def made(rows, per_gt):
    """Return the rows of all parts by picture, then by anchor."""
    columns = [None if part[-1] is None else np.concatenate(part) for part in zip(*rows, strict=True)]
    order = np.lexsort((columns[1], columns[0]))
    sorted_ = {name: values if values is None else values[order] for name, values in zip(ROWS, columns, strict=True)}
    return Positives(**sorted_, per_gt=per_gt, whole=np.empty(0, np.int64))
