"""The ``lint`` command: odd annotations and pictures of a dataset, counted, with examples."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from rpn_inspector.cli.arguments import DatasetPath, Json, opens_dataset
from rpn_inspector.cli.console import TextTable, opened, print_json, print_lines, progress, say
from rpn_inspector.cli.found import FindingsAs, FindingsFile, FindingsFormat, check_findings_file, write_found
from rpn_inspector.core.plain_text import number_of
from rpn_inspector.data.remote.known import told

if TYPE_CHECKING:
    from rpn_inspector.analysis.lint.lint import LintReport
    from rpn_inspector.data.datasets.open_dataset import Options

FAIL_ON = "Exit with 1 where there is any such, or in more than N % of the images: KIND or KIND:N%. May be repeated."


class LintCommand(TyperCommand):
    """The command with the kinds of findings at the end of the help; looked up only for --help."""

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write the kinds and meanings."""
        from rpn_inspector.analysis.lint.lint import KINDS

        with formatter.section("Kinds"):
            formatter.write_dl(list(KINDS.items()))


@opens_dataset()
def lint(
    dataset: DatasetPath,
    fail_on: Annotated[list[str] | None, typer.Option("--fail-on", metavar="KIND[:N%]", help=FAIL_ON)] = None,
    pictures: Annotated[bool, typer.Option(help="Read the header of each picture file.")] = True,
    findings: FindingsFile = None,
    findings_format: FindingsAs = FindingsFormat.COCO,
    *,
    options: Options,
    as_json: Json = False,
) -> None:
    """Count what is odd in annotations and pictures, with examples.

    Exit code 0 whatever is found, 1 where a --fail-on is met.

    Example: rpn-inspector lint data/voc --fail-on degenerate --fail-on outside:5%
    """
    from rpn_inspector.analysis.lint.lint import Check, document, report_of
    from rpn_inspector.analysis.observations import gather

    wanted = [Check.parse(text) for text in fail_on or ()]
    started = time.monotonic()
    pictured = opened(dataset, options)
    sources = {"dataset": pictured.sources}
    check_findings_file(findings, sources)
    with progress("looking at annotations and pictures") as step:
        facts = gather(pictured, pictures, step)
        report = report_of(pictured, facts, pictures)
    if findings is not None:
        from rpn_inspector.analysis.report.found_boxes import found_by_lint

        write_found(found_by_lint(report, facts, pictured), findings, findings_format, sources)
    failed = [check for check in wanted if check.fails(report)]
    if as_json:
        print_json(document(report, failed) | {"seconds": round(time.monotonic() - started, 3)})
    else:
        _show(report)
    for check in failed:
        found = report.kinds[check.kind]
        limit = "any" if check.percent is None else f"more than {check.percent:g} % of the images"
        met = f"{found.total:,} in {found.images:,} of {number_of(report.images, 'image')}"
        say(f"failed on {check.kind}: {met}, wanted not {limit}")
    if failed:
        raise typer.Exit(1)


def _show(report: LintReport) -> None:
    from rpn_inspector.analysis.lint.lint import KINDS, said

    images, boxes = number_of(report.images, "image"), number_of(report.boxes, "box", "boxes")
    print_lines(f"{told(Path(report.dataset))}: {report.format}, {images}, {boxes}")
    found = {kind: found for kind, found in report.kinds.items() if found.total}
    if not found:
        print_lines("nothing odd was found")
        return
    print_lines(_counts(report))
    for kind, some in found.items():
        print_lines(f"{kind}: {KINDS[kind]}")
        for one in some[:2]:
            print_lines(f"  {said(one)}")


def _counts(report: LintReport) -> TextTable:
    rows = TextTable("", ("kind", "found", "images", "of all images"))
    for kind, found in report.kinds.items():
        if found.total:
            rows.add(kind, f"{found.total:,}", f"{found.images:,}", f"{found.images / report.images:.1%}")
    return rows
