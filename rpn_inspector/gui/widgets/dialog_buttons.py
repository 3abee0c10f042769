"""The buttons under a dialog that asks before something is written."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QPushButton


def save_or_cancel(text: str) -> tuple[QDialogButtonBox, QPushButton]:
    """Return a row of two buttons, ``text`` and Cancel, and the first; without the style's coloured icons."""
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Save | kinds.Cancel)
    for button in box.buttons():
        button.setIcon(QIcon())
    first = box.button(kinds.Save)
    first.setText(text)
    return box, first
