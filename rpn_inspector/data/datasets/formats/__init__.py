"""The dataset formats: one module or package each, with a ``FORMAT``, found by ``format_registry``.

A reader skips and counts unusable records. No format imports another; shared code lives in ``support``.
"""
