"""Widgets, colours and words for any room.

Knows Qt and nothing of this program's datasets or recipes beyond plain values.
"""
