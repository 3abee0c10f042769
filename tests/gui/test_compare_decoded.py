"""Decoded boxes in Compare, where an anchor with a box in one side alone has dashes in the other, and in plots."""

import numpy as np
import pytest
from PySide6.QtCore import QObject

from rpn_inspector.analysis.compare.fate_changes import compare_fates
from rpn_inspector.analysis.filter.filter import Filter
from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.analysis.filter.syntax import FilterError
from rpn_inspector.core.detections import Detections
from rpn_inspector.core.explain_sections import unsaid
from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import WITHOUT_LOSS
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.sample import Sample
from rpn_inspector.gui.compare.changed import fate_columns
from rpn_inspector.gui.compare.sheet import Sheet
from rpn_inspector.gui.plots.chart import ChartFacts
from rpn_inspector.gui.plots.iou_charts import FitChart, ScoreChart
from rpn_inspector.gui.plots.level_chart import LevelChart
from rpn_inspector.gui.plots.residual_charts import ResidualChart

SAMPLE = Sample("a.jpg", (240, 320), gt=np.array([[100, 100, 180, 190.0]]))
A = Detections(np.array([[20, 20, 90, 90.0]]), np.array([0.4]))
B = Detections(np.array([[104, 98, 176, 188.0]]), np.array([0.9]))


def test_no_plot_draws_what_boxes_do_not_say():
    one = inspect(SAMPLE, "demo", A)
    facts = ChartFacts(Values(one), None, Filter.parse(""))
    for chart in (FitChart, LevelChart, ResidualChart):
        assert chart(None).empty(facts) == str(WITHOUT_LOSS)
    assert ScoreChart(None).caption(facts) == f"1 of {one.grid.size:,} anchors"
    for name in ("dx", "r", "loss"):
        with pytest.raises(FilterError, match="needs the network's own outputs"):
            Filter.parse(f"{name} > 0").mask(one)


def test_a_side_without_a_box_has_dashes(qtbot):
    a, b = (inspect(SAMPLE, "demo", boxes) for boxes in (A, B))
    found = compare_fates(a, b)
    in_a, in_b = (int(one.proposals.anchor[0]) for one in (a, b))
    assert {in_a, in_b} <= {*found.changed.tolist()}
    rows = np.searchsorted(found.changed, [in_a, in_b])
    columns = {column.title: column for column in fate_columns(a, b, found, rows)}
    told = {title: [columns[title].text(row) for row in range(2)] for title in ("Score A", "Score B", "B − A")}
    assert told == {"Score A": ["0.4000", NOTHING], "Score B": [NOTHING, "0.9000"], "B − A": [NOTHING, NOTHING]}
    assert [columns[side].text(row) for side, row in (("A", 1), ("B", 0))] == ["no box", "no box"]
    assert a.proposals.fate[in_a] == Fate.KEPT
    parent = QObject()
    sheet = Sheet(parent)
    qtbot.addWidget(sheet)
    sheet.show_outputs((a, b))
    sheet.show_anchor((a, b), in_a, in_a)
    assert "no box" in sheet.finding.text()
    assert str(unsaid(a)) in sheet.why_b.text()
    assert str(unsaid(a)) not in sheet.why_a.text()
    assert sheet.outputs.text(0, 1) == "0.4000"
    assert sheet.outputs.text(0, 2) == NOTHING
    sheet.close_down()
