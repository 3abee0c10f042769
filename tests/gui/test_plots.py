"""The plots: counts that add up, brushes that are the filter, one selection, and words where there is nothing."""

import subprocess
import sys
from types import SimpleNamespace

import numpy as np
import pytest
from gui_steps import open_simulated, settled
from pyqtgraph import BarGraphItem, ScatterPlotItem
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from rpn_inspector import Sample, inspect, load_recipe
from rpn_inspector.analysis.filter.filter import Filter
from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.assignment import Cause
from rpn_inspector.core.words import LABEL_WORDS
from rpn_inspector.gui.plots.chart import ChartFacts, no_positive
from rpn_inspector.gui.plots.counts import (
    IOU_BINS,
    SCORE_BINS,
    decimated,
    iou_histogram,
    lanes,
    level_losses,
    positives,
    score_map,
)
from rpn_inspector.gui.plots.iou_charts import FitChart, IouChart, ScoreChart
from rpn_inspector.gui.plots.kinds import EVERY_TITLE, TITLES, WITHOUT_OUTPUTS
from rpn_inspector.gui.plots.titled_plot import PlotCell
from rpn_inspector.gui.widgets.theme import DARK, LIGHT, apply
from rpn_inspector.session.brush import Brushing


@pytest.fixture(scope="module")
def values():
    boxes = np.array([[40, 40, 200, 260], [180, 60, 420, 330], [300, 200, 340, 260]], float)
    sample = Sample(name="a", size=(480, 640), gt=boxes, gt_class=np.arange(3), classes=("a", "b", "c"))
    recipe = load_recipe("torchvision-fpn")
    return Values(inspect(sample, recipe, SimulatedPredictions().predict(sample, recipe)))


@pytest.mark.parametrize("text", ["", "iou > 0.3", "level == 4 and score > 0.2"])
def test_the_counts_are_those_of_numpy_and_add_up(values, text):
    mask = Filter.parse(text).mask(values) if text else None
    passes = np.ones(values.inspection.grid.size, bool) if mask is None else mask
    found = iou_histogram(values, mask)
    iou = values["iou"].astype(np.float32)
    edges = np.linspace(0, 1, IOU_BINS + 1)
    for code, word in LABEL_WORDS.items():
        mine = (values["label"] == code) & passes
        assert found.counts[word].sum() == mine.sum()
        off = np.abs(np.cumsum(found.counts[word]) - np.cumsum(np.histogram(iou[mine], edges)[0]))
        assert off.max() <= np.isin(np.round(iou[mine] * IOU_BINS, 4) % 1, [0]).sum()  # on an edge it may fall aside
    assert found.total.sum() == values.inspection.grid.size
    heat = score_map(values, mask)
    assert heat.shape == (SCORE_BINS, SCORE_BINS)
    assert heat.sum() == passes.sum()
    rows = positives(values, mask)
    assert np.array_equal(rows, np.flatnonzero((values["label"] == 1) & passes))
    for lane in lanes(values, rows, "_star", 0.5):
        column = values[lane.name][rows].astype(float)
        assert lane.counts.sum() + lane.beyond == lane.number == len(rows)
        if len(rows):
            assert lane.mean == pytest.approx(column.mean())
            assert lane.std == pytest.approx(column.std())


def test_the_bars_of_the_levels_add_up_to_the_total_loss(values):
    loss = values.inspection.loss
    whole = level_losses(values, None)
    assert sum(part.sum() for part in whole.parts.values()) == pytest.approx(loss.total, rel=1e-9)
    assert whole.total.sum() == pytest.approx(loss.total, rel=1e-9)
    assert whole.parts["box"].sum() == pytest.approx(loss.box, rel=1e-9)
    halves = [level_losses(values, Filter.parse(text).mask(values)) for text in ("iou > 0.4", "not iou > 0.4")]
    assert sum(part.sum() for half in halves for part in half.parts.values()) == pytest.approx(loss.total, rel=1e-9)


def test_points_are_thinned_evenly_and_the_same_every_time():
    rows = np.arange(100_000)
    some = decimated(rows, 1000)
    assert len(some) == 1000
    assert some[0] == 0
    assert some[-1] == 99_999
    assert len(np.unique(np.diff(some))) <= 2
    assert np.array_equal(decimated(rows[:10], 1000), rows[:10])


def test_the_window_does_not_import_pyqtgraph():
    code = "import sys, rpn_inspector.gui.wiring; sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_kind_of_plot_is_headed_and_drawn_by_the_same_name():
    from rpn_inspector.gui.plots.charts import CHARTS

    assert {key: chart.title for key, chart in CHARTS.items()} == EVERY_TITLE


TEXTS = ("", "iou > 0.3", "level == 4 and score > 0.2", "iou > 0.9", "iou > 0.35", "")


@pytest.mark.parametrize("key", ["fit", "iou", "score"])
def test_what_another_filter_draws_is_what_a_new_plot_draws(qtbot, values, key):
    def made(theme):
        cell = PlotCell(theme, None)
        qtbot.addWidget(cell)
        cell.show_plot(key)
        cell.resize(340, 260)
        cell.show()
        return cell

    def drawn(cell, text):
        filter_ = Filter.parse(text)
        facts = ChartFacts(values, filter_.mask(values) if text else None, filter_)
        cell.render_facts(facts, int(values.inspection.positive[1]), None)
        return cell.surface.grab().toImage()

    followed, draws = made(LIGHT), []
    for _ in range(2):
        drawn(followed, "")  # the axes take their places
    draw = followed.chart.draw
    followed.chart.draw = lambda facts: draws.append(facts) or draw(facts)
    for text in TEXTS:
        anew = made(LIGHT)
        drawn(anew, "")
        drawn(anew, "iou < 0.1")
        anew.chart._drawn_for = None
        assert drawn(followed, text) == drawn(anew, text), text
        assert [item.pos() for item in followed.chart._marks] == [item.pos() for item in anew.chart._marks]
    # what no filter changes is drawn again where it begins and ends alone: then all are grey below
    assert len(draws) == (2 if followed.chart.parted else len(TEXTS))
    followed.set_theme(DARK)
    other = made(DARK)
    drawn(other, "")
    assert drawn(followed, "iou > 0.3") == drawn(other, "iou > 0.3")


# In the window


@pytest.fixture
def window(shared_window):
    return shared_window


def open_plots(qtbot, window):
    open_simulated(qtbot, window)
    qtbot.waitUntil(lambda: bool(window.plots.cells))
    return window.plots


@pytest.fixture
def panel(qtbot, window):
    return open_plots(qtbot, window)


@pytest.fixture
def own_panel(qtbot, new_window):
    """The plots of a window for one test, which takes them out of it or gives it other colours."""
    return open_plots(qtbot, new_window)


def plot(panel, key):
    """Put a plot in front, and return its cell."""
    panel.choose([key])
    assert panel.cells[0].key == key
    QApplication.processEvents()  # the axes take their places
    return panel.cells[0]


def place(surface, x, y):
    return surface.mapFromScene(surface.box.mapViewToScene(QPointF(x, y)))


def mouse(surface, kind, at, button, buttons):
    spot = QPointF(at)
    port = surface.viewport()
    QApplication.sendEvent(
        port, QMouseEvent(kind, spot, port.mapToGlobal(spot), button, buttons, Qt.KeyboardModifier.NoModifier)
    )


def drag(surface, start, end, after_each=lambda: None):
    """Press, pull over ten steps, and let go; both ends in the plot's numbers."""
    types, left, none = QEvent.Type, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    a, b = place(surface, *start), place(surface, *end)
    mouse(surface, types.MouseMove, a, none, none)
    mouse(surface, types.MouseButtonPress, a, left, left)
    for step in range(1, 11):
        at = QPointF(a) + (QPointF(b) - QPointF(a)) * (step / 10)
        mouse(surface, types.MouseMove, at.toPoint(), none, left)
        after_each()
    mouse(surface, types.MouseButtonRelease, b, left, none)


def click(surface, x, y):
    types, left, none = QEvent.Type, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    at = place(surface, x, y)
    mouse(surface, types.MouseMove, at, none, none)
    mouse(surface, types.MouseButtonPress, at, left, left)
    mouse(surface, types.MouseButtonRelease, at, left, none)


def point_at(surface, x, y):
    mouse(surface, QEvent.Type.MouseMove, place(surface, x, y), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton)


def test_a_brush_filters_the_table_the_canvas_and_the_line(qtbot, window, panel):
    cell = plot(panel, "iou")
    drag(cell.surface, (0.3, 2), (0.5, 1))
    low, high = Filter.parse(window.tables.filter.text()).range_of("iou")
    assert (low, high) == pytest.approx((0.3, 0.5), abs=0.01)
    iou = window.workspace.state.shown.inspection.assignment.iou
    rows = window.tables.anchors.columns_model.order
    assert np.array_equal(np.sort(rows), np.flatnonzero((iou >= np.float32(low)) & (iou <= np.float32(high))))
    assert len(window.canvas._scene.layers.ignored) == int(
        ((window.workspace.state.passing.mask) & (window.workspace.state.shown.inspection.assignment.label == -1)).sum()
    )
    (rect,) = cell.surface.brushes
    assert (rect.left(), rect.right()) == pytest.approx((low, high))
    assert f"{window.workspace.state.passing.count:,} of" in cell.heading.caption.toolTip()


def test_a_brush_is_moved_and_stretched_and_a_click_beside_it_lets_go(window, panel):
    cell = plot(panel, "iou")
    window.navigate.filter_by("level == 3 and iou < 0.95")
    assert cell.surface.brushes == []  # what was typed is no brush
    window.navigate.brush(("iou",), "0.3 <= iou <= 0.5")
    drag(cell.surface, (0.4, 2), (0.6, 2))
    assert Filter.parse(window.workspace.state.filter).range_of("iou") == pytest.approx((0.5, 0.7), abs=0.02)
    drag(cell.surface, (cell.surface.brushes[0].right(), 2), (0.9, 2))
    low, high = Filter.parse(window.workspace.state.filter).range_of("iou")
    assert (low, high) == pytest.approx((0.5, 0.9), abs=0.02)
    click(cell.surface, 0.2, 2)
    assert window.workspace.state.filter == "level == 3 and iou < 0.95"
    assert cell.surface.brushes == []


def test_brushes_of_two_plots_are_joined(window, panel):
    cell = plot(panel, "iou")
    drag(cell.surface, (0.2, 2), (0.8, 1))
    cell = plot(panel, "targets")
    drag(cell.surface, (-0.2, 3.2), (0.2, 3.2))
    one = Filter.parse(window.workspace.state.filter)
    assert one.names == {"iou", "tx_star"}
    drag(cell.surface, (-0.2, 1.8), (0.3, 1.8))
    assert Filter.parse(window.workspace.state.filter).names == {"iou", "tx_star", "ty"}
    assert len(cell.surface.brushes) == 2
    drag(cell.surface, (0.0, 3.25), (0.1, 1.0))  # pulled by its middle: along its lane only
    moved = Filter.parse(window.workspace.state.filter)
    assert moved.names == {"iou", "tx_star", "ty"}
    assert moved.range_of("tx_star") == pytest.approx((-0.1, 0.3), abs=0.03)


def test_a_brush_over_both_axes_and_one_over_all_residuals(window, panel):
    cell = plot(panel, "score")
    drag(cell.surface, (0.4, 0.2), (0.8, 0.9))
    one = Filter.parse(window.workspace.state.filter)
    assert one.range_of("iou") == pytest.approx((0.4, 0.8), abs=0.02)
    assert one.range_of("score") == pytest.approx((0.2, 0.9), abs=0.03)
    window.navigate.filter_by("")
    cell = plot(panel, "residuals")
    drag(cell.surface, (-0.1, 0.01), (0.05, 0.02))
    one = Filter.parse(window.workspace.state.filter)
    assert one.range_of_any(("dx", "dy", "dw", "dh")) == pytest.approx((-0.1, 0.05), abs=0.01)
    (rect,) = cell.surface.brushes
    assert (rect.left(), rect.right()) == pytest.approx((-0.1, 0.05), abs=0.01)
    assert 0 < window.workspace.state.passing.count <= len(window.workspace.state.shown.inspection.positive)


def test_a_point_a_row_and_a_box_are_one_selection(window, panel):
    cell = plot(panel, "fit")
    values = window.workspace.state.passing.values
    rows = cell.chart.rows
    anchor = int(rows[np.nanargmax(values["r"][rows])])  # the topmost stands alone
    at = float(values["iou"][anchor]), float(values["r"][anchor])
    point_at(cell.surface, *at)
    hovered = window.workspace.state.hover
    assert (float(values["iou"][hovered]), float(values["r"][hovered])) == pytest.approx(at)
    assert f"{hovered:,}: IoU" in cell.heading.caption.toolTip()
    assert window.workspace.state.selection is None
    click(cell.surface, *at)
    assert window.workspace.state.selection == hovered
    table = window.tables.anchors
    assert int(table.columns_model.order[table.currentIndex().row()]) == hovered
    assert window.workspace.state.filter == ""
    cell.surface.leaveEvent(QEvent(QEvent.Type.Leave))
    assert window.workspace.state.hover is None
    assert "positives" in cell.heading.caption.toolTip()


@pytest.mark.parametrize("key", list(TITLES))
def test_the_selected_anchor_is_marked_in_every_plot(window, panel, key):
    cell = plot(panel, key)
    assert cell.chart._marks == []
    window.workspace.select(int(window.workspace.state.shown.inspection.positive[3]))
    marks = [item for item in cell.chart._marks if hasattr(item, "getData")]
    assert len(marks) == {"targets": 8, "residuals": 4}.get(key, 1)
    view = cell.surface.box.viewRect()
    for mark in marks:
        x, y = (float(part[0]) for part in mark.getData())
        assert view.contains(QPointF(x, y))
    negative = int(np.flatnonzero(window.workspace.state.shown.inspection.assignment.cause == Cause.BACKGROUND)[0])
    window.workspace.select(negative)
    window.workspace.select(None)
    assert cell.chart._marks == []


def test_a_click_on_a_level_holds_the_filter_to_it_and_a_second_lets_go(window, panel):
    cell = plot(panel, "levels")
    names = window.workspace.state.passing.values.levels
    click(cell.surface, 0.0005, len(names) - 1 - names.index("P4"))
    assert window.workspace.state.filter == "level == P4"
    assert len(cell.surface.brushes) == 1
    window.navigate.brush(("level",), "level >= 4")
    assert len(cell.surface.brushes) == 3
    click(cell.surface, 0.0005, len(names) - 1 - names.index("P5"))
    assert window.workspace.state.filter == "level == P5"
    click(cell.surface, 0.0005, len(names) - 1 - names.index("P5"))
    assert window.workspace.state.filter == ""
    window.navigate.filter_by("level >= 4")
    click(cell.surface, 0.0005, len(names) - 1 - names.index("P5"))
    assert window.workspace.state.filter == "level >= 4 and level == P5"


def test_without_outputs_the_plots_that_need_none_come_first_and_the_others_say_why(qtbot, window, panel):
    window.workspace.use_predictions(None)
    qtbot.waitUntil(lambda: settled(window))
    qtbot.waitUntil(lambda: panel.cells[0].key in WITHOUT_OUTPUTS)
    cell = panel.cells[0]
    actions = {action.data(): action for action in cell.heading.menu.actions()}
    assert actions["targets"].isEnabled()
    assert not actions["score"].isEnabled()
    assert actions["score"].text() == "Score against IoU: needs raw outputs"
    cell.show_plot("score")
    cell.render_facts(cell._facts or facts_of(window), None, None)
    assert cell.pages.currentWidget() is cell.empty
    assert cell.empty.text() == "Scores need raw outputs, and this picture has none. Open some with Ctrl+P."


def facts_of(window):
    passing = window.workspace.state.passing
    return ChartFacts(passing.values, passing.mask, passing.filter)


@pytest.mark.parametrize("key", ["fit", "residuals", "targets", "score"])
def test_a_brush_that_encloses_nothing_at_first_lives_until_it_is_let_go(qtbot, left_over, values, key):
    cell, brushing, seen = PlotCell(LIGHT, None), Brushing(), []
    left_over.append(cell)
    cell.show_plot(key)
    cell.resize(420, 320)
    cell.show()

    def take(names, clause):
        nonlocal brushing
        brushing = brushing.with_brush(names, clause)
        mask = Filter.parse(brushing.text).mask(values)
        seen.append(int(np.count_nonzero(mask[values.inspection.positive])))
        cell.render_facts(ChartFacts(values, mask, brushing.brushed), None, None)

    cell.brushed.connect(take)
    cell.render_facts(ChartFacts(values, None, brushing.brushed), None, None)
    QApplication.processEvents()
    view, everyone = cell.surface.box.viewRect(), len(values.inspection.positive)
    # from beyond the last point of the left end; targets are brushed in the lane of x
    y = 3.2 if key == "targets" else view.bottom() - 0.01 * view.height()
    start, end = (view.left() + 0.004 * view.width(), y), (view.right() - 0.004 * view.width(), y)
    if key in ("fit", "score"):
        end = (end[0], view.top() + 0.01 * view.height())
    drag(cell.surface, start, end, lambda: qtbot.waitUntil(lambda: cell._waiting is None))
    assert cell.pages.currentWidget() is cell.plot
    assert (seen[0], seen[-1]) == (0, everyone)
    assert cell.surface.brushes


@pytest.mark.parametrize("key", ["fit", "residuals", "targets", "score"])
def test_what_does_not_pass_stays_in_grey(left_over, values, key):
    cell = PlotCell(LIGHT, None)
    left_over.append(cell)
    cell.show_plot(key)
    cell.resize(420, 320)
    nothing = np.zeros(values.inspection.grid.size, bool)
    pictures = []
    for mask in (nothing, ~nothing, None):
        cell.render_facts(ChartFacts(values, mask, Filter.parse("")), None, None)
        assert cell.pages.currentWidget() is cell.plot
        pictures.append(cell.grab().toImage())
        drawn = [item for item in cell.surface.scene().items() if isinstance(item, ScatterPlotItem | BarGraphItem)]
        where = [len(item.data) if isinstance(item, ScatterPlotItem) else len(item.opts["x"]) for item in drawn]
        assert sum(where), mask
    assert pictures[0] != pictures[1]
    whole = len(values.inspection.positive)
    assert cell.chart.caption(ChartFacts(values, nothing, Filter.parse(""))).startswith(
        {"fit": f"0 of {whole}", "residuals": f"4 × 0 of {whole}", "targets": f"0 of {whole}", "score": "0 of "}[key]
    )


def test_yolo_has_no_smooth_l1_and_says_so(qtbot, window, panel):
    window.navigate.choose_recipe("yolov3-416")
    window.workspace.use_predictions(SimulatedPredictions())
    qtbot.waitUntil(lambda: settled(window))
    assert "This recipe has no smooth L1" in plot(panel, "residuals").empty.text()


def test_more_room_shows_more_plots_and_a_menu_swaps_two(qtbot, own_panel):
    assert len([cell for cell in own_panel.cells if cell.isVisible()]) == 1
    first, second = own_panel._order()[0][:2]
    {action.data(): action for action in own_panel.cells[0].heading.menu.actions()}[second].trigger()
    assert own_panel._order()[0][:2] == [second, first]
    assert own_panel.cells[0].key == second
    own_panel.setParent(None)
    own_panel.resize(1000, 420)
    own_panel.show()
    qtbot.waitUntil(lambda: len([cell for cell in own_panel.cells if cell.isVisible()]) == 6)
    assert [cell.key for cell in own_panel.cells] == own_panel._order()[0]
    for cell in own_panel.cells:
        assert cell.heading.title.text() == TITLES[cell.key]
        assert cell.surface.accessibleName() == TITLES[cell.key]
        assert cell.surface.accessibleDescription()
    own_panel.close()
    own_panel.deleteLater()


def test_every_plot_is_drawn_on_paper_that_has_its_size(own_panel, monkeypatch):
    from rpn_inspector.gui.plots.titled_plot import PlotCell

    sizes, render = {}, PlotCell.render_facts

    def measured(cell, *what):
        sizes.setdefault(cell, cell.surface.size())
        render(cell, *what)

    monkeypatch.setattr(PlotCell, "render_facts", measured)
    own_panel.setParent(None)
    own_panel.resize(1000, 420)
    own_panel.show()
    QApplication.processEvents()
    later = {cell: cell.surface.size() for cell in own_panel.cells}
    own_panel.close()
    own_panel.deleteLater()
    assert len(sizes) >= 5
    assert sizes == {cell: later[cell] for cell in sizes}


def test_light_and_dark_are_two_pictures_of_the_same_plot(new_window, own_panel):
    cell = plot(own_panel, "iou")
    light = cell.surface.grab().toImage().pixelColor(2, 2).lightness()
    apply(QApplication.instance(), DARK)
    new_window.set_theme(DARK)
    dark = cell.surface.grab().toImage().pixelColor(2, 2).lightness()
    assert light > 180
    assert dark < 60


def test_plots_give_way_to_the_funnel_and_come_back(window, panel):
    assert panel.isVisible()
    window.tables.setCurrentWidget(window.tables.proposals)
    assert not panel.isVisible()
    window.tables.setCurrentWidget(window.tables.anchors)
    assert panel.isVisible()


@pytest.mark.parametrize(
    ("points", "words"), [(True, "A point has no area, so no IoU"), (False, "compares no anchor by IoU")]
)
@pytest.mark.parametrize("chart", [FitChart, IouChart, ScoreChart])
def test_a_plot_over_iou_says_why_there_is_none(chart, points, words):
    inspection = SimpleNamespace(recipe=SimpleNamespace(anchors=SimpleNamespace(of_points=points)))
    values = SimpleNamespace(lacks=lambda name: "unknown" if name == "iou" else "", inspection=inspection)
    assert words in chart(None).empty(SimpleNamespace(values=values))


def test_a_plot_that_points_cannot_have_gives_its_place_to_another(qtbot, window):
    open_simulated(qtbot, window, "yolov8")
    window.plots.build()
    qtbot.waitUntil(lambda: window.plots.cells[0].key not in ("", "fit", "iou", "score"))
    actions = {action.data(): action for action in window.plots.cells[0].heading.menu.actions()}
    assert not {key for key, action in actions.items() if action.isVisible()} & {"fit", "iou", "score", "residuals"}
    window.workspace.use_predictions(SimulatedPredictions(), recipe=load_recipe("torchvision-fpn"))
    qtbot.waitUntil(lambda: settled(window) and window.plots.cells[0].key == "fit")


@pytest.mark.parametrize(("name", "noun"), [("torchvision-fpn", "anchor"), ("yolov8", "point"), ("rtmdet", "point")])
def test_an_empty_plot_speaks_of_what_the_recipe_has(name, noun):
    recipe = load_recipe(name)
    nothing = Sample("empty", (300, 400), np.zeros((0, 4)), classes=("cell",))
    facts = ChartFacts(Values(inspect(nothing, recipe)), None, Filter.parse(""))
    undecided = f"Only a network's own outputs decide which {noun}s are positive."
    assert no_positive(facts) in (f"No {noun} is positive here.", undecided)
