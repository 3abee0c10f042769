"""What an audit comes to, in sentences written from its numbers by rule: a title, then what weighs most."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rpn_inspector.analysis.audit.baseline import folder_name
from rpn_inspector.analysis.audit.lost_words import ENOUGH
from rpn_inspector.core.plain_text import number_of
from rpn_inspector.core.text import NOTHING, Text, UserName

Numbers = Mapping[str, Any]
"""The values of `document`."""
MOST = 3  # sentences under the title
GRAVE = 10.0  # an unmatched ground truth weighs as many of those that are learned from little
MUCH = 0.01  # share of ground truths from which unmatched ones are the title
LARGE = 0.1  # of those with few positives, or with low-quality ones alone
WIDE = 2.0  # deviation of t* from which, or under one over which, the coder's numbers are spoken of


@dataclass(frozen=True, slots=True)
class Headline:
    """A sentence, what explains it, and its weight among others: about a share of the ground truths."""

    text: Text
    detail: Text = NOTHING
    weight: float = 0.0


def title_of(made: Numbers) -> Text:
    """Return the one sentence: the largest part of the ground truths that anchors fail, else how many are reached."""
    used, at = made["used"], made["recall_at"]
    lack = "positive anchor" if made["positives"] is not None else "candidate"
    if not used:
        return Text.of("No ground truth takes part in the assignment")
    for kind, least, words in (
        ("unmatched", MUCH, f"{{part}} ground truths have no {lack}"),
        ("low_quality_only", LARGE, "{part} ground truths are positive by the low-quality rule alone"),
        ("few_positives", LARGE, "{part} ground truths have one or two positive anchors"),
        ("unmatched", 0.0, f"{{part}} ground truths have no {lack}"),
    ):
        if made[kind] and made[kind] >= least * used:
            return Text.of(words, part=part_of(made[kind], used))
    if made["positives"] is None:
        few = made["kinds"]["starved"]["count"]
        if few:
            return Text.of("{part} ground truths have fewer candidates than the rule may take", part=part_of(few, used))
        return Text.of("Every ground truth has as many candidates as the rule may take")
    if made["recall"]["all"] is None:
        return Text.of("Every ground truth has a positive anchor")
    return Text.of(
        "Every ground truth has a positive anchor, and {share} reach IoU {at}", share=percent(made["recall"]["all"]),
        at=f"{at:g}",
    )  # fmt: skip


def headlines(made: Numbers, sizes: Sequence[float] = ()) -> list[Headline]:
    """Return what weighs most first, at most `MOST` sentences: those of the first `RULES` that have one.

    Args:
        made: the values of `document`.
        sizes: the anchors' sizes, network px, in any order; none where unknown.
    """
    found: list[Headline] = []
    if made["used"]:
        for rule in RULES:
            found += rule(made, sizes)
    return sorted(found[:MOST], key=lambda each: -each.weight)


def _unmatched(made: Numbers, sizes: object) -> Iterator[Headline]:
    count, kinds = made["unmatched"], made["kinds"]
    if not count:
        return
    why = []
    if made["untouched"]:
        words = "1 overlaps no anchor at all." if made["untouched"] == 1 else "{count} overlap no anchor at all."
        why.append(Text.of(words, count=f"{made['untouched']:,}"))
    if kinds["best_anchor_taken"]["count"]:
        words = "{count} unmatched, anchor taken: the best anchor trains another ground truth."
        why.append(Text.of(words, count=f"{kinds['best_anchor_taken']['count']:,}"))
    why += _worst_group(made, "unmatched")
    words = "{count} of {used} ground truths without a positive anchor."
    if made["positives"] is None:
        words = "{count} of {used} ground truths without a candidate: no prediction can help."
    text = Text.of(words, **_counts(made, count))
    yield Headline(text, Text.joined(*why), GRAVE * count / made["used"])


def _low_quality(made: Numbers, sizes: object) -> Iterator[Headline]:
    count = made["low_quality_only"]
    if count:
        words = "{count} of {used} positive by the low-quality rule alone."
        reach = (
            [] if made["recall_at"] is None else [Text.of("No anchor reaches IoU {at}.", at=f"{made['recall_at']:g}")]
        )
        detail = Text.joined(*reach, *_worst_group(made, "low_quality_only"))
        yield Headline(Text.of(words, **_counts(made, count)), detail, count / made["used"])


def _worst_class(made: Numbers, sizes: Sequence[float]) -> Iterator[Headline]:
    known = [row for row in made["by_class"] if row["boxes"] >= ENOUGH and row["recall"] is not None]
    if made["recall_at"] is None or len(known) < 2:
        return
    worst = min(known, key=lambda row: row["recall"])
    if worst["recall"] >= made["recall"]["all"]:
        return
    text = Text.of(
        "Of classes with {enough} ground truths or more {name} fits worst: {share} of {boxes} reach IoU {at}, against "
        "{all} of all.", enough=ENOUGH, name=UserName(worst["class"]), share=percent(worst["recall"]),
        boxes=f"{worst['boxes']:,}", at=f"{made['recall_at']:g}",
        all=percent(made["recall"]["all"]),
    )  # fmt: skip
    weight = made["recall"]["all"] - worst["recall"]
    yield Headline(text, _size_words(worst["median_side"], sizes), weight)


def _size_words(median: float | None, sizes: Sequence[float]) -> Text:
    """Return whether the anchors' sizes are the reason, with those next below and above."""
    if median is None or not sizes:
        return NOTHING
    low = max((size for size in sizes if size <= median), default=min(sizes))
    high = min((size for size in sizes if size >= median), default=max(sizes))
    words = "Not for want of sizes: a median side of {median} network px, as the anchors of {low}: it is the shape."
    if median < low:
        words = "Smaller than the anchors: a median side of {median} network px, the smallest anchor's is {low}."
    elif median > high:
        words = "Larger than the anchors: a median side of {median} network px, the largest anchor's is {high}."
    elif low < high:
        words = "A median side of {median} network px, between the anchors of {low} and {high}: shape or steps of size."
    return Text.of(words, median=f"{median:.1f}", low=f"{low:.4g}", high=f"{high:.4g}")


def _few(made: Numbers, sizes: object) -> Iterator[Headline]:
    if made["few_positives"]:
        text = Text.of("{count} of {used} with one or two positive anchors.", **_counts(made, made["few_positives"]))
        yield Headline(text, NOTHING, made["few_positives"] / made["used"])


def _starved(made: Numbers, sizes: object) -> Iterator[Headline]:
    count = made["kinds"]["starved"]["count"]
    if count:
        text = Text.of("{count} of {used} with fewer candidates than the rule may take.", **_counts(made, count))
        yield Headline(text, Text.joined(*_worst_group(made, "starved", count)), count / made["used"])


def _contested(made: Numbers, sizes: object) -> Iterator[Headline]:
    count = made["kinds"]["contested"]["count"]
    if count:
        text = Text.of("{count} of {used} share every candidate with others.", **_counts(made, count))
        yield Headline(text, NOTHING, count / made["used"])


def _without_overlap(made: Numbers, sizes: object) -> Iterator[Headline]:
    if made["positives_without_overlap"]:
        text = Text.of(
            "{count} anchors are positive and overlap no ground truth.", count=f"{made['positives_without_overlap']:,}"
        )
        why = Text.of("A ground truth that no anchor overlaps ties with all of them at IoU 0.")
        yield Headline(text, why, made["positives_without_overlap"] / (made["positives"] or 1))


def _targets(made: Numbers, sizes: object) -> Iterator[Headline]:
    targets = made["targets"]
    std = targets["std"]
    if not std or all(1 / WIDE <= value <= WIDE for value in std):
        return
    spread = ", ".join(f"{name} {value:.3f}" for name, value in zip(targets["coordinates"], std, strict=True))
    weights = [value for value in targets["suggested"]["weights"] if value is not None]
    text = Text.of("The targets t* deviate by {spread}.", spread=spread)
    if len(weights) < len(std):
        yield Headline(text)
        return
    words = "Weights of {weights} would make each deviation 1; what a loss is tuned to changes with them."
    yield Headline(text, Text.of(words, weights=", ".join(f"{value:.3g}" for value in weights)))


def _zero(made: Numbers, sizes: object) -> Iterator[Headline]:
    if made["zero_size"]:
        text = Text.of("{count} zero-size boxes: no width or no height.", count=f"{made['zero_size']:,}")
        yield Headline(text, Text.of("They are in no other count."))


RULES: tuple[Callable[[Numbers, Sequence[float]], Iterator[Headline]], ...] = (
    _unmatched, _without_overlap, _low_quality, _worst_class, _few, _starved, _contested, _targets, _zero,
)  # fmt: skip


def _worst_group(made: Numbers, kind: str, found: int | None = None) -> list[Text]:
    """Return the class or size with the largest share of ``kind``, ``found`` in all, where more than one is known."""
    rows = [
        (row[kind] / row["boxes"], row["boxes"], row[kind], UserName(row[by]))
        for by in ("class", "size")
        for row in made[f"by_{by}"]
        if kind in row and row["boxes"] >= ENOUGH and row["boxes"] < made["used"]
    ]
    if not rows:
        return []
    share, boxes, count, name = max(rows, key=lambda row: row[0])
    if (made[kind] if found is None else found) < ENOUGH:
        return []
    words = "The largest share is of {name}: {count} of {boxes} ({share})."
    return [Text.of(words, name=name, count=f"{count:,}", boxes=f"{boxes:,}", share=percent(share))]


def _counts(made: Numbers, count: int) -> dict[str, object]:
    return {"count": f"{count:,}", "used": f"{made['used']:,}"}


def part_of(count: int, whole: int) -> str:
    """Return a share in words: in 100, in 1,000, or as counted where that is less than one."""
    for base in (100, 1_000):
        if count * base >= whole:
            return f"{round(count * base / whole):,} in {base:,}"
    return f"{count:,} of {whole:,}"


def percent(share: float | None) -> str:
    """Return a share as 12.3 %, an en dash for none."""
    return "–" if share is None else f"{100 * share:.1f} %"


def count_text(count: int | None) -> str:
    """Return a count as text, an en dash for one that the rule does not know."""
    return "–" if count is None else f"{count:,}"


def left_out(made: Numbers) -> list[tuple[str, str]]:
    """Return how many records the reading left out in words, and the kind, for each kind."""
    words = {False: "{n:,} records were left out by the reading", True: "1 record was left out by the reading"}
    return [(words[count == 1].format(n=count), kind) for kind, count in made["skipped"].items() if count]


def per_image_words(each: Numbers) -> str:
    """Return how many positive anchors an image has, from the values of `PerImage`; images without any are counted."""
    words = f"{each['least']:,} to {each['most']:,}, in the median {each['median']:,g}"
    if each["without"]:
        have = "has" if each["without"] == 1 else "have"
        words += f"; {number_of(each['without'], 'image')} {have} none"
        words += f", {each['without_but_boxes']:,} of them with ground truths" if each["without_but_boxes"] else ""
    return words


def positives_each(row: Numbers) -> float | None:
    """Return the positive anchors for each ground truth of a group, None without any, or where outputs decide."""
    return row["positives"] / row["boxes"] if row["boxes"] and row["positives"] is not None else None


def dataset_name(made: Numbers) -> str:
    """Return the last part of the dataset's path: where it lies differs from one computer to the next."""
    return folder_name(made["dataset"])
