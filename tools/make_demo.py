"""Draw the demo dataset in ``resources/demo``: synthetic traffic scenes with exact boxes, the same on every run.

``python tools/make_demo.py`` writes the pictures, ``annotations.json`` and ``README.md``.
``python tools/make_demo.py --check`` draws everything again in memory and compares it with what is on disk.
``python tools/make_demo.py --contact FILE`` also writes a sheet of all the pictures with their boxes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Points = NDArray[np.float64]
Colour = tuple[float, float, float]  # blue, green, red

TARGET = Path(__file__).resolve().parent.parent / "resources" / "demo"
SEED = 20240
OVERSAMPLING = 2
CLASSES = ("car", "person", "bus", "bicycle", "sign", "barrier")
CAR_PAINT: tuple[Colour, ...] = (
    (214, 216, 218),
    (168, 170, 172),
    (52, 50, 50),
    (96, 92, 90),
    (44, 40, 168),
    (142, 84, 36),
    (112, 66, 30),
    (62, 104, 58),
    (70, 150, 196),
    (186, 170, 130),
    (40, 110, 205),
    (226, 228, 224),
    (84, 40, 84),
)
CLOTHES: tuple[Colour, ...] = (
    (60, 60, 190),
    (180, 110, 50),
    (70, 150, 80),
    (60, 180, 215),
    (190, 190, 190),
    (60, 56, 58),
    (150, 80, 150),
    (110, 150, 190),
)
SKIN: tuple[Colour, ...] = ((150, 178, 222), (120, 150, 200), (80, 108, 156), (52, 70, 104))
README = """# Demo pictures

{pictures} drawn traffic scenes with {boxes} boxes ({classes}) in COCO format:
`annotations.json`, pictures in `images/`.
Each file name tells the kind of scene (`street_07_crowded.jpg`).

A box holds the whole object as drawn, cut at the picture border; parts hidden
behind another object count as part of it.
Shadows do not, and what a vehicle in front hides all but wholly has no box.
Of a sign the box holds the plate, not the pole; of a bicycle it holds the rider too.

Drawn by this project with `tools/make_demo.py` (same files on every run; `--check` compares). No photograph, model or
foreign material is part of them.

The model trained on such scenes, and its outputs for some of them: `MODEL.md`.

Licence: CC0 1.0 (public domain dedication),
https://creativecommons.org/publicdomain/zero/1.0/
"""


def mix(colour: Colour, other: Colour, share: float) -> Colour:
    """Blend ``share`` of ``other`` into ``colour``."""
    b, g, r = (a * (1 - share) + c * share for a, c in zip(colour, other, strict=True))
    return b, g, r


def light(colour: Colour, share: float) -> Colour:
    """Lighten (positive) or darken (negative) a colour."""
    return mix(colour, (255, 255, 255) if share > 0 else (0, 0, 0), abs(share))


def oval(x: float, y: float, rx: float, ry: float, power: float = 2.0) -> Points:
    """Outline of an ellipse, or with ``power`` above 2 of a rounded rectangle."""
    t = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    c, s = np.cos(t), np.sin(t)
    px = x + rx * np.sign(c) * np.abs(c) ** (2 / power)
    return np.stack([px, y + ry * np.sign(s) * np.abs(s) ** (2 / power)], axis=1)


def quad(x1: float, y1: float, x2: float, y2: float) -> Points:
    """Outline of a rectangle."""
    return np.array([[x1, y1], [x2, y1], [x2, y2], [x1, y2]], dtype=np.float64)


def stroke(x1: float, y1: float, x2: float, y2: float, width: float) -> Points:
    """Outline of a thick line."""
    d = np.array([x2 - x1, y2 - y1])
    n = np.array([-d[1], d[0]]) / max(float(np.hypot(*d)), 1e-9) * width / 2
    a, b = np.array([x1, y1]), np.array([x2, y2])
    return np.stack([a + n, b + n, b - n, a - n])


@dataclass
class Scene:
    """A picture being drawn, with its boxes."""

    width: int
    height: int
    rng: np.random.Generator
    pixels: Pixels = field(init=False)
    boxes: list[tuple[int, float, float, float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Start with an empty oversampled canvas."""
        self.pixels = np.zeros((self.height * OVERSAMPLING, self.width * OVERSAMPLING, 3), np.uint8)

    def noise(self, cells: float) -> NDArray[np.float32]:
        """Smooth noise around zero, one random value every ``cells`` picture pixels."""
        h, w = self.pixels.shape[:2]
        size = (max(2, int(self.height / cells)), max(2, int(self.width / cells)))
        grid = self.rng.standard_normal(size).astype(np.float32)
        return cv2.resize(grid, (w, h), interpolation=cv2.INTER_CUBIC)  # type: ignore[return-value]

    def texture(self, outline: Points | None, colour: Colour, coarse: float, fine: float) -> None:
        """Fill an outline (picture pixels; None fills everything) with a noisy surface."""
        value = coarse * (self.noise(120) + 0.6 * self.noise(35)) + fine * (self.noise(2.2) + 0.5 * self.noise(6))
        surface = np.clip(np.array(colour, np.float32) + value[..., None], 0, 255)
        if outline is None:
            self.pixels[:] = surface.astype(np.uint8)
            return
        mask = np.zeros(self.pixels.shape[:2], np.uint8)
        fill(mask, outline * OVERSAMPLING, (255.0, 0.0, 0.0))
        share = mask[..., None].astype(np.float32) / 255
        self.pixels[:] = (self.pixels * (1 - share) + surface * share).astype(np.uint8)

    def paint(self, outline: Points, colour: Colour, opacity: float = 1.0, blur: float = 0.0) -> None:
        """Fill an outline given in picture pixels, see-through and soft-edged when asked."""
        points = outline * OVERSAMPLING
        if opacity >= 1 and blur <= 0:
            fill(self.pixels, points, colour)
            return
        h, w = self.pixels.shape[:2]
        reach = int(blur * OVERSAMPLING * 3) + 3
        x1, y1 = (max(0, int(v) - reach) for v in points.min(axis=0))
        x2, y2 = (min(m, int(v) + reach) for m, v in zip((w, h), points.max(axis=0), strict=True))
        if x2 <= x1 or y2 <= y1:
            return
        mask = np.zeros((y2 - y1, x2 - x1), np.uint8)
        fill(mask, points - (x1, y1), (255.0, 0.0, 0.0))
        if blur > 0:
            mask = cv2.GaussianBlur(mask, (0, 0), blur * OVERSAMPLING)  # type: ignore[assignment]
        share = mask[..., None].astype(np.float32) * np.float32(opacity / 255)
        part = self.pixels[y1:y2, x1:x2]
        part[:] = (part * (1 - share) + np.array(colour, np.float32) * share).astype(np.uint8)

    def pick(self, choices: Sequence[Colour]) -> Colour:
        """Pick one colour out of several, a little varied."""
        return light(choices[int(self.rng.integers(len(choices)))], float(self.rng.uniform(-0.12, 0.1)))

    def finish(self) -> Pixels:
        """Light the scene, scale it down and add a little sensor noise."""
        small = cv2.resize(self.pixels, (self.width, self.height), interpolation=cv2.INTER_AREA).astype(np.float32)
        y, x = np.mgrid[-1 : 1 : self.height * 1j, -1 : 1 : self.width * 1j].astype(np.float32)
        angle, strength = self.rng.uniform(0, 6.28), self.rng.uniform(0.05, 0.14)
        gain = 1 + strength * (np.cos(angle) * x + np.sin(angle) * y) - 0.1 * (x * x + y * y) ** 1.2 / 2
        warm = self.rng.uniform(-0.05, 0.06)
        small *= gain[..., None] * np.array([1 - warm, 1, 1 + warm], np.float32)
        small += self.rng.normal(0, 1.6, small.shape[:2]).astype(np.float32)[..., None]
        return np.clip(small, 0, 255).astype(np.uint8)


def fill(image: Pixels, points: Points, colour: Colour) -> None:
    """Fill a polygon with smooth edges; coordinates count from the corner of the first pixel."""
    fixed = np.rint((points - 0.5) * 16).astype(np.int32)
    cv2.fillPoly(image, [fixed], colour, cv2.LINE_AA, 4)


def hidden_share(box: tuple[int, float, float, float, float], front: Sequence[float]) -> float:
    """Share of a box's area that lies under the box of something in front."""
    _, x1, y1, x2, y2 = box
    wide, high = min(x2, front[2]) - max(x1, front[0]), min(y2, front[3]) - max(y1, front[1])
    return max(wide, 0.0) * max(high, 0.0) / ((x2 - x1) * (y2 - y1))


class Brush:
    """Draws one object in its own units (metres) and keeps its extent."""

    def __init__(self, scene: Scene, x: float, y: float, scale: float, angle: float = 0.0, flip: bool = False) -> None:
        """Put the object's origin at picture pixel (x, y), ``scale`` pixels to the metre, turned by ``angle``."""
        c, s = np.cos(angle) * scale, np.sin(angle) * scale
        self.matrix = np.array([[c, -s], [s, c]]) @ np.diag([-1.0 if flip else 1.0, 1.0])
        self.scene, self.scale, self.origin = scene, scale, np.array([x, y])
        self.low, self.high = np.full(2, np.inf), np.full(2, -np.inf)

    def put(self, points: Points, colour: Colour, opacity: float = 1.0, counts: bool = True) -> None:
        """Draw a part; ``counts`` says whether the box must hold it."""
        placed = points @ self.matrix.T + self.origin
        if counts:
            self.low, self.high = np.minimum(self.low, placed.min(axis=0)), np.maximum(self.high, placed.max(axis=0))
        self.scene.paint(placed, colour, opacity)

    def shadow(self, points: Points, dx: float, dy: float, strength: float = 0.5, blur: float = 0.12) -> None:
        """Draw a soft shadow, moved by (dx, dy) metres in the picture."""
        placed = points @ self.matrix.T + self.origin + np.array([dx, dy]) * self.scale
        self.scene.paint(placed, (24, 20, 18), strength, blur * self.scale)

    def done(self, kind: str) -> None:
        """Record the box, cut at the picture border."""
        limit = np.array([self.scene.width, self.scene.height], np.float64)
        x1, y1 = np.clip(self.low, 0, limit)
        x2, y2 = np.clip(self.high, 0, limit)
        if x2 - x1 >= 2 and y2 - y1 >= 2:
            box = [round(float(v), 1) for v in (x1, y1, x2, y2)]
            if kind in ("car", "bus"):  # drop what this vehicle hides
                self.scene.boxes = [b for b in self.scene.boxes if hidden_share(b, box) < 0.9]
            self.scene.boxes.append((CLASSES.index(kind), box[0], box[1], box[2], box[3]))


# ---------------------------------------------------------------- objects seen from above


def car_above(s: Scene, x: float, y: float, scale: float, angle: float) -> None:
    """Draw a car from above, nose along +x."""
    b, paint = Brush(s, x, y, scale, angle), s.pick(CAR_PAINT)
    length, half = s.rng.uniform(2.05, 2.3), s.rng.uniform(0.86, 0.94)
    body, glass = oval(0, 0, length, half, 5), (58.0, 48.0, 40.0)
    b.shadow(body, 0.28, 0.34)
    for side in (-1, 1):
        b.put(oval(0.72, side * (half + 0.07), 0.13, 0.1), light(paint, -0.35))
    b.put(body, light(paint, -0.32))
    b.put(oval(0, 0, length - 0.07, half - 0.07, 5), paint)
    b.put(oval(1.45, 0, 0.6, half - 0.25, 4), light(paint, 0.13))
    for side in (-0.33, 0.33):
        b.put(stroke(1.0, side, 1.95, side * 0.8, 0.04), light(paint, -0.18))
    b.put(np.array([[0.42, -0.66], [0.98, -0.78], [1.08, 0], [0.98, 0.78], [0.42, 0.66]]), glass)
    b.put(np.array([[-1.25, -0.62], [-1.6, -0.72], [-1.68, 0], [-1.6, 0.72], [-1.25, 0.62]]), glass)
    for side in (-1, 1):
        b.put(np.array([[0.7, 0.8], [0.3, 0.7], [-1.1, 0.68], [-1.4, 0.77]]) * (1, side), glass)
        b.put(oval(length - 0.2, side * 0.62, 0.14, 0.17, 3), (205, 235, 245))
        b.put(oval(-length + 0.14, side * 0.64, 0.08, 0.18, 3), (40, 36, 190))
    b.put(oval(-0.42, 0, 0.84, 0.64, 5), light(paint, 0.08))
    b.put(oval(-0.3, -0.24, 0.6, 0.2, 3), light(paint, 0.32), 0.6)
    b.put(np.array([[0.55, -0.55], [0.9, -0.65], [0.95, -0.3], [0.5, 0.1]]), (190, 180, 165), 0.45)
    b.done("car")


def bus_above(s: Scene, x: float, y: float, scale: float, angle: float) -> None:
    """Draw a bus from above."""
    b, paint = Brush(s, x, y, scale, angle), s.pick(((50, 60, 190), (60, 170, 215), (150, 100, 40), (210, 212, 214)))
    b.shadow(oval(0, 0, 5.8, 1.25, 10), 0.6, 0.75)
    b.put(oval(0, 0, 5.8, 1.25, 10), light(paint, -0.35))
    b.put(oval(0, 0, 5.68, 1.13, 10), paint)
    b.put(oval(-0.3, 0, 5.0, 0.88, 12), light(paint, 0.2))
    b.put(quad(5.25, -1.0, 5.62, 1.0), (58, 48, 40))
    for at in (-3.6, 0.4, 3.2):
        b.put(oval(at, 0, 0.7, 0.55, 6), light(paint, -0.2))
        b.put(oval(at - 0.05, -0.05, 0.6, 0.45, 6), (196, 196, 192))
    for at in np.arange(-4.6, 5, 0.8):
        b.put(stroke(at, -0.85, at, 0.85, 0.03), light(paint, -0.1))
    b.done("bus")


def person_above(s: Scene, x: float, y: float, scale: float, angle: float) -> None:
    """Draw a walking person from above."""
    b, shirt = Brush(s, x, y, scale, angle), s.pick(CLOTHES)
    b.shadow(oval(0, 0, 0.24, 0.3), 0.5, 0.6, 0.45, 0.06)
    b.shadow(oval(0, 0, 0.2, 0.2), 0.25, 0.3, 0.4, 0.06)
    b.put(oval(0.2, 0.12, 0.2, 0.08), (60, 46, 44))
    b.put(oval(-0.18, -0.12, 0.2, 0.08), (60, 46, 44))
    b.put(oval(0.08, -0.3, 0.2, 0.08), light(shirt, -0.2))
    b.put(oval(-0.04, 0.3, 0.2, 0.08), light(shirt, -0.2))
    b.put(oval(0, 0, 0.19, 0.33, 2.6), shirt)
    b.put(oval(0.06, 0, 0.15, 0.13), s.pick(SKIN))
    b.put(oval(0.0, 0, 0.15, 0.135), s.pick(((36, 36, 42), (40, 62, 92), (90, 140, 180), (120, 120, 120))))
    b.done("person")


def barrier(s: Scene, x: float, y: float, scale: float, length: float, angle: float = 0.0, thick: float = 0.35) -> None:
    """Draw a long thin red and white barrier."""
    b, half = Brush(s, x, y, scale, angle), length / 2
    bar = quad(-half, -thick / 2, half, thick / 2)
    b.shadow(bar, 0.3, 0.4, 0.5, 0.08)
    b.put(bar, (222, 226, 228))
    step = length / 18
    for k in range(9):
        at = -half + step * (2 * k + 0.3)
        stripe = [[at, -thick / 2], [at + step, -thick / 2], [at + step * 1.4, thick / 2], [at + 0.4 * step, thick / 2]]
        b.put(np.array(stripe), (44, 40, 196))
    b.put(quad(-half, thick * 0.25, half, thick / 2), (30, 30, 40), 0.3)
    b.done("barrier")


def tree_above(s: Scene, x: float, y: float, radius: float) -> None:
    """Draw a tree crown from above (not an object of the dataset)."""
    base = s.pick(((48, 96, 62), (44, 110, 84), (52, 84, 52)))
    s.paint(oval(x + radius * 0.3, y + radius * 0.35, radius, radius), (24, 22, 18), 0.45, radius * 0.1)
    for k in range(60):
        t, r = s.rng.uniform(0, 6.28), radius * np.sqrt(s.rng.uniform(0, 0.8)) * (1 - k / 120)
        cx, cy, size = x + np.cos(t) * r, y + np.sin(t) * r, radius * s.rng.uniform(0.12, 0.26)
        shade = -0.35 + 0.5 * k / 60 - 0.14 * (np.cos(t) + np.sin(t)) * r / radius
        s.paint(oval(cx, cy, size, size * 0.85), light(base, float(shade)))


# ---------------------------------------------------------------- objects seen from the street


def car_rear(s: Scene, x: float, y: float, scale: float, front: bool = False) -> None:
    """Draw a car seen from behind or from the front, standing on (x, y)."""
    b, paint = Brush(s, x, y, scale), s.pick(CAR_PAINT)
    b.shadow(oval(0, -0.02, 1.02, 0.16), 0, 0, 0.75, 0.07)
    for side in (-1, 1):
        b.put(oval(side * 0.7, -0.26, 0.16, 0.26, 4), (28, 26, 26))
    cabin = np.array([[-0.78, -0.9], [-0.6, -1.36], [-0.5, -1.44], [0.5, -1.44], [0.6, -1.36], [0.78, -0.9]])
    b.put(cabin, light(paint, -0.08))
    b.put(np.array([[-0.66, -0.92], [-0.52, -1.33], [0.52, -1.33], [0.66, -0.92]]), (70, 58, 48))
    b.put(np.array([[-0.5, -0.95], [-0.38, -1.3], [0.02, -1.3], [-0.2, -0.95]]), (170, 158, 140), 0.4)
    for side in (-1, 1):
        b.put(oval(side * 0.93, -0.93, 0.1, 0.07, 3), light(paint, -0.25))
    b.put(oval(0, -0.6, 0.9, 0.37, 5), paint)
    b.put(oval(0, -0.84, 0.82, 0.1, 3), light(paint, 0.22))
    b.put(oval(0, -0.34, 0.89, 0.14, 5), light(paint, -0.4))
    for side in (-1, 1):
        lamp: Colour = (220, 240, 246) if front else (44, 40, 200)
        b.put(oval(side * 0.68, -0.7, 0.18, 0.1, 3), light(lamp, -0.35))
        b.put(oval(side * 0.68, -0.71, 0.14, 0.07, 3), lamp)
    if front:
        b.put(oval(0, -0.6, 0.42, 0.09, 5), (40, 38, 38))
    b.put(quad(-0.26, -0.5, 0.26, -0.38), (225, 228, 230))
    b.put(quad(-0.2, -0.47, 0.2, -0.41), (90, 84, 84), 0.7)
    b.done("car")


def wheel(b: Brush, x: float, radius: float) -> None:
    """Draw a car or bus wheel."""
    b.put(oval(x, -radius, radius, radius), (26, 24, 24))
    b.put(oval(x, -radius, radius * 0.62, radius * 0.62), (150, 148, 146))
    for t in np.linspace(0, 2 * np.pi, 5, endpoint=False):
        dx, dy = np.cos(t) * radius * 0.36, np.sin(t) * radius * 0.36
        b.put(oval(x + dx, -radius + dy, radius * 0.13, radius * 0.13), (60, 58, 58))


def car_side(s: Scene, x: float, y: float, scale: float, flip: bool = False) -> None:
    """Draw a car seen from the side, standing on (x, y)."""
    b, paint, glass = Brush(s, x, y, scale, flip=flip), s.pick(CAR_PAINT), (78.0, 64.0, 52.0)
    b.shadow(oval(0, -0.02, 2.25, 0.16), 0, 0, 0.75, 0.08)
    hull = [
        [-2.16, -0.3],
        [-2.2, -0.62],
        [-2.1, -0.92],
        [-1.7, -0.98],
        [-1.35, -1.3],
        [-0.9, -1.46],
        [-0.1, -1.48],
        [0.35, -1.38],
        [0.95, -0.98],
        [1.75, -0.86],
        [2.1, -0.7],
        [2.2, -0.45],
        [2.16, -0.28],
    ]
    b.put(np.array(hull), paint)
    lower = [[-2.19, -0.55], [2.19, -0.5], [2.16, -0.28], [-2.16, -0.28]]
    b.put(np.array(lower), light(paint, -0.3))
    b.put(np.array([[-2.05, -0.86], [0.95, -0.9], [1.8, -0.78], [1.8, -0.74], [-2.1, -0.8]]), light(paint, 0.35), 0.8)
    b.put(np.array([[-1.5, -0.98], [-1.22, -1.26], [-0.85, -1.38], [-0.5, -1.4], [-0.5, -0.96]]), glass)
    b.put(np.array([[-0.4, -0.96], [-0.4, -1.4], [-0.05, -1.4], [0.3, -1.3], [0.78, -0.96]]), glass)
    b.put(np.array([[-0.3, -1.0], [-0.1, -1.36], [0.12, -1.34], [-0.05, -1.0]]), (190, 176, 156), 0.4)
    b.put(stroke(-0.45, -0.95, -0.5, -0.36, 0.03), light(paint, -0.4))
    b.put(oval(-0.7, -0.8, 0.1, 0.03), light(paint, -0.5))
    b.put(oval(2.06, -0.62, 0.12, 0.08, 3), (214, 238, 246))
    b.put(oval(-2.1, -0.76, 0.07, 0.12, 3), (44, 40, 200))
    for at in (-1.32, 1.36):
        b.put(oval(at, -0.38, 0.42, 0.4), (30, 28, 28))
        wheel(b, at, 0.34)
    b.done("car")


def bus_side(s: Scene, x: float, y: float, scale: float, flip: bool = False, half: float = 5.4) -> None:
    """Draw a bus (or with a large ``half`` a tram) seen from the side."""
    b, paint = Brush(s, x, y, scale, flip=flip), s.pick(((50, 54, 186), (60, 166, 214), (150, 104, 44), (80, 130, 60)))
    b.shadow(oval(0, 0, half, 0.2), 0, 0, 0.75, 0.12)
    b.put(oval(0, -1.68, half, 1.4, 14), paint)
    b.put(quad(-half + 0.03, -0.95, half - 0.03, -0.5), light(paint, -0.3))
    b.put(oval(0, -2.95, half - 0.1, 0.11, 6), light(paint, 0.35))
    b.put(quad(-half + 0.3, -2.62, half - 0.12, -1.5), (74, 62, 52))
    for at in np.arange(-half + 0.4, half - 1.2, 1.35):
        b.put(quad(at, -2.55, at + 1.2, -1.57), (110, 96, 80))
        b.put(
            np.array([[at + 0.2, -1.6], [at + 0.6, -2.52], [at + 0.9, -2.52], [at + 0.5, -1.6]]), (200, 190, 174), 0.4
        )
    for at in (half - 1.9, -0.4):
        b.put(quad(at, -2.5, at + 1.0, -0.45), light(paint, -0.45))
        b.put(quad(at + 0.07, -2.42, at + 0.46, -0.6), (130, 114, 96))
        b.put(quad(at + 0.54, -2.42, at + 0.93, -0.6), (130, 114, 96))
    b.put(oval(half - 0.1, -0.8, 0.07, 0.14, 3), (214, 238, 246))
    for at in (-half * 0.6, half * 0.5):
        b.put(oval(at, -0.5, 0.58, 0.52), (30, 28, 28))
        wheel(b, at, 0.46)
    b.done("bus")


def bus_rear(s: Scene, x: float, y: float, scale: float) -> None:
    """Draw a bus seen from behind."""
    b, paint = Brush(s, x, y, scale), s.pick(((50, 54, 186), (60, 166, 214), (150, 104, 44)))
    b.shadow(oval(0, -0.02, 1.4, 0.2), 0, 0, 0.75, 0.1)
    for side in (-1, 1):
        b.put(oval(side * 0.95, -0.4, 0.22, 0.4, 4), (28, 26, 26))
    b.put(oval(0, -1.65, 1.25, 1.38, 10), paint)
    b.put(oval(0, -2.9, 0.9, 0.1, 4), (40, 40, 44))
    b.put(oval(0, -2.15, 1.05, 0.5, 8), (82, 70, 58))
    b.put(np.array([[-0.8, -1.75], [-0.4, -2.6], [0.1, -2.6], [-0.3, -1.75]]), (190, 178, 160), 0.35)
    for at in (-1.25, -1.1, -0.95):
        b.put(stroke(-0.6, at, 0.6, at, 0.05), light(paint, -0.4))
    b.put(quad(-1.2, -0.6, 1.2, -0.4), light(paint, -0.5))
    for side in (-1, 1):
        b.put(oval(side * 1.0, -1.15, 0.12, 0.25, 3), (44, 40, 210))
    b.done("bus")


def person_side(s: Scene, x: float, y: float, scale: float) -> None:
    """Draw a walking person standing on (x, y)."""
    size = s.rng.uniform(0.92, 1.08)
    b = Brush(s, x, y, scale * size, flip=bool(s.rng.integers(2)))
    shirt, legs, skin = (
        s.pick(CLOTHES),
        s.pick(((90, 66, 50), (50, 46, 46), (110, 130, 150), (70, 60, 80))),
        s.pick(SKIN),
    )
    b.shadow(oval(0.1, 0, 0.4, 0.08), 0, 0, 0.6, 0.05)
    swing = s.rng.uniform(0.08, 0.26)
    for at, shade in ((-swing, -0.25), (swing, 0.0)):
        b.put(stroke(0, -0.92, at * 0.5, -0.48, 0.17), light(legs, shade))
        b.put(stroke(at * 0.5, -0.52, at, -0.05, 0.13), light(legs, shade))
        b.put(oval(at * 0.5, -0.5, 0.075, 0.08), light(legs, shade))
        b.put(oval(at + 0.06, -0.05, 0.13, 0.05, 3), (36, 32, 34))
    b.put(stroke(-0.02, -1.42, swing * 0.9, -0.95, 0.1), light(shirt, -0.3))
    b.put(oval(0, -1.17, 0.19, 0.33, 3.2), shirt)
    b.put(oval(-0.08, -1.17, 0.1, 0.28, 3), light(shirt, -0.18), 0.7)
    b.put(stroke(0, -1.42, -swing * 0.9, -0.98, 0.11), light(shirt, 0.12))
    b.put(oval(-swing * 0.9, -0.95, 0.05, 0.06), skin)
    b.put(quad(-0.05, -1.55, 0.06, -1.45), light(skin, -0.15))
    b.put(oval(0.01, -1.64, 0.1, 0.13), skin)
    b.put(oval(-0.02, -1.69, 0.115, 0.1), s.pick(((36, 36, 42), (40, 62, 92), (90, 140, 180))))
    b.done("person")


def bicycle_side(s: Scene, x: float, y: float, scale: float) -> None:
    """Draw a cyclist seen from the side."""
    b, frame = (
        Brush(s, x, y, scale, flip=bool(s.rng.integers(2))),
        s.pick(((40, 40, 180), (150, 100, 30), (40, 140, 200))),
    )
    shirt, skin = s.pick(CLOTHES), s.pick(SKIN)
    b.shadow(oval(0, 0, 0.95, 0.08), 0, 0, 0.6, 0.06)
    t = np.linspace(0, 2 * np.pi, 29)
    for at in (-0.52, 0.52):
        for p, q in pairwise(t):
            xs, ys = at + 0.34 * np.cos([p, q]), -0.36 + 0.34 * np.sin([p, q])
            b.put(stroke(xs[0], ys[0], xs[1], ys[1], 0.05), (30, 28, 28))
        for p in t[::4]:
            b.put(stroke(at, -0.36, at + 0.32 * np.cos(p), -0.36 + 0.32 * np.sin(p), 0.012), (140, 140, 140))
    bars = (
        (-0.52, -0.36, -0.05, -0.34),
        (-0.05, -0.34, -0.2, -0.85),
        (-0.52, -0.36, -0.17, -0.78),
        (-0.17, -0.78, 0.38, -0.8),
        (-0.05, -0.34, 0.38, -0.8),
        (0.52, -0.36, 0.36, -0.98),
    )
    b.put(stroke(-0.18, -0.92, 0.12, -0.62, 0.14), (60, 44, 40))
    b.put(stroke(0.12, -0.62, 0.0, -0.2, 0.11), (60, 44, 40))
    b.put(oval(0.05, -0.17, 0.13, 0.05), (34, 30, 30))
    for bar in bars:
        b.put(stroke(*bar, 0.05), frame)
    b.put(stroke(-0.2, -0.92, 0.14, -1.42, 0.27), shirt)
    b.put(oval(0.13, -1.4, 0.14, 0.13), shirt)
    b.put(stroke(0.12, -1.36, 0.4, -1.02, 0.09), light(shirt, 0.12))
    b.put(oval(0.41, -1.0, 0.05, 0.05), skin)
    b.put(oval(0.27, -1.6, 0.1, 0.13), skin)
    b.put(oval(0.24, -1.67, 0.14, 0.09), s.pick(((40, 40, 190), (220, 220, 220), (60, 150, 60))))
    b.done("bicycle")


def sign(s: Scene, x: float, y: float, scale: float, kind: int, height: float = 2.5) -> None:
    """Draw a traffic sign on a pole standing on (x, y)."""
    b, red, white, r = Brush(s, x, y, scale), (40.0, 34.0, 190.0), (232.0, 234.0, 236.0), 0.36
    b.shadow(oval(0.1, 0, 0.3, 0.05), 0, 0, 0.5, 0.05)
    b.put(quad(-0.04, -height, 0.04, 0), (130, 130, 128), counts=False)
    b.put(quad(0.01, -height, 0.04, 0), (90, 90, 88), counts=False)
    cy = -height - 0.2
    if kind == 0:  # speed limit
        b.put(oval(0, cy, r, r), red)
        b.put(oval(0, cy, r * 0.74, r * 0.74), white)
        for at in (-0.11, 0.11):
            b.put(oval(at, cy, 0.09, 0.15), (30, 28, 28))
            b.put(oval(at, cy, 0.04, 0.09), white)
    elif kind == 1:  # warning
        for k, tone in ((1.25, red), (0.85, white)):
            b.put(
                np.array([[0, cy - r * k], [r * 0.95 * k, cy + r * 0.62 * k], [-r * 0.95 * k, cy + r * 0.62 * k]]), tone
            )
        b.put(quad(-0.03, cy - 0.12, 0.03, cy + 0.06), (30, 28, 28))
        b.put(oval(0, cy + 0.12, 0.035, 0.035), (30, 28, 28))
    elif kind == 2:  # stop
        t = np.linspace(0, 2 * np.pi, 8, endpoint=False) + np.pi / 8
        for k, tone in ((1.08, white), (0.99, red)):
            b.put(np.stack([np.cos(t) * r * k, cy + np.sin(t) * r * k], axis=1), tone)
        for at in (-0.2, -0.07, 0.06, 0.19):
            b.put(quad(at - 0.035, cy - 0.09, at + 0.045, cy + 0.09), white)
            b.put(quad(at - 0.005, cy - 0.05, at + 0.02, cy + 0.05), red)
    else:  # crossing
        b.put(oval(0, cy, r, r, 12), white)
        b.put(oval(0, cy, r * 0.94, r * 0.94, 12), (170, 96, 30))
        b.put(np.array([[0, cy - 0.27], [0.27, cy + 0.24], [-0.27, cy + 0.24]]), white)
        b.put(stroke(0, cy - 0.05, -0.05, cy + 0.2, 0.06), (30, 28, 28))
        b.put(oval(0, cy - 0.1, 0.05, 0.05), (30, 28, 28))
    b.done("sign")


# ---------------------------------------------------------------- grounds


def asphalt(s: Scene) -> None:
    """Cover everything with worn asphalt: stains, cracks, patches."""
    tone = s.rng.uniform(92, 122)
    s.texture(None, (tone + 4, tone + 1, tone), 3.5, 5)
    for _ in range(9):
        x, y, r = s.rng.uniform(0, s.width), s.rng.uniform(0, s.height), s.rng.uniform(5, 22)
        s.paint(oval(x, y, r, r * 0.7), (50, 48, 46), 0.22, r * 0.35)
    for _ in range(5):
        point, turn = np.array([s.rng.uniform(0, s.width), s.rng.uniform(0, s.height)]), s.rng.uniform(0, 6.28)
        for _ in range(30):
            turn += s.rng.normal(0, 0.4)
            following = point + 7 * np.array([np.cos(turn), np.sin(turn)])
            s.paint(stroke(point[0], point[1], following[0], following[1], 0.9), (56, 54, 54), 0.55)
            point = following


def grass(s: Scene, outline: Points) -> None:
    """Fill an outline with grass and a kerb."""
    s.texture(outline, (62, 112, 92), 7, 10)
    closed = np.concatenate([outline, outline[:1]])
    for (x1, y1), (x2, y2) in pairwise(closed):
        s.paint(stroke(x1, y1, x2, y2, 3), (176, 178, 180))


def car_park(s: Scene, scale: float, share: float, people: int, cars: bool = True) -> None:
    """Draw a car park from above; ``share`` of the stalls are taken."""
    asphalt(s)
    stall, depth, aisle = 2.65 * scale, 5.1 * scale, 6.2 * scale
    top, turned = s.rng.uniform(-0.5, 0.1) * depth, []
    while top < s.height:
        middle = top + depth
        left = -s.rng.uniform(0, stall)
        spots = [(left + k * stall, row) for row in (0, 1) for k in range(int(s.width / stall) + 2)]
        s.paint(stroke(0, middle, s.width, middle, 0.14 * scale), (214, 218, 218), 0.85)
        for x, _ in spots[: len(spots) // 2]:
            s.paint(stroke(x, middle - depth, x, middle + depth, 0.12 * scale), (214, 218, 218), 0.8)
        for x, row in spots:
            cx, cy = x + stall / 2, middle + (row - 0.5) * depth
            if s.rng.random() < 0.06 and scale < 30:
                grass(s, quad(x + 2, cy - depth / 2 + 2, x + stall - 2, cy + depth / 2 - 2))
                tree_above(s, cx, cy, stall * s.rng.uniform(0.45, 0.6))
            elif s.rng.random() < share:
                turned.append((cx, cy, row))
        lane = middle + depth + aisle / 2
        for x in np.arange(s.width * 0.2, s.width, 9 * scale):
            arrow = np.array([[0, -0.12], [1.4, -0.12], [1.4, -0.4], [2.3, 0], [1.4, 0.4], [1.4, 0.12], [0, 0.12]])
            s.paint(arrow * scale + (x, lane), (210, 214, 214), 0.6)
        if cars and s.rng.random() < 0.7 and share > 0:
            flip = np.pi if s.rng.random() < 0.5 else 0.0
            turned.append((s.rng.uniform(0.1, 0.9) * s.width, lane, 2 + flip))
        top = middle + depth + aisle
    for x, y, row in turned:
        angle = row - 2 if row >= 2 else np.pi / 2 * (1 if s.rng.random() < 0.5 else -1)
        jitter = s.rng.normal(0, 0.12, 2) * scale
        car_above(s, x + jitter[0], y + jitter[1], scale, angle + s.rng.normal(0, 0.035))
    for _ in range(people):
        x, y = s.rng.uniform(0.05, 0.95) * s.width, s.rng.uniform(0.05, 0.95) * s.height
        person_above(s, x, y, scale * 1.15, s.rng.uniform(0, 6.28))


def road_above(s: Scene, scale: float, cars: int, people: int, buses: int = 0) -> None:
    """Draw a road with pavements, a crossing, lawns and roofs, from above; it runs along the longer side."""
    asphalt(s)
    along, across = max(s.width, s.height), min(s.width, s.height)
    upright = s.height > s.width

    def at(x: float, y: float) -> tuple[float, float]:
        return (y, x) if upright else (x, y)

    def area(x1: float, y1: float, x2: float, y2: float) -> Points:
        return quad(*at(x1, y1), *at(x2, y2))

    lane, walk, middle = 3.3 * scale, 2.8 * scale, across / 2
    for side in (-1, 1):
        edge, outer = middle + side * 2 * lane, middle + side * (2 * lane + walk)
        s.texture(area(0, edge, along, outer), (158, 162, 166), 3, 4)
        for x in np.arange(0, along, 1.2 * scale):
            s.paint(stroke(*at(x, edge), *at(x, outer), 0.7), (130, 132, 134), 0.6)
        s.paint(stroke(*at(0, edge), *at(along, edge), 0.25 * scale), (188, 190, 192))
        border = 0.0 if side < 0 else float(across)
        if abs(border - outer) > 4 and (border - outer) * side > 0:
            grass(s, area(-9, outer, along + 9, border + side * 9))
            for x in np.arange(s.rng.uniform(0, 5) * scale, along, 8 * scale):
                tree_above(s, *at(x, outer + side * 2.4 * scale), s.rng.uniform(1.4, 2.0) * scale)
        s.paint(
            stroke(*at(0, middle + side * 0.12 * scale), *at(along, middle + side * 0.12 * scale), 0.11 * scale),
            (70, 190, 220),
            0.8,
        )
        for x in np.arange(0, along, 5 * scale):
            y = middle + side * lane
            s.paint(stroke(*at(x, y), *at(x + 2.5 * scale, y), 0.13 * scale), (216, 220, 220), 0.85)
    zebra = along * s.rng.uniform(0.35, 0.65)
    for k in np.arange(-2 * lane + 0.4 * scale, 2 * lane - 0.3 * scale, 1.0 * scale):
        s.paint(area(zebra, middle + k, zebra + 3.2 * scale, middle + k + 0.5 * scale), (222, 226, 226), 0.85)
    taken: list[tuple[float, float, float]] = []
    for k in range(cars + buses):
        half = 6.4 if k < buses else 2.7
        for _ in range(40):
            x, row = s.rng.uniform(0, along), int(s.rng.integers(4))
            if all(row != r or abs(x - u) > (half + v) * scale for u, r, v in taken):
                taken.append((x, row, half))
                y = middle + (row - 1.5) * lane + s.rng.normal(0, 0.12) * scale
                heading = (np.pi if row < 2 else 0.0) + s.rng.normal(0, 0.03)
                (bus_above if k < buses else car_above)(
                    s, *at(x, y), scale, np.pi / 2 - heading if upright else heading
                )
                break
    for k in range(people):
        side = -1 if s.rng.random() < 0.5 else 1
        if k % 3 == 0:
            x, y = zebra + s.rng.uniform(0.3, 2.9) * scale, middle + s.rng.uniform(-1.9, 1.9) * lane
        else:
            x, y = s.rng.uniform(0, along), middle + side * (2 * lane + s.rng.uniform(0.15, 0.85) * walk)
        person_above(s, *at(x, y), scale * 1.15, s.rng.uniform(0, 6.28))


def street(s: Scene, horizon: float = 0.42) -> float:
    """Draw a street seen from eye height: sky, houses, trees, pavements and road; returns the horizon's row."""
    y0, w, h = s.height * horizon, s.width, s.height
    low, high = (228.0, 222.0, 214.0), s.pick(((222, 180, 132), (210, 196, 180), (200, 164, 128)))
    share = np.clip(np.linspace(0, 1 / horizon, s.pixels.shape[0]), 0, 1)[:, None]
    s.pixels[:] = (np.array(high) * (1 - share) + np.array(low) * share)[:, None].astype(np.uint8)
    for _ in range(7):
        x, y, r = s.rng.uniform(0, w), s.rng.uniform(0, y0 * 0.7), s.rng.uniform(30, 90)
        s.paint(oval(x, y, r, r * 0.25), (246, 244, 242), 0.5, r * 0.12)
    x = -s.rng.uniform(0, 60)
    while x < w:
        wide = s.rng.uniform(0.13, 0.26) * w
        reach = abs((x + wide / 2) / w - 0.5) * 2
        top = y0 - h * (0.08 + 0.3 * reach) * s.rng.uniform(0.75, 1.15)
        wall = mix(
            s.pick(((120, 150, 180), (150, 170, 190), (100, 116, 160), (160, 164, 166), (134, 160, 160))),
            low,
            0.35 - 0.25 * reach,
        )
        s.texture(quad(x, top, x + wide, y0 + 6), wall, 3, 3)
        s.paint(quad(x, top, x + wide, top + 5), light(wall, -0.3))
        s.paint(quad(x + wide * 0.93, top, x + wide, y0 + 6), light(wall, -0.5), 0.4)
        pane = max(9.0, wide / 7)
        for wx in np.arange(x + pane * 0.6, x + wide - pane * 0.9, pane * 1.3):
            for wy in np.arange(top + 14, y0 - pane * 0.8, pane * 1.7):
                s.paint(quad(wx - 1, wy - 1, wx + pane * 0.7 + 1, wy + pane * 1.1 + 1), light(wall, 0.3))
                glass = s.pick(((96, 82, 70), (130, 116, 98), (110, 98, 88), (120, 170, 200)))
                s.paint(quad(wx, wy, wx + pane * 0.7, wy + pane * 1.1), glass)
        x += wide
    s.texture(quad(-9, y0 + 4, w + 9, h + 9), (150, 154, 158), 4, 4)
    centre = w / 2
    road = np.array([[centre - w * 0.08, y0 + 4], [centre + w * 0.08, y0 + 4], [w * 1.25, h + 9], [-w * 0.25, h + 9]])
    tone = s.rng.uniform(88, 108)
    s.texture(road, (tone + 4, tone + 1, tone), 4, 4.5)
    for side in (0, 3):
        p, q = (road[0], road[3]) if side == 0 else (road[1], road[2])
        s.paint(np.array([p, q, q + ((18, 0) if side else (-18, 0)), p]), (186, 188, 190))
    for lane in (-0.5, 0.0, 0.5):
        for k in range(9):
            d1, d2 = (1 / (9.5 - k - e) for e in (0.0, 0.5))
            y1, y2 = y0 + 4 + (h - y0) * d1 * 1.4, y0 + 4 + (h - y0) * d2 * 1.4
            f1, f2 = ((y - y0 - 4) / (h + 5 - y0) for y in (y1, y2))
            x1, x2 = (centre + lane * 2 * w * (0.08 + 0.67 * f) for f in (f1, f2))
            t1, t2 = 0.9 + f1 * 6, 0.9 + f2 * 6
            s.paint(np.array([[x1 - t1, y1], [x1 + t1, y1], [x2 + t2, y2], [x2 - t2, y2]]), (218, 222, 222), 0.85)
    for side in (-1, 1):
        for depth in (0.05, 0.11, 0.2):
            y, size = y0 + 4 + (h - y0) * depth, h * (0.09 + depth * 0.9)
            tx = centre + side * (w * (0.13 + depth * 0.95) + size * 0.3)
            s.paint(quad(tx - size * 0.05, y - size, tx + size * 0.05, y), (52, 66, 84))
            base = s.pick(((48, 96, 66), (44, 108, 86)))
            for k in range(45):
                t, r = s.rng.uniform(0, 6.28), size * 0.55 * np.sqrt(s.rng.uniform(0, 1)) * (1 - k / 100)
                lx, ly = tx + np.cos(t) * r, y - size * 1.25 + np.sin(t) * r
                shade = -0.35 + 0.45 * k / 45 - 0.12 * np.sin(t)
                s.paint(oval(lx, ly, size * 0.15, size * 0.12), light(base, float(shade)))
    return float(y0)


def traffic(
    s: Scene, cars: int, people: int, signs: int, bikes: int = 0, buses: int = 0, near: float = 0.75, far: float = 0.1
) -> None:
    """Fill a street with objects between two depths (0 horizon, 1 lower border), farthest first."""
    y0 = street(s)
    kinds = ["car"] * cars + ["person"] * people + ["sign"] * signs + ["bike"] * bikes + ["bus"] * buses
    placed: list[tuple[float, float, str]] = []
    for kind in kinds:
        depth = far * (near / far) ** s.rng.random()
        lane = float(s.rng.integers(4)) / 2 - 0.75
        if kind == "person":
            lane = float(s.rng.choice([-1.2, 1.2, -0.95, 0.95, 0.0])) + s.rng.uniform(-0.14, 0.14)
        elif kind == "sign":
            lane = float(s.rng.choice([-1.1, 1.1]))
        elif kind == "bike":
            lane = float(s.rng.choice([-0.9, 0.9]))
        spread = 0.08 + 0.67 * depth
        for _ in range(30):
            x = s.width * (0.5 + lane * spread)
            reach = 1.1 if kind in ("car", "bus") else 0.4
            crowd = [d for d, u, k in placed if abs(d - depth) < 0.05 and abs(u - x) < s.width * 0.2 * depth * reach]
            if not crowd and 0 < x < s.width:
                break
            depth = far * (near / far) ** s.rng.random()
            spread = 0.08 + 0.67 * depth
        placed.append((depth, s.width * (0.5 + lane * spread), kind))
    for depth, x, kind in sorted(placed):
        y = y0 + 4 + depth * (s.height - y0)
        scale = depth * (s.height - y0) / 2.1 + 1.5
        if kind == "car":
            car_rear(s, x, y, scale, front=x < s.width / 2)
        elif kind == "person":
            person_side(s, x, y, scale)
        elif kind == "bike":
            bicycle_side(s, x, y, scale)
        elif kind == "bus":
            bus_rear(s, x, y, scale)
        else:
            sign(s, x, y, scale, int(s.rng.integers(4)))


def parade(s: Scene, cars: int, people: int) -> None:
    """Overlapping vehicles from the side with people in front of them."""
    street(s)
    for k in range(cars):
        x = s.width * (0.12 + 0.76 * (k + 0.5) / cars) + s.rng.normal(0, 8)
        y = s.height * (0.7 + 0.07 * (k % 3))
        car_side(s, x, y, s.width / 11 * (1 + 0.18 * (k % 3)), bool(s.rng.integers(2)))
    for _ in range(people):
        person_side(s, s.rng.uniform(0.08, 0.92) * s.width, s.height * s.rng.uniform(0.88, 0.97), s.height / 5.2)


def large_car(s: Scene) -> None:
    """Draw one car from the side that nearly fills the picture."""
    street(s, 0.3)
    car_side(s, s.width * 0.5, s.height * 0.93, s.width / 4.65)


def large_bus(s: Scene) -> None:
    """Draw one bus from behind that nearly fills the picture."""
    street(s, 0.35)
    bus_rear(s, s.width * 0.5, s.height * 0.985, s.height / 3.14)


def large_above(s: Scene) -> None:
    """Draw two cars from very near above."""
    car_park(s, s.width / 9, 0.0, 0)
    car_above(s, s.width * 0.3, s.height * 0.5, s.width / 6.3, np.pi / 2)
    car_above(s, s.width * 0.71, s.height * 0.52, s.width / 6.3, -np.pi / 2)


def large_person(s: Scene) -> None:
    """Draw a person and a sign, both large."""
    street(s, 0.4)
    sign(s, s.width * 0.8, s.height * 0.95, s.height / 3.6, 2)
    person_side(s, s.width * 0.38, s.height * 0.965, s.height / 2.0)


def cut_street(s: Scene) -> None:
    """Objects that the picture border cuts, from the street."""
    street(s)
    bus_side(s, s.width * 0.98, s.height * 0.66, s.height / 7.5, True)
    car_side(s, -s.width * 0.02, s.height * 0.76, s.width / 8)
    car_rear(s, s.width * 0.55, s.height * 1.1, s.width / 6)
    person_side(s, s.width * 0.985, s.height * 0.95, s.height / 3)
    sign(s, s.width * 0.24, s.height * 0.9, s.height / 3.0, 0)


def cut_above(s: Scene) -> None:
    """Objects that the picture border cuts, from above."""
    car_park(s, s.width / 22, 0.0, 0)
    w, h, scale = s.width, s.height, s.width / 22
    for x, y, angle in (
        (0.0, 0.3, 0.1),
        (1.0, 0.62, 3.1),
        (0.3, 0.0, 1.5),
        (0.62, 1.0, -1.6),
        (0.99, 0.02, 0.8),
        (0.45, 0.5, 0.3),
    ):
        car_above(s, x * w, y * h, scale, angle)
    bus_above(s, 0.06 * w, 0.93 * h, scale, 0.15)
    person_above(s, 2, 0.6 * h, scale * 1.5, 0)


def long_barrier(s: Scene) -> None:
    """Draw a barrier across a car park, far longer than any anchor."""
    car_park(s, s.width / 34, 0.45, 2)
    barrier(s, s.width * 0.5, s.height * 0.47, s.width / 34, 30, 0, 1.1)


def tall_barrier(s: Scene) -> None:
    """Draw two upright barriers, far taller than any anchor."""
    car_park(s, s.width / 24, 0.4, 2)
    barrier(s, s.width * 0.33, s.height * 0.5, s.width / 24, 0.9 * s.height * 24 / s.width, np.pi / 2, 1.0)
    barrier(s, s.width * 0.7, s.height * 0.42, s.width / 24, 0.6 * s.height * 24 / s.width, np.pi / 2, 0.5)


def long_tram(s: Scene) -> None:
    """Draw a very long articulated bus across the whole picture."""
    street(s)
    bus_side(s, s.width * 0.5, s.height * 0.64, s.width / 36, False, 17.3)
    car_side(s, s.width * 0.3, s.height * 0.84, s.width / 16)
    person_side(s, s.width * 0.72, s.height * 0.9, s.height / 6)


def single(s: Scene) -> None:
    """Draw one car on an empty road."""
    y0 = street(s)
    car_rear(s, s.width * 0.6, y0 + (s.height - y0) * 0.5, s.width / 10)


def plan(name: str) -> Callable[[Scene], None]:
    """Return what to draw for the scene word in a file name."""
    plans: dict[str, Callable[[Scene], None]] = {
        "parking_half": lambda s: car_park(s, s.width / 34, 0.5, 3),
        "parking_busy": lambda s: car_park(s, s.width / 40, 0.8, 4),
        "parking_small_objects": lambda s: car_park(s, s.width / 78, 0.45, 6),
        "parking_crowded": lambda s: car_park(s, s.width / 52, 0.97, 8),
        "parking_empty": lambda s: car_park(s, s.width / 36, 0.0, 0),
        "parking_people": lambda s: car_park(s, s.width / 20, 0.3, 14),
        "parking_large_objects": large_above,
        "parking_cut_off": cut_above,
        "parking_no_anchor_fits": long_barrier,
        "parking_thin_tall": tall_barrier,
        "road_mixed": lambda s: road_above(s, max(s.width, s.height) / 42, 10, 9, 1),
        "road_crossing": lambda s: road_above(s, max(s.width, s.height) / 30, 5, 18),
        "road_small_objects": lambda s: road_above(s, max(s.width, s.height) / 80, 20, 16, 2),
        "road_buses": lambda s: road_above(s, max(s.width, s.height) / 48, 5, 6, 3),
        "street_mixed": lambda s: traffic(s, 5, 5, 3, 1, 1),
        "street_quiet": lambda s: traffic(s, 2, 2, 2, 1, near=0.6),
        "street_crowded": lambda s: traffic(s, 9, 24, 5, 4, 1, near=0.8),
        "street_small_objects": lambda s: traffic(s, 9, 10, 4, 2, near=0.16, far=0.03),
        "street_cyclists": lambda s: traffic(s, 2, 2, 2, 6, near=0.8, far=0.2),
        "street_overlapping": lambda s: parade(s, 6, 5),
        "street_occluded": lambda s: parade(s, 3, 9),
        "street_large_car": large_car,
        "street_large_bus": large_bus,
        "street_large_person": large_person,
        "street_cut_off": cut_street,
        "street_no_anchor_fits": long_tram,
        "street_single": single,
    }
    return plans[name]


WIDE, SQUARISH, TALL, SMALL, BIG = (640, 480), (600, 500), (480, 640), (512, 384), (800, 600)
PICTURES: tuple[tuple[str, str, tuple[int, int]], ...] = (
    ("street", "mixed", WIDE),
    ("street", "quiet", SMALL),
    ("street", "overlapping", WIDE),
    ("street", "large_car", WIDE),
    ("street", "cut_off", WIDE),
    ("street", "small_objects", BIG),
    ("street", "crowded", BIG),
    ("street", "mixed", TALL),
    ("street", "large_bus", TALL),
    ("street", "cyclists", WIDE),
    ("street", "no_anchor_fits", WIDE),
    ("street", "single", SMALL),
    ("street", "occluded", WIDE),
    ("street", "large_person", TALL),
    ("street", "crowded", WIDE),
    ("street", "quiet", TALL),
    ("street", "mixed", SQUARISH),
    ("street", "overlapping", SMALL),
    ("street", "cyclists", SMALL),
    ("parking", "half", WIDE),
    ("parking", "busy", WIDE),
    ("parking", "small_objects", WIDE),
    ("parking", "crowded", WIDE),
    ("parking", "empty", SMALL),
    ("parking", "people", SMALL),
    ("parking", "large_objects", SMALL),
    ("parking", "cut_off", SMALL),
    ("parking", "no_anchor_fits", WIDE),
    ("parking", "thin_tall", TALL),
    ("parking", "half", TALL),
    ("parking", "people", TALL),
    ("parking", "busy", SMALL),
    ("road", "mixed", WIDE),
    ("road", "crossing", SMALL),
    ("road", "small_objects", WIDE),
    ("road", "buses", WIDE),
    ("road", "mixed", TALL),
    ("road", "crossing", TALL),
    ("road", "buses", SMALL),
    ("road", "mixed", SMALL),
)


@dataclass(frozen=True)
class Drawn:
    """A finished picture."""

    name: str
    size: tuple[int, int]
    jpeg: bytes
    boxes: tuple[tuple[int, float, float, float, float], ...]


def draw_all() -> list[Drawn]:
    """Draw every picture."""
    cv2.setNumThreads(1)
    counts: dict[str, int] = {}
    drawn = []
    for index, (group, word, (width, height)) in enumerate(PICTURES):
        counts[group] = counts.get(group, 0) + 1
        scene = Scene(width, height, np.random.default_rng([SEED, index]))
        plan(f"{group}_{word}")(scene)
        pixels = scene.finish()
        jpeg = b""
        for quality in (88, 84, 80, 76, 72, 66, 60):
            jpeg = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes()
            if len(jpeg) < 64_000:
                break
        drawn.append(Drawn(f"{group}_{counts[group]:02d}_{word}.jpg", (width, height), jpeg, tuple(scene.boxes)))
    return drawn


def coco(drawn: Sequence[Drawn]) -> dict[str, object]:
    """Return the COCO annotation of the pictures."""
    boxes = [(image, *box) for image, picture in enumerate(drawn, 1) for box in picture.boxes]
    sized = [(i, c, x1, y1, round(x2 - x1, 1), round(y2 - y1, 1)) for i, c, x1, y1, x2, y2 in boxes]
    return {
        "info": {"description": "Drawn traffic scenes of RPN Inspector", "version": "1"},
        "licenses": [{"id": 1, "name": "CC0 1.0", "url": "https://creativecommons.org/publicdomain/zero/1.0/"}],
        "categories": [{"id": k, "name": name} for k, name in enumerate(CLASSES, 1)],
        "images": [
            {"id": k, "file_name": d.name, "width": d.size[0], "height": d.size[1], "license": 1}
            for k, d in enumerate(drawn, 1)
        ],
        "annotations": [
            {"id": k, "image_id": i, "category_id": c + 1, "bbox": [x, y, w, h], "area": round(w * h, 2), "iscrowd": 0}
            for k, (i, c, x, y, w, h) in enumerate(sized, 1)
        ],
    }


def contact_sheet(drawn: Sequence[Drawn], path: Path, columns: int = 7) -> None:
    """Write one picture that shows all the others with their boxes."""
    colours = ((90, 220, 255), (120, 255, 120), (255, 160, 60), (255, 90, 220), (60, 120, 255), (255, 255, 80))
    tiles = []
    for picture in drawn:
        image = cv2.imdecode(np.frombuffer(picture.jpeg, np.uint8), cv2.IMREAD_COLOR)
        for kind, x1, y1, x2, y2 in picture.boxes:
            cv2.rectangle(image, (round(x1), round(y1)), (round(x2) - 1, round(y2) - 1), colours[kind], 1)
        factor = min(320 / image.shape[1], 270 / image.shape[0])
        image = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        tile = np.full((290, 326, 3), 30, np.uint8)
        tile[: image.shape[0], : image.shape[1]] = image
        cv2.putText(tile, picture.name, (4, 284), cv2.FONT_HERSHEY_SIMPLEX, 0.45, (230, 230, 230), 1, cv2.LINE_AA)
        tiles.append(tile)
    tiles += [np.full_like(tiles[0], 30)] * (-len(tiles) % columns)
    rows = [np.concatenate(tiles[k : k + columns], axis=1) for k in range(0, len(tiles), columns)]
    path.write_bytes(cv2.imencode(".png", np.concatenate(rows))[1].tobytes())


def check(drawn: Sequence[Drawn], annotation: dict[str, object], target: Path) -> list[str]:
    """Compare a fresh drawing with the files on disk: picture bytes and decoded annotation."""

    def digest(content: object) -> str:
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()

    images, listing = target / "images", target / "annotations.json"
    wrong = [d.name for d in drawn if not (images / d.name).is_file() or (images / d.name).read_bytes() != d.jpeg]
    wrong += sorted({p.name for p in images.glob("*")} - {d.name for d in drawn})
    stored = json.loads(listing.read_text(encoding="utf-8")) if listing.is_file() else None
    return wrong + ([] if digest(stored) == digest(annotation) else [listing.name])


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or check the demo dataset."""
    parser = argparse.ArgumentParser(description="Draw the demo dataset.")
    parser.add_argument("--target", type=Path, default=TARGET, help="folder to write (default: resources/demo)")
    parser.add_argument("--check", action="store_true", help="write nothing; compare a fresh drawing with the folder")
    parser.add_argument("--contact", type=Path, help="also write a sheet of all pictures with boxes to this PNG file")
    options = parser.parse_args(arguments)
    target: Path = options.target
    drawn = draw_all()
    annotation = coco(drawn)
    boxes = sum(len(d.boxes) for d in drawn)
    if options.contact:
        contact_sheet(drawn, options.contact)
    if options.check:
        wrong = check(drawn, annotation, target)
        print(
            f"{target}: "
            + (f"differs: {', '.join(wrong)}" if wrong else f"{len(drawn)} pictures, {boxes} boxes: identical")
        )
        return 1 if wrong else 0
    (target / "images").mkdir(parents=True, exist_ok=True)
    for old in (target / "images").glob("*.jpg"):
        old.unlink()
    for picture in drawn:
        (target / "images" / picture.name).write_bytes(picture.jpeg)
    (target / "annotations.json").write_text(json.dumps(annotation, indent=1) + "\n", encoding="utf-8")
    text = README.format(pictures=len(drawn), boxes=boxes, classes=", ".join(CLASSES))
    (target / "README.md").write_text(text, encoding="utf-8")
    print(f"{target}: {len(drawn)} pictures, {boxes} boxes, {sum(len(d.jpeg) for d in drawn) / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
