"""The layout doctor: hypotheses of how raw arrays lie, tried against the ground truth.

No file is opened here.
"""
