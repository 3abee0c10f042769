"""The tables under the picture, the tables' columns, and the filter line above.

Columns are read from results; no column is computed per cell.
"""
