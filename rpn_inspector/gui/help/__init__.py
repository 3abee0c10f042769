"""Help inside the program: pages, the tour, and the windows that show keys and formulas."""
