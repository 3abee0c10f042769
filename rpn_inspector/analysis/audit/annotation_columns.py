"""A dataset's pictures and ground truths as columns, each picture with a size."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.rows import rows_of
from rpn_inspector.analysis.observations import Observations, gather
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.text import Text, UserName
from rpn_inspector.core.values import read_only
from rpn_inspector.data.datasets.dataset import Cancelled, Dataset, Progress
from rpn_inspector.data.pictures.images import read_size
from rpn_inspector.data.remote.known import told

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class AnnotationColumns:
    """All pictures (n) and ground truths (m) of a dataset; boxes without width or height are rows too.

    Args:
        dataset: the dataset's folder or file, for people.
        format: the annotation format.
        names: the pictures' names, n.
        classes: the classes' names.
        size: (n, 2) h, w original px; 0 for a picture of unknown size.
        first: (n + 1,) the ground truths of picture i are rows ``first[i]`` to ``first[i + 1]``.
        box: (m, 4) x1 y1 x2 y2, original px.
        label: (m,) int64, class, as in `Sample`.
        kind: (m,) int8, a `Kind`.
        area: (m,) px² as annotated, of the object's outline where the file has one; NaN without.
        zero: (m,) whether the box has no width or no height.
        left_image: (k,) the pictures of boxes left out by the reading for a size of zero or below.
        left_box: (k, 4) the same boxes, original px.
        opened: the number of pictures whose header was read, as no size is annotated.
        problems: why a picture's size is unknown, by picture.
        skipped: how many records of each kind the reading left out.
    """

    dataset: str
    format: str
    names: Sequence[str]
    classes: tuple[str, ...]
    size: Ints
    first: Ints
    box: Floats
    label: Ints
    kind: npt.NDArray[np.int8]
    area: Floats
    zero: Bools
    left_image: Ints
    left_box: Floats
    opened: int
    problems: dict[int, str]
    skipped: dict[str, int]

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    @property
    def image(self) -> Ints:
        """Return each ground truth's picture (m,)."""
        return np.repeat(np.arange(len(self.names)), np.diff(self.first))

    def image_of(self, row: int) -> int:
        """Return the picture of one ground truth."""
        return int(np.searchsorted(self.first, row, "right")) - 1

    def class_name(self, label: int) -> str:
        """Return the name of a class, the number of a class without name."""
        return self.classes[label] if 0 <= label < len(self.classes) else str(label)


def annotations_of(
    dataset: Dataset, progress: Progress | None = None, facts: Observations | None = None
) -> AnnotationColumns:
    """Return the columns of ``dataset``; a picture's header is read only where no size is annotated.

    ``progress(done, total)`` in headers returns True to stop; `Cancelled` is raised then. ``facts`` are those of
    `gather` without headers, where known already.
    """
    facts = facts or gather(dataset, pictures=False)
    size, box = facts.size.copy(), facts.box
    # boxes of pictures turned by EXIF belong to the size that the header tells
    asked = np.flatnonzero((facts.declared[:, 0] == 0) | dataset.turned)
    problems: dict[int, str] = {}
    size[asked] = 0
    for done, index in enumerate(asked.tolist()):
        if progress is not None and progress(done, len(asked)):
            raise Cancelled(f"stopped at picture {done + 1} of {len(asked)}")
        try:
            # without a header the sample's size is a guess, and no number follows from a guess
            problem = "" if facts.declared[index, 0] else _without_header(dataset, index)
            sample = dataset.read(index)
        except InspectorError as error:
            problem = str(error)
        if problem:
            problems[index] = problem
            continue
        size[index], box[facts.first[index] : facts.first[index + 1]] = sample.size, sample.gt
    return AnnotationColumns(
        dataset=told(dataset.root),
        format=dataset.format,
        names=facts.names,
        classes=facts.classes,
        size=size,
        first=facts.first,
        box=box,
        label=facts.label,
        kind=facts.kind.astype(np.int8),
        area=facts.area,
        zero=(box[:, 2] <= box[:, 0]) | (box[:, 3] <= box[:, 1]),
        left_image=facts.left_image,
        left_box=facts.left_box,
        opened=len(asked) - len(problems),
        problems=problems,
        skipped=dict(dataset.skipped),
    )


def _without_header(dataset: Dataset, index: int) -> str:
    """Return why a picture's header tells no size, "" where the header does. Raises `BadFile`."""
    path = dataset.image_path(index)
    if path is None:
        why = dataset.ambiguity(index)
        if why:
            return Text.of("{why}, and no size is annotated", why=UserName(why))
        name = UserName(dataset.names[index])
        return Text.of("{name}: the picture was not found, and no size is annotated", name=name)
    read_size(path, turned=dataset.turned)
    return ""


def of_images(annotations: AnnotationColumns, images: Ints) -> AnnotationColumns:
    """Return the columns of ``images`` (p,) alone, each with a known size; without boxes left out by the reading."""
    rows = rows_of(annotations.first, images)
    number = annotations.first[images + 1] - annotations.first[images]
    return dataclasses.replace(
        annotations,
        names=[annotations.names[image] for image in images.tolist()],
        size=annotations.size[images],
        first=np.concatenate([np.zeros(1, np.int64), np.cumsum(number)]),
        box=annotations.box[rows],
        label=annotations.label[rows],
        kind=annotations.kind[rows],
        area=annotations.area[rows],
        zero=annotations.zero[rows],
        left_image=np.zeros(0, np.int64),
        left_box=np.zeros((0, 4)),
        problems={},
    )
