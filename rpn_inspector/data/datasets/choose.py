"""Which annotation files of a folder belong together, and what to ask where there is a choice."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.data.datasets.detect import EMPTY, boxless, is_candidate, kind_of_name, sniff, sniff_group
from rpn_inspector.data.datasets.support.csv_rows import head_of
from rpn_inspector.data.datasets.support.text import read_json
from rpn_inspector.data.pictures.natural_order import naturally
from rpn_inspector.data.pictures.path_match import is_annotation_folder

__all__ = ["ALIASES", "ANY", "FORMATS", "WANTED", "Ambiguous", "Choice", "choose", "files_under", "is_candidate"]

FORMATS = {
    "coco": "COCO", "voc": "Pascal VOC", "yolo": "YOLO", "labelme": "LabelMe", "csv": "CSV",
    "openimages": "OpenImages", "createml": "CreateML", "via": "VIA", "kitti": "KITTI", "widerface": "WIDER FACE",
    "crowdhuman": "CrowdHuman", "cvat": "CVAT", "labelstudio": "Label Studio", "dota": "DOTA",
    "tfrecord": "TFRecord", "mot": "MOT Challenge", "visdrone": "VisDrone", "pictures": "pictures",
}  # fmt: skip
ALIASES = {"imagenet": "voc", "darknet": "yolo", "ultralytics": "yolo", "roboflow": "yolo", "odgt": "crowdhuman"}
WANTED = f"wanted annotations ({', '.join(title for title in list(FORMATS.values())[:-1])}) or pictures"
ANY = "wanted COCO's images and annotations, LabelMe's shapes, CreateML, VIA or Label Studio"
WANTED_LINES = "wanted those of YOLO (class cx cy w h), KITTI, DOTA, VisDrone, MOT Challenge or WIDER FACE"
DETECTIONS = "is a list of detections; open it as predictions of its dataset"
MOST_TOLD = 5  # files beside pictures that are named because they hold no ground truth
_ONE_EACH = {"voc", "yolo", "labelme", "kitti", "dota", "visdrone"}  # one file a picture
_JOINED = {"tfrecord", "createml", "labelstudio"}  # several files make one dataset


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to open a folder: these ``files``, in this format."""

    format: str
    files: tuple[Path, ...]

    def words(self, folder: Path) -> str:
        """Return it as a user would say it."""
        first = self.files[0].relative_to(folder).as_posix()
        more = f" and {len(self.files) - 1} more" if len(self.files) > 1 else ""
        return f"{FORMATS[self.format]} ({first}{more})"

    def options(self, folder: Path) -> str:
        """Return the options of the command line that take it."""
        if len(self.files) == 1:
            return f"--annotations {self.files[0].relative_to(folder).as_posix()}"
        return f"--format {self.format}"


class Ambiguous(InspectorError):
    """A folder that can be opened in several ways; ``choices`` are they."""

    def __init__(self, folder: Path, choices: Sequence[Choice]) -> None:
        named = "; ".join(f"{choice.words(folder)}: {choice.options(folder)}" for choice in choices[:6])
        more = f"; and {len(choices) - 6} more" if len(choices) > 6 else ""
        super().__init__(f"{folder}: can be opened in {len(choices)} ways, say which: {named}{more}")
        self.folder = folder
        self.choices = tuple(choices)


def files_under(folder: Path) -> list[Path]:
    """Return every file under ``folder``, in natural order, without links to folders and those that lead out of it."""
    found = list[Path]()
    for name, folders, files in os.walk(folder):
        folders[:] = naturally(folders)
        found += _inside(Path(name), naturally(files), folder)
    return found


def files_in(folder: Path) -> list[Path]:
    """Return the files right in ``folder``, in natural order; links that lead out of it are left out."""
    return _inside(folder, naturally(child.name for child in folder.iterdir()), folder)


def _inside(place: Path, names: Sequence[str], root: Path) -> list[Path]:
    """Return the files called so; only a link is resolved, for it alone may lead out of ``root``."""
    with os.scandir(place) as entries:
        plain = {entry.name: entry.is_file(follow_symlinks=False) for entry in entries if not entry.is_symlink()}
    paths = ((place / name, plain.get(name)) for name in names)
    return [
        path for path, known in paths
        if known or (known is None and path.is_file() and path.resolve().is_relative_to(root))
    ]  # fmt: skip


def format_of(path: Path) -> str | None:
    """Return the format of one file, looked at for itself."""
    found = sniff(path)
    if found == EMPTY or (found is None and kind_of_name(path) == ".txt" and path.parent.name == "labels"):
        return "yolo"
    if found is None and kind_of_name(path) == ".xml":
        return "cvat" if b"<annotations" in path.read_bytes()[:4096] else "voc"
    if found is None and kind_of_name(path) in (".csv", ".tsv"):
        return "csv"
    return found


def choose(folder: Path, candidates: Sequence[Path], wanted: str | None) -> Choice | None:
    """Return the one way to open ``candidates``, None where none holds annotations.

    ``wanted`` is a format to take. Raises `Ambiguous` where there are several ways, `BadFile` where ``wanted`` is none.
    """
    choices = _choices(candidates)
    if wanted is not None:
        choices = [choice for choice in choices if choice.format == wanted]
        if not choices:
            raise BadFile(folder, f"holds no {FORMATS[wanted]} annotations")
    if len(choices) > 1:
        choices = _preferred(choices)
    if len(choices) > 1:
        raise Ambiguous(folder, choices)
    return choices[0] if choices else None


def _choices(candidates: Sequence[Path]) -> list[Choice]:
    groups: dict[tuple[Path, str | None], list[Path]] = {}
    for path in candidates:
        groups.setdefault((path.parent, kind_of_name(path)), []).append(path)
    by_format: dict[str, list[Path]] = {}
    for paths in groups.values():
        found = sniff_group(paths)
        each = {kind for kind in found.values() if kind in _ONE_EACH}
        only = each.pop() if len(each) == 1 else None
        for path, kind in found.items():
            if kind in (None, EMPTY):  # broken, or of nothing: the others beside say what it would be
                kind = only if kind_of_name(path) not in (".yaml", ".yml") else None
            if kind is not None and kind != "results":
                by_format.setdefault(kind, []).append(path)
    return [choice for kind, paths in by_format.items() for choice in _of_format(kind, paths)]


def _of_format(kind: str, paths: list[Path]) -> list[Choice]:
    tables = [path for path in paths if kind_of_name(path) in (".yaml", ".yml")]
    if tables:
        return [Choice(kind, (path,)) for path in _main_tables(tables)]
    names = {path.name for path in paths}
    together = kind in _ONE_EACH or kind in _JOINED or (len(names) == 1 and kind != "coco")
    return [Choice(kind, tuple(paths))] if together else [Choice(kind, (path,)) for path in paths]


def _main_tables(tables: list[Path]) -> list[Path]:
    """Return the data.yaml nearest to the top where there is one, else all tables."""
    named = [path for path in tables if path.stem in ("data", "dataset")]
    top = min((len(path.parts) for path in named), default=0)
    return [path for path in named if len(path.parts) == top] or tables


def _preferred(choices: list[Choice]) -> list[Choice]:
    """Return COCO's instances file where the other choices are its captions and key points."""
    if all(choice.format == "coco" for choice in choices):
        named = [choice for choice in choices if choice.files[0].name.startswith("instances_")]
        others = [c for c in choices if c.files[0].name.startswith(("person_keypoints_", "captions_", "panoptic_"))]
        if len(named) == 1 and len(others) == len(choices) - 1:
            return named
    return choices


def without_truths(files: Sequence[Path], pictures: Collection[str]) -> list[tuple[str, Path, str]]:
    """Return the ``files`` that look like annotations and hold no ground truth: format or "", path and what they hold.

    The format is "results" for a detector's boxes. Files of raw outputs are no annotations, and texts only where they
    are called as one of the ``pictures`` or lie where annotations do.
    """
    told = list[tuple[str, Path, str]]()
    for path in files:
        kind = kind_of_name(path)
        if len(told) == MOST_TOLD or kind not in (".json", ".xml", ".csv", ".tsv", ".txt"):
            continue
        try:
            found, head = sniff(path), head_of(path)
        except BadFile:
            continue
        if not head.strip() and kind != ".txt":
            told.append(("", path, "is empty"))
        elif found == "results":
            told.append((found, path, "is a list of detections"))
        elif found is None and kind == ".json" and not ('"schema"' in head and '"producer"' in head):
            holds = boxless(path, head)
            told.append(("", path, f"holds {holds}, no boxes" if holds else f"is JSON of no known kind, {ANY}"))
        elif kind == ".txt" and (path.stem in pictures or is_annotation_folder(path.parent.name)):
            told.append(("", path, "is empty" if found == EMPTY else f"holds lines of no known kind, {WANTED_LINES}"))
        elif found is None and kind in (".xml", ".csv", ".tsv"):
            told.append(("", path, f"is {kind[1:].upper()} of no known kind, {WANTED}"))
    return told


def nothing_in(folder: Path, files: Sequence[Path]) -> InspectorError:
    """Return what to say of a folder in which nothing was recognised."""
    documents = [path for path in files if path.suffix.lower() == ".json"]
    for path in documents[:1]:
        try:
            read_json(path)
        except BadFile as error:
            return error
    for _, path, words in without_truths(files, ()):
        return BadFile(path, words)
    shown = ", ".join(sorted({path.suffix.lower() or "files without suffix" for path in files}))[:80]
    return BadFile(folder, f"holds only {shown}, {WANTED}")
