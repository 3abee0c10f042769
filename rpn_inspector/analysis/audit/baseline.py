"""An audit against an earlier one's ``audit.json``: what got worse, rule by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import msgspec

from rpn_inspector import __version__
from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.plain_text import some_of
from rpn_inspector.core.text import Text, UserName
from rpn_inspector.data.datasets.support.text import read_bytes

ROUNDING = 1e-9  # of a share: two sums of the same counts differ by less, one ground truth of a dataset by more
SHARES = ("unmatched", "low_quality_only", "few_positives", "untouched", "zero_size")
"""The rules on counts, each as a share of the ground truths in the assignment; ``zero_size`` of all boxes."""

LEFT_OUT = frozenset({"unknown size"})  # of the kinds of ``skipped``: counted by another rule
TOOL, WHAT = "rpn-inspector", "audit"  # the mark of the file
PARTS = ("unmatched", "low_quality_only", "few_positives", "untouched")  # of the ground truths in the assignment
Count = Annotated[int, msgspec.Meta(ge=0, le=1 << 53)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class _Class(msgspec.Struct, frozen=True, rename={"name": "class"}):
    name: str
    boxes: Count
    matched: Count | None


class _Recall(msgspec.Struct, frozen=True):
    all: Share | None


class _Kind(msgspec.Struct, frozen=True):
    count: Count


class _Ends(msgspec.Struct, frozen=True):
    judged: Count
    lost: Count


class _MeanAp(msgspec.Struct, frozen=True):
    AP: Share | None


class _Evaluation(msgspec.Struct, frozen=True):
    numbers: _MeanAp


class Baseline(msgspec.Struct, frozen=True):
    """What is compared of an audit's values, as `document` makes them; shares follow from the counts."""

    dataset: str
    recipe: str
    recipe_hash: str
    images: Count
    boxes: Count
    used: Count
    unmatched: Count
    low_quality_only: Count
    few_positives: Count
    untouched: Count
    zero_size: Count
    recall: _Recall
    recall_at: float | None
    by_class: tuple[_Class, ...]
    kinds: dict[str, _Kind] = {}
    skipped: dict[str, Count] = {}
    ends: _Ends | None = None
    evaluation: _Evaluation | None = None
    version: str = ""
    tool: str = TOOL
    what: str = WHAT

    @property
    def left_out(self) -> int:
        """Return the number of pictures in no count, as no size is known."""
        return self.kinds["unknown_size"].count if "unknown_size" in self.kinds else 0

    @property
    def map(self) -> float | None:
        """Return mAP, None without an evaluation, or without a ground truth to be found."""
        return None if self.evaluation is None else self.evaluation.numbers.AP

    def share(self, kind: str) -> tuple[int, int]:
        """Return the count of a rule of `SHARES`, and of how many."""
        whole = self.boxes + self.zero_size if kind == "zero_size" else self.used
        return int(getattr(self, kind)), whole

    @property
    def recalls(self) -> Mapping[tuple[str, int], tuple[int, int]]:
        """Return the matched and all ground truths by class, where there are any.

        The key is the class's name and how many classes of the same name come before.
        """
        seen: dict[str, int] = {}
        found = {}
        for row in self.by_class:
            again = seen[row.name] = seen.get(row.name, -1) + 1
            if row.boxes and row.matched is not None:
                found[row.name, again] = (row.matched, row.boxes)
        return found


@dataclass(frozen=True, slots=True)
class Change:
    """What got worse, a line a rule; and what differs besides, as the recipe."""

    worse: tuple[Text, ...]
    notes: tuple[Text, ...]


def read_baseline(path: Path) -> Baseline:
    """Return the baseline in a file of ``audit --output``, or of ``audit --json``.

    Raises `BadFile` for anything else, and for counts that do not add up.
    """
    try:
        found = msgspec.json.decode(read_bytes(path), type=Baseline)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        reason = str(error).replace("Object missing", "missing")
        raise BadFile(path, f"is no audit.json to compare with: {reason}") from error
    for words in _contradictions(found):
        raise BadFile(path, f"is no audit.json to compare with: {words}")
    return found


def _contradictions(one: Baseline) -> Iterator[str]:
    """Yield what no audit can have written, as numbers changed by hand."""
    if (one.tool, one.what) != (TOOL, WHAT):
        yield f"found one of {one.tool} {one.what}, wanted {TOOL} {WHAT}"
    if one.used > one.boxes:
        yield f"used: found {one.used:,}, wanted at most the {one.boxes:,} boxes"
    if one.boxes and not one.images:
        yield f"images: found 0 with {one.boxes:,} boxes"
    for kind in PARTS:
        if (count := getattr(one, kind)) > one.used:
            yield f"{kind}: found {count:,}, wanted at most the {one.used:,} in use"
    if one.unmatched + one.low_quality_only > one.used:
        yield f"unmatched and low_quality_only: found {one.unmatched + one.low_quality_only:,} of {one.used:,} in use"
    if one.ends is not None and one.ends.lost > one.ends.judged:
        yield f"ends: found {one.ends.lost:,} lost of {one.ends.judged:,} judged"
    for kind, found in one.kinds.items():
        if kind in SHARES and found.count != getattr(one, kind):
            yield f"{kind}: found {getattr(one, kind):,}, and {found.count:,} among the kinds"
    for row in one.by_class:
        if row.matched is not None and row.matched > row.boxes:
            yield f"class {row.name}: found {row.matched:,} matched of {row.boxes:,}"
    boxes, matched = (sum(getattr(row, name) or 0 for row in one.by_class) for name in ("boxes", "matched"))
    if boxes != one.used:
        yield f"by_class: found {boxes:,} boxes in all, wanted the {one.used:,} in use"
    if one.recall.all is not None and abs(one.recall.all - _ratio((matched, one.used))) > ROUNDING:
        yield f"recall: found {one.recall.all:.4%}, and {matched:,} of {one.used:,} matched by class"


def compared(old: Baseline, made: Mapping[str, Any]) -> Change:
    """Return the change from ``old`` to ``made``, the values of `document`."""
    new = msgspec.convert(made, Baseline)
    recall_differs = old.recall_at != new.recall_at
    worse = [
        *_gone(old, new),
        *_shares(old, new),
        *(() if recall_differs else (*_recall(old, new), *_recall_by_class(old, new))),
        *_of_outputs(old, new),
    ]
    return Change(tuple(worse), tuple(_notes(old, new)))


def _gone(old: Baseline, new: Baseline) -> Iterator[Text]:
    """Yield what dropped out of the counts: fewer pictures and records make shares better that are not."""
    before, now = (old.left_out, old.images + old.left_out), (new.left_out, new.images + new.left_out)
    if _ratio(now) > _ratio(before) + ROUNDING:
        numbers = {"now": f"{now[0]:,} of {now[1]:,}", "before": f"{before[0]:,} of {before[1]:,}"}
        yield Text.of("unknown_size: {now} images are in no count, was {before}", **numbers)
    if _same_dataset(old, new) and now[1] < before[1]:
        yield Text.of("images: {now}, was {before}", now=f"{now[1]:,}", before=f"{before[1]:,}")
    for kind in sorted(new.skipped.keys() - LEFT_OUT):
        count, was = new.skipped[kind], old.skipped.get(kind, 0)
        # records are of boxes as a rule: a dataset twice as large may have twice as many
        if _ratio((count, new.boxes + count)) > _ratio((was, old.boxes + was)) + ROUNDING:
            words = "left out by the reading: {count} records, {kind}, was {was}"
            words = "left out by the reading: 1 record, {kind}, was {was}" if count == 1 else words
            yield Text.of(words, kind=UserName(kind), count=f"{count:,}", was=f"{was:,}")


def _same_dataset(old: Baseline, new: Baseline) -> bool:
    return folder_name(old.dataset) == folder_name(new.dataset)


def _shares(old: Baseline, new: Baseline) -> Iterator[Text]:
    for kind in SHARES:
        before, now = old.share(kind), new.share(kind)
        if _ratio(now) > _ratio(before) + ROUNDING:
            yield Text.of("{kind}: {now}, was {before}", kind=kind, now=_words(now), before=_words(before))


def _recall(old: Baseline, new: Baseline) -> Iterator[Text]:
    before, now = old.recall.all, new.recall.all
    if before is not None and now is not None and now < before - ROUNDING:
        numbers = {"at": f"{new.recall_at:g}", "now": f"{now:.2%}", "before": f"{before:.2%}"}
        yield Text.of("recall: {now} of the boxes reach IoU {at}, was {before}", **numbers)


def _recall_by_class(old: Baseline, new: Baseline) -> Iterator[Text]:
    if new.recall_at is None:
        return
    before, now = old.recalls, new.recalls
    lost = [(_ratio(now[key]) - _ratio(before[key]), key) for key in now if key in before]
    lost = sorted((each for each in lost if each[0] < -ROUNDING), key=lambda each: each[0])
    if lost:
        parts = [f"{key[0]} {_ratio(now[key]):.2%}, was {_ratio(before[key]):.2%}" for _, key in lost]
        word = "class" if len(lost) == 1 else "classes"
        words = "recall by class: {count} {word} worse: {classes}"
        yield Text.of(words, count=f"{len(lost):,}", word=word, classes=UserName(some_of(parts, "; ")))


def _of_outputs(old: Baseline, new: Baseline) -> Iterator[Text]:
    """Yield what is worse of the outputs, where both audits have some."""
    if old.ends is not None and new.ends is not None:
        before, now = ((each.lost, each.judged) for each in (old.ends, new.ends))
        if _ratio(now) > _ratio(before) + ROUNDING:
            yield Text.of("lost: {now}, was {before}", now=_words(now), before=_words(before))
    if old.map is not None and new.map is not None and new.map < old.map - ROUNDING:
        yield Text.of("mAP: {now}, was {before}", now=f"{new.map:.4f}", before=f"{old.map:.4f}")


def _notes(old: Baseline, new: Baseline) -> Iterator[Text]:
    if old.version not in ("", __version__):
        yield Text.of("counted by version {old} of the program, now {new}", old=UserName(old.version), new=__version__)
    if old.recipe_hash != new.recipe_hash:
        if old.recipe == new.recipe:
            yield Text("the recipe has other values than it had")
        else:
            yield Text.of("another recipe: {new}, was {old}", new=UserName(new.recipe), old=UserName(old.recipe))
    if old.ends is not None and new.ends is None:
        yield Text("what is lost is not compared: there are no predictions now")
    if old.map is not None and new.map is None:
        yield Text.of("mAP is not compared: there is none now, was {before}", before=f"{old.map:.4f}")
    names = folder_name(new.dataset), folder_name(old.dataset)
    if not _same_dataset(old, new):
        yield Text.of("another dataset: {new}, was {old}", new=UserName(names[0]), old=UserName(names[1]))
    if (old.images, old.boxes) != (new.images, new.boxes):
        sizes = {"images": f"{new.images:,}", "boxes": f"{new.boxes:,}"}
        was = {"before": f"{old.images:,}", "then": f"{old.boxes:,}"}
        yield Text.of("the dataset has {images} images and {boxes} boxes, was {before} and {then}", **sizes, **was)
    there = {row.name for row in new.by_class if row.boxes}
    if gone := [row.name for row in old.by_class if row.boxes and row.name not in there]:
        yield Text.of("no boxes any more of {classes}", classes=UserName(some_of(gone)))
    if old.recall_at != new.recall_at:
        now, before = ("none" if at is None else f"{at:g}" for at in (new.recall_at, old.recall_at))
        words = "recall is not compared: it is counted from IoU {now}, was {before}"
        yield Text.of(words, now=now, before=before)


def folder_name(path: str) -> str:
    """Return the last part of a path of any system: where a dataset lies differs from one computer to the next."""
    return re.split(r"[\\/]", path.rstrip("\\/"))[-1] or path


def plain(lines: Sequence[Text]) -> list[str]:
    """Return texts as plain words."""
    return [str(line) for line in lines]


def _ratio(count: tuple[int, int]) -> float:
    return count[0] / count[1] if count[1] else 0.0


def _words(count: tuple[int, int]) -> str:
    return f"{count[0]:,} of {count[1]:,} boxes ({_ratio(count):.2%})"
