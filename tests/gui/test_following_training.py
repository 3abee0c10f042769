"""The window follows a training that is written while it looks: the newest step slides in, what is selected stays."""

from __future__ import annotations

import shutil
from dataclasses import replace
from threading import Event
from types import SimpleNamespace

import numpy as np
import pytest
from gui_steps import settled
from PySide6.QtCore import QPoint, Qt

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.labelled import labelled
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.data.predictions.rolling import Rolling, RollingDump
from rpn_inspector.data.predictions.run_dataset import run_dataset
from rpn_inspector.gui.follow import follower
from rpn_inspector.gui.follow.follow_bar import FollowBar, ago
from rpn_inspector.gui.follow.loss_lines import losses_at
from rpn_inspector.gui.follow.since_page import SincePage
from rpn_inspector.gui.widgets.theme import LIGHT
from rpn_inspector.session.following import SILENT_AFTER, look
from rpn_inspector.session.request import Request, compute
from rpn_inspector.session.state import State
from tests.data.predictions.test_rolling_dump import POINTS, SOURCES, run_of, trained

PICTURE = "picture 2"


@pytest.fixture
def training(tmp_path):
    return RollingDump(
        tmp_path / "run.rpn", "test", keep=Rolling(steps=3), every=10, recipe="yolov8", classes=("a", "b")
    )


def write(training, step):
    training.add(step, {"picture 1": trained(step), PICTURE: trained(step + 1)})


def watched(training):
    """Record three steps, the second picture watched, and return its outputs by step."""
    rng = np.random.default_rng(1)
    seen = {
        step: replace(
            trained(0),
            objectness=rng.normal(-2, 1, (POINTS, 2)).astype(np.float32),
            deltas=rng.normal(0, 1, (POINTS, 64)).astype(np.float32),
            batch=(),
            sampled_positive=None,
            sampled_negative=None,
            sampled_gt=None,
        )
        for step in (10, 20, 30)
    }
    for step, one in seen.items():
        training.add(step, {"picture 1": trained(step), "watched 1": one})
    return seen


def shows(window, step):
    shown = window.workspace.state.shown
    return settled(window) and shown is not None and shown.predictions is not None and shown.predictions.step == step


def test_the_newest_step_slides_in_and_what_is_selected_stays(qtbot, window, training, monkeypatch):
    monkeypatch.setattr(follower, "EVERY_MS", 20)
    window.training._timer.setInterval(20)
    work, bar = window.workspace, window.follow_bar
    window.training.follow(training.path)
    qtbot.waitUntil(lambda: bar.isVisible())
    assert bar.head.text() == "Waiting for run.rpn"
    write(training, 10)
    qtbot.waitUntil(lambda: shows(window, 10))
    assert "prediction" not in work.state.layers  # hundreds of boxes over a picture, far off at first
    images = window.images.model
    images.report = None
    assert images.caption(1) == ([], "")  # not counted yet is no 0
    work.go_to(1)
    qtbot.waitUntil(lambda: shows(window, 10) and work.state.shown.index == 1)
    # the picture is the one the network saw, and the boxes are the trainer's
    assert (work.state.shown.picture.pixels == trained(11).trained.pixels).all()
    assert work.state.shown.inspection.gt.tolist() == [[4, 4, 44, 44]]
    assert window.canvas.layers.lost.tolist() == SOURCES.box[1:2].tolist()  # nobody knows where the other lies
    # the stored pictures joined in it bear their names, as far as they lie in the input
    assert [(name, box.tolist()) for name, box in window.canvas.layers.parts] == [
        ("a.jpg", [0, 0, 32, 64]),
        ("b.jpg", [32, 0, 64, 64]),
    ]
    note = window.inspector.lost_note
    window.tables.lost.chosen.emit(0)
    assert (note.finding.text(), note.place.text()) == ("Lost in augmentation: outside the crop", "2 a of b.jpg")
    assert [[cell.text() for cell in row if cell.text()] for row in note.way.cells] == [
        ["in its picture", "4.0 × 4.0", "16"],
        ["in the mosaic", "4.0 × 4.0", "16"],
        ["scaled and moved", "21.0 × 4.0", "84"],
        ["in the network's input", "0", "0"],
        ["area left", "0.0 %"],
    ]
    window.tables.lost.chosen.emit(1)  # of which nobody knows more than where it began
    assert [row[1].text() for row in note.way.cells] == ["2.0 × 2.0", "–", "–", "–", ""]
    work.select(9)
    assert not note.isVisibleTo(window.inspector)
    assert window.tables.tabText(window.tables.indexOf(window.tables.lost)) == "Lost boxes  2"
    write(training, 20)
    qtbot.waitUntil(lambda: shows(window, 20))
    assert (work.state.selection, work.state.index) == (9, 1)
    assert (work.state.shown.picture.pixels == trained(21).trained.pixels).all()
    assert window.inspector.history.history is None  # each step has another picture
    page = window.since_page
    window.tables.setCurrentWidget(page)
    assert page.words.text() == (
        "Each step has another picture here, so nothing can be compared. This recorder watches no picture."
    )
    # standing still: the line grows, the step shown stays
    qtbot.mouseClick(bar.pause, Qt.MouseButton.LeftButton)
    assert (bar.head.text(), bar.pause.text()) == ("Paused in run.rpn", "Go on")
    write(training, 30)
    qtbot.waitUntil(lambda: bar.newest.text() == "Newest +1")
    assert shows(window, 20)
    assert bar.steps.kept == (10, 20, 30)
    qtbot.mouseClick(bar.newest, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shows(window, 30))
    assert (bar.head.text(), work.state.selection) == ("Following run.rpn", 9)
    # going back to a step is standing still
    bar.steps.chosen.emit(0)
    qtbot.waitUntil(lambda: shows(window, 10))
    assert window.training.paused
    # a step let go on disk goes from the line, the picture on the screen stays
    write(training, 40)
    qtbot.waitUntil(lambda: bar.steps.kept == (20, 30, 40))
    assert work.state.shown.predictions.step == 10
    training.end()
    window.training.catch_up()
    qtbot.waitUntil(lambda: shows(window, 40) and bar.head.text() == "Ended: run.rpn")
    # the same folder trained into again: its steps are read anew, and nothing is left to be reloaded
    write(RollingDump(training.path, "test", keep=training.keep, every=10, recipe="yolov8", classes=("a", "b")), 40)
    qtbot.waitUntil(lambda: work.state.timeline.steps == (40,) and shows(window, 40))
    qtbot.waitUntil(lambda: not window.file_watcher._soon.isActive())
    assert window.file_watcher.offer.isHidden()
    assert len(window.top_bar.known) == 1  # one training, however often its folder was looked at
    # something else opened: it is followed no more
    window.opening.open_demo()
    qtbot.waitUntil(lambda: window.training.path is None)
    assert not bar.isVisible()


def test_a_run_that_could_not_be_opened_is_asked_for_again_at_the_next_news(qtbot, training, left_over):
    asked, opens = [], [True]
    nothing, other = (SimpleNamespace(dataset=dataset) for dataset in (None, SimpleNamespace(root="elsewhere")))
    services = SimpleNamespace(parent_widget=None, workspace=SimpleNamespace(state=State(load_recipe("yolov8"))))
    bar, page = FollowBar(LIGHT), SincePage(LIGHT)
    follows = follower.Follower(services, bar, page, asked.append, lambda: opens[0])
    left_over.extend([bar, page, follows])

    def hear():
        follows._there((training.path, follows.news), look(training.path, follows.news))
        return len(asked)

    try:
        follows.path = training.path
        assert hear() == 0
        write(training, 10)
        assert hear() == 0  # something else is being opened
        opens[0] = False
        assert [hear(), hear()] == [1, 1]  # it fails: the same is not asked for for ever
        write(training, 20)
        assert [hear(), hear()] == [2, 2]
        follows.render_state(other, other)  # seen before
        assert follows.path == training.path
        follows.render_state(nothing, other)
        assert follows.path is None
    finally:
        follows.close_down()


def test_what_cannot_be_read_is_said_once_over_the_picture_only_while_there_is_nothing_else(qtbot, training, left_over):
    failed, said, unsaid = [], [], []
    state = SimpleNamespace(state=State(load_recipe("yolov8")))
    services = SimpleNamespace(
        parent_widget=None,
        workspace=state,
        fail=failed.append,
        say=lambda text, *_: said.append(text),
        unsay=unsaid.append,
    )
    bar, page = FollowBar(LIGHT), SincePage(LIGHT)
    follows = follower.Follower(services, bar, page, lambda _: None, lambda: True)
    left_over.extend([bar, page, follows])

    def hear():
        follows._there((training.path, follows.news), look(training.path, follows.news))
        return [problem.text.partition("step-")[2] for problem in failed], [text.partition("step-")[2] for text in said]

    try:
        follows.path = training.path
        for step in (10, 20):
            write(training, step)
        (training.path / "step-000000010" / "meta.json").write_text("{}")
        line = "000000010/meta.json: schema None, wanted 1"
        assert [hear(), hear()] == [([], [line])] * 2
        (training.path / "step-000000020" / "meta.json").write_text("{}")
        assert [hear(), hear()] == [([line.replace("010", "020")], [line])] * 2
        for step in (10, 20):
            shutil.rmtree(training.path / f"step-{step:09d}")
        write(training, 30)
        assert [hear(), hear()] == [([line.replace("010", "020")], [line])] * 2
        assert unsaid[-1].endswith(line.replace("010", "020"))  # gone, and so no longer said
    finally:
        follows.close_down()


def test_what_another_wrote_into_the_status_bar_since_stays(window):
    bar = window.main_window.statusBar()
    window.say("step 10 cannot be read")
    window.unsay("step 20 cannot be read")
    assert bar.currentMessage() == "step 10 cannot be read"
    window.unsay("step 10 cannot be read")
    assert bar.currentMessage() == ""
    window.unsay("")
    window.say("Saved view.png")
    window.unsay("step 10 cannot be read")
    assert bar.currentMessage() == "Saved view.png"


def test_the_bar_says_how_a_training_is(qtbot, tmp_path, left_over):
    run = run_of(tmp_path / "run.rpn", range(0, 3000, 1000), every=1000)
    bar = FollowBar(LIGHT)
    left_over.append(bar)
    news = look(tmp_path / "run.rpn")
    now = news.run.seconds
    bar.tell(news, 2000, False, 6.4, now + 2)
    assert (bar.head.text(), bar.words.text()) == (
        "Following run.rpn",
        "step 2,000 written 2 s ago · 6.4 steps/s · every 1,000 steps",
    )
    assert (bar.newest.isEnabled(), bar.steps.grows, bar.steps.recorded) == (False, True, (0, 1000, 2000))
    assert bar.steps.words(1000) == "step 1,000\nobjectness  0.5000\nbox  1.5000\ndistribution  2.5000"
    bar.tell(news, 1000, True, None, now + SILENT_AFTER + 1)
    assert (bar.head.text(), bar.words.text()) == ("Paused in run.rpn", "last step 2,000 · 5 min ago")
    bar.tell(news, 2000, False, None, now + SILENT_AFTER + 1)
    assert bar.head.text() == "Silent: run.rpn"
    run.end()
    news = look(tmp_path / "run.rpn")
    bar.tell(news, 2000, False, None, news.run.seconds)
    assert (bar.head.text(), bar.words.text()) == ("Ended: run.rpn", "at step 2,000 · 0 s ago")
    assert (bar.pause.isEnabled(), bar.steps.grows) == (False, False)
    assert [ago(seconds) for seconds in (0.2, 99, 119, 7200)] == ["0 s ago", "99 s ago", "2 min ago", "2 h ago"]


def test_the_line_takes_the_nearest_step_that_is_kept(qtbot, tmp_path, left_over):
    bar = FollowBar(LIGHT)
    left_over.append(bar)
    line, chosen = bar.steps, []
    line.chosen.connect(chosen.append)
    line.resize(400, 40)
    line.tell((0, 100, 200, 300, 400), (300, 400), 400, grows=True)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().topLeft())
    qtbot.keyClick(line, Qt.Key.Key_Left)
    assert chosen == [0, 0]
    assert line.place(0) < line.place(300) < line.place(400) < line.width() - 40


def test_a_watched_picture_says_what_moved_since_a_step_and_the_losses_lie_over_the_steps(qtbot, window, training):
    seen = watched(training)
    work, page, bar = window.workspace, window.since_page, window.follow_bar
    window.training.follow(training.path)
    qtbot.waitUntil(lambda: shows(window, 30))
    work.go_to(1)
    window.tables.setCurrentWidget(page)
    qtbot.waitUntil(lambda: page.found is not None)
    sample, recipe = work.state.shown.inspection.sample, work.state.recipe

    def labels(step):
        return set(np.flatnonzero(labelled(sample, recipe, seen[step]).assignment.label == 1).tolist())

    new, lost = labels(30) - labels(10), labels(10) - labels(30)
    assert new
    assert lost
    assert (page.found.new_anchor.tolist(), page.found.lost_anchor.tolist()) == (sorted(new), sorted(lost))
    assert page.words.text() == (
        f"Since step 10, on this same picture: {len(new)} new positive{'s' * (len(new) > 1)} and {len(lost)} lost."
    )
    rows = [[cell.text() for cell in line] for line in page.positives.cells[:2]]
    counts = [f"{len(labels(10))}", f"+{len(new)}", f"−{len(lost)}", f"{len(labels(30))}"]
    assert rows == [["1 b", *counts], ["all", *counts]]
    one, other = (inspect(sample, recipe, seen[step]).loss for step in (10, 30))
    assert list(page.found.losses) == ["box", "class", "distribution", "total"]
    assert page.found.losses["total"] == (one.total, other.total)
    # marked on the picture, as long as it is the one compared
    window.canvas.grab()
    grid = work.state.shown.inspection.grid
    marked = window.canvas._scene.moved
    np.testing.assert_array_equal(marked[0], grid.drawn(sorted(new)))
    np.testing.assert_array_equal(marked[1], grid.drawn(sorted(lost)))
    # the triangle to step 20
    bar.steps.compared.emit(1)
    qtbot.waitUntil(lambda: page.words.text().startswith("Since step 20, "))
    assert (bar.steps.since, page.lines.since, page.lines.shown) == (20, 20, 30)
    assert page.lines.run.steps == (10, 20, 30)
    assert losses_at(page.lines.run, 20, recipe.loss) == [("class", 0.5), ("box", 1.5), ("distribution", 2.5)]
    bar.steps.compared.emit(2)
    window.canvas.grab()
    assert window.canvas._scene.moved is None
    assert page.words.text() == ("Step 30 is the one shown: drag the triangle over the line of steps to another.")
    # its ground truth has a history: the picture is the same at each step
    work.focus_gt(0)
    qtbot.waitUntil(lambda: window.inspector.gt_history.bars.history is not None)
    assert window.inspector.gt_history.bars.history.total.tolist() == [len(labels(step)) for step in seen]


@pytest.fixture
def compared(qtbot, training, left_over):
    """A page alone, what it marked, and a function that shows a step of the watched picture compared with another."""
    watched(training)
    dataset, timeline = run_dataset(training.path), look(training.path).timeline
    recipe = load_recipe("yolov8")
    shown = {
        dump.step: compute(Request(dataset, dataset.names.index("watched 1"), recipe, dump)) for dump in timeline.dumps
    }
    page, marks = SincePage(LIGHT), []
    left_over.append(page)
    page.moved.connect(lambda *what: marks.append(what))

    def show(step, since):
        state = State(recipe, dataset=dataset, timeline=timeline, shown=shown[step])
        page.render_state(page._state, state)
        page.tell(page._run, since)

    page.show()
    yield page, marks, show
    page.close_down()


def test_no_number_of_another_comparison_stands_while_one_is_computed(qtbot, compared):
    page, marks, show = compared
    show(30, 10)
    qtbot.waitUntil(lambda: page.found is not None)
    work, held = page._worker._work, Event()
    page._worker._work = lambda asked: work(asked) if held.wait(5) else None
    try:
        show(20, 10)
        assert page.words.text() == "Comparing the steps…"
        assert page.found is None
        assert not page.positives.isVisible()
        assert not page.losses.isVisible()
        assert marks[-1] == (None, (), ())
    finally:
        held.set()
    qtbot.waitUntil(lambda: page.found is not None)
    assert page.words.text().startswith("Since step 10, ")


def test_an_older_step_shown_is_the_one_it_goes_from(qtbot, compared):
    page, marks, show = compared
    show(30, 20)
    qtbot.waitUntil(lambda: page.found is not None)
    onward, losses = [each.tolist() for each in marks[-1][1:]], page.found.losses
    show(20, 30)
    qtbot.waitUntil(lambda: page.found is not None)
    assert page.words.text().startswith("From the step shown to step 30, on this same picture: ")
    assert [head.text() for head in page.positives.heads] == ["20", "new", "lost", "30"]
    assert ([each.tolist() for each in marks[-1][1:]], page.found.losses) == (onward, losses)


def test_a_comparison_that_failed_is_not_asked_for_again(qtbot, compared):
    page, _, show = compared
    asked = []

    def fails(wanted):
        asked.append(wanted)
        raise InspectorError("broken.rpn: torn")

    page._worker._work = fails
    show(30, 10)
    qtbot.waitUntil(lambda: page.words.text() == "broken.rpn: torn")
    waiting = page._worker._ticket
    show(30, 10)
    assert page._worker._ticket == waiting
    assert (page.words.text(), len(asked)) == ("broken.rpn: torn", 1)
    show(30, 20)
    qtbot.waitUntil(lambda: len(asked) == 2)


def test_the_triangle_is_dragged_and_moved_by_keys(qtbot, left_over):
    bar = FollowBar(LIGHT)
    left_over.append(bar)
    line, chosen, compared = bar.steps, [], []
    line.chosen.connect(chosen.append)
    line.compared.connect(compared.append)
    line.resize(400, 40)
    line.tell((0, 100, 200, 300), (100, 200, 300), 300, grows=False, since=100)
    at = QPoint(round(line.place(100)), 5)
    qtbot.mousePress(line, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(line, QPoint(round(line.place(200)), 5))
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton, pos=QPoint(round(line.place(200)), 5))
    qtbot.keyClick(line, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert (chosen, compared) == ([], [1, 1])
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(round(line.place(200)), 20))
    assert chosen == [1]
