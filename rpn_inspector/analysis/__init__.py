"""Computations over pictures, independent of any user: filter, lint, scan, comparison, layout, export.

Knows core and data; never the session or Qt.
"""
