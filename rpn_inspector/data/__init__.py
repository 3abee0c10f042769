"""Files to core values and back: datasets, predictions, pictures, exports."""
