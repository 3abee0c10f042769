"""Panels under a rule that ranks points: candidates with the cut, who wants a point, bins, and what does not exist."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.gui.canvas.heat import Heat
from rpn_inspector.gui.inspector.side_bins_view import BARS, SideBinsView
from rpn_inspector.gui.plots.kinds import plots_of
from rpn_inspector.gui.tables.ranking_page import RankingPage
from rpn_inspector.gui.widgets.theme import LIGHT


def looked_at(name, with_outputs=True):
    recipe = load_recipe(name)
    gt = np.array([[40, 40, 200, 200], [80, 60, 240, 220]], np.float32)
    sample = Sample("x", (640, 640), gt=gt, gt_class=np.array([0, 1]))
    grid, random = inspect(sample, recipe).grid, np.random.default_rng(5)
    columns = 3 if recipe.loss.objectness == "yolo" else 2
    logits = random.normal(-1, 1, (grid.size, columns)).astype(np.float32)
    deltas = random.uniform(1, 4, (grid.size, 4 * recipe.coder.bins)).astype(np.float32)
    return inspect(sample, recipe, Prediction(objectness=logits, deltas=deltas) if with_outputs else None)


@pytest.mark.parametrize("name", ["yolov8", "yolo26", "yolox-s-mmdet", "rtmdet"])
def test_the_page_lists_the_candidates_of_the_focused_ground_truth_above_and_below_the_cut(qtbot, name):
    page, one = RankingPage(), looked_at(name)
    qtbot.addWidget(page)
    page.set_theme(LIGHT)
    page.show_ranking(one, None)
    assert (page.table.columns_model.total, page.words.isHidden()) == (0, True)
    page.show_ranking(one, 1)
    table, mine = page.table.columns_model, one.assignment.ragged.gt == 1
    assert table.total == int(mine.sum())
    assert page.table.cut == int(one.assignment.per_gt["chosen"][1])
    heads = [column.title for column in table.columns]
    assert heads[:4] == ["Rank", "Point", "Level", "Cell"]
    assert heads[-3:] == ["Taken by", "Owner", "Target"]
    for column in table.columns:
        assert all(column.text(row) for row in range(min(table.total, 40)))
    said = []
    page.chosen.connect(said.append)
    page.resize(700, 300)
    page.show()
    place = page.table.visualRect(table.index(2, 1)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert said == [int(page.ranking.anchor[2])]
    page.show_ranking(looked_at(name, with_outputs=False), 1)
    assert "geometry" in page.words.text()
    assert [column.title for column in table.columns] == heads[:4]


def test_a_heat_of_the_metric_is_that_of_the_focused_ground_truth(qtbot):
    one = looked_at("yolov8")
    heats = [Heat(one, "metric", None, gt) for gt in (None, 0, 1)]
    assert heats[0].highest == max(heats[1].highest, heats[2].highest)
    assert not Heat(looked_at("yolov8", with_outputs=False), "metric", None, 0).there


class Seen(QPainter):
    """Keeps the box that is drawn, and the texts with their places."""

    def drawRoundedRect(self, rect, *radii):
        self.box, self.texts = rect, []
        super().drawRoundedRect(rect, *radii)

    def drawText(self, rect, flags, text):
        self.texts.append((rect, text))
        super().drawText(rect, flags, text)


@pytest.mark.parametrize("width", [600.0, 140.0])
@pytest.mark.parametrize(
    ("gt", "highest", "wanted"),
    [
        (0, 2.6e-05, ["Heat: metric of 1", "0", "2.6e−05"]),
        (None, 1.0, ["Heat: metric", "0", "1"]),
        (None, 1234567.0, ["Heat: metric", "0", "1.2e+06"]),
        (1234567, None, ["Heat: metric of 1234568 needs raw outputs"]),
    ],
)
def test_the_legend_of_the_heat_is_as_wide_as_its_words(qtbot, gt, highest, wanted, width):
    image = QImage(620, 60, QImage.Format.Format_ARGB32_Premultiplied)
    heat = Heat(looked_at("yolov8", with_outputs=highest is not None), "metric", None, 0)
    heat.of, heat.highest = "" if gt is None else f" of {gt + 1}", highest
    painter = Seen(image)
    area = QRectF(5, 0, width, 55)
    heat.paint_legend(painter, area)
    metrics = painter.fontMetrics()
    assert area.contains(painter.box)
    for rect, text in painter.texts:
        assert painter.box.adjusted(4, 0, -4, 0).contains(rect)
        assert metrics.horizontalAdvance(text) <= rect.width() + 1
    said = [text for _, text in painter.texts]
    if width > 500:
        assert said == wanted
    assert said[1:] == wanted[1:]
    painter.end()


def test_bars_are_dragged_to_another_probability_and_letters_choose_the_side(qtbot):
    view, one = SideBinsView(), looked_at("yolov8")
    qtbot.addWidget(view)
    view.resize(300, 140)
    anchor = int(one.positive[0])
    assert view.show_anchor(one, anchor, one.t_star[0])
    view.show()
    tried = []
    view.tried.connect(lambda *asked: tried.append(asked))
    letter = view._letter(3).center().toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=letter)
    assert (view.side, tried) == (3, [])
    bar = view.bar(7)
    at = QPoint(int(bar.center().x()), int(view._area.bottom() - BARS / 2))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    side, place, probability = tried[0]
    assert (side, place) == (3, 7)
    assert probability == pytest.approx(0.5, abs=0.02)
    assert "side b" in view.accessibleDescription()
    assert not view.show_anchor(looked_at("rtmdet"), 0, None)


def test_plots_that_do_not_exist_for_points_are_not_offered():
    points = plots_of(load_recipe("yolov8"), stages=False)
    anchors = plots_of(load_recipe("torchvision-fpn"), stages=False)
    assert points == {"metric", "targets", "levels"}
    assert anchors == {"fit", "iou", "targets", "residuals", "levels", "score"}
