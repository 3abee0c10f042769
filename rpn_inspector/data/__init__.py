"""Files to core values and back: datasets, predictions, pictures, exports.

Knows the core; nothing about users, analysis or windows.
"""
