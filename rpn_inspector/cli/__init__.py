"""The commands: one file each, and what they share. Qt is imported inside ``open`` and ``demo`` only."""

from rpn_inspector.cli.program import main, main_window

__all__ = ["main", "main_window"]
