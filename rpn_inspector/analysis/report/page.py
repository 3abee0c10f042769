"""The report: one HTML file with everything in it, readable without network and script.

Jinja2 escapes every text put into the page; a policy in its head lets no script run but the page's own.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from rpn_inspector import __version__
from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.coder_numbers import coder_words
from rpn_inspector.analysis.audit.findings import KINDS, OF_PICTURES
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.lost_words import output_sentences
from rpn_inspector.analysis.audit.predicted import Predicted
from rpn_inspector.analysis.report import charts
from rpn_inspector.analysis.report.columns import kinds_of
from rpn_inspector.analysis.report.compared import ComparedSection, chosen_words, sections, worse_texts
from rpn_inspector.analysis.report.evaluation_section import evaluation_section
from rpn_inspector.analysis.report.group_columns import group_heads
from rpn_inspector.analysis.report.headlines import Headline, Numbers, dataset_name, left_out, positives_each
from rpn_inspector.analysis.report.lost_headlines import title
from rpn_inspector.analysis.report.lost_section import end_cell, lost_section
from rpn_inspector.analysis.report.nearest import nearest_words
from rpn_inspector.analysis.report.page_table import Cell, PageTable, name_of, number_cell, share_cell
from rpn_inspector.analysis.report.worst import MOST, Thumbnails, thumbnails_of, worst_rows
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.plain_text import number_of, printable
from rpn_inspector.core.regular_file import read_utf8
from rpn_inspector.core.resources import resource
from rpn_inspector.core.text import Text
from rpn_inspector.data.datasets.dataset import Dataset

MOST_ROWS = 300  # of a table of groups
MOST_PROBLEMS = 20
COUNTS = frozenset({"low_quality_only", "few_positives", "unmatched"})  # of the numbers of `row_of`
TITLES = {
    "class": "Class",
    "size": "Size, of the box in original px",
    "aspect": "Aspect",
    "level": "Level of the best anchor",
}


def page(
    audit: Audit,
    made: Numbers,
    sentences: Sequence[Headline],
    sides: Sequence[Sequence[float]],
    *,
    dataset: Dataset | None = None,
    suggestions: Mapping[str, Any] | None = None,
    baseline: Sequence[Text] | None = None,
    command: str = "",
) -> str:
    """Return the page's text. Raises `MissingExtra` without the extra ``report``.

    Args:
        audit: what is reported.
        made: the values of `document`, and of comparisons.
        sentences: what weighs most.
        sides: the anchors' sides by level, network px.
        dataset: where the pictures are, None for a page without.
        suggestions: the values of `suggestions_document`, None where none were asked for.
        baseline: what got worse, and what differs, since a baseline; None without one.
        command: the command line that made the audit, "" for none.
    """
    template = _template()
    script = _shipped("page.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    rows = worst_rows(audit)
    thumbnails = thumbnails_of(audit, dataset, rows)
    kinds = kinds_of(audit)
    side = audit.side  # once: worked out for all of them
    worst = [_worst(audit, row, side[row], kinds.words[kinds.code[row]], thumbnails.uri.get(row, "")) for row in rows]
    with_any = np.array([bool(words) for words in kinds.words], bool)[kinds.code].sum()
    counted = [(kind, sum(kind in each["kinds"].split() for each in worst)) for kind in made["kinds"]]
    figures, targets = charts.charts_of(audit, sides), charts.target_charts(audit)
    contents = [("charts", "Anchors and targets")] if figures or targets else []
    contents += [("groups", "By class, size, aspect, level"), ("findings", "Findings")]
    contents += [("suggested", "Suggested anchors")] if suggestions is not None else []
    compared = sections(made)
    contents += [(each.id, each.title) for each in compared]
    contents += [("recipe", "Recipe"), ("counted", "How it was counted")]
    lost, evaluation = lost_section(made), evaluation_section(made)
    contents[:0] = [("errors", "mAP and its errors")] if evaluation is not None else []
    contents[:0] = [("ends", "Where ground truths end")] if lost is not None else []
    contents[:0] = [("baseline", "Against the baseline")] if baseline is not None else []
    text: str = template.render(
        script=script,
        script_hash=f"sha256-{digest}",
        style=_shipped("page.css"),
        version=__version__,
        contents=contents,
        title=str(title(made)),
        under=_under(made),
        headlines=[{"text": _plain(each.text), "detail": _plain(each.detail)} for each in sentences],
        against=None if baseline is None else [_plain(line) for line in baseline],
        lost=lost,
        evaluation=evaluation,
        charts=figures,
        targets=targets,
        coder=" ".join(coder_words(made["targets"])).replace("-", "−"),
        groups=[table for by in ("class", "size", "aspect", "level") if (table := _groups(made, by)).rows],
        kinds=_kinds(made),
        problems=_problems(audit),
        unusable=_unusable(made),
        lint=_lint(made.get("lint")),
        worst=worst,
        worst_words=f"{len(worst):,} of {with_any:,} ground truths with a finding",
        chips=[(kind, count) for kind, count in counted if count],
        thumbnails=bool(thumbnails.uri),
        outputs=audit.predicted is not None,
        picture_words=_picture_words(thumbnails, audit.predicted is not None and audit.predicted.finals),
        suggestions=None if suggestions is None else _suggestions(suggestions),
        compared=[_compared(each) for each in compared],
        recipe_words=printable(f"{audit.recipe.name}: {audit.recipe.title}. {audit.recipe.source}"),
        recipe_toml=_lines(audit.recipe.to_toml()),
        counted=_counted(made),
        command=printable(command),
    )
    return text


def _template() -> Any:
    try:
        import jinja2
    except ImportError as error:
        raise MissingExtra("Jinja2, which fills in the report's page,", "report", error) from error
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    return environment.from_string(_shipped("page.html"))


def _shipped(name: str) -> str:
    return read_utf8(resource("report", name))


def _plain(text: Text) -> str:
    return printable(str(text))


def _lines(text: str) -> str:
    return "\n".join(printable(line) for line in text.splitlines())


def _under(made: Numbers) -> str:
    images, boxes = number_of(made["images"], "image"), number_of(made["boxes"], "ground truth")
    words = f"{name_of(dataset_name(made))}: {images}, {boxes} of which "
    return f"{words}{made['used']:,} are in the assignment, with the recipe {name_of(made['recipe'])}."


def _groups(made: Numbers, by: str) -> PageTable:
    rows = [row for row in made[f"by_{by}"] if row["boxes"] or row.get("positive_anchors")]
    if by == "class":
        rows = sorted(rows, key=lambda row: -row["boxes"])
    head = ["aspect, h/w" if by == "aspect" else by, "ground truths"]
    heads = group_heads(made)
    mean = ["mean best IoU"] * (made["mean_best_iou"] is not None)
    head += [*heads.values(), *mean, "median √area, network px"]
    cells = [
        [
            Cell(name_of(row[by]), at if by != "class" else name_of(row[by])),
            number_cell(row["boxes"]),
            *(_group_cell(row, key) for key in heads),
            *(number_cell(row["mean_best_iou"], ".4f") for _ in mean),
            number_cell(row["median_side"], ".1f"),
        ]
        for at, row in enumerate(rows[:MOST_ROWS])
    ]
    more = f"The largest {MOST_ROWS} of {len(rows):,}." if len(rows) > MOST_ROWS else ""
    return PageTable(TITLES[by], head, cells, more)


def _group_cell(row: Numbers, key: str) -> Cell:
    if key == "positives":
        return number_cell(positives_each(row), ".2f")
    return share_cell(row[key]) if key == "recall" else number_cell(row[key])


def _kinds(made: Numbers) -> PageTable:
    rows = []
    for at, (kind, each) in enumerate(made["kinds"].items()):
        if each["count"]:
            whole = made["used"] if kind in KINDS else made["ends"]["judged"]
            share = each["count"] / whole if whole and kind not in OF_PICTURES | {"zero_size"} else None
            words = f"{kind}: {each['means']}"
            rows.append([Cell(words, at), number_cell(each["count"]), share_cell(share), number_cell(each["images"])])
    return PageTable(
        "", ("found", "ground truths or images", "of all", "images"), rows, "" if rows else "Nothing was found."
    )


def _lint(found: Mapping[str, Any] | None) -> PageTable | None:
    """Return the linter's findings, None where it found nothing."""
    kinds = [] if found is None else [(kind, each) for kind, each in found["kinds"].items() if each["count"]]
    rows = [
        [
            Cell(f"{kind}: {each['means']}", at),
            number_cell(each["count"]),
            number_cell(each["images"]),
            Cell(*2 * (name_of(_example(each)),)),
        ]
        for at, (kind, each) in enumerate(kinds)
    ]
    return PageTable("", ("found", "findings", "images", "the first"), rows, words=frozenset({0, 3})) if rows else None


def _example(found: Mapping[str, Any]) -> str:
    first = next(iter(found["examples"]), {"image": "", "words": ""})
    return f"{first['image']}: {first['words']}" if first["image"] else str(first["words"])


def _problems(audit: Audit) -> list[str]:
    numbers = sorted(audit.problems)
    lines = [
        name_of(f"{audit.annotations.names[number]}: {audit.problems[number]}") for number in numbers[:MOST_PROBLEMS]
    ]
    return lines + ([f"and {len(numbers) - MOST_PROBLEMS:,} more"] if len(numbers) > MOST_PROBLEMS else [])


def _unusable(made: Numbers) -> list[str]:
    return [_plain(line) for line in output_sentences(made["predictions"])] if "predictions" in made else []


def _worst(audit: Audit, row: int, side: float, kinds: str, picture: str) -> dict[str, Any]:
    annotations, used = audit.annotations, bool(audit.used[row])
    image = annotations.image_of(row)
    index, best = row - int(annotations.first[image]), float(audit.best_iou[row])
    level = int(audit.best_level[row])
    name, class_name = name_of(annotations.names[image]), name_of(annotations.class_name(int(annotations.label[row])))
    words = f"ground truth {index + 1}, {class_name}, in {name}"
    x1, y1, x2, y2 = annotations.box[row].tolist()
    alt = f"{words}: {x2 - x1:.0f} by {y2 - y1:.0f} px, white"
    if audit.best_anchor[row] >= 0:
        alt += f"; its best anchor, green, at IoU {best:.2f}"
    return {
        "image": name,
        "index": index + 1,
        "class_name": class_name,
        "words": words,
        "alt": alt,
        "picture": picture,
        "kinds": kinds,
        "found": kinds.replace(" ", ", "),
        "level": printable(str(audit.recipe.anchors.names[level])) if level >= 0 else "–",
        "outputs": None if audit.predicted is None else _outputs(audit, audit.predicted, row),
        "numbers": [
            number_cell(float(side), ".1f"),
            number_cell(best, ".4f"),
            number_cell(int(audit.gt_positives[row]) if used and audit.decided else None),
        ],
    }


def _outputs(audit: Audit, outputs: Predicted, row: int) -> dict[str, Any]:
    """Return score, end and nearest detection of a ground truth."""
    return {
        "score": number_cell(float(outputs.score[row]), ".4f"),
        "end": end_cell(int(outputs.end[row])),
        "class": End(int(outputs.end[row])).name.lower() if outputs.end[row] >= 0 else "",
        "nearest": nearest_words(audit, row),
    }


def _picture_words(thumbnails: Thumbnails, detections: bool) -> str:
    shown = "White: the ground truth. Green: its best anchor. A click shows a picture larger."
    shown = shown if thumbnails.uri else ""
    shown = shown.replace("anchor.", "anchor. Blue: the nearest detection.") if detections else shown
    return " ".join(part for part in (shown, printable(thumbnails.missing), f"At most {MOST} are listed.") if part)


def _suggestions(suggestions: Mapping[str, Any]) -> dict[str, Any]:
    proposals = suggestions["proposals"]
    if not proposals:
        return {"words": " ".join(chosen_words(suggestions)), "table": PageTable("", ("",), ()), "proposals": []}
    columns = [suggestions["now"], *(each["numbers"] for each in proposals)]
    return {
        "words": " ".join(chosen_words(suggestions)),
        "table": PageTable("", ("", "now", *(each["name"] for each in proposals)), _numbers(columns)),
        "proposals": [
            {
                "name": each["name"] + ("" if each["same_cost"] else ", at a higher cost"),
                "means": each["means"],
                "changes": [name_of(f"{place} = {value}") for place, value in each["changes"].items()],
                "worse": [_plain(line) for line in worse_texts(each)],
            }
            for each in proposals
        ],
    }


def _numbers(columns: Sequence[Mapping[str, Any]]) -> list[list[Cell]]:
    """Return a row for each number of `row_of`, a cell for each of the recipes compared."""
    forms = {"boxes_reached": ".1%", "best_possible_recall": ".1%", "anchors": ",.0f"}
    rows = []
    for key, first in columns[0].items():
        form = forms.get(key, ",.0f" if isinstance(first, int) or key in COUNTS else ".4f")
        rows.append([Cell(key.replace("_", " "), key), *(number_cell(each[key], form) for each in columns)])
    return rows


def _compared(section: ComparedSection) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": section.title,
        "words": [_plain(line) for line in section.words],
        "tables": [
            {
                "words": _plain(each.title),
                "table": PageTable(
                    "",
                    [name_of(head) for head in each.head],
                    [[Cell(name_of(cell), _sorted_by(cell)) for cell in row] for row in each.rows],
                    f"And {each.more:,} more with fewer ground truths." if each.more else "",
                ),
            }
            for each in section.tables
        ],
        "examples": [_plain(line) for line in section.examples],
    }


def _sorted_by(cell: str) -> str | float:
    """Return the number a cell says, of a share without its sign; else the cell, "" for one of a dash."""
    plain = cell.replace(",", "").removesuffix("%")
    try:
        return int(plain) if plain.isdecimal() else float(plain)
    except ValueError:
        return "" if cell == "–" else cell


def _counted(made: Numbers) -> list[str]:
    lines = [
        "Every ground truth of every picture, with the recipe's own resizing, anchors, rule of assignment and coder.",
        "Boxes are in original px as annotated; √area, anchors and IoU are in network px.",
        f"Small, medium and large: {made['recall_frame']}.",
    ]
    if made["recall_at"] is not None:
        lines.append(f"Reached means a best IoU of {made['recall_at']:g} or more with any anchor compared.")
    else:
        own = made["mean_best_iou"] is not None
        why = "has a threshold for each ground truth: there is" if own else "has no IoU: there is no best IoU and"
        lines.append(f"The rule of assignment {why} no recall.")
    lines.append("Zero-size boxes, without width or height, are a finding and in no other count; their pictures count.")
    for kind, count in made["not_used"].items():
        marked = f"{number_of(count, 'ground truth')} marked {kind} {'is' if count == 1 else 'are'}"
        lines.append(f"{marked} outside the assignment, as in the recipe's library.")
    lines += [f"{words}: {name_of(kind)}." for words, kind in left_out(made)]
    if made["opened"]:
        lines.append(f"The size of {made['opened']:,} pictures is not annotated; their headers were read.")
    lines.append("t* are the targets of all positive anchors; a training samples some of them.")
    return lines
