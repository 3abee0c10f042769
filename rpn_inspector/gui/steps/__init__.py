"""The assignment of the whole dataset over the checkpoints: a dialog over `analysis.assignment_steps`."""
