"""Coders: between boxes and what a network predicts, one file a rule; a new one is a file and a line here."""

from rpn_inspector.core.coders.cell import CellCoder
from rpn_inspector.core.coders.shift import ShiftCoder
from rpn_inspector.core.spec import Rules

Coder = ShiftCoder | CellCoder
CODERS: Rules[Coder] = Rules(
    "Between boxes and t: what becomes of the centre, and the log of the side's ratio.",
    "shift",
    {"shift": ShiftCoder, "cell": CellCoder},
)
