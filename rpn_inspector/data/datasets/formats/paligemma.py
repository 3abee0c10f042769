"""PaliGemma and Florence-2 JSON Lines: image, prefix, and a suffix of location tokens, as vision-language models train.

PaliGemma writes <locY1><locX1><locY2><locX2> label, in 1,024ths of the picture; Florence-2 writes
label<loc_X1><loc_Y1><loc_X2><loc_Y2>, each the middle of a bin of a thousandth.
"""

from __future__ import annotations

import re
from pathlib import Path

from rpn_inspector.data.datasets.dataset import CORNERS, Dataset
from rpn_inspector.data.datasets.support.dataset_builder import Box, DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source, likely
from rpn_inspector.data.datasets.support.json_fields import Object, text_of
from rpn_inspector.data.datasets.support.json_lines import entries
from rpn_inspector.data.datasets.support.text import shown

_PALIGEMMA, _FLORENCE = 1024, 1000  # parts of a side
_FOUR = re.compile(r"((?:<loc\d{4}>)+)((?:<seg\d{3}>)*)([^<;]*)")
_FOUR_AFTER = re.compile(r"([^<]*)((?:<loc_\d{1,3}>)+)")
_NUMBER = re.compile(r"\d+")


def detect(excerpt: Excerpt) -> Evidence:
    """Return likelihood for pictures with location tokens."""
    return likely({"image", "prefix", "suffix"} <= excerpt.keys and "<loc" in excerpt.text)


def read(source: Source) -> Dataset:
    """Return the dataset of files of location tokens; an unusable line or object is skipped and counted."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        for place, entry in entries(path, builder.notes):
            _picture(entry, path, place, builder)
    return builder.dataset(FORMAT.title, CORNERS)


def _picture(entry: Object, path: Path, place: int | str, builder: DatasetBuilder) -> None:
    name, words = text_of(entry, "image"), entry.get("suffix")
    if not name:
        builder.notes.skip("no picture named", path, place, f"found {shown(entry)}, wanted an object with image")
        return
    record = builder.picture(name, path, place, relative=True)
    if not isinstance(words, str):
        builder.notes.skip("no tokens", path, place, f"suffix: found {shown(words)}, wanted location tokens")
        return
    florence = "<loc_" in words
    found = [(m[2], m[1]) for m in _FOUR_AFTER.finditer(words)] if florence else [
        (m[1], m[3]) for m in _FOUR.finditer(words)
    ]  # fmt: skip
    label = ""
    for at, (tokens, written) in enumerate(found):
        # Florence-2 writes a label once before several boxes of its class.
        label = written.strip() or (label if florence else "")
        values = [int(each) for each in _NUMBER.findall(tokens)]
        if len(values) % 4 or (len(values) > 4 and not florence) or max(values) >= _PALIGEMMA:
            wanted = f"four location tokens below {_FLORENCE if florence else _PALIGEMMA}"
            builder.notes.skip("not a box", path, f"{place}: object {at}", f"found {tokens:.80}, wanted {wanted}")
            continue
        for first in range(0, len(values), 4):
            box = _box(values[first : first + 4], florence)
            builder.add_gt(record, box, label, path, f"{place}: object {at}")
    if not found and words.strip():
        builder.notes.warn("no tokens", f"{path}:{place}: suffix {words[:80]!r} has no location tokens")


def _box(values: list[int], florence: bool) -> Box:
    if florence:
        x1, y1, x2, y2 = ((each + 0.5) / _FLORENCE for each in values)
    else:
        y1, x1, y2, x2 = (each / _PALIGEMMA for each in values)
    return x1, y1, x2, y2


FORMAT = Format(
    name="paligemma",
    title="PaliGemma",
    covers="Florence-2",
    suffixes=(".jsonl",),
    detect=detect,
    read=read,
    aliases=("florence-2",),
)
