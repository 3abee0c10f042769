"""Files of decoded boxes: COCO results, plain text, and pickles of detectron2 and MMDetection."""

from __future__ import annotations

import codecs
import io
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field, replace
from pathlib import Path

import msgspec
import numpy as np

from rpn_inspector.core.detections import Detections, encoded_back
from rpn_inspector.core.errors import BadFile, BadPredictions
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.regular_file import open_regular, read_whole
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text, UserName
from rpn_inspector.data.datasets.support.text import parse_json
from rpn_inspector.data.export import is_note
from rpn_inspector.data.predictions.arrays import first_line
from rpn_inspector.data.predictions.name_match import Names
from rpn_inspector.data.predictions.outputs import OutputsBase
from rpn_inspector.data.written_names import PROVENANCE

MAX_FILE_BYTES = 1 << 30
EXAMPLES = 5
TRIED, MOST_LETTERS = 20, 1 << 14  # lines of a text that are tried for boxes, and letters of each


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DetectionResults(OutputsBase):
    """Decoded boxes by picture.

    ``[key]`` and ``get(key)`` give `Detections`; `predict` gives raw outputs encoded back under a recipe.

    Args:
        path: the file or folder.
        by_key: the boxes by picture name, or by the picture's id in the annotations as text.
        skipped: number of unusable records.
        warnings: one line for each of the first unusable records, with the record's place.
        indexed: classes are numbers from 0 in the dataset's order, not ids or names.
        by_id: keys of digits are ids and no names.
        ids: ids of pictures by name, as far as known.
    """

    path: Path
    by_key: Mapping[str, Detections]
    _: KW_ONLY
    skipped: int = 0
    warnings: tuple[str, ...] = ()
    recipe: str | None = None
    checkpoint: str | None = None
    step: int | None = None
    simulated: bool = False
    encoded_back: bool = True
    indexed: bool = False
    by_id: bool = False
    ids: Mapping[str, str] = field(default_factory=dict)
    _names: Names = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the names findable."""
        object.__setattr__(self, "_names", Names(self.by_key))

    @property
    def names(self) -> tuple[str, ...]:
        """Return the pictures' names or ids as the file has them."""
        return tuple(self.by_key)

    def __len__(self) -> int:
        """Return the number of pictures."""
        return len(self.by_key)

    def __iter__(self) -> Iterator[str]:
        """Return an iterator over names or ids."""
        return iter(self.by_key)

    def __contains__(self, name: object) -> bool:
        """Return whether there are boxes for a picture."""
        return isinstance(name, str) and self.get(name) is not None

    def has(self, name: str, image_id: str) -> bool:
        """Return whether there are boxes for a picture, by name or id as `predict` looks for the boxes."""
        return self._find(name, self.ids.get(name, image_id)) is not None

    def __getitem__(self, name: str) -> Detections:
        """Return one picture's boxes; raises `BadPredictions` where there are none."""
        found = self.get(name)
        if found is None:
            raise BadPredictions(f"{self.path}: no boxes for picture {name!r}, wanted one of its {len(self)} pictures")
        return found

    def get(self, name: str) -> Detections | None:
        """Return one picture's boxes, None where the file has none."""
        return self._find(name, self.ids.get(name, ""))

    def detections(self, sample: Sample) -> Detections | None:
        """Return a picture's boxes as the file has the boxes, None where the file has none."""
        return self._find(sample.name, self.ids.get(sample.name, sample.image_id))

    def _find(self, name: str, id_: str) -> Detections | None:
        """Return the boxes of a picture by name and id, "" without an id."""
        # An id that fits is surer than a name: files name pictures in many ways, ids are copied.
        if self.by_id and id_ in self.by_key:
            return self.by_key[id_]
        found = self._names.match(name)
        if found is not None and self.by_id and id_ and found.isdecimal():
            return None  # 1.jpg is not the picture whose id is 1, but the one whose id says otherwise
        return self.by_key.get(id_ if found is None else found)

    def predict(self, sample: Sample, recipe: Recipe) -> Prediction | None:
        """Return the raw outputs for a picture, encoded back under ``recipe``; None where the file has no boxes."""
        detections = self.detections(sample)
        if detections is None:
            return None
        return encoded_back(detections, sample, recipe)


class BoxCollector:
    """Collects boxes picture by picture; unusable records are counted, and the first few named."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.skipped = 0
        self.examples: list[str] = []
        self._rows: dict[str, list[tuple[Sequence[float], float, str]]] = {}

    def picture(self, key: str) -> None:
        """Say that a picture was looked at, whether or not anything was found."""
        self._rows.setdefault(key, [])

    def add(self, key: str, box: Sequence[float], score: float, label: str, place: str) -> None:
        """Add one box, or skip an unusable box.

        Args:
            key: the picture's name or id.
            box: x1 y1 x2 y2, original px.
            score: a probability.
            label: the class, in the words of the file.
            place: file and line, for the words of a skipped box.
        """
        problem = _problem(box, score)
        if problem is None:
            self._rows.setdefault(key, []).append((box, score, label))
        else:
            self.skip(place, problem)

    def skip(self, place: str, problem: str) -> None:
        """Count an unusable record."""
        self.skipped += 1
        if len(self.examples) < EXAMPLES:
            self.examples.append(f"{place}: {problem}")

    def results(self) -> DetectionResults:
        """Return the collected boxes; raises `BadFile` where every record was skipped."""
        if self.skipped and not any(self._rows.values()):
            raise BadFile(self.path, f"none of its {self.skipped} records can be used; {self.examples[0]}")
        by_key = {
            key: Detections(
                boxes=np.array([box for box, _, _ in rows], np.float64).reshape(-1, 4),
                scores=np.array([score for _, score, _ in rows], np.float64),
                classes=tuple(label for _, _, label in rows),
                source=f"{self.path}: {key}",
            )
            for key, rows in self._rows.items()
        }
        return DetectionResults(self.path, by_key, skipped=self.skipped, warnings=tuple(self.examples))


def _problem(box: Sequence[float], score: float) -> str | None:
    try:
        finite = all(map(math.isfinite, (*box, score)))
    except OverflowError:  # a whole number of hundreds of digits
        finite = False
    if len(box) != 4 or not finite:
        return f"box {str(list(box))[:60]} with score {str(score)[:20]}, wanted four finite numbers and a score"
    if not 0 <= score <= 1:
        return f"score {score:g}, wanted 0 to 1"
    if box[2] <= box[0] or box[3] <= box[1]:
        return f"x1 y1 x2 y2 = {' '.join(f'{edge:g}' for edge in box)} has no width or height"
    return None


# ---- COCO results ----------------------------------------------------------------------------------------------


class _Result(msgspec.Struct, gc=False):
    """One record of a results file; records of segments alone have no box."""

    image_id: int | float | str
    category_id: int | float | str
    score: float
    bbox: tuple[float, float, float, float]


def read_coco(path: Path, ids: Mapping[str, str] | None = None) -> DetectionResults:
    """Return the boxes of a COCO results file: a list of image_id, category_id, bbox x y w h and score.

    ``ids`` are those of the dataset's pictures by name; of an export its own note beside says them. A COCO document
    whose annotations bear scores reads too, and its pictures then go by file name. Raises `BadFile` where it is
    neither.
    """
    text = _read(path).removeprefix(codecs.BOM_UTF8)
    collector = BoxCollector(path)
    names: dict[str, str] = {}
    classes: dict[str, str] = {}
    try:
        # Typed records are read several times faster; a file with one odd record is read again, record by record.
        records: Iterable[object] = msgspec.json.decode(text, type=list[_Result])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):  # some record is odd, or it is no list
        records, names, classes = _records(_document(text, path), path)
    for key in names.values():
        collector.picture(key)
    for number, record in enumerate(records):
        _add_record(collector, record, number, names, classes)
    found = collector.results()
    # A whole document knows its pictures by file name. A bare list has ids alone: an export's own note names them
    # best.
    return found if names else replace(found, by_id=True, ids=_noted_ids(path) or ids or {})


def _document(text: bytes, path: Path) -> object:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass  # the other decoder takes numbers of any length, and NaN: they cost their record alone
    try:
        return parse_json(text.decode())
    except (ValueError, RecursionError) as error:
        raise BadFile(path, Text.of("is not JSON: {why}", why=first_line(error))) from error


def _noted_ids(path: Path) -> dict[str, str]:
    """Return the ids by name in the note beside an export, {} without a note."""
    note = path.with_name(f"{path.name}.{PROVENANCE}")
    if not is_note(note):
        return {}
    try:
        said = msgspec.json.decode(_read(note)).get("image_id")
    except msgspec.DecodeError:
        return {}
    pairs = said.items() if isinstance(said, dict) else ()
    return {name: key_of(id_) for name, id_ in pairs if isinstance(id_, int | str)}


def _records(document: object, path: Path) -> tuple[list[object], dict[str, str], dict[str, str]]:
    """Return the records, and of a whole document the names of pictures and classes by id."""
    if isinstance(document, list):
        if document and not any(isinstance(record, dict) and "score" in record for record in document):
            raise BadFile(
                path, Text("is a JSON list without scores, wanted COCO results: image_id, category_id, bbox, score")
            )
        return document, {}, {}
    if isinstance(document, dict) and isinstance(document.get("annotations"), list):
        records, images = document["annotations"], document.get("images")
        if any(isinstance(record, dict) and "score" in record for record in records):
            return records, _named(images, "file_name"), _named(document.get("categories"), "name")
        raise BadFile(path, Text("holds annotations without scores: a dataset, not the results of a detector"))
    found = Text("no list")
    if isinstance(document, dict):
        found = Text.of("an object with {keys}", keys=UserName(", ".join(map(str, list(document)[:5]))))
    raise BadFile(
        path,
        Text.of(
            "is JSON, but {what}, wanted COCO results: a list of image_id, category_id, bbox and score", what=found
        ),
    )


def _named(values: object, key: str) -> dict[str, str]:
    """Return the names a list of objects gives to ids."""
    rows = [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []
    return {key_of(row.get("id")): str(row.get(key, row.get("id"))) for row in rows}


def _add_record(
    collector: BoxCollector, record: object, number: int, names: Mapping[str, str], classes: Mapping[str, str]
) -> None:
    place = f"record {number}"
    if isinstance(record, dict):
        missing = [key for key in ("image_id", "bbox", "score") if key not in record]
        if missing:
            return collector.skip(place, f"has no {' and no '.join(missing)}")
        box, score, image = record["bbox"], record["score"], record["image_id"]
        label = key_of(record.get("category_id", ""))
    elif isinstance(record, _Result):
        box, score, image, label = record.bbox, record.score, record.image_id, key_of(record.category_id)
    else:
        return collector.skip(place, f"is {str(record)[:40]}, wanted an object")
    if not _is_numbers(box, 4) or not _is_numbers([score], 1):
        return collector.skip(
            place, f"bbox {str(box)[:60]} and score {str(score)[:20]}, wanted x, y, w, h and a number"
        )
    # COCO writes a corner and a size; a negative size is left for the collector to refuse with its place.
    try:
        left, top, width, height = map(float, box)
        corners, score = (left, top, left + width, top + height), float(score)
        if isinstance(image, int | float) and not math.isfinite(image):
            raise OverflowError
    except OverflowError:
        return collector.skip(place, "holds a whole number no float can hold")
    key = key_of(image)
    collector.add(names.get(key, key), corners, score, classes.get(label, label), place)
    return None


def _is_numbers(values: object, count: int) -> bool:
    return (
        isinstance(values, list | tuple)
        and len(values) == count
        and all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)
    )


def key_of(value: object) -> str:
    """Return an id as text, whole floats as whole numbers, so that 1, 1.0 and "1" are one picture."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)


# ---- plain text --------------------------------------------------------------------------------------------------


def read_text(path: Path) -> DetectionResults:
    """Return the boxes of a text file, or of a folder of texts: ``class score x1 y1 x2 y2`` a line, original px.

    Between blanks or commas; a class may be of several words. The file's name without its ending is the picture's.
    Other lines are skipped and counted.
    """
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    collector = BoxCollector(path)
    for file in files:
        collector.picture(file.stem)
        try:
            text = _read(file).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise BadFile(file, f"is not text: {first_line(error)}") from error
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                _add_line(collector, file, number, line)
    return collector.results()


def looks_like_text(file: Path) -> bool:
    """Return whether one of a file's first lines is a class and five finite numbers: a slip costs its line alone."""
    try:
        with open_regular(file) as raw, io.TextIOWrapper(raw, "utf-8-sig") as stream:
            lines = [stream.readline(MOST_LETTERS) for _ in range(TRIED)]
        return any(map(_has_numbers, lines))
    except (OSError, ValueError):
        return False


def _has_numbers(line: str) -> bool:
    try:
        words = _words(line)
        return bool(words) and all(np.isfinite(float(word)) for word in words[1:])
    except ValueError:
        return False


def _words(line: str) -> list[str]:
    """Return class, score, x1, y1, x2, y2 of a line, [] for other lines: the words of a class may be apart."""
    parts = [part.strip() for part in line.split(",")] if line.count(",") >= 5 else line.split()
    numbered = len(parts) > 6 and any(part.replace(".", "", 1).lstrip("-").isdecimal() for part in parts[:-5])
    return [" ".join(parts[:-5]), *parts[-5:]] if len(parts) >= 6 and not numbered else []


def _add_line(collector: BoxCollector, file: Path, number: int, line: str) -> None:
    place, shown = f"{file.name}:{number}", repr(line.strip()[:60])
    words = _words(line)
    try:
        score, *box = (float(word) for word in words[1:])
    except ValueError:  # also where there are no words
        return collector.skip(place, f"found {shown}, wanted class score x1 y1 x2 y2")
    if max(box) <= 1:
        return collector.skip(place, f"found {shown}, fractions of the picture; wanted x1 y1 x2 y2 in px")
    if score > 1 >= box[3] >= 0:
        return collector.skip(place, f"found {shown}, its score seems to stand last; wanted class score x1 y1 x2 y2")
    return collector.add(file.stem, box, score, words[0], place)


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise BadFile(path, f"{size} bytes, wanted at most {MAX_FILE_BYTES}")
        return read_whole(path)
    except OSError as error:
        raise BadFile(path, f"not readable: {first_line(error)}") from error
