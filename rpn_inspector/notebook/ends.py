"""Where each ground truth of one picture ends, by the audit's own rule."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.lost import answers_of, ends_of
from rpn_inspector.core.inspection import Inspection


def ends(one: Inspection) -> npt.NDArray[np.int8] | None:
    """Return an `End` for each ground truth (G,), -1 for one not judged; None without outputs."""
    if one.proposals is None or one.prediction is None:
        return None
    # boxes that came without anchors keep the words of their file, which are the dataset's own here
    places = {name: number for number, name in enumerate(one.sample.classes)}
    return ends_of(one, answers_of(one, None, places)).end
