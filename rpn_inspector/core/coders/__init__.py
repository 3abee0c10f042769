"""Coders: between boxes and what a network predicts, one file a rule; a new one is a file and a line here."""

from rpn_inspector.core.coders.cell import Cell
from rpn_inspector.core.coders.shift import Shift
from rpn_inspector.core.spec import Rules

Coder = Shift | Cell
CODERS: Rules[Coder] = Rules(
    "Between boxes and t: what becomes of the centre, and the log of the side's ratio.",
    "shift",
    {"shift": Shift, "cell": Cell},
)
