"""Where ground truths end, as a part of the report's page: bars, losses, the hardest, and calibration of the score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rpn_inspector.analysis.audit.end_names import END_NAMES, ORDER
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.predicted_document import loss_words
from rpn_inspector.analysis.report.headlines import Numbers, percent
from rpn_inspector.analysis.report.page_table import Cell, PageTable, name_of, number_cell, share_cell
from rpn_inspector.core.plain_text import number_of
from rpn_inspector.core.prediction import WITHOUT_LOSS

GROUPS = {
    "class": "Class",
    "size": "Size, of the box in original px",
    "side": "√area, network px",
    "best_anchor": "IoU of the best anchor",
    "level": "Level of the best anchor",
}
MOST_ROWS = 100


@dataclass(frozen=True, slots=True)
class BarPart:
    """A part of a bar: the end's name, the share of the bar in percent, and what it says."""

    end: str
    width: str
    words: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A group's bars: each a name's cell with its parts, ground truths, lost ones and the share found."""

    title: str
    head: str
    rows: Sequence[tuple[Cell, Sequence[BarPart], Sequence[Cell]]]
    more: str = ""


def lost_section(made: Numbers) -> dict[str, Any] | None:
    """Return what the page's template needs of the ends, None without outputs or where nothing is judged."""
    ends = made.get("ends")
    if not ends or not ends["judged"]:
        return None
    legend = [BarPart(end.name.lower(), "", f"{END_NAMES[end]} {ends[end.name.lower()]:,}") for end in ORDER]
    words = f"Found means {made['predictions']['found_means']}. The ends add up to {ends['judged']:,}, the ground "
    words += f"truths judged by the outputs, of {made['used']:,}."
    scores = loss_words(made["loss"])["objectness"]
    return {
        "words": f"{words} {WITHOUT_LOSS}" if made["predictions"]["encoded_back"] else words,
        "legend": legend,
        "groups": [_bars(made, by) for by in GROUPS],
        "losses": _losses(made),
        "hardest": _hardest(made["hardest"], scores),
        "images": _images(made["hardest_images"], scores),
        "costliest": _costliest(made["costliest"], scores),
        "calibration": [_calibration(made["calibration"][name], words) for name, words in _SCORES.items()],
    }


def _bars(made: Numbers, by: str) -> Bars:
    rows = [row for row in made["lost"][f"by_{by}"] if row["boxes"]]
    if by == "class":
        rows = sorted(rows, key=lambda row: -row["boxes"])
    shown = [
        (
            Cell(name_of(row[by]), name_of(row[by]) if by == "class" else f"{at:04}"),
            _parts(row),
            (number_cell(row["boxes"]), number_cell(row["boxes"] - row["found"]), share_cell(row["share_found"])),
        )
        for at, row in enumerate(rows[:MOST_ROWS])
    ]
    more = f"The largest {MOST_ROWS} of {len(rows):,}." if len(rows) > MOST_ROWS else ""
    return Bars(GROUPS[by], by.replace("_", " "), shown, more)


def _parts(row: Mapping[str, Any]) -> list[BarPart]:
    return [
        BarPart(name, f"{100 * row[name] / row['boxes']:.3f}", f"{END_NAMES[end]}: {row[name]:,} of {row['boxes']:,}")
        for end, name in ((end, end.name.lower()) for end in ORDER)
        if row[name]
    ]


def _losses(made: Numbers) -> PageTable | None:
    """Return the mean losses of ground truths by class, size and level, None where no loss is known."""
    if made["loss"] is None:
        return None
    groups = [(by, row) for by in ("class", "size", "level") for row in made["lost"][f"by_{by}"]]
    rows = [
        [
            Cell(f"{by}: {name_of(row[by])}", at),
            number_cell(row["boxes"]),
            number_cell(row["with_loss"]),
            number_cell(_each(row, "box_loss"), ".5f"),
            number_cell(_each(row, "objectness_loss"), ".5f"),
        ]
        for at, (by, row) in enumerate(groups)
        if row["boxes"]
    ]
    loss, words = made["loss"], loss_words(made["loss"])
    parts = ", ".join(
        f"{word} {'–' if loss[name] is None else format(loss[name], '.5f')}" for name, word in words.items()
    )
    head = (
        "",
        "ground truths",
        "with an anchor in the mini-batch",
        "mean box loss",
        f"mean {words['objectness']} loss",
    )
    return PageTable("", head, rows, f"Mean over {number_of(loss['images'], 'image')}, {loss['mean_over']}: {parts}.")


def _each(row: Mapping[str, Any], name: str) -> float | None:
    return None if row[name] is None or not row["with_loss"] else row[name] / row["with_loss"]


def _hardest(listed: Sequence[Mapping[str, Any]], scores: str) -> PageTable:
    rows = [
        [
            Cell(name_of(row["image"]), name_of(row["image"])),
            number_cell(row["gt"] + 1),
            Cell(name_of(row["class"]), name_of(row["class"])),
            number_cell(row["box_loss"], ".5f"),
            number_cell(row["objectness_loss"], ".5f"),
            Cell("–", "") if row["end"] is None else Cell(END_NAMES[End[row["end"].upper()]], row["end"]),
        ]
        for row in listed
    ]
    head = ("image", "ground truth", "class", "box loss", f"{scores} loss", "end")
    return PageTable("", head, rows, words=frozenset({0, 2, 5}))


def _images(listed: Sequence[Mapping[str, Any]], scores: str) -> PageTable:
    rows = [
        [
            Cell(name_of(row["image"]), name_of(row["image"])),
            *(number_cell(row[name], ".5f") for name in ("objectness", "box", "total")),
        ]
        for row in listed
    ]
    return PageTable("", ("image", f"{scores} loss", "box loss", "total"), rows)


def _costliest(listed: Sequence[Mapping[str, Any]], scores: str) -> PageTable:
    rows = [
        [
            Cell(name_of(row["image"]), name_of(row["image"])),
            number_cell(row["anchor"]),
            number_cell(None if row["gt"] is None else row["gt"] + 1),
            *(number_cell(row[name], ".5f") for name in ("loss", "objectness", "box")),
        ]
        for row in listed
    ]
    return PageTable("", ("image", "anchor", "ground truth", "loss", f"{scores} loss", "box loss"), rows)


_SCORES = {
    "anchors": "Anchors by score: the share of positive ones",
    "boxes": "Kept boxes by score: the share at IoU 0.50 with a ground truth",
}


def _calibration(bins: Sequence[Mapping[str, Any]] | None, title: str) -> PageTable:
    if bins is None:
        return PageTable(title, (), (), "Not known.")
    rows = [
        [
            Cell(f"{row['from']:.1f} to {row['to']:.1f}", at),
            number_cell(row["count"]),
            number_cell(row["score"], ".3f"),
            number_cell(row["share"], ".3f"),
        ]
        for at, row in enumerate(bins)
        if row["count"]
    ]
    return PageTable(title, ("score", "number", "mean score", "share"), rows)


def end_cell(end: int) -> Cell:
    """Return the cell of a ground truth's end, an en dash for one that is not judged."""
    return Cell("–", "") if end < 0 else Cell(END_NAMES[End(end)], ORDER.index(End(end)))


def summary_rows(made: Numbers) -> tuple[tuple[str, ...], list[list[str]]]:
    """Return head and rows of a table of ends for the summary; the class names are plain text."""
    ends = made["ends"]
    counts = [(END_NAMES[end], ends[end.name.lower()]) for end in ORDER]
    rows = [[words, f"{count:,}", percent(count / ends["judged"])] for words, count in counts if count]
    return ("end", "ground truths", "share"), rows
