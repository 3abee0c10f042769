"""The linter in the real window: looked for in the background, each finding a click away, copied as text or JSON."""

from __future__ import annotations

import dataclasses
import json
import shutil

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from rpn_inspector.analysis.lint.lint import KINDS, FindingList, lint, said
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.dataset import Dataset, Notes, Record
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.gui.images import lint_thread as linting
from rpn_inspector.gui.images.findings import UNREADABLE
from rpn_inspector.gui.images.lint_section import LintSection
from rpn_inspector.gui.widgets.lint_words import lint_title
from rpn_inspector.gui.widgets.theme import LIGHT
from rpn_inspector.session.state import State

PICTURES = sorted((resource("demo") / "images").glob("*.jpg"))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(shared_window):
    return shared_window


def record(name, *boxes, path=None):
    made = Record(name, path, None)
    for box in boxes:
        made.add(tuple(map(float, box)), 0)
    return made


@pytest.fixture
def odd():
    """Twins in the second picture, a box far outside in the third, and a class that no box has."""
    records = [
        record("plain.jpg", (10, 10, 60, 70), path=PICTURES[0]),
        record("twins.jpg", (1, 1, 9, 9), (20, 20, 90, 90), (20, 20, 90, 90), path=PICTURES[1]),
        record("outside.jpg", (10, 10, 60, 9000), path=PICTURES[2]),
    ]
    return Dataset(resource("demo"), "test", records, ("car", "ghost"), Notes())


def looked(qtbot, window, dataset):
    window.workspace.open(dataset)
    qtbot.waitUntil(lambda: window.images.linter.report is not None)
    qtbot.waitUntil(lambda: not window.workspace.state.busy and window.workspace.state.shown is not None)
    QApplication.processEvents()
    return window.images.findings.lint


def shown_kinds(section):
    return {kind for kind, row in section.rows.items() if not row.isHidden()}


def test_every_kind_has_words():
    assert all(lint_title(kind) for kind in KINDS)


def test_kinds_found_stand_under_the_findings_and_a_click_goes_to_the_box(qtbot, window, odd):
    section = looked(qtbot, window, odd)
    assert {"duplicates", "outside", "class_gaps"} <= shown_kinds(section)
    assert section.scope.text() == f"{window.images.linter.report.total}"
    assert not section.progress.isVisible()
    qtbot.mouseClick(section.rows["duplicates"], LEFT)
    qtbot.waitUntil(lambda: window.workspace.state.index == 1)
    assert section.rows["duplicates"].current
    assert section.words.text().startswith("twins.jpg: ground truth 3 (car)")
    qtbot.waitUntil(lambda: not window.workspace.state.busy)
    assert window.workspace.state.gt == 2


def test_what_is_of_the_dataset_is_said_without_going_anywhere(qtbot, window, odd):
    section = looked(qtbot, window, odd)
    qtbot.mouseClick(section.rows["class_gaps"], LEFT)
    assert section.words.text() == "class 1, ghost, has no box"
    assert window.workspace.state.index == 0


def test_findings_are_copied_as_text_and_as_json(qtbot, window, odd):
    section = looked(qtbot, window, odd)
    clipboard = QApplication.clipboard()
    section.copy_all(True)
    document = json.loads(clipboard.text())
    assert document["images"] == 3
    assert document["kinds"]["duplicates"]["count"] == 1
    section.copy_all(False)
    assert "duplicates: 1 in 1 image:" in clipboard.text()
    section.copy_kind("duplicates", True)
    assert json.loads(clipboard.text())["findings"][0]["gt"] == 2
    section.copy_kind("duplicates", False)
    assert clipboard.text().startswith("twins.jpg: ground truth 3")


def test_a_large_dataset_waits_to_be_asked_and_can_be_stopped(qtbot, window, odd, monkeypatch):
    monkeypatch.setattr(linting, "AUTOMATIC", 2)
    window.workspace.open(odd)
    linter, section = window.images.linter, window.images.findings.lint
    assert (linter.report, linter.running, section.scope.text()) == (None, False, "not looked through")
    section.button.click()
    assert linter.running
    assert section.button.accessibleName() == "Stop looking"
    section.button.click()
    assert not linter.running
    section.button.click()
    qtbot.waitUntil(lambda: linter.report is not None)


def test_another_dataset_takes_the_findings_away(qtbot, window, odd):
    section = looked(qtbot, window, odd)
    plain = Dataset(
        resource("demo"), "test", [record("plain.jpg", (10, 10, 60, 70), path=PICTURES[0])], ("car",), Notes()
    )
    window.workspace.open(plain)
    assert shown_kinds(section) == set()
    qtbot.waitUntil(lambda: window.images.linter.report is not None)
    assert "duplicates" not in shown_kinds(section)


@pytest.fixture
def broken():
    """Many kinds at once: more rows than a small window has room for."""
    records = [
        record("flat.jpg", (10, 10, 10, 70), (30, 30, 60, 30), (5, 5, 40, 40), path=PICTURES[0]),
        record("twins.jpg", (20, 20, 90, 90), (20, 20, 90, 90), (3, 3, 4, 4), path=PICTURES[1]),
        record("outside.jpg", (10, 10, 60, 9000), path=PICTURES[2]),
        record("sizes.jpg", (100, 100, 30, 20), path=PICTURES[3]),
        record("fractions.jpg", (0.1, 0.1, 0.5, 0.5), path=PICTURES[4]),
        record("gone.jpg", (10, 10, 60, 70)),
        record("empty.jpg", path=PICTURES[5]),
    ]
    return Dataset(resource("demo"), "test", records, ("car", "ghost"), Notes())


def nothing_of(kind):
    return FindingList(kind, 0, 0, 0, lambda _: None, lambda _: (-1, -1), (np.zeros(0, int), np.zeros(0, int)))


def in_sight(area, widget):
    """Whether all of a widget is seen in the scrolled area around it."""
    viewport = area.viewport()
    top = widget.mapTo(viewport, widget.rect().topLeft())
    return top.y() >= 0 and top.y() + widget.height() <= viewport.height() and widget.isVisible()


def test_the_example_stands_in_sight_under_its_row_whichever_is_clicked(qtbot, window, broken):
    window.main_window.resize(1366, 768)
    section = looked(qtbot, window, broken)
    report, area = window.images.linter.report, window.images.findings.area
    kinds = [kind for kind, row in section.rows.items() if not row.isHidden()]
    assert len(kinds) >= 7
    for kind in (*kinds, kinds[0]):
        row = section.rows[kind]
        area.ensureWidgetVisible(row)
        qtbot.mouseClick(row, LEFT)
        assert section.words.text() == said(report.kinds[kind][section.at[1]])
        qtbot.waitUntil(lambda row=row: in_sight(area, section.words) and in_sight(area, row))
        qtbot.waitUntil(lambda row=row: section.words.geometry().top() == row.geometry().bottom() + 1)
    qtbot.waitUntil(lambda: not window.workspace.state.busy)


def test_clicks_step_through_the_examples_of_a_kind(qtbot, window, broken):
    section = looked(qtbot, window, broken)
    row, found = section.rows["degenerate"], window.images.linter.report.kinds["degenerate"]
    heard = []
    for _ in range(len(found) + 1):
        qtbot.mouseClick(row, LEFT)
        heard.append(section.words.text())
    assert heard == [said(one) for one in (*found, found[0])]
    assert len(set(heard)) == len(found) >= 2
    assert said(found[0]) in row.toolTip()
    qtbot.waitUntil(lambda: not window.workspace.state.busy)


def test_down_and_up_walk_the_rows_and_leave_the_anchors_alone(qtbot, window, broken):
    section = looked(qtbot, window, broken)
    findings = window.images.findings
    rows = [row for row in (*findings.rows.values(), *section.rows.values()) if not row.isHidden()]
    rows[0].setFocus()
    for row in rows[:-1]:
        assert window.main_window.focusWidget() is row
        qtbot.keyClick(row, Qt.Key.Key_Down)
        assert window.workspace.state.selection is None
    assert window.main_window.focusWidget() is rows[-1]
    qtbot.waitUntil(lambda: in_sight(findings.area, rows[-1]))
    qtbot.keyClick(rows[-1], Qt.Key.Key_Down)
    assert window.main_window.focusWidget() is rows[-1]
    qtbot.keyClick(rows[-1], Qt.Key.Key_Up)
    assert window.main_window.focusWidget() is rows[-2]


def test_a_small_window_shows_several_kinds_at_once(qtbot, window, broken):
    window.main_window.resize(1366, 768)
    section = looked(qtbot, window, broken)
    window.docks.reset()
    area = window.images.findings.area
    qtbot.waitUntil(lambda: sum(in_sight(area, row) for row in section.rows.values()) >= 4)


@pytest.mark.parametrize("width", [1366, 1440])
@pytest.mark.parametrize("total", [40, 118_287])
def test_the_heading_and_how_far_the_looking_is_are_never_cut(qtbot, window, width, total):
    window.main_window.resize(width, 768)
    section = looked(qtbot, window, Dataset(resource("demo"), "test", [record("a.jpg", path=PICTURES[0])], (), Notes()))
    nothing = dataclasses.replace(section.report, kinds={kind: nothing_of(kind) for kind in KINDS})
    for state in ((None, True, False), (None, False, True), (nothing, False, False)):
        section.show_report(*state, total, total, "")
        for label in (section.heading, section.scope):
            qtbot.waitUntil(lambda label=label: label.fontMetrics().horizontalAdvance(label.text()) <= label.width())


def test_a_label_without_a_picture_stands_there_whatever_a_scan_finds_unreadable(qtbot, tmp_path):
    def seen(*labels):
        for name in labels:
            (tmp_path / f"{name}.txt").write_text("0 .5 .5 .2 .2\n")
        section.show_report(lint(open_dataset(tmp_path)), False, False, 2, 2, "")
        return not section.rows["unreadable_picture"].isHidden(), not section.rows["missing_picture"].isHidden()

    shutil.copy(PICTURES[0], tmp_path / "a.jpg")
    (tmp_path / "b.jpg").write_bytes(b"no picture")
    section = LintSection(LIGHT)
    qtbot.addWidget(section)
    assert seen("a", "b") == (True, False)
    section.leave_out(UNREADABLE)
    assert not shown_kinds(section) & UNREADABLE
    assert section.scope.text() == section.scope.toolTip() == "nothing else"
    assert seen("lost") == (False, True)
    assert section.scope.text() == "1"


def test_a_closed_linter_begins_no_more(qapp):
    linter, state = linting.Linter(), State(load_recipe("demo"), dataset=open_dataset(resource("demo")))
    linter.close()
    linter.render_state(None, state)  # a state may come to a window that is closing
    assert not linter.running
    linter.deleteLater()
