"""The Audit's page Lost objects: its ends and bars choose ground truths, and the report is the command's."""

from __future__ import annotations

import dataclasses
import json
import threading
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

import rpn_inspector as ri
from rpn_inspector.analysis.audit import lost_tables
from rpn_inspector.analysis.audit.audit import with_outputs
from rpn_inspector.analysis.audit.end_names import ORDER
from rpn_inspector.analysis.audit.execution import Here
from rpn_inspector.analysis.audit.held_units import HeldUnits
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.output_counts import NO_OUTPUTS, count_outputs
from rpn_inspector.analysis.audit.suggest import Proposal, Suggestions
from rpn_inspector.analysis.audit.tables import SIDES, side_class
from rpn_inspector.analysis.audit.tide import Error
from rpn_inspector.analysis.report.crop import picture_of
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.cli.program import main
from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.dataset import Cancelled
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.gui.audit import report_writer
from rpn_inspector.gui.audit.audit_page import AuditPage
from rpn_inspector.gui.audit.crops import Crops, crop_image
from rpn_inspector.gui.audit.end_bars import WHOLE, Choice, EndBars
from rpn_inspector.gui.audit.lost_columns import suppressor_words
from rpn_inspector.gui.audit.lost_view import LostView
from rpn_inspector.gui.audit.places_panel import PlacesPanel
from rpn_inspector.gui.audit.report_writer import FOLDER, ReportWriter
from rpn_inspector.gui.audit.strip import MOST
from rpn_inspector.gui.widgets.end_marks import COLOURS
from rpn_inspector.gui.widgets.theme import DARK, LIGHT
from rpn_inspector.session.audit_command import audit_command
from rpn_inspector.session.open_request import OpenRequest
from rpn_inspector.session.sources import sources_of
from rpn_inspector.session.state import State


@pytest.fixture
def window(shared_window):
    return shared_window


@pytest.fixture(scope="module")
def demo():
    return ri.open_dataset(resource("demo"))


@pytest.fixture(scope="module")
def early():
    return open_predictions(resource("demo", "predictions", "early.rpn"))


@pytest.fixture(scope="module")
def found(demo, early):
    return ri.audit(demo, "demo", early)


@pytest.fixture
def view(qtbot, found, left_over):
    left_over.append(QObject())
    made = LostView(LIGHT, left_over[0])
    for part in (made.left, made.middle, made.right):
        qtbot.addWidget(part)
    made.show_audit(found, None, "")
    return made


def listed(view):
    return view.listing.found.row.tolist()


def test_each_end_says_how_many_and_lists_them(view, found):
    outputs = found.predicted
    assert listed(view) == np.flatnonzero(outputs.lost).tolist()
    total = 0
    for end in ORDER:
        rows = np.flatnonzero(outputs.end == end)
        assert view.buttons[end].boxes.text() == f"{len(rows):,}"
        view.buttons[end].click()
        assert listed(view) == rows.tolist()
        assert view.buttons[end].isChecked()
        total += len(rows)
    assert total == outputs.judged.sum()  # the sum of the ends is all of them
    view.buttons[ORDER[-1]].click()  # again: the choice is taken back
    assert listed(view) == np.flatnonzero(outputs.lost).tolist()
    assert not any(button.isChecked() for button in view.buttons.values())


def test_ends_and_bars_combine_and_are_left_out_one_by_one(view, found):
    outputs, end = found.predicted, End.CUT_BY_TOP_K
    place = found.annotations.classes.index("person")
    person = found.annotations.label == place
    view.choose(Choice("class", place, "person", int(end)))
    wanted = np.flatnonzero((outputs.end == end) & person)
    assert listed(view) == wanted.tolist()
    assert [name for name, _ in view.listing.chips] == ["end", "row"]
    view.leave_out("end")
    assert listed(view) == np.flatnonzero(outputs.lost & person).tolist()
    view.choose_end(end)
    assert listed(view) == wanted.tolist()
    view.choose(Choice("class", place, "person", int(end)))  # again: both are taken back
    assert not view.choosing
    sizes = lost_tables.ends_by_size(found, outputs)
    view.choose(Choice("size", 0, "small"))
    assert listed(view) == np.flatnonzero(outputs.lost & (sizes.place == 0)).tolist()
    view.leave_out("end", "row", "error")
    assert not view.choosing


def test_of_two_classes_of_one_name_the_one_under_the_mouse_is_listed_and_marked(qtbot, view, found):
    count = len(found.annotations.classes)
    same = dataclasses.replace(found.annotations, classes=type(found.annotations.classes)(["thing"] * count))
    twins = dataclasses.replace(found, annotations=same)
    view.show_audit(twins, None, "")
    rows = [row for row in view.bars.rows if row.choice.by == "class"]
    assert len(rows) > 1
    for row in rows:
        view.leave_out("end", "row")
        view.choose(view.bars.at(QPointF(5, row.top + 5)))
        wanted = found.predicted.lost & (found.annotations.label == row.choice.place)
        assert listed(view) == np.flatnonzero(wanted).tolist()
        assert view.bars.words(row.choice) == f"thing: {row.lost} of {row.boxes} lost"
        marked = [each.choice.place for each in rows if each.choice.row == view.bars._chosen.row]
        assert marked == [row.choice.place]
    view.show_audit(found, None, "")  # no class is called thing any more
    assert not view.choosing


def test_a_row_names_end_score_and_suppressor_and_nothing_unknown(view, found):
    outputs = found.predicted
    for end in ORDER:
        view.choose_end(end)
        columns = {column.title: column for column in view.listing.columns}
        for at, row in enumerate(listed(view)):
            score = float(outputs.score[row])
            assert columns["Score"].text(at) == (NOTHING if np.isnan(score) else f"{score:.4f}")
            assert columns["Lost at"].swatch(at) == f"end_{end.name.lower()}"
            assert (columns["Lost to"].text(at) == NOTHING) == (end != End.SUPPRESSED)
        view.choose_end(end)


def test_without_ends_there_is_a_reason_and_no_number(view):
    view.show_audit(None, None, "No predictions are open.")
    assert view.listing is None
    assert view.sentence.text() == "No predictions are open."
    assert not view.bars.rows
    assert not any(button.isVisibleTo(view.left) for button in view.buttons.values())
    assert not view.tables.hardest.isVisibleTo(view.right)


def test_better_anchors_are_counted_for_the_lost_too(view, found):
    other = ri.audit(ri.open_dataset(resource("demo")), "torchvision-fpn")
    best = Proposal(name="search", means="", recipe=other.recipe, audit=other, same_cost=True)
    table = view.tables.help
    view.show_audit(found, Suggestions(now=found, proposals=(best,)), "")
    lost = found.predicted.lost
    assert table.text(0, 1) == f"{100 * (found.best_iou[found.used] >= 0.7).mean():.1f} %"
    assert table.text(1, 0) == f"the {lost.sum()} lost, reached"
    assert table.text(1, 2) == f"{100 * (other.best_iou[lost] >= 0.7).mean():.1f} %"
    view.show_audit(found, Suggestions(now=found, proposals=()), "")
    assert not table.isVisibleTo(view.right)


@pytest.fixture
def bars(qtbot, found):
    made = EndBars(LIGHT)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show_groups([("By class", "", lost_tables.ends_by_class(found, found.predicted))])
    return made


def test_a_press_chooses_the_part_under_the_mouse(qtbot, bars):
    got = []
    bars.chosen.connect(got.append)
    for row in bars.rows:
        parts = row.parts(bars.bar_of(row))
        assert [end for end, _ in parts] == [end for end in ORDER if row.ends[end]]
        for end, area in parts:
            if area.width() > 3:
                qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=area.center().toPoint())
                assert got.pop() == dataclasses.replace(row.choice, end=int(end))
        qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(10, row.top + 8))
        assert got.pop() == row.choice
    assert bars.at(QPointF(10, 2)) is None  # the title


def test_the_arrows_reach_every_part_and_enter_chooses_it(qtbot, bars, found):
    got = []
    bars.chosen.connect(got.append)
    groups = lost_tables.ends_by_class(found, found.predicted)
    for row in bars.rows:
        qtbot.keyClick(bars, Qt.Key.Key_Return)
        for end in (end for end in ORDER if row.ends[end]):
            qtbot.keyClick(bars, Qt.Key.Key_Right)
            assert bars.accessibleDescription().startswith(row.choice.name)
            qtbot.keyClick(bars, Qt.Key.Key_Return)
            assert got[-1] == dataclasses.replace(row.choice, end=int(end))
        for _ in ORDER:
            qtbot.keyClick(bars, Qt.Key.Key_Left)
        qtbot.keyClick(bars, Qt.Key.Key_Down)
    there = int((groups.boxes > 0).sum())
    assert sum(choice.end == WHOLE for choice in got) == there == len(bars.rows)
    assert len(got) == there + int((groups.ends > 0).sum())


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_end_has_a_ground_of_its_own(bars, theme):
    bars.set_theme(theme)
    image = bars.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    shown = {end for row in bars.rows for end in ORDER if row.ends[end]}
    assert {COLOURS[end.name.lower()][theme.dark].lower() for end in shown} <= seen


@pytest.fixture
def places(qtbot, found, demo, view):
    made = PlacesPanel(LIGHT)
    qtbot.addWidget(made)
    made.show_places(found, demo, view.listing)
    yield made
    made.close_down()


def test_table_and_pictures_are_one_list_in_one_order(qtbot, places, view):
    model, strip = places.objects.columns_model, places.strip
    rows = view.listing.found.row
    assert strip.pictures.rows.tolist() == rows[model.order][:MOST].tolist()
    places.objects.show_row(int(model.order[3]))
    places.objects.chosen.emit(int(model.order[3]))
    assert strip.currentIndex().row() == 3
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert strip.pictures.rows.tolist() == rows[model.order][:MOST].tolist()
    got = []
    places.place_wanted.connect(lambda image, row: got.append((image, row)))
    strip.activated.emit(strip.pictures.index(2))
    at = int(model.order[2])
    assert got == [(int(view.listing.found.image[at]), int(rows[at]))]
    assert places.objects.currentIndex().row() == 2


def test_names_are_read_out_as_they_are_written(view, places, found, demo, monkeypatch):
    monkeypatch.setattr("rpn_inspector.gui.audit.strip.as_tip", lambda words: f"<p>{words}</p>")
    bold = dataclasses.replace(found.annotations, classes=("<b>bold</b>",) * len(found.annotations.classes))
    places.show_places(dataclasses.replace(found, annotations=bold), demo, view.listing)
    pictures = places.strip.pictures
    shown, read = (
        pictures.index(0).data(role) for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    )
    assert shown == read
    assert "<b>bold</b>" in read
    assert pictures.index(0).data(Qt.ItemDataRole.ToolTipRole) == f"<p>{shown}</p>"


def test_a_chip_takes_its_choice_back(qtbot, places, view, found, demo):
    places.unchosen.connect(view.leave_out)
    view.turned.connect(lambda: places.show_places(found, demo, view.listing))
    place = found.annotations.classes.index("person")
    view.choose(Choice("class", place, "person", int(End.CUT_BY_TOP_K)))
    places.chips[1].click()
    assert listed(view) == np.flatnonzero(found.predicted.end == End.CUT_BY_TOP_K).tolist()
    places.chips[0].click()
    assert not view.choosing
    assert places.chips == []


def test_a_crop_shows_the_ground_truth_white_and_the_anchor_green(found, demo):
    row = int(np.flatnonzero(found.predicted.lost & (found.best_anchor >= 0))[0])
    image = crop_image(found, picture_of(found, demo, int(found.annotations.image[row])), row)
    colours = [image.pixelColor(x, y).getRgb()[:3] for x in range(image.width()) for y in range(image.height())]
    assert colours.count((255, 255, 255)) > 100
    assert sum(abs(r) + abs(g - 158) + abs(b - 115) < 60 for r, g, b in colours) > 100


def test_crops_come_later_and_a_broken_picture_is_none(qtbot, found, demo, monkeypatch):
    crops = Crops()
    try:
        crops.use(found, demo)
        with qtbot.waitSignal(crops.made):
            assert crops.of(0) is None
        assert crops.of(0) is not None
        monkeypatch.setattr("rpn_inspector.gui.audit.crops.crop_image", lambda *_: 1 / 0)
        with qtbot.waitSignal(crops.made):
            crops.of(1)
        assert crops.failed(1)
        assert not crops.failed(0)
    finally:
        crops.close()


def test_an_error_of_the_detections_lists_the_ground_truths_behind_it(qtbot, demo, tmp_path, view):
    sample = demo[0]
    [x1, y1, x2, y2] = sample.gt[0].tolist()
    near = [x1 + (x2 - x1) * 0.6, y1, x2 - x1, y2 - y1]  # IoU 0.25: badly placed
    annotations = json.loads((resource("demo") / "annotations.json").read_text(encoding="utf-8"))
    ids = {category["name"]: category["id"] for category in annotations["categories"]}
    [number] = [one["id"] for one in annotations["images"] if one["file_name"].endswith(sample.name)]
    category = ids[demo.classes[sample.gt_class[0]]]
    box = {"image_id": number, "category_id": category, "bbox": near, "score": 0.9}
    (tmp_path / "results.json").write_text(json.dumps([box]), encoding="utf-8")
    found = ri.audit(demo, "demo", open_predictions(tmp_path / "results.json"))
    view.show_audit(found, None, "")
    errors = view.tables.evaluation.errors
    assert found.evaluation is not None
    errors.chosen.emit(int(Error.LOCALISATION))
    assert listed(view) == [int(found.annotations.first[0])]
    assert [name for name, _ in view.listing.chips] == ["error"]
    view.leave_out("error")
    assert len(listed(view)) == found.predicted.lost.sum()


def test_a_stopped_pass_over_outputs_goes_on_where_it_was(demo, early, found):
    bare = ri.audit(demo, "demo")
    held: dict = {}
    computed = []

    def counting(unit, recipe):
        computed.append(unit.number)
        return count_outputs(unit, recipe)

    with pytest.raises(Cancelled):
        with_outputs(bare, demo, early, progress=lambda *_: True, outputs_in=HeldUnits(held, Here(counting)))
    assert computed == [0] == list(held)
    again = with_outputs(bare, demo, early, outputs_in=HeldUnits(held, Here(counting)))
    assert sorted(computed) == list(range(len(computed)))  # each once
    assert again.predicted.end.tobytes() == found.predicted.end.tobytes()


class _Window(QWidget):
    """As much of the window's services as a report asks for."""

    def __init__(self, demo):
        super().__init__()
        state = SimpleNamespace(dataset=demo, predictions=None, timeline=None)
        self.workspace, self.memory, self.said, self.problems = SimpleNamespace(state=state), {}, [], []
        self.parent_widget = self

    def remember(self, **values):
        self.memory |= values

    def say(self, text, for_ms=0):
        self.said.append(text)

    def fail(self, problem):
        self.problems.append(str(problem.text))


@pytest.fixture
def services(qtbot, demo):
    made = _Window(demo)
    qtbot.addWidget(made)
    return made


def test_the_report_is_byte_for_byte_that_of_the_command(qtbot, services, demo, early, tmp_path, monkeypatch):
    opened = OpenRequest(resource("demo"))
    found = ri.audit(demo, "demo", early)
    writer = ReportWriter(services, lambda audit, *rest: audit_command(opened, audit, early, *rest))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    try:
        writer.ask(found, None)
        assert writer.working
        qtbot.waitUntil(lambda: not writer.working)
    finally:
        writer.close()
    assert writer.written == tmp_path / "mine"
    assert str(tmp_path / "mine") in services.said[-1]
    assert services.memory[FOLDER] == str(tmp_path)
    words = ["audit", str(resource("demo")), "--recipe", "demo", "--predictions", str(early.path)]
    main([*words, "--output", str(tmp_path / "command")])
    names = sorted(file.name for file in (tmp_path / "command").iterdir())
    assert names == sorted(file.name for file in (tmp_path / "mine").iterdir())
    for name in names:
        assert (tmp_path / "mine" / name).read_bytes() == (tmp_path / "command" / name).read_bytes(), name


def test_a_report_is_of_what_was_open_before_the_dialog(qtbot, services, demo, found, tmp_path, monkeypatch):
    asked, before = [], services.workspace.state

    def another_is_opened(*_):
        services.workspace.state = SimpleNamespace(dataset=None, predictions=None, timeline=None)
        asked.append("dialog")
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", another_is_opened)
    monkeypatch.setattr(report_writer, "sources_of", lambda state: asked.append(state) or sources_of(state))
    writer = ReportWriter(services, lambda *_: asked.append("command") or "")
    monkeypatch.setattr(writer, "_begin", asked.append)
    writer.ask(found, None)
    writer.close()
    assert asked[:3] == ["command", before, "dialog"]
    assert (asked[3].dataset, asked[3].folder) == (demo, tmp_path / "mine")


def test_a_folder_with_something_in_it_is_refused_as_by_the_command(qtbot, services, demo, found, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    writer = ReportWriter(services, lambda *_: "")
    try:
        writer.write(tmp_path, found, None, demo)
        qtbot.waitUntil(lambda: not writer.working)
    finally:
        writer.close()
    assert writer.written is None
    [words] = services.problems
    assert "no audit wrote" in words
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


@pytest.fixture
def page(qtbot, services, demo, early):
    made = AuditPage(LIGHT, services, lambda *_: "", lambda *_: None)
    qtbot.addWidget(made)
    made.show()
    made.render_state(None, State(ri.load_recipe("demo"), dataset=demo, predictions=early))
    yield made
    made.close_down()


def test_the_page_counts_anchors_and_then_ends_and_escape_takes_choices_back(qtbot, page, found):
    assert page.lost.sentence.text() == "Not counted as yet."
    page.set_active(True)
    qtbot.waitUntil(lambda: not page.auditor.missing)
    assert page.tabs.tabText(1) == f"Lost objects  {found.predicted.lost.sum()}"
    assert page.under.text() == "demo, early.rpn at step 60"
    page.look(1)
    page.lost.choose_end(End.CUT_BY_TOP_K)
    assert page.places.objects.columns_model.rowCount() == (found.predicted.end == End.CUT_BY_TOP_K).sum()
    qtbot.keyClick(page.places.strip, Qt.Key.Key_Escape)
    assert not page.lost.choosing
    got = []
    page.place_wanted.connect(lambda image, gt: got.append((image, gt)))
    page.lost.tables.hardest.activated.emit(page.lost.tables.hardest.columns_model.index(0, 0))
    row = int(lost_tables.hardest(found.predicted, 1)[0])
    image = int(found.annotations.image[row])
    assert got == [(image, row - int(found.annotations.first[image]))]


def test_a_suppressed_row_opens_its_own_box_and_no_other_row_does(qtbot, page, found):
    page.set_active(True)
    qtbot.waitUntil(lambda: not page.auditor.missing)
    page.look(1)
    of = found.predicted
    row, other = np.flatnonzero(of.lost)[:2].tolist()
    end, own = np.where(np.arange(len(of.end)) == row, End.SUPPRESSED, of.end), of.own.copy()
    own[row] = 77
    page.lost.show_audit(dataclasses.replace(found, predicted=dataclasses.replace(of, end=end, own=own)), None, "")
    places = []
    page.place_wanted.connect(lambda *place: places.append(place))
    for each in (row, other):
        page.places.place_wanted.emit(int(found.annotations.image[each]), each)
    assert [anchor for _, _, anchor in places] == [77, None]


def test_whose_box_took_its_place_is_told_with_the_iou_of_nms_or_as_kept(found):
    of, rows = found.predicted, np.flatnonzero(found.annotations.image == found.annotations.image[0])
    changed = {name: getattr(of, name).copy() for name in ("end", "by", "by_row", "by_iou")}
    changed["end"][0], changed["by"][0], changed["by_row"][0], changed["by_iou"][0] = End.SUPPRESSED, 5, rows[1], 0.76
    whose = f"2 {found.annotations.class_name(int(found.annotations.label[1]))}"
    assert suppressor_words(found, dataclasses.replace(of, **changed), 0) == f"{whose} at IoU 0.7600"
    changed["by_iou"] = np.full(len(of.end), np.nan)
    assert suppressor_words(found, dataclasses.replace(of, **changed), 0) == f"kept for {whose}"
    changed["by"] = np.full(len(of.end), -1)
    assert suppressor_words(found, dataclasses.replace(of, **changed), 0) == NOTHING


def test_a_side_of_the_chart_lists_its_ground_truths_by_mouse_and_by_keyboard(qtbot, page, found):
    page.set_active(True)
    qtbot.waitUntil(lambda: not page.auditor.missing)
    chart, model = page.anchors.chart, page.places.objects.columns_model
    page.anchors.list_kind("low_quality_only")
    low = found.found["low_quality_only"]
    sides = side_class(found)
    for side in chart.filled:
        centre = chart.box.mapViewToScene(QPointF((np.log2(SIDES[side]) + np.log2(SIDES[side + 1])) / 2, 0.5))
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=chart.mapFromScene(centre))
        assert model.rowCount() == (low & (sides == side)).sum()
        assert len(page.places.chips) == 1
    qtbot.keyClick(page.places.strip, Qt.Key.Key_Escape)
    assert model.rowCount() == low.sum()
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert model.rowCount() == (low & (sides == chart.filled[-2])).sum()


def test_escape_stops_the_outputs_and_the_anchors_stay(qtbot, page, monkeypatch):
    def waiting(found, *_, progress, **__):
        while not progress(3, 40):
            pass
        raise Cancelled("stopped")

    monkeypatch.setattr("rpn_inspector.gui.audit.auditor.with_outputs", waiting)
    page.set_active(True)
    qtbot.waitUntil(lambda: page.auditor.work == "outputs" and page.auditor.total == 40)
    assert page.stop.isVisible()
    qtbot.keyClick(page.places.strip, Qt.Key.Key_Escape)
    assert page.auditor.work == ""
    assert page.auditor.found is not None
    assert page.auditor.found.predicted is None
    assert page.again.text() == "Continue"
    assert page.progress_words.text().endswith("stopped before the end")
    monkeypatch.undo()
    page.again.click()
    qtbot.waitUntil(lambda: not page.auditor.missing)
    assert not page.again.isVisible()


def test_what_is_looked_at_so_far_of_the_outputs_is_shown_and_stays_when_it_is_stopped(qtbot, page, found, monkeypatch):
    looking, held = threading.Event(), threading.Event()

    def halting(unit, recipe):
        if unit.number == 2:  # the third part waits
            looking.set()
            held.wait(30)
        return count_outputs(unit, recipe)

    auditor, whole = page.auditor, found.predicted
    monkeypatch.setattr("rpn_inspector.gui.audit.auditor.PART_SECONDS", 0.0)
    monkeypatch.setattr(
        "rpn_inspector.gui.audit.auditor.execution_for",
        lambda boxes, workers=None, work=None, own=True: Here() if work is None else Here(halting),
    )
    page.set_active(True)
    page.look(1)
    qtbot.waitUntil(looking.is_set)
    qtbot.waitUntil(lambda: auditor.so_far is not None and auditor.so_far.predicted is not None)
    lost = page.lost
    done = 40 - auditor.so_far.predicted.waiting
    assert done in (8, 16)
    assert (auditor.found.predicted, page.report.isEnabled(), auditor.work) == (None, False, "outputs")
    qtbot.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    held.set()
    qtbot.waitUntil(lambda: auditor.so_far.predicted.waiting == 16)  # with the part that was in work
    here = found.annotations.image < 24
    assert auditor.so_far.predicted.end.tolist() == np.where(here, whole.end, -1).tolist()
    assert np.array_equal(auditor.so_far.predicted.loss[:24], whole.loss[:24], equal_nan=True)
    assert np.isnan(auditor.so_far.predicted.loss[24:]).all()
    assert lost.totals.text(0, 1) == "24 of 40"
    assert lost.totals.text(1, 1) == f"{int(whole.judged[here].sum()):,}"
    assert lost.sentence.text().startswith(f"{int(whole.lost[here].sum())} of {int(whole.judged[here].sum())} ")
    without = int((whole.state[:24] == NO_OUTPUTS).sum())  # those still to come are not among them
    assert f"{without} images have no outputs" in lost.means.text()
    assert page.places.objects.columns_model.rowCount() == int(whole.lost[here].sum())
    assert page.tabs.tabText(1).endswith(f"{int(whole.lost[here].sum())}")
    assert lost.tables.evaluation.absent.text() == "No mAP: not evaluated as yet"
    assert (page.again.text(), page.report.isEnabled()) == ("Continue", True)
    monkeypatch.undo()
    page.again.click()
    qtbot.waitUntil(lambda: not auditor.missing and not auditor.work)
    assert auditor.so_far is None
    told = int((whole.state != NO_OUTPUTS).sum())
    assert [lost.totals.text(0, column) for column in range(2)] == ["images with outputs", str(told)]
    assert auditor.found.predicted.end.tolist() == whole.end.tolist()


@pytest.mark.parametrize("how", ["failed", "stopped"])
def test_a_search_neither_hides_in_a_failure_nor_begins_the_outputs_again(how, qtbot, page, monkeypatch):
    asked = []

    def never(found, *_, progress, **__):
        asked.append(how)
        if how == "failed":
            raise ri.InspectorError("the file is gone")
        while not progress(3, 40):
            pass
        raise Cancelled("stopped")

    auditor = page.auditor
    monkeypatch.setattr("rpn_inspector.gui.audit.auditor.with_outputs", never)
    monkeypatch.setattr(
        "rpn_inspector.gui.audit.auditor.suggest_anchors", lambda now, **_: Suggestions(now=now, proposals=())
    )
    page.set_active(True)
    qtbot.waitUntil(lambda: bool(asked))
    auditor.stop() if how == "stopped" else qtbot.waitUntil(lambda: auditor.problem == "the file is gone")
    auditor.search()
    assert page.progress_words.text() == "looking for better anchors"
    qtbot.waitUntil(lambda: auditor.suggestions is not None)
    page.set_active(False)
    page.set_active(True)  # asks for what is missing, as every change of the state does
    assert (auditor.work, asked) == ("", [how])
    assert (page.again.isVisible(), page.again.text()) == (True, "Continue")


def test_a_model_is_asked_only_on_request_and_made_up_outputs_never(qtbot, page, demo, early):
    class Live(type(early)):
        __slots__ = ()
        live = True

    fields = [field.name for field in dataclasses.fields(early) if field.init]
    model = Live(**{name: getattr(early, name) for name in fields})
    page.render_state(None, State(ri.load_recipe("demo"), dataset=demo, predictions=model))
    page.set_active(True)
    qtbot.waitUntil(lambda: page.auditor.found is not None and not page.auditor.work)
    assert page.auditor.missing == "outputs"
    assert page.lost.sentence.text() == "Count asks the model for every picture."
    page.again.click()
    qtbot.waitUntil(lambda: not page.auditor.missing)
    page.render_state(None, State(ri.load_recipe("demo"), dataset=demo, predictions=SimulatedPredictions()))
    assert page.auditor.missing == ""
    assert page.lost.sentence.text().startswith("Simulated predictions are for looking only")


def test_a_recipe_that_no_name_tells_has_no_command(found, tmp_path):
    text = found.recipe.to_toml()
    (tmp_path / "demo.toml").write_text(text.replace("positive = 0.7", "positive = 0.6"), encoding="utf-8")
    edited = ri.load_recipe(tmp_path / "demo.toml")
    assert (edited.name, edited.hash == found.recipe.hash) == ("demo", False)
    other = dataclasses.replace(found, recipe=edited)
    assert audit_command(OpenRequest(resource("demo")), other, None, False) == ""
    assert audit_command(OpenRequest(resource("demo"), pictures=(resource("demo"),)), found, None, False) == ""
