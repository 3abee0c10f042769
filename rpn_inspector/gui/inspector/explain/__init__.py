"""The formulas with an anchor's numbers, and the results for other numbers.

No formula of a family: coder and losses give the lines.
"""

from rpn_inspector.gui.inspector.explain.explain_panel import ExplainPanel

__all__ = ["ExplainPanel"]
