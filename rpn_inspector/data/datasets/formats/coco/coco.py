"""COCO JSON: images, annotations with bbox x, y, w, h in px, categories; read in pieces, kept as columns."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import msgspec

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data import cache
from rpn_inspector.data.datasets.dataset import Cancelled, Dataset, PictureFinder, Progress
from rpn_inspector.data.datasets.formats.coco.image_records import IMAGES, Images
from rpn_inspector.data.datasets.formats.coco.join import CocoClasses, join
from rpn_inspector.data.datasets.formats.coco.json_stream import PIECE, ElementBatch, JsonFile
from rpn_inspector.data.datasets.formats.coco.records import ANNOTATIONS, Annotations, categories
from rpn_inspector.data.datasets.support.column_dataset import ColumnDataset
from rpn_inspector.data.datasets.support.columns import BoxColumns, Ids, ImageColumns, Oddities, Texts, pack, unpack

VERSION = 7  # of what is read from a file; a cache written under other rules is not used
CACHED_FROM = 8 << 20  # bytes; a smaller file is read in no time
_LISTS: dict[str, msgspec.json.Decoder[Any]] = {"images": IMAGES, "annotations": ANNOTATIONS}
_ANYTHING = msgspec.json.Decoder(list[Any])
_FOREIGN = {"shapes", "features", "_via_img_metadata", "log"}  # keys of other formats, so that none is read through
_NO_BOXES = {"caption": "captions", "segments_info": "panoptic segments"}
_RESULT = {"image_id", "category_id", "score"}


def looks_like(document: Any) -> bool:
    """Return whether a decoded JSON document is COCO's."""
    return isinstance(document, dict) and isinstance(document.get("images"), list)


def read(document: dict[str, Any], path: Path, finder: PictureFinder) -> Dataset:
    """Return the dataset of a decoded COCO ``document`` from ``path``."""
    reader = Reader(path)
    for name, value in document.items():
        for _ in reader.take(name, value):
            pass
    return ColumnDataset(finder, "COCO", reader.image_columns(), reader.box_columns())


def open_file(
    path: Path,
    finder: PictureFinder,
    *,
    progress: Progress | None = None,
    wait: bool = True,
    piece: int = PIECE,
    cached_from: int = CACHED_FROM,
) -> Dataset | None:
    """Return the dataset of a COCO file, None for JSON of another kind.

    Raises `BadFile` for an unreadable file, with line and column for anything but JSON.

    Args:
        path: the JSON file.
        finder: the pictures by name.
        progress: called as ``progress(done, total)``, bytes, between the pieces, also in the thread; True stops the
            reading with `Cancelled`.
        wait: False returns the dataset as soon as the pictures are known; the annotations arrive from a thread.
        piece: bytes read at a time.
        cached_from: files of so many bytes and more are read from the cache, if cached and unchanged.
    """
    key = cache.key_of(path, "coco", VERSION) if _size(path) >= cached_from else None
    columns = unpack(cache.load(key), path) if key is not None else None
    if columns is not None:
        return ColumnDataset(finder, "COCO", *columns)
    file = JsonFile(path, piece)
    try:
        reader = Reader(path)
        steps = _stepping(reader.read(file), file, progress)
        for _ in steps:
            # Names and paths of all pictures are known, which is what a list of images needs first.
            if reader.images_read and not wait:
                break
        if not reader.is_coco:
            return None
        images = reader.image_columns()
        if wait:
            return ColumnDataset(finder, "COCO", images, _finish(reader, images, key))
    except BaseException:
        file.close()
        raise
    return ColumnDataset(finder, "COCO", images, _in_background(steps, reader, images, key))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # the reading says what is wrong


def _stepping(steps: Iterator[None], file: JsonFile, progress: Progress | None) -> Iterator[None]:
    try:
        for _ in steps:
            if progress is not None and progress(file.done, file.size):
                raise Cancelled(f"{file.path}: stopped after {file.done >> 20} of {file.size >> 20} MiB")
            yield
    finally:
        file.close()


def _finish(reader: Reader, images: ImageColumns, key: cache.Key | None) -> BoxColumns:
    boxes = reader.box_columns()
    if key is not None:
        cache.store(key, *pack(images, boxes))
    return boxes


def _in_background(
    steps: Iterator[None], reader: Reader, images: ImageColumns, key: cache.Key | None
) -> Future[BoxColumns]:
    future: Future[BoxColumns] = Future()

    def run() -> None:
        try:
            for _ in steps:
                pass
            future.set_result(_finish(reader, images, key))
        except BaseException as error:  # whoever waits must not wait for ever
            future.set_exception(error)

    threading.Thread(target=run, name="coco", daemon=True).start()
    return future


class Reader:
    """A COCO document, collected key by key in any order, and joined to columns."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.oddities = Oddities()
        self.images, self.annotations = Images(self.oddities), Annotations()
        self.images_read = False
        self._met: set[str] = set()
        self._ids = Ids.of(())
        self._classes = CocoClasses()

    @property
    def is_coco(self) -> bool:
        """Return whether a list of images was met, with content or beside annotations."""
        return self.images_read and (bool(self.images.names) or "annotations" in self._met)

    def read(self, file: JsonFile) -> Iterator[None]:
        """Read the file, with a pause after each piece; stops early for other JSON."""
        if not file.at_object():
            self._refuse_results(file)
            return
        while (name := file.key()) is not None:
            # A LabelMe or GeoJSON file may be large: it is left at the first key that COCO has not.
            if name in _FOREIGN and not self._met:
                return
            if name in _LISTS and file.at_list():
                yield from self.take(name, file.batches(_LISTS[name]))
            else:
                yield from self.take(name, file.value())
        for kind, words in file.remarks.items():
            self._note(kind, -1, words)

    def _refuse_results(self, file: JsonFile) -> None:
        if file.at_list():
            for batch in file.batches(_ANYTHING):
                first = next(iter(batch.typed or batch.plain), None)
                if isinstance(first, dict) and first.keys() >= _RESULT:
                    raise BadFile(self.path, "is a list of detections; open it as predictions of its dataset")
                return

    def take(self, name: str, value: Any) -> Iterator[None]:
        """Take the value of a key of the document: any value, or a list in batches."""
        if name not in ("images", "annotations", "categories"):
            return
        if name in self._met:
            raise BadFile(self.path, f"has {name} twice")
        self._met.add(name)
        if name == "categories":
            if isinstance(value, list):
                names, ids = categories(value, self._note)
                self._classes = CocoClasses(tuple(names), tuple(ids), listed=True)
        elif isinstance(value, list | Iterator):
            collect = self.images.add if name == "images" else self.annotations.add
            for batch in [ElementBatch(0, None, value)] if isinstance(value, list) else value:
                if name == "annotations" and batch.start == 0:
                    self._refuse_others(batch)
                collect(batch)
                yield
            self.images_read |= name == "images"
            yield
        elif name == "annotations":
            if value is not None:
                raise BadFile(self.path, "its annotations are not a list")
            self._note("annotations missing", -1, "annotations is null, so there are no boxes")

    def _refuse_others(self, batch: ElementBatch) -> None:
        first = next(iter(batch.plain), None)
        if isinstance(first, dict) and "bbox" not in first:
            for key, words in _NO_BOXES.items():
                if key in first:
                    raise BadFile(self.path, f"holds {words}, no boxes; wanted COCO's instances or key points")

    def _note(self, kind: str, place: int, words: str, skipped: bool = False) -> None:
        self.oddities.add(kind, [(place, f"categories[{place}]" if place >= 0 else "1", words)], 1, skipped=skipped)

    def image_columns(self) -> ImageColumns:
        """Return the pictures; no more may follow."""
        self._ids, names, size, place = self.images.once()
        return ImageColumns(id=self._ids, name=Texts.of(names), size=size, place=place, source=self.path)

    def box_columns(self) -> BoxColumns:
        """Return the ground truths, joined with pictures and classes; the document is complete."""
        if not self._classes.listed:
            self._note("categories missing", -1, "has no categories, so ids stand for names")
        if "annotations" not in self._met:
            self._note("annotations missing", -1, "has no annotations, so there are no boxes")
        return join(self._ids, self.annotations, self._classes, self.oddities)
