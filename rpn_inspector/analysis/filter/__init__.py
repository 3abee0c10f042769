"""The filter line: grammar, columns by name, completion.

Nothing here draws or is ever evaluated as code.
"""
