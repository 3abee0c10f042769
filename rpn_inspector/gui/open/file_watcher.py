"""Notices changes on disk of the open files, and offers to reload."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtWidgets import QStatusBar, QToolButton

from rpn_inspector.analysis.timeline import Timeline
from rpn_inspector.gui.open.open_controller import OpenController
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.session.request import Stamp, stamp_of
from rpn_inspector.session.state import State

SETTLED_MS = 300  # a file is written in several pieces, each with a signal


class FileWatcher(QObject, Part):
    """Watches the files of annotation, picture and outputs on the screen; ``offer`` is a button of the status bar."""

    def __init__(self, status_bar: QStatusBar, opening: OpenController) -> None:
        super().__init__(status_bar)
        self._opening = opening
        self.offer = QToolButton()
        self.offer.setObjectName("reload")
        self.offer.setAutoRaise(True)
        self.offer.clicked.connect(opening.reload)
        self.offer.hide()
        status_bar.addPermanentWidget(self.offer)
        self._files = QFileSystemWatcher(self)
        self._files.fileChanged.connect(self._changed)
        self._known: dict[str, Stamp | None] = {}  # stamps at the time of reading
        self._others: set[str] = set()  # changed since
        self._dataset: Any = None
        self._timeline: Timeline | None = None
        self._read: tuple[object, ...] = ()  # what was read last: the picture, or the choice that failed
        self._soon = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._soon.timeout.connect(self._look)

    def render_state(self, old: State | None, new: State) -> None:
        """Watch the files of the chosen picture; a changed file counts as read only with another dataset."""
        if new.dataset is not self._dataset:
            self._dataset = new.dataset
            self._known, self._others = {}, set()
            self.offer.hide()
        self._let_go(new.timeline)
        read = (new.shown, new.dataset, new.index, new.predictions)
        if read == self._read or new.busy:
            return
        self._read = read
        wanted = {str(path) for path in _files_of(new, self._opening.opened)}
        # A known stamp stays, or a change would be forgotten with the next picture.
        kept = {path: self._known[path] for path in self._known.keys() & (wanted | self._others)}
        self._known = {path: stamp_of(Path(path)) for path in wanted} | kept
        self._soon.start()  # watched once this picture is no longer only passed by

    def close_down(self) -> None:
        """Watch nothing any more."""
        self._soon.stop()
        if self._files.files():
            self._files.removePaths(self._files.files())

    def _let_go(self, timeline: Timeline | None) -> None:
        """Forget the steps that a followed training put away or wrote anew: there is nothing to read again."""
        if timeline is None or timeline is self._timeline:
            return
        past, self._timeline = self._timeline, timeline
        kept = {id(dump) for dump in timeline.dumps}
        for dump in () if past is None else past.dumps:
            if id(dump) not in kept:
                self._known.pop(str(_meta_of(dump.path)), None)
        self._soon.start()

    def _changed(self, _path: str) -> None:
        # Writing a file gives many signals; looked at once, when the file has settled.
        self._soon.start()

    def _look(self) -> None:
        """Watch the known files, those replaced too, and offer to reload the changed ones."""
        watched = set(self._files.files())
        if left := sorted(watched - self._known.keys()):
            self._files.removePaths(left)
        # Qt stops watching a file replaced by a rename, the usual form of saving.
        wanted = [path for path in self._known if path not in watched and Path(path).is_file()]
        if wanted:
            self._files.addPaths(wanted)
        now = {path: stamp_of(Path(path)) for path in self._known}
        self._others = {path for path, stamp in now.items() if stamp != self._known[path]}
        self.offer.setVisible(bool(self._others))
        if not self._others:
            return
        names = [Path(path).name for path in sorted(self._others)]
        gone = all(now[path] is None for path in self._others)
        words = (tr("{name} is gone") if gone else tr("{name} changed")).format(name=names[0])
        more = f" (+{len(names) - 1})" if names[1:] else ""
        self.offer.setText(tr("{what}: reload (F5)").format(what=words + more))
        self.offer.setToolTip(as_tip(tr("on disk, since it was read: {names}").format(names=", ".join(names))))


def _files_of(state: State, opened: Any) -> set[Path]:
    """Return the files on disk from which the chosen picture, boxes and outputs were read, or could not be."""
    if state.dataset is None or opened is None:
        return set()
    record = state.dataset.record(state.index)
    outputs = None if state.predictions is None else state.predictions.path
    found = {opened.path, opened.options.annotations, record.path, record.source, outputs}
    if outputs is not None:
        found.add(_meta_of(outputs))
    return {Path(path) for path in found if path is not None and Path(path).is_file()}


def _meta_of(outputs: str | Path) -> Path:
    """Return the file that a folder of outputs is known by."""
    return Path(outputs) / "meta.json"
