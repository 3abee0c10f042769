"""Train the very small RPN of the demo on scenes drawn like the demo's, and record its raw outputs.

``python tools/train_demo.py`` writes into ``resources/demo``: ``model.onnx``, ``predictions/early.rpn``,
``predictions/middle.rpn``, ``predictions/late.rpn`` and ``MODEL.md`` with what was measured.
``--cache FILE.npz`` keeps the drawn training scenes for the next run. ``--target DIR`` writes somewhere else.

Needs, beside this package: torch 2.14.1, torchvision 0.29.1 and onnx 1.23.2, which are no dependencies of the package.
About ten minutes on two cores, the CPU only. Every draw of a number is seeded, so a run repeats itself on the same
versions with the same number of threads (two); elsewhere the last digits may differ.

Conventions are read from the recipe ``demo`` and ``model.toml`` (how a picture is prepared), never said here
again. Anchors, labels, samples, targets and losses of training are torchvision's own code
(``RegionProposalNetwork``), not this package's: the dumps let each check the other.

The forty pictures of the demo are held out: training scenes come from the same generator with other seeds. Some of its
plans place their objects at fixed spots, so those scenes differ from a training scene by colours and background only.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import make_demo
import numpy as np
import torch
from demo_model import SmallRpn, write_onnx
from numpy.typing import NDArray
from torch import Tensor, nn
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.image_list import ImageList
from torchvision.models.detection.rpn import RegionProposalNetwork, concat_box_prediction_layers

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import rpn_inspector as ri  # noqa: E402
from rpn_inspector.core.boxes import iou_with  # noqa: E402
from rpn_inspector.data.pictures.images import read_image  # noqa: E402
from rpn_inspector.data.predictions.layout import PictureSpec  # noqa: E402
from rpn_inspector.data.predictions.layout_toml import read_layout  # noqa: E402
from rpn_inspector.data.predictions.onnx import prepare  # noqa: E402

TARGET = ROOT / "resources" / "demo"
SEED = 4099  # not the demo's own, so that no shipped picture is drawn for training
SCENES, STEPS, BATCH, THREADS = 1200, 3000, 8, 2
LEARNING_RATE, WEIGHT_DECAY = 3e-3, 1e-3
CHECKPOINTS = {"early": 60, "middle": 400, "late": STEPS}
DUMPED = (
    "street_01_mixed.jpg",
    "street_03_overlapping.jpg",
    "street_05_cut_off.jpg",
    "street_08_mixed.jpg",
    "street_14_large_person.jpg",
    "street_17_mixed.jpg",
    "parking_01_half.jpg",
    "parking_06_people.jpg",
    "road_01_mixed.jpg",
    "road_04_buses.jpg",
)
MIN_VISIBLE, MIN_SIDE = 0.3, 2.0  # of a box cut by augmentation: share of its area, px
Pixels = NDArray[np.uint8]
Boxes = NDArray[np.float32]


# ---------------------------------------------------------------- scenes


@dataclass(frozen=True)
class Scene:
    """A training scene: ``pixels`` (h, w, 3) uint8 RGB of the network's size, ``boxes`` (G, 4) float32 in its px."""

    pixels: Pixels
    boxes: Boxes


def draw(index: int, recipe: ri.Recipe) -> Scene:
    """Draw training scene ``index``: one of the demo's plans with another seed, stored as JPEG as the demo is."""
    cv2.setNumThreads(1)
    group, word, (width, height) = make_demo.PICTURES[index % len(make_demo.PICTURES)]
    scene = make_demo.Scene(width, height, np.random.default_rng([SEED, index]))
    make_demo.plan(f"{group}_{word}")(scene)
    jpeg = cv2.imencode(".jpg", scene.finish(), [cv2.IMWRITE_JPEG_QUALITY, 84])[1]
    frame = recipe.resize.of((height, width))
    pixels = resized(cv2.imdecode(jpeg, cv2.IMREAD_COLOR)[:, :, ::-1], frame.network_size)
    boxes = np.array([box[1:] for box in scene.boxes], np.float64).reshape(-1, 4)
    return Scene(pixels, frame.to_network(boxes))


def resized(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """Return a picture at ``size`` (h, w) px, bilinear."""
    return cv2.resize(np.ascontiguousarray(pixels), (size[1], size[0]))  # type: ignore[return-value]


def training_scenes(recipe: ri.Recipe, cache: Path | None) -> list[Scene]:
    """Return the training scenes, from ``cache`` where it holds them."""
    key = f"{SCENES} scenes, seed {SEED}, recipe {recipe.hash}"
    if cache is not None and cache.is_file():
        with np.load(cache) as stored:
            if "key" in stored and str(stored["key"]) == key:
                return [Scene(stored[f"pixels_{k}"], stored[f"boxes_{k}"]) for k in range(SCENES)]
    with ProcessPoolExecutor(THREADS) as pool:
        scenes = list(pool.map(draw, range(SCENES), [recipe] * SCENES, chunksize=20))
    if cache is not None:
        arrays = {f"{name}_{k}": getattr(s, name) for k, s in enumerate(scenes) for name in ("pixels", "boxes")}
        np.savez(cache, key=np.array(key), **arrays)
    return scenes


def varied(scene: Scene, rng: np.random.Generator) -> Scene:
    """Return the scene mirrored, enlarged and dimmed or brightened at random, the size unchanged."""
    pixels, boxes = scene.pixels, scene.boxes.copy()
    height, width = pixels.shape[:2]
    if rng.random() < 0.5:
        pixels = pixels[:, ::-1]
        boxes[:, [0, 2]] = width - boxes[:, [2, 0]]
    if rng.random() < 0.5:
        part = float(rng.uniform(0.65, 0.95))
        w, h = int(width * part), int(height * part)
        x, y = int(rng.integers(width - w + 1)), int(rng.integers(height - h + 1))
        pixels = resized(pixels[y : y + h, x : x + w], (height, width))
        scale = np.array([width / w, height / h] * 2, np.float32)
        whole = (boxes - np.array([x, y, x, y], np.float32)) * scale
        boxes = np.clip(whole, 0, np.array([width, height] * 2, np.float32))
        side, before = boxes[:, 2:] - boxes[:, :2], whole[:, 2:] - whole[:, :2]
        boxes = boxes[(side.prod(1) > MIN_VISIBLE * before.prod(1)) & (side.min(1) > MIN_SIDE)]
    gain = np.float32(rng.uniform(0.85, 1.15))
    return Scene(np.clip(pixels * gain, 0, 255).astype(np.uint8), boxes)


@dataclass(frozen=True)
class Preparation:
    """How a picture becomes the model's input, from ``model.toml`` and the recipe."""

    picture: PictureSpec
    recipe: ri.Recipe

    def __call__(self, pixels: Pixels) -> Tensor:
        """Return (3, H, W) float32 of RGB ``pixels`` (h, w, 3) that have the network's size already."""
        height, width = pixels.shape[:2]
        padded = self.recipe.resize.padded_size((height, width))
        return torch.from_numpy(prepare(pixels, self.picture, (height, width), padded)[0])


class Trainer:
    """torchvision's ``RegionProposalNetwork`` under a recipe, around a network that gives its raw outputs."""

    def __init__(self, recipe: ri.Recipe, network: SmallRpn) -> None:
        ratios = recipe.anchors.ratios
        ratios = tuple(tuple(r) for r in ratios) if len(ratios) > 1 else tuple(ratios) * len(recipe.anchors.strides)
        matcher, proposals, batch = recipe.matcher, recipe.proposals, recipe.sampler
        top = {"training": proposals.pre_nms, "testing": proposals.pre_nms}
        self.network = network
        self.anchors = AnchorGenerator(recipe.anchors.sizes, ratios)
        self.rpn = RegionProposalNetwork(
            self.anchors, nn.Identity(), matcher.positive, matcher.negative, batch.batch, batch.positive_fraction,
            top, top, proposals.nms,
        )  # fmt: skip
        self.picks: tuple[Tensor, Tensor] | None = None
        sampler = self.rpn.fg_bg_sampler

        def remember(labels: list[Tensor]) -> tuple[list[Tensor], list[Tensor]]:
            positive, negative = sampler(labels)
            self.picks = torch.where(torch.cat(positive))[0], torch.where(torch.cat(negative))[0]
            return positive, negative

        self.rpn.fg_bg_sampler = remember

    def losses(
        self, outputs: tuple[list[Tensor], list[Tensor]], blob: Tensor, boxes: list[Boxes]
    ) -> tuple[Tensor, Tensor]:
        """Return torchvision's ``loss_objectness`` and ``loss_rpn_box_reg`` of one batch ``blob`` (B, 3, H, W)."""
        objectness, deltas = outputs
        sides = [(int(blob.shape[-2]), int(blob.shape[-1]))] * len(blob)
        anchors = self.anchors(ImageList(blob, sides), objectness)
        logits, shifts = concat_box_prediction_layers(objectness, deltas)
        targets = [{"boxes": torch.from_numpy(each)} for each in boxes]
        labels, matched = self.rpn.assign_targets_to_anchors(anchors, targets)
        return self.rpn.compute_loss(logits, shifts, labels, self.rpn.box_coder.encode(matched, anchors))


def batches(scenes: Sequence[Scene], seed: int) -> Iterator[list[Scene]]:
    """Give batches of scenes of one size, without end; each pass takes every scene once, rest batches are left out."""
    rng = np.random.default_rng(seed)
    sizes = sorted({scene.pixels.shape for scene in scenes})
    buckets = [[scene for scene in scenes if scene.pixels.shape == size] for size in sizes]
    while True:
        cut = []
        for bucket in buckets:
            order = rng.permutation(len(bucket))
            whole = range(0, len(order) - BATCH + 1, BATCH)
            cut += [[bucket[k] for k in order[start : start + BATCH]] for start in whole]
        for k in rng.permutation(len(cut)):
            yield [varied(scene, rng) for scene in cut[k]]


def train(trainer: Trainer, scenes: Sequence[Scene], ready: Preparation) -> Iterator[int]:
    """Train, giving the number of steps done whenever a checkpoint is due."""
    network = trainer.network
    optimiser = torch.optim.AdamW(network.parameters(), LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, LEARNING_RATE, STEPS, pct_start=0.1)
    start, running = time.perf_counter(), np.zeros(2)
    for step, batch in enumerate(batches(scenes, SEED), 1):
        network.train()
        blob = torch.stack([ready(scene.pixels) for scene in batch])
        loss = trainer.losses(network(blob), blob, [scene.boxes for scene in batch])
        optimiser.zero_grad()
        (loss[0] + loss[1]).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 10.0)
        optimiser.step()
        schedule.step()
        running += [float(part.detach()) for part in loss]
        if step % 100 == 0:
            print(f"step {step}: losses {running / 100}, {time.perf_counter() - start:.0f} s", file=sys.stderr)
            running[:] = 0
        if step in CHECKPOINTS.values():
            yield step
        if step == STEPS:
            return


# ---------------------------------------------------------------- what is recorded and measured


def read(sample: ri.Sample, ready: Preparation) -> Tensor:
    """Return a demo picture as the model's input (1, 3, H, W)."""
    assert sample.path is not None
    frame = ready.recipe.resize.of(sample.size)
    return ready(resized(read_image(sample.path).pixels, frame.network_size))[None]


def record(trainer: Trainer, sample: ri.Sample, ready: Preparation, seed: int) -> ri.Prediction:
    """Return one picture's raw outputs, with what torchvision sampled and which losses it reports for them.

    Outputs are rounded to float16 (and stored as float32, where they compress well) before the losses are computed, so
    that the losses belong to the stored numbers.
    """
    trainer.network.eval()
    frame = ready.recipe.resize.of(sample.size)
    blob = read(sample, ready)
    torch.manual_seed(seed)
    with torch.no_grad():
        objectness, deltas = ([level.half().float() for level in part] for part in trainer.network(blob))
        gt = frame.to_network(sample.gt)
        loss = trainer.losses((objectness, deltas), blob, [gt])
    assert trainer.picks is not None
    return ri.Prediction(
        levels_objectness=tuple(level[0].numpy() for level in objectness),
        levels_deltas=tuple(level[0].numpy() for level in deltas),
        network_size=frame.network_size,
        padded_size=(blob.shape[2], blob.shape[3]),
        original_size=sample.size,
        gt=gt,
        sampled_positive=trainer.picks[0].numpy(),
        sampled_negative=trainer.picks[1].numpy(),
        loss_objectness=float(loss[0]),
        loss_box=float(loss[1]),
    )


@dataclass(frozen=True)
class Measured:
    """One checkpoint over all demo pictures: share of ground truths some proposal finds, and the mean losses."""

    step: int
    recall: dict[tuple[int, float], float]
    loss_objectness: float
    loss_box: float


def both_losses(result: ri.Inspection) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return objectness and box loss (2,) as this package sums them, and as torchvision reported them."""
    assert result.loss is not None
    assert result.prediction is not None
    ours = result.loss.objectness, result.loss.box
    return np.array(ours), np.array([result.prediction.loss_objectness, result.prediction.loss_box])


def checked(sample: ri.Sample, recipe: ri.Recipe, prediction: ri.Prediction) -> ri.Prediction:
    """Return the prediction; refuse one whose losses are not, to 1e-5, those this package computes from it."""
    ours, theirs = both_losses(ri.inspect(sample, recipe, prediction))
    if not np.allclose(ours, theirs, rtol=1e-5, atol=0):
        raise SystemExit(f"{sample.name}: found losses {ours}, wanted torchvision's {theirs}")
    return prediction


def measure(trainer: Trainer, dataset: ri.Dataset, ready: Preparation, step: int) -> tuple[Measured, float]:
    """Return recall of the top proposals at two IoU, and the largest distance of our losses to torchvision's.

    The distance is absolute: torch's float32 loss of a sure negative is right to a few 1e-7 only, whatever its size.
    """
    best: dict[int, list[float]] = {100: [], 300: []}
    losses, worst = [], 0.0
    for number in range(len(dataset)):
        sample = dataset[number]
        prediction = record(trainer, sample, ready, number)
        result = ri.inspect(sample, ready.recipe, prediction)
        assert result.proposals is not None
        ours, theirs = both_losses(result)
        worst = max(worst, float(np.abs(ours - theirs).max()))
        losses.append(theirs)
        for top, found in best.items():
            boxes = result.proposals.boxes[:top].astype(np.float64)
            found += [float(iou_with(gt, boxes).max(initial=0)) for gt in result.gt.astype(np.float64)]
    recall = {(top, limit): float(np.mean(np.array(best[top]) >= limit)) for top in best for limit in (0.5, 0.7)}
    mean = np.mean(losses, 0)
    return Measured(step, recall, float(mean[0]), float(mean[1])), worst


def check_onnx(network: SmallRpn, path: Path) -> float:
    """Return the largest difference between OpenCV's outputs and torch's, over three picture sizes."""
    net = cv2.dnn.readNetFromONNX(str(path))
    rng, worst = np.random.default_rng(SEED), 0.0
    for height, width in ((320, 448), (448, 320), (320, 384)):
        blob = rng.uniform(-2, 2, (1, 3, height, width)).astype(np.float32)
        with torch.no_grad():
            objectness, deltas = network.eval()(torch.from_numpy(blob))
        net.setInput(blob)
        wanted = {f"objectness_{k}": level for k, level in enumerate(objectness)}
        wanted |= {f"deltas_{k}": level for k, level in enumerate(deltas)}
        for output, level in zip(net.forward(list(wanted)), wanted.values(), strict=True):
            worst = max(worst, float(np.abs(output - level.numpy()).max()))
    return worst


MODEL = """# The demo's model and its outputs

`model.onnx` is a region proposal network of {parameters:,} parameters, trained by this project with
`tools/train_demo.py` on {scenes} scenes that `tools/make_demo.py` draws with other seeds; the pictures of this folder
were never trained on. (A few plans of the generator place objects at fixed spots; those pictures resemble training
scenes.) No foreign weights, pictures or annotations went into it.

| file | holds |
|---|---|
| recipe `demo` | in `resources/recipes`: torchvision's RPN, the shorter side 320 px, three levels |
| `model.onnx`, `model.toml` | the network after {steps} steps, and which output is what |
| `predictions/*.rpn` | raw outputs, samples and losses for {dumped} pictures at three checkpoints |

Recall is the share of the {boxes} ground truths of all {pictures} pictures that one of the best proposals overlaps by
IoU 0.5 or 0.7; losses are the means of what torchvision's trainer reports per picture.

| checkpoint | step | recall@0.5, top 100 | top 300 | recall@0.7, top 100 | top 300 | objectness loss | box loss |
|---|---|---|---|---|---|---|---|
{rows}

The dumps' numbers are rounded to float16 (stored as float32), and the losses in them are those of the rounded numbers.
The anchors, samples and losses come from torchvision itself; `rpn_inspector.inspect` gives the same losses within
{agreement:.0e} (absolute, over all pictures and checkpoints).

Licence: CC0 1.0, as the pictures: https://creativecommons.org/publicdomain/zero/1.0/
"""


def describe(measured: dict[str, Measured], **words: Any) -> str:
    """Return the text of MODEL.md."""
    rows = []
    for name, m in measured.items():
        recalls = " | ".join(f"{m.recall[key]:.3f}" for key in ((100, 0.5), (300, 0.5), (100, 0.7), (300, 0.7)))
        rows.append(f"| {name} | {m.step} | {recalls} | {m.loss_objectness:.3f} | {m.loss_box:.3f} |")
    return MODEL.format(rows="\n".join(rows), scenes=SCENES, steps=STEPS, dumped=len(DUMPED), **words)


def make(work: Path, dataset: ri.Dataset, ready: Preparation, cache: Path | None) -> None:
    """Train, and write model, dumps and their description into ``work``."""
    recipe = ready.recipe
    trainer = Trainer(recipe, SmallRpn(len(recipe.anchors.sizes[0]) * 3))
    names = {step: name for name, step in CHECKPOINTS.items()}
    measured, worst = {}, 0.0
    (work / "predictions").mkdir()
    for step in train(trainer, training_scenes(recipe, cache), ready):
        state = torch.get_rng_state()  # recording draws numbers, which training must not notice
        samples = {name: dataset[dataset.find(name)] for name in DUMPED}
        outputs = {name: checked(s, recipe, record(trainer, s, ready, step)) for name, s in samples.items()}
        path = work / "predictions" / f"{names[step]}.rpn"
        ri.save_dump(path, outputs, "demo", "tools/train_demo.py", names[step], step)
        measured[names[step]], difference = measure(trainer, dataset, ready, step)
        worst = max(worst, difference)
        torch.set_rng_state(state)
        print(f"{names[step]}: {measured[names[step]]}, losses within {difference:.1e}", file=sys.stderr)
    write_onnx(trainer.network, work / "model.onnx")
    print(f"OpenCV and torch differ by {check_onnx(trainer.network, work / 'model.onnx'):.1e}", file=sys.stderr)
    text = describe(
        measured,
        parameters=sum(p.numel() for p in trainer.network.parameters()),
        agreement=worst,
        boxes=sum(len(dataset[k].gt) for k in range(len(dataset))),
        pictures=len(dataset),
    )
    (work / "MODEL.md").write_text(text, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write everything, all or nothing."""
    parser = argparse.ArgumentParser(description="Train the demo's model and record its outputs.")
    parser.add_argument("--target", type=Path, default=TARGET, help="folder to write (default: resources/demo)")
    parser.add_argument("--cache", type=Path, help="an .npz that keeps the drawn training scenes")
    options = parser.parse_args(arguments)
    target: Path = options.target
    torch.set_num_threads(THREADS)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(SEED)
    picture = read_layout(TARGET / "model.toml").picture
    ready = Preparation(picture, ri.load_recipe("demo"))
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".train_demo.", dir=target.parent) as folder:
        work = Path(folder)
        make(work, ri.open_dataset(TARGET), ready, options.cache)
        for name in ("model.onnx", "MODEL.md"):
            (work / name).replace(target / name)
        shutil.rmtree(target / "predictions", ignore_errors=True)
        (work / "predictions").rename(target / "predictions")
    size = sum(f.stat().st_size for f in [target / "model.onnx", *(target / "predictions").rglob("*.*")] if f.is_file())
    print(f"{target}: {size / 1e6:.2f} MB of model and outputs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
