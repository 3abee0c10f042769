"""mAP and its errors as a part of the report: numbers, classes, and a bar of lost ground truths behind each error."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rpn_inspector.analysis.audit.end_names import END_NAMES, ERROR_NAMES, ORDER
from rpn_inspector.analysis.audit.evaluation_words import error_texts, evaluation_texts, had_text, map_text
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.tide import Error
from rpn_inspector.analysis.report.headlines import Headline, Numbers
from rpn_inspector.analysis.report.lost_section import MOST_ROWS, BarPart
from rpn_inspector.analysis.report.page_table import Cell, PageTable, name_of, number_cell
from rpn_inspector.core.plain_text import printable
from rpn_inspector.core.text import Text


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """An error: cells, the bar of the lost ground truths behind, and where these end, in words."""

    means: str
    cells: Sequence[Cell]
    parts: Sequence[BarPart]
    words: str


def evaluation_section(made: Numbers) -> dict[str, Any] | None:
    """Return what the page's template needs of the evaluation, None without outputs."""
    if "evaluation" not in made:
        return None
    told = made["evaluation"]
    said = set(map(str, (map_text(told), *error_texts(told)))) if evaluation_headlines(made) else set()  # at the top
    words = [printable(line) for line in map(str, evaluation_texts(made)) if line not in said]
    if told is None:
        return {"words": words, "numbers": None, "errors": [], "classes": None, "counted": ""}
    most = max((each["lost"] for each in told["errors"]), default=0)
    return {
        "words": words,
        "numbers": PageTable(
            "", tuple(told["numbers"]), [[number_cell(one, ".4f") for one in told["numbers"].values()]]
        ),
        "errors": [_error(each, most, told["classes"]) for each in told["errors"]],
        "classes": _classes(told["by_class"]) if told["classes"] else None,
        "counted": _counted(told),
    }


def _error(each: Mapping[str, Any], most: int, of_class: bool) -> ErrorRow:
    cells = (
        Cell(ERROR_NAMES[Error[each["error"].upper()]], each["error"]),
        number_cell(100 * each["points"], "+.2f"),
        number_cell(each["count"]),
        number_cell(each["ground_truths"]),
        number_cell(each["lost"]),
    )
    parts = [
        BarPart(name, f"{100 * each['ends'][name] / most:.3f}", f"{END_NAMES[end]}: {each['ends'][name]:,}")
        for end, name in ((end, end.name.lower()) for end in ORDER if end != End.FOUND)
        if each["ends"][name]
    ]
    none = "none of them is lost" if each["ground_truths"] else "no ground truth"
    words = str(had_text(each, found=False, of_class=of_class)) or none
    return ErrorRow(each["means"], cells, parts, words)


def _classes(groups: Sequence[Mapping[str, Any]]) -> PageTable:
    there = sorted((row for row in groups if row["boxes"]), key=lambda row: -row["boxes"])
    rows = [
        [
            Cell(name_of(row["class"]), name_of(row["class"])),
            number_cell(row["boxes"]),
            number_cell(row["AP"], ".4f"),
            number_cell(row["AP50"], ".4f"),
        ]
        for row in there[:MOST_ROWS]
    ]
    more = f"The largest {MOST_ROWS} of {len(there):,}." if len(there) > MOST_ROWS else ""
    return PageTable("", ("class", "ground truths", "AP", "AP at IoU 0.50"), rows, more)


def _counted(told: Mapping[str, Any]) -> str:
    regions = f", {told['regions']:,} regions that count neither way" if told["regions"] else ""
    beyond = f", {told['not_counted']:,} more in regions or beyond 100 of a class" if told["not_counted"] else ""
    return (
        f"By {told['by']}: {told['ground_truths']:,} ground truths{regions}; {told['detections']:,} boxes{beyond}; "
        f"{told['annotated_areas']:,} annotated areas, else the box's. A bar counts lost ground truths alone, and one "
        "may be behind several errors."
    )


def evaluation_headlines(made: Numbers) -> list[Headline]:
    """Return mAP with the missed and the costliest error, none without a number."""
    told = made.get("evaluation")
    if told is None or told["numbers"]["AP"] is None:
        return []
    return [Headline(map_text(told), Text.joined(*error_texts(told)))]


def summary_numbers(told: Mapping[str, Any]) -> tuple[tuple[str, ...], list[list[str]]]:
    """Return head and the one row of COCO's numbers for the summary."""
    return tuple(told["numbers"]), [[number_cell(one, ".4f").text for one in told["numbers"].values()]]


def summary_errors(told: Mapping[str, Any]) -> tuple[tuple[str, ...], list[list[str]]]:
    """Return head and rows of a table of errors for the summary."""
    rows = [
        [
            ERROR_NAMES[Error[each["error"].upper()]],
            f"{100 * each['points']:+.2f}".replace("-", "−"),
            f"{each['count']:,}",
            f"{each['ground_truths']:,}",
            *(f"{each['ends'][end.name.lower()]:,}" for end in ORDER),
        ]
        for each in told["errors"]
    ]
    return ("error", "points of AP", "count", "of ground truths", *(END_NAMES[end] for end in ORDER)), rows
