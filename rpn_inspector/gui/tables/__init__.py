"""The tables under the picture, the tables' columns, and the filter line above."""
