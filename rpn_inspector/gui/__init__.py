"""The window. `wiring` puts the parts of all rooms together, and alone knows every room; `app` starts the window.

A panel is a folder with a `widgets.part.Part`, a line of `wiring.Wiring._make_panels`, and the folder's name in the
contract of pyproject.toml; ``python tools/house.py --write`` draws the graph in ARCHITECTURE.md anew. A room imports
from rooms further down alone, as listed in import-linter's contract; between rooms of equal height the wiring passes a
callable or connects a signal.
"""
