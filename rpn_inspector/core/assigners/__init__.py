"""Assigners: which anchors are positive, one file per rule; a new rule is a file here and a line below.

Rules know neither the recipe nor each other.
"""

from rpn_inspector.core.assigners.cells import Cells
from rpn_inspector.core.assigners.overlap import Overlap
from rpn_inspector.core.spec import Rules

Assigner = Overlap | Cells
ASSIGNERS: Rules[Assigner] = Rules(
    "Which anchors are positive, negative or ignored.", "overlap", {"overlap": Overlap, "cells": Cells}
)
