"""The Audit workspace in the real window: the numbers of `ri.audit`, the places found, and better anchors to use."""

import threading

import numpy as np
import pytest
from gui_steps import open_demo
from pyqtgraph import PlotCurveItem
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QLabel

import rpn_inspector as ri
from rpn_inspector.analysis.audit.counting import count
from rpn_inspector.analysis.audit.evaluation import PARTS
from rpn_inspector.analysis.audit.execution import Here
from rpn_inspector.analysis.audit.findings import findings_of
from rpn_inspector.analysis.audit.tables import group_places, side_class
from rpn_inspector.analysis.report.charts import charts_of
from rpn_inspector.cli import main
from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.dataset import Cancelled, Dataset, Notes, Record
from rpn_inspector.gui import audit as gui_audit
from rpn_inspector.gui.audit import auditor
from rpn_inspector.gui.audit.anchors_view import AnchorsView
from rpn_inspector.gui.audit.audit_charts import lines_of, sentence
from rpn_inspector.gui.audit.audit_page import ANCHORS, LOST
from rpn_inspector.gui.audit.finding_words import meaning, title
from rpn_inspector.gui.widgets.theme import DARK, LIGHT


@pytest.fixture
def window(shared_window):
    return shared_window


def look(qtbot, window):
    qtbot.keyClick(window.main_window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page = window.audit
    page.look(ANCHORS)
    assert window.main_window.pages.currentWidget() is page
    qtbot.waitUntil(lambda: page.auditor.found is not None and not page.auditor.work and not page.auditor.missing)
    return page


@pytest.fixture
def page(qtbot, window):
    open_demo(qtbot, window)
    return look(qtbot, window)


@pytest.mark.usefixtures("new_window")
def test_a_page_that_cannot_be_made_is_said_and_inspect_stays(qtbot, window, monkeypatch):
    open_demo(qtbot, window)

    def broken(*_):
        raise ValueError("no such chart")

    monkeypatch.setattr(gui_audit, "AuditPage", broken)
    with qtbot.captureExceptions() as raised:
        window.pages.look("audit")
    assert [str(error) for _, error, _ in raised] == ["no such chart"]
    assert window.pages.front == "inspect"
    assert window.main_window.problem.text() == "This page could not be made: no such chart"
    assert window.main_window.problem_line.isVisible()


def wanted_of(window):
    return ri.audit(window.workspace.state.dataset, window.workspace.state.recipe)


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget) and label.text()]


def test_it_shows_the_numbers_of_the_audit(window, page):
    wanted = wanted_of(window)
    kinds = findings_of(wanted)
    assert kinds["best_anchor_taken"].row.tolist() == kinds.pop("unmatched").row.tolist()
    assert page.anchors.buttons["unmatched"].isHidden(), "the same boxes under one name, that of the list of images"
    for kind, found in kinds.items():
        button = page.anchors.buttons[kind]
        assert button.isVisibleTo(page) == bool(found.count), kind
        if found.count:
            assert (button.title.text(), button.means.text()) == (
                title(kind, wanted.recipe),
                meaning(kind, wanted.recipe),
            )  # fmt: skip
            assert (button.boxes.text(), button.images.text()) == (f"{found.count:,}", f"{found.images:,}")
    assert page.anchors.sentence.text() == sentence(wanted)
    assert page.anchors.totals.text(3, 1) == f"{int(wanted.positives.sum()):,}"
    assert [row[1].text() for row in page.anchors.tables.levels.cells] == [f"{n:,}" for n in wanted.by_level.sum(0)]
    assert page.anchors.tables.classes.text(len(wanted.annotations.classes), 1) == f"{int(wanted.used.sum()):,}"
    coder, std = page.anchors.tables.coder, wanted.targets.std.tolist()
    assert [coder.text(3, at) for at in (1, 2, 3, 4)] == [f"{1 / value:.4g}" for value in std]  # all weights are 1 now


def test_a_place_is_looked_at_in_inspect_and_the_audit_is_still_there(qtbot, window, page):
    wanted = wanted_of(window)
    found = findings_of(wanted)["low_quality_only"]
    page.anchors.buttons["low_quality_only"].click()
    model = page.places.objects.columns_model
    assert model.rowCount() == found.count
    best = [float(wanted.best_iou[found.row[place]]) for place in model.order]
    assert best == sorted(best)  # the worst first
    place = int(model.order[2])
    page.places.objects.setCurrentIndex(model.index(2, 0))
    page.places.objects.activated.emit(model.index(2, 0))
    image, row = int(found.image[place]), int(found.row[place])
    state = window.workspace
    qtbot.waitUntil(lambda: state.state.shown is not None and state.state.shown.index == image)
    assert window.main_window.pages.currentWidget() is window.inspect
    assert state.state.gt == row - wanted.annotations.first[image]
    qtbot.keyClick(window.main_window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)  # back
    assert window.main_window.pages.currentWidget() is page
    assert page.places.objects.currentIndex().row() == 2
    assert page.anchors.buttons["low_quality_only"].isChecked()


def test_another_recipe_is_counted_and_a_known_one_comes_back_at_once(qtbot, window, page):
    first = page.auditor.found
    window.workspace.use_recipe(load_recipe("torchvision-mobilenet-320"))
    assert page.auditor.found is None  # nothing of the former
    assert page.anchors.sentence.text() == ""
    assert not any(button.isVisibleTo(page) for button in page.anchors.buttons.values())
    assert page.anchors.totals.text(0, 1) == NOTHING
    qtbot.waitUntil(lambda: page.auditor.found is not None)
    assert page.under.text() == "torchvision-mobilenet-320, late.rpn at step 3,000"
    window.workspace.use_recipe(first.recipe)
    assert page.auditor.found is first


@pytest.mark.usefixtures("new_window")
def test_nothing_is_counted_before_the_page_is_looked_at(qtbot, window):
    open_demo(qtbot, window)
    auditor = window.audit.auditor
    assert (auditor.found, auditor.work) == (None, "")
    assert not any(any(letter.isdigit() for letter in text) for text in texts(window.audit.anchors.tables))


@pytest.mark.usefixtures("new_window")
def test_counting_can_be_stopped_and_begun_again(qtbot, window, monkeypatch):
    open_demo(qtbot, window)
    page, auditor = window.audit, window.audit.auditor
    monkeypatch.setattr("rpn_inspector.gui.audit.auditor.audit", waiting_until_stopped)
    qtbot.keyClick(window.main_window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: auditor.total == 10)
    assert page.bar.isVisible()
    qtbot.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    assert (auditor.work, page.progress_words.text()) == ("", "stopped")
    assert page.again.isVisible()
    monkeypatch.undo()
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not auditor.missing)
    assert not page.again.isVisible()


def waiting_until_stopped(dataset, recipe, progress, execution, partly):
    while not progress(3, 10):
        pass
    raise ri.InspectorError("stopped")


@pytest.mark.usefixtures("new_window")
def test_what_goes_wrong_is_one_line(qtbot, window, monkeypatch):
    def failing(dataset, recipe, progress, execution, partly):
        raise ri.BadRecipe("found <b>nonsense</b>")

    open_demo(qtbot, window)
    monkeypatch.setattr("rpn_inspector.gui.audit.auditor.audit", failing)
    qtbot.keyClick(window.main_window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page = window.audit
    qtbot.waitUntil(lambda: page.progress_words.text() == "found <b>nonsense</b>")
    assert page.progress_words.textFormat() == Qt.TextFormat.PlainText


def test_better_anchors_are_used_compared_and_saved(qtbot, window, page, tmp_path, monkeypatch):
    tables = page.anchors.tables
    assert not tables.use.isVisible()
    tables.search.setFocus()
    qtbot.mouseClick(tables.search, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.auditor.suggestions is not None, timeout=60_000)
    suggestions = page.auditor.suggestions
    assert tables.proposal is suggestions.proposals[0]
    assert tables.choice.count() == len(suggestions.proposals)
    assert tables.numbers.text(0, 1).endswith(" %")
    file = tmp_path / "better.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    qtbot.mouseClick(tables.save, Qt.MouseButton.LeftButton)
    assert load_recipe(file).hash == tables.proposal.recipe.hash
    qtbot.mouseClick(tables.compare, Qt.MouseButton.LeftButton)
    assert window.main_window.pages.currentWidget() is window.compare
    qtbot.waitUntil(lambda: window.compare.other.state.recipe == suggestions.proposals[0].recipe)
    look(qtbot, window)
    qtbot.mouseClick(tables.use, Qt.MouseButton.LeftButton)
    assert window.workspace.state.recipe == suggestions.proposals[0].recipe
    qtbot.waitUntil(
        lambda: page.auditor.found is not None and page.auditor.found.recipe.hash == window.workspace.state.recipe.hash
    )
    assert page.auditor.found.best_iou.tobytes() == suggestions.proposals[0].audit.best_iou.tobytes()


def test_suggested_anchors_leave_out_the_outputs_for_the_anchors_before(qtbot, window, page):
    work = window.workspace
    assert work.state.predictions is not None
    changed = load_recipe("torchvision-mobilenet-320")
    page.use(changed)
    assert (work.state.recipe, work.state.predictions) == (changed, None)
    assert window.main_window.statusBar().currentMessage().startswith("The predictions belong to other anchors")


@pytest.mark.parametrize(
    ("recipe", "words"),
    [
        ("atss-mmdet", "{n} boxes; each has a threshold of its own"),
        ('[matcher]\nrule = "ratio"\n', "{n} boxes; this rule compares no IoU"),
    ],
)
def test_without_one_threshold_the_chart_is_empty_and_says_why(recipe, words, qtbot, left_over, tmp_path):
    if "\n" in recipe:
        (tmp_path / "own.toml").write_text(
            f'format = 2\nname = "own"\nextends = "yolov3-416"\n{recipe}', encoding="utf-8"
        )
        recipe = tmp_path / "own.toml"
    found = ri.audit(ri.open_dataset(resource("demo")), load_recipe(recipe))
    assert sentence(found) == words.format(n=int(found.used.sum()))
    left_over.append(QObject())
    view = AnchorsView(LIGHT, left_over[0])
    for part in (view.left, view.middle, view.right):
        qtbot.addWidget(part)
    view.show_audit(found, None)
    view._draw_recall(found)  # as for suggested anchors
    assert view.chart.filled == []
    assert [legend.isHidden() for legend in view.legends] == [True, True]


def test_the_legend_says_each_line_of_the_chart_and_the_share_of_all(qtbot, left_over):
    found = ri.audit(ri.open_dataset(resource("demo")), "torchvision-fpn")
    other = ri.audit(ri.open_dataset(resource("demo")), "mmdet-fpn")
    left_over.append(QObject())
    view = AnchorsView(DARK, left_over[0])
    for part in (view.left, view.middle, view.right):
        qtbot.addWidget(part)
    view.show_audit(found, None)
    view._draw_recall(other)
    best, theirs = found.best_iou[found.used], other.best_iou[other.used]
    assert [entry for legend in view.legends for entry in legend.entries] == [
        ("beads positive", f"anchor IoU ≥ 0.70  {100 * (best >= 0.7).mean():.1f} %"),
        ("plain", f"anchor IoU ≥ 0.50  {100 * (best >= 0.5).mean():.1f} %"),
        ("dotted positive", f"suggested, IoU ≥ 0.70  {100 * (theirs >= 0.7).mean():.1f} %"),
    ]
    drawn = [item.getData() for item in view.chart._items if isinstance(item, PlotCurveItem)]
    sides = side_class(found)
    for least in (0.7, 0.5):
        rows = [found.used & (sides == side) for side in view.chart.filled]
        wanted = [(found.best_iou[mask] >= least).mean() for mask in rows]
        assert any(len(y) == len(wanted) and np.allclose(y, wanted) for _, y in drawn), least
    assert view.legends[0].grab().toImage().width() > 0  # painted in every mark
    assert view.legends[1].grab().toImage().width() > 0


def test_the_share_found_says_of_how_many_it_is_in_window_page_and_terminal(capsys):
    """10 of the demo's 40 pictures have outputs: 140 of 884 ground truths are judged."""
    dataset, outputs = ri.open_dataset(resource("demo")), resource("demo") / "predictions"
    found = ri.audit(dataset, "demo", ri.open_predictions(outputs, dataset))
    assert (int(found.predicted.judged.sum()), int(found.used.sum())) == (140, 884)
    words = [words for mark, words in lines_of(found, None) if mark == "prediction"]
    assert words == ["found, of 140 judged by the predictions  98.6 %"]
    drawn = " ".join(figure.caption for figure in charts_of(found, []))
    assert "the share found, of the 140 judged by the outputs" in drawn
    assert main(["audit", str(resource("demo")), "-r", "demo", "-p", str(outputs)]) == 0
    said = capsys.readouterr().out
    assert "judged by the outputs: 140 of 884 ground truths" in said
    assert " class    judged   found " in said


def test_tab_leads_to_a_row_of_the_places_and_enter_looks_at_it(qtbot, window, page):
    table = page.places.objects
    table.selectionModel().clear()
    page.setFocus()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.currentIndex().row() == 0
    assert table.selectionModel().isRowSelected(0)
    wanted = page.places.current
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.state.index == wanted[0])


@pytest.mark.usefixtures("new_window")
def test_the_evaluation_is_called_off_alone_and_goes_on_from_there(qtbot, window, monkeypatch):
    began = threading.Event()

    def endless(found, progress):
        began.set()
        while not progress(2, PARTS):
            pass
        raise Cancelled("stopped")

    open_demo(qtbot, window)
    real = auditor.with_evaluation
    monkeypatch.setattr(auditor, "with_evaluation", endless)
    window.pages.look("audit")
    page = window.audit
    qtbot.waitUntil(lambda: began.is_set() and page.auditor.done == 2)
    assert page.progress_words.text() == f"mAP and the errors of the boxes, part 3 of {PARTS}"
    assert (page.bar.value(), page.bar.maximum()) == (2, PARTS)
    assert page.lost.outputs is not None, "where boxes are lost is there meanwhile"
    page.stop.click()
    assert page.lost.tables.evaluation.absent.text() == "No mAP: the evaluation was stopped"
    assert page.again.isVisibleTo(page)
    monkeypatch.setattr(auditor, "with_evaluation", real)
    page.again.click()
    qtbot.waitUntil(lambda: not page.auditor.work)
    assert not page.auditor.missing
    assert "proposals without classes" in page.lost.tables.evaluation.absent.text()


def test_outputs_that_fit_no_picture_leave_no_count_of_the_lost(qtbot, window):
    open_demo(qtbot, window)
    window.workspace.use_recipe(load_recipe("atss-mmdet"))
    page = look(qtbot, window)
    page.look(LOST)
    assert page.lost.sentence.text() == "No ground truth can be judged."
    assert page.places.objects.empty_words == "No ground truth can be judged by these outputs."
    assert not any(button.isVisibleTo(page) for button in page.lost.buttons.values())
    assert page.lost.tables.evaluation.absent.text() == "No mAP: no picture has outputs that can be used"
    assert page.tabs.tabText(LOST) == "Lost objects"


def test_a_row_of_class_size_or_level_lists_its_ground_truths_alone(qtbot, window, page):
    """By mouse, and by keyboard; the same again, a chip or Esc leaves the choice out."""
    found, tables = page.auditor.found, page.anchors.tables
    page.anchors.list_kind("low_quality_only")
    rows = findings_of(found)["low_quality_only"].row
    for by, table in tables.grouped.items():
        names, at = group_places(found, by)
        row = max(range(table.choices), key=lambda row: (at[rows] == tables._places[by][row]).sum())
        place = tables._places[by][row]
        assert table.text(row, 0) == names[place]
        qtbot.mouseClick(table, Qt.MouseButton.LeftButton, pos=table.band(row).center())
        wanted = rows[at[rows] == place]
        assert sorted(page.anchors.listing.found.row.tolist()) == wanted.tolist() != []
        assert page.places.objects.columns_model.rowCount() == len(wanted)
        [chip] = page.places.chips
        assert names[place] in chip.text()
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert page.places.objects.columns_model.rowCount() == len(rows)
    table = tables.sizes
    table.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(table, key)
    assert page.anchors._group == ("size", tables._places["size"][1])
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.anchors._group is None
    assert page.places.chips == []


def test_the_findings_in_the_annotations_are_listed_beside(qtbot, window):
    record = Record("one.jpg", declared=(80, 120))
    record.add((10.0, 10.0, 60.0, 70.0), 0)
    record.add((10.0, 10.0, 60.0, 70.0), 0)
    window.workspace.open(Dataset(resource("demo"), "made here", [record], ("car", "ghost"), Notes()))
    page = look(qtbot, window)
    shown = {kind: button for kind, button in page.anchors.lint_buttons.items() if button.isVisibleTo(page)}
    assert {"duplicates", "class_gaps"} <= {*shown}
    shown["duplicates"].click()
    model = page.places.objects.columns_model
    assert model.rowCount() == 1
    assert model.index(0, 0).data() == "one.jpg"
    assert "ground truth 1" in model.index(0, 1).data()
    places = []
    page.place_wanted.connect(lambda *place: places.append(place))
    page.places.objects.activated.emit(model.index(0, 0))
    [(image, row, anchor)] = places
    assert (image, row, anchor) == (0, int(page.auditor.found.lint.kinds["duplicates"].row[0]), None)
    assert [shown[kind].images.text() for kind in ("duplicates", "class_gaps")] == ["1", NOTHING]
    shown["class_gaps"].click()
    assert (model.index(0, 0).data(), model.index(0, 1).data()) == (NOTHING, "class 1, ghost, has no box")
    page.places.objects.activated.emit(model.index(0, 0))  # of no image: nothing to look at
    assert len(places) == 1


@pytest.mark.usefixtures("new_window")
def test_what_is_counted_so_far_is_shown_and_stays_when_counting_is_stopped(qtbot, window, monkeypatch):
    open_demo(qtbot, window)
    page, auditor = window.audit, window.audit.auditor
    counting, held = threading.Event(), threading.Event()

    def halting(unit, recipe):
        if unit.number:  # all but the first wait
            counting.set()
            held.wait(30)
        return count(unit, recipe)

    monkeypatch.setattr("rpn_inspector.analysis.audit.units.MOST_PICTURES", 15)
    monkeypatch.setattr("rpn_inspector.gui.audit.auditor.execution_for", lambda *_, **__: Here(halting))
    monkeypatch.setattr("rpn_inspector.gui.audit.auditor.PART_SECONDS", 0.0)
    qtbot.keyClick(window.main_window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert counting.wait(30)
    qtbot.waitUntil(lambda: auditor.so_far is not None)
    assert (auditor.found, page.report.isVisible()) == (None, False)
    wanted, so_far = wanted_of(window), auditor.so_far
    done = np.setdiff1d(np.arange(40), so_far.waiting)
    assert len(done) == so_far.images == 15
    assert so_far.positives[done].tolist() == wanted.positives[done].tolist()
    assert not so_far.positives[so_far.waiting].any()
    here = np.isin(wanted.annotations.image, done)
    assert so_far.used.tolist() == (wanted.used & here).tolist()
    assert page.anchors.totals.text(0, 1) == "15 of 40"
    assert page.anchors.totals.text(3, 1) == f"{int(wanted.positives[done].sum()):,}"
    page.anchors.buttons["low_quality_only"].click()
    low = findings_of(wanted)["low_quality_only"]
    assert page.places.objects.columns_model.rowCount() == int(np.isin(low.image, done).sum())
    qtbot.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    held.set()
    qtbot.waitUntil(lambda: auditor.so_far.images == 30)  # with the part that was in work
    assert page.progress_words.text().startswith("30 images")
    assert page.progress_words.text().endswith("stopped before the end")
    monkeypatch.undo()
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not auditor.missing and not auditor.work)
    assert (auditor.so_far, page.anchors.totals.text(0, 1)) == (None, "40")
