"""The folder of ``audit --output``: checked before the counting, written after, and the command line named in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rpn_inspector.cli.audit_against import comparisons
from rpn_inspector.cli.console import progress, say
from rpn_inspector.core.user_path import user_path
from rpn_inspector.data.remote.sending import delivered

if TYPE_CHECKING:
    from rpn_inspector.analysis.audit.audit import Audit
    from rpn_inspector.analysis.audit.baseline import Change
    from rpn_inspector.data.datasets.dataset import Dataset
    from rpn_inspector.data.output_file import Sources


@dataclass(frozen=True, slots=True)
class AuditTarget:
    """The folder to write, what is read and never written to, and whether an earlier audit may be replaced."""

    folder: Path
    sources: Sources
    overwrite: bool

    @classmethod
    def of(cls, folder: Path, sources: Sources, overwrite: bool) -> AuditTarget:
        """Return the target. Raises `BadFile` where nothing may be written there, before anything is counted."""
        from rpn_inspector.analysis.report.folder import check_folder

        made = cls(user_path(folder), sources, overwrite)
        check_folder(made.folder, sources, overwrite)
        return made

    def write(
        self,
        found: Audit,
        dataset: Dataset,
        made: Mapping[str, Any],
        change: Change | None,
        command: str,
    ) -> None:
        """Write the folder, and say what is in it and what was left out.

        ``made`` has the suggestions and the comparisons, where there are any.
        """
        from rpn_inspector.analysis.report.folder import Extras, write_folder

        extras = Extras(
            suggestions=made.get("suggestions"),
            comparisons=comparisons(made),
            baseline=None if change is None else (*change.worse, *change.notes),
            command=command,
            dataset=dataset,
        )
        with progress("writing the report"):
            without = write_folder(found, self.folder, extras, sources=self.sources, overwrite=self.overwrite)
        names = ", ".join(sorted(path.name for path in self.folder.iterdir()))
        with progress("sending the report"):
            place = delivered(self.folder)
        for line in without:
            say(f"{place}: {line}")
        say(f"{place}: {names}")
