"""The canvas: a picture with boxes, zoom, pan and picking. Scene coordinates are network px."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.recorded_frame import how_seen
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array
from rpn_inspector.gui.canvas.grips import paint_grip, paint_held
from rpn_inspector.gui.canvas.hover_words import hover_words, selected_words
from rpn_inspector.gui.canvas.layers import Layers
from rpn_inspector.gui.canvas.mouse import Hand
from rpn_inspector.gui.canvas.painting import (
    CanvasScene,
    badge_place,
    paint_badge,
    paint_chosen,
    paint_layers,
    paint_note,
    paint_words,
    selected_places,
)
from rpn_inspector.gui.canvas.picture import Backdrop, paint_picture
from rpn_inspector.gui.canvas.prepared import Prepared, Room
from rpn_inspector.gui.canvas.ruler import paint_ruler, words_of
from rpn_inspector.gui.canvas.stage_layers import layers_of
from rpn_inspector.gui.canvas.view import CanvasView, around, fitted, same_part
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.kept_paint import KeptPaint, place_beside
from rpn_inspector.gui.widgets.theme import sized

if TYPE_CHECKING:
    from rpn_inspector.core.frame import Frame
    from rpn_inspector.gui.widgets.theme import Theme
    from rpn_inspector.session.request import Shown
    from rpn_inspector.session.state import State

WHAT_IF = "What-if, not the data"
HELP = "The picture with its anchors; click to select, drag to move, wheel to zoom"
BUSY_AFTER_MS = 200  # quicker answers show no sign
HOVER_AFTER_MS = 80  # another picture under a mouse at rest: what is only passed by is painted once


class Canvas(QWidget):
    """The picture of `State.shown` with layers; signals give clicked and hovered points in network px.

    A mouse that stands still hovers anew where something else came to stand under it, and so does one that holds a box;
    while that is dragged, ``dragged`` gives the mouse's place.

    Where ``tryable``, the selected anchor's ground truth and predicted box can be dragged: ``tried(kind, box)`` is the
    what-if, ``kind`` gt or predicted, ``box`` (4,) network px. A drag with Shift, or while ``measuring``, lays the
    ruler.
    """

    clicked = Signal(float, float)
    tried = Signal(str, object)
    hovered = Signal(float, float)
    dragged = Signal(float, float)
    left = Signal()
    zoomChanged = Signal(float)
    viewChanged = Signal(object)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName(tr("Canvas"))
        self.setAccessibleDescription(tr(HELP))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 160)
        self.installEventFilter(self)
        self._theme = theme
        self._shown: Shown | None = None
        self._scene: CanvasScene | None = None
        self._lost: tuple[Inspection, int] | None = None
        self._moved: tuple[Inspection, tuple[Array, Array]] | None = None
        self._backdrop: Backdrop | None = None
        self.prepared = Prepared()
        self._layers_painted, self._boxes_painted = KeptPaint(), KeptPaint()
        self._view = CanvasView()
        self._fitted = True
        self.tryable = False
        self.hand = Hand(self, self._hand_changed, self._pan)
        self._busy_sign = False
        self._described: tuple[object, ...] = (None, None, None)
        self.covered = 0, 0  # px at the left and the right under another widget
        self._busy_timer = QTimer(self)
        self._busy_timer.setSingleShot(True)
        self._busy_timer.setInterval(BUSY_AFTER_MS)
        self._busy_timer.timeout.connect(self._show_busy)
        self._mouse: QPointF | None = None
        self._again = QTimer(self)  # once for all that changes together, and outside of the change
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._hover)

    def sizeHint(self) -> QSize:
        return QSize(820, 550)

    # What is shown

    def render_state(self, old: State | None, new: State) -> None:
        """Show ``new``; repaints only where something drawn differs from what stands there."""
        another = new.shown is not self._shown
        if another:
            self._take(new.shown)
            self.update()
        mask = new.passing.mask if new.passing is not None else None
        # by identity: a filter makes a new mask, and comparing 200,000 flags at each hover would cost
        drawn = self.layers
        if drawn is not None and (drawn.mask is not mask or drawn.staged is not new.staged):
            self._scene = CanvasScene(layers_of(drawn.inspection, new.staged, mask), self._scene)
            self._again.start(0)
            self.update()
        if another and new.shown is not None:
            self._again.start(HOVER_AFTER_MS)  # whatever else came to stand under the mouse
        if self._scene is not None and self._scene.pointed != new.pointed:
            self._scene.pointed = new.pointed
            self.update()
        if self._scene is not None:
            selected = new.selection if new.staged is None else new.candidate
            wanted = (new.layers, selected, new.gt, new.heat)
            if wanted[1:3] != (self._scene.selection, self._scene.gt):
                self._lost = None
            if wanted != (self._scene.visible, self._scene.selection, self._scene.gt, self._scene.heat):
                self._scene.visible, self._scene.selection, self._scene.gt, self._scene.heat = wanted
                self.update()
        self._describe()
        if new.busy and not self._busy_sign and not self._busy_timer.isActive():
            self._busy_timer.start()
        elif not new.busy:
            self._busy_timer.stop()
            if self._busy_sign:
                self._busy_sign = False
                self.update()

    def _describe(self) -> None:
        """Say what is selected and in focus to those who do not see it."""
        scene = self._scene
        now = (scene, None, None) if scene is None else (scene, scene.selection, scene.gt)
        if now != self._described:
            self._described = now
            self.setAccessibleDescription(". ".join((*([] if scene is None else selected_words(scene)), tr(HELP))))

    @property
    def layers(self) -> Layers | None:
        """Return the layers drawn, None without a picture."""
        return None if self._scene is None else self._scene.layers

    def mark_moved(self, inspection: Inspection | None, new: Array, lost: Array) -> None:
        """Mark the anchors ``new`` (n,) and ``lost`` (m,) as positives since a step, while ``inspection`` is drawn."""
        if inspection is None and self._moved is None:
            return
        grid = None if inspection is None else inspection.grid
        self._moved = None if inspection is None or grid is None else (inspection, (grid.drawn(new), grid.drawn(lost)))
        for painted in (self._layers_painted, self._boxes_painted):
            painted.forget()
        self.update()

    def mark_lost(self, place: int) -> None:
        """Draw box ``place`` of those a trained picture began with as chosen, until anything else is."""
        self._lost = None if self._scene is None else (self._scene.inspection, place)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _take(self, shown: Shown | None) -> None:
        before, self._shown = self._shown, shown
        if self._backdrop is not None and (before is None or shown is None or not _same_picture(before, shown)):
            self._backdrop.leave()
        if shown is None:
            self._scene = self._backdrop = None
            self._layers_painted, self._boxes_painted = KeptPaint(), KeptPaint()
            self.hand.leave_picture()
            return
        ready = self.prepared.of(shown)
        if before is None or not _same_picture(before, shown):
            self._backdrop = ready.backdrop
            if self._backdrop is None and shown.picture is not None:
                self._backdrop = Backdrop(shown.picture.pixels)
            self.hand.leave_picture()
        self._scene = CanvasScene(ready.layers)
        if ready.painting is not None and (self._moved is None or self._moved[0] is not shown.inspection):
            self._boxes_painted.take(*ready.painting)
        if before is None or self._fitted:
            self.fit()
            return
        was, now = before.inspection.frame, shown.inspection.frame
        if (was.network_size, was.pixel_offset) != (now.network_size, now.pixel_offset):
            if before.dataset is shown.dataset and before.index == shown.index:  # another recipe: same part in view
                self._set_view(same_part(self._view, was, now))
            else:
                self.fit()

    def _show_busy(self) -> None:
        self._busy_sign = True
        self.update()

    # Zoom and pan

    @property
    def percent(self) -> float:
        """Return the zoom: screen px per original px, in percent."""
        if self._shown is None:
            return 100.0
        return 100.0 * self._view.scale * self._per_original()

    def _per_original(self) -> float:
        """Return network px per original px."""
        assert self._shown is not None
        return self._shown.inspection.frame.scale[0]

    def _set_view(self, view: CanvasView, fitted: bool = False) -> None:
        zoomed = view.scale != self._view.scale
        self._view, self._fitted = view, fitted
        self._again.start(0)
        if zoomed:
            self.zoomChanged.emit(self.percent)
        self.update()
        self.viewChanged.emit(view)

    @property
    def view(self) -> CanvasView:
        """Return where the scene stands."""
        return self._view

    @property
    def fits(self) -> bool:
        """Return whether the whole picture is shown, and will be at another size."""
        return self._fitted

    def show_view(self, view: CanvasView, fits: bool = False) -> None:
        """Show the same part as another canvas, which shows the whole picture where ``fits``."""
        if view != self._view:
            self._set_view(view)
        self._fitted = fits

    def fit(self) -> None:
        """Show the whole picture, and go on doing so when the size changes."""
        self._fitted = True
        if self._shown is not None:
            frame = self._shown.inspection.frame
            view = fitted(frame.network_size, self.width(), self.height(), corner=frame.pixel_offset)
            self._set_view(view, fitted=True)

    def zoom_actual(self) -> None:
        """Show an original px on each screen px, around the middle of the canvas."""
        if self._shown is not None:
            self.zoom_by(100.0 / self.percent)

    def zoom_by(self, factor: float) -> None:
        """Zoom around the middle of the canvas."""
        if self._shown is not None:
            self._set_view(self._view.zoomed(factor, self.width() / 2, self.height() / 2))

    def zoom_to(self, box: npt.ArrayLike) -> None:
        """Bring a box (4,) of network px into the middle, large enough to be looked at."""
        if self._shown is not None:
            x1, y1, x2, y2 = (float(edge) for edge in np.asarray(box, np.float64).reshape(4))
            self._set_view(around((x1, y1, x2, y2), self.width(), self.height()))

    def to_widget(self, x: float, y: float) -> QPointF:
        """Return a point of network px in widget coordinates."""
        return QPointF(*self._view.to_widget(x, y))

    def from_widget(self, point: QPointF) -> tuple[float, float]:
        """Return a point of widget coordinates in network px; the inverse of `to_widget`."""
        return self._view.from_widget(point.x(), point.y())

    def _pan(self, dx: float, dy: float) -> None:
        """Move the picture, but never out of sight."""
        assert self._shown is not None
        area = self._network_area(self._shown.inspection.frame)
        # px of the picture that stay in sight
        keep = 48.0
        x = min(max(area.x() + dx, keep - area.width()), self.width() - keep)
        y = min(max(area.y() + dy, keep - area.height()), self.height() - keep)
        self._set_view(self._view.moved(x - area.x(), y - area.y()))

    # Trying out and measuring

    @property
    def measuring(self) -> bool:
        """Return whether a drag lays the ruler instead of moving the picture."""
        return self.hand.measuring

    @measuring.setter
    def measuring(self, wanted: bool) -> None:
        self.hand.measure(wanted)

    @property
    def ruler_words(self) -> str:
        """Return how long the ruler is, empty where none lies."""
        line = self.hand.line
        return "" if line is None or self._shown is None else words_of(line, self._shown.inspection)

    @property
    def holding(self) -> bool:
        """Return whether a box is being dragged: the box follows the mouse before any other work."""
        return self.hand.box is not None

    def grips(self) -> dict[str, npt.NDArray[Any]]:
        """Return the draggable boxes (4,) by kind, the topmost first."""
        if not self.tryable or self._scene is None or self._shown is None:
            return {}
        return self._scene.tryable(self._shown.inspection if self._shown.data is None else self._shown.data)

    def _hand_changed(self) -> None:
        self.setCursor(self.hand.cursor)
        self.update()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._fitted:
            self.fit()
        elif event.oldSize().isValid():  # keep what is in the middle in the middle
            grown = event.size() - event.oldSize()
            self._set_view(self._view.moved(grown.width() / 2, grown.height() / 2))

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() or event.angleDelta().x()
        if self._shown is not None and steps:
            self._set_view(self._view.zoomed(1.2 ** (steps / 120), event.position().x(), event.position().y()))
        event.accept()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # A filter on itself rather than `event`: PySide 6.11 on Python 3.11 cannot carry an error from paintEvent
        # through an `event` written in Python, and ends the process instead.
        if not isinstance(event, QNativeGestureEvent) or self._shown is None:
            return False
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            at = event.position()
            self._set_view(self._view.zoomed(1.0 + event.value(), at.x(), at.y()))
            return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        if not left and event.button() != Qt.MouseButton.MiddleButton:
            super().mousePressEvent(event)
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.hand.press(event.position(), left and self._shown is not None, shift)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # two quick clicks walk the stack twice

    def enterEvent(self, event: QEnterEvent) -> None:
        self._mouse = event.position()
        super().enterEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position()
        if self._shown is None:
            return
        dragged = self.hand.move(event.position())
        if self.hand.held is not None and self.hand.box is not None:
            self.tried.emit(self.hand.held.kind, self.hand.box)
            self.dragged.emit(*self.from_widget(event.position()))
            self._again.start(HOVER_AFTER_MS)  # what lies under the mouse once it rests: the box comes first
        elif not dragged:
            self._hover()

    def _hover(self) -> None:
        if self._mouse is not None and self._shown is not None and (self.holding or not self.hand.pressing):
            self.hovered.emit(*self.from_widget(self._mouse))
            if self.holding:
                self.update()  # what was said of another place is left out until now

    def stop_hovering(self) -> None:
        """Do not look for what came to stand under the mouse."""
        self._again.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.hand.pressing:
            super().mouseReleaseEvent(event)
            return
        clicked = self.hand.release(event.position())
        self._again.start(0)
        if clicked and self._shown is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(*self.from_widget(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._mouse = None
        self.left.emit()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.hand.space(True)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1.2)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_by(1 / 1.2)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.hand.space(False)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: Any) -> None:
        self.hand.space(False)
        super().focusOutEvent(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, ratio = QPainter(self), self.devicePixelRatioF()
        view, beside, scene = None if self._fitted else self._view, place_beside(painter), self._scene
        drawn = (frozenset[str](), "") if scene is None else (scene.visible, scene.heat)
        self.prepared.room = Room(self.size(), ratio, beside, self._surround, view, *drawn)
        corner = self._seen.adjusted(10, 10, -10, -10)
        kept = self.signs_at()
        if not self._paint_view(painter, corner, ratio, kept, keep=True):
            return
        assert self._scene is not None
        metrics = QFontMetricsF(painter.font())
        if not self.covered[1]:  # else the one over it says it
            paint_badge(painter, self._zoom_words, corner, right=True)
        if self._busy_sign:
            paint_badge(painter, tr("Computing…"), corner, right=False)
        elif self._scene.pointed and (not self._again.isActive() if self.holding else not self.hand.pressing):
            kept += selected_places(self._scene, self._view, metrics, self._seen, kept)
            paint_note(painter, hover_words(self._scene), corner.bottomLeft(), corner, kept)

    def signs_at(self) -> list[QRectF]:
        """Return where zoom, signs and buttons stand over the picture, widget px: no label stands under them."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        buttons = self.findChildren(QAbstractButton, options=direct)
        places = [QRectF(button.geometry()) for button in buttons if button.isVisible()]
        if self._shown is None:
            return places
        metrics, corner = QFontMetricsF(sized(QApplication.font(), 11)), self._seen.adjusted(10, 10, -10, -10)
        if not self.covered[1]:
            places.append(badge_place(metrics, self._zoom_words, corner, right=True))
        if signs := self._signs_words:
            places.append(badge_place(metrics, signs, corner, right=False, top=True))
        return places

    @property
    def _zoom_words(self) -> str:
        return f"{self.percent:,.0f} %"

    @property
    def _seen(self) -> QRectF:
        left, right = self.covered
        return QRectF(self.rect()).adjusted(left, 0, -right, 0)

    def set_covered(self, left: int, right: int) -> None:
        """Keep words out of the ``left`` and ``right`` px covered by another widget."""
        if (left, right) != self.covered:
            self.covered = left, right
            self.update()

    def paint_still(self, painter: QPainter, area: QRectF, ratio: float) -> None:
        """Paint the view without what belongs to the window alone: zoom, work under way, what is pointed at.

        Args:
            painter: in widget px.
            area: the part that is looked at, widget px; what is to be known of the picture is written into its corner.
            ratio: device px per widget px.
        """
        corner = area.adjusted(10, 10, -10, -10)
        signs, metrics = self._signs_words, QFontMetricsF(sized(QApplication.font(), 11))
        kept = [badge_place(metrics, signs, corner, right=False, top=True)] if signs else []
        self._paint_view(painter, corner, ratio, kept)

    @property
    def _surround(self) -> QColor:
        return QColor(self._theme.surround if self._theme is not None else "#BFC3C8")

    @property
    def picture_area(self) -> QRectF:
        """Return the part of the widget that the picture covers, widget px; all of the widget without a picture."""
        if self._shown is None:
            return QRectF(self.rect())
        return self._network_area(self._shown.inspection.frame) & QRectF(self.rect())

    def _network_area(self, frame: Frame) -> QRectF:
        height, width = (side * self._view.scale for side in frame.network_size)
        return QRectF(*self._view.to_widget(*map(float, frame.pixel_offset)), width, height)

    def _paint_view(
        self, painter: QPainter, corner: QRectF, ratio: float, kept: Sequence[QRectF], keep: bool = False
    ) -> bool:
        """Paint the picture, its boxes and what is to be known of it; return whether there is a picture.

        No tag stands at ``kept``, widget px. With ``keep`` what the mouse does not change is kept and copied.
        """
        surround = self._surround
        if self._shown is None or self._scene is None:
            painter.fillRect(self.rect(), surround)
            return False
        painter.setFont(sized(QApplication.font(), 11))
        scene, view, area = self._scene, self._view, QRectF(self.rect())
        moved, lost = self._moved, self._lost
        scene.moved = moved[1] if moved is not None and moved[0] is scene.inspection else None
        scene.lost = lost[1] if lost is not None and lost[0] is scene.inspection else None

        def paint_ground(to: QPainter) -> None:
            to.fillRect(self.rect(), surround)
            if not paint_picture(to, scene.inspection.frame, self._backdrop, view, self.size(), ratio):
                self._backdrop = None
            paint_layers(to, scene, view, area, ratio)

        def paint_boxes(to: QPainter) -> None:
            if keep:
                key = (surround, view, self._backdrop, *scene.layers_key)
                self._layers_painted.paint(to, self.size(), ratio, key, paint_ground, self.holding)
            else:
                paint_ground(to)
            paint_chosen(to, scene, view, area, ratio)

        if keep:
            key = (surround, view, self._backdrop, *scene.boxes_key)
            self._boxes_painted.paint(painter, self.size(), ratio, key, paint_boxes, self.holding)
        else:
            paint_boxes(painter)
        if keep:
            self._paint_hand(painter)  # under the words, which stand small beside the same edges
        paint_words(painter, scene, view, area, ratio, self._seen, kept)
        if self.hand.line is not None:
            paint_ruler(painter, self.hand.line, self.ruler_words, self._view, corner)
        if signs := self._signs_words:
            paint_badge(painter, signs, corner, right=False, top=True)
        return True

    def _paint_hand(self, painter: QPainter) -> None:
        """Paint the box that is held, or the handles of the one that a press would hold."""
        if self.hand.box is not None:
            paint_held(painter, self.hand.box, self._view)
        elif self.hand.grip is not None and self.hand.grip.kind in (boxes := self.grips()):
            paint_grip(painter, boxes[self.hand.grip.kind], self._view)

    @property
    def _signs_words(self) -> str:
        """Return what is not as the data and the file say, "" where all is; it stands in a corner."""
        if self._shown is None:
            return ""
        signs = [tr(WHAT_IF)] if self._shown.what_if is not None else []
        frame = self._shown.inspection.frame
        if not frame.placed:
            signs.append(tr("The trainer saw another picture, not this file: only its boxes are known"))
        elif self._shown.picture is None:
            signs.append(self._shown.without_picture)
        elif self._backdrop is None:
            signs.append(tr("The picture does not fit into the memory"))
        elif how_seen(frame):
            signs.append(tr("As the network saw it: {how}").format(how=said(Text.listed(how_seen(frame)))))
        return "  ·  ".join(signs)


def _same_picture(one: Shown, other: Shown) -> bool:
    """Return whether both are one answer, of data or of what is tried out."""
    if one.picture is not None or other.picture is not None:
        return one.picture is other.picture
    return (one.data or one.inspection) is (other.data or other.inspection)
