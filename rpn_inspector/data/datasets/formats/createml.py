"""CreateML JSON: a list of pictures, each with boxes as centre and size in px."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.dataset import CENTRE, Dataset
from rpn_inspector.data.datasets.support.collector import Gathering
from rpn_inspector.data.datasets.support.text import number, read_json, shown
from rpn_inspector.data.pictures.finder import PictureFinder

_NAMES = ("image", "imagefilename", "filename", "imageURL", "imageUrl")


def read(files: Sequence[Path], finder: PictureFinder) -> Dataset:
    """Return the dataset of CreateML ``files``; an entry that cannot be used is skipped and counted."""
    gathering = Gathering(finder)
    for path in files:
        document = read_json(path, gathering.notes)
        if not isinstance(document, list):
            raise BadFile(path, f"is not CreateML: found {shown(document)}, wanted a list of pictures")
        for number_, entry in enumerate(document):
            _picture(entry, path, f"[{number_}]", gathering)
    return gathering.dataset("CreateML", CENTRE)


def _picture(entry: Any, path: Path, place: str, gathering: Gathering) -> None:
    name = (
        next((entry[key] for key in _NAMES if isinstance(entry.get(key), str)), "") if isinstance(entry, dict) else ""
    )
    if not name:
        gathering.notes.skip("no picture named", path, place, f"found {shown(entry)}, wanted an object with image")
        return
    record = gathering.picture(name, path, place)
    truths = entry.get("annotations", entry.get("annotation"))
    if truths is None:
        return
    for at, truth in enumerate(truths if isinstance(truths, list) else [truths]):
        where = f"{place}.annotations[{at}]"
        try:
            label, part = truth["label"], truth["coordinates"]
            x, y, width, height = (number(part[key]) for key in ("x", "y", "width", "height"))
        except (TypeError, KeyError, ValueError):
            gathering.notes.skip(
                "no box", path, where, f"found {shown(truth)}, wanted label and coordinates x, y, width, height"
            )
            continue
        box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        attributes = {key: value for key, value in truth.items() if key not in ("label", "coordinates")}
        gathering.truth(record, box, str(label), path, where, id_=str(at), attributes=attributes)
