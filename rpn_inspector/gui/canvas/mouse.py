"""What the mouse does on a canvas: point, click, move the picture, hold a box by a grip, or lay the ruler."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt

from rpn_inspector.gui.canvas.grips import Four, Grip, grip_at
from rpn_inspector.gui.canvas.ruler import Line
from rpn_inspector.gui.canvas.view import CanvasView

CLICK_SLACK = 4  # px between press and release that still make a click
SHAPES = Qt.CursorShape


class Ground(Protocol):
    """The part of the canvas the hand works on; points are in widget px."""

    @property
    def view(self) -> CanvasView:
        """Return where the scene stands."""

    def grips(self) -> dict[str, npt.NDArray[Any]]:
        """Return the draggable boxes (4,), network px, by kind."""


class Hand:
    """The state of the mouse over the canvas; ``changed`` is called when the look changes, ``panned(dx, dy)`` in px.

    ``box`` is the held box at the mouse, ``line`` the ruler, both in network px, None without.
    """

    def __init__(self, ground: Ground, changed: Callable[[], None], panned: Callable[[float, float], None]) -> None:
        self._ground, self._changed, self._panned = ground, changed, panned
        self._press: QPointF | None = None
        self._last: QPointF | None = None
        self._dragging = self._laying = self._space = self._measuring = False
        self.grip: Grip | None = None  # under the cursor
        self.held: Grip | None = None
        self.box: Four | None = None
        self.line: Line | None = None

    @property
    def pressing(self) -> bool:
        """Return whether a button is down."""
        return self._press is not None

    @property
    def measuring(self) -> bool:
        """Return whether a drag lays the ruler instead of moving the picture."""
        return self._measuring

    def measure(self, wanted: bool) -> None:
        """Lay the ruler from now on, or put the ruler away."""
        self._measuring = wanted
        if not wanted:
            self.line = None
        self._changed()

    def space(self, down: bool) -> None:
        """Move the picture, whatever is under the cursor, while the space bar is down."""
        self._space = down
        self._changed()

    def leave_picture(self) -> None:
        """Let go of boxes and ruler of the picture before; a pan goes on with the next picture."""
        if self.held is not None or self._laying:
            self._press = self._last = None
            self._dragging = self._laying = False
        self.line = self.grip = self.held = self.box = None

    def press(self, at: QPointF, left: bool, shift: bool) -> None:
        """Put a button down; the left button may take hold of a box."""
        self._press = self._last = at
        self._dragging = self._laying = False
        self.held = None
        if left and not self._space:
            self.point(at)
            self._laying = self._measuring or shift
            self.held = None if self._laying else self.grip

    def move(self, at: QPointF) -> bool:
        """Move to ``at``; return whether something is dragged."""
        if self._press is None or self._last is None:
            self.point(at)
            return False
        far = at - self._press
        # a trembling hand still clicks
        if not self._dragging and max(abs(far.x()), abs(far.y())) > CLICK_SLACK:
            self._dragging = True
        if self._dragging:
            self._drag(self._press, far, at - self._last)
            self._last = at
        return self._dragging

    def _drag(self, press: QPointF, far: QPointF, step: QPointF) -> None:
        """Lay the ruler, move what is held, or move the picture; ``far`` is the way from ``press``."""
        view = self._ground.view
        if self._laying:
            end = press + far
            self.line = (*view.from_widget(press.x(), press.y()), *view.from_widget(end.x(), end.y()))
        elif self.held is not None:
            self.box = self.held.moved(far.x() / view.scale, far.y() / view.scale)
        else:
            self._panned(step.x(), step.y())
        self._changed()

    def release(self, at: QPointF) -> bool:
        """Let the button go; return whether press and release were a click."""
        clicked = not self._dragging
        self._press = self._last = self.held = self.box = None
        self._dragging = False
        if clicked:
            self.line = None  # a click takes the ruler away
        self.point(at)
        self._changed()
        return clicked and not self._space

    def point(self, at: QPointF) -> None:
        """Find what a press at ``at`` would take hold of."""
        grip = None if self._measuring or self._space else grip_at(self._ground.grips(), self._ground.view, at)
        if grip != self.grip:
            self.grip = grip
            self._changed()

    @property
    def cursor(self) -> Qt.CursorShape:
        """Return the cursor's shape for what a press would do, or does."""
        if self._dragging and not self._laying and self.held is None:
            return SHAPES.ClosedHandCursor
        if self._space:
            return SHAPES.OpenHandCursor
        if self._measuring:
            return SHAPES.CrossCursor
        held = self.held or self.grip
        return held.cursor if held is not None else SHAPES.ArrowCursor
