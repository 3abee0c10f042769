"""The linter in the real window: looked for in the background, each finding a click away, copied as text or JSON."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from rpn_inspector.core.resources import resource
from rpn_inspector.data.dataset import Dataset, Notes, Record
from rpn_inspector.gui import linter as linting
from rpn_inspector.gui.lintsection import lint_title
from rpn_inspector.work.lint import KINDS

PICTURES = sorted((resource("demo") / "images").glob("*.jpg"))
LEFT = Qt.MouseButton.LeftButton


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
    qtbot.waitUntil(lambda: window.images.linter.report is not None, timeout=20_000)
    qtbot.waitUntil(
        lambda: not window.workspace.state.busy and window.workspace.state.shown is not None, timeout=20_000
    )
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
    qtbot.waitUntil(lambda: not window.workspace.state.busy, timeout=20_000)
    assert window.workspace.state.truth == 2


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
    assert "duplicates: 1 in 1 images" in clipboard.text()
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
    qtbot.waitUntil(lambda: linter.report is not None, timeout=20_000)


def test_another_dataset_takes_the_findings_away(qtbot, window, odd):
    section = looked(qtbot, window, odd)
    plain = Dataset(
        resource("demo"), "test", [record("plain.jpg", (10, 10, 60, 70), path=PICTURES[0])], ("car",), Notes()
    )
    window.workspace.open(plain)
    assert shown_kinds(section) == set()
    qtbot.waitUntil(lambda: window.images.linter.report is not None, timeout=20_000)
    assert "duplicates" not in shown_kinds(section)
