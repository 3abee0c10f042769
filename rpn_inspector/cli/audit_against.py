"""Another recipe, checkpoint or dataset beside the one that the ``audit`` command counts."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rpn_inspector.cli.audit_executions import Executions, resumable
from rpn_inspector.cli.console import TextTable, opened, outputs_of, print_lines, progress
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.user_path import user_path

if TYPE_CHECKING:
    from rpn_inspector.analysis.audit.audit import Audit
    from rpn_inspector.core.recipe import Recipe
    from rpn_inspector.data.datasets.dataset import Dataset
    from rpn_inspector.data.output_file import Sources
    from rpn_inspector.data.predictions import Outputs

PICTURES = 2_000  # whose anchors are compared, where not all are asked for: half a minute


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

    def opened(self, dataset: Dataset, recipe: Recipe) -> Others:
        """Return what was asked for, opened, before anything is counted."""
        from rpn_inspector.core.recipe import load_recipe
        from rpn_inspector.data.datasets.open_dataset import Options

        other = None if self.recipe is None else load_recipe(self.recipe)
        outputs, path = None, self.outputs or self.predictions
        if path is not None and (self.outputs is not None or self.step is not None):
            outputs = outputs_of(path, dataset, other or recipe, self.layout, self.step)
        second = None if self.dataset is None else opened(user_path(self.dataset), Options())
        read = {} if second is None else {"other dataset": second.sources}
        files = [user_path(Path(each)) for each in (self.outputs, self.recipe) if each is not None]
        return Others(
            recipe=other,
            outputs=outputs,
            dataset=second,
            sources=read | {"other predictions or recipe": [path for path in files if path.exists()]},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Others:
    """Recipe, outputs and dataset to compare with, None each where not asked for; ``sources`` are never written to."""

    recipe: Recipe | None
    outputs: Outputs | None
    dataset: Dataset | None
    sources: Sources

    def documents(self, found: Audit, dataset: Dataset, executions: Executions, every: bool) -> dict[str, Any]:
        """Return the comparisons of ``found`` as values JSON knows, by key of ``audit --json``."""
        from rpn_inspector.analysis.audit.audit import audit, with_outputs
        from rpn_inspector.analysis.audit.counting import count
        from rpn_inspector.analysis.audit.dataset_changes import datasets_comparison
        from rpn_inspector.analysis.audit.end_changes import ends_comparison

        made: dict[str, Any] = {}
        second = dataclasses.replace(found, predicted=None)
        if self.recipe is not None:
            with resumable(), progress(f"counting under {self.recipe.name}") as told:
                where = executions.of(dataset.gt_total, count)
                second = audit(dataset, self.recipe, progress=told, execution=where, lint=False)
            made["against"] = _recipes(found, second, executions, every)
        if self.outputs is not None:
            with resumable(), progress("reading the other outputs") as told:
                asked = executions.of_outputs(len(dataset), self.outputs.path)
                second = with_outputs(second, dataset, self.outputs, progress=told, outputs_in=asked)
            made["against_predictions"] = ends_comparison(found, second)
        if self.dataset is not None:
            with resumable(), progress("counting the other dataset") as told:
                where = executions.of(self.dataset.gt_total, count)
                beside = audit(self.dataset, found.recipe, progress=told, execution=where, lint=False)
            made["against_dataset"] = datasets_comparison(found, beside)
        return made


def _recipes(found: Audit, second: Audit, executions: Executions, every: bool) -> dict[str, Any]:
    """Return what another recipe changes as values JSON knows; without ``every`` over `PICTURES` alone."""
    from rpn_inspector.analysis.audit.anchor_changes import WEIGHT, anchor_changes, change_unit
    from rpn_inspector.analysis.audit.comparison import comparison_document

    most = None if every else PICTURES
    images = min(found.images, most or found.images)
    with resumable(), progress("comparing anchors") as told:
        where = executions.of(images * WEIGHT, change_unit)
        anchors = anchor_changes(found, second, progress=told, most=most, execution=where)
    return comparison_document(found, second, anchors)


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
