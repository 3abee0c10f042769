"""The options ``--findings`` and ``--findings-format``: a file to mend findings with, where people annotate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rpn_inspector.cli.console import say
from rpn_inspector.core.user_path import user_path
from rpn_inspector.data.remote.sending import delivered, output_path

if TYPE_CHECKING:
    from rpn_inspector.exchange.found import Findings


class FindingsFormat(StrEnum):
    """The formats of a file of findings."""

    COCO = "coco"
    FIFTYONE = "fiftyone"


FINDINGS = "Write the boxes with findings, with the kinds as attributes, for a tool of annotation to read."
FORMAT = "COCO with attributes (CVAT, FiftyOne), or FiftyOne's labels.json."
FindingsFile = Annotated[Path | None, typer.Option("--findings", metavar="JSON", help=FINDINGS, parser=output_path)]
FindingsAs = Annotated[FindingsFormat, typer.Option("--findings-format", help=FORMAT)]


def check_findings_file(file: Path | None, sources: Mapping[str, Sequence[Path]]) -> None:
    """Raise `BadFile` where the file may not be written, before anything is counted."""
    if file is not None:
        from rpn_inspector.exchange.finding_file import check_file

        check_file(user_path(file), sources)


def write_found(findings: Findings, file: Path, format: FindingsFormat, sources: Mapping[str, Sequence[Path]]) -> None:
    """Write ``findings``, and say on stderr what is in the file and what is not."""
    from rpn_inspector.exchange.finding_file import words, write_findings

    write_findings(findings, user_path(file), format.value, sources)
    place = delivered(file)
    for line in words(findings, format.value):
        say(f"{place}: {line}")
