"""Trying other numbers in Explain, typed at a real keyboard."""

import pytest
from desk import box_on_screen

pytestmark = pytest.mark.xcb


@pytest.fixture
def explain(desk):
    """The desk with an anchor selected by the mouse, and Explain scrolled into view by the wheel."""
    window = desk.window
    box = box_on_screen(window.canvas, window.workspace.state.shown.inspection.gt[0])
    desk.click(window.canvas, box.center())
    desk.until(window.aids.explain.isVisible)
    spin = window.aids.explain.form.spins["beta", 0]
    for _ in range(40):
        if (
            not spin.visibleRegion().isEmpty()
            and window.aids.explain.views[0].visibleRegion().boundingRect().height() > 40
        ):
            break
        desk.wheel(window.inspector.viewport(), -3)
    return desk


def test_a_number_typed_changes_the_finding_and_is_marked(explain):
    desk, panel = explain, explain.window.aids.explain
    before = panel.views[0].texts()
    spin = panel.form.spins["gt", 0]
    desk.write(spin, f"{spin.value() + 60:.1f}")
    desk.key("Tab")
    desk.reads_soon("what-if", panel)
    assert "Changed: ground truth" in desk.reads(panel)
    assert panel.views[0].texts() != before
    desk.click(panel.reset_button)
    desk.until(lambda: "what-if" not in desk.reads(panel))
    assert panel.views[0].texts() == before
    assert "type a number to try it" in desk.reads(panel)


def test_beta_moves_the_knee_and_the_wheel_scrolls_over_it(explain):
    desk, panel = explain, explain.window.aids.explain
    spin = panel.form.spins["beta", 0]
    was = spin.text()
    bar = explain.window.inspector.verticalScrollBar()
    place = bar.value()
    desk.wheel(spin, 1)
    desk.until(lambda: bar.value() != place)
    assert spin.text() == was
    desk.wheel(explain.window.inspector.viewport(), -1)
    desk.write(spin, "1.0")
    desk.key("Return")
    desk.reads_soon("Changed: β", panel)
    assert any("1" in line for line in panel.views[2].texts())
    assert spin.text() == "1.0000"


def test_a_threshold_typed_turns_the_label(explain):
    desk, panel = explain, explain.window.aids.explain
    finding = panel.facts.finding
    spin = panel.form.spins["positive", 0]
    low = panel.form.spins["negative", 0]
    desk.write(low, "0.0100" if panel.facts.label == 0 else "0.9900")
    desk.key("Tab")
    desk.until(lambda: "threshold" in desk.reads(panel) or panel.problem.text())
    assert spin.isVisible()
    assert finding in desk.reads(explain.window.inspector), "the inspector still says what the data says"
