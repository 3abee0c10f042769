"""The ``steps`` command: how the assignment changes over the checkpoints of a training."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rpn_inspector.cli.arguments import DatasetPath, ImagePath, Json, TheirRecipe, fetched, opens_dataset
from rpn_inspector.cli.console import (
    MOST_ROWS,
    NO_RECIPE,
    TextTable,
    check_one_picture,
    gt_index,
    opened,
    picture_of,
    print_json,
    print_lines,
    progress,
    say,
)
from rpn_inspector.core.errors import InspectorError

if TYPE_CHECKING:
    from rpn_inspector.analysis.assignment_steps import AssignmentSteps, GtHistory
    from rpn_inspector.data.datasets.dataset import Dataset
    from rpn_inspector.data.datasets.open_dataset import Options

FOLDER = "A folder of dumps, one for each checkpoint."
IMAGE = "One image alone, with --truth, by name or stem."
TRUTH = "The positives of ground truth N of --image by step and level, from 1."
NEVER = "Exit with 1 where a ground truth has no positive at any step."


@opens_dataset()
def steps(
    dataset: DatasetPath,
    predictions: Annotated[Path, typer.Option("--predictions", "-p", metavar="FOLDER", help=FOLDER, parser=fetched)],
    recipe: TheirRecipe = None,
    image: Annotated[str | None, typer.Option("--image", "-i", metavar="NAME", help=IMAGE)] = None,
    image_path: ImagePath = None,
    truth: Annotated[int | None, typer.Option(min=1, metavar="N", help=TRUTH)] = None,
    fail_on_never: Annotated[bool, typer.Option("--fail-on-never", help=NEVER)] = False,
    every: Annotated[bool, typer.Option("--all", help="Name every ground truth without a positive.")] = False,
    *,
    options: Options,
    as_json: Json = False,
) -> None:
    """Show how the assignment changes from checkpoint to checkpoint.

    Which positives are new, lost or another ground truth's, and which ground truths never have one.

    Example: rpn-inspector steps data/voc -p runs/dumps -r yolov8
    """
    from rpn_inspector.analysis.assignment_steps import assignment_steps, gt_history
    from rpn_inspector.analysis.timeline import open_timeline
    from rpn_inspector.core.recipe import load_recipe
    from rpn_inspector.data.predictions.made_under import recipe_of

    alone = image is not None or image_path is not None
    if alone:
        check_one_picture(image, image_path)
    if alone != (truth is not None):
        raise InspectorError("--image and --truth: found one alone, wanted both or none")
    timeline = open_timeline(predictions)
    chosen = load_recipe(recipe) if recipe else recipe_of(timeline.at(len(timeline) - 1))
    if chosen is None:
        raise InspectorError(NO_RECIPE)
    annotated = opened(dataset, options)
    for line in timeline.left_out:
        say(line)
    if not chosen.matcher.needs_outputs:
        say(f"recipe {chosen.name}: labels follow from geometry alone, so they change only as recorded boxes do")
    if truth is not None:
        sample = annotated[picture_of(annotated, image, image_path)]
        one = gt_history(timeline, sample, chosen, gt_index(truth, len(sample.gt)))
        if as_json:
            print_json(_history_document(one))
        else:
            _show_history(one)
        if fail_on_never and one.first is None:
            raise typer.Exit(1)
        return
    with progress("comparing the steps", "images") as told:
        found = assignment_steps(timeline, annotated, chosen, told)
    if found.problems:
        say(f"images left out: {len(found.problems):,}, the first: {next(iter(found.problems.values()))}")
    if as_json:
        print_json(_document(found, annotated))
    else:
        _show(found, annotated, every)
    if fail_on_never and found.never:
        raise typer.Exit(1)


def _show(found: AssignmentSteps, dataset: Dataset, every: bool) -> None:
    columns = ("step", "images", "boxes", "positives", "new", "lost", "moved", "churn", "boxes without")
    rows = TextTable(
        "the assignment by step; new, lost, moved and churn of images that the step before has too", columns
    )
    for place, step in enumerate(found.steps.tolist()):
        known = found.compared[place] > 0
        changes = [f"{values[place]:,}" if known else "-" for values in (found.gained, found.lost, found.moved)]
        churn = f"{found.churn[place]:.1%}" if math.isfinite(found.churn[place]) else "-"
        counts = (f"{values[place]:,}" for values in (found.pictures, found.used, found.positives))
        rows.add(f"{step:,}", *counts, *changes, churn, f"{found.without[place]:,}")
    print_lines(rows)
    if not found.judged:
        print_lines("no ground truth to judge: no step has outputs with the boxes of these images")
        return
    of_those = f"{found.judged:,} ground truths judged"
    if not found.never:
        print_lines(f"each of {of_those} has a positive at some step")
        return
    title = f"{len(found.never):,} without a positive at any step, of {of_those}"
    names = TextTable(title, ("image", "number", "class"))
    shown = found.never if every else found.never[:MOST_ROWS]
    for number, gt in shown:
        names.add(dataset.names[number], str(gt + 1), dataset[number].class_name(gt))
    left = len(found.never) - len(shown)
    print_lines(names, *([f"and {left:,} more; --all lists them"] if left else []))


def _show_history(one: GtHistory) -> None:
    from rpn_inspector.analysis.assignment_steps import history_words

    rows = TextTable(history_words(one), ("step", *one.levels, "positives"))
    for step, counts, missing in zip(one.steps.tolist(), one.positives.tolist(), one.missing.tolist(), strict=True):
        cells = ["-"] * (len(counts) + 1) if missing else [*(f"{count:,}" for count in counts), f"{sum(counts):,}"]
        rows.add(f"{step:,}", *cells)
    print_lines(rows)


def _history_document(one: GtHistory) -> dict[str, Any]:
    return {
        "steps": one.steps.tolist(),
        "ground_truth": {
            "levels": list(one.levels),
            "by_level": [None if gone else row for row, gone in zip(one.positives.tolist(), one.missing, strict=True)],
            "first": one.first,
            "lost": list(one.lost),
            "moves": [{"step": step, "from": before, "to": now} for step, before, now in one.moved],
        },
    }


def _document(found: AssignmentSteps, dataset: Dataset) -> dict[str, Any]:
    from rpn_inspector.analysis.assignment_steps import SUMS

    return {
        "steps": found.steps.tolist(),
        **{name: getattr(found, name).tolist() for name in SUMS},
        "churn": [share if math.isfinite(share) else None for share in found.churn.tolist()],
        "never": [
            {"image": dataset.names[number], "ground_truth": gt, "class": dataset[number].class_name(gt)}
            for number, gt in found.never
        ],
        "judged": found.judged,
        "left_out": [{"image": dataset.names[number], "problem": why} for number, why in found.problems.items()],
    }
