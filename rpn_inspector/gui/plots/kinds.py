"""The kinds of plot by key, with their titles; apart, since a menu of titles must not import pyqtgraph."""

from rpn_inspector.core.box_losses import DECODED
from rpn_inspector.core.recipe import Recipe

TITLES = {
    "fit": "IoU and box loss",
    "iou": "Best IoU by label",
    "targets": "Targets t* and t",
    "residuals": "Residuals on smooth L1",
    "levels": "Loss by level",
    "score": "Score against IoU",
}
STAGE_TITLES = {"roi": "RoI head by IoU", "roi_iou": "Proposals by IoU", "roi_targets": "Targets of the RoI head"}
"""Of a second stage: all while it is looked at, the first beside those of the anchors."""
RANKING_TITLES = {"metric": "Candidates and cut"}
"""Of rules that rank candidates alone."""
EVERY_TITLE = RANKING_TITLES | TITLES | STAGE_TITLES
WITHOUT_OUTPUTS = ("iou", "targets", "roi_iou", "roi_targets")
OF_DECODED_BOXES = (*WITHOUT_OUTPUTS, "score")
"""Of outputs that are decoded boxes, which have no loss."""
OF_IOU = ("fit", "iou", "score")
"""Of anchors with an IoU: points have none."""
OF_SMOOTH_L1 = ("residuals",)


def plots_of(recipe: Recipe, stages: bool, staged: bool = False) -> frozenset[str]:
    """Return the keys of the plots that exist under a recipe.

    Args:
        recipe: in force.
        stages: whether outputs of both stages are open.
        staged: whether a stage over the proposals is looked at.
    """
    if staged:
        return frozenset(STAGE_TITLES)
    hidden = set(STAGE_TITLES) - ({"roi"} if stages else set())
    if not recipe.matcher.ranks:
        hidden |= set(RANKING_TITLES)
    if recipe.anchors.of_points:
        hidden |= {*OF_IOU, *(OF_SMOOTH_L1 if recipe.loss.box in DECODED else ())}
    return frozenset(EVERY_TITLE) - hidden
