"""Formulas with numbers put in, and their words, as a rule writes them; the window typesets and translates."""
