"""The ``export`` command: decoded boxes to a file or folder."""

from __future__ import annotations

from enum import StrEnum
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
from rpn_inspector.cli.console import opened, outputs_and_recipe, print_json, print_lines, progress, say
from rpn_inspector.data.remote.sending import delivered, output_path

if TYPE_CHECKING:
    from rpn_inspector.data.datasets.open_dataset import Options


class ExportFormat(StrEnum):
    """File formats of an export."""

    COCO = "coco"
    CSV = "csv"
    NPZ = "npz"
    PARQUET = "parquet"
    VOC = "voc"
    YOLO = "yolo"
    LABELME = "labelme"


class FrameName(StrEnum):
    """The frame of exported boxes: original px or network px."""

    ORIGINAL = "original"
    NETWORK = "network"


class What(StrEnum):
    """The set of exported boxes."""

    PROPOSALS = "proposals"
    POSITIVES = "positives"
    ALL = "all"
    DETECTIONS = "detections"


FORMAT_HELP = "A file (coco is COCO's results list), or for voc, yolo and labelme a folder."
FRAME_HELP = "Whose pixels: the picture's own, or those of the resized network input."
WHAT_HELP = "Boxes after NMS, of positives, of all anchors, or detections."
SCORE_HELP = "The least score of a written box, 0 to 1."
IMAGES_HELP = "Only this picture, by name; may be said several times."
OVERWRITE_HELP = "Replace an earlier export; a dataset's or a dump's files are never written to."


@opens_dataset(own_format=True)
def export(
    dataset: DatasetPath,
    predictions: Annotated[
        Path, typer.Option("--predictions", "-p", metavar="PATH", help=PREDICTIONS_HELP, parser=fetched)
    ],
    format_: Annotated[ExportFormat, typer.Option("--format", "-f", help=FORMAT_HELP)],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="PATH", help="File or folder to write.", parser=output_path)
    ],
    recipe: TheirRecipe = None,
    frame: Annotated[FrameName, typer.Option(help=FRAME_HELP)] = FrameName.ORIGINAL,
    what: Annotated[What, typer.Option(help=WHAT_HELP)] = What.PROPOSALS,
    min_score: Annotated[float, typer.Option("--min-score", min=0.0, max=1.0, help=SCORE_HELP)] = 0.0,
    image: Annotated[list[str] | None, typer.Option("--image", "-i", metavar="NAME", help=IMAGES_HELP)] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help=OVERWRITE_HELP)] = False,
    step: Step = None,
    layout: LayoutPath = None,
    *,
    options: Options,
    as_json: Json = False,
) -> None:
    """Write decoded boxes to a file or folder.

    With them goes where they come from. All is written or nothing.

    Example: rpn-inspector export data/voc -r torchvision-fpn -p epoch3.rpn -f csv -o boxes.csv
    """
    from rpn_inspector.analysis.export_dataset import export_dataset, outcome_words, written_words
    from rpn_inspector.core.recipe import load_recipe

    chosen = None if recipe is None else load_recipe(recipe)
    pictured = opened(dataset, options)
    raw, chosen = outputs_and_recipe(predictions, pictured, chosen, layout, step)
    images = sorted({pictured.find(name) for name in image}) if image else None
    with progress("exporting") as tell:
        outcome = export_dataset(
            pictured, chosen, raw, output, format_, frame, what, overwrite, tell, min_score=min_score, images=images
        )
    place = delivered(output)
    for said in outcome_words(outcome)[1:]:
        say(str(said))
    if as_json:
        counts = {"images": outcome.images, "boxes": outcome.boxes, "failed": outcome.failed}
        left = {"without_predictions": outcome.without_predictions, "boxes_of_unknown_classes": dict(outcome.unknown)}
        print_json({"file": place, **counts, **left, "pairing": outcome.pairing})
    else:
        print_lines(f"{written_words(outcome)}, {frame.value} px: {place}")
