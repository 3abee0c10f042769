"""From a library's own config file or model to a recipe: one file a library.

Configs are read as text: no code of a file is ever run, no framework is imported.
"""
