"""Another recipe, checkpoint or dataset beside the one that the ``audit`` command counts."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rpn_inspector.cli.audit_executions import Executions, resumable
from rpn_inspector.cli.console import TextTable, opened, outputs_of, print_lines, progress
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.user_path import user_path

if TYPE_CHECKING:
    from rpn_inspector.analysis.audit.against import Others
    from rpn_inspector.analysis.audit.audit import Audit
    from rpn_inspector.analysis.audit.comparison import Progress
    from rpn_inspector.core.recipe import Recipe
    from rpn_inspector.data.datasets.dataset import Dataset
    from rpn_inspector.session.compared_with import ComparedWith


def compared_with(
    recipe: str | None,
    predictions: Path | None,
    step: int | None,
    dataset: Path | None,
    layout: Path | None,
    first: Path | None,
) -> ComparedWith:
    """Return what to compare with, by option; ``first`` are the outputs compared with.

    Raises `InspectorError` for a comparison of outputs without the first.
    """
    from rpn_inspector.session.compared_with import ComparedWith

    made = ComparedWith(recipe, predictions, layout, dataset, step)
    for option in ("--against-predictions", "--against-step"):
        if first is None and made.options[option] is not None:
            raise InspectorError(f"{option}: found no --predictions to compare with")
    return made


def opened_others(wished: ComparedWith, dataset: Dataset, recipe: Recipe, first: Path | None) -> Others:
    """Return what is ``wished``, opened before anything is counted; ``first`` are the outputs compared with."""
    from rpn_inspector.data.datasets.open_dataset import Options

    return wished.opened(
        lambda path, other: outputs_of(path, dataset, other or recipe, wished.layout, wished.step),
        lambda path: opened(user_path(path), Options()),
        first,
    )


def documents(found: Audit, dataset: Dataset, others: Others, executions: Executions, every: bool) -> dict[str, Any]:
    """Return the comparisons of ``found`` as values JSON knows, by key of ``audit --json``."""
    from rpn_inspector.analysis.audit.against import PICTURES, audit_against

    most = None if every else PICTURES
    return audit_against(found, dataset, others, places=executions, told=_told, most=most).document()


@contextlib.contextmanager
def _told(words: str) -> Iterator[Progress]:
    with resumable(), progress(words) as told:
        yield told


def comparisons(made: Mapping[str, Any]) -> dict[str, Any]:
    """Return the comparisons among the values of an audit."""
    return {key: made[key] for key in ("against", "against_predictions", "against_dataset") if key in made}


def show_against(made: Mapping[str, Any], every: bool) -> None:
    """Print the comparisons among the values of an audit; without ``every`` the largest groups alone."""
    from rpn_inspector.analysis.report.compared import sections

    for section in sections(made, every):
        print_lines(f"{section.title}:", *map(str, section.words))
        for each in section.tables:
            rows = TextTable("", tuple(each.head))
            for row in each.rows:
                rows.add(*row)
            more = [f"and {each.more:,} more with fewer ground truths; --all lists them"] if each.more else []
            print_lines(*([str(each.title)] if each.title else []), rows, *more)
        print_lines(*(f"  {example}" for example in section.examples))
