"""The ``inspect`` command: an image in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from rpn_inspector.cli.arguments import (
    IMAGE_HELP,
    DatasetPath,
    ImagePath,
    Json,
    LayoutPath,
    PredictionsPath,
    Step,
    TheirRecipe,
    opens_dataset,
)
from rpn_inspector.cli.console import (
    MOST_ROWS,
    NO_RECIPE,
    TextTable,
    check_one_picture,
    gt_index,
    opened,
    outputs_and_recipe,
    picture_of,
    print_json,
    print_lines,
    say,
)
from rpn_inspector.cli.inspect_stages import differs_row, stage_tables, why_lines
from rpn_inspector.core.errors import BadPredictions, InspectorError
from rpn_inspector.core.plain_text import one_line

if TYPE_CHECKING:
    from rpn_inspector.core.gt_facts import GtFacts
    from rpn_inspector.core.inspection import Inspection
    from rpn_inspector.core.recipe import Recipe
    from rpn_inspector.data.datasets.open_dataset import Options

TRUTH_HELP = "Say why ground truth N, from 1, has the anchors it has, or which layer trains it; rank its candidates."
ALL_HELP = f"List every ground truth, not only the first {MOST_ROWS}."


@opens_dataset()
def inspect(
    dataset: DatasetPath,
    image: Annotated[str | None, typer.Option("--image", "-i", metavar="NAME", help=IMAGE_HELP)] = None,
    image_path: ImagePath = None,
    recipe: TheirRecipe = None,
    predictions: PredictionsPath = None,
    step: Step = None,
    layout: LayoutPath = None,
    seed: Annotated[int, typer.Option(min=0, help="Draws the mini-batch, where the predictions name none.")] = 0,
    every: Annotated[bool, typer.Option("--all", help=ALL_HELP)] = False,
    truth: Annotated[int | None, typer.Option(min=1, metavar="N", help=TRUTH_HELP)] = None,
    *,
    options: Options,
    as_json: Json = False,
) -> None:
    """Show one image in numbers: labels, ground truths, losses.

    Example: rpn-inspector inspect data/voc -i 000001 -r torchvision-fpn --json
    """
    from rpn_inspector.analysis.summary import summarise
    from rpn_inspector.core.inspection import inspect as inspected
    from rpn_inspector.core.recipe import load_recipe

    if step is not None and predictions is None:
        raise InspectorError("--step: found no --predictions, wanted a folder of dumps to take a step of")
    check_one_picture(image, image_path)
    chosen = None if recipe is None else load_recipe(recipe)
    pictured = opened(dataset, options)
    index = picture_of(pictured, image, image_path)
    prediction = outputs = None
    if predictions is not None:
        from rpn_inspector.data.predictions import prediction_for
        from rpn_inspector.session.open_request import none_for

        outputs, chosen = outputs_and_recipe(predictions, pictured, chosen, layout, step)
        prediction = prediction_for(outputs, pictured[index], chosen)
        if prediction is None:
            raise BadPredictions(f"{predictions}: {none_for(outputs, pictured.names[index])}")
    if chosen is None:
        raise InspectorError(NO_RECIPE)
    result = inspected(pictured[index], chosen, prediction, seed=seed)
    asked = None if truth is None else gt_index(truth, len(result.gt))
    trainer = why = stage_here = None
    if outputs is not None:
        from rpn_inspector.analysis.batch_loss import trainer_losses
        from rpn_inspector.analysis.layout.diagnosis import misfit_of
        from rpn_inspector.analysis.stage_batch_loss import stage_losses_here

        trainer, why = trainer_losses(result, pictured, outputs), misfit_of(result)
        stage_here = stage_losses_here(result, pictured, outputs)
        from rpn_inspector.analysis.export_dataset import class_places, unknown_classes

        if unknown := set(unknown_classes(prediction, chosen, class_places(pictured, outputs)).values()):
            more = f", and {len(unknown) - 1} more such" if len(unknown) > 1 else ""
            say(f"{predictions}: class {min(unknown)} is none of the dataset's{more}")
    if result.sample.path is None:
        why_none, more = pictured.absence(index)
        say(f"{result.sample.name}: {why_none.lower()}, {more}")
    summary = summarise(result, trainer, why, stage_here) | {"skipped": pictured.skipped}
    for warning in pictured.warnings:
        if warning.kind in pictured.skipped:  # one of them may be of this picture
            count = pictured.skipped[warning.kind]
            say(f"{count} records of the dataset left out, {warning.kind}: {warning.examples[0]}")
    if as_json:
        print_json(summary)
        return
    print_lines(_facts(summary, chosen), *filter(None, [summary["no_box_loss"]]))
    print_lines(_gt_table(summary, None if every else MOST_ROWS))
    if asked is not None:
        facts = result.explain_truth(asked)
        print_lines(f"{facts.finding}. {facts.why}")
        ranked = [_ranked_table(facts)] if facts.candidates.rows else []
        cut = [f"{facts.candidates.unit} candidates"] if facts.candidates.unit else []
        print_lines(*ranked, *cut, *_elsewhere(result, asked), *_way_words(summary, asked))
    left_out = len(pictured[index].gt) - MOST_ROWS
    if left_out > 0 and not every:
        print_lines(f"and {left_out:,} more ground truths; --all lists them")
    print_lines(*stage_tables(summary["second_stage"], None if every else MOST_ROWS))
    if why is not None:
        print_lines(f"warning: these outputs do not fit the recipe: {why}; see rpn-inspector layout")
    print_lines(*why_lines(summary["trainer"], chosen.loss.called))
    print_lines(*why_lines(None if summary["second_stage"] is None else summary["second_stage"]["trainer"]))
    print_lines(*(f"warning: {one_line(warning.text)}" for warning in result.warnings))
    print_lines(*(f"not reproduced: {one_line(words)}" for words in chosen.reproduces_not))


def _facts(summary: dict[str, Any], recipe: Recipe) -> TextTable:
    def size(key: str) -> str:
        height, width = summary[key]
        return f"{width} x {height} px"

    rows = TextTable(f"{summary['image']} · {summary['recipe']}", ("fact", "number"), headed=False)
    rows.add("picture", size("size"))
    rows.add("network input", f"{size('network_size')}, padded to {size('padded_size')}")
    for key in ("anchors", "positive", "negative", "ignored", *(["undecided"] if summary["undecided"] else [])):
        known = key != "positive" or summary[key] or not summary["undecided"]
        rows.add(
            "points" if recipe.anchors.of_points and key == "anchors" else key, f"{summary[key]:,}" if known else "-"
        )
    loss = summary["loss"]
    if loss is not None:
        for key in (name for name in loss if name not in ("sampled", "objectness_is")):
            rows.add(f"{recipe.loss.called(key)} loss", _number(loss[key]))
    _add_trainer(rows, summary["trainer"], recipe)
    if loss is not None:
        rows.add("sampled", "{} positive, {} negative".format(*loss["sampled"]))
    if summary["proposals"] is not None:
        rows.add("proposals", f"{summary['proposals']:,}")
    return rows


def _add_trainer(rows: TextTable, trainer: dict[str, Any] | None, recipe: Recipe) -> None:
    """Add the losses the trainer recorded, and of a batch the same losses worked out here."""
    if trainer is None:
        return
    batch, here = len(trainer["batch"]), trainer["here"]
    for key in (name for name in trainer if name not in ("batch", "here", "differs", "why")):
        if trainer[key] is not None or key in trainer["differs"]:
            called = recipe.loss.called(key)
            words = f"trainer's {called} loss" + (f", batch of {batch}" if batch else "")
            rows.add(words, _number(trainer[key]))
            if batch:
                rows.add(f"{called} loss of that batch here", "-" if here is None else _number(here.get(key)))
            if key in trainer["differs"]:
                rows.add(*differs_row(f"{called} loss", trainer, key))


def _number(value: float | None) -> str:
    return "not finite" if value is None else f"{value:.6g}"


def _ranked_table(facts: GtFacts) -> TextTable:
    """Return the candidates of one ground truth, the best first, with the parts of what ranks them."""
    table = facts.candidates
    heads = [str(head.text) for head in table.heads]
    rows = TextTable("its candidates", ("candidate", *heads), texts=("candidate",))
    for row in table.rows:
        cells = zip(table.heads, row.cells, strict=True)
        rows.add(str(row.name), *(f"{c:.4g}" if isinstance(c, float) else head.written(c) for head, c in cells))
    return rows


def _way_words(summary: dict[str, Any], gt: int) -> list[str]:
    """Return what became of the proposal that comes furthest for a ground truth; none without a second stage."""
    stage = summary["second_stage"]
    way = None if stage is None else stage["ways"][gt]
    return [] if way is None or way["why"] is None else [f"Its proposal {way['furthest'] + 1}: {way['why']}"]


def _elsewhere(result: Inspection, gt: int) -> list[TextTable]:
    """Return what other inputs and levels would give a ground truth of a rule that ranks candidates."""
    from rpn_inspector.core.prospects import candidates_elsewhere, elsewhere_table

    if not result.recipe.matcher.ranks or not result.used[gt]:
        return []
    found = elsewhere_table(candidates_elsewhere(result.sample, result.recipe), gt)
    heads = ("input and levels", "candidates", "shared", "which is")
    rows = TextTable(f"ground truth {gt + 1} elsewhere, by geometry alone", heads, texts=(heads[0], heads[-1]))
    for row in found.rows:
        rows.add(str(row.name), *(head.written(cell) for head, cell in zip(found.heads, row.cells, strict=True)))
    return [rows]


def _candidates_table(summary: dict[str, Any], most: int | None) -> TextTable:
    columns = ("number", "class", "x1", "y1", "x2", "y2", "candidates", "contested", "took", "positives")
    rows = TextTable("ground truths, original px; candidates by geometry alone", columns, texts=("class",))
    for gt in summary["ground_truth"][:most]:
        corners = [f"{edge:g}" for edge in gt["box"]]
        numbers = (gt.get(key) for key in ("candidates", "contested", "chosen", "positives"))
        kind = "" if gt["kind"] == "normal" else f" ({gt['kind']})"
        told = ("-" if number is None else f"{number:,}" for number in numbers)
        rows.add(str(gt["index"] + 1), gt["class"] + kind, *corners, *told)
    return rows


def _gt_table(summary: dict[str, Any], most: int | None) -> TextTable:
    if any("candidates" in gt for gt in summary["ground_truth"]):
        return _candidates_table(summary, most)
    columns = ("number", "class", "x1", "y1", "x2", "y2", "positives", "IoU", "anchor")
    rows = TextTable("ground truths, original px; IoU with the best anchor", columns, texts=("class",))
    for gt in summary["ground_truth"][:most]:
        corners = [f"{edge:g}" for edge in gt["box"]]
        iou = "-" if gt["best_iou"] is None else f"{gt['best_iou']:.3f}"
        numbers = (str(gt["positives"]), iou, "-" if gt["best_anchor"] < 0 else str(gt["best_anchor"]))
        kind = "" if gt["kind"] == "normal" else f" ({gt['kind']})"
        rows.add(str(gt["index"] + 1), gt["class"] + kind, *corners, *numbers)
    return rows
