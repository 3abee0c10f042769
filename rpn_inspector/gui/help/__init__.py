"""Help inside the program: pages in a separate window, and the tour of the demo.

Shows texts of resources/help; the tour is given its places by the wiring and imports no panel but the formulas'.
"""
