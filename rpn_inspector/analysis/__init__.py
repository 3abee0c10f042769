"""What is computed over pictures without knowing who looks: filter, lint, scan, comparison, layout, export.

Knows core and data; never the session or Qt.
"""
