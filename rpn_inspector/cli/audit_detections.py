"""What the ``audit`` command prints of a detector: mAP, its errors, calibration, and what costs most."""

from __future__ import annotations

from typing import Any

from rpn_inspector.analysis.audit.end_names import ERROR_NAMES, SHORT_NAMES
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.predicted_document import loss_words
from rpn_inspector.analysis.audit.tide import Error
from rpn_inspector.cli.console import TextTable, largest, print_lines
from rpn_inspector.core.plain_text import number_of

SHOWN = 10  # hardest ground truths and costliest anchors


def show_detections(made: dict[str, Any], every: bool) -> None:
    """Print the evaluation, the calibration, the hardest ground truths and the costliest anchors."""
    if made["evaluation"] is not None:
        _show_evaluation(made["evaluation"], every)
    for of, title in (("anchors", "positive"), ("boxes", "hits")):
        if made["calibration"][of] is not None:
            _show_calibration(of, title, made["calibration"][of])
    count, scores = None if every else SHOWN, loss_words(made["loss"])["objectness"]
    hardest = TextTable(
        "hardest ground truths", ("image", "gt", "class", "box loss", f"{scores} loss", "sampled", "end")
    )
    for row in made["hardest"][:count]:
        losses = (_number(row[name]) for name in ("box_loss", "objectness_loss"))
        end = "–" if row["end"] is None else SHORT_NAMES[End[row["end"].upper()]]
        hardest.add(row["image"], f"{row['gt'] + 1}", row["class"], *losses, f"{row['sampled']:,}", end)
    costliest = TextTable("costliest anchors", ("image", "anchor", "gt", "loss", scores, "box"))
    for row in made["costliest"][:count]:
        losses = (_number(row[name]) for name in ("loss", "objectness", "box"))
        gt = "–" if row["gt"] is None else f"{row['gt'] + 1}"
        costliest.add(row["image"], f"{row['anchor']:,}", gt, *losses)
    print_lines(*(table for table in (hardest, costliest) if table.rows))


def _show_evaluation(told: dict[str, Any], every: bool) -> None:
    numbers = ", ".join(f"{name} {_digits(value)}" for name, value in told["numbers"].items())
    images, boxes = number_of(told["images"], "image"), number_of(told["ground_truths"], "ground truth")
    print_lines(f"{told['by']}, {images}, {boxes}: {numbers}")
    classes = TextTable("AP", ("class", "boxes", "AP", "AP50"))
    shown, more = largest(told["by_class"], every)
    for row in shown:
        classes.add(row["class"], f"{row['boxes']:,}", _digits(row["AP"]), _digits(row["AP50"]))
    if told["classes"]:
        print_lines(classes, *more)
    rows = TextTable(
        "TIDE's errors", ("error", "points", "count", "of ground truths", *(SHORT_NAMES[end] for end in End))
    )
    for each in told["errors"]:
        ends = (f"{each['ends'][end.name.lower()]:,}" for end in End)
        rows.add(
            ERROR_NAMES[Error[each["error"].upper()]],
            f"{100 * each['points']:+.2f}",
            f"{each['count']:,}",
            f"{each['ground_truths']:,}",
            *ends,
        )
    print_lines(rows)


def _show_calibration(of: str, hits: str, bins: list[dict[str, Any]]) -> None:
    rows = TextTable(f"calibration of {of}", ("score", of, "mean score", hits))
    for each in bins:
        if each["count"]:
            score, share = f"{each['score']:.4f}", f"{each['share']:.1%}"
            rows.add(f"{each['from']:.1f} to {each['to']:.1f}", f"{each['count']:,}", score, share)
    print_lines(rows)


def _digits(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.4g}"
