"""The losses of one picture: by level, with normalisers, the trainer's reported losses, and expected losses."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from rpn_inspector.analysis.batch_loss import LARGEST_BATCH, TrainerLosses, batch_losses, recorded_losses
from rpn_inspector.core.batch_losses import BatchLosses, alone
from rpn_inspector.core.box_losses import DECODED
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.expectation import all_losses, expected_losses
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.warnings import InspectionWarning
from rpn_inspector.core.zero_box_loss import why_no_box_loss
from rpn_inspector.gui.tables.agreement import agreement
from rpn_inspector.gui.tables.stage_loss_table import StageLossTable
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import counted, refused, said, tr
from rpn_inspector.gui.widgets.no_outputs import why_absent, why_no_loss
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.theme import Theme, ink
from rpn_inspector.session.request import Shown

NO_LOSS = "No raw outputs are open, so there is no loss to show. Open some with Ctrl+P."
GIVEN = "the mini-batch the trainer drew"
GIVEN_ALL = "what the trainer's loss took"


class LossPanel(QScrollArea):
    """Sheets of facts: the loss over one sample, expected over samples, over all anchors, reported, and by level."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(tr("Loss"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.levels = FactTable(tr("By level"), _heads("objectness", (), parts=True), lead=tr("level"), whole=True)
        self.kinds = FactTable(tr("This picture's loss"), _kind_heads("objectness", ()), lead=tr("over"), whole=True)
        self.trainer = FactTable(
            tr("The trainer's numbers"), (tr("trainer"), tr("here"), tr("agree")), lead=tr("loss"), whole=True
        )
        self.stages = StageLossTable()
        self.words = PlainLabel()
        self.words.setWordWrap(True)
        sheet = QWidget()
        sheet.setObjectName("sheet")
        self._grid = grid = QGridLayout(sheet)
        grid.setContentsMargins(12, 4, 16, 12)
        grid.setHorizontalSpacing(32)
        grid.addWidget(self.kinds, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._arrange()
        grid.addWidget(self.levels, 2, 0, 1, 2)
        grid.addWidget(self.words, 3, 0, 1, 3)
        grid.setRowStretch(4, 1)
        grid.setColumnStretch(2, 1)
        self.setWidget(sheet)
        self._shown: Shown | None = None
        self._batch: tuple[tuple[object, ...], BatchLosses] | None = None
        self.set_theme(theme)
        self.show_result(None)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for table in (self.levels, self.kinds, self.trainer, self.stages):
            table.set_theme(theme)
        ink(self.words, "text_second")

    def show_result(self, shown: Shown | None) -> None:
        """Show one picture's losses; slow sums wait until the panel is visible."""
        self._shown = shown
        if self.isVisible() or shown is None:
            self._fill()

    def showEvent(self, event: object) -> None:
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the second table beside the first where no number is cut there, else below."""
        margins, second = self._grid.contentsMargins(), self._second
        room = self.viewport().width() - margins.left() - margins.right() - self._grid.horizontalSpacing()
        wanted = self.kinds.minimumSizeHint().width() + second.minimumSizeHint().width()
        place = (0, 1) if wanted <= room else (1, 0)
        for table in (self.trainer, self.stages):  # one is shown at most
            self._grid.addWidget(table, *place, Qt.AlignmentFlag.AlignTop)

    @property
    def _second(self) -> FactTable:
        return self.trainer if self.stages.isHidden() else self.stages

    def _fill(self) -> None:
        self._write()
        self._arrange()

    def _write(self) -> None:
        inspection = self._shown.inspection if self._shown is not None else None
        loss = inspection.loss if inspection is not None else None
        for table in (self.levels, self.kinds, self.trainer):
            table.setVisible(loss is not None)
        if inspection is None or loss is None:
            for table in (self.levels, self.kinds, self.trainer):
                table.fill([])
            self.stages.show_result(None, None, None)
            self.words.setText(_why_none(self._shown))
            return
        self._levels(inspection)
        self._kinds(inspection)
        self._trainer(self._shown, inspection)
        objectness, box = loss.objectness_normaliser, loss.box_normaliser
        divided = (
            f"{objectness:,.5g}"
            if objectness == box
            else tr("{objectness:,.5g} and {box:,.5g}").format(objectness=objectness, box=box)
        )
        if loss.by_level is not None:
            divided = tr("each level's number of anchors, boxes and classes by its number of pairs")
        rule = tr(_given_words(inspection) if _given(inspection) else inspection.recipe.sampler.words)
        no_box = why_no_box_loss(inspection)
        self.words.setText(
            ("" if no_box is None else f"{no_box.translated(tr)}\n")
            + "".join(tr("{what}.\n").format(what=_sentence(said(one.text))) for one in _loss_warnings(inspection))
            + tr(
                "In the loss: {rule}, {positives} and {negatives}. Divided by {divided}; the rows are what is left "
                "after that, and they sum to the totals."
            ).format(
                rule=rule,
                positives=counted(len(loss.box_per_coordinate), "1 positive", "{n} positives"),
                negatives=counted(len(loss.rows) - len(loss.box_per_coordinate), "1 negative", "{n} negatives"),
                divided=divided,
            )
        )

    def _levels(self, inspection: Inspection) -> None:
        loss, grid = inspection.loss, inspection.grid
        assert loss is not None
        count = len(grid.levels)
        level = grid.locate(loss.rows).level
        owned = level[: len(loss.box_per_coordinate)]
        order = inspection.recipe.coder.order
        sampled = np.bincount(level, minlength=count)
        objectness = np.bincount(level, loss.objectness_per_anchor, count)
        by_part = loss.box_per_coordinate
        whole = by_part.shape[1] == 1 < len(order)  # of whole boxes: no coordinate has a part
        columns = [0] if whole else range(4) if inspection.recipe.loss.box in DECODED else order
        more = [np.bincount(grid.locate(term.rows).level, term.per_anchor, count) for term in loss.more.values()]
        parts = np.stack([np.bincount(owned, by_part[:, c], count) for c in columns], 1)
        rows = [
            (
                grid.levels[i].name,
                f"{sampled[i]:,}",
                number(float(objectness[i]), 6),
                *(number(float(part), 6) for part in parts[i] if not whole),
                number(float(parts[i].sum()), 6),
                *(number(float(part[i]), 6) for part in more),
            )
            for i in range(count)
        ]
        every = [number(float(part), 6) for part in parts.sum(0) if not whole]
        self.levels.set_heads(_heads(inspection.recipe.loss.called("objectness"), loss.more, parts=not whole))
        sums = (*every, number(loss.box, 6), *(number(term.value, 6) for term in loss.more.values()))
        rows.append((tr("all"), f"{len(loss.rows):,}", number(loss.objectness, 6), *sums))
        self.levels.fill(rows, bold_last=True)

    def _kinds(self, inspection: Inspection) -> None:
        loss = inspection.loss
        assert loss is not None
        first = tr("a seeded sample")
        if not inspection.recipe.sampler.drawn:
            first = tr("as the trainer took them") if _given(inspection) else tr("as the library takes them")
        elif _given(inspection):
            first = tr("the trainer's sample")
        further = tuple(number(term.value, 6) for term in loss.more.values())
        rows: list[tuple[str, ...]] = [
            (first, number(loss.objectness, 6), number(loss.box, 6), *further, number(loss.total, 6))
        ]
        self.kinds.set_heads(_kind_heads(inspection.recipe.loss.called("objectness"), loss.more))
        assert inspection.logits is not None
        assert inspection.t is not None
        try:
            arguments = (
                inspection.logits,
                inspection.t,
                inspection.t_star,
                inspection.assignment.label,
                inspection.recipe,
            )
            expected = expected_losses(*arguments)
            every = all_losses(*arguments)
        except InspectorError:
            pass  # outputs with classes: no expectation is defined
        else:
            if inspection.recipe.sampler.drawn and not loss.more:
                means = (expected.objectness, expected.box, expected.total)
                rows.append((tr("expected over samples"), *(number(value, 6) for value in means)))
                spread = (expected.objectness_std, expected.box_std, expected.total_std)
                rows.append((tr("  standard deviation"), *(number(value, 6) for value in spread)))
            rows.append((tr("all anchors"), number(every.objectness, 6), number(every.box, 6), number(every.total, 6)))
        self.kinds.fill(rows)

    def _trainer(self, shown: Shown | None, inspection: Inspection) -> None:
        loss, prediction = inspection.loss, inspection.prediction
        assert loss is not None
        ours: BatchLosses | None = alone(loss)
        note = ""
        reported = prediction is not None and not (prediction.loss_objectness is None and prediction.loss_box is None)
        if prediction is not None and len(prediction.batch) > 1 and (reported or inspection.stages):
            ours, note = self._of_batch(shown, prediction.batch)
        self.stages.show_result(shown, inspection, None if ours is None else (ours.objectness, ours.box))
        if prediction is None or not reported or inspection.stages:
            self.trainer.hide()
            self.trainer.fill([])
            return
        rows: list[tuple[str, ...]] = []
        for name, theirs, mine in TrainerLosses(recorded_losses(prediction), prediction.batch, ours).rows():
            here = (NOTHING, NOTHING) if mine is None else (number(mine, 6), agreement(theirs, mine))
            rows.append((tr(inspection.recipe.loss.called(name)), number(theirs, 6), *here))
        self.trainer.show()
        self.trainer.fill(rows, note=note)

    def _of_batch(self, shown: Shown | None, names: tuple[str, ...]) -> tuple[BatchLosses | None, str]:
        """Return this program's losses of a batch, None if not computable, and a note."""
        words = tr("Each of the batch of {n} pictures this one was in.").format(n=len(names))
        if shown is None or shown.predictions is None or len(names) > LARGEST_BATCH:
            return None, tr("Of a batch of {n} pictures, too large to reckon here at once.").format(n=len(names))
        key = (shown.dataset, shown.predictions, shown.recipe, names)
        if self._batch is None or self._batch[0] != key:
            try:
                losses = batch_losses(shown.dataset, shown.predictions, shown.recipe, names)
            except InspectorError as error:
                return None, tr("Of a batch of {n} pictures. {error}").format(n=len(names), error=refused(error))
            self._batch = (key, losses)
        return self._batch[1], words


def _why_none(shown: Shown | None) -> str:
    """Return why there is no loss."""
    inspection = None if shown is None else shown.inspection
    return (inspection is not None and why_no_loss(inspection)) or why_absent(shown, NO_LOSS)


def _kind_heads(scores: str, more: Iterable[str]) -> tuple[str, ...]:
    return (tr(scores), tr("box"), *map(tr, more), tr("total"))


def _heads(scores: str, more: Iterable[str], parts: bool) -> tuple[str, ...]:
    """Return the heads of the table by level, with those of coordinates or without."""
    coordinates = (tr("box x"), tr("box y"), tr("box w"), tr("box h")) if parts else ()
    return (tr("sampled"), tr(scores), *coordinates, tr("box"), *map(tr, more))


def _given(inspection: Inspection) -> bool:
    """Return whether the outputs name the anchors in the trainer's loss."""
    return inspection.prediction is not None and inspection.prediction.sampled_positive is not None


def _given_words(inspection: Inspection) -> str:
    """Return what a trainer's loss is over, by whether its library draws a sample."""
    return GIVEN if inspection.recipe.sampler.drawn else GIVEN_ALL


def _loss_warnings(inspection: Inspection) -> list[InspectionWarning]:
    """Return the warnings a user needs for reading the losses."""
    return [one for one in inspection.warnings if one.kind in ("other_labels", "not_a_number", "class_range")]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
