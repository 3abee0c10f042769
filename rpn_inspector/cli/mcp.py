"""The ``mcp`` command: a server of the Model Context Protocol, by which agents ask, read-only, about given folders."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rpn_inspector import __version__
from rpn_inspector.cli.console import plain
from rpn_inspector.core.errors import BadPredictions, InspectorError
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.hub_cache import blobs_of
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.core.regular_file import OUTSIDE, reading_inside
from rpn_inspector.core.resources import resource
from rpn_inspector.core.user_path import user_path

if TYPE_CHECKING:
    from mcp.server import MCPServer

    from rpn_inspector.core.formulas.table import Table
    from rpn_inspector.core.inspection import Inspection
    from rpn_inspector.core.recipe import Recipe
    from rpn_inspector.data.datasets.dataset import Dataset
    from rpn_inspector.data.predictions import Outputs

Answer = dict[str, Any]
MOST = 50  # items of a list in an answer; how many were left out is said
INSTRUCTIONS = (
    "Explains the training of anchor-based object detectors: which anchors a library assigns to each ground truth and "
    "why, targets, losses, and where objects are lost. Boxes are x1, y1, x2, y2 px. Start with `recipes`, then `audit` "
    "for a whole dataset or `inspect` for a picture; `explain_ground_truth` says why an object is not learned."
)


def serve(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="What may be read, and nothing else.")],
    also: Annotated[list[Path] | None, typer.Option(metavar="FOLDER", help="Another folder; may be repeated.")] = None,
) -> None:
    """Answer the questions of agents, read-only.

    By the Model Context Protocol over stdin and stdout: recipes, inspect, explain, lint, audit. Needs the extra mcp.

    Example: rpn-inspector mcp data
    """
    server_of([folder, *(also or ())]).run()


def server_of(folders: Sequence[Path]) -> MCPServer:
    """Return the server. Raises `MissingExtra` without the SDK, `InspectorError` for a folder that is none."""
    try:
        from mcp.server import MCPServer
    except ImportError as error:
        raise MissingExtra("the Model Context Protocol's SDK", "mcp", error) from error
    tools = Tools(folders)
    server = MCPServer("rpn-inspector", version=__version__, instructions=INSTRUCTIONS, log_level="ERROR")
    for tool in tools.all():
        server.tool(structured_output=True)(_answering(tool, tools.readable()))
    return server


def _answering(tool: Callable[..., Answer], readable: Sequence[Path]) -> Callable[..., Answer]:
    """Return a tool whose errors reach the agent as one line, and not as a fault of the server."""
    from mcp.server.mcpserver.exceptions import ToolError

    @functools.wraps(tool)
    def answer(**arguments: Any) -> Answer:
        try:
            with reading_inside(readable):
                return tool(**arguments)
        except InspectorError as error:
            raise ToolError(one_line(str(error))) from error
        except MemoryError as error:
            raise ToolError("not enough memory for this") from error

    return answer


class Tools:
    """The questions that may be asked; answers are plain data, lists cut at `MOST`.

    Args:
        folders: what may be read; links that lead out of them may not.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = [user_path(folder).resolve() for folder in folders]
        for folder in self.folders:
            if not folder.is_dir():
                raise InspectorError(f"{folder}: does not exist, wanted a folder")

    def readable(self) -> list[Path]:
        """Return what is opened for an answer: the folders, their snapshots' blobs, and what the program has itself."""
        blobs = [found.resolve() for folder in self.folders if (found := blobs_of(folder)) is not None]
        from rpn_inspector.data.cache import folder as cache_folder  # NumPy, for which --help does not wait

        return [*self.folders, *blobs, resource().resolve(), (cache_folder() / "pictures").resolve()]

    def all(self) -> list[Callable[..., Answer]]:
        """Return the tools."""
        return [
            self.recipes, self.recipes_diff, self.inspect, self.explain, self.explain_ground_truth, self.lint,
            self.audit,
        ]  # fmt: skip

    def recipes(self) -> Answer:
        """List the recipes that ship: each library's conventions by name, with what to choose it for."""
        from rpn_inspector.core.recipe import list_recipes, load_recipe

        found = [load_recipe(name) for name in list_recipes()]
        return {"recipes": [{"name": one.name, "title": one.title, "summary": one.summary} for one in found]}

    def recipes_diff(self, a: str, b: str) -> Answer:
        """Return the fields in which two recipes differ; null where a rule lacks a field."""
        from rpn_inspector.core.recipe_values import differing

        found = differing(self._recipe(a), self._recipe(b))
        return _cut({"differences": [{"field": field, "a": plain(x), "b": plain(y)} for field, x, y in found]})

    def inspect(self, dataset: str, image: str, recipe: str, predictions: str | None = None) -> Answer:
        """Return one picture under a recipe: counts of labels, each ground truth with why, losses, warnings."""
        from rpn_inspector.analysis.summary import summarise

        return _cut(summarise(self._inspected(dataset, image, recipe, predictions)))

    def explain(self, dataset: str, image: str, recipe: str, anchor: int, predictions: str | None = None) -> Answer:
        """Return one anchor by its flat index: label and why, target t*, prediction t, parts of the loss."""
        facts = self._inspected(dataset, image, recipe, predictions).explain(anchor)
        tables = {"coding": facts.coding, "loss": facts.terms, "compared": facts.compared, "landmarks": facts.landmarks}
        told = {
            "anchor": facts.index,
            "place": facts.place,
            "box_network_px": [float(edge) for edge in facts.box],
            "finding": facts.finding,
            "why": facts.why,
        }
        return _cut(told | {name: _rows(table) for name, table in tables.items()})

    def explain_ground_truth(
        self, dataset: str, image: str, recipe: str, number: int, predictions: str | None = None
    ) -> Answer:
        """Return one ground truth, numbered from 1: its positive anchors, best IoU, and why it has so many or none."""
        from rpn_inspector.analysis.summary import summarise

        found = self._inspected(dataset, image, recipe, predictions)
        count = len(found.gt)
        if not 1 <= number <= count:
            raise InspectorError(f"number: found {number}, wanted 1 to {count}")
        return _cut(summarise(found)["ground_truth"][number - 1])

    def lint(self, dataset: str) -> Answer:
        """Return what is odd in the annotations and pictures of a dataset, counted, with examples."""
        from rpn_inspector.analysis.lint.lint import document, lint

        return _cut(document(lint(self._dataset(dataset)), []))

    def audit(self, dataset: str, recipe: str, predictions: str | None = None) -> Answer:
        """Count over a whole dataset which objects the anchors can learn.

        By class, size and level; with predictions also losses, and where each object is lost.
        """
        from rpn_inspector.analysis.audit.audit import audit
        from rpn_inspector.analysis.audit.document import document

        opened, chosen = self._dataset(dataset), self._recipe(recipe)
        outputs = None if predictions is None else self._outputs(predictions, opened)
        return _cut(document(audit(opened, chosen, outputs, workers=1), times=False))

    def _inside(self, text: str) -> Path:
        if "\0" in text:
            raise InspectorError("path: found a NUL letter, wanted a path")
        path = user_path(text)
        found = (path if path.is_absolute() else self.folders[0] / path).resolve()
        self._check(text, found)
        return found

    def _check(self, text: str, path: Path) -> None:
        if not any(path.resolve().is_relative_to(folder) for folder in self.folders):
            raise InspectorError(f"{text}: {OUTSIDE}")

    def _dataset(self, text: str) -> Dataset:
        from rpn_inspector.data.datasets.open_dataset import open_dataset

        found = open_dataset(self._inside(text))
        # a YAML's path may lead elsewhere; pictures are looked for under the root alone
        for place in found.sources:
            self._check(text, place)
        return found

    def _recipe(self, text: str) -> Recipe:
        from rpn_inspector.core.recipe import list_recipes, load_recipe

        return load_recipe(text if text in list_recipes() else self._inside(text))

    def _outputs(self, text: str, dataset: Dataset) -> Outputs:
        from rpn_inspector.session.open_request import open_outputs

        loaded = open_outputs(self._inside(text), dataset, None, None)
        if loaded.outputs is None:
            raise BadPredictions(f"{text}: {loaded.problem.text if loaded.problem else 'holds no outputs'}")
        return loaded.outputs

    def _inspected(self, dataset: str, image: str, recipe: str, predictions: str | None) -> Inspection:
        from rpn_inspector.core.inspection import inspect

        opened, chosen = self._dataset(dataset), self._recipe(recipe)
        sample, prediction = opened[image], None
        if predictions is not None:
            prediction = self._outputs(predictions, opened).predict(sample, chosen)
            if prediction is None:
                raise BadPredictions(f"{predictions}: no outputs for picture {sample.name!r}")
        return inspect(sample, chosen, prediction)


def _rows(table: Table) -> list[dict[str, str]]:
    """Return the rows of a table of facts, their numbers as written."""
    heads = [str(head.text) for head in table.heads]
    return [
        {"name": str(row.name)}
        | {text: head.written(cell) for text, head, cell in zip(heads, table.heads, row.cells, strict=True)}
        for row in table.rows
    ]


def _cut(document: Mapping[str, Any]) -> Answer:
    """Return a document with every list cut at `MOST`, what was left out as its last item in words."""
    return {key: _cut_value(value) for key, value in document.items()}


def _cut_value(value: Any) -> Any:
    if isinstance(value, dict):
        return _cut(value)
    if isinstance(value, list):
        left = len(value) - MOST
        return [*map(_cut_value, value[:MOST]), *([f"and {left:,} more"] if left > 0 else [])]
    return value
