"""The paper of all plots: ticks, letters beside points, clicks within reach, and the curve drawn on one."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyqtgraph import TextItem, mkBrush
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPicture
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from two_stage_demo import BOTH, demo, outputs_of

import rpn_inspector as ri
from rpn_inspector.analysis.audit import tables
from rpn_inspector.core.fates import fate_of
from rpn_inspector.core.formulas.digits import MINUS
from rpn_inspector.core.formulas.numbers import rounded_up
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.losses import smooth_l1
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.dataset import Dataset, Notes, Record
from rpn_inspector.gui.audit import audit_charts
from rpn_inspector.gui.audit.audit_charts import RecallChart
from rpn_inspector.gui.inspector.plot_head import PlotHead
from rpn_inspector.gui.inspector.score_scatter import ScoreAgainstFit
from rpn_inspector.gui.inspector.smooth_l1_curve import SmoothL1Curve, bounds
from rpn_inspector.gui.plots.iou_charts import draw_thresholds
from rpn_inspector.gui.plots.surface import Surface
from rpn_inspector.gui.widgets.label_places import apart
from rpn_inspector.gui.widgets.legend import Legend
from rpn_inspector.gui.widgets.plot_paper import SPARE, Axis, PlotPaper, line_pen
from rpn_inspector.gui.widgets.theme import DARK, LIGHT, px, sized


@given(
    st.lists(st.floats(0, 300), min_size=1, max_size=4).map(sorted),
    st.floats(5, 14),
)
def test_letters_stand_apart_in_their_order_inside_the_plot(wanted, least):
    places = apart(wanted, least, 0.0, 300.0)
    assert all(b - a >= least - 1e-6 for a, b in itertools.pairwise(places))
    assert places[-1] <= 300.0 + 1e-6
    assert places[0] >= -1e-6
    if all(b - a >= least for a, b in itertools.pairwise(wanted)):
        assert places == pytest.approx(wanted)


@given(st.floats(1e-6, 1e6))
def test_an_end_is_rounded_up_by_a_fifth_of_its_decade_at_most(value):
    found = rounded_up(value)
    assert value * (1 - 1e-6) <= found <= value * 1.2 + 1e-12
    assert rounded_up(found) == pytest.approx(found)


CANDIDATES = [("", "overlap, by:"), ("plain", "cut 0.0123"), ("disc", "its own"), ("ring", "lost")]


@pytest.mark.parametrize(("width", "several"), [(900, False), (190, True), (120, True)])
def test_a_legend_without_room_in_a_row_begins_another(qtbot, width, several):
    legend = Legend(LIGHT)
    qtbot.addWidget(legend)
    legend.resize(width, 10)
    legend.show()
    legend.show_entries(CANDIDATES)
    places, metrics = legend.places(), QFontMetricsF(sized(legend.font(), 11))
    assert legend.height() == px(16) * len({place.y() for place in places})
    assert (legend.height() > px(16)) == several
    for (mark, name), place in zip(CANDIDATES, places, strict=True):
        assert place.width() - 20 * bool(mark) >= int(metrics.horizontalAdvance(name))  # whole
        assert place.right() <= width
    for one, other in itertools.pairwise(places):
        assert not one.intersects(other)
    legend.resize(900, legend.height())
    assert legend.height() == px(16)
    assert legend.grab().toImage().width() > 0


def test_ends_are_rounded_to_few_digits():
    assert [round(rounded_up(value), 9) for value in (0.13, 0.14, 7.9, 101.0, 0.0011)] == [
        0.14,
        0.14,
        8.0,
        120.0,
        0.0012,
    ]


@pytest.fixture
def paper(qtbot):
    made = PlotPaper(LIGHT)
    qtbot.addWidget(made)
    made.resize(300, 110)
    made.reset()
    made.show()
    return made


@given(
    side=st.sampled_from(["left", "bottom"]),
    low=st.floats(-1e3, 1e3),
    span=st.floats(1e-3, 1e3),
    size=st.floats(60, 320),
)
def test_ticks_are_few_inside_and_written_with_the_same_decimals(qapp, side, low, span, size):
    axis = Axis(side)
    axis.setStyle(maxTickLevel=0)
    axis.setTickDensity(1.3)
    ((spacing, values),) = axis.tickValues(low, low + span, size)
    assert len(values) <= 8
    assert all(low - 1e-6 * span <= value <= low + span * (1 + 1e-6) for value in values)
    texts = axis.tickStrings(values, 1.0, spacing)
    assert all("-" not in text for text in texts)
    plain = [text for text in texts if text.lstrip(MINUS) != "0" and "e" not in text]
    assert len({len(text.partition(".")[2]) for text in plain}) <= 1 or min(map(abs, values)) < 1e-3


def test_ticks_are_written_with_a_true_minus_and_a_bare_zero(qapp):
    assert Axis("bottom").tickStrings([-0.2, -0.1, 0.0, 0.1], 1.0, 0.1) == [f"{MINUS}0.2", f"{MINUS}0.1", "0", "0.1"]


@pytest.mark.parametrize(("high", "size"), [(0.00135, 170), (0.0135, 170), (135.0, 170), (0.00135, 60), (1.0, 40)])
def test_the_numbers_under_an_axis_never_touch(qapp, high, size):
    axis = Axis("bottom")
    axis.setStyle(maxTickLevel=0, tickFont=sized(qapp.font(), 11))
    axis.setTickDensity(1.3)
    ((spacing, values),) = axis.tickValues(0.0, high, size)
    half = [
        QFontMetricsF(axis.style["tickFont"]).horizontalAdvance(one) / 2
        for one in axis.tickStrings(values, 1.0, spacing)
    ]
    places = [value / high * size for value in values]
    assert values[0] == 0
    assert all(b - a > x + y for a, b, x, y in zip(places, places[1:], half, half[1:], strict=False))


def test_the_far_end_of_an_axis_can_be_kept_free(qapp):
    axis = Axis("bottom")
    axis.setStyle(maxTickLevel=0)
    ((_, everything),) = axis.tickValues(0.0, 1.0, 200)
    axis.free = 30
    ((_, values),) = axis.tickValues(0.0, 1.0, 200)
    assert everything[-1] > 0.85
    assert values == [value for value in everything if value <= 0.85]


def laid(paper):
    """Return the items on the paper, hidden ones too: pyqtgraph's own list has none without bounds."""
    return paper.box.childGroup.childItems()


def test_what_is_drawn_is_taken_off_by_a_reset(paper):
    paper.curve([0, 1], [0, 1], paper.vertical(0.5).pen)
    text = paper.text("x", 0.5, 0.5, (0.5, 0.5))
    paper.remove(text)
    assert not text.isVisible()
    paper.reset()
    assert paper._items == []
    assert laid(paper)
    assert not [item for item in laid(paper) if item.isVisible()]


def test_lines_and_texts_taken_off_are_used_again_as_if_new(paper):
    text, line = paper.text("x", 0.1, 0.2, (0.0, 0.0)), paper.vertical(0.5)
    text.fill = mkBrush("red")
    text.setZValue(9)
    paper.reset()
    other = paper.text("y", 0.3, 0.4, (0.0, 0.0), "#ff0000")
    again = paper.text("y", 0.3, 0.4, (0.0, 0.0))
    assert (again is text, other is text, paper.vertical(0.7) is line, line.value()) == (True, False, True, 0.7)
    assert (again.toPlainText(), again.pos(), again.zValue(), again.isVisible()) == ("y", QPointF(0.3, 0.4), 0, True)
    assert again.fill.style() == Qt.BrushStyle.NoBrush
    for number in range(2 * SPARE):
        paper.text("z", 0.0, 0.0, (0.0, number / 100))
    paper.reset()
    assert len(laid(paper)) == SPARE
    paper.set_theme(DARK)
    assert laid(paper) == [], "none has a colour that is drawn again"


@pytest.mark.parametrize("drawn", [False, True])
def test_the_name_of_an_axis_has_the_ink_of_the_theme_whatever_was_chosen_before(paper, drawn):
    paper.reset("IoU")
    for theme in (LIGHT, DARK, DARK, LIGHT, LIGHT):
        paper.set_theme(theme)
        if drawn:
            paper.reset("IoU")
        assert f"color:{theme.text_second.lower()}" in paper.axes["bottom"].label.toHtml()


@pytest.mark.parametrize("words", ["IoU", "IoU with its ground truth, of the best"])
def test_the_name_of_an_axis_stands_in_its_middle_whatever_stood_there(qtbot, paper, words):
    for name in ("a longer name of the axis below", words):
        paper.reset(name)
        paper.settle()
    axis = paper.axes["bottom"]
    middle = axis.label.pos().x() + axis.label.boundingRect().width() / 2
    assert middle == pytest.approx(axis.size().width() / 2, abs=1)


def test_the_name_of_an_axis_is_cut_with_dots_where_the_axis_is_shorter(qtbot, paper):
    paper.reset("IoU with its ground truth, of the best")
    for width, cut in ((600, False), (140, True), (600, False)):
        paper.resize(width, 160)
        paper.settle()
        label, axis = paper.axes["bottom"].label, paper.axes["bottom"]
        assert label.toPlainText().strip().endswith("…") is cut
        assert label.boundingRect().width() <= axis.size().width() + 10  # a document's margins


def test_the_name_of_the_scores_axis_stays_at_any_size(qtbot):
    one = inspect(demo()[0], BOTH, outputs_of(demo()[0]))
    plot, anchor = ScoreAgainstFit(LIGHT), int(one.proposals.anchor[0])
    qtbot.addWidget(plot)
    plot.show()
    facts = fate_of(one, anchor)
    for width in (500, 300, 600):
        plot.show_gt(one, facts, anchor)
        plot.resize(width, plot.height())
        plot._paper.settle()
        words = plot._paper.axes["bottom"].label.toPlainText().strip()
        assert words == f"IoU with ground truth {facts.gt + 1}"


@pytest.mark.parametrize("width", [110, 400])
def test_the_words_of_a_threshold_are_whole_at_any_width(qtbot, width):
    surface = Surface(LIGHT)
    qtbot.addWidget(surface)
    surface.resize(width, 160)
    surface.reset("IoU")
    surface.set_range((0.15, 0.95), (0, 1))
    surface.show()
    surface.settle()
    draw_thresholds(surface, load_recipe("demo").matcher)
    view = surface.box.mapRectToScene(surface.box.rect())
    texts = [item for item in surface._items if isinstance(item, TextItem)]
    assert {item.toPlainText() for item in texts} == {"< 0.30", "≥ 0.70"}
    for item in texts:
        place = item.mapRectToScene(item.boundingRect())
        assert view.left() - 1 <= place.left() < place.right() <= view.right() + 1


def test_words_put_to_the_other_side_in_a_narrow_plot_come_back_to_their_own(paper):
    words = paper.text("< 0.30", 0.3, 1.0, (1, 0))
    words.setAnchor((0, 0))
    paper.reset()
    again = paper.text("< 0.30", 0.3, 1.0, (1, 0))
    assert again is words
    assert tuple(again.anchor) == (1, 0)


@pytest.mark.parametrize("ticks", [None, [0.0, 0.5, 1.0]])
def test_no_grid_line_goes_through_the_words_of_a_threshold(qtbot, ticks):
    surface = Surface(LIGHT)
    qtbot.addWidget(surface)
    surface.resize(400, 160)
    surface.reset("IoU")
    left = surface.axes["left"]
    left.setTicks(ticks and [[(value, f"{value}") for value in ticks]])
    surface.set_range((0.15, 0.95), (0, 1.08))
    surface.show()
    surface.settle()
    draw_thresholds(surface, load_recipe("demo").matcher)
    surface.settle()
    low, high = surface.box.viewRange()[1]
    _, values = (left.tickValues(low, high, surface.box.height()) if ticks is None else [(1, ticks)])[0]
    lines = [surface.box.mapFromView(QPointF(0, value)).y() for value in values]
    words = [item for item in surface._items if isinstance(item, TextItem)]
    assert len(words) == 2
    for item in words:
        place = surface.box.mapRectFromItem(item, item.boundingRect())
        letters = place.adjusted(0, 4, 0, -4)  # without the room above and below them
        assert not [line for line in lines if letters.top() <= line <= letters.bottom()]


def test_the_nearest_point_is_that_of_brute_force_and_none_beyond_reach(qtbot, paper):
    paper.set_range((0.0, 1.0), (0.0, 1.0))
    QApplication.processEvents()
    x, y = np.random.default_rng(0).random((2, 50))
    x[3] = np.nan
    across, up = paper.pixel()
    for at in (QPointF(0.2, 0.7), QPointF(0.9, 0.1), QPointF(0.5, 0.5)):
        far = [np.hypot((a - at.x()) / across, (b - at.y()) / up) for a, b in zip(x, y, strict=True)]
        best = int(np.nanargmin(far))
        assert paper.nearest(at, x, y, far[best] + 1) == best
        assert paper.nearest(at, x, y, far[best] - 1) is None
    assert paper.nearest(QPointF(0, 0), np.empty(0), np.empty(0), 9) is None


@pytest.mark.parametrize(("y", "drawn"), [([np.nan, np.nan], []), ([np.inf, 0.5], [1.0])])
def test_a_point_without_a_number_is_not_drawn_and_nothing_is_warned_of(paper, y, drawn):
    points = paper.points([0.0, 1.0], y, line_pen("#000000"), None)
    assert points.getData()[0].tolist() == drawn
    points.dataBounds(1)  # of NaN alone it would warn, which is an error here


# The smooth-L1 curve


@pytest.fixture
def curve(qtbot):
    made = SmoothL1Curve(LIGHT)
    qtbot.addWidget(made)
    made.resize(308, 132)
    made.show()
    return made


@given(st.lists(st.floats(-5, 5), min_size=4, max_size=4), st.sampled_from([0.0, 1e-3, 1 / 9, 1.0]))
def test_the_axes_hold_the_residuals_zero_and_both_knees(errors, beta):
    low, high, top = bounds(np.array(errors), beta)
    assert low < min(0.0, -beta, *errors)
    assert high > max(0.0, beta, *errors)
    assert top >= float(smooth_l1(np.array(errors), beta).max())


def test_no_plot_is_made_before_there_are_residuals(curve):
    curve.show_errors(None, 1 / 9)
    assert curve._paper is None
    assert curve.head.title.text() == "Smooth L1"
    assert curve.head.caption.text() == "knee β = 1/9"


def test_points_lie_on_the_curve_and_knees_at_beta(qtbot, curve):
    errors, beta = np.array([0.05, -0.3, 0.0, 0.2]), 1 / 9
    curve.show_errors(errors, beta)
    QApplication.processEvents()
    x, y = curve._points.getData()
    np.testing.assert_allclose(x, errors)
    np.testing.assert_allclose(y, smooth_l1(errors, beta))
    assert [knee.value() for knee in curve._knees] == pytest.approx([-beta, beta])
    across = curve._paper.pixel()[0]
    places = sorted(letter.pos().x() for letter in curve._letters)
    assert all(b - a >= 13 * across * (1 - 1e-6) for a, b in itertools.pairwise(places))
    assert all(letter.isVisible() for letter in curve._letters)
    assert curve.accessibleDescription() == "residuals x +0.0500, y -0.3000, w +0.0000, h +0.2000; beta 0.1111"


@pytest.mark.parametrize("errors", [[-1.1, 0.0, 0.02, -0.4], [1.1, 0.0, 0.02, 0.4], [0.01, 0.0, 0.02, -0.01]])
def test_the_numbers_of_the_knees_are_whole_and_apart_where_a_knee_is_near_the_edge(curve, errors):
    curve.show_errors(np.array(errors), 1 / 9)
    QApplication.processEvents()
    left, right = (text.mapRectToScene(text.boundingRect()) for text in curve._numbers)
    view = curve._paper.box.mapRectToScene(curve._paper.box.rect())
    assert [text.toPlainText() for text in curve._numbers] == ["−0.1111", "0.1111"]
    assert view.left() - 0.5 <= left.left()
    assert left.right() <= right.left() + 0.5
    assert right.right() <= view.right() + 0.5


def test_l1_has_no_knee_and_residuals_that_are_no_numbers_no_point(qtbot, curve):
    curve.show_errors(np.array([0.1, np.nan, 0.0, 0.0]), 0.0)
    assert curve.head.title.text() == "L1"
    assert curve.head.caption.text() == ""
    assert not any(knee.isVisible() for knee in curve._knees)
    assert len(curve._points.getData()[0]) == 0
    assert not any(letter.isVisible() for letter in curve._letters)


def test_another_theme_draws_the_same_points_in_other_colours(qtbot, curve):
    curve.show_errors(np.array([0.1, 0.2, 0.0, -0.1]), 1.0)
    QApplication.processEvents()
    light = curve._paper.grab().toImage().pixelColor(2, 2).lightness()
    for theme in (DARK, LIGHT) * 4 + (DARK,):  # lines taken off must be gone for good
        curve.set_theme(theme)
        QApplication.processEvents()
    assert curve._paper.grab().toImage().pixelColor(2, 2).lightness() < 60 < 180 < light
    np.testing.assert_allclose(curve._points.getData()[0], [0.1, 0.2, 0.0, -0.1])


def test_the_wheel_and_the_mouse_over_a_plot_for_looking_at_mean_what_lies_under(qtbot, curve):
    curve.show_errors(np.array([0.1, 0.2, 0.0, -0.1]), 1.0)
    QApplication.processEvents()
    pressed = []
    curve.mousePressEvent = pressed.append
    QTest.mouseClick(curve.window().windowHandle(), Qt.MouseButton.LeftButton, pos=curve.rect().center())
    assert len(pressed) == 1


def test_a_long_caption_is_cut_and_whole_in_its_tooltip(qtbot):
    head = PlotHead("Score against fit")
    qtbot.addWidget(head)
    head.set_theme(LIGHT)
    head.resize(220, 20)
    head.show()
    head.say("1,200 boxes on GT 5: 1,010 kept, 190 not")
    assert head.caption.text().endswith("…")
    assert head.caption.toolTip() == "1,200 boxes on GT 5: 1,010 kept, 190 not"
    head.resize(600, 20)
    assert head.caption.text() == head.caption.toolTip()
    assert head.minimumSizeHint().width() < 220


class Paints(QObject):
    """Counts the paint events of a widget."""

    count = 0

    def eventFilter(self, _watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_paper_is_painted_once_when_its_numbers_grow(qtbot, paper):
    for high in (1.0, 20_000.0):
        paper.reset("below")
        paper.vertical(0.5)
        paper.text("x", 0.5, 0.5 * high, (0.0, 0.0))
        paper.set_range((0.0, 1.0), (0.0, high))
        paper.settle()
        paper.paint_changes()
        width, paints = paper.axes["left"].width(), Paints()
        paper.viewport().installEventFilter(paints)
        paper.viewport().repaint()
        for _ in range(5):
            QApplication.processEvents()
        assert paper.axes["left"].width() == width
        paper.viewport().removeEventFilter(paints)
    assert paints.count == 1


# The chart of an audit


def audited(recipe, size, *boxes):
    record = Record("a.jpg", declared=size)
    for height, width in boxes:
        record.add((0.0, 0.0, float(width), float(height)), 0)
    return ri.audit(Dataset(resource("demo"), "made here", [record], ("car",), Notes()), recipe)


def numbers_under(chart):
    """Return the texts under the axis and their places in the chart, px."""
    axis, aside = chart.axes["bottom"], QPicture()
    painter = QPainter(aside)
    _, _, texts = axis.generateDrawSpecs(painter)
    painter.end()
    return {text: axis.mapRectToScene(place) for place, _, text in texts}


@pytest.mark.parametrize("width", [200, 260, 400])
def test_the_numbers_under_the_recall_are_whole_at_both_ends(qtbot, width):
    chart = RecallChart(LIGHT)
    qtbot.addWidget(chart)
    chart.resize(width, 200)
    chart.show()
    chart.show_audits(audited("torchvision-fpn", (800, 1333), (8, 8), (780, 1300)), None)
    chart.settle()
    found = numbers_under(chart)
    assert {"8", "1024"} <= {*found}
    for text, place in found.items():
        assert 0 <= place.left() < place.right() <= chart.width(), text


@pytest.mark.parametrize(("most", "last"), [(30.0, "32"), (62.0, "≥ 54"), (250.0, "≥ 54")])
def test_the_last_place_of_the_recall_says_that_it_holds_all_above(qtbot, monkeypatch, most, last):
    for module in (audit_charts, tables):
        monkeypatch.setattr(module, "SIDES", np.exp2(np.arange(0, 6.25, 0.25)))
    chart = RecallChart(LIGHT)
    qtbot.addWidget(chart)
    chart.resize(400, 200)
    chart.show()
    chart.show_audits(audited("demo", (320, 320), (8, 8), (most, most)), None)
    chart.settle()
    assert list(numbers_under(chart))[-1] == last
