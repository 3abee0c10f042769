"""The dataset formats: one module or package each, with a ``FORMAT``, found by ``registry``.

A reader skips and counts unusable records. No format imports another; shared code lives in ``support``.
"""
