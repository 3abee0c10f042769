"""What a gesture leaves as it is, is not worked out again: counts of calls, over panels without the window."""

import dataclasses
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QStatusBar

from rpn_inspector.analysis.filter.filter import Passing, parse
from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.core.assigners import wording
from rpn_inspector.core.assignment import Cause
from rpn_inspector.core.explain_sections import sections as sections_of
from rpn_inspector.core.formulas.section import Line
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.what_if import WhatIf, with_gt
from rpn_inspector.gui.canvas import painting
from rpn_inspector.gui.canvas.canvas import Canvas
from rpn_inspector.gui.canvas.strip import LayerStrip, _Entry
from rpn_inspector.gui.inspector import what_if_controller
from rpn_inspector.gui.inspector.explain import rows
from rpn_inspector.gui.inspector.inspector_panel import InspectorPanel
from rpn_inspector.gui.inspector.smooth_l1_curve import SmoothL1Curve
from rpn_inspector.gui.shell.status_bar import StatusLine
from rpn_inspector.gui.widgets import theme
from rpn_inspector.gui.widgets.table import RowTable
from rpn_inspector.gui.widgets.table_model import Column
from rpn_inspector.session.state import State

RECIPE = load_recipe("torchvision-mobilenet-320")
SAMPLE = Sample("x", (300, 400), gt=np.array([[40.0, 50, 160, 170], [200, 90, 330, 280]]), classes=("cell",) * 2)


class Shown(SimpleNamespace):
    """As a picture's answer, of the fields that a canvas and its strip look at."""

    __hash__ = object.__hash__


@pytest.fixture
def shown():
    return Shown(
        dataset="here", index=0, inspection=inspect(SAMPLE, RECIPE), recipe=RECIPE, picture=None, what_if=None,
        data=None, without_picture="",
    )  # fmt: skip


def state(shown, **changes):
    return State(**{"recipe": RECIPE, "shown": shown, "layers": frozenset({"truth", "positive"}), **changes})


def passing(shown, which):
    mask = np.zeros(shown.inspection.grid.size, bool)
    mask[which] = True
    return Passing(parse(""), Values(shown.inspection), mask, int(mask.sum()))


@pytest.fixture
def counted(monkeypatch):
    """Count the calls of a function where it stands."""

    def count(owner, name):
        calls, function = [], getattr(owner, name)
        monkeypatch.setattr(owner, name, lambda *args, **more: calls.append(args) or function(*args, **more))
        return calls

    return count


def test_the_tags_of_ground_truths_are_made_once_whatever_is_selected_and_filtered(qtbot, shown, counted):
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(800, 600)
    made, placed = counted(painting, "truth_tags"), counted(painting, "placed")
    for anchor in (None, *shown.inspection.positive[:3].tolist()):
        canvas.render_state(None, state(shown, selection=anchor))
        canvas.grab()
    assert (len(made), len(placed)) == (1, 4)
    before = canvas.grab().toImage()
    for which in (slice(0, 0), shown.inspection.positive[:1]):
        canvas.render_state(None, state(shown, selection=anchor, passing=passing(shown, which)))
        canvas.grab()
    assert (len(made), len(placed)) == (1, 4)
    canvas.render_state(None, state(shown, selection=anchor))
    assert canvas.grab().toImage() == before
    canvas.zoom_by(2)
    canvas.grab()
    assert len(made) == 2


def test_an_entry_of_the_strip_is_painted_again_where_its_count_is_another(qtbot, shown):
    class Painted(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint and isinstance(watched, _Entry):
                found.append(watched.layer)
            return False

    found, eye = [], Painted()
    strip = LayerStrip(theme=theme.LIGHT)
    qtbot.addWidget(strip)
    strip.resize(1400, strip.height())
    strip.render_state(None, state(shown))
    strip.show()
    for entry in strip.entries.values():
        entry.installEventFilter(eye)
    qtbot.waitUntil(lambda: len({*found}) == len(strip.entries))
    found.clear()
    strip.render_state(None, state(shown, passing=passing(shown, shown.inspection.positive[:1])))
    qtbot.waitUntil(lambda: "positive" in found)
    assert set(found) == {"positive"}  # not the ground truths, nor the layers that are not shown


def test_a_line_of_explain_is_measured_once_however_often_layouts_ask(qtbot, counted):
    row = rows.LineRow(theme.LIGHT)
    qtbot.addWidget(row)
    metrics, typeset = counted(rows, "QFontMetricsF"), counted(rows, "formula")
    row.show_line(Line("x = t_x w_a + x_a", "x = t_x w_a + x_a", "0.5 · 32 + 12", "28.0"), 60.0)
    measured = len(metrics), len(typeset)
    heights = [row.heightForWidth(width) for width in range(400, 40, -4)]
    assert len({*heights}) == 2, "else the law says nothing"
    assert (len(metrics), len(typeset)) == measured


def test_a_word_of_a_table_is_measured_once_a_painting(qtbot, monkeypatch):
    table, asked = RowTable("words", 0, descending=False), []
    qtbot.addWidget(table)
    table.columns_model.theme = theme.LIGHT
    words = Column("word", 80, np.arange(50), lambda row: ("many", "words")[row % 2], "", left=True)
    table.fill([words])
    table.resize(300, 400)
    plain = table.fontMetrics()
    spy = SimpleNamespace(
        horizontalAdvance=lambda text: asked.append(text) or plain.horizontalAdvance(text), elidedText=plain.elidedText
    )
    monkeypatch.setattr(RowTable, "fontMetrics", lambda _: spy)
    table.grab()
    assert sorted(asked) == ["many", "words"]


def test_the_status_line_measures_each_text_once(qtbot, monkeypatch, shown):
    bar, asked = QStatusBar(), []
    qtbot.addWidget(bar)
    bar.resize(300, 24)  # too narrow for all: texts become shorter one after another
    line = StatusLine(bar, theme.LIGHT, ())
    plain = line._metrics()
    spy = SimpleNamespace(horizontalAdvance=lambda text: asked.append(text) or plain.horizontalAdvance(text))
    monkeypatch.setattr(StatusLine, "_metrics", lambda _: spy)
    line._forms |= {"file": ("a long name of a file", "name"), "image": ("image 1 of 1", "1 / 1")}
    line.point(State(recipe=RECIPE), 3.0, 4.0)
    assert len(asked) > 3, "else the law says nothing"
    assert len(asked) == len({*asked})
    line.close_down()


def test_one_cause_alone_is_worded_for_a_cell(monkeypatch):
    made, of = [], wording.Text.of
    monkeypatch.setattr(wording.Text, "of", lambda *told, **values: made.append(told) or of(*told, **values))
    for cause in (Cause.BACKGROUND, Cause.BETWEEN_THRESHOLDS, Cause.OVERLAP, Cause.CROWD):
        RECIPE.matcher.short(cause)
    assert len(made) == 3


def test_the_size_of_letters_is_asked_once_until_the_theme_is_applied(qapp):
    theme.text_scale.cache_clear()  # as `apply` does
    assert len({theme.px(20) for _ in range(10)}) == 1
    assert theme.text_scale.cache_info().misses == 1


def test_the_answer_to_a_dragged_box_comes_with_the_overlaps_that_the_picture_asks_for():
    data = inspect(SAMPLE, load_recipe("torchvision-fpn"))
    change = with_gt(data, WhatIf(int(data.positive[0])), np.array([50.0, 60, 170, 180], np.float32), 0)
    answer = what_if_controller._answer(what_if_controller._Asked(data, change, 1))
    assert answer.overlap.dense._make is None  # what would compute them later is gone: they are there


def test_where_an_anchor_stands_is_found_as_one_by_one():
    grid = inspect(SAMPLE, RECIPE).grid
    every = np.arange(grid.size)
    place = grid.locate(every)
    for level in grid.levels:
        base, y, x = level.split(every[level.rows])
        found = [part[level.rows] for part in (place.level, place.y, place.x, place.base)]
        for one, other in zip(found, (np.full(level.count, level.index), y, x, base), strict=True):
            assert np.array_equal(one, other)
    again = dataclasses.replace(grid, size=grid.size)
    assert np.array_equal(again.locate(every).base, place.base)


def test_a_section_of_explain_told_the_same_writes_nothing(qtbot, counted):
    facts = inspect(SAMPLE, RECIPE)
    sections = [sections_of(facts, facts.explain(anchor))[2].translated(str) for anchor in (0, 1)]
    view = rows.SectionView(theme.LIGHT)
    qtbot.addWidget(view)
    view.fill(sections[0])
    asked, before = counted(rows, "lowered"), view.texts()
    view.fill(sections[1])
    assert (asked, view.texts()) == ([], before)
    assert sections[0] is not sections[1], "else the law says nothing"
    view.set_theme(theme.DARK)
    assert len(asked) == 1
    assert view.texts() == before


def test_a_curve_without_residuals_is_drawn_once(qtbot, counted):
    curve = SmoothL1Curve(theme.LIGHT)
    qtbot.addWidget(curve)
    drawn = counted(curve, "_draw")
    curve.show_errors(np.array([0.1, -0.2, 0.3, 0.0], np.float32), 1 / 9)
    for _ in range(3):
        curve.show_errors(None, 1 / 9)
    assert len(drawn) == 2
    assert not any(letter.isVisible() for letter in curve._letters)
    curve.show_errors(None, 0.5)
    assert (len(drawn), curve.beta) == (3, 0.5)
    curve.show_errors(np.zeros(4, np.float32), 0.5)
    assert len(drawn) == 4


def test_the_line_style_beside_a_finding_is_set_where_it_is_another(qtbot, shown, monkeypatch):
    panel, told = InspectorPanel(theme.LIGHT), []
    qtbot.addWidget(panel)
    set_to = panel.swatch.setPixmap
    monkeypatch.setattr(panel.swatch, "setPixmap", lambda picture: told.append(1) or set_to(picture))
    one = shown.inspection
    negative, positive = np.flatnonzero(one.assignment.label == 0), one.positive
    for anchor in (*negative[:3].tolist(), *positive[:2].tolist()):
        panel.show_anchor(shown, anchor, ())
    assert len(told) == 2
