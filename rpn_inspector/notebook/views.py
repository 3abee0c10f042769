"""What Jupyter shows of each value: its sentence, a picture, and a table of what most needs a look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import singledispatch
from typing import Any

import numpy as np

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.document import document
from rpn_inspector.analysis.audit.end_names import ORDER, SHORT_NAMES
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.lost_tables import ends_by_class
from rpn_inspector.analysis.observations import gather
from rpn_inspector.analysis.report.group_columns import group_heads
from rpn_inspector.analysis.report.headlines import count_text, percent, positives_each
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.explain import AnchorFacts
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.core.formulas.table import Table
from rpn_inspector.core.gt_facts import GtFacts
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.plain_text import number_of
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions.outputs import OutputsBase
from rpn_inspector.notebook.ends import ends
from rpn_inspector.notebook.markup import Bar, block, image, note, table
from rpn_inspector.notebook.picture import Pixels, as_uri, fitting, sample_image, to_image
from rpn_inspector.notebook.sentences import findings, sentence

MOST_ROWS = 10
WIDTH, HEIGHT = 400, 300  # px of a picture as shown; twice as many are sent
SMALL = (110, 84)  # px of one of several
PICTURES = 4
MOST_BYTES, SMALL_BYTES = 150_000, 18_000
GROUNDS = {
    End.NO_ANCHOR: "#3B1430",
    End.NEVER_REACHES: "repeating-linear-gradient(45deg,#E0B4D1 0 1px,#6E2C5B 1px 5px)",
    End.LOW_SCORE: "repeating-linear-gradient(0deg,#E0B4D1 0 1px,#A1518A 1px 4px)",
    End.CUT_BY_TOP_K: "repeating-linear-gradient(90deg,#3B1430 0 1px,#C98AB7 1px 5px)",
    End.SUPPRESSED: "radial-gradient(#3B1430 1px,#E8C6DD 1.5px) 0 0/5px 5px",
    End.FOUND: "#9AA0A7",
}
"""A pattern each, as colour is never alone; the same order by lightness as in the window and in the report."""


@singledispatch
def html(value: object) -> str:
    """Return a value as HTML without script; raises `TypeError` for a value of another kind."""
    raise TypeError(f"nothing is shown of a {type(value).__name__}")


@html.register
def _(sample: Sample) -> str:
    height, width = sample.size
    names = [sample.class_name(gt) for gt in range(len(sample.gt))]
    counts = [(name, f"{names.count(name):,}") for name in dict.fromkeys(names)]
    return block(
        sample.name,
        f"{width} × {height} px",
        findings(sample),
        _picture(lambda: sample_image(sample, 2 * fitting(sample.size, WIDTH, HEIGHT)), sample.size, sample.name),
        _cut_table(("Class", "boxes"), counts),
    )


@html.register
def _(dataset: Dataset) -> str:
    pictures = " ".join(_thumbnail(sample) for sample in _first_readable(dataset, PICTURES))
    classes = _cut_table(("Class", "boxes", "median side, px"), _classes(dataset))
    return block(dataset.root.name, dataset.format, findings(dataset), pictures, classes)


@html.register
def _(recipe: Recipe) -> str:
    rows = [(stage, spec.rule) for stage, spec in recipe.stages.items() if hasattr(spec, "rule")]
    rows += [(name, "a stage over the proposals") for name, _ in recipe.further]
    below = f"Not reproduced: {'; '.join(recipe.reproduces_not)}" if recipe.reproduces_not else ""
    return block(recipe.name, recipe.source, findings(recipe), table(("Stage", "rule"), rows, left=2, more=below))


@html.register(OutputsBase)
@html.register(Prediction)
def _(outputs: OutputsBase | Prediction) -> str:
    return block(type(outputs).__name__, "", sentence(outputs))


@html.register
def _(one: Inspection) -> str:
    sample, (height, width), (network_height, network_width) = one.sample, one.sample.size, one.network_size
    under = f"{width} × {height} → network {network_width} × {network_height}, {one.recipe.name}"
    return block(
        sample.name,
        under,
        findings(one),
        _picture(lambda: to_image(one, scale=2 * fitting(sample.size, WIDTH, HEIGHT)), sample.size, sample.name),
        _ground_truths(one) + _loss(one),
    )


@html.register
def _(facts: AnchorFacts) -> str:
    return block(
        f"Anchor {facts.index}",
        facts.place,
        findings(facts),
        _facts(facts.coding),
        _facts(facts.landmarks),
        _facts(facts.terms),
    )


@html.register
def _(facts: GtFacts) -> str:
    return block(facts.finding, "", facts.why, _facts(facts.candidates))


@html.register
def _(audit: Audit) -> str:
    under = f"{number_of(audit.images, 'image')}, {number_of(audit.boxes, 'box', 'boxes')}, {audit.recipe.name}"
    made = document(audit, times=False)
    return block("Audit", under, findings(audit), _groups(made) if audit.predicted is None else _ends(audit))


def _picture(
    draw: Callable[[], Pixels],
    size: tuple[int, int],
    name: str,
    room: tuple[int, int] = (WIDTH, HEIGHT),
    most: int = MOST_BYTES,
) -> str:
    try:
        uri = as_uri(draw(), most)
    except (MissingExtra, InspectorError, MemoryError) as error:
        return note(f"No picture: {error}.")
    return image(uri, max(1, round(size[1] * fitting(size, *room))), name)


def _thumbnail(sample: Sample) -> str:
    scale = 2 * fitting(sample.size, *SMALL)
    return _picture(lambda: sample_image(sample, scale), sample.size, sample.name, SMALL, SMALL_BYTES)


def _first_readable(dataset: Dataset, most: int) -> list[Sample]:
    found: list[Sample] = []
    for index in range(min(len(dataset), 5 * most)):
        try:
            found.append(dataset[index])
        except InspectorError:
            continue  # a picture without a size is told by the dataset's warnings
        if len(found) == most:
            break
    return found


def _classes(dataset: Dataset) -> list[tuple[str, str, str]]:
    facts = gather(dataset, pictures=False)
    sides = np.sqrt(np.prod(np.maximum(facts.box[:, 2:] - facts.box[:, :2], 0), 1))
    # boxes in fractions of a picture of unknown size have no px; headers are not read for a table
    sides[(facts.size[facts.image] <= 1).all(1)] = np.nan
    rows = []
    for label, name in enumerate(facts.classes):
        mine = sides[facts.label == label]
        known = mine[np.isfinite(mine)]
        rows.append((len(mine), name, number(float(np.median(known)), 1) if len(known) else NOTHING))
    rows.sort(key=lambda row: -row[0])
    return [(name, f"{count:,}", side) for count, name, side in rows]


def _cut_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    more = len(rows) - MOST_ROWS
    return table(head, rows[:MOST_ROWS], more=f"and {more:,} more" if more > 0 else "") if rows else ""


def _ground_truths(one: Inspection) -> str:
    """Return the table of the ground truths; of more than `MOST_ROWS` those that most need a look, worst first."""
    found, decided = ends(one), one.positives_known
    counts = one.assignment.gt_positives if decided else one.assignment.per_gt["candidates"]
    with_iou = not one.recipe.anchors.of_points
    best = one.overlap.gt_best_iou if with_iou else np.zeros(len(one.gt))
    lost = np.zeros(len(one.gt), bool) if found is None else found > End.FOUND
    order: list[int] = np.lexsort((best, counts, ~lost, ~one.used)).tolist()
    shown = sorted(order) if len(order) <= MOST_ROWS else order[:MOST_ROWS]
    head = ["Ground truth", *["best IoU"] * with_iou, "positives" if decided else "candidates"]
    rows = [
        [
            f"{gt + 1} {one.sample.class_name(gt)}",
            *[number(float(best[gt])) if one.used[gt] else NOTHING] * with_iou,
            f"{int(counts[gt]):,}" if one.used[gt] else NOTHING,
            *([] if found is None else [SHORT_NAMES[End(int(found[gt]))] if found[gt] >= 0 else NOTHING]),
        ]
        for gt in shown
    ]
    more = len(order) - len(shown)
    titles = [*head, *["ends"] * (found is not None)]
    return table(titles, rows, more=f"and {more:,} more" if more else "") if rows else ""


def _loss(one: Inspection) -> str:
    if one.loss is None:
        return ""
    parts = {one.recipe.loss.called("objectness"): one.loss.objectness, "box": one.loss.box}
    parts |= {name: term.value for name, term in one.loss.more.items()}
    told = " + ".join(f"{name} {number(value)}" for name, value in parts.items())
    return note(f"Loss {number(sum(parts.values()))} = {told}")


def _facts(facts: Table) -> str:
    if not facts.rows or not facts.heads:
        return ""  # names without a number say nothing here
    rows = [
        [str(row.name), *(head.written(cell) for head, cell in zip(facts.heads, row.cells, strict=True))]
        for row in facts.rows
    ]
    return _cut_table(["", *(str(head.text) for head in facts.heads)], rows)


def _groups(made: dict[str, Any]) -> str:
    heads = group_heads(made)
    written: dict[str, Callable[[dict[str, Any]], str]] = {
        "recall": lambda row: percent(row["recall"]),
        "positives": lambda row: number(positives_each(row), 2),
    }
    rows = [
        [
            row["class"],
            f"{row['boxes']:,}",
            *(written[key](row) if key in written else count_text(row[key]) for key in heads),
        ]
        for row in sorted(made["by_class"], key=lambda row: -row["boxes"])
    ]
    return _cut_table(("Class", "boxes", *heads.values()), rows)


def _ends(audit: Audit) -> str:
    assert audit.predicted is not None
    groups = ends_by_class(audit, audit.predicted)
    rows = [(name, ends) for name, ends in zip(groups.name, groups.ends, strict=True) if ends.sum()]
    rows.sort(key=lambda row: -int(row[1].sum()))
    shown = [*rows[:MOST_ROWS], ("all", groups.ends.sum(0))]
    cells = [
        (
            name,
            Bar(tuple((100 * int(ends[end]) / max(int(ends.sum()), 1), GROUNDS[end]) for end in ORDER)),
            f"{int(ends.sum()):,}",
            f"{int(ends.sum() - ends[End.FOUND]):,}",
            percent(int(ends[End.FOUND]) / int(ends.sum()) if ends.sum() else None),
        )
        for name, ends in shown
    ]
    legend = ", ".join(f"{SHORT_NAMES[end]} {int(groups.ends[:, end].sum()):,}" for end in ORDER)
    return table(("Class", "lost, then found", "boxes", "lost", "found"), cells, left=2, more=legend)
