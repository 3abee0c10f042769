"""Every picture of a dataset in one row each, and the order of the list.

No thread: a generator to be stopped between rows.
"""
