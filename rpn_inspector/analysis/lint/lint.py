"""``lint``: oddities in a dataset's annotations and pictures, counted, each finding in words.

No finding says that a dataset is wrong: a finding is a place worth looking at, by rules stated beside each check.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, overload

import numpy as np

from rpn_inspector.analysis.fail_on import parse_demand
from rpn_inspector.analysis.lint import checks as checks
from rpn_inspector.analysis.lint.checks import Rows
from rpn_inspector.analysis.observations import Ints, Observations, Progress, gather
from rpn_inspector.core.plain_text import number_of, one_line
from rpn_inspector.core.sample import Kind
from rpn_inspector.core.text import Text, UserName
from rpn_inspector.data.datasets.dataset import CENTRE, EMPTY_LABELS, UNREAD, Dataset
from rpn_inspector.data.datasets.support.pairing import AMBIGUOUS
from rpn_inspector.data.remote.known import told

KINDS: dict[str, Text] = {
    "degenerate": Text("zero-size boxes: without width or height, or that end before they start"),
    "outside": Text.of("boxes that leave their picture by more than {most:g} px", most=checks.SLACK),
    "normalised": Text("pictures with all boxes within 0 to 1 where pixels are wanted"),
    "off_by_one": Text("boxes that tell of corners counted from 0 instead of 1, or the other way round"),
    "xywh_as_xyxy": Text(
        "boxes that fit their picture only if read as corners instead of sizes, or the other way round"
    ),
    "swapped_size": Text("pictures whose width and height are exchanged, in the annotation or by the boxes"),
    "size_mismatch": Text("pictures annotated with another size than their file has"),
    "duplicates": Text.of("boxes on another of the same class, IoU {most:g} or more", most=checks.SAME),
    "class_gaps": Text("classes that no box has"),
    "missing_picture": Text("pictures missing: their file was not found"),
    "ambiguous_name": Text("records that several files may equally belong to, so that their boxes are left out"),
    "unreadable_picture": Text("pictures unreadable: their file tells no size"),
    "empty": Text("pictures without any box"),
    "tiny": Text.of("boxes under {most:g} px at the shorter side", most=checks.TINY),
    "crowd": Text("boxes marked as crowds or to be ignored"),
    "whole_boxes": Text("datasets with boxes of whole px, which detectron2's loader cuts to whole network px"),
    "bad_records": Text("records that could not be read and were left out"),
    "odd_records": Text("records that were read all the same, though odd"),
    "unread_files": Text("files beside the dataset that look like annotations and were not read"),
}
OF_FILES = frozenset({"size_mismatch", "unreadable_picture"})  # kinds that the pictures' headers alone tell
OF_THE_DATASET = frozenset({"class_gaps", "unread_files", "whole_boxes"})  # kinds that no picture can be blamed for
EXAMPLES = 5

_OWN = (
    "zero size",
    "negative size",
    "size differs",
    "picture missing",
    "picture unreadable",
    "size unknown",
    "boxes of the turned picture",
    AMBIGUOUS,
    UNREAD,
)  # notes of the reading that say what a check here says too


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One oddity: ``image`` is a picture's name, "" for the whole dataset; ``gt`` the ground truth's index or None.

    ``value`` is the number measured, None without one; ``words`` one line about the finding, with numbers; ``box``
    x1, y1, x2, y2 in original px, None for a finding without a box. A box left out by the reader has no ``gt``.
    """

    kind: str
    image: str
    gt: int | None
    value: float | None
    words: str
    box: tuple[float, float, float, float] | None = None


class FindingList(Sequence[Finding]):
    """The findings of one kind, each worded on demand.

    ``total`` counts all; of records left out while reading only the first few are listed, so ``total`` can exceed the
    length. ``images`` is the number of pictures concerned, at most. ``image`` and ``row`` (length,) are each finding's
    picture and row of ground truths in the dataset's order, -1 for none.
    """

    def __init__(
        self,
        kind: str,
        total: int,
        images: int,
        length: int,
        at: Callable[[int], Finding],
        place: Callable[[int], tuple[int, int]],
        rows: tuple[Ints, Ints],
    ) -> None:
        self.kind, self.total, self.images = kind, total, images
        self._length, self._at, self._place = length, at, place
        self.image, self.row = rows

    def __len__(self) -> int:
        """Return the number of findings that can be listed."""
        return self._length

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | Sequence[Finding]:
        """Return one finding, or a list of several."""
        if isinstance(index, slice):
            return [self._at(at) for at in range(*index.indices(self._length))]
        return self._at(range(self._length)[index])

    def place(self, index: int) -> tuple[int, int]:
        """Return a finding's picture and ground truth by index, -1 for a finding of the dataset, or of the picture."""
        return self._place(range(self._length)[index])


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class LintReport:
    """The result of `lint`: ``kinds`` has every kind of `KINDS`, in order; ``pictures`` says if files were read."""

    dataset: str
    format: str
    images: int
    boxes: int
    pictures: bool
    kinds: dict[str, FindingList]

    @property
    def known(self) -> dict[str, FindingList]:
        """Return the kinds that could be looked for: without the pictures' headers those of `OF_FILES` are missing."""
        return {kind: found for kind, found in self.kinds.items() if self.pictures or kind not in OF_FILES}

    @property
    def total(self) -> int:
        """Return how many oddities there are."""
        return sum(found.total for found in self.kinds.values())

    def findings(self) -> Iterator[Finding]:
        """Yield every finding, kind by kind."""
        for found in self.kinds.values():
            yield from found


@dataclass(frozen=True, slots=True)
class Check:
    """A demand on the dataset: no finding of ``kind``, or findings in at most ``percent`` of the pictures."""

    kind: str
    percent: float | None = None

    @classmethod
    def parse(cls, text: str) -> Check:
        """Return the demand written as KIND or KIND:N%. Raises `InspectorError` with the list of kinds."""
        return cls(*parse_demand(text, KINDS, "pictures", OF_THE_DATASET))

    def fails(self, report: LintReport) -> bool:
        """Return whether ``report`` fails the demand."""
        found = report.kinds[self.kind]
        if self.percent is None:
            return found.total > 0
        return found.images * 100 > self.percent * report.images


def lint(dataset: Dataset, pictures: bool = True, progress: Progress | None = None) -> LintReport:
    """Return the oddities in ``dataset``; with ``pictures`` the header of each picture file is read.

    ``progress(done, total)`` in pictures returns True to stop; `Cancelled` is raised then.
    """
    return report_of(dataset, gather(dataset, pictures, progress), pictures)


def report_of(dataset: Dataset, facts: Observations, pictures: bool) -> LintReport:
    """Return the oddities in ``facts`` of ``dataset``; ``pictures``: whether every picture's header was read."""
    with np.errstate(over="ignore", invalid="ignore"):  # corners near the end of double precision
        rows = {kind: getattr(checks, kind)(facts) for kind in KINDS if hasattr(checks, kind)}
    noted = _notes(dataset, facts)
    found = {kind: _found(kind, facts, rows.get(kind), *noted.get(kind, (0, []))) for kind in KINDS}
    return LintReport(
        dataset=str(dataset.root),
        format=dataset.format,
        images=len(dataset),
        boxes=len(facts.box),
        pictures=pictures,
        kinds=found,
    )


def document(report: LintReport, failed: Sequence[Check] = ()) -> dict[str, object]:
    """Return the report as values JSON knows: every kind is there, also where nothing was found.

    The keys are a contract with scripts; ``failed`` are the demands not met.
    """
    counts = {
        "images": report.images,
        "boxes": report.boxes,
        "pictures_read": report.pictures,
        "findings": report.total,
    }
    kinds = {kind: kind_document(found) for kind, found in report.kinds.items()}
    failures = [{"kind": check.kind, "percent": check.percent} for check in failed]
    return {
        "dataset": told(Path(report.dataset)),
        "format": report.format,
        **counts,
        "kinds": kinds,
        "failed": failures,
    }


def kind_document(found: FindingList) -> dict[str, Any]:
    """Return the findings of a kind as values JSON knows: counts, meaning and the first few."""
    return {
        "count": found.total,
        "images": found.images,
        "means": KINDS[found.kind],
        "examples": [
            {"image": one.image, "gt": one.gt, "box": one.box, "value": one.value, "words": one.words}
            for one in found[:EXAMPLES]
        ],
    }


def text_of(report: LintReport, examples: int = EXAMPLES) -> str:
    """Return the report in lines: the data looked at, each kind found with its count and first ``examples``."""
    images, boxes = number_of(report.images, "image"), number_of(report.boxes, "box", "boxes")
    lines = [f"{told(Path(report.dataset))}: {report.format}, {images}, {boxes}"]
    for kind, found in report.kinds.items():
        if found.total:
            lines.append(f"{kind}: {found.total:,} in {number_of(found.images, 'image')}: {KINDS[kind]}")
            lines += [f"  {said(one)}" for one in found[:examples]]
    return "\n".join(lines if len(lines) > 1 else [*lines, "nothing odd was found"])


def said(finding: Finding) -> str:
    """Return one finding with the picture's name, if any; a `Text` where a check made it."""
    if not finding.image:
        return finding.words
    return Text.of("{image}: {words}", image=UserName(one_line(finding.image)), words=finding.words)


def _found(
    kind: str, facts: Observations, rows: Rows | None, noted: int, examples: list[tuple[str, str]]
) -> FindingList:
    """Return the findings of the check and, after them, the notes of the reading."""
    checked = 0 if rows is None else len(rows)
    known = 0 if rows is None else int(np.count_nonzero(np.bincount(rows.image[rows.image >= 0])))

    def at(index: int) -> Finding:
        if rows is None or index >= checked:
            name, words = examples[index - checked]
            return Finding(kind=kind, image=name, gt=None, value=None, words=one_line(words))
        image, row = int(rows.image[index]), int(rows.row[index])
        gt, box = (facts.number(row), facts.corners(row)) if row >= 0 else (None, None)
        name = facts.names[image] if image >= 0 else ""
        value = float(rows.value[index])
        words = one_line(_words(kind, facts, rows, index))
        return Finding(
            kind=kind, image=name, gt=gt, value=value if math.isfinite(value) else None, words=words, box=box
        )

    def place(index: int) -> tuple[int, int]:
        if rows is None or index >= checked:
            return -1, -1
        image, row = int(rows.image[index]), int(rows.row[index])
        gt = facts.number(row) if row >= 0 else None
        return image, -1 if gt is None else gt

    noted_rows = np.full(len(examples), -1, np.int64)
    image, row = (
        (noted_rows, noted_rows)
        if rows is None
        else (
            np.concatenate([rows.image, noted_rows]),
            np.concatenate([np.where(rows.row < len(facts.box), rows.row, -1), noted_rows]),
        )
    )
    images = min(known + noted, len(facts.names))
    return FindingList(kind, checked + noted, images, checked + len(examples), at, place, (image, row))


def _notes(dataset: Dataset, facts: Observations) -> dict[str, tuple[int, list[tuple[str, str]]]]:
    """Return by kind how often the reading noted something, and the first few notes with the picture's name, if any."""
    noted: dict[str, tuple[int, list[tuple[str, str]]]] = {}

    def add(kind: str, count: int, examples: Sequence[str]) -> None:
        before, words = noted.get(kind, (0, []))
        if count > 0:
            noted[kind] = (before + count, [*words, *(("", each) for each in examples)][: max(len(words), EXAMPLES)])

    skipped = dataset.skipped
    add("unread_files", len(dataset.unread), dataset.unread)
    for warning in dataset.warnings:
        left_out = skipped.get(warning.kind, 0)
        if warning.kind not in _OWN:
            add("bad_records", left_out, warning.examples)
        elif warning.kind == AMBIGUOUS:
            add("ambiguous_name", left_out - len(facts.ambiguous), warning.examples)
        read = warning.count - left_out
        if warning.kind == "picture missing" and facts.missing is None:
            add("missing_picture", read, warning.examples)
        elif warning.kind not in _OWN and not (warning.kind == EMPTY_LABELS and dataset.gt_total):
            add("odd_records", read, warning.examples)  # beside others with boxes, its picture is `empty`
    if facts.orphans:
        orphans: list[tuple[str, str]] = [
            (
                name,
                Text.of("the picture was not found; {path} tells of it, and that is left out", path=UserName(path)),
            )
            for name, path in facts.orphans
        ]
        before, words = noted.get("missing_picture", (0, []))
        noted["missing_picture"] = (before + len(orphans), words + orphans)
    return noted


def _words(kind: str, facts: Observations, rows: Rows, index: int) -> str:
    image, row, value = int(rows.image[index]), int(rows.row[index]), float(rows.value[index])
    why = int(rows.why[index])
    if row >= 0:
        return Text.of("{gt} {what}", gt=facts.gt_words(row), what=_of_gt(kind, facts, rows, index))
    if kind == "class_gaps":
        return Text.of("class {number}, {name}, has no box", number=why, name=UserName(facts.classes[why]))
    if kind == "whole_boxes":
        return Text.of(
            "{whole:,} of {all:,} boxes are of whole px: detectron2's loader cuts those to whole network px, as a "
            "recipe with whole_boxes = cut does",
            whole=why,
            all=len(facts.box),
        )
    return _of_picture(kind, facts, image, value, why)


def _of_gt(kind: str, facts: Observations, rows: Rows, index: int) -> Text:
    image, row, value = int(rows.image[index]), int(rows.row[index]), float(rows.value[index])
    why = int(rows.why[index])
    unit = Text("of its side") if facts.fraction[image] else Text("px")
    height, width = facts.size[image].tolist()
    picture = (
        Text.of("the picture of {w} x {h} (fractions)", w=width, h=height)
        if facts.fraction[image]
        else Text.of("the picture of {w} x {h} px", w=width, h=height)
    )
    if kind == "duplicates":
        first = int(rows.other[index]) - int(facts.first[image])
        return Text.of("lies on ground truth {n} of the same class, IoU {iou:.3f}", n=first + 1, iou=value)
    if kind == "outside" and why:
        return Text.of("lies wholly outside {picture}", picture=picture)
    if kind == "outside":
        told = f"{value:.4g}"
        return Text.of("reaches {value} {unit} beyond {picture}", value=told, unit=unit, picture=picture)
    if kind == "off_by_one":
        return (
            Text.of("starts at 0, where {format} counts pixels from 1", format=facts.format),
            Text("starts at 1, and no box of the dataset starts at 0: counted from 1, a pixel off?"),
            Text.of(
                "ends 1 px before the edge of {picture}, and no box ends at it: is the last pixel meant to be in?",
                picture=picture,
            ),
        )[why]
    if kind == "xywh_as_xyxy":
        return _other_reading(facts, row, why, picture)
    if kind == "tiny":
        return Text.of("is {value:.3g} px at its shorter side", value=value)
    if kind == "crowd":
        return Text.of("is marked {kind}, {area:.6g} px²", kind=Text(Kind(why).name.lower()), area=value)
    return Text.of("is {value:.4g} {unit} at its smaller side", value=value, unit=unit)


def _other_reading(facts: Observations, row: int, why: int, picture: Text) -> Text:
    x, y, right, bottom = facts.corners(row)
    width, height = right - x, bottom - y
    if facts.written == CENTRE:
        x, y = (x + right) / 2, (y + bottom) / 2
    if why == 1:
        return Text.of(
            "ends before it starts; as x, y, width, height {x:g}, {y:g}, {w:g}, {h:g} it would fit {picture}; or are "
            "its corners exchanged?",
            x=x,
            y=y,
            w=right,
            h=bottom,
            picture=picture,
        )
    if why == 2:
        return Text.of(
            "leaves {picture}; with {x:g}, {y:g} for its corner instead of its centre it would fit",
            picture=picture,
            x=x,
            y=y,
        )
    told = {"x": f"{x:g}", "y": f"{y:g}", "right": f"{width:g}", "bottom": f"{height:g}", "picture": picture}
    if why:
        return Text.of(
            "has the area of other corners: as corners {x}, {y}, {right}, {bottom} it would fit {picture}", **told
        )
    return Text.of("leaves {picture}; as corners {x}, {y}, {right}, {bottom} it would fit", **told)


def _of_picture(kind: str, facts: Observations, image: int, value: float, why: int) -> str:
    if kind == "normalised":
        return Text.of(
            "all boxes are within 0 to {most:.4g}: fractions of the picture where pixels are wanted?", most=value
        )
    if kind in ("size_mismatch", "swapped_size") and not why:
        (height, width), (h, w) = facts.declared[image].tolist(), facts.found[image].tolist()
        sizes = {"width": width, "height": height, "w": w, "h": h}
        said = Text.of("annotated as {width} x {height} px, the file is {w} x {h} px", **sizes)
        if kind == "size_mismatch":
            return said
        return Text.of("{sizes}: width and height exchanged, or the picture turned by EXIF?", sizes=said)
    if kind == "swapped_size":
        height, width = facts.size[image].tolist()
        return Text.of(
            "boxes leave the picture of {w} x {h} px, but would fit {h} x {w} px: is it turned?", w=width, h=height
        )
    if kind == "missing_picture":
        said = Text("the picture was not found, and no size is annotated") if why else Text("the picture was not found")
        source = facts.source(image)
        if source is None:
            return said
        return Text.of("{what}; {source} names it", what=said, source=UserName(source))
    if kind == "ambiguous_name":
        return facts.ambiguous[image]
    if kind == "unreadable_picture":
        return Text.of("the picture {trouble}", trouble=UserName(facts.unreadable[image]))
    return Text("has no box")
