"""The numbers: anchors, assignment, coder, losses, proposals. NumPy only; no files but recipes, no Qt, no OpenCV."""
