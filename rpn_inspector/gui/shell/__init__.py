"""The window's frame: bars, docks, start page, and the port (`Services`) through which helpers reach it.

Knows no panel.
"""
