"""Where a YOLO dataset keeps its pictures and class names: data.yaml, obj.data, obj.names, classes.txt, train.txt."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.text import Text
from rpn_inspector.data.datasets.dataset import Notes
from rpn_inspector.data.datasets.formats.yolo.class_names import names_of
from rpn_inspector.data.datasets.support.pairing import AMBIGUOUS, Wanted, pair
from rpn_inspector.data.datasets.support.places import Places
from rpn_inspector.data.datasets.support.text import decode_noted, read_bytes, read_text
from rpn_inspector.data.pictures.finder import PictureFinder
from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.path_match import same_split

SPLITS = ("train", "val", "valid", "test")
NOT_LABELS = {"classes.txt", "obj.names", "train.txt", "valid.txt", "val.txt", "test.txt", "labelmap.txt"}
LARGEST_YAML = 1 << 18  # bytes; a table of 1,000 names has 20,000
MOST_ABOVE = 4  # folders above a data.yaml that its path may be from


@dataclass(frozen=True, slots=True)
class YoloLayout:
    """Class ``names`` by number, the numbers a line has for key points, and the lists of pictures by split."""

    names: tuple[str, ...] = ()
    keypoints: int = 0
    table: dict[str, Any] = field(default_factory=dict)
    path: Path | None = None


def read_yaml(path: Path, notes: Notes) -> YoloLayout:
    """Return the layout of a data.yaml. Raises `BadFile` for another table, with the line for anything but YAML."""
    import yaml  # here: the format is asked about datasets of every kind, and few have a data.yaml

    data = read_bytes(path)
    if len(data) > LARGEST_YAML:
        raise BadFile(path, f"has {len(data):,} bytes, over the limit of {LARGEST_YAML:,} for a table of names")
    try:
        loader = yaml.SafeLoader(decode_noted(data, path, notes))
        node = loader.get_single_node()
        table = loader.construct_document(node) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark, problem = error.problem_mark, " ".join(str(error.problem or error.context or error).split())
        place = f"line {mark.line + 1}, column {mark.column + 1}: " if mark is not None else ""
        raise BadFile(path, Text.of("not YAML that can be read: {why}", why=f"{place}{problem[:200]}")) from error
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, OverflowError) as error:
        raise BadFile(
            path, Text.of("not YAML that can be read: {why}", why=" ".join(str(error).split())[:200])
        ) from error
    if not isinstance(table, dict):
        raise BadFile(path, "wanted a table with names and train, val or test")
    assert isinstance(node, yaml.MappingNode)
    names = names_of(next((value for key, value in node.value if key.value == "names"), None), path, notes)
    count = table.get("nc")
    if isinstance(count, int) and 0 <= count < 10**9 and names and count != len(names):
        notes.warn("nc differs", f"{path}: nc is {count}, but there are {len(names)} names")
    shape = table.get("kpt_shape")
    points = shape[0] * shape[1] if isinstance(shape, list) and _is_shape(shape) else 0
    return YoloLayout(names=names, keypoints=points, table=table, path=path)


def _is_shape(shape: list[Any]) -> bool:
    return len(shape) == 2 and all(isinstance(n, int) and 0 < n < 1000 for n in shape)


def folders_of(layout: YoloLayout, split: str | None, notes: Notes) -> tuple[Path, list[Path]]:
    """Return the dataset's root, and the picture folders and lists of a data.yaml there.

    The root is the file's own folder, where paths of another machine are taken by their last parts; or what ``path``
    says beside a folder of code: yolov5/data/pets.yaml with ../datasets/pets.
    """
    assert layout.path is not None
    own = layout.path.parent.resolve()
    base = layout.table.get("path")
    base = base if isinstance(base, str) and "\0" not in base else ""
    entries = [
        (key, entry) for key in SPLITS if split is None or same_split(key, split)
        for entry in _listed_in(layout.table.get(key)) if isinstance(entry, str) and entry
    ]  # fmt: skip
    inside = [_inside(own, entry, base) for _, entry in entries]
    if base and entries and not any(inside) and (root := _beside(own, base, [entry for _, entry in entries])):
        return root, list(
            dict.fromkeys(place for _, entry in entries if (place := _inside(root, entry, "")) is not None)
        )
    found = list[Path]()
    for (key, entry), place in zip(entries, inside, strict=True):
        if place is None:
            notes.warn("folder missing", f"{layout.path}: {key}: {entry[:200]!r} is not under {own}")
            continue
        if place != (own / entry).absolute():
            words = f"{layout.path}: {key}: {entry[:200]!r} is not here, {place.relative_to(own)} is taken"
            notes.warn("foreign path", words)
        if place not in found:
            found.append(place)
    return own, found


def _listed_in(entries: Any) -> list[Any]:
    return entries if isinstance(entries, list) else [entries]


def _beside(own: Path, base: str, entries: Sequence[str]) -> Path | None:
    """Return the folder that ``path`` of a data.yaml means, from its folder or those above, None for none near.

    Ultralytics takes it from the folder of the code or from that of all datasets, beside that of the code.
    """
    last = base.replace("\\", "/").rstrip("/").rpartition("/")[2]
    top = next((place for place in list(own.parents)[MOST_ABOVE - 1 :: -1] if len(place.parts) > 2), own)
    for above in (own, *own.parents[:MOST_ABOVE]):
        for place in (above / base, above / "datasets" / last):
            try:
                root = place.resolve()
                if last in ("", ".", "..") or not root.is_dir() or not root.is_relative_to(top) or root == top:
                    continue
                if any(_inside(root, entry, "") not in (None, root) for entry in entries):
                    return root
            except (OSError, ValueError, RuntimeError):
                continue
    return None


def _inside(root: Path, entry: str, base: str) -> Path | None:
    parts = [part for part in entry.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    if not parts:
        return root
    # A data.yaml often travels with the paths of its author's disk. The last parts of such a path that exist here are
    # taken: /home/me/coco/images/train2017 becomes images/train2017, and nothing outside of the folder is opened.
    bases = [root] if Path(base).is_absolute() or "\0" in base else [root / base, root]
    for start in range(min(len(parts), 20)):
        for prefix in bases:
            try:
                place = prefix.joinpath(*parts[start:]).resolve()
                if place.is_relative_to(root) and (place.is_dir() or (place.suffix == ".txt" and place.is_file())):
                    return place
            except (OSError, ValueError, RuntimeError):
                continue
    return None


def pictures_of(places: Sequence[Path], finder: PictureFinder, notes: Notes) -> list[Path]:
    """Return the pictures in folders and in text lists; without places, all pictures.

    A missing picture of a list is noted.
    """
    if not places:
        return finder.all()
    listed = {path for place in places if place.suffix == ".txt" for path in _listed(place, finder, notes)}
    folders = tuple(os.path.join(str(place), "") for place in places if place.suffix != ".txt")  # noqa: PTH118
    return [path for path in finder.all() if str(path).startswith(folders) or path in listed]


def _listed(place: Path, finder: PictureFinder, notes: Notes) -> list[Path]:
    try:
        lines = read_text(place, notes).splitlines()
    except BadFile as error:
        notes.warn("list unreadable", str(error))
        return []
    named = [(line, name) for line, name in enumerate(map(str.strip, lines), 1) if name.lower().endswith(SUFFIXES)]
    source = finder.place_of(place)
    pairs = pair([Wanted((name,), source) for _, name in named], Places(finder.paths, finder.links))
    for row, (line, name) in enumerate(named):
        note = pairs.notes.get(row)
        if pairs.at[row] >= 0 or note is None:
            continue
        if note.kind == AMBIGUOUS:
            notes.skip(AMBIGUOUS, place, line, note.words)
        else:
            notes.orphan(name, place, finder.trouble(name, place, note.words)[1], line)
    return [finder.root / finder.paths[at] for at in pairs.at if at >= 0]
