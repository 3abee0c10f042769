"""The filter line: its grammar, its columns by name, its completion.

Nothing here draws or is ever evaluated as code.
"""
