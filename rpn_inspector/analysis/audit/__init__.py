"""The audit of a whole dataset under a recipe: many pictures in one NumPy call, in any number of processes.

Knows datasets and the core; pixels, the window and the session stay outside.
"""
