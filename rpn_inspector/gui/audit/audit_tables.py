"""The audit's tables: better anchors beside the recipe's own, the classes, sizes and levels."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.coder_numbers import targets_document
from rpn_inspector.analysis.audit.suggest import (
    CANDIDATE_KINDS,
    CRITERION,
    Proposal,
    Suggestions,
    elsewhere_rows,
    row_of,
    worse_groups,
    worse_numbers,
)
from rpn_inspector.analysis.audit.tables import Groups, by_class, by_size, threshold
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.core.prospects import NO_SHAPES
from rpn_inspector.gui.widgets.choice_table import ChoiceTable
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.fields import ListField
from rpn_inspector.gui.widgets.i18n import counted, said, tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.theme import Theme, ink, sized

MARGIN = 12
MOST_CLASSES = 30  # listed, the most frequent
SHARES = ("boxes_reached", "best_possible_recall")
COUNTS = ("low_quality_only", "few_positives", "unmatched", "anchors")


class AuditTables(QWidget):
    """Suggested anchors with what they change, then ground truths by class and by size, and positives by level.

    ``group_wanted`` emits what a row of the last three is of, and its place in the group, to list those alone.
    ``use_wanted``, ``compare_wanted`` and ``save_wanted`` emit the proposal shown; ``shown`` another proposal, or None.
    """

    use_wanted = Signal(object)
    compare_wanted = Signal(object)
    save_wanted = Signal(object)
    shown = Signal(object)
    group_wanted = Signal(str, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._places: dict[str, list[int]] = {"class": [], "size": [], "level": []}
        self._suggestions: Suggestions | None = None
        self.search = QPushButton(tr("Look for better anchors"))
        self.search.setToolTip(as_tip(tr("other sizes and ratios, each counted over the whole dataset")))
        self.choice = ListField()
        self.choice.setAccessibleName(tr("Suggested anchors"))
        self.choice.setToolTip(
            as_tip(tr("how they were found; the best of the same cost first: {by}").format(by=CRITERION))
        )
        self.found_by = PlainLabel(tr("Suggested, found by"))
        self.choice.activated.connect(lambda _: self._show_proposal())
        self.use, self.compare, self.save = (
            QPushButton(tr(text)) for text in ("Use as recipe", "Compare", "Save as TOML…")
        )
        for button, signal in (
            (self.use, self.use_wanted),
            (self.compare, self.compare_wanted),
            (self.save, self.save_wanted),
        ):
            button.clicked.connect(lambda _=False, signal=signal: self._emit(signal))
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for widget in (self.use, self.compare, self.save):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        self.changes, self.worse = PlainLabel(), PlainLabel()
        for label in (self.changes, self.worse):
            label.setWordWrap(True)
        self.numbers = FactTable(
            tr("Suggested anchors"), (tr("now"), tr("suggested"), tr("change")), width=58, names=124
        )
        self.elsewhere = FactTable(
            tr("Candidates elsewhere"), (tr("none"), tr("few"), tr("all shared")), tr("boxes"), width=52, names=124
        )
        self.classes = ChoiceTable(
            tr("By class"),
            _heads(),
            lead=tr("class"),
            width=42,
        )
        self.sizes = ChoiceTable(
            tr("By size"),
            _heads(),
            tr("area of the box in original px², COCO's limits"),
            lead=tr("size"),
            width=42,
        )
        self.levels = ChoiceTable(
            tr("Positives by level"), (tr("positives"), tr("share"), tr("best of boxes")), width=60
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 8, MARGIN, 12)
        column.setSpacing(6)
        column.addWidget(self.search)
        by = QHBoxLayout()
        by.addWidget(self.found_by)
        by.addWidget(self.choice, 1)
        column.addLayout(by)
        column.addLayout(buttons)
        column.addWidget(self.numbers)
        for label in (self.changes, self.worse):
            column.addWidget(label)
        column.addWidget(self.elsewhere)
        self.grouped = {"class": self.classes, "size": self.sizes, "level": self.levels}
        for name, table in self.grouped.items():
            table.setToolTip(as_tip(tr("a press, or Enter, lists the ground truths of a row alone")))
            table.chosen.connect(lambda row, name=name: self.group_wanted.emit(name, self._places[name][row]))
        self.coder = FactTable(tr("Coder"), ("",) * 4, tr("wanted: t* of deviation 1"), lead=tr("coordinate"), width=52)
        words = tr("weights make each deviation of t* 1; means and stds, with weights of 1, its mean 0 too")
        self.coder.setToolTip(as_tip(words))
        self._tables = (self.numbers, self.classes, self.sizes, self.levels, self.coder)
        for each in self._tables[1:]:
            column.addWidget(each)
        column.addStretch(1)
        self.set_theme(theme)
        self.show_audit(None, None)

    @property
    def proposal(self) -> Proposal | None:
        """Return the proposal shown, None without."""
        found: Proposal | None = self.choice.currentData()
        return found

    def show_audit(self, audit: Audit | None, suggestions: Suggestions | None) -> None:
        """Show the tables of an audit and its suggestions; nothing without."""
        self._suggestions = suggestions
        self.choice.clear()
        for each in () if suggestions is None else suggestions.proposals:
            self.choice.addItem(each.name if each.same_cost else tr("{name}, costs more").format(name=each.name), each)
        searched = self.search.hasFocus()
        self._show_proposal()
        self.search.setVisible(audit is not None and suggestions is None and not audit.recipe.anchors.of_points)
        if searched and self.proposal is not None:  # Qt would give the keyboard of a hidden button to some other
            self.choice.setFocus()
        reached = {None: ""} if audit is None else {threshold(audit): ""}
        for table in (self.classes, self.sizes):
            table.set_heads(_heads(audit is None or audit.decided))
        self.classes.fill(_with_all(audit, by_class(audit)) if audit is not None else [], bold_last=True)
        self.sizes.fill(_rows(audit, by_size(audit)) if audit is not None else [])
        self.levels.fill([] if audit is None else _levels(audit))
        if audit is not None:
            self._places = {
                "class": _listed(by_class(audit)),
                "size": _listed(by_size(audit)),
                "level": list(range(len(audit.recipe.anchors.names))),
            }
        for name, table in self.grouped.items():
            table.set_choices(0 if audit is None else len(self._places[name]))
        least = next(iter(reached))
        self.classes.unit.setText("" if least is None else tr("reached: best IoU ≥ {v}").format(v=f"{least:.2f}"))
        for each_table in self._tables[1:]:
            each_table.setVisible(audit is not None)
        self.levels.setVisible(audit is not None and audit.decided)
        coder = [] if audit is None else _coder(audit)
        if audit is not None:
            self.coder.set_heads(audit.recipe.coder.coordinate_names)
        self.coder.fill(coder)
        self.coder.setVisible(bool(coder))

    def _show_proposal(self) -> None:
        proposal, suggestions = self.proposal, self._suggestions
        there = proposal is not None and suggestions is not None
        for widget in (self.found_by, self.choice, self.numbers, self.changes, self.use, self.compare, self.save):
            widget.setVisible(there)
        self.worse.setVisible(suggestions is not None)
        left = "" if suggestions is None else ", ".join(suggestions.left_out)
        out = tr("Left out, as it makes no number better: {names}.").format(names=left) if left else ""
        none = tr("No other anchors of this kind to suggest.")
        if suggestions is not None and suggestions.now.recipe.anchors.of_points:
            none = said(NO_SHAPES)
        rows = [] if suggestions is None else elsewhere_rows(suggestions)
        self.elsewhere.fill([(row["name"], *(f"{row[kind]:,}" for kind in CANDIDATE_KINDS)) for row in rows])
        self.elsewhere.setVisible(suggestions is not None and bool(suggestions.elsewhere))
        self.worse.setText("" if suggestions is None else f"{none} {out}".strip())
        if proposal is not None and suggestions is not None:
            now, then = row_of(suggestions.now), row_of(proposal.audit)
            self.numbers.fill([compared_row(name, key, now[key], then[key]) for key, name in number_names().items()])
            mine, theirs = suggestions.now.recipe.flat(), proposal.recipe.flat()
            changes = (f"{place} = {_short(value)}" for place, value in theirs.items() if mine.get(place) != value)
            self.changes.setText(f"{said(proposal.means)}: {'; '.join(changes)}")
            worse = worse_groups(suggestions.now, proposal.audit)[:4]
            told = [
                f"{group_name(by, name)}: {percent(before)} → {percent(after)}" for by, name, before, after in worse
            ]
            told += [
                f"{number_names()[key]}: {_written(key, now[key])} → {_written(key, then[key])}"
                for key in worse_numbers(now, then)
            ]
            lines = [tr("What gets worse: {what}.").format(what="; ".join(told))] if told else []
            lines += [out] if out else []
            lines.append(tr("A better fit is not yet a better AP: only training tells."))
            self.worse.setText(" ".join(lines))
        self.shown.emit(proposal)

    def show_group(self, by: str, place: int) -> None:
        """Mark the row of a place in the groups ``by``, and no other; "" for none."""
        for name, each in self.grouped.items():
            each.mark(self._places[name].index(place) if name == by and place in self._places[name] else -1)

    def _emit(self, signal: Signal) -> None:
        if self.proposal is not None:
            signal.emit(self.proposal)  # type: ignore[attr-defined]  # a bound signal

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for table in (*self._tables, self.elsewhere):
            table.set_theme(theme)
        for label in (self.changes, self.worse):
            label.setFont(sized(self.font(), 11))
        ink(self.changes, "text_second")
        ink(self.worse, "negative_text")


def _heads(decided: bool = True) -> tuple[str, ...]:
    """Return the heads of the numbers of a group; where outputs decide about positives, those of candidates."""
    if decided:
        return tr("boxes"), tr("reached"), tr("low-quality"), tr("per box"), tr("median px")
    return tr("boxes"), tr("no candidate"), tr("few"), tr("median px")


def number_names() -> Mapping[str, str]:
    """Return the names of the numbers of `row_of`, by key."""
    return {
        "boxes_reached": tr("ground truths reached"),
        "low_quality_only": tr("low-quality only"),
        "few_positives": tr("one or two positives"),
        "unmatched": tr("unmatched"),
        "mean_best_iou": tr("mean best IoU"),
        "positives_per_box": tr("positives each"),
        "std_w": tr("std of t*, w"),
        "std_h": tr("std of t*, h"),
        "anchors": tr("anchors an image, mean"),
        "best_possible_recall": tr("YOLOv5's possible recall"),
    }


def group_name(by: str, name: str) -> str:
    """Return the name of a group of the groups ``by``: a size in the user's language, a class as the dataset has it."""
    return tr(name) if by == "size" else name


def percent(share: float) -> str:
    """Return a share as the other panels write it, in percent with a decimal."""
    return f"{100 * share:.1f} %"


def compared_row(name: str, key: str, now: float, then: float) -> tuple[str, str, str, str]:
    """Return the row of one of the numbers of `row_of`: now, then, and the change."""
    if math.isnan(now) or math.isnan(then):
        return name, _written(key, now), _written(key, then), NOTHING
    change = then - now
    if key in SHARES:
        return (
            name,
            _written(key, now),
            _written(key, then),
            tr("{change} points").format(change=number(100 * change, 1, True)),
        )
    return name, _written(key, now), _written(key, then), number(change, 0 if key in COUNTS else 4, signed=True)


def _written(key: str, value: float) -> str:
    if math.isnan(value):
        return NOTHING
    if key in SHARES:
        return percent(value)
    return number(value, 0 if key in COUNTS else 4)


def _short(value: object) -> str:
    text = str(value).replace("(", "[").replace(",)", "]").replace(")", "]")
    return text if len(text) < 90 else text[:88] + "…"


def _with_all(audit: Audit, groups: Groups) -> list[tuple[str, ...]]:
    """Return the rows of groups, and a row of all ground truths in the assignment."""
    used = audit.used
    if not used.any():
        return []
    least, best = threshold(audit), audit.best_iou[used]
    count, positives = int(used.sum()), int(audit.gt_positives[used].sum())
    low = f"{int((used & audit.found['low_quality_only']).sum()):,}" if audit.knows_low_quality else NOTHING
    each = number(positives / count, 3) if audit.decided else NOTHING
    side = number(float(np.median(audit.side[used])), 1)
    share = NOTHING if least is None else percent(float((best >= least).mean()))
    numbers = (share, low, each) if audit.decided else (f"{groups.unmatched.sum():,}", f"{groups.starved.sum():,}")
    return [*_rows(audit, groups), (tr("all"), f"{count:,}", *numbers, side)]


def _listed(groups: Groups) -> list[int]:
    """Return the places of the groups that have a row, in order: the most frequent."""
    order = [at for at in range(len(groups.name)) if groups.boxes[at]]
    return sorted(sorted(order, key=lambda at: -int(groups.boxes[at]))[:MOST_CLASSES])


def _rows(audit: Audit, groups: Groups) -> list[tuple[str, ...]]:
    listed = _listed(groups)
    cut = [at for at in range(len(groups.name)) if groups.boxes[at] and at not in set(listed)]
    rows = [_row(audit, groups, at) for at in listed]
    if cut:
        rows.append((counted(len(cut), "1 more", "{n} more"), f"{sum(int(groups.boxes[at]) for at in cut):,}"))
    return rows


def _row(audit: Audit, groups: Groups, at: int) -> tuple[str, ...]:
    boxes, share, side = int(groups.boxes[at]), float(groups.recall[at]), float(groups.median_side[at])
    median = NOTHING if math.isnan(side) else number(side, 1)
    name = group_name(groups.by, groups.name[at])
    if not audit.decided:
        return name, f"{boxes:,}", f"{groups.unmatched[at]:,}", f"{groups.starved[at]:,}", median
    return (
        name,
        f"{boxes:,}",
        NOTHING if math.isnan(float(groups.mean_best_iou[at])) else percent(share),
        f"{int(groups.low_quality_only[at]):,}" if audit.knows_low_quality else NOTHING,
        number(int(groups.positives[at]) / boxes, 3),
        median,
    )


def _coder(audit: Audit) -> list[tuple[str, ...]]:
    """Return the coder's numbers, and those that t* asks for; no rows without targets."""
    told = targets_document(audit)
    suggested = told.get("suggested")
    if suggested is None:
        return []

    def row(name: str, values: Sequence[float | None]) -> tuple[str, ...]:
        return (name, *(NOTHING if value is None else f"{value:.4g}".replace("-", "−") for value in values))

    now = told["coder"]
    return [
        row(tr("weights"), now["weights"]),
        row(tr("means"), now["means"]),
        row(tr("stds"), now["stds"]),
        row(tr("weights wanted"), suggested["weights"]),
        row(tr("or means wanted"), suggested["means"]),
        row(tr("and stds wanted"), suggested["stds"]),
    ]


def _share_of(count: int, total: int) -> str:
    """Return a share in percent; one that would be rounded to none is said to be under the least that is written."""
    if not total:
        return NOTHING
    least = 0.001
    return f"< {percent(least)}" if 0 < count / total < least / 2 else percent(count / total)


def _levels(audit: Audit) -> list[tuple[str, ...]]:
    positives, total = audit.by_level.sum(0).tolist(), int(audit.by_level.sum())
    best = [int((audit.used & (audit.best_level == level)).sum()) for level in range(len(positives))]
    names = audit.recipe.anchors.names
    return [
        (
            name,
            f"{count:,}" if audit.decided else NOTHING,
            _share_of(count, total),
            f"{mine:,}" if audit.knows_iou else NOTHING,
        )
        for name, count, mine in zip(names, positives, best, strict=True)
    ]
