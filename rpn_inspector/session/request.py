"""A request for a picture and the answer: ``compute`` makes the answer."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.core.errors import BadFile, BadPredictions
from rpn_inspector.core.inspection import Inspection, inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.what_if import WhatIf
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.pictures.as_trained import trained_picture
from rpn_inspector.data.pictures.images import Picture, read_image, read_size
from rpn_inspector.data.predictions import Outputs, prediction_for
from rpn_inspector.session.problem import Problem

UNREADABLE = "Picture unreadable"
Stamp = tuple[int, int]  # of a file: time of change, ns, and size, bytes


def stamp_of(path: Path) -> Stamp | None:
    """Return a file's time of change and size; None for a missing file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


@dataclass(frozen=True, slots=True, eq=False, kw_only=True, weakref_slot=True)
class Shown:
    """One finished answer: everything the views draw, and the request.

    ``picture`` is None where the file was not found, or holds none, which ``unreadable`` says: boxes and anchors are
    shown on a canvas of the annotated size.
    ``misfit`` says why the outputs could not be laid over the anchors; the anchors are shown without outputs. While
    numbers are tried out, ``what_if`` holds the change, ``inspection`` the consequences, and ``data`` the truth.
    ``stamp`` is of the picture's file before it was read. ``values`` are the columns of ``inspection``.
    """

    dataset: Dataset
    index: int
    recipe: Recipe
    predictions: Outputs | None
    inspection: Inspection
    picture: Picture | None
    seconds: float
    misfit: Problem | None = None
    unreadable: str = ""
    what_if: WhatIf | None = None
    data: Inspection | None = None
    stamp: Stamp | None = None
    values: Values = field(init=False)

    def __post_init__(self) -> None:
        """Have the columns, each made when first asked for."""
        object.__setattr__(self, "values", Values(self.inspection))

    @property
    def current(self) -> bool:
        """Return whether the picture's file is as it was when read, by time and size alone."""
        path = self.inspection.sample.path
        return path is None or stamp_of(path) == self.stamp

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what is odd about the picture's file, a sentence each."""
        return self.picture.warnings if self.picture is not None else (self.without_picture,)

    @property
    def without_picture(self) -> str:
        """Return in words why there is no picture and what tells its size, "" where there is a picture."""
        if self.picture is not None:
            return ""
        return self.unreadable or ": ".join(self.dataset.absence(self.index))


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """A picture wanted on the screen."""

    dataset: Dataset
    index: int
    recipe: Recipe
    predictions: Outputs | None

    def same(self, other: Request | None) -> bool:
        """Return whether both ask for the same thing."""
        return (
            other is not None
            and self.dataset is other.dataset
            and self.index == other.index
            and self.recipe == other.recipe
            and self.predictions is other.predictions
        )


def compute(request: Request) -> Shown:
    """Return the answer to a request. Raises `InspectorError` where picture, annotation or outputs cannot be used."""
    start = time.perf_counter()
    path = request.dataset[request.index].path
    stamp = None if path is None else stamp_of(path)
    sample, picture, unreadable = _read(request)
    if picture is not None:
        sample, picture = _as_now(request, sample, picture)
    misfit = None
    try:
        inspection = inspect(sample, request.recipe, predicted(request, sample))
    except BadPredictions as error:
        # Labels and targets need no outputs: the picture is shown without them, and why is said above.
        misfit, inspection = Problem.of(error), inspect(sample, request.recipe)
    _ = inspection.assignment.iou  # which layers and tables read at once: made here, beside the window
    picture = trained_picture(inspection) or picture
    seconds = time.perf_counter() - start
    return Shown(
        dataset=request.dataset,
        index=request.index,
        recipe=request.recipe,
        predictions=request.predictions,
        inspection=inspection,
        picture=picture,
        seconds=seconds,
        misfit=misfit,
        unreadable=unreadable,
        stamp=stamp,
    )


def _read(request: Request) -> tuple[Sample, Picture | None, str]:
    """Return sample and picture, None without, and in words why a file that is there cannot be shown.

    A file without pixels leaves the annotation as a missing one does, where something else tells the size.
    """
    sample, turned = request.dataset[request.index], request.dataset.turned
    path = sample.path
    if path is None:
        return sample, None, ""
    try:
        return sample, read_image(path, turned=turned), ""
    except BadFile as error:
        try:
            read_size(path, turned=turned)
            source = "its size is as its header says"
        except BadFile:
            source = request.dataset.size_source(request.index)
            sample = request.dataset.renew(request.index)  # the file may have had a size before
        return sample, None, f"{UNREADABLE}: {path.name} {error.problem}: {source}"


def _as_now(request: Request, sample: Sample, picture: Picture) -> tuple[Sample, Picture]:
    """Return sample and picture of one size, with a warning while the file has another than when first read."""
    if picture.size != sample.size:
        sample = request.dataset.renew(request.index)
    # The pixels decide: boxes are drawn on what was decoded.
    if sample.size != picture.size:  # its header does not tell the truth
        return dataclasses.replace(sample, size=picture.size), picture
    (height, width), (before_h, before_w) = sample.size, request.dataset.first_size(request.index)
    if (height, width) == (before_h, before_w):
        return sample, picture
    words = f"the picture changed: it is {width} x {height} px now and was {before_w} x {before_h} when it was opened"
    return sample, dataclasses.replace(picture, warnings=(*picture.warnings, words))


def same_anchors(one: Shown, other: Shown) -> bool:
    """Return whether a flat index means the same anchor in both: outputs may bring other feature maps."""
    shapes = [[level.shape for level in shown.inspection.grid.levels] for shown in (one, other)]
    if one.dataset is other.dataset and one.index != other.index:
        return False
    pictures = [
        (shown.dataset.root, shown.dataset.turned, shown.inspection.sample.name, shown.inspection.sample.size)
        for shown in (one, other)
    ]
    return pictures[0] == pictures[1] and one.recipe == other.recipe and shapes[0] == shapes[1]


def neighbours(request: Request, places: Sequence[int] | None = None) -> list[Request]:
    """Return the requests likely to come next: ``places``, by default the following picture, then the previous one."""
    near = (request.index + 1, request.index - 1) if places is None else places
    return [dataclasses.replace(request, index=place) for place in near if 0 <= place < len(request.dataset)]


def predicted(request: Request, sample: Sample) -> Prediction | None:
    """Return the raw outputs for a request's picture, None without outputs."""
    if request.predictions is None:
        return None
    return prediction_for(request.predictions, sample, request.recipe)
