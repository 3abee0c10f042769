"""Findings of the pictures scanned so far, by kind; a click goes to the next place of the kind."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rpn_inspector.analysis.scan.report import ScanReport
from rpn_inspector.analysis.scan.scan import COVERED, KINDS, OF_A_PICTURE, OF_OUTPUTS
from rpn_inspector.core.assigners import ASSIGNERS
from rpn_inspector.core.finding_words import GT_FINDING_WORDS
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.gui.images.finding_row import ROW_HEIGHT, FindingRow
from rpn_inspector.gui.images.lint_section import LintSection
from rpn_inspector.gui.widgets.elided_label import ElidedLabel
from rpn_inspector.gui.widgets.i18n import counted, titled, tr
from rpn_inspector.gui.widgets.icons import icon
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.required import required
from rpn_inspector.gui.widgets.theme import Theme, px, style

ICONS = {
    "unreadable": "octagon",
    "misfit": "octagon",
    "not_finite": "octagon",
    "degenerate": "octagon",
    "untouched": "octagon",
    "no_candidate": "octagon",
    "contested": "duplicate",
    "best_anchor_taken": "duplicate",
    "low_quality_only": "information",
    "smaller_than_stride": "information",
}
GRAVE = frozenset(kind for kind, name in ICONS.items() if name == "octagon")
UNREADABLE = frozenset({"missing_picture", "unreadable_picture"})  # of the linter: what "unreadable" says of a scan


def title(kind: str) -> str:
    """Return a kind of finding in a few words."""
    words = {
        "unreadable": tr("Picture missing or unreadable"),
        "misfit": tr("Outputs unreadable or unfit"),
        "not_finite": tr("Loss is not a finite number"),
        "degenerate": tr("{what} in training").format(what=titled(GT_FINDING_WORDS["degenerate"])),
        "untouched": titled(GT_FINDING_WORDS["untouched"]),
        "no_candidate": titled(GT_FINDING_WORDS["no_candidate"]),
        "starved": titled(GT_FINDING_WORDS["starved"]),
        "contested": titled(GT_FINDING_WORDS["contested"]),
        "no_truth": tr("No ground truth to train on"),
        "class_range": tr("Class beyond the outputs"),
        "best_anchor_taken": titled(GT_FINDING_WORDS["best_anchor_taken"]),
        "unmatched": titled(GT_FINDING_WORDS["unmatched"]),
        "no_proposal": tr("No proposal at IoU {v}").format(v=f"{COVERED:.2f}"),
        "smaller_than_stride": tr("Smaller than a stride"),
        "low_quality_only": titled(GT_FINDING_WORDS["low_quality_only"]),
    }
    return words[kind]


def meaning(kind: str, recipe: Recipe | None = None) -> str:
    """Return a kind's meaning and consequence in a sentence or two."""
    matcher = recipe.matcher if recipe is not None else ASSIGNERS.make()
    words = {
        "unreadable": tr("The file is missing or holds no picture; its annotation is counted where it says the size."),
        "misfit": tr(
            "Raw outputs cannot be read, or have other shapes or meanings than under this recipe: they are left out."
        ),
        "not_finite": tr("The total loss is NaN or infinite: one step on this picture spoils the training."),
        "degenerate": tr(
            "The box has no width or no height, as Annotations and files say too. Under this recipe its target is −∞; "
            "training may refuse the picture."
        ),
        "untouched": tr("Its best IoU is 0, which every anchor has: the low-quality rule can make all positive."),
        "no_candidate": tr("No point or anchor may be taken by it, whatever the network says: it is never learned."),
        "starved": tr("It has fewer candidates than the rule may take: less to learn it from than from others."),
        "contested": tr("All of its candidates are another ground truth's too, which may win them."),
        "no_truth": tr("No box takes part in the assignment, and this recipe's library stops at such a picture."),
        "class_range": tr("The outputs have no column for the class of a ground truth, so there is no loss."),
        "best_anchor_taken": tr(
            "Its best anchors overlap another ground truth as much or more, so they train that one."
        ),
        "unmatched": f"{tr(matcher.unmatched).format(**matcher.thresholds)}. "
        + tr("No anchor becomes positive for it, so nothing learns to find it."),
        "no_proposal": tr("None of the kept proposals reaches IoU {v} with it.").format(v=f"{COVERED:.2f}"),
        "smaller_than_stride": tr("A side of the picture is under a stride: one row of cells sees all of it."),
        "low_quality_only": tr(matcher.low_quality_only).format(**matcher.thresholds),
    }
    return words[kind]


def _of_predicted(report: ScanReport) -> str:
    """Return how many of the scanned pictures have predictions, which some kinds of finding need."""
    some, scanned = f"{report.predicted:,}", f"{report.scanned:,}"
    return tr("Predictions are there for {some} of {scanned} images; what needs them is found in those alone.").format(
        some=some, scanned=scanned
    )


class FindingsPanel(QWidget):
    """The kinds found, the gravest first, and the scan's progress.

    ``place_wanted(picture, ground truth)``: ground truth -1 for the picture as a whole. ``only_wanted(kind)`` asks to
    list the kind's pictures alone. ``stop_wanted`` and ``resume_wanted`` are for the scan.
    """

    place_wanted = Signal(int, int)
    only_wanted = Signal(str)
    stop_wanted = Signal()
    resume_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("findings")
        self._style(theme)
        self.theme = theme
        self.report: ScanReport | None = None
        self.recipe: Recipe | None = None
        self.at: tuple[str, tuple[int, int]] | None = None
        self.rows = {kind: FindingRow(kind, theme, ICONS.get(kind, "triangle"), kind in GRAVE) for kind in KINDS}
        self._running = self._stopped = False
        self._make()

    def _make(self) -> None:
        self.lint = LintSection(self.theme)
        self.lint.place_wanted.connect(self.place_wanted)
        self.lint.described.connect(self._bring_words)
        self.heading, self.scope, self.nothing = PlainLabel(tr("Findings")), ElidedLabel(), PlainLabel()
        for label, role in ((self.heading, "heading"), (self.scope, "note"), (self.nothing, "note")):
            label.setObjectName(role)
        self.button = QToolButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setObjectName("small")
        self.button.setFixedSize(20, 20)
        self.button.clicked.connect(self._press)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(2)
        self.progress.setAccessibleName(tr("Pictures scanned"))
        self.scope.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # never widens the dock
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(12, 0, 12, 0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 8, 0)
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addWidget(self.scope, 1)
        head.addWidget(self.button)
        body = QWidget()
        body.setObjectName("findingRows")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 4)
        inside.setSpacing(0)
        inside.addWidget(self.nothing)
        for kind, row in self.rows.items():
            row.hide()
            row.stepped.connect(lambda forward, kind=kind: self.step(kind, forward))
            row.only_wanted.connect(lambda kind=kind: self.only_wanted.emit(kind))
            inside.addWidget(row)
        for row in (*self.rows.values(), *self.lint.rows.values()):
            row.walked.connect(lambda down, row=row: self._walk(row, down))
        inside.addSpacing(8)
        inside.addWidget(self.lint)
        inside.addStretch(1)
        self.area = QScrollArea()
        self.area.setObjectName("findingArea")
        self.area.setWidget(body)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setMinimumHeight(px(ROW_HEIGHT) + 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.progress)
        column.addWidget(self.area, 1)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        for row in self.rows.values():
            row.theme = theme
            row.update()
        self.lint.set_theme(theme)
        self._style(theme)
        self._show_button()

    def _style(self, theme: Theme) -> None:
        style(
            self,
            f"QLabel#heading {{ font-size: {px(12)}px; font-weight: 600; }}"
            f"QLabel#note {{ font-size: {px(11)}px; color: {theme.text_caption}; }}"
            f"QToolButton#small {{ padding: 0; }}"
            f"QToolButton#small:focus {{ border: 2px solid {theme.text}; }}"
            f"QScrollArea#findingArea, QWidget#findingRows {{ background: {theme.dock}; border: 0; }}",
        )

    def show_report(self, report: ScanReport | None, recipe: Recipe | None, running: bool, stopped: bool) -> None:
        """Show the findings so far."""
        if report is not self.report:
            self.at = None
        self.report, self.recipe = report, recipe
        if (running, stopped) != (self._running, self._stopped):
            self._running, self._stopped = running, stopped
            self._show_button()
        self._show_scope()
        any_row = False
        for kind, row in self.rows.items():
            places = report.places[kind] if report is not None else 0
            any_row |= places > 0
            row.setVisible(places > 0)
            if places and report is not None and recipe is not None:
                images = None if kind in OF_A_PICTURE else report.images[kind]
                means = meaning(kind, recipe)
                if kind in OF_OUTPUTS and report.predicted < report.scanned:
                    means = f"{means} {_of_predicted(report)}"
                row.describe(title(kind), means, places, images, self._number(kind))
        partly = stopped or self.rows["unreadable"].isHidden()  # a stopped scan has not counted all that the linter did
        self.lint.leave_out(frozenset() if partly else UNREADABLE)
        self.nothing.setVisible(report is not None and not any_row)
        done = report is not None and report.complete
        self.nothing.setText(tr("Nothing stands out.") if done else tr("Nothing stands out so far."))

    def step(self, kind: str, forward: bool = True) -> None:
        """Go to the next place of ``kind``, or the previous."""
        if self.report is None:
            return
        here = self.at[1] if self.at is not None and self.at[0] == kind else None
        place = self.report.step(kind, here, forward)
        if place is None:
            return
        self.at = (kind, place)
        self.show_report(self.report, self.recipe, self._running, self._stopped)
        self.place_wanted.emit(*place)

    def again(self, forward: bool = True) -> None:
        """Step on within the last kind, or begin with the gravest kind found."""
        kinds = [kind for kind, row in self.rows.items() if not row.isHidden()]
        kind = self.at[0] if self.at is not None else next(iter(kinds), None)
        if kind is not None:
            self.step(kind, forward)

    def leave(self, image: int) -> None:
        """Forget the current place when another picture is chosen."""
        if self.at is not None and self.at[1][0] != image:
            self.at = None
            self.show_report(self.report, self.recipe, self._running, self._stopped)
        self.lint.leave(image)

    def _walk(self, row: FindingRow, down: bool) -> None:
        """Focus the row below ``row``, or above, if any."""
        rows = [other for other in (*self.rows.values(), *self.lint.rows.values()) if not other.isHidden()]
        at = rows.index(row) + (1 if down else -1)
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(rows[at], 0, 4)

    def _bring_words(self) -> None:
        """Scroll the words on a finding into view, then the finding's row."""
        body = required(self.area.widget())
        for layout in (self.lint.layout(), body.layout()):  # only an activated layout places the new words
            if layout is not None:
                layout.activate()
        body.resize(body.width(), max(body.sizeHint().height(), self.area.viewport().height()))
        self.area.ensureWidgetVisible(self.lint.words, 0, 4)
        if self.lint.at is not None:
            self.area.ensureWidgetVisible(self.lint.rows[self.lint.at[0]], 0, 4)

    def natural_height(self) -> int:
        """Return the height of the panel with all rows visible, px."""
        rows = sum(not row.isHidden() for row in self.rows.values())
        return px(50) + px(ROW_HEIGHT) * max(rows, 1) + self.lint.natural_height()

    def _number(self, kind: str) -> int | None:
        if self.report is None or self.at is None or self.at[0] != kind:
            return None
        return self.report.number(kind, self.at[1])

    def _show_scope(self) -> None:
        report = self.report
        if report is None:
            self.scope.clear()
            self.progress.hide()
            return
        some = 0 < report.predicted < report.scanned
        self.scope.setToolTip(as_tip(_of_predicted(report) if some else ""))
        if report.complete and some:
            words = counted(len(report), "1 image", "{n} images, {some} predicted", some=f"{report.predicted:,}")
        elif report.complete:
            words = counted(len(report), "boxes in 1 image", "boxes in {n} images")
        else:
            words = counted(len(report), "{done} of 1 image", "{done} of {n} images", done=f"{report.scanned:,}")
        self.scope.setText(words)
        self.progress.setMaximum(max(len(report), 1))
        self.progress.setValue(report.scanned)
        self.progress.setVisible(not report.complete)

    def _show_button(self) -> None:
        stopping = self._running
        self.button.setVisible(stopping or self._stopped)
        self.button.setIcon(icon("close" if stopping else "play", self.theme.text_second))
        words = tr("Stop scanning; what is known stays") if stopping else tr("Scan the other images too")
        self.button.setToolTip(as_tip(words))
        self.button.setAccessibleName(words)

    def _press(self) -> None:
        (self.stop_wanted if self._running else self.resume_wanted).emit()
