"""The workspace Audit: a whole dataset under the recipe in use, counted in the background.

Knows the audit and the window's services; pictures, panels and the other workspaces stay outside.
"""

from rpn_inspector.gui.audit.audit_page import AuditPage

__all__ = ["AuditPage"]
