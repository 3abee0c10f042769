"""COCO in a JSON for each picture: each file named as its picture, all of them one dataset."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import SIDES, Dataset
from rpn_inspector.data.datasets.formats.coco.coco import Reader, looks_like
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.format import Source
from rpn_inspector.data.datasets.support.text import parse_json, read_json
from rpn_inspector.data.datasets.support.written_paths import plain_spelling, stem_of

SAMPLE = 6  # files looked at on either end
LARGEST = 1 << 22  # bytes of a file for a single picture


def is_per_picture(files: Sequence[Path]) -> bool:
    """Return whether each of ``files``, or of a sample of many, holds one picture, whose name is the file's."""
    return len(files) > 1 and all(map(_holds_its_own, {*files[:SAMPLE], *files[-SAMPLE:]}))


def _holds_its_own(path: Path) -> bool:
    try:
        document = read_json(path) if path.stat().st_size <= LARGEST else None
    except (BadFile, OSError):
        return False
    images = document.get("images") if isinstance(document, dict) else None
    name = (
        images[0].get("file_name")
        if isinstance(images, list) and len(images) == 1 and isinstance(images[0], dict)
        else None
    )
    last = plain_spelling(name).rpartition("/")[2] if isinstance(name, str) else ""
    return bool(last) and path.stem in (last, stem_of(last))


def read(source: Source) -> Dataset:
    """Return the dataset of all files, and of those beside; one that is no COCO is skipped and named."""
    builder, folders = DatasetBuilder(source.finder()), {path.parent for path in source.files}
    beside = [path for path in source.under if path.suffix.lower() == ".json" and path.parent in folders]
    for path in source.options.counted(beside or source.files):
        try:
            document = read_json(path, builder.notes)
        except BadFile as error:
            builder.notes.skip("broken JSON", path, 1, error.problem)
            continue
        if looks_like(document):
            _add(document, path, builder)
        else:
            builder.notes.skip("not COCO", path, 1, "wanted an object with a list of images")
    return builder.dataset("COCO", SIDES)


def _add(document: dict[str, Any], path: Path, builder: DatasetBuilder) -> None:
    reader = Reader(path)
    for name, value in document.items():
        for _ in reader.take(name, value):
            pass
    images, boxes = reader.image_columns(), reader.box_columns()
    for label in boxes.classes:
        builder.label(label, path, "categories")
    for row, name in enumerate(images.name):
        height, width = images.size[row].tolist()
        declared = (height, width) if height and width else None
        record = builder.own_picture([name, path.stem], path, declared=declared)
        record.image_id = images.id[row]
        for at in range(int(boxes.first[row]), int(boxes.first[row + 1])):
            written = boxes.words[int(boxes.attributes[at])]
            attributes = parse_json(written) if written else {}
            x1, y1, x2, y2 = boxes.box[at].tolist()
            builder.add_gt(
                record, (x1, y1, x2, y2), boxes.classes[boxes.label[at]], path, f"annotations[{at}]",
                Kind(int(boxes.kind[at])), boxes.id[at], attributes=attributes if isinstance(attributes, dict) else {},
            )  # fmt: skip
    for odd in boxes.oddities:
        for place, words in odd.examples:
            if odd.skipped:
                builder.notes.skip(odd.kind, path, place, words)
            else:
                builder.notes.warn(odd.kind, f"{path}:{place}: {words}")
