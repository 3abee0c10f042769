"""The linter: oddities in annotations and picture files. No recipe, no network output."""
