"""A picture with boxes on it, as pixels: the ground truths, their positive anchors, what the network said."""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.pictures.as_trained import trained_picture
from rpn_inspector.data.pictures.images import read_image
from rpn_inspector.data.pictures.opencv import load as opencv

Array = npt.NDArray[Any]
Pixels = npt.NDArray[np.uint8]
LAYERS = ("positive", "proposals", "prediction", "truth")  # in the order of drawing; the names of the window's layers
FIRST = ("positive", "truth")
MOST_PROPOSALS = 100  # by score
GREY, WHITE, BLACK, PLATE = (128,) * 3, (255,) * 3, (0,) * 3, (40, 43, 47)
COLOURS = {"positive": (0, 158, 115), "proposals": (0, 114, 178), "prediction": (213, 94, 0), "truth": WHITE}
FAR = 30_000  # px: nothing beyond is drawn
LARGEST = 8_000  # px of a side of what is drawn
QUALITIES = (85, 70, 55, 40, 25)


def to_image(one: Inspection, layers: Sequence[str] = FIRST, scale: float = 1.0) -> Pixels:
    """Return the picture with boxes (h, w, 3) uint8 RGB; grey where there is no picture.

    Args:
        one: the picture's inspection.
        layers: of `LAYERS`.
        scale: px to an original px.

    Raises:
        InspectorError: for an unknown layer, or a scale that makes a side of no px or of more than `LARGEST`.
        MissingExtra: without OpenCV.
    """
    unknown = [name for name in layers if name not in LAYERS]
    if unknown:
        raise InspectorError(f"layers: found {unknown[0]!r}, wanted some of {', '.join(LAYERS)}")
    trained = trained_picture(one)
    if trained is None:
        canvas, factor = _canvas(one.sample, scale)
    else:  # boxes lie on what the network saw, not on the file
        canvas, factor = _scaled(trained.size, scale, trained.pixels)
    for name in LAYERS:
        if name in layers:
            boxes, points = _boxes(one, name)
            placed = boxes if trained is not None else one.to_original(boxes)
            _draw(canvas, placed * factor, COLOURS[name], casing=name == "truth", points=points)
            _dots(canvas, _landmarks(one, name, trained is not None) * factor[:2], COLOURS[name])
    if "truth" in layers:
        _number(canvas, (one.gt if trained is not None else one.sample.gt) * factor)
    return canvas


def sample_image(sample: Sample, scale: float = 1.0) -> Pixels:
    """Return the picture with its ground truths (h, w, 3) uint8 RGB; raises as `to_image`."""
    canvas, factor = _canvas(sample, scale)
    _draw(canvas, sample.gt * factor, WHITE, casing=True)
    return canvas


def fitting(size: tuple[int, int], width: int, height: int) -> float:
    """Return the scale at which a picture of ``size`` (h, w) px fits into ``width`` and ``height`` px."""
    return min(width / max(size[1], 1), height / max(size[0], 1))


def as_uri(pixels: Pixels, most: int) -> str:
    """Return pixels (h, w, 3) RGB as a URI of data, a JPEG of at most ``most`` bytes where its quality allows."""
    cv2, data = opencv(), b""
    for quality in QUALITIES:
        data = cv2.imencode(".jpg", pixels[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes()
        if len(data) <= most:
            break
    return f"data:image/jpeg;base64,{base64.b64encode(data).decode()}"


def _canvas(sample: Sample, scale: float) -> tuple[Pixels, Array]:
    """Return the scaled picture, and px of it to an original px as factors (4,)."""
    pixels = None
    if sample.path is not None:
        with contextlib.suppress(InspectorError):  # boxes are shown without their picture, as in the window
            picture = read_image(sample.path, turned=sample.turned)
            pixels = picture.pixels if picture.size == sample.size else None  # the file has changed since
    return _scaled(sample.size, scale, pixels)


def _scaled(size: tuple[int, int], scale: float, pixels: Pixels | None) -> tuple[Pixels, Array]:
    """Return a picture of ``size`` (h, w) px scaled, grey without ``pixels``, and the factors (4,) of its boxes."""
    cv2 = opencv()
    height, width = (round(side * scale) if np.isfinite(scale) else 0 for side in size)
    if not (1 <= width <= LARGEST and 1 <= height <= LARGEST):
        raise InspectorError(
            f"scale: found {scale:g}, which makes {width} x {height} px, wanted 1 to {LARGEST:,} a side"
        )
    canvas = np.full((height, width, 3), GREY, np.uint8)
    if pixels is not None:
        canvas = np.ascontiguousarray(cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA))
    return canvas, np.tile(np.array([width, height]) / np.array(size[::-1]), 2)


def _boxes(one: Inspection, layer: str) -> tuple[Array, bool]:
    """Return a layer's boxes (n, 4) network px, and whether they are points."""
    if layer == "truth":
        return one.gt, False
    if layer == "positive":
        return one.anchors(one.positive), one.recipe.anchors.of_points
    if layer == "prediction":
        boxes = one.predicted(one.positive)
        return np.zeros((0, 4)) if boxes is None else boxes, False
    if one.proposals is None:
        return np.zeros((0, 4)), False
    return one.proposals.boxes[np.argsort(-one.proposals.scores, kind="stable")[:MOST_PROPOSALS]], False


def _landmarks(one: Inspection, layer: str, trained: bool) -> Array:
    """Return the points (n, 2) of the ground truths or of the positives' predictions, network or original px."""
    points = None
    if layer == "truth":
        points = one.landmarks if trained else one.sample.gt_landmarks
    elif layer == "prediction":
        points = one.predicted_landmarks(one.positive)
    found = np.zeros((0, 2)) if points is None else points.reshape(-1, 2)
    found = found[np.isfinite(found).all(1)]
    if layer == "prediction" and not trained:
        found = one.to_original(np.tile(found, 2))[:, :2]
    return np.asarray(found)


def _dots(canvas: Pixels, points: Array, colour: Sequence[int]) -> None:
    cv2 = opencv()
    radius = 2 if min(canvas.shape[:2]) < 400 else 3
    for x, y in np.rint(np.clip(points, -FAR, FAR)).astype(int).tolist():
        cv2.circle(canvas, (x, y), radius + 1, BLACK if tuple(colour) == WHITE else WHITE, -1, cv2.LINE_AA)
        cv2.circle(canvas, (x, y), radius, colour, -1, cv2.LINE_AA)


def _draw(canvas: Pixels, boxes: Array, colour: Sequence[int], casing: bool = False, points: bool = False) -> None:
    cv2 = opencv()
    boxes = boxes[np.isfinite(boxes).all(1)]
    places = np.rint(np.clip(boxes, -FAR, FAR)).astype(int)
    line = 1 if min(canvas.shape[:2]) < 400 else 2
    for x1, y1, x2, y2 in places.tolist():
        if points:
            cv2.circle(canvas, ((x1 + x2) // 2, (y1 + y2) // 2), 2 + line, WHITE, -1, cv2.LINE_AA)
            cv2.circle(canvas, ((x1 + x2) // 2, (y1 + y2) // 2), 1 + line, colour, -1, cv2.LINE_AA)
            continue
        if casing:
            cv2.rectangle(canvas, (x1, y1), (x2, y2), BLACK, line + 2)
        cv2.rectangle(canvas, (x1, y1), (x2, y2), colour, line)


def _number(canvas: Pixels, boxes: Array) -> None:
    """Write each ground truth's number, from 1, into its upper left corner, where the box has room for it."""
    cv2 = opencv()
    height, width = canvas.shape[:2]
    for number, (x1, y1, x2, y2) in enumerate(np.clip(boxes, -FAR, FAR).tolist(), 1):
        (wide, tall), _ = cv2.getTextSize(str(number), cv2.FONT_HERSHEY_SIMPLEX, 0.4, 1)
        left, top = round(min(max(x1, 0), width - wide - 4)), round(min(max(y1, 0), height - tall - 4))
        if x2 - x1 < wide + 8 or y2 - y1 < tall + 8:
            continue
        cv2.rectangle(canvas, (left, top), (left + wide + 4, top + tall + 4), PLATE, -1)
        cv2.putText(
            canvas, str(number), (left + 2, top + tall + 2), cv2.FONT_HERSHEY_SIMPLEX, 0.4, WHITE, 1, cv2.LINE_AA
        )
