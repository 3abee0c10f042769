"""The commands: a file each, and shared code. Qt is imported inside ``open`` and ``demo`` only."""

from rpn_inspector.cli.program import main, main_window

__all__ = ["main", "main_window"]
