"""The shared parts of dataset formats: text, rows, XML, encodings, masks, building. Knows no format."""
