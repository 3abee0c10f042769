"""A tour of five steps over the live window: a ring around a place and a few words beside; nothing is blocked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QPushButton, QVBoxLayout, QWidget

from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.required import application
from rpn_inspector.gui.widgets.theme import Theme, px, sized

WIDTH, ARROW, GAP, EDGE = 300, 10, 6, 8  # px
MOVED = {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest}
MARGINS = (14, 12, 14, 12)  # px: left, top, right, bottom


class CalloutSide(Enum):
    """Where the words stand beside the place."""

    RIGHT = (1, 0)
    LEFT = (-1, 0)
    BELOW = (0, 1)
    ABOVE = (0, -1)


@dataclass(frozen=True, slots=True)
class Step:
    """A title, a few words, and the place they speak of.

    ``place`` gives a rectangle in px of the host, None while off the screen; ``show`` brings a hidden place to the
    screen. A step whose place stays hidden is passed over, unless the words hold ``anywhere``.
    """

    title: str
    words: str
    place: Callable[[], QRect | None]
    show: Callable[[], None] = lambda: None
    anywhere: bool = False


def place_of(host: QWidget, widget: Callable[[], QWidget | None]) -> Callable[[], QRect | None]:
    """Return a function giving a widget's rectangle in px of ``host``, None while hidden or in another window."""

    def find() -> QRect | None:
        found = widget()
        if found is None or not found.isVisible() or found.window() is not host.window():
            return None
        return QRect(found.mapTo(host, QPoint(0, 0)), found.size())

    return find


def menu_place(host: QWidget, bar: QMenuBar, number: int) -> Callable[[], QRect | None]:
    """Return a function giving a menu title's rectangle in px of ``host``, None without a menu bar, as on macOS."""

    def find() -> QRect | None:
        if not bar.isVisible() or number >= len(bar.actions()):
            return None
        rect = bar.actionGeometry(bar.actions()[number])
        return QRect(bar.mapTo(host, rect.topLeft()), rect.size())

    return find


def steps_for(
    host: QWidget,
    images: Callable[[], QWidget | None],
    canvas: Callable[[], QWidget | None],
    inspector: Callable[[], QWidget | None],
    tables: Callable[[], QWidget | None],
    export: Callable[[], QRect | None],
    show: Callable[[str], None] = lambda name: None,
) -> tuple[Step, ...]:
    """Return the five steps of the demo's tour.

    Args:
        host: the window; every place is in px of ``host``.
        images: finds the panel of pictures, None while missing.
        canvas: finds the canvas, None while missing.
        inspector: finds the inspector, None while missing.
        tables: finds the tables, None while missing.
        export: gives the place of the File menu in px of ``host``, None without a menu bar.
        show: brings the page of a picture to the screen, and the dock of a name, "" for none.
    """
    return (
        Step(
            tr("Pictures"),
            tr("Every picture of the dataset. D and A, or the arrow keys, go to the next and the previous one."),
            place_of(host, images),
            partial(show, "Images"),
        ),
        Step(
            tr("Boxes on the picture"),
            tr(
                "White is what the annotator drew, green a positive anchor, dotted an ignored one, dashed blue a "
                "prediction. Click a box; click again for the others under the same point. 1 to 7 switch the layers."
            ),
            place_of(host, canvas),
            partial(show, ""),
        ),
        Step(
            tr("Why this anchor"),
            tr(
                "Its label and the reason in words, its boxes, its target t*, what it adds to the loss. Explain, "
                "further down, puts its numbers into the formulas; type another number there to see what would follow."
            ),
            place_of(host, inspector),
            partial(show, "Inspector"),
        ),
        Step(
            tr("Tables"),
            tr(
                "All anchors and all ground truths. A row, a box and a point are one selection. Click a heading to "
                "sort; Ctrl+C copies the row."
            ),
            place_of(host, tables),
            partial(show, "Tables"),
        ),
        Step(
            tr("Take it with you"),
            tr(
                "File, Export decoded boxes writes what the predictions say in original px. Now open a dataset of "
                "your own: Ctrl+O, or drop it here. Your files are only read."
            ),
            export,
            anywhere=True,
        ),
    )


class Callout(QWidget):
    """The words of one step, the buttons, and an arrow to the place."""

    def __init__(self, host: QWidget, theme: Theme) -> None:
        super().__init__(host)
        self.theme = theme
        self.side: CalloutSide | None = CalloutSide.BELOW  # None: in the middle, with no arrow
        self.tip = QPoint()
        self.column = QVBoxLayout(self)
        self.column.setSpacing(6)
        self.title, self.words, self.count = PlainLabel(), PlainLabel(), PlainLabel()
        self.words.setWordWrap(True)
        self.column.addWidget(self.title)
        self.column.addWidget(self.words)
        line = QHBoxLayout()
        line.setSpacing(4)
        self.leave, self.back, self.next = (QPushButton(text) for text in (tr("Leave"), tr("Back"), tr("Next")))
        line.addWidget(self.count)
        line.addStretch(1)
        spoken = (tr("Leave the tour"), tr("Previous step of the tour"), tr("Next step of the tour"))
        for button, name in zip((self.leave, self.back, self.next), spoken, strict=True):
            button.setAccessibleName(name)
            line.addWidget(button)
        self.leave.setToolTip(tr("Leave the tour (Esc)"))
        self.column.addSpacing(4)
        self.column.addLayout(line)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours: dark in both themes, with an edge in the dark theme."""
        self.theme = theme
        text, quiet = (theme.text, theme.text_caption) if theme.dark else (theme.dock, theme.line)
        self.title.setFont(sized(self.font(), 14, bold=True))
        self.setStyleSheet(
            f"QLabel {{ color: {text}; background: transparent; }}"
            f"QPushButton {{ color: {text}; background: transparent; border: 1px solid {quiet}; border-radius: 4px;"
            f" padding: 3px 10px; }} QPushButton:hover, QPushButton:focus {{ border: 2px solid {text};"
            f" padding: 2px 9px; }} QPushButton:disabled {{ color: {theme.text_caption};"
            f" border-color: {theme.text_second}; }}"
        )
        self.update()

    def stand(self, bounds: QRect) -> None:
        """Move to the middle of ``bounds``, px of the host, and point at nothing."""
        self.side = None
        self.column.setContentsMargins(*MARGINS)
        place = QRect(QPoint(0, 0), self._size())
        place.moveCenter(bounds.center())
        self.setGeometry(place)
        self.update()

    def _size(self) -> QSize:
        height = self.heightForWidth(px(WIDTH)) if self.hasHeightForWidth() else self.sizeHint().height()
        return QSize(px(WIDTH), height)

    def point(self, target: QRect, bounds: QRect) -> None:
        """Move beside ``target`` with the arrow towards ``target``, inside ``bounds``; both px of the host."""
        self.side = self._roomiest(target, bounds)
        dx, dy = self.side.value
        margin = [*MARGINS]
        margin[{(1, 0): 0, (0, 1): 1, (-1, 0): 2, (0, -1): 3}[self.side.value]] += ARROW
        self.column.setContentsMargins(*margin)
        size, centre = self._size(), target.center()
        if self.side in (CalloutSide.RIGHT, CalloutSide.LEFT):
            x = target.right() + GAP if dx > 0 else target.left() - GAP - size.width()
            y = centre.y() - size.height() // 2
        else:
            x = centre.x() - size.width() // 2
            y = target.bottom() + GAP if dy > 0 else target.top() - GAP - size.height()
        x = min(max(x, bounds.left() + EDGE), bounds.right() - EDGE - size.width())
        y = min(max(y, bounds.top() + EDGE), bounds.bottom() - EDGE - size.height())
        self.setGeometry(QRect(QPoint(x, y), size))
        self.tip = centre - QPoint(x, y)
        self.update()

    @staticmethod
    def _roomiest(target: QRect, bounds: QRect) -> CalloutSide:
        """Return the side with most room beside the place."""
        room = {
            CalloutSide.RIGHT: (bounds.right() - target.right()) / (px(WIDTH) + 2 * EDGE),
            CalloutSide.LEFT: (target.left() - bounds.left()) / (px(WIDTH) + 2 * EDGE),
            CalloutSide.BELOW: (bounds.bottom() - target.bottom()) / 200,
            CalloutSide.ABOVE: (target.top() - bounds.top()) / 200,
        }
        return max(room, key=lambda side: room[side])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.text_caption), 1) if self.theme.dark else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.hover if self.theme.dark else self.theme.text))
        body = QRectF(self.rect())
        dx, dy = (0, 0) if self.side is None else self.side.value
        body.adjust(ARROW * (dx > 0), ARROW * (dy > 0), -ARROW * (dx < 0), -ARROW * (dy < 0))
        shape = QPainterPath()
        shape.addRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.drawPath(shape if self.side is None else shape.united(self._arrow(body, dx, dy)))

    def _arrow(self, body: QRectF, dx: int, dy: int) -> QPainterPath:
        """Return the triangle from the edge of ``body`` to the place, in the direction (-dx, -dy)."""
        half = ARROW * 0.8
        if dx:
            edge = body.left() if dx > 0 else body.right()
            y = min(max(float(self.tip.y()), body.top() + 16), body.bottom() - 16)
            base = edge + dx
            points = [QPointF(edge - dx * ARROW, y), QPointF(base, y - half), QPointF(base, y + half)]
        else:
            edge = body.top() if dy > 0 else body.bottom()
            x = min(max(float(self.tip.x()), body.left() + 16), body.right() - 16)
            base = edge + dy
            points = [QPointF(x, edge - dy * ARROW), QPointF(x - half, base), QPointF(x + half, base)]
        arrow = QPainterPath()
        arrow.addPolygon(QPolygonF(points))
        arrow.closeSubpath()
        return arrow


class TourRing(QWidget):
    """A frame around a place; clicks pass through."""

    def __init__(self, host: QWidget, theme: Theme) -> None:
        super().__init__(host)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.text), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


class Tour(QObject):
    """Walks through ``steps`` over ``host``; the window stays usable. ``finished`` says whether all steps were seen."""

    finished = Signal(bool)

    def __init__(self, host: QWidget, theme: Theme, steps: Sequence[Step]) -> None:
        super().__init__(host)
        self.host, self.theme, self.steps = host, theme, tuple(steps)
        self.number = -1
        self.callout: Callout | None = None
        self.ring: TourRing | None = None
        # After the layout: what was shown or moved has its place only then.
        self._following = QTimer(self, singleShot=True, interval=0)
        self._following.timeout.connect(self._place)

    @property
    def running(self) -> bool:
        """Return whether a step is on the screen."""
        return self.callout is not None

    def start(self) -> None:
        """Begin with the first step."""
        self.stop(False, quiet=True)
        self.ring, self.callout = TourRing(self.host, self.theme), Callout(self.host, self.theme)
        self.callout.leave.clicked.connect(lambda: self.stop(False))
        self.callout.back.clicked.connect(lambda: self._go(self.number - 1))
        self.callout.next.clicked.connect(lambda: self._go(self.number + 1))
        # On the application: Esc must leave the tour whichever widget has the focus, and any panel may be moved.
        application().installEventFilter(self)
        self._go(0)

    def stop(self, seen: bool, quiet: bool = False) -> None:
        """Take everything away."""
        if self.callout is None or self.ring is None:
            return
        application().removeEventFilter(self)
        for widget in (self.callout, self.ring):
            widget.hide()
            widget.deleteLater()
        self.callout = self.ring = None
        self.number = -1
        if not quiet:
            self.finished.emit(seen)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        if self.callout is not None and self.ring is not None:
            self.callout.set_theme(theme)
            self.ring.theme = theme
            self.ring.update()

    def _go(self, number: int) -> None:
        """Go to step ``number``, or on in the same direction past steps whose place cannot be shown."""
        way = 1 if number >= self.number else -1
        while 0 <= number < len(self.steps) and not self._reached(self.steps[number]):
            number += way
        if number >= len(self.steps):
            self.stop(True)
            return
        if number < 0:
            return
        self.number = number
        callout, step = self.callout, self.steps[number]
        assert callout is not None
        last = number == len(self.steps) - 1
        callout.title.setText(step.title)
        callout.words.setText(step.words)
        callout.count.setText(tr("{n} of {all}").format(n=number + 1, all=len(self.steps)))
        callout.setAccessibleName(f"{step.title}. {step.words}")
        callout.back.setEnabled(number > 0)
        callout.next.setText(tr("Done") if last else tr("Next"))
        self._place()
        callout.show()
        callout.raise_()
        callout.next.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _reached(step: Step) -> bool:
        """Show a step's place, and return whether there is one or none is needed."""
        step.show()
        return step.anywhere or step.place() is not None

    def _place(self) -> None:
        if self.callout is None or self.ring is None:
            return
        bounds = self.host.rect()
        target = self.steps[self.number].place()
        self.ring.setVisible(target is not None)
        if target is None:  # closed since, or no menu bar
            self.callout.stand(bounds)
        else:
            self.ring.setGeometry(target.adjusted(-1, -1, 1, 1).intersected(bounds))
            self.ring.raise_()
            self.callout.point(target, bounds)
        self.callout.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVED and isinstance(watched, QWidget) and watched not in (self.callout, self.ring):
            self._following.start()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._ours(watched):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # Esc leaves the tour before clearing the selection
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.stop(False)
                return True
        return False

    def _ours(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and watched.window() is self.host.window()
