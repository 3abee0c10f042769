"""FiftyOne's samples, without FiftyOne: as a `Sample`, and as the command that opens the window at one.

A sample is anything with ``filepath``, and boxes in one of its fields: ``detections``, each with ``label`` and
``bounding_box``, [x, y, width, height] in parts of the picture.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.core.sample import Attributes, Kind, Sample
from rpn_inspector.data.pictures.images import read_size

GROUND_TRUTH = "ground_truth"
FARTHEST = 1e6  # pictures, of a side of a box
_OWN = frozenset({"label", "bounding_box", "mask", "mask_path", "iscrowd", "id", "tags", "attributes"})


def selected(session: Any) -> Iterator[Any]:
    """Yield the samples that are selected in FiftyOne's App, in the order of selection.

    ``session.selected`` holds ids, or mappings with an ``id``. Raises `InspectorError` where none is selected, for what
    is no session, and for a sample that its dataset does not have.
    """
    found, dataset = _get(session, "selected"), _get(session, "dataset")
    if dataset is None:
        what = "no session" if session is None else f"a {type(session).__name__} without a dataset"
        raise InspectorError(f"found {what}, wanted FiftyOne's session of the App")
    if not isinstance(found, Iterable) or isinstance(found, str) or not (listed := list(found)):
        raise InspectorError("no sample is selected in the App, wanted one: click the corner of a picture")
    for each in listed:
        id_ = _get(each, "id") if isinstance(each, Mapping) else each
        try:
            sample = dataset[str(id_)]
        except (KeyError, TypeError, ValueError, AttributeError, IndexError):
            raise InspectorError(f"the dataset of the App has no sample {str(id_)[:60]!r}") from None
        yield sample


def sample_of(sample: Any, field: str | None = None, classes: Iterable[str] | None = ()) -> Sample:
    """Return FiftyOne's sample as a `Sample`; the picture's header is read where no metadata tells the size.

    Args:
        sample: with ``filepath`` and the field.
        field: of the ground truths; None: ``ground_truth``, else the first with detections that have no confidence.
            An empty one says nothing of itself.
        classes: the classes in order, as ``dataset.default_classes``; those it lacks follow, in order of appearance.

    Raises:
        InspectorError: for what is no sample, for a field that is not there, and for boxes that are no numbers.
        BadFile: for a picture whose size cannot be read.
    """
    path = _path_of(sample)
    found = _detections(sample, path, field)
    height, width = size = _size_of(sample, path)
    places = {str(name): at for at, name in enumerate(dict.fromkeys(map(str, classes or ())))}
    boxes, labels, kinds, ids, words = [], [], [], [], []
    for number, one in enumerate(found, 1):
        box = _box(_get(one, "bounding_box"), f"{path}: detection {number}")
        boxes.append([box[0] * width, box[1] * height, box[2] * width, box[3] * height])
        labels.append(places.setdefault(str(_get(one, "label") or "unnamed"), len(places)))
        kinds.append(Kind.CROWD if str(_get(one, "iscrowd")) in ("1", "1.0", "True") else Kind.NORMAL)
        ids.append(str(_get(one, "id") or ""))
        words.append(_attributes(one))
    return Sample(
        name=path.name, size=size, gt=np.array(boxes, np.float64).reshape(-1, 4), gt_class=np.array(labels, np.int64),
        gt_kind=np.array(kinds, np.int8), gt_id=tuple(ids), path=path, classes=tuple(places),
        gt_attributes=tuple(words),
    )  # fmt: skip


def arguments(sample: Any, dataset: str | Path, *more: str | Path) -> list[str]:
    """Return the command that opens the window on ``dataset`` at FiftyOne's sample, as `subprocess` takes it.

    ``dataset`` is the folder or file that the program opens; its pictures may lie under another root than FiftyOne's.
    ``more`` are further arguments, as ``"--recipe", "torchvision-fpn"``.
    """
    here = ["open", str(dataset), "--image-path", str(_path_of(sample)), *map(str, more)]
    return [sys.executable, "-m", "rpn_inspector", *here]


def command(sample: Any, dataset: str | Path, *more: str | Path) -> str:
    """Return `arguments` as one line to paste into a shell; raises `InspectorError` where no line can hold them."""
    line = shlex.join(["rpn-inspector", *arguments(sample, dataset, *more)[3:]])
    if one_line(line, len(line) + 1) != line:
        raise InspectorError(f"{_path_of(sample)}: a name with letters that control a terminal; use arguments() for it")
    return line


def _path_of(sample: Any) -> Path:
    path = _get(sample, "filepath")
    if not isinstance(path, str | Path) or not str(path):
        raise InspectorError(f"found a {type(sample).__name__} without filepath, wanted FiftyOne's sample")
    return Path(path)


def _get(thing: Any, name: str) -> Any:
    """Return a field of a sample or label: a key, or an attribute; None without."""
    if isinstance(thing, Mapping):
        return thing.get(name)
    try:
        return getattr(thing, name, None)
    except (KeyError, ValueError, TypeError, RuntimeError):  # a proxy of FiftyOne's for a field that is not there
        return None


def _fields(sample: Any) -> Iterator[str]:
    named = sample.keys() if isinstance(sample, Mapping) else _get(sample, "field_names")
    names = named if isinstance(named, Iterable) else getattr(sample, "__dict__", ())
    yield from (str(name) for name in names)


def _detections(sample: Any, path: Path, field: str | None) -> list[Any]:
    """Return the labels of the field of ground truths."""
    known = {name: list(held) for name in _fields(sample) if (held := _held(_get(sample, name))) is not None}
    if field is not None:
        if field not in known:
            if _get(sample, field) is None and field in set(_fields(sample)):
                return []  # as FiftyOne has a sample without boxes
            there = f"those with detections are {', '.join(known)}" if known else "none has detections"
            raise InspectorError(f"{path}: no field {field!r} with detections; {there}")
        return known[field]
    if GROUND_TRUTH in known:
        return known[GROUND_TRUTH]
    plain = [held for held in known.values() if held and all(_get(one, "confidence") is None for one in held)]
    return plain[0] if plain else []


def _held(value: Any) -> Iterable[Any] | None:
    found = _get(value, "detections")
    return found if isinstance(found, Iterable) and not isinstance(found, str | bytes | Mapping) else None


def _size_of(sample: Any, path: Path) -> tuple[int, int]:
    facts = _get(sample, "metadata")
    height, width = (_get(facts, name) for name in ("height", "width"))
    if all(type(side) is int and 0 < side < 1 << 31 for side in (height, width)):
        return height, width
    return read_size(path)


def _box(written: Any, place: str) -> tuple[float, float, float, float]:
    """Return x1, y1, x2, y2 in parts of the picture."""
    try:
        x, y, width, height = map(float, written)
    except (TypeError, ValueError, OverflowError):
        raise InspectorError(
            f"{place}: bounding_box is {one_line(repr(written), 60)}, wanted x, y, width, height"
        ) from None
    if not all(abs(part) <= FARTHEST for part in (x, y, width, height)):
        raise InspectorError(f"{place}: bounding_box holds a number that is not finite, or over {FARTHEST:g}")
    return x, y, x + width, y + height


def _attributes(one: Any) -> Attributes:
    """Return the plain values of a label beside box, class and id, as text."""
    items = {name: _get(one, name) for name in _fields(one)}
    plain = {name: value for name, value in items.items() if isinstance(value, str | int | float | bool)}
    return Attributes({name: str(value) for name, value in plain.items() if name not in _OWN and name[:1] != "_"})
