"""The picture that a trainer's network saw, where it was recorded with the outputs."""

from __future__ import annotations

import numpy as np

from rpn_inspector.core.inspection import Inspection
from rpn_inspector.data.pictures.images import Picture


def trained_picture(inspection: Inspection) -> Picture | None:
    """Return the picture recorded with the outputs, without the padding beside it; None where none is."""
    trained = None if inspection.prediction is None else inspection.prediction.trained
    if trained is None:
        return None
    height, width = inspection.frame.network_size
    pixels = np.ascontiguousarray(trained.pixels[:height, :width])
    return Picture(pixels, (int(pixels.shape[0]), int(pixels.shape[1])))
