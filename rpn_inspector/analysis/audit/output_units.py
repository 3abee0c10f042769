"""Work units with outputs: a few pictures with ground truths, and as much of the outputs as belongs to them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.annotation_columns import AnnotationColumns
from rpn_inspector.analysis.export_dataset import class_places
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions import Outputs, Predictions
from rpn_inspector.data.predictions.outputs import Predictor
from rpn_inspector.data.predictions.plain_arrays import PlainArrays
from rpn_inspector.data.predictions.results import DetectionResults

Ints = npt.NDArray[np.int64]
PICTURES = 8  # of a unit: a second or two of work
LOOKS = 4  # pictures whose outputs are compared with other layouts, a second each where the reading is doubtful
PORTABLE = (Predictions, PlainArrays, DetectionResults)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class OutputUnit:
    """A few pictures (p) of a dataset with outputs.

    Args:
        number: of the unit, from 0.
        image: the pictures' numbers in the dataset, ascending.
        samples: the pictures without ground truths of no width or height; a text where a picture cannot be read.
        row: each picture's rows (g,) of `AnnotationColumns`.
        there: which pictures the outputs are asked for; the others have none.
        resized: the pictures whose file has another size than annotated, under which the anchors were counted.
        empty: whether a picture without outputs has no boxes, as in a list of boxes that names no pictures.
        look: which pictures' outputs are compared with other layouts.
        outputs: what answers for the pictures.
        places: the dataset's class by the words of a file of boxes.
    """

    number: int
    image: tuple[int, ...]
    samples: tuple[Sample | str, ...]
    row: tuple[Ints, ...]
    there: tuple[bool, ...]
    resized: tuple[int, ...]
    empty: bool
    look: tuple[bool, ...]
    outputs: Predictor
    places: Mapping[str, int]


def is_portable(outputs: Outputs) -> bool:
    """Return whether ``outputs`` are files that any process can read."""
    return isinstance(outputs, PORTABLE)


def output_units(
    dataset: Dataset, annotations: AnnotationColumns, left: Mapping[int, str], outputs: Outputs
) -> Iterator[OutputUnit]:
    """Yield the units of all pictures but those ``left`` out, in the dataset's order."""
    images = [image for image in range(len(annotations.names)) if image not in left]
    places = class_places(dataset, outputs)
    there = _there(dataset, outputs, images)
    # a bare list of boxes has no word for a picture without boxes; one that fits none is of another dataset
    empty = isinstance(outputs, DetectionResults) and outputs.by_id and (not len(outputs) or any(there.values()))
    parts, asked = _Shares(outputs), [image for image in images if there[image]]
    looked = set(asked[:: max(1, len(asked) // LOOKS)][:LOOKS])
    for number, start in enumerate(range(0, len(images), PICTURES)):
        some = images[start : start + PICTURES]
        read = [_sample(dataset, annotations, image) for image in some]
        yield OutputUnit(
            number=number,
            image=tuple(some),
            samples=tuple(sample for sample, _ in read),
            row=tuple(rows for _, rows in read),
            there=tuple(there[image] for image in some),
            resized=tuple(
                image
                for image, (sample, _) in zip(some, read, strict=True)
                if isinstance(sample, Sample) and tuple(annotations.size[image].tolist()) != sample.size
            ),
            empty=empty,
            look=tuple(image in looked for image in some),
            outputs=parts.of([sample for sample, _ in read if isinstance(sample, Sample)]),
            places=places,
        )


def _there(dataset: Dataset, outputs: Outputs, images: list[int]) -> dict[int, bool]:
    """Return whether there are outputs, by picture; True where only asking tells."""
    if not is_portable(outputs):
        return dict.fromkeys(images, True)
    names, ids = dataset.names, dataset.image_ids
    return {image: outputs.has(names[image], ids[image]) for image in images}


class _Shares:
    """The outputs of a few pictures alone, which are quickly sent to another process."""

    def __init__(self, outputs: Outputs) -> None:
        self.outputs = outputs
        by_key = outputs.by_key if isinstance(outputs, DetectionResults) else {}
        self.keys = {id(found): key for key, found in by_key.items()}

    def of(self, samples: list[Sample]) -> Predictor:
        """Return the outputs of ``samples``, all outputs where they are no files."""
        outputs = self.outputs
        if isinstance(outputs, DetectionResults):
            found = (outputs.detections(sample) for sample in samples)
            by_key = {self.keys[id(one)]: one for one in found if one is not None}
            ids = {sample.name: outputs.ids[sample.name] for sample in samples if sample.name in outputs.ids}
            return dataclasses.replace(outputs, by_key=by_key, ids=ids)
        if isinstance(outputs, Predictions | PlainArrays):
            names = dict.fromkeys(name for sample in samples if (name := outputs.match(sample.name)) is not None)
            if isinstance(outputs, Predictions):
                return dataclasses.replace(outputs, files={name: outputs.files[name] for name in names})
            return dataclasses.replace(outputs, files={name: outputs.files[name] for name in names})
        return outputs


def _sample(dataset: Dataset, annotations: AnnotationColumns, image: int) -> tuple[Sample | str, Ints]:
    """Return a picture without ground truths of no width or height, or why there is none; and the rows."""
    first, end = int(annotations.first[image]), int(annotations.first[image + 1])
    kept = np.flatnonzero(~annotations.zero[first:end])
    try:
        sample = dataset.read(image)
    except InspectorError as error:
        return str(error), first + kept
    if len(kept) == len(sample.gt):
        return sample, first + kept
    made = dataclasses.replace(
        sample,
        gt=sample.gt[kept],
        gt_class=sample.gt_class[kept],
        gt_kind=sample.gt_kind[kept],
        gt_id=tuple(sample.gt_id[one] for one in kept.tolist()) if sample.gt_id else (),
        gt_attributes=tuple(sample.gt_attributes[one] for one in kept.tolist()),
        gt_landmarks=sample.gt_landmarks[kept],
    )
    return made, first + kept
