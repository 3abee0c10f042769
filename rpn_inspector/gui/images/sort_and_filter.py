"""The controls of the list: the button of sorts, the button of filters, and the chips of the filters in force."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from rpn_inspector.analysis.scan.list_order import FILTERS, SORTS, Arrangement
from rpn_inspector.analysis.scan.report import ScanReport
from rpn_inspector.analysis.scan.scan import KINDS
from rpn_inspector.core.finding_words import GT_FINDING_WORDS
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.gui.images.findings import title
from rpn_inspector.gui.widgets.i18n import titled, tr
from rpn_inspector.gui.widgets.icons import icon
from rpn_inspector.gui.widgets.theme import Theme, text_scale

WORST_FIRST = frozenset({"loss", "unmatched", "low_quality_only", "warnings"})
SHORT = {"order": "as listed", "gt_count": "GT"}  # beside a long number there is little room


class _Quiet(QToolButton):
    """A flat button opening a menu."""

    def __init__(self) -> None:
        super().__init__()
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setObjectName("quiet")
        self.setMenu(QMenu(self))

    def open(self) -> None:
        """Open the menu under the button."""
        self.menu().popup(self.mapToGlobal(QPoint(0, self.height())))


class SortButton(_Quiet):
    """Shows the sort in force; ``wanted(sort, descending)``."""

    wanted = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setToolTip(tr("What the list is sorted by"))
        self.keys: dict[str, QAction] = {}
        self.directions: dict[bool, QAction] = {}
        self._now = Arrangement()
        keys, directions = QActionGroup(self), QActionGroup(self)
        for key in SORTS:
            self.keys[key] = self._add(keys, sort_name(key))
            self.keys[key].triggered.connect(lambda _=False, key=key: self.wanted.emit(key, key in WORST_FIRST))
        self.menu().addSeparator()
        for down, words in ((False, tr("Ascending")), (True, tr("Descending"))):
            self.directions[down] = self._add(directions, words)
            self.directions[down].triggered.connect(lambda _=False, down=down: self.wanted.emit(self._now.sort, down))

    def _add(self, group: QActionGroup, words: str) -> QAction:
        action = self.menu().addAction(words)
        action.setCheckable(True)
        group.addAction(action)
        return action

    def show_sort(self, now: Arrangement) -> None:
        """Show the sort of ``now``."""
        self._now = now
        name = sort_name(now.sort)
        words, arrow = tr(SHORT[now.sort]) if now.sort in SHORT else name.lower(), "↓" if now.descending else "↑"
        self.setText(arrow if text_scale() > 1 else f"{words} {arrow}")  # larger text has no room for the word
        direction = tr("descending") if now.descending else tr("ascending")
        self.setAccessibleName(tr("Sorted by {key}, {direction}").format(key=name.lower(), direction=direction))
        self.keys[now.sort].setChecked(True)
        self.directions[now.descending].setChecked(True)


class FilterButton(_Quiet):
    """Offers the filters, each with the number of pictures so far; ``wanted(filters)``."""

    wanted = Signal(tuple)

    def __init__(self, facts: Callable[[], tuple[ScanReport | None, Recipe | None, tuple[str, ...]]]) -> None:
        super().__init__()
        self._facts = facts
        self.setAccessibleName(tr("Show only some images"))
        self.setToolTip(tr("Show only pictures with something to look at"))
        self.menu().aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        report, recipe, chosen = self._facts()
        menu = self.menu()
        menu.clear()
        for name in (*FILTERS, *KINDS):
            images = report.images[name] if report is not None and name in KINDS else None
            if images == 0 and name not in chosen:
                continue
            action = menu.addAction(filter_name(name, recipe) + ("" if images is None else f"  {images:,}"))
            action.setCheckable(True)
            action.setChecked(name in chosen)
            action.triggered.connect(lambda on, name=name: self._choose(name, on))
        menu.addSeparator()
        menu.addAction(tr("Show all images"), lambda: self.wanted.emit(())).setEnabled(bool(chosen))

    def _choose(self, name: str, on: bool) -> None:
        kept = tuple(other for other in self._facts()[2] if other != name)
        self.wanted.emit((*kept, name) if on else kept)


class Chips(QWidget):
    """A chip for each filter in force; ``dropped(filter)`` on a click."""

    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 0, 12, 0)
        self.column.setSpacing(4)
        self.chips: list[QToolButton] = []

    def show_filters(self, filters: tuple[str, ...], recipe: Recipe | None, theme: Theme) -> None:
        """Show a chip for each of ``filters``."""
        while len(self.chips) > len(filters):
            chip = self.chips.pop()
            self.column.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        while len(self.chips) < len(filters):
            self.chips.append(self._made())
        for chip, name in zip(self.chips, filters, strict=True):
            words = filter_name(name, recipe)
            chip.setText(words)
            chip.setIcon(icon("close", theme.text_second))
            chip.setProperty("filter", name)
            chip.setAccessibleName(tr("Filter: {words}; press to take it away").format(words=words))
        self.setVisible(bool(filters))

    def _made(self) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName("chip")
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands at the end
        chip.setToolTip(tr("Do not filter by this any more"))
        chip.clicked.connect(lambda _=False, chip=chip: self.dropped.emit(chip.property("filter")))
        self.column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        return chip


def filter_name(name: str, recipe: Recipe | None) -> str:
    """Return a filter in words."""
    own = {"empty": tr("No ground truth"), "warnings": tr("Anything to look at")}
    return own.get(name) or title(name)


def sort_name(key: str) -> str:
    """Return a sort in words."""
    return {
        "order": tr("Dataset order"),
        "name": tr("Name"),
        "loss": tr("Loss"),
        "gt_count": tr("Ground truths"),
        "positives": tr("Positives"),
        "low_quality_only": titled(GT_FINDING_WORDS["low_quality_only"]),
        "unmatched": titled(GT_FINDING_WORDS["unmatched"]),
        "size": tr("Size"),
        "warnings": tr("Warnings"),
    }[key]
