"""Copying rows of a table: tab-separated lines under titles, in pieces, so that a long copy can be cancelled."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from rpn_inspector.core.plain_text import for_spreadsheet
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.table_model import Column

PIECE = 2000  # rows between two checks for Cancel
PATIENCE_MS = 500


def lines_of(columns: Sequence[Column], rows: npt.NDArray[np.int64], parent: QWidget) -> list[str] | None:
    """Return the titles and ``rows`` (n,) of ``columns``, a line each; None after cancelling."""
    lines = ["\t".join(column.title for column in columns)]
    progress = QProgressDialog(tr("Copying {n} rows…").format(n=f"{len(rows):,}"), tr("Cancel"), 0, len(rows), parent)
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(PATIENCE_MS)
    try:
        for start in range(0, len(rows), PIECE):
            if start:
                progress.setValue(start)  # runs the event loop too, so that Cancel is noticed
            if progress.wasCanceled():
                return None
            piece = rows[start : start + PIECE]
            cells = (map(_cell, column.full(piece)) for column in columns)
            lines += map("\t".join, zip(*cells, strict=True))
    finally:
        progress.close()
        progress.deleteLater()
    return lines


def _cell(text: str) -> str:
    """Return a cell that stays one: names may hold tabs and line breaks, and what a spreadsheet takes for a formula."""
    return for_spreadsheet(text if text.isprintable() else " ".join(text.split()))
