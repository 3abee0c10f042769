"""The plots of one result; pyqtgraph is imported when the first plot is shown."""

from rpn_inspector.gui.plots.panel import PlotsPanel

__all__ = ["PlotsPanel"]
