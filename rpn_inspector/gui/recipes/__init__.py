"""The recipe editor and the editors of fields.

Every field comes from the rules of `core.spec`; no field is named here.
"""
