"""The Compare workspace: one picture under two recipes, or with two networks' outputs."""

from rpn_inspector.gui.compare.page import ComparePage

__all__ = ["ComparePage"]
