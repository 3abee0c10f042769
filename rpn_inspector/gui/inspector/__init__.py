"""The anchor panel: the selected anchor's facts, its history over checkpoints, what-if, fate and formulas.

Words and numbers come from the core; nothing is computed here that another view could need.
"""
