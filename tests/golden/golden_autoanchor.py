"""YOLOv5's AutoAnchor: how well boxes fit anchors by their sides alone, and its two numbers."""

import numpy as np
from golden_cases import checks

from rpn_inspector.analysis.audit.shape_fit import best_possible_recall, side_fit


@checks("autoanchor", "yolov5")
def check_autoanchor(case):
    recorded, config = case.recorded, case.config
    # a box's sides: its fractions of the picture, of the picture with its longer side at imgsz, scaled at random
    size = config["imgsz"] * recorded["picture_wh"] / recorded["picture_wh"].max(1, keepdims=True)
    sides = recorded["label_wh_normalised"] * (size * recorded["picture_scale"][:, None])[recorded["label_picture"]]
    anchors = np.array(config["anchors"], np.float32).reshape(-1, 2)
    assert len(config["strides"]) * 3 == len(anchors)
    sides, most = sides.astype(np.float32), config["thr"]
    fit = side_fit(sides, anchors)
    np.testing.assert_allclose(fit.max(1), recorded["best_ratio"], rtol=2e-7)
    np.testing.assert_array_equal((fit > 1 / most).sum(1), recorded["anchors_above"])
    recall, over = best_possible_recall(sides, anchors, most)
    np.testing.assert_allclose(recall, recorded["bpr"], rtol=1e-6)
    np.testing.assert_allclose(over, recorded["aat"], rtol=1e-6)
