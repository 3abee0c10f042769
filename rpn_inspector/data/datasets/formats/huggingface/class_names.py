"""Class names of a Hugging Face dataset, by number: in the features of a Parquet file, or of the card README.md."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.formats.huggingface.objects import LABELS
from rpn_inspector.data.datasets.support.csv_rows import head_of
from rpn_inspector.data.datasets.support.text import clean

_LARGEST = 1 << 17  # letters of a card's front matter
_DEEPEST = 12
_MOST = 100_000


def names_of_card(folder: Path, root: Path) -> list[str]:
    """Return the names in the front matter of the README.md in ``folder`` or above, up to ``root``; empty without."""
    for place in (folder, *folder.parents):
        card = place / "README.md"
        if place.is_relative_to(root) and card.is_file() and card.resolve().is_relative_to(root):
            return _front_matter(card)
    return []


def _front_matter(card: Path) -> list[str]:
    import yaml  # here: the format is asked about datasets of every kind, and few have a card

    try:
        mark, text, *_ = head_of(card, _LARGEST).split("---", 2)
        table = yaml.safe_load(text) if not mark.strip() else None
    except (BadFile, yaml.YAMLError, RecursionError, ValueError, TypeError, OverflowError):
        return []  # the card is prose for people; only a list of names is of interest
    return names_in(table)


def names_of_schema(metadata: Mapping[bytes, bytes] | None) -> list[str]:
    """Return the names in the features written by the datasets library into a Parquet schema; empty without."""
    try:
        return names_in(json.loads((metadata or {})[b"huggingface"]))
    except (KeyError, ValueError, RecursionError):
        return []


def names_in(features: Any) -> list[str]:
    """Return the names of the first class label called as a class of an object is."""
    found = next(_labels(features, 0), None)
    if isinstance(found, dict):
        numbered = {int(key): name for key, name in found.items() if str(key).isdecimal() and len(str(key)) < 6}
        found = [numbered.get(number, str(number)) for number in range(max(numbered, default=-1) + 1)]
    if not isinstance(found, list) or len(found) > _MOST:
        return []
    return [clean(each) if isinstance(each, str) else str(number) for number, each in enumerate(found)]


def _labels(value: Any, depth: int) -> Iterator[Any]:
    """Yield the names of class labels: {name: category, dtype: {class_label: {names}}}, or category: {names}."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value[:1000]:
            yield from _labels(each, depth + 1)
    if not isinstance(value, dict):
        return
    if value.get("name") in LABELS:
        kind: dict[str, Any] = next(
            (value[key] for key in ("dtype", "sequence", "list") if isinstance(value.get(key), dict)), {}
        )
        if isinstance(label := kind.get("class_label"), dict) and "names" in label:
            yield label["names"]
    for key, each in value.items():
        if key in LABELS and isinstance(each, dict):
            inner = each.get("feature") if isinstance(each.get("feature"), dict) else each
            if isinstance(inner, dict) and "names" in inner:
                yield inner["names"]
        yield from _labels(each, depth + 1)
