"""Opening in the window: questions, progress, drops, and changed files.

The kind of each file is decided by `session.open_request`.
"""
