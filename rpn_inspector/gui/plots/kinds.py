"""The kinds of plot by key, with their titles; apart, since a menu of titles must not import pyqtgraph."""

TITLES = {
    "fit": "IoU and box loss",
    "iou": "Best IoU by label",
    "targets": "Targets t* and t",
    "residuals": "Residuals on smooth L1",
    "levels": "Loss by level",
    "score": "Score against IoU",
}
STAGE_TITLES = {"roi": "RoI head by IoU"}
"""Of recipes with a second stage alone."""
EVERY_TITLE = TITLES | STAGE_TITLES
WITHOUT_OUTPUTS = ("iou", "targets")
