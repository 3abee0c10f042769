"""The window. `wiring` puts the parts of all rooms together, and alone knows every room; `app` starts the window.

A panel is a folder with a `widgets.part.Part`, and a line of `wiring.Wiring._make_panels`. A room imports from rooms
further down alone, as listed in import-linter's contract; between rooms of equal height the wiring passes a callable
or connects a signal.
"""
