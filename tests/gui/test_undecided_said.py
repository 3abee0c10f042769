"""Where only a prediction decides about positives, and anchors are points, no panel has a number of either."""

from dataclasses import replace

import numpy as np
import pytest
from gui_steps import open_demo, settled
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from rpn_inspector.analysis.audit.audit import audit
from rpn_inspector.analysis.audit.findings import findings_of
from rpn_inspector.analysis.compare.gt_changes import compare_gts
from rpn_inspector.analysis.compare.label_changes import compare
from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.core.sample import Kind, Sample
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.gui.audit.crops import Crops
from rpn_inspector.gui.audit.object_columns import object_columns
from rpn_inspector.gui.audit.strip import StripModel
from rpn_inspector.gui.canvas.layers import Layers
from rpn_inspector.gui.compare.changed import gt_columns, label_columns
from rpn_inspector.gui.compare.sheet import Sheet
from rpn_inspector.gui.inspector.inspector_panel import InspectorPanel
from rpn_inspector.gui.tables.anchor_columns import anchor_columns
from rpn_inspector.gui.tables.gt_columns import gt_columns as truth_columns
from rpn_inspector.gui.widgets.table_cells import MARGIN, MARK
from rpn_inspector.gui.widgets.theme import LIGHT, sized
from rpn_inspector.session.request import Shown
from rpn_inspector.session.state import State

SIMULATED = SimulatedPredictions()


def demo():
    return open_dataset(resource("demo"))


def test_the_label_of_a_point_has_room_for_the_longest_word(qtbot):
    found = inspect(demo()[0], load_recipe("yolov8"))
    [label] = [column for column in anchor_columns(Values(found)) if column.title == "Label"]
    words = QFontMetrics(sized(QWidget().font(), 12)).horizontalAdvance("undecided")
    assert label.width >= words + MARK + 2 * MARGIN
    settled_ = inspect(demo()[0], load_recipe("demo"))
    assert [column.width for column in anchor_columns(Values(settled_)) if column.title == "Label"] == [80]


def use(qtbot, window, name, outputs=None):
    window.workspace.use_predictions(outputs, recipe=load_recipe(name))
    qtbot.waitUntil(lambda: settled(window) and window.render_queue.idle and window.panel_queue.idle)


@pytest.mark.usefixtures("beside")
def test_the_window_says_undecided_with_one_number(qtbot, window):
    open_demo(qtbot, window)
    use(qtbot, window, "yolov8")
    shown, entry = window.workspace.state.shown, window.strip.entries
    undecided = int((shown.inspection.assignment.label == -2).sum())
    assert undecided
    assert entry["ignored"].text() == "Undecided"
    assert entry["ignored"].count.total == undecided
    assert entry["positive"].number == ""
    counts = window.status_line.labels["counts"].text()
    assert f"{undecided:,} undecided" in counts
    assert f"{NOTHING} positive" in counts
    assert Layers(shown.inspection).noun(3) == "3 points under the cursor"
    model = window.images.model
    qtbot.waitUntil(lambda: model.report is not None and bool(model.report.done[0]))
    assert model.caption(0)[0][1] == "undecided"
    assert "positive anchor" not in model.described(0)
    use(qtbot, window, "yolov8", SIMULATED)
    assert entry["ignored"].isHidden(), "a rule that ranks ignores none"
    assert entry["positive"].number == str(window.workspace.state.shown.inspection.positive.size)
    assert NOTHING not in window.status_line.labels["counts"].text()


@pytest.mark.parametrize("name", ["yolov8", "rtmdet", "yolox-s-mmdet", "yolov7", "yolov3-416-darknet", "atss-mmdet"])
def test_the_panel_is_no_wider_than_its_room(qtbot, qapp, name):
    dataset, recipe = demo(), load_recipe(name)
    panel = InspectorPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(panel.minimumWidth(), 700)
    panel.show()
    for outputs in (None, SIMULATED):
        made = inspect(dataset[0], recipe, outputs and outputs.predict(dataset[0], recipe))
        shown = Shown(
            dataset=dataset, index=0, recipe=recipe, predictions=None, inspection=made, picture=None, seconds=0
        )
        for label in (1, 0, -2):
            for anchor in np.flatnonzero(made.assignment.label == label)[:1].tolist():
                panel.show_anchor(shown, anchor, (anchor,))
                panel.explain.show_anchor(made, anchor)
                qtbot.waitUntil(lambda: panel.widget().minimumSizeHint().width() <= panel.viewport().width())


@pytest.mark.parametrize("name", ["yolov8", "demo"])
def test_a_ground_truth_without_an_anchor_heads_the_panel_alone(qtbot, name):
    made = inspect(demo()[0], load_recipe(name))
    shown = Shown(
        dataset=demo(), index=0, recipe=made.recipe, predictions=None, inspection=made, picture=None, seconds=0
    )
    nothing = State(made.recipe, shown=shown)
    panel = InspectorPanel(LIGHT)
    qtbot.addWidget(panel)
    old = None
    for state, headed in (
        (nothing, True),
        (replace(nothing, gt=0), False),
        (replace(nothing, gt=0, selection=0), True),
    ):
        panel.render_state(old, state)
        panel.set_theme(LIGHT)
        assert panel.finding.isHidden() is not headed
        old = state
    panel.render_state(old, nothing)
    assert panel.finding.text().endswith("selected")
    assert not panel.finding.isHidden()


def cells(columns, rows):
    return {column.title: [column.text(row) for row in range(rows)] for column in columns}


def test_compare_counts_nothing_of_what_is_undecided_and_points_have_no_sides(qtbot, qapp):
    sample, points, anchors = demo()[0], load_recipe("yolov8"), load_recipe("yolov5s")
    known, unknown = inspect(sample, points, SIMULATED.predict(sample, points)), inspect(sample, points)
    found = compare(known, unknown)
    titles = {column.title for column in label_columns(known, unknown, found, np.arange(len(found.changed_a)))}
    assert titles == {"Point", "Level", "Cell", "A", "B", "GT", "Why"}
    sheet = Sheet(qapp)
    qtbot.addWidget(sheet)
    sheet.show_anchor((known, unknown), 0, 0)
    assert sheet.overlaps.isHidden()
    assert sheet.boxes.isHidden()
    sheet.worker.close()
    gts = compare_gts(known, unknown)
    assert gts.known == (True, False)
    rows = cells(gt_columns(known, gts), len(sample.gt))
    assert rows["Pos. A"] == [str(count) for count in known.assignment.gt_positives]
    for title in ("B", "Pos. B", "B − A", "Best IoU A", "Best IoU B"):
        assert set(rows[title]) == {NOTHING}, title
    assert {row[2] for row in gts.totals()} == {NOTHING}
    both = compare_gts(inspect(sample, anchors), unknown)
    assert NOTHING not in cells(gt_columns(inspect(sample, anchors), both), len(sample.gt))["Best IoU A"]


def test_an_audit_of_undecided_positives_counts_none(qtbot, window):
    open_demo(qtbot, window)
    use(qtbot, window, "yolov8")
    window.pages.look("audit")
    page = window.audit
    qtbot.waitUntil(lambda: page.auditor.found is not None and not page.auditor.work)
    counted, tables = page.anchors.totals, page.anchors.tables
    assert [counted.text(row, 1) for row in (3, 4)] == [NOTHING] * 2
    assert tables.search.isHidden(), "points have no sizes to look for"
    assert {tables.levels.text(row, column) for row in range(3) for column in (1, 2, 3)} == {NOTHING}
    found = page.auditor.found
    for kind, each in findings_of(found).items():
        assert "Positives" not in {column.title for column in object_columns(found, each)}, kind


@pytest.mark.parametrize("name", ["yolov8", "yolov7", "demo"])
def test_a_small_picture_of_the_audit_bears_the_size_where_there_is_no_iou(qtbot, left_over, name):
    dataset = demo()
    found = audit(dataset, name, workers=1, lint=False)
    crops = Crops()
    left_over.append(crops)
    strip = StripModel(crops, None)
    rows = np.flatnonzero(found.used)[:5]
    strip.fill(found, rows, np.arange(5))
    captions = [strip.words(at)[0] for at in range(5)]
    if name == "demo":
        assert captions == [f"{float(iou):.4f}" for iou in found.best_iou[rows]]
    else:
        sides = np.sqrt(np.prod(found.gt[rows, 2:].astype(float) - found.gt[rows, :2], axis=1))
        assert captions == [f"{side:.1f} px" for side in sides]
    crops.close()


def test_what_a_ground_truth_takes_is_open_without_outputs_and_of_one_that_takes_no_part_there_is_no_count():
    sample = Sample(
        "a", (64, 96), gt=np.array([[8.0, 9, 50, 60], [3, 3, 40, 40]]), gt_kind=np.array([Kind.NORMAL, Kind.IGNORED])
    )
    recipe = load_recipe("yolox-s-mmdet")

    def shown(inspection):
        columns = {column.title: column.text for column in truth_columns(inspection)}
        return [[columns[name](row) for name in ("Candidates", "Contested", "k", "Took")] for row in (0, 1)]

    plain = inspect(sample, recipe)
    counts = [f"{plain.assignment.per_gt[name][0]:,}" for name in ("candidates", "contested")]
    assert shown(plain) == [[*counts, NOTHING, NOTHING], [NOTHING] * 4]
    decided = shown(inspect(sample, recipe, SIMULATED.predict(sample, recipe)))
    assert NOTHING not in decided[0]
    assert decided[1] == [NOTHING] * 4
