"""The formulas with one anchor's numbers in them, and what they would give for other numbers."""

from rpn_inspector.gui.explain.panel import ExplainPanel

__all__ = ["ExplainPanel"]
