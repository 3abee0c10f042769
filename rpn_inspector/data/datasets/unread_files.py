"""What lies beside pictures and was not read: every file that looks like annotations, with what it seems to be."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.hub_cache import is_blob
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.core.text import Text
from rpn_inspector.data.datasets.detect import DETECTIONS, EMPTY, sniff
from rpn_inspector.data.datasets.format_registry import companion_of, formats, listed, suffix_of, wanted
from rpn_inspector.data.datasets.support.excerpt import TRIED, Excerpt
from rpn_inspector.data.datasets.support.files import irregular_in
from rpn_inspector.data.datasets.support.text import clean, read_json
from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.listing import Listed
from rpn_inspector.data.pictures.path_match import is_annotation_folder

MOST_NAMED = 5  # files that are named
IS_DETECTIONS = "is a list of detections"
_MOST_LOOKS = 5  # at files of one folder and suffix that no format has
_MOST_KEYS = 5  # keys, columns or tags in the words about a file
_SEEMS = {
    "an archive, to be unpacked first": ".zip .tar .tgz .gz .bz2 .xz .zst .7z .rar",
    "a table of Parquet": ".parquet",
    "a table of Arrow": ".arrow .feather",
    "a spreadsheet": ".xlsx .xls .ods",
    "MATLAB arrays": ".mat",
    "NumPy arrays": ".npy .npz",
    "a Python pickle": ".pkl .pickle",
    "HDF5": ".h5 .hdf5",
    "a database": ".db .sqlite .sqlite3 .mdb .lmdb",
    "MXNet's RecordIO": ".rec",
    "Caltech's boxes of videos": ".vbb",
    "FFCV's samples": ".beton",
    "TFRecord": ".tfrecord .tfrecords .record",
}
_BINARY = {suffix: words for words, suffixes in _SEEMS.items() for suffix in suffixes.split()}
_LINES = {".jsonl": "JSON Lines", ".ndjson": "JSON Lines", ".manifest": "a manifest", ".odgt": "odgt"}
_NAMED = (".json", ".xml", ".csv", ".tsv", *_LINES)  # hardly anything but annotations beside pictures
# Pages, code, models and logs.
OTHERS = {
    ".md", ".rst", ".css", ".js", ".ts", ".py", ".pyc", ".ipynb", ".sh", ".bat", ".ps1", ".c",
    ".cc", ".cpp", ".h", ".hpp", ".java", ".m", ".r", ".lua", ".cfg", ".ini", ".conf", ".env", ".log",
    ".pdf", ".doc", ".docx", ".tex", ".bib", ".lock", ".license", ".pt", ".pth", ".ckpt", ".safetensors", ".onnx",
    ".pb", ".tflite", ".weights", ".names", ".data", ".pbtxt", ".prototxt", ".caffemodel", ".svg", ".mp4", ".avi",
    ".mov", ".mkv", ".cache",
}  # fmt: skip
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", re.IGNORECASE)
_APART = re.compile(r"[\s,;|:()\[\]]+")
_PAGES = (".html", ".htm", ".toml")  # of which few hold boxes, and many say label or coordinates
_BOX_WORD = re.compile(r"\b(bbox|bounding_?box|bndbox|boxes|annotations?|polygons?|x_?min)[\"']?\s*[:=]", re.IGNORECASE)
_KEY_WORD = re.compile(
    r"\b(bbox|bounding_?box|bndbox|boxes|annotations?|objects?|labels?|categor(?:y|ies)|polygons?|x_?min|coordinates)"
    r"[\"']?\s*[:=]|<(annotation_?(?:list|set)?s?|bndbox|objects?|box(?:es)?)[\s/>]",
    re.IGNORECASE,
)


def files_without_boxes(files: Sequence[Path], pictures: Collection[str]) -> list[tuple[str, Path, str]]:
    """Return the ``files`` like annotations but without ground truth: format or "", path, content in words.

    The format is `DETECTIONS` for a detector's boxes. Files of raw outputs are no annotations, and texts only with the
    name of one of the ``pictures`` (stems), in a folder of annotations, or with boxes in their lines. At most
    `MOST_NAMED` files.
    """
    return [found for _, found in zip(range(MOST_NAMED), _unread(files, pictures), strict=False)]


def irregular_files(listed: Iterable[Listed], pictures: Container[str]) -> list[tuple[Path, str]]:
    """Return what is called as annotations of ``pictures`` (stems), or as their lists, but is no file, with its kind.

    At most `MOST_NAMED` of what `files.walk` gave.
    """
    found = (
        (path, words) for path, words in irregular_in(listed)
        if companion_of(path) is not None
        or (suffix_of(path) is not None if path.suffix.lower() != ".txt" else path.stem in pictures)
    )  # fmt: skip
    return list(islice(found, MOST_NAMED))


def _unread(files: Sequence[Path], pictures: Collection[str]) -> Iterator[tuple[str, Path, str]]:
    looks = Counter[tuple[Path, str]]()
    for path in files:
        suffix = path.suffix.lower()
        if suffix in SUFFIXES or suffix in OTHERS or companion_of(path) is not None or is_blob(path):
            continue
        if suffix not in (*_NAMED, ".txt"):
            looks[path.parent, suffix] += 1
            if looks[path.parent, suffix] > _MOST_LOOKS:
                continue
        try:
            found = sniff(path)
            words = IS_DETECTIONS if found == DETECTIONS else content_of(path, found, pictures)
        except (BadFile, OSError):
            continue
        if words:
            yield DETECTIONS if found == DETECTIONS else "", path, words


def content_of(path: Path, found: str | None, pictures: Container[str]) -> str:
    """Return what a file holds in place of ground truth, "" for a file with boxes or of another kind.

    ``found`` is the format by `sniff`, ``pictures`` are the stems of the pictures' names.
    """
    suffix = path.suffix.lower()
    if suffix in _BINARY:
        return _binary(path, suffix) if found is None else ""
    excerpt = Excerpt.of(path, suffix_of(path) or suffix)
    if suffix not in _NAMED:
        return _text(excerpt, found, pictures)
    if not excerpt.text.strip():
        return "is empty"
    if found is not None or (suffix == ".json" and {"schema", "producer"} <= excerpt.keys):
        return ""
    holds = next(
        (words for each in formats() if suffix in each.suffixes and (words := each.without_boxes(excerpt))), ""
    )
    if holds:
        return f"holds {holds}, no boxes"
    return f"is {_LINES.get(suffix, suffix[1:].upper())} of no known kind{_parts(excerpt)}, wanted {listed(suffix)}"


def _binary(path: Path, suffix: str) -> str:
    if suffix in (".npz", ".zip") and ((path.parent / "meta.json").is_file() or _is_dump(path)):
        return ""
    if not path.stat().st_size:
        return "is empty"
    return f"seems to be {_BINARY[suffix]}, and is not read as ground truth"


def _is_dump(path: Path) -> bool:
    """Return whether a zip is a dump of raw outputs."""
    try:
        with open_regular(path) as whole, zipfile.ZipFile(whole) as archive:
            return any(name.split("/")[-1] == "meta.json" for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError):
        return False


def _text(excerpt: Excerpt, found: str | None, pictures: Container[str]) -> str:
    """Return what a text seems to be; by its place it may be one of the ``pictures`` (stems)."""
    path, suffix = excerpt.path, excerpt.suffix
    by_place = path.stem in pictures or is_annotation_folder(path.parent.name)
    if found is not None:
        if found != EMPTY or not by_place:
            return ""
        return "is empty" if path.stem not in pictures else "is empty, as YOLO's of a picture without boxes is"
    kind = f"{suffix} of no known kind" if suffix not in (".txt", "") else "lines of no known kind"
    if not excerpt.lines:
        return f"is {suffix or 'a file'} of no known kind, called as a picture is" if by_place and path.suffix else ""
    seems = _seems(excerpt)
    if not (seems or by_place):
        return ""
    return f"holds {kind}{seems}, wanted those of {listed('.txt')}"


def _seems(excerpt: Excerpt) -> str:
    """Return what the first lines have of boxes, with a comma before; "" for nothing."""
    lines = excerpt.lines[:TRIED]
    words = [[word for word in _APART.split(line[:2000]) if word] for line in lines]
    numbers = [sum(_NUMBER.fullmatch(word) is not None for word in each) for each in words]
    if sum(number >= 4 for number in numbers) * 2 > len(lines):
        return f", with {min(number for number in numbers if number >= 4)} numbers a line as boxes have"
    if sum(len(each) > 1 and any(word.lower().endswith(SUFFIXES) for word in each) for each in words) * 2 > len(lines):
        return ", with a picture's name and more in a line"
    word = _BOX_WORD if excerpt.suffix in _PAGES else _KEY_WORD
    if excerpt.suffix != ".txt" and (key := word.search(excerpt.text)):
        return f", with {(key[1] or key[2]).lower()}"
    return ""


def _parts(excerpt: Excerpt) -> str:
    """Return the keys, columns or tag of a document in words, with a blank before."""
    if excerpt.suffix == ".xml":
        return f" (<{clean(excerpt.root)[:40]}>)" if excerpt.root else ""
    found = excerpt.fields if excerpt.suffix in (".csv", ".tsv") else sorted(excerpt.keys)
    shown = ", ".join(clean(each)[:30] for each in found[:_MOST_KEYS] if each)
    return f" ({shown}{', ...' if len(found) > _MOST_KEYS else ''})" if shown else ""


def nothing_in(folder: Path, files: Sequence[Path]) -> InspectorError:
    """Return the error for a folder without a known dataset."""
    documents = [path for path in files if path.suffix.lower() == ".json"]
    for path in documents[:1]:
        try:
            read_json(path)
        except BadFile as error:
            return error
    for _, path, words in files_without_boxes(files, ()):
        return BadFile(path, words)
    shown = ", ".join(sorted({path.suffix.lower() or "files without suffix" for path in files}))[:80]
    return BadFile(folder, Text.of("holds only {kinds}, {wanted}", kinds=shown, wanted=wanted()))
