"""Every kind of plot by its key."""

from __future__ import annotations

from rpn_inspector.gui.plots.chart import Chart
from rpn_inspector.gui.plots.coding import ResidualChart, TargetsChart
from rpn_inspector.gui.plots.levels import LevelChart
from rpn_inspector.gui.plots.overlap import FitChart, IouChart, ScoreChart

CHARTS: dict[str, type[Chart]] = {
    chart.key: chart for chart in (FitChart, IouChart, TargetsChart, ResidualChart, LevelChart, ScoreChart)
}
