"""The Compare workspace: one picture under two recipes, or with the outputs of two networks."""

from rpn_inspector.gui.compare.page import ComparePage

__all__ = ["ComparePage"]
