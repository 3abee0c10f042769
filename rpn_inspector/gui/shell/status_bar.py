"""The line at the bottom: picture, sizes, cursor, counts and computing time."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cache

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QStatusBar, QToolTip

from rpn_inspector.analysis.batch_loss import apart_words
from rpn_inspector.analysis.stage_batch_loss import batch_apart_words, recorded_of_batch
from rpn_inspector.core.assignment import may_ignore
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.core.frame import Frame
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.core.text import Text
from rpn_inspector.data.pictures.images import Picture
from rpn_inspector.gui.widgets.i18n import counted, said, tr
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.plain_label import PlainLabel, RichLabel, as_tip
from rpn_inspector.gui.widgets.theme import Theme, px, sized
from rpn_inspector.session.open_request import left_out, lent_words
from rpn_inspector.session.request import Shown
from rpn_inspector.session.staged import Staged
from rpn_inspector.session.state import State

FILE_WIDTH, LEAST_NOTE = 200, 80  # px; longer texts are cut, whole in the tooltip
TELLING = 20  # letters of a cut note, fewer say nothing
AROUND, ENDS = 28, 24  # px beside each text, and at both ends of the line
READING_MS = 20_000  # ms the notes stay after a click
LEFT, RIGHT = ("file", "note", "image", "sizes", "cursor"), ("counts", "time")
# in order of shortening
SHORTENED_FIRST = ("image", "sizes", "note", "sizes", "file", "sizes", "cursor", "cursor", "cursor", "counts")
ALL_COUNTED = "every anchor of the picture by its label, whatever the layers draw and the filter lets through"
ALL_PROPOSALS = "every proposal of this stage by its label, and any ground truths among them"
COMPUTING = "computing…"


class StatusLine(QObject, Part):
    """Fills the labels of a status bar; in a narrow bar the labels take shorter forms, and none is cut.

    The losses of a whole batch are compared in a thread, which waits at unset ``gates``.
    """

    def __init__(self, bar: QStatusBar, theme: Theme, gates: Sequence[threading.Event] = ()) -> None:
        super().__init__(bar)

        def compared(asked: tuple[object, Shown]) -> Text:
            for gate in gates:
                gate.wait()
            shown = asked[1]
            assert shown.predictions is not None
            return batch_apart_words(shown.inspection, shown.dataset, shown.predictions, unwanted)

        def unwanted(done: int, total: int) -> bool:
            return self.batches.unwanted

        self.batches = LatestWorker(compared, "batch-losses", self)
        self.batches.done.connect(lambda asked, words: self._compared(asked[0], words))
        self._batch: tuple[tuple[object, ...], str] = ((), "")  # the last batch compared, and what is said of it
        self.theme, self._bar = theme, bar
        self.labels = {name: RichLabel() if name == "counts" else PlainLabel() for name in (*LEFT, *RIGHT)}
        self._forms: dict[str, tuple[str, ...]] = {}  # a text's forms by label, the longest first
        self._plain: dict[str, tuple[str, ...]] = {}  # forms without markup, for measuring
        self._notes: list[str] = []
        self._seen: tuple[object, ...] = ()
        self._busy = False
        self._state: State | None = None
        self._place: tuple[object, ...] | None = None  # what the cursor's numbers are of
        self._covered = False  # by the page of an opening
        for name in ("file", "note", "counts"):
            self.labels[name].setObjectName("first")
        for name in LEFT:
            bar.addWidget(self.labels[name])
        for name in RIGHT:
            bar.addPermanentWidget(self.labels[name])
        self.labels["time"].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.labels["note"].setCursor(Qt.CursorShape.PointingHandCursor)
        self.labels["note"].installEventFilter(self)
        bar.installEventFilter(self)
        bar.messageChanged.connect(lambda message: None if message else self._fit())

    def render_state(self, old: State | None, new: State) -> None:
        """Show the facts of the picture on the screen."""
        self._state = new
        # a filter makes another stage of the same counts
        result = None if new.staged is None else new.staged.result
        seen = (new.shown, new.dataset, new.recipe, new.timeline, self.theme, result)
        if seen == self._seen and (new.shown is not None or new.busy == self._busy):
            if new.busy != self._busy and new.shown is not None:
                self._busy = new.busy
                self._forms["time"] = (_time_words(new.shown, new.busy),)
                self.labels["time"].setText(self._forms["time"][0])  # of the same width as before
            return
        self._seen, self._busy = seen, new.busy
        if new.dataset not in self._batch[0]:
            self._batch = (), ""  # would keep a dataset that was closed
        cursor = self._forms.get("cursor", ("",))
        self._forms, self._notes = {}, []
        self._plain = {}
        for label in self.labels.values():
            label.setToolTip("")
        if new.dataset is None or new.shown is None:
            nothing = tr("No dataset") if new.dataset is None else tr("No picture to show")
            self._forms["file"] = (tr("Opening…") if new.busy else nothing,)
            self._forms["image"] = (tr("recipe  {name}").format(name=new.recipe.name),)
        else:
            # Under a cursor that rests lies another place in another picture, and another colour.
            self._forms["cursor"] = cursor if _place(new) == self._place else ("",)
            self._take(new)
        self._place = _place(new)
        self._fit()

    def cover(self, opening: bool) -> None:
        """Say nothing while the page of an opening stands over the picture: it may show another's."""
        self._covered = opening
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        if self._state is not None:
            self.render_state(self._state, self._state)

    def _take(self, new: State) -> None:
        shown = new.shown
        assert shown is not None
        assert new.dataset is not None
        inspection = shown.inspection
        sizes = (inspection.sample.size, inspection.network_size, inspection.padded_size)
        original, network, padded = (f"{w:,} × {h:,}" for h, w in sizes)
        if not inspection.frame.placed:
            original = "—"
        self._notes = [shown.dataset.remark] if shown.dataset.remark else []
        self._notes += [said(warning.text) for warning in inspection.warnings] + list(shown.notes)
        if far := apart_words(inspection):
            self._notes.append(said(far))
        if shown.predictions is not None and recorded_of_batch(inspection):
            self._notes += self._of_batch(shown)
        if lent := lent_words(shown.predictions, shown.dataset):
            self._notes.append(lent)
        self._notes += left_out(shown.predictions, new.timeline)
        file = self.labels["file"]
        file.setToolTip(as_tip("\n".join([inspection.sample.name, *self._notes])))
        self.labels["note"].setToolTip(as_tip("\n".join(self._notes)))
        name, middle = one_line(inspection.sample.name), Qt.TextElideMode.ElideMiddle
        name = self._metrics().elidedText(name, middle, px(FILE_WIDTH))
        trained = None if inspection.prediction is None else inspection.prediction.trained
        of = tr("mosaic of {n}").format(n=trained.joined) if trained is not None and trained.joined else ""
        place, count = f"{shown.index + 1:,}", f"{len(shown.dataset):,}"
        named = tr("original {original}  →  network {network}{scale}  →  padded {padded}")
        scale = _scale_words(inspection.frame, 4)
        counts = _counts(inspection) if new.staged is None else _counts_of_stage(new.staged)
        between = f'&nbsp; <span style="color:{self.theme.line_strong}">│</span> &nbsp;'
        sure = f'<span style="color:{self.theme.positive_text}">{counts[0]}</span>'
        together = "  │  ".join(counts)
        self._plain["counts"] = together, counts[0]
        self._forms |= {
            "file": (f"{name}, {of}", name) if of else (name,),
            "image": (tr("image {place} of {count}").format(place=place, count=count), f"{place} / {count}"),
            "sizes": (
                named.format(original=original, network=network, padded=padded, scale=scale),
                f"{original}  →  {network}{scale}  →  {padded}",
                f"{original}  →  {network}  →  {padded}",
                "",
            ),
            "counts": (between.join((sure, *counts[1:])), sure),
            "time": (_time_words(shown, new.busy),),
        }
        every = self._plain["counts"][0], tr(ALL_COUNTED if new.staged is None else ALL_PROPOSALS)
        self.labels["counts"].setToolTip(as_tip("\n".join(every)))
        whole = named.format(original=original, network=network, padded=padded, scale=_scale_words(inspection.frame, 7))
        self.labels["sizes"].setToolTip(as_tip(whole))

    def _of_batch(self, shown: Shown) -> list[str]:
        """Return what is said of the losses of a picture's batch, once it is known."""
        assert shown.inspection.prediction is not None
        batch = (shown.dataset, shown.predictions, shown.recipe, shown.inspection.prediction.batch)
        if self._batch[0] != batch:
            self.batches.ask((batch, shown))
            return []
        return [self._batch[1]] if self._batch[1] else []

    def _compared(self, batch: tuple[object, ...], words: Text) -> None:
        if self._state is None or self._state.dataset not in batch:
            return  # it was closed meanwhile
        self._batch = batch, said(words)
        if words:
            self._seen = ()
            self.render_state(self._state, self._state)

    def close_down(self) -> None:
        """Stop the thread."""
        self.batches.close()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(sized(self._bar.font(), 11))

    def _fit(self) -> None:
        """Write each text in the longest form leaving room for the others."""
        advance, at = cache(self._metrics().horizontalAdvance), dict.fromkeys(self.labels, 0)  # of each text once

        def text(name: str) -> str:
            return self._forms.get(name, ("",))[at[name]]

        # the time never grows: the label would be painted once at the old width, and stand cut while computing
        least = advance(tr(COMPUTING))
        self.labels["time"].setMinimumWidth(least + AROUND)

        def taken() -> int:
            plain = {name: self._plain[name][at[name]] if name in self._plain else text(name) for name in self.labels}
            widths = {name: advance(words) for name, words in plain.items() if words}
            return sum(max(width, least if name == "time" else 0) + AROUND for name, width in widths.items())

        room = self._bar.width() - ENDS
        # the note takes what is left: it shrinks before a word of the facts is dropped
        note = min(advance(self._note()), LEAST_NOTE) + AROUND if self._notes else 0
        for name in SHORTENED_FIRST:
            if taken() + note <= room:
                break
            if name == "note" and self._notes:  # a number, before the scale between the frames is left out
                note = advance(self._note(0)) + AROUND
            elif at[name] + 1 < len(self._forms.get(name, ())):
                at[name] += 1
        texts = {name: text(name) for name in self.labels}
        if self._notes:
            texts["note"] = self._note(room - taken() - AROUND)
        for name, words in texts.items():
            label = self.labels[name]
            if label.text() != words:
                label.setText(words)
            # a message stands where the left labels stand, those too that came to the bar after it
            there = not self._covered and (name in RIGHT or not self._bar.currentMessage())
            label.setVisible(bool(words) and there)
        if (layout := self._bar.layout()) is not None:
            layout.activate()  # painted with the picture, at the widths of these texts

    def _note(self, room: int | None = None) -> str:
        """Return the first note and the number of further notes, within ``room`` px; else how many notes there are."""
        more = "" if len(self._notes) < 2 else f"  (+{len(self._notes) - 1})"
        if room is None:
            return f"⚠ {self._notes[0]}{more}"
        cut, whole = self._metrics().elidedText, f"⚠ {self._notes[0]}"
        words = cut(whole, Qt.TextElideMode.ElideRight, room - self._metrics().horizontalAdvance(more))
        if words != whole and len(words) < TELLING:
            how_many = counted(len(self._notes), "⚠ 1 warning", "⚠ {n} warnings")
            fits = self._metrics().horizontalAdvance(how_many) <= room
            return how_many if fits else f"⚠ {len(self._notes)}"
        return f"{words}{more}"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._bar and event.type() == QEvent.Type.Resize:
            self._fit()
        note = self.labels["note"]
        if watched is note and event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            at = event.globalPosition().toPoint()
            QToolTip.showText(at, note.toolTip(), note, note.rect(), READING_MS)
        return False

    def point(self, state: State, x: float, y: float) -> None:
        """Show the cursor (x, y), network px, in both frames, and the picture's RGB there."""
        network = tr("network px  x {x}  y {y}").format(x=number(x, 1), y=number(y, 1))
        forms, shown = [network], state.shown
        if shown is not None and shown.inspection.frame.placed:
            at = shown.inspection.to_original(np.array([[x, y, x, y]]))[0]
            there = tr("original px  x {x}  y {y}").format(x=number(float(at[0]), 1), y=number(float(at[1]), 1))
            forms.insert(0, f"{network}  ·  {there}")
            if (colour := _colour(shown.picture, *at[:2].tolist())) is not None:
                forms.insert(0, f"{forms[0]}  ·  RGB  {colour}")
        self._forms["cursor"] = (*forms, "")
        self._fit()

    def point_away(self) -> None:
        """Clear the cursor's text."""
        self._forms["cursor"] = ("",)
        self._fit()


def _time_words(shown: Shown, busy: bool) -> str:
    return tr(COMPUTING) if busy else f"{1000 * shown.seconds:.0f} ms"


def _counts(inspection: Inspection) -> tuple[str, ...]:
    label = inspection.assignment.label
    positive, negative, undecided = (int(np.count_nonzero(label == value)) for value in (1, 0, -2))
    ignored = inspection.grid.size - positive - negative - undecided
    ignoring = ignored or may_ignore(inspection.recipe.matcher.causes)
    words = counted(positive, "1 positive", "{n} positive")
    words_negative = counted(negative, "1 negative", "{n} negative")
    return (
        words if inspection.positives_known else tr("{n} positive").format(n=NOTHING),
        *([_ignored_words(ignored)] if ignoring else []),
        *([tr("{n} undecided").format(n=f"{undecided:,}")] if undecided else []),
        words_negative,
        _size_words(inspection),
    )


def _ignored_words(count: int) -> str:
    return counted(count, "1 ignored", "{n} ignored")


def _counts_of_stage(staged: Staged) -> tuple[str, ...]:
    label = staged.result.label
    foreground, background, ignored = (int(np.count_nonzero(label == value)) for value in (1, 0, -1))
    proposals = int((staged.result.source >= 0).sum())
    whole, joined = counted(proposals, "1 proposal", "{n} proposals"), len(label) - proposals
    return (
        tr("{n} foreground").format(n=f"{foreground:,}"),
        *([_ignored_words(ignored)] if ignored else []),
        tr("{n} background").format(n=f"{background:,}"),
        tr("{whole} + {joined} GT").format(whole=whole, joined=f"{joined:,}") if joined else whole,
    )


def _size_words(inspection: Inspection) -> str:
    if inspection.recipe.anchors.of_points:
        return counted(inspection.grid.size, "1 point", "{n} points")
    return counted(inspection.grid.size, "1 anchor", "{n} anchors")


def _place(state: State) -> tuple[object, ...] | None:
    """Return what a place of network px is a place of: the picture and its frame, None without a picture."""
    shown = state.shown
    return None if shown is None else (shown.dataset, shown.index, shown.recipe, shown.predictions)


def _scale_words(frame: Frame, digits: int) -> str:
    """Return for example `` (× 0.6667)``: network px a px of the picture, x and y apart where they differ."""
    if not frame.placed:
        return ""
    x, y = (f"{factor:.{digits}f}" for factor in frame.scale)
    return tr(" (× {x})").format(x=x) if x == y else tr(" (x × {x}, y × {y})").format(x=x, y=y)


def _colour(picture: Picture | None, x: float, y: float) -> str | None:
    """Return R, G and B at a place in original px, None outside and where no pixels are known."""
    if picture is None:
        return None
    row, column = int(np.floor(y / picture.reduced)), int(np.floor(x / picture.reduced))
    inside = 0 <= row < picture.pixels.shape[0] and 0 <= column < picture.pixels.shape[1]
    return " ".join(str(int(value)) for value in picture.pixels[row, column]) if inside else None
