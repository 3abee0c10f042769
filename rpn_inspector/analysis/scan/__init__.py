"""Every picture of a dataset in one row each, and the order they are listed in.

No thread: a generator that may be stopped.
"""
