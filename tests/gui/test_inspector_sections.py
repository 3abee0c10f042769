"""The panel shows what there is to say of an anchor and nothing else; Explain stands right under the curve."""

import numpy as np
import pytest
from gui_steps import open_demo, settled
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from rpn_inspector.core.fates import fate_of
from rpn_inspector.core.formulas.numbers import edge_texts
from rpn_inspector.core.formulas.table import Head, Table, TableRow
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.gui.canvas.painting import _paint_fate
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.theme import DARK, LIGHT, apply


@pytest.fixture
def window(shared_window):
    return shared_window


@pytest.fixture
def inspector(qtbot, window):
    open_demo(qtbot, window)
    return window.inspector


def there(inspector):
    names = {"targets": inspector.targets, "loss": inspector.loss, "curve": inspector.curve}
    found = {name for name, section in names.items() if section.isVisible()}
    assert found == {name for name, section in names.items() if inspector.lines[section].isVisible()}
    return found


def select(window, label):
    window.workspace.select(int(np.flatnonzero(window.workspace.state.shown.inspection.assignment.label == label)[0]))


def test_a_positive_with_outputs_has_it_all_and_explain_under_its_curve(qtbot, window, inspector):
    select(window, 1)
    assert there(inspector) == {"targets", "loss", "curve"}
    explain, curve = window.inspector.explain, inspector.curve
    qtbot.waitUntil(lambda: curve.y() + curve.height() <= explain.y() < inspector.overlaps.y())
    assert inspector.targets.text(4, 0) == "sum of the four"


def test_a_negative_has_a_prediction_and_its_part_of_the_loss_but_no_residuals(window, inspector):
    select(window, 0)
    assert there(inspector) == {"targets", "loss"}


def test_without_outputs_a_positive_has_a_target_and_a_negative_nothing_of_the_kind(qtbot, window, inspector):
    window.workspace.use_predictions(None, recipe=load_recipe("demo"))
    qtbot.waitUntil(lambda: settled(window) and window.workspace.state.shown.predictions is None)
    select(window, 1)
    assert there(inspector) == {"targets"}
    assert inspector.targets.text(0, 2) == "–"
    select(window, 0)
    assert there(inspector) == set()


def test_a_boxs_fate_stands_above_explain(qtbot, window, inspector):
    inspector.put_fates_first(True)
    select(window, 1)
    fate, explain = inspector.fate, window.inspector.explain
    qtbot.waitUntil(lambda: fate.isVisible() and fate.y() > 0 and fate.y() + fate.height() <= explain.y())
    assert there(inspector) == set()


def test_a_click_on_a_point_of_score_against_fit_chooses_the_anchor_and_beside_all_points_none(
    qtbot, window, inspector
):
    proposals = window.workspace.state.shown.inspection.proposals
    inspector.put_fates_first(True)
    scatter = inspector.fate.scatter
    for anchor in np.flatnonzero(proposals.fate == Fate.SUPPRESSED).tolist():
        window.workspace.select(anchor)
        if not scatter.isHidden() and len(scatter._fits) > 3:
            break
    truth = scatter._gt + 1
    kept = int(scatter._kept.sum())
    said = f"{kept} of {len(scatter._fits)} boxes kept"
    assert scatter.accessibleDescription() == scatter.head.caption.toolTip() == said
    assert scatter._paper.axes["bottom"].labelText == f"IoU with ground truth {truth}"
    longest = scatter.head.caption.fontMetrics().horizontalAdvance("188 of 1,888 boxes kept")
    assert longest <= scatter.head.caption.width(), "whole in the narrowest window"
    assert [len(points.getData()[0]) for points in (scatter._left, scatter._lost)] == [kept, len(scatter._fits) - kept]
    assert [mark.getData()[0][0] for mark in scatter._marks] == pytest.approx(
        [float(scatter._fits[scatter._anchors == which][0]) for which in (int(proposals.suppressed_by[anchor]), anchor)]
    )
    inspector.ensureWidgetVisible(scatter)
    qtbot.waitUntil(lambda: scatter._paper.geometry().bottom() == scatter.rect().bottom())  # laid out
    QApplication.processEvents()
    chosen = []
    scatter.chosen.connect(chosen.append)
    lone = int(np.argmin(scatter._scores))
    point = QPointF(float(scatter._fits[lone]), float(scatter._scores[lone]))
    place = scatter._paper.mapTo(scatter, scatter._paper.mapFromScene(scatter._paper.box.mapViewToScene(point)))
    qtbot.mouseClick(scatter, Qt.MouseButton.LeftButton, pos=QPoint(scatter.width() - 2, 4))
    assert chosen == []
    qtbot.mouseClick(scatter, Qt.MouseButton.LeftButton, pos=place)
    assert len(chosen) == 1
    at = scatter._anchors == chosen[0]
    assert abs(float(scatter._fits[at][0]) - point.x()) < 0.02


def test_a_table_of_other_heads_takes_as_many_columns(qtbot):
    table = FactTable("Targets", ("t*", "t"))
    qtbot.addWidget(table)
    wide = Table(tuple(Head(name, digits=1) for name in "ltrb"), (TableRow("P3", (1.0, 2.0, None, 4.0)),), note="four")
    table.show_table(wide)
    assert [head.text() for head in table.heads] == ["l", "t", "r", "b"]
    assert [table.text(0, column) for column in range(5)] == ["P3", "1.0", "2.0", "–", "4.0"]
    table.show_table(Table((Head("t*"), Head("t")), (TableRow("x", (0.5, -0.25)),)))
    assert [head.isVisibleTo(table) for head in table.heads] == [True, True, False, False]
    assert [table.text(0, column) for column in range(5)] == ["x", "0.5000", "−0.2500", "", ""]
    assert not table.note.isVisibleTo(table)


def test_other_colours_leave_the_sum_bold_and_symbols_in_italics(qtbot):
    apply(QApplication.instance(), LIGHT)
    area = QScrollArea()  # in one, another style sheet takes fonts away
    qtbot.addWidget(area)
    table = FactTable("Loss", ("t*", "box"), lead="level")
    area.setWidget(table)
    area.show()
    table.fill([("x", "1", "2"), ("all", "3", "4")], bold_last=True)

    def fonts():
        labels = [*table.heads, *(label for line in table.cells for label in line)]
        return [
            (label.text(), label.font().pixelSize(), label.font().weight(), label.font().italic()) for label in labels
        ]

    before = fonts()
    assert len({font[1:] for font in before}) > 2
    try:
        apply(QApplication.instance(), DARK)
        table.set_theme(DARK)
        assert fonts() == before
    finally:
        apply(QApplication.instance(), LIGHT)


def test_boxes_have_one_form_and_a_clipped_one_stands_before_and_after(qtbot, window):
    open_demo(qtbot, window)
    one, inspector = window.workspace.state.shown.inspection, window.inspector
    kept = one.proposals.anchor.tolist()
    anchor = next(each for each in kept if fate_of(one, each).unclipped is not None)
    window.tables.setCurrentWidget(window.tables.proposals)
    window.workspace.select(anchor)
    boxes = inspector.fate.boxes
    qtbot.waitUntil(lambda: boxes.text(0, 0) == "before clipping")
    assert "is clipped to that." in inspector.fate.words.text()
    assert [boxes.text(0, n) for n in range(1, 5)] == list(edge_texts(one.predicted([anchor])[0]))
    assert [boxes.text(1, n) for n in range(5)] == ["this box", *edge_texts(fate_of(one, anchor).box)]
    assert [boxes.text(0, n) for n in range(1, 5)] != [boxes.text(1, n) for n in range(1, 5)]
    window.tables.setCurrentWidget(window.tables.anchors)
    assert [head.text() for head in inspector.boxes.heads] == [head.text() for head in boxes.heads]
    assert inspector.boxes.unit.text() == boxes.unit.text() == "edges, network px"
    assert [inspector.boxes.text(0, n) for n in range(1, 5)] == list(edge_texts(one.anchors([anchor])[0]))


def test_the_boxes_of_a_fate_bear_the_lines_they_are_drawn_with(qtbot, window):
    open_demo(qtbot, window)
    one, fate = window.workspace.state.shown.inspection, window.inspector.fate
    window.tables.setCurrentWidget(window.tables.proposals)
    anchor = int(np.flatnonzero(one.proposals.suppressed_by >= 0)[0])
    window.workspace.select(anchor)
    window.workspace.toggle_layer("proposals")
    qtbot.waitUntil(lambda: fate.boxes.isVisible() and "anchor" not in fate.boxes.text(0, 0))
    drawn = {}
    boxes = lambda rows, role, *_: drawn.setdefault(role, np.asarray(rows))  # noqa: E731
    _paint_fate(window.canvas._scene, boxes)
    marks = {line[0].mark: [cell.text() for cell in line[1:]] for line in fate.boxes.cells[: fate.boxes._rows]}
    assert marks["prediction"] == list(edge_texts(drawn["prediction"][0]))
    assert marks["suppressor"] == list(edge_texts(drawn["suppressor"][0]))
    assert "selection" not in marks  # yellow is the anchor
