"""Every kind of plot by its key."""

from __future__ import annotations

from rpn_inspector.gui.plots.chart import Chart
from rpn_inspector.gui.plots.iou_charts import FitChart, IouChart, ScoreChart
from rpn_inspector.gui.plots.level_chart import LevelChart
from rpn_inspector.gui.plots.ranking_chart import RankingChart
from rpn_inspector.gui.plots.residual_charts import ResidualChart, TargetsChart
from rpn_inspector.gui.plots.stage_chart import CandidateIouChart, CandidateTargetsChart, StageChart

CHARTS: dict[str, type[Chart]] = {
    chart.key: chart
    for chart in (
        RankingChart,
        FitChart,
        IouChart,
        TargetsChart,
        ResidualChart,
        LevelChart,
        ScoreChart,
        StageChart,
        CandidateIouChart,
        CandidateTargetsChart,
    )
}
