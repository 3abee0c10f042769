"""The first sizes of panes divided by lines to drag."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSplitter

REST = 0  # what the others leave


def lay_out(panes: QSplitter, sizes: Sequence[int]) -> None:
    """Give the panes their first ``sizes``, px each, one at most `REST`; without `REST` in proportion."""
    rest = max(sum(panes.sizes()) - sum(sizes), 1)
    panes.setSizes([size or rest for size in sizes])
