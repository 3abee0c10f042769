"""The ``export`` command: decoded boxes to a file or folder."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rpn_inspector.console import FORMAT_HELP as DATASET_FORMAT_HELP
from rpn_inspector.console import (
    AnnotationsPath,
    DatasetPath,
    ImagesPath,
    Json,
    SplitName,
    Turned,
    print_json,
    print_lines,
    progress,
    say,
)  # fmt: skip


class Format(StrEnum):
    """File formats of an export."""

    COCO = "coco"
    CSV = "csv"
    NPZ = "npz"
    PARQUET = "parquet"
    VOC = "voc"
    YOLO = "yolo"
    LABELME = "labelme"


class FrameName(StrEnum):
    """Whose pixels exported boxes are in."""

    ORIGINAL = "original"
    NETWORK = "network"


class What(StrEnum):
    """Which boxes are exported."""

    PROPOSALS = "proposals"
    POSITIVES = "positives"
    ALL = "all"


FORMAT_HELP = "coco is the results list; voc, yolo and labelme write a folder, the others a file."


def export(
    dataset: DatasetPath,
    recipe: Annotated[str, typer.Option("--recipe", "-r", help="A shipped recipe's name, or a TOML file.")],
    predictions: Annotated[Path, typer.Option("--predictions", "-p", help="Raw outputs, results or ONNX model.")],
    format_: Annotated[Format, typer.Option("--format", "-f", help=FORMAT_HELP)],
    output: Annotated[Path, typer.Option("--output", "-o", help="File or folder to write.")],
    frame: Annotated[FrameName, typer.Option(help="Whose pixels.")] = FrameName.ORIGINAL,
    what: Annotated[What, typer.Option(help="Which boxes.")] = What.PROPOSALS,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an export that is there already.")] = False,
    layout: Annotated[
        Path | None,
        typer.Option("--layout", help="TOML that says which arrays or outputs are what; else the one beside."),
    ] = None,
    annotations: AnnotationsPath = None,
    images: ImagesPath = None,
    split: SplitName = None,
    dataset_format: Annotated[str | None, typer.Option(help=DATASET_FORMAT_HELP)] = None,
    turned: Turned = False,
    as_json: Json = False,
) -> None:
    """Write decoded boxes to a file or folder, with where they come from.

    Example: rpn-inspector export data/voc -r torchvision-fpn -p epoch3.rpn --format csv --output boxes.csv
    """
    from rpn_inspector.core.recipe import load_recipe
    from rpn_inspector.data.opening import Options
    from rpn_inspector.data.predictions import open_predictions
    from rpn_inspector.work.exporting import export_dataset

    chosen = load_recipe(recipe)
    opened = Options(annotations, images, split, dataset_format, turned).open(dataset)
    raw = open_predictions(predictions, opened, layout)
    with progress("exporting") as step:
        outcome = export_dataset(opened, chosen, raw, output, format_, frame, what, overwrite, step)
    if outcome.without_predictions:
        say(f"{outcome.without_predictions} of {len(opened)} pictures have no predictions and were left out")
    if outcome.failed:
        say(f"{outcome.failed} pictures failed and were left out, such as {outcome.examples[0]}")
    if as_json:
        counts = {"images": outcome.images, "boxes": outcome.boxes, "failed": outcome.failed}
        print_json({"file": str(outcome.file), **counts, "without_predictions": outcome.without_predictions})
    else:
        print_lines(f"{outcome.boxes:,} boxes of {outcome.images:,} pictures, {frame.value} px: {outcome.file}")
