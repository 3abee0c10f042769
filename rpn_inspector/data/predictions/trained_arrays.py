"""The arrays of a dump that hold a picture as its network saw it, and the boxes it began with."""

from __future__ import annotations

import numpy as np

from rpn_inspector.core.trained_picture import Sources, TrainedPicture
from rpn_inspector.core.values import Array
from rpn_inspector.data.predictions.taker import Taker


def trained_of(take: Taker, gt: Array | None) -> TrainedPicture | None:
    """Return the recorded picture, None without; raises `BadPredictions` naming the trouble."""
    pixels = take.pixels("input")
    if pixels is None:
        return None
    if gt is None:
        raise take.bad("gt", "is missing", "the ground truths beside input")
    file = "".join(take.words("input_file")[:1])
    return TrainedPicture(
        pixels=pixels, file=file, sources=_sources(take, len(gt)) if "source_gt" in take.arrays else None
    )


def _sources(take: Taker, gts: int) -> Sources:
    boxes = take.numbers("source_gt", 2)
    count = len(boxes)
    box = take.numbers("source_box", 2) if "source_box" in take.arrays else np.full((count, 4), np.nan, np.float32)
    joined = take.numbers("source_joined", 2) if "source_joined" in take.arrays else None
    part = take.words("part_picture") if "part_picture" in take.arrays else ()
    part_box = take.numbers("part_box", 2) if "part_box" in take.arrays else np.zeros((0, 4), np.float32)
    kinds, kept_as = take.owners("source_class"), take.owners("gt_source")
    found = {
        "source_gt": (boxes.shape, (count, 4)),
        "source_box": (box.shape, (count, 4)),
        "source_joined": ((count, 4) if joined is None else joined.shape, (count, 4)),
        "part_box": (part_box.shape, (len(part), 4)),
        "source_class": (() if kinds is None else kinds.shape, (count,)),
        "source_picture": (np.shape(take.words("source_picture")), (count,)),
        "source_lost": (np.shape(take.words("source_lost")), (count,)),
        "gt_source": (() if kept_as is None else kept_as.shape, (gts,)),
    }
    for name, (shape, wanted) in found.items():
        if shape != wanted:
            raise take.misshapen(name, f"has shape {shape}", f"{wanted}")
    assert kinds is not None
    assert kept_as is not None
    if kept_as.max(initial=-1) >= count:
        raise take.bad("gt_source", f"holds {kept_as.max()}", f"places among {count} boxes of source_gt, or -1")
    return Sources(
        gt=boxes,
        gt_class=kinds,
        picture=take.words("source_picture"),
        box=box,
        lost=take.words("source_lost"),
        kept_as=kept_as,
        joined=joined,
        part=part,
        part_box=part_box,
    )


def trained_arrays(trained: TrainedPicture | None) -> dict[str, Array]:
    """Return the arrays of a `TrainedPicture` by the names of a dump, as `trained_of` reads."""
    if trained is None:
        return {}
    arrays: dict[str, Array] = {"input": trained.pixels}
    arrays |= {"input_file": np.array([trained.file], np.str_)} if trained.file else {}
    one = trained.sources
    if one is not None:
        arrays |= {"source_gt": np.asarray(one.gt, np.float32), "source_box": np.asarray(one.box, np.float32)}
        arrays |= {"source_class": one.gt_class, "gt_source": one.kept_as}
        arrays |= {"source_picture": np.array(one.picture, np.str_), "source_lost": np.array(one.lost, np.str_)}
        arrays |= {} if one.joined is None else {"source_joined": np.asarray(one.joined, np.float32)}
        if one.part:
            arrays |= {"part_picture": np.array(one.part, np.str_), "part_box": np.asarray(one.part_box, np.float32)}
    return arrays
