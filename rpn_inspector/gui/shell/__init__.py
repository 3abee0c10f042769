"""The window's frame: bars, docks, start page, and the port (`Services`) between the parts and the window.

Knows no panel.
"""
