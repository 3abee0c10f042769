"""Formulas with numbers put in, as a rule writes them: digits and the three texts of a line; no word of the window."""
