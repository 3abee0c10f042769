"""The window over small real files: one selection, latest answer wins, what failed shows nothing."""

import json

import numpy as np
import pytest
from gui_steps import open_demo, settled
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from rpn_inspector.core.resources import resource
from rpn_inspector.gui.shell.top_bar import SIMULATED
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.gui.widgets.theme import DARK, LIGHT, apply
from rpn_inspector.gui.wiring import Wiring


@pytest.fixture
def window(shared_window):
    return shared_window


def test_the_demo_shows_its_own_model_at_its_last_checkpoint(qtbot, window):
    open_demo(qtbot, window)
    assert window.top_bar.outputs.currentText() == "predictions"
    assert window.top_bar.step.value.text() == "3,000"
    assert window.workspace.state.recipe.name == "demo"
    assert window.status_line.labels["image"].text() == "image 1 of 40"


def test_simulated_outputs_are_said_to_be_simulated(qtbot, window):
    open_demo(qtbot, window)
    choose_outputs(qtbot, window, SIMULATED)
    assert window.top_bar.outputs.currentText() == "simulated, not from a model"
    assert window.workspace.state.shown.inspection.prediction.simulated


def choose_outputs(qtbot, window, name):
    box = window.top_bar.outputs
    box.setCurrentText(name)
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: settled(window))


@pytest.mark.usefixtures("new_window")
def test_the_demos_model_runs_live_on_a_picture_without_a_dump(qtbot, window):
    open_demo(qtbot, window)
    window.workspace.go(+1)
    qtbot.waitUntil(lambda: settled(window))
    assert window.workspace.state.shown.inspection.proposals is None
    choose_outputs(qtbot, window, "demo's model")
    assert len(window.workspace.state.shown.inspection.proposals.boxes) > 0


def test_a_dropped_picture_is_shown_with_the_demos_model_at_once(qtbot, window, tmp_path):
    picture = tmp_path / "mine.jpg"
    picture.write_bytes((resource("demo") / "images" / "street_03_overlapping.jpg").read_bytes())
    window.opening.open_paths([picture])
    qtbot.waitUntil(lambda: settled(window))
    shown = window.workspace.state.shown
    assert shown.inspection.sample.name == "mine.jpg"
    assert shown.recipe.name == "demo"
    assert shown.inspection.proposals.scores.max() > 0.9


def test_outputs_of_another_recipe_leave_the_anchors_and_say_why(qtbot, window):
    open_demo(qtbot, window)
    window.navigate.choose_recipe("paper-vgg16")
    qtbot.waitUntil(lambda: settled(window))
    state = window.workspace.state
    assert state.shown.recipe.name == "paper-vgg16"
    assert state.shown.inspection.proposals is None
    assert "for this recipe" in window.main_window.problem.text()
    assert window.main_window.remedy.isVisible()
    window.top_bar.outputs_wanted.emit(None, None)
    qtbot.waitUntil(lambda: settled(window) and not window.main_window.problem.isVisible())


def test_a_row_a_click_and_the_panel_are_one_selection(qtbot, window):
    open_demo(qtbot, window)
    shown = window.workspace.state.shown
    anchor = int(shown.inspection.positive[0])
    box = shown.inspection.anchors([anchor])[0]
    point = window.canvas.to_widget((box[0] + box[2]) / 2, (box[1] + box[3]) / 2).toPoint()
    qtbot.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=point)
    chosen = window.workspace.state.selection
    facts = shown.inspection.explain(chosen)
    assert facts.label == 1
    assert window.inspector.finding.text() == facts.finding
    assert f"{chosen:,}" in window.inspector.place.text()
    current = window.tables.anchors.currentIndex()
    assert int(window.tables.anchors.columns_model.order[current.row()]) == chosen
    before = window.workspace.state.selection
    qtbot.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=point)
    assert window.workspace.state.selection != before
    row = window.tables.anchors.columns_model.index(3, 0)
    window.tables.anchors.setCurrentIndex(row)
    assert window.workspace.state.selection == int(window.tables.anchors.columns_model.order[3])


def test_the_panel_shows_numbers_that_add_up(qtbot, window):
    open_demo(qtbot, window)
    inspection = window.workspace.state.shown.inspection
    anchor = int(inspection.sampled_positive[0])
    window.workspace.select(anchor)
    table = window.inspector.targets
    rows = [float(table.text(row, 4)) for row in range(4)]
    assert sum(rows) == pytest.approx(float(table.text(4, 4)), abs=3e-6)
    assert float(table.text(0, 1).replace("\u2212", "-")) == pytest.approx(
        float(inspection.explain(anchor).t_star[0]), abs=6e-5
    )


def test_next_shows_what_is_chosen_or_says_busy(qtbot, window):
    open_demo(qtbot, window)
    for _ in range(10):
        qtbot.keyClick(window.canvas, Qt.Key.Key_Right)
        state = window.workspace.state
        assert state.busy or state.shown.index == state.index
    qtbot.waitUntil(lambda: settled(window))
    assert window.workspace.state.shown.index == window.workspace.state.index == 10
    assert window.status_line.labels["file"].text().startswith(window.workspace.state.dataset.names[10])


def test_letters_belong_to_a_text_field_that_has_the_keyboard(qtbot, window):
    open_demo(qtbot, window)
    window.main_window.activateWindow()
    window.images.filter.setFocus()
    qtbot.keyClicks(window.images.filter, "dag1")
    assert window.images.filter.text() == "dag1"
    assert window.workspace.state.index == 0
    assert "positive" in window.workspace.state.layers


def test_a_place_that_is_no_dataset_leaves_the_open_one(qtbot, window, tmp_path):
    open_demo(qtbot, window)
    shown = window.workspace.state.shown
    window.opening.open_path(tmp_path / "nowhere")
    qtbot.waitUntil(lambda: window.workspace.state.problem is not None)
    assert "does not exist" in window.main_window.problem.text()
    assert window.main_window.problem.isVisible()
    assert window.workspace.state.shown is shown


def test_a_picture_that_does_not_decode_is_said_and_no_other_stands_there(qtbot, window, tmp_path):
    good = resource("demo", "images", "street_12_single.jpg")
    (tmp_path / "a.jpg").write_bytes(good.read_bytes())
    (tmp_path / "b.jpg").write_bytes(b"no picture")
    window.opening.open_path(tmp_path)
    qtbot.waitUntil(lambda: settled(window))
    window.workspace.go(+1)
    qtbot.waitUntil(lambda: settled(window))
    assert "is not a picture" in window.main_window.problem.text()
    assert window.workspace.state.shown is None


def test_copy_gives_tsv_of_the_selected_row(qtbot, window):
    open_demo(qtbot, window)
    window.tables.setCurrentWidget(window.tables.ground_truths)
    window.tables.ground_truths.show_row(0)
    qtbot.keyClick(window.tables.ground_truths, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, row = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[0] == "GT"
    assert row.split("\t")[0] == "1"


@pytest.mark.usefixtures("new_window")
def test_recipe_and_recent_files_are_remembered(qtbot, window):
    open_demo(qtbot, window)
    window.navigate.choose_recipe("paper-vgg16")
    qtbot.waitUntil(lambda: settled(window))
    assert window.workspace.state.shown.recipe.name == "paper-vgg16"
    window.main_window.close()
    again = Wiring(LIGHT)
    try:
        assert again.workspace.state.recipe.name == "paper-vgg16"
        assert again.memory["recent"][0].endswith("demo")
    finally:
        again.main_window.close()
        again.main_window.deleteLater()


def test_dark_and_light_are_two_pictures(qtbot, window):
    open_demo(qtbot, window)
    light = window.main_window.grab().toImage()
    apply(QApplication.instance(), DARK)
    window.set_theme(DARK)
    dark = window.main_window.grab().toImage()
    assert light.pixelColor(5, 5).lightness() > 180
    assert dark.pixelColor(5, 5).lightness() < 60


def test_only_the_newest_answer_is_delivered(qtbot):
    import threading

    gate, delivered = threading.Event(), []

    def work(request):
        if request == 0:
            gate.wait(10)
        return request * 10

    worker = LatestWorker(work, "test")
    worker.done.connect(lambda request, answer: delivered.append((request, answer)))
    for request in range(5):
        worker.ask(request)
    gate.set()
    qtbot.waitUntil(lambda: delivered == [(4, 40)])
    worker.close()
    QApplication.processEvents()
    assert delivered == [(4, 40)]


def test_sort_order_is_stable_and_right():
    from rpn_inspector.gui.widgets.table_model import sort_order

    values = np.array([0.5, -1, 0.5, 3, -1, 0], np.float32)
    assert sort_order(values, False).tolist() == [1, 4, 5, 0, 2, 3]
    assert sort_order(values, True).tolist() == [3, 0, 2, 5, 1, 4]
    assert json.dumps(sort_order(values.astype(int), True).tolist())


def test_choosing_what_is_chosen_already_changes_nothing(qtbot, window):
    open_demo(qtbot, window)
    state = window.workspace.state
    window.workspace.use_predictions(state.predictions, state.timeline)
    window.workspace.use_recipe(state.recipe)
    assert not window.workspace.state.busy
    assert window.workspace.state.shown is state.shown


@pytest.mark.usefixtures("new_window")
def test_a_folder_with_two_kinds_of_annotations_is_asked_about(qtbot, window, tmp_path):
    picture = resource("demo") / "images" / "street_03_overlapping.jpg"
    (tmp_path / "a.jpg").write_bytes(picture.read_bytes())
    (tmp_path / "a.txt").write_text("0 0.5 0.5 0.2 0.2\n")
    shape = {"label": "car", "points": [[10, 10], [50, 60]], "shape_type": "rectangle"}
    document = {"imagePath": "a.jpg", "imageWidth": 640, "imageHeight": 480, "shapes": [shape, shape]}
    (tmp_path / "a.json").write_text(json.dumps(document))
    window.opening.open_path(tmp_path)
    qtbot.waitUntil(lambda: window.opening.question is not None and window.opening.question.isVisible())
    words = [window.opening.question.list.item(row).text() for row in range(window.opening.question.list.count())]
    row = next(row for row, text in enumerate(words) if text.startswith("LabelMe"))
    window.opening.question.list.setCurrentRow(row)
    qtbot.keyClick(window.opening.question.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: settled(window))
    assert len(window.workspace.state.shown.inspection.gt) == 2


@pytest.mark.usefixtures("new_window")
def test_brackets_move_the_score_threshold(qtbot, window):
    open_demo(qtbot, window)
    for _ in range(2):
        qtbot.keyClick(window.main_window, Qt.Key.Key_BracketRight)
    assert window.tables.filter.text() == "score >= 0.10"
    qtbot.keyClick(window.main_window, Qt.Key.Key_BracketLeft)
    assert window.tables.filter.text() == "score >= 0.05"
    qtbot.keyClick(window.main_window, Qt.Key.Key_BracketLeft)
    assert window.tables.filter.text() == ""


@pytest.mark.usefixtures("new_window")
def test_edit_undoes_a_recipe_field_wherever_the_keyboard_is(qtbot, window):
    open_demo(qtbot, window)
    assert not window.edit_menu.undo.isEnabled()
    window.recipe_dock.toggle()
    before = window.workspace.state.recipe
    window.recipe_dock.editor.change("matcher.positive", 0.6)
    qtbot.waitUntil(lambda: window.workspace.state.recipe != before)
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.state.recipe == before
    assert window.edit_menu.redo.isEnabled()


@pytest.mark.usefixtures("new_window")
def test_edit_undoes_a_drag_of_a_box_step_by_step(qtbot, window):
    open_demo(qtbot, window)
    window.workspace.select(int(window.workspace.state.shown.inspection.positive[0]))
    canvas, state, explain = window.canvas, lambda: window.workspace.state, window.inspector.explain
    undo, redo = window.edit_menu.undo, window.edit_menu.redo

    def read():
        """Return the edges that the panel shows, once all is at rest."""
        qtbot.waitUntil(lambda: window.what_if.idle and window.panel_queue.idle)
        return [round(spin.value(), 2) for spin in explain.form.spins.values()]

    def drag(dx):
        edge = canvas.grips()["gt"]
        start = canvas.to_widget(float(edge[2]), float(edge[1] + edge[3]) / 2).toPoint()
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
        for share in (2, 1):  # two answers, one step
            before = state().shown.what_if
            qtbot.mouseMove(canvas, start + QPoint(dx // share, 0))
            qtbot.waitUntil(lambda before=before: state().shown.what_if is not before)
            read()
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(dx, 0))
        return read()

    own, one, two = read(), drag(24), drag(16)
    assert own != one != two != own
    for wanted in (one, own):
        qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert read() == wanted
    assert state().shown.what_if is None
    assert not undo.isEnabled()
    assert redo.isEnabled()
    redo.trigger()
    assert read() == one
    window.what_if.reset()
    assert read() == own
    assert not undo.isEnabled()
    assert not redo.isEnabled()


@pytest.mark.usefixtures("new_window")
def test_the_empty_window_offers_three_ways_to_begin(qtbot, window):
    titles = [card.accessibleName() for card in window.main_window.start_page.buttons]
    assert titles == ["Open a dataset", "Open the demo", "Browse recipes"]
    qtbot.mouseClick(window.main_window.start_page.buttons[2], Qt.MouseButton.LeftButton)
    assert window.command_windows.palette.isVisible()
    shown = [entry.title for entry in window.command_windows.palette.model.entries]
    assert "paper-vgg16" in shown


def test_recent_places_can_change_while_the_palette_lists_them(qtbot, window, tmp_path):
    first = [str(tmp_path / name) for name in ("a & b", "c")]
    window.memory["recent"] = list(first)
    recent, palette = window.file_menu.recent, window.command_windows.palette
    palette.open()
    assert set(first) <= {command.text for command in palette.commands}
    window.memory["recent"] = [str(tmp_path / "elsewhere")]
    recent.aboutToShow.emit()
    palette.field.setText("elsewhere")  # what was listed can still be asked
    palette.shut()
    shown = [action.text() for action in recent.actions() if action.isVisible()]
    assert shown == [str(tmp_path / "elsewhere")]
    window.memory["recent"] = []
    recent.aboutToShow.emit()
    assert [action.text() for action in recent.actions() if action.isVisible()] == ["none yet"]
