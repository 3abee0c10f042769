"""Outputs that are no numbers, enormous, or of another picture's labels: every panel says so, and none breaks."""

import dataclasses
import re

import numpy as np
import pytest
from gui_steps import open_demo, settled
from PySide6.QtWidgets import QLabel

from rpn_inspector.core.formulas.numbers import number, share
from rpn_inspector.session import request as showing

OUTPUTS = ("objectness", "deltas", "levels_objectness", "levels_deltas")


@pytest.fixture
def window(shared_window):
    return shared_window


def scaled(prediction, by, names=OUTPUTS):
    def times(value):
        if isinstance(value, tuple):
            return tuple(times(part) for part in value)
        return None if value is None else np.asarray(value) * np.float32(by)

    return dataclasses.replace(prediction, **{name: times(getattr(prediction, name)) for name in names})


ODD = {
    "no numbers": lambda p: scaled(p, np.nan),
    "infinite": lambda p: scaled(p, np.inf),
    "enormous": lambda p: scaled(p, 3e3),
    "exact": lambda p: scaled(p, 0.0, ("deltas", "levels_deltas")),
    "of other labels": lambda p: dataclasses.replace(
        p, sampled_positive=np.arange(8), sampled_negative=np.array([2630, *range(2900, 3000)])
    ),
}


@pytest.fixture(params=list(ODD))
def odd(request, qtbot, window, monkeypatch):
    real = showing.predicted

    def predicted(asked, sample):
        found = real(asked, sample)
        return None if found is None else ODD[request.param](found)

    monkeypatch.setattr(showing, "predicted", predicted)
    window.main_window.resize(1366, 768)
    open_demo(qtbot, window)
    return window


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_every_panel_shows_what_there_is(qtbot, odd):
    inspection = odd.workspace.state.shown.inspection
    odd.plots.build()
    for anchor in (int(inspection.positive[0]), 2630, 3, int(np.flatnonzero(inspection.assignment.label == -1)[0])):
        odd.workspace.select(anchor)
        qtbot.waitUntil(lambda: settled(odd))
        for tab in range(odd.tables.count()):
            odd.tables.setCurrentIndex(tab)
            said = " ".join(texts(odd.tables) + texts(odd.inspector))
            assert "inf %" not in said
            assert not re.search(r"\bnan\b", said)
        assert odd.inspector.widget().minimumSizeHint().width() <= odd.inspector.viewport().width()
    table, row = odd.tables.anchors, int(inspection.positive[0])
    room = {n: column.width - 8 for n, column in enumerate(table.columns_model.columns) if not column.left}
    for place, width in room.items():
        text = table.columns_model.columns[place].text(row)
        assert table.fontMetrics().horizontalAdvance(text) <= max(width, table.columnWidth(place) - 8), text
    for column in odd.tables.anchors.columns_model.columns:
        assert "inf %" not in column.text(2630)
        assert column.keys.shape == (inspection.grid.size,)


def test_the_loss_says_whose_sample_it_is(qtbot, new_window, monkeypatch):
    window = new_window
    real = showing.predicted
    monkeypatch.setattr(showing, "predicted", lambda *asked: ODD["of other labels"](real(*asked)))
    open_demo(qtbot, window)
    window.tables.setCurrentWidget(window.tables.loss)
    words = window.tables.loss.words.text()
    assert "the mini-batch the trainer drew, " in words
    assert "by chance" not in words
    assert "\nThe trainer sampled anchor 0 as positive, here it is negative" in words
    window.workspace.select(2630)
    assert "The trainer took it as negative" in window.inspector.loss.note.text()
    assert window.inspector.loss.text(0, 4) == "–"


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (1.0, 4.0, "25.0 %"),
        (0.0, 4.0, "0.0 %"),
        (1.0, 0.0, "–"),
        (1.0, float("nan"), "–"),
        (float("nan"), 1.0, "–"),
        (1.0, float("inf"), "–"),
        (1.0, 5e-324, "–"),
        (None, 1.0, "–"),
        (1.0, None, "–"),
    ],
)
def test_a_share_is_a_finite_number_or_nothing(part, whole, text):
    assert share(part, whole) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (float("nan"), "NaN"),
        (float("inf"), "+∞"),
        (float("-inf"), "−∞"),
        (3e30, "+3e+30"),
        (-12345678901.0, "−1.235e+10"),
        (999_999_999.0, "+999,999,999.0000"),
    ],
)
def test_a_number_of_any_size_finds_room(value, text):
    assert number(value, signed=True) == text


def test_explain_shows_a_truth_without_width_as_it_is(qtbot, window):
    open_demo(qtbot, window)
    form = window.inspector.explain.form
    form.show_row("gt", (10.0, 20.0, 0.0, 5.0), (False,) * 4)
    assert form.spins["gt", 2].text() == "0.0"
    form.show_row("predicted", (10.0, float("nan"), 3e30, float("-inf")), (False,) * 4)
    assert [form.spins["predicted", i].text() for i in range(4)] == ["10.0", "–", "3e+30", "–"]
    assert [form.spins["predicted", i].isEnabled() for i in range(4)] == [True, False, False, False]
    form.show_row("predicted", (10.0, 11.0, 12.0, 13.0), (False,) * 4)
    assert [form.spins["predicted", i].text() for i in range(4)] == ["10.0", "11.0", "12.0", "13.0"]
