"""Small pictures made in the background, for those in sight only."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap


class MadeImages(QObject):
    """Pixmaps by number; `of` returns at once, ``made(number)`` follows each new one. A subclass says how one is made.

    Args:
        name: of the thread.
        kept: the number held at once.
        wanted: the number ordered at once; the oldest orders are dropped, and given anew by the next painting.
        newest_first: whether the last order is carried out first.
        parent: the owner.
    """

    made = Signal(int)
    _done = Signal(object, int, QImage)

    def __init__(self, name: str, kept: int, wanted: int, newest_first: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name, self._most_kept, self._most_wanted, self._next = name, kept, wanted, -1 if newest_first else 0
        self._source: Any = None
        self._kept: OrderedDict[int, QPixmap | None] = OrderedDict()
        self._wanted: list[int] = []
        self._under_way: set[int] = set()  # taken from the wanted ones and not yet kept
        self._wake = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None
        self._done.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def __len__(self) -> int:
        """Return the number of pixmaps in memory."""
        return len(self._kept)

    def make(self, source: Any, number: int) -> QImage:
        """Return a picture of ``source``, null for one that cannot be shown; called in the thread, an error is one."""
        raise NotImplementedError

    def take(self, source: Any) -> None:
        """Make pictures of another source, None for none."""
        with self._wake:
            self._source = source
            self._wanted.clear()
            self._under_way.clear()
        self._kept.clear()

    def of(self, number: int) -> QPixmap | None:
        """Return a pixmap, or None after ordering it, and for a picture that cannot be shown."""
        if number in self._kept:
            self._kept.move_to_end(number)
            return self._kept[number]
        with self._wake:
            ordered = number in self._wanted or number in self._under_way
            if not ordered and not self._closed and self._source is not None:
                self._wanted = [*self._wanted[1 - self._most_wanted :], number]
                if self._thread is None:
                    self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                    self._thread.start()
                self._wake.notify()
        return None

    def failed(self, number: int) -> bool:
        """Return whether a picture could not be shown."""
        return number in self._kept and self._kept[number] is None

    def waiting(self) -> bool:
        """Return whether ordered pictures are still missing."""
        with self._wake:
            return bool(self._wanted or self._under_way)

    def close(self) -> None:
        """Stop; returns once the thread has ended."""
        with self._wake:
            self._closed = True
            self._wanted.clear()
            self._under_way.clear()
            self._wake.notify()
        if self._thread is not None:
            self._thread.join()

    def _keep(self, source: Any, number: int, image: QImage) -> None:
        if source is not self._source or self._closed:
            return  # one of the source before was still under way
        self._under_way.discard(number)
        self._kept[number] = QPixmap.fromImage(image) if not image.isNull() else None
        while len(self._kept) > self._most_kept:
            self._kept.popitem(last=False)
        self.made.emit(number)

    def _run(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._wanted or self._closed)
                if self._closed:
                    return
                number, source = self._wanted.pop(self._next), self._source
                self._under_way.add(number)
            if source is not None:
                try:
                    image = self.make(source, number)
                except Exception:  # the thread goes on for the others, whatever is wrong with one
                    image = QImage()
                self._done.emit(source, number, image)
