"""The ``recipes`` commands: list, show, compare and translate conventions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rpn_inspector.cli.arguments import IMAGE_HELP, ImagePath, Json, fetched, opens_dataset
from rpn_inspector.cli.console import (
    TextTable,
    check_one_picture,
    opened,
    picture_of,
    plain,
    print_json,
    print_lines,
    say,
)
from rpn_inspector.core.errors import BadRecipe, InspectorError
from rpn_inspector.core.user_path import user_path

if TYPE_CHECKING:
    from rpn_inspector.analysis.compare.gt_changes import GtComparison
    from rpn_inspector.analysis.compare.label_changes import Comparison
    from rpn_inspector.core.recipe import Recipe
    from rpn_inspector.core.sample import Sample
    from rpn_inspector.data.datasets.open_dataset import Options
    from rpn_inspector.translate.draft import Translation

recipes_app = typer.Typer(
    help="List, show, compare and translate the conventions of libraries.\n\nExample: rpn-inspector recipes list",
    rich_markup_mode=None,
)
NAME_HELP = "A recipe's name, or a TOML file."


@recipes_app.command("list")
def _recipes_list(as_json: Json = False) -> None:
    """Name the recipes that ship.

    Example: rpn-inspector recipes list --json
    """
    from rpn_inspector.core.recipe import list_recipes, load_recipe

    found = [load_recipe(name) for name in list_recipes()]
    if as_json:
        keys = ("name", "title", "summary", "source", "version", "hash")
        print_json([{key: getattr(recipe, key) for key in keys} for recipe in found])
        return
    for recipe in found:
        print_lines(f"{recipe.name:<26} {recipe.title}")


@recipes_app.command("show")
def _recipes_show(name: Annotated[str, typer.Argument(metavar="NAME", help=NAME_HELP)], as_json: Json = False) -> None:
    """Print one recipe, complete, as TOML.

    Example: rpn-inspector recipes show torchvision-fpn > mine.toml
    """
    from rpn_inspector.core.recipe import HEADER, load_recipe

    recipe = load_recipe(name)
    if as_json:
        header = {key: plain(getattr(recipe, key)) for key in HEADER}
        header |= {"hash": recipe.hash, "former_hash": recipe.former}
        print_json(header | {key: plain(value) for key, value in recipe.flat().items()})
        return
    sys.stdout.write(recipe.to_toml())


@recipes_app.command("diff")
@opens_dataset()
def _recipes_diff(
    a: Annotated[str, typer.Argument(metavar="A", help=NAME_HELP)],
    b: Annotated[str, typer.Argument(metavar="B", help="The other.")],
    dataset: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="A dataset, to see what the difference does to a picture.", parser=fetched),
    ] = None,
    image: Annotated[str | None, typer.Option("--image", "-i", metavar="NAME", help=IMAGE_HELP)] = None,
    image_path: ImagePath = None,
    *,
    options: Options,
    as_json: Json = False,
) -> None:
    """Show where two recipes differ, and which anchors of a picture.

    Example: rpn-inspector recipes diff torchvision-fpn mmdet-fpn --dataset data/voc --image 000001
    """
    from rpn_inspector.core.formulas.numbers import NOTHING
    from rpn_inspector.core.recipe import load_recipe
    from rpn_inspector.core.recipe_values import differing, value_text

    if (dataset is None) != (image is None and image_path is None):
        raise InspectorError("recipes diff: found only one of --dataset and --image, wanted both or neither")
    one, other = load_recipe(a), load_recipe(b)
    differences = differing(one, other)
    found = gts = None
    if dataset is not None:
        check_one_picture(image, image_path)
        pictured = opened(dataset, options)
        name, found, gts = _compared(one, other, pictured[picture_of(pictured, image, image_path)])
    if as_json:
        rows = [{"field": field, "a": plain(x), "b": plain(y)} for field, x, y in differences]
        document: dict[str, object] = {"a": one.name, "b": other.name, "differences": rows}
        if found is not None:
            document |= {"image": name, "anchors": found.document()}
        if gts is not None:
            document |= {"ground_truths": gts.document()}
        print_json(document)
        return
    if differences:
        listed = TextTable("", ("field", one.name, other.name), texts=(one.name, other.name))
        for field, x, y in differences:
            listed.add(field, *(NOTHING if value is None else value_text(value) for value in (x, y)))
        print_lines(listed)
    else:
        print_lines(f"{one.name} and {other.name} do not differ")
    if found is not None:
        _print_comparison(name, one, other, found)
    if gts is not None:
        totals = TextTable("", ("ground truths", one.name, other.name), texts=("ground truths",))
        for row in gts.totals():
            totals.add(*row)
        print_lines(totals)


def _compared(one: Recipe, other: Recipe, sample: Sample) -> tuple[str, Comparison, GtComparison | None]:
    from rpn_inspector.analysis.compare.gt_changes import compare_gts
    from rpn_inspector.analysis.compare.label_changes import compare
    from rpn_inspector.core.inspection import inspect

    pair = inspect(sample, one), inspect(sample, other)
    return sample.name, compare(*pair), compare_gts(*pair)


def _print_comparison(name: str, one: Recipe, other: Recipe, found: Comparison) -> None:
    print_lines(f"{name}: {found.words(one.name, other.name)}")
    if not found.groups:
        return
    groups = TextTable(
        "",
        (one.name, other.name, "anchors", "for example", "IoU A", "IoU B"),
        texts=(one.name, other.name, "for example"),
    )
    for group in found.groups:
        groups.add(
            group.a,
            group.b,
            f"{group.count:,}",
            f"{group.example_a:,}: {group.place}",
            f"{group.iou_a:.4f}",
            f"{group.iou_b:.4f}",
        )
    print_lines(groups)


@recipes_app.command("from")
def _recipes_from(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A library's config file; no code of it is run.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="TOML", help="Write the recipe into this file.")
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace an earlier translation, nothing else.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Make a recipe of a library's own config.

    Every field is told with its place in the config, and what could not be translated by name.

    Example: rpn-inspector recipes from faster_rcnn.yaml --output mine.toml
    """
    from rpn_inspector.core.recipe_values import value_text
    from rpn_inspector.translate.draft import origins_text
    from rpn_inspector.translate.sources import recipe_from

    try:
        found = recipe_from(path)
    except BadRecipe as error:
        for problem in error.problems:  # a line each
            say(problem)
        raise typer.Exit(2) from error
    if output is not None:
        _write(user_path(output), found, overwrite)
    if as_json:
        print_json(_jsonable(found.document()))
        return
    listed = TextTable("", ("place", "value", "from"), texts=("value", "from"))
    for each in found.fields:
        listed.add(each.place, value_text(each.value), origins_text(each.origins))
    count, name = len(found.fields), found.recipe.name
    print_lines(f"{path.name} -> recipe {name}: {count} fields; the rest is as in {found.base}")
    print_lines(listed)
    print_lines("not translated:" if found.left else "nothing was left out", *(f"- {each}" for each in found.left))


def _write(output: Path, found: Translation, overwrite: bool) -> None:
    """Write a translation. Raises `BadFile` for a place that is read, or holds anything but a translation."""
    from rpn_inspector.core.errors import BadFile
    from rpn_inspector.data.output_file import check_output, write_whole
    from rpn_inspector.translate.draft import is_translation

    check_output(output, {"config": found.files})
    if output.exists() and not overwrite:
        raise BadFile(output, "is there already; choose another name, or --overwrite")
    if output.exists() and not is_translation(output):
        raise BadFile(output, "is no earlier translation, and not written over; choose another name")
    write_whole(output, found.to_toml().encode())


def _jsonable(value: object) -> object:
    if isinstance(value, dict):
        return {key: _jsonable(part) for key, part in value.items()}
    return [_jsonable(part) for part in value] if isinstance(value, list | tuple) else plain(value)
