"""The image list: every picture's counts, loss and findings, searched, sorted and filtered.

Knows scan and linter as values of `analysis`; works nothing out in the window's own thread.
"""

from rpn_inspector.gui.images.model import ImagesModel
from rpn_inspector.gui.images.panel import ImagesPanel

__all__ = ["ImagesModel", "ImagesPanel"]
