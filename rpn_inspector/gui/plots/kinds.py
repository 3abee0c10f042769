"""The kinds of plot by key, with their titles; apart, so that a menu of them costs no import of pyqtgraph."""

TITLES = {
    "fit": "IoU and box loss",
    "iou": "Best IoU by label",
    "targets": "Targets t* and t",
    "residuals": "Residuals on smooth L1",
    "levels": "Loss by level",
    "score": "Score against IoU",
}
WITHOUT_OUTPUTS = ("iou", "targets")
