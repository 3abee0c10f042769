"""The formulas with one anchor's numbers in them, and what they would give for other numbers."""

from rpn_inspector.gui.inspector.explain.panel import ExplainPanel

__all__ = ["ExplainPanel"]
