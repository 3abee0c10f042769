"""The folder of an audit's files: written whole or not at all, and never over or into anything of the user's."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from rpn_inspector import __version__
from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.document import document
from rpn_inspector.analysis.report.columns import finding_columns, ground_truth_columns
from rpn_inspector.analysis.report.evaluation_section import evaluation_headlines
from rpn_inspector.analysis.report.headlines import headlines
from rpn_inspector.analysis.report.lost_headlines import lost_headlines
from rpn_inspector.analysis.report.page import page
from rpn_inspector.analysis.report.summary import summary
from rpn_inspector.analysis.report.table_files import write_csv, write_parquet
from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.extras import command as installing
from rpn_inspector.core.extras import lacking
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.core.text import Text
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.output_file import Sources, check_output, writing_folder

JSON = "audit.json"
SUMMARY = "summary.md"
PAGE = "report.html"
TABLES: Mapping[str, Callable[[Audit], Any]] = {"ground_truth": ground_truth_columns, "findings": finding_columns}
NAMES = frozenset({JSON, SUMMARY, PAGE, *(f"{name}.{ending}" for name in TABLES for ending in ("csv", "parquet"))})
_MARK = {"tool": "rpn-inspector", "what": "audit"}
_START = re.compile(rb'\s*{\s*"tool": "rpn-inspector",\s*"what": "audit",')
_START_BYTES = 1 << 10
_THERE = "is there already; choose another name, or say --overwrite"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What an audit's files tell beside the counts.

    Args:
        suggestions: the values of `suggestions_document`, None where none were asked for.
        comparisons: the values of comparisons with a recipe, checkpoint and dataset, by key of ``audit --json``.
        baseline: what got worse, and what differs, since a baseline; None without one.
        command: the command line that made the audit, without how it was executed; "" for none.
        dataset: where the report finds pictures, None for a report without.
    """

    suggestions: Mapping[str, Any] | None = None
    comparisons: Mapping[str, Any] = field(default_factory=dict)
    baseline: Sequence[Text] | None = None
    command: str = ""
    dataset: Dataset | None = None


def check_folder(folder: Path, sources: Sources, overwrite: bool = False) -> None:
    """Raise `BadFile` where the files of an audit may not be written.

    A folder is replaced only where it is empty, or with ``overwrite`` an earlier audit's with nothing else in it, and
    where none of ``sources`` is in it.
    """
    if folder.name in ("", ".."):
        raise BadFile(folder, "is no name of a new folder; choose another name")
    check_output(folder, sources, folder=True)
    if not folder.exists() and not folder.is_symlink():
        return
    if folder.is_symlink() or not folder.is_dir():
        raise BadFile(folder, "is there already and is no folder; an audit writes a folder")
    inside = sorted(folder.iterdir())
    if not inside:
        return
    if not _is_audit(folder / JSON):
        raise BadFile(folder, "is a folder with files in it that no audit wrote; choose another name")
    if not overwrite:
        raise BadFile(folder, _THERE)
    for path in inside:
        if path.name not in NAMES or path.is_symlink() or not path.is_file():
            raise BadFile(
                path, "is in the folder to be overwritten and no audit wrote it; move it, or choose another name"
            )


def _is_audit(file: Path) -> bool:
    try:
        with open_regular(file) as stream:
            return _START.match(stream.read(_START_BYTES)) is not None
    except OSError:
        return False


def write_folder(
    audit: Audit, folder: Path, extras: Extras | None = None, *, sources: Sources | None = None, overwrite: bool = False
) -> list[str]:
    """Write the files of an audit, all or nothing; equal inputs give equal bytes.

    Raises `BadFile` as `check_folder`, and for a full disk or a folder that cannot be written.

    Returns:
        What was not written for want of an extra, a line each.
    """
    given = extras or Extras()
    check_folder(folder, sources or {}, overwrite)
    made = document(audit, times=False)
    without = [
        f"{words}: wanted {installing(extra)}"
        for extra, words in (("parquet", "no Parquet tables"), ("report", f"no {PAGE}"))
        if lacking(extra)
    ]
    with writing_folder(folder) as part:
        whole = {**_MARK, "version": __version__, **made}
        if given.suggestions is not None:
            whole["suggestions"] = given.suggestions
        whole |= given.comparisons
        (part / JSON).write_text(json.dumps(whole, indent=1, allow_nan=False) + "\n", encoding="ascii", newline="\n")
        for name, columns_of in TABLES.items():
            columns = columns_of(audit)
            write_csv(columns, part / f"{name}.csv")
            if not lacking("parquet"):
                write_parquet(columns, part / f"{name}.parquet")
        sides = level_sides(audit)
        told = made | dict(given.comparisons)
        sentences = [
            *lost_headlines(made),
            *evaluation_headlines(made),
            *headlines(made, [side for level in sides for side in level]),
        ]
        if given.suggestions is not None:
            told["suggestions"] = given.suggestions
        words = summary(told, sentences, given.command, given.baseline)
        (part / SUMMARY).write_text(words, encoding="utf-8", errors="replace", newline="\n")
        if not lacking("report"):
            html = page(
                audit, told, sentences, sides, dataset=given.dataset, suggestions=given.suggestions,
                baseline=given.baseline, command=given.command,
            )  # fmt: skip
            (part / PAGE).write_text(html, encoding="utf-8", errors="replace", newline="\n")
    return without


def level_sides(audit: Audit) -> list[list[float]]:
    """Return the sizes of the anchors of each level, network px, ascending: square roots of areas before rounding.

    They are those of the first picture counted; [] where none is.
    """
    counted = audit.anchors.nonzero()[0]
    if not len(counted):
        return []
    height, width = audit.annotations.size[counted[0]].tolist()
    grid = audit.recipe.grid(audit.recipe.resize.of((height, width)).padded_size)
    return [
        sorted({float(f"{size:.4g}") for size in np.asarray(level.sizes).tolist() if size > 0}) for level in grid.levels
    ]
