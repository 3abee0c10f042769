"""The image list in the real window: search, sort, filter, the scan behind it, findings that lead to their place."""

import dataclasses
import threading

import numpy as np
import pytest
from gui_steps import open_demo, settled
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from rpn_inspector.analysis.scan.scan import KINDS
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.formulas.numbers import number as written
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.core.what_if import WhatIf
from rpn_inspector.data.datasets.dataset import Dataset, Notes, Record
from rpn_inspector.gui.images.findings import GRAVE, ICONS, meaning, title
from rpn_inspector.gui.images.list import BEYOND
from rpn_inspector.gui.images.row import HEIGHT
from rpn_inspector.gui.images.scan_thread import Scanner
from rpn_inspector.gui.images.thumbs import PATIENCE, SCALE, THUMB, Thumbs, thumbnail
from rpn_inspector.gui.widgets.icons import NAMES
from rpn_inspector.gui.widgets.made_images import MadeImages
from rpn_inspector.gui.widgets.theme import DARK, LIGHT
from rpn_inspector.session.state import State

pytestmark = pytest.mark.usefixtures("beside")

RECIPE = load_recipe("torchvision-mobilenet-320")  # with few anchors
LEFT = Qt.MouseButton.LeftButton
PICTURES = sorted((resource("demo") / "images").glob("*.jpg"))


def record(name, *boxes, path=None, labels=None):
    made = Record(name, path, (480, 640))
    for number, box in enumerate(boxes):
        made.add(tuple(map(float, box)), 0 if labels is None else labels[number])
    return made


def made_dataset(records, classes=("car", "person")):
    return Dataset(resource("demo"), "test", records, classes, Notes())


@pytest.fixture
def window(shared_window):
    yield shared_window
    shared_window.images.sort("order", False)  # which lasts from dataset to dataset


@pytest.fixture
def small():
    """Six pictures: an ordinary one, a zero-size box, one without boxes, twins, one without a file, two small boxes."""
    return made_dataset(
        [
            record("plain.jpg", (100, 100, 200, 220), path=PICTURES[0]),
            record("zero.jpg", (10, 10, 60, 60), (50, 80, 50, 140), path=PICTURES[1]),
            record("nothing.jpg", path=PICTURES[2]),
            record("person.jpg", (300, 200, 360, 330), path=PICTURES[3], labels=[1]),
            record("gone.jpg", (100, 100, 200, 220)),
            record("two.jpg", (20, 20, 25, 26), (400, 300, 405, 306), path=PICTURES[4]),
        ]
    )


def open_dataset(qtbot, window, dataset, predictions=None):
    window.workspace.use_recipe(RECIPE)
    window.workspace.open(dataset, predictions)
    qtbot.waitUntil(lambda: settled(window) and scanned(window))
    QApplication.processEvents()


def scanned(window):
    report = window.images.scanner.report
    return report is not None and report.complete and not window.images.scanner.running


def listed(window):
    model = window.images.model
    return [model.dataset.names[number] for number in model.rows]


def choose(window, action):
    """Choose an entry of a menu as a user would see it."""
    assert action.isEnabled()
    action.trigger()
    QApplication.processEvents()


def row_place(window, row):
    images = window.images.list
    return images.visualRect(images.images.index(row)).center()


# Rows


def test_a_row_says_what_the_window_says_of_its_picture(qtbot, window):
    open_demo(qtbot, window)
    qtbot.waitUntil(lambda: scanned(window))
    model, shown = window.images.model, window.workspace.state.shown
    parts, wrong = model.caption(0)
    positive = int((shown.inspection.assignment.label == 1).sum())
    assert parts[:2] == [f"{len(shown.inspection.gt)} GT", f"{positive}+"]
    assert f"{positive:,} positive" in window.status_line.labels["counts"].text()
    assert model.loss(0) == (f"{shown.inspection.loss.total:.4f}", False)
    assert wrong == ""
    words = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("street_01_mixed.jpg, ")
    assert f"{positive} positive anchors" in words
    assert window.images.count.text() == "40"


def test_what_is_wrong_with_a_picture_stands_in_its_row(qtbot, window, small):
    open_dataset(qtbot, window, small)
    model = window.images.model
    parts, wrong = model.caption(1)
    assert (parts[0], wrong) == ("2 GT", "1 zero-size")
    assert model.caption(2) == (["0 GT", "0+"], "")
    assert model.caption(4) == (["1 GT"], "no picture")
    assert "was not found" in model.data(model.index(4), Qt.ItemDataRole.ToolTipRole)
    assert model.name(4) == "gone"


def test_the_rows_are_painted_in_the_colours_of_the_theme(qtbot, window, small):
    window.main_window.resize(1440, 1100)  # five rows are in sight
    open_dataset(qtbot, window, small)
    qtbot.waitUntil(lambda: not window.images.waiting())
    for theme in (LIGHT, DARK):
        window.set_theme(theme)
        image = window.images.list.viewport().grab().toImage()
        assert image.pixelColor(1, HEIGHT // 2) == QColor(theme.selected_bar)
        assert image.pixelColor(70, HEIGHT // 2) == QColor(theme.selected_row)
        assert image.pixelColor(5, HEIGHT + HEIGHT // 2) == QColor(theme.dock)
        row = image.copy(77, 4 * HEIGHT, 150, HEIGHT)
        assert QColor(theme.negative_text) in [row.pixelColor(x, y) for x in range(150) for y in range(HEIGHT)]


def test_a_loss_that_is_no_number_is_written_and_marked(qtbot, window, small):
    class Broken(SimulatedPredictions):
        def predict(self, sample, recipe):
            made = super().predict(sample, recipe)
            bad = sample.name == "plain.jpg"
            return dataclasses.replace(made, objectness=made.objectness * np.nan) if bad else made

    with np.errstate(invalid="ignore"):
        open_dataset(qtbot, window, small, Broken())
    assert window.images.model.loss(0) == ("NaN", True)
    choose(window, window.images.sort_button.keys["loss"])
    assert listed(window)[0] == "plain.jpg"


# Search, sort, filter


def test_typing_lists_pictures_by_name_or_class(qtbot, window, small):
    open_dataset(qtbot, window, small)
    field = window.images.filter
    assert field.placeholderText() == "Filter by name or class"
    qtbot.keyClicks(field, "PERSON")
    qtbot.waitUntil(lambda: listed(window) == ["person.jpg"])
    assert window.images.count.text() == "1 of 6"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(listed(window)) == 6)
    qtbot.keyClicks(field, "car")
    qtbot.waitUntil(lambda: listed(window) == ["plain.jpg", "zero.jpg", "gone.jpg", "two.jpg"])
    qtbot.keyClicks(field, " xyz")
    qtbot.waitUntil(lambda: listed(window) == [])
    assert window.images.count.text() == "0 of 6"


def test_enter_goes_from_the_field_to_the_first_found(qtbot, window, small):
    open_dataset(qtbot, window, small)
    window.main_window.activateWindow()
    window.images.filter.setFocus()
    qtbot.keyClicks(window.images.filter, "two")
    qtbot.keyClick(window.images.filter, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: settled(window))
    assert window.workspace.state.index == 5
    assert window.status_line.labels["file"].text().startswith("two.jpg")
    assert window.images.list.hasFocus()


def test_the_chosen_row_keeps_its_place_when_the_order_changes(qtbot, window):
    names = [record(f"{number}.jpg", (100, 100, 200, 220), path=PICTURES[number % 40]) for number in range(60)]
    open_dataset(qtbot, window, made_dataset(names))
    window.workspace.go_to(30)
    qtbot.waitUntil(lambda: settled(window))
    view, bar = window.images.list, window.images.list.verticalScrollBar()
    top = view.visualRect(view.currentIndex()).top()
    choose(window, window.images.sort_button.keys["name"])
    choose(window, window.images.sort_button.directions[True])
    assert listed(window)[0] == "59.jpg"
    assert window.images.sort_button.text() == "name ↓"
    assert int(view.images.rows[view.currentIndex().row()]) == 30
    assert view.visualRect(view.currentIndex()).top() == top
    assert bar.value() > 0


def test_next_goes_as_the_pictures_are_listed(qtbot, window, small):
    open_dataset(qtbot, window, small)
    choose(window, window.images.sort_button.keys["gt_count"])
    assert listed(window) == ["nothing.jpg", "plain.jpg", "person.jpg", "gone.jpg", "zero.jpg", "two.jpg"]
    qtbot.keyClick(window.canvas, Qt.Key.Key_Right)
    assert window.workspace.state.index == 3
    qtbot.keyClick(window.canvas, Qt.Key.Key_End)
    assert window.workspace.state.index == 5
    qtbot.keyClick(window.canvas, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: settled(window))
    assert window.status_line.labels["file"].text().startswith("zero.jpg")


def test_arrows_in_the_list_go_through_it(qtbot, window, small):
    open_dataset(qtbot, window, small)
    window.main_window.activateWindow()
    window.images.list.setFocus()
    qtbot.waitUntil(window.images.list.hasFocus)
    qtbot.keyClick(window.images.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: settled(window))
    assert window.status_line.labels["image"].text() == "image 2 of 6"
    qtbot.mouseClick(window.images.list.viewport(), LEFT, pos=row_place(window, 3))
    assert window.workspace.state.index == 3


def test_a_picture_that_is_not_listed_leads_to_the_nearest_listed(qtbot, window, small):
    open_dataset(qtbot, window, small)
    window.images.show_only(("unreadable", "degenerate"))
    assert listed(window) == ["zero.jpg", "gone.jpg"]
    window.workspace.go_to(3)
    assert window.images.beside(3, +1) == 4
    assert window.images.beside(3, -1) == 1
    assert not window.images.list.currentIndex().isValid()


def test_filters_are_chosen_with_counts_and_taken_away_by_their_chip(qtbot, window, small):
    open_dataset(qtbot, window, small)
    images = window.images
    images.filter_button.menu().aboutToShow.emit()
    entries = {action.text(): action for action in images.filter_button.menu().actions()}
    assert "Zero-size box in training  1" in entries
    choose(window, entries["Zero-size box in training  1"])
    assert listed(window) == ["zero.jpg"]
    images.filter_button.menu().aboutToShow.emit()
    choose(window, next(a for a in images.filter_button.menu().actions() if a.text() == "No ground truth"))
    assert listed(window) == ["zero.jpg", "nothing.jpg"]
    chips = list(images.chips.chips)
    assert [chip.text() for chip in chips] == ["Zero-size box in training", "No ground truth"]
    qtbot.mouseClick(chips[0], LEFT)
    assert listed(window) == ["nothing.jpg"]
    images.filter_button.menu().aboutToShow.emit()
    choose(window, images.filter_button.menu().actions()[-1])
    assert len(listed(window)) == 6


def test_another_dataset_forgets_what_was_searched_for(qtbot, window, small):
    open_dataset(qtbot, window, small)
    window.images.filter.setText("two")
    window.images.show_only(("empty",))
    open_dataset(qtbot, window, made_dataset([record("new.jpg", (1, 1, 50, 50), path=PICTURES[0])]))
    assert listed(window) == ["new.jpg"]
    assert window.images.filter.text() == ""


# Findings


def test_a_click_on_a_finding_goes_to_its_next_place_and_shift_back(qtbot, window, small):
    open_dataset(qtbot, window, small)
    row = window.images.findings.rows["low_quality_only"]
    report = window.images.scanner.report
    every = [
        (image, gt)
        for image in range(6)
        for kind, gts in report.found(image)
        if kind == "low_quality_only"
        for gt in gts
    ]
    assert len(every) >= 3
    assert row.count_text == str(len(every))

    def click(modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.mouseClick(row, LEFT, modifier)
        qtbot.waitUntil(lambda: settled(window))
        state = window.workspace.state
        return state.index, state.gt

    seen = [click() for _ in every]
    assert [place[0] for place in seen] == [place[0] for place in every]
    assert [place for place in seen if place[0] != 4] == [place for place in every if place[0] != 4]  # 4 has no file
    assert row.count_text == f"{len(every)} of {len(every)}"
    assert click(Qt.KeyboardModifier.ShiftModifier)[0] == every[-2][0]
    assert row.accessibleName().startswith("Low-quality only, ")


def test_a_finding_in_the_picture_on_the_screen_is_focused_at_once(qtbot, window, small):
    open_dataset(qtbot, window, small)
    window.workspace.go_to(5)
    qtbot.waitUntil(lambda: settled(window))
    window.workspace.visit(5, 1)
    assert (window.workspace.state.gt, window.workspace.state.busy) == (1, False)
    window.tables.setCurrentWidget(window.tables.ground_truths)
    assert window.tables.ground_truths.currentIndex().row() == 1


def test_a_finding_left_for_another_picture_focuses_nothing_there(qtbot, window, small):
    open_dataset(qtbot, window, small)
    window.workspace.visit(5, 1)
    window.workspace.go_to(1)
    qtbot.waitUntil(lambda: settled(window))
    assert (window.workspace.state.index, window.workspace.state.gt) == (1, None)


def test_a_finding_of_the_dataset_is_left_with_its_picture(qtbot, window, small):
    open_dataset(qtbot, window, small)
    qtbot.waitUntil(lambda: window.images.linter.report is not None)
    lint = window.images.findings.lint
    kind, found = next((kind, found) for kind, found in lint.report.kinds.items() if len(found))
    lint.step(kind)
    qtbot.waitUntil(lambda: settled(window))
    assert lint.rows[kind].current
    assert not lint.words.isHidden()
    window.workspace.go_to((max(found.place(0)[0], 0) + 2) % 6)
    qtbot.waitUntil(lambda: settled(window))
    assert not lint.rows[kind].current
    assert lint.words.isHidden()


def test_findings_are_reached_by_the_keyboard(qtbot, window, small):
    open_dataset(qtbot, window, small)
    window.main_window.activateWindow()
    row = window.images.findings.rows["degenerate"]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(row.hasFocus)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: settled(window))
    assert (window.workspace.state.index, window.workspace.state.gt) == (1, 1)
    assert window.images.findings.rows["degenerate"].current
    window.workspace.go_to(0)
    assert not row.current


def test_only_the_pictures_of_a_finding_can_be_listed(qtbot, window, small):
    open_dataset(qtbot, window, small)
    window.images.findings.rows["unreadable"].only_wanted.emit()
    assert listed(window) == ["gone.jpg"]
    assert window.images.count.text() == "1 of 6"


def test_commands_step_through_findings_the_gravest_first(qtbot, window, small):
    open_dataset(qtbot, window, small)
    choose(window, window.menus.by_name["Next place of the finding"])
    assert window.images.findings.at == ("unreadable", (4, -1))


def test_a_missing_picture_is_one_line_of_the_findings(qtbot, window, small):
    open_dataset(qtbot, window, small)
    findings, linter = window.images.findings, window.images.linter
    qtbot.waitUntil(lambda: linter.report is not None and not findings.rows["unreadable"].isHidden())
    assert linter.report.kinds["missing_picture"].total == 1
    assert findings.lint.rows["missing_picture"].isHidden()
    shown = [linter.report.kinds[kind].total for kind, row in findings.lint.rows.items() if not row.isHidden()]
    assert findings.lint.scope.text() == str(sum(shown))
    stopped = (findings.report, findings.recipe, False, True)  # of a scan that has not come to all the linter counted
    findings.show_report(*stopped)
    assert not findings.lint.rows["missing_picture"].isHidden()


def test_every_finding_has_words_an_icon_and_a_meaning():
    for name in ("torchvision-fpn", "yolov3-416", "ssd300-torchvision", "atss-mmdet"):
        recipe = load_recipe(name)
        words = [title(kind) for kind in KINDS]
        assert len(set(words)) == len(KINDS)
        assert all(meaning(kind, recipe).endswith(".") for kind in KINDS)
    assert set(ICONS.values()) <= set(NAMES)
    assert set(KINDS) >= GRAVE
    assert "none at IoU 0.50" in meaning("unmatched", load_recipe("ssd300-torchvision"))


def test_a_what_if_says_its_loss_in_the_row_and_leaves_it_after(qtbot, window):
    open_demo(qtbot, window)
    qtbot.waitUntil(lambda: scanned(window))
    images, state = window.images.model, window.workspace.state
    number, before = state.index, images.loss(state.index)
    owner = int(state.shown.inspection.assignment.gt[state.shown.inspection.positive[0]])
    moved = state.shown.inspection.gt[owner] + np.float32(6)
    window.workspace.try_out(WhatIf(int(state.shown.inspection.positive[0]), truth=owner, gt=moved))
    qtbot.waitUntil(lambda: window.workspace.state.shown.what_if is not None)
    tried = window.workspace.state.shown.inspection.loss.total
    assert images.loss(number)[0] == written(float(tried)) != before[0]
    assert "what-if" in images.described(number)
    window.workspace.try_out(None)
    qtbot.waitUntil(lambda: window.workspace.state.shown.what_if is None)
    assert images.loss(number) == before
    assert "what-if" not in images.described(number)


# The scan


def test_the_scan_says_how_far_it_is_and_stops_when_asked(qtbot, window, gate):
    dataset = gate.dataset(12)
    window.workspace.use_recipe(RECIPE)
    window.workspace.open(dataset, gate)
    qtbot.waitUntil(lambda: settled(window))
    gate.let(3)
    qtbot.waitUntil(lambda: window.images.scanner.report.scanned >= 3)
    findings = window.images.findings
    assert findings.scope.text() == f"{window.images.scanner.report.scanned} of 12 images"
    assert findings.progress.isVisible()
    qtbot.mouseClick(findings.button, LEFT)
    assert not window.images.scanner.running
    known = window.images.scanner.report.scanned
    gate.open()
    assert "Scan the other" in findings.button.accessibleName()
    qtbot.mouseClick(findings.button, LEFT)
    qtbot.waitUntil(lambda: scanned(window))
    assert known < 12
    assert findings.scope.text() == "boxes in 12 images"
    assert not findings.progress.isVisible()
    assert not findings.button.isVisible()


def test_the_picture_on_the_screen_is_scanned_first(qtbot, gate):
    scanner = Scanner()
    order = []
    scanner.scanned.connect(order.extend)
    dataset = gate.dataset(60)
    gate.open()
    try:
        scanner.render_state(None, State(recipe=RECIPE, dataset=dataset, index=30, predictions=gate))
        qtbot.waitUntil(lambda: scanner.report.complete)
        assert order[:5] == [30, 31, 29, 32, 28]
        assert sorted(order) == list(range(60))
    finally:
        scanner.close()


def test_the_scan_holds_still_while_the_window_is_busy(qtbot, gate):
    scanner = Scanner()
    gate.open()
    busy = State(recipe=RECIPE, dataset=gate.dataset(8), predictions=gate, busy=True)
    try:
        scanner.render_state(None, busy)
        qtbot.waitUntil(lambda: scanner.report.scanned == 1)
        assert scanner.running
        assert gate.asked == 1
        scanner.render_state(busy, dataclasses.replace(busy, busy=False))
        qtbot.waitUntil(lambda: scanner.report.complete)
    finally:
        scanner.close()


def test_the_scan_holds_still_at_a_closed_gate(qtbot, gate):
    first, second = threading.Event(), threading.Event()
    scanner = Scanner(gates=(first, second))
    gate.open()
    try:
        first.set()
        scanner.render_state(None, State(recipe=RECIPE, dataset=gate.dataset(8), predictions=gate))
        qtbot.waitUntil(lambda: scanner.report.scanned == 1)
        assert scanner.running
        assert gate.asked == 1
        second.set()
        qtbot.waitUntil(lambda: scanner.report.complete)
    finally:
        first.set()
        second.set()
        scanner.close()


def test_another_recipe_scans_anew_and_the_first_is_back_at_once(qtbot, window, small):
    open_dataset(qtbot, window, small)
    first = window.images.scanner.report
    before = window.images.model.caption(0)
    window.navigate.choose_recipe("paper-vgg16")
    assert window.images.scanner.report is not first
    assert not window.images.model.known(0) or window.images.scanner.report.done[0]
    qtbot.waitUntil(lambda: settled(window) and scanned(window))
    assert window.images.model.caption(0) != before
    window.navigate.choose_recipe(RECIPE.name)
    assert window.images.scanner.report is first
    assert not window.images.scanner.running
    assert window.images.model.caption(0) == before


def test_rows_of_an_older_choice_never_reach_the_list(qtbot, gate):
    scanner = Scanner()
    one = State(recipe=RECIPE, dataset=gate.dataset(5), predictions=gate)
    other = dataclasses.replace(one, predictions=None)
    try:
        scanner.render_state(None, one)
        qtbot.waitUntil(lambda: gate.asked == 1)
        scanner.render_state(one, other)
        gate.open()
        qtbot.waitUntil(lambda: scanner.report.complete)
        assert not scanner.report.has_loss
    finally:
        scanner.close()


def test_closing_in_the_middle_of_a_scan_leaves_no_thread(qtbot, gate):
    before = set(threading.enumerate())
    scanner = Scanner()
    scanner.render_state(None, State(recipe=RECIPE, dataset=gate.dataset(50), predictions=gate))
    qtbot.waitUntil(lambda: gate.asked == 1)
    gate.open()
    scanner.close()
    assert set(threading.enumerate()) == before
    described = []
    scanner.scanned.connect(described.append)
    QApplication.processEvents()
    assert described == []


@pytest.fixture
def gate():
    """Outputs that answer only as often as they are let."""

    class Gate(SimulatedPredictions):
        def __init__(self):
            self.left = threading.Semaphore(0)
            self.wide = False
            self.asked = 0

        def let(self, count):
            for _ in range(count):
                self.left.release()

        def open(self):
            self.wide = True
            self.let(1)

        def predict(self, sample, recipe):
            if threading.current_thread().name != "scan":
                return super().predict(sample, recipe)
            self.asked += 1
            if not self.wide:
                self.left.acquire(timeout=60)
            return super().predict(sample, dataclasses.replace(recipe))

        def dataset(self, count):
            box = (100, 100, 200, 220)
            return made_dataset([record(f"{n}.jpg", box, path=PICTURES[n % 40]) for n in range(count)])

    made = Gate()
    yield made
    made.open()


# Thumbnails


def test_thumbnails_are_the_middle_of_the_picture_and_small(tmp_path, qapp):
    import cv2

    wide = np.zeros((100, 4000, 3), np.uint8)
    wide[:, 1900:2100] = (0, 0, 255)
    cv2.imwrite(str(tmp_path / "wide.png"), wide)
    image = thumbnail(made_dataset([record("wide.png", path=tmp_path / "wide.png")]), 0)
    assert (image.width(), image.height()) == (SCALE * THUMB.width(), SCALE * THUMB.height())
    assert image.pixelColor(image.width() // 2, image.height() // 2) == QColor(255, 0, 0)
    large = thumbnail(made_dataset([record("demo.jpg", path=PICTURES[0])]), 0)
    assert large.size() == image.size()


def test_a_thumbnail_waits_at_its_gate_but_not_for_ever(qtbot):
    waited = []

    class Shut(threading.Event):
        def wait(self, timeout=None):
            waited.append(timeout)
            return super().wait(0)

    thumbs = Thumbs()
    thumbs.gate = Shut()
    thumbs.use(made_dataset([record("demo.jpg", path=PICTURES[0])]))
    try:
        assert thumbs.of(0) is None
        qtbot.waitUntil(lambda: thumbs.of(0) is not None)
        assert waited == [PATIENCE]
    finally:
        thumbs.close()


def test_what_is_being_made_or_was_made_and_not_yet_taken_in_is_not_ordered_again(qtbot):
    begun, going_on, made = threading.Event(), threading.Event(), []

    class Slow(MadeImages):
        def make(self, source, number):
            made.append((source, number))
            begun.set()
            going_on.wait()
            return QImage(2, 2, QImage.Format.Format_RGB32)

    images = Slow("slow", 20, 20, newest_first=False)
    try:
        images.take("a")
        assert images.of(0) is None
        assert begun.wait(60)
        assert images.of(0) is None  # painted again meanwhile
        images.of(1)
        begun.clear()
        going_on.set()
        assert begun.wait(60)  # 0 is made, and lies unread before this thread
        assert images.of(0) is None
        qtbot.waitUntil(lambda: not images.waiting())
        assert made == [("a", 0), ("a", 1)]
        assert images.of(0) is not None

        begun.clear()
        going_on.clear()
        images.of(2)
        assert begun.wait(60)
        images.take("b")  # what is under way is of the source before
        assert images.of(2) is None
        going_on.set()
        qtbot.waitUntil(lambda: images.of(2) is not None)
        assert made[2:] == [("a", 2), ("b", 2)]
    finally:
        going_on.set()
        images.close()


def test_an_error_of_one_small_picture_leaves_the_thread_to_the_others(qtbot):
    class Failing(MadeImages):
        def make(self, source, number):
            return QImage(2, 2, QImage.Format.Format_RGB32) if number else source.lost

    images = Failing("failing", 20, 20, newest_first=False)
    try:
        images.take("a")
        for number in (0, 1):
            assert images.of(number) is None
        qtbot.waitUntil(lambda: not images.waiting())
        assert images.failed(0)
        assert images.of(1) is not None
    finally:
        images.close()


def test_what_cannot_be_shown_gives_no_thumbnail_and_no_error(tmp_path, qtbot):
    (tmp_path / "text.jpg").write_bytes(b"no picture")
    (tmp_path / "torn.jpg").write_bytes(PICTURES[0].read_bytes()[:3000])
    dataset = made_dataset([record(n, path=tmp_path / n) for n in ("text.jpg", "gone.jpg")] + [record("none")])
    assert all(thumbnail(dataset, number).isNull() for number in range(4))
    assert not thumbnail(made_dataset([record("torn.jpg", path=tmp_path / "torn.jpg")]), 0).isNull()
    thumbs = Thumbs()
    thumbs.use(dataset)
    try:
        assert thumbs.of(0) is None
        assert not thumbs.failed(0)
        qtbot.waitUntil(lambda: thumbs.failed(0))
    finally:
        thumbs.close()


def test_the_number_of_thumbnails_held_is_bounded(qtbot, monkeypatch):
    monkeypatch.setattr("rpn_inspector.gui.images.thumbs.KEPT", 20)
    dataset = made_dataset([record(str(number)) for number in range(50)])
    thumbs = Thumbs()
    thumbs.use(dataset)
    try:
        for number in range(50):
            thumbs.of(number)
            qtbot.waitUntil(lambda number=number: thumbs.failed(number))
        assert len(thumbs) == 20
        assert thumbs.failed(49)
        assert not thumbs.failed(0)
    finally:
        thumbs.close()


# A hundred thousand


def test_a_hundred_thousand_pictures_scroll_by_painting_those_in_sight(qtbot, window, monkeypatch):
    records = [
        record(f"frame_{number:06d}.jpg", *[(50, 50, 150, 150)] * (number % 4), path=PICTURES[number % 40])
        for number in range(100_000)
    ]
    window.workspace.use_recipe(RECIPE)
    window.workspace.open(made_dataset(records))
    qtbot.waitUntil(lambda: settled(window))
    view = window.images.list
    bar = view.verticalScrollBar()
    assert window.images.count.text() == "100,000"
    painted = []
    monkeypatch.setattr(window.images.model.thumbs, "of", painted.append)  # asked for each row that is painted
    for place in np.random.default_rng(1).integers(0, bar.maximum(), 40).tolist():
        painted.clear()
        bar.setValue(place)
        view.viewport().repaint()
        assert place // HEIGHT in painted
        assert len(set(painted)) <= view.viewport().height() // HEIGHT + 2 + 2 * BEYOND
    monkeypatch.undo()
    choose(window, window.images.sort_button.keys["gt_count"])
    choose(window, window.images.sort_button.directions[True])
    assert window.images.model.dataset.count(int(window.images.model.rows[0])) == 3
    qtbot.keyClicks(window.images.filter, "frame_09999")
    qtbot.waitUntil(lambda: len(window.images.model.rows) == 10)
    in_sight = int(window.images.model.rows[5])
    qtbot.waitUntil(lambda: bool(window.images.scanner.report.done[in_sight]))  # those in sight first
    assert not window.images.scanner.report.complete
    window.images.scanner.stop()
    middle = QPoint(100, HEIGHT + 5)
    qtbot.mouseClick(view.viewport(), LEFT, pos=middle)
    qtbot.waitUntil(lambda: settled(window))
    assert window.status_line.labels["image"].text().endswith(" 100,000")


def test_the_row_is_that_of_the_picture_seen_until_another_is_shown(qtbot, window):
    names = [record(f"{number}.jpg", (100, 100, 200, 220), path=PICTURES[number % 40]) for number in range(30)]
    open_dataset(qtbot, window, made_dataset(names))
    view = window.images.list

    def row():
        return int(view.images.rows[view.currentIndex().row()])

    window.worker._kept.clear()
    window.navigate.next_image(+3)
    assert (window.workspace.state.index, row()) == (3, 0), "the picture of row 0 is still seen"
    qtbot.waitUntil(lambda: settled(window))
    assert row() == 3
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.images.index(4)).center())
    assert row() == 4, "where the user went"
    qtbot.waitUntil(lambda: settled(window))
    assert row() == window.workspace.state.shown.index == 4


def test_thumbnails_are_made_of_the_rows_that_come_in_sight_next(qtbot, window):
    names = [record(f"{number}.jpg", (100, 100, 200, 220), path=PICTURES[number % 40]) for number in range(60)]
    open_dataset(qtbot, window, made_dataset(names))
    last = window.images.list._in_sight()[1]
    qtbot.waitUntil(lambda: not window.images.model.waiting())
    assert set(range(last + BEYOND)) <= set(window.images.model.thumbs._kept)
