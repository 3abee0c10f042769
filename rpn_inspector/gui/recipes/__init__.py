"""The recipe editor and its fields."""
