"""What the tests of the window do again and again."""

from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.recipe import load_recipe


def open_demo(qtbot, window):
    window.opening.open_demo()
    qtbot.waitUntil(lambda: settled(window))


def settled(window):
    state = window.workspace.state
    return not state.busy and not window.quick_moves.moving and (state.shown is not None or state.problem is not None)


def open_simulated(qtbot, window, recipe="torchvision-fpn"):
    """Open the demo's pictures under a recipe of full size, with simulated outputs."""
    open_demo(qtbot, window)
    window.images.scanner.stop()  # a scan of every picture at full size is more work than the test
    window.workspace.use_predictions(SimulatedPredictions(), recipe=load_recipe(recipe))
    qtbot.waitUntil(lambda: settled(window))
