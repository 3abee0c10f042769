"""All losses of a recipe with further stages, as its trainer reports them."""

from __future__ import annotations

from collections.abc import Sequence

from rpn_inspector.analysis.stage_batch_loss import stages_here
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.words import stage_title
from rpn_inspector.gui.tables.agreement import agreement
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.session.request import Shown

Row = tuple[str, "float | None", "float | None", "float | None"]  # name, of the picture, of the batch, the trainer's


class StageLossTable(FactTable):
    """A row for each loss: of the picture, and of the trainer's batch here and as the trainer reported it."""

    def __init__(self) -> None:
        heads = (tr("this picture"), tr("batch here"), tr("trainer"), tr("agree"))
        super().__init__(tr("Losses of all stages"), heads, lead=tr("loss"), whole=True)
        self._batch: tuple[tuple[object, ...], dict[str, tuple[float, float]]] | None = None

    def show_result(
        self, shown: Shown | None, inspection: Inspection | None, first: tuple[float, float] | None
    ) -> None:
        """Show a picture's losses, and hide without a second stage.

        Args:
            shown: the answer, for the pictures of the batch.
            inspection: the picture.
            first: objectness and box loss of the batch, None where not known.
        """
        there = inspection is not None and bool(inspection.stages)
        self.setVisible(there)
        if shown is None or inspection is None or not there:
            self.fill([])
            return
        rows = self._listed(shown, inspection, first)
        texts = [(name, *(_known(value) for value in values), _agree(*values[1:])) for name, *values in rows]
        if all(theirs is None for *_, theirs in rows):  # nothing to compare a batch with
            rows = [(name, own, None, None) for name, own, *_ in rows]
            texts = [(name, _known(own), NOTHING, NOTHING, NOTHING) for name, own, *_ in rows]
        wholes = [_sum(column) for column in list(zip(*rows, strict=True))[1:]]
        texts.append((tr("total"), *map(_known, wholes), _agree(*wholes[1:])))
        batch = () if inspection.prediction is None else inspection.prediction.batch
        note = tr("The trainer's are of a batch of {n} pictures.").format(n=len(batch)) if len(batch) > 1 else ""
        self.fill(texts, bold_last=True, note=note)

    def _listed(self, shown: Shown, inspection: Inspection, first: tuple[float, float] | None) -> list[Row]:
        known, loss = inspection.prediction, inspection.loss
        own = (None, None) if loss is None else (loss.objectness, loss.box)
        theirs = (None, None) if known is None else (known.loss_objectness, known.loss_box)
        batch = (None, None) if first is None else first
        names = tr(inspection.recipe.loss.called("objectness")), tr("RPN box")
        rows: list[Row] = list(zip(names, own, batch, theirs, strict=True))
        here = self._here(shown, inspection)
        heads = {} if known is None or known.rois is None else known.rois.heads
        for name, stage in inspection.stages.items():
            title = said(stage_title(name))
            own = (None, None) if stage.loss is None else (stage.loss.objectness, stage.loss.box)
            head = heads.get(name)
            theirs = (None, None) if head is None else (head.loss_class, head.loss_box)
            names = tr("{stage}, class").format(stage=title), tr("{stage}, box").format(stage=title)
            rows += zip(names, own, here.get(name, (None, None)), theirs, strict=True)
        return rows

    def _here(self, shown: Shown, inspection: Inspection) -> dict[str, tuple[float, float]]:
        """Return each stage's losses over the trainer's batch, worked out once."""
        if shown.predictions is None or inspection.prediction is None or shown.what_if is not None:
            return {}
        batch = inspection.prediction.batch if len(inspection.prediction.batch) > 1 else (inspection.sample.name,)
        key = (shown.dataset, shown.predictions, shown.recipe, batch)
        if self._batch is None or self._batch[0] != key:
            self._batch = (key, stages_here(inspection, shown.dataset, shown.predictions))
        return self._batch[1]


def _known(value: float | None) -> str:
    return NOTHING if value is None else number(value, 6)


def _agree(here: float | None, theirs: float | None) -> str:
    return NOTHING if here is None or theirs is None else agreement(theirs, here)


def _sum(values: Sequence[float | None]) -> float | None:
    return None if None in values else sum(value for value in values if value is not None)
