"""The window at an inspection that is in memory: picture, ground truths, recipe and outputs, handed over as files."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.sample import Kind, Sample
from rpn_inspector.data import cache
from rpn_inspector.data.predictions.dump_writer import DumpWriter

KEPT = 86_400.0  # s
DATASET, OUTPUTS, RECIPE = "annotations.json", "outputs.rpn", "recipe.toml"


def show(one: Inspection, select: int | None = None) -> None:
    """Open the window at the picture of ``one``, in a process that this one does not wait for.

    The files handed over are removed when the window is closed, or after a day. Raises `MissingExtra` without Qt,
    `InspectorError` for an anchor ``select`` that is not there.
    """
    if find_spec("PySide6") is None:
        raise MissingExtra("the window", "gui")
    if select is not None:
        one.anchors([select])
    place = cache.folder() / "shown"
    place.mkdir(parents=True, exist_ok=True)
    _clean_old(place)
    folder = Path(tempfile.mkdtemp(dir=place))
    process = subprocess.Popen(
        command(one, folder, select), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    threading.Thread(target=_clean, args=(process, folder), name="shown", daemon=True).start()


def command(one: Inspection, folder: Path, select: int | None = None) -> list[str]:
    """Return the command that opens ``one``, with its files written into ``folder``."""
    name = Path(one.sample.name).name or "picture"
    sample = replace(one.sample, name=name)
    if sample.path is not None and sample.path.is_file():
        shutil.copyfile(sample.path, folder / name)  # pictures outside a dataset's folder are not opened
    (folder / DATASET).write_text(json.dumps(coco_of(sample)), encoding="utf-8")
    (folder / RECIPE).write_text(one.recipe.to_toml(), encoding="utf-8")
    found = [sys.executable, "-m", "rpn_inspector", "open", str(folder / DATASET), "--recipe", str(folder / RECIPE)]
    if one.prediction is not None:
        with DumpWriter(folder / OUTPUTS, one.recipe.name, recipe_toml=one.recipe.to_toml()) as writer:
            writer.add(name, one.prediction)
        found += ["--predictions", str(folder / OUTPUTS)]
    return [*found, *(["--select", str(select)] if select is not None else [])]


def coco_of(sample: Sample) -> dict[str, object]:
    """Return one picture and its ground truths as COCO's annotations."""
    height, width = sample.size
    count = max([len(sample.classes), *(int(label) + 1 for label in sample.gt_class)])
    names = dict(enumerate(sample.classes))
    return {
        "images": [{"id": 1, "file_name": sample.name, "width": width, "height": height}],
        "categories": [{"id": label + 1, "name": names.get(label, f"class {label}")} for label in range(count)],
        "annotations": [
            {
                "id": number + 1,
                "image_id": 1,
                "category_id": int(label) + 1,
                "bbox": [x1, y1, x2 - x1, y2 - y1],
                "area": (x2 - x1) * (y2 - y1),
                "iscrowd": int(kind == Kind.CROWD),
                "ignore": int(kind == Kind.IGNORED),
            }
            for number, ((x1, y1, x2, y2), label, kind) in enumerate(
                zip(sample.gt.tolist(), sample.gt_class.tolist(), sample.gt_kind.tolist(), strict=True)
            )
        ],
    }


def _clean_old(place: Path) -> None:
    """Remove what was left by processes that ended before their windows."""
    for folder in place.iterdir():
        with contextlib.suppress(OSError):
            if folder.stat().st_mtime < time.time() - KEPT:
                shutil.rmtree(folder, ignore_errors=True)


def _clean(process: subprocess.Popen[bytes], folder: Path) -> None:
    process.wait()
    shutil.rmtree(folder, ignore_errors=True)
