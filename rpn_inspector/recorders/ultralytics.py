"""Record a training of Ultralytics' detection models (YOLOv8 to YOLO26) as it happens, by its trainer's callbacks.

    model = YOLO("yolov8n.yaml")
    record(model, "run.rpn", every=50)
    model.train(data="data.yaml")

Beside a training that runs, ``rpn-inspector open run.rpn --follow`` shows each recorded batch: pictures as the network
saw them, boxes that augmentation lost and why, the assignment and the losses.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Literal, get_args

import numpy as np

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.values import Array
from rpn_inspector.data.predictions.rolling import Rolling
from rpn_inspector.recorders.box_journeys import KEY, follow_boxes, sources_of
from rpn_inspector.recorders.recording import (
    Asked,
    Batch,
    Recording,
    Torch,
    array,
    floats,
    pixels_of,
    replaced,
    say_of,
    sink_for,
    size_of,
    unwrapped,
)
from rpn_inspector.recorders.watched import Watched
from rpn_inspector.translate.ultralytics_model import end_to_end, head_of, translate_model

Branch = Literal["", "one2many", "one2one"]
LOSSES = {"box_loss": "box", "cls_loss": "objectness", "dfl_loss": "distribution", "l1_loss": "l1"}


def record(
    model: Torch,
    folder: str | Path,
    branch: Branch = "",
    every: int = 50,
    rolling: Rolling | None = None,
    checkpoint: str | None = None,
    watch: int = 1,
) -> Recorder:
    """Record the trainings of ``model`` from now on to a rolling run at ``folder``; return what does so.

    Only the newest steps stay on disk. Raises `InspectorError` for an object without callbacks, for another ``branch``,
    and where ``every`` is below 1. Written against Ultralytics 8.4; a training over several processes is not recorded.

    Args:
        model: the library's ``YOLO``, or a trainer.
        folder: the run to make; an earlier run there is replaced.
        branch: the head that is recorded of a model with two: ``one2many``, which only trains, or ``one2one``, which
            detects; by default the latter.
        every: the number of batches of which the first is recorded.
        rolling: what stays on disk, by default 20 steps or 2 GB.
        checkpoint: the name of the checkpoint, None for unknown.
        watch: the number of pictures of the first batch that the network looks at again at each recorded step, so that
            steps can be compared.
    """
    asked = Asked(folder=folder, every=every, rolling=rolling or Rolling(), checkpoint=checkpoint, watch=watch)
    if not hasattr(model, "add_callback"):
        raise InspectorError(f"{type(model).__name__} takes no callbacks, wanted a YOLO model or a trainer")
    if branch not in get_args(Branch):
        raise InspectorError(f"branch: found {branch!r}, wanted one2many, one2one, or none for the one that detects")
    recorder = Recorder(asked, branch)
    for event in ("on_pretrain_routine_start", "on_train_start", "on_train_end", "teardown"):
        model.add_callback(event, getattr(recorder, event))
    return recorder


class Recorder:
    """The callbacks of one recording; their names are the trainer's."""

    def __init__(self, asked: Asked, branch: Branch) -> None:
        self.asked, self.branch = asked, branch
        self.recording: Recording | None = None
        self._held = ExitStack()

    def on_pretrain_routine_start(self, trainer: Torch) -> None:
        """Follow the boxes of the training's dataset once it is built, before a worker has a copy."""
        build = getattr(trainer, "build_dataset", None)
        if build is None:
            return

        def built(*arguments: Torch, **named: Torch) -> Torch:
            dataset = build(*arguments, **named)
            mode = named.get("mode", arguments[1] if len(arguments) > 1 else "train")
            if mode == "train":
                try:
                    self._held.callback(follow_boxes(dataset))
                except Exception as error:
                    say_of(error)
            return dataset

        self._held.enter_context(replaced(trainer, "build_dataset", built))

    def on_train_start(self, trainer: Torch) -> None:
        """Put the hooks into the network."""
        try:
            self._attach(trainer)
        except Exception as error:
            say_of(error)
            self._held.close()

    def on_train_end(self, trainer: Torch) -> None:
        """Take all hooks away, and say that the training has ended."""
        self._held.close()
        if self.recording is not None:
            self.recording.close()
            self.recording = None

    def teardown(self, trainer: Torch) -> None:
        """As at the end, where a training has not got that far."""
        self.on_train_end(trainer)

    def _attach(self, trainer: Torch) -> None:
        net = unwrapped(trainer.model)
        head = head_of(net)
        if head is None:
            raise InspectorError(f"{type(net).__name__} is no detection model over points, and is not recorded")
        branch = (self.branch or "one2one") if end_to_end(head) else ""
        if getattr(net, "criterion", None) is None:  # as the library does at the first batch
            net.criterion = net.init_criterion()
        losing = getattr(net.criterion, branch) if branch else net.criterion
        names = getattr(trainer, "data", {}).get("names", {})
        classes = tuple(str(each) for each in (names.values() if isinstance(names, dict) else names))
        first = int(getattr(trainer, "start_epoch", 0)) * len(trainer.train_loader)
        asked = Asked(
            folder=self.asked.folder,
            every=self.asked.every,
            rolling=self.asked.rolling,
            checkpoint=self.asked.checkpoint,
            classes=classes,
            step=first,
        )
        told = translate_model(net, training=True, branch=branch).to_toml()
        self.recording = recording = Recording(sink_for((told, told), asked, "ultralytics"), asked.every, first)
        watched = Watched(
            net, head, self.asked.watch, lambda batch, found: _outputs(batch, found[branch] if branch else found)
        )
        _hook(self._held, net, losing, recording, watched)


def _hook(held: ExitStack, net: Torch, losing: Torch, recording: Recording, watched: Watched) -> None:
    """Put the hooks of one recorded head, whose loss is ``losing``, into a network, for as long as ``held`` holds."""

    def assigned(output: Torch, *arguments: Torch) -> None:
        if not net.training:
            return
        batch, given = recording.batch, [array(each) for each in arguments[3:6]]
        # candidates with a metric of 0 may fill up the best; they teach nothing
        teaching = array(output[3]).astype(bool) & (floats(output[2]).sum(-1) > 0)
        batch.positive = [np.flatnonzero(each) for each in teaching]
        batch.negative = [np.flatnonzero(~each) for each in teaching]
        owners = array(output[4])
        batch.positive_gt = [owner[mask].astype(np.int64) for owner, mask in zip(owners, teaching, strict=True)]
        there = [mask[:, 0].astype(bool) for mask in given[2]]
        batch.gt = [boxes[mask].astype(np.float32) for boxes, mask in zip(given[1], there, strict=True)]
        batch.gt_class = [kinds[mask, 0].astype(np.int64) for kinds, mask in zip(given[0], there, strict=True)]

    def lost(found: Torch, outputs: Torch, fed: Torch) -> None:
        if not net.training:
            return
        batch = recording.batch
        _outputs(batch, outputs)
        _pictures(batch, fed)
        for name, value in found[1].items():
            if LOSSES.get(name) == "box":
                batch.loss_box = float(value)
            elif LOSSES.get(name) == "objectness":
                batch.loss_objectness = float(value)
            else:
                batch.loss_more[LOSSES.get(name, name.removesuffix("_loss"))] = float(value)
        with recording.aside():
            batch.again = watched.again(batch, fed["img"])
        recording.finish()

    def begin(module: Torch, arguments: tuple[Torch, ...]) -> None:
        # a batch of a training is a mapping; pictures alone are looked at in a validation
        if module.training and arguments and isinstance(arguments[0], dict):
            with recording.harmless():
                recording.begin(training=True)

    handle = net.register_forward_pre_hook(begin)
    held.callback(handle.remove)
    held.enter_context(recording.after(losing.assigner, assigned))
    held.enter_context(recording.watch(losing, "loss", lost))


def _outputs(batch: Batch, outputs: Torch) -> None:
    boxes, scores = floats(outputs["boxes"]), floats(outputs["scores"])
    shapes = [size_of(level.shape[-2:]) for level in outputs["feats"]]
    ends = np.cumsum([height * width for height, width in shapes])[:-1]
    for planes, found in ((batch.objectness, scores), (batch.deltas, boxes)):
        for part, shape in zip(np.split(found, ends, axis=2), shapes, strict=True):
            planes.append(np.ascontiguousarray(part).reshape(*part.shape[:2], *shape))


def _pictures(batch: Batch, fed: Torch) -> None:
    count = len(fed["img"])
    batch.pixels = pixels_of(fed["img"])
    batch.padded = size_of(fed["img"].shape[-2:])
    batch.network = [batch.padded] * count
    batch.names = [str(name) for name in fed.get("im_file", ())]
    batch.sources = [sources_of(each, batch.padded) for each in fed.get(KEY, [None] * count)]
    if not batch.gt:  # without any box there is no assignment
        empty: Array = np.zeros((0, 4), np.float32)
        batch.gt, batch.gt_class = [empty] * count, [np.zeros(0, np.int64)] * count
