"""The recipe editor and the editors of fields."""
