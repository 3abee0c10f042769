"""The linter: what is odd in annotations and picture files themselves. No recipe, no network output."""
