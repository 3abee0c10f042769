"""Help inside the program: pages in a separate window, and the tour of the demo."""
