"""The ``audit`` command: a whole dataset under a recipe, counted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from rpn_inspector.cli.arguments import (
    DatasetPath,
    Json,
    LayoutPath,
    PredictionsPath,
    Step,
    TheirRecipe,
    fetched,
    opens_dataset,
)
from rpn_inspector.cli.audit_against import compared_with, comparisons, documents, opened_others, show_against
from rpn_inspector.cli.audit_executions import Executions, resumable
from rpn_inspector.cli.audit_output import AuditTarget
from rpn_inspector.cli.console import (
    NO_RECIPE,
    TextTable,
    largest,
    opened,
    outputs_and_recipe,
    print_json,
    print_lines,
    progress,
    quiet_numbers,
    say,
)
from rpn_inspector.cli.found import FindingsAs, FindingsFile, FindingsFormat, check_findings_file, write_found
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.user_path import user_path
from rpn_inspector.data.remote.sending import check_apart, output_path

if TYPE_CHECKING:
    from rpn_inspector.analysis.audit.audit import Audit
    from rpn_inspector.analysis.audit.suggest import Suggestions
    from rpn_inspector.core.recipe import Recipe
    from rpn_inspector.data.datasets.dataset import Dataset
    from rpn_inspector.data.datasets.open_dataset import Options
    from rpn_inspector.data.output_file import Sources
    from rpn_inspector.data.predictions import Outputs

FAIL_ON = "Exit with 1 where there is any such, or more than N % of the boxes: KIND or KIND:N%. May be repeated."
SUGGEST = "Look for sizes and ratios that fit the boxes better, each counted over the whole dataset."
SAVE = "Write the best of them as a recipe; implies --suggest."
DASK = "Count on the Dask cluster at ADDRESS; without ADDRESS on one of this machine."
RESUME = "Go on from what an audit that was stopped or killed had finished."
ADDRESS = re.compile(r"\w+://|[\w.-]*\w:\d+$|\[[0-9a-fA-F:]+\]:\d+$")  # with a protocol, or host and port
OUTPUT = "Write a folder: the counts as JSON, tables of ground truths and findings, a summary, and a report to read."
EVERY = "Every class, not only the largest; --against: every image."
OVERWRITE = "Replace the folder of an earlier audit; nothing else is ever written over."
BASELINE = "Exit with 1 where something is worse than in this audit.json of an earlier --output."
AGAINST = "Another recipe: which boxes and anchors it moves, and why."
AGAINST_PREDICTIONS = "Outputs of another checkpoint: what it finds and loses."
AGAINST_STEP = "The other checkpoint, of a folder of dumps."
AGAINST_DATASET = "Another dataset under the recipe, side by side."
WORKERS = "Processes to count in; as many as are worth their start where not said."


class AuditCommand(TyperCommand):
    """The command with the kinds of findings at the end of the help, looked up only for --help.

    ``--dask`` alone means a cluster of this machine: an option whose value may be left out, which typer does not know.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the arguments, with the address of a cluster of this machine where none is given."""
        given: list[str] = []
        for at, argument in enumerate(args):
            given.append(argument)
            if argument == "--dask" and not (at + 1 < len(args) and ADDRESS.match(args[at + 1])):
                given.append("local")
        return super().parse_args(ctx, given)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write the kinds and meanings."""
        from rpn_inspector.analysis.audit.findings import KINDS, OUTPUT_KINDS

        with formatter.section("Kinds"):
            formatter.write_dl(list(KINDS.items()))
        with formatter.section("Kinds with --predictions"):
            formatter.write_dl(list(OUTPUT_KINDS.items()))


@opens_dataset()
@quiet_numbers
def audit(
    dataset: DatasetPath,
    recipe: TheirRecipe = None,
    predictions: PredictionsPath = None,
    step: Step = None,
    layout: LayoutPath = None,
    workers: Annotated[int | None, typer.Option("--workers", metavar="N", min=1, max=256, help=WORKERS)] = None,
    dask: Annotated[str | None, typer.Option("--dask", metavar="[ADDRESS]", help=DASK)] = None,
    resume: Annotated[bool, typer.Option("--resume", help=RESUME)] = False,
    fail_on: Annotated[list[str] | None, typer.Option("--fail-on", metavar="KIND[:N%]", help=FAIL_ON)] = None,
    suggest: Annotated[bool, typer.Option("--suggest", help=SUGGEST)] = False,
    save_recipe: Annotated[Path | None, typer.Option("--save-recipe", metavar="TOML", help=SAVE)] = None,
    against: Annotated[str | None, typer.Option("--against", metavar="NAME", help=AGAINST)] = None,
    against_predictions: Annotated[
        Path | None, typer.Option("--against-predictions", metavar="PATH", help=AGAINST_PREDICTIONS, parser=fetched)
    ] = None,
    against_step: Annotated[int | None, typer.Option("--against-step", metavar="N", help=AGAINST_STEP)] = None,
    against_dataset: Annotated[
        Path | None, typer.Option("--against-dataset", metavar="PATH", help=AGAINST_DATASET, parser=fetched)
    ] = None,
    baseline: Annotated[Path | None, typer.Option("--baseline", metavar="JSON", help=BASELINE, parser=fetched)] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help=OUTPUT, parser=output_path)
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help=OVERWRITE)] = False,
    findings: FindingsFile = None,
    findings_format: FindingsAs = FindingsFormat.COCO,
    every: Annotated[bool, typer.Option("--all", help=EVERY)] = False,
    *,
    options: Options,
    as_json: Json = False,
) -> None:
    """Count over a whole dataset which boxes the anchors can learn.

    With --predictions also the losses, and where each box is lost. Pictures are not opened, but for the headers of
    those without an annotated size, and by a model. Exit code 0 whatever is found, 1 where a --fail-on is met, or a
    --baseline was better.

    Example: rpn-inspector audit data/voc -r torchvision-fpn --fail-on unmatched:5%
    """
    from rpn_inspector.analysis.audit.baseline import compared, plain, read_baseline
    from rpn_inspector.analysis.audit.document import document
    from rpn_inspector.analysis.audit.findings import Demand, findings_of
    from rpn_inspector.analysis.audit.suggest import suggestions_document
    from rpn_inspector.analysis.report.command_line import command_line
    from rpn_inspector.core.recipe import load_recipe

    demands = [Demand.parse(text) for text in fail_on or ()]
    if step is not None and predictions is None:
        raise InspectorError("--step: found no --predictions, wanted a folder of dumps to take a step of")
    for demand in demands:
        if demand.needs_outputs and predictions is None:
            raise InspectorError(f"--fail-on {demand.kind}: found no --predictions, which tell")
    old = None if baseline is None else read_baseline(user_path(baseline))
    if recipe is None and predictions is None:
        raise InspectorError(NO_RECIPE)
    chosen = None if recipe is None else load_recipe(recipe)
    wished = compared_with(against, against_predictions, against_step, against_dataset, layout, predictions)
    annotated = opened(dataset, options)
    outputs, chosen = _outputs_under(predictions, annotated, chosen, layout, step)
    others = opened_others(wished, annotated, chosen, predictions)
    sources = {**_read(annotated, recipe, predictions, layout, baseline), **wished.sources(others)}
    if save_recipe is not None:
        save_recipe = user_path(save_recipe)
        _check_recipe_file(save_recipe, sources)
    check_findings_file(findings, sources)
    target = None if output is None else AuditTarget.of(output, sources, overwrite)
    _check_apart({"--output": output, "--findings": findings, "--save-recipe": save_recipe})
    suggestions = None
    with Executions(workers, dask, resume) as executions:
        found = _counted(annotated, chosen, outputs, executions)
        made = document(found)
        if suggest or save_recipe is not None:
            suggestions = _suggested(found, executions)
            made["suggestions"] = suggestions_document(suggestions)
        made |= documents(found, annotated, others, executions, every)
    if found.annotations.opened:
        say(f"{dataset}: no size is annotated for {found.annotations.opened:,} images; their headers were read")
    kinds = findings_of(found)
    failed = [line for demand in demands if (line := demand.failed(kinds[demand.kind]))]
    if executions.parts.found:
        say(f"{dataset}: {executions.parts.found:,} parts were there already")
    change = None if old is None else compared(old, made)
    if change is not None:
        failed += plain(change.worse)
        for line in plain(change.notes):
            say(f"{baseline}: {line}")
    if target is not None:
        given: dict[str, Any] = {"--predictions": predictions, "--step": step, "--layout": layout, "--fail-on": fail_on}
        given |= {"--suggest": suggest, "--save-recipe": save_recipe, **wished.options, "--baseline": baseline}
        line = command_line(dataset, recipe, options, given)
        target.write(found, annotated, made, change, line)
    if findings is not None:
        from rpn_inspector.analysis.report.found_boxes import found_by_audit

        write_found(found_by_audit(found, annotated), findings, findings_format, sources)
    if save_recipe is not None and suggestions is not None:
        _save_best(suggestions, save_recipe)  # last: never written over, so an audit that goes on may not find one
    executions.parts.forget()
    # before the tables: a reader may close the pipe in the middle of them
    for line in failed:
        say(f"failed on {line}")
    try:
        if as_json:
            print_json(made | {"failed": failed})
        else:
            _show(made, every)
    finally:
        if failed:
            raise typer.Exit(1)


def _outputs_under(
    predictions: Path | None, dataset: Dataset, recipe: Recipe | None, layout: Path | None, step: int | None
) -> tuple[Outputs | None, Recipe]:
    """Return the outputs, and ``recipe``, or their own where None. Raises `InspectorError` where neither is known."""
    if predictions is None:
        assert recipe is not None
        return None, recipe
    outputs, chosen = outputs_and_recipe(predictions, dataset, recipe, layout, step)
    if recipe is None:
        say(f"{predictions}: counted under the recipe they were made under, {chosen.name}")
    return outputs, chosen


def _read(
    dataset: Dataset, recipe: str | None, predictions: Path | None, layout: Path | None, baseline: Path | None
) -> Sources:
    """Return what is read, and never written to."""
    # a shipped recipe's name is no path, unless a file here is called so: then that is left alone too
    tables = () if recipe is None or not user_path(recipe).is_file() else (user_path(recipe),)
    files = {"predictions": predictions, "layout": layout, "baseline": baseline}
    given = {word: () if path is None else (user_path(path),) for word, path in files.items()}
    return {"dataset": dataset.sources, "recipe": tables} | given


def _check_apart(outputs: Mapping[str, Path | None]) -> None:
    """Raise `BadFile` where two outputs, by option, clash."""
    check_apart({option: user_path(place) for option, place in outputs.items() if place is not None})


def _check_recipe_file(file: Path, sources: Sources) -> None:
    """Raise `BadFile` where the recipe may not be written: over a file, or among what is read."""
    from rpn_inspector.core.errors import BadFile
    from rpn_inspector.data.output_file import check_output

    check_output(file, sources)
    if file.exists():
        raise BadFile(file, "exists and is not written over; choose another name")


def _counted(dataset: Dataset, recipe: Recipe, outputs: Outputs | None, executions: Executions) -> Audit:
    from rpn_inspector.analysis.audit.audit import audit as count
    from rpn_inspector.analysis.audit.counting import count as count_unit

    with resumable(), progress("counting positive anchors", "images") as told:
        asked = None if outputs is None else executions.of_outputs(len(dataset), outputs.path)
        where = executions.of(dataset.gt_total, count_unit)
        return count(dataset, recipe, outputs, progress=told, execution=where, outputs_in=asked)


def _suggested(found: Audit, executions: Executions) -> Suggestions:
    from rpn_inspector.analysis.audit.counting import count
    from rpn_inspector.analysis.audit.suggest import suggest_anchors

    with resumable(), progress("looking for anchors that fit better") as step:
        return suggest_anchors(found, progress=step, execution=lambda: executions.of(len(found.annotations.box), count))


def _save_best(suggestions: Suggestions, file: Path) -> None:
    """Write the best suggestion as a recipe, and say so."""
    from rpn_inspector.data.output_file import write_whole

    if suggestions.best is None:
        say(f"{file}: not written, as no other anchors of the same cost reach more boxes")
        return
    write_whole(file, suggestions.best.recipe.to_toml().encode())
    say(f"{file}: the recipe {suggestions.best.recipe.name}")


def _compared(suggestions: dict[str, Any]) -> TextTable:
    from rpn_inspector.analysis.report.compared import numbers

    proposals = suggestions["proposals"]
    rows = TextTable("suggested anchors", ("", "now", *(each["name"] for each in proposals)))
    for row in numbers([suggestions["now"], *(each["numbers"] for each in proposals)]):
        rows.add(*row)
    return rows


def _show_suggestions(suggestions: dict[str, Any]) -> None:
    from rpn_inspector.analysis.report.compared import chosen_words, elsewhere_table, worse_texts

    elsewhere = elsewhere_table(suggestions)
    if elsewhere is not None:
        rows = TextTable("boxes lacking candidates, by geometry alone", elsewhere[0], texts=("input and levels",))
        for cells in elsewhere[1]:
            rows.add(*cells)
        print_lines(rows)
    if not suggestions["proposals"]:
        print_lines(*chosen_words(suggestions))
        return
    print_lines(_compared(suggestions))
    for each in suggestions["proposals"]:
        changes = "; ".join(f"{place} = {value}" for place, value in each["changes"].items())
        cost = "" if each["same_cost"] else ", at a higher cost"
        print_lines(f"{each['name']}{cost}: {each['means']}: {changes}")
        print_lines(*(f"  {line}" for line in worse_texts(each, 3)))
    print_lines(*chosen_words(suggestions))


def _show(made: dict[str, Any], every: bool) -> None:
    from rpn_inspector.analysis.audit.coder_numbers import coder_words
    from rpn_inspector.analysis.audit.findings import OF_PICTURES
    from rpn_inspector.analysis.report.group_columns import group_heads
    from rpn_inspector.analysis.report.headlines import left_out, per_image_words
    from rpn_inspector.core.plain_text import number_of

    used, names = made["used"], made["targets"]["coordinates"]
    images, boxes = number_of(made["images"], "image"), number_of(made["boxes"], "box", "boxes")
    print_lines(f"{made['dataset']}: {made['format']}, {images}, {boxes}")
    print_lines(*map(": ".join, left_out(made)))
    anchors, boxes = "positives depend on outputs", number_of(used, "box", "boxes")
    if made["positives"] is not None:
        anchors = number_of(made["positives"], "positive anchor")
    print_lines(f"recipe {made['recipe']}: {anchors} for {boxes} of the assignment")
    if (each := made["positives_per_image"]) is not None:
        print_lines(f"positive anchors an image: {per_image_words(each)}")
    if made["recall_at"] is not None and used:
        shares = ", ".join(f"{name} {_share(value)}" for name, value in made["recall"].items())
        print_lines(f"best IoU of at least {made['recall_at']:g}: {shares} ({made['recall_frame']})")
    if trap := made["positives_without_overlap"]:
        overlap, why = "overlaps" if trap == 1 else "overlap", "a box that overlaps no anchor ties with all at IoU 0"
        print_lines(f"{trap:,} of the positive anchors {overlap} no box: {why}")
    if made["targets"]["mean"] is not None:
        pairs = zip(names, made["targets"]["mean"], made["targets"]["std"], strict=True)
        print_lines("targets t*: " + ", ".join(f"{name} {mean:+.4f} ± {std:.4f}" for name, mean, std in pairs))
        print_lines(*coder_words(made["targets"]))
    rows = TextTable("", ("kind", "found", "images", "share", "meaning"), texts=("meaning",))
    for kind, found in made["kinds"].items():
        if found["count"]:
            nouns = ("image", "images") if kind in OF_PICTURES else ("box", "boxes")
            share = f"{_share(found['share'])} of {number_of(found['of'], *nouns)}"
            rows.add(kind, f"{found['count']:,}", f"{found['images']:,}", share, found["means"])
    print_lines(rows if rows.rows else "nothing was found")
    _show_lint(made.get("lint"))
    for title, key in (("class", "by_class"), ("size", "by_size")):
        _show_groups(title, made[key], every, group_heads(made))
    # under a rule without IoU no anchor is a box's best
    best = all(row["boxes"] is not None for row in made["by_level"])
    levels = TextTable("", ("level", "positive anchors", *["boxes with their best anchor here"] * best))
    for row in made["by_level"] if made["positives"] is not None else ():
        levels.add(row["level"], f"{row['positive_anchors']:,}", *[f"{row['boxes'] or 0:,}"] * best)
    print_lines(*([levels] if levels.rows else []))
    if "ends" in made:
        from rpn_inspector.cli.audit_lost import show_lost

        show_lost(made, every)
    if comparisons(made):
        show_against(made, every)
    if "suggestions" in made:
        _show_suggestions(made["suggestions"])


def _show_lint(lint: dict[str, Any] | None) -> None:
    rows = TextTable("in the annotations", ("kind", "found", "images", "meaning"), texts=("meaning",))
    for kind, found in (lint or {"kinds": {}})["kinds"].items():
        if found["count"]:
            rows.add(kind, f"{found['count']:,}", f"{found['images']:,}", found["means"])
    if rows.rows:
        print_lines(rows, "rpn-inspector lint names each, and reads the pictures' headers too")


def _show_groups(title: str, groups: list[dict[str, Any]], every: bool, heads: Mapping[str, str]) -> None:
    columns = (title, "boxes", *heads.values(), "median side, px")
    rows, (shown, more) = TextTable("", columns), largest(groups, every)
    for row in shown:
        side = row["median_side"]
        numbers = (_group_number(row, key) for key in heads)
        rows.add(row[title], f"{row['boxes']:,}", *numbers, "–" if side is None else f"{side:.1f}")
    print_lines(rows, *more)


def _group_number(row: Mapping[str, Any], key: str) -> str:
    if key == "recall":
        return _share(row[key])
    return f"{row[key] / row['boxes']:.2f}" if key == "positives" else f"{row[key]:,}"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"
