"""The dot of an anchor stands on the bar that counts it, whatever float32 makes of an edge."""

from types import SimpleNamespace

import numpy as np
import pytest

from rpn_inspector.core.words import LABEL_WORDS
from rpn_inspector.gui.plots import stage_chart
from rpn_inspector.gui.plots.counts import IOU_BINS, iou_histogram
from rpn_inspector.gui.plots.iou_charts import IouChart, decades
from rpn_inspector.gui.plots.stage_chart import BINS, CandidateIouChart
from rpn_inspector.gui.plots.surface import Surface
from rpn_inspector.gui.widgets.theme import LIGHT

EDGES = np.unique(np.concatenate([np.arange(bins + 1) / bins for bins in (BINS, IOU_BINS)])).astype(np.float32)


def test_an_anchors_dot_stands_on_its_bar():
    chart = IouChart(None)
    for dtype in (np.float32, np.float64):
        for iou in EDGES.astype(dtype):
            values = {"iou": np.array([iou], dtype), "label": np.array([1])}
            chart.facts = SimpleNamespace(values=values)
            chart.histogram = iou_histogram(values, None)
            assert chart.points_of(0) == [(float(iou), float(decades(np.array([1]))[0]), "")], iou
            assert chart.histogram.counts[LABEL_WORDS[1]].sum() == 1


def stage_of(iou, source):
    label = np.ones(len(iou), np.int64)
    assignment = SimpleNamespace(dense={"iou": iou})
    stage = SimpleNamespace(matcher=SimpleNamespace(thresholds={}))
    return SimpleNamespace(assignment=assignment, label=label, source=np.asarray(source), stage=stage)


def test_a_proposals_dot_stands_on_its_bar(qtbot, monkeypatch):
    surface = Surface(LIGHT)
    qtbot.addWidget(surface)
    chart = CandidateIouChart(surface)
    for iou in EDGES:
        staged = SimpleNamespace(result=stage_of(np.array([iou]), [0]), mask=None, of_anchor=int)
        monkeypatch.setattr(stage_chart, "staged_in", lambda facts, staged=staged: staged)
        chart.draw(SimpleNamespace())
        assert chart.points_of(0) == [(float(iou), 1.0, "")], iou


@pytest.mark.parametrize(
    ("source", "mask", "words"),
    [
        ([0, 1, 2], None, "3 proposals"),
        ([0, -1, 1, -1], None, "2 proposals + 2 GT"),
        ([0, -1], None, "1 proposal + 1 GT"),
        ([0, -1, 1, -1], [True, False, False, False], "1 of 2 proposals"),
    ],
)
def test_ground_truths_that_joined_are_no_proposals(qapp, monkeypatch, source, mask, words):
    one = stage_of(np.zeros(len(source), np.float32), source)
    staged = SimpleNamespace(result=one, mask=None if mask is None else np.array(mask))
    monkeypatch.setattr(stage_chart, "staged_in", lambda facts: staged)
    assert CandidateIouChart(None).caption(SimpleNamespace()) == words
