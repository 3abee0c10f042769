"""The reason for an empty panel of raw outputs."""

from __future__ import annotations

from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.session.open_request import none_for
from rpn_inspector.session.request import Shown


def why_absent(shown: Shown | None, none_open: str) -> str:
    """Return a sentence: ``none_open`` without outputs, else on outputs that do not fit or lack the picture.

    Nothing is said where nothing is shown: outputs may well be open.
    """
    if shown is None:
        return ""
    if shown.predictions is None:
        return tr(none_open)
    if shown.misfit is not None:
        return tr("The raw outputs do not fit this recipe: {why}").format(why=shown.misfit.text)
    words = none_for(shown.predictions, shown.inspection.sample.name)
    return f"{words[:1].upper()}{words[1:]}."
