"""The comparisons of an audit as sections of tables, one text for the terminal, the summary and the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rpn_inspector.analysis.audit.baseline import folder_name
from rpn_inspector.analysis.audit.end_names import END_NAMES
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.core.finding_words import GT_FINDING_WORDS
from rpn_inspector.core.plain_text import some_of
from rpn_inspector.core.prospects import NO_SHAPES
from rpn_inspector.core.text import NOTHING, Text, UserName

Numbers = Mapping[str, Any]
NUMBERS = {
    "boxes_reached": "ground truths reached",
    "low_quality_only": "low-quality only",
    "few_positives": "one or two positives",
    "unmatched": "unmatched",
    "mean_best_iou": "mean best IoU",
    "positives_per_box": "positives each",
    "std_w": "std of t* w",
    "std_h": "std of t* h",
    "anchors": "anchors an image",
    "best_possible_recall": "YOLOv5's best possible recall",
    "anchors_over_threshold": "YOLOv5's anchors over its threshold",
}
SHARES = frozenset({"boxes_reached", "best_possible_recall"})
COUNTS = frozenset({"low_quality_only", "few_positives", "unmatched", "anchors"})
ROWS = 10  # groups of a table, the largest
EXAMPLES = 5
WHY_WORDS = {
    "untouched": GT_FINDING_WORDS["untouched"],
    "best_anchor_taken": "anchor taken",
    "unmatched": "no anchor passes the rule",
    "low_quality_only": "no anchor reaches the threshold",
    "left_out": "outside the assignment in one of them",
}


@dataclass(frozen=True, slots=True)
class TextRows:
    """A table of text: ``head`` and ``rows`` of cells, names of users as `UserName`; ``more`` rows are left out."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    title: Text = NOTHING
    more: int = 0


@dataclass(frozen=True, slots=True)
class ComparedSection:
    """A comparison: heading, sentences, tables and examples."""

    id: str
    title: str
    words: Sequence[Text]
    tables: Sequence[TextRows]
    examples: Sequence[Text] = ()


def sections(made: Numbers, every: bool = False) -> list[ComparedSection]:
    """Return the comparisons among the values of an audit: with a recipe, a checkpoint, a dataset.

    With ``every`` each group is listed, else the `ROWS` largest.
    """
    most = None if every else ROWS
    found = []
    if "against" in made:
        found.append(_recipes(made["recipe"], made["against"]))
    if "against_predictions" in made:
        found.append(_outputs(made["against_predictions"], most))
    if "against_dataset" in made:
        found.append(_datasets(made["against_dataset"], most))
    return found


def number(key: str, value: float | None) -> str:
    """Return one of the `NUMBERS`, an en dash where unknown."""
    if key in SHARES:
        return _cell(value, ".1%")
    return _cell(value, ",.0f" if key in COUNTS else ".4f")


def numbers(sides: Sequence[Numbers]) -> list[list[str]]:
    """Return a row for each of the `NUMBERS`, a cell for each side."""
    return [[title, *(number(key, side[key]) for side in sides)] for key, title in NUMBERS.items()]


def chosen_words(suggestions: Mapping[str, Any]) -> tuple[str, ...]:
    """Return which suggestion is best, by what, and what was left out, a sentence each; suggestions as JSON has them.

    Without any proposal only what was left out.
    """
    best = suggestions["best"] or "none: the recipe's own anchors are as good"
    left = ", ".join(suggestions.get("left_out", ()))
    out = (f"Left out, as it makes no number better: {left}.",) if left else ()
    if not suggestions["proposals"]:
        none = str(NO_SHAPES) if suggestions.get("points") else "No other anchors to suggest."
        return (none, *_yolo_words(suggestions.get("now", {})), *out)
    by = f"Best is {suggestions['criterion']}." if "criterion" in suggestions else ""
    only = "A better fit is not yet a better AP: only training tells."
    return tuple(filter(None, (f"Best of the same cost: {best}.", by, *out, only)))


def _yolo_words(now: Numbers) -> tuple[str, ...]:
    """Return YOLOv5's numbers of the recipe's own anchors as a sentence, where they are known."""
    recall, over = now.get("best_possible_recall"), now.get("anchors_over_threshold")
    if recall is None or over is None:
        return ()
    return (f"YOLOv5's best possible recall: {recall:.1%}, with {over:.2f} anchors over its threshold a box.",)


def worse_texts(proposal: Numbers, most: int = EXAMPLES) -> list[Text]:
    """Return what gets worse under a suggestion: the numbers, then at most ``most`` groups that lose most."""
    words = "worse: {what}, {now} to {then}"
    found = [
        Text.of(words, what=NUMBERS[row["name"]], now=now, then=then)
        for row in proposal["worse_numbers"]
        if (now := number(row["name"], row["now"])) != (then := number(row["name"], row["then"]))
    ]
    return found + [
        Text.of(words, what=UserName(f"{row['by']} {row['name']}"), now=f"{row['now']:.1%}", then=f"{row['then']:.1%}")
        for row in proposal["worse"][:most]
    ]


def _recipes(name: str, found: Numbers) -> ComparedSection:
    one, other, anchors = UserName(name), UserName(found["recipe"]), found["anchors"]
    head = UserName(f"{name}, down; {other}, across")
    words = [_moved_words(found, other)]
    words += [
        Text.of(
            "Worse: {name}, {now} to {then} of the ground truths reached.", name=UserName(f"{row['by']} {row['name']}"),
            now=f"{row['now']:.1%}", then=f"{row['then']:.1%}",
        )
        for row in found["worse"][:EXAMPLES]
    ]  # fmt: skip
    tables = [] if found["matrix"] is None else [_matrix(head, found["states"], found["matrix"])]
    if found["kinds"]:
        rows = [[row["kind"], *(f"{count:,}" for count in row["found"]), _rise(row["found"])] for row in found["kinds"]]
        tables.append(TextRows(("found as", one, other, "change"), rows))
    if found["whys"]:
        rows = [[f"{row['from']} to {row['to']}", f"{row['count']:,}", WHY_WORDS[row["why"]]] for row in found["whys"]]
        tables.append(
            TextRows(("what became of ground truths", "ground truths", "under the recipe that is worse for them"), rows)
        )
    if anchors is not None and anchors["compared"]:
        tables.append(_matrix(head, anchors["labels"], anchors["matrix"], _anchor_words(anchors)))
        if anchors["reasons"]:
            rows = [[row["why"], f"{row['count']:,}"] for row in anchors["reasons"]]
            tables.append(TextRows(("why anchors change", "anchors"), rows))
    elif anchors is not None:
        words.append(Text("The two grids have no anchor in common, so the ground truths alone are compared."))
    tables.append(TextRows(("", one, other), numbers(found["numbers"])))
    examples = [
        Text.of(
            "{box}: {before} to {after}, best IoU {iou} to {then}", box=_box(each), before=each["states"][0],
            after=each["states"][1], iou=_cell(each["best_iou"][0], ".4f"), then=_cell(each["best_iou"][1], ".4f"),
        )
        for each in found["examples"][:EXAMPLES]
    ]  # fmt: skip
    return ComparedSection("compared", "Another recipe", words, tables, examples)


def _moved_words(found: Numbers, other: UserName) -> Text:
    """Return how many ground truths have another state, or why that is not known."""
    if found["undecided"]:
        names = UserName(" and ".join(dict.fromkeys(found["undecided"])))
        return Text.of("Outputs decide about positives under {names}, so no states are compared.", names=names)
    one = "1 ground truth has another state under {other}."
    more = "{count} ground truths have another state under {other}."
    return Text.of(one if found["moved"] == 1 else more, count=f"{found['moved']:,}", other=other)


def _anchor_words(found: Numbers) -> Text:
    words = Text.of(
        "{count} of {all} anchors in both grids change label or ground truth.", count=f"{found['differing']:,}",
        all=f"{found['compared']:,}",
    )  # fmt: skip
    more = []
    if found["only_a"] or found["only_b"]:
        alone = {"one": f"{found['only_a']:,}", "other": f"{found['only_b']:,}"}
        more.append(Text.of("{one} stand in the first grid alone, {other} in the second.", **alone))
    if found["images"] < found["of"]:
        part = {"part": f"{found['images']:,}", "all": f"{found['of']:,}"}
        more.append(Text.of("Of {part} of {all} images, evenly taken; --all compares all.", **part))
    return Text.joined(words, *more)


def _outputs(found: Numbers, most: int | None) -> ComparedSection:
    one, other = _sides(found)
    counts = [f"{count:,}" for count in found["found"]]
    words = [
        Text.of(
            "{changed} of {judged} ground truths end elsewhere: {before} are found by {one}, {after} by {other}.",
            changed=f"{found['changed']:,}", judged=f"{found['judged']:,}", before=counts[0], after=counts[1], one=one,
            other=other,
        )
    ]  # fmt: skip
    for key, said in (
        ("found_then_lost", "{count} found first are lost then: {ends}."),
        ("lost_then_found", "{count} lost first are found then; before: {ends}."),
    ):
        if total := sum(found[key].values()):
            ends = ", ".join(f"{count:,} {_end_name(end)}" for end, count in found[key].items() if count)
            words.append(Text.of(said, count=f"{total:,}", ends=ends))
    for side, count in zip((one, other), found["judged_in_one"], strict=True):
        if count:
            said = "{count} ground truths are judged by {side} alone, and in no number here."
            words.append(Text.of(said, count=f"{count:,}", side=side))
    if not found["judged"]:
        return ComparedSection(
            "checkpoints", "Another checkpoint", [Text("No ground truth is judged by both."), *words[1:]], ()
        )
    corner = UserName(f"{one}, down; {other}, across")
    tables = [_matrix(corner, [_end_name(end) for end in found["ends"]], found["matrix"])]
    if found["loss_images"]:
        words_of = {"objectness": " or ".join(dict.fromkeys(found["objectness_is"]))}
        rows = [
            [words_of.get(key, key), *(_cell(side[key], ".4g") for side in found["loss"])] for key in found["loss"][0]
        ]
        title = Text.of("Mean losses of {count} images with both:", count=f"{found['loss_images']:,}")
        tables.append(TextRows(("loss", one, other), rows, title))
    if found["evaluation"] is not None:
        tables += _evaluations(found["evaluation"], one, other)
    head = ("judged", "found", "then", "now lost", "now found", "mean box loss", "then")
    tables += [_listed((by, *head), found[f"by_{by}"], most, _end_row) for by in ("class", "size")]
    examples = [
        Text.of(
            "{box}: found, then {end}, score {before} to {after}", box=_box(each), end=_end_name(each["ends"][1]),
            before=_cell(each["score"][0], ".3f"), after=_cell(each["score"][1], ".3f"),
        )
        for each in found["examples"][:EXAMPLES]
    ]  # fmt: skip
    return ComparedSection("checkpoints", "Another checkpoint", words, tables, examples)


def _evaluations(found: Numbers, one: UserName, other: UserName) -> list[TextRows]:
    """Return COCO's numbers and the errors under either."""
    rows = [[name, *(_cell(value, ".4f") for value in both)] for name, both in found["numbers"].items()]
    errors = [
        [each["error"], *(f"{count:,}" for count in each["count"]), *(f"{100 * one:+.2f}" for one in each["points"])]
        for each in found["errors"]
    ]
    head = ("error", one, other, "points", "then")
    return [TextRows(("mAP", one, other), rows), TextRows(head, errors)]


def _sides(found: Numbers) -> list[UserName]:
    """Return what tells the two apart: recipes where the outputs are the same, steps of one path, else paths."""
    paths, steps = [folder_name(path) for path in found["path"]], found["step"]
    if found["path"][0] == found["path"][1] and steps[0] == steps[1]:
        return [*map(UserName, found["recipe"])]
    if steps[0] == steps[1]:
        return [*map(UserName, paths if paths[0] != paths[1] else found["path"])]
    said = ["no step" if step is None else f"step {step:,}" for step in steps]
    return [*map(UserName, said if paths[0] == paths[1] else paths)]


def _end_row(row: Numbers) -> list[str]:
    counts = [row["boxes"], *row["found"], row["found_then_lost"], row["lost_then_found"]]
    return [*(f"{count:,}" for count in counts), *(_cell(value, ".4g") for value in row["mean_box_loss"])]


def _datasets(found: Numbers, most: int | None) -> ComparedSection:
    names = [folder_name(path) for path in found["dataset"]]
    one, other = map(UserName, names if names[0] != names[1] else found["dataset"])
    facts = [
        ["images", *(f"{count:,}" for count in found["images"])],
        ["ground truths", *(f"{count:,}" for count in found["boxes"])],
        ["ground truths an image", *(_cell(value, ".2f") for value in found["boxes_per_image"])],
        ["images without ground truth", *(f"{count:,}" for count in found["images_without_boxes"])],
        ["sizes of images, and the commonest", *(_size_words(each) for each in found["picture_sizes"])],
        ["√area of ground truths, network px: quartiles", *(_side_words(each) for each in found["box_sides"])],
    ]
    words = []
    for side, alone in zip((one, other), found["classes_of_one"], strict=True):
        if alone:
            said = {"side": side, "count": f"{len(alone):,}", "names": UserName(some_of(alone, ", "))}
            words.append(Text.of("Classes of {side} alone, {count}: {names}.", **said))
    tables = [TextRows(("", one, other), facts + numbers(found["numbers"]))]
    head = ("ground truths", "then", "share", "then", "reached", "then", "unmatched", "then")
    groups = [_listed((by, *head), found[f"by_{by}"], most, _group_row) for by in ("class", "size", "aspect")]
    tables += [each for each in groups if each.rows]
    return ComparedSection("datasets", "Another dataset", words, tables)


def _group_row(row: Numbers) -> list[str]:
    cells = [f"{count:,}" for count in row["boxes"]]
    for key, form in (("share", ".1%"), ("recall", ".1%"), ("unmatched", ",d")):
        cells += [_cell(value, form) for value in row[key]]
    return cells


def _size_words(sizes: Numbers) -> str:
    if not sizes["commonest"]:
        return "–"
    height, width = sizes["commonest"][0]["size"]
    return f"{sizes['different']:,}; {width} x {height}"


def _side_words(sides: Numbers | None) -> str:
    return "–" if sides is None else " ".join(f"{value:.1f}" for value in sides["network_px"][1:-1])


def _listed(
    head: Sequence[str], rows: Sequence[Numbers], most: int | None, cells: Callable[[Numbers], list[str]]
) -> TextRows:
    """Return the table of the groups with any boxes; those with most where there are more than ``most``."""
    there = [row for row in rows if _boxes(row)]
    shown = there if most is None or len(there) <= most else sorted(there, key=lambda row: -_boxes(row))[:most]
    return TextRows(head, [[UserName(row[head[0]]), *cells(row)] for row in shown], more=len(there) - len(shown))


def _boxes(row: Numbers) -> int:
    boxes = row["boxes"]
    return sum(boxes) if isinstance(boxes, list) else int(boxes)


def _box(example: Numbers) -> UserName:
    return UserName(f"{example['image']}, {example['gt'] + 1} {example['class']}")


def _matrix(corner: str, names: Sequence[str], counts: Sequence[Sequence[int]], title: Text = NOTHING) -> TextRows:
    rows = [[name, *(f"{count:,}" for count in row)] for name, row in zip(names, counts, strict=True)]
    return TextRows((corner, *names), rows, title)


def _end_name(key: str) -> str:
    return END_NAMES[End[key.upper()]]


def _rise(pair: Sequence[int]) -> str:
    return f"{pair[1] - pair[0]:+,}" if pair[1] != pair[0] else "0"


def _cell(value: float | None, form: str) -> str:
    return "–" if value is None else f"{value:{form}}"


def elsewhere_table(suggestions: Mapping[str, Any]) -> tuple[tuple[str, ...], list[list[str]]] | None:
    """Return heads and rows of ground truths lacking candidates under other inputs; suggestions as JSON has them."""
    found = suggestions.get("elsewhere")
    if not found:
        return None
    heads = ("input and levels", "no candidate", "few candidates", "all shared", "of ground truths")
    keys = ("no_candidate", "starved", "contested", "of")
    return heads, [[row["name"], *(f"{row[key]:,}" if key in row else "–" for key in keys)] for row in found]
