"""Help inside the program: pages in a separate window, and the tour of the demo.

Shows texts of resources/help; holds no text about a single panel.
"""
