"""What commands share: arguments, JSON alone on stdout, tables for people, messages and progress on stderr."""

from __future__ import annotations

import contextlib
import json
import math
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.table import Table

DatasetPath = Annotated[Path, typer.Argument(help="Folder or annotation file of a dataset.")]
AnnotationsPath = Annotated[Path | None, typer.Option(help="Annotation file or folder, where DATASET holds several.")]
ImagesPath = Annotated[Path | None, typer.Option(help="Folder of the pictures, where they are not with DATASET.")]
SplitName = Annotated[str | None, typer.Option(help="One split of several: train, val, test.")]
FORMAT_HELP = "Format of DATASET, where its content leaves a choice: coco, voc, yolo, ..."
DatasetFormat = Annotated[str | None, typer.Option("--format", "--dataset-format", help=FORMAT_HELP)]
Turned = Annotated[bool, typer.Option("--turned", help="Boxes belong to the pictures as EXIF turns them.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document on stdout and nothing else there.")]


def say(text: str) -> None:
    """Write a message to stderr; what is no letter, as a file's name may hold, cannot command the terminal."""
    plain = "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
    sys.stderr.write(f"rpn-inspector: {plain}\n")


def print_json(document: object) -> None:
    """Write one JSON document and nothing else to stdout."""
    sys.stdout.write(json.dumps(document, indent=1, allow_nan=False) + "\n")


def print_lines(*things: object) -> None:
    """Write lines and tables to stdout."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else 120  # a pipe has no width of its own
    console = Console(file=sys.stdout, highlight=False, width=width)
    for thing in things:
        console.print(thing, markup=False, soft_wrap=isinstance(thing, str))


def table(title: str, *columns: str) -> Table:
    """Return an empty table; the first column is text, the others numbers."""
    from rich import box
    from rich.table import Table

    made = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    for number, column in enumerate(columns):
        made.add_column(column, justify="left" if number == 0 else "right", overflow="fold")
    return made


def plain(value: object) -> object:
    """Return a recipe's value as JSON knows it; infinity in words."""
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


@contextlib.contextmanager
def progress(text: str) -> Iterator[Callable[[int, int], bool | None]]:
    """Show a bar on stderr where that is a terminal; what it gives is called with what is done and the whole."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(text, total=None)

        def step(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield step
