"""The Audit's page What moved: what it is compared with on the left, what moves in the middle, numbers on the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from rpn_inspector.analysis.audit.against import Against
from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.baseline import folder_name
from rpn_inspector.analysis.audit.comparison import WHYS
from rpn_inspector.analysis.audit.findings import OF_PICTURES, Found
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.core.formulas.numbers import number
from rpn_inspector.core.words import GT_STATE_WORDS
from rpn_inspector.gui.audit.beside_fields import BesideFields
from rpn_inspector.gui.audit.end_words import end_short, headed
from rpn_inspector.gui.audit.finding_words import title
from rpn_inspector.gui.audit.moved_columns import FIRST, moved_columns, why_words
from rpn_inspector.gui.audit.moved_tables import MovedTables
from rpn_inspector.gui.audit.places_panel import Listing
from rpn_inspector.gui.widgets.choice_table import ChoiceTable
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.recipe_items import AskOutputs
from rpn_inspector.gui.widgets.theme import Theme, ink, px, sized

MARGIN = 12
WIDEST = 760  # px of a table: a value stands near its name
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Move:
    """A row that can be chosen: its words, further cells, and the ground truths (m,) it stands for."""

    words: str
    cells: tuple[str, ...]
    rows: Bools


class MovedView(QObject):
    """Three widgets, ``left``, ``middle`` and ``right``; ``turned`` follows another `listing`.

    ``compare_wanted`` emits the `Others` to look at beside the picture.
    """

    turned = Signal()
    compare_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QObject, ask_outputs: AskOutputs) -> None:
        super().__init__(parent)
        self._against: Against | None = None
        self._chosen: tuple[str, int] | None = None
        self._moves: dict[str, list[Move]] = {}
        self.fields, self.tables = BesideFields(ask_outputs), MovedTables(theme)
        self.left, self.middle, self.right = self._choice(), self._changes(), self.tables
        self.show_against(None, "")

    # Building

    def _choice(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(MARGIN, 8, MARGIN, 8)
        column.setSpacing(6)
        self.caption, self.note = PlainLabel(tr("Compare with")), PlainLabel()
        self.note.setWordWrap(True)
        self.compare = QPushButton(tr("Compare"))
        self.compare.setToolTip(as_tip(tr("lay both over the picture of the row chosen below")))
        self.compare.clicked.connect(self._emit)
        self.sides = FactTable(tr("Beside each other"), ("",), width=120)
        for part in (self.caption, self.fields, self.note, self.sides, self.compare):
            column.addWidget(part)
        column.addStretch(1)
        return inner

    def _changes(self) -> QWidget:
        self.sentence = PlainLabel()
        self.sentence.setWordWrap(True)
        boxes = tr("boxes")
        self.kinds = ChoiceTable(tr("Findings"), ("A", "B", tr("change")), width=64, names=200)
        self.states = ChoiceTable(tr("What became of boxes"), (boxes, tr("why")), width=64, names=200)
        self.ends = ChoiceTable(tr("Where ground truths end"), (boxes,), width=64, names=200)
        self.grouped = {"state": self.states, "end": self.ends, "kind": self.kinds}
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(MARGIN, 8, MARGIN, 4)
        column.setSpacing(4)
        column.addWidget(self.sentence)
        for name, table in self.grouped.items():
            table.setMaximumWidth(px(WIDEST))
            table.setToolTip(as_tip(tr("a press, or Enter, lists the ground truths of a row alone")))
            table.chosen.connect(lambda row, name=name: self.choose(name, row))
            column.addWidget(table)
        column.addStretch(1)
        return inner

    # What is shown

    def show_against(self, against: Against | None, absent: str) -> None:
        """Show a comparison; without any say why, in the words ``absent``."""
        if against is None or against is not self._against:
            self._chosen = None
        self._against = against
        self._moves = {} if against is None else {name: make(against) for name, make in MOVES.items()}
        self.sentence.setText(absent if against is None else " ".join(_sentences(against)))
        self._fill_sides(against)
        for name, table in self.grouped.items():
            moves = self._moves.get(name, [])
            why = tr("Why: what they are under the recipe that is worse for them.")
            table.fill([(move.words, *move.cells) for move in moves], note=why if table is self.states else "")
            table.set_choices(len(moves))
            table.setVisible(bool(moves))
        self.tables.show_against(against)
        self.compare.setVisible(against is not None and against.of_one_dataset)
        self._mark()

    def _fill_sides(self, against: Against | None) -> None:
        rows = [] if against is None else _sides(against)
        self.sides.fill(rows)
        self.sides.setVisible(bool(rows))
        self.note.setText(tr("A is what is open. What moves is counted over every picture, as audit --against does."))

    def _emit(self) -> None:
        if self._against is not None:
            self.compare_wanted.emit(self._against.others)

    @property
    def moved(self) -> Bools | None:
        """Return the ground truths (m,) of which something moves, None without a comparison of one dataset."""
        rows = [move.rows for name in ("state", "end") for move in self._moves.get(name, [])]
        if self._against is None or not self._against.of_one_dataset:
            return None
        none = np.zeros(len(self._against.a.used), bool)
        return np.asarray(np.logical_or.reduce([none, *rows]))

    # What is chosen

    def choose(self, by: str, row: int) -> None:
        """List the ground truths of a row alone; the same again leaves the choice out."""
        self._chosen = None if self._chosen == (by, row) else (by, row)
        self._mark()

    def leave_out(self, *names: str) -> None:
        """Leave out the choice of a row."""
        if "row" in names and self._chosen is not None:
            self.choose(*self._chosen)

    @property
    def choosing(self) -> bool:
        """Return whether a row is chosen."""
        return self._chosen is not None

    def _mark(self) -> None:
        for name, table in self.grouped.items():
            table.mark(self._chosen[1] if self._chosen is not None and self._chosen[0] == name else -1)
        self.turned.emit()

    @property
    def listing(self) -> Listing | None:
        """Return the ground truths of the row chosen, all that move without; None without a comparison."""
        against, mask = self._against, self.moved
        if against is None or mask is None:
            return None
        chips: tuple[tuple[str, str], ...] = ()
        if self._chosen is not None:
            move = self._moves[self._chosen[0]][self._chosen[1]]
            mask, chips = move.rows, (("row", move.words),)
        rows = np.flatnonzero(mask)
        found = Found(kind="", image=against.a.annotations.image[rows], row=rows, of=int(against.a.used.sum()))
        return Listing(
            title=tr("What moved"),
            found=found,
            columns=moved_columns(against, rows),
            first=FIRST,
            chips=chips,
            empty=tr("No ground truth changes between A and B."),
        )

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        font = self.left.font()
        self.caption.setFont(sized(font, 12, bold=True))
        self.sentence.setFont(sized(font, 13, bold=True))
        self.note.setFont(sized(font, 11))
        ink(self.note, "text_second")
        for table in (*self.grouped.values(), self.sides):
            table.set_theme(theme)
        self.fields.set_theme(theme)
        self.tables.set_theme(theme)


def _states(against: Against) -> list[Move]:
    """Return the ground truths of another state, by both states and the reason, most first."""
    if against.anchors is None or not all(against.gts.known):
        return []
    found, whys = against.gts, against.whys
    words, states, kinds = why_words(), len(GT_STATE_WORDS), len(WHYS)
    code = (found.state[0] * states + found.state[1]) * kinds + whys
    count = np.bincount(code[found.state[0] != found.state[1]])
    made = []
    for at in np.argsort(-count, kind="stable")[: np.count_nonzero(count)].tolist():
        pair, why = divmod(at, kinds)
        names = " → ".join(tr(GT_STATE_WORDS[state]) for state in divmod(pair, states))
        made.append(Move(names, (f"{count[at]:,}", words[WHYS[why]]), code == at))
    return made


def _ends(against: Against) -> list[Move]:
    """Return the ground truths that end elsewhere, by both ends, most first."""
    found = against.ends
    if found is None:
        return []
    pairs = [(a, b) for a in End for b in End if a != b and found.matrix[a, b]]
    made = []
    for a, b in sorted(pairs, key=lambda pair: -int(found.matrix[pair])):
        rows = found.judged & (found.end[0] == int(a)) & (found.end[1] == int(b))
        made.append(Move(f"{headed(end_short(a))} → {end_short(b)}", (f"{rows.sum():,}",), rows))
    return made


def _kinds(against: Against) -> list[Move]:
    """Return by kind of finding the ground truths found so in one of the two alone."""
    if against.anchors is None:
        return []
    made = []
    for each in against.recipes["kinds"]:
        if each["kind"] in OF_PICTURES:  # no ground truth to list
            continue
        (a, b), masks = each["found"], against.kind(each["kind"])
        cells = (f"{a:,}", f"{b:,}", number(float(b - a), 0, signed=True))
        made.append(Move(title(each["kind"], against.a.recipe), cells, masks[0] != masks[1]))
    return made


MOVES: dict[str, Callable[[Against], list[Move]]] = {"state": _states, "end": _ends, "kind": _kinds}


def _sentences(against: Against) -> list[str]:
    """Return how many ground truths move, or why that is not known."""
    told, ends = [], against.ends
    if against.anchors is not None:
        found = against.gts
        if all(found.known):
            moved = int((found.state[0] != found.state[1]).sum())
            told.append(
                counted(
                    moved,
                    "1 of {all} ground truths has another state in B.",
                    "{n} of {all} ground truths have another state in B.",
                    all=f"{against.a.boxes:,}",
                )
            )
        else:
            names = ", ".join(
                one.recipe.name for one, known in zip((against.a, against.b), found.known, strict=True) if not known
            )
            words = tr("Outputs decide about positives under {names}, so no states are compared.")
            told.append(words.format(names=names))
    if ends is not None:
        judged, changed = int(ends.judged.sum()), int(ends.matrix.sum() - np.trace(ends.matrix))
        words = tr("{changed} of {judged} ground truths end elsewhere in B.")
        words = words if judged else tr("No ground truth is judged by both.")
        told.append(words.format(changed=f"{changed:,}", judged=f"{judged:,}"))
    if not told:
        told.append(tr("Two datasets under one recipe, side by side."))
    return told


def _sides(against: Against) -> list[tuple[str, str]]:
    """Return what A and B are."""
    rows = []
    if against.anchors is not None:
        rows += [(tr("recipe A"), against.a.recipe.name), (tr("recipe B"), against.b.recipe.name)]
    if against.ends is not None:
        names = [_output_name(one) for one in (against.a, against.b)]
        rows += [(tr("outputs A"), names[0]), (tr("outputs B"), names[1])]
    if against.beside is not None:
        names = [folder_name(one.annotations.dataset) for one in (against.a, against.beside)]
        rows += [(tr("dataset A"), names[0]), (tr("dataset B"), names[1])]
    return rows


def _output_name(audit: Audit) -> str:
    outputs = audit.predicted
    assert outputs is not None
    name = folder_name(outputs.path)
    return name if outputs.step is None else tr("{words} at step {step}").format(words=name, step=f"{outputs.step:,}")
