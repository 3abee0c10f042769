"""The canvas: its view both ways, picking, and every layer's pixels where they were worked out by hand."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.gui.canvas import Canvas, LayerStrip
from rpn_inspector.gui.canvas.inspect_page import InspectPage
from rpn_inspector.gui.canvas.layers import Layers
from rpn_inspector.gui.canvas.painting import selected_places, tags_of
from rpn_inspector.gui.canvas.picture import ScreenImage
from rpn_inspector.gui.canvas.raster import box_counts, grid_counts
from rpn_inspector.gui.canvas.tags import DOT, Tag, beside, fitting, placed
from rpn_inspector.gui.canvas.view import CanvasView, fitted, on_pixels
from rpn_inspector.gui.widgets.pens import IGNORED, NEGATIVE, POSITIVE, PREDICTION, SELECTED, STROKES, swatch
from rpn_inspector.gui.widgets.theme import LIGHT, sized
from rpn_inspector.session.state import State

DEFAULT = frozenset({"truth", "positive", "ignored", "prediction"})


class Answer(SimpleNamespace):
    """As `Shown`, of the fields a canvas looks at: one is itself alone."""

    __hash__ = object.__hash__


@pytest.fixture(scope="module")
def shown():
    """A grey picture of 400 x 300 px, network 1066 x 800, with one object in the middle and simulated outputs."""
    sample = Sample("grey", (300, 400), np.array([[150.0, 100.0, 210.0, 160.0]]), classes=("cell",))
    recipe = load_recipe("torchvision-fpn")
    grid = inspect(sample, recipe).grid
    rng = np.random.default_rng(3)
    prediction = Prediction(
        objectness=rng.normal(0, 1, grid.size).astype(np.float32),
        deltas=rng.normal(0, 0.1, (grid.size, 4)).astype(np.float32),
    )
    inspection = inspect(sample, recipe, prediction)
    picture = SimpleNamespace(pixels=np.full((300, 400, 3), 128, np.uint8), size=(300, 400))
    return Answer(
        dataset="here", index=0, inspection=inspection, recipe=recipe, picture=picture, what_if=None, data=None
    )


def state(shown, **changes):
    return State(**{"recipe": load_recipe("torchvision-fpn"), "shown": shown, "layers": DEFAULT, **changes})


@pytest.fixture
def canvas(qtbot, shown):
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(800, 600)
    canvas.show()
    canvas.render_state(None, state(shown, layers=frozenset()))
    return canvas


def colour_at(image, x, y):
    """Return the colour of the widget pixel in which the point lies."""
    return QColor(image.pixel(int(np.floor(x)), int(np.floor(y)))).name().upper()


def edge_colours(canvas, box):
    """Return the colours along the left edge of a box of network px, away from its corners."""
    image = canvas.grab().toImage()
    x1, y1, _, y2 = (float(v) for v in box)
    upper, lower = canvas.to_widget(x1, y1), canvas.to_widget(x1, y2)
    rows = range(max(1, int(upper.y()) + 8), min(canvas.height() - 1, int(lower.y()) - 8))
    return {colour_at(image, upper.x(), y) for y in rows}


def wheel(canvas, x, y, steps):
    at = QPointF(x, y)
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def move(canvas, at, held):
    buttons = Qt.MouseButton.NoButton, held, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(canvas, QMouseEvent(QEvent.Type.MouseMove, at, canvas.mapToGlobal(at), *buttons))


numbers = st.floats(-3000, 3000)


@given(st.floats(0.02, 60), numbers, numbers, numbers, numbers)
def test_from_widget_is_the_inverse_of_to_widget(scale, dx, dy, x, y):
    view = CanvasView(scale, dx, dy)
    assert view.from_widget(*view.to_widget(x, y)) == pytest.approx((x, y), abs=1e-6 / min(scale, 1))


@given(st.floats(0.1, 10), st.floats(0.2, 5), numbers, numbers)
def test_zoom_keeps_the_point_under_the_cursor(scale, factor, x, y):
    view = CanvasView(scale, 12.0, -7.0)
    before, after = view.from_widget(x, y), view.zoomed(factor, x, y).from_widget(x, y)
    assert after == pytest.approx(before, abs=1e-6)


def test_fit_shows_the_whole_picture_in_the_middle():
    assert fitted((100, 200), 416, 416) == CanvasView(2.0, 8.0, 108.0)
    letterboxed = fitted((100, 200), 416, 416, corner=(0, 50))  # the picture between two pads of 50 px
    assert letterboxed.to_widget(0, 50) == (8.0, 108.0)


@pytest.mark.parametrize("name", ["yolov5s", "yolov3-416-darknet"])
def test_a_letterboxed_picture_is_fitted_dragged_and_followed_as_any_other(qtbot, shown, canvas, name):
    whole = QRectF(8, 6, 784, 588)
    sample = shown.inspection.sample
    other = Answer(**vars(shown) | {"inspection": inspect(sample, load_recipe(name))})
    assert other.inspection.frame.pixel_offset != (0, 0)
    before = canvas.picture_area
    assert before.center() == whole.center()
    plain, there = state(shown, layers=frozenset()), state(other, layers=frozenset())
    canvas.render_state(plain, there)
    assert canvas.picture_area.center().y() == pytest.approx(before.center().y(), abs=1)
    assert canvas.picture_area.height() == pytest.approx(before.height(), abs=1)
    canvas.render_state(there, plain)
    canvas.zoom_by(1.5)
    zoomed = canvas.view.to_widget(0, 0)
    canvas.render_state(plain, there)
    assert canvas.view.to_widget(*other.inspection.frame.pixel_offset) == pytest.approx(zoomed, abs=1)
    canvas.fit()
    canvas._pan(0, -10_000)
    assert canvas.picture_area.height() == pytest.approx(48)


def test_boxes_stand_on_device_pixels_and_those_out_of_sight_are_left_out():
    boxes = np.array([[1.2, 2.7, 5.0, 9.9], [500, 0, 600, 10], [-90, -90, 400, 400]])
    assert on_pixels(boxes, CanvasView(), 100, 100, 1.0).tolist() == [[1.5, 2.5, 4.0, 7.0]]


def test_the_wheel_zooms_at_the_cursor(canvas, qtbot):
    before = canvas.from_widget(QPointF(200, 150))
    with qtbot.waitSignal(canvas.zoomChanged):
        wheel(canvas, 200, 150, 3)
    assert canvas.from_widget(QPointF(200, 150)) == pytest.approx(before)
    assert canvas.percent > 250


def test_a_click_says_where_in_network_px(canvas, qtbot):
    at = canvas.to_widget(480.0, 347.0).toPoint()
    with qtbot.waitSignal(canvas.clicked) as said:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert said.args == pytest.approx(canvas.from_widget(QPointF(at)))
    assert said.args == pytest.approx([480.0, 347.0], abs=1.0)


def test_a_drag_moves_the_picture_and_is_no_click(canvas, qtbot):
    before = canvas.to_widget(100, 100)
    with qtbot.assertNotEmitted(canvas.clicked):
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
        qtbot.mouseMove(canvas, QPoint(340, 320))
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(340, 320))
    assert canvas.to_widget(100, 100) - before == QPointF(40, 20)


def test_the_view_stays_for_the_next_picture_of_one_size_once_zoomed(canvas, shown):
    wheel(canvas, 200, 150, 2)
    before = canvas.to_widget(10, 10)
    canvas.render_state(None, state(Answer(**{**vars(shown), "index": 1})))
    assert canvas.to_widget(10, 10) == before
    canvas.fit()
    canvas.resize(500, 400)
    assert canvas.to_widget(0, 0).x() == pytest.approx(8.0)


@pytest.mark.parametrize(("layer", "colour"), [("positive", POSITIVE), ("truth", "#FFFFFF"), ("ignored", IGNORED)])
def test_a_layer_draws_its_first_box_in_its_colour(canvas, shown, layer, colour):
    box = getattr(Layers(shown.inspection), "gt" if layer == "truth" else layer)[0]
    assert colour not in edge_colours(canvas, box)
    canvas.render_state(None, state(shown, layers=frozenset({layer})))
    assert colour in edge_colours(canvas, box)


def test_the_truth_stands_where_hand_arithmetic_puts_it(canvas, shown):
    # 400 x 300 -> 1066 x 800 by 1066/400 and 800/300; fitted to 800 px less 2 x 8 by 784/1066.
    canvas.render_state(None, state(shown, layers=frozenset({"truth"})))
    image = canvas.grab().toImage()
    left = 8 + 150 * (1066 / 400) * (784 / 1066)
    top = 600 / 2 + (130 - 150) * (800 / 300) * (784 / 1066)
    assert colour_at(image, left, top) == "#FFFFFF"
    assert colour_at(image, left + 4, top) == "#808080"


def test_a_picture_that_does_not_fit_into_the_memory_is_said_and_its_boxes_are_drawn(qtbot, shown, monkeypatch):
    said = []
    null = ScreenImage(None, QImage())  # Qt's of no memory
    monkeypatch.setattr(ScreenImage, "of", lambda _pixels, _size: null)
    monkeypatch.setattr(
        "rpn_inspector.gui.canvas.canvas.paint_badge", lambda _painter, text, *_, **__: said.append(text)
    )
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(800, 600)
    canvas.render_state(None, state(shown, layers=frozenset({"truth"})))
    assert "#FFFFFF" in edge_colours(canvas, shown.inspection.gt[0])
    assert "The picture does not fit into the memory" in said


@pytest.mark.parametrize("layer", ["prediction", "proposals"])
def test_predicted_boxes_are_dashed_blue(canvas, shown, layer):
    canvas.render_state(None, state(shown, layers=frozenset({layer})))
    found = set().union(*(edge_colours(canvas, box) for box in getattr(Layers(shown.inspection), layer)[:20]))
    assert PREDICTION in found


def test_sampled_anchors_have_a_dot_in_the_middle(canvas, shown):
    canvas.render_state(None, state(shown, layers=frozenset({"sampled"})))
    x1, y1, x2, y2 = Layers(shown.inspection).sampled[0][-1]
    at = canvas.to_widget((x1 + x2) / 2, (y1 + y2) / 2)
    assert colour_at(canvas.grab().toImage(), at.x(), at.y()) == POSITIVE


def test_negatives_tint_the_picture(canvas, shown):
    canvas.render_state(None, state(shown, layers=frozenset({"negative"})))
    tint = QColor(canvas.grab().toImage().pixel(400, 300))
    assert tint.red() > 128 > tint.blue()
    assert QColor(NEGATIVE).red() > QColor(NEGATIVE).blue()


def test_the_selection_is_yellow_with_its_own_role_on_top(canvas, shown):
    index = int(shown.inspection.positive[0])
    canvas.render_state(None, state(shown, layers=frozenset(), selection=index))
    x1, y1, _, y2 = (float(v) for v in shown.inspection.anchors([index])[0])
    at, image = canvas.to_widget(x1, (y1 + y2) / 2), canvas.grab().toImage()
    assert colour_at(image, at.x(), at.y()) == POSITIVE
    assert {colour_at(image, at.x() - 2, at.y()), colour_at(image, at.x() + 2, at.y())} == {SELECTED}


def test_edge_counts_of_the_whole_grid_are_those_of_its_boxes(shown):
    grid, view = shown.inspection.grid, CanvasView(0.31, -20.3, 4.7)
    whole = box_counts(grid.all_boxes(), view, 240, 200)
    assert np.array_equal(grid_counts(grid, view, 240, 200), whole)
    one = box_counts(np.array([[1.0, 2.0, 3.0, 4.0]]), CanvasView(), 6, 6)
    assert one[2].tolist() == [0, 2, 1, 2, 0, 0]
    assert one[3].tolist() == [0, 1, 0, 1, 0, 0]


def test_of_two_tags_for_one_place_the_less_important_goes(qapp):
    box = QRectF(10, 10, 30, 4)
    tags = [Tag("first", 60, box), Tag("second", 60, box), Tag("third", 60, box)]
    kept = placed(tags, QRectF(0, 0, 72, 34))
    assert kept[0][0].text == "first"
    assert len(kept) < 3
    assert not any(a.intersects(b) for i, (_, a) in enumerate(kept) for _, b in kept[i + 1 :])


RECTS = st.builds(QRectF, st.integers(0, 90), st.integers(0, 70), st.integers(1, 60), st.integers(1, 30))


@given(kept=st.lists(RECTS, max_size=4), width=st.integers(1, 60), height=st.integers(1, 30))
def test_a_note_covers_nothing_kept_where_it_can_move_and_moves_no_further_than_it_has_to(kept, width, height):
    area, spot = QRectF(0, 0, 100, 80), QRectF(0, 80 - height, width, height)
    found = beside(spot, area, kept)
    covers = [any(one.intersects(each) for each in kept) for one in (spot, found)]
    assert (found == spot) == (covers[0] == covers[1])
    assert area.contains(found)
    if not covers[0]:
        assert found == spot
    elif len(kept) == 1:  # some place left, right, above or below
        (one,) = kept
        gaps = one.left() - 4 - width >= 0, one.right() + 4 + width <= 100
        gaps += one.top() - 4 - height >= 0, one.bottom() + 4 + height <= 80
        assert covers[1] != any(gaps)


def test_the_note_of_what_is_pointed_at_leaves_the_tag_of_the_selected_anchor_free(canvas, shown):
    """The tag of one anchor stands where the note else would: in the lower left corner."""
    metrics, size = QFontMetricsF(sized(QApplication.font(), 11)), shown.inspection.grid.size
    corner = QRectF(10, canvas.height() - 40, 200, 30)
    for anchor in range(size - 1, 0, -1):
        canvas.render_state(None, state(shown, selection=anchor, layers=frozenset()))
        tag, *corners = selected_places(canvas._scene, canvas._view, metrics, canvas._seen)
        if corner.contains(tag):
            break
    assert corner.contains(tag)
    assert len(corners) == 4
    alone = canvas.grab().toImage()
    canvas.render_state(None, state(shown, selection=anchor, layers=frozenset(), pointed=(anchor,)))
    pointed = canvas.grab().toImage()
    assert pointed != alone
    assert pointed.copy(tag.toAlignedRect()) == alone.copy(tag.toAlignedRect())


def test_no_label_of_a_box_stands_under_a_sign_or_a_button(canvas, shown):
    missing = Answer(**vars(shown) | {"picture": None, "without_picture": "No picture found"})
    button = QPushButton("Filter", canvas)
    button.setGeometry(600, 10, 190, 24)
    button.show()
    metrics, found = QFontMetricsF(sized(QApplication.font(), 11)), set()
    canvas.render_state(None, state(missing, layers=frozenset({"truth"})))
    for at, corner in {"sign": (20, 30), "button": (620, 30)}.items():
        canvas.show_view(CanvasView(1.0, corner[0] - 399.75, corner[1] - 266.75))  # the upper left corner of the box
        tags, inside = tags_of(canvas._scene, canvas.view, metrics), QRectF(canvas.rect()).adjusted(1, 1, -1, -1)
        signs = canvas.signs_at()
        (_, under), (_, beside_it) = (*placed(tags, inside), *placed(tags, inside, signs))
        if any(map(under.intersects, signs)):
            found.add(at)
        assert not any(map(beside_it.intersects, signs))
        painted = canvas.grab().toImage().copy(beside_it.toAlignedRect())
        canvas.render_state(None, state(missing, layers=frozenset()))
        assert canvas.grab().toImage().copy(beside_it.toAlignedRect()) != painted, "it stands there"
        canvas.render_state(None, state(missing, layers=frozenset({"truth"})))
    assert found == {"sign", "button"}


def test_busy_shows_only_after_a_while(canvas, shown, qtbot):
    quiet = canvas.grab().toImage()
    canvas.render_state(None, state(shown, layers=frozenset(), busy=True))
    assert canvas.grab().toImage() == quiet
    qtbot.waitUntil(lambda: canvas.grab().toImage() != quiet)
    canvas.render_state(None, state(shown, layers=frozenset()))
    assert canvas.grab().toImage() == quiet


def test_the_strip_counts_and_asks(qtbot, shown):
    strip = LayerStrip()
    qtbot.addWidget(strip)
    strip.resize(900, 32)
    strip.show()
    strip.render_state(None, state(shown))
    positive = strip.entries["positive"]
    assert positive.accessibleName() == f"Positive layer, {len(shown.inspection.positive):,}"
    assert positive.isChecked()
    assert "IoU 0.60 and up" in strip.entries["ignored"].toolTip()
    with qtbot.waitSignal(strip.toggled) as said:
        qtbot.mouseClick(positive, Qt.MouseButton.LeftButton)
    assert said.args == ["positive"]
    assert positive.isChecked(), "only the state decides what is checked"


def test_a_narrow_strip_puts_its_last_layers_into_the_menu(qtbot, shown):
    strip = LayerStrip()
    qtbot.addWidget(strip)
    strip.resize(300, 32)
    strip.show()
    strip.render_state(None, state(shown))
    assert strip.more.isVisible()
    assert not strip.entries["proposals"].isVisible()
    strip.more.menu().aboutToShow.emit()
    names = [action.text() for action in strip.more.menu().actions()]
    assert [name.split()[0] for name in names[-3:]] == ["Proposals", "Heat", "All"]
    with qtbot.waitSignal(strip.toggled) as said:
        strip.more.menu().actions()[-3].trigger()
    assert said.args == ["proposals"]


@pytest.mark.parametrize("role", [*(r for r in STROKES if r != "ignored_many"), "sampled", "too_small"])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_every_role_has_a_swatch(qapp, role, ratio):
    picture = swatch(role, SimpleNamespace(dark=True), ratio)
    assert (picture.width(), picture.height()) == (16 * ratio, 12 * ratio)
    assert not picture.toImage().allGray() or role in (
        "truth",
        "truth_focused",
        "pointed",
        "ignored",
        "candidate",
        "cut",
        "too_small",
        "lost",
    )


def test_a_still_mouse_is_told_what_comes_to_lie_under_it(qtbot, canvas, shown):
    told, at = [], QPointF(300, 200)
    canvas.hovered.connect(lambda *point: told.append(point))
    qtbot.mouseMove(canvas, at.toPoint())
    qtbot.waitUntil(lambda: told == [canvas.from_widget(at)])
    for change in (
        lambda: canvas.zoom_by(2.0),
        canvas.fit,
        lambda: canvas.render_state(None, state(Answer(**{**vars(shown), "index": 1}))),
        lambda: canvas.render_state(
            None, state(shown, passing=SimpleNamespace(mask=np.zeros(shown.inspection.grid.size, bool)))
        ),
    ):
        told.clear()
        change()
        assert not told  # outside of the change, and once
        qtbot.waitUntil(lambda: told == [canvas.from_widget(at)])
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    told.clear()
    canvas.zoom_by(2.0)
    QApplication.processEvents()
    assert not told


def test_while_a_box_is_dragged_what_lies_under_the_mouse_is_told(qtbot, canvas, shown):
    told, places, left = [], [], Qt.MouseButton.LeftButton
    canvas.tryable = True
    canvas.dragged.connect(lambda *point: places.append(point))
    canvas.hovered.connect(lambda *point: told.append(point))
    canvas.render_state(None, state(shown, selection=int(shown.inspection.positive[0]), layers=frozenset({"truth"})))
    box = canvas.grips()["gt"]
    start = canvas.to_widget(float(box[2]), float(box[3])).toPoint()
    qtbot.mouseMove(canvas, start)
    qtbot.waitUntil(lambda: told == [canvas.from_widget(QPointF(start))])
    qtbot.mousePress(canvas, left, pos=start)
    for step in (QPoint(10, 12), QPoint(20, 17)):
        told.clear()
        at = QPointF(start + step)
        move(canvas, at, left)
        assert canvas.holding
        assert (places.pop(), told) == (canvas.from_widget(at), [])  # the place at once, what lies there in a pause
        qtbot.waitUntil(lambda at=at: told == [canvas.from_widget(at)])
    qtbot.mouseRelease(canvas, left, pos=start + QPoint(20, 17))


def test_the_handles_of_a_box_are_painted_under_the_words_beside_it(qtbot, canvas, shown):
    canvas.tryable = True
    canvas.render_state(None, state(shown, selection=int(shown.inspection.positive[0]), layers=frozenset({"truth"})))
    before = canvas.grab().toImage()
    box = canvas.grips()["gt"]
    move(canvas, canvas.to_widget(float(box[2]), float(box[3])), Qt.MouseButton.NoButton)
    assert canvas.hand.grip is not None
    after, spots = canvas.grab().toImage(), [spot for _, spot in canvas._scene._tags[1]]
    corner = canvas.to_widget(float(box[0]), float(box[1]))
    handle = QRectF(corner.x() - 3, corner.y() - 3, 7, 7)
    assert any(spot.intersects(handle) for spot in spots)
    assert before != after
    for spot in spots:
        inner = spot.adjusted(2, 2, -2, -2).toAlignedRect()  # its corners are round
        assert before.copy(inner) == after.copy(inner)


def test_pictures_passed_under_a_still_mouse_are_hovered_once_the_last_one_stays(qtbot, canvas, shown, monkeypatch):
    monkeypatch.setattr("rpn_inspector.gui.canvas.canvas.HOVER_AFTER_MS", 600_000)
    told, at = [], QPointF(300, 200)
    canvas.hovered.connect(lambda *point: told.append(point))
    qtbot.mouseMove(canvas, at.toPoint())
    qtbot.waitUntil(lambda: told == [canvas.from_widget(at)])
    told.clear()
    for index in (1, 2, 3):
        canvas.render_state(None, state(Answer(**{**vars(shown), "index": index})))
        QApplication.processEvents()
    assert told == []
    canvas._again.start(0)  # as time passes
    qtbot.waitUntil(lambda: told == [canvas.from_widget(at)])
    canvas.render_state(None, state(Answer(**{**vars(shown), "index": 4})))
    canvas.zoom_by(2.0)  # by hand, and looked at
    qtbot.waitUntil(lambda: len(told) == 2)


def test_a_closed_page_looks_for_nothing_under_the_mouse(qtbot, shown):
    page = InspectPage(LIGHT)
    qtbot.addWidget(page)
    page.canvas.render_state(None, state(shown))
    assert page.canvas._again.isActive()
    page.close_down()
    assert not page.canvas._again.isActive()


def test_two_fingers_on_a_touchpad_zoom(canvas):
    before = canvas.view.scale
    device = QPointingDevice.primaryPointingDevice()
    at = QPointF(100, 80)
    gesture = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, device, 2, at, at, canvas.mapToGlobal(at), 0.25, QPointF()
    )
    QApplication.sendEvent(canvas, gesture)
    assert canvas.view.scale == pytest.approx(1.25 * before)


@given(
    st.lists(st.lists(st.text("ab ", min_size=1, max_size=9), min_size=1, max_size=5), max_size=4), st.integers(1, 40)
)
def test_a_note_without_room_goes_on_in_the_next_line(lines, room):
    said = [DOT.join(parts) for parts in lines]
    found = fitting(said, len, room)
    assert DOT.join(found) == DOT.join(said)
    assert all(len(line) <= room or DOT not in line for line in found)
    assert fitting(said, len, 1_000) == said
