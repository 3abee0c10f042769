"""Another recipe, checkpoint or dataset beside the one that the ``audit`` command counts."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
    from rpn_inspector.data.output_file import Sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What was asked for to compare with, by option; the first outputs as ``predictions``.

    Raises `InspectorError` for a comparison of outputs without the first.
    """

    predictions: Path | None
    layout: Path | None
    recipe: str | None
    outputs: Path | None
    step: int | None
    dataset: Path | None

    def __post_init__(self) -> None:
        """Check that there are outputs to compare with."""
        if self.predictions is None:
            for option, value in (("--against-predictions", self.outputs), ("--against-step", self.step)):
                if value is not None:
                    raise InspectorError(f"{option}: found no --predictions to compare with")

    @property
    def given(self) -> dict[str, Any]:
        """Return the options of the command line."""
        return {
            "--against": self.recipe,
            "--against-predictions": self.outputs,
            "--against-step": self.step,
            "--against-dataset": self.dataset,
        }

    def opened(self, dataset: Dataset, recipe: Recipe) -> tuple[Others, Sources]:
        """Return what was asked for, opened, before anything is counted, and what of it is never written to."""
        from rpn_inspector.analysis.audit.against import Others
        from rpn_inspector.core.recipe import load_recipe
        from rpn_inspector.data.datasets.open_dataset import Options

        other = None if self.recipe is None else load_recipe(self.recipe)
        outputs, path = None, self.outputs or self.predictions
        if path is not None and (self.outputs is not None or self.step is not None):
            outputs = outputs_of(path, dataset, other or recipe, self.layout, self.step)
        second = None if self.dataset is None else opened(user_path(self.dataset), Options())
        read = {} if second is None else {"other dataset": second.sources}
        files = [user_path(Path(each)) for each in (self.outputs, self.recipe) if each is not None]
        sources = read | {"other predictions or recipe": [path for path in files if path.exists()]}
        return Others(recipe=other, outputs=outputs, dataset=second), sources


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
            more = [f"and {each.more:,} more with fewer boxes; --all lists them"] if each.more else []
            print_lines(*([str(each.title)] if each.title else []), rows, *more)
        print_lines(*(f"  {example}" for example in section.examples))
