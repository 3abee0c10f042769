"""Export a whole dataset's decoded boxes, picture by picture, for the command line and the window alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rpn_inspector import __version__
from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.fate import Fate
from rpn_inspector.core.given_classes import in_dataset
from rpn_inspector.core.inspection import Inspection, inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import class_scores, objectness
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.specs import ONE_LOGIT
from rpn_inspector.core.stages import anchors_of
from rpn_inspector.core.text import NOTHING, Text
from rpn_inspector.core.user_path import user_path
from rpn_inspector.core.values import Array
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.export import (
    FRAMES,
    NO_CLASS,
    SELECTIONS,
    Classes,
    Exported,
    Provenance,
    check_target,
    export_boxes,
)
from rpn_inspector.data.predictions import Outputs, Predictor, as_outputs
from rpn_inspector.data.remote.known import told

Progress = Callable[[int, int], "bool | None"]
EXAMPLES = 5


class ExportCancelled(InspectorError):
    """The user stopped the export; nothing was written."""


@dataclass(slots=True)
class Outcome:
    """The result of an export: ``boxes`` of ``images`` pictures, and the pictures left out with the first reasons."""

    file: Path
    images: int = 0
    boxes: int = 0
    without_predictions: int = 0
    failed: int = 0
    unsaid: int = 0  # anchors left out, on which no decoded box was put
    unknown: Counter[str] = field(default_factory=Counter)  # boxes left out, by a class that the dataset lacks
    examples: list[str] = field(default_factory=list)
    pairing: Text = NOTHING  # how classes of the dataset and columns of the outputs were paired; empty where alike


def written_words(outcome: Outcome) -> Text:
    """Return how many boxes of how many pictures."""
    boxes, images = outcome.boxes, outcome.images
    one, many = Text.of("1 box"), Text.of("{n} boxes", n=f"{boxes:,}")
    a, several = Text.of("1 image"), Text.of("{n} images", n=f"{images:,}")
    return Text.of("{boxes} of {images}", boxes=one if boxes == 1 else many, images=a if images == 1 else several)


def without_words(count: int) -> Text:
    """Return how many pictures have no predictions, empty for none."""
    if count == 1:
        return Text.of("1 image has no predictions")
    return Text.of("{n} images have no predictions", n=f"{count:,}") if count else Text("")


def failed_words(outcome: Outcome) -> Text:
    """Return how many pictures cannot be used, and why the first, empty for none."""
    if not outcome.failed:
        return Text("")
    why = outcome.examples[0] if outcome.examples else ""
    if outcome.failed == 1:
        return Text.of("1 image cannot be used: {why}", why=why)
    return Text.of("{n} images cannot be used, such as {why}", n=f"{outcome.failed:,}", why=why)


def unknown_words(unknown: Mapping[str, int]) -> Text:
    """Return how many boxes are left out, and the first of the classes that the dataset lacks; empty for none."""
    if not unknown:
        return Text("")
    count, name = sum(unknown.values()), next(iter(unknown))
    if count == 1:
        return Text.of("1 box left out: the dataset has no class {name}", name=name)
    return Text.of("{n} boxes left out: the dataset has no class {name}", n=f"{count:,}", name=name)


def unsaid_words(count: int) -> Text:
    """Return how many anchors are left out because no decoded box belongs to them, empty for none."""
    if count == 1:
        return Text.of("1 anchor left out: no decoded box belongs to it")
    return Text.of("{n} anchors left out: no decoded box belongs to them", n=f"{count:,}") if count else Text("")


def outcome_words(outcome: Outcome) -> tuple[Text, ...]:
    """Return what was, or would be, written, what is left out, and how classes were paired."""
    left_out = without_words(outcome.without_predictions), failed_words(outcome), unknown_words(outcome.unknown)
    told = written_words(outcome), *left_out, unsaid_words(outcome.unsaid), outcome.pairing
    return tuple(part for part in told if part)


def export_dataset(
    dataset: Dataset,
    recipe: Recipe,
    predictions: Predictor | Mapping[str, Prediction],
    file: str | Path,
    format: str,
    frame: str = "original",
    what: str = "proposals",
    overwrite: bool = False,
    progress: Progress | None = None,
    min_score: float = 0.0,
    images: Sequence[int] | None = None,
) -> Outcome:
    """Write the decoded boxes of every picture that has predictions; all or nothing.

    Boxes have the dataset's classes where the outputs tell classes, elsewhere none. A picture that cannot be read or
    whose outputs do not fit is counted and named in the `Outcome`; an error is raised where no outputs are usable.

    Args:
        dataset: the pictures.
        recipe: the conventions the outputs are decoded by.
        predictions: opened outputs, or a caller's own: a mapping of picture name to `Prediction`.
        file: a file, or a folder where ``format`` writes one.
        format: coco, csv, npz, parquet, voc, yolo or labelme.
        frame: original or network px.
        what: proposals (kept, clipped, in output order), positives (decoded boxes of positive anchors, not clipped),
            all (of every anchor) or detections (of the last stage over the proposals).
        overwrite: whether an earlier export may be replaced.
        progress: called with (done, total) after each picture and before the first; `ExportCancelled` is raised where
            True is returned.
        min_score: the least score of a written box, 0 to 1; a box without a finite score passes 0 alone.
        images: the indices of the pictures, None for all.
    """
    file, outputs = user_path(file), as_outputs(predictions)
    for name, value, allowed in (("frame", frame, FRAMES), ("what", what, SELECTIONS)):
        if value not in allowed:
            raise InspectorError(f"{name} {value!r}: wanted one of {', '.join(allowed)}")
    if what == "detections" and not recipe.further:
        raise InspectorError(f"what 'detections': recipe {recipe.name} has no second stage, wanted proposals")
    sources = {"dataset": dataset.sources, "predictions": (outputs.path,)}
    check_target(file, format, overwrite, sources)
    provenance = Provenance(
        tool="rpn-inspector",
        version=__version__,
        recipe=recipe.name,
        recipe_hash=recipe.hash,
        dataset=told(dataset.root),
        predictions=told(outputs.path),
        frame=frame,
        what=what,
        simulated=outputs.simulated,
        min_score=min_score,
    )
    outcome = Outcome(file)
    rows = _rows(dataset, recipe, outputs, frame, what, outcome, progress, min_score, images)
    outcome.boxes = export_boxes(rows, file, format, provenance, overwrite)
    return outcome


def _rows(
    dataset: Dataset,
    recipe: Recipe,
    outputs: Outputs,
    frame: str,
    what: str,
    outcome: Outcome,
    progress: Progress | None,
    min_score: float,
    images: Sequence[int] | None,
) -> Iterator[Exported]:
    places = range(len(dataset)) if images is None else images
    total = len(places)
    naming = _Naming.of(dataset, recipe, outputs, what)
    for done, index in enumerate(places):
        if progress is not None and progress(done, total):
            raise ExportCancelled(f"stopped at picture {done + 1} of {total}; nothing was written")
        row = None
        try:
            sample = dataset[index]
            prediction = outputs.predict(sample, recipe)
            if prediction is None:
                outcome.without_predictions += 1
            else:
                found = inspect(sample, recipe, prediction)
                image_id = _image_id(dataset, index, sample)
                if what == "detections":
                    row = detections_of(found, frame, image_id, naming).scoring(min_score)
                else:
                    whole = rows_of(found, frame, what, image_id, naming)
                    outcome.unsaid += _asked(found, what) - len(whole.boxes)
                    row = whole.scoring(min_score)
                    row = _of_known_classes(row, unknown_classes(prediction, recipe, naming.places), outcome.unknown)
                outcome.pairing = outcome.pairing or _pairing_words(found, row)
        except InspectorError as error:
            outcome.failed += 1
            if len(outcome.examples) < EXAMPLES:
                outcome.examples.append(str(error))
        if row is not None:
            outcome.images += 1
            yield row
    if progress is not None:
        progress(total, total)
    if not outcome.images:
        why = outcome.examples[0] if outcome.examples else f"none of the {total} pictures is named in them"
        raise BadFile(outputs.path, f"no usable predictions for this dataset: {why}")


def count_boxes(
    dataset: Dataset,
    recipe: Recipe,
    predictions: Predictor | Mapping[str, Prediction],
    what: str = "proposals",
    progress: Progress | None = None,
    min_score: float = 0.0,
    images: Sequence[int] | None = None,
) -> Outcome:
    """Return what `export_dataset` with the same arguments would write in original px; nothing is written."""
    outputs = as_outputs(predictions)
    outcome = Outcome(outputs.path)
    for row in _rows(dataset, recipe, outputs, "original", what, outcome, progress, min_score, images):
        outcome.boxes += len(row.boxes)
    return outcome


def class_places(dataset: Dataset, outputs: Outputs) -> dict[str, int]:
    """Return the dataset's class, by the class as the ``outputs`` with decoded boxes write the class."""
    if outputs.indexed:
        return {str(place): place for place in range(len(dataset.classes))}
    return {word: place for words in (dataset.classes, dataset.class_ids) for place, word in enumerate(words)}


def unknown_classes(prediction: Prediction | None, recipe: Recipe, places: Mapping[str, int]) -> dict[int, str]:
    """Return the classes that the dataset lacks, by anchor of a decoded box; {} where boxes are of no class."""
    if prediction is None or not places or not (recipe.proposals.nms_within == "class" or recipe.further):
        return {}
    return {anchor: word for anchor, word in prediction.classes.items() if word and word not in places}


def _pairing_words(found: Inspection, row: Exported) -> Text:
    """Return how the classes of a picture's boxes were paired, as `inspect` tells it; empty where alike, or of none."""
    columns = (warning.text for warning in found.warnings if warning.kind == "class_columns")
    told = found.pairing or next(columns, NOTHING)
    if not told or not row.classes.names:
        return NOTHING
    without = Text("boxes are written without a class")
    return told if row.kind is not None else Text.of("{one}; {other}", one=told, other=without)


def _of_known_classes(row: Exported, unknown: Mapping[int, str], left_out: Counter[str]) -> Exported:
    """Return the boxes but for those of ``unknown`` classes, counted in ``left_out``: another class would be a lie."""
    words = [unknown.get(anchor, "") for anchor in row.anchor.tolist()]
    left_out.update(word for word in words if word)
    return row.at(np.flatnonzero([not word for word in words])) if any(words) else row


@dataclass(frozen=True, slots=True)
class _Naming:
    """How the classes of outputs become the dataset's: ``places`` by the class as a file of decoded boxes writes it."""

    classes: Classes
    places: Mapping[str, int]

    @classmethod
    def of(cls, dataset: Dataset, recipe: Recipe, outputs: Outputs, what: str) -> _Naming:
        names, written = dataset.classes, dataset.class_ids
        ids = tuple(int(id_) if id_.isdecimal() else id_ for id_ in written) or tuple(range(1, len(names) + 1))
        places = class_places(dataset, outputs)
        any_ = ids[0] if ids else 1
        if recipe.loss.objectness in ONE_LOGIT and not outputs.encoded_back and what != "detections":
            return cls(Classes(any=any_), {})
        return cls(Classes(names, ids, any_), places)

    def kinds(self, inspection: Inspection, anchor: Array, best: Array | None) -> npt.NDArray[np.int64] | None:
        """Return the class of each ``anchor``'s box (n,), None where none is known.

        A network's columns are the dataset's classes where the numbers agree, else those of the boxes a trainer gave
        under them; ``best`` are the classes of kept boxes.
        """
        prediction, logits, names = inspection.prediction, inspection.logits, self.classes.names
        if not names or prediction is None or logits is None:
            return None
        if prediction.encoded_back:
            words = (prediction.classes.get(one, "") for one in anchor.tolist())
            return np.array([self.places.get(word, NO_CLASS) for word in words], np.int64)
        scores, _ = class_scores(logits if best is None else logits[:1], inspection.recipe.loss)
        columns = scores.shape[1] if scores.ndim == 2 else 1
        found = best if best is not None else scores.reshape(-1, columns)[anchor].argmax(1)
        return in_dataset(inspection.sample, names, found, columns)


def rows_of(inspection: Inspection, frame: str, what: str, image_id: int | str, naming: _Naming) -> Exported:
    """Return a picture's boxes of the wanted kind; raises `InspectorError` for a decoded box that is not finite.

    Args:
        inspection: the picture's inspection, with predictions.
        frame: original or network: the px of the boxes.
        what: proposals, positives or all.
        image_id: the picture's id in COCO results.
        naming: the class of each box by the dataset's classes.

    Returns:
        n boxes (n, 4) x1 y1 x2 y2 in px of ``frame``, with anchor, level, score, label and fate (n,).
    """
    if frame == "original" and not inspection.frame.placed:
        raise InspectorError(f"{inspection.sample.name}: not the picture the trainer saw; wanted the network's frame")
    proposals, logits = inspection.proposals, inspection.logits
    assert proposals is not None
    assert logits is not None
    if what == "proposals":
        anchor, boxes, score, best = proposals.anchor, proposals.boxes, proposals.scores, proposals.classes
    else:
        anchor = inspection.positive if what == "positives" else np.arange(inspection.grid.size)
        anchor = anchor[inspection.predicts(anchor)]
        decoded = inspection.predicted(anchor)
        assert decoded is not None
        boxes, score, best = decoded, objectness(logits[anchor], inspection.recipe.loss), None
    if not np.isfinite(boxes).all():
        raise InspectorError(f"{inspection.sample.name}: a decoded box is not finite; its deltas are too large")
    return Exported(
        image=inspection.sample.name,
        image_id=image_id,
        anchor=anchor,
        level=inspection.grid.locate(anchor).level,
        levels=tuple(level.name for level in inspection.grid.levels),
        boxes=inspection.to_original(boxes) if frame == "original" else boxes,
        score=score,
        label=inspection.assignment.label[anchor],
        fate=proposals.fate[anchor],
        size=inspection.sample.size if frame == "original" else inspection.network_size,
        kind=naming.kinds(inspection, anchor, best),
        classes=naming.classes,
    )


def _asked(inspection: Inspection, what: str) -> int:
    """Return the number of anchors asked for, with a box of their own or without."""
    assert inspection.proposals is not None
    sizes = {"proposals": len(inspection.proposals.anchor), "positives": len(inspection.positive)}
    return sizes.get(what, inspection.grid.size)


def detections_of(inspection: Inspection, frame: str, image_id: int | str, naming: _Naming) -> Exported:
    """Return a picture's final detections; raises `InspectorError` where none are known.

    ``anchor`` is where a detection's proposal came from, -1 unknown, ``level`` the map pooled from, ``label`` the
    proposal's. Arguments as for `rows_of`.
    """
    name = inspection.sample.name
    if frame == "original" and not inspection.frame.placed:
        raise InspectorError(f"{name}: not the picture the trainer saw; wanted the network's frame")
    stage = list(inspection.stages.values())[-1] if inspection.stages else None
    if stage is None or stage.detections is None:
        raise InspectorError(f"{name}: no detections, as the outputs have no head's logits and deltas of each proposal")
    found, places = stage.detections, stage.candidate_of()[stage.detections.proposal]
    boxes = found.original if frame == "original" else found.boxes
    if not np.isfinite(boxes).all():
        raise InspectorError(f"{name}: a detection's box is not finite; its deltas are too large")
    columns, names = found.pair_fate.shape[1], naming.classes.names
    return Exported(
        image=name,
        image_id=image_id,
        anchor=anchors_of(inspection.stages, stage.name)[places],
        level=stage.level[places],
        levels=stage.stage.level.names,
        boxes=boxes,
        score=found.scores,
        label=stage.label[places],
        fate=np.full(len(boxes), Fate.KEPT, np.uint8),
        size=inspection.sample.size if frame == "original" else inspection.network_size,
        kind=in_dataset(inspection.sample, names, found.classes, columns),
        classes=naming.classes,
    )


def _image_id(dataset: Dataset, index: int, sample: Sample) -> int | str:
    """Return the id COCO's own annotations use, else the picture's place in the dataset from 1."""
    if not dataset.format.lower().startswith("coco") or not sample.image_id:
        return index + 1
    return int(sample.image_id) if sample.image_id.isdecimal() else sample.image_id
