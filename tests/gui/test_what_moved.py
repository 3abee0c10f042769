"""The Audit's page What moved: another recipe, checkpoint and dataset counted beside, as ``audit --against`` does."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from gui_steps import open_demo
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

import rpn_inspector as ri
from rpn_inspector.analysis.audit.against import Against, Others, audit_against
from rpn_inspector.analysis.audit.comparison import WHYS
from rpn_inspector.analysis.audit.execution import Here
from rpn_inspector.analysis.audit.findings import findings_of
from rpn_inspector.analysis.compare.gt_changes import GtState
from rpn_inspector.cli.program import main
from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.core.resources import resource
from rpn_inspector.core.words import GT_STATE_WORDS
from rpn_inspector.data.datasets.dataset import Cancelled, Dataset, Notes, Record
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.gui.audit import auditor
from rpn_inspector.gui.audit.audit_page import MOVED, AuditPage
from rpn_inspector.gui.audit.beside_fields import BesideFields
from rpn_inspector.gui.audit.moved_columns import moved_columns, why_words
from rpn_inspector.gui.audit.moved_view import MovedView
from rpn_inspector.gui.widgets.theme import DARK
from rpn_inspector.session.audit_command import audit_command
from rpn_inspector.session.compared_with import ComparedWith
from rpn_inspector.session.open_request import OpenRequest
from rpn_inspector.session.state import State

EARLY, LATE = (resource("demo", "predictions", name) for name in ("early.rpn", "late.rpn"))


@pytest.fixture
def window(shared_window):
    return shared_window


class _Here:
    """Everything is counted in this process."""

    def of(self, boxes, work):
        return Here(work)

    def of_outputs(self, images, path):
        return Here(auditor.count_outputs)


def told(_):
    return memory()


class memory:
    def __enter__(self):
        return lambda *_: False

    def __exit__(self, *_):
        pass


def against_of(found, counted, **others):
    return audit_against(found, counted, Others(**others), places=_Here(), told=told)


@pytest.fixture(scope="module")
def demo():
    return ri.open_dataset(resource("demo"))


@pytest.fixture(scope="module")
def recipes(demo):
    found = ri.audit(demo, "demo")
    return against_of(found, demo, recipe=ri.load_recipe("mmdet-fpn"))


@pytest.fixture(scope="module")
def outputs(demo):
    found = ri.audit(demo, "demo", open_predictions(LATE))
    return against_of(found, demo, outputs=open_predictions(EARLY))


@pytest.fixture
def view(qtbot, left_over):
    left_over.append(QObject())
    made = MovedView(DARK, left_over[0], lambda *_: None)
    for part in (made.left, made.middle, made.right):
        qtbot.addWidget(part)
    return made


def written(table):
    return [[table.text(row, column) for column in range(len(table.heads) + 1)] for row in range(table.choices)]


def test_the_rows_are_those_of_the_command(view, recipes):
    view.show_against(recipes, "")
    made = recipes.document()["against"]
    words = why_words()
    assert view.sentence.text() == f"{made['moved']} of 884 ground truths have another state in B."
    assert sorted(written(view.states)) == sorted(
        [f"{row['from']} → {row['to']}", f"{row['count']:,}", words[row["why"]]] for row in made["whys"]
    )
    for row, each in zip(written(view.kinds), made["kinds"], strict=True):
        a, b = (findings_of(one)[each["kind"]].count for one in (recipes.a, recipes.b))
        assert row[1:] == [f"{a:,}", f"{b:,}", f"{b - a:+,}".replace("-", "−")]
    assert view.tables.numbers.text(3, 1) == f"{recipes.a.unmatched.sum():,}"
    assert view.tables.numbers.text(3, 2) == f"{recipes.b.unmatched.sum():,}"


def test_a_row_lists_its_ground_truths_and_says_of_each_what_it_was_and_is(view, recipes):
    view.show_against(recipes, "")
    a, b = recipes.a, recipes.b
    state = recipes.gts.state
    moved = np.flatnonzero(state[0] != state[1])
    assert view.listing.found.row.tolist() == moved.tolist() == np.flatnonzero(view.moved).tolist()
    view.choose("state", 0)
    rows = view.listing.found.row
    first = view.states.text(0, 0).split(" → ")
    assert [len(rows), {(GT_STATE_WORDS[state[0, row]], GT_STATE_WORDS[state[1, row]]) for row in rows}] == [
        int(view.states.text(0, 1)),
        {tuple(first)},
    ]
    [chip] = view.listing.chips
    assert chip == ("row", " → ".join(first))
    columns = {column.title: column for column in view.listing.columns}
    for at, row in enumerate(rows[:5].tolist()):
        assert columns["Pos. A"].text(at) == str(a.gt_positives[row])
        assert columns["Pos. B"].text(at) == str(b.gt_positives[row])
        assert columns["Low B"].text(at) == str(b.gt_low_quality[row])
        assert columns["Best IoU A"].text(at) == f"{a.best_iou[row]:.4f}"
        assert columns["Best IoU B"].text(at) == f"{b.best_iou[row]:.4f}"
        assert columns["Why"].text(at) == why_words()[WHYS[recipes.whys[row]]]
    view.choose("kind", 0)
    masks = [np.isin(np.arange(len(a.used)), findings_of(one)["unmatched"].row) for one in (a, b)]
    assert view.listing.found.row.tolist() == np.flatnonzero(masks[0] != masks[1]).tolist()
    view.leave_out("row")
    assert not view.choosing


def test_another_checkpoint_has_a_row_for_each_way_of_ending_elsewhere(view, outputs):
    view.show_against(outputs, "")
    matrix = np.array(outputs.document()["against_predictions"]["matrix"])
    assert sum(int(row[1]) for row in written(view.ends)) == matrix.sum() - np.trace(matrix) == view.moved.sum()
    assert view.states.isHidden()
    assert view.kinds.isHidden()
    assert view.tables.outputs.text(0, 1) == f"{matrix[0].sum():,}"
    assert view.tables.outputs.text(0, 2) == f"{matrix[:, 0].sum():,}"
    view.choose("end", 0)
    columns = {column.title: column for column in view.listing.columns}
    assert {columns["Ends in A"].text(at) for at in range(len(view.listing.found.row))} == {"found"}
    assert "Pos. A" not in columns


def test_what_a_document_holds_is_worked_out_once(outputs, recipes):
    for one in (outputs, recipes):
        first, again = one.document(), one.document()
        assert first
        assert all(again[key] is made for key, made in first.items())


def test_where_outputs_decide_no_state_is_told(demo, view):
    found = ri.audit(demo, "demo")
    against = against_of(found, demo, recipe=ri.load_recipe("yolov8"))
    view.show_against(against, "")
    assert view.sentence.text().startswith("Outputs decide about positives under yolov8")
    assert view.states.isHidden()
    assert view.listing.found.count == 0
    columns = {column.title: column for column in moved_columns(against, np.arange(3))}
    assert columns["Pos. B"].text(0) == columns["B"].text(0) == columns["Why"].text(0) == NOTHING
    assert columns["Pos. A"].text(0) == str(found.gt_positives[0])


def test_a_box_that_one_recipe_leaves_out_has_dashes_there(view):
    record = Record("a.jpg", declared=(200, 300))
    record.add((10.0, 10.0, 60.0, 70.0), 0)
    record.add((10.0, 10.0, 10.0, 70.0), 0)
    dataset = Dataset(resource("demo"), "made here", [record], ("car",), Notes())
    found = ri.audit(dataset, "demo")
    against = against_of(found, dataset, recipe=ri.load_recipe("torchvision-fpn"))
    assert against.gts.state[:, 1].tolist() == [GtState.LEFT_OUT] * 2
    columns = {column.title: column for column in moved_columns(against, np.array([1]))}
    assert [columns[name].text(0) for name in ("Pos. A", "Low B", "Best IoU A", "Why")] == [NOTHING] * 4
    view.show_against(against, "")
    assert view.tables.numbers.isVisibleTo(view.right)


def test_another_dataset_stands_beside_and_nothing_is_listed(demo, view):
    found = ri.audit(demo, "demo")
    record = Record("a.jpg", declared=(200, 300))
    record.add((10.0, 10.0, 60.0, 70.0), 0)
    other = Dataset(Path("/elsewhere/<b>night</b>"), "made here", [record], ("car",), Notes())
    view.show_against(against_of(found, demo, dataset=other), "")
    assert view.listing is None
    assert view.compare.isHidden()
    assert [view.tables.datasets.text(row, 2) for row in (1, 2)] == ["1", "1"]
    assert view.tables.classes.text(0, 0) == "car"
    assert view.tables.numbers.isHidden()


def test_nothing_stays_of_a_comparison_that_is_gone(view, recipes):
    view.show_against(recipes, "")
    view.choose("state", 1)
    view.show_against(None, "Not counted as yet.")
    assert view.sentence.text() == "Not counted as yet."
    assert (view.listing, view.moved, view.choosing) == (None, None, False)
    for table in (*view.grouped.values(), *view.tables.tables, view.sides, view.compare):
        assert table.isHidden()


# The page


class _Window(QWidget):
    """As much of the window's services as the page asks for."""

    def __init__(self):
        super().__init__()
        self.workspace, self.memory, self.problems = SimpleNamespace(state=None), {}, []
        self.parent_widget = self

    def remember(self, **values):
        self.memory |= values

    def say(self, text, for_ms=0):
        pass

    def fail(self, problem):
        self.problems.append(str(problem.text))


@pytest.fixture
def page(qtbot, demo):
    services = _Window()
    qtbot.addWidget(services)
    opened = OpenRequest(resource("demo"))

    def command(found, *rest):
        return audit_command(opened, found, services.workspace.state.predictions, *rest)

    made = AuditPage(DARK, services, command, lambda *_: None)
    qtbot.addWidget(made)
    made.show()
    made.look(MOVED)

    def open_(recipe="demo", predictions=None):
        old, services.workspace.state = (
            services.workspace.state,
            State(ri.load_recipe(recipe), dataset=demo, predictions=predictions),
        )
        made.render_state(old, services.workspace.state)

    made.open = open_
    made.set_active(True)
    open_()
    yield made
    made.close_down()
    assert services.problems == []


def settled(qtbot, page):
    qtbot.waitUntil(lambda: page.auditor.against is not None and not page.auditor.work, timeout=60_000)


def test_the_report_has_the_same_bytes_as_that_of_the_command(qtbot, page, tmp_path, monkeypatch):
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / "other.json"
    other.write_text(
        json.dumps(
            {
                "images": [{"id": 1, "file_name": "a.jpg", "width": 300, "height": 200}],
                "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 50, 60]}],
                "categories": [{"id": 1, "name": "car"}],
            }
        ),
        encoding="utf-8",
    )
    page.open(predictions=open_predictions(LATE))
    qtbot.waitUntil(lambda: page.moved.sentence.text().startswith("Choose another recipe"))
    page.moved.fields.recipe.take("mmdet-fpn")
    page.moved.fields.outputs.take(str(EARLY))
    page.moved.fields.dataset.take(str(other))
    settled(qtbot, page)
    assert page.tabs.tabText(MOVED) == f"What moved  {page.moved.moved.sum()}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    page.report.click()
    qtbot.waitUntil(lambda: not page.writer.working, timeout=60_000)
    assert page.writer.written == tmp_path / "mine"
    words = ["audit", str(resource("demo")), "--recipe", "demo", "--predictions", str(LATE), "--against", "mmdet-fpn"]
    words += ["--against-predictions", str(EARLY), "--against-dataset", str(other), "-o", str(tmp_path / "theirs")]
    assert main(words) == 0
    names = sorted(file.name for file in (tmp_path / "theirs").iterdir())
    assert "report.html" in names
    assert names == sorted(file.name for file in (tmp_path / "mine").iterdir())
    for name in names:
        assert (tmp_path / "mine" / name).read_bytes() == (tmp_path / "theirs" / name).read_bytes(), name


def test_another_recipe_in_use_is_compared_anew_and_outputs_go_with_those_open(qtbot, page):
    page.open(predictions=open_predictions(LATE))
    page.moved.fields.recipe.take("mmdet-fpn")
    page.moved.fields.outputs.take(str(EARLY))
    settled(qtbot, page)
    assert page.auditor.against.ends is not None
    page.open("torchvision-fpn")
    assert page.auditor.against is None
    assert page.moved.listing is None
    settled(qtbot, page)
    assert page.auditor.against.a.recipe.name == "torchvision-fpn"
    assert page.auditor.against.ends is None
    assert not page.moved.fields.outputs.isEnabled()
    page.moved.fields.recipe.take(None)
    assert page.auditor.against is None
    assert page.auditor.missing == ""


def test_a_comparison_is_called_off_and_goes_on(qtbot, page, monkeypatch):
    began = threading.Event()

    def endless(*_, told, **__):
        began.set()
        with told("waiting") as progress:
            while not progress(2, 5):
                pass
        raise Cancelled("stopped")

    real = auditor.audit_against
    monkeypatch.setattr(auditor, "audit_against", endless)
    page.moved.fields.recipe.take("mmdet-fpn")
    qtbot.waitUntil(lambda: began.is_set() and page.auditor.done == 2)
    assert page.progress_words.text() == "comparing, 2 of 5"
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.auditor.against is None
    assert page.moved.sentence.text() == "Not counted as yet."
    assert page.again.isVisible()
    monkeypatch.setattr(auditor, "audit_against", real)
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    settled(qtbot, page)


def test_what_cannot_be_opened_is_one_line_and_another_choice_goes_on(qtbot, page, tmp_path):
    page.moved.fields.recipe.take(str(tmp_path / "none.toml"))
    qtbot.waitUntil(lambda: bool(page.auditor.problem))
    assert "none.toml" in page.progress_words.text()
    page.moved.fields.recipe.take("mmdet-fpn")
    settled(qtbot, page)
    assert page.auditor.problem == ""


def test_the_entry_for_a_file_asks_and_leaves_the_choice_where_nothing_is_chosen(qtbot, page, tmp_path, monkeypatch):
    field = page.moved.fields.recipe
    field.take("mmdet-fpn")
    answers = ["", str(tmp_path / "own.toml")]
    (tmp_path / "own.toml").write_text('extends = "mmdet-fpn"\nname = "own"\n', encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (answers.pop(0), ""))
    for wanted in ("mmdet-fpn", str(tmp_path / "own.toml")):
        field.setCurrentIndex(field.findText("Recipe file…"))
        field.activated.emit(field.currentIndex())
        assert field.value == wanted
    assert field.currentText() == "own.toml"
    settled(qtbot, page)
    assert page.auditor.against.b.recipe.name == "own"


def test_what_is_compared_with_is_never_written_over(demo, tmp_path):
    recipe = tmp_path / "r.toml"
    recipe.write_text('extends = "demo"\n', encoding="utf-8")
    asked = ComparedWith(recipe=str(recipe), predictions=EARLY, dataset=resource("demo"))
    sources = asked.sources(Others(dataset=demo))
    assert {*sources["other dataset"]} == {*demo.sources}
    assert sources["other predictions or recipe"] == [EARLY, recipe]
    assert not ComparedWith().any
    assert isinstance(against_of(ri.audit(demo, "demo"), demo), Against)


def test_by_keyboard_a_recipe_is_chosen_and_an_object_looked_at_and_compare_lays_both_over_it(qtbot, window):
    open_demo(qtbot, window)
    window.pages.look("audit")
    page, work = window.audit, window.workspace
    page.look(MOVED)
    field = page.moved.fields.recipe
    field.setFocus()
    while field.currentText() != "mmdet-fpn":
        qtbot.keyClick(field, Qt.Key.Key_Down)
    settled(qtbot, page)
    states, objects, model = page.moved.states, page.places.objects, page.places.objects.columns_model
    states.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(states, key)
    assert model.rowCount() == int(states.text(1, 1))
    first, second = (int(page.moved.listing.found.row[model.order[at]]) for at in (0, 1))
    annotations = page.auditor.found.annotations
    objects.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Return):
        qtbot.keyClick(objects, key)
    image = int(annotations.image[first])
    qtbot.waitUntil(lambda: work.state.shown is not None and work.state.shown.index == image)
    assert work.state.gt == first - annotations.first[image]
    assert window.pages.front == "inspect"
    window.pages.look("audit")
    objects.setFocus()
    qtbot.keyClick(objects, Qt.Key.Key_Down)
    image = int(annotations.image[second])
    assert page.places.current == (image, second)
    page.moved.compare.setFocus()
    qtbot.keyClick(page.moved.compare, Qt.Key.Key_Space)
    assert window.pages.front == "compare"
    qtbot.waitUntil(lambda: work.state.shown is not None and work.state.shown.index == image)
    qtbot.waitUntil(lambda: window.compare.other.state.recipe.name == "mmdet-fpn")
    assert work.state.gt == second - annotations.first[image]
    window.pages.look("audit")
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.moved.choosing


def test_a_count_that_was_stopped_stays_so_and_a_failed_comparison_is_tried_again(demo, recipes, left_over):
    left_over.append(QObject())
    made, begun = auditor.Auditor(left_over[0]), []
    made._begin = lambda job: begun.append(job.work)
    made._wanted, made.stopped = auditor.ToCount(demo, ri.load_recipe("demo"), None), True
    made.compare(ComparedWith(recipe="mmdet-fpn"))
    assert (begun, made.stopped) == ([], True)
    made.stopped, made.problem = False, "no such file"
    made.compare(ComparedWith(recipe="retinanet-torchvision"))
    assert (begun, made.problem) == ([], "no such file")
    made.found, made.problem = recipes.a, ""
    made.compare(ComparedWith(recipe="gone.toml"))
    made.compare(ComparedWith(recipe="gone.toml"))
    assert begun == ["comparing"]
    made.problem = "gone.toml: no such file"
    made.compare(ComparedWith(recipe="gone.toml"))
    assert (begun, made.problem) == (["comparing"] * 2, "")
    made.problem = "gone.toml: no such file"
    made.compare(None)
    assert (begun, made.problem) == (["comparing"] * 2, "")


def test_the_fields_say_each_choice_and_another_layout(qtbot, demo, tmp_path):
    fields, said = BesideFields(lambda *_: None), []
    qtbot.addWidget(fields)
    fields.changed.connect(lambda: said.append(fields.compared))

    def state(layout):
        outputs = SimpleNamespace(simulated=False, layout=SimpleNamespace(path=tmp_path / layout))
        return State(ri.load_recipe("demo"), dataset=demo, predictions=outputs)

    first, second = state("a.toml"), state("b.toml")
    fields.render_state(None, first)
    assert said == []
    fields.recipe.activated.emit(1)
    fields.recipe.activated.emit(1)  # what failed may do so no more
    assert len(said) == 2
    assert said[0] == said[1]
    fields.outputs.take(str(EARLY))
    fields.render_state(first, second)
    assert [each.layout and each.layout.name for each in said] == [None, None, "a.toml", "b.toml"]
