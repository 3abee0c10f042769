"""The switch between the RPN and the stages over its proposals, before the layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from rpn_inspector.core.words import stage_title
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.gui.widgets.theme import text_scale

if TYPE_CHECKING:
    from rpn_inspector.gui.widgets.theme import Theme
    from rpn_inspector.session.state import State

TIP = "{name}: what a click selects and the layers show, {what} (H)"


class StageSwitch(QWidget):
    """A button for the anchors and one for each stage; hidden without a second stage. ``chosen`` emits the name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Stage"))
        self.names: tuple[str, ...] = ()
        self.buttons: dict[str, QToolButton] = {}
        self._theme: Theme | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        beside = 8 if text_scale() == 1 else 4  # px
        self.setStyleSheet(
            f"QToolButton {{ border: 1px solid {theme.line_strong}; background: {theme.dock}; padding: 2px {beside}px;"
            f" color: {theme.text_second}; }} QToolButton:checked {{ background: {theme.field}; color: {theme.text};"
            f" font-weight: 600; }} QToolButton:hover {{ color: {theme.text}; }}"
        )

    def render_state(self, new: State) -> bool:
        """Offer the stages of the recipe in use, and check the one looked at; return whether the width changed."""
        offered = bool(new.recipe.further) and new.predictions is not None
        names = ("", *(name for name, _ in new.recipe.further)) if offered else ()
        changed = names != self.names
        if changed:
            self._offer(names)
        there = () if new.shown is None else new.shown.inspection.stages
        for name, button in self.buttons.items():
            button.setEnabled(not name or name in there)
            button.setChecked(name == ("" if new.staged is None else new.stage))
        return changed

    def _offer(self, names: tuple[str, ...]) -> None:
        self.names = names
        for button in self.buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for name in names:
            button = QToolButton(self)
            title = said(stage_title(name)) if name else tr("RPN")
            button.setText(title)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            what = tr("proposals with their labels") if name else tr("anchors")
            button.setToolTip(as_tip(tr(TIP).format(name=title, what=what)))
            button.setAccessibleName(title)
            button.clicked.connect(lambda _=False, name=name: self._ask(name))
            self._row.addWidget(button)
            self.buttons[name] = button
        self.setVisible(bool(names))

    def _ask(self, name: str) -> None:
        """Pass a wish on; what is checked follows the state alone."""
        button = self.buttons[name]
        button.setChecked(not button.isChecked())  # Qt has toggled the button already
        self.chosen.emit(name)
