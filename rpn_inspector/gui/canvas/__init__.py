"""The picture with boxes, and the strip of layers above.

Draws the state it is given, and says clicks and hovers as signals; opens no file and changes no state.
"""

from rpn_inspector.gui.canvas.canvas import Canvas
from rpn_inspector.gui.canvas.strip import LayerStrip

__all__ = ["Canvas", "LayerStrip"]
