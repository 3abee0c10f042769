"""The numbers a user may change: truth, predicted box and t as x y w h, the live ones of the recipe, the score."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QGridLayout, QLabel, QWidget

from rpn_inspector.core.coders.formulas import NAMES
from rpn_inspector.core.formulas.digits import MINUS
from rpn_inspector.core.formulas.numbers import finite, number
from rpn_inspector.core.spec import Convention, Live
from rpn_inspector.gui.inspector.explain.rows import lowered
from rpn_inspector.gui.widgets.fields import NumberField
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel, RichLabel, as_tip
from rpn_inspector.gui.widgets.theme import LIGHT, Theme, ink, px, sized, style

ROWS = ("gt", "predicted", "t")
ACROSS = 4  # numbers of the recipe, and p, in a row
FAR = 1e9  # beyond what is shown, so that nothing is shown as its limit


class NumberSpin(NumberField):
    """A number without arrows."""

    def __init__(self, decimals: int, low: float, high: float, step: float) -> None:
        super().__init__()
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(px(52))
        self.setFrame(False)
        self.setFixedHeight(px(22))
        self.lineEdit().setTextMargins(-2, 0, -2, 0)
        self.theme, self.changed = LIGHT, False

    def show_value(self, value: float | None, changed: bool) -> None:
        """Show a value without reporting a typed change, a dash for none; an unfinished entry stays."""
        known = value is not None and math.isfinite(value) and abs(value) < FAR
        self.setEnabled(known)
        odd = "" if known else number(finite(value), self.decimals())
        if odd != self.specialValueText():  # setting it would write over what is being typed
            self.setSpecialValueText(odd)
        if odd:
            with QSignalBlocker(self):
                self.setValue(self.minimum())
        elif value is not None and f"{self.value():.{self.decimals()}f}" != f"{value:.{self.decimals()}f}":
            with QSignalBlocker(self):
                self.setValue(float(f"{value:.{self.decimals()}f}"))  # Qt rounds 6.25 up, tables to the even digit
        if self.changed != changed:
            self.changed = changed
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field; a style sheet would leave a spin box without arrows no room for the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, focus = self.theme, self.hasFocus()
        pen = QPen(QColor(theme.text if focus or self.changed else theme.line_strong), 2 if focus else 1)
        if self.changed and not focus:
            pen.setDashPattern([2, 2])
        if not self.isEnabled():
            pen.setColor(QColor(theme.line))
        painter.setPen(pen)
        painter.setBrush(QColor(theme.field if self.isEnabled() else theme.dock))
        inset = pen.widthF() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_text()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the text's place: Qt leaves it 1 px when a style sheet is set anew, as with other colours."""
        super().changeEvent(event)
        self._place_text()

    def _place_text(self) -> None:
        self.lineEdit().setGeometry(self.rect().adjusted(2, 2, -3, -2))

    def textFromValue(self, value: float) -> str:
        return number(value, self.decimals())

    def valueFromText(self, text: str) -> float:
        try:
            return float(text.replace(MINUS, "-").replace(",", "."))
        except ValueError:
            return self.value()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        states = QValidator.State
        plain = text.replace(MINUS, "-").replace(",", ".")
        if plain in ("", "-", ".", "-."):
            return states.Intermediate, text, position
        try:
            value = float(plain)
        except ValueError:
            return states.Invalid, text, position
        inside = self.minimum() <= value <= self.maximum()
        return (states.Acceptable if inside else states.Intermediate), text, position


class WhatIfForm(QWidget):
    """Says what was typed: ``typed(name, coordinate, value)`` with ``name`` of `ROWS`, a recipe's place, or score."""

    typed = Signal(str, int, float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._style(theme)
        self.spins: dict[tuple[str, int], NumberSpin] = {}
        self.captions: list[QLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(3)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, 52)
        frame = self._caption(tr("centre, px"))
        frame.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        frame.setToolTip(tr("x and y are the centre's; ground truth and predicted box in network px, t without a unit"))
        grid.addWidget(frame, 0, 0)
        for column, name in enumerate(NAMES):
            grid.addWidget(self._caption(name), 0, column + 1)
            grid.setColumnStretch(column + 1, 1)
        # a coder by corners or sides has other coordinates than the boxes above
        self.heads = [self._caption(name) for name in NAMES]
        for column, head in enumerate(self.heads):
            grid.addWidget(head, len(ROWS), column + 1)
        labels = {"gt": tr("GT"), "predicted": tr("predicted"), "t": "t"}
        self.row_labels: dict[str, QLabel] = {}
        for row, name in enumerate(ROWS, 1):
            row += name == "t"
            label = PlainLabel(labels[name])
            self.row_labels[name] = label
            grid.addWidget(label, row, 0)
            for column, coordinate in enumerate(NAMES):
                spin = NumberSpin(4, -FAR, FAR, 0.01) if name == "t" else NumberSpin(1, -FAR, FAR, 1.0)
                if name != "t" and coordinate in "wh":
                    spin.setMinimum(0)  # what the data holds is shown, and may have no width
                unit = "" if name == "t" else tr(", network px")
                self._place(grid, spin, (name, column), row, f"{labels[name]} {coordinate}{unit}")
        self._grid, self._live = grid, list[QWidget]()
        self._offered: list[tuple[str, Live]] = []
        self._names: Sequence[str] = ()  # of t
        self.theme = theme
        self.name_t(NAMES)
        self._offer([])
        self.clear()
        self.set_theme(theme)

    def offer(self, numbers: Sequence[Convention]) -> None:
        """Have a field for each of a recipe's live ``numbers``, followed by the score."""
        wanted = [(entry.place, entry.live) for entry in numbers if entry.live is not None]
        if wanted != self._offered:
            self._offer(wanted)

    def _offer(self, wanted: list[tuple[str, Live]]) -> None:
        for place, _ in (*self._offered, ("score", None)):
            self.spins.pop((place, 0), None)
        for widget in self._live:
            if isinstance(widget, QLabel):
                self.captions.remove(widget)
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._offered, self._live = wanted, []
        fields = [(place, said(live.head), said(live.tip), live.most) for place, live in wanted]
        for number_, (name, head, spoken, most) in enumerate([*fields, ("score", tr("p"), tr("score p"), 1.0)]):
            row, column = 2 + len(ROWS) + 2 * (number_ // ACROSS), 1 + number_ % ACROSS
            caption, spin = self._caption(head), NumberSpin(4, 0, most, 0.01)
            self._grid.addWidget(caption, row, column)
            self._place(self._grid, spin, (name, 0), row + 1, spoken, column)
            for widget in (caption, spin):
                widget.show()  # at once: a layout shows what is added to a visible parent only later
                self._live.append(widget)
            # no style sheet anew: that would put every field's text elsewhere
            self._dress(caption, spin)
            spin.show_value(None, False)

    def _caption(self, text: str) -> QLabel:
        label = RichLabel(lowered(text))
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.captions.append(label)
        return label

    def _place(
        self, grid: QGridLayout, spin: NumberSpin, key: tuple[str, int], row: int, name: str, column: int | None = None
    ) -> None:
        spin.setAccessibleName(name)
        spin.setToolTip(as_tip(name))
        spin.valueChanged.connect(lambda value, key=key: self.typed.emit(*key, value))
        self.spins[key] = spin
        grid.addWidget(spin, row, key[1] + 1 if column is None else column)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self._dress(*self.captions, *self.spins.values())
        for label in self.row_labels.values():
            label.setFont(sized(self.font(), 11))
        self._style(theme)

    def _style(self, theme: Theme) -> None:
        style(
            self,
            "QDoubleSpinBox > QLineEdit { background: transparent; border: 0; padding: 0; min-height: 0; }"
            f"QDoubleSpinBox > QLineEdit:disabled {{ color: {theme.text_caption}; }}",
        )

    def _dress(self, *widgets: QLabel | NumberSpin) -> None:
        for widget in widgets:
            if isinstance(widget, NumberSpin):
                widget.theme = self.theme
                widget.update()
            else:
                widget.setFont(sized(self.font(), 11))
                ink(widget, "text_caption")

    def clear(self) -> None:
        """Show no number: of a box that is gone none is left, and none was ever 0."""
        self.row_labels["gt"].setText(tr("GT"))
        for spin in self.spins.values():
            spin.show_value(None, False)

    def name_t(self, names: Sequence[str]) -> None:
        """Name the four numbers of t, over them where they are not the coordinates of the boxes."""
        if names == self._names:
            return
        self._names = names
        for column, (head, name) in enumerate(zip(self.heads, names, strict=True)):
            head.setText(lowered(name))
            head.setVisible(tuple(names) != tuple(NAMES))
            self.spins["t", column].setAccessibleName(f"t {name}")
            self.spins["t", column].setToolTip(as_tip(f"t {name}"))

    def show_row(self, name: str, values: tuple[float, ...] | None, changed: tuple[bool, ...]) -> None:
        """Show four numbers of a row of `ROWS`, None without numbers."""
        for column in range(4):
            self.spins[name, column].show_value(None if values is None else values[column], changed[column])

    def show_single(self, name: str, value: float | None, changed: bool) -> None:
        """Show a number of the recipe, by place, or the score."""
        self.spins[name, 0].show_value(value, changed)
