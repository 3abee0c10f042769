"""The formulas with an anchor's numbers, and the results for other numbers."""

from rpn_inspector.gui.inspector.explain.panel import ExplainPanel

__all__ = ["ExplainPanel"]
