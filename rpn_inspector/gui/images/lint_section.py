"""Findings of the linter in annotations and files, by kind; a click goes to the next place of the kind."""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from rpn_inspector.analysis.lint.lint import KINDS, OF_THE_DATASET, FindingList, LintReport, document, text_of
from rpn_inspector.analysis.lint.lint import said as line_of
from rpn_inspector.gui.images.finding_row import ROW_HEIGHT, FindingRow
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.icons import icon
from rpn_inspector.gui.widgets.lint_words import GRAVE, gravity, lint_icon, lint_title
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.theme import Theme, px, style

HEAD_HEIGHT, WORDS_HEIGHT = 36, 52  # px, the words being three lines


class LintRow(FindingRow):
    """One kind of the linter; the menu copies the findings."""

    copy_wanted = Signal(bool)

    def offers(self) -> list[tuple[str, Callable[[], object]]]:
        return [
            (tr("Copy these as text"), lambda: self.copy_wanted.emit(False)),
            (tr("Copy these as JSON"), lambda: self.copy_wanted.emit(True)),
        ]


class LintSection(QWidget):
    """The kinds found by the linter, the linter's progress, and the current finding in words below the kind's row.

    ``place_wanted(picture, ground truth)``: ground truth -1 for the picture as a whole. ``described`` after the words
    changed, to scroll the words into view. ``stop_wanted`` and ``resume_wanted`` are for the linter.
    """

    place_wanted = Signal(int, int)
    described = Signal()
    stop_wanted = Signal()
    resume_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("lint")
        self.theme = theme
        self.report: LintReport | None = None
        self.at: tuple[str, int] | None = None
        self.rows = {kind: self._row(kind) for kind in sorted(KINDS, key=gravity)}
        self._running, self._elsewhere = False, frozenset[str]()
        self.heading, self.scope, self.words = PlainLabel(tr("Dataset")), PlainLabel(), PlainLabel()
        for label, role in ((self.heading, "heading"), (self.scope, "note"), (self.words, "note")):
            label.setObjectName(role)
        for label in (self.scope, self.words):  # long words never push the counts out of sight
            label.setSizePolicy(QSizePolicy.Policy.Ignored, label.sizePolicy().verticalPolicy())
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setContentsMargins(34, 2, 12, 4)
        self.words.hide()
        self.copy, self.button = self._small(tr("Copy all of these findings")), self._small("")
        menu = QMenu(self.copy)
        menu.addAction(tr("Copy as text"), lambda: self.copy_all(False))
        menu.addAction(tr("Copy as JSON"), lambda: self.copy_all(True))
        self.copy.setMenu(menu)
        self.copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.clicked.connect(lambda: (self.stop_wanted if self._running else self.resume_wanted).emit())
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(2)
        self.progress.setAccessibleName(tr("Pictures looked through"))
        self._lay_out()
        self.show_report(None, False, False, 0, 0, "")

    def _row(self, kind: str) -> LintRow:
        row = LintRow(kind, self.theme, lint_icon(kind), kind in GRAVE)
        row.hide()
        row.stepped.connect(lambda forward: self.step(kind, forward))
        row.copy_wanted.connect(lambda as_json: self.copy_kind(kind, as_json))
        return row

    def _small(self, words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("small")
        button.setFixedSize(20, 20)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(as_tip(words))
        button.setAccessibleName(words)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 8, 0)
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addWidget(self.scope, 1)
        head.addWidget(self.copy)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(4)
        column.addWidget(self.progress)
        for row in self.rows.values():
            column.addWidget(row)
        self.column = column

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        for row in self.rows.values():
            row.theme = theme
            row.update()
        style(self, "QToolButton#small::menu-indicator { image: none; width: 0; }")
        self.copy.setIcon(icon("duplicate", theme.text_second))
        self._show_button(self._running)

    def show_report(
        self, report: LintReport | None, running: bool, stopped: bool, done: int, total: int, problem: str
    ) -> None:
        """Show the findings, or the progress.

        Args:
            report: None until the linter has ended.
            running: whether the linter is at work.
            stopped: whether the user may start the linter.
            done: pictures linted so far.
            total: pictures in the dataset; 0 hides the section.
            problem: the reason for a failure, empty for none.
        """
        if report is not self.report:
            self.at = None
            self.words.hide()
        self.report = report
        self._show_button(running)
        self.button.setVisible(running or stopped)
        self.copy.setVisible(report is not None and report.total > 0)
        self.progress.setVisible(running)
        self.progress.setMaximum(max(total, 1))
        self.progress.setValue(done)
        if problem:
            words = problem
        elif running:
            words = tr("{done} of {n}").format(done=f"{done:,}", n=f"{total:,}")
        elif report is None:
            words = tr("not looked through") if stopped else ""
        else:
            words = self._total()
        self.scope.setText(words)
        self.scope.setToolTip(as_tip(problem or words))
        self.setVisible(total > 0)
        self._show_rows()

    def leave_out(self, kinds: frozenset[str]) -> None:
        """Have no row for those of ``kinds`` of which a row above says the same: all are of the dataset's pictures."""
        if kinds != self._elsewhere:
            self._elsewhere = kinds
            self._show_rows()
            if self.report is not None and not self._running:
                self.scope.setText(self._total())
                self.scope.setToolTip(as_tip(self.scope.text()))

    def _is_elsewhere(self, found: FindingList) -> bool:
        # labels without a picture are of none of the dataset's
        return found.kind in self._elsewhere and len(found) == found.total and bool((found.image >= 0).all())

    def _total(self) -> str:
        assert self.report is not None
        elsewhere = sum(found.total for found in self.report.kinds.values() if self._is_elsewhere(found))
        total = self.report.total - elsewhere
        return f"{total:,}" if total else tr("nothing else") if elsewhere else tr("nothing odd")

    def step(self, kind: str, forward: bool = True) -> None:
        """Go to the next place of ``kind``, or the previous; a finding about the whole dataset shows only words."""
        found = self.report.kinds[kind] if self.report is not None else ()
        if self.report is None or not len(found):
            return
        # Before the first place: -1 so that forward gives 0; 0 so that back gives the last, by the modulo.
        before = self.at[1] if self.at is not None and self.at[0] == kind else (-1 if forward else 0)
        number = (before + (1 if forward else -1)) % len(found)
        self.at = (kind, number)
        self._show_rows()
        self.words.setText(said(line_of(self.report.kinds[kind][number])))
        self.column.removeWidget(self.words)
        self.column.insertWidget(self.column.indexOf(self.rows[kind]) + 1, self.words)
        self.words.show()
        image, gt = self.report.kinds[kind].place(number)
        self.described.emit()
        if image >= 0:
            self.place_wanted.emit(image, gt)

    def leave(self, image: int) -> None:
        """Forget the current finding when another picture is chosen."""
        if self.at is None or self.report is None:
            return
        kind, number = self.at
        if self.report.kinds[kind].place(number)[0] != image:
            self.at = None
            self.words.hide()
            self._show_rows()

    def copy_all(self, as_json: bool) -> None:
        """Put the report on the clipboard, in the command line's form."""
        if self.report is not None:
            text = json.dumps(document(self.report), indent=2, ensure_ascii=False) if as_json else text_of(self.report)
            QGuiApplication.clipboard().setText(text)

    def copy_kind(self, kind: str, as_json: bool) -> None:
        """Put every finding of ``kind`` on the clipboard."""
        if self.report is None:
            return
        every = self.report.kinds[kind]
        if as_json:
            rows = [{"image": one.image, "gt": one.gt, "value": one.value, "words": one.words} for one in every]
            text = json.dumps({"kind": kind, "count": every.total, "findings": rows}, indent=2, ensure_ascii=False)
        else:
            text = "\n".join(said(line_of(one)) for one in every)
        QGuiApplication.clipboard().setText(text)

    def natural_height(self) -> int:
        """Return the height of the section with all rows visible, px."""
        if self.isHidden():
            return 0
        rows = sum(not row.isHidden() for row in self.rows.values())
        return px(HEAD_HEIGHT) + px(ROW_HEIGHT) * rows + (px(WORDS_HEIGHT) if rows else 0)

    def _show_rows(self) -> None:
        for kind, row in self.rows.items():
            found = self.report.kinds[kind] if self.report is not None else None
            row.setVisible(found is not None and found.total > 0 and not self._is_elsewhere(found))
            if found is not None and found.total:
                number = self.at[1] + 1 if self.at is not None and self.at[0] == kind else None
                images = None if kind in OF_THE_DATASET else found.images
                means = _sentence(said(KINDS[kind]))
                if len(found):
                    means = tr("{what} For example {example}").format(what=means, example=said(line_of(found[0])))
                row.describe(lint_title(kind), means, found.total, images, number)

    def _show_button(self, running: bool) -> None:
        self._running = running
        self.button.setIcon(icon("close" if running else "play", self.theme.text_second))
        words = tr("Stop looking") if running else tr("Look through the annotations and the files")
        self.button.setToolTip(as_tip(words))
        self.button.setAccessibleName(words)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
