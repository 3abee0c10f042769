"""The picture with boxes, and the strip of layers above."""

from rpn_inspector.gui.canvas.canvas import Canvas
from rpn_inspector.gui.canvas.strip import LayerStrip

__all__ = ["Canvas", "LayerStrip"]
