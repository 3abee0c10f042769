"""The command that writes the report of the audit in the window."""

from __future__ import annotations

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.report.command_line import command_line
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.session.compared_with import ComparedWith
from rpn_inspector.session.open_request import OpenRequest


def audit_command(
    opened: OpenRequest | None,
    found: Audit,
    outputs: Outputs | None,
    suggested: bool,
    compared: ComparedWith | None = None,
) -> str:
    """Return the command line, "" for pictures without a dataset and for a recipe that no name tells.

    Args:
        opened: how the dataset was opened.
        found: the audit.
        outputs: the open outputs.
        suggested: whether better anchors are in the report.
        compared: what it is compared with there, None for nothing.
    """
    if opened is None or opened.pictures or not _shipped(found):
        return ""
    given: dict[str, object] = {}
    if found.predicted is not None and outputs is not None:
        layout = outputs.layout
        given = {"--predictions": outputs.path, "--layout": None if layout is None else layout.path}
    given |= {"--suggest": suggested} | ({} if compared is None else compared.options)
    return command_line(opened.path, found.recipe.name, opened.options, given)


def _shipped(found: Audit) -> bool:
    try:
        return found.recipe.name in list_recipes() and load_recipe(found.recipe.name).hash == found.recipe.hash
    except InspectorError:
        return False
