"""``open_dataset``: which format a folder or file is in, and its dataset."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.dataset import Dataset, Notes, PictureFinder, Progress, Record
from rpn_inspector.data.datasets import coco, labelme, voc, yolo
from rpn_inspector.data.images import SUFFIXES

_WANTED = "wanted COCO JSON, Pascal VOC XML, YOLO text, LabelMe JSON, or pictures"


@dataclass(frozen=True, slots=True)
class _Way:
    """How a large file is read: who hears of it, and whether the caller waits for all of it."""

    progress: Progress | None = None
    wait: bool = True


def open_dataset(
    path: str | Path,
    *,
    images: str | Path | None = None,
    split: str | None = None,
    progress: Progress | None = None,
    wait: bool = True,
) -> Dataset:
    """Return the dataset in a folder or annotation file, its format found out from its content.

    ``images`` is where pictures are, when not beside, above or under the annotations; ``split`` takes one of a
    data.yaml's. One bad record is skipped, counted and named in ``.skipped`` and ``.warnings``. Without ``wait`` a
    large COCO file's dataset is returned once its pictures are known; see `Dataset.complete`. ``progress(done, total)``
    in bytes returns True to stop, perhaps in a thread. Raises `BadFile` for what is missing, empty or of no known
    format, `Cancelled` where ``progress`` asked for it.
    """
    way = _Way(progress, wait)
    place = Path(path).expanduser()
    if not place.exists():
        raise BadFile(place, "does not exist, wanted a folder or an annotation file")
    if images is not None and not Path(images).is_dir():
        raise BadFile(images, "is not a folder of pictures")
    place = place.resolve()
    dataset = _open_folder(place, images, split, way) if place.is_dir() else _open_file(place, images, split, way)
    if not len(dataset):
        reasons = [example for warning in dataset.warnings for example in warning.examples]
        raise BadFile(place, f"holds no image that can be used: {reasons[0] if reasons else _WANTED}")
    return dataset


def _finder(root: Path, images: str | Path | None) -> PictureFinder:
    return PictureFinder(Path(images) if images is not None else root)


def _root_of(file: Path) -> Path:
    """Return the folder whose pictures an annotation file may use: its own, or the one above that has them."""
    for root in (file.parent, file.parent.parent, file.parent.parent.parent):
        if len(root.parts) <= 2:
            break
        if any(child.suffix.lower() in SUFFIXES for child in root.iterdir()) or any(
            (root / name).is_dir() for name in ("images", "JPEGImages", "train", "val", "valid", "test")
        ):
            return root
    return file.parent


def _open_file(path: Path, images: str | Path | None, split: str | None, way: _Way) -> Dataset:
    suffix = path.suffix.lower()
    if suffix == ".json":
        return _open_json(path, _finder(_root_of(path), images), way)
    if suffix == ".xml":
        return voc.read([path], _finder(_root_of(path), images))
    if suffix in (".yaml", ".yml"):
        return _open_yaml(path, images, split)
    if suffix in SUFFIXES:
        return _pictures(path.parent, [path])
    if suffix in (".txt", ".names", ".data"):
        return _open_folder(path.parent, images, split, way)
    raise BadFile(path, f"is of no known kind ({suffix or 'no suffix'}), {_WANTED}")


def _open_json(path: Path, finder: PictureFinder, way: _Way) -> Dataset:
    dataset = coco.open_file(path, finder, progress=way.progress, wait=way.wait)
    if dataset is not None:
        return dataset
    document = _json(path)
    if labelme.looks_like(document):
        return labelme.read([path], finder)
    found = f"an object with {', '.join(map(str, list(document)[:5]))}" if isinstance(document, dict) else "a list"
    raise BadFile(path, f"is JSON, but {found}, wanted COCO's images and annotations or LabelMe's shapes")


def _json(path: Path) -> Any:
    try:
        return msgspec.json.decode(path.read_bytes())
    except OSError as error:
        raise BadFile(path, f"cannot be read: {error.strerror or error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadFile(path, f"is not JSON: {error}") from error


def _open_yaml(path: Path, images: str | Path | None, split: str | None) -> Dataset:
    table, names = yolo.yaml_classes(path)
    finder = _finder(path.parent, images)
    folders = yolo.yaml_folders(path, table, split)
    pictures = [p for p in finder.all() if not folders or any(p.is_relative_to(folder) for folder in folders)]
    labels = [p for p in sorted(path.parent.rglob("*.txt")) if p.name not in yolo.NOT_LABELS and "README" not in p.name]
    stems = {p.stem for p in pictures}
    if split is not None or folders:
        labels = [p for p in labels if p.stem in stems or not folders]
    if not pictures:
        raise BadFile(path, f"names no pictures under {finder.root}")
    return yolo.read(labels, pictures, names, finder)


def _open_folder(folder: Path, images: str | Path | None, split: str | None, way: _Way) -> Dataset:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.resolve().is_relative_to(folder))
    if not files:
        raise BadFile(folder, f"is empty, {_WANTED}")
    by_suffix: dict[str, list[Path]] = {}
    for path in files:
        by_suffix.setdefault(path.suffix.lower(), []).append(path)
    tables = by_suffix.get(".yaml", []) + by_suffix.get(".yml", [])
    for path in tables:
        if path.parent == folder and b"names" in path.read_bytes()[:1_000_000]:
            return _open_yaml(path, images, split)
    finder = _finder(folder, images)
    if ".xml" in by_suffix and any(_starts(path, b"<annotation") for path in by_suffix[".xml"][:20]):
        return voc.read(by_suffix[".xml"], finder)
    if ".json" in by_suffix:
        dataset = _json_folder(folder, by_suffix[".json"], finder, way)
        if dataset is not None:
            return dataset
    labels = [p for p in by_suffix.get(".txt", []) if p.name not in yolo.NOT_LABELS and _is_yolo(p)]
    if labels:
        return yolo.read(labels, finder.all(), _darknet_names(files), finder)
    pictures = finder.all()
    if pictures:
        return _pictures(finder.root, pictures)
    if ".json" in by_suffix:
        _json(by_suffix[".json"][0])
    shown = ", ".join(sorted(suffix or "files without suffix" for suffix in by_suffix))[:80]
    raise BadFile(folder, f"holds only {shown}, {_WANTED}")


def _json_folder(folder: Path, files: list[Path], finder: PictureFinder, way: _Way) -> Dataset | None:
    if len(files) == 1:
        return _open_json(files[0], finder, way)
    shapes = [path for path in files if _mentions(path, b'"shapes"')]
    if shapes:
        return labelme.read(shapes, finder)
    tables = [path for path in files if _mentions(path, b'"annotations"')]
    if len(tables) == 1:
        return _open_json(tables[0], finder, way)
    if tables:
        names = ", ".join(str(path.relative_to(folder)) for path in tables[:5])
        raise BadFile(folder, f"holds {len(tables)} annotation files ({names}); open the one wanted")
    return None


def _mentions(path: Path, word: bytes) -> bool:
    """Return whether a file of any size holds ``word``."""
    before = b""
    with path.open("rb", buffering=0) as file:
        while data := file.read(1 << 22):
            if word in before + data:
                return True
            before = data[-len(word) :]
    return False


def _starts(path: Path, tag: bytes) -> bool:
    with path.open("rb") as file:
        return tag in file.read(2000)


def _is_yolo(path: Path) -> bool:
    """Return whether a text file's first line is a class and at least four numbers, or the file is empty."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            words = next((line for line in file if line.strip()), "").split()
        return not words or (len(words) >= 5 and all(float(word) is not None for word in words))
    except (ValueError, OSError):
        return False


def _darknet_names(files: list[Path]) -> tuple[str, ...]:
    for path in files:
        if path.suffix == ".names" or path.name == "classes.txt":
            try:
                text = path.read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError):
                continue
            return tuple(line.strip() for line in text.splitlines() if line.strip())
    return ()


def _pictures(root: Path, pictures: list[Path]) -> Dataset:
    records = [Record(str(path.relative_to(root)), path, source=path) for path in pictures]
    return Dataset(root, "pictures", records, (), Notes())
