"""Pickles of detectron2 and MMDetection, brought to `DetectionResults`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from rpn_inspector.core.detections import Detections
from rpn_inspector.core.errors import BadFile, BadPredictions
from rpn_inspector.core.values import Array
from rpn_inspector.data.predictions.pickles import array_of, count_of, read_pickle
from rpn_inspector.data.predictions.results import DetectionResults, key_of
from rpn_inspector.data.predictions.unpickler import TIMES, shown

_WANTED = "wanted detectron2's box_proposals.pkl or a list of MMDetection results"
# The names detectron2 reads and those of its forerunner.
_KEYS = {"ids": ("ids", "indexes"), "logits": ("objectness_logits", "scores")}
_XYXY, _XYWH = 0, 1  # detectron2's BoxMode


def read_results_pickle(path: Path, names: Sequence[str] | None = None) -> DetectionResults:
    """Return the boxes in a pickle named by the user.

    ``names`` are the dataset's pictures in order; MMDetection lists results by place alone. Raises `BadFile` for other
    contents, `BadPredictions` for anything but arrays and plain containers, or for arrays that do not fit.
    """
    document = read_pickle(path)
    numbers = _Numbers(path, TIMES * path.stat().st_size)
    if isinstance(document, dict) and "boxes" in document:
        return DetectionResults(path, _detectron2(path, document, numbers))
    if isinstance(document, list | tuple):
        return DetectionResults(path, _mmdetection(path, document, names, numbers), indexed=True)
    found = f"a dict with {', '.join(map(shown, list(document)[:5]))}" if isinstance(document, dict) else "no list"
    raise BadFile(path, f"holds {found}, {_WANTED}")


def _detectron2(path: Path, document: Mapping[str, object], numbers: _Numbers) -> dict[str, Detections]:
    parts = {key: next((document[n] for n in names if n in document), None) for key, names in _KEYS.items()}
    ids, boxes, logits = parts["ids"], document["boxes"], parts["logits"]
    if isinstance(ids, list | tuple):
        if not all(isinstance(key, str | int | float) for key in ids):
            raise BadPredictions(f"{path}: ids are not all text or numbers")
        keys = [key_of(key) for key in ids]
    else:
        array = array_of(ids)
        found_ids = 0 if array is None else array.size
        if isinstance(boxes, list | tuple) and found_ids != len(boxes):  # before any becomes text
            raise BadPredictions(f"{path}: {found_ids} ids and {len(boxes)} boxes, wanted one each")
        keys = [] if array is None else [key_of(key) for key in array.reshape(-1).tolist()]
    if not isinstance(boxes, list | tuple) or not isinstance(logits, list | tuple):
        raise BadFile(path, f"its boxes and objectness_logits are no lists, {_WANTED}")
    if not len(keys) == len(boxes) == len(logits):
        raise BadPredictions(f"{path}: {len(keys)} ids, {len(boxes)} boxes, {len(logits)} logits, wanted one each")
    mode = document.get("bbox_mode", _XYXY)
    if mode not in (_XYXY, _XYWH):
        raise BadPredictions(f"{path}: bbox_mode {shown(mode)}, wanted 0 (x1 y1 x2 y2) or 1 (x y w h)")
    found = {}
    for key, rows, scores in zip(keys, boxes, logits, strict=True):
        place = f"{path}: {shown(key)}"
        box, logit = numbers.of(rows, place, "boxes"), numbers.of(scores, place, "objectness_logits").reshape(-1)
        box = box.reshape(0, 4) if not box.size else box
        if mode == _XYWH and box.ndim == 2 and box.shape[1] == 4:
            box = np.concatenate([box[:, :2], box[:, :2] + box[:, 2:]], 1)
        if not np.isfinite(logit).all():
            raise BadPredictions(f"{place}: objectness_logits hold a number that is not finite")
        score = 0.5 * (1 + np.tanh(0.5 * logit))  # the sigmoid, without overflow
        found[key] = Detections(boxes=box, scores=score, classes=(), source=place)
    return found


def _mmdetection(
    path: Path, document: Sequence[object], names: Sequence[str] | None, numbers: _Numbers
) -> dict[str, Detections]:
    found: dict[str, Detections] = {}
    for number, entry in enumerate(document):
        place = f"{path}: result {number}"
        key = _key(entry)
        if key is None:
            if names is None:
                raise BadFile(path, f"lists {len(document)} pictures by place alone, wanted its dataset with it")
            if len(names) != len(document):
                raise BadFile(path, f"lists {len(document)} pictures, wanted the {len(names)} of the dataset")
            key = names[number]
        if key in found:
            raise BadPredictions(f"{place}: picture {shown(key)!r} comes twice, wanted each once")
        found[key] = _result(entry, place, numbers)
    return found


def _key(entry: object) -> str | None:
    if not isinstance(entry, dict):
        return None
    for name in ("img_path", "filename", "img_id"):
        if isinstance(entry.get(name), str | int):
            return key_of(entry[name])
    return None


def _result(entry: object, place: str, numbers: _Numbers) -> Detections:
    if isinstance(entry, dict):
        entry = entry.get("pred_instances", entry)
        if not isinstance(entry, dict) or "bboxes" not in entry or "scores" not in entry:
            raise BadPredictions(f"{place}: holds no bboxes and scores, {_WANTED}")
        boxes, scores = numbers.of(entry["bboxes"], place, "bboxes"), numbers.of(entry["scores"], place, "scores")
        said = numbers.of(entry["labels"], place, "labels").reshape(-1) if "labels" in entry else np.zeros(0)
        if len(said) not in (0, len(boxes)):  # before any becomes text
            raise BadPredictions(f"{place}: {len(said)} labels for {len(boxes)} boxes, wanted one each")
        labels = said.tolist()
        return Detections(boxes=boxes, scores=scores, classes=tuple(key_of(label) for label in labels), source=place)
    if isinstance(entry, tuple) and entry:  # boxes, then masks
        entry = entry[0]
    if not isinstance(entry, list):  # no classes: proposals
        entry = [entry]
    by_class = [numbers.of(rows, place, "boxes") for rows in entry]
    for number, rows in enumerate(by_class):
        if rows.ndim != 2 or rows.shape[1] != 5:
            raise BadPredictions(f"{place}: class {number} has shape {rows.shape}, wanted (n, 5) of x1 y1 x2 y2 score")
    every = np.concatenate(by_class) if by_class else np.zeros((0, 5))
    classes = [str(number) for number, rows in enumerate(by_class) for _ in range(len(rows))]
    return Detections(boxes=every[:, :4], scores=every[:, 4], classes=tuple(classes), source=place)


class _Numbers:
    """Takes arrays out of a pickle, ``left`` numbers in all: a few bytes can name one array many times."""

    def __init__(self, path: Path, left: int) -> None:
        self.path, self.most, self.left = path, left, left

    def of(self, value: object, place: str, name: str) -> Array:
        """Return an array as float64. Raises `BadPredictions` for anything else, and once there are too many."""
        self.left -= count_of(value)
        if self.left < 0:
            raise BadPredictions(f"{self.path}: refused: holds over {self.most:,} numbers, more than its bytes can say")
        array = array_of(value)
        if array is None or array.dtype.kind not in "fiu":
            found = shown(value) if array is None else array.dtype
            raise BadPredictions(f"{place}: {name}: found {found}, wanted an array of numbers")
        with np.errstate(all="ignore"):  # a number beyond float64 becomes infinite, which is refused where it matters
            return array.astype(np.float64)
