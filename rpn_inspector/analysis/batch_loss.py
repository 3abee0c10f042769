"""The losses of a training batch of several pictures, as a trainer reports the sums."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rpn_inspector.core.batch_losses import BatchLosses, alone, batch_of
from rpn_inspector.core.errors import Cancelled, InspectorError
from rpn_inspector.core.inspection import Inspection, inspect
from rpn_inspector.core.picture_losses import with_average
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.text import NOTHING, Text, UserName
from rpn_inspector.data.datasets.dataset import Dataset, Progress
from rpn_inspector.data.predictions import Outputs, prediction_for

LARGEST_BATCH = 8  # pictures inspected at once
AGREES = 1e-5  # relative; the libraries' float32 sums differ by as much
NOISE = 1e-9  # a sum of nothing but rounding
OTHER_DRAW = Text("the trainer's mini-batch is not recorded, and another is drawn here")


def apart(theirs: float, ours: float) -> float:
    """Return the difference of two losses as a share of ``theirs``.

    0 within the rounding of float32 sums; infinite where theirs alone is 0, NaN where one is not finite.
    """
    if not (math.isfinite(theirs) and math.isfinite(ours)):
        return math.nan
    far = abs(theirs - ours)
    if far <= max(AGREES * abs(theirs), NOISE):
        return 0.0
    return far / abs(theirs) if theirs else math.inf


def differing(rows: Iterable[tuple[str, float | None, float | None]]) -> dict[str, float]:
    """Return how far losses are `apart` by name, of rows of name, trainer's and ours; only those that differ."""
    found = {name: apart(theirs, ours) for name, theirs, ours in rows if theirs is not None and ours is not None}
    return {name: share for name, share in found.items() if share != 0}


def why_not_here(inspection: Inspection, batch: Sequence[str] = ()) -> str:
    """Return why there are no losses here, of the picture alone or of its ``batch``."""
    if len(batch) > LARGEST_BATCH:
        return f"of a batch of {len(batch)} pictures, at most {LARGEST_BATCH} are reckoned at once"
    unfit = [warning.example for warning in inspection.warnings if warning.kind == "class_range"]
    return unfit[0] if unfit else f"{inspection.sample.name}: no losses"


def why_apart(inspection: Inspection) -> Text:
    """Return why a trainer's losses differ from those here, as far as the outputs tell; empty where they do not."""
    prediction = inspection.prediction
    if inspection.recipe.sampler.drawn and prediction is not None and prediction.sampled_positive is None:
        return OTHER_DRAW
    columns = [warning.example for warning in inspection.warnings if warning.kind == "class_columns"]
    return columns[0] if columns else NOTHING


def go_on(progress: Progress | None, done: int, total: int) -> None:
    """Tell ``progress`` how many pictures of a batch are done; raises `Cancelled` where it returns True."""
    if progress is not None and progress(done, total):
        raise Cancelled(f"stopped after {done} of {total} pictures of a batch")


def batch_losses(
    dataset: Dataset, outputs: Outputs, recipe: Recipe, names: Sequence[str], progress: Progress | None = None
) -> BatchLosses:
    """Return the losses of the pictures ``names`` together, as the recipe's library makes them.

    ``progress(done, total)`` in pictures returns True to stop; `Cancelled` is raised then. Raises `InspectorError`
    where a picture, its outputs or its losses are missing.
    """
    found, prediction = [], None
    for done, name in enumerate(names):
        go_on(progress, done, len(names))
        sample = dataset[dataset.find(name)]
        prediction = prediction_for(outputs, sample, recipe)
        one = None if prediction is None else inspect(sample, recipe, prediction)
        if one is None:
            raise InspectorError(f"{name}: no losses, wanted those of each picture of its batch")
        if one.loss is None:
            raise InspectorError(why_not_here(one))
        found.append((one.grid, one.loss))
    return batch_of(with_average(recipe, prediction), found)  # the average is the same for all of a batch


@dataclass(frozen=True, slots=True)
class TrainerLosses:
    """What a trainer reported, beside the same losses worked out here.

    Args:
        recorded: the trainer's losses by name, `objectness` and `box` first; None where not recorded.
        batch: the names of the pictures the losses are of, () for the one picture.
        here: the losses of the same pictures, None where not to be had.
        why: why there are none, or why they may differ; empty where not known.
    """

    recorded: Mapping[str, float | None]
    batch: tuple[str, ...]
    here: BatchLosses | None
    why: str = ""

    def rows(self) -> list[tuple[str, float, float | None]]:
        """Return name, the trainer's loss and the loss here, None where not to be had, of each loss recorded."""
        here = {} if self.here is None else self.here.by_name()
        return [(name, value, here.get(name)) for name, value in self.recorded.items() if value is not None]


def recorded_losses(prediction: Prediction) -> dict[str, float | None]:
    """Return the trainer's losses by name, of the whole batch; None where not recorded."""
    return {"objectness": prediction.loss_objectness, "box": prediction.loss_box, **prediction.loss_more}


def trainer_losses(
    inspection: Inspection, dataset: Dataset, outputs: Outputs, progress: Progress | None = None
) -> TrainerLosses | None:
    """Return the recorded losses of one picture's outputs, None where none were recorded.

    ``progress`` is that of `batch_losses`.
    """
    prediction, loss = inspection.prediction, inspection.loss
    if prediction is None or (prediction.loss_objectness is None and prediction.loss_box is None):
        return None
    batch = prediction.batch if len(prediction.batch) > 1 else ()
    here, why = None, why_not_here(inspection, batch)
    if batch and len(batch) <= LARGEST_BATCH:
        try:
            here = batch_losses(dataset, outputs, inspection.recipe, batch, progress)
        except Cancelled:
            raise
        except InspectorError as error:  # a picture of the batch may not be here
            why = str(error)
    elif not batch and loss is not None:
        here = alone(loss)
    found = TrainerLosses(recorded_losses(prediction), batch, here, why)
    if here is None:
        return found
    broken = [f"the trainer's {name} loss is {value}" for name, value, _ in found.rows() if not math.isfinite(value)]
    return replace(found, why=", ".join(broken) or why_apart(inspection) if differing(found.rows()) else "")


def apart_words(inspection: Inspection) -> Text:
    """Return that the losses a trainer reported of this one picture differ from those here; empty where they do not.

    Of a batch of several `batch_apart_words` tells: its other pictures have to be looked at.
    """
    prediction, loss = inspection.prediction, inspection.loss
    if prediction is None or len(prediction.batch) > 1:
        return NOTHING
    stages = {name: (one.loss.objectness, one.loss.box) for name, one in inspection.stages.items() if one.loss}
    return differing_words(inspection, {} if loss is None else alone(loss).by_name(), stages)


def differing_words(
    inspection: Inspection, here: Mapping[str, float], stages: Mapping[str, tuple[float, float]]
) -> Text:
    """Return which of the losses a trainer reported differ from those ``here``; empty where none does.

    Args:
        inspection: a picture with recorded losses, its own or its batch's.
        here: the first stage's losses by name.
        stages: class and box loss of the further stages by name.
    """
    prediction = inspection.prediction
    assert prediction is not None
    rows = [(Text(inspection.recipe.loss.called(n)), v, here.get(n)) for n, v in recorded_losses(prediction).items()]
    for name, (of_classes, of_boxes) in stages.items():
        head = None if prediction.rois is None else prediction.rois.heads.get(name)
        if head is not None:
            title = UserName(name)
            rows.append((Text.of("{stage} class", stage=title), head.loss_class, of_classes))
            rows.append((Text.of("{stage} box", stage=title), head.loss_box, of_boxes))
    far = []
    for name, theirs, ours in rows:
        if theirs is not None and ours is not None and (part := apart(theirs, ours)) != 0:
            told = {"name": name, "share": f"{100 * part:.2g} %"}
            far.append(Text.of("{name} by {share}", **told) if math.isfinite(part) else name)
    if not far:
        return NOTHING
    losses, many = Text.listed(far), len(prediction.batch)
    words = Text.of("the trainer's losses differ from those here: {losses}", losses=losses)
    if many > 1:
        words = Text.of(
            "the trainer's losses of its batch of {n} pictures differ from those here: {losses}", n=many, losses=losses
        )
    why = why_apart(inspection)
    return Text.of("{one}; {other}", one=words, other=why) if why else words
