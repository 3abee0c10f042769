"""Trying other numbers in Explain, typed at a real keyboard."""

import pytest
from desk import box_on_screen
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

pytestmark = pytest.mark.xcb


@pytest.fixture
def explain(desk):
    """The desk with an anchor selected by the mouse, and Explain scrolled into view by the wheel."""
    window = desk.window
    box = box_on_screen(window.canvas, window.workspace.state.shown.inspection.gt[0])
    desk.click(window.canvas, box.center())
    desk.until(window.inspector.explain.isVisible)
    spin = window.inspector.explain.form.spins["loss.beta", 0]
    for _ in range(40):
        if (
            not spin.visibleRegion().isEmpty()
            and window.inspector.explain.views[0].visibleRegion().boundingRect().height() > 40
        ):
            break
        desk.wheel(window.inspector.viewport(), -3)
    return desk


def test_a_number_typed_changes_the_finding_and_is_marked(explain):
    desk, panel = explain, explain.window.inspector.explain
    before = panel.views[0].texts()
    spin = panel.form.spins["gt", 0]
    desk.write(spin, f"{spin.value() + 60:.1f}")
    desk.key("Tab")
    desk.reads_soon("what-if", panel)
    desk.reads_soon("Changed: ground truth", panel)
    desk.until(lambda: panel.views[0].texts() != before)
    desk.click(panel.reset_button)
    desk.until(lambda: "what-if" not in desk.reads(panel))
    desk.until(lambda: panel.views[0].texts() == before)
    desk.reads_soon("drag an edge", panel)


def test_beta_moves_the_knee_and_the_wheel_scrolls_over_it(explain):
    desk, panel = explain, explain.window.inspector.explain
    spin = panel.form.spins["loss.beta", 0]
    was, before = spin.text(), panel.views[2].texts()
    bar = explain.window.inspector.verticalScrollBar()
    place = bar.value()
    desk.wheel(spin, 1)
    desk.until(lambda: bar.value() != place)
    assert spin.text() == was
    desk.wheel(explain.window.inspector.viewport(), -1)
    desk.write(spin, "1.0")
    desk.key("Return")
    desk.reads_soon("Changed: β", panel)
    desk.until(lambda: spin.text() == "1.0000")
    desk.until(lambda: panel.views[2].texts() != before)


def test_a_threshold_typed_turns_the_label(explain):
    desk, panel = explain, explain.window.inspector.explain
    finding = panel.facts.finding
    spin = panel.form.spins["matcher.positive", 0]
    low = panel.form.spins["matcher.negative", 0]
    desk.write(low, "0.0100" if panel.facts.label == 0 else "0.9900")
    desk.key("Tab")
    desk.until(lambda: "threshold" in desk.reads(panel) or panel.problem.text())
    desk.until(spin.isVisible)
    assert finding in desk.reads(explain.window.inspector), "the inspector still says what the data says"


@pytest.fixture
def selected(desk):
    """The desk with the best anchor of the widest ground truth selected, as G does it."""
    window = desk.window
    gt = window.workspace.state.shown.inspection.gt
    widest = int((gt[:, 2] - gt[:, 0]).argmax())
    for _ in range(widest + 1):
        desk.key("g")
    desk.until(lambda: window.workspace.state.gt == widest)
    desk.until(lambda: not window.workspace.state.busy)
    return desk, widest


def test_a_ground_truth_dragged_by_its_edge_is_a_what_if_everywhere(selected):
    desk, truth = selected
    window, canvas = desk.window, desk.window.canvas
    data = window.workspace.state.shown.inspection
    counts, finding = window.status_line.labels["counts"].text(), window.inspector.finding.text()
    box = box_on_screen(canvas, data.gt[truth])
    left = QPoint(box.left(), box.center().y())
    desk.drag(canvas, left, left + QPoint(2 * box.width() // 3, 0))
    desk.reads_soon("What-if · ", window.inspector)
    desk.reads_soon("Back to the data", canvas)
    desk.until(lambda: window.status_line.labels["counts"].text() != counts)
    desk.until(lambda: not canvas.holding and window.what_if.idle)
    moved = window.workspace.state.shown.inspection.gt[truth]
    assert moved[0] > data.gt[truth][0] + 5
    assert moved[1:] == pytest.approx(data.gt[truth][1:], abs=0.01)
    labels = window.inspector.boxes.findChildren(QLabel)
    desk.until(lambda: any(label.text() == f"GT {truth + 1}" and label.isVisible() for label in labels))
    desk.click(window.what_if.back)
    desk.until(lambda: window.inspector.finding.text() == finding)
    desk.until(lambda: window.status_line.labels["counts"].text() == counts)
    desk.until(lambda: "Back to the data" not in desk.reads(canvas))


def test_a_prediction_dragged_by_its_middle_moves_whole_and_escape_takes_it_back(selected):
    desk, _ = selected
    window, canvas = desk.window, desk.window.canvas
    anchor = window.workspace.state.selection
    before = window.workspace.state.shown.inspection.predicted([anchor])[0]
    middle = box_on_screen(canvas, before).center()
    desk.drag(canvas, middle, middle + QPoint(40, 25))
    desk.reads_soon("What-if · ", window.inspector)
    desk.until(lambda: not canvas.holding and window.what_if.idle)
    spins = window.inspector.explain.form.spins
    desk.until(lambda: spins["predicted", 0].changed)  # the parts of the window draw one after another
    assert not spins["predicted", 2].changed
    after = window.workspace.state.shown.inspection.predicted([anchor])[0]
    shift = (after - before) * canvas.view.scale
    assert shift == pytest.approx([40, 25, 40, 25], abs=2.0)
    desk.key("Escape")
    desk.until(lambda: not window.inspector.finding.text().startswith("What-if"))
    assert window.workspace.state.selection == anchor, "the first Escape only ends the what-if"
