"""The reason for an empty panel of raw outputs."""

from __future__ import annotations

from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.prediction import WITHOUT_LOSS
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.session.open_request import none_for
from rpn_inspector.session.problem import ProblemKind
from rpn_inspector.session.request import Shown

NO_CLASS = "The outputs have no column for a ground truth's class, so there is no class loss for this picture."


def why_no_loss(inspection: Inspection) -> str:
    """Return in a sentence why there is no loss with the outputs there are, empty without outputs."""
    if inspection.prediction is None:
        return ""
    return said(WITHOUT_LOSS) if inspection.of_decoded_boxes else tr(NO_CLASS)


def why_absent(shown: Shown | None, none_open: str) -> str:
    """Return a sentence: ``none_open`` without outputs, else on outputs that do not fit or lack the picture.

    Nothing is said where nothing is shown: outputs may well be open.
    """
    if shown is None:
        return ""
    if shown.predictions is None:
        return tr(none_open)
    if shown.misfit is not None:
        why = said(shown.misfit.text)
        if shown.misfit.kind is ProblemKind.LAYOUT:
            return tr("The raw outputs do not fit this recipe: {why}").format(why=why)
        return tr("The raw outputs cannot be used: {why}").format(why=why)
    words = none_for(shown.predictions, shown.inspection.sample.name)
    return f"{words[:1].upper()}{words[1:]}."
