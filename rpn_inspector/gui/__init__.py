"""The window. `wiring` puts the parts of all rooms together, and is the only file that knows them all; `app` starts it.

A panel is a folder with a `widgets.part.Part`, and one line of `wiring.Wiring._make_panels`. A room imports from rooms
further down alone, as import-linter's contract lists them; what it needs of another room beside it is given to it by
the wiring: a callable, or a signal that is connected.
"""
