"""Coders: between boxes and a network's outputs, one file per rule; a new rule is a file here and a line below.

Rules know neither the recipe nor each other.
"""

from rpn_inspector.core.coders.cell import CellCoder
from rpn_inspector.core.coders.corners import Corners
from rpn_inspector.core.coders.double_sigmoid import DoubleSigmoid
from rpn_inspector.core.coders.exp_grid import ExpGrid
from rpn_inspector.core.coders.shift import ShiftCoder
from rpn_inspector.core.coders.sides import Sides
from rpn_inspector.core.spec import Rules

Coder = ShiftCoder | CellCoder | DoubleSigmoid | ExpGrid | Sides | Corners
CODERS: Rules[Coder] = Rules(
    "Between boxes and t: what becomes of the centre, and the log of the side's ratio.",
    "shift",
    {
        "shift": ShiftCoder,
        "cell": CellCoder,
        "double_sigmoid": DoubleSigmoid,
        "exp_grid": ExpGrid,
        "sides": Sides,
        "corners": Corners,
    },
)
