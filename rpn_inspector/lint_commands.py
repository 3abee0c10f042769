"""The ``lint`` command: what is odd in the annotations and pictures of a dataset, counted, with examples."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Annotated

import typer

from rpn_inspector.console import (
    AnnotationsPath,
    DatasetFormat,
    DatasetPath,
    ImagesPath,
    Json,
    SplitName,
    Turned,
    print_json,
    print_lines,
    progress,
    say,
    table,
)  # fmt: skip

if TYPE_CHECKING:
    from rich.table import Table

    from rpn_inspector.work.lint import Report

FAIL_ON = "Exit with 1 where there is any such, or in more than N % of the images: KIND or KIND:N%. May be repeated."


def lint(
    dataset: DatasetPath,
    fail_on: Annotated[list[str] | None, typer.Option("--fail-on", metavar="KIND[:N%]", help=FAIL_ON)] = None,
    pictures: Annotated[bool, typer.Option(help="Read the header of each picture file.")] = True,
    annotations: AnnotationsPath = None,
    images: ImagesPath = None,
    split: SplitName = None,
    format_: DatasetFormat = None,
    turned: Turned = False,
    as_json: Json = False,
) -> None:
    """Say what is odd in the annotations and pictures themselves, counted, with examples.

    Example: rpn-inspector lint data/voc --fail-on degenerate --fail-on outside:5%
    """
    from rpn_inspector.data.opening import Options
    from rpn_inspector.work.lint import Check, document
    from rpn_inspector.work.lint import lint as look

    wanted = [Check.parse(text) for text in fail_on or ()]
    started = time.monotonic()
    with progress("reading the annotations") as step:
        opened = Options(annotations, images, split, format_, turned).open(dataset, progress=step)
    with progress("looking") as step:
        report = look(opened, pictures, step)
    failed = [check for check in wanted if check.fails(report)]
    if as_json:
        print_json(document(report, failed) | {"seconds": round(time.monotonic() - started, 3)})
    else:
        _show(report)
    for check in failed:
        found = report.kinds[check.kind]
        limit = "any" if check.percent is None else f"more than {check.percent:g} % of the images"
        met = f"{found.total:,} in {found.images:,} of {report.images:,} images"
        say(f"failed on {check.kind}: {met}, wanted not {limit}")
    if failed:
        raise typer.Exit(1)


def _show(report: Report) -> None:
    from rpn_inspector.work.lint import KINDS, said

    print_lines(f"{report.dataset}: {report.format}, {report.images:,} images, {report.boxes:,} boxes")
    found = {kind: found for kind, found in report.kinds.items() if found.total}
    if not found:
        print_lines("nothing odd was found")
        return
    print_lines(_counts(report))
    for kind, some in found.items():
        print_lines(f"{kind}: {KINDS[kind]}")
        for one in some[:2]:
            print_lines(f"  {said(one)}")


def _counts(report: Report) -> Table:
    rows = table("", "kind", "found", "images", "of all images")
    for kind, found in report.kinds.items():
        if found.total:
            rows.add_row(kind, f"{found.total:,}", f"{found.images:,}", f"{found.images / report.images:.1%}")
    return rows
