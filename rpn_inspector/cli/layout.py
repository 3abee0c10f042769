"""The ``layout`` command: the reading of raw outputs fitting the ground truth best."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rpn_inspector.cli.arguments import (
    PREDICTIONS_HELP,
    DatasetPath,
    Json,
    LayoutPath,
    Step,
    TheirRecipe,
    fetched,
    opens_dataset,
)
from rpn_inspector.cli.console import TextTable, opened, outputs_and_recipe, print_json, print_lines, progress

if TYPE_CHECKING:
    from rpn_inspector.data.datasets.open_dataset import Options


@opens_dataset()
def layout(
    dataset: DatasetPath,
    predictions: Annotated[
        Path, typer.Option("--predictions", "-p", metavar="PATH", help=PREDICTIONS_HELP, parser=fetched)
    ],
    recipe: TheirRecipe = None,
    step: Step = None,
    layout: LayoutPath = None,
    pictures: Annotated[int, typer.Option(min=1, help="So many pictures with ground truth are looked at.")] = 4,
    *,
    options: Options,
    as_json: Json = False,
) -> None:
    """Find how raw outputs are laid out, by what fits best.

    Other channel orders, coordinate orders, codings, scalings and strides are tried beside the recipe's own. Exit code
    1 where none fits clearly.

    Example: rpn-inspector layout data/voc -p epoch3.rpn -r torchvision-fpn
    """
    from rpn_inspector.analysis.layout.diagnosis import as_document, diagnose_outputs
    from rpn_inspector.core.recipe import load_recipe

    chosen = None if recipe is None else load_recipe(recipe)
    pictured = opened(dataset, options)
    raw, chosen = outputs_and_recipe(predictions, pictured, chosen, layout, step)
    with progress("trying layouts"):
        diagnosis = diagnose_outputs(pictured, raw, chosen, pictures)
    if as_json:
        print_json(as_document(diagnosis))
    else:
        print_lines(diagnosis.verdict)
        if diagnosis.fits:
            rows = TextTable("", ("hypothesis", "recall", "mean IoU", "separation", "ranking", "agreement"))
            for fit in diagnosis.fits:
                numbers = (f"{fit.recall:.0%}", f"{fit.mean_iou:.3f}", f"{fit.separation:+.2f}", f"{fit.ranking:.3f}")
                rows.add(fit.words, *numbers, f"{fit.agreement:.3f}")
            print_lines(rows)
    if not diagnosis.clear:
        raise typer.Exit(1)
