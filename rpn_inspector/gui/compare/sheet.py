"""The sheet beside the pictures: the selected anchor in A and in B, and the differences of A and B."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rpn_inspector.analysis.compare.fate_changes import loss_name, totals
from rpn_inspector.analysis.compare.label_changes import Comparison, Effect, effects
from rpn_inspector.core.explain_sections import unsaid
from rpn_inspector.core.fate import Fate
from rpn_inspector.core.fates import fate_of
from rpn_inspector.core.formulas.numbers import NOTHING, edge_texts, number
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.recipe_values import differing, value_text
from rpn_inspector.core.text import Text
from rpn_inspector.core.what_if import compared_gt
from rpn_inspector.core.words import FATE_WORDS, LABEL_WORDS
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.gui.widgets.pane_sizes import grant_layouts
from rpn_inspector.gui.widgets.pens import swatch
from rpn_inspector.gui.widgets.plain_label import PlainLabel, RichLabel, as_tip
from rpn_inspector.gui.widgets.theme import LIGHT, Theme, ink, sized

Pair = tuple[Inspection, Inspection]
ALONE = (
    "Only this field, or stage, of A takes the value of B: how many change label or ground truth, a dash where the "
    "grid changes too, and how many are positive then. These overlap, so they do not add up to those of all together."
)
UNKNOWN = "A dash under positive: only raw outputs would tell."
NO_ANCHOR = "No anchor selected: click a box or a row"
NO_PLACE = "Anchor {anchor} of A stands in no place of B's grid"
EDGES = ("x1", "y1", "x2", "y2")
COUNTS = ("kept boxes", "detections", "ground truths found")
SHORT = 44  # px of a field's value that fit the column
NAMES = 100  # px for the names of fields
WIDTH = 84  # px of a column, the same in every table: A stands under A


@dataclass(frozen=True, slots=True, eq=False)
class Effects:
    """A request for the effect of each differing field alone."""

    a: Inspection
    b: Recipe

    def answer(self) -> dict[str, Effect | None]:
        """Return the effect of each field."""
        return effects(self.a, self.b)


@dataclass(frozen=True, slots=True, eq=False)
class Totals:
    """A request for both outputs' totals over the whole picture."""

    pair: Pair

    def answer(self) -> tuple[dict[Text, float | None], dict[Text, float | None]]:
        """Return the totals of A and of B."""
        return totals(self.pair[0]), totals(self.pair[1])


class Sheet(QWidget):
    """Facts in two columns, A and B; slow facts are computed in a thread and filled in later."""

    def __init__(self, parent: QObject) -> None:
        super().__init__()
        self.worker = LatestWorker(lambda asked: asked.answer(), "compare-totals", parent)
        self.worker.done.connect(self._answered)
        self.worker.failed.connect(lambda *_: None)  # the column stays empty
        self.finding, self.why_a, self.why_b = PlainLabel(tr("No anchor selected")), RichLabel(), RichLabel()
        self.mark_a, self.arrow, self.mark_b, self.place = PlainLabel(), PlainLabel("→"), PlainLabel(), PlainLabel()
        self.overlaps = FactTable(tr("IoU"), ("A", "B"), width=WIDTH)
        self.boxes = FactTable(tr("Anchor"), ("A", "B"), tr("edges, network px"), width=WIDTH)
        self.outputs = FactTable(tr("Prediction"), ("A", "B"), width=WIDTH)
        self.gt = FactTable(tr("Ground truth"), ("A", "B"), tr("edges, network px"), width=WIDTH)
        heads = ("A", "B", tr("changed"), tr("positive"))
        self.fields = FactTable(tr("Recipes differ in"), heads, names=NAMES, lead=tr("field"))
        for each in self.fields.heads[2:]:
            each.setToolTip(as_tip(tr(ALONE)))
        self.whole = FactTable(tr("Whole picture"), ("A", "B"), width=WIDTH)
        for label in (self.finding, self.place, self.why_a, self.why_b):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(6)
        for mark in (self.mark_a, self.arrow, self.mark_b):
            head.addWidget(mark)
        head.addWidget(self.finding, 1)
        column.addLayout(head)
        for label in (self.place, self.why_a, self.why_b):
            column.addWidget(label)
        column.addSpacing(4)
        self._tables = (self.overlaps, self.boxes, self.gt, self.outputs, self.fields, self.whole)
        for widget in self._tables:
            column.addWidget(widget)
        column.addStretch(1)
        self._pair: Pair | None = None
        self.theme, self._roles = LIGHT, ("", "")
        self.show_anchor(None, None, None)
        for facts_ in (self.gt, self.fields, self.whole):
            facts_.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.finding.setFont(sized(self.font(), 14, bold=True))
        self.theme = theme
        ink(self.place, "text_second")
        for table in self._tables:
            table.set_theme(theme)
        self._mark()

    def close_down(self) -> None:
        """Stop the background work."""
        self.worker.close()

    def show_recipes(self, pair: Pair, found: Comparison) -> None:
        """List the fields in which two recipes differ, the effect of all, and each field's alone once computed."""
        self._pair = pair
        self.fields.unit.setText(_together(Effect.of(*pair, found)))
        self.whole.hide()
        self._fill_fields({})
        self.fields.show()
        self.worker.ask(Effects(pair[0], pair[1].recipe))

    def show_outputs(self, pair: Pair) -> None:
        """Show the totals of two networks' outputs over the whole picture, once computed."""
        self._pair = pair
        self.fields.hide()
        self.whole.show()
        self.whole.fill([(name, NOTHING, NOTHING) for name in (_score_loss(pair[0]), tr("box loss"), tr("kept boxes"))])
        self.worker.ask(Totals(pair))

    def show_nothing(self) -> None:
        """Leave nothing of a pair that is gone; an answer still on its way is dropped."""
        self._pair = None
        for table in (self.fields, self.whole):
            table.hide()
            table.fill([])

    def _answered(self, asked: Effects | Totals, found: Any) -> None:
        if self._pair is None:
            return
        a, b = self._pair
        # An answer to an earlier question may arrive after the picture, a recipe or the outputs changed: left out.
        if isinstance(asked, Totals) and asked.pair is self._pair:
            rows = [(said(name), *(_total(name, side.get(name)) for side in found)) for name in found[0]]
            self.whole.fill(rows)
        elif isinstance(asked, Effects) and (a, b.recipe) == (asked.a, asked.b):
            self._fill_fields(found)
        grant_layouts(self)

    def _fill_fields(self, found: dict[str, Effect | None]) -> None:
        """List the differing fields, values written as in the recipe editor; long values get a line each."""
        assert self._pair is not None
        left, right = (one.recipe.flat() for one in self._pair)
        places = {*left, *right}
        rows_ = sorted(differing(*(one.recipe for one in self._pair)), key=lambda row: -_weight(found.get(row[0])))
        rows: list[tuple[str, ...]] = []
        tips: list[tuple[str, ...]] = []
        long: list[int] = []
        metrics = QFontMetrics(sized(self.font(), 12))
        for place in (place for place in found if place.endswith(".*")):
            rows.append((tr("{stage}, whole stage").format(stage=place[:-2]), "", "", *_effect_cells(found[place])))
            means = _effect_tip(found[place])
            tips.append((tr("every field of this stage that differs, at once"), "", "", means, means))
        for place, *both in rows_:
            effect = found.get(place)
            cells = _effect_cells(effect)
            name, values = (
                place.rpartition(".")[2],
                tuple(NOTHING if value is None else value_text(value) for value in both),
            )
            if sum(other.rpartition(".")[2] == name for other in places) > 1:
                name = place  # several stages have a field of this name
            tip = (place, *values, _effect_tip(effect), _effect_tip(effect))
            if max(map(metrics.horizontalAdvance, values)) <= SHORT and metrics.horizontalAdvance(name) <= NAMES:
                rows.append((name, *values, *cells))
                tips.append(tip)
            else:
                rows.append((name, "", "", *cells))
                long += [len(rows), len(rows) + 1]
                rows += [(f"{side}  {value}", "", "", "", "") for side, value in zip("AB", values, strict=True)]
                tips += [tip, *((f"{place} {value}",) for value in tip[1:3])]
        note = " ".join([tr(ALONE), *([tr(UNKNOWN)] if any(map(_unknown, found.values())) else [])]) if rows else ""
        self.fields.fill(rows or [(tr("nothing"), "", "", "", "")], tips=tips, note=note, wrapped=long)

    def show_gt(self, pair: Pair | None, anchor: int | None, gt: int | None) -> None:
        """Show the box of the focused ground truth in both frames, else of the one compared with the anchor in A."""
        if gt is None and pair is not None and anchor is not None:
            gt = compared_gt(pair[0], anchor)
        known = pair is not None and gt is not None and all(0 <= gt < len(one.gt) for one in pair)
        self.gt.setVisible(known)
        if pair is None or gt is None or not known:
            return
        a, b = pair
        self.gt.title.setText(tr("Ground truth {n}").format(n=gt + 1))
        rows = list(zip(EDGES, edge_texts(a.gt[gt]), edge_texts(b.gt[gt]), strict=True))
        placed = a.frame.placed and b.frame.placed
        factors = zip("xy", a.frame.scale, b.frame.scale, strict=True) if placed else ()
        rows += [(tr("scale {axis}").format(axis=axis), number(x, 6), number(y, 6)) for axis, x, y in factors]
        tips = [(name,) for name in EDGES] + [(tr("network px a px of the picture"),)] * len(rows[len(EDGES) :])
        padded_a, padded_b = (f"{width:,} × {height:,}" for height, width in (a.padded_size, b.padded_size))
        rows.append((tr("padded"), padded_a, padded_b))
        tips.append((tr("width and height of the input, padding included, network px"),))
        self.gt.fill(rows, tips=tips)

    def show_anchor(self, pair: Pair | None, anchor: int | None, partner: int | None) -> None:
        """Show the selected anchor in A and in B; ``partner`` is the index in B."""
        known = pair is not None and anchor is not None and partner is not None
        for widget in (self.place, self.why_a, self.why_b, self.overlaps, self.boxes):
            widget.setVisible(known)
        self._mark("", "")
        self.outputs.setVisible(known and pair is not None and all(one.deltas is not None for one in pair))
        if pair is None or anchor is None or partner is None:
            for label in (self.place, self.why_a, self.why_b):
                label.setText("")
            for table in (self.overlaps, self.boxes, self.outputs):
                table.fill([])
            points = pair is not None and pair[0].recipe.anchors.of_points
            if pair is None or anchor is None:
                words = tr("No point selected: click one or a row") if points else tr(NO_ANCHOR)
            else:
                words = tr("Point {anchor} of A stands in no place of B's grid") if points else tr(NO_PLACE)
                words = words.format(anchor=f"{anchor:,}")
            self.finding.setText(words)
            return
        a, b = pair[0].explain(anchor), pair[1].explain(partner)
        points = pair[0].recipe.anchors.of_points
        place = tr("Point {anchor:,} · {place}") if points else tr("Anchor {anchor:,} · {place}")
        self.place.setText(place.format(anchor=anchor, place=said(a.place)))
        owners = [t for t in dict.fromkeys((a.gt, b.gt, a.best_gt, b.best_gt)) if t >= 0]
        overlaps = [(t, float(a.iou_per_gt[t]), float(b.iou_per_gt[t])) for t in owners]
        self.overlaps.fill(
            [(tr("with GT {t}").format(t=t + 1), number(one), number(two)) for t, one, two in overlaps],
            tips=[("", number(one, 9), number(two, 9)) for _, one, two in overlaps],  # ties at a threshold show there
        )
        self.boxes.fill(list(zip(EDGES, edge_texts(a.box), edge_texts(b.box), strict=True)))
        if any(one.recipe.anchors.of_points for one in pair):  # no area, so no IoU; its place stands in the grid
            self.overlaps.setVisible(False)
            self.boxes.setVisible(False)
        if self.outputs.isHidden():
            labels = tr(LABEL_WORDS[a.label]), tr(LABEL_WORDS[b.label])
            if a.label == b.label and a.gt != b.gt:
                words = tr("{what} for ground truth {a} in A, for {b} in B")
                self.finding.setText(words.format(what=labels[0].capitalize(), a=a.gt + 1, b=b.gt + 1))
            else:
                self.finding.setText(_in_both(*labels, a.label == b.label))
            self._mark(LABEL_WORDS[a.label], LABEL_WORDS[b.label])
            self.why_a.setText(f"<b>A</b>: {escape(said(a.why))}")
            self.why_b.setText(f"<b>B</b>: {escape(said(b.why))}")
        else:
            self._show_outputs_of(pair, anchor, partner)

    def _mark(self, a: str | None = None, b: str | None = None) -> None:
        """Draw the line styles of both labels before the finding; a single swatch where the labels are equal."""
        self._roles = (self._roles[0] if a is None else a, self._roles[1] if b is None else b)
        for label, role in zip((self.mark_a, self.mark_b), self._roles, strict=True):
            if role:
                label.setPixmap(swatch(role, self.theme))
        one, other = self._roles
        self.mark_a.setVisible(bool(one))
        self.arrow.setVisible(bool(other) and one != other)
        self.mark_b.setVisible(bool(other) and one != other)

    def _show_outputs_of(self, pair: Pair, anchor: int, partner: int) -> None:
        # of decoded boxes put back, an anchor may have a box in one side alone
        fates = fate_of(pair[0], anchor), fate_of(pair[1], partner)
        names = [tr(FATE_WORDS[Fate.NO_BOX if fate is None else fate.fate]) for fate in fates]
        self.finding.setText(_in_both(names[0], names[1], names[0] == names[1]))
        words = [said(unsaid(one) if fate is None else fate.words) for one, fate in zip(pair, fates, strict=True)]
        self.why_a.setText(f"<b>A</b>: {escape(words[0])}")
        self.why_b.setText(f"<b>B</b>: {escape(words[1])}")
        a, b = pair[0].explain(anchor), pair[1].explain(partner)
        rows = [(tr("score"), number(a.score), number(b.score))]
        if a.t is not None and b.t is not None:
            ts = zip("xywh", a.t.tolist(), b.t.tolist(), strict=True)
            rows += [(f"t {name}", number(one, signed=True), number(two, signed=True)) for name, one, two in ts]
        rows += [(tr("box loss"), number(a.box_loss), number(b.box_loss))]
        rows += [(_score_loss(pair[0]), number(a.objectness_loss), number(b.objectness_loss))]
        fits = [number(fate.gt_iou if fate is not None and fate.of_numbers else None) for fate in fates]
        rows += [(tr("best IoU with a GT"), fits[0], fits[1])]
        self.outputs.fill(rows)


def _weight(effect: Effect | None) -> int:
    """Return the number of labels and anchors changed by a field, to sort the largest effect first."""
    return 0 if effect is None else effect.flips + effect.others


def _unknown(effect: Effect | None) -> bool:
    """Return whether only outputs would tell the positives of a side: a label unknown is no label changed."""
    return effect is not None and None in (effect.before, effect.after)


def _effect_cells(effect: Effect | None) -> tuple[str, str]:
    """Return the anchors changed by a field, where both grids are one and all labels known, and the positives then."""
    if effect is None:
        return NOTHING, NOTHING
    changed = NOTHING if effect.others or _unknown(effect) else f"{effect.flips:,}"
    return changed, NOTHING if effect.after is None else f"{effect.after:,}"


def _effect_text(effect: Effect | None) -> str:
    """Return the anchors changed by a field, or the positives before and after where grids or what is known differ."""
    if effect is None:
        return NOTHING
    if effect.others or _unknown(effect):
        before, after = (NOTHING if count is None else f"{count:,}" for count in (effect.before, effect.after))
        return tr("{before} → {after}").format(before=before, after=after)
    return f"{effect.flips:,}"


def _together(effect: Effect) -> str:
    """Return the effect of all differing fields at once."""
    if effect.others or _unknown(effect):
        return tr("all together: {effect} pos.").format(effect=_effect_text(effect))
    return tr("all together: {n} changed").format(n=f"{effect.flips:,}")


def _effect_tip(effect: Effect | None) -> str:
    if _unknown(effect):
        return tr(UNKNOWN)
    if effect is None or not effect.others:
        return tr("how many change label or ground truth when only this field of A takes the value of B")
    return tr(
        "{others:,} stand in one grid only; positives {effect}; of those in both {flips:,} change label or ground truth"
    ).format(others=effect.others, effect=_effect_text(effect), flips=effect.flips)


def _in_both(a: str, b: str, same: bool) -> str:
    """Return the heading for an anchor's label or fate in A and in B."""
    first = a[:1].upper() + a[1:]
    return tr("{what} in both").format(what=first) if same else tr("{a} in A, {b} in B").format(a=first, b=b)


def _total(name: str, value: float | None) -> str:
    if value is None:
        return NOTHING
    return f"{value:,.0f}" if name in COUNTS else f"{value:.3f}" if name.startswith("recall") else number(value)


def _score_loss(one: Inspection) -> str:
    return said(loss_name(one.recipe))
