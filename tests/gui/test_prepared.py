"""What is made ahead of a picture is what would be made when painted, and never another picture's or size's."""

import dataclasses
import gc
import itertools
import math
import threading
import weakref

import numpy as np
import pytest
from gui_steps import open_demo, open_simulated, settled
from PySide6.QtCore import Qt

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.pictures.images import Picture
from rpn_inspector.gui.canvas import Canvas, prepared
from rpn_inspector.gui.canvas import canvas as module
from rpn_inspector.gui.canvas.layers import Layers
from rpn_inspector.gui.canvas.painting import paint_layers
from rpn_inspector.gui.canvas.picture import ScreenImage
from rpn_inspector.gui.plots import iou_charts
from rpn_inspector.gui.widgets import table_model
from rpn_inspector.gui.widgets.theme import DARK, LIGHT
from rpn_inspector.session.layers import LAYERS
from rpn_inspector.session.request import Shown
from rpn_inspector.session.state import State

RECIPE = load_recipe("torchvision-mobilenet-320")
SIZES = {"far": (600, 900), "near": (90, 120)}  # (h, w) px


def answer(size, seed=0):
    rng = np.random.default_rng(seed)
    sample = Sample(f"{seed}", size, np.array([[10.0, 20.0, 60.0, 80.0]]))
    picture = Picture(rng.integers(0, 255, (*size, 3), np.uint8), size)
    return Shown(
        dataset="here", index=seed, recipe=RECIPE, predictions=None, inspection=inspect(sample, RECIPE),
        picture=picture, seconds=0.0,
    )  # fmt: skip


def go_to_a_prepared_one(qtbot, window):
    """Go to the next picture once the worker has nothing to do any more."""
    assert window.worker.idle.wait(60)
    window.navigate.next_image(+1)
    qtbot.waitUntil(lambda: settled(window))


def cropped(shown):
    """Return an answer with its picture mirrored, of which the network saw a part."""
    inspection = shown.inspection
    frame = dataclasses.replace(inspection.frame, crop=(40.0, 30.0), mirrored=(True, False))
    return dataclasses.replace(shown, inspection=dataclasses.replace(inspection, frame=frame))


def state(shown):
    return State(RECIPE, shown=shown, layers=frozenset({"truth", "positive", "ignored"}))


@pytest.fixture
def made(monkeypatch):
    """The sizes of pictures made for the screen, in turn."""
    sizes, of = [], ScreenImage.of
    monkeypatch.setattr(ScreenImage, "of", lambda pixels, size: sizes.append(size) or of(pixels, size))
    return sizes


@pytest.fixture
def canvas(qtbot):
    def shown_first():
        one = Canvas(theme=LIGHT)
        qtbot.addWidget(one)
        one.resize(400, 300)
        one.render_state(None, state(answer(SIZES["far"], 9)))
        one.grab()
        return one

    return shown_first


def zoomed(canvas, factor):
    if factor is not None:
        canvas.zoom_by(factor)
    canvas.grab()


@pytest.mark.parametrize(("size", "zoom", "crop"), [*itertools.product(SIZES, (None, 0.4, 3.0), (False, True))])
def test_what_is_painted_of_it_is_what_would_be_painted_without(canvas, made, size, zoom, crop):
    shown = answer(SIZES[size])
    shown = cropped(shown) if crop else shown
    with_it, without = canvas(), canvas()
    for one in (with_it, without):
        zoomed(one, zoom)
    with_it.prepared.make(shown)
    with_it.prepared.paint(shown)
    made.clear()
    with_it.render_state(None, state(shown))
    seen = with_it.grab().toImage()
    assert made == []
    without.render_state(None, state(shown))
    assert seen == without.grab().toImage()
    assert len(made) == 1


CHANGES = {
    "nothing": lambda now: now,
    "selection": lambda now: dataclasses.replace(now, selection=int(now.shown.inspection.positive[0])),
    "layers": lambda now: dataclasses.replace(now, layers=frozenset({"truth", "negative"})),
    "ground truth": lambda now: dataclasses.replace(now, gt=0),
    "heat": lambda now: dataclasses.replace(now, layers=frozenset({"truth", "heat"})),
}


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("change", CHANGES)
def test_a_painting_made_ahead_is_copied_only_where_it_would_be_painted_alike(canvas, monkeypatch, change, theme):
    shown = answer(SIZES["far"])
    with_it, without = canvas(), canvas()
    with_it.prepared.make(shown)
    with_it.prepared.paint(shown)
    painted = []
    monkeypatch.setattr(module, "paint_layers", lambda *given: (painted.append(True), paint_layers(*given)))
    for one in (with_it, without):
        one.set_theme(theme)
        one.render_state(None, CHANGES[change](state(shown)))
    seen = with_it.grab().toImage()
    assert len(painted) == (change != "nothing" or theme is not LIGHT)
    assert seen == without.grab().toImage()


def test_what_was_made_for_another_size_of_the_canvas_is_not_painted(canvas, made):
    shown = answer(SIZES["far"])
    with_it, without = canvas(), canvas()
    with_it.prepared.make(shown)
    made.clear()
    for one in (with_it, without):
        one.resize(350, 300)
        one.render_state(None, state(shown))
    assert with_it.grab().toImage() == without.grab().toImage()
    assert len(made) == 2


@pytest.mark.parametrize(("zoom", "size"), [(None, "near"), (3.0, "far")])
def test_no_picture_larger_than_its_share_of_the_memory_is_made_ahead(canvas, made, monkeypatch, zoom, size):
    one, shown = canvas(), answer(SIZES[size])
    zoomed(one, zoom)
    for most, ahead in ((math.prod(SIZES[size]), 1), (math.prod(SIZES[size]) - 1, 0)):
        monkeypatch.setattr(prepared, "LARGEST", most)
        made.clear()
        one.prepared.make(shown)
        assert len(made) == ahead


def test_each_answer_has_its_own_and_it_goes_with_the_answer(canvas):
    one, other = canvas(), answer(SIZES["far"], 1)
    first = answer(SIZES["far"], 0)
    for shown in (first, other):
        one.prepared.make(shown)
    assert one.prepared.of(first).layers.inspection is first.inspection
    assert one.prepared.of(first).backdrop is not one.prepared.of(other).backdrop
    image = weakref.ref(one.prepared.of(other).layers)
    del other, shown
    gc.collect()
    assert image() is None


def test_a_prepared_answer_counts_as_any_other(canvas):
    one, shown = canvas(), answer(SIZES["far"])
    assert one.prepared.of(shown).backdrop is None
    one.prepared.make(shown)
    fresh, ready = Layers(shown.inspection), one.prepared.of(shown).layers
    assert [ready.count(layer) for layer in LAYERS] == [fresh.count(layer) for layer in LAYERS]


def test_what_cannot_be_made_ahead_is_made_when_painted(canvas, monkeypatch):
    one, shown = canvas(), answer(SIZES["far"])
    with monkeypatch.context() as patch:
        patch.setattr(ScreenImage, "of", lambda *_: 1 / 0)
        one.prepared.make(shown)
    one.render_state(None, state(shown))
    other = canvas()
    other.render_state(None, state(shown))
    assert one.grab().toImage() == other.grab().toImage()


@pytest.mark.usefixtures("beside")
def test_the_window_s_thread_makes_no_picture_for_the_screen_on_next(qtbot, window, monkeypatch):
    open_demo(qtbot, window)
    threads, of = [], ScreenImage.of
    monkeypatch.setattr(
        ScreenImage, "of", lambda pixels, size: threads.append(threading.current_thread().name) or of(pixels, size)
    )
    for _ in range(3):
        window.navigate.next_image(+1)
        qtbot.waitUntil(lambda: settled(window))
    assert window.worker.idle.wait(60)
    assert len(threads) >= 3
    assert set(threads) == {"inspect"}


@pytest.mark.usefixtures("beside")
def test_the_window_s_thread_paints_no_box_of_a_picture_that_was_expected(qtbot, window, monkeypatch):
    open_demo(qtbot, window)
    painted = []
    monkeypatch.setattr(module, "paint_layers", lambda *given: (painted.append(True), paint_layers(*given)))
    for _ in range(3):
        go_to_a_prepared_one(qtbot, window)
    assert painted == []


@pytest.mark.usefixtures("beside")
def test_the_window_s_thread_sorts_no_rows_of_a_picture_that_was_expected(qtbot, window, monkeypatch):
    open_demo(qtbot, window)
    model, threads, sort = window.tables.anchors.columns_model, [], table_model.sort_order

    def sorting(values, descending):
        if len(values) == window.workspace.state.shown.inspection.grid.size:
            threads.append(threading.current_thread().name)
        return sort(values, descending)

    monkeypatch.setattr(table_model, "sort_order", sorting)
    for _ in range(3):
        go_to_a_prepared_one(qtbot, window)
        assert np.array_equal(model.order, model.sorted_rows(model.columns, model.first).rows)
        assert threads.pop() == threading.current_thread().name  # the comparison's own
    assert set(threads) == {"inspect"}
    threads.clear()
    assert window.worker.idle.wait(60)
    model.sort(2, Qt.SortOrder.AscendingOrder)  # what was prepared is sorted otherwise
    assert threads == [threading.current_thread().name]
    name = model.columns[2].same
    for _ in range(2):
        window.navigate.next_image(-1)
        qtbot.waitUntil(lambda: settled(window))
        assert model.columns[model.sorted_by[0]].same == name
        assert np.array_equal(model.order, model.sorted_rows(model.columns, model.first).rows)


def test_an_error_of_what_is_painted_ahead_is_left_to_the_painting_and_ends_nothing(qtbot, monkeypatch):
    canvas, shown = Canvas(), answer(SIZES["far"])
    qtbot.addWidget(canvas)
    canvas.resize(300, 200)
    canvas.show()
    canvas.render_state(None, State(recipe=RECIPE, shown=shown))
    canvas.grab()

    def too_little(*_):
        raise MemoryError

    monkeypatch.setattr(prepared, "paint_chosen", too_little)
    another = answer(SIZES["far"], 1)
    canvas.prepared.make(another)
    canvas.prepared.paint(another)
    assert canvas.prepared.of(another).backdrop is not None
    assert canvas.prepared.of(another).painting is None


def test_whole_pixels_of_a_picture_looked_at_closely_go_with_it(qtbot):
    canvas, shown = Canvas(), answer(SIZES["far"])
    qtbot.addWidget(canvas)
    canvas.resize(300, 200)
    canvas.show()
    canvas.render_state(None, State(recipe=RECIPE))
    canvas.grab()
    another = answer(SIZES["far"], 1)
    canvas.render_state(None, State(recipe=RECIPE, shown=shown))
    canvas.grab()
    canvas.prepared.make(another)
    canvas.render_state(State(recipe=RECIPE, shown=shown), State(recipe=RECIPE, shown=another))
    backdrop = canvas.prepared.of(another).backdrop
    canvas.zoom_by(20)
    canvas.grab()
    assert backdrop._whole is not None
    canvas.render_state(State(recipe=RECIPE, shown=another), State(recipe=RECIPE, shown=shown))
    assert backdrop._whole is None
    assert backdrop._smaller is not None


@pytest.mark.usefixtures("beside")
def test_the_window_s_thread_counts_for_no_plot_of_a_picture_that_was_expected(qtbot, window, monkeypatch):
    open_simulated(qtbot, window)
    window.plots.build()
    window.plots.choose(["iou"])
    assert window.plots.cells[0].key == "iou"
    for _ in range(2):  # these were made ahead of another plot
        window.navigate.next_image(+1)
        qtbot.waitUntil(lambda: settled(window))
    assert window.worker.idle.wait(60)
    threads, count = [], iou_charts.iou_histogram

    def counting(values, mask):
        threads.append((threading.current_thread().name, values))
        return count(values, mask)

    monkeypatch.setattr(iou_charts, "iou_histogram", counting)
    for _ in range(3):
        go_to_a_prepared_one(qtbot, window)
    assert window.worker.idle.wait(60)
    assert len({values for _, values in threads}) == len(threads) >= 3, "each once"
    assert {name for name, _ in threads} == {"inspect"}
    chart, values = window.plots.cells[0].chart, window.workspace.state.passing.values
    assert np.array_equal(chart.histogram.total, count(values, None).total)
