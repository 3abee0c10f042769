"""Datasets: from a path to a `Dataset`, whatever its format.

One reader a format in ``formats``, what they share in ``support``.
"""
