"""Anchor rules: the anchors of a cell and the positions of the cells, one file per library's rule.

Rules know neither the recipe nor each other.
"""

from rpn_inspector.core.anchor_rules.corners import RoundedCorners
from rpn_inspector.core.anchor_rules.double import Double
from rpn_inspector.core.anchor_rules.explicit import Explicit
from rpn_inspector.core.anchor_rules.face_priors import FacePriors
from rpn_inspector.core.anchor_rules.laying import SHARED
from rpn_inspector.core.anchor_rules.octaves import Octaves
from rpn_inspector.core.anchor_rules.points import PointGrid
from rpn_inspector.core.anchor_rules.priors import Priors
from rpn_inspector.core.anchor_rules.relative import Relative
from rpn_inspector.core.anchor_rules.sides import RoundedSides
from rpn_inspector.core.anchor_rules.single import Float32, RoundedLegacy
from rpn_inspector.core.anchor_rules.width_ratios import WidthRatios
from rpn_inspector.core.spec import Rules

AnchorRule = (
    RoundedCorners
    | RoundedSides
    | Double
    | Float32
    | RoundedLegacy
    | Relative
    | Octaves
    | Explicit
    | Priors
    | FacePriors
    | WidthRatios
    | PointGrid
)
ANCHORS: Rules[AnchorRule] = Rules(
    "The anchor grid, level by level.",
    "rounded_corners",
    {
        "rounded_corners": RoundedCorners,
        "rounded_sides": RoundedSides,
        "double": Double,
        "float32": Float32,
        "rounded_legacy": RoundedLegacy,
        "relative": Relative,
        "octaves": Octaves,
        "explicit": Explicit,
        "priors": Priors,
        "face_priors": FacePriors,
        "width_ratios": WidthRatios,
        "points": PointGrid,
    },
    SHARED,
)
