"""The strip of layers above the canvas: key, line style, name and count of each; a click shows or hides a layer.

At the end "All" shows every anchor, or the layers of before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QIcon,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QToolButton, QWidget

from rpn_inspector.gui.canvas.layers import OF_OUTPUTS, Count, Layers
from rpn_inspector.gui.canvas.stage_layers import layers_of
from rpn_inspector.gui.canvas.stage_switch import StageSwitch
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.pens import SWATCH_HEIGHT, SWATCH_WIDTH, swatch
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.gui.widgets.pointing import pointed_at
from rpn_inspector.gui.widgets.theme import px, sized
from rpn_inspector.session.layers import LAYERS, RANKED_LAYERS, STAGE_LAYERS, LayerWords, known_layers, layer_words

if TYPE_CHECKING:
    from rpn_inspector.gui.widgets.theme import Theme
    from rpn_inspector.session.request import Shown
    from rpn_inspector.session.state import State

STRIP_HEIGHT = 32
ALL = "all"  # every anchor, key 9; not a layer of its own
GAP, TIGHT_GAP, EDGE = 4, 3, 8  # px; a gap between what an entry holds, and at its ends
MOST_GAP = 12  # px between two entries that have their names below
TIGHT_FONT = 11  # px
# The room of a count: counts gain and lose digits within, so no entry moves from one picture to the next. The
# predictions are those of the positives: one count of both.
ROOMS = {
    "truth": ("888", "8,888"),
    "positive": ("8,888", "8,888"),
    "ignored": ("88 of 8,888", "888/8,888"),
    "negative": ("888,888", "888,888"),
    "sampled": ("888,888", "888,888"),
    "proposals": ("100 of 8,888", "100/8,888"),
}
_EIGHTS = str.maketrans("0123456789", "8" * 10)  # figures are equally wide


class _Entry(QAbstractButton):
    """The button of a layer, as wide whatever the layer is called, counts and whether it is shown.

    Where the strip is short of room, it is ``tight``: the name stands below key, line and count.
    """

    def __init__(self, layer: str, key: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.layer, self.key = layer, key
        self.count: Count | None = None
        self.tight = False
        self.role = ""  # of the line style, where it is not the layer's own
        self._widths: dict[bool, int] = {}  # px, wide and tight; grown for a count that needed more
        self._measured: set[tuple[bool, str]] = set()  # counts whose room is in them, in eights
        self.theme: Theme | None = None
        self._drawn: tuple[object, ...] = ()
        self._ring = False
        self.setCheckable(True)
        self.setText(tr(LAYERS[layer].short if layer in LAYERS else "All"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def number(self) -> str:
        """Return the count written in the strip, empty for a hidden layer and one that needs predictions."""
        return self._written(self.tight) if self.isChecked() and self.isEnabled() else ""

    def _written(self, tight: bool) -> str:
        if self.count is None or self.layer not in ROOMS:
            return ""
        return self.count.tight if tight else self.count.short

    def repaint_changed(self) -> None:
        """Paint anew where anything differs that Qt knows nothing of; of text, place, check and use it does."""
        now = self.number, self.role, self.tight, self.theme
        if now != self._drawn:
            self._drawn = now
            self.update()

    def forget_widths(self) -> None:
        """Begin with the room of usual counts: of another dataset or font."""
        self._widths.clear()
        self._measured.clear()

    def width_when(self, tight: bool) -> int:
        """Return the width of the entry, px."""
        number, room = self._written(tight), ROOMS[self.layer][tight] if self.layer in ROOMS else ""
        room = tr(room) if " " in room else room  # numbers alone are the same in every language
        if tight not in self._widths:
            self._widths[tight] = self._width(tight, room)
        if number and len(number) >= len(room) and (key := (tight, number.translate(_EIGHTS))) not in self._measured:
            self._widths[tight] = max(self._widths[tight], self._width(tight, number))
            self._measured.add(key)
        return self._widths[tight]

    def _width(self, tight: bool, number: str) -> int:
        gap = TIGHT_GAP if tight else GAP
        names = {words[self.layer].short for words in (LAYERS, STAGE_LAYERS, RANKED_LAYERS) if self.layer in words}
        name = max(self._across(tr(name), tight) for name in names or {"All"})
        head = self._across(str(self.key), tight) + (0 if self.layer == ALL else SWATCH_WIDTH + gap)
        count = self._across(number, tight) + gap if number else 0
        return 2 * gap + max(head + count, name) if tight else 3 * gap + head + name + count

    @property
    def _gap(self) -> int:
        return TIGHT_GAP if self.tight else GAP

    @property
    def _letters(self) -> QFont:
        font = sized(self.font(), TIGHT_FONT) if self.tight else QFont(self.font())
        font.setItalic(not self.isEnabled())  # pale letters alone would be hard to read
        return font

    def _across(self, text: str, tight: bool) -> int:
        """Return the width of a text, px, the same whether the layer has anything to draw: entries stand still."""
        upright = sized(self.font(), TIGHT_FONT) if tight else QFont(self.font())
        slanted = QFont(upright)
        slanted.setItalic(True)
        return max(QFontMetrics(font).horizontalAdvance(text) for font in (upright, slanted))

    def sizeHint(self) -> QSize:
        return QSize(self.width_when(self.tight), px(STRIP_HEIGHT) - (2 if self.tight else 8))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.forget_widths()
        super().changeEvent(event)

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
        if enabled and pointed_at(self):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour("hover", "#DCDFE2"))
            painter.drawRoundedRect(area, 4, 4)
        if self._ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._colour("text", "#1B1E22"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
        painter.setFont(self._letters)
        metrics, gap = QFontMetrics(self._letters), self._gap
        x, on = gap, self.isChecked() and enabled
        line = QRectF(0, 0, area.width(), area.height() / 2 if self.tight else area.height())

        def write(text: str, role: str, fallback: str) -> None:
            nonlocal x
            painter.setPen(self._colour(role, fallback))
            width = metrics.horizontalAdvance(text)
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(QRectF(x, line.top(), width + 2, line.height()), int(middle), text)
            x += width + gap

        def write_name() -> None:
            write(self.text(), "text" if on else "text_caption", "#1B1E22" if on else "#545B64")

        write(str(self.key), "text_caption", "#545B64")
        if self.layer != ALL:
            painter.setOpacity(1.0 if on else 0.5)
            picture = swatch(self.role or self.layer, self.theme, self.devicePixelRatioF())
            painter.drawPixmap(x, round(line.center().y() - SWATCH_HEIGHT / 2), picture)
            painter.setOpacity(1.0)
            x += SWATCH_WIDTH + gap
        if not self.tight:
            write_name()
        write(self.number, "text_second", "#4A5159")
        if self.tight:
            x = gap
            line.moveTop(line.height() - 1)
            write_name()


class LayerStrip(QWidget):
    """Layers by key 1 to 8; what finds no room stands in the menu at the end."""

    toggled = Signal(str)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layerStrip")
        self.setAccessibleName(tr("Layers"))
        self.setFixedHeight(px(STRIP_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._shown: Shown | None = None
        self._layers: Layers | None = None
        self._visible: frozenset[str] | None = None
        self._outputs = False  # whether predictions are chosen
        self.entries = {layer: _Entry(layer, key, self) for key, layer in enumerate(LAYERS, 1)}
        for layer, entry in self.entries.items():
            entry.clicked.connect(lambda _=False, name=layer: self._ask(name))
        self.all = _Entry(ALL, len(LAYERS) + 1, self)
        self.all.clicked.connect(self._ask_all)
        self.switch = StageSwitch(self)
        if theme is not None:
            self.switch.set_theme(theme)
        self.more = QToolButton(self)
        self.more.setText("…")
        self.more.setAutoRaise(True)
        self.more.setAccessibleName(tr("More layers"))
        self.more.setToolTip(tr("More layers"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self._menu)
        self._count()
        self.describe()

    def _ask(self, layer: str) -> None:
        """Pass a wish on; what is checked follows the state alone."""
        # Qt has toggled the button already
        self.entries[layer].setChecked(layer in (self._visible or ()))
        self.toggled.emit(layer)

    def _ask_all(self) -> None:
        self.all.setChecked(self._all_shown)
        self.all_wanted.emit()

    @property
    def _all_shown(self) -> bool:
        return {"positive", "ignored", "negative"} <= (self._visible or frozenset())

    def sizeHint(self) -> QSize:
        every = (*self.entries.values(), self.all)
        return QSize(2 * EDGE + sum(entry.width_when(False) + GAP for entry in every), px(STRIP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, px(STRIP_HEIGHT))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.switch.set_theme(theme)
        for entry in (*self.entries.values(), self.all):
            entry.theme = theme
        self.update()

    def render_state(self, old: State | None, new: State) -> None:
        """Show the visible layers and the counts."""
        if self.show_counts(new, None):
            self.describe()

    def show_counts(self, new: State, layers: Layers | None) -> bool:
        """Show the counts, of ``layers`` where computed already for ``new``; True where `describe` has to follow."""
        mask = new.passing.mask if new.passing is not None else None
        same = not self.switch.render_state(new) and new.shown is self._shown
        held = self._layers
        same = same and (held is None or (held.mask is mask and held.staged is new.staged))
        same = same and self._outputs == (new.predictions is not None)
        if same and new.layers == self._visible:
            return False
        self._outputs = new.predictions is not None
        if not same:
            if _dataset(self._shown) is not _dataset(new.shown):
                for entry in self.entries.values():
                    entry.forget_widths()
            self._shown = new.shown
            if new.shown is not None and layers is None:
                layers = layers_of(new.shown.inspection, new.staged, mask)
            self._layers = layers
            for layer, entry in self.entries.items():
                entry.setText(tr(self._words(layer).short))
                entry.role = self._role(layer)
        self._visible = new.layers
        self._count()
        return True

    def _count(self) -> None:
        held = self._layers
        for layer, entry in self.entries.items():
            entry.theme = self._theme
            entry.count = held.count(layer) if held is not None and self._exists(layer) else None
            entry.setChecked(layer in (self._visible or ()))
            entry.setEnabled(self._offered(layer))
        self.all.theme = self._theme
        self.all.setChecked(self._all_shown)
        self._place_entries()

    def _words(self, layer: str) -> LayerWords:
        """Return a layer's words, of proposals while a second stage is looked at."""
        staged = self._layers is not None and self._layers.staged is not None
        layers = self._layers
        if layers is not None and layers.undecided and not staged and layer in RANKED_LAYERS:
            return RANKED_LAYERS[layer]
        return layer_words(layer, None if self._shown is None else self._shown.recipe, staged)

    def _role(self, layer: str) -> str:
        """Return the role of a layer's line style, empty for its own: candidates are points before a prediction."""
        shown, held = self._shown, self._layers
        if layer != "ignored" or shown is None or held is None or held.staged is not None or not held.undecided:
            return ""
        return "candidate" if shown.recipe.anchors.of_points else ""

    def _exists(self, layer: str) -> bool:
        """Return whether the recipe knows a layer."""
        if self._layers is None or self._shown is None or self._layers.staged is not None:
            return True
        return layer in known_layers(self._shown.recipe, self._shown.inspection.logits is not None)

    def _offered(self, layer: str) -> bool:
        """Return whether a layer has anything to draw; where nothing is shown, whether pictures can have."""
        return self._layers.has(layer) if self._layers is not None else self._outputs or layer not in OF_OUTPUTS

    def describe(self) -> None:
        """Say in names and tooltips what the entries show."""
        for layer, entry in self.entries.items():
            words = "" if entry.count is None else entry.count.words
            entry.setAccessibleName(
                tr("{name} layer").format(name=tr(self._words(layer).short)) + (f", {words}" if words else "")
            )
            missing = tr("of anchors alone") if layer == "heat" else tr("needs predictions")
            tip = words if self._offered(layer) else missing
            entry.setToolTip(
                as_tip(
                    f"{tr(self._words(layer).short)}: {tr(self._words(layer).help)}"
                    + (f"\n{tip}" if tip else "")
                    + tr("\nKey {key}").format(key=entry.key)
                )
            )
        points = self._shown is not None and self._shown.recipe.anchors.of_points
        self.all.setAccessibleName(tr("All points") if points else tr("All anchors"))
        of_points = tr("All: every point, positive and negative\nKey 9")
        tip = of_points if points else tr("All: every anchor, positive, ignored and negative\nKey 9")
        self.all.setToolTip(as_tip(tip))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_entries()

    def _place_entries(self) -> None:
        """Place the entries, each in its room, which stays empty where the recipe knows no such layer."""
        x, right, gap = EDGE, self.width() - EDGE, GAP
        if self.switch.names:
            wanted = min(self.switch.sizeHint().width(), right - 32 - x)
            self.switch.setGeometry(x, 4, wanted, self.height() - 9)
            x += wanted + EDGE
        entries = list(self.entries.values())
        widths, last = [entry.width_when(False) for entry in entries], self.all.width_when(False)
        tight = x + sum(widths) + gap * len(widths) + last > right
        if tight:
            gap, widths, last = 0, [entry.width_when(True) for entry in entries], self.all.width_when(True)
        top, height = (1, self.height() - 3) if tight else (4, self.height() - 9)
        spare = right - last - x - sum(widths)
        fits = spare >= gap * len(widths)
        if tight and fits:
            gap = min(MOST_GAP, spare // len(widths))
        room = right - last - gap if fits else right - 32
        self.all.tight = tight
        self.all.setVisible(fits)
        self.all.setGeometry(right - last, top, last, height)
        self.all.repaint_changed()
        full = False
        for entry, width in zip(entries, widths, strict=True):
            full = full or x + width > room
            entry.tight = tight
            entry.setVisible(not full and self._exists(entry.layer))
            if not full:
                entry.setGeometry(x, top, width, height)
                x += width + gap
                entry.repaint_changed()
        self.more.setVisible(not fits)
        self.more.setGeometry(right - 28, 4, 28, self.height() - 9)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for layer, entry in self.entries.items():
            if entry.isHidden() and self._exists(layer):
                words = "" if entry.count is None else f"  {entry.count.short}"
                picture = QIcon(swatch(entry.role or layer, self._theme, self.devicePixelRatioF()))
                action: Any = self._menu.addAction(picture, f"{tr(self._words(layer).short)}{words}\t{entry.key}")
                action.setCheckable(True)
                action.setChecked(entry.isChecked())
                action.setEnabled(entry.isEnabled())
                action.triggered.connect(lambda _=False, name=layer: self.toggled.emit(name))
        every: Any = self._menu.addAction(f"{self.all.accessibleName()}\t9")
        every.setCheckable(True)
        every.setChecked(self._all_shown)
        every.triggered.connect(lambda _=False: self.all_wanted.emit())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(getattr(self._theme, "window", "#E6E8EA")))
        painter.setPen(QColor(getattr(self._theme, "line", "#D2D5D9")))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


def _dataset(shown: Shown | None) -> object:
    return None if shown is None else shown.dataset
