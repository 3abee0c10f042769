"""Widgets, colours and words any room may use.

Knows Qt and nothing of this program's datasets or recipes beyond their values.
"""
