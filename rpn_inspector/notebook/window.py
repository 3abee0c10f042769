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

from lxml import etree

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.plain_text import for_xml
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
    try:
        arguments = command(one, folder, select)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise BadFile(folder, f"cannot be written: {error.strerror or error}") from error
    process = subprocess.Popen(
        arguments, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    threading.Thread(target=_clean, args=(process, folder), name="shown", daemon=True).start()


def command(one: Inspection, folder: Path, select: int | None = None) -> list[str]:
    """Return the command that opens ``one``, with its files written into ``folder``."""
    name = Path(one.sample.name).name or "picture"
    sample = replace(one.sample, name=name)
    if sample.path is not None and sample.path.is_file():
        shutil.copyfile(sample.path, folder / name)  # pictures outside a dataset's folder are not opened
    if (sample.gt_kind == Kind.DIFFICULT).any():  # COCO has no such mark
        place = folder / f"{Path(name).stem}.xml"
        place.write_bytes(voc_of(sample))
    else:
        place = folder / DATASET
        place.write_text(json.dumps(coco_of(sample)), encoding="utf-8")
    (folder / RECIPE).write_text(one.recipe.to_toml(), encoding="utf-8")
    found = [sys.executable, "-m", "rpn_inspector", "open", str(place), "--recipe", str(folder / RECIPE)]
    if one.prediction is not None:
        with DumpWriter(folder / OUTPUTS, one.recipe.name, recipe_toml=one.recipe.to_toml()) as writer:
            writer.add(name, one.prediction)
        found += ["--predictions", str(folder / OUTPUTS)]
    found += ["--turned"] if sample.turned else []
    return [*found, *(["--select", str(select)] if select is not None else [])]


def voc_of(sample: Sample) -> bytes:
    """Return one picture and its ground truths as Pascal VOC's annotations; marks but difficult are not VOC's."""
    height, width = sample.size
    root = etree.Element("annotation")
    etree.SubElement(root, "filename").text = for_xml(sample.name)
    size = etree.SubElement(root, "size")
    for tag, side in (("width", width), ("height", height)):
        etree.SubElement(size, tag).text = str(side)
    for number, box in enumerate(sample.gt.tolist()):
        thing = etree.SubElement(root, "object")
        etree.SubElement(thing, "name").text = for_xml(sample.class_name(number))
        etree.SubElement(thing, "difficult").text = str(int(sample.gt_kind[number] == Kind.DIFFICULT))
        corners = etree.SubElement(thing, "bndbox")
        for tag, edge in zip(("xmin", "ymin", "xmax", "ymax"), box, strict=True):
            etree.SubElement(corners, tag).text = repr(edge)
    return etree.tostring(root)


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
