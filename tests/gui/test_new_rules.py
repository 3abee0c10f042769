"""The window under rules without thresholds of IoU, with losses of decoded boxes and other causes."""

import numpy as np
import pytest
from gui_steps import open_simulated
from PySide6.QtWidgets import QApplication

import rpn_inspector as ri
from rpn_inspector.analysis.audit.document import document
from rpn_inspector.analysis.audit.findings import findings_of
from rpn_inspector.analysis.filter.filter import Filter
from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.what_if import live_numbers
from rpn_inspector.gui.audit.anchors_view import AnchorsView
from rpn_inspector.gui.audit.object_columns import object_columns
from rpn_inspector.gui.inspector.explain.form import WhatIfForm
from rpn_inspector.gui.inspector.explain.rows import SectionView
from rpn_inspector.gui.plots.chart import ChartFacts
from rpn_inspector.gui.plots.kinds import TITLES
from rpn_inspector.gui.plots.residual_charts import ResidualChart, TargetsChart
from rpn_inspector.gui.plots.surface import Surface
from rpn_inspector.gui.tables.anchor_columns import anchor_columns
from rpn_inspector.gui.widgets.theme import LIGHT


@pytest.fixture
def window(shared_window):
    return shared_window


def test_what_a_rule_does_not_know_is_not_there(qtbot, window):
    open_simulated(qtbot, window, "yolov5s")
    found = window.workspace.state.shown.inspection
    assert window.strip.entries["ignored"].isHidden(), "the rule ignores nothing"
    assert [entry.key for entry in window.strip.entries.values() if entry.isVisible()][:3] == [1, 2, 4]
    assert "ignored" not in window.status_line.labels["counts"].text()
    columns = [column.title for column in anchor_columns(Values(found))]
    assert "Box share" in columns
    assert not [title for title in columns if "R(d)" in title or title == "box loss"]
    assert [entry.place for entry in live_numbers(found.recipe)] == []
    audit = ri.audit(window.workspace.state.dataset, found.recipe)
    made = document(audit)
    assert (made["low_quality_rule"], made["by_level"][0]["boxes"]) == (False, None)
    assert {row["low_quality_only"] for row in made["by_class"]} == {None}
    titles = [column.title for column in object_columns(audit, findings_of(audit)["unmatched"])]
    assert titles == ["Object", "Image", "√area", "Positives"]
    view = AnchorsView(LIGHT, window.audit)
    view.show_audit(audit, None)
    assert view.chart.isHidden()


@pytest.mark.parametrize("name", ["atss-mmdet", "yolov5s", "retinaface-mobilenet", "matterport-rpn"])
def test_every_cause_plot_and_column_is_drawn(qtbot, window, name):
    open_simulated(qtbot, window, name)
    window.main_window.resize(1366, 768)
    work = window.workspace
    assert work.state.problem is None
    shown = work.state.shown
    assert shown.recipe == load_recipe(name)
    qtbot.waitUntil(lambda: bool(window.plots.cells))
    for key in TITLES:
        window.plots.choose([key])
        QApplication.processEvents()
        assert window.plots.cells[0].key == key
    inspection = shown.inspection
    for cause in np.unique(inspection.assignment.cause).tolist():
        anchor = int(np.flatnonzero(inspection.assignment.cause == cause)[0])
        work.select(anchor)
        qtbot.waitUntil(lambda anchor=anchor: window.inspector.why.text() == inspection.explain(anchor).why)
        # nothing of the panel is wider than the panel
        assert window.inspector.finding.width() >= window.inspector.finding.sizeHint().width() - 8
        sections = window.inspector.findChildren(SectionView)
        assert max(view.minimumSizeHint().width() for view in sections) <= window.inspector.width()


@pytest.mark.parametrize("name", ["retinanet-keras", "yolov8"])
def test_numbers_of_t_are_named_as_the_coder_names_them(qtbot, window, name):
    open_simulated(qtbot, window, name)
    work = window.workspace
    one = work.state.shown.inspection
    names = one.recipe.coder.coordinate_names
    work.select(int(one.positive[0]))
    form = WhatIfForm(LIGHT)
    qtbot.addWidget(form)
    form.name_t(names)
    assert [head.text() for head in form.heads] == list(names)
    assert not any(head.isHidden() for head in form.heads)
    assert form.spins["t", 2].accessibleName() == f"t {names[2]}"
    form.name_t("xywh")
    assert all(head.isHidden() for head in form.heads)
    surface = Surface(LIGHT)
    qtbot.addWidget(surface)
    chart, facts = TargetsChart(surface), ChartFacts(Values(one), None, Filter.parse(""))
    chart.draw(facts)
    assert "no raw outputs" not in chart.caption(facts)  # t is there, whatever its coordinates are called
    assert {f"t{each}" for each in names} <= set(chart.lanes)
    assert f"t*_{names[-1]} " in chart.description(facts)
    if one.recipe.loss.box == "smooth_l1":
        residuals = ResidualChart(surface)
        assert residuals.empty(facts) == ""
        residuals.draw(facts)
        assert residuals.measures == tuple(f"d{each}" for each in names)
        assert residuals.counts.sum() > 0
