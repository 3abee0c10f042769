"""Opening in the window: questions, progress, drops, and files that change.

What is opened is decided by `session.open_request`.
"""
