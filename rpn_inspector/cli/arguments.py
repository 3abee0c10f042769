"""The arguments that several commands share, and the options of opening a dataset as one parameter."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from rpn_inspector.cli.console import progress
from rpn_inspector.data.datasets.format_registry import titles
from rpn_inspector.data.remote.addresses import is_address
from rpn_inspector.data.remote.fetching import local_path

if TYPE_CHECKING:
    from rpn_inspector.data.datasets.open_dataset import Options

Command = Callable[..., None]
RECIPES = ("recipe", "against", "a", "b")  # the parameters that name a recipe


class Address(str):
    """An address to fetch from, once all arguments are found to be right."""


def fetched(text: str) -> Path | Address:
    """Return the path a user wrote, or the address, in whose place `opens_dataset` puts what is fetched from there."""
    return Address(text) if is_address(text) else Path(text)


def _with_fetched(given: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments with what lies at their addresses fetched, with progress on stderr, named recipes first."""
    if not any(isinstance(value, Address) for value in given.values()):
        return given
    from rpn_inspector.core.recipe import load_recipe

    for name in RECIPES:
        if given.get(name) is not None:
            load_recipe(given[name])
    made = dict(given)
    for name, value in given.items():
        if isinstance(value, Address):
            with progress("fetching", "B") as step:
                made[name] = local_path(str(value), step)
    return made


DATASET_HELP = "Folder or annotation file of a dataset, or an address of one."
DatasetPath = Annotated[Path, typer.Argument(metavar="DATASET", help=DATASET_HELP, parser=fetched)]
RECIPE_HELP = "A recipe's name (see recipes list), or a TOML file."
THEIR_RECIPE_HELP = "A recipe's name or TOML; else that of the predictions."
TheirRecipe = Annotated[str | None, typer.Option("--recipe", "-r", metavar="NAME", help=THEIR_RECIPE_HELP)]
IMAGE_HELP = "The picture, by name or stem."
IMAGE_PATH_HELP = "The picture, by its file's path as another tool tells it: absolute, relative, or under another root."
ImagePath = Annotated[str | None, typer.Option("--image-path", metavar="PATH", help=IMAGE_PATH_HELP)]
PREDICTIONS_HELP = (
    "Raw outputs (a dump, or a folder of one for each step), COCO results, texts or pickles of boxes, or an ONNX model."
)
PredictionsPath = Annotated[
    Path | None, typer.Option("--predictions", "-p", metavar="PATH", help=PREDICTIONS_HELP, parser=fetched)
]
Step = Annotated[
    int | None, typer.Option("--step", help="Which checkpoint of a folder of dumps; the latest where not said.")
]
LayoutPath = Annotated[
    Path | None,
    typer.Option(
        "--layout", metavar="TOML", help="Says which arrays or outputs are what; else the file beside.", parser=fetched
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document on stdout and nothing else there.")]

AnnotationsPath = Annotated[
    Path | None,
    typer.Option(metavar="PATH", help="Annotation file or folder, where DATASET holds several.", parser=fetched),
]
ImagesPath = Annotated[
    Path | None, typer.Option(metavar="FOLDER", help="Where the pictures are, if not with DATASET.", parser=fetched)
]
SplitName = Annotated[str | None, typer.Option(metavar="NAME", help="One split of several: train, val, test.")]
FORMAT_HELP = f"Format of DATASET, where its content leaves a choice: {', '.join(titles())}."
DatasetFormat = Annotated[str | None, typer.Option("--dataset-format", "--format", metavar="NAME", help=FORMAT_HELP)]
LongFormat = Annotated[str | None, typer.Option("--dataset-format", metavar="NAME", help=FORMAT_HELP)]
Turned = Annotated[bool, typer.Option("--turned", help="Boxes belong to the pictures as EXIF turns them.")]


def dataset_options(
    annotations: AnnotationsPath = None,
    images: ImagesPath = None,
    split: SplitName = None,
    format: DatasetFormat = None,
    turned: Turned = False,
) -> Options:
    """Return the wishes for a dataset; each parameter is an option of every command that opens one.

    Args:
        annotations: the file or folder of annotations, None to look for them.
        images: the folder of the pictures, None where they are with the dataset.
        split: train, val or test, None for all.
        format: a format's name, None where the content leaves no choice.
        turned: whether boxes belong to the pictures as EXIF turns them.
    """
    from rpn_inspector.data.datasets.open_dataset import Options

    return Options(annotations=annotations, images=images, split=split, format=format, turned=turned)


def opens_dataset(own_format: bool = False) -> Callable[[Command], Command]:
    """Return a decorator that puts the options of `dataset_options` in place of a command's parameter ``options``.

    What lies at addresses is fetched before the command, and after all arguments were parsed.
    With ``own_format`` the command has an option ``--format`` that says something else.
    """

    def decorate(command: Command) -> Command:
        ours, own = _parameters(dataset_options), _parameters(command)
        if own_format:
            ours = [each.replace(annotation=LongFormat) if each.name == "format" else each for each in ours]

        @functools.wraps(command)
        def spelled_out(**arguments: Any) -> None:
            given = _with_fetched(arguments)
            command(options=dataset_options(**{each.name: given.pop(each.name) for each in ours}), **given)

        place = [each.name for each in own].index("options")
        parameters = [*own[:place], *ours, *own[place + 1 :]]
        spelled_out.__dict__["__signature__"] = inspect.Signature(parameters)
        spelled_out.__annotations__ = {each.name: each.annotation for each in parameters}
        return spelled_out

    return decorate


def _parameters(function: Callable[..., object]) -> list[inspect.Parameter]:
    """Return the parameters with annotations, evaluated, and by name only, so that any order is one."""
    hints = get_type_hints(function, localns={"Options": object}, include_extras=True)
    return [
        each.replace(annotation=hints[each.name], kind=inspect.Parameter.KEYWORD_ONLY)
        for each in inspect.signature(function).parameters.values()
    ]
