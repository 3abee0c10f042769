"""COCO JSON: images, annotations with bbox x, y, w, h in px, categories."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.dataset import Dataset, Notes, PictureFinder, Record


def looks_like(document: Any) -> bool:
    """Return whether a decoded JSON document is COCO's."""
    return isinstance(document, dict) and isinstance(document.get("images"), list) and "annotations" in document


def read(document: dict[str, Any], path: Path, finder: PictureFinder) -> Dataset:
    """Return the dataset of a decoded COCO ``document`` from ``path``."""
    if not isinstance(document["annotations"], list):
        raise BadFile(path, "its annotations are not a list")
    notes = Notes()
    classes, index_of = _categories(document.get("categories"), path, notes)
    records: dict[str, Record] = {}
    for number, image in enumerate(document["images"]):
        _image(image, f"images[{number}]", path, finder, records, notes)
    for number, annotation in enumerate(document["annotations"]):
        _annotation(annotation, f"annotations[{number}]", path, records, classes, index_of, notes)
    return Dataset(finder.root, "COCO", list(records.values()), tuple(classes), notes)


def _key(value: Any) -> str | None:
    """Return an id as text, so that 1, 1.0 and "1" are one; None for what is no id."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _categories(categories: Any, path: Path, notes: Notes) -> tuple[list[str], dict[str, int]]:
    classes: list[str] = []
    index_of: dict[str, int] = {}
    if not isinstance(categories, list):
        notes.warn("categories missing", f"{path}: has no categories, so ids stand for names")
        return classes, index_of
    for number, category in enumerate(categories):
        key = _key(category.get("id")) if isinstance(category, dict) else None
        if key is None:
            notes.skip("category without id", path, f"categories[{number}]", "wanted an id")
            continue
        name = category.get("name")
        index_of[key] = len(classes)
        classes.append(name if isinstance(name, str) and name.strip() else f"class {key}")
    return classes, index_of


def _side(value: Any) -> int | None:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1e9 else None


def _image(image: Any, place: str, path: Path, finder: PictureFinder, records: dict[str, Record], notes: Notes) -> None:
    key = _key(image.get("id")) if isinstance(image, dict) else None
    if key is None:
        notes.skip("image without id", path, place, "wanted an id")
        return
    name = image.get("file_name")
    if not isinstance(name, str) or not name:
        url = image.get("coco_url")
        name = url.rsplit("/", 1)[-1] if isinstance(url, str) and url else f"image {key}"
        notes.warn("image without file_name", f"{path}:{place}: has no file_name, {name} is taken")
    if key in records:
        notes.skip("image id twice", path, place, f"id {key} is {records[key].name}'s; the first wins")
        return
    height, width = _side(image.get("height")), _side(image.get("width"))
    declared = (height, width) if height and width else None
    found = finder.find(name, path.parent)
    if found is None:
        notes.warn("picture missing", f"{path}:{place}: {name} is not under {finder.root}")
    records[key] = Record(name, found, declared, image_id=key, source=path)


def _annotation(
    annotation: Any,
    place: str,
    path: Path,
    records: dict[str, Record],
    classes: list[str],
    index_of: dict[str, int],
    notes: Notes,
) -> None:
    if not isinstance(annotation, dict):
        notes.skip("not an object", path, place, f"found {annotation!r}, wanted an annotation")
        return
    image, category = _key(annotation.get("image_id")), _key(annotation.get("category_id"))
    if image is None or category is None:
        missing = "image_id" if image is None else "category_id"
        notes.skip(f"{missing} missing", path, place, f"wanted {missing}")
        return
    if image not in records:
        notes.skip("unknown image", path, place, f"image_id {image} is in no record of images")
        return
    box = _box(annotation, path, place, notes)
    if box is None or not notes.check(box, path, place):
        return
    if category not in index_of:
        notes.warn("unknown category", f"{path}:{place}: category_id {category} is in no record of categories")
        index_of[category] = len(classes)
        classes.append(f"unknown ({category})")
    crowd = annotation.get("iscrowd") in (1, True, "1")
    id_ = _key(annotation.get("id")) or ""
    records[image].add(box, index_of[category], Kind.CROWD if crowd else Kind.NORMAL, id_)


def _box(annotation: dict[str, Any], path: Path, place: str, notes: Notes) -> tuple[float, float, float, float] | None:
    raw = annotation.get("bbox")
    if "bbox" not in annotation and isinstance(annotation.get("segmentation"), list):
        corners = _enclosing(annotation["segmentation"])
        if corners is not None:
            notes.warn("box from polygon", f"{path}:{place}: has no bbox, the polygon's enclosing box is taken")
            return corners
    if not isinstance(raw, list) or len(raw) != 4:
        notes.skip("bbox is not four numbers", path, place, f"found bbox {raw!r:.80}, wanted x, y, w, h")
        return None
    try:
        x, y, width, height = (_number(value) for value in raw)
    except ValueError:
        notes.skip("bbox is not four numbers", path, place, f"found bbox {raw!r:.80}, wanted x, y, w, h")
        return None
    return x, y, x + width, y + height


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError
    try:
        return float(value)
    except OverflowError as error:
        raise ValueError from error


def _enclosing(polygons: list[Any]) -> tuple[float, float, float, float] | None:
    try:
        flat = [float(value) for polygon in polygons for value in polygon]
    except (TypeError, ValueError, OverflowError):
        return None
    return (min(flat[0::2]), min(flat[1::2]), max(flat[0::2]), max(flat[1::2])) if len(flat) >= 4 else None
