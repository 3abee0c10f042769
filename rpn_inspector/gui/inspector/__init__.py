"""The anchor panel: the selected anchor's facts, its history over checkpoints, what-if, fate and formulas."""
