"""Shared code of the commands: arguments, JSON alone on stdout, tables for people, messages and progress on stderr."""

from __future__ import annotations

import contextlib
import json
import math
import sys
import threading
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from rpn_inspector.data.datasets.format_registry import titles

if TYPE_CHECKING:
    from rich.table import Table

    from rpn_inspector.core.recipe import Recipe
    from rpn_inspector.data.datasets.dataset import Dataset
    from rpn_inspector.data.predictions import Outputs

QUIET, AGAIN = 0.5, 10.0  # s until the first report of a slow step, and between two lines off a terminal

DatasetPath = Annotated[Path, typer.Argument(metavar="DATASET", help="Folder or annotation file of a dataset.")]
RECIPE_HELP = "A recipe's name (see recipes list), or a TOML file."
RecipeName = Annotated[str, typer.Option("--recipe", "-r", metavar="NAME", help=RECIPE_HELP)]
IMAGE_HELP = "The picture, by name or stem."
PREDICTIONS_HELP = (
    "Raw outputs (a dump, or a folder of one for each step), COCO results, texts or pickles of boxes, or an ONNX model."
)
PredictionsPath = Annotated[Path | None, typer.Option("--predictions", "-p", metavar="PATH", help=PREDICTIONS_HELP)]
Step = Annotated[
    int | None, typer.Option("--step", help="Which checkpoint of a folder of dumps; the latest where not said.")
]
LayoutPath = Annotated[
    Path | None,
    typer.Option("--layout", metavar="TOML", help="Says which arrays or outputs are what; else the file beside."),
]
AnnotationsPath = Annotated[
    Path | None, typer.Option(metavar="PATH", help="Annotation file or folder, where DATASET holds several.")
]
ImagesPath = Annotated[Path | None, typer.Option(metavar="FOLDER", help="Where the pictures are, if not with DATASET.")]
SplitName = Annotated[str | None, typer.Option(metavar="NAME", help="One split of several: train, val, test.")]
FORMAT_HELP = f"Format of DATASET, where its content leaves a choice: {', '.join(titles())}."
DatasetFormat = Annotated[str | None, typer.Option("--format", "--dataset-format", metavar="NAME", help=FORMAT_HELP)]
Turned = Annotated[bool, typer.Option("--turned", help="Boxes belong to the pictures as EXIF turns them.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document on stdout and nothing else there.")]


def say(text: str) -> None:
    """Write a message to stderr, with unprintable characters replaced, lest a file's name control the terminal."""
    plain = "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
    sys.stderr.write(f"rpn-inspector: {plain}\n")


def print_json(document: object) -> None:
    """Write a JSON document alone to stdout."""
    sys.stdout.write(json.dumps(document, indent=1, allow_nan=False) + "\n")


def print_lines(*things: object) -> None:
    """Write lines and tables to stdout."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else 120  # a pipe has no width
    console = Console(file=sys.stdout, highlight=False, width=width)
    for thing in things:
        console.print(thing, markup=False, soft_wrap=isinstance(thing, str))


def table(title: str, *columns: str, texts: Collection[str] | None = None) -> Table:
    """Return an empty table: the first column and ``texts`` hold words, the others numbers.

    In a narrow terminal only ``texts`` are wrapped; with None, the first column.
    """
    from rich import box
    from rich.table import Table

    made = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    for column in columns:
        wrapped = column in (columns[:1] if texts is None else texts)
        justify: Literal["left", "right"] = "left" if wrapped or column == columns[0] else "right"
        made.add_column(column, justify=justify, overflow="fold", no_wrap=not wrapped)
    return made


def plain(value: object) -> object:
    """Return a recipe's value in JSON's types; infinity as text."""
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def opened(
    path: Path,
    annotations: Path | None = None,
    images: Path | None = None,
    split: str | None = None,
    format_: str | None = None,
    turned: bool = False,
) -> Dataset:
    """Return the dataset of a command, with progress on stderr during a slow reading.

    Args:
        path: a folder or an annotation file.
        annotations: the annotation file or folder, where ``path`` holds several.
        images: the folder of pictures, if outside ``path``.
        split: train, val or test, where the dataset has several.
        format_: the format's name, where the content is ambiguous.
        turned: whether boxes belong to the pictures as turned by EXIF.
    """
    from rpn_inspector.data.datasets.open_dataset import open_dataset

    with progress("reading the annotations") as step:
        return open_dataset(
            path, annotations=annotations, images=images, split=split, format=format_, turned=turned, progress=step
        )


def outputs_of(path: Path, dataset: Dataset, recipe: Recipe, layout: Path | None, step: int | None) -> Outputs:
    """Return the outputs at ``path``; files left out, the step and a differing recipe are reported on stderr.

    Args:
        path: raw outputs: a dump, or a folder of dumps.
        dataset: the pictures of the outputs.
        recipe: the recipe to inspect under; another recipe named by the outputs is reported.
        layout: a file saying the layout of the outputs, None for the file beside.
        step: the training step in a folder of dumps, None for the last.
    """
    from rpn_inspector.session.open_request import left_out, open_outputs

    loaded = open_outputs(path, dataset, layout, step)
    assert loaded.outputs is not None
    for line in left_out(loaded.outputs, loaded.timeline):
        say(line)
    if loaded.timeline is not None:
        steps = ", ".join(map(str, loaded.timeline.steps))
        say(f"{path}: step {loaded.outputs.step} of {steps}" + ("; --step takes another" if step is None else ""))
    if loaded.recipe is not None and loaded.recipe.hash != recipe.hash:
        say(f"{path}: made under the recipe {loaded.recipe.name}, looked at under {recipe.name}")
    return loaded.outputs


@contextlib.contextmanager
def progress(text: str) -> Iterator[Callable[[int, int], bool | None]]:
    """Report progress on stderr after `QUIET` s: with a bar on a terminal, else with a line every `AGAIN` s.

    Yields a function, to be called with the work done and the total.
    """
    from rich.console import Console
    from rich.progress import Progress

    on_terminal, ended = sys.stderr.isatty(), threading.Event()
    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task(text, total=None)

    def step(done: int, total: int) -> None:
        bar.update(task, completed=done, total=total)

    def tell() -> None:
        wait = QUIET
        while not ended.wait(wait):
            if on_terminal:
                return bar.start()
            known = bar.tasks[0].total
            say(f"{text}, {bar.tasks[0].percentage:.0f} % done" if known else f"{text} ...")
            wait = AGAIN
        return None

    teller = threading.Thread(target=tell, name="progress", daemon=True)
    # A thread, because the first report is due even where the work calls `step` late or never.
    teller.start()
    try:
        yield step
    finally:
        ended.set()
        teller.join()
        if bar.live.is_started:
            bar.stop()
