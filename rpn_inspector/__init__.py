"""See the anchors, targets and losses an anchor-based detector trains on, one box at a time."""

__version__ = "0.1.0"
