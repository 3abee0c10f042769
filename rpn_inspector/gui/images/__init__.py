"""The image list: every picture's counts, loss and findings, searched, sorted and filtered.

Knows scan and linter as values of `analysis`; works nothing out in the window's own thread.
"""

from rpn_inspector.gui.images.images_panel import ImagesPanel
from rpn_inspector.gui.images.model import ImagesModel

__all__ = ["ImagesModel", "ImagesPanel"]
