"""Help inside the program: pages in a window of their own, and the tour of the demo."""
