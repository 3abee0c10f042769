"""The common part of all recorders: collecting one batch from several hooks, and writing picture by picture."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeAlias
from weakref import WeakKeyDictionary

import numpy as np

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.trained_picture import Sources, TrainedPicture
from rpn_inspector.core.values import Array
from rpn_inspector.data.predictions.dump_writer import DumpWriter
from rpn_inspector.data.predictions.rolling import WATCHED, Rolling, RollingDump
from rpn_inspector.recorders.roi_catch import RoiCatch
from rpn_inspector.recorders.sinks import Harmless, OneDump, RollingSink, Sink
from rpn_inspector.translate.draft import Translation
from rpn_inspector.translate.live import translation_of

Size = tuple[int, int]
Torch: TypeAlias = Any
"""A model, layer, tensor or structure of a framework: none is installed where types are checked."""


@dataclass(slots=True)
class Batch:
    """The hooks' catch of one forward pass; lists are per picture, ``objectness`` and ``deltas`` per level.

    ``objectness`` (n, A, H, W) and ``deltas`` (n, 4A, H, W) float32, or ``flat`` scores (n, N, K) and deltas
    (n, N, 4) in the recipe's order, over maps of ``level_shapes``; ``heads`` further outputs (n, A, H, W) per level,
    ``flat_heads`` (n, N, C);
    sizes (h, w) px; ``gt`` (G, 4) network px and ``gt_class`` (G,) from 0; ``positive`` and ``negative`` flat anchor
    indices, ``positive_gt`` the ground truth of each positive; the losses are the trainer's, of the whole batch. Of a
    rolling run also ``pixels`` (n, H, W, 3) uint8 RGB, the network's input, and ``sources``, the annotated boxes before
    augmentation; ``again`` are pictures of an earlier batch that the network has looked at once more.
    """

    objectness: list[Array] = field(default_factory=list)
    deltas: list[Array] = field(default_factory=list)
    flat: tuple[Array, Array] | None = None
    original: list[Size] = field(default_factory=list)
    network: list[Size] = field(default_factory=list)
    padded: Size | None = None
    gt: list[Array] = field(default_factory=list)
    gt_class: list[Array] = field(default_factory=list)
    positive: list[Array] = field(default_factory=list)
    negative: list[Array] = field(default_factory=list)
    positive_gt: list[Array] = field(default_factory=list)
    loss_objectness: float | None = None
    loss_box: float | None = None
    loss_more: dict[str, float] = field(default_factory=dict)
    loss_average: float | None = None
    heads: dict[str, list[Array]] = field(default_factory=dict)
    flat_heads: dict[str, Array] = field(default_factory=dict)
    level_shapes: tuple[Size, ...] = ()
    mode: Literal["", "train", "eval"] = ""
    pixels: Array | None = None
    sources: list[Sources | None] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    again: Batch | None = None
    roi: RoiCatch = field(default_factory=RoiCatch)


class Recording:
    """A dump, or a rolling run, being recorded. `name` tells the pictures of the next batch; else they are counted.

    ``written`` counts the pictures so far. The trainer's losses are of the whole batch: with several pictures
    each carries the names of all, so that the losses can be reckoned together. Nothing of a recording ends the
    training: what cannot be recorded is left out, and the first time a `RuntimeWarning` says why.

    Args:
        open_sink: makes the place the pictures go to, of what holds errors back.
        every: the number of forward passes of which the first is recorded.
        first_step: the number of the first pass, of a rolling run.
    """

    def __init__(self, open_sink: Callable[[Harmless], Sink], every: int = 1, first_step: int = 0) -> None:
        self.batch = Batch()
        self._every, self._passes, self._first = every, 0, first_step
        self._next: list[str] = []
        self._warned = self._aside = False
        self._sink = open_sink(self.held_back)

    @property
    def written(self) -> int:
        """Return the number of pictures recorded so far."""
        return self._sink.written

    @property
    def sees(self) -> bool:
        """Return whether the pictures themselves are recorded, as each pass has others."""
        return self._sink.moving

    @property
    def on(self) -> bool:
        """Return whether the pass under way is recorded."""
        return not self._aside and (self._passes - 1) % self._every == 0

    def name(self, *names: str) -> None:
        """Name the pictures of the next batch, in order."""
        self._next = [str(name) for name in names]

    @property
    def named(self) -> list[str]:
        """Return the names given by `name` to the batch under way, empty without."""
        return list(self._next)

    def begin(self, training: bool) -> None:
        """Begin the next pass; what a pass that broke down has left is dropped.

        Args:
            training: the model's mode.
        """
        if self._aside:
            return
        self._passes += 1
        self.batch = Batch(mode="train" if training else "eval")
        if not self.on:
            self._next = []

    def finish(self) -> None:
        """Write the batch, and begin the next; called by the last hook of a forward pass."""
        # A forward pass of another part of the model, such as the second stage alone, has nothing to record.
        if not self.batch.objectness and self.batch.flat is None:
            return
        batch, self.batch = self.batch, Batch()
        names, self._next = self._next or batch.names, []
        count = len(batch.objectness[0] if batch.flat is None else batch.flat[0])
        if names and len(names) != count:
            raise InspectorError(f"{len(names)} names for a batch of {count} pictures, wanted one each")
        files = names
        if self._sink.moving:  # each pass has other pictures: the place in the batch is what lasts
            names = [f"picture {number:0{len(str(count))}d}" for number in range(1, count + 1)]
        names = names or [f"image{self.written + number:06d}" for number in range(1, count + 1)]
        with self.harmless():
            pictures = [(name, _picture(batch, row, tuple(names), files)) for row, name in enumerate(names)]
            seen = batch.again
            if seen is not None:  # without losses, and of no batch
                watched = ((f"{WATCHED} {row + 1}", row) for row in range(len(seen.gt)))
                pictures += [(name, _picture(seen, row, (), seen.names)) for name, row in watched]
            self._sink.put(self._first + self._passes - 1, pictures, batch.mode)

    @contextmanager
    def harmless(self) -> Iterator[None]:
        """Hold the block's errors back from the training; what was caught of the batch so far is dropped."""
        try:
            yield
        except Exception as error:
            self.batch = Batch(mode=self.batch.mode)
            self._warn(error)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Let passes in the block be none of the recording's; errors are held back as by `held_back`."""
        self._aside = True
        try:
            with self.held_back():
                yield
        finally:
            self._aside = False

    @contextmanager
    def held_back(self) -> Iterator[None]:
        """Hold the block's errors back from the training, in any thread; the batch under way stays."""
        try:
            yield
        except Exception as error:
            self._warn(error)

    def hook(self, work: Callable[..., None]) -> Callable[..., None]:
        """Return ``work`` as a hook of every recorded pass, whose errors never reach the training."""

        def held(*arguments: Torch, **named: Torch) -> None:
            if self.on:
                with self.harmless():
                    work(*arguments, **named)

        return held

    def first(self, module: Torch, work: Callable[..., None] | None = None) -> AbstractContextManager[None]:
        """Return a context in which each call of ``module`` begins a pass, and ``work(arguments)`` sees its input."""
        seen = self.hook(work or (lambda _: None))

        def begun(module: Torch, arguments: tuple[Torch, ...]) -> None:
            with self.harmless():
                self.begin(bool(module.training))
            seen(arguments)

        return hooked(module.register_forward_pre_hook(begun))

    def after(self, module: Torch, work: Callable[..., None]) -> AbstractContextManager[None]:
        """Return a context in which ``work(output, *arguments)`` follows each recorded call of ``module``."""
        seen = self.hook(work)
        return hooked(module.register_forward_hook(lambda _, arguments, output: seen(output, *arguments)))

    def watch(self, owner: Torch, name: str, work: Callable[..., None]) -> AbstractContextManager[None]:
        """Return a context in which ``work(output, *arguments, **named)`` follows each recorded call of a method."""
        method, seen = getattr(owner, name), self.hook(work)

        def watched(*arguments: Torch, **named: Torch) -> Torch:
            output = method(*arguments, **named)
            seen(output, *arguments, **named)
            return output

        return replaced(owner, name, watched)

    def close(self) -> None:
        """Put in place what was recorded."""
        with self.harmless():
            self._sink.close()

    def _warn(self, error: Exception) -> None:
        if self._warned:
            return
        self._warned = True
        say_of(error)


def _picture(batch: Batch, row: int, names: tuple[str, ...], files: Sequence[str]) -> Prediction:
    def at(values: Sequence[Torch]) -> Torch:
        return values[row] if row < len(values) else None

    trained, sources = None, at(batch.sources)
    if sources is not None and len(sources.kept_as) != len(at(batch.gt)):
        sources = None  # a loss that leaves out a box more than the loader has other ground truths
    if batch.pixels is not None and at(batch.gt) is not None:
        trained = TrainedPicture(pixels=batch.pixels[row], file=Path(at(files) or "").name, sources=sources)
    return Prediction(
        objectness=None if batch.flat is None else batch.flat[0][row],
        deltas=None if batch.flat is None else batch.flat[1][row],
        levels_objectness=tuple(level[row] for level in batch.objectness),
        levels_deltas=tuple(level[row] for level in batch.deltas),
        heads={name: whole[row] for name, whole in batch.flat_heads.items()},
        levels_heads={name: tuple(level[row] for level in levels) for name, levels in batch.heads.items()},
        level_shapes=batch.level_shapes,
        mode=batch.mode,
        network_size=at(batch.network),
        padded_size=batch.padded,
        original_size=at(batch.original),
        gt=at(batch.gt),
        gt_class=at(batch.gt_class),
        sampled_positive=at(batch.positive),
        sampled_negative=at(batch.negative),
        sampled_gt=at(batch.positive_gt),
        loss_objectness=batch.loss_objectness,
        loss_box=batch.loss_box,
        loss_more=batch.loss_more,
        loss_average=batch.loss_average,
        trained=trained,
        rois=batch.roi.outputs(row, batch.mode),
        batch=names if len(names) > 1 and batch.loss_objectness is not None else (),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The wishes of a user.

    Args:
        folder: the dump to make: new, or a .zip.
        recipe: the name of the recipe the model was made under, None for unknown.
        checkpoint: the name of the checkpoint, None for unknown.
        step: the training step, None for unknown; dumps with a step form a timeline.
        every: the number of forward passes of which the first is recorded, at least 1.
        rolling: what stays on disk of a run that is followed as it happens; None for one dump.
        classes: the names of the classes in order, empty where not known.
        watch: the number of pictures looked at again at each step of a rolling run.
    """

    folder: str | Path
    recipe: str | None = None
    checkpoint: str | None = None
    step: int | None = None
    every: int = 1
    rolling: Rolling | None = None
    classes: tuple[str, ...] = ()
    watch: int = 0

    def __post_init__(self) -> None:
        """Raise `InspectorError` for a number of passes below 1, or of pictures below 0."""
        if self.watch < 0:
            raise InspectorError(f"watch: found {self.watch}, wanted 0 or more")
        if self.every < 1:
            raise InspectorError(f"every: found {self.every}, wanted at least 1")


@contextmanager
def recording_to(
    model: Torch,
    attach: Callable[[Recording], AbstractContextManager[None]],
    asked: Asked,
    producer: str,
    tell: Callable[[bool], Translation] | None = None,
) -> Iterator[Recording]:
    """Yield a `Recording` while ``attach`` holds its hooks in a model.

    The dump is put in place when the block ends, also by an error: a training that breaks down leaves the pictures
    before. With no picture recorded nothing is written.

    Args:
        model: the model, whose whole recipe goes into the dump where the model tells.
        attach: returns the context that holds the hooks in a model.
        asked: the wishes of the user.
        producer: the library, as written into the dump.
        tell: gives the recipe, with the numbers of training or of testing, of a model that does not tell.
    """
    told = _told(tell or partial(translation_of, model, None), asked.recipe)
    recording = Recording(sink_for(told, asked, producer), asked.every, asked.step or 0)
    try:
        with attach(recording):
            yield recording
    finally:
        recording.close()  # also after an error in the block: a training that breaks down leaves what was recorded


def sink_for(
    recipes: tuple[str | None, str | None], asked: Asked, producer: str
) -> Callable[[Harmless], OneDump | RollingSink]:
    """Return what makes the place a recording goes to; raises `BadFile` at once where that cannot be written.

    ``recipes`` are the model's whole ones at rest and in training, None where it does not tell.
    """
    tested, trained = recipes
    if asked.rolling is None:
        writer = DumpWriter(asked.folder, asked.recipe, producer, asked.checkpoint, asked.step, classes=asked.classes)
        return lambda harmless: OneDump(writer, tested, trained, harmless)
    run = RollingDump(
        asked.folder,
        producer,
        keep=asked.rolling,
        every=asked.every,
        recipe=asked.recipe,
        checkpoint=asked.checkpoint,
        classes=asked.classes,
    )
    return lambda harmless: RollingSink(run, tested, trained, harmless)


def _told(tell: Callable[[bool], Translation], named: str | None) -> tuple[str | None, str | None]:
    """Return the whole recipe of a model with the numbers of testing, and with those of training where they differ.

    None where the model does not tell, which is said where none is ``named`` either.
    """
    try:
        return tell(False).to_toml(), tell(True).to_toml()
    except Exception as error:  # a training is not ended by what its model does not tell
        if named is None:
            _say(f"rpn_inspector records no recipe, wanted one by name: {_why(error)}")
        return None, None


def say_of(error: Exception) -> None:
    """Warn that something is not recorded, and why."""
    _say(f"rpn_inspector leaves out what it cannot record; the first time: {_why(error)}")


def _why(error: Exception) -> str:
    return str(error) if isinstance(error, InspectorError) else f"{type(error).__name__}: {error}"


def _say(words: str) -> None:
    try:
        warnings.warn(one_line(words), RuntimeWarning, stacklevel=3)
    except RuntimeWarning:  # where the training makes errors of warnings
        logging.getLogger(__name__).warning(one_line(words))


_UNDER: WeakKeyDictionary[Torch, tuple[bool, Torch]] = WeakKeyDictionary()  # substitutes ended under another's


@contextmanager
def replaced(owner: Torch, name: str, value: Torch) -> Iterator[None]:
    """Set an attribute of one object for the time of the block, leaving no trace after, in whatever order blocks end.

    ``value`` is a function.
    """
    # A method of the class is no attribute of the object: it comes back by deleting the substitute.
    own = name in vars(owner)
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        if vars(owner).get(name) is not value:  # another has been put over it, and stays
            _UNDER[value] = own, before
        else:
            while own and before in _UNDER:
                own, before = _UNDER.pop(before)
            if own:
                setattr(owner, name, before)
            else:
                delattr(owner, name)


@contextmanager
def hooked(handle: Torch) -> Iterator[None]:
    """Remove a framework's hook at the end of the block."""
    try:
        yield
    finally:
        handle.remove()


def array(tensor: Torch) -> Array:
    """Return a tensor's numbers, detached, on the CPU; half precision becomes float32."""
    found = tensor.detach()
    # NumPy has no bfloat16. The name of torch's type is what there is to go by without importing torch.
    if "16" in str(found.dtype) and "float" in str(found.dtype):
        found = found.float()
    return np.asarray(found.cpu().numpy())


def floats(tensor: Torch) -> Array:
    """Return a tensor's numbers as float32."""
    return array(tensor).astype(np.float32)


def pixels_of(pictures: Torch, mean: Torch = 0.0, std: Torch = 255.0, bgr: bool = False) -> Array:
    """Return a batch's input (n, H, W, 3) uint8 RGB.

    Args:
        pictures: (n, 3, H, W), normalised.
        mean: what was taken away, a number or one for each channel, of 0 to 255.
        std: what was divided by.
        bgr: the order of the channels.
    """
    values = np.moveaxis(floats(pictures), 1, -1)
    mean, std = (np.ravel(array(each) if hasattr(each, "detach") else each).astype(np.float32) for each in (mean, std))
    seen = np.clip(np.rint(values * std + mean), 0, 255).astype(np.uint8)
    return np.ascontiguousarray(seen[..., ::-1] if bgr else seen)


def boxes_of(given: Torch) -> Array:
    """Return the boxes (n, 4) float32 of MMDetection's instances, of its boxes, or of a tensor."""
    boxes = getattr(given, "bboxes", given)
    return floats(getattr(boxes, "tensor", boxes))


def chosen(mask: Torch) -> Array:
    """Return the places (n,) int64 where a mask (N,) is not 0."""
    return np.flatnonzero(array(mask))


def number(losses: Mapping[str, Torch], name: str) -> float | None:
    """Return a loss by name, the mean of each level or picture summed where there are several; None where missing."""
    value = losses.get(name)
    if value is None:
        return None
    parts = value if isinstance(value, list | tuple) else [value]
    return float(sum(float(array(part).mean()) if hasattr(part, "detach") else float(part) for part in parts))


def size_of(shape: Sequence[int]) -> Size:
    """Return the (h, w) at the end or the beginning of a shape."""
    return int(shape[0]), int(shape[1])


def unwrapped(model: Torch) -> Torch:
    """Return the model inside a data-parallel wrapper."""
    return getattr(model, "module", model)


def part(model: Torch, name: str, wanted: str) -> Torch:
    """Return a part of a model; raises `InspectorError` where missing."""
    found = getattr(model, name, None)
    if found is None:
        raise InspectorError(f"{type(model).__name__} has no {name}, wanted {wanted}")
    return found
