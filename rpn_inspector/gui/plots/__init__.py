"""The plots of one result; pyqtgraph is imported when the first plot is shown.

What is counted is counted in `counts.py` with NumPy; no plot keeps a result of an earlier picture.
"""

from rpn_inspector.gui.plots.plots_panel import PlotsPanel

__all__ = ["PlotsPanel"]
