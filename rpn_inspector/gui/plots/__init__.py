"""The plots of one result; pyqtgraph is imported only when they are first shown."""

from rpn_inspector.gui.plots.panel import PlotsPanel

__all__ = ["PlotsPanel"]
