"""The outputs' part of the ``audit`` command for people: losses, and where each ground truth is lost."""

from __future__ import annotations

from typing import Any

from rpn_inspector.analysis.audit.end_names import ORDER, SHORT_NAMES
from rpn_inspector.analysis.audit.predicted_document import loss_words
from rpn_inspector.cli.audit_detections import show_detections
from rpn_inspector.cli.console import TextTable, largest, print_lines
from rpn_inspector.core.plain_text import number_of

LOST = ORDER[:-1]
TITLES = {"by_class": "class", "by_size": "size", "by_best_anchor": "best_anchor"}


def show_lost(made: dict[str, Any], every: bool) -> None:
    """Print the losses, the ends by class, size and best anchor, and the sentences."""
    about, loss = made["predictions"], made["loss"]
    step = "" if about["step"] is None else f", step {about['step']:,}"
    images = number_of(about["images"], "image")
    print_lines(f"outputs {about['path']}{step}: {images}; found means {about['found_means']}")
    judged, used = made["ends"]["judged"], number_of(made["used"], "ground truth")
    print_lines(f"judged by the outputs: {judged:,} of {used}")
    if loss is not None:
        parts = ", ".join(f"{word} {_number(loss[name])}" for name, word in loss_words(loss).items())
        print_lines(f"mean loss of {loss['images']:,} image{'s' * (loss['images'] != 1)}: {parts}")
    for key, title in TITLES.items():
        columns = (title.replace("_", " "), "judged", "found", *(SHORT_NAMES[end] for end in LOST), "mean box loss")
        rows = TextTable("where ground truths are lost", columns)
        shown, more = largest(made["lost"][key], every)
        for row in shown:
            mean = None if row["box_loss"] is None else row["box_loss"] / row["with_loss"]
            counts = (f"{row[end.name.lower()]:,}" for end in LOST)
            rows.add(row[title], f"{row['boxes']:,}", f"{row['share_found']:.1%}", *counts, _number(mean))
        if rows.rows:
            print_lines(rows, *more)
    show_detections(made, every)
    print_lines(*made["sentences"])


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.4g}"
