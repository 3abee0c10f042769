"""The layout doctor in the window: a dialog over `analysis.layout`.

The search itself is in `analysis.layout`.
"""
