"""What several dataset formats share: text, rows, XML, encodings, masks, and the collection of samples.

Knows no format.
"""
