"""The linter's findings beside an audit, with the sizes that the audit knows: no picture is opened for them."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path
from typing import Any

import numpy as np

from rpn_inspector.analysis.audit.annotation_columns import AnnotationColumns
from rpn_inspector.analysis.lint.lint import LintReport, kind_document, report_of
from rpn_inspector.analysis.observations import Observations
from rpn_inspector.data.datasets.dataset import Dataset


def linted(dataset: Dataset, facts: Observations, annotations: AnnotationColumns) -> LintReport:
    """Return the linter's findings in ``annotations``, of which ``facts`` are what the files say."""
    known = annotations.size[:, 0] > 0
    sized = facts.fraction & known
    left_box, scaled = facts.left_box.copy(), sized[facts.left_image]
    # sizes are h, w; x1 y1 x2 y2 want w, h, w, h
    left_box[scaled] *= annotations.size[facts.left_image[scaled]][:, [1, 0, 1, 0]]
    sizes = np.where(known[:, None], annotations.size, facts.size)
    told = dataclasses.replace(
        facts, box=annotations.box, left_box=left_box, size=sizes, fraction=facts.fraction & ~sized
    )
    return report_of(dataset, told, pictures=False)


def from_folder(words: str, report: LintReport) -> str:
    """Return words with files named from the dataset's folder on."""
    folder = Path(report.dataset)
    for path in (folder, folder.parent):  # the dataset may be a file
        words = words.replace(f"{path}{os.sep}", "")
    return words


def lint_document(report: LintReport) -> dict[str, Any]:
    """Return the linter's findings as values JSON knows, of the kinds that could be looked for.

    Files are named from the dataset's folder on, so that equal datasets have equal words wherever they lie.
    """
    kinds = {kind: kind_document(found) for kind, found in report.known.items()}
    for example in (each for found in kinds.values() for each in found["examples"]):
        example["words"] = from_folder(example["words"], report)
    return {"pictures_read": report.pictures, "findings": report.total, "kinds": kinds}
