"""The Compare workspace: one picture under two recipes, or with the outputs of two networks.

Shows the values of `analysis.compare`; compares nothing of its own, and knows no panel of Inspect.
"""

from rpn_inspector.gui.compare.page import ComparePage

__all__ = ["ComparePage"]
