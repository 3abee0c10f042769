"""``audit``: which objects of a dataset a recipe's anchors can and cannot learn, counted over all pictures."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.annotation_columns import AnnotationColumns, annotations_of
from rpn_inspector.analysis.audit.evaluation import Evaluation, evaluation_of
from rpn_inspector.analysis.audit.execution import Execution, execution_for
from rpn_inspector.analysis.audit.joining import JoinedCounts
from rpn_inspector.analysis.audit.linted import linted
from rpn_inspector.analysis.audit.output_counts import count_outputs
from rpn_inspector.analysis.audit.predicted import Predicted, predicted
from rpn_inspector.analysis.audit.targets import TargetStatistics
from rpn_inspector.analysis.audit.units import WorkUnit, units_of
from rpn_inspector.analysis.lint.lint import LintReport
from rpn_inspector.analysis.observations import gather
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe, load_recipe
from rpn_inspector.core.showable import Showable
from rpn_inspector.core.values import quiet, read_only
from rpn_inspector.data.datasets.dataset import Cancelled, Dataset
from rpn_inspector.data.predictions import Predictor, as_outputs

Array = npt.NDArray[Any]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Progress = Callable[[int, int], "bool | None"]
Partly = Callable[[Callable[[], "Audit"]], None]
WEIGHT = 1_000  # ground truths that take as long as one picture's outputs
FEW = 2  # positive anchors up to which a ground truth has only one or two


@dataclass(frozen=True, slots=True, eq=False, kw_only=True, repr=False)
class Audit(Showable):
    """A dataset under a recipe: columns over all pictures (n) and all ground truths (m), in the dataset's order.

    Ground truths without width or height stand in ``annotations.zero`` and are in no other number. Numbers of ground
    truths outside the assignment are 0, -1 or NaN.

    Args:
        recipe: the conventions.
        annotations: the ground truths as annotated.
        problems: the pictures left out, with the reason.
        anchors: (n,) int64, the number of anchors; 0 for a picture left out.
        positives: (n,) int64, the number of positive anchors.
        by_level: (n, L) int64, the same by level.
        no_overlap: (n,) int64, positive anchors that overlap no ground truth.
        gt: (m, 4) float32, network px; NaN for a ground truth in no count.
        used: (m,) whether the ground truth is in the assignment.
        region: (m,) whether the ground truth is an ignored region.
        inside: (m,) whether the ground truth lies in an ignored region by half.
        gt_positives: (m,) int64, positive anchors.
        gt_low_quality: (m,) int64, low-quality matches among the positive anchors.
        best_iou: (m,) float64, the best IoU with any anchor compared; NaN under a rule without IoU.
        best_anchor: (m,) int64, the first anchor of the best IoU, flat, -1 none.
        best_level: (m,) int64, the level of the best anchor, -1 none.
        owner: (m,) int64, the row of the ground truth assigned to the best anchor, -1 none.
        found: (m,) each, by kind of finding; a ground truth is in one at most, but that a starved one may be contested.
        targets: of all positive anchors.
        seconds: from the first unit to the last.
        processes: how many processes computed.
        predicted: the outputs' part, None without predictions.
        evaluation: mAP and TIDE's errors of the outputs' last boxes; None without, for the reason below.
        no_evaluation: why last boxes are not evaluated, "" where they are, or without predictions.
        lint: the linter's findings, without those that the pictures' headers tell; None where not asked for.
        waiting: (w,) int64, the pictures not counted as yet, of an audit that is still under way.
    """

    recipe: Recipe
    annotations: AnnotationColumns
    problems: Mapping[int, str]
    anchors: Ints
    positives: Ints
    by_level: Ints
    no_overlap: Ints
    gt: Array
    used: Bools
    region: Bools
    inside: Bools
    gt_positives: Ints
    gt_low_quality: Ints
    best_iou: npt.NDArray[np.float64]
    best_anchor: Ints
    best_level: Ints
    owner: Ints
    found: Mapping[str, Bools]
    targets: TargetStatistics
    seconds: float
    processes: int
    predicted: Predicted | None = None
    evaluation: Evaluation | None = None
    no_evaluation: str = ""
    lint: LintReport | None = None
    waiting: Ints = field(default_factory=lambda: np.zeros(0, np.int64))

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    @property
    def knows_iou(self) -> bool:
        """Return whether the recipe's rule compares IoU, so that a ground truth has a best anchor."""
        return "best" in self.recipe.matcher.per_gt

    @property
    def knows_low_quality(self) -> bool:
        """Return whether the recipe's rule has low-quality matches."""
        return "low_quality" in self.recipe.matcher.per_gt

    @property
    def images(self) -> int:
        """Return the number of pictures counted."""
        return len(self.annotations.names) - len(self.problems) - len(self.waiting)

    @property
    def boxes(self) -> int:
        """Return the number of ground truths with a width and a height, in pictures counted."""
        return int(self.counted.sum())

    @property
    def counted(self) -> Bools:
        """Return the mask (m,) of ground truths with a width and a height, in pictures counted."""
        there = np.ones(len(self.annotations.names), bool)
        there[list(self.problems)] = there[self.waiting] = False
        return np.asarray(~self.annotations.zero & there[self.annotations.image])

    @property
    @quiet
    def side(self) -> npt.NDArray[np.float64]:
        """Return the square root of each ground truth's area (m,), network px; NaN for a ground truth in no count."""
        sides = (self.gt[:, 2:] - self.gt[:, :2]).astype(np.float64)
        return np.asarray(np.sqrt(sides[:, 0] * sides[:, 1]))

    @property
    def decided(self) -> bool:
        """Return whether geometry alone decides about positives; if not, there is none in any count."""
        return not self.recipe.matcher.positives_need_outputs

    @property
    def unmatched(self) -> Bools:
        """Return the mask (m,) of ground truths in the assignment without a positive anchor.

        Under a rule that looks at the prediction, those that no prediction can give one: without a candidate.
        """
        if not self.decided:
            return np.asarray(self.used & self.found.get("no_candidate", np.zeros_like(self.used)))
        return np.asarray(self.used & (self.gt_positives == 0))

    @property
    def best_anchor_of_another(self) -> Bools:
        """Return the mask (m,) of ground truths whose best anchor is assigned to another ground truth."""
        overlapped = ~(self.best_iou <= 0)  # at IoU 0 no anchor is the best; not known under a rule without IoU
        return np.asarray(self.used & overlapped & (self.owner >= 0) & (self.owner != np.arange(len(self.owner))))

    @property
    def few(self) -> Bools:
        """Return the mask (m,) of ground truths with one or two positive anchors."""
        return np.asarray(self.used & (self.gt_positives > 0) & (self.gt_positives <= FEW))


def audit(
    dataset: Dataset,
    recipe: Recipe | str | Path,
    predictions: Predictor | Mapping[str, Prediction] | None = None,
    *,
    workers: int | None = None,
    progress: Progress | None = None,
    execution: Execution | None = None,
    outputs_in: Execution | None = None,
    lint: bool = True,
    partly: Partly | None = None,
) -> Audit:
    """Return the `Audit` of ``dataset``; pixels are never read, headers only where no size is annotated.

    With ``predictions``, one `inspect` more for each picture with outputs.

    Args:
        dataset: the pictures and ground truths.
        recipe: the conventions, or the name or path of a recipe.
        predictions: opened outputs, or a caller's own: a mapping of picture name to `Prediction`; None for none.
        workers: the number of processes; None: as many as are worth their start, 1: none but this one.
        progress: called with the pictures done and the total; True stops, and `Cancelled` is raised.
        execution: where to count, in place of ``workers``.
        outputs_in: where to compute the outputs' part, in place of ``workers``; outputs that are no files, as a model's
            or a caller's own, are computed here whatever is said.
        lint: whether the linter looks at the annotations too.
        partly: called as parts are counted, with a function that returns the `Audit` so far; its outputs once all is
            counted.

    Raises:
        BadRecipe: for an unknown recipe, or for anchors beyond the limits.
        Cancelled: where ``progress`` returned True.
    """
    chosen = load_recipe(recipe) if isinstance(recipe, str | Path) else recipe
    facts = gather(dataset, pictures=False)
    annotations = annotations_of(dataset, facts=facts)
    report = linted(dataset, facts, annotations) if lint else None
    where = execution or execution_for(len(annotations.box), workers)
    part = None if partly is None else (lambda make: partly(lambda: replace(make(), lint=report)))
    if predictions is None:
        return replace(audited(annotations, chosen, where, progress, part), lint=report)
    pictures, total = len(annotations.names), 0

    def passed(done: int, of: int) -> bool | None:
        nonlocal total
        total = of
        return progress is not None and progress(done, of + pictures)

    found = replace(audited(annotations, chosen, where, passed, part), lint=report)
    return with_outputs(
        found, dataset, predictions, workers=workers, outputs_in=outputs_in, partly=partly,
        progress=lambda done, _: progress is not None and progress(total + done, total + pictures),
    )  # fmt: skip


def with_outputs(
    found: Audit,
    dataset: Dataset,
    predictions: Predictor | Mapping[str, Prediction],
    *,
    workers: int | None = None,
    progress: Progress | None = None,
    outputs_in: Execution | None = None,
    evaluate: bool = True,
    partly: Partly | None = None,
) -> Audit:
    """Return the audit ``found`` of ``dataset`` with the outputs' part; arguments and errors as of `audit`.

    Without ``evaluate`` mAP and TIDE's errors are left to `with_evaluation`. ``partly`` gets the audit with the outputs
    so far, not evaluated.
    """
    annotations, outputs = found.annotations, as_outputs(predictions)
    again = outputs_in or execution_for(len(annotations.names) * WEIGHT, workers, count_outputs)
    started = time.perf_counter()

    def counted_with(second: Predicted) -> Audit:
        seconds = found.seconds + time.perf_counter() - started
        return replace(found, predicted=second, evaluation=None, no_evaluation="", seconds=seconds)

    part = None if partly is None else (lambda make: partly(lambda: counted_with(make())))
    second = predicted(dataset, annotations, found.problems, found.recipe, outputs, again, progress, part)
    counted = counted_with(second)
    return with_evaluation(counted) if evaluate else counted


def with_evaluation(found: Audit, progress: Progress | None = None) -> Audit:
    """Return the audit ``found`` with mAP and TIDE's errors of its outputs; ``progress`` as of `evaluated`."""
    assert found.predicted is not None
    started = time.perf_counter()
    evaluation, why = evaluation_of(found.annotations, found.predicted, progress)
    seconds = found.seconds + time.perf_counter() - started
    return replace(found, evaluation=evaluation, no_evaluation=why, seconds=seconds)


def audited(
    annotations: AnnotationColumns,
    recipe: Recipe,
    where: Execution,
    progress: Progress | None = None,
    partly: Partly | None = None,
) -> Audit:
    """Return the `Audit` of annotations as columns, computed ``where``; arguments and errors as of `audit`."""
    started, done = time.perf_counter(), 0
    units, problems = list[WorkUnit](), dict[int, str]()
    joined = JoinedCounts(len(annotations.names), len(annotations.box), len(recipe.anchors.strides))

    def made() -> Iterator[WorkUnit]:  # while the first process starts
        nonlocal units, problems
        units, problems = units_of(annotations, recipe)
        yield from units

    def so_far(whole: bool = False) -> Audit:
        return Audit(
            recipe=recipe,
            annotations=annotations,
            problems=problems,
            **joined.columns(list(problems), whole),
            seconds=time.perf_counter() - started,
            processes=where.processes,
        )

    where.submit(made(), recipe)
    for counted in where.completed():
        joined.take(units[counted.number], counted)
        done, total = done + len(units[counted.number].image), len(annotations.names) - len(problems)
        if progress is not None and progress(done, total):
            where.cancel()
            raise Cancelled(f"stopped after {done:,} of {total:,} pictures")
        if partly is not None:
            partly(so_far)
    return so_far(whole=True)
