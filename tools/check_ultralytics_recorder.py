"""Train a YOLO model of Ultralytics with its recorder on, and compare what was recorded with this program and with it.

Run it where ultralytics and torch are installed, with this package importable (and msgspec, lxml, platformdirs):

    python tools/check_ultralytics_recorder.py path/to/dataset out --kind yolov8n

Random weights, pictures of the dataset, made YOLO's in ``out``. With the same seed it trains twice, with and without
the recorder: every loss and the weights at the end must be the same to the last bit. Then each recorded step's labels,
owners and losses are worked out here from the dump alone, and compared with those the training itself used. Last, the
CPU seconds of a step and of the recorder's own work, and what recording every 50th costs.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from ultralytics import YOLO

import rpn_inspector as ri
from rpn_inspector.analysis.batch_loss import recorded_losses
from rpn_inspector.core.batch_losses import batch_of
from rpn_inspector.data.predictions.checkpoints import dumps_in
from rpn_inspector.data.predictions.dump import open_dump
from rpn_inspector.data.predictions.made_under import recipe_of
from rpn_inspector.data.predictions.rolling import WATCHED, Rolling, read_run
from rpn_inspector.recorders import box_journeys, recording, sinks
from rpn_inspector.recorders.ultralytics import record

PARTS = ("box_loss", "cls_loss", "dfl_loss", "l1_loss")


def main() -> int:
    """Train, compare and measure; exit 1 where anything differs or a step costs 5 % more at every 50th."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("output", type=Path, help="a new folder")
    parser.add_argument("--kind", default="yolov8n")
    parser.add_argument("--branch", default="", choices=("", "one2many", "one2one"))
    parser.add_argument("--pictures", type=int, default=48)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--side", type=int, default=320)
    parser.add_argument("--every", type=int, default=3)
    parser.add_argument("--tolerance", type=float, default=1e-5, help="relative, of a loss")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    asked.output.mkdir(parents=True)
    data = as_yolo(asked.dataset, asked.output / "data", asked.pictures)
    plain = Training(asked, data, "plain")
    costs = Cost()
    recorded = Training(asked, data, "recorded", asked.output / "run.rpn", asked.every)
    same = len(plain.parts) == len(recorded.parts) and all(map(np.array_equal, plain.parts, recorded.parts))
    same &= all(torch.equal(plain.weights[name], recorded.weights[name]) for name in plain.weights)
    print(f"{len(plain.parts)} steps, losses and weights equal with and without the recorder: {same}")
    worst = agreement(asked.output / "run.rpn", recorded)
    print(f"{asked.kind} {asked.branch}: largest relative difference {worst:.2e}")
    cost = costs.told(plain, len(recorded.parts), len(dumps_in(asked.output / "run.rpn")))
    return int(not same or worst > asked.tolerance or cost > 0.05)


class Training:
    """One training, with what it itself says of each step; the notes are taken apart from the recorder's."""

    def __init__(
        self, asked: argparse.Namespace, data: Path, name: str, run: Path | None = None, every: int = 1
    ) -> None:
        self.parts: list[np.ndarray] = []  # of the recorded head
        self.labels: list[tuple[np.ndarray, np.ndarray]] = []  # (n, N) foreground with a target, and owner
        self.seconds: list[float] = []
        self._branch, self._begun = asked.branch, 0.0
        model = YOLO(f"{asked.kind}.yaml", verbose=False)
        if run is not None:
            record(model, run, asked.branch, every, Rolling(steps=1000))
        model.add_callback("on_train_start", self._watch)
        model.add_callback("on_train_batch_start", lambda _: None)
        model.add_callback("on_train_batch_end", self._ended)
        model.add_callback("on_train_end", self._keep)
        model.train(
            data=str(data), epochs=asked.epochs, imgsz=asked.side, batch=asked.batch, device="cpu", amp=False,
            val=False, plots=False, verbose=False, project=str(asked.output.absolute()), name=name,
            close_mosaic=1, workers=0, optimizer="SGD", lr0=0.001, warmup_epochs=0,
        )  # fmt: skip

    def _watch(self, trainer: Any) -> None:
        net = trainer.model
        if getattr(net, "criterion", None) is None:
            net.criterion = net.init_criterion()
        head = getattr(net.criterion, self._branch or "one2one", net.criterion)
        inner = head.loss

        def loss(outputs: Any, batch: Any) -> Any:
            found = inner(outputs, batch)
            if net.training:
                self.parts.append(np.array([float(found[1][name]) for name in PARTS if name in found[1]]))
            return found

        def assigned(_: Any, __: Any, found: Any) -> None:
            if net.training:
                teaching = found[3].bool() & (found[2].sum(-1) > 0)
                self.labels.append((teaching.numpy().copy(), found[4].numpy().copy()))

        head.loss = loss
        head.assigner.register_forward_hook(assigned)
        self._begun = time.process_time()

    def _ended(self, _: Any) -> None:
        now = time.process_time()
        self.seconds.append(now - self._begun)
        self._begun = now

    def _keep(self, trainer: Any) -> None:
        self.weights = {name: value.detach().clone() for name, value in trainer.model.state_dict().items()}


def as_yolo(path: Path, output: Path, pictures: int) -> Path:
    """Write the first pictures of a dataset as YOLO's, and return the data.yaml."""
    dataset = ri.open_dataset(path)
    (output / "images").mkdir(parents=True)
    (output / "labels").mkdir()
    for sample in (dataset[index] for index in range(min(pictures, len(dataset)))):
        if sample.path is None:
            continue
        shutil.copy(sample.path, output / "images" / sample.path.name)
        height, width = sample.size
        middle, sides = (sample.gt[:, :2] + sample.gt[:, 2:]) / 2, sample.gt[:, 2:] - sample.gt[:, :2]
        rows = np.concatenate([middle, sides], 1) / [width, height, width, height]
        lines = [
            f"{kind} " + " ".join(f"{v:.6f}" for v in row) for kind, row in zip(sample.gt_class, rows, strict=True)
        ]
        (output / "labels" / f"{sample.path.stem}.txt").write_text("\n".join(lines), encoding="utf-8")
    names = "".join(f"  {number}: {name}\n" for number, name in enumerate(dataset.classes))
    (output / "data.yaml").write_text(f"path: {output.absolute()}\ntrain: images\nval: images\nnames:\n{names}")
    return output / "data.yaml"


def agreement(run: Path, training: Training) -> float:
    """Print what agrees of each step; return the largest relative difference of a loss, inf for a wrong label."""
    worst, told = 0.0, read_run(run)
    assert told is not None
    print(f"run.json: ended {told.ended}, {len(told.steps)} steps, {told.skipped} skipped, classes {told.classes}")
    for place in dumps_in(run):
        dump = open_dump(place)
        recipe, step = recipe_of(dump), dump.step
        assert recipe is not None
        found, wrong, owners, positives, lost, sources = [], 0, 0, 0, 0, 0
        teaching, owner = training.labels[step]
        batch = [name for name in dump.names if not name.startswith(WATCHED)]
        watched = len(dump.names) - len(batch)
        for row, name in enumerate(batch):
            prediction = dump[name]
            result = ri.inspect(ri.Sample(name=name, size=prediction.padded_size), recipe, prediction)
            label = result.assignment.label
            wrong += int(((label == 1) != teaching[row]).sum())
            mine = teaching[row] & (label == 1)
            owners += int((result.assignment.gt[mine] != owner[row][mine]).sum())
            owners += int((prediction.sampled_gt != owner[row][teaching[row]]).sum())
            positives += int(teaching[row].sum())
            found.append((result.grid, result.loss))
            began = prediction.trained.sources
            if began is None:  # a picture without annotated boxes
                assert not len(prediction.gt), len(prediction.gt)
                continue
            lost, sources = lost + len(began.gone), sources + len(began.gt)
            assert len(began.gt) - len(began.gone) == len(prediction.gt), (len(began.gt), len(began.gone))
            inside = np.clip(began.box[began.kept_as], 0, prediction.padded_size[0])
            assert np.abs(inside - prediction.gt).max(initial=0) < 0.1, np.abs(inside - prediction.gt).max()
            assert (began.gt_class[began.kept_as] == prediction.gt_class).all()
        here, said = batch_of(recipe, found).by_name(), recorded_losses(prediction)
        theirs = training.parts[step]
        apart = {
            name: abs(here[name] - value) / max(abs(value), 1e-9) for name, value in said.items() if value is not None
        }
        own = max(np.abs(np.sort(list(said.values())) - np.sort(theirs)) / np.maximum(theirs, 1e-9))
        worst = max(worst, *apart.values(), np.inf if wrong or owners or own > 1e-6 else 0.0)
        words = ", ".join(f"{name} {said[name]:.6f} {apart[name]:.1e}" for name in apart)
        print(
            f"step {step}: {recipe.name} {positives} positive, {wrong} labels and {owners} owners wrong; {words}; "
            f"{lost} of {sources} boxes lost; {watched} watched"
        )
    return worst


class Cost:
    """CPU seconds of the recorder's own work, told apart from the training's: by what it does, of all threads."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._timed(box_journeys, "_quiet", "boxes")
        self._timed(recording.Recording, "begin", "passes")
        self._timed(sinks.RollingSink, "_write", "writing")
        hook = recording.Recording.hook
        recording.Recording.hook = lambda one, work: hook(one, self._counted(work, "hooks"))  # type: ignore[method-assign]

    def _timed(self, owner: Any, name: str, what: str) -> None:
        setattr(owner, name, self._counted(getattr(owner, name), what))

    def _counted(self, work: Any, what: str) -> Any:
        def counted(*arguments: Any, **named: Any) -> Any:
            begun = time.thread_time()
            try:
                return work(*arguments, **named)
            finally:
                self.seconds[what] += time.thread_time() - begun

        return counted

    def told(self, plain: Training, steps: int, recorded: int) -> float:
        """Print the cost, and return what recording every 50th step adds to one, as a part of it."""
        step = statistics.median(plain.seconds[1:])
        always = (self.seconds["boxes"] + self.seconds["passes"]) / steps
        once = (self.seconds["hooks"] + self.seconds["writing"]) / max(recorded, 1)
        cost = (always + once / 50) / step
        print(f"CPU seconds of a step {step:.3f}; of following its boxes {always:.4f}, of recording it {once:.4f}")
        print(f"every 50th recorded: {100 * cost:.2f} % of a step")
        return cost


if __name__ == "__main__":
    sys.exit(main())
