"""Pascal VOC XML: one file a picture, bndbox xmin, ymin, xmax, ymax in px, taken as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import parse

from rpn_inspector.core.sample import Kind
from rpn_inspector.data.dataset import Dataset, Notes, PictureFinder, Record


def read(files: Sequence[Path], finder: PictureFinder) -> Dataset:
    """Return the dataset of VOC ``files``; one that does not parse is skipped and named."""
    notes, classes, records = Notes(), dict[str, int](), list[Record]()
    for path in files:
        root = _parse(path, notes)
        if root is not None:
            records.append(_record(root, path, finder, classes, notes))
    return Dataset(finder.root, "Pascal VOC", records, tuple(classes), notes)


def _parse(path: Path, notes: Notes) -> Element | None:
    try:
        root: Element | None = parse(path, forbid_dtd=True).getroot()
    except ParseError as error:
        notes.skip("broken XML", path, f"{error.position[0]}:{error.position[1]}", f"not XML: {error}")
        return None
    except (DefusedXmlException, OSError, ValueError, LookupError) as error:
        notes.skip("refused XML", path, 1, f"not read: {type(error).__name__} {error}")
        return None
    if root is None or root.tag != "annotation":
        notes.skip("not VOC", path, 1, f"found <{root.tag if root is not None else ''}>, wanted <annotation>")
        return None
    return root


def _text(element: Element, tag: str) -> str:
    return (element.findtext(tag) or "").strip()


def _record(root: Element, path: Path, finder: PictureFinder, classes: dict[str, int], notes: Notes) -> Record:
    written = _text(root, "filename")
    name = written or path.stem
    found = finder.find(name, path.parent) or finder.find(path.stem, path.parent)
    if found is None:
        notes.warn("picture missing", f"{path}: {name} is not under {finder.root}")
    elif found.stem.casefold() != Path(name.replace("\\", "/")).stem.casefold():
        notes.warn("picture by the annotation's name", f"{path}: <filename> is {name}, {found.name} is taken")
    if found is not None and not Path(name).suffix:
        name = found.name
    declared = None
    try:
        height, width = float(_text(root, "size/height")), float(_text(root, "size/width"))
        if height >= 1 and width >= 1:
            declared = (int(height), int(width))
    except (ValueError, OverflowError):
        notes.warn("size missing", f"{path}: has no <size> in numbers; the picture's own is taken")
    record = Record(name, found, declared, source=path)
    for number, element in enumerate(root.iter("object"), 1):
        _object(element, record, path, f"object {number}", classes, notes)
    return record


def _object(element: Element, record: Record, path: Path, place: str, classes: dict[str, int], notes: Notes) -> None:
    bndbox = element.find("bndbox")
    if bndbox is None:
        notes.skip("no bndbox", path, place, "wanted <bndbox> with xmin, ymin, xmax, ymax")
        return
    texts = [_text(bndbox, tag) for tag in ("xmin", "ymin", "xmax", "ymax")]
    try:
        x1, y1, x2, y2 = (float(text) for text in texts)
    except ValueError:
        notes.skip("bndbox is not four numbers", path, place, f"found {texts}, wanted four numbers")
        return
    if not notes.check((x1, y1, x2, y2), path, place, keep_zero=True):
        return
    name = _text(element, "name")
    if not name:
        notes.warn("object without name", f"{path}:{place}: has no <name>")
        name = "unnamed"
    kind = Kind.DIFFICULT if _text(element, "difficult") in ("1", "true") else Kind.NORMAL
    record.add((x1, y1, x2, y2), classes.setdefault(name, len(classes)), kind, str(len(record.boxes)))
