"""The tables under the picture, their columns, and the filter line above them."""
