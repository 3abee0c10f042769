"""``open_dataset``: from a folder or file to a dataset."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from rpn_inspector.core.errors import BadFile, InspectorError, MissingPictures
from rpn_inspector.core.garbage import uncollected
from rpn_inspector.core.hub_cache import blobs_of
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.core.text import Text
from rpn_inspector.core.user_path import user_path
from rpn_inspector.data.datasets import folder_cache
from rpn_inspector.data.datasets.choose import DatasetChoice, choose
from rpn_inspector.data.datasets.dataset import UNREAD, Dataset, Progress
from rpn_inspector.data.datasets.detect import DETECTIONS, format_of
from rpn_inspector.data.datasets.files_beside import annotations_beside, irregular_beside, near, unread_beside
from rpn_inspector.data.datasets.format_registry import (
    companion_of,
    format_named,
    formats,
    is_candidate,
    listed,
    titles,
    wanted,
)
from rpn_inspector.data.datasets.formats import pictures
from rpn_inspector.data.datasets.options import ReadOptions
from rpn_inspector.data.datasets.splits import of_split
from rpn_inspector.data.datasets.support.files import files_under
from rpn_inspector.data.datasets.support.files import walk as walk_files
from rpn_inspector.data.datasets.support.format import Format, Source
from rpn_inspector.data.datasets.unread_files import files_without_boxes, irregular_files, nothing_in
from rpn_inspector.data.pictures.finder import PictureFinder
from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.listing import Listed, Walked, any_under
from rpn_inspector.data.pictures.path_match import is_annotation_folder, is_picture_folder
from rpn_inspector.data.remote.fetching import local_path

formats()  # imports the readers with this module, not in the middle of a first opening whose time is reported


@dataclass(frozen=True, slots=True)
class Options:
    """A user's wishes for a dataset beyond its place; see `open_dataset`."""

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
    """Return the dataset in a folder or annotation file, in the format found from the content.

    An unusable record is skipped, counted and named in ``.skipped`` and ``.warnings``. Raises `BadFile` for a missing,
    empty or unknown file or folder, `Ambiguous` with the choices among several datasets, `Cancelled` at the wish of
    ``progress``.

    Args:
        path: folder or annotation file; an address (s3://, hf://, memory://...) is fetched first, see `local_path`.
        annotations: annotation file or folder, where ``path`` holds several; relative to ``path`` or working folder.
        images: folder of the pictures, if not beside, above or under the annotations.
        split: one of several, as train, val, test.
        format: name of a format, where the content leaves a choice.
        turned: whether boxes belong to the pictures as turned by EXIF, instead of as stored.
        progress: called with (done, total) in bytes of a COCO file or in files, perhaps in a thread; True stops.
        wait: False returns a large COCO file's dataset as soon as the pictures are known; see `Dataset.complete`.
    """
    asked = format_named(format) if format is not None else None
    if format is not None and asked is None:
        raise InspectorError(f"format {format!r}: wanted one of {', '.join(titles())}")
    path, images = local_path(path, progress), None if images is None else local_path(images, progress)
    annotations = None if annotations is None else local_path(annotations, progress)
    place = _there(path, Text("a folder or an annotation file"))
    if images is not None and not user_path(images).is_dir():
        raise BadFile(images, Text("is not a folder of pictures"))
    options = ReadOptions(
        images=user_path(images) if images is not None else None, split=split, progress=progress, wait=wait
    )
    opened = place
    if annotations is not None:
        folder = place if place.is_dir() else place.parent
        inner = folder / user_path(annotations)
        place = _there(inner if inner.exists() else Path(annotations), "an annotation file or folder")
        # Annotations of another place are asked for, but the pictures are still those of the opened folder.
        if options.images is None:
            options = ReadOptions(images=folder, split=split, progress=progress, wait=wait)
    try:
        alone = place.is_dir() and annotations is None and images is None
        with uncollected():
            if alone:
                wishes = (split, asked.name if asked is not None else None)
                dataset = folder_cache.opened(
                    place, wishes, lambda walked: _read_place(place, opened, asked, options, walked), progress
                )
            else:
                dataset = _read_place(place, opened, asked, options)
    except OSError as error:
        raise BadFile(error.filename or place, Text.of("cannot be read: {why}", why=error.strerror or error)) from error
    dataset.turned = turned
    if options.images is not None:
        dataset.home = place if place.is_dir() else _root_of(place)
    dataset.opened = (user_path(path).resolve(), place, *((options.images,) if options.images else ()))
    if not len(dataset):
        reasons = [example for warning in dataset.warnings for example in warning.examples]
        refusal = MissingPictures if dataset.orphans else BadFile
        raise refusal(place, Text.of("holds no image that can be used: {why}", why=reasons[0] if reasons else wanted()))
    return dataset


def _read_place(
    place: Path, opened: Path, asked: Format | None, options: ReadOptions, walked: Walked | None = None
) -> Dataset:
    """Return the dataset of a folder or file with what was not read beside it, or elsewhere in the ``opened`` place."""
    if place.is_dir():
        walked = tuple(walk_files(place)) if walked is None else walked
        files = files_under(place, walked)
        dataset = _open_folder(place, walked, files, asked, options)
    else:
        dataset = _open_file(place, asked, options)
        files = near(place, dataset.root) if dataset.files else []
    around: Iterable[Listed] = walked or ()
    if opened.is_file():
        around = islice(walk_files(opened.parent), 1)
    elif opened != place:  # one of several was asked for: what are the others?
        around = tuple(walk_files(opened))
        files = files_under(opened, around)
    named = options.split is not None or opened.is_file()  # what else is of the format was not asked for
    dataset.unread = (*dataset.unread, *unread_beside(dataset, files, apart=named))
    if dataset.files:  # of plain pictures they are told already
        dataset.unread += tuple(irregular_beside(dataset, around))
    return dataset


def open_pictures(paths: Sequence[str | Path]) -> Dataset:
    """Return pictures without annotations as a dataset, named from their common folder.

    Raises `BadFile` for a missing file, or one without a picture's suffix.
    """
    places = [_there(Path(path), "a picture") for path in paths]
    for place in places:
        if place.suffix.lower() not in SUFFIXES or not place.is_file():
            raise BadFile(place, Text("is no picture by its name"))
    if not places:
        raise BadFile(".", Text("holds no pictures"))
    return pictures.of_files(Path(os.path.commonpath([place.parent for place in places])), places)


def _there(path: Path, wanted: str) -> Path:
    try:
        place = user_path(path)
        if place.is_file() and blobs_of(place.parent.resolve()) is not None:
            return place.parent.resolve() / place.name  # the blob behind the link has no suffix
        if place.is_dir() or place.is_file():
            return place.resolve()
        if place.exists():
            raise BadFile(place, Text.of("is neither a file nor a folder, wanted {wanted}", wanted=wanted))
    except (OSError, ValueError, RuntimeError) as error:
        raise BadFile(path, Text.of("cannot be opened: {why}", why=error)) from error
    raise BadFile(place, Text.of("does not exist, wanted {wanted}", wanted=wanted))


def _root_of(file: Path) -> Path:
    """Return the folder with pictures for an annotation file: its own, or the nearest of two above."""
    # VOC's Annotations/a.xml has its pictures in JPEGImages beside, labels/train/a.txt in images/train: two above.
    beside: bool | None = None
    for root in (file.parent, file.parent.parent, file.parent.parent.parent):
        # Never a whole home or disk: a walk there would take minutes, and find pictures of no interest.
        if len(root.parts) <= 2:
            break
        # A loose picture further up, as a screenshot in a project, does not outdo a folder of pictures beside the file.
        if beside is None and root != file.parent:
            beside = _pictures_beside(file)
        loose = not beside
        if any(_has_pictures(child) for child in root.iterdir() if loose or child.is_dir()):
            return root
    return file.parent


def _pictures_beside(file: Path) -> bool:
    """Return whether a folder beside ``file`` holds pictures, whatever it is called."""
    with os.scandir(file.parent) as entries:
        return any(entry.is_dir() and any_under(Path(entry.path)) for entry in entries)


def _root_beside(folder: Path) -> Path:
    """Return the folder with a folder of pictures beside ``folder``, a folder of annotations by name.

    For labels/train that is two above. ``folder`` itself without such neighbours: nothing more is opened than asked
    for.
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
    """Return whether ``child`` is a picture, or a folder with pictures and a name of picture folders."""
    if child.suffix.lower() in SUFFIXES:
        return True
    return is_picture_folder(child.name) and child.is_dir() and any_under(child)


def _open_file(path: Path, asked: Format | None, options: ReadOptions) -> Dataset:
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        alone = pictures.of_files(path.parent, [path])
        alone.unread = tuple(annotations_beside(path))
        return alone
    if (owner := companion_of(path)) is not None:
        return owner.read(Source([path], path.parent, options))
    if suffix == ".gz":
        raise BadFile(path, Text("is packed with gzip; unpack it first"))
    if asked is not None and asked.suffixes:
        found: Format | None = asked
    else:
        name = format_of(path)
        if name == DETECTIONS:
            raise BadFile(path, Text("is a list of detections; open it as predictions of its dataset"))
        found = format_named(name) if name is not None else None
    if found is None:
        raise BadFile(
            path, Text.of("is of no known kind ({suffix}), {wanted}", suffix=suffix or "no suffix", wanted=wanted())
        )
    root = options.images if options.images is not None else _root_of(path)
    dataset = found.read(Source([path], root, options, wanted=Text.of("wanted {kinds}", kinds=listed(suffix))))
    dataset.files = (path,)
    return dataset


def _open_folder(
    folder: Path, walked: Walked, files: Sequence[Path], asked: Format | None, options: ReadOptions
) -> Dataset:
    finder = PictureFinder(folder, walked)
    has_pictures, options = bool(finder.paths), replace(options, opened=finder)
    if not (files or has_pictures):
        raise BadFile(folder, Text.of("is empty, {wanted}", wanted=wanted()))
    if asked is not None and not asked.suffixes:
        return asked.read(Source(files=[], root=folder, options=options, folder=folder, under=files))
    candidates = [path for path in files if is_candidate(path)]
    if options.split is not None:
        candidates = of_split(candidates, options.split, folder)
    choice = choose(folder, candidates, asked.name if asked is not None else None)
    if choice is not None:
        root = _root_beside(folder) if options.images is None and not has_pictures else folder
        if root != folder:  # a folder of annotations alone, as VOC's and YOLO's are: the pictures lie beside it
            return _read(choice, Source(choice.files, root, replace(options, images=root)))
        return _read(choice, Source(files=choice.files, root=folder, options=options, folder=folder, under=files))
    if has_pictures:
        return _with_files_beside(
            pictures.FORMAT.read(Source(files=[], root=folder, options=options, folder=folder, under=files)),
            files,
            walked,
        )
    raise nothing_in(folder, files)


def _read(choice: DatasetChoice, source: Source) -> Dataset:
    found = format_named(choice.format)
    assert found is not None
    dataset = found.read(replace(source, wanted=f"wanted {listed(choice.files[0].suffix.lower())}"))
    dataset.files = tuple(choice.files)
    return dataset


def _with_files_beside(dataset: Dataset, files: Sequence[Path], walked: Walked) -> Dataset:
    """Return ``dataset``, plain pictures, with a warning for each of the ``files`` like annotations.

    A detector's boxes among the files are the dataset's ``results``; COCO's results name a picture by a number.
    """
    stems = {Path(name).stem for name in dataset.names}
    irregular = (("", path, words) for path, words in irregular_files(walked, stems))
    for kind, path, words in (*irregular, *files_without_boxes(files, stems)):
        dataset.tell(UNREAD, f"{path}: {words}")
        dataset.unread = (*dataset.unread, one_line(f"{path}: {words}"))
        if kind == DETECTIONS and dataset.results is None:
            dataset.results = path
            for index in range(len(dataset)):
                record = dataset.record(index)
                stem = Path(record.name).stem
                record.image_id = str(int(stem)) if stem.isascii() and stem.isdecimal() and len(stem) < 19 else ""
    return dataset
