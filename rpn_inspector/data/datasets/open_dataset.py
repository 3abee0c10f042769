"""``open_dataset``: which format a folder or file is in, and its dataset."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.data.datasets import choose, open_yolo
from rpn_inspector.data.datasets.choose import ANY, FORMATS, Choice
from rpn_inspector.data.datasets.dataset import Dataset, Notes, PictureFinder, Progress, Record
from rpn_inspector.data.datasets.formats import (
    createml,
    crowdhuman,
    csv_boxes,
    cvat,
    dota,
    kitti,
    labelme,
    labelstudio,
    mot,
    openimages,
    tfrecord,
    via,
    visdrone,
    voc,
    widerface,
    yolo_layout,  # fmt: skip
)
from rpn_inspector.data.datasets.formats.coco import coco
from rpn_inspector.data.datasets.options import Way
from rpn_inspector.data.datasets.splits import in_split, of_split
from rpn_inspector.data.datasets.support.text import read_json
from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.listing import walk
from rpn_inspector.data.pictures.path_match import is_annotation_folder, is_picture_folder

_READERS: dict[str, Callable[[Sequence[Path], PictureFinder], Dataset]] = {
    "createml": createml.read, "crowdhuman": crowdhuman.read, "csv": csv_boxes.read, "cvat": cvat.read,
    "dota": dota.read, "kitti": kitti.read, "labelme": labelme.read, "labelstudio": labelstudio.read,
    "mot": mot.read, "openimages": openimages.read, "tfrecord": tfrecord.read, "via": via.read,
    "visdrone": visdrone.read, "voc": voc.read, "widerface": widerface.read,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Options:
    """What a user says of a dataset beyond its place; see `open_dataset`."""

    annotations: Path | None = None
    images: Path | None = None
    split: str | None = None
    format: str | None = None
    turned: bool = False

    def open(self, path: str | Path, *, progress: Progress | None = None, wait: bool = True) -> Dataset:
        """Return the dataset of ``path`` opened so."""
        return open_dataset(
            path, annotations=self.annotations, images=self.images, split=self.split, format=self.format,
            turned=self.turned, progress=progress, wait=wait,
        )  # fmt: skip


def open_dataset(
    path: str | Path,
    *,
    annotations: str | Path | None = None,
    images: str | Path | None = None,
    split: str | None = None,
    format: str | None = None,
    turned: bool = False,
    progress: Progress | None = None,
    wait: bool = True,
) -> Dataset:
    """Return the dataset in a folder or annotation file, its format found out from its content.

    ``annotations`` is the annotation file or folder, where ``path`` holds several; relative to ``path`` or to the
    working folder. ``images`` is where pictures are, when not beside, above or under the annotations. ``split`` takes
    one of several (train, val, test). ``format`` is one of `FORMATS`, where the content leaves a choice. ``turned``:
    boxes belong to the pictures as EXIF turns them, not as stored.

    One bad record is skipped, counted and named in ``.skipped`` and ``.warnings``. Without ``wait`` a large COCO file's
    dataset is returned once its pictures are known; see `Dataset.complete`. ``progress(done, total)`` in bytes of a
    COCO file, or in files where there are many, returns True to stop, perhaps in a thread. Raises `BadFile` for what is
    missing, empty or of no known format, `Ambiguous` with the choices where there are several, `Cancelled` where
    ``progress`` asked for it.
    """
    if format is not None and format.casefold() not in FORMATS and format.casefold() not in choose.ALIASES:
        raise InspectorError(f"format {format!r}: wanted one of {', '.join(FORMATS)}")
    wanted = choose.ALIASES.get(format.casefold(), format.casefold()) if format is not None else None
    place = _there(Path(path), "a folder or an annotation file")
    if images is not None and not Path(images).expanduser().is_dir():
        raise BadFile(images, "is not a folder of pictures")
    way = Way(Path(images).expanduser() if images is not None else None, split, progress, wait)
    if annotations is not None:
        folder = place if place.is_dir() else place.parent
        inner = folder / Path(annotations).expanduser()
        place = _there(inner if inner.exists() else Path(annotations), "an annotation file or folder")
        if way.images is None:
            way = Way(folder, split, progress, wait)
    try:
        dataset = _open_folder(place, wanted, way) if place.is_dir() else _open_file(place, wanted, way)
    except OSError as error:
        raise BadFile(error.filename or place, f"cannot be read: {error.strerror or error}") from error
    dataset.turned = turned
    if not len(dataset):
        reasons = [example for warning in dataset.warnings for example in warning.examples]
        raise BadFile(place, f"holds no image that can be used: {reasons[0] if reasons else choose.WANTED}")
    return dataset


def open_pictures(paths: Sequence[str | Path]) -> Dataset:
    """Return pictures without annotations as a dataset, named from the folder they have in common.

    Raises `BadFile` where one is missing, or is no picture by its name.
    """
    places = [_there(Path(path), "a picture") for path in paths]
    for place in places:
        if place.suffix.lower() not in SUFFIXES or not place.is_file():
            raise BadFile(place, "is no picture by its name")
    if not places:
        raise BadFile(".", "holds no pictures")
    return _pictures(Path(os.path.commonpath([place.parent for place in places])), places)


def _there(path: Path, wanted: str) -> Path:
    try:
        place = path.expanduser()
        if place.is_dir() or place.is_file():
            return place.resolve()
        if place.exists():
            raise BadFile(place, f"is neither a file nor a folder, wanted {wanted}")
    except (OSError, ValueError, RuntimeError) as error:
        raise BadFile(path, f"cannot be opened: {error}") from error
    raise BadFile(place, f"does not exist, wanted {wanted}")


def _root_of(file: Path) -> Path:
    """Return the folder whose pictures an annotation file may use: its own, or the one above that has them."""
    for root in (file.parent, file.parent.parent, file.parent.parent.parent):
        if len(root.parts) <= 2:
            break
        if any(_has_pictures(child) for child in root.iterdir()):
            return root
    return file.parent


def _root_beside(folder: Path) -> Path:
    """Return the folder that has ``folder``, called as one of annotations is, and one of pictures beside it.

    It is two above for labels/train. ``folder`` itself where there is none: nothing else opens more than was asked for.
    """
    place = folder
    for _ in range(2):
        above = place.parent
        if len(above.parts) <= 2:
            break
        if is_annotation_folder(place.name) and any(_has_pictures(c) for c in above.iterdir() if c.is_dir()):
            return above
        place = above
    return folder


def _has_pictures(child: Path) -> bool:
    """Return whether a file is a picture, or a folder is called as one of pictures is and holds some."""
    if child.suffix.lower() in SUFFIXES:
        return True
    return is_picture_folder(child.name) and child.is_dir() and next(walk(child), None) is not None


def _open_file(path: Path, wanted: str | None, way: Way) -> Dataset:
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return _pictures(path.parent, [path])
    if yolo_layout.is_names(path) or path.name in yolo_layout.NOT_LABELS or suffix == ".data":
        return open_yolo.read_folder(path.parent, choose.files_under(path.parent), way, names=path)
    if suffix == ".gz":
        raise BadFile(path, "is packed with gzip; unpack it first")
    found = wanted if wanted not in (None, "pictures") else choose.format_of(path)
    root = way.images if way.images is not None else _root_of(path)
    if found == "results":
        raise BadFile(path, choose.DETECTIONS)
    if found == "coco" or (found is None and suffix == ".json"):
        return _read_coco(path, PictureFinder(root), way)
    if found == "yolo":
        return open_yolo.open_yaml(path, way) if suffix in (".yaml", ".yml") else open_yolo.open_label(path, root, way)
    if found is None:
        raise BadFile(path, f"is of no known kind ({suffix or 'no suffix'}), {choose.WANTED}")
    return _READERS[found]([path], PictureFinder(root))


def _open_folder(folder: Path, wanted: str | None, way: Way) -> Dataset:
    files = choose.files_under(folder)
    if not files:
        raise BadFile(folder, f"is empty, {choose.WANTED}")
    if wanted == "pictures":
        return _folder_of_pictures(folder, way)
    candidates = [path for path in files if choose.is_candidate(path)]
    if way.split is not None:
        candidates = of_split(candidates, way.split, folder)
    choice = choose.choose(folder, candidates, wanted)
    if choice is not None and not any(path.suffix.lower() in SUFFIXES for path in files):
        root = _root_beside(folder) if way.images is None else folder
        if root != folder:  # a folder of annotations alone, as VOC's and YOLO's are: the pictures lie beside it
            return _read_beside(choice, folder, root, way)
    if choice is None:
        if any(path.suffix.lower() in SUFFIXES for path in files):
            return _pictures_beside(candidates, _folder_of_pictures(folder, way))
        raise choose.nothing_in(folder, files)
    return _read(choice, folder, files, way)


def _read(choice: Choice, folder: Path, files: Sequence[Path], way: Way) -> Dataset:
    if choice.format == "yolo":
        table = next((path for path in choice.files if path.suffix.lower() in (".yaml", ".yml")), None)
        return (
            open_yolo.open_yaml(table, way, files if table.parent == folder else None)
            if table is not None
            else open_yolo.read_folder(folder, files, way, labels=choice.files)
        )
    if choice.format == "coco":
        return _read_coco(choice.files[0], way.finder(folder), way)
    return _READERS[choice.format](way.counted(choice.files), way.finder(folder))


def _read_beside(choice: Choice, folder: Path, root: Path, way: Way) -> Dataset:
    """Read a folder that holds annotations alone, whose pictures are elsewhere under ``root``."""
    way = Way(root, way.split, way.progress, way.wait)
    if choice.format != "yolo" or choice.files[0].suffix.lower() != ".txt":
        return _read(choice, folder, choose.files_under(folder), way)
    return open_yolo.read_labels(choice.files, root, way)


def _read_coco(path: Path, finder: PictureFinder, way: Way) -> Dataset:
    dataset = coco.open_file(path, finder, progress=way.progress, wait=way.wait)
    if dataset is not None:
        return dataset
    document = read_json(path)
    if labelme.looks_like(document):
        return labelme.read([path], finder)
    raise BadFile(path, f"is JSON, but {_described(document)}, {ANY}")


def _described(document: object) -> str:
    if not isinstance(document, dict):
        return "a list" if isinstance(document, list) else "no object"
    if document.get("type") in ("FeatureCollection", "Feature"):
        return "looks like GeoJSON: it is not COCO"
    if isinstance(document.get("annotations"), list):
        return "has annotations without the images they are of: it is not all of COCO"
    keys = ", ".join(str(key)[:40] for key in list(document)[:5])
    return f"an object with {keys}" if keys else "an object without keys: no images key, so it is not COCO"


def _folder_of_pictures(folder: Path, way: Way) -> Dataset:
    finder = way.finder(folder)
    pictures = finder.all()
    if way.split is not None:
        pictures = [path for path in pictures if in_split(path, way.split, finder.root)]
    if not pictures:
        raise BadFile(folder, "holds no pictures" + (f" of split {way.split!r}" if way.split else ""))
    return _pictures(finder.root, pictures)


def _pictures_beside(candidates: Sequence[Path], dataset: Dataset) -> Dataset:
    """Return ``dataset``, plain pictures, with what lies beside them and gives no ground truth told of.

    A detector's boxes among it are the dataset's ``results``; they name COCO's pictures by number.
    """
    stems = {Path(name).stem for name in dataset.names}
    for kind, path, words in choose.without_truths(candidates, stems):
        dataset.tell("no ground truth", f"{path}: {words}")
        if kind == "results" and dataset.results is None:
            dataset.results = path
            for index in range(len(dataset)):
                record = dataset.record(index)
                stem = Path(record.name).stem
                record.image_id = str(int(stem)) if stem.isascii() and stem.isdecimal() and len(stem) < 19 else ""
    return dataset


def _pictures(root: Path, pictures: list[Path]) -> Dataset:
    records = [Record(path.relative_to(root).as_posix(), path, source=path) for path in pictures]
    return Dataset(root, "pictures", records, (), Notes())
