"""Shared code of the commands: JSON alone on stdout, tables for people, messages and progress on stderr."""

from __future__ import annotations

import contextlib
import functools
import json
import math
import sys
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from rpn_inspector.cli import streams
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.plain_text import LONGEST, one_line
from rpn_inspector.data.remote.known import retold

if TYPE_CHECKING:
    from rich.table import Table

    from rpn_inspector.core.recipe import Recipe
    from rpn_inspector.data.datasets.dataset import Dataset
    from rpn_inspector.data.datasets.open_dataset import Options
    from rpn_inspector.data.predictions import Outputs

QUIET = 0.5  # s until a slow step has a bar on a terminal
FIRST_LINE, AGAIN = 3.0, 10.0  # s until the first line off a terminal, where it stays, and between two lines
MOST_ROWS = 500  # of a table drawn with care
NO_RECIPE = "--recipe: not given, wanted a recipe's name or TOML, or --predictions that name theirs"
LARGEST = 50  # groups printed, where not all are asked for


@dataclass(slots=True)
class TextTable:
    """A table to print; ``headed``: with the names of the columns above.

    The first column and ``texts`` hold words, the others numbers. In a narrow terminal only ``texts`` are wrapped; with
    None, the first column.
    """

    title: str
    columns: tuple[str, ...]
    texts: Collection[str] | None = None
    headed: bool = True
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, *cells: str) -> None:
        """Add a row."""
        self.rows.append(tuple(one_line(cell) for cell in cells))


def gt_index(number: int, count: int) -> int:
    """Return the index of ground truth ``number``, which people count from 1, of ``count``; raises `InspectorError`."""
    if not count:
        raise InspectorError(f"--truth: found {number}, but the picture has no ground truth")
    if not 1 <= number <= count:
        raise InspectorError(f"--truth: found {number}, wanted 1 to {count}")
    return number - 1


def say(text: str) -> None:
    """Write a message to stderr as one line of at most 300 letters, none of which controls the terminal.

    What was fetched is named by its address.
    """
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"rpn-inspector: {one_line(retold(text))}\n")
    streams.flush()


def largest(groups: Sequence[Mapping[str, Any]], every: bool) -> tuple[list[Mapping[str, Any]], list[str]]:
    """Return the groups with ``boxes``, without ``every`` only the `LARGEST`; and how many are left out, in words."""
    there = [row for row in groups if row["boxes"]]
    if every or len(there) <= LARGEST:
        return there, []
    first = sorted(there, key=lambda row: -row["boxes"])[:LARGEST]
    return first, [f"and {len(there) - LARGEST:,} more with fewer ground truths; --all lists them"]


def print_json(document: object) -> None:
    """Write a JSON document alone to stdout, every letter outside ASCII and every control character escaped."""
    sys.stdout.write(json.dumps(document, indent=1, allow_nan=False).replace("\x7f", "\\u007f") + "\n")


def print_lines(*things: str | TextTable) -> None:
    """Write lines and tables to stdout, without markup and with U+FFFD for letters that control a terminal."""
    from rich.console import Console
    from rich.text import Text

    width = None if sys.stdout.isatty() else 120  # a pipe has no width
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False, width=width)
    for thing in things:
        if isinstance(thing, str):
            console.print(Text(one_line(thing, 2 * LONGEST)), soft_wrap=True)
        elif len(thing.rows) > MOST_ROWS:  # measured and drawn by rich, each thousand rows would take a second
            sys.stdout.writelines(f"{line}\n" for line in _plain_lines(thing))
        else:
            console.print(_drawn(thing))


def _drawn(thing: TextTable) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    made = Table(
        title=Text(one_line(thing.title)), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False,
        collapse_padding=True, show_header=thing.headed,
    )  # fmt: skip
    for column in thing.columns:
        wrapped = column in (thing.columns[:1] if thing.texts is None else thing.texts)
        justify: Literal["left", "right"] = "left" if wrapped or column == thing.columns[0] else "right"
        made.add_column(Text(one_line(column)), justify=justify, overflow="fold", no_wrap=not wrapped)
    for row in thing.rows:
        made.add_row(*map(Text, row))
    return made


def _plain_lines(thing: TextTable) -> Iterator[str]:
    from rich.cells import cell_len, set_cell_size

    rows = [thing.columns, *thing.rows]
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    yield one_line(thing.title)
    for row in rows:
        yield "  ".join(set_cell_size(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()


def quiet_numbers(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command without NumPy's warnings on stderr: boxes beyond any picture are findings."""

    @functools.wraps(command)
    def quiet(**given: Any) -> None:
        import numpy as np

        with np.errstate(over="ignore", invalid="ignore"):
            command(**given)

    return quiet


def plain(value: object) -> object:
    """Return a recipe's value in JSON's types; infinity as text."""
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def opened(path: Path, options: Options) -> Dataset:
    """Return the dataset in a folder or an annotation file, with progress on stderr during a slow reading.

    What lies in the folder, looks like annotations and was not read is named there too.
    """
    with progress("reading the annotations") as step:
        dataset = options.open(path, progress=step)
    for words in dataset.unread_told:
        say(words)
    return dataset


def picture_of(dataset: Dataset, image: str | None, image_path: str | None) -> int:
    """Return the index of the picture that --image or --image-path names. Raises `InspectorError`.

    Of a path that is another's than the picture's own, stderr says which picture was taken.
    """
    check_one_picture(image, image_path)
    if image_path is None:
        assert image is not None
        return dataset.find(image)
    from rpn_inspector.data.datasets.find_picture import index_of_path, taken_words

    index = index_of_path(dataset, image_path)
    if words := taken_words(dataset, index, image_path):
        say(words)
    return index


def check_one_picture(image: str | None, image_path: str | None) -> None:
    """Raise `InspectorError` where not just one of --image and --image-path is given."""
    if (image is None) == (image_path is None):
        found = "neither" if image is None else "both"
        raise InspectorError(f"--image and --image-path: found {found}, wanted one of them")


def outputs_of(path: Path, dataset: Dataset, recipe: Recipe, layout: Path | None, step: int | None) -> Outputs:
    """Return the outputs at ``path``; files left out, the step and a differing recipe are reported on stderr.

    Args:
        path: raw outputs: a dump, or a folder of dumps.
        dataset: the pictures of the outputs.
        recipe: the recipe to inspect under; another recipe named by the outputs is reported.
        layout: a file saying the layout of the outputs, None for the file beside.
        step: the training step in a folder of dumps, None for the last.
    """
    return outputs_and_recipe(path, dataset, recipe, layout, step)[0]


def outputs_and_recipe(
    path: Path, dataset: Dataset, recipe: Recipe | None, layout: Path | None, step: int | None
) -> tuple[Outputs, Recipe]:
    """Return the outputs as `outputs_of`, and ``recipe``, or the outputs' own where None. Raises `InspectorError`."""
    from rpn_inspector.session.open_request import differences, left_out, open_outputs

    loaded = open_outputs(path, dataset, layout, step)
    assert loaded.outputs is not None
    trouble = loaded.problem or loaded.no_match
    if recipe is None and loaded.recipe is None:
        raise InspectorError(trouble.text if trouble else f"{path}: names no recipe, wanted --recipe")
    for problem in (loaded.problem, loaded.no_match):  # of the recipe named, or that no picture is: the rest holds
        if problem is not None:
            say(problem.text)
    for line in left_out(loaded.outputs, loaded.timeline):
        say(line)
    if loaded.timeline is not None:
        steps = ", ".join(map(str, loaded.timeline.steps))
        say(f"{path}: step {loaded.outputs.step} of {steps}" + ("; --step takes another" if step is None else ""))
    chosen = recipe or loaded.recipe
    assert chosen is not None
    if loaded.recipe is not None and loaded.recipe.hash != chosen.hash:
        names = f"made under the recipe {loaded.recipe.name}, looked at under {chosen.name}"
        say(f"{path}: {names}{differences(loaded.recipe, chosen)}")
    return loaded.outputs, chosen


@contextlib.contextmanager
def progress(text: str, unit: str = "") -> Iterator[Callable[[int, int], bool | None]]:
    """Report progress on stderr: with a bar on a terminal after `QUIET` s, else with a line every `AGAIN` s.

    Yields a function, to be called with the work done and the total; of a ``unit`` the bar has the rate.
    """
    on_terminal, ended, started = sys.stderr.isatty(), threading.Event(), time.monotonic()
    known, bars = [0, 0], list[_Bar]()  # done and total, 0 for not known; the bar, if the work takes so long

    def step(done: int, total: int) -> None:
        known[:] = done, total
        for bar in bars:
            bar.show(done, total, time.monotonic() - started)

    def tell() -> None:
        wait = QUIET if on_terminal else FIRST_LINE
        while not ended.wait(wait):
            if on_terminal:
                bars.append(_Bar(text, unit))
                return step(*known)
            done, total = known
            say(f"{text}, {min(100, 100 * done / total):.0f} % done" if total else f"{text} ...")
            wait = AGAIN
        return None

    teller = threading.Thread(target=tell, name="progress", daemon=True)
    # A thread, because the first report is due even where the work calls `step` late or never.
    with contextlib.suppress(RuntimeError):  # no memory for another thread: the work is done without a word
        teller.start()
    try:
        yield step
    finally:
        ended.set()
        if teller.ident is not None:
            teller.join()
        for bar in bars:
            bar.stop()


class _Bar:
    """A bar on the terminal; rich is imported for work that takes long enough to be told of."""

    def __init__(self, text: str, unit: str) -> None:
        from rich.console import Console
        from rich.progress import Progress, TextColumn

        columns = (*Progress.get_default_columns(), TextColumn("{task.fields[rate]}"))
        self._unit, self._bar = unit, Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task(text, total=None, rate="")
        self._bar.start()

    def show(self, done: int, total: int, seconds: float) -> None:
        """Show how much is done of the ``total``, 0 where that is not known."""
        rate = f"{done / seconds:,.0f} {self._unit}/s" if self._unit and seconds > 0 else ""
        self._bar.update(self._task, completed=done, total=total or None, rate=rate)

    def stop(self) -> None:
        """Take the bar away."""
        self._bar.stop()
