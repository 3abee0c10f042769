"""The strip of layers above the canvas: key, line style, name and count of each; a click shows or hides it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QIcon, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QToolButton, QWidget

from rpn_inspector.gui.canvas.layers import NAMES, Count, Layers
from rpn_inspector.gui.canvas.pens import SWATCH_HEIGHT, SWATCH_WIDTH, swatch

if TYPE_CHECKING:
    from rpn_inspector.gui.theme import Theme
    from rpn_inspector.work.workspace import Shown, State

STRIP_HEIGHT = 32
_HELP = {
    "truth": "ground truths",
    "positive": "positive anchors",
    "ignored": "ignored anchors",
    "negative": "negative anchors",
    "sampled": "anchors of the mini-batch",
    "prediction": "predicted box of the selected anchor, or of every positive",
    "proposals": "kept proposals, best scores first",
    "heat": "the highest best IoU, score or loss of the anchors at each place; chosen in the View menu",
}


class _Entry(QAbstractButton):
    """One layer's button."""

    def __init__(self, layer: str, key: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.layer, self.key = layer, key
        self.count: Count | None = None
        self.single = False
        self.theme: Theme | None = None
        self._ring = False
        self.setCheckable(True)
        self.setText(NAMES[layer])
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def number(self) -> str:
        """Return the count written in the strip: what is drawn, while it is drawn."""
        if self.count is None or not self.isChecked() or self.single:
            return ""
        return f"{self.count.drawn:,}"

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = 4 + metrics.horizontalAdvance(str(self.key)) + 4 + SWATCH_WIDTH + 5
        width += metrics.horizontalAdvance(self.text()) + 5
        if self.number:
            width += metrics.horizontalAdvance(self.number) + 4
        return QSize(width, STRIP_HEIGHT - 6)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    def _colour(self, name: str, fallback: str) -> QColor:
        return QColor(getattr(self.theme, name, fallback))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        enabled, area = self.isEnabled(), QRectF(self.rect())
        if self.underMouse() and enabled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour("hover", "#DCDFE2"))
            painter.drawRoundedRect(area, 4, 4)
        if self._ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._colour("text", "#1B1E22"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
        metrics = QFontMetrics(self.font())
        x = 4
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft

        def write(text: str, role: str, fallback: str) -> None:
            nonlocal x
            painter.setPen(self._colour(role, fallback))
            width = metrics.horizontalAdvance(text)
            painter.drawText(QRectF(x, 0, width + 2, area.height()), int(middle), text)
            x += width

        painter.setOpacity(1.0 if enabled else 0.5)
        write(str(self.key), "text_caption", "#5E666F")
        x += 4
        on = self.isChecked() and enabled
        painter.setOpacity(1.0 if on else 0.4)
        picture = swatch(self.layer, self.theme, self.devicePixelRatioF())
        painter.drawPixmap(x, (self.height() - SWATCH_HEIGHT) // 2, picture)
        x += SWATCH_WIDTH + 5
        painter.setOpacity(1.0 if enabled else 0.5)
        write(self.text(), "text" if on else "text_caption", "#1B1E22" if on else "#5E666F")
        x += 5
        if self.number:
            write(self.number, "text_second", "#4A5159")


class LayerStrip(QWidget):
    """Layers by key 1 to 8; what finds no room stands in the menu at the end."""

    toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layerStrip")
        self.setAccessibleName("Layers")
        self.setFixedHeight(STRIP_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._shown: Shown | None = None
        self._layers: Layers | None = None
        self._visible: frozenset[str] | None = None
        self.entries = {layer: _Entry(layer, key, self) for key, layer in enumerate(NAMES, 1)}
        for layer, entry in self.entries.items():
            entry.clicked.connect(lambda _=False, name=layer: self._ask(name))
        self.more = QToolButton(self)
        self.more.setText("…")
        self.more.setAutoRaise(True)
        self.more.setAccessibleName("More layers")
        self.more.setToolTip("More layers")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self._menu)
        self._describe()

    def _ask(self, layer: str) -> None:
        """Pass a wish on; what is checked follows the state alone."""
        self.entries[layer].setChecked(layer in (self._visible or ()))
        self.toggled.emit(layer)

    def sizeHint(self) -> QSize:
        return QSize(16 + sum(entry.sizeHint().width() + 6 for entry in self.entries.values()), STRIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, STRIP_HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for entry in self.entries.values():
            entry.theme = theme
        self.update()

    def render(self, old: State | None, new: State) -> None:  # type: ignore[override]
        """Show which layers are on and what they hold."""
        single = new.selection is not None  # then one prediction is drawn, and a count would be wrong
        mask = new.passing.mask if new.passing is not None else None
        same = new.shown is self._shown and (self._layers is None or self._layers.mask is mask)
        if same and new.layers == self._visible and single == self.entries["prediction"].single:
            return
        self.entries["prediction"].single = single
        if not same:
            self._shown = new.shown
            self._layers = None if new.shown is None else Layers(new.shown.inspection, mask)
        self._visible = new.layers
        self._describe()

    def _describe(self) -> None:
        for layer, entry in self.entries.items():
            held = self._layers
            entry.theme = self._theme
            entry.count = None if held is None else held.count(layer)
            entry.setChecked(layer in (self._visible or ()))
            entry.setEnabled(held is None or held.has(layer))
            words = "" if entry.count is None else entry.count.words
            entry.setAccessibleName(f"{NAMES[layer]} layer" + (f", {words}" if words else ""))
            tip = words if held is None or held.has(layer) else "needs predictions"
            entry.setToolTip(f"{NAMES[layer]}: {_HELP[layer]}" + (f"\n{tip}" if tip else "") + f"\nKey {entry.key}")
        self._arrange()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        x, top, right = 8, 3, self.width() - 8
        widths = [entry.sizeHint().width() for entry in self.entries.values()]
        whole = x + sum(width + 6 for width in widths) - 6 <= right
        room = right if whole else right - 32
        full = False
        for entry, width in zip(self.entries.values(), widths, strict=True):
            full = full or x + width > room
            entry.setVisible(not full)
            if not full:
                entry.setGeometry(x, top, width, self.height() - 6)
                x += width + 6
                entry.update()
        self.more.setVisible(full)
        self.more.setGeometry(right - 28, top, 28, self.height() - 6)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for layer, entry in self.entries.items():
            if entry.isHidden():
                words = "" if entry.count is None else f"  {entry.count.drawn:,}"
                picture = QIcon(swatch(layer, self._theme, self.devicePixelRatioF()))
                action: Any = self._menu.addAction(picture, f"{NAMES[layer]}{words}\t{entry.key}")
                action.setCheckable(True)
                action.setChecked(entry.isChecked())
                action.setEnabled(entry.isEnabled())
                action.triggered.connect(lambda _=False, name=layer: self.toggled.emit(name))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(getattr(self._theme, "window", "#E6E8EA")))
        painter.setPen(QColor(getattr(self._theme, "line", "#D2D5D9")))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
