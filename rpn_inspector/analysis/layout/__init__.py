"""The layout doctor: hypotheses of how raw arrays lie, tried against the ground truth.

Nothing here opens a file of its own.
"""
