"""Points of faces on the picture: annotated ones with the ground truths, predicted ones with the predicted boxes."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.gui.canvas.layers import Layers
from rpn_inspector.gui.canvas.painting import CanvasScene, paint_scene
from rpn_inspector.gui.canvas.view import CanvasView
from rpn_inspector.gui.widgets.pens import PREDICTION

RECIPE = load_recipe("retinaface-mobilenet").with_tables({"resize": {"size": [160, 160]}})
POINTS = [22.0, 30, 44, 30, 32, 44, 24, 58, 42, 58]
FACE = Sample("a", (160, 160), gt=np.array([[8.0, 10, 56, 70]]), gt_landmarks=np.array([POINTS]))


@pytest.fixture(scope="module")
def scene():
    count = inspect(FACE, RECIPE).grid.size
    draw = np.random.default_rng(1)
    logits, deltas, points = (draw.normal(size=(count, columns)).astype(np.float32) for columns in (2, 4, 10))
    return CanvasScene(Layers(inspect(FACE, RECIPE, Prediction(logits, deltas, heads={"landmarks": points}))))


def painted(scene, *visible):
    scene.visible = frozenset(visible)
    image = QImage(320, 320, QImage.Format.Format_RGB32)
    image.fill(QColor("#204020"))
    painter = QPainter(image)
    paint_scene(painter, scene, CanvasView(2.0, 0.0, 0.0), QRectF(0, 0, 320, 320), 1.0)
    painter.end()
    return image


def test_annotated_points_come_with_the_ground_truths(qtbot, scene):
    for x, y in np.reshape(POINTS, (5, 2)):
        assert painted(scene, "truth").pixelColor(int(2 * x), int(2 * y)) == QColor("#FFFFFF")
        assert painted(scene, "positive").pixelColor(int(2 * x), int(2 * y)) != QColor("#FFFFFF")


def test_predicted_points_come_with_the_predicted_box_of_the_selected_anchor(qtbot, scene):
    scene.selection = int(scene.inspection.positive[0])
    (points,) = scene.inspection.predicted_landmarks([scene.selection])
    image = painted(scene, "prediction")
    for x, y in (2 * points.reshape(5, 2)).tolist():
        assert image.pixelColor(int(x), int(y)) == QColor(PREDICTION)
    scene.selection = None
    assert painted(scene, "prediction") != painted(scene)
