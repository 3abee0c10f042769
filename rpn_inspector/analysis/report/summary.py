"""An audit in Markdown, short enough for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rpn_inspector.analysis.audit.findings import KINDS, OUTPUT_KINDS
from rpn_inspector.analysis.audit.lost_words import output_sentences
from rpn_inspector.analysis.report.compared import ComparedSection, chosen_words, numbers, sections, worse_texts
from rpn_inspector.analysis.report.evaluation_section import summary_errors, summary_numbers
from rpn_inspector.analysis.report.group_columns import group_heads
from rpn_inspector.analysis.report.headlines import (
    Headline,
    Numbers,
    count_text,
    dataset_name,
    left_out,
    percent,
    positives_each,
)
from rpn_inspector.analysis.report.lost_headlines import title
from rpn_inspector.analysis.report.lost_section import summary_rows
from rpn_inspector.analysis.report.markdown import block, code, escaped, markdown, table
from rpn_inspector.core.plain_text import number_of
from rpn_inspector.core.text import Text, UserName

CLASSES = 10  # the largest, in the table


def summary(
    made: Numbers, sentences: Sequence[Headline], command: str = "", against: Sequence[Text] | None = None
) -> str:
    """Return the summary.

    Args:
        made: the values of `document`, and of comparisons.
        sentences: what weighs most.
        command: the command line that made the audit, "" for none.
        against: what got worse, and what differs, since the baseline; None without one.
    """
    lines = [f"### {markdown(title(made))}", ""]
    images, boxes = number_of(made["images"], "image"), number_of(made["boxes"], "ground truth")
    lines += [
        f"{code(dataset_name(made))}: {images}, {boxes}, recipe {code(made['recipe'])}.",
        "",
    ]
    lines += [f"- **{markdown(each.text)}** {markdown(each.detail)}".rstrip() for each in sentences]
    if against is not None:
        said = [f"- {markdown(line)}" for line in against] or ["- Nothing got worse."]
        lines += ["", "**Against the baseline**", "", *said]
    if made.get("ends") and made["ends"]["judged"]:
        head, rows = summary_rows(made)
        lines += ["", *table(head, rows), "", escaped(f"Found means {made['predictions']['found_means']}.")]
    if made.get("evaluation"):
        told = made["evaluation"]
        lines += ["", "**mAP and its errors**", "", *table(*summary_numbers(told)), "", *table(*summary_errors(told))]
    elif made.get("no_evaluation"):
        lines += ["", escaped(f"No mAP: {made['no_evaluation']}.")]
    lines += [
        "",
        *table(_head(made), _groups(made)),
        "",
        escaped(f"Small, medium and large in {made['recall_frame']}."),
    ]
    found = [(kind, one) for kind, one in made["kinds"].items() if one["count"]]
    if found:
        rows = [[f"`{kind}`", f"{each['count']:,}", f"{each['images']:,}"] for kind, each in found]
        lines += ["", *table(("found", "ground truths or images", "images"), rows)]
        lines += ["", *(f"- `{kind}`: {escaped((KINDS | OUTPUT_KINDS)[kind])}" for kind, _ in found)]
    if odd := [(kind, one) for kind, one in made.get("lint", {"kinds": {}})["kinds"].items() if one["count"]]:
        rows = [
            [f"`{kind}`", f"{each['count']:,}", f"{each['images']:,}", escaped(each["means"])] for kind, each in odd
        ]
        lines += ["", *table(("in the annotations", "found", "images", ""), rows)]
    if "predictions" in made:
        lines += ["", *(f"- {markdown(line)}" for line in output_sentences(made["predictions"]))]
    if left := left_out(made):
        lines += ["", *(f"- {words}: {code(kind)}" for words, kind in left)]
    if made.get("suggestions"):
        lines += ["", *_suggested(made["suggestions"])]
    for each in sections(made):
        lines += ["", *_compared(each)]
    if command:
        lines += ["", block(command)]
    return "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"


def _suggested(told: Numbers) -> Iterator[str]:
    yield "**Suggested anchors**"
    yield ""
    if not told["proposals"]:
        yield escaped(" ".join(chosen_words(told)))
        return
    sides = [told["now"], *(each["numbers"] for each in told["proposals"])]
    yield from table(("", "now", *(escaped(each["name"]) for each in told["proposals"])), numbers(sides))
    yield ""
    for each in told["proposals"]:
        changes = "; ".join(f"{place} = {value}" for place, value in each["changes"].items())
        yield f"- {escaped(each['name'])}{'' if each['same_cost'] else ', at a higher cost'}: {code(changes)}"
        yield from (f"  - {markdown(line)}" for line in worse_texts(each))
    yield ""
    yield escaped(" ".join(chosen_words(told)))


def _compared(section: ComparedSection) -> Iterator[str]:
    yield f"**{section.title}**"
    yield ""
    yield from (f"- {markdown(line)}" for line in section.words)
    for each in section.tables:
        yield ""
        if each.title:
            yield from (markdown(each.title), "")
        yield from table(_cells_of(each.head), map(_cells_of, each.rows))
        if each.more:
            yield from ("", f"and {each.more:,} more with fewer ground truths")


def _cells_of(row: Sequence[str]) -> list[str]:
    return [code(cell) if isinstance(cell, UserName) else escaped(cell) for cell in row]


def _head(made: Numbers) -> tuple[str, ...]:
    return ("", "ground truths", *group_heads(made).values())


def _groups(made: Numbers) -> Iterator[list[str]]:
    everything = {
        "boxes": made["used"],
        "recall": made["recall"]["all"],
        "unmatched": made["unmatched"],
        "starved": made["kinds"]["starved"]["count"],
        "low_quality_only": made["low_quality_only"],
        "positives": made["positives"],
    }
    keys = list(group_heads(made))
    yield ["**all**", *_cells(everything, keys)]
    for row in made["by_size"]:
        if row["boxes"]:
            yield [row["size"], *_cells(row, keys)]
    known = [row for row in made["by_class"] if row["boxes"]]
    most = sorted(known, key=lambda row: -row["boxes"])[:CLASSES]
    for row in most:
        yield [code(row["class"]), *_cells(row, keys)]
    if len(known) > len(most):
        rest = sum(row["boxes"] for row in known) - sum(row["boxes"] for row in most)
        yield [f"{len(known) - len(most):,} more classes", f"{rest:,}", *[""] * len(keys)]


def _cells(row: Numbers, keys: Sequence[str]) -> list[str]:
    return [f"{row['boxes']:,}", *(_cell(row, key) for key in keys)]


def _cell(row: Numbers, key: str) -> str:
    if key == "positives":
        each = positives_each(row)
        return "–" if each is None else f"{each:.2f}"
    return percent(row[key]) if key == "recall" else count_text(row[key])
