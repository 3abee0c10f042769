"""Where the annotated boxes of a trained picture go on their way through Ultralytics' augmentation.

Nothing but the places of the boxes is known to a transform, so each box carries its number as a fraction of its class,
which transforms carry along and drop together with the box; the fraction is taken away at the end, exactly. Written
against measured facts of Ultralytics 8.4: a transform has ``apply_instances(labels, params)``; a mosaic's params have
a ``layout`` of patches with ``labels_patch``, ``padw``, ``padh``, ``img_shape`` and, of four pictures, ``x1a`` to
``y2a``, their place there; of what mixes two pictures ``mix_labels``; a warp's have ``M``, ``scale``,
``orig_shape`` and ``size``, a flip's ``flip``, ``direction``, ``h`` and ``w``.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from rpn_inspector.core.trained_picture import OUT_OF_CROP, OUT_OF_MOSAIC, Sources
from rpn_inspector.core.values import Array

Labels: TypeAlias = Any
KEY = "rpn_inspector"  # of a picture's journeys in the loader's batch
PARTS = 1 << 14  # numbers of boxes in a picture; with classes below 1,024 they are exact in float32
CLASSES = 1 << 10


class Journeys:
    """The boxes of the picture being made: numbered as met, with where each lies now and why it is lost."""

    def __init__(self) -> None:
        self.gt: list[Array] = []
        self.kinds: list[int] = []
        self.files: list[str] = []
        self.box: list[Array] = []
        self.joined: dict[int, Array] = {}
        self.lost: dict[int, str] = {}
        self.parts: list[tuple[str, Array]] = []  # stored pictures of mosaics, and where they lie now
        self.still_joined: tuple[list[int], int] = ([], 0)  # lost boxes in px of the newest mosaic, its first part

    def meet(self, labels: Labels) -> None:
        """Give numbers to the boxes of a stored picture whose annotation was just read."""
        kinds = np.asarray(labels["cls"], np.float32)
        first = len(self.gt)
        if not kinds.size or first + len(kinds) >= PARTS or kinds.max() >= CLASSES or (kinds % 1).any():
            return
        height, width = labels["ori_shape"][:2]
        self.gt += list(_px(labels, (height, width)))
        self.kinds += kinds.ravel().astype(int).tolist()
        self.files += [Path(str(labels.get("im_file", ""))).name] * len(kinds)
        self.box += [np.full(4, np.nan)] * len(kinds)
        numbers = np.arange(first + 1, first + len(kinds) + 1, dtype=np.float32)
        labels["cls"] = kinds + (numbers / PARTS).reshape(kinds.shape)

    def sources(self, kept_as: Array, size: tuple[int, int]) -> dict[str, Array]:
        """Return the arrays of `Sources`, plain, as they come out of a worker's process, in px of ``size`` (h, w)."""
        count, unknown = len(self.gt), np.full(4, np.nan)
        return {
            "gt": np.array(self.gt, np.float32).reshape(count, 4),
            "gt_class": np.array(self.kinds, np.int64),
            "picture": np.array(self.files, np.str_),
            "box": np.array(self.box, np.float32).reshape(count, 4),
            "lost": np.array([self.lost.get(number, "") for number in range(count)], np.str_),
            "kept_as": kept_as,
            "joined": np.array([self.joined.get(number, unknown) for number in range(count)], np.float32),
            "part": np.array([name for name, _ in self.parts], np.str_),
            "part_box": np.array([box for _, box in self.parts], np.float32).reshape(len(self.parts), 4),
            "size": np.array(size, np.int64),
        }


class Loading:
    """``dataset.get_image_and_label`` with numbered boxes; picklable, for workers that are started anew."""

    def __init__(self, dataset: Any) -> None:
        self.dataset, self.journeys, self.followers = dataset, Journeys(), 0

    def __call__(self, index: int) -> Labels:
        """Return a stored picture with its boxes."""
        labels = type(self.dataset).get_image_and_label(self.dataset, index)
        if self.followers and isinstance(self.dataset.transforms, Transforming):
            _quiet(self.journeys.meet, labels)
        return labels


class Transforming:
    """All transforms of a dataset; at their end the numbers leave the classes, and the journeys join the picture."""

    def __init__(self, transforms: Any, loading: Loading) -> None:
        self.transforms, self._loading = transforms, loading

    def __getattr__(self, name: str) -> Any:
        """Return what the transforms themselves have."""
        if name.startswith("__") or name == "transforms":
            raise AttributeError(name)
        return getattr(self.transforms, name)

    def __call__(self, labels: Labels) -> Labels:
        """Return the picture as it goes into a batch."""
        try:
            found = self.transforms(labels)
        finally:
            journeys, self._loading.journeys = self._loading.journeys, Journeys()
        # whatever was recorded: no class goes on with a number in it
        tagged = found.get("cls")
        if tagged is None:
            return found
        found["cls"] = tagged // 1
        found[KEY] = _quiet(lambda: journeys.sources(_numbers(tagged), tuple(found["img"].shape[-2:])))
        return found


class Applying:
    """A transform's ``apply_instances``, watched."""

    def __init__(self, transform: Any, loading: Loading) -> None:
        self.transform, self._loading = transform, loading

    def __call__(self, labels: Labels, params: Any = None) -> Labels:
        """Return the labels with their boxes moved, and some dropped."""
        journeys = self._loading.journeys
        before = _quiet(lambda: _begin(self.transform, labels, params, journeys))
        found = type(self.transform).apply_instances(self.transform, labels, params)
        if before is not None:
            _quiet(lambda: _end(self.transform, before, found if found is not None else labels, params, journeys))
        return found


class Building:
    """``dataset.build_transforms``, whose result is watched: a trainer builds anew when it closes the mosaic."""

    def __init__(self, dataset: Any, loading: Loading) -> None:
        self.dataset, self._loading = dataset, loading

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Return the transforms."""
        return watched(type(self.dataset).build_transforms(self.dataset, *arguments, **named), self._loading)


def follow_boxes(dataset: Any) -> Callable[[], None]:
    """Let the boxes of ``dataset`` be followed from now on, and return what ends that, to be called once.

    Several recordings of a training share one follower, which stays until the last of them ends.
    """
    loading = vars(dataset).get("get_image_and_label")
    if not isinstance(loading, Loading):
        loading = Loading(dataset)
        dataset.transforms = watched(dataset.transforms, loading)
        dataset.get_image_and_label = loading
        dataset.build_transforms = Building(dataset, loading)
    loading.followers += 1

    def end() -> None:
        loading.followers -= 1
        if loading.followers:
            return
        for name in ("get_image_and_label", "build_transforms"):
            vars(dataset).pop(name, None)
        if isinstance(dataset.transforms, Transforming):
            dataset.transforms = dataset.transforms.transforms
        for transform in _all(dataset.transforms):
            vars(transform).pop("apply_instances", None)

    return end


def watched(transforms: Any, loading: Loading) -> Transforming:
    """Return ``transforms`` with each of them watched."""
    for transform in _all(transforms):
        if hasattr(type(transform), "apply_instances"):
            transform.apply_instances = Applying(transform, loading)
    return Transforming(transforms, loading)


def sources_of(found: Mapping[str, Array] | None, size: tuple[int, int]) -> Sources | None:
    """Return the boxes a picture began with, of what came with it in a batch; None where nothing did.

    ``size`` (h, w) px is the network's input: a training at several scales scales whole batches to it.
    """
    if not found or not len(found["gt"]):
        return None
    texts = {name: tuple(found[name].tolist()) for name in ("picture", "lost", "part")}
    told: dict[str, Any] = {**found, **texts}
    height, width = np.asarray(size) / told.pop("size")
    if (height, width) != (1, 1):
        scale = np.array([width, height] * 2, np.float32)
        told |= {"box": found["box"] * scale, "part_box": found["part_box"] * scale}
        told["lost"] = tuple(f"{why}, before the batch was scaled" if " px " in why else why for why in texts["lost"])
    return Sources(**told)


def _quiet(work: Callable[..., Any], *arguments: Any) -> Any:
    """Return the result, None where it fails: a training goes on without."""
    try:
        return work(*arguments)
    except Exception:
        return None


def _all(transform: Any) -> Iterator[Any]:
    """Yield a transform and those inside, each once."""
    seen: set[int] = set()
    waiting = [transform]
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [*(getattr(one, "transforms", None) or ())] if not isinstance(one, Transforming) else []
        waiting += [each for each in (getattr(one, "pre_transform", None),) if each is not None]


def _numbers(kinds: Any) -> Array:
    """Return the numbers (n,) int64 of boxes carried in their classes (n, 1), from 0, -1 without."""
    fractions = np.asarray(kinds, np.float32).ravel() % 1
    return np.rint(fractions * PARTS).astype(np.int64) - 1


def _px(labels: Labels, size: tuple[int, int]) -> Array:
    """Return the boxes (n, 4) x1 y1 x2 y2 of labels, px of a picture of ``size`` (h, w)."""
    instances = labels["instances"]
    boxes = np.array(instances.bboxes, np.float64).reshape(-1, 4)
    form = instances._bboxes.format
    if form in ("xywh", "ltwh"):
        half = boxes[:, 2:] / 2
        first = boxes[:, :2] - half if form == "xywh" else boxes[:, :2]
        boxes = np.concatenate([first, first + boxes[:, 2:]], 1)
    return boxes * np.array([size[1], size[0]] * 2) if instances.normalized else boxes


def _begin(transform: Any, labels: Labels, params: Any, journeys: Journeys) -> Array:
    """Note where boxes will lie after a transform, and return the numbers of those that go in."""
    params = params if isinstance(params, Mapping) else {}
    if "layout" in params:
        journeys.still_joined = [], len(journeys.parts)
        numbers = [_patch(patch, journeys) for patch in params["layout"]]
        return np.concatenate([*numbers, np.zeros(0, np.int64)])
    own = _numbers(labels["cls"])
    mixed = [_numbers(each["cls"]) for each in params.get("mix_labels", ())]
    known = own >= 0
    if "M" in params:
        warp = np.asarray(params["M"], np.float64)
        _put(journeys, own[known], _warped(_px(labels, params["orig_shape"][:2]), warp)[known])
        _warp_rest(journeys, warp)
    elif params.get("mix_labels") and "r" not in params and not params.get("skip"):
        journeys.parts.clear()  # one picture lies over another, and nobody says where
    elif params.get("flip"):
        _flip(journeys, params)
    return np.concatenate([own[known], *(each[each >= 0] for each in mixed)])


def _patch(patch: Mapping[str, Any], journeys: Journeys) -> Array:
    numbers = _numbers(patch["labels_patch"]["cls"])
    known = numbers >= 0
    shape = patch["img_shape"] if patch.get("img_shape") is not None else patch["labels_patch"]["img"].shape
    boxes = _px(patch["labels_patch"], shape[:2]) + np.array([patch["padw"], patch["padh"]] * 2)
    _put(journeys, numbers[known], boxes[known])
    if {"x1a", "y1a", "x2a", "y2a"} <= patch.keys():
        place = np.array([patch[side] for side in ("x1a", "y1a", "x2a", "y2a")], np.float64)
        journeys.parts.append((Path(str(patch["labels_patch"].get("im_file", ""))).name, place))
    return numbers[known]


def _warp_rest(journeys: Journeys, warp: Array) -> None:
    """Move with a mosaic what its labels no longer tell: the boxes lost in it, and where its pictures lie."""
    lost, first = journeys.still_joined
    _put(
        journeys,
        np.array(lost, np.int64),
        _warped(np.array([journeys.box[each] for each in lost]).reshape(-1, 4), warp),
    )
    later = journeys.parts[first:]
    journeys.parts[first:] = [(name, _warped(box[None], warp)[0]) for name, box in later]
    journeys.still_joined = [], len(journeys.parts)


def _put(journeys: Journeys, numbers: Array, boxes: Array) -> None:
    for number, box in zip(numbers.tolist(), boxes, strict=True):
        journeys.box[number] = box


def _warped(boxes: Array, warp: Array) -> Array:
    """Return the boxes (n, 4) around corners moved by a matrix (3, 3)."""
    corners = boxes[:, [0, 1, 2, 1, 2, 3, 0, 3]].reshape(-1, 2)
    moved = np.column_stack([corners, np.ones(len(corners))]) @ warp.T
    places = (moved[:, :2] / moved[:, 2:]).reshape(-1, 4, 2)
    return np.concatenate([places.min(1), places.max(1)], 1)


def _flip(journeys: Journeys, params: Mapping[str, Any]) -> None:
    axis = 0 if params["direction"] == "horizontal" else 1
    side = params["w" if axis == 0 else "h"]

    def turned(box: Array) -> Array:
        found = box.copy()
        found[[axis, axis + 2]] = side - box[[axis + 2, axis]]
        return found

    journeys.box = [turned(box) for box in journeys.box]
    journeys.parts = [(name, turned(box)) for name, box in journeys.parts]


def _end(transform: Any, before: Array, labels: Labels, params: Any, journeys: Journeys) -> None:
    """Note why boxes that went into a transform did not come out."""
    numbers = _numbers(labels["cls"])
    if isinstance(params, Mapping) and "layout" in params and not labels["instances"].normalized:
        known = numbers >= 0
        joined = _px(labels, (0, 0))[known]
        journeys.joined |= dict(zip(numbers[known].tolist(), joined, strict=True))
    gone = set(before.tolist()) - set(numbers.tolist())
    for number in gone:
        if isinstance(params, Mapping) and "layout" in params:
            journeys.lost[number] = OUT_OF_MOSAIC
            journeys.still_joined[0].append(number)
        elif isinstance(params, Mapping) and "M" in params:
            journeys.lost[number] = _why(transform, journeys.box[number], params["size"])
        else:
            journeys.lost[number] = f"dropped by {type(transform).__name__}"


def _why(transform: Any, box: Array, size: Any) -> str:
    """Return why a warp dropped a box (4,), in px after it; its rule's numbers are the defaults of the rule itself."""
    width, height = size[:2]
    cut = np.clip(box, 0, [width, height, width, height])
    sides, whole = cut[2:] - cut[:2], box[2:] - box[:2]
    if (sides <= 0).any():
        return OUT_OF_CROP
    rule = inspect.signature(transform.box_candidates).parameters
    least, fewest = rule["area_thr"].default, rule["wh_thr"].default
    left = sides.prod() / max(whole.prod(), 1e-9)
    if (sides <= fewest).any():
        return f"{sides.min():.1f} px wide or high, wanted more than {fewest}"
    if left <= least:
        return f"{100 * left:.1f} % left, least {100 * least:g} %"
    return f"{sides.max() / sides.min():.0f} times as long as wide"
